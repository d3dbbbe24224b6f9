package handlers

import (
	"strings"
	"testing"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

func pressed(action, id string, change ...func(*Press)) Press {
	p := Press{Action: action, ID: id, Request: ask1("")}
	for _, c := range change {
		c(&p)
	}
	return p
}

func TestMute(t *testing.T) {
	d, _ := desk(filled(t))
	shelf := d.Held.(*shelf)
	shelf.drawer.topic = statements.Topic{Words: []string{"quota", "fishermen"}, Stems: []string{"quota", "fisherm"}, Least: 2}
	ask := d.Press(t.Context(), pressed("mute", "fvt42qhaxq7jc"))
	text := plain(ask)
	for _, want := range []string{"Mute Mira Solheim in this channel. What it would have sent is kept and told when the mute ends.", "[Mute 1 hour]", "[Mute until midnight]", "[Mute this topic]"} {
		if !strings.Contains(text, want) {
			t.Errorf("the question lacks %q:\n%s", want, text)
		}
	}
	if !ask.Private || ask.Update {
		t.Errorf("private %v, update %v", ask.Private, ask.Update)
	}
	for action, want := range map[string]string{
		"mute1h": "Muted until 10:18 UTC. What would have come is kept: /digest now shows it.", "muteday": "Muted until Sun 22 Nov 00:00 UTC.",
		"mutetopic": "Muted, until you unmute it: what Mira Solheim tells of quota and fishermen.",
	} {
		reply := d.Press(t.Context(), pressed(action, "fvt42qhaxq7jc"))
		text := plain(reply)
		if !reply.Update || !reply.Private || !strings.Contains(text, want) || !strings.Contains(text, "[Unmute]") {
			t.Errorf("%s: update %v\n%s\nwant %q", action, reply.Update, text, want)
		}
	}
	if len(shelf.drawer.mutes) != 3 || shelf.drawer.mutes[0].Place != "discord:10" || shelf.drawer.mutes[0].By != "Ada" {
		t.Errorf("mutes %+v", shelf.drawer.mutes)
	}
	if text := plain(d.Serve(t.Context(), ask1("status"))); !strings.Contains(text, "Muted here: Mira Solheim") || !strings.Contains(text, "Mira Solheim: muted until 10:18 UTC") {
		t.Errorf("status: %s", text)
	}
	if text := plain(d.Press(t.Context(), pressed("unmute", "1"))); !strings.Contains(text, "not muted any more; nothing waited.") || len(shelf.drawer.mutes) != 2 {
		t.Errorf("unmute: %s", text)
	}
	if text := plain(d.Press(t.Context(), pressed("unmute", "1"))); !strings.Contains(text, "not muted any more") {
		t.Errorf("unmute twice: %s", text)
	}
}

// Who may not manage a server mutes nothing in it, and nothing is muted from
// elsewhere.
func TestMuteAsksForRights(t *testing.T) {
	d, _ := desk(filled(t))
	plainly := func(p *Press) { p.User.ManageServer = false }
	elsewhere := func(p *Press) { p.Server, p.Place = "discord:2", "discord:20" }
	for _, action := range []string{"mute", "mute1h", "muteday", "mutetopic"} {
		for _, change := range []func(*Press){plainly, elsewhere} {
			reply := d.Press(t.Context(), pressed(action, "fvt42qhaxq7jc", change))
			if reply.Cards[0].Form != FormProblem {
				t.Errorf("%s: %s", action, plain(reply))
			}
		}
	}
	if n := len(d.Held.(*shelf).drawer.mutes); n > 0 {
		t.Errorf("%d mutes", n)
	}
	// A number of a watch of another server, and of another place.
	for _, watch := range []string{"2", "3", "secret plan"} {
		if reply := d.Serve(t.Context(), ask1("mute", "watch", watch, "for", "1h")); reply.Cards[0].Form != FormProblem || strings.Contains(plain(reply), "Bob") {
			t.Errorf("mute watch %s: %s", watch, plain(reply))
		}
	}
	d.Held.(*shelf).drawer.mutes = []statements.Mute{{ID: 7, Watch: d.Held.(*shelf).watches[1], Place: "discord:10"}}
	if reply := d.Serve(t.Context(), ask1("unmute", "number", "7")); reply.Cards[0].Form != FormProblem {
		t.Errorf("a mute of another server's watch was ended: %s", plain(reply))
	}
}

func TestMuteTyped(t *testing.T) {
	for typed, want := range map[string]time.Duration{
		"1h": time.Hour, "90m": 90 * time.Minute, "2d": 48 * time.Hour, "1 week": 7 * 24 * time.Hour, "30 minutes": 30 * time.Minute,
		"midnight": 14*time.Hour + 42*time.Minute, "until midnight": 14*time.Hour + 42*time.Minute, "": 0, "0m": 0, "9999d": 0, "soon": 0, "-1h": 0, "1.5h": 0,
	} {
		d, _ := desk(filled(t))
		reply := d.Serve(t.Context(), ask1("mute", "watch", "Mira Solheim", "for", typed))
		mutes := d.Held.(*shelf).drawer.mutes
		if want == 0 {
			if len(mutes) > 0 {
				t.Errorf("mute for %q lasts until %v", typed, mutes[0].Until)
			}
			continue
		}
		if len(mutes) != 1 || mutes[0].Until.Sub(now) != want {
			t.Errorf("mute for %q: %+v\n%s", typed, mutes, plain(reply))
		}
	}
	d, _ := desk(filled(t))
	if text := plain(d.Serve(t.Context(), ask1("mute", "watch", "1", "for", "topic"))); !strings.Contains(text, "no topic to mute") {
		t.Errorf("the topic of no message: %s", text)
	}
	if text := plain(d.Serve(t.Context(), ask1("mute", "number", "48213", "watch", "1"))); !strings.Contains(text, "two things") {
		t.Errorf("both: %s", text)
	}
}

func TestDigestCommands(t *testing.T) {
	d, _ := desk(filled(t))
	s := d.Held.(*shelf)
	serve := func(command string, options ...string) string {
		t.Helper()
		return plain(d.Serve(t.Context(), ask1(command, options...)))
	}
	if text := serve("digest now"); !strings.Contains(text, "Nothing waits here.") {
		t.Errorf("nothing: %s", text)
	}
	s.drawer.gathered = []statements.Gathered{{Place: "discord:10", Kind: statements.GatherDigest, At: now.Add(42 * time.Minute), Alerts: 3,
		Watches: []statements.Watch{{Speaker: "Mira Solheim", Timing: statements.Timing{Digest: "0 10 * * *", Zone: "Europe/Berlin"}}}},
		{Place: "discord:20", Kind: statements.GatherQuiet, Alerts: 9}}
	if text := serve("digest list"); !strings.Contains(text, "3 alerts wait here") || !strings.Contains(text, "Digest every day at 10:00: 3 alerts wait, told at 11:00 CET") {
		t.Errorf("list: %s", text)
	}
	if text := serve("status"); !strings.Contains(text, "3 alerts wait here.") || strings.Contains(text, "nothing waits") {
		t.Errorf("status: %s", text)
	}
	s.stats.Waiting = 2
	if text := serve("status"); !strings.Contains(text, "3 alerts wait here; 2 messages wait to be sent.") {
		t.Errorf("status while others wait: %s", text)
	}
	if text := serve("digest now"); !strings.Contains(text, "3 alerts that waited follow") {
		t.Errorf("now: %s", text)
	}
	if text := serve("digest now"); !strings.Contains(text, "Nothing waits here.") || !strings.Contains(text, "The next digest comes at 11:00 CET") {
		t.Errorf("now again: %s", text)
	}
	if text := serve("digest set", "schedule", "weekdays 09:00", "zone", "Europe/Berlin"); !strings.Contains(text, "every weekday at 09:00 (Europe/Berlin), the next on Mon 23 Nov 09:00") ||
		s.watches[0].Timing != (statements.Timing{Digest: "0 9 * * 1-5", Zone: "Europe/Berlin"}) || s.watches[1].Timing != (statements.Timing{}) || s.watches[2].Timing != (statements.Timing{}) {
		t.Errorf("set: %s\n%+v", text, s.watches)
	}
	s.drawer.gathered = nil // as before the courier comes
	if text := serve("digest list"); !strings.Contains(text, "Digest every weekday at 09:00: nothing waits, told on Mon 23 Nov") {
		t.Errorf("list of a digest that was just set: %s", text)
	}
	for _, bad := range [][]string{{"schedule", "soon"}, {"schedule", "* * * * *"}, {"schedule", "09:00", "zone", "Vell"}, {"schedule", "09:00", "watch", "2"}, {"schedule", "09:00", "watch", "secret plan"}} {
		if reply := d.Serve(t.Context(), ask1("digest set", bad...)); reply.Cards[0].Form != FormProblem || strings.Contains(plain(reply), "broke") {
			t.Errorf("set %v: %s", bad, plain(reply))
		}
	}
	if text := serve("digest off"); !strings.Contains(text, "No digest any more") || s.watches[0].Timing.Digest != "" {
		t.Errorf("off: %s", text)
	}
	if text := serve("digest off"); !strings.Contains(text, "No watch that you can change here has a digest") {
		t.Errorf("off again: %s", text)
	}
}

func TestDigestAll(t *testing.T) {
	d, _ := desk(filled(t))
	reply := d.Serve(t.Context(), ask1("digest all", "number", "48"))
	text := plain(reply)
	if !strings.Contains(text, "Morning digest, Saturday 21 November 2026: 1 to 2 of 2") || !strings.Contains(text, "Ilya Vantreight") || !strings.Contains(text, "We will not sign") {
		t.Errorf("all: %s", text)
	}
	elsewhere := ask1("digest all", "number", "48")
	elsewhere.Place = "discord:11"
	if reply := d.Serve(t.Context(), elsewhere); reply.Cards[0].Form != FormProblem {
		t.Errorf("another place's digest: %s", plain(reply))
	}
	if reply := d.Press(t.Context(), pressed("digestall", "fer7n6rwmfcym", func(p *Press) { p.Server, p.Place = "discord:2", "discord:20" })); reply.Cards[0].Form != FormProblem {
		t.Errorf("another server's button: %s", plain(reply))
	}
	if text := plain(d.Press(t.Context(), pressed("digestset", "fer7n6rwmfcym"))); !strings.Contains(text, "every day at 09:18 (UTC)") || !strings.Contains(text, "digest set schedule") {
		t.Errorf("reschedule: %s", text)
	}
}

// A digest says of each who speaks, in his own part, and what is left out.
func TestDigestCard(t *testing.T) {
	var entries []statements.Entry
	for i := range 60 {
		f := record(t, int64(100+i), []string{"Mira Solheim", "Ilya Vantreight", "Runa Holt", "Jun Brenn", "Pell Eikeland", "Ola Strand", "Kari Dahl"}[min(i%10, 6)], "We will not sign a quota,", "We will not sign a quota,")
		f.SpeakerID, f.Cluster = 0, int64(i/2+1) // two watches, one utterance
		entries = append(entries, statements.Entry{Watch: statements.Watch{ID: int64(i % 2), Speaker: "X"}, Found: []statements.Found{f}, Article: f.Article})
	}
	d := statements.Delivery{ID: "fer7n6rwmfcym", Form: statements.FormDigest, Entries: entries, Created: now.Add(-time.Hour),
		Digest: &statements.Digest{Kind: statements.GatherQuiet, At: now}}
	c := DeliveryCard(locales.English, d, now, time.UTC)
	if len(c.Parts) != 4 || !strings.Contains(plain(Reply{Cards: []Card{c}}), "30 statements by 4 people") {
		t.Fatalf("%d parts: %s", len(c.Parts), plain(Reply{Cards: []Card{c}}))
	}
	for i := range entries {
		entries[i].Found[0].Review = &statements.Correction{What: statements.VerdictReject}
	}
	none := DeliveryCard(locales.English, d, now, time.UTC)
	if len(none.Parts) > 0 || len(none.Buttons) == 0 || !strings.Contains(plain(Reply{Cards: []Card{none}}), "Nothing new.") {
		t.Errorf("what reviewers took back is told: %s", plain(Reply{Cards: []Card{none}}))
	}
	shown := 0
	for i, p := range c.Parts {
		who := p.Body[0].Runs[0].Text
		for _, b := range p.Body {
			if b.Look == Quote {
				shown++
			}
		}
		for _, q := range c.Parts[i+1:] {
			if q.Body[0].Runs[0].Text == who {
				t.Errorf("%s has two parts", who)
			}
		}
	}
	if !strings.HasSuffix(c.Footer, " · "+locales.English.Number(30-shown)+" more") {
		t.Errorf("shown %d of 30: %q", shown, c.Footer)
	}
}
