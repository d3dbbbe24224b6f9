package handlers

import (
	"fmt"
	"maps"
	"slices"
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
	a, also := articleOf(d)
	words := wordsOf(d)
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
	found := allFound(d)
	summary, note := summaryOf(a, words, found)
	for i, paragraph := range summary {
		if i == 0 {
			c.Body = append(c.Body, Block{Look: Gap})
		}
		c.Body = append(c.Body, Block{Runs: []Run{{Text: paragraph}}})
	}
	var others []statements.Found
	for _, f := range found {
		others = append(others, f.Others...)
	}
	if list := carriers(a, also, others); len(list) > 0 {
		c.Body = append(c.Body, Block{Look: Gap}, Block{Runs: carriedBy("Also in ", list, now)})
	}
	c.Body = append(c.Body, whoSaidWhat(found, words)...)
	c.Footer = footer(reasons(d), note, "No. "+articleRef(a.ID))
	c.Buttons = []Button{{Label: "See more", Action: "more", ID: d.ID, Typed: "more " + articleRef(a.ID)}}
	return c
}

// articleRef is an article's number.
func articleRef(id int64) string { return fmt.Sprintf("A%d", id) }

// articleOf is the article that a delivery is about.
func articleOf(d statements.Delivery) (statements.Article, []statements.Outlet) {
	if len(d.Entries) == 0 {
		return statements.Article{}, nil
	}
	return d.Entries[0].Article, d.Entries[0].Also
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
func whoSaidWhat(all []statements.Found, words []string) []Block {
	var out []Block
	for i, f := range foremost(all, words, mostSaid) {
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
	if rest := len(all) - mostSaid; rest > 0 {
		out = append(out, Block{Look: Small, Runs: []Run{{Text: fmt.Sprintf("and %d more in the article", rest)}}})
	}
	return out
}

// summaryOf takes at most three sentences out of an article, unchanged and in
// its order, those of one paragraph together: the lead, then those that hold
// the words that were found, then those that follow; what the card quotes
// anyhow comes last. Where only a teaser could be read, it is the teaser.
func summaryOf(a statements.Article, words []string, found []statements.Found) (paragraphs []string, note string) {
	if a.Stub {
		teaser := clip(strings.Join(strings.Fields(a.Summary), " "), mostSummary)
		if teaser == "" {
			return nil, "the outlet shows only this much"
		}
		return []string{teaser}, "the outlet shows only this much"
	}
	ss := sentencesOf(a)
	if len(ss) == 0 {
		return nil, "the article has no text"
	}
	picked := pick(a.Text, ss, words, found)
	note = count(len(picked), "sentence") + " from the article, unchanged"
	for i, at := range picked {
		s := ss[at].Of(a.Text)
		if cut := clip(s, mostSummary); cut != s {
			s, note = cut, "1 sentence from the article, cut"
		}
		if i > 0 && ss[picked[i-1]].paragraph == ss[at].paragraph {
			paragraphs[len(paragraphs)-1] += " " + s
			continue
		}
		paragraphs = append(paragraphs, s)
	}
	return paragraphs, note
}

// pick chooses the sentences of a summary, in the order of the text.
func pick(text string, ss []sentence, words []string, found []statements.Found) []int {
	lead := leadSentence(text, ss)
	picked := map[int]bool{lead: true}
	room := mostSummary - utf8.RuneCountInString(ss[lead].Of(text))
	for _, fits := range []func(int) bool{
		func(i int) bool { return holds(ss[i].Of(text), words) && !isSaid(ss[i], found) },
		func(i int) bool { return !isSaid(ss[i], found) },
		func(int) bool { return true },
	} {
		for i := lead + 1; i < len(ss) && len(picked) < mostSummarySentences; i++ {
			n := utf8.RuneCountInString(ss[i].Of(text)) + 1
			if picked[i] || n > room || !ended(ss[i].Of(text)) || !fits(i) {
				continue
			}
			picked[i] = true
			room -= n
		}
	}
	return slices.Sorted(maps.Keys(picked))
}

// leadSentence is the first sentence that ends like one: lines without an end
// above it are sub-headings and datelines.
func leadSentence(text string, ss []sentence) int {
	for i, s := range ss {
		if ended(s.Of(text)) {
			return i
		}
	}
	return 0
}

// ended reports whether s ends like a sentence.
func ended(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return isMark(r) || r == ')' || r == ']' })
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "。")
}

// isSaid reports whether a sentence is, in part, what somebody is quoted with.
func isSaid(s sentence, found []statements.Found) bool {
	for _, f := range found {
		for _, v := range f.Statement.Verbatim {
			if s.Overlaps(v) {
				return true
			}
		}
	}
	return false
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
