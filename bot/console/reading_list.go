package console

import (
	"fmt"
	"strings"

	"onrecord/statements"
)

// shownWords is how many columns of what was said the list repeats.
const shownWords = 200

// drawStatement is the entry of one statement under its article.
func drawStatement(p *page, a statements.Article, st statements.Statement, n int, why bool) {
	head := fmt.Sprintf("%*d ", margin-1, n)
	rest := strings.Repeat(" ", margin)
	bar, sgr := "│ ", paints[asVerbatim]
	if st.Kind == statements.Indirect {
		bar, sgr = "~ ", paints[asReported]
	}
	words, cut := breakAt(content(a, st), shownWords)
	if cut != "" {
		words += " […]"
	}
	for i, line := range fold(words, p.style.Width-margin-2) {
		if i == 0 {
			p.put(p.bold(head) + p.paint(sgr, bar) + line)
			continue
		}
		p.put(rest + p.paint(sgr, bar) + line)
	}
	p.hang(p.bold(whoSpoke(st))+provenanceOf(st), rest, rest)
	if why {
		whyLines(p, a, st, rest)
	}
	p.gap()
}

// content is what was said; what is all verbatim stands in quotation marks, each
// piece in its own.
func content(a statements.Article, st statements.Statement) string {
	if st.Kind != statements.Direct {
		return seen(st.Text(a.Text))
	}
	var pieces []string
	for _, c := range st.Content {
		pieces = append(pieces, "“"+seen(c.Of(a.Text))+"”")
	}
	return strings.Join(pieces, " ")
}

// seen is text from outside on one line, without what would steer a terminal.
func seen(s string) string {
	s = strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && hidden(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func whoSpoke(st statements.Statement) string {
	if st.Speaker == "" {
		return "Unnamed"
	}
	return seen(st.Speaker)
}

// provenanceOf says the role, how the speaker is known and how surely, the
// kind, the day and the place.
func provenanceOf(st statements.Statement) string {
	out := ""
	if st.Role != "" {
		out = ", " + seen(st.Role)
	}
	kind := map[statements.Kind]string{statements.Direct: "verbatim", statements.Mixed: "partly verbatim", statements.Indirect: "reported"}[st.Kind]
	out += fmt.Sprintf(" · %s, %.2f · %s", howKnown(st), st.Confidence, kind)
	if st.SaidOn.IsZero() {
		out += " · date not given"
	} else {
		out += " · " + st.SaidOn.Time().Format("Mon 2 Jan 2006")
	}
	if st.Place != "" {
		out += ", " + seen(st.Place)
	}
	return out
}

func howKnown(st statements.Statement) string {
	switch st.Known {
	case statements.ByName:
		return "by name"
	case statements.ByRole:
		return "by role"
	case statements.ByPronoun:
		return "by pronoun"
	case statements.Carried:
		return "carried on"
	}
	return string(st.Known)
}

// whyLines name what found each part of a statement.
func whyLines(p *page, a statements.Article, st statements.Statement, indent string) {
	line := func(part, sgr, words, by string) {
		if by == "" && words == "" {
			return
		}
		if by == "" {
			by = "not told"
		}
		by = fmt.Sprintf("%-19s", seen(by))
		words, cut := breakAt(seen(words), max(p.style.Width-margin-28, 8))
		if cut != "" {
			words += " …"
		}
		p.put(p.fit(indent + fmt.Sprintf("%-5s", part) + p.bold(by) + " " + p.paint(sgr, words)))
	}
	line("who", paints[asSource], st.Source.Of(a.Text), st.Why.Source)
	line("says", paints[asCue], st.Cue.Of(a.Text), st.Why.Cue)
	kind := asVerbatim
	if st.Kind == statements.Indirect {
		kind = asReported
	}
	line("what", paints[kind], st.Text(a.Text), st.Why.Content)
	line("name", paints[asSource], st.Speaker, st.Why.Speaker)
}
