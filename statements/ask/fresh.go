package ask

import (
	"regexp"
	"slices"
	"strings"

	"onrecord/statements"
)

// since reports whether a description is of who bears a role since lately: "the
// new mayor".
func since(description string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(description)), func(w string) bool { return english().is(w, "fresh") })
}

// notFresh are those of the candidates who bear the role of s and of whom no article
// says that they came to it, where one says so of another: of two mayors the one
// who was elected is the new one.
func (a asked) notFresh(s statements.Speaker, candidates []statements.Found) map[int64]bool {
	fresh := map[int64]bool{}
	for _, f := range candidates {
		if f.SpeakerID != 0 && (a.byRole[f.SpeakerID] || spoke(s, f)) {
			fresh[f.SpeakerID] = fresh[f.SpeakerID] || cameIn(f.Article.Text, lastWord(f.Statement.Speaker))
		}
	}
	stale, one := map[int64]bool{}, false
	for id, is := range fresh {
		stale[id], one = !is, one || is
	}
	if !one {
		return nil
	}
	return stale
}

// cameIn reports whether the text says of a surname in one clause that its bearer
// came to an office.
func cameIn(body, surname string) bool {
	if surname == "" {
		return false
	}
	for rest := body; ; {
		i := strings.Index(rest, surname)
		if i < 0 {
			return false
		}
		from := strings.LastIndexAny(rest[:i], ".;\n“”\"") + 1
		after, end := rest[i+len(surname):], len(rest)
		if k := strings.IndexAny(after, ".;\n“”\""); k >= 0 {
			end = i + len(surname) + k
		}
		if office.MatchString(rest[i+len(surname):end]) || arrival.MatchString(rest[i+len(surname):end]) || arriving.MatchString(rest[from:i]) {
			return true
		}
		rest = after
	}
}

// arrival is what stands behind the name of somebody who came to an office, and
// arriving what stands before it.
var (
	arrival  = regexp.MustCompile(`^,? (?:who )?(?:was |were |is |has been |had been )?(?:newly )?(?:re-?)?(?:elected|appointed|sworn in|named|chosen|took over|takes over|took office|takes office|succeeds|succeeded|replaces|replaced)\b`)
	arriving = regexp.MustCompile(`(?i)\b(?:new|newly elected|newly appointed|incoming)(?: [\p{L}’'-]+){1,4},? $`)
)
