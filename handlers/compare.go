package handlers

import (
	"context"
	"fmt"
	"slices"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
)

// mostCompared is how many statements of each side a card shows.
const mostCompared = 2

// Compared is two sides of one matter.
type Compared struct {
	ID       string // of the stored question
	Sides    [2]Side
	Coverage statements.Coverage
	Private  bool
}

// Side is one speaker in one period.
type Side struct {
	Query              statements.Query
	Speaker            statements.Speaker
	Found              []ask.Answer // the best, newest first
	Verbatim, Reported int
}

// Sum is how many utterances a side has.
func (s Side) Sum() int { return s.Verbatim + s.Reported }

// compare is the command: two speakers on one thing, or one in two periods.
func (d *Desk) compare(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	sides, err := d.sides(ctx, in, r.Options)
	if err != nil {
		return Reply{}, err
	}
	c := Compared{Private: r.Options["private"] == "yes"}
	if c.Coverage, err = d.Search.Coverage(ctx); err != nil {
		return Reply{}, fmt.Errorf("read the coverage: %w", err)
	}
	for i, q := range sides {
		if c.Sides[i], err = d.side(ctx, q); err != nil {
			return Reply{}, err
		}
	}
	if c.ID, err = d.keepCompared(ctx, r, c); err != nil {
		return Reply{}, err
	}
	return Reply{Cards: CompareCards(in, c), Private: c.Private}, nil
}

// sides reads the options: two speakers at one time, or one speaker at two.
func (d *Desk) sides(ctx context.Context, in locales.Tongue, o map[string]string) (out [2]statements.Query, err error) {
	with, and := o["with"], o["and"]
	if _, _, err := d.stretch(and); err != nil && blank(with) {
		// "compare Solheim and Vantreight"; after a time it may be a second one, misspelt
		if name, _ := d.beginning(ctx, and); name != "" || blank(o["when"]) {
			with, and = and, ""
		}
	}
	one, beside, err := d.leading(ctx, in, o["speaker"], o["topic"])
	if err != nil {
		return out, err
	}
	topic := beside
	if blank(with) && blank(and) && blank(o["topic"]) {
		with, topic = beside, "" // "compare Solheim Vantreight"
	}
	other := one
	switch {
	case !blank(with):
		if other, topic, err = d.leading(ctx, in, with, topic); err != nil {
			return out, err
		}
		if other.ID == one.ID && blank(and) {
			return out, &statements.Problem{Text: statements.Say("%s cannot be compared with %s at one time.", short(one.Name, mostName), short(one.Name, mostName)),
				Hint: statements.Say("Name another speaker, or two periods: `compare \"%s\" when 2025 and 2026`.", short(one.Name, mostName))}
		}
	case blank(o["when"]) || blank(and):
		return out, &statements.Problem{Text: statements.Say("There is nothing to compare %s with.", short(one.Name, mostName)),
			Hint: statements.Say("Name another speaker after `with`, or two periods: `compare \"%s\" when 2025 and 2026`.", short(one.Name, mostName))}
	}
	for i, who := range []statements.Speaker{one, other} {
		when := o["when"]
		if i == 1 && !blank(and) {
			when = and
		}
		if out[i], err = d.topical(ctx, who, topic, "", ""); err != nil {
			return out, err
		}
		if out[i].Since, out[i].Until, err = d.stretch(when); err != nil {
			return out, err
		}
	}
	return out, nil
}

// stretch reads a time in words: "spring 2026", "since May", "2025".
func (d *Desk) stretch(words string) (since, until statements.Date, err error) {
	if blank(words) {
		return since, until, nil
	}
	for _, begin := range []string{"", "in ", "on "} {
		q := ask.Parse(begin+words, ask.Context{Now: d.now().In(d.zone()), Names: func(string) []statements.Speaker { return nil }})
		if (!q.Since.IsZero() || !q.Until.IsZero()) && len(q.Topic) == 0 && len(q.NotUnderstood) == 0 {
			return q.Since, q.Until, nil
		}
	}
	return since, until, &statements.Problem{Text: statements.Say("‘%s’ is no time that can be understood.", short(words, mostName)),
		Hint: statements.Say("Write 2025, spring 2026, since May, or in December.")}
}

// side finds what one side said.
func (d *Desk) side(ctx context.Context, q statements.Query) (Side, error) {
	s := Side{Query: q, Speaker: q.Speakers[0]}
	said, _, err := d.counted(ctx, q)
	if err != nil {
		return s, err
	}
	for _, one := range said {
		if one.Verbatim {
			s.Verbatim++
		} else {
			s.Reported++
		}
	}
	found, err := d.Search.Search(ctx, q, mostCandidates)
	if err != nil {
		return s, fmt.Errorf("search one side: %w", err)
	}
	answers := ask.Rank(q, found).Own()
	s.Found = slices.Clone(answers[:min(len(answers), mostCompared)])
	slices.SortStableFunc(s.Found, func(a, b ask.Answer) int {
		return countedOn(b.Found).Time().Compare(countedOn(a.Found).Time())
	})
	for i := range s.Found {
		s.Found[i].Found = d.weighed(s.Found[i].Found)
	}
	err = d.carried(ctx, inAnswers(s.Found)...)
	return s, err
}

// keepCompared keeps a comparison for its buttons.
func (d *Desk) keepCompared(ctx context.Context, r Request, c Compared) (string, error) {
	q := statements.StoredQuestion{
		User: r.User.ID, Server: r.Server, Place: r.Place, At: d.now(), Coverage: c.Coverage, Form: string(FormCompare),
		Query: c.Sides[0].Query, Against: &c.Sides[1].Query,
	}
	for _, s := range c.Sides {
		for _, a := range s.Found {
			q.Statements = append(q.Statements, a.Found.Statement.ID)
		}
	}
	id, err := d.Questions.KeepQuestion(ctx, q)
	if err != nil {
		return "", fmt.Errorf("keep the comparison: %w", err)
	}
	return id, nil
}

// comparedAgain compares anew what was kept, for everybody.
func (d *Desk) comparedAgain(ctx context.Context, in locales.Tongue, q statements.StoredQuestion) (Reply, error) {
	c := Compared{ID: q.ID}
	var err error
	if c.Coverage, err = d.Search.Coverage(ctx); err != nil {
		return Reply{}, fmt.Errorf("read the coverage: %w", err)
	}
	for i, side := range sidesOf(q) {
		if c.Sides[i], err = d.side(ctx, side); err != nil {
			return Reply{}, err
		}
	}
	return Reply{Cards: CompareCards(in, c)}, nil
}

// sidesOf are the queries of a kept question: of a comparison two.
func sidesOf(q statements.StoredQuestion) []statements.Query {
	if q.Against == nil {
		return []statements.Query{q.Query}
	}
	return []statements.Query{q.Query, *q.Against}
}

// pressCompareMore lists more of what both sides said.
func (d *Desk) pressCompareMore(ctx context.Context, p Press) (Reply, error) {
	q, err := d.openQuestion(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	var reply Reply
	for _, side := range sidesOf(q) {
		found, err := d.found(ctx, side)
		if err != nil {
			return Reply{}, err
		}
		r := p.Request
		r.Options = map[string]string{"private": "yes"}
		part, err := d.answer(ctx, r, found, false)
		if err != nil {
			return Reply{}, err
		}
		reply.Cards = append(reply.Cards, part.Cards...)
	}
	reply.Private = true
	return reply, nil
}
