package handlers

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord/statements"
)

// mostSummarySentences and mostSaid bound a keyword alert.
const (
	mostSummarySentences = 3
	mostSaid             = 3
)

// KeywordCard says that watched words stand in an article: its headline, a
// summary in its own sentences, and who said what in it.
func KeywordCard(d statements.Delivery, now time.Time, zone *time.Location) Card {
	a, also, words := articleOf(d)
	c := Card{Form: FormKeyword, Accent: Keyword, Place: d.Place, At: d.Created, Roles: roles(d)}
	headline := short(a.Title, mostHeadline)
	if headline == "" {
		headline = "An article without a headline"
	}
	time := published(a.Published, ", published ", now, zone)
	c.Lead = []Block{
		{Runs: []Run{{Text: headline, Bold: true}}},
		{Runs: append([]Run{{Text: outlet(a)}}, append(typed(time), Run{Link: link(a.URL), Typed: true})...)},
	}
	c.Body = []Block{{Runs: append([]Run{{Text: "Read the article", Link: link(a.URL), Click: true}}, clicked(time)...)}}
	summary, note := summaryOf(a, words)
	if summary != "" {
		c.Body = append(c.Body, Block{Look: Gap}, Block{Runs: []Run{{Text: summary}}})
	}
	if alsoRuns := alsoIn(also); alsoRuns != nil {
		c.Body = append(c.Body, Block{Look: Gap}, Block{Runs: alsoRuns})
	}
	c.Body = append(c.Body, whoSaidWhat(allFound(d))...)
	c.Footer = footer(reasons(d), note, "No. "+articleRef(a.ID))
	c.Buttons = []Button{{Label: "See more", Action: "more", ID: d.ID, Typed: "more " + articleRef(a.ID)}}
	return c
}

// articleRef is an article's number.
func articleRef(id int64) string { return fmt.Sprintf("A%d", id) }

// articleOf is the article that a delivery is about, and the words found.
func articleOf(d statements.Delivery) (a statements.Article, also []statements.Outlet, words []string) {
	for i, e := range d.Entries {
		if i == 0 {
			a, also = e.Article, e.Also
		}
		words = append(words, e.Words...)
	}
	return a, also, words
}

func typed(runs []Run) []Run {
	out := append([]Run(nil), runs...)
	for i := range out {
		out[i].Typed = true
	}
	return out
}

func clicked(runs []Run) []Run {
	out := append([]Run(nil), runs...)
	for i := range out {
		out[i].Click = true
	}
	return out
}

// whoSaidWhat is at most three statements, each with its byline.
func whoSaidWhat(found []statements.Found) []Block {
	var out []Block
	for i, f := range found {
		if i == mostSaid {
			more := fmt.Sprintf("and %s more in the article", number(len(found)-i))
			return append(out, Block{Look: Small, Runs: []Run{{Text: more}}})
		}
		if i == 0 {
			out = append(out, Block{Look: Gap}, Block{Runs: []Run{{Text: "Who said what", Bold: true, Click: true}}})
		} else {
			out = append(out, Block{Look: Gap})
		}
		s := quote(f.Article, f.Statement, mostAnswer, nil)
		runs := byline(f.Article, f.Statement)
		if note := kindNote(f.Statement); note != "" {
			runs = append(runs, Run{Text: note})
		}
		out = append(out, Block{Look: s.Look, Runs: s.Runs}, Block{Runs: runs})
	}
	return out
}

// summaryOf takes at most three sentences out of an article, unchanged and in
// its order: the first, then those that hold the words that were found, then
// those that follow. Where only a teaser could be read, it is the teaser.
func summaryOf(a statements.Article, words []string) (summary, note string) {
	if a.Stub {
		teaser := strings.Join(strings.Fields(a.Summary), " ")
		return clip(teaser, mostSummary), "the outlet shows only this much"
	}
	ss := sentencesOf(a)
	if len(ss) == 0 {
		return "", "the article has no text"
	}
	chosen := chosenSentences(a.Text, ss, words)
	out := make([]string, 0, len(chosen))
	for _, i := range chosen {
		out = append(out, ss[i].Of(a.Text))
	}
	note = count(len(out), "sentence") + " from the article, unchanged"
	summary = strings.Join(out, " ")
	if cut := clip(summary, mostSummary); cut != summary {
		return cut, count(len(out), "sentence") + " from the article, cut"
	}
	return summary, note
}

// chosenSentences picks the sentences of a summary, in the order of the text.
func chosenSentences(text string, ss []sentence, words []string) []int {
	room := mostSummary - utf8.RuneCountInString(ss[0].Of(text))
	picked := map[int]bool{0: true}
	pick := func(fits func(string) bool) {
		for i := 1; i < len(ss) && len(picked) < mostSummarySentences; i++ {
			s := ss[i].Of(text)
			n := utf8.RuneCountInString(s) + 1
			if picked[i] || n > room || !fits(s) {
				continue
			}
			picked[i] = true
			room -= n
		}
	}
	pick(func(s string) bool { return holds(s, words) })
	pick(func(string) bool { return true })
	var out []int
	for i := range ss {
		if picked[i] {
			out = append(out, i)
		}
	}
	return out
}

// holds reports whether one of the words stands in s.
func holds(s string, words []string) bool {
	s = strings.ToLower(s)
	for _, w := range words {
		if w != "" && strings.Contains(s, strings.ToLower(w)) {
			return true
		}
	}
	return false
}
