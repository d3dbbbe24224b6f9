package handlers

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/handlers/chart"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
	"onrecord/statements/timeline"
)

// Days counts what was said, and what was read, by day.
type Days interface {
	Spoken(ctx context.Context, q statements.Query) ([]statements.DayCount, error)
	ReadDays(ctx context.Context, since, until statements.Date) (map[statements.Date]bool, error)
}

const (
	// mostCounted is how many statements with words of a topic are looked at
	// for a timeline.
	mostCounted = 2000
	// mostPeaks is how many bars a card tells of.
	mostPeaks = 3
	// mostYears is how far back a timeline goes at most.
	mostYears = 30
)

// Charted is a timeline with what stands at its peaks.
type Charted struct {
	ID       string // of the stored question
	Query    statements.Query
	Line     timeline.Timeline
	Peaks    []Peak // the latest first
	Coverage statements.Coverage
	Undated  int  // utterances of which nobody knows the day
	Cut      bool // there are more statements with the words than were looked at
	Private  bool
	Nth      int // of several in one reply, from 0
}

// Peak is a high bar, and of what was said in it what most outlets carry; the
// zero Found is nothing.
type Peak struct {
	Bar   timeline.Bar
	Found statements.Found
}

// timeline is the command: somebody on a topic, over time.
func (d *Desk) timeline(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	q, err := d.subject(ctx, in, r.Options)
	if err != nil {
		return Reply{}, err
	}
	c, err := d.charted(ctx, q)
	if err != nil {
		return Reply{}, err
	}
	c.Private = r.Options["private"] == "yes"
	if c.ID, err = d.keepCharted(ctx, r, c); err != nil {
		return Reply{}, err
	}
	return timelineReply(in, c)
}

func timelineReply(in locales.Tongue, c Charted) (Reply, error) {
	reply := Reply{Cards: []Card{TimelineCard(in, c)}, Private: c.Private}
	if c.Line.Sum() == 0 {
		return reply, nil
	}
	picture, err := chart.Draw(c.Line, pictureWords(in, c))
	if err != nil {
		return Reply{}, err
	}
	reply.Files = []File{{Name: c.picture(), Type: "image/png", Body: picture, Alt: chartWords(in, c)}}
	return reply, nil
}

// subject is the query of options that name one speaker and perhaps a topic.
func (d *Desk) subject(ctx context.Context, in locales.Tongue, o map[string]string) (statements.Query, error) {
	who, topic, err := d.leading(ctx, in, o["speaker"], o["topic"])
	if err != nil {
		return statements.Query{}, err
	}
	return d.topical(ctx, who, topic, o["since"], o["until"])
}

// leading is the one speaker whom a name means, and what is beside the name. Where
// that was typed as part of the name, the longest name that is on record begins it.
func (d *Desk) leading(ctx context.Context, in locales.Tongue, typed, beside string) (statements.Speaker, string, error) {
	who, err := d.theOne(ctx, in, typed)
	if err == nil || !blank(beside) {
		return who, beside, err
	}
	if name, rest := d.beginning(ctx, typed); name != "" {
		who, err = d.theOne(ctx, in, name)
		return who, rest, err
	}
	return who, "", err
}

// beginning is the longest name on record that begins what was typed, "" where none
// does, and what follows it.
func (d *Desk) beginning(ctx context.Context, typed string) (name, rest string) {
	words := strings.Fields(typed)
	for n := len(words); n > 0; n-- {
		name := strings.Join(words[:n], " ")
		if all, _, err := d.called(ctx, name); err == nil && len(all) > 0 {
			return name, strings.Join(words[n:], " ")
		}
	}
	return "", ""
}

// topical is what one speaker said on a topic, or on anything.
func (d *Desk) topical(ctx context.Context, who statements.Speaker, topic, since, until string) (statements.Query, error) {
	words := topic
	if blank(words) {
		words = who.Name
	}
	q, err := d.understand(ctx, Question{Text: words, Since: since, Until: until})
	q.Speakers, q.ReadAs = []statements.Speaker{who}, nil
	if blank(topic) {
		q.Topic, q.NotUnderstood = nil, nil
	}
	return q, err
}

// charted counts what answers q.
func (d *Desk) charted(ctx context.Context, q statements.Query) (Charted, error) {
	c := Charted{Query: q}
	var err error
	if c.Coverage, err = d.Search.Coverage(ctx); err != nil {
		return c, fmt.Errorf("read the coverage: %w", err)
	}
	said, answers, err := d.counted(ctx, q)
	if err != nil {
		return c, err
	}
	c.Cut = len(answers) >= mostCounted
	since, until := spanOf(said, q, c.Coverage.To)
	read, err := d.Days.ReadDays(ctx, since, until)
	if err != nil {
		return c, fmt.Errorf("read which days were read: %w", err)
	}
	c.Line = timeline.Of(said, read, since, until)
	for _, s := range said {
		if s.Day.IsZero() {
			c.Undated++
		}
	}
	for _, i := range c.Line.Peaks(mostPeaks) {
		p := Peak{Bar: c.Line.Bars[i]}
		if p.Found, err = d.loudest(ctx, q, p.Bar, answers); err != nil {
			return c, err
		}
		c.Peaks = append(c.Peaks, p)
	}
	slices.SortFunc(c.Peaks, func(a, b Peak) int { return b.Bar.From.Time().Compare(a.Bar.From.Time()) })
	err = d.carried(ctx, within(c.Peaks, func(p *Peak) *statements.Found { return &p.Found })...)
	return c, err
}

