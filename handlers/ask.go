package handlers

import (
	"context"
	"errors"
	"fmt"

	"onrecord/statements"
	"onrecord/statements/ask"
)

// How many statements are looked at for one question, and how many answers are
// kept for its buttons.
const (
	mostCandidates = 200
	mostNear       = 60 // of each wider search, when nothing answers
	mostKept       = 200
	mostNames      = 8 // speakers looked up for one name
)

// Question is what somebody wants to know, before it is understood.
type Question struct {
	Text    string
	Speaker string // "" is whoever the question names
	Since   string // in words or YYYY-MM-DD
	Until   string
	Outlet  string // "" is all, beside those that the question names
	Kind    string // one of the choices; "" is all
}

// Found is what the archive has on a question.
type Found struct {
	Query    statements.Query
	Ranked   ask.Ranked
	Coverage statements.Coverage
	Alike    []statements.Speaker // names like one that was asked for and is not on record
	Unheard  []Unheard            // outlets that were asked for and are not on record
	Reworded string               // the topic as a language model had it, where its own words found nothing
	Summary  []string             // a language model's sentences, checked
}

// Find understands a question and looks the answers up. A question that cannot
// be understood is a *statements.Problem.
func (d *Desk) Find(ctx context.Context, q Question) (Found, error) {
	query, err := d.understand(ctx, q)
	if err != nil {
		return Found{}, err
	}
	return d.found(ctx, query)
}

// found looks up what answers a question that is understood.
func (d *Desk) found(ctx context.Context, query statements.Query) (Found, error) {
	cov, err := d.Search.Coverage(ctx)
	if err != nil {
		return Found{}, fmt.Errorf("read the coverage: %w", err)
	}
	kin, near := d.kin(ctx, query)
	ranked, err := d.ranked(ctx, query, kin...)
	if err != nil {
		return Found{}, err
	}
	ranked = ask.WithKin(query, ranked, near)
	for i := range ranked.Answers {
		ranked.Answers[i].Found = d.weighed(ranked.Answers[i].Found)
	}
	for i := range ranked.Nearest {
		ranked.Nearest[i].Found = d.weighed(ranked.Nearest[i].Found)
	}
	found := d.advised(ctx, Found{Query: query, Ranked: ranked, Coverage: cov})
	ranked = found.Ranked
	if len(ranked.Answers) == 0 && len(query.Speakers) == 1 && query.Speakers[0].ID == 0 {
		found.Alike, err = d.alike(ctx, query.Speakers[0].Name)
	}
	if err == nil && len(ranked.Answers) == 0 {
		found.Unheard, err = d.unheard(ctx, query)
	}
	return found, err
}

// understand reads a question and lets the options win over its words.
func (d *Desk) understand(ctx context.Context, q Question) (statements.Query, error) {
	if blank(q.Text) {
		return statements.Query{}, &statements.Problem{Text: statements.Say("The question is empty."),
			Hint: statements.Say("Ask in plain words, for example %s", example(table()[0].Examples[0]))}
	}
	known := ask.Context{Now: d.now().In(d.zone())}
	var err error
	if known.Outlets, err = d.outlets(ctx); err != nil {
		return statements.Query{}, err
	}
	var lookup error
	known.Names = func(words string) []statements.Speaker {
		found, err := d.Speakers.FindSpeakers(ctx, words, mostNames)
		lookup = errors.Join(lookup, err)
		return found
	}
	known.Alike = func(name string) []statements.Speaker {
		found, err := d.alike(ctx, name)
		lookup = errors.Join(lookup, err)
		return found
	}
	known.Stands = func(name string) bool {
		yes, err := d.stands(ctx, name)
		lookup = errors.Join(lookup, err)
		return yes
	}
	query := ask.Parse(q.Text, known)
	if lookup != nil {
		return query, fmt.Errorf("look a name up: %w", lookup)
	}
	err = d.narrow(ctx, &query, q)
	return query, err
}

// days sets the first and the last day of a query, where they were given as
// options.
func (d *Desk) days(query *statements.Query, since, until string) (err error) {
	if query.Since, err = d.day("since", since, query.Since); err != nil {
		return err
	}
	if query.Until, err = d.day("until", until, query.Until); err != nil {
		return err
	}
	if !query.Since.IsZero() && !query.Until.IsZero() && query.Until.Before(query.Since) {
		return &statements.Problem{Text: statements.Say("The last day, %s, lies before the first, %s.", query.Until, query.Since),
			Hint: statements.Say("Exchange since and until.")}
	}
	return nil
}

// outlets are the names by which a question may mean an outlet.
func (d *Desk) outlets(ctx context.Context) ([]string, error) {
	if d.Outlets == nil {
		return nil, nil
	}
	names, err := d.Outlets.OutletNames(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the outlets: %w", err)
	}
	return names, nil
}

