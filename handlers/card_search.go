package handlers

import (
	"fmt"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// Searched is a page of what a search has found.
type Searched struct {
	ID       string // of the stored question
	Words    string
	Hits     []Hit // of this page, newest first
	First    int   // number of the first of them, from 1
	Of       int   // how many are kept
	Looked   statements.Looked
	Coverage statements.Coverage
	Private  bool
}

// SearchCard shows up to five statements that have the words, newest first,
// or says that there are none and what was searched.
func SearchCard(in locales.Tongue, s Searched) Card {
	c := Card{Form: FormAnswer, Footer: strings.Join(searched(in, s.Coverage, s.Of == 0), " · ")}
	words := Run{Text: short(s.Words, mostHeadline), Bold: true}
	if s.Of == 0 {
		c.Form = FormNone
		c.Lead = []Block{{Runs: []Run{{Text: in.Say("Nothing on record:"), Bold: true, Ours: true}, {Text: " " + in.Say("no statement has %s", words.Text)}}}}
		c.Body = []Block{{Runs: []Run{{Text: in.Say("Words count in what was said, right around it, and in the headline; title: source: said: look only there")}}}}
	} else {
		c.Lead = []Block{{Runs: []Run{words, {Text: in.Say(": ") + s.howMany(in), Ours: true}}}}
	}
	if s.Looked.Cut {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: in.Say("Of the statements with such words the %s read last were looked at, not the older ones", s.Looked.At)}}})
	}
	for i, h := range s.Hits {
		if i == 0 {
			c.Accent = accentOf(h.Found.Statement)
		} else {
			c.Body = append(c.Body, Block{Look: Gap})
		}
		c.Body = append(c.Body, hitEntry(in, h, s.First+i)...)
	}
	if s.Looked.More && s.First+len(s.Hits) > s.Of {
		c.Body = append(c.Body, Block{Look: Gap}, Block{Look: Small, Runs: []Run{{Text: in.Say("These are the newest %s; an export with a last day has older ones", s.Of)}}})
	}
	c.Buttons = s.buttons(in)
	return c
}

// howMany says how many of how many.
func (s Searched) howMany(in locales.Tongue) string {
	of := in.Count(s.Of, "%s statement", "%s statements")
	if s.Looked.More {
		of = in.Say("more than %s", of)
	}
	last := s.First + len(s.Hits) - 1
	switch {
	case s.Of == 1:
		return of
	case s.First > 1:
		return in.Say("%s to %s of %s, newest first", s.First, last, of)
	case last < s.Of:
		return in.Say("%s of %s, newest first", last, of)
	}
	return in.Say("%s, newest first", of)
}

func (s Searched) buttons(in locales.Tongue) []Button {
	var out []Button
	page := (s.First-1)/pageSize + 1
	if s.Private {
		out = append(out, Button{Label: in.Say("Share"), Action: "share", ID: s.ID, Arg: fmt.Sprint(page), Typed: "share"})
	}
	if s.Of == 0 {
		return out
	}
	out = append(out, Button{Label: in.Say("Show context"), Action: "context", ID: s.ID, Arg: fmt.Sprint(page), Typed: fmt.Sprintf("context %d", s.First)})
	return append(out, turning(in, s.ID, s.First, len(s.Hits), s.Of, s.Private)...)
}

// hitEntry is one numbered statement. Where the quote does not show the words,
// it says where they stand.
func hitEntry(in locales.Tongue, h Hit, n int) []Block {
	f := h.Found
	s := quote(f.Article, f.Statement, mostAnswer, h.Words)
	runs := append(append(byline(in, f.Article, f.Statement), Run{Text: " · "}), provenance(in, f, s.cut())...)
	runs = append(runs, Run{Text: " · " + no(in, f.Statement.ID), Click: true})
	out := append([]Block{{Look: s.Look, Number: n, Runs: s.Runs}, {Number: n, Runs: runs}}, changedSince(in, f)...)
	for _, r := range s.Runs {
		if r.Bold {
			return out
		}
	}
	return append(out, Block{Look: Small, Runs: aside(in, f, h.Words)})
}

// aside shows words that stand right around the statement, or the headline.
func aside(in locales.Tongue, f statements.Found, words []statements.Span) []Run {
	title := strings.Index(f.Article.Text, f.Article.Title)
	for _, w := range words {
		if w.Start >= title+len(f.Article.Title) || title != 0 {
			return runsIn{in}.Say("Right around it: %s", Run{Text: short(w.Of(f.Article.Text), mostName), Bold: true})
		}
	}
	return []Run{{Text: in.Say("Headline: %s", short(f.Article.Title, mostHeadline))}}
}
