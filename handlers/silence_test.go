package handlers

import (
	"strings"
	"testing"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// shows looks for words in a reply.
func shows(t *testing.T, what string, r Reply, has, lacks []string) {
	t.Helper()
	got := plain(r)
	for _, w := range has {
		if !strings.Contains(got, w) {
			t.Errorf("%s lacks %q:\n%s", what, w, got)
		}
	}
	for _, w := range lacks {
		if strings.Contains(got, w) {
			t.Errorf("%s shows %q:\n%s", what, w, got)
		}
	}
}

// fjord is a feed that has failed since the morning, as a message tells of it.
func fjord() statements.Quieted {
	return statements.Quieted{Place: "discord:10", Name: "Fjord Wire", URL: "https://fjordwire.example/feed.xml?key=secret", Weekly: 39,
		Speakers: []string{"Mira Solheim", "Ilya Vantreight"}, Others: []string{"Harbor Courier", "Ostervik Post"}, Next: now.Add(20 * time.Minute),
		Lapse: statements.Lapse{Feed: 12, Kind: statements.SilenceFailing, Since: now.Add(-5 * time.Hour), Theirs: true, Tries: 9,
			Why: "fjordwire.example/feed.xml has a problem of its own (status 503). It will be tried again."}}
}

func silenceOf(sources ...statements.Quieted) Reply {
	d := statements.Delivery{ID: "zjcw5p4oahqry", Place: "discord:10", Form: statements.FormSilence, Created: now,
		Hush: &statements.Hush{Sources: sources, Feeds: 43, Healthy: 40}}
	return Reply{Cards: []Card{DeliveryCard(locales.English, d, now, time.UTC)}}
}

func TestSilenceSaysWhatIsWrong(t *testing.T) {
	with := func(change func(*statements.Quieted)) statements.Quieted {
		q := fjord()
		change(&q)
		return q
	}
	measured := func(k statements.Silence, why string) func(*statements.Quieted) {
		return func(q *statements.Quieted) { q.Kind, q.Why, q.Tries = k, why, 0 }
	}
	over := func(q *statements.Quieted) { q.Over, q.ReadLate, q.SentLate = now, 14, 1 }
	for name, c := range map[string]struct {
		sources []statements.Quieted
		has     []string
		hasNot  []string
	}{
		"gone": {[]statements.Quieted{with(func(q *statements.Quieted) {
			q.Kind, q.Why = statements.SilenceGone, "fjordwire.example is gone for good (status 410)"
		})},
			[]string{"Fjord Wire is gone since", "Their server is gone for good"}, []string{"next try", "secret"}},
		"ours to mend": {[]statements.Quieted{with(func(q *statements.Quieted) { q.Theirs, q.Why = false, "The name could not be looked up." })},
			[]string{"The name could not be looked up (our side)."}, nil},
		"our network": {[]statements.Quieted{{Lapse: statements.Lapse{Kind: statements.SilenceOurs, Since: now.Add(-time.Hour), Tries: 40}}},
			[]string{"We cannot reach the network since", "; nothing is their fault", "40 sources could not be reached"}, []string{"Feed 0", "Check now"}},
		"stubs": {[]statements.Quieted{with(measured(statements.SilenceStubs, "its pages have become stubs: 9 of the last week's 9 articles came without their text"))},
			[]string{"Articles of Fjord Wire come without their text", "Its pages have become stubs: 9 of"}, []string{"tries"}},
		"fewer": {[]statements.Quieted{with(measured(statements.SilenceFewer, "fewer statements than usual: 3 in the last week, it usually brings 39"))},
			[]string{"Fjord Wire brings less than usual", "Fewer statements than usual: 3"}, []string{"tries"}},
		"quiet": {[]statements.Quieted{with(measured(statements.SilenceQuiet, "nothing new for 9 days, it usually brings 12 a week"))},
			[]string{"Fjord Wire has been quiet since", "Nothing new for 9 days"}, []string{"tries"}},
		"only words are watched": {[]statements.Quieted{with(func(q *statements.Quieted) { q.Speakers, q.Others, q.Words = nil, nil, []string{"quota OR herring"} })},
			[]string{"Its articles matched ‘quota OR herring’", "No other source that can be read has carried them lately"}, []string{"among them"}},
		"many names": {[]statements.Quieted{with(func(q *statements.Quieted) { q.Speakers = strings.Fields("A B C D E Xan Yul") })},
			[]string{"A, B, C, D, E and 2 more"}, []string{"Xan"}},
		"two, of which one is back": {[]statements.Quieted{with(func(q *statements.Quieted) { q.Feed, q.Name = 13, "Vell Tribune" }), with(over)},
			[]string{"Vell Tribune has failed since", "Fjord Wire is back since 09:18 UTC, after 5 h; 14 items were read late, 1 alert was sent late, nothing is missing"}, []string{"2 sources"}},
		"some may be missing": {[]statements.Quieted{with(func(q *statements.Quieted) { over(q); q.Missing = true })},
			[]string{"some items may be missing"}, []string{"nothing is missing"}},
		"removed": {[]statements.Quieted{with(func(q *statements.Quieted) { over(q); q.Removed = true })},
			[]string{"Fjord Wire is read no more"}, []string{"late", "Check now"}},
		"all are back": {[]statements.Quieted{with(over), with(func(q *statements.Quieted) { over(q); q.Feed, q.Name = 13, "Vell Tribune" })},
			[]string{"2 sources are back since"}, []string{"Check now"}},
	} {
		t.Run(name, func(t *testing.T) { shows(t, name, silenceOf(c.sources...), c.has, c.hasNot) })
	}
}

// A card of eleven sources says how many it leaves out; that of none says
// nothing and breaks nothing.
func TestSilenceOfManyAndOfNone(t *testing.T) {
	var many []statements.Quieted
	for range mostSilent + 3 {
		many = append(many, fjord())
	}
	shows(t, "many", silenceOf(many...), []string{"13 sources have failed since", "3 more · told once"}, nil)
	silenceOf()
	DeliveryCard(locales.English, statements.Delivery{Form: statements.FormSilence}, now, time.UTC)
}

// The words of a watch's zone: the channel's own, not the installation's.
func TestSilenceInTheZoneOfTheChannel(t *testing.T) {
	d := statements.Delivery{Form: statements.FormSilence, Hush: &statements.Hush{Sources: []statements.Quieted{fjord()}, Zone: "Asia/Tokyo"}}
	shows(t, "zone", Reply{Cards: []Card{DeliveryCard(locales.English, d, now, time.UTC)}}, []string{fjord().Since.In(time.FixedZone("JST", 9*3600)).Format("15:04 ") + "JST"}, []string{"UTC"})
	d.Hush.Zone = "Nowhere/Atall"
	shows(t, "no zone", Reply{Cards: []Card{DeliveryCard(locales.English, d, now, time.UTC)}}, []string{"UTC"}, nil)
}

// A place of the server is closed to us: the next moderator hears of it once,
// and status says it every time.
func TestAModeratorHearsOfAClosedPlace(t *testing.T) {
	s := filled(t)
	s.closed = map[string][]statements.Notice{"discord:1": {{Key: "closed a", Kind: statements.NoticeClosed, Place: "discord:10", Why: "Missing Access. Let the bot see it.", Waiting: 3}}}
	d, _ := desk(s)
	reader := ask1("help")
	reader.User.ManageServer = false
	elsewhere := ask1("help")
	elsewhere.Server = "discord:2"
	shows(t, "a reader", d.Serve(t.Context(), reader), nil, []string{"Missing Access"})
	shows(t, "another server", d.Serve(t.Context(), elsewhere), nil, []string{"Missing Access"})
	shows(t, "in public", d.Serve(t.Context(), ask1("ask", "question", "what did Mira Solheim say?")), nil, []string{"Missing Access"})
	shows(t, "the moderator", d.Serve(t.Context(), ask1("help")), []string{"Closed to us", "discord:10>: Missing Access; 3 messages wait for it"}, nil)
	shows(t, "once", d.Serve(t.Context(), ask1("help")), nil, []string{"Missing Access"})
	for range 2 {
		shows(t, "status", d.Serve(t.Context(), ask1("status")), []string{"discord:10>: Missing Access"}, nil)
	}
}

func TestNotices(t *testing.T) {
	card := func(list ...statements.Notice) Reply {
		return Reply{Cards: []Card{DeliveryCard(locales.English, statements.Delivery{Form: statements.FormNotice, Notices: list}, now, time.UTC)}}
	}
	gone := statements.Notice{Kind: statements.NoticeGone, Feed: 12, Name: "Fjord Wire", Why: "fjordwire.example is gone for good (status 410). Look for its new address."}
	closed := statements.Notice{Kind: statements.NoticeClosed, Place: "discord:10", Why: "Missing Access", Waiting: 1}
	shows(t, "gone", card(gone), []string{"A feed is gone", "Fjord Wire · feed 12: fjordwire.example is gone for good (status 410)", "/feed check 12"}, nil)
	shows(t, "closed", card(closed), []string{"A place is closed to us", "1 message waits for it"}, nil)
	shows(t, "both", card(gone, closed), []string{"2 things need an admin", "Fjord Wire", "discord:10"}, nil)
	shows(t, "calm", card(statements.Notice{Kind: statements.NoticeCalm, Feeds: 43, Healthy: 41, Sick: []string{"Vell Tribune", "Calder Daily"}}),
		[]string{"All quiet: nothing was said that is watched here. 41 of 43 sources are healthy.", "Not Calder Daily and Vell Tribune"}, nil)
	shows(t, "nothing", card(), nil, []string{"closed"})
	many := make([]statements.Notice, mostNotices+2)
	for i := range many {
		many[i] = gone
	}
	shows(t, "many", card(many...), []string{"12 things need an admin", "2 more"}, nil)
}

func TestCheckAndExplain(t *testing.T) {
	s := filled(t)
	s.feeds = []statements.Feed{
		{ID: 12, Name: "Fjord Wire", URL: "https://fjordwire.example/secret/feed.xml", Seen: true, Failures: 3, FailingSince: now.Add(-time.Hour), NextAt: now.Add(time.Hour), Theirs: true,
			LastError: "fjordwire.example/secret/feed.xml has a problem of its own (status 503)."},
		{ID: 13, Name: "Vell Tribune", URL: "https://velltribune.example/feed.xml", Seen: true, NextAt: now.Add(time.Hour)},
	}
	s.visits = []statements.Visit{{At: now.Add(-time.Hour), Problem: "fjordwire.example/secret/feed.xml has a problem of its own (status 503). It will be tried again."}, {At: now.Add(-2 * time.Hour), Items: 20, New: 3, Statements: 7}}
	s.deliveries["zjcw5p4oahqry"] = statements.Delivery{ID: "zjcw5p4oahqry", Place: "discord:10", Form: statements.FormSilence, Hush: &statements.Hush{Sources: []statements.Quieted{fjord()}}}
	d, _ := desk(s)

	shows(t, "why feed", d.Serve(t.Context(), ask1("why", "what", "feed 12")), []string{"Fjord Wire: failing", "fjordwire.example/secret", "7 statements", "3 of 20 items new"}, nil)
	reader := ask1("why", "what", "F12")
	reader.User.ManageServer = false
	shows(t, "why feed for everybody", d.Serve(t.Context(), reader), []string{"Fjord Wire: failing", "status 503"}, []string{"secret"})
	shows(t, "why feed by name", d.Serve(t.Context(), ask1("why", "what", "feed fjord wire")), []string{"Fjord Wire: failing", "7 statements"}, nil)
	shows(t, "why feed by address", d.Serve(t.Context(), ask1("why", "what", "Feed https://velltribune.example/feed.xml")), []string{"Vell Tribune: "}, nil)
	shows(t, "why of no feed's name", d.Serve(t.Context(), ask1("why", "what", "feed Isle Post")), []string{"No feed has the number, name or address ‘Isle Post’"}, nil)
	shows(t, "why of no feed", d.Serve(t.Context(), ask1("why", "what", "feed 99")), []string{"No feed has the number"}, nil)

	press := func(action, id string, user User) Reply {
		return d.Press(t.Context(), Press{Action: action, ID: id, Request: Request{User: user, Server: "discord:1", Place: "discord:10"}})
	}
	shows(t, "a reader checks", press("feedcheck", "f12", User{ID: "u2"}), []string{"Only those who may manage this server"}, nil)
	if s.feeds[0].NextAt.IsZero() {
		t.Fatal("a reader made the feed due")
	}
	shows(t, "a moderator checks", press("feedcheck", "f12", ada), []string{"Reading Fjord Wire now."}, nil)
	if !s.feeds[0].NextAt.IsZero() || s.feeds[1].NextAt.IsZero() {
		t.Error("not that feed was made due, or another")
	}
	shows(t, "all of a message", press("feedcheck", "zjcw5p4oahqry", ada), []string{"Reading Fjord Wire now."}, nil)
	shows(t, "explain", press("why", "zjcw5p4oahqry", ada), []string{"Fjord Wire: failing"}, nil)
	shows(t, "a button of nothing", press("why", "f99", ada), []string{"No feed has the number"}, nil)
	shows(t, "an alert's", press("feedcheck", "fvt42qhaxq7jc", ada), []string{"leads nowhere"}, nil)

	shows(t, "feed check all", d.Serve(t.Context(), ask1("feed check", "feed", "all")), []string{"Reading Fjord Wire now."}, []string{"Vell"})
	s.feeds[0].Failures = 0
	shows(t, "none fails", d.Serve(t.Context(), ask1("feed check", "feed", "all")), []string{"No feed fails."}, nil)
}
