package handlers

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/statements"
)

const goodMute = "Write 1h, 90m, 2d, midnight or topic, for example `mute 48213 for 1h`."

// mute is the command: hold back what a card's watches tell here, or one watch.
// Without either it lists what is muted.
func (d *Desk) mute(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	typed, name := strings.TrimSpace(r.Options["number"]), strings.TrimSpace(r.Options["watch"])
	switch {
	case typed == "" && name == "":
		return d.mutesHere(ctx, r)
	case typed != "" && name != "":
		return Reply{}, &statements.Problem{Text: statements.Say("A number and a watch are two things to mute."), Hint: statements.Say("Give one of them, for example `mute 48213 for 1h`.")}
	}
	target, err := d.toMute(ctx, r, typed, name)
	if err != nil {
		return Reply{}, err
	}
	if blank(r.Options["for"]) {
		return private(MuteCard(in, target, typedFor(typed, name))), nil
	}
	return d.muted(ctx, r, target, r.Options["for"])
}

// typedFor is what was typed to name what is muted.
func typedFor(typed, name string) string {
	if typed != "" {
		return typed
	}
	return "watch " + name
}

// Muting is what somebody wants to hear nothing of: watches in a place, and the
// message that told of them, "" where a watch was named.
type Muting struct {
	Watches  []statements.Watch
	Place    string
	Delivery string
}

// toMute finds what a number on a card or a watch's name stands for.
func (d *Desk) toMute(ctx context.Context, r Request, typed, name string) (Muting, error) {
	m := Muting{Place: here(r)}
	if name != "" {
		ws, err := d.tellingHere(ctx, r, m.Place)
		if err != nil {
			return m, err
		}
		one, err := chosenWatch(r.in(), ws, name)
		m.Watches = []statements.Watch{one}
		return m, err
	}
	id, article, ok := parseRef(typed)
	if !ok {
		return m, unknownNumber(typed)
	}
	if !article {
		f, err := d.Shelf.Statement(ctx, id)
		if errors.Is(err, statements.ErrNotFound) {
			return m, unknownNumber(typed)
		}
		if err != nil {
			return m, fmt.Errorf("read statement %d: %w", id, err)
		}
		id = f.Article.ID
	}
	t, err := d.Traces.Trace(ctx, id, seenFrom(r), m.Place)
	if err != nil && !errors.Is(err, statements.ErrNotFound) {
		return m, fmt.Errorf("read what became of article %d: %w", id, err)
	}
	mine, err := d.tellingHere(ctx, r, m.Place)
	if err != nil {
		return m, err
	}
	for _, told := range t.Told {
		if told.Place == m.Place && slices.ContainsFunc(mine, func(w statements.Watch) bool { return w.ID == told.Watch.ID }) {
			m.Watches, m.Delivery = append(m.Watches, told.Watch), told.Delivery
		}
	}
	if len(m.Watches) == 0 {
		return m, &statements.Problem{Text: statements.Say("No watch of yours told this place of ‘%s’.", short(typed, mostName)),
			Hint: statements.Say("Use the number of an alert that came here, or a watch's name: `mute watch \"Mira Solheim\" for 1h`.")}
	}
	return m, nil
}

// ofDelivery is what the mute button of a message is about: the watches that it
// told and that whoever presses governs.
func (d *Desk) ofDelivery(ctx context.Context, p Press) (Muting, error) {
	if err := governs(p.Request, "mute"); err != nil {
		return Muting{}, err
	}
	owed, err := d.owed(ctx, p)
	if err != nil {
		return Muting{}, err
	}
	m := Muting{Place: owed.Place, Delivery: owed.ID}
	mine, err := d.tellingHere(ctx, placed(p.Request, owed.Place), owed.Place)
	if err != nil {
		return m, err
	}
	for _, w := range mine {
		if slices.ContainsFunc(owed.Entries, func(e statements.Entry) bool { return e.Watch.ID == w.ID }) {
			m.Watches = append(m.Watches, w)
		}
	}
	if len(m.Watches) == 0 {
		return m, &statements.Problem{Text: statements.Say("The watches that told this tell this place no more."), Hint: statements.Say("`watch list` shows what is watched here.")}
	}
	return m, nil
}

// placed is a request as if it came from the place of the message that it is
// about: a post of a forum is a place of its own.
func placed(r Request, place string) Request {
	if r.Server != "" {
		r.Place = place
	}
	return r
}

