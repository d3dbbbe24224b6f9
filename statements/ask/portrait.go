package ask

import (
	"regexp"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// traits are what f's article tells of who said f: the role that was read, what
// stands beside the name in the source, and beside the name elsewhere.
func traits(f statements.Found) []trait {
	st, body := f.Statement, f.Article.Text
	var out []trait
	add := func(words string) {
		if t := traitOf(words); len(words) <= longestTrait && len(t.role) > 0 {
			out = append(out, t)
		}
		if _, deed, ok := strings.Cut(words, " who "); ok { // "the general who leads the mission"
			out = append(out, traitOf("who "+deed))
		}
	}
	if st.Role != "" {
		add(strings.TrimPrefix(st.Role, "The "))
	}
	if strings.TrimSpace(st.Cue.Of(body)) == ":" {
		out = append(out, addressed(f)...)
	}
	if role := speaksAs(f); role != "" {
		add(role)
	}
	source := st.Source.Of(body)
	switch {
	case st.Speaker == "":
		add(source)
		return out
	case !strings.Contains(st.Speaker, " "):
		return append(out, traitsBeside(source, st.Speaker, true)...)
	}
	if w := text.Words(source); len(w) > 1 && !strings.Contains(text.Fold(source), lastFolded(st.Speaker)) {
		add(strings.TrimPrefix(strings.TrimPrefix(source, "The "), "the ")) // "the Norvanian premier", whose name was read
	}
	out = append(out, traitsBeside(source, st.Speaker, true)...)
	return append(out, mentions(body, st.Speaker)...)
}

// speaksAs is the office that the sentence gives the speaker by what they do in it:
// "In her first speech as mayor of Sedge, she told the council"; "" is none.
func speaksAs(f statements.Found) string {
	m := firstActs.FindStringSubmatch(beforeSource(f))
	if m == nil || !describesAny(lastFolded(m[1])) {
		return ""
	}
	return m[1] + m[2]
}

var firstActs = regexp.MustCompile(`^ ?In (?:his|her) (?:[a-z]+ )?(?:speech|address|interview|statement|remarks|words|act|appearance|day|week) as ([a-z]+(?: (?:minister|president|secretary|general|executive|judge|leader|director|chief))?)( of (?:the )?[A-Z][\p{L}'’-]*)?,`)

// mentions are the traits that a text has beside a full name.
func mentions(body, name string) []trait {
	var out []trait
	for at, n := 0, 0; n < mostMentions; n++ {
		i := strings.Index(body[at:], name)
		if i < 0 {
			break
		}
		at += i + len(name)
		end := len(body)
		if k := strings.IndexAny(body[at:], ".;()\n”\""); k >= 0 {
			end = at + k
		}
		out = append(out, traitsBeside(body[lineBefore(body, at-len(name)):end], name, false)...)
	}
	return out
}

const (
	longestTrait = 120 // bytes

	longestAbbreviation = 12 // bytes, and more
	mostMentions        = 4  // of one name that are looked at
)

// addressed are the roles by which an interview calls who answers: "Governor, are
// prices out of hand?", and before the first question "the architect of the
// Harbour Hall".
func addressed(f statements.Found) []trait {
	var out []trait
	asked := false
	for p := range strings.SplitSeq(f.Article.Text, "\n") {
		if p = strings.TrimSpace(p); strings.HasSuffix(p, "?") {
			asked = true
			if _, rest, ok := strings.Cut(p, ": "); ok {
				p = rest
			}
			if role, _, ok := strings.Cut(p, ","); ok && len(strings.Fields(role)) <= 3 && describesAny(lastFolded(role)) {
				out = append(out, traitOf(role))
			}
		}
		if asked {
			continue
		}
		for rest := p; ; {
			_, after, ok := strings.Cut(rest, "he ")
			if !ok {
				break
			}
			rest = after
			after = after[:min(len(after), longestTrait)]
			if role, _, ok := strings.Cut(after, " of "); ok && len(strings.Fields(role)) <= 3 && describesAny(lastFolded(role)) {
				out = append(out, traitOf(upTo(after, ".", ",", ";", "(")))
			}
		}
	}
	return out
}

// lineBefore is where the words begin that may stand before a name, which
// begins at byte at: after the last stop.
func lineBefore(body string, at int) int {
	start := at
	for {
		stop := strings.LastIndexAny(body[:start], "\n.;:!?”“\"")
		if stop >= 0 && stop > at-longestTrait && body[stop] == '.' && abbreviated(body[:stop]) {
			start = stop
			continue
		}
		start = max(stop+1, at-longestTrait)
		break
	}
	if k := strings.LastIndex(body[start:at], ", "); k >= 0 && start+k+2 < at {
		start += k + 2
	}
	for start < at && body[start]&0xC0 == 0x80 {
		start++
	}
	return start
}

// abbreviated reports whether words end with an abbreviation: "Sen".
func abbreviated(words string) bool {
	words = words[max(0, len(words)-longestAbbreviation):]
	last := strings.ToLower(words[strings.LastIndexAny(words, " \n“\"(")+1:])
	return english().lexicon.Breaks().Abbreviations[last]
}

// traitsBeside are the traits that stand right before and after a name in words,
// which may be one phrase with the name.
func traitsBeside(words, name string, phrase bool) []trait {
	left, right, ok := strings.Cut(words, name)
	if !ok {
		return nil
	}
	var out []trait
	left, apposed := strings.CutSuffix(strings.TrimSpace(left), ",")
	left = strings.TrimSpace(left)
	tail := ""
	if of, ok := strings.CutPrefix(right, " of "); ok { // "Minister Ada Lund of Norvania"
		tail = " of " + leadingName(of)
	}
	role := titled(left)
	switch {
	case phrase && describesAny(lastFolded(left)) && len(strings.Fields(left)) <= maxName:
		left = strings.TrimPrefix(strings.TrimPrefix(left, "The "), "the ")
	case whole(left):
		_, left, _ = strings.Cut(left, " ")
	case apposed && role != left:
		left = "" // "After they met the warden, Ada Lund …"
	default:
		left = role
	}
	if left != "" {
		out = append(out, traitOf(left+tail))
	}
	if in, after, ok := strings.Cut(right, ")"); ok && strings.HasPrefix(in, " (") { // "Ada Lund (Coast Party), head of"
		right = after
	}
	if office := cameTo(right); office != "" {
		out = append(out, traitOf(office))
	}
	if after, ok := strings.CutPrefix(right, ", "); ok {
		after = upTo(after, ",")
		first, _, _ := strings.Cut(after, " ")
		f := english().lexicon.Flags(strings.ToLower(first))
		if len(after) <= longestTrait && (f&(lexicon.Determiner|lexicon.Possessive|lexicon.Role|lexicon.Adjective) != 0 || first == "who" || deeds[first] != "" || first == "for") {
			out = append(out, traitOf(after))
		}
	}
	return slices.DeleteFunc(out, func(t trait) bool { return len(t.role) == 0 })
}

// cameTo is the office that the words after a name say they were elected to:
// ", a baker, was elected as mayor of Sedge last week".
func cameTo(words string) string {
	m := office.FindStringSubmatch(words)
	if m == nil || !describesAny(lastFolded(m[1])) {
		return ""
	}
	return m[1] + m[2]
}

var office = regexp.MustCompile(`^(?:,[^,.;]{1,40},)? (?:was|is|has been|who was|,? ?was) (?:re-?)?(?:elected|appointed|named|chosen|sworn in) (?:as )?(?:the |its )?(?:new )?([a-z]+(?: (?:minister|president|secretary|general|executive|judge|leader|director|chief))?)( of (?:the )?[A-Z][\p{L}'’-]*(?: [A-Z][\p{L}'’-]*)*)?`)

// whole reports whether words are an article and a role: "the environmental
// group".
func whole(words string) bool {
	ws := strings.Fields(strings.ToLower(words))
	return len(ws) > 1 && len(ws) <= 5 && (ws[0] == "the" || ws[0] == "a" || ws[0] == "an") && describesAny(ws[len(ws)-1])
}

// describesAny reports whether a folded word can be a role.
func describesAny(w string) bool {
	return english().lexicon.Flags(w)&(lexicon.Role|lexicon.Group|lexicon.Body) != 0 || english().wider[w] != nil || english().is(w, "office")
}

// leadingName is the beginning of words that is written with capitals.
func leadingName(words string) string {
	end := 0
	for _, w := range text.Words(words) {
		raw := w.Of(words)
		if strings.ContainsAny(words[end:w.Start], ",.;:()!?") {
			break
		}
		if raw == strings.ToLower(raw) {
			if w.Folded == "of" || w.Folded == "for" || w.Folded == "the" {
				continue
			}
			break
		}
		end = w.End
	}
	return words[:end]
}

// ownerBefore is the word that tells whose somebody is, a few words before word i:
// of "Sedge's newly elected young mayor" the first; -1 is none.
func ownerBefore(words string, ws []text.Word, i int) int {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if strings.TrimSpace(strings.Trim(words[ws[k].End:ws[k+1].Start], "'’s")) != "" {
			return -1
		}
		if raw := ws[k].Of(words); raw != strings.ToLower(raw) && (strings.HasSuffix(ws[k].Folded, "'s") || strings.ContainsAny(words[ws[k].End:ws[k+1].Start], "'’")) {
			return k
		}
	}
	return -1
}

