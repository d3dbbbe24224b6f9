package handlers

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
)

// early is when it is the 21st in Auckland and in Oslo, and still the 20th in Los
// Angeles.
var early = time.Date(2026, 11, 21, 6, 0, 0, 0, time.UTC)

// at1 is a request by somebody, in a server or, without one, in direct messages.
func at1(user, server, command string, options ...string) Request {
	r := ask1(command, options...)
	r.User, r.Server = User{ID: user, Name: user}, server
	if server == "" {
		r.Place = "discord:9" + user
	}
	return r
}

// clocks is a desk whose operator is in Oslo, with askers elsewhere.
func clocks(t *testing.T) (*Desk, *shelf, *strings.Builder) {
	t.Helper()
	s := filled(t)
	d, log := desk(s)
	d.Now = func() time.Time { return early }
	d.Zone, _ = time.LoadLocation("Europe/Oslo")
	for user, zone := range map[string]string{"kiwi": "Pacific/Auckland", "angelina": "America/Los_Angeles"} {
		if text := plain(d.Serve(t.Context(), at1(user, "discord:1", "timezone", "zone", zone))); !strings.Contains(text, zone) {
			t.Fatal(text)
		}
	}
	return d, s, log
}

// since is the first day of the question that was kept last, as an answer was given.
func since(t *testing.T, s *shelf, reply Reply) statements.Date {
	t.Helper()
	if reply.Cards[0].Form == FormProblem {
		t.Fatal(plain(reply))
	}
	return s.questions[fmt.Sprintf("question%05d", len(s.questions))].Query.Since
}

// At one moment yesterday is another day to each, by whichever way he asks, and
// to who set nothing it is the operator's.
func TestYesterdayIsTheAskers(t *testing.T) {
	d, s, _ := clocks(t)
	for _, command := range [][]string{
		{"ask", "question", "what did Mira Solheim say yesterday?"},
		{"ask", "question", "what did Mira Solheim say?", "since", "yesterday"},
		{"timeline", "speaker", "Mira Solheim", "since", "yesterday"},
		{"compare", "speaker", "Mira Solheim", "with", "Ilya Vantreight", "when", "yesterday"},
	} {
		for user, want := range map[string]int{"kiwi": 20, "angelina": 19, "ola": 20} {
			for _, server := range []string{"discord:1", "discord:2", ""} {
				reply := d.Serve(t.Context(), at1(user, server, command[0], command[1:]...))
				if got := since(t, s, reply); got != (statements.Date{Year: 2026, Month: 11, Day: want}) {
					t.Errorf("%v by %s in %q: yesterday is %v, want the %dth", command, user, server, got, want)
				}
			}
		}
	}
	late := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	d.Now = func() time.Time { return late }
	for user, want := range map[string]int{"kiwi": 21, "angelina": 20, "ola": 20} {
		if got := since(t, s, d.Serve(t.Context(), at1(user, "", "ask", "question", "who spoke of the quota yesterday?"))); got.Day != want {
			t.Errorf("at noon %s's yesterday is %v, want the %dth", user, got, want)
		}
	}
}

// Who presses a button sees clocks as his own are, and the days of the question
// stay the asker's.
func TestButtonsByTheAskersClock(t *testing.T) {
	d, s, _ := clocks(t)
	asked := d.Serve(t.Context(), at1("angelina", "discord:1", "ask", "question", "what did Mira Solheim say since yesterday?"))
	since(t, s, asked)
	id := fmt.Sprintf("question%05d", len(s.questions))
	for _, user := range []string{"kiwi", "ola", "angelina"} {
		drawn := d.Press(t.Context(), Press{Action: "timeline", ID: id, Request: at1(user, "discord:1", "")})
		if got := since(t, s, drawn); got.Day != 19 {
			t.Errorf("the timeline that %s asks for is from %v, want the question's 19th", user, got)
		}
	}
	for user, want := range map[string][2]string{"kiwi": {" 22:18", " NZDT"}, "angelina": {" 01:18", " PST"}, "ola": {" 10:18", " CET"}} {
		for what, reply := range map[string]Reply{
			"typed":   d.Serve(t.Context(), at1(user, "discord:1", "why", "what", "48213")),
			"pressed": d.Press(t.Context(), Press{Action: "verify", ID: "48213", Request: at1(user, "discord:1", "")}),
		} {
			if text := plain(reply); !strings.Contains(text, want[0]) || !strings.Contains(text, want[1]) {
				t.Errorf("a clock, %s by %s, is not %q:\n%s", what, user, want, text)
			}
		}
	}
}

