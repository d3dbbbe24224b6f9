package handlers

import (
	"fmt"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
)

// pageSize is how many answers one card has.
const pageSize = 5

// Answered is a question with what was found.
type Answered struct {
	ID       string // of the stored question; "" if it was not kept
	Query    statements.Query
	Answers  []ask.Answer         // of this page, best first
	First    int                  // number of the first of them, from 1
	Of       int                  // how many statements answer and are kept
	More     bool                 // there are more than Of
	Nearest  []ask.Near           // only where there is no answer
	Alike    []statements.Speaker // names like one that is not on record
	Unheard  []Unheard            // outlets that are not on record
	Coverage statements.Coverage
	Reworded string   // what a language model had the topic searched as
	Summary  []string // its sentences
	Part     bool     // the answers have a part of what was asked
	Told     bool     // the answers are what others tell of who was asked for
	Newest   bool     // the order is newest first, not best first
	Private  bool
}

// AnswerCard shows up to five quotes with date and link, and says what was
// understood and what was searched.
func AnswerCard(in locales.Tongue, a Answered) Card {
	if len(a.Answers) == 0 {
		return NothingCard(in, a)
	}
	c := Card{Form: FormAnswer, Accent: accentOf(a.Answers[0].Found.Statement), Footer: strings.Join(searched(in, a.Coverage, false), " · ")}
	c.Lead = append(c.Lead, Block{Runs: append(understood(in, a.Query), Run{Text: ", " + limits(in, a.Query) + in.Say(": ") + howMany(in, a), Ours: true})})
	c.Lead = append(c.Lead, understoodAs(in, a.Query)...)
	if a.Part {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: in.Say("Nothing has all that was asked. What has a part of it:")}}})
	}
	if a.Told {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: in.Say("No words of their own on this are on record. What others tell of it:")}}})
	}
	c.Lead = append(c.Lead, summaryLines(in, a)...)
	for i, ans := range a.Answers {
		if i > 0 {
			c.Body = append(c.Body, Block{Look: Gap})
		}
		c.Body = append(c.Body, answerEntry(in, a, ans, a.First+i)...)
	}
	if a.More && a.Newest && a.First+len(a.Answers) > a.Of {
		c.Body = append(c.Body, Block{Look: Gap}, Block{Look: Small, Runs: []Run{{Text: in.Say("These are the newest %s; a question with a last day finds older ones", a.Of)}}})
	}
	c.Buttons = a.buttons(in)
	return c
}

func (a Answered) buttons(in locales.Tongue) []Button {
	var out []Button
	if a.Private {
		out = append(out, Button{Label: in.Say("Share"), Action: "share", ID: a.ID, Arg: page(a), Typed: "share"})
	}
	out = append(out, Button{Label: in.Say("Show context"), Action: "context", ID: a.ID, Arg: page(a), Typed: fmt.Sprintf("context %d", a.First)})
	return append(out, turning(in, a.ID, a.First, len(a.Answers), a.Of, a.Private)...)
}

// turning are the buttons that turn the pages of what was kept under id: n of
// its statements are shown, from the one with the number first.
func turning(in locales.Tongue, id string, first, n, of int, private bool) []Button {
	arg := func(page int) string {
		if private {
			return fmt.Sprint(page) + privately
		}
		return fmt.Sprint(page)
	}
	page := (first-1)/pageSize + 1
	var out []Button
	if page > 1 {
		out = append(out, Button{Label: in.Say("Previous"), Action: "page", ID: id, Arg: arg(page - 1), Typed: "previous"})
	}
	if last := first + n - 1; last < of {
		out = append(out, Button{Label: in.Say("Show next %s", min(of-last, pageSize)), Action: "page", ID: id, Arg: arg(page + 1), Typed: "next"})
	}
	return out
}

// limits are the days that a question asks for, and the kind of statement.
func limits(in locales.Tongue, q statements.Query) string {
	days := in.Period(q.Since, q.Until)
	if kind := kindWord(in, q); kind != "" {
		return days + ", " + kind
	}
	return days
}

// page is the number of a's page, "" for the first.
func page(a Answered) string {
	if a.First <= pageSize {
		return ""
	}
	return fmt.Sprint((a.First-1)/pageSize + 1)
}

