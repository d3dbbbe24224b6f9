package handlers

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestTable(t *testing.T) {
	d := &Desk{}
	seen := map[string]bool{}
	for _, c := range d.Commands() {
		if seen[c.Name] || len(strings.Fields(c.Name)) > 2 || c.run == nil {
			t.Errorf("command %q: twice, more than two words, or without work", c.Name)
		}
		seen[c.Name] = true
		if c.Text == "" || utf8.RuneCountInString(c.Text) > 100 || len(c.Examples) == 0 {
			t.Errorf("command %q has no text of at most 100 characters, or no example", c.Name)
		}
		for _, e := range c.Examples {
			if !strings.HasPrefix(e, c.Name) {
				t.Errorf("example %q does not show %s", e, c.Name)
			}
		}
		optional := false
		for _, o := range c.Options {
			if o.Text == "" || utf8.RuneCountInString(o.Text) > 100 {
				t.Errorf("option %s of %s has no text of at most 100 characters", o.Name, c.Name)
			}
			if o.Required && optional {
				t.Errorf("%s: required options come first in Discord, %s does not", c.Name, o.Name)
			}
			optional = optional || !o.Required
		}
		group := strings.HasPrefix(c.Name, "watch ") || strings.HasPrefix(c.Name, "feed ") || strings.HasPrefix(c.Name, "speaker ") && c.Name != "speaker show"
		if group != (c.Moderator && c.Server) || group && !c.Private {
			t.Errorf("%s: watch, feed and the edits of speakers, and only they, ask for Manage Server, belong to servers and are private", c.Name)
		}
		help := plain(d.Serve(t.Context(), ask1("help", "command", c.Name)))
		for _, want := range append([]string{c.Name}, c.Examples...) {
			if !strings.Contains(help, want) {
				t.Errorf("help %s lacks %q:\n%s", c.Name, want, help)
			}
		}
		for _, o := range c.Options {
			if !strings.Contains(help, o.Text) {
				t.Errorf("help %s lacks option %s", c.Name, o.Name)
			}
		}
	}
	all := plain(d.Serve(t.Context(), ask1("help")))
	for _, c := range d.Commands() {
		if c.Name != "help" && !strings.Contains(all, c.Name) {
			t.Errorf("help does not name %s:\n%s", c.Name, all)
		}
	}
}

// valid gives a command options that it accepts.
func valid(c Command) []string {
	return map[string][]string{
		"ask": {"question", "what did she say"}, "search": {"words", "quota"}, "why": {"what", "A900"}, "find": {"what", "Tomas Brandvold: “No.” https://a.example/b"}, "watch add": {"speaker", "Pell Andersen"}, "watch preview": {"keywords", "quota"}, "watch remove": {"watch", "1"},
		"watch edit": {"watch", "1", "kinds", "direct"}, "follow": {"speaker", "Pell Andersen"}, "unfollow": {"watch", "Pell Andersen"},
		"feed add": {"url", "https://b.example/feed"}, "feed remove": {"feed", "1"}, "feed check": {"feed", "1"}, "feed import": {"url", "https://b.example/opml"},
		"timeline": {"speaker", "Mira Solheim"}, "compare": {"speaker", "Mira Solheim", "with", "Ilya Vantreight"},
		"verify": {"what", "48213"}, "export": {"what", "48213"},
		"context": {"number", "48213"}, "more": {"number", "48213"},
		"speaker show": {"speaker", "Mira Solheim"}, "speaker alias": {"speaker", "Mira Solheim", "add", "Iron Mira"},
		"speaker merge": {"speaker", "Ilya Vantreight", "into", "Mira Solheim"}, "speaker split": {"speaker", "Mira Solheim", "into", "Pell Solheim", "statements", "48213"},
		"speaker role": {"speaker", "Mira Solheim", "role", "minister"}, "speaker rename": {"speaker", "Mira Solheim", "as", "Mira Berg"},
		"speaker undo": {"edit", "1"},
		"digest set":   {"schedule", "09:00"}, "digest all": {"number", "48"},
	}[c.Name]
}

