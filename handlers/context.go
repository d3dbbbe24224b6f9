package handlers

import (
	"context"
	"errors"
	"fmt"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
)

// context is the command: a statement in its article, or which one of an
// article's statements.
func (d *Desk) context(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	return d.contextOf(ctx, in, r.Options["number"])
}

func (d *Desk) contextOf(ctx context.Context, in locales.Tongue, typed string) (Reply, error) {
	id, article, ok := parseRef(typed)
	if !ok {
		return Reply{}, unknownNumber(typed)
	}
	if !article {
		f, err := d.Shelf.Statement(ctx, id)
		if errors.Is(err, statements.ErrNotFound) {
			return Reply{}, unknownNumber(typed)
		}
		if err != nil {
			return Reply{}, fmt.Errorf("read statement %d: %w", id, err)
		}
		return private(ContextCard(in, d.weighed(f), d.zone())), nil
	}
	found, err := d.saidIn(ctx, id, typed)
	if err != nil {
		return Reply{}, err
	}
	return d.oneOf(in, found, 1), nil
}

// saidIn gives the statements of an article.
func (d *Desk) saidIn(ctx context.Context, article int64, typed string) ([]statements.Found, error) {
	found, err := d.Shelf.StatementsOf(ctx, article)
	if errors.Is(err, statements.ErrNotFound) {
		return nil, unknownNumber(typed)
	}
	if err != nil {
		return nil, fmt.Errorf("read the statements of article %d: %w", article, err)
	}
	if len(found) == 0 {
		return nil, &statements.Problem{Text: statements.Say("Nobody speaks in article %s, as far as it was read.", articleRef(article)),
			Hint: statements.Say("Its link is on the card it came with.")}
	}
	return found, nil
}

// more is the command: what else that speaker said, newest first; of an
// article's number, all that was said in it.
func (d *Desk) more(ctx context.Context, r Request) (Reply, error) {
	return d.moreOf(ctx, r, r.Options["number"])
}

func (d *Desk) moreOf(ctx context.Context, r Request, typed string) (Reply, error) {
	id, article, ok := parseRef(typed)
	if !ok {
		return Reply{}, unknownNumber(typed)
	}
	if article {
		found, err := d.saidIn(ctx, id, typed)
		if err != nil {
			return Reply{}, err
		}
		return d.listed(ctx, r, statements.Query{}, found)
	}
	f, err := d.Shelf.Statement(ctx, id)
	if errors.Is(err, statements.ErrNotFound) {
		return Reply{}, unknownNumber(typed)
	}
	if err != nil {
		return Reply{}, fmt.Errorf("read statement %d: %w", id, err)
	}
	return d.newest(ctx, r, speakersOf([]statements.Found{f}))
}

// newest lists what speakers said, newest first.
func (d *Desk) newest(ctx context.Context, r Request, who []statements.Speaker) (Reply, error) {
	if len(who) == 0 {
		return Reply{}, &statements.Problem{Text: statements.Say("The article does not name who said that, so there is no more of them."),
			Hint: statements.Say("Its context may tell who it was.")}
	}
	q := statements.Query{Speakers: who}
	found, err := d.Search.Search(ctx, q, mostKept+1)
	if err != nil {
		return Reply{}, fmt.Errorf("search what a speaker said: %w", err)
	}
	return d.listed(ctx, r, q, found)
}

// listed shows statements as an answer without a question.
func (d *Desk) listed(ctx context.Context, r Request, q statements.Query, found []statements.Found) (Reply, error) {
	cov, err := d.Search.Coverage(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("read the coverage: %w", err)
	}
	f := Found{Query: q, Coverage: cov, Ranked: ask.Ranked{Of: len(found)}}
	for _, one := range found {
		f.Ranked.Answers = append(f.Ranked.Answers, ask.Answer{Found: d.weighed(one)})
	}
	reply, err := d.answer(ctx, r, f, true)
	reply.Private = true
	return reply, err
}