// day reads a day that was given as an option, in words or as YYYY-MM-DD.
func (d *Desk) day(option, words string, otherwise statements.Date) (statements.Date, error) {
	if words == "" {
		return otherwise, nil
	}
	if day, err := statements.ParseDate(words); err == nil {
		return day, nil
	}
	q := ask.Parse(option+" "+words, ask.Context{Now: d.now().In(d.zone()), Names: func(string) []statements.Speaker { return nil }})
	day := q.Since
	if option == "until" {
		day = q.Until
	}
	if day.IsZero() || len(q.NotUnderstood) > 0 || len(q.Topic) > 0 {
		return day, &statements.Problem{Text: statements.Say("‘%s’ is no day that can be understood after %s.", short(words, mostName), option),
			Hint: statements.Say("Write 2026-05-01, 1 May 2026, or yesterday.")}
	}
	return day, nil
}

// ask is the command.
func (d *Desk) ask(ctx context.Context, r Request) (Reply, error) {
	o := r.Options
	found, err := d.Find(ctx, Question{Text: o["question"], Speaker: o["speaker"], Since: o["since"], Until: o["until"], Outlet: o["outlet"], Kind: o["kind"]})
	if err != nil {
		return Reply{}, err
	}
	return d.answer(ctx, r, found, false)
}

// answer keeps a question for its buttons and shows its first page.
func (d *Desk) answer(ctx context.Context, r Request, f Found, newest bool) (Reply, error) {
	in := r.in()
	q := statements.StoredQuestion{
		Text: f.Query.Question, User: r.User.ID, Server: r.Server, Place: r.Place, At: d.now(),
		Query: f.Query, Coverage: f.Coverage,
	}
	for _, a := range f.Ranked.Answers[:min(len(f.Ranked.Answers), mostKept+1)] { // one more says that there are more
		q.Statements = append(q.Statements, a.Found.Statement.ID)
	}
	for _, n := range f.Ranked.Nearest {
		q.Nearest = append(q.Nearest, n.Found.Statement.ID)
	}
	id, err := d.Questions.KeepQuestion(ctx, q)
	if err != nil {
		return Reply{}, fmt.Errorf("keep the question: %w", err)
	}
	if err := d.Carried(ctx, f, pageSize); err != nil {
		return Reply{}, err
	}
	a := f.Answered(pageSize)
	a.ID, a.Newest, a.Private = id, newest, r.Options["private"] == "yes"
	a.Of, a.More = keptOf(q)
	return Reply{Cards: []Card{AnswerCard(in, a)}, Private: a.Private}, nil
}

// Answered is what is shown of what was found: the first n answers.
func (f Found) Answered(n int) Answered {
	all := f.Ranked.Answers
	return Answered{
		Query: f.Query, Answers: all[:min(len(all), n)], First: 1, Of: len(all), Nearest: f.Ranked.Nearest, Part: f.Ranked.Part, Told: f.Ranked.Told,
		Alike: f.Alike, Unheard: f.Unheard, Reworded: f.Reworded, Summary: f.Summary, Coverage: f.Coverage,
	}
}

// keptOf is how many statements of a kept question are shown, and whether there
// are more.
func keptOf(q statements.StoredQuestion) (of int, more bool) {
	return min(len(q.Statements), mostKept), len(q.Statements) > mostKept
}

// paged gives a page of a stored question's answers.
func (d *Desk) paged(ctx context.Context, q statements.StoredQuestion, page int) (Answered, error) {
	a := Answered{ID: q.ID, Query: q.Query, Coverage: q.Coverage, Newest: q.Text == ""}
	a.Of, a.More = keptOf(q)
	pages := max(1, (a.Of+pageSize-1)/pageSize)
	from := (min(page, pages) - 1) * pageSize
	a.First = from + 1
	found, err := d.statements(ctx, q.Statements[from:min(from+pageSize, a.Of)])
	if err != nil {
		return a, err
	}
	words := map[int64][]statements.Span{}
	ranked := ask.Rank(q.Query, found)
	a.Part, a.Told = ranked.Part, ranked.Told
	for _, r := range ranked.Answers {
		words[r.Found.Statement.ID] = r.Words
	}
	for _, f := range found {
		a.Answers = append(a.Answers, ask.Answer{Found: d.weighed(f), Words: words[f.Statement.ID]})
	}
	if a.Of > 0 {
		err = d.carried(ctx, inAnswers(a.Answers)...)
		return a, err
	}
	near, err := d.statements(ctx, q.Nearest)
	if err != nil {
		return a, err
	}
	ranked = ask.Rank(q.Query, near)
	if d.Meaning != nil {
		ranked = ask.WithKin(q.Query, ranked, near)
	}
	a.Nearest = ranked.Nearest
	for i := range a.Nearest {
		a.Nearest[i].Found = d.weighed(a.Nearest[i].Found)
	}
	err = d.carried(ctx, inNearest(a.Nearest)...)
	return a, err
}

// statements fetches what is still on record of ids, in their order.
func (d *Desk) statements(ctx context.Context, ids []int64) ([]statements.Found, error) {
	var out []statements.Found
	for _, id := range ids {
		f, err := d.Shelf.Statement(ctx, id)
		if errors.Is(err, statements.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read statement %d: %w", id, err)
		}
		if !f.Rejected() {
			out = append(out, f)
		}
	}
	return out, nil
}