func TestTimezone(t *testing.T) {
	d, s, _ := clocks(t)
	serve := func(user string, options ...string) string {
		reply := d.Serve(t.Context(), at1(user, "", "timezone", options...))
		if !reply.Private {
			t.Errorf("timezone %v is answered in public", options)
		}
		return plain(reply)
	}
	for _, c := range []struct {
		user    string
		options []string
		want    string
		kept    string
	}{
		{"ola", nil, "You have set no time zone of your own: this bot's holds, Europe/Oslo. It is Sat 21 Nov 07:00 there.", ""},
		{"ola", []string{"clear", "yes"}, "You have no time zone of your own any more: this bot's holds, Europe/Oslo.", ""},
		{"kiwi", nil, "Your time zone is Pacific/Auckland, as you set it. It is Sat 21 Nov 19:00 there.", "Pacific/Auckland"},
		{"kiwi", []string{"clear", "no"}, "Your time zone is Pacific/Auckland, as you set it.", "Pacific/Auckland"},
		{"kiwi", []string{"zone", "Asia/Tokyo", "clear", "yes"}, "cannot be set and cleared at once.", "Pacific/Auckland"},
		{"kiwi", []string{"zone", "asia/tokyo"}, "Your time zone is Asia/Tokyo from now on. It is Sat 21 Nov 15:00 there.", "Asia/Tokyo"},
		{"kiwi", []string{"zone", "new york"}, "Your time zone is America/New_York from now on. It is Sat 21 Nov 01:00 there.", "America/New_York"},
		{"kiwi", []string{"zone", "São Paulo"}, "Your time zone is America/Sao_Paulo", "America/Sao_Paulo"},
		{"kiwi", []string{"zone", "US/Eastern"}, "Your time zone is US/Eastern", "US/Eastern"},
		{"kiwi", []string{"zone", "Europe/Olso"}, "There is no time zone ‘Europe/Olso’.\nNear it: Europe/Oslo.", "US/Eastern"},
		{"kiwi", []string{"zone", "UTC+2"}, "‘UTC+2’ is a distance from UTC", "US/Eastern"},
		{"kiwi", []string{"zone", "+05:30"}, "‘+05:30’ is a distance from UTC", "US/Eastern"},
		{"kiwi", []string{"zone", "Local"}, "There is no time zone ‘Local’.", "US/Eastern"},
		{"kiwi", []string{"zone", "../../etc/passwd"}, "There is no time zone ‘../../etc/passwd’.\nName a continent and a city", "US/Eastern"},
		{"kiwi", []string{"zone", "utc"}, "Your time zone is UTC from now on.", "UTC"},
		{"kiwi", []string{"clear", "yes"}, "this bot's holds, Europe/Oslo. It is Sat 21 Nov 07:00 there.", ""},
		{"kiwi", nil, "You have set no time zone of your own", ""},
		{"angelina", nil, "Your time zone is America/Los_Angeles, as you set it. It is Fri 20 Nov 22:00 there.", "America/Los_Angeles"},
		{"", nil, "You have set no time zone of your own", ""},
		{"", []string{"zone", "oslo"}, "It is not known who asks.", ""},
	} {
		if text := serve(c.user, c.options...); !strings.Contains(text, c.want) {
			t.Errorf("%s, %v: want %q, got\n%s", c.user, c.options, c.want, text)
		}
		if got := s.zones["discord:"+c.user]; got != c.kept {
			t.Errorf("%s, %v: kept is %q, want %q", c.user, c.options, got, c.kept)
		}
	}
	if len(s.zones) != 1 {
		t.Errorf("kept are %v", s.zones)
	}
}

// A name that the database of zones has lost is the operator's zone, and is said
// in the log.
func TestZoneThatIsNoMore(t *testing.T) {
	d, s, log := clocks(t)
	s.zones["discord:ola"] = "Europe/Atlantis"
	if got := since(t, s, d.Serve(t.Context(), at1("ola", "", "ask", "question", "who spoke of the quota yesterday?"))); got.Day != 20 {
		t.Errorf("yesterday is %v, want the operator's", got)
	}
	if !strings.Contains(log.String(), `a user's time zone is unknown`) || !strings.Contains(log.String(), "zone=Europe/Atlantis") {
		t.Errorf("the log:\n%s", log)
	}
}

// noLookup fails a test that looks up whose clock it is.
type noLookup struct {
	Zones
	*testing.T
}

func (n noLookup) ZoneOf(context.Context, string) (string, error) {
	n.Error("a completion looks up whose clock it is")
	return "", statements.ErrNotFound
}