func TestRights(t *testing.T) {
	for _, c := range table() {
		d, _ := desk(filled(t))
		without := ask1(c.Name, valid(c)...)
		without.User.ManageServer, without.User.Reviewer = false, false
		direct := ask1(c.Name, valid(c)...)
		direct.Server, direct.User.ManageServer = "", false
		for what, r := range map[string]Request{"without the right": without, "in a direct message": direct} {
			d, _ := desk(filled(t))
			if c.Name == "unfollow" {
				first := r
				first.Command, first.Options = "follow", map[string]string{"speaker": "Pell Andersen"}
				d.Serve(t.Context(), first)
			}
			reply := d.Serve(t.Context(), r)
			refused := reply.Cards[0].Form == FormProblem
			if c.Governs && r.Server == "" {
				if strings.Contains(plain(reply), "manage this server") {
					t.Errorf("%s asks for a right in a direct message:\n%s", c.Name, plain(reply))
				}
				continue // there may be nothing to govern
			}
			if want := c.Moderator || c.Team || c.Governs; refused != want {
				t.Errorf("%s %s: refused is %v, want %v\n%s", c.Name, what, refused, want, plain(reply))
			}
			if refused && !reply.Private {
				t.Errorf("%s %s: the refusal is seen by everybody", c.Name, what)
			}
		}
		if reply := d.Serve(t.Context(), ask1(c.Name, valid(c)...)); c.Private && !reply.Private {
			t.Errorf("%s is answered in public", c.Name)
		}
	}
}

func TestCompleteAsksForRights(t *testing.T) {
	d, _ := desk(filled(t))
	r := ask1("watch remove")
	if got := d.Complete(t.Context(), r, "watch", "mira"); len(got) != 1 || got[0].Value != "1" {
		t.Errorf("a moderator is offered %v", got)
	}
	r.User.ManageServer = false
	if got := d.Complete(t.Context(), r, "watch", "mira"); len(got) != 0 {
		t.Errorf("without the right one is offered %v", got)
	}
}

func TestNothingLeaksBetweenServers(t *testing.T) {
	d, _ := desk(filled(t))
	for _, r := range []Request{
		ask1("status"), ask1("watch list"), ask1("watch remove", "watch", "2"), ask1("watch remove", "watch", "secret plan"),
	} {
		text := plain(d.Serve(t.Context(), r))
		typed := r.Options["watch"]
		if strings.Contains(text, "discord:20") || strings.Contains(text, "Bob") ||
			strings.Contains(text, "secret") && !strings.Contains(typed, "secret") {
			t.Errorf("%s shows what another server watches:\n%s", r.Command, text)
		}
	}
	if text := plain(d.Serve(t.Context(), ask1("watch add", "keywords", "secret plan", "channel", "discord:12"))); strings.Contains(text, "already") {
		t.Errorf("a watch of another server stands in the way:\n%s", text)
	}
	direct := ask1("status")
	direct.Server, direct.Place = "", "discord:99"
	if text := plain(d.Serve(t.Context(), direct)); strings.Contains(text, "Solheim") || strings.Contains(text, "harbour") || strings.Contains(text, "Watched here") {
		t.Errorf("a direct message shows watches:\n%s", text)
	}
	for _, ch := range d.Complete(t.Context(), ask1("watch remove"), "watch", "") {
		if ch.Value == "2" {
			t.Errorf("completion offers %q of another server", ch.Name)
		}
	}
	if text := plain(d.Serve(t.Context(), ask1("status"))); !strings.Contains(text, "Mira Solheim") {
		t.Errorf("status does not show what is watched here:\n%s", text)
	}
	if text := plain(d.Serve(t.Context(), ask1("watch add", "speaker", "X", "channel", "console"))); !strings.Contains(text, "no channel of this server") {
		t.Errorf("a watch may tell another surface:\n%s", text)
	}
}

