package handlers

import (
	"errors"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// mostFound bounds the statements that are shown of one source, and of each
// where there are several.
const (
	mostFoundAlone = 10
	mostFoundEach  = 5
)

// FindCard shows who says what in texts that were just read: cut from them, and
// without numbers, for nothing of it is kept. Of an article on record it shows
// what is stored.
func FindCard(in locales.Tongue, list []Source, left int, now time.Time, zone *time.Location) Card {
	c := Card{Form: FormFind, Lead: []Block{{Runs: foundLine(in, list)}}}
	most := mostFoundAlone
	if len(list) > 1 {
		most = mostFoundEach
	}
	kept, read := 0, 0
	for _, s := range list {
		c.Parts = append(c.Parts, Part{Accent: s.accent(), Body: append(s.head(in, now, zone), s.entries(in, most)...)})
		switch {
		case s.Err != nil:
		case s.Article != 0:
			kept++
			about := strings.ToLower(articleRef(s.Article))
			if len(c.Buttons) == 0 {
				c.Buttons = []Button{{Label: in.Say("See all"), Action: "more", ID: about, Typed: "more " + articleRef(s.Article)},
					{Label: in.Say("Show context"), Action: "context", ID: about, Typed: "context " + articleRef(s.Article)}}
			}
		default:
			read++
		}
	}
	if left > 0 {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: in.Say("The first %s links were read, and %s more were not", mostLinks, left), Ours: true}}})
	}
	var foot []string
	if kept > 0 {
		foot = append(foot, in.Say("on record"))
	}
	if read > 0 {
		foot = append(foot, in.Say("read just now, not kept"))
	}
	c.Footer = strings.Join(foot, " · ")
	return c
}

// foundLine is how much was found, in how much.
func foundLine(in locales.Tongue, list []Source) []Run {
	found, people, articles, own := 0, map[string]bool{}, 0, false
	for _, s := range list {
		found += len(s.Found)
		for _, f := range s.Found {
			if f.Statement.Speaker != "" && f.Statement.Known != statements.Unresolved {
				people[f.Statement.Speaker] = true
			}
		}
		switch {
		case s.Err != nil:
		case s.Address == "":
			own = true
		default:
			articles++
		}
	}
	switch {
	case found == 0 && articles == 0 && !own:
		return []Run{{Text: in.Say("None of the links could be read"), Bold: true, Ours: true}}
	case found == 0:
		nobody := Run{Text: in.Say("Nobody is quoted"), Bold: true, Ours: true}
		if own {
			return runsIn{in}.Say("%s in this text, as far as it was read", nobody)
		}
		return runsIn{in}.Count(articles, "%[2]s in %[1]s article, as far as it was read", "%[2]s in %[1]s articles, as far as it was read", nobody)
	}
	runs := []Run{{Text: in.Count(found, "%s statement", "%s statements"), Bold: true, Ours: true}}
	if n := len(people); n > 0 {
		runs = runsIn{in}.Say("%s by %s", runs, ours(in.Count(n, "%s person", "%s people")))
	}
	if own {
		return runsIn{in}.Say("%s in this text", runs)
	}
	return runsIn{in}.Count(articles, "%[2]s in %[1]s article", "%[2]s in %[1]s articles", runs)
}

func (s Source) accent() Accent {
	switch {
	case s.Err != nil:
		return Trouble
	case len(s.Found) > 0:
		return accentOf(s.Found[0].Statement)
	}
	return Neutral
}

// head names the source, and says what was not to be had of it.
func (s Source) head(in locales.Tongue, now time.Time, zone *time.Location) []Block {
	if s.Err != nil {
		var why *statements.Problem
		if !errors.As(s.Err, &why) {
			why = &statements.Problem{Text: statements.Say("It could not be read.")}
		}
		return []Block{{Runs: []Run{{Text: short(strings.TrimPrefix(strings.TrimPrefix(s.Address, "https://"), "http://"), mostHeadline), Link: link(s.Address)}}}, {Look: Small, Runs: []Run{{Text: in.Tell(why.Text)}}}}
	}
	if s.Address == "" {
		return nil
	}
	title := short(s.Read.Title, mostHeadline)
	if title == "" {
		title = in.Say("An article without a headline")
	}
	at := link(s.Read.URL)
	if at == "" {
		at = link(s.Address)
	}
	out := []Block{{Runs: []Run{{Text: title, Link: at, Bold: true}}},
		{Runs: append([]Run{{Text: outlet(in, s.Read)}}, published(in, s.Read.Published, in.Say(", published "), now, zone)...)}}
	if s.Partial != "" {
		out = append(out, Block{Look: Small, Runs: []Run{{Text: in.Say("No more than the beginning could be read: %s", statements.Retold(s.Partial))}}})
	}
	return out
}

// entries are the statements of a source, in its own order.
func (s Source) entries(in locales.Tongue, most int) []Block {
	var out []Block
	for i, f := range s.Found[:min(len(s.Found), most)] {
		if i > 0 || s.Address != "" {
			out = append(out, Block{Look: Gap})
		}
		q := quote(f.Article, f.Statement, mostAnswer, nil)
		out = append(out, Block{Look: q.Look, Runs: q.Runs}, Block{Runs: append(byline(in, f.Article, f.Statement), foundTail(in, f, q.cut())...)})
		out = append(out, changedSince(in, f)...)
	}
	switch rest := len(s.Found) - most; {
	case rest > 0 && s.Article != 0:
		out = append(out, Block{Look: Small, Runs: []Run{{Text: in.Say("and %s more in the article", rest), Ours: true}, {Text: ": more " + articleRef(s.Article), Typed: true}}})
	case rest > 0:
		out = append(out, Block{Look: Small, Runs: []Run{{Text: in.Say("and %s more in the article", rest), Ours: true}}})
	case len(s.Found) == 0 && s.Err == nil && s.Address != "":
		out = append(out, Block{Look: Small, Runs: []Run{{Text: in.Say("Nobody is quoted in it"), Ours: true}}})
	}
	return out
}

// foundTail is what stands behind a byline here: no number where there is none.
func foundTail(in locales.Tongue, f statements.Found, cut bool) []Run {
	tail := kindNote(in, f.Statement)
	if doubtful(f.Statement) {
		tail += in.Say(" · speaker inferred")
	}
	if cut {
		tail += in.Say(" · cut")
	}
	var runs []Run
	switch {
	case !f.Statement.SaidOn.IsZero() && f.Statement.Place != "":
		runs = append(runs, Run{Text: " · " + in.Day(f.Statement.SaidOn) + ", " + short(f.Statement.Place, mostName)})
	case !f.Statement.SaidOn.IsZero():
		runs = append(runs, Run{Text: " · " + in.Day(f.Statement.SaidOn)})
	case f.Statement.Place != "":
		runs = append(runs, Run{Text: " · " + short(f.Statement.Place, mostName)})
	}
	if tail != "" {
		runs = append(runs, Run{Text: tail})
	}
	if f.Statement.ID != 0 {
		runs = append(runs, Run{Text: " · " + no(in, f.Statement.ID)})
	}
	return runs
}
