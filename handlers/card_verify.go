package handlers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
)

// VerifyCard says how a quote stands in the text that was stored, and in
// today's page where that was asked for.
func VerifyCard(in locales.Tongue, v Verified, zone *time.Location) Card {
	f := v.Found
	c := Card{Form: FormVerify, Accent: accentOf(f.Statement)}
	if v.Match < WordMatch {
		c.Accent = Trouble
	}
	c.Lead = []Block{{Runs: []Run{{Text: verdict(in, v), Bold: true, Ours: true}}}}
	if note := reviewNote(in, f); note != "" {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: note}}})
	}
	var bold []statements.Span
	if v.Match == Nearly {
		bold = differing(v.Asked, f)
	}
	s := quote(f.Article, f.Statement, mostAnswer, bold)
	c.Lead = append(c.Lead, Block{Look: s.Look, Runs: s.Runs}, Block{Runs: append(byline(in, f.Article, f.Statement), Run{Text: kindNote(in, f.Statement)})})
	if v.Match == Nearly {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: apart(in, v)}}})
	}
	c.Body = []Block{{Runs: provenance(in, f, s.cut())}}
	field := func(name string, runs ...Run) {
		c.Fields = append(c.Fields, Field{Name: name, Body: []Block{{Runs: runs}}})
	}
	field(in.Say("Stored"), Run{Text: in.Say("bytes %s to %s of the text read %s", f.Statement.Start(), end(f.Statement), in.Layout("2 Jan 2006 15:04:05 MST", f.Article.Fetched.In(zone)))})
	field("SHA-256", Run{Text: v.Hash, Code: true})
	if v.Looked {
		field(in.Say("Today"), Run{Text: todays(in, v)})
	}
	c.Footer = kindWords(in, f.Statement, s.cut()) + " · " + no(in, f.Statement.ID)
	id := fmt.Sprint(f.Statement.ID)
	if !v.Looked {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Look at the page now"), Action: "verify", ID: id, Typed: "verify " + ref(f.Statement.ID) + " today yes"})
	}
	c.Buttons = append(c.Buttons,
		Button{Label: in.Say("Show context"), Action: "context", ID: id, Typed: "context " + ref(f.Statement.ID)},
		Button{Label: in.Say("Export"), Action: "export", ID: id, Typed: "export " + ref(f.Statement.ID)})
	return c
}

func verdict(in locales.Tongue, v Verified) string {
	switch {
	case v.Asked == "":
		return in.Say("These words stand in the stored text, byte for byte")
	case v.NotOf != "" && v.Match == Exactly:
		return in.Say("Not from %s; on record from somebody else, byte for byte", short(v.NotOf, mostName))
	case v.NotOf != "" && v.Match == WordMatch:
		return in.Say("Not from %s; on record from somebody else, word for word; marks, capitals or blanks differ", short(v.NotOf, mostName))
	case v.NotOf != "" && v.Match == Nearly:
		return in.Say("Not on record like that; the nearest words are not from %s:", short(v.NotOf, mostName))
	case v.Match == Exactly:
		return in.Say("On record, byte for byte")
	case v.Match == WordMatch:
		return in.Say("On record, word for word; marks, capitals or blanks differ")
	case v.Match == InArticle:
		return in.Say("These words stand in an article, but nobody is quoted with them; the nearest statement there:")
	}
	return in.Say("Not on record like that; the nearest words on record:")
}

// todays says how the words stand in today's page.
func todays(in locales.Tongue, v Verified) string {
	switch v.Sight {
	case statements.SightGone, statements.SightMissing:
		return in.Say("the page is not there any more")
	case statements.SightNotAllowed:
		return in.Say("the page may not be read: its robots.txt asks us not to")
	case statements.SightNoAnswer:
		return in.Say("the page did not answer")
	case statements.SightLess:
		return in.Say("the page shows only a part of its text")
	case statements.SightUnread:
		return in.Say("the page cannot be read")
	}
	switch v.Today {
	case Exactly:
		return in.Say("the page has these words, byte for byte")
	case WordMatch:
		return in.Say("the page has these words; marks, capitals or blanks differ")
	}
	return in.Say("the page does not have these words any more")
}

// apart says in words how what was asked for differs from the statement.
func apart(in locales.Tongue, v Verified) string {
	have := map[string]bool{}
	for _, w := range text.Words(v.Found.Statement.Text(v.Found.Article.Text)) {
		have[w.Folded] = true
	}
	var missing []string
	for _, w := range text.Words(v.Asked) {
		if word := "‘" + short(w.Of(v.Asked), mostName) + "’"; !have[w.Folded] && !slices.Contains(missing, word) {
			missing = append(missing, word)
		}
	}
	if len(missing) == 0 {
		return in.Say("It has all of these words, but not in this order or not side by side")
	}
	return in.Say("It does not have %s", in.List(missing, 6))
}

// differing are the words of a statement that were not asked for.
func differing(asked string, f statements.Found) []statements.Span {
	want := map[string]bool{}
	for _, w := range text.Words(asked) {
		want[w.Folded] = true
	}
	var out []statements.Span
	for _, part := range f.Statement.Content {
		for _, w := range text.Words(part.Of(f.Article.Text)) {
			if !want[w.Folded] {
				out = append(out, statements.Span{Start: part.Start + w.Start, End: part.Start + w.End})
			}
		}
	}
	return out
}

// UnverifiedCard says that words are not on record, and what was searched.
func UnverifiedCard(in locales.Tongue, v Verified, cov statements.Coverage) Card {
	return Card{
		Form:   FormNone,
		Lead:   []Block{{Runs: []Run{{Text: in.Say("Not on record:"), Bold: true, Ours: true}, {Text: " ‘" + short(v.Asked, mostHeadline) + "’"}}}},
		Body:   []Block{{Runs: []Run{{Text: in.Say("Nobody is quoted with these words, or with most of them, in what was read. That is no proof that nobody said them.")}}}},
		Footer: strings.Join(searched(in, cov, true), " · "),
	}
}