func TestBrokenThings(t *testing.T) {
	for _, c := range table() {
		if c.Name == "help" {
			continue // asks the store nothing
		}
		for name, s := range map[string]*shelf{"error": {broken: errBroken}, "panic": {panics: true}} {
			if c.Name == "context" || c.Name == "more" {
				s.found = filled(t).found
			}
			d, log := desk(s)
			reply := d.Serve(t.Context(), ask1(c.Name, valid(c)...))
			text := plain(reply)
			if !reply.Private || !strings.Contains(text, "Something broke on our side (") {
				t.Errorf("%s with an %s: %s", c.Name, name, text)
				continue
			}
			id := text[strings.Index(text, "(")+1 : strings.Index(text, ")")]
			if len(id) != 6 || !strings.Contains(log.String(), "id="+id) {
				t.Errorf("%s with an %s: the log lacks %q: %s", c.Name, name, id, log)
			}
			if strings.Contains(text, "fire") || strings.Contains(text, "fell over") {
				t.Errorf("%s with an %s tells what is inside: %s", c.Name, name, text)
			}
		}
	}
}

func TestLogHoldsNoQuestion(t *testing.T) {
	d, log := desk(filled(t))
	for _, r := range []Request{
		ask1("ask", "question", "what of the walrus"), ask1("watch add", "keywords", "walrus AND ("), ask1("walrus"),
		ask1("ask", "question", "the walrus", "since", "walrus day"),
	} {
		d.Serve(t.Context(), r)
	}
	if strings.Contains(log.String(), "walrus") {
		t.Errorf("the log tells what was asked:\n%s", log)
	}
	if got := strings.Count(log.String(), "\n"); got != 3 {
		t.Errorf("%d log lines for three commands:\n%s", got, log)
	}
}

func TestTimeout(t *testing.T) {
	s := filled(t)
	d, _ := desk(s)
	d.Timeout = time.Nanosecond
	if text := plain(d.Serve(t.Context(), ask1("more", "number", "48213"))); !strings.Contains(text, "took longer") {
		t.Errorf("no word of the time:\n%s", text)
	}
}

func TestBadInput(t *testing.T) {
	long := strings.Repeat("a", 4000)
	for _, c := range []struct {
		r    Request
		want string
	}{
		{ask1("ask"), "The option question is missing."},
		{ask1("ask", "question", " \u200b?! "), "The option question is missing."},
		{ask1("ask", "question", long), "The option question has 4,000 characters, and 1,000 is the most."},
		{ask1("ask", "question", "x", "since", "the day of the walrus"), "is no day"},
		{ask1("ask", "question", "x", "since", "2026-05-02", "until", "2026-05-01"), "lies before the first"},
		{ask1("ask", "question", "x", "private", "maybe"), "is yes or no"},
		{ask1("ask", "question", "x", "colour", "red"), "no option of the name ‘colour’"},
		{ask1("watch add"), "needs a speaker, keywords, or both"},
		{ask1("watch add", "speaker", " ", "keywords", "…"), "needs a speaker, keywords, or both"},
		{ask1("watch add", "keywords", "*"), "has no letter and no digit"},
		{ask1("watch add", "speaker", "*"), "needs a speaker, keywords, or both"},
		{ask1("search", "words", "*"), "has no letter and no digit"},
		{ask1("export", "what", "*"), "has no letter and no digit"},
		{ask1("digest set", "schedule", "* * * * *"), "comes every 1 minutes"},
		{ask1("digest set", "schedule", "…"), "The option schedule is missing."},
		{ask1("speaker rename", "speaker", "Mira Solheim", "as", "*"), "The option as is missing."},
		{ask1("watch add", "keywords", long), "The option keywords has 4,000 characters"},
		{ask1("watch add", "speaker", long), "The option speaker has 4,000 characters"},
		{ask1("watch add", "speaker", "mira solheim"), "watched already, as number 1"},
		{ask1("watch remove", "watch", long), "4,000 characters"},
		{ask1("watch remove", "watch", "77"), "no watch ‘77’"},
		{ask1("feed add", "url", "ftp://a.example/x"), "no address of the web"},
		{ask1("feed add", "url", "https://a.example/page"), "was found: its page names none"},
		{ask1("feed import"), "needs a file or an address"},
		{ask1("feed import", "file", "file:///x", "url", "https://a.example"), "one of them"},
		{ask1("feed import", "url", "file:///etc/passwd"), "no address of the web"},
		{ask1("feed import", "url", "https://a.example/page"), "This is no list of feeds."},
		{ask1("feed add", "url", long), "4,000 characters"},
		{ask1("feed add", "url", "no "+long[:1000]), "no address of the web"},
		{ask1("feed remove", "feed", "9"), "No feed has"},
		{ask1("context", "number", "walrus"), "Nothing on record has the number ‘walrus’"},
		{ask1("context", "number", "99"), "Nothing on record has the number ‘99’"},
		{ask1("context", "number", "-1"), "Nothing on record has the number"},
		{ask1("more", "number", "A1"), "Nothing on record has the number"},
		{ask1("help", "command", "walrus"), "There is no command"},
		{ask1("aks"), "Did you mean ask?"},
		{ask1(long), "There is no command"},
	} {
		d, _ := desk(filled(t))
		reply := d.Serve(t.Context(), c.r)
		text := plain(reply)
		if reply.Cards[0].Form != FormProblem || !reply.Private || !strings.Contains(text, c.want) {
			t.Errorf("%s %.60q: want a problem with %q, got\n%.300s", c.r.Command, c.r.Options, c.want, text)
		}
		if len(text) > 600 {
			t.Errorf("%s: a problem of %d bytes", c.r.Command, len(text))
		}
	}
}

