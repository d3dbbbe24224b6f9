package handlers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/gist"
)

// mostSummarySentences and mostSaid bound a keyword alert.
const (
	mostSummarySentences = 3
	mostSaid             = 3
)

// KeywordCard says that watched words stand in an article: its headline, a
// summary in its own sentences, and who said what in it.
func KeywordCard(in locales.Tongue, d statements.Delivery, now time.Time, zone *time.Location) Card {
	a, also := articleOf(d)
	words := wordsOf(d)
	c := Card{Form: FormKeyword, Accent: Keyword, Place: d.Place, At: d.Created, Roles: roles(d)}
	headline := short(a.Title, mostHeadline)
	if headline == "" {
		headline = in.Say("An article without a headline")
	}
	time := published(in, a.Published, in.Say(", published "), now, zone)
	c.Lead = []Block{
		{Runs: []Run{{Text: headline, Bold: true}}},
		{Runs: append([]Run{{Text: outlet(in, a)}}, append(typed(time), Run{Link: link(a.URL), Typed: true})...)},
	}
	c.Body = []Block{{Runs: append([]Run{{Text: in.Say("Read the article"), Link: link(a.URL), Click: true}}, clicked(time)...)}}
	found := slices.DeleteFunc(allFound(d), statements.Found.Rejected)
	summary, note := summaryOf(in, a, words, found)
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
		c.Body = append(c.Body, Block{Look: Gap}, Block{Runs: carriedBy(in, nil, list, now)})
	}
	c.Body = append(c.Body, whoSaidWhat(in, found, words)...)
	c.Footer = footer(owedTo(in, d), note, articleNo(in, a.ID))
	c.Buttons = []Button{{Label: in.Say("See more"), Action: "more", ID: d.ID, Typed: "more " + articleRef(a.ID)},
		{Label: in.Say("Mute"), Action: "mute", ID: d.ID, Typed: "mute " + articleRef(a.ID)}}
	if len(found) > 0 && !followed(d) {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Review"), Action: "review", ID: d.ID, Typed: "review " + articleRef(a.ID)})
	}
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
func whoSaidWhat(in locales.Tongue, all []statements.Found, words []string) []Block {
	var out []Block
	for i, f := range foremost(all, words, mostSaid) {
		if i == 0 {
			out = append(out, Block{Look: Gap}, Block{Runs: []Run{{Text: in.Say("Who said what"), Bold: true, Click: true}}})
		} else {
			out = append(out, Block{Look: Gap})
		}
		s := quote(f.Article, f.Statement, mostAnswer, nil)
		runs := byline(in, f.Article, f.Statement)
		if note := kindNote(in, f.Statement); note != "" {
			runs = append(runs, Run{Text: note})
		}
		out = append(out, Block{Look: s.Look, Runs: s.Runs}, Block{Runs: runs})
		out = append(out, changedSince(in, f)...)
	}
	if rest := len(all) - mostSaid; rest > 0 {
		out = append(out, Block{Look: Small, Runs: []Run{{Text: in.Say("and %s more in the article", rest)}}})
	}
	return out
}

// summaryOf is an article in at most three of its own sentences, those of one
// paragraph together. What the card quotes anyhow comes last. Where only a
// teaser could be read, it is the teaser.
func summaryOf(in locales.Tongue, a statements.Article, words []string, found []statements.Found) (paragraphs []string, note string) {
	if a.Stub {
		teaser := clip(strings.Join(strings.Fields(a.Summary), " "), mostSummary)
		if teaser == "" {
			return nil, in.Say("the outlet shows only this much")
		}
		return []string{teaser}, in.Say("the outlet shows only this much")
	}
	picked := gist.Summary(a, gist.Wish{Words: words, Told: contents(foremost(found, words, mostSaid)), Sentences: mostSummarySentences, Chars: mostSummary})
	if len(picked) == 0 {
		return beginning(in, a)
	}
	for i, s := range picked {
		if i > 0 && picked[i-1].Paragraph == s.Paragraph {
			paragraphs[len(paragraphs)-1] += " " + s.Of(a.Text)
			continue
		}
		paragraphs = append(paragraphs, s.Of(a.Text))
	}
	return paragraphs, in.Count(len(picked), "%s sentence from the article, unchanged", "%s sentences from the article, unchanged")
}

// beginning is the first sentence of an article of which no sentence makes a
// summary: they have no ends, or no end within reach.
func beginning(in locales.Tongue, a statements.Article) (paragraphs []string, note string) {
	ss := gist.Sentences(a)
	if len(ss) == 0 {
		return nil, in.Say("the article has no text")
	}
	first := ss[0]
	if i := slices.IndexFunc(ss, func(s gist.Sentence) bool { return gist.Ended(s.Of(a.Text)) }); i >= 0 {
		first = ss[i]
	}
	whole := first.Of(a.Text)
	if cut := clip(whole, mostSummary); cut != whole {
		return []string{cut}, in.Say("1 sentence from the article, cut")
	}
	return []string{whole}, in.Count(1, "%s sentence from the article, unchanged", "%s sentences from the article, unchanged")
}

// contents are what statements say, as parts of their article.
func contents(found []statements.Found) []statements.Span {
	var out []statements.Span
	for _, f := range found {
		out = append(out, f.Statement.Content...)
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