func TestCompleteZone(t *testing.T) {
	d, s, _ := clocks(t)
	d.Zones = noLookup{s, t}
	for _, command := range []string{"timezone", "follow"} {
		for typed, want := range map[string]string{
			"osl": "Europe/Oslo", "Europe/Os": "Europe/Oslo", "new_y": "America/New_York", "New Y": "America/New_York",
			"york": "America/New_York", "": "UTC", "buenos": "America/Argentina/Buenos_Aires", "sao": "America/Sao_Paulo",
			"auck": "Pacific/Auckland", "paci": "Pacific/Apia", "utc": "UTC", "rgentin": "America/Argentina/Buenos_Aires",
		} {
			got := d.Complete(t.Context(), at1("kiwi", "discord:1", command), "zone", typed)
			if len(got) == 0 || len(got) > 25 || got[0].Value != want {
				t.Errorf("%s %q: %v, want %s first", command, typed, got, want)
			}
		}
		if got := d.Complete(t.Context(), at1("kiwi", "discord:1", command), "zone", "atlantis"); len(got) > 0 {
			t.Errorf("atlantis: %v", got)
		}
	}
	if got := d.Complete(t.Context(), at1("kiwi", "", "timezone"), "clear", ""); len(got) != 2 || got[0].Value != "yes" {
		t.Errorf("clear: %v", got)
	}
}

// The hours of what somebody follows are of his own clock; those of a channel are
// the operator's, whoever sets them.
func TestHoursByTheAskersClock(t *testing.T) {
	d, s, _ := clocks(t)
	timed := func(id int64) statements.Timing {
		for _, w := range s.watches {
			if w.ID == id {
				return w.Timing
			}
		}
		return statements.Timing{}
	}
	ok := func(r Request, want string) {
		t.Helper()
		if text := plain(d.Serve(t.Context(), r)); !strings.Contains(text, want) {
			t.Errorf("%s: want %q, got\n%s", r.Command, want, text)
		}
	}
	begun := int64(len(s.watches))
	ok(at1("kiwi", "", "follow", "keywords", "quota", "quiet", "22:00-07:00"), "in Pacific/Auckland")
	ok(at1("kiwi", "", "follow", "keywords", "herring", "digest", "09:00", "zone", "tokyo"), "in Asia/Tokyo")
	ok(at1("kiwi", "", "follow", "keywords", "ferry"), "Following")
	ok(at1("ola", "", "follow", "keywords", "ferry", "digest", "09:00"), "Following")
	for i, want := range []string{"Pacific/Auckland", "Asia/Tokyo", "", ""} {
		if got := timed(begun + 1 + int64(i)).Zone; got != want {
			t.Errorf("follow %d is told in %q, want %q", i+1, got, want)
		}
	}
	ok(at1("kiwi", "", "follow", "keywords", "ferry", "kinds", "direct"), "Changed")
	if got := timed(begun + 3); got != (statements.Timing{}) {
		t.Errorf("a change of kinds changes the hours: %+v", got)
	}
	channel := at1("kiwi", "discord:1", "digest set", "schedule", "09:00")
	channel.User.ManageServer = true
	ok(channel, "A digest every day at 09:00 (Europe/Oslo), the next on Sat 21 Nov 09:00.")
	if got := timed(1); got.Digest == "" || got.Zone != "" {
		t.Errorf("the channel's watch is told at %+v", got)
	}
	list := at1("kiwi", "discord:1", "digest list")
	list.User.ManageServer = true
	ok(list, "told at 21:00 NZDT")
	ok(at1("kiwi", "", "digest set", "schedule", "08:00"), "the next on")
	if got := timed(begun + 3); got.Zone != "Pacific/Auckland" {
		t.Errorf("a digest of direct messages is told in %q", got.Zone)
	}
}

// A mute until midnight ends at the midnight of who asks for it, where the watch
// has no zone of its own.
func TestMidnightIsTheAskers(t *testing.T) {
	d, s, _ := clocks(t)
	for user, want := range map[string]string{"kiwi": "00:00 NZDT", "ola": "00:00 CET"} {
		r := at1(user, "discord:1", "mute", "watch", "1", "for", "midnight")
		r.User.ManageServer = true
		if text := plain(d.Serve(t.Context(), r)); !strings.Contains(text, want) {
			t.Errorf("mute by %s: want %q, got\n%s", user, want, text)
		}
	}
	s.watches[0].Timing.Zone = "Asia/Tokyo"
	r := at1("kiwi", "discord:1", "mute", "watch", "1", "for", "midnight")
	r.User.ManageServer = true
	if text := plain(d.Serve(t.Context(), r)); !strings.Contains(text, "00:00 JST") {
		t.Errorf("a watch of Tokyo:\n%s", text)
	}
}

// What nobody asked for is drawn on the operator's clock.
func TestAlertsKeepTheOperatorsClock(t *testing.T) {
	d, s, _ := clocks(t)
	if d.Zone.String() != "Europe/Oslo" || d.house != nil {
		t.Errorf("the desk itself is in %v", d.Zone)
	}
	before := plain(Reply{Cards: []Card{d.Draw(s.deliveries["fer7n6rwmfcym"])}})
	d.Serve(t.Context(), at1("kiwi", "discord:1", "ask", "question", "who spoke yesterday?"))
	if after := plain(Reply{Cards: []Card{d.Draw(s.deliveries["fer7n6rwmfcym"])}}); after != before {
		t.Errorf("drawn\n%s\nand before\n%s", after, before)
	}
}