func TestWatchLife(t *testing.T) {
	s := filled(t)
	d, _ := desk(s)
	changed := 0
	d.Changed = func() { changed++ }
	text := plain(d.Serve(t.Context(), ask1("watch add", "speaker", "Mira Solhiem", "keywords", "quota", "backlog", "yes")))
	for _, want := range []string{"Watching Mira Solhiem on quota", "<discord:10>", "Nobody of that name is on record yet. Near it: Mira Solheim", "follows, folded", "Watch 4"} {
		if !strings.Contains(text, want) {
			t.Errorf("watch add lacks %q:\n%s", want, text)
		}
	}
	w := s.watches[3]
	if w.Server != "discord:1" || w.Place != "discord:10" || !w.Backlog || w.By != "Ada" {
		t.Errorf("the watch is %+v", w)
	}
	text = plain(d.Serve(t.Context(), ask1("watch remove", "watch", "mira solhiem ON quota")))
	if !strings.Contains(text, "No longer watching Mira Solhiem on quota") || len(s.watches) != 3 || changed != 2 {
		t.Errorf("watch remove: %d watches, %d changes\n%s", len(s.watches), changed, text)
	}
	r := ask1("watch remove", "watch", "3")
	r.Place = "discord:11"
	if text := plain(d.Serve(t.Context(), r)); !strings.Contains(text, "stands in the configuration") {
		t.Errorf("a watch of the configuration: %s", text)
	}
}

func TestFeedLife(t *testing.T) {
	s := filled(t)
	d, _ := desk(s)
	text := plain(d.Serve(t.Context(), ask1("feed add", "url", "harborcourier.example/feed.xml")))
	if !strings.Contains(text, "Reading Harbor Courier, about 1 item a day.") || s.feeds[0].URL != "https://harborcourier.example/feed.xml" {
		t.Errorf("feed add: %+v\n%s", s.feeds, text)
	}
	if text := plain(d.Serve(t.Context(), ask1("feed add", "url", "https://harborcourier.example/feed.xml"))); !strings.Contains(text, "read already") {
		t.Errorf("feed add twice: %s", text)
	}
	if text := plain(d.Serve(t.Context(), ask1("feed list"))); !strings.Contains(text, "1 feed: 1 not read yet") {
		t.Errorf("feed list: %s", text)
	}
	if text := plain(d.Serve(t.Context(), ask1("feed remove", "feed", "harbor courier"))); !strings.Contains(text, "No longer reading") || len(s.feeds) != 0 {
		t.Errorf("feed remove: %s", text)
	}
}

