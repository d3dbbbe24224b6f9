package handlers_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/statements/watch"
	"onrecord/store"
	"onrecord/store/storetest"
)

// seat is somebody somewhere.
type seat struct {
	user, server, place string
	rights              bool
}

// seats from which one may ask, by what they are.
var seats = map[string]seat{
	"her own direct messages": {"1", "", "discord:901", false},
	"her in the server":       {"1", "discord:1", "discord:10", true},
	"a moderator there":       {"2", "discord:1", "discord:10", true},
	"a member there":          {"3", "discord:1", "discord:10", false},
	"another server":          {"2", "discord:2", "discord:20", true},
	"another's messages":      {"2", "", "discord:902", false},
	"the console":             {"you", "console", "console", true},
	"nobody":                  {"", "", "discord:903", false},
}

func (s seat) request(command string, options ...string) handlers.Request {
	r := handlers.Request{Command: command, Options: map[string]string{}, Server: s.server, Place: s.place,
		User: handlers.User{ID: s.user, Name: "Ada", ManageServer: s.rights}}
	for i := 0; i+1 < len(options); i += 2 {
		r.Options[options[i]] = options[i+1]
	}
	return r
}

func (s seat) says(t *testing.T, d *handlers.Desk, command string, options ...string) string {
	t.Helper()
	return words(d.Serve(t.Context(), s.request(command, options...)))
}

// told is an archive with an article that a private watch has told of.
func told(t *testing.T) (*handlers.Desk, *store.Store, statements.Watch, statements.Delivery) {
	t.Helper()
	st := storetest.Open(t, storetest.SQLite(t))
	d := handlers.On(st)
	d.Now = func() time.Time { return noon.Add(time.Hour) }
	she := seats["her in the server"]
	wants(t, "follow", she.says(t, d, "follow", "keywords", "walrus", "languages", "en"),
		"Following the words walrus, only in English. You are told by direct message, and nobody else sees it.", "/unfollow 1 ends it")
	w := keep(t, st, 1)[0]
	leased, err := st.LeaseDeliveries(t.Context(), "discord", noon, 9, time.Minute)
	if err != nil || len(leased) != 1 || leased[0].Place != "discord:@1" {
		t.Fatalf("the messages are %+v, %v", leased, err)
	}
	if err := st.SettleDelivery(t.Context(), leased[0].ID, "77", noon); err != nil {
		t.Fatal(err)
	}
	return d, st, w, leased[0]
}

// keep keeps an article in which somebody speaks of a walrus, with its alerts.
func keep(t *testing.T, st *store.Store, n int) []statements.Watch {
	t.Helper()
	ws, version, err := st.Watches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const said = "The walrus stays where it is"
	a := statements.Article{URL: fmt.Sprintf("https://courier.example/%d", n), Outlet: "Harbor Courier", Title: fmt.Sprintf("Beach closed, day %d", n), Lang: "en",
		Text: fmt.Sprintf("Day %d: “%s,” Mira Solheim said.", n, said), Published: statements.Moment{Time: noon}, Fetched: noon}
	from := strings.Index(a.Text, said)
	content := []statements.Span{{Start: from, End: from + len(said)}}
	sts := []statements.Statement{{Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9, Content: content, Verbatim: content, SaidOn: statements.DateOf(noon)}}
	_, err = st.KeepArticle(t.Context(), statements.Arrival{At: noon, Watches: version, Article: a, Outlet: statements.Outlet{Name: a.Outlet, URL: a.URL}, Statements: sts,
		Alerts: watch.Compile(ws).Match(a, sts, false)})
	if err != nil {
		t.Fatal(err)
	}
	return ws
}

