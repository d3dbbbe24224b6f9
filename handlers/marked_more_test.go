package handlers

import (
	"slices"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/reasons"
)

// moreMarked draws what tells of states, reasons, commands and mistakes.
func moreMarked(in locales.Tongue, add func(string, ...Card)) {
	add("help", HelpCard(in))
	for _, c := range table() {
		c.Options = slices.Clone(c.Options)
		for i := range c.Options {
			c.Options[i].Name = "слово" // it is typed
		}
		add("command", CommandCard(in, "слово", []Command{c}))
	}
	tried := Preview{Watch: statements.Watch{ID: 3, Speaker: "Мария", Place: "discord:1"}, Hits: 3, Days: []int{2, 0, 1}, Articles: 40}
	for _, place := range []string{"discord:@1", "console"} {
		w := tried.Watch
		w.Place = place
		add("following", followingCard(in, false, w, "", tried), followingCard(in, true, w, "слово", tried))
	}
	for _, f := range markedFeeds() {
		for _, y := range markedYields() {
			var visits []statements.Visit
			if f.LastError != "" {
				visits = []statements.Visit{{At: now, Problem: f.LastError}, {At: now, Items: 4, New: 1}}
			}
			add("why feed", WhyFeedCard(in, f, y, visits, true, now, time.UTC), WhyFeedCard(in, f, y, visits, false, now, time.UTC))
			add("feeds", FeedListCards(in, []statements.Feed{f}, map[int64]statements.Yield{f.ID: y}, 1, now, time.UTC)...)
		}
	}
	for _, p := range markedProblems() {
		add("mistake", Problem(in.Tell(p.Text), in.Tell(p.Hint)))
	}
	for _, why := range markedReasons() {
		add("kept", NoticeCard(in, statements.Delivery{Notices: []statements.Notice{{Kind: statements.NoticeClosed, Place: "discord:1", Why: why}}}),
			FindCard(in, []Source{{Address: "https://1.1/1", Partial: why}}, 0, now, time.UTC),
			FeedAddedCard(in, statements.Feed{ID: 7, Name: "Фьорд"}, statements.Candidate{Reason: why}))
		if strings.HasPrefix(why, "1.1") && !strings.HasSuffix(why, ".") {
			continue // how a feed was found is no silence
		}
		for _, over := range []time.Time{{}, now} {
			q := statements.Quieted{Lapse: statements.Lapse{Feed: 7, Kind: statements.SilenceFailing, Since: now.Add(-30 * time.Hour), Why: why, Theirs: true, Tries: 4}, Name: "Фьорд", URL: "https://1.1/2", Over: over}
			add("kept", DeliveryCard(in, statements.Delivery{ID: "d", Form: statements.FormSilence, Created: now, Hush: &statements.Hush{Sources: []statements.Quieted{q}, Feeds: 2, Healthy: 1}}, now, time.UTC))
		}
	}
}

// markedReasons are all that can be kept, of an address without letters.
func markedReasons() []string {
	var out []string
	for _, s := range reasons.All() {
		out = append(out, markedReason(s, "1.1/2"))
	}
	return out
}

// markedFeeds are in every state, with every subscription.
func markedFeeds() []statements.Feed {
	well := statements.Feed{ID: 7, Name: "Фьорд", URL: "https://1.1/2", Seen: true, LastOK: now, LastItem: now.Add(-time.Hour), Items: 20}
	var out []statements.Feed
	like := func(change func(*statements.Feed)) {
		f := well
		change(&f)
		out = append(out, f)
	}
	like(func(*statements.Feed) {})
	like(func(f *statements.Feed) { f.Seen = false })
	like(func(f *statements.Feed) { f.LastItem = now.Add(-300 * time.Hour) })
	like(func(f *statements.Feed) { f.LastItem = time.Time{} })
	like(func(f *statements.Feed) { f.MovedAt, f.Damage = now.Add(-time.Hour), reasons.Mended.With() })
	like(func(f *statements.Feed) { f.Lost, f.Damage = 3, reasons.EndsEarly.With() })
	like(func(f *statements.Feed) { f.Paused, f.FailingSince = true, now.Add(-time.Hour) })
	like(func(f *statements.Feed) { f.Outage, f.FailingSince = true, now.Add(-50*time.Hour) })
	for _, theirs := range []bool{true, false} {
		like(func(f *statements.Feed) { f.Failures, f.Theirs = 3, theirs })
		like(func(f *statements.Feed) {
			f.Failures, f.FailingSince, f.Theirs = 3, now.Add(-900*time.Hour), theirs
			f.LastError = reasons.NotAllowed.With("1.1/2", "403") + " " + reasons.AskOwner.With()
		})
	}
	like(func(f *statements.Feed) {
		for i := range 40 {
			f.Recent = append(f.Recent, now.Add(-time.Duration(2000-14*i)*time.Hour))
		}
	})
	for _, state := range []statements.SubscriptionState{statements.SubscriptionActive, statements.SubscriptionAsking, statements.SubscriptionDropped, statements.SubscriptionLeaving} {
		for _, why := range []string{"", reasons.NoCallback.With()} {
			like(func(f *statements.Feed) { f.Push = statements.Push{Hub: "1.1", State: state, Again: now, Problem: why} })
			like(func(f *statements.Feed) {
				f.Push = statements.Push{Hub: "1.1", State: state, Last: now.Add(-3 * time.Hour), Problem: why}
			})
		}
	}
	return out
}

// markedYields are those that say something of their own.
func markedYields() []statements.Yield {
	usual := slices.Repeat([]statements.Harvest{{Items: 60, Articles: 60, Statements: 180}}, 8)
	with := func(last, lately statements.Harvest) statements.Yield {
		return statements.Yield{Lately: lately, Weeks: append([]statements.Harvest{last}, usual...)}
	}
	all := usual[0]
	return []statements.Yield{{}, {Today: 2}, with(all, statements.Harvest{}), with(statements.Harvest{Items: 12, Articles: 60, Statements: 180}, statements.Harvest{}),
		with(statements.Harvest{Items: 60, Articles: 12, Statements: 180}, statements.Harvest{}), with(statements.Harvest{Items: 60, Articles: 60, Statements: 4}, statements.Harvest{}),
		with(statements.Harvest{Items: 60, Articles: 60, Stubs: 55, Statements: 180}, statements.Harvest{}), with(all, statements.Harvest{Articles: 9, Stubs: 9}), with(all, statements.Harvest{Articles: 9})}
}

// markedProblems are some of the mistakes that a reader can make.
func markedProblems() []statements.Problem {
	var out []statements.Problem
	of := func(err error) {
		if p, ok := err.(*statements.Problem); ok {
			out = append(out, *p)
		}
	}
	w := statements.Watch{ID: 3, Speaker: "Мария"}
	of(watchedAlready(w))
	of(followedAlready(w))
	of(noSuchWatch("слово"))
	of(fromConfiguration())
	of(ofServer(statements.Watch{Place: "место:1"}, Request{Server: "console"}))
	of(readAlready(statements.Feed{ID: 7, Name: "Фьорд"}))
	_, err := chosenWatch(locales.English, []statements.Watch{w, w}, "Мария")
	of(err)
	for _, s := range reasons.All() {
		out = append(out, statements.Problem{Text: statements.Retold(markedReason(s, "1"))})
	}
	return out
}

// markedReason is a sentence that names one thing everywhere.
func markedReason(s reasons.Sentence, what string) string {
	return s.With(slices.Repeat([]any{what}, strings.Count(s.Format(), "%s"))...)
}