func (d *Desk) pressMute(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	m, err := d.ofDelivery(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	return private(MuteCard(in, m, "")), nil
}

// muteFor answers one of the buttons under the mute card.
func muteFor(span string) func(*Desk, context.Context, Press) (Reply, error) {
	return func(d *Desk, ctx context.Context, p Press) (Reply, error) {
		m, err := d.muting(ctx, p)
		if err != nil {
			return Reply{}, err
		}
		reply, err := d.muted(ctx, p.Request, m, span)
		reply.Update = true
		return reply, err
	}
}

// muting is what a button under a mute card is about: a message's watches, or
// the watch whose number it bears.
func (d *Desk) muting(ctx context.Context, p Press) (Muting, error) {
	if rowID(p.ID) {
		return d.ofDelivery(ctx, p)
	}
	if err := governs(p.Request, "mute"); err != nil {
		return Muting{}, err
	}
	return d.toMute(ctx, p.Request, "", p.ID)
}

// muted holds back what a target tells, for as long as was said.
func (d *Desk) muted(ctx context.Context, r Request, target Muting, span string) (Reply, error) {
	in := r.in()
	until, topical, err := d.muteEnd(span, target)
	if err != nil {
		return Reply{}, err
	}
	var done []statements.Mute
	for _, w := range target.Watches {
		m := statements.Mute{Watch: w, Place: target.Place, Until: until, By: r.User.Name, Created: d.now()}
		if topical {
			of, err := d.topicToMute(ctx, target, w)
			if err != nil {
				return Reply{}, err
			}
			m.Topic = &of
		}
		if m, err = d.Held.AddMute(ctx, m); err != nil {
			return Reply{}, fmt.Errorf("mute watch %d: %w", w.ID, err)
		}
		done = append(done, m)
	}
	d.changed()
	return private(d.mutedCard(in, done)), nil
}

// topicToMute is what a message told a watch of.
func (d *Desk) topicToMute(ctx context.Context, target Muting, w statements.Watch) (statements.Topic, error) {
	none := &statements.Problem{Text: statements.Say("There is no topic to mute here: no message told of one, or it has no words."),
		Hint: statements.Say("Mute the watch for a time instead, for example `mute watch %s for 1h`.", fmt.Sprint(w.ID))}
	if target.Delivery == "" {
		return statements.Topic{}, none
	}
	of, err := d.Held.TopicOf(ctx, target.Delivery, w.ID)
	if errors.Is(err, statements.ErrNotFound) {
		return of, none
	}
	if err != nil {
		return of, fmt.Errorf("find the topic: %w", err)
	}
	return of, nil
}

// spanWord is a time in words: 90m, 1h, 2 days.
var spanWord = regexp.MustCompile(`^(\d{1,4}) ?(m|min|minutes?|h|hours?|d|days?|w|weeks?)$`)

// longestMute is how long a mute may last that has an end.
const longestMute = 366 * 24 * time.Hour

// muteEnd reads for how long somebody wants to hear nothing. A topic has no end.
func (d *Desk) muteEnd(span string, of Muting) (until time.Time, topical bool, err error) {
	span = strings.ToLower(strings.TrimSpace(span))
	now := d.now()
	switch strings.TrimPrefix(span, "until ") {
	case "topic", "this topic":
		return until, true, nil
	case "midnight", "today", "day":
		zone := d.zone()
		if len(of.Watches) > 0 {
			zone = d.in(of.Watches[0].Timing)
		}
		y, m, day := now.In(zone).Date()
		return time.Date(y, m, day+1, 0, 0, 0, 0, zone), false, nil
	}
	m := spanWord.FindStringSubmatch(span)
	if m == nil {
		return until, false, &statements.Problem{Text: statements.Say("‘%s’ is no time to mute for.", short(span, mostName)), Hint: statements.Say(goodMute)}
	}
	n, _ := strconv.Atoi(m[1])
	unit := map[byte]time.Duration{'m': time.Minute, 'h': time.Hour, 'd': 24 * time.Hour, 'w': 7 * 24 * time.Hour}[m[2][0]]
	if length := time.Duration(n) * unit; length > 0 && length <= longestMute {
		return now.Add(length), false, nil
	}
	return until, false, &statements.Problem{Text: statements.Say("A mute lasts from a minute to a year."), Hint: statements.Say("%s To end a watch for good, use `watch remove`.", statements.Say(goodMute))}
}
