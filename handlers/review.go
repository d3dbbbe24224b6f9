package handlers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// Reviews keeps what reviewers say of statements, for their server alone.
type Reviews interface {
	// Seen is the archive as the reviewers of a server see it, or, where server
	// is "", those of the server of a place.
	Seen(ctx context.Context, server, place string) (*statements.View, error)
	// Correct gives statements.ErrExists, with what is in force, if it was said.
	Correct(ctx context.Context, c statements.Correction) (statements.Correction, error)
	UndoCorrection(ctx context.Context, by statements.Correction, id int64) (statements.Correction, error)
	// Reviews gives corrections, the newest first: of one statement, or all for 0.
	Reviews(ctx context.Context, server string, statement int64, n int) ([]statements.Correction, error)
	Tested(ctx context.Context, server string, since, now time.Time) ([]statements.Tested, error)
}

// notOnTheTeam is for who may not review.
var notOnTheTeam = &statements.Problem{Text: statements.Say("Only the team of this server corrects what is on record."),
	Hint: statements.Say("That is who may manage messages, or has the role that the operator named; `context` shows everybody the article.")}

// mostReviews is how many corrections a list shows.
const mostReviews = 10

// review is the command: what is wrong or right with a statement, or, without
// one, what was reviewed here.
func (d *Desk) review(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	typed := strings.TrimSpace(r.Options["number"])
	if typed == "" || typed == "list" {
		list, err := d.Reviews.Reviews(ctx, r.Server, 0, mostReviews)
		if err != nil {
			return Reply{}, err
		}
		return private(ReviewsCard(in, list, d.zone())), nil
	}
	id, article, ok := parseRef(typed)
	if !ok {
		return Reply{}, unknownNumber(typed)
	}
	if article {
		found, err := d.saidIn(ctx, id, typed)
		if err != nil {
			return Reply{}, err
		}
		if len(found) > 1 {
			return private(WhichCard(in, weighed(found, d.Sure), 1, "review")), nil
		}
		id = found[0].Statement.ID
	}
	f, err := d.reviewed(ctx, id, typed)
	if err != nil {
		return Reply{}, err
	}
	return d.verdict(ctx, r, f)
}

// reviewed is the statement that is to be reviewed, as this server sees it.
func (d *Desk) reviewed(ctx context.Context, id int64, typed string) (statements.Found, error) {
	f, err := d.Shelf.Statement(ctx, id)
	if errors.Is(err, statements.ErrNotFound) {
		return f, unknownNumber(typed)
	}
	if err != nil {
		return f, fmt.Errorf("read statement %d: %w", id, err)
	}
	return f, nil
}

// verdict does the one thing that was typed behind a number; nothing shows what
// can be.
func (d *Desk) verdict(ctx context.Context, r Request, f statements.Found) (Reply, error) {
	o := r.Options
	var said []string
	for _, name := range []string{"right", "wrong", "reject", "duplicate", "undo"} {
		if v := strings.TrimSpace(o[name]); v != "" && v != "no" {
			said = append(said, name)
		}
	}
	switch {
	case len(said) > 1:
		return Reply{}, &statements.Problem{Text: statements.Say("A statement is %s, not both at once.", either(said)), Hint: statements.Say("Say one of them: `review %s %s`.", ref(f.Statement.ID), said[0])}
	case o["always"] == "yes" && (len(said) == 0 || said[0] != "wrong"):
		return Reply{}, &statements.Problem{Text: statements.Say("Always goes with wrong: a name is somebody else's from now on."), Hint: statements.Say("For example %s", example(reviewExample))}
	case len(said) == 0:
		return d.toReview(ctx, r, f)
	}
	switch said[0] {
	case "right":
		return d.correct(ctx, r, f, statements.Correction{What: statements.VerdictRight})
	case "reject":
		return d.correct(ctx, r, f, statements.Correction{What: statements.VerdictReject})
	case "undo":
		return d.unreview(ctx, r, f)
	case "duplicate":
		return d.duplicate(ctx, r, f, o["duplicate"])
	}
	return d.wrongSpeaker(ctx, r, f, oneLine(o["wrong"]), o["always"] == "yes")
}

// either are two or more words of which one is typed: "right or reject".
func either(words []string) statements.Said {
	said := statements.Say("%s or %s", words[0], words[1])
	for _, w := range words[2:] {
		said = statements.Say("%s or %s", said, w)
	}
	return said
}

const reviewExample = `review 48213 wrong "Mira Solheim"`

// toReview is the card that asks whether a statement is right.
func (d *Desk) toReview(ctx context.Context, r Request, f statements.Found) (Reply, error) {
	in := r.in()
	past, err := d.Reviews.Reviews(ctx, r.Server, f.Statement.ID, 1)
	if err != nil {
		return Reply{}, err
	}
	return private(ReviewCard(in, d.weighed(f), past, d.zone())), nil
}

