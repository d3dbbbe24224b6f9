package ask

import (
	"regexp"
	"strings"
)

// byPronoun is how surely a statement is about somebody whom it calls "her".
const byPronoun = 0.75

// longestBack is how many bytes before a statement the name stands that its pronoun
// is for.
const longestBack = 400

// means reports whether a pronoun in what was said is for a surname, the last one
// that the text has before it: "Ada Lund stayed. Moss called for her to resign."
func (p *passage) means(surname string) bool {
	st, body := p.found.Statement, p.found.Article.Text
	if st.Source.IsZero() || st.Source.Start < 0 || st.Source.Start > len(body) || lastWord(st.Speaker) == surname || !p.hasPronoun() {
		return false
	}
	before := body[max(0, st.Source.Start-longestBack):st.Source.Start]
	at := strings.LastIndex(before, surname)
	if at < 0 {
		return false
	}
	return !twoNames.MatchString(before[at+len(surname):]) // else somebody was named since
}

var twoNames = regexp.MustCompile(`\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+`)

// hasPronoun reports whether what was said speaks of a woman or a man without a
// name.
func (p *passage) hasPronoun() bool {
	for _, w := range p.words {
		switch w.zone {
		case content, between:
			switch strings.ToLower(w.raw) {
			case "he", "she", "him", "her", "his", "hers":
				return true
			}
		}
	}
	return false
}