// answerEntry is one numbered answer. Who spoke is said unless the question
// asked for one person.
func answerEntry(in locales.Tongue, a Answered, ans ask.Answer, n int) []Block {
	f := ans.Found
	s := quote(f.Article, f.Statement, mostAnswer, ans.Words)
	runs := provenance(in, f, s.cut())
	if !theOneAskedFor(a.Query, f) {
		runs = append(append(byline(in, f.Article, f.Statement), Run{Text: " · "}), runs...)
	}
	return append([]Block{
		{Look: s.Look, Number: n, Runs: s.Runs},
		{Number: n, Runs: runs},
	}, changedSince(in, f)...)
}

// theOneAskedFor reports whether f is by the only speaker of the question, by
// that very name, so that the name need not be said again.
func theOneAskedFor(q statements.Query, f statements.Found) bool {
	return len(q.Speakers) == 1 && q.Speakers[0].Name == f.Statement.Speaker && !doubtful(f.Statement) &&
		f.Statement.Known != statements.Unresolved
}

// understood is who and what a question was read as, in bold.
func understood(in locales.Tongue, q statements.Query) []Run {
	if len(q.Speakers) == 0 {
		anybody := []Run{{Text: in.Say("Anybody")}}
		if len(q.Except) > 0 {
			anybody = runsIn{in}.Say("Anybody but %s", anyOf(in, q.Except, true))
		}
		return aboutAndWhere(in, anybody, q)
	}
	return aboutAndWhere(in, anyOf(in, q.Speakers, true), q)
}

// anyOf are names of which one is meant: "Solheim, Brandvold or Castellan".
func anyOf(in locales.Tongue, speakers []statements.Speaker, bold bool) []Run {
	var runs []Run
	for i, s := range speakers {
		name := Run{Text: short(s.Name, mostName), Bold: bold}
		switch {
		case i == 0:
			runs = []Run{name}
		case i == len(speakers)-1:
			runs = runsIn{in}.Say("%s or %s", runs, name)
		default:
			runs = append(runs, Run{Text: ", "}, name)
		}
	}
	return runs
}

// aboutAndWhere adds what a question is about and the outlets that it is asked
// of.
func aboutAndWhere(in locales.Tongue, who []Run, q statements.Query) []Run {
	if topic := topicOf(q); topic != "" {
		who = runsIn{in}.Say("%s on %s", who, Run{Text: topic, Bold: true})
	}
	if len(q.Outlets) > 0 {
		who = runsIn{in}.Say("%s in %s", who, Run{Text: short(in.List(q.Outlets, 3), mostRole), Bold: true})
	}
	return who
}

// topicOf is what a question is about, in its own words.
func topicOf(q statements.Query) string {
	words := make([]string, 0, len(q.Topic))
	for _, t := range q.Topic {
		words = append(words, t.Words)
	}
	return short(strings.Join(words, " "), mostHeadline)
}

// howMany says how many of how many, and in which order.
func howMany(in locales.Tongue, a Answered) string {
	order := in.Say("best first")
	switch {
	case a.Newest || a.Query.Order == statements.NewestFirst:
		order = in.Say("newest first")
	case a.Query.Order == statements.OldestFirst:
		order = in.Say("oldest first")
	}
	of := in.Count(a.Of, "%s statement", "%s statements")
	if a.More {
		of = in.Say("more than %s", of)
	}
	last := a.First + len(a.Answers) - 1
	switch {
	case a.Of == 1:
		return of
	case a.First > 1:
		return in.Say("%s to %s of %s, %s", a.First, last, of, order)
	case last < a.Of:
		return in.Say("%s of %s, %s", last, of, order)
	}
	return of + ", " + order
}

// understoodAs are the lines on how a question was read where that needs saying:
// whom a misspelt name was taken for, and what was left out.
func understoodAs(in locales.Tongue, q statements.Query) []Block {
	return append(takenFor(in, q), notUnderstood(in, q)...)
}

// takenFor are lines that say which name on record a misspelt one was taken for.
func takenFor(in locales.Tongue, q statements.Query) []Block {
	var out []Block
	for i := 0; i < len(q.ReadAs); {
		typed := q.ReadAs[i].Typed
		var meant []statements.Speaker
		for ; i < len(q.ReadAs) && q.ReadAs[i].Typed == typed; i++ {
			meant = append(meant, statements.Speaker{Name: q.ReadAs[i].Speaker})
		}
		out = append(out, Block{Look: Small, Runs: runsIn{in}.Say("Read as %s: nobody on record is called ‘%s’.", anyOf(in, meant, false), Run{Text: short(typed, mostName)})})
	}
	return out
}

