package handlers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// mostOfArticle is how many statements of one article a backlog shows.
const mostOfArticle = 2

// BacklogCard folds what the archive held already when a watch was made into
// one message, article by article: the words, then when, where, and the link.
func BacklogCard(in locales.Tongue, d statements.Delivery) Card {
	c := Card{Form: FormBacklog, Accent: Keyword, Place: d.Place, At: d.Created, Roles: roles(d)}
	said := 0
	entries := make([]statements.Entry, 0, len(d.Entries))
	for _, e := range d.Entries {
		e.Found = once(showable(slices.DeleteFunc(slices.Clone(e.Found), statements.Found.Rejected)))
		said += len(e.Found)
		entries = append(entries, e)
	}
	d.Entries = entries
	what := in.Count(articles(d), "%s article", "%s articles")
	if said > 0 {
		what = in.Count(said, "%s statement in %s", "%s statements in %s", what)
	}
	name := watchName(in, d)
	c.Lead = []Block{{Runs: runsIn{in}.Say("%s: %s on record already", Run{Text: name, Bold: true}, ours(what))}}
	body, told := backlogBody(in, d)
	c.Body = body
	for _, b := range body {
		if b.Look == Quote || b.Look == Tilde {
			c.Accent = map[Look]Accent{Quote: Spoken, Tilde: Reported}[b.Look]
			break
		}
	}
	last := in.Say("told once")
	if rest := len(d.Entries) - told; rest > 0 {
		last = in.Count(rest, "%s more article; ask finds what is in it", "%s more articles; ask finds what is in them")
	}
	c.Footer = footer(in.Say("Watch %s: what was on record before it", name), last)
	return c
}

// showable leaves out statements of which nothing can be cut from the text.
func showable(found []statements.Found) []statements.Found {
	var out []statements.Found
	for _, f := range found {
		if len(piecesOf(f.Article.Text, f.Statement)) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// watchName is the name of the watch that a backlog is for.
func watchName(in locales.Tongue, d statements.Delivery) string {
	if len(d.Entries) == 0 {
		return in.Say("a watch")
	}
	return short(watchTitle(in, d.Entries[0].Watch), mostName)
}

// backlogBody lists articles until the card is full, and says how many it told.
func backlogBody(in locales.Tongue, d statements.Delivery) (body []Block, told int) {
	room := mostBody
	name := ""
	for i, e := range d.Entries {
		blocks, last := backlogEntry(in, e, name)
		room -= length(blocks)
		if i > 0 && room < 0 {
			break
		}
		if i > 0 {
			body = append(body, Block{Look: Gap})
		}
		body = append(body, blocks...)
		name = last
		told++
	}
	return body, told
}

// backlogEntry is one article. A watch on a person shows the words, and the
// name where it is another than in the article before; a watch on words shows
// the headline and who said what.
func backlogEntry(in locales.Tongue, e statements.Entry, before string) (out []Block, name string) {
	chosen := foremost(e.Found, e.Words, mostOfArticle)
	name = before
	if e.Watch.Speaker == "" {
		out = append(out, Block{Runs: []Run{{Text: short(e.Article.Title, mostHeadline), Bold: true}}})
	}
	for i, f := range chosen {
		s := quote(f.Article, f.Statement, mostBacklog, nil)
		if called := plainText(nameOf(in, f.Article, f.Statement)); e.Watch.Speaker != "" && called != name {
			out = append(out, Block{Runs: byline(in, f.Article, f.Statement)})
			name = called
		}
		out = append(out, Block{Look: s.Look, Runs: s.Runs})
		if e.Watch.Speaker != "" || i+1 < len(chosen) && oneVoice(f, chosen[i+1]) {
			continue
		}
		runs := byline(in, f.Article, f.Statement)
		if note := kindNote(in, f.Statement); note != "" {
			runs = append(runs, Run{Text: note})
		}
		out = append(out, Block{Runs: runs})
	}
	return append(out, Block{Runs: ofArticle(in, e, chosen)}), name
}

func plainText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// ofArticle is the line under an article's words: when and where, the outlet
// as a link, how much more there is, the number.
func ofArticle(in locales.Tongue, e statements.Entry, chosen []statements.Found) []Run {
	runs := []Run{{Text: dated(in, statements.Found{Article: e.Article}) + " · "}}
	if len(chosen) > 0 && whenAndWhere(chosen) {
		runs[0].Text = dated(in, chosen[0]) + " · "
	}
	runs = append(runs, outletRuns(in, e.Article, len(carriers(e.Article, e.Also, nil)))...)
	if e.Watch.Speaker != "" && len(chosen) > 0 {
		runs = append(runs, Run{Text: kindsOf(in, chosen)})
	}
	if rest := len(e.Found) - len(chosen); rest > 0 {
		return append(runs, Run{Text: " · " + in.Say("%s more", rest)}, Run{Text: ": context " + articleRef(e.Article.ID), Typed: true})
	}
	if len(chosen) == 1 {
		return append(runs, Run{Text: " · " + no(in, chosen[0].Statement.ID), Typed: true})
	}
	return append(runs, Run{Text: " · " + articleNo(in, e.Article.ID), Typed: true})
}

// kindsOf is the kind of statements under one line, if none is verbatim and
// all are of the same.
func kindsOf(in locales.Tongue, found []statements.Found) string {
	for _, f := range found {
		if kindOf(f.Statement) != kindOf(found[0].Statement) {
			return ""
		}
	}
	return kindNote(in, found[0].Statement)
}

// provenance is the line under a quote in a list: when and where, the outlet
// as a link, the kind if it is not verbatim, whether it is cut, the number.
func provenance(in locales.Tongue, f statements.Found, cut bool) []Run {
	runs := []Run{{Text: dated(in, f) + " · "}}
	runs = append(runs, outletRuns(in, f.Article, len(carriers(f.Article, f.Also, f.Others)))...)
	tail := kindNote(in, f.Statement)
	if doubtful(f.Statement) {
		tail += in.Say(" · speaker inferred")
	}
	if cut {
		tail += in.Say(" · cut")
	}
	if tail != "" {
		runs = append(runs, Run{Text: tail})
	}
	return append(runs, Run{Text: " · " + no(in, f.Statement.ID), Typed: true})
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
