package handlers

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
)

// mostSpoken is how many of a speaker's newest statements are looked at for
// what they are about.
const mostSpoken = 100

// speakerShow is the command: who somebody is to the archive.
func (d *Desk) speakerShow(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	all, near, err := d.called(ctx, r.Options["speaker"])
	if err != nil {
		return Reply{}, err
	}
	switch len(all) {
	case 0:
		return Reply{}, nobody(in, r.Options["speaker"], near)
	case 1:
		return d.profile(ctx, in, all[0].ID)
	}
	return private(NamesakesCard(in, r.Options["speaker"], all)), nil
}

func (d *Desk) profile(ctx context.Context, in locales.Tongue, id int64) (Reply, error) {
	p, err := d.Registry.Profile(ctx, id)
	if err != nil {
		return Reply{}, fmt.Errorf("read speaker %d: %w", id, err)
	}
	found, err := d.Search.Search(ctx, statements.Query{Speakers: []statements.Speaker{p.Speaker}}, mostSpoken)
	if err != nil {
		return Reply{}, fmt.Errorf("search what a speaker said: %w", err)
	}
	cov, err := d.Search.Coverage(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("read the coverage: %w", err)
	}
	about := topics(found, p)
	found = weighed(found[:min(len(found), lastSpoken)], d.Sure)
	if err := d.carried(ctx, inFound(found)...); err != nil {
		return Reply{}, err
	}
	return private(SpeakerCard(in, p, found, about, cov)), nil
}

// called gives the speakers on record whom a name or a number means: one, if
// only one is called exactly so. near are others with a name like it.
func (d *Desk) called(ctx context.Context, typed string) (meant, near []statements.Speaker, err error) {
	if id, ok := speakerNumber(typed); ok {
		p, err := d.Registry.Profile(ctx, id)
		if errors.Is(err, statements.ErrNotFound) {
			return nil, nil, nil
		}
		return []statements.Speaker{p.Speaker}, nil, err
	}
	meant, near, err = d.speaker(ctx, typed)
	if err != nil || meant[0].ID == 0 {
		return nil, near, err
	}
	var exactly []statements.Speaker
	for _, s := range meant {
		if text.Fold(s.Name) == text.Fold(typed) {
			exactly = append(exactly, s)
		}
	}
	if len(exactly) == 1 {
		return exactly, nil, nil
	}
	return meant, near, nil
}

// speakerNumber reads the number of a speaker: 17, #17, speaker 17.
func speakerNumber(typed string) (int64, bool) {
	typed = strings.TrimSpace(strings.TrimPrefix(strings.ToLower(typed), "speaker "))
	id, err := strconv.ParseInt(strings.TrimPrefix(typed, "#"), 10, 64)
	return id, err == nil && id > 0
}

// theOne gives the only speaker whom a name or a number means.
func (d *Desk) theOne(ctx context.Context, in locales.Tongue, typed string) (statements.Speaker, error) {
	meant, near, err := d.called(ctx, typed)
	switch {
	case err != nil:
		return statements.Speaker{}, err
	case len(meant) == 0:
		return statements.Speaker{}, nobody(in, typed, near)
	case len(meant) == 1:
		return meant[0], nil
	}
	var who []string
	for _, s := range meant {
		who = append(who, in.Say("%s (number %s, %s)", short(s.Name, mostName), fmt.Sprint(s.ID), in.Count(s.Statements, "%s statement", "%s statements")))
	}
	return statements.Speaker{}, &statements.Problem{
		Text: statements.Say("%s speakers go by ‘%s’: %s.", len(meant), short(typed, mostName), in.List(who, 5)),
		Hint: statements.Say("Say which one by the number, or by the whole name; `speaker show %s` shows the first.", fmt.Sprint(meant[0].ID)),
	}
}

func nobody(in locales.Tongue, typed string, near []statements.Speaker) error {
	p := &statements.Problem{Text: statements.Say("Nobody called ‘%s’ is on record.", short(typed, mostName)), Hint: statements.Say("Try a surname; the words of `ask` find roles, too.")}
	if len(near) > 0 {
		p.Hint = statements.Say("Near it: %s.", names(in, near))
	}
	return p
}

// speakerEdits is the command: what people changed in the registry.
func (d *Desk) speakerEdits(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	var of statements.Speaker
	if typed := r.Options["speaker"]; !blank(typed) {
		var err error
		if of, err = d.theOne(ctx, in, typed); err != nil {
			return Reply{}, err
		}
	}
	edits, err := d.Registry.Edits(ctx, of.ID, mostEdits)
	if err != nil {
		return Reply{}, fmt.Errorf("read the edits: %w", err)
	}
	return private(EditsCard(in, of, edits, r.Server, d.zone())), nil
}

// pressSpeaker shows one of several namesakes.
func (d *Desk) pressSpeaker(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	s, err := d.theOne(ctx, in, p.ID)
	if err != nil {
		return Reply{}, err
	}
	return d.profile(ctx, in, s.ID)
}

// pressWatchSpeaker makes a watch on a speaker: here for those who may, and for
// anybody else one of his own.
func (d *Desk) pressWatchSpeaker(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	s, err := d.theOne(ctx, in, p.ID)
	if err != nil {
		return Reply{}, err
	}
	return d.watchHere(ctx, p.Request, map[string]string{"speaker": s.Name})
}

// pressWatchQuestion waits for what a question found nothing of.
func (d *Desk) pressWatchQuestion(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	q, err := d.openQuestion(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	o := watchFor(q.Query)
	if o == nil {
		return gone(in), nil
	}
	return d.watchHere(ctx, p.Request, o)
}

// watchHere makes a watch of this place, or where whoever asks may not, one of
// his own.
func (d *Desk) watchHere(ctx context.Context, r Request, options map[string]string) (Reply, error) {
	r.Options = options
	if c, _ := commandOf("watch add"); admitted(c, r) != nil {
		return d.follow(ctx, r)
	}
	return d.watchAdd(ctx, r)
}
