package handlers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/statements"
	"onrecord/statements/text"
)

// VerifyCard says how a quote stands in the text that was stored, and in
// today's page where that was asked for.
func VerifyCard(v Verified, zone *time.Location) Card {
	f := v.Found
	c := Card{Form: FormVerify, Accent: accentOf(f.Statement)}
	if v.Match < WordMatch {
		c.Accent = Trouble
	}
	c.Lead = []Block{{Runs: []Run{{Text: verdict(v), Bold: true, Ours: true}}}}
	var bold []statements.Span
	if v.Match == Nearly {
		bold = differing(v.Asked, f)
	}
	s := quote(f.Article, f.Statement, mostAnswer, bold)
	c.Lead = append(c.Lead, Block{Look: s.Look, Runs: s.Runs}, Block{Runs: append(byline(f.Article, f.Statement), Run{Text: kindNote(f.Statement)})})
	if v.Match == Nearly {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: apart(v)}}})
	}
	c.Body = []Block{{Runs: provenance(f, s.cut())}}
	field := func(name string, runs ...Run) {
		c.Fields = append(c.Fields, Field{Name: name, Body: []Block{{Runs: runs}}})
	}
	field("Stored", Run{Text: fmt.Sprintf("bytes %s to %s of the text read %s",
		number(f.Statement.Start()), number(end(f.Statement)), f.Article.Fetched.In(zone).Format("2 Jan 2006 15:04:05 MST"))})
	field("SHA-256", Run{Text: v.Hash, Code: true})
	if v.Looked {
		field("Today", Run{Text: todays(v)})
	}
	c.Footer = kindWords(f.Statement, s.cut()) + " · " + no(f.Statement.ID)
	id := fmt.Sprint(f.Statement.ID)
	if !v.Looked {
		c.Buttons = append(c.Buttons, Button{Label: "Look at the page now", Action: "verify", ID: id, Typed: "verify " + ref(f.Statement.ID) + " today yes"})
	}
	c.Buttons = append(c.Buttons,
		Button{Label: "Show context", Action: "context", ID: id, Typed: "context " + ref(f.Statement.ID)},
		Button{Label: "Export", Action: "export", ID: id, Typed: "export " + ref(f.Statement.ID)})
	return c
}

func verdict(v Verified) string {
	switch {
	case v.Asked == "":
		return "These words stand in the stored text, byte for byte"
	case v.Match == Exactly:
		return "On record, byte for byte"
	case v.Match == WordMatch:
		return "On record, word for word; marks, capitals or blanks differ"
	case v.Match == InArticle:
		return "These words stand in an article, but nobody is quoted with them; the nearest statement there:"
	}
	return "Not on record like that; the nearest words on record:"
}

// todays says how the words stand in today's page.
func todays(v Verified) string {
	switch v.Sight {
	case statements.SightGone, statements.SightMissing:
		return "the page is not there any more"
	case statements.SightNotAllowed:
		return "the page may not be read: its robots.txt asks us not to"
	case statements.SightNoAnswer:
		return "the page did not answer"
	case statements.SightLess:
		return "the page shows only a part of its text"
	case statements.SightUnread:
		return "the page cannot be read"
	}
	switch v.Today {
	case Exactly:
		return "the page has these words, byte for byte"
	case WordMatch:
		return "the page has these words; marks, capitals or blanks differ"
	}
	return "the page does not have these words any more"
}

// apart says in words how what was asked for differs from the statement.
func apart(v Verified) string {
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
		return "It has all of these words, but not in this order or not side by side"
	}
	return "It does not have " + list(missing, 6)
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
func UnverifiedCard(v Verified, cov statements.Coverage) Card {
	return Card{
		Form:   FormNone,
		Lead:   []Block{{Runs: []Run{{Text: "Not on record:", Bold: true, Ours: true}, {Text: " ‘" + short(v.Asked, mostHeadline) + "’"}}}},
		Body:   []Block{{Runs: []Run{{Text: "Nobody is quoted with these words, or with most of them, in what was read. That is no proof that nobody said them."}}}},
		Footer: strings.Join(searched(cov, true), " · "),
	}
}
