package watch

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

const (
	maxReasons = 3  // found words in one part of a reason
	maxWords   = 24 // words that an alert brings along
)

// reason says for people why a watch matched; speaker says that it watches
// one, and only what narrows it. Words stand in it as the article has them.
func (p *page) reason(found []clause, speaker bool, only *filter) string {
	var parts []string
	if speaker {
		parts = append(parts, "spoke")
	}
	if s := p.quoted(found, inSaid); s != "" {
		parts = append(parts, "said "+s)
	}
	if s := p.quoted(found, inTitle); s != "" {
		parts = append(parts, s+" in the title")
	}
	if s := p.quoted(found, inText); s != "" {
		parts = append(parts, s+" in the text")
	}
	if named := only != nil && len(only.Outlets) > 0; named || slices.ContainsFunc(found, func(c clause) bool { return c.field == inSource }) {
		parts = append(parts, "from "+p.outlet)
	}
	return strings.Join(parts, ", ")
}

// quoted lists the different words that were found in f. Words of the title
// are not named again for the text.
func (p *page) quoted(found []clause, f field) string {
	var out, seen []string
	if f == inText {
		for _, c := range found {
			if c.field == inTitle {
				seen = append(seen, p.fold(c))
			}
		}
	}
	for _, c := range found {
		k := p.fold(c)
		if c.field != f || slices.Contains(seen, k) {
			continue
		}
		seen = append(seen, k)
		out = append(out, p.clause(c))
	}
	switch n := len(out); {
	case n == 0:
		return ""
	case n == 1:
		return out[0]
	case n > maxReasons:
		return strings.Join(out[:maxReasons], ", ") + " and more"
	default:
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
}

func (p *page) clause(c clause) string {
	words := make([]string, len(c.at))
	for i, h := range c.at {
		words[i] = "“" + p.surface(h) + "”"
	}
	return strings.Join(words, " near ")
}

// fold is what makes two clauses say the same.
func (p *page) fold(c clause) string {
	var b strings.Builder
	for _, h := range c.at {
		b.WriteString(text.Fold(p.surface(h)) + "\x00")
	}
	return b.String()
}

// surface is the words of h as the article has them.
func (p *page) surface(h hit) string {
	if h.field == inSource {
		return ""
	}
	z := p.zone(h.field)
	return statements.Span{Start: z.words[h.from].Start, End: z.words[h.to-1].End}.Of(z.s)
}

// wordsOf are the different spellings of what was found.
func (p *page) wordsOf(found []clause) []string {
	var out []string
	for _, c := range found {
		for _, h := range c.at {
			if s := p.surface(h); s != "" && len(out) < maxWords && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}
