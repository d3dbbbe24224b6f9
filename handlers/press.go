package handlers

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// Press answers a button. Who presses sees the reply alone, unless the button
// is Share or turns a page. Rights are checked again.
func (d *Desk) Press(ctx context.Context, p Press) Reply {
	in := p.in()
	act, ok := actions[p.Action]
	if !ok {
		return gone(in)
	}
	return d.guarded(ctx, p.Request, "button "+p.Action, func(ctx context.Context) (Reply, error) {
		seen, err := d.askedBy(ctx, p.Request)
		if err != nil {
			return Reply{}, err
		}
		reply, err := act(seen, ctx, p)
		if errors.Is(err, statements.ErrNotFound) {
			return gone(in), nil
		}
		return reply, err
	})
}

var actions = map[string]func(*Desk, context.Context, Press) (Reply, error){
	"cmpmore":   (*Desk).pressCompareMore,
	"context":   (*Desk).pressContext,
	"export":    (*Desk).pressExport,
	"digestall": (*Desk).pressDigestAll,
	"digestset": (*Desk).pressDigestSet,
	"feedcheck": (*Desk).pressFeedCheck,
	"why":       (*Desk).pressWhy,
	"feedpick":  (*Desk).pressFeedPick,
	"more":      (*Desk).pressMore,
	"mute":      (*Desk).pressMute,
	"mute1h":    muteFor("1h"),
	"muteday":   muteFor("midnight"),
	"mutetopic": muteFor("topic"),
	"unmute":    (*Desk).pressUnmute,
	"review":    (*Desk).pressReview,
	"right":     (*Desk).pressRight,
	"wrongspk":  (*Desk).pressWrongSpeaker,
	"speakeris": (*Desk).pressSpeakerIs,
	"always":    (*Desk).pressAlways,
	"reject":    (*Desk).pressReject,
	"dup":       (*Desk).pressDuplicate,
	"dupof":     (*Desk).pressDuplicateOf,
	"unreview":  (*Desk).pressUnreview,
	"page":      (*Desk).pressPage,
	"share":     (*Desk).pressShare,
	"speaker":   (*Desk).pressSpeaker,
	"timecsv":   (*Desk).pressTimelineCSV,
	"timeline":  (*Desk).pressTimeline,
	"verify":    (*Desk).pressVerify,
	"watchq":    (*Desk).pressWatchQuestion,
	"watchspk":  (*Desk).pressWatchSpeaker,
	"watchnew":  (*Desk).pressWatchNew,
	"watchtry":  (*Desk).pressWatchTry,
}

// gone answers a button of another version, or about a row that is no more.
func gone(in locales.Tongue) Reply {
	return Reply{Private: true, Cards: []Card{Problem(in.Say("This button leads nowhere any more."),
		in.Say("Type it: `context` and `more` take the number on the card, `ask` takes the question again."))}}
}

// notYours answers a button that belongs to somebody or somewhere else.
func notYours(what statements.Said) error {
	return &statements.Problem{Text: statements.Say("This answer belongs to %s.", what), Hint: statements.Say("Use `ask` with your own question.")}
}

// rowID reports whether id is that of a stored question or delivery, not a
// number.
func rowID(id string) bool { return len(id) == 13 }