func TestPress(t *testing.T) {
	d, _ := desk(filled(t))
	press := func(action, id, arg, user, server, place string) Reply {
		return d.Press(t.Context(), Press{Action: action, ID: id, Arg: arg, Request: Request{User: User{ID: user}, Server: server, Place: place}})
	}
	more := d.Serve(t.Context(), ask1("more", "number", "48213"))
	question := more.Cards[0].Buttons[0].ID
	for _, c := range []struct {
		name  string
		reply Reply
		want  string
	}{
		{"context of an alert with two statements", press("context", "fvt42qhaxq7jc", "", "u9", "discord:1", "discord:10"), "Which one?"},
		{"context of a statement", press("context", "48213", "", "u9", "discord:1", "discord:10"), "Mira Solheim, in the article"},
		{"context in another place", press("context", "fvt42qhaxq7jc", "", "u9", "discord:2", "discord:20"), "belongs to another place"},
		{"more of an alert", press("more", "fvt42qhaxq7jc", "", "u9", "discord:1", "discord:10"), "Mira Solheim or Ilya Vantreight"},
		{"context of an answer", press("context", question, "n1", "u9", "discord:1", "discord:10"), "in the article"},
		{"context of no answer", press("context", question, "n7", "u9", "discord:1", "discord:10"), "Nothing on record"},
		{"context of another server's answer", press("context", question, "", "u1", "discord:2", "discord:10"), "belongs to another server"},
		{"somebody else turns the page", press("page", question, "2", "u9", "discord:1", "discord:10"), "belongs to somebody else"},
		{"the asker turns the page", press("page", question, "1", "u1", "discord:1", "discord:10"), "Mira Solheim"},
		{"somebody else shares", press("share", question, "", "u9", "discord:1", "discord:10"), "belongs to somebody else"},
		{"feeds without the right", press("page", "feeds", "2", "u9", "discord:1", "discord:10"), "may manage"},
		{"watches without the right", press("page", "watches", "2", "u9", "discord:1", "discord:10"), "may manage"},
		{"a row that is gone", press("context", "aaaaaaaaaaaaa", "", "u1", "discord:1", "discord:10"), "leads nowhere"},
		{"an action of another version", press("revise", "fvt42qhaxq7jc", "", "u1", "discord:1", "discord:10"), "Type it"},
	} {
		if text := plain(c.reply); !strings.Contains(text, c.want) {
			t.Errorf("%s: want %q, got\n%s", c.name, c.want, text)
		}
	}
	shared := press("share", question, "", "u1", "discord:1", "discord:10")
	if shared.Private || strings.Contains(plain(shared), "[Share]") {
		t.Errorf("a shared answer is private or can be shared again: %+v", shared)
	}
	if turned := press("page", question, "1p", "u1", "discord:1", "discord:10"); !turned.Update || !turned.Private || !strings.Contains(plain(turned), "[Share]") {
		t.Errorf("turning the page of a private answer: %+v", turned)
	}
}

func TestDeskAtOnce(t *testing.T) {
	d, _ := desk(filled(t))
	d.Log = nil
	done := make(chan bool)
	for range 50 {
		go func() {
			d.Serve(context.Background(), ask1("more", "number", "48213"))
			done <- true
		}()
	}
	for range 50 {
		<-done
	}
}

// Whatever is typed, the desk answers it and nothing breaks.
func FuzzServe(f *testing.F) {
	f.Add(uint(0), "what did \"Mira Solheim say since 30 Feb about -- “quota”?", "until yesterday")
	f.Add(uint(1), "said:(quota AND", "\x00\xff(((")
	f.Add(uint(3), "#99999999999999999999", "")
	f.Add(uint(7), "A-1", "no.")
	f.Fuzz(func(t *testing.T, n uint, first, second string) {
		d, log := desk(filled(t))
		c := table()[n%uint(len(table()))]
		r := ask1(c.Name)
		for i, o := range c.Options {
			r.Options[o.Name] = []string{first, second}[i%2]
			if o.Kind == YesNo {
				r.Options[o.Name] = "yes"
			}
		}
		reply := d.Serve(t.Context(), r)
		if len(reply.Cards) == 0 || len(reply.Cards[0].Lead) == 0 {
			t.Fatalf("%s %q gives no card", c.Name, r.Options)
		}
		if text := plain(reply); strings.Contains(text, "Something broke") {
			t.Fatalf("%s %q: %s", c.Name, r.Options, log)
		}
	})
}