// titled is the end of words that is a role, right before a name: of "On Monday
// head coach" the last two.
func titled(words string) string {
	ws := text.Words(words)
	from, role := len(words), false
	for i := len(ws) - 1; i >= 0 && i >= len(ws)-maxName; i-- {
		raw := ws[i].Of(words)
		f := english().lexicon.Flags(strings.TrimSuffix(ws[i].Folded, "'s"))
		joins := ws[i].Folded == "of" || ws[i].Folded == "for" || ws[i].Folded == "the"
		if i < len(ws)-1 && strings.TrimSpace(strings.Trim(words[ws[i].End:from], "'’s")) != "" {
			break
		}
		if f&(lexicon.Role|lexicon.Adjective|lexicon.Honorific|lexicon.Office|lexicon.Body|lexicon.OrganisationWord|lexicon.Demonym|lexicon.Place) == 0 && raw == strings.ToLower(raw) && !joins && !owned[ws[i].Folded] && !strings.HasSuffix(ws[i].Folded, "'s") {
			if k := ownerBefore(words, ws, i); role && k >= 0 {
				return words[ws[k].Start:]
			}
			break
		}
		role = role || f&(lexicon.Role|lexicon.Honorific|lexicon.Body|lexicon.Group) != 0
		from = ws[i].Start
	}
	if !role {
		return ""
	}
	return words[from:]
}