func TestFollow(t *testing.T) {
	d, _, _, _ := told(t)
	she, direct := seats["her in the server"], seats["her own direct messages"]
	wants(t, "the same again", direct.says(t, d, "follow", "keywords", "walrus"), "You follow that already, as number 1.")
	wants(t, "the same otherwise", direct.says(t, d, "follow", "keywords", "walrus", "kinds", "direct", "digest", "weekdays 09:00", "zone", "Europe/Oslo", "cap", "5"),
		"Changed. You follow the words walrus, only in English, verbatim.", "Digest every weekday at 09:00 in Europe/Oslo; at most 5 an hour")
	wants(t, "a speaker", she.says(t, d, "follow", "speaker", "Mira Solheim"), "Following Mira Solheim.", "Would have fired 1 time")
	wants(t, "nothing", she.says(t, d, "follow"), "A watch needs a speaker, keywords, or both.", "follow speaker")
	wants(t, "nobody", seats["nobody"].says(t, d, "follow", "keywords", "walrus"), "It is not known who asks.")
	wants(t, "the list", direct.says(t, d, "following"), "You follow 2\n", "1 · the words walrus, only in English, verbatim\nin direct messages", "2 · Mira Solheim\n", "digest every weekday")
	wants(t, "status", direct.says(t, d, "status"), "You follow: the words walrus")
	wants(t, "unfollow", she.says(t, d, "unfollow", "watch", "mira solheim"), "No longer following Mira Solheim.")
	wants(t, "unfollow again", she.says(t, d, "unfollow", "watch", "2"), "You follow nothing of the name or number ‘2’.")
	wants(t, "the list", direct.says(t, d, "following"), "You follow 1\n")
	if got := seats["the console"].says(t, d, "follow", "keywords", "seal"); !strings.Contains(got, "You are told here.") {
		t.Errorf("in the console: %s", got)
	}
	for i := range 49 {
		direct.says(t, d, "follow", "keywords", fmt.Sprint("word", i))
	}
	wants(t, "one more", direct.says(t, d, "follow", "keywords", "many"), "You follow 50 already, and that is the most.")
	wants(t, "another's", seats["another's messages"].says(t, d, "follow", "keywords", "many"), "Following the words many")
}

// Whoever follows something reads of it wherever he alone reads.
func TestFollowedIsHers(t *testing.T) {
	d, _, w, owed := told(t)
	direct := seats["her own direct messages"]
	wants(t, "why, of the message", direct.says(t, d, "why", "what", owed.ID), "walrus")
	wants(t, "why, of the article", direct.says(t, d, "why", "what", "A1"), "walrus")
	for _, action := range []string{"context", "more"} {
		if got := words(d.Press(t.Context(), handlers.Press{Action: action, ID: owed.ID, Request: direct.request("")})); strings.Contains(got, "belongs to") {
			t.Errorf("%s under her own message: %s", action, got)
		}
	}
	if got := d.Complete(t.Context(), direct.request("unfollow"), "watch", ""); len(got) != 1 || got[0].Value != fmt.Sprint(w.ID) {
		t.Errorf("completion offers %v", got)
	}
}

