package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// bodyOfLand reports whether a description is of the body that speaks and of the land
// that the article is about: an article about Norway says "the labour ministry", or
// "the Ministry" of one that it has called so. Where it names that of another land it
// tells of two.
func bodyOfLand(f statements.Found, description string) bool {
	d := english()
	land, rest := landAndBody(description)
	called := outletWords(f.Statement.Speaker)
	if land == "" || len(rest) < 2 || len(called) == 0 || !endsWith(rest, called) || !(&subject{found: f}).has(land) ||
		len(called) < len(rest) && !holdsStems(f.Article.Text, [][]string{text.Stems(strings.Join(rest, " "), "en")}) {
		return false
	}
	last := called[len(called)-1]
	ws := text.Words(f.Article.Text)
	for i := range ws {
		for k := max(0, i-longestBody); ws[i].Folded == last && k < min(len(ws), i+longestBody); k++ {
			if state, _, ok := d.lexicon.StateOf(strings.TrimSuffix(ws[k].Folded, "'s")); ok && !strings.EqualFold(state, land) && (k < i || i+1 < len(ws) && ws[i+1].Folded == "of") {
				return false
			}
		}
	}
	return true
}

// landAndBody takes a description of a land's body apart: "Norway's labour ministry",
// "the central bank in Oslo". The land is in small letters.
func landAndBody(description string) (land string, body []string) {
	for _, w := range text.Words(description) {
		state, _, ok := english().lexicon.StateOf(strings.TrimSuffix(w.Folded, "'s"))
		switch {
		case ok && land == "":
			land = strings.ToLower(state)
		case !articles[w.Folded] && w.Folded != "in" && w.Folded != "of":
			body = append(body, w.Folded)
		}
	}
	return land, body
}

// endsWith reports whether words end with others.
func endsWith(words, end []string) bool {
	return len(end) <= len(words) && slices.Equal(words[len(words)-len(end):], end)
}

// governmentOf is the land whose government is asked for, "Norway's government", in
// small letters; "" is none.
func governmentOf(s statements.Speaker) string {
	if land, body := landAndBody(s.Name); s.ID == 0 && len(body) == 1 && (body[0] == "government" || body[0] == "cabinet") {
		return land
	}
	return ""
}

// sitsIn reports whether who said f is a minister in an article about a land that
// tells of no other land's.
func sitsIn(land string, f statements.Found) bool {
	return land != "" && describe(land+" minister").likenessOf(f) >= perhaps &&
		!slices.ContainsFunc(traits(f), func(t trait) bool { return unofficial(t.words()) })
}