// notUnderstood is the line that names what played no part.
func notUnderstood(in locales.Tongue, q statements.Query) []Block {
	if len(q.NotUnderstood) == 0 {
		return nil
	}
	words := make([]string, 0, len(q.NotUnderstood))
	for _, w := range q.NotUnderstood {
		words = append(words, "‘"+short(w, mostName)+"’")
	}
	return []Block{{Look: Small, Runs: runsIn{in}.Say("Not understood: %s", Run{Text: in.List(words, 5)})}}
}

// searched says what a search looked at, in two sentences. With names, the
// feeds that are not healthy are named.
func searched(in locales.Tongue, c statements.Coverage, names bool) []string {
	first := in.Say("Searched %s and %s", in.Count(c.Articles, "%s article", "%s articles"), in.Count(c.Statements, "%s statement", "%s statements"))
	if !c.From.IsZero() {
		first = in.Say("%s since %s", first, c.From)
	}
	second := in.Say("%s, %s healthy", in.Count(c.Feeds, "%s feed", "%s feeds"), c.Healthy)
	if names && len(c.Failing) > 0 {
		failing := make([]string, 0, len(c.Failing))
		for _, f := range c.Failing {
			failing = append(failing, short(f, mostName))
		}
		not := strings.Join(failing[:min(3, len(failing))], ", ")
		if n := len(failing) - 3; n > 0 {
			not = in.Say("%s and %s", not, in.Count(n, "%s other", "%s others"))
		}
		second = in.Say("%s: not %s", second, not)
	}
	return []string{first, second}
}

// NothingCard is a no that can be relied on: the question as it was searched,
// what comes nearest, called so, and what was looked at.
func NothingCard(in locales.Tongue, a Answered) Card {
	since, until := covered(a)
	lead := append([]Run{{Text: in.Say("Nothing on record:"), Bold: true, Ours: true}, {Text: " "}}, notFoundOf(in, a.Query)...)
	if !since.IsZero() || !until.IsZero() {
		lead = append(lead, Run{Text: ", " + in.Period(since, until)})
	}
	if kind := kindWord(in, a.Query); kind != "" {
		lead = append(lead, Run{Text: ", " + kind})
	}
	c := Card{Form: FormNone, Footer: strings.Join(searched(in, a.Coverage, true), " · ")}
	c.Lead = append([]Block{{Runs: lead}}, understoodAs(in, a.Query)...)
	if len(a.Alike) > 0 {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: in.Say("Nobody of that name is on record. Near it: %s", names(in, a.Alike))}}})
	}
	c.Lead = append(c.Lead, unheardLines(in, a.Unheard)...)
	for i, n := range a.Nearest {
		if i > 0 {
			c.Body = append(c.Body, Block{Look: Gap})
		}
		c.Body = append(c.Body, nearEntry(in, a, n)...)
	}
	if a.Private && a.ID != "" {
		c.Buttons = []Button{{Label: in.Say("Share"), Action: "share", ID: a.ID, Typed: "share"}}
	}
	if o := watchFor(a.Query); a.ID != "" && o != nil {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Watch for it"), Action: "watchq", ID: a.ID, Typed: typedWish(o)})
	}
	return c
}

// covered is the time that was searched: that of the question, and where it is
// open, as far as the archive reaches.
func covered(a Answered) (since, until statements.Date) {
	since, until = a.Query.Since, a.Query.Until
	if from := a.Coverage.From; since.IsZero() && (until.IsZero() || from.Before(until)) {
		since = from
	}
	if to := a.Coverage.To; until.IsZero() && (since.IsZero() || since.Before(to)) {
		until = to
	}
	return since, until
}

// notFoundOf is who and what a question was read as, behind a verdict: that is
// what is bold there, and the names are not.
func notFoundOf(in locales.Tongue, q statements.Query) []Run {
	if len(q.Speakers) == 0 {
		return aboutAndWhere(in, []Run{{Text: in.Say("anybody")}}, q)
	}
	return aboutAndWhere(in, anyOf(in, q.Speakers, false), q)
}

// nearEntry is one statement that does not answer, named for what it is.
func nearEntry(in locales.Tongue, a Answered, n ask.Near) []Block {
	f := n.Found
	s := quote(f.Article, f.Statement, mostAnswer, n.Words)
	runs := provenance(in, f, s.cut())
	if !theOneAskedFor(a.Query, f) {
		runs = append(append(byline(in, f.Article, f.Statement), Run{Text: " · "}), runs...)
	}
	return append([]Block{
		{Runs: []Run{{Text: in.Say("Nearest: "), Bold: true, Ours: true}, {Text: in.Tell(n.Reason()), Bold: true}}},
		{Look: s.Look, Runs: s.Runs},
		{Runs: runs},
	}, changedSince(in, f)...)
}
