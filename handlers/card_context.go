package handlers

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
)

// ContextCard shows the paragraphs around a statement as the article has them:
// the statement in bold and nothing else touched.
func ContextCard(in locales.Tongue, f statements.Found, zone *time.Location) Card {
	c := Card{Form: FormContext, Accent: accentOf(f.Statement)}
	c.Lead = []Block{{Runs: runsIn{in}.Say("%s, in the article", byline(in, f.Article, f.Statement))}}
	if doubtful(f.Statement) {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: howKnown(in, f.Article, f.Statement)}}})
	}
	if note := reviewNote(in, f); note != "" {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: note}}})
	} else if heard := short(f.Statement.Heard, mostName); heard != "" {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: in.Say("Read as ‘%s’; somebody here said who that is", heard)}}})
	}
	c.Lead = append(c.Lead, changedSince(in, f)...)
	c.Body = inTheArticle(f)
	when := ""
	if p := f.Article.Published; !p.IsZero() {
		when = ", " + in.Day(statements.DateOf(p.Time))
	}
	c.Body = append(c.Body, Block{Look: Gap}, Block{Runs: []Run{{Text: outlet(in, f.Article), Link: link(f.Article.URL)}, {Text: when}}})
	c.Footer = in.Say("Bytes %s to %s of the text stored %s · %s · %s", f.Statement.Start(), end(f.Statement), in.Layout("2 Jan 2006 15:04:05 MST", f.Article.Fetched.In(zone)), kindWords(in, f.Statement, false), no(in, f.Statement.ID))
	c.Buttons = []Button{
		{Label: in.Say("Verify quote"), Action: "verify", ID: fmt.Sprint(f.Statement.ID), Typed: "verify " + ref(f.Statement.ID) + " today yes"},
		{Label: in.Say("Export"), Action: "export", ID: fmt.Sprint(f.Statement.ID), Typed: "export " + ref(f.Statement.ID)},
		{Label: in.Say("Review"), Action: "review", ID: fmt.Sprint(f.Statement.ID), Typed: "review " + ref(f.Statement.ID)},
		{Label: in.Say("Share"), Action: "share", ID: fmt.Sprint(f.Statement.ID)},
	}
	return c
}

// end is the last byte of a statement's content.
func end(s statements.Statement) int {
	last := 0
	for _, c := range s.Content {
		last = max(last, c.End)
	}
	return last
}

// inTheArticle is up to three paragraphs: those of the statement, and the ones
// before and after it as far as there is room.
func inTheArticle(f statements.Found) []Block {
	ps := text.Paragraphs(f.Article.Text)
	first, last := touched(ps, f.Statement)
	if first < 0 {
		return nil
	}
	room := mostParagraph
	for i := first; i <= last; i++ {
		room -= utf8.RuneCountInString(ps[i].Of(f.Article.Text))
	}
	fits := func(i int) bool {
		if i < 0 || i >= len(ps) {
			return false
		}
		room -= utf8.RuneCountInString(ps[i].Of(f.Article.Text))
		return room >= 0
	}
	if last-first < 2 {
		if first > 1 && fits(first-1) { // the first paragraph is the headline
			first--
		}
		if fits(last + 1) {
			last++
		}
	}
	var out []Block
	left := mostParagraph
	for i := first; i <= last && left > 0; i++ {
		if len(out) > 0 {
			out = append(out, Block{Look: Gap})
		}
		from := windowStart(f, ps[i])
		runs, shown := paragraph(f, statements.Span{Start: from, End: ps[i].End}, left)
		if from > ps[i].Start {
			runs = append([]Run{{Text: cutMark + " "}}, runs...)
		}
		left -= shown
		out = append(out, Block{Runs: runs})
	}
	return out
}

// paragraph is at most n code points of p, the statement in bold.
func paragraph(f statements.Found, p statements.Span, n int) (runs []Run, shown int) {
	whole := p.Of(f.Article.Text)
	end := wordCut(whole, n)
	emphasise(&runs, f.Article.Text, statements.Span{Start: p.Start, End: p.Start + end}, marked(f))
	if end < len(whole) {
		add(&runs, " "+cutMark)
	}
	return runs, utf8.RuneCountInString(whole[:end])
}

// windowStart is where a paragraph begins to be shown: at its start, or, if
// the statement would lie beyond the cut, at a word not far before it.
func windowStart(f statements.Found, p statements.Span) int {
	const before = 800 // bytes
	at := p.Start
	if content := ordered(f.Article.Text, f.Statement.Content); len(content) > 0 {
		at = content[0].Start
	}
	if !p.Contains(statements.Span{Start: at, End: at}) || at-p.Start <= mostParagraph-before {
		return p.Start
	}
	from := at - before
	if space := strings.IndexByte(f.Article.Text[from:at], ' '); space >= 0 {
		return from + space + 1
	}
	return at
}

// touched gives the first and the last paragraph that hold a statement, -1 if
// none does. They are those of its content: the cue may stand elsewhere.
func touched(ps []statements.Span, s statements.Statement) (first, last int) {
	first = -1
	for i, p := range ps {
		for _, c := range s.Content {
			if p.Overlaps(c) {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
	}
	return first, last
}

// marked is the statement's spans, with the article's own quotation marks
// around them and a stop or comma before the closing one.
func marked(f statements.Found) []statements.Span {
	t := f.Article.Text
	spans := ordered(t, f.Statement.Content)
	for i, s := range spans {
		if r, n := utf8.DecodeLastRuneInString(t[:s.Start]); isMark(r) {
			spans[i].Start -= n
		}
		rest := strings.TrimLeft(t[s.End:], ".,;:!?…")
		if r, n := utf8.DecodeRuneInString(rest); isMark(r) {
			spans[i].End = len(t) - len(rest) + n
		}
	}
	return spans
}

// mostChoose is how many statements one can choose from: two rows of buttons.
const mostChoose = 10

// WhichCard asks which of several statements is meant, one button each.
func WhichCard(in locales.Tongue, found []statements.Found, first int, action string) Card {
	c := Card{Form: FormList, Lead: []Block{{Runs: []Run{{Text: in.Say("Which one?"), Bold: true}}}}}
	if n := len(found) - mostChoose; n > 0 {
		c.Footer = in.Say("%s more in the article", n)
		found = found[:mostChoose]
	}
	for i, f := range found {
		s := quote(f.Article, f.Statement, mostPreview, nil)
		runs := append(nameOf(in, f.Article, f.Statement), Run{Text: kindNote(in, f.Statement) + " · " + dated(in, f)},
			Run{Text: " · " + no(in, f.Statement.ID), Typed: true})
		if i > 0 {
			c.Body = append(c.Body, Block{Look: Gap})
		}
		c.Body = append(c.Body, Block{Look: s.Look, Number: first + i, Runs: s.Runs}, Block{Number: first + i, Runs: runs})
		c.Buttons = append(c.Buttons, Button{
			Label: fmt.Sprint(first + i), Action: action, ID: fmt.Sprint(f.Statement.ID),
			Typed: action + " " + ref(f.Statement.ID),
		})
	}
	return c
}