// pressContext shows a statement in its article: the one of a number, or of a
// delivery or answer that has only one; else it asks which.
func (d *Desk) pressContext(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	if !rowID(p.ID) {
		return d.contextOf(ctx, in, p.ID)
	}
	found, first, err := d.behind(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	if len(found) == 0 {
		return gone(in), nil
	}
	return d.oneOf(in, found, first), nil
}

// oneOf shows the context of the only statement, or asks which one is meant.
func (d *Desk) oneOf(in locales.Tongue, found []statements.Found, first int) Reply {
	found = weighed(found, d.Sure)
	if len(found) == 1 {
		return private(ContextCard(in, found[0], d.zone()))
	}
	return private(WhichCard(in, found, first, "context"))
}

func (d *Desk) weighed(f statements.Found) statements.Found {
	return weighed([]statements.Found{f}, d.Sure)[0]
}

// behind gives the statements that the card of a button showed, and the
// number of the first of them.
func (d *Desk) behind(ctx context.Context, p Press) ([]statements.Found, int, error) {
	q, err := d.Questions.Question(ctx, p.ID)
	if err == nil {
		if err := openTo(q, p); err != nil {
			return nil, 0, err
		}
		if n, ok := strings.CutPrefix(p.Arg, oneAnswer); ok {
			return d.nth(ctx, q, n)
		}
		a, err := d.paged(ctx, q, pageOf(p.Arg))
		if err != nil {
			return nil, 0, err
		}
		var out []statements.Found
		for _, ans := range a.Answers {
			out = append(out, ans.Found)
		}
		return out, a.First, nil
	}
	if !errors.Is(err, statements.ErrNotFound) {
		return nil, 0, err
	}
	owed, err := d.owed(ctx, p)
	return allFound(owed), 1, err
}

// nth is one answer by its number.
func (d *Desk) nth(ctx context.Context, q statements.StoredQuestion, typed string) ([]statements.Found, int, error) {
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > len(q.Statements) {
		return nil, 0, unknownNumber(typed)
	}
	found, err := d.statements(ctx, q.Statements[n-1:n])
	return found, n, err
}

// owed is the delivery of a button, if it went to where the button is.
func (d *Desk) owed(ctx context.Context, p Press) (statements.Delivery, error) {
	owed, err := d.Shelf.Delivery(ctx, p.ID)
	if err != nil {
		return statements.Delivery{}, err
	}
	if !at(p.Request, owed) {
		return statements.Delivery{}, notYours(statements.Say("another place"))
	}
	return owed, nil
}

// pressMore shows what else the speakers of a delivery said, or all that was
// said in its article.
func (d *Desk) pressMore(ctx context.Context, p Press) (Reply, error) {
	if !rowID(p.ID) {
		return d.moreOf(ctx, p.Request, p.ID)
	}
	owed, err := d.owed(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	found := allFound(owed)
	if owed.Form == statements.FormKeyword || len(found) == 0 {
		a, _ := articleOf(owed)
		return d.moreOf(ctx, p.Request, articleRef(a.ID))
	}
	return d.newest(ctx, p.Request, speakersOf(found))
}

// pressPage turns a page of an answer or of a list. Only who asked may turn
// the pages of an answer.
func (d *Desk) pressPage(ctx context.Context, p Press) (Reply, error) {
	switch p.ID {
	case "feeds", "watches", "follows":
		c, _ := commandOf(map[string]string{"feeds": "feed list", "watches": "watch list", "follows": "following"}[p.ID])
		if err := admitted(c, p.Request); err != nil {
			return Reply{}, err
		}
		reply, err := d.listPage(ctx, p.Request, p.ID, pageOf(p.Arg))
		reply.Update, reply.Private = true, true
		return reply, err
	}
	private := strings.HasSuffix(p.Arg, privately)
	c, err := d.askedPage(ctx, p, private)
	if err != nil {
		return Reply{}, err
	}
	return Reply{Cards: []Card{c}, Update: true, Private: private}, nil
}

// asked is the question of a button, for who asked it and where.
func (d *Desk) asked(ctx context.Context, p Press) (statements.StoredQuestion, error) {
	q, err := d.Questions.Question(ctx, p.ID)
	if err == nil {
		err = openTo(q, p)
	}
	if err == nil && q.User != p.User.ID {
		err = notYours(statements.Say("somebody else"))
	}
	return q, err
}

// openQuestion is the kept question of a button, for those who may see it.
func (d *Desk) openQuestion(ctx context.Context, p Press) (statements.StoredQuestion, error) {
	q, err := d.Questions.Question(ctx, p.ID)
	if err == nil {
		err = openTo(q, p)
	}
	return q, err
}

// openTo refuses a kept question to another server, and what was asked in direct
// messages, which are no server, to everybody but its asker.
func openTo(q statements.StoredQuestion, p Press) error {
	switch {
	case q.Server != p.Server:
		return notYours(statements.Say("another server"))
	case q.Server == "" && q.User != p.User.ID:
		return notYours(statements.Say("somebody else"))
	}
	return nil
}

// askedPage is the page of a question's answers, or of a search, that a button
// names.
func (d *Desk) askedPage(ctx context.Context, p Press, private bool) (Card, error) {
	in := p.in()
	q, err := d.asked(ctx, p)
	if err != nil {
		return Card{}, err
	}
	if q.Looked != nil {
		return d.searchPage(ctx, in, q, pageOf(p.Arg), private)
	}
	a, err := d.paged(ctx, q, pageOf(p.Arg))
	a.Private = private
	return AnswerCard(in, a), err
}

// pressShare posts, for everybody here, what only the asker saw.
func (d *Desk) pressShare(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	if !rowID(p.ID) {
		reply, err := d.contextOf(ctx, in, p.ID)
		reply.Private = false
		for i := range reply.Cards {
			reply.Cards[i].Buttons = without(reply.Cards[i].Buttons, "share")
		}
		return reply, err
	}
	q, err := d.asked(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	if q.Form == string(FormTimeline) {
		return d.timelineAgain(ctx, in, q)
	}
	if q.Form == string(FormCompare) {
		return d.comparedAgain(ctx, in, q)
	}
	c, err := d.askedPage(ctx, p, false)
	if err != nil {
		return Reply{}, err
	}
	return Reply{Cards: []Card{c}}, nil
}

func without(buttons []Button, action string) []Button {
	var out []Button
	for _, b := range buttons {
		if b.Action != action {
			out = append(out, b)
		}
	}
	return out
}

// What an argument of a button means besides a page: privately ends one of an
// answer that one person alone sees, oneAnswer begins the number of an answer.
const (
	privately = "p"
	oneAnswer = "n"
)

// pageOf reads the argument of a button; the first page is "".
func pageOf(arg string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(arg, privately))
	if err != nil || n < 1 {
		return 1
	}
	return n
}

func private(c Card) Reply { return Reply{Cards: []Card{c}, Private: true} }

// speakersOf gives who said these, each once.
func speakersOf(found []statements.Found) []statements.Speaker {
	var out []statements.Speaker
	seen := map[string]bool{"": true}
	for _, f := range found {
		if !seen[f.Statement.Speaker] && f.Statement.Known != statements.Unresolved {
			seen[f.Statement.Speaker] = true
			out = append(out, statements.Speaker{ID: f.SpeakerID, Name: f.Statement.Speaker})
		}
	}
	return out
}

// unknownNumber says that nothing on record has this number.
func unknownNumber(s string) error {
	return &statements.Problem{Text: statements.Say("Nothing on record has the number ‘%s’.", short(s, mostName)),
		Hint: statements.Say("Use the number after No. on a card, for example `context 48213`.")}
}

// Actions are the verbs of all buttons, in order.
func Actions() []string { return slices.Sorted(maps.Keys(actions)) }
