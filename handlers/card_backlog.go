package handlers

import (
	"fmt"
	"unicode/utf8"

	"onrecord/statements"
)

// BacklogCard folds what the archive held already when a watch was made into
// one message: the words, then when, where, and the link, speaker by speaker.
func BacklogCard(d statements.Delivery) Card {
	found := inOrder(d)
	c := Card{Form: FormBacklog, Place: d.Place, At: d.Created, Roles: roles(d)}
	sum := count(len(found), "statement")
	if len(found) > 0 {
		c.Accent = accentOf(found[0].Statement)
	} else {
		c.Accent = Keyword
	}
	what := sum + " in " + count(articles(d), "article")
	if len(found) == 0 {
		what = count(articles(d), "article")
	}
	c.Lead = []Block{{Runs: []Run{{Text: watchNames(d), Bold: true}, {Text: ": " + what + " on record already", Ours: true}}}}
	body, shown := backlogBody(d, found)
	c.Body = body
	rest := len(found) - shown
	if len(found) == 0 {
		rest = articles(d) - shown
	}
	last := "told once"
	if rest > 0 {
		last = fmt.Sprintf("%d more, ask finds them", rest)
	}
	c.Footer = footer("Watch "+watchNames(d)+": what was on record before it", last)
	return c
}

// watchNames is the name of the watch that a backlog is for.
func watchNames(d statements.Delivery) string {
	if len(d.Entries) == 0 {
		return "a watch"
	}
	return short(d.Entries[0].Watch.Name(), mostName)
}

// inOrder gathers the statements of all entries, one speaker after the other,
// in the order in which the outbox folded them.
func inOrder(d statements.Delivery) []statements.Found {
	var names []string
	by := map[string][]statements.Found{}
	for _, e := range d.Entries {
		for _, f := range e.Found {
			if len(piecesOf(f.Article.Text, f.Statement)) == 0 {
				continue
			}
			if _, ok := by[f.Statement.Speaker]; !ok {
				names = append(names, f.Statement.Speaker)
			}
			by[f.Statement.Speaker] = append(by[f.Statement.Speaker], f)
		}
	}
	var out []statements.Found
	for _, n := range names {
		out = append(out, by[n]...)
	}
	return out
}

// backlogBody lists statements, or articles where nobody spoke, until the card
// is full.
func backlogBody(d statements.Delivery, found []statements.Found) (body []Block, shown int) {
	var entries [][]Block
	for i, f := range found {
		e := backlogEntry(f)
		if i == 0 || found[i-1].Statement.Speaker != f.Statement.Speaker {
			e = append([]Block{{Runs: byline(f.Article, f.Statement)}}, e...)
		}
		entries = append(entries, e)
	}
	if len(found) == 0 {
		for _, e := range d.Entries {
			entries = append(entries, articleEntry(e))
		}
	}
	room := mostBody
	for i, e := range entries {
		room -= length(e)
		if i > 0 && room < 0 {
			break
		}
		if i > 0 {
			body = append(body, Block{Look: Gap})
		}
		body = append(body, e...)
		shown++
	}
	return body, shown
}

func backlogEntry(f statements.Found) []Block {
	s := quote(f.Article, f.Statement, mostBacklog, nil)
	return []Block{{Look: s.Look, Runs: s.Runs}, {Runs: provenance(f)}}
}

func articleEntry(e statements.Entry) []Block {
	headline := short(e.Article.Title, mostHeadline)
	runs := append([]Run{}, outletRuns(e.Article, e.Also)...)
	runs = append(runs, Run{Text: " · No. " + articleRef(e.Article.ID), Typed: true})
	if when := e.Article.Published; !when.IsZero() {
		runs = append([]Run{{Text: day(statements.DateOf(when.Time)) + " · "}}, runs...)
	}
	return []Block{{Runs: []Run{{Text: headline, Bold: true}}}, {Runs: runs}}
}

// provenance is the line under a quote in a list: when and where, the outlet
// as a link, the kind if it is not verbatim, the number.
func provenance(f statements.Found) []Run {
	runs := []Run{{Text: dated(f) + " · "}}
	runs = append(runs, outletRuns(f.Article, f.Also)...)
	tail := kindNote(f.Statement)
	if doubtful(f.Statement) {
		tail += " · speaker inferred"
	}
	if tail != "" {
		runs = append(runs, Run{Text: tail})
	}
	return append(runs, Run{Text: " · " + no(f.Statement.ID), Typed: true})
}

// length counts the code points of blocks, links included.
func length(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		n += 3
		for _, r := range b.Runs {
			n += utf8.RuneCountInString(r.Text) + len(r.Link)
		}
	}
	return n
}
