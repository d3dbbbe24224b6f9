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
	var r because
	r.spoke = speaker
	r.said, r.title, r.text = p.quoted(found, inSaid), p.quoted(found, inTitle), p.quoted(found, inText)
	if named := only != nil && len(only.Outlets) > 0; named || slices.ContainsFunc(found, func(c clause) bool { return c.field == inSource }) {
		r.from, r.outlet = true, p.outlet
	}
	return r.words().String()
}

// quoted lists the different words that were found in f. Words of the title
// are not named again for the text.
func (p *page) quoted(found []clause, f field) quotedWords {
	var q quotedWords
	var seen []string
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
		q.clauses = append(q.clauses, p.clause(c))
	}
	if q.more = len(q.clauses) > maxReasons; q.more {
		q.clauses = q.clauses[:maxReasons]
	}
	return q
}

// clause are the words of one, each in quotation marks.
func (p *page) clause(c clause) []string {
	words := make([]string, len(c.at))
	for i, h := range c.at {
		words[i] = "“" + p.surface(h) + "”"
	}
	return words
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