// correct keeps a verdict on a statement and says what it changed.
func (d *Desk) correct(ctx context.Context, r Request, f statements.Found, c statements.Correction) (Reply, error) {
	in := r.in()
	c.Server, c.Place, c.Statement = r.Server, r.Place, f.Statement.ID
	c.By, c.ByID, c.At = r.User.Name, r.User.ID, d.now()
	done, err := d.Reviews.Correct(ctx, c)
	switch {
	case errors.Is(err, statements.ErrExists):
		return Reply{}, saidAlready(in, c, done, d.zone())
	case errors.Is(err, statements.ErrNotFound):
		return Reply{}, unknownNumber(ref(f.Statement.ID))
	case err != nil:
		return Reply{}, fmt.Errorf("keep a correction: %w", err)
	}
	d.changed()
	rule := ""
	if done.What == statements.VerdictSpeaker && done.Written == "" {
		rule = d.rule(ctx, f, done.Speaker)
	}
	return private(CorrectedCard(in, done, rule)), nil
}

// saidAlready answers who says what is in force, or what contradicts it.
func saidAlready(in locales.Tongue, c, there statements.Correction, zone *time.Location) error {
	no := ref(c.Statement)
	if c.What == statements.VerdictDuplicate {
		return &statements.Problem{Text: statements.Say("Both are reports of one utterance already."), Hint: statements.Say("`review %s` shows what was said of it.", no)}
	}
	by, at := author(in, there.By), in.Clock(there.At, zone)
	if there.What != c.What {
		return &statements.Problem{Text: statements.Say("Statement %s was corrected by %s, %s, so as it was read it is not right.", no, by, at),
			Hint: statements.Say("`review %s undo` takes that back.", no)}
	}
	return &statements.Problem{Text: statements.Say("That was said already by %s, %s.", by, at), Hint: statements.Say("`review %s undo` takes it back.", no)}
}

// duplicate says that a statement reports what another one does.
func (d *Desk) duplicate(ctx context.Context, r Request, f statements.Found, typed string) (Reply, error) {
	id, article, ok := parseRef(typed)
	if !ok || article {
		return Reply{}, unknownNumber(typed)
	}
	if id == f.Statement.ID {
		return Reply{}, &statements.Problem{Text: statements.Say("A statement is no duplicate of itself."), Hint: statements.Say("Give the number of the other one: `review %s duplicate 48218`.", ref(id))}
	}
	if _, err := d.reviewed(ctx, id, typed); err != nil {
		return Reply{}, err
	}
	return d.correct(ctx, r, f, statements.Correction{What: statements.VerdictDuplicate, Other: id})
}

// unreview takes back what was said last of a statement and is in force.
func (d *Desk) unreview(ctx context.Context, r Request, f statements.Found) (Reply, error) {
	past, err := d.Reviews.Reviews(ctx, r.Server, f.Statement.ID, 50)
	if err != nil {
		return Reply{}, err
	}
	for _, c := range past {
		if c.Undone.IsZero() {
			return d.undoReview(ctx, r, c.ID)
		}
	}
	return Reply{}, &statements.Problem{Text: statements.Say("Nothing that was said here of statement %s is in force.", ref(f.Statement.ID)), Hint: statements.Say("`review` lists what was reviewed here.")}
}

func (d *Desk) undoReview(ctx context.Context, r Request, id int64) (Reply, error) {
	in := r.in()
	c, err := d.Reviews.UndoCorrection(ctx, statements.Correction{Server: r.Server, By: r.User.Name, ByID: r.User.ID, At: d.now()}, id)
	switch {
	case errors.Is(err, statements.ErrExists):
		return Reply{}, &statements.Problem{Text: statements.Say("That was taken back already."), Hint: statements.Say("`review` lists what was reviewed here.")}
	case err != nil:
		return Reply{}, fmt.Errorf("take a correction back: %w", err)
	}
	d.changed()
	return private(CorrectedCard(in, c, "")), nil
}

// withReviews adds to what became of a statement what reviewers here said of it.
func (d *Desk) withReviews(ctx context.Context, r Request, statement int64, c Card) (Card, error) {
	in := r.in()
	if statement == 0 || r.Server == "" {
		return c, nil
	}
	past, err := d.Reviews.Reviews(ctx, r.Server, statement, mostReviews)
	if err != nil {
		return c, err
	}
	if len(past) > 0 {
		at := max(slices.IndexFunc(c.Fields, func(f Field) bool { return f.Name == in.Say("Watches") }), 0)
		c.Fields = slices.Insert(c.Fields, at, Field{Name: in.Say("Reviewed"), Body: reviewStage(in, past, d.zone())})
	}
	c.Buttons = append(c.Buttons, Button{Label: in.Say("Review"), Action: "review", ID: fmt.Sprint(statement), Typed: "review " + ref(statement)})
	return c, nil
}

// whoChoices proposes who said a statement: before anything is typed, those whom
// its article names.
func (d *Desk) whoChoices(ctx context.Context, r Request, typed string) []Choice {
	if typed != "" {
		return d.speakerChoices(ctx, typed, true)
	}
	id, article, ok := parseRef(r.Options["number"])
	if !ok || article {
		return nil
	}
	f, err := d.Shelf.Statement(ctx, id)
	if err != nil {
		return nil
	}
	people, err := d.peopleIn(ctx, f)
	if err != nil {
		return nil
	}
	var out []Choice
	for _, p := range people {
		out = append(out, Choice{Name: p.Name, Value: p.Name})
	}
	return out
}