// Nobody else learns of what somebody follows, from nowhere and by no command.
func TestFollowedIsHersAlone(t *testing.T) {
	d, st, w, owed := told(t)
	number := fmt.Sprint(w.ID)
	commands := [][]string{
		{"status"}, {"watch list"}, {"watch remove", "watch", number}, {"watch remove", "watch", "walrus (en)"}, {"watch edit", "watch", number, "kinds", "direct"},
		{"following"}, {"unfollow", "watch", number}, {"unfollow", "watch", "walrus (en)"}, {"why", "what", "A1"}, {"why", "what", owed.ID}, {"why", "what", "1"}, {"help"}, {"feed list"},
		{"digest list"}, {"digest now"}, {"digest all", "number", "1"}, {"digest off", "watch", number}, {"digest set", "schedule", "09:00", "watch", number},
		{"mute", "watch", number}, {"mute", "number", "1"}, {"mute", "number", owed.ID}, {"unmute"}, {"unmute", "number", "1"}, {"review", "number", "1"}, {"review"},
		{"watch preview", "keywords", "gull"}, {"ask", "question", "who spoke about the walrus?"}, {"search", "words", "walrus"},
	}
	presses := []handlers.Press{
		{Action: "context", ID: owed.ID}, {Action: "more", ID: owed.ID}, {Action: "page", ID: "watches", Arg: "1"}, {Action: "page", ID: "follows", Arg: "1"},
		{Action: "share", ID: owed.ID}, {Action: "page", ID: owed.ID},
	}
	for _, action := range []string{"mute", "unmute", "mute1h", "muteday", "mutetopic", "review", "right", "wrongspk", "reject", "dup", "digestall", "digestset", "verify", "why"} {
		presses = append(presses, handlers.Press{Action: action, ID: owed.ID})
	}
	for who, s := range seats {
		if who == "her own direct messages" {
			continue
		}
		shows := func(what, text string) {
			t.Helper()
			text = strings.ReplaceAll(text, "‘walrus (en)’", "") // what was typed
			if strings.Contains(text, "the words walrus") || strings.Contains(text, "walrus (en)") || strings.Contains(text, "Watch walrus") || strings.Contains(text, "@1") || strings.Contains(text, owed.ID) && !strings.Contains(what, owed.ID) {
				t.Errorf("%s learns of it by %s:\n%s", who, what, text)
			}
		}
		for _, c := range commands {
			if s.user == "1" && (c[0] == "following" || c[0] == "unfollow") {
				continue // it is hers
			}
			shows(strings.Join(c, " "), s.says(t, d, c[0], c[1:]...))
		}
		for _, p := range presses {
			if s.user == "1" && p.ID == "follows" {
				continue
			}
			p.Request = s.request("")
			shows("the button "+p.Action+" "+p.ID, words(d.Press(t.Context(), p)))
		}
		for _, c := range d.Commands() {
			for _, o := range c.Options {
				if s.user == "1" && c.Name == "unfollow" {
					continue
				}
				for _, ch := range d.Complete(t.Context(), s.request(c.Name), o.Name, "") {
					shows("completing "+c.Name+" "+o.Name, ch.Name)
				}
			}
		}
		stats, err := st.Stats(t.Context(), s.server)
		if err != nil || len(stats.Watches) > 0 {
			t.Errorf("%s: the store tells of %+v, %v", who, stats.Watches, err)
		}
	}
	ws, _, err := st.Watches(context.Background())
	if err != nil || len(ws) != 1 || ws[0].Owner != "discord:1" || ws[0].Server != "@discord:1" || ws[0].Only.Verbatim {
		t.Errorf("after all that the watches are %+v, %v", ws, err)
	}
}

// Who takes no direct messages is told so, where nobody else reads.
func TestClosedDirectMessages(t *testing.T) {
	d, st, _, _ := told(t)
	keep(t, st, 2) // reports the same utterance
	const other = "A seal came too"
	ws, version, err := st.Watches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a := statements.Article{URL: "https://courier.example/9", Outlet: "Harbor Courier", Title: "A walrus again", Lang: "en", Text: "A walrus again. " + other, Fetched: noon}
	if _, err := st.KeepArticle(t.Context(), statements.Arrival{At: noon, Watches: version, Article: a, Alerts: watch.Compile(ws).Match(a, nil, false)}); err != nil {
		t.Fatal(err)
	}
	leased, err := st.LeaseDeliveries(t.Context(), "discord", noon, 9, time.Minute)
	if err != nil || len(leased) != 1 {
		t.Fatalf("%+v, %v", leased, err)
	}
	if err := st.PauseDelivery(t.Context(), leased[0].ID, "closed"); err != nil {
		t.Fatal(err)
	}
	const note = "Your direct messages take none of onrecord's, and 1 message waits for you."
	wants(t, "her next command", seats["her in the server"].says(t, d, "status"), note, "privacy settings")
	for what, text := range map[string]string{
		"in public":           seats["her in the server"].says(t, d, "ask", "question", "what did Solheim say about the walrus?"),
		"to somebody else":    seats["a moderator there"].says(t, d, "status"),
		"in another's direct": seats["another's messages"].says(t, d, "status"),
	} {
		if strings.Contains(text, "direct messages take none") {
			t.Errorf("it is said %s:\n%s", what, text)
		}
	}
	seats["her in the server"].says(t, d, "follow", "keywords", "gull") // has it tried again
	if text := seats["her in the server"].says(t, d, "status"); strings.Contains(text, note) {
		t.Errorf("it is said of a place that is tried again:\n%s", text)
	}
}