// counted gives the days of what was said; with a topic also the answers
// themselves, each utterance once.
func (d *Desk) counted(ctx context.Context, q statements.Query) ([]timeline.Said, []statements.Found, error) {
	var said []timeline.Said
	if len(q.Topic) == 0 {
		days, err := d.Days.Spoken(ctx, q)
		if err != nil {
			return nil, nil, fmt.Errorf("count by day: %w", err)
		}
		for _, day := range days {
			for range day.Verbatim {
				said = append(said, timeline.Said{Day: day.Day, Verbatim: true})
			}
			for range day.Reported {
				said = append(said, timeline.Said{Day: day.Day})
			}
		}
		return said, nil, nil
	}
	found, err := d.Search.Search(ctx, q, mostCounted)
	if err != nil {
		return nil, nil, fmt.Errorf("search the archive: %w", err)
	}
	var answers []statements.Found
	for _, a := range ask.Rank(q, found).Own() {
		said = append(said, timeline.Said{Day: countedOn(a.Found), Verbatim: kindOf(a.Found.Statement) != statements.Indirect})
		answers = append(answers, d.weighed(a.Found))
	}
	return said, answers, nil
}

// countedOn is the day that a statement counts on: its own, or else that of its
// publication; zero where neither is known.
func countedOn(f statements.Found) statements.Date {
	switch {
	case !f.Statement.SaidOn.IsZero():
		return f.Statement.SaidOn
	case !f.Article.Published.IsZero():
		return statements.DateOf(f.Article.Published.Time)
	}
	return statements.Date{}
}

// spanOf is the time of a timeline: what was asked for, and where that is open
// from the first utterance to the last day of the archive.
func spanOf(said []timeline.Said, q statements.Query, last statements.Date) (since, until statements.Date) {
	since, until = q.Since, q.Until
	for _, s := range said {
		if last.Before(s.Day) {
			last = s.Day
		}
	}
	if until.IsZero() || last.Before(until) {
		until = last
	}
	if since.IsZero() {
		since = until
		for _, s := range said {
			if !s.Day.IsZero() && s.Day.Before(since) {
				since = s.Day
			}
		}
	}
	if first := until.AddDays(-365 * mostYears); since.Before(first) {
		since = first
	}
	return since, until
}

// loudest is what most outlets carry of what was said in a bar.
func (d *Desk) loudest(ctx context.Context, q statements.Query, b timeline.Bar, answers []statements.Found) (statements.Found, error) {
	if len(q.Topic) == 0 {
		q.Since, q.Until = b.From, b.To
		found, err := d.Search.Search(ctx, q, mostNear)
		if err != nil {
			return statements.Found{}, fmt.Errorf("search a peak: %w", err)
		}
		answers = nil
		for _, a := range ask.Rank(q, found).Own() {
			answers = append(answers, d.weighed(a.Found))
		}
	}
	var best statements.Found
	for _, f := range answers {
		if day := countedOn(f); day.IsZero() || day.Before(b.From) || b.To.Before(day) {
			continue
		}
		if best.Statement.ID == 0 || len(f.Also) > len(best.Also) {
			best = f
		}
	}
	return best, nil
}

// keepCharted keeps a timeline for its buttons.
func (d *Desk) keepCharted(ctx context.Context, r Request, c Charted) (string, error) {
	q := statements.StoredQuestion{
		Text: c.Query.Question, User: r.User.ID, Server: r.Server, Place: r.Place, At: d.now(),
		Query: c.Query, Coverage: c.Coverage, Form: string(FormTimeline),
	}
	for _, p := range c.Peaks {
		if p.Found.Statement.ID != 0 {
			q.Statements = append(q.Statements, p.Found.Statement.ID)
		}
	}
	id, err := d.Questions.KeepQuestion(ctx, q)
	if err != nil {
		return "", fmt.Errorf("keep the timeline: %w", err)
	}
	return id, nil
}

// pressTimeline draws what a kept question asks for, or one speaker.
func (d *Desk) pressTimeline(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	if !rowID(p.ID) {
		r := p.Request
		r.Options = map[string]string{"speaker": p.ID, "private": "yes"}
		return d.timeline(ctx, r)
	}
	q, err := d.openQuestion(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	var reply Reply
	for n, side := range sidesOf(q) {
		c, err := d.charted(ctx, side)
		if err != nil {
			return Reply{}, err
		}
		c.Nth = n
		if c.ID, err = d.keepCharted(ctx, p.Request, c); err != nil {
			return Reply{}, err
		}
		part, err := timelineReply(in, c)
		if err != nil {
			return Reply{}, err
		}
		reply.Cards = append(reply.Cards, part.Cards...)
		reply.Files = append(reply.Files, part.Files...)
	}
	reply.Private = true
	return reply, nil
}

// pressTimelineCSV gives the numbers of a timeline.
func (d *Desk) pressTimelineCSV(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	q, err := d.openQuestion(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	c, err := d.charted(ctx, q.Query)
	if err != nil {
		return Reply{}, err
	}
	card := Card{Form: FormDone, Lead: []Block{{Runs: runsIn{in}.Say("The numbers of %s", titleRuns(in, c))}}}
	return Reply{Cards: []Card{card}, Private: true, Files: []File{{Name: "timeline.csv", Type: "text/csv", Body: chartCSV(c.Line)}}}, nil
}

// timelineAgain draws a kept timeline anew, for everybody.
func (d *Desk) timelineAgain(ctx context.Context, in locales.Tongue, q statements.StoredQuestion) (Reply, error) {
	c, err := d.charted(ctx, q.Query)
	if err != nil {
		return Reply{}, err
	}
	c.ID = q.ID
	return timelineReply(in, c)
}
