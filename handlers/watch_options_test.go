package handlers

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

var all = []string{"speaker", "Mira Solheim", "outlets", "Harbor  Courier, www.fjordwire.example", "kinds", "direct", "languages", "English, de", "confidence", "0,8",
	"role", "<@&77>", "digest", "weekdays 09:00", "zone", "Europe/Oslo", "quiet", "22:00-07:00", "cap", "20"}

func TestWatchAddTakesEverything(t *testing.T) {
	s := filled(t)
	d, _ := desk(s)
	text := plain(d.Serve(t.Context(), ask1("watch add", all...)))
	for _, want := range []string{"Watching Mira Solheim, only in Harbor Courier and fjordwire.example, in English and German, verbatim, where the speaker is sure by 0.80, in channel 10",
		"Digest every weekday at 09:00; quiet 22:00-07:00 in Europe/Oslo; at most 20 an hour; mentions role 77"} {
		if !strings.Contains(text, want) {
			t.Errorf("the answer lacks %q:\n%s", want, text)
		}
	}
	got := s.watches[len(s.watches)-1]
	want := statements.Watch{ID: 4, Server: "discord:1", Place: "discord:10", Speaker: "Mira Solheim", Role: "77", By: "Ada", Created: now,
		Only:   statements.Only{Outlets: []string{"Harbor Courier", "fjordwire.example"}, Verbatim: true, Languages: []string{"en", "de"}, Sure: 0.8},
		Timing: statements.Timing{Digest: "0 9 * * 1-5", Zone: "Europe/Oslo", Quiet: "22:00-07:00", Most: 20}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the watch (-want +got):\n%s", d)
	}
	list := plain(d.Serve(t.Context(), ask1("watch list")))
	for _, want := range []string{"4 · Mira Solheim, only in Harbor Courier and fjordwire.example", "digest every weekday at 09:00", "mentions role 77"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %q:\n%s", want, list)
		}
	}
	// Another watch on the same speaker, narrowed otherwise, is another watch.
	if text := plain(d.Serve(t.Context(), ask1("watch add", "speaker", "mira solheim", "languages", "fr"))); strings.Contains(text, "already") {
		t.Errorf("it stands in the way of another:\n%s", text)
	}
	if text := plain(d.Serve(t.Context(), ask1("watch add", "speaker", "mira solheim", "languages", "fr", "cap", "3"))); !strings.Contains(text, "watched already, as number 5") || !strings.Contains(text, "watch edit 5") {
		t.Errorf("the same twice:\n%s", text)
	}
}

func TestWatchEdit(t *testing.T) {
	s := filled(t)
	d, _ := desk(s)
	d.Serve(t.Context(), ask1("watch add", all...))
	told := 0
	d.Changed = func() { told++ }
	edit := func(options ...string) string {
		t.Helper()
		return plain(d.Serve(t.Context(), ask1("watch edit", append([]string{"watch", "4"}, options...)...)))
	}
	before := s.watches[3]
	text := edit("clear", "role, digest languages", "keywords", "quota", "channel", "discord:12", "kinds", "all", "cap", "5")
	want := before
	want.Keywords, want.Place, want.Role = "quota", "discord:12", ""
	want.Only.Verbatim, want.Only.Languages, want.Timing.Digest, want.Timing.Most = false, nil, "", 5
	if d := cmp.Diff(want, s.watches[3]); d != "" || told != 1 {
		t.Errorf("the watch, told %d times (-want +got):\n%s", told, d)
	}
	for _, want := range []string{"Changed. Watch 4 waits for Mira Solheim on quota, only in", "channel 12<discord:12>", "Quiet 22:00-07:00 in Europe/Oslo; at most 5 an hour"} {
		if !strings.Contains(text, want) {
			t.Errorf("the answer lacks %q:\n%s", want, text)
		}
	}
	kept := s.watches[3]
	for _, c := range []struct {
		want    string
		options []string
	}{
		{"Nothing is said of what to change.", nil},
		{"‘colour’ is nothing that a watch can lose.", []string{"clear", "colour"}},
		{"A watch needs a speaker, keywords, or both.", []string{"clear", "speaker,keywords"}},
		{"no channel of this server", []string{"channel", "console"}},
		{"no channel of this server", []string{"channel", "discord:@u1"}},
		{"This server has no watch ‘2’", []string{"watch", "2", "kinds", "direct"}},
	} {
		if text := edit(c.options...); !strings.Contains(text, c.want) {
			t.Errorf("%v: want %q, got\n%s", c.options, c.want, text)
		}
	}
	if d := cmp.Diff(kept, s.watches[3]); d != "" {
		t.Errorf("what was refused changed the watch:\n%s", d)
	}
	r := ask1("watch edit", "watch", "3", "kinds", "direct")
	r.Place = "discord:11"
	if text := plain(d.Serve(t.Context(), r)); !strings.Contains(text, "stands in the configuration") {
		t.Errorf("one of the configuration:\n%s", text)
	}
}

// What cannot be read is said in two sentences, with the column where it has
// one.
func TestWatchOptionsThatCannotBeRead(t *testing.T) {
	d, _ := desk(filled(t))
	for _, c := range []struct{ option, value, want string }{
		{"outlets", "Fjord Wire, ?", "‘?’ is no name of an outlet:\nFjord Wire, ?\n            ^\n"},
		{"languages", "en, Klingon", "‘Klingon’ is no language that is known here:\nen, Klingon\n    ^\n"},
		{"kinds", "verbatim", "‘verbatim’ is no choice of kinds."},
		{"confidence", "very", "‘very’ is no confidence between 0 and 1."},
		{"role", "editors", "‘editors’ is no role."},
		{"role", "@everyone", "‘@everyone’ is no role."},
		{"digest", "at dawn", "at dawn"},
		{"zone", "Europe/Vell", "Europe/Vell"},
		{"quiet", "at night", "at night"},
		{"cap", "0", "‘0’ is no number of alerts."},
		{"cap", "9999", "9,999"},
	} {
		reply := d.Serve(t.Context(), ask1("watch add", "speaker", "Mira Solheim", c.option, c.value))
		text := plain(reply)
		if reply.Cards[0].Form != FormProblem || !strings.Contains(text, c.want) || strings.Contains(text, "our side") || len(reply.Cards[0].Lead) < 2 {
			t.Errorf("%s %q: want %q, got\n%s", c.option, c.value, c.want, text)
		}
	}
}

// The watch that was tried is the one that is made.
func TestTriedWatchKeepsItsOptions(t *testing.T) {
	s := stocked(t, 4)
	d, _ := desk(s)
	reply := d.Serve(t.Context(), ask1("watch preview", all...))
	button := reply.Cards[0].Buttons[0]
	if want := `watch add speaker "Mira Solheim" outlets Harbor Courier, fjordwire.example kinds direct languages en, de confidence 0.8 role 77 digest 0 9 * * 1-5 zone Europe/Oslo quiet 22:00-07:00 cap 20`; button.Typed != want {
		t.Errorf("it would be typed %q, want %q", button.Typed, want)
	}
	d.Press(t.Context(), Press{Action: button.Action, ID: button.ID, Request: ask1("")})
	last := s.watches[len(s.watches)-1]
	if !last.Only.Verbatim || last.Only.Sure != 0.8 || last.Timing.Most != 20 || last.Timing.Digest != "0 9 * * 1-5" || last.Role != "77" {
		t.Errorf("the button makes %+v", last)
	}
}

func TestWatchProposals(t *testing.T) {
	s := filled(t)
	s.feeds = []statements.Feed{{ID: 1, Name: "Harbor Courier"}, {ID: 2, Name: "Fjord Wire"}, {ID: 3, Name: "Fjord Wire"}}
	d, _ := desk(s)
	for _, c := range []struct {
		option, typed string
		want          []string
	}{
		{"outlets", "fj", []string{"Fjord Wire"}},
		{"outlets", "Harbor Courier, ", []string{"Harbor Courier, Fjord Wire"}},
		{"languages", "germ", []string{"de"}},
		{"languages", "en, germ", []string{"en, de"}},
		{"clear", "role, dig", []string{"role, digest"}},
		{"digest", "mon", []string{"mondays 09:00"}},
		{"zone", "oslo", []string{"Europe/Oslo"}},
		{"kinds", "dir", []string{"direct"}},
	} {
		var got []string
		for _, ch := range d.Complete(t.Context(), ask1("watch edit"), c.option, c.typed) {
			got = append(got, ch.Value)
		}
		if !cmp.Equal(got, c.want) {
			t.Errorf("%s %q: %q, want %q", c.option, c.typed, got, c.want)
		}
	}
}

// Whatever is typed, it is a problem or a watch that its own options make
// again.
func FuzzWatchOptions(f *testing.F) {
	f.Add("Mira Solheim", "quota -cod", "Fjord Wire", "direct", "en", "0.8", "weekdays 09:00", "22:00-07:00", "role, cap")
	f.Add("", "said:(a OR b)", "x.example,,", "all", "German", "80%", "*/5 * * * *", "", "")
	f.Fuzz(func(t *testing.T, speaker, keywords, outlets, kinds, languages, confidence, digest, quiet, clear string) {
		o := clean(map[string]string{"speaker": speaker, "keywords": keywords, "outlets": outlets, "kinds": kinds, "languages": languages,
			"confidence": confidence, "digest": digest, "quiet": quiet, "clear": clear})
		var w statements.Watch
		if lose(&w, o["clear"]) != nil || readWatch(&w, o, "watch add") != nil {
			return
		}
		again := map[string]string{}
		for _, c := range optionsOf(w) {
			again[c.Name] = c.Value
		}
		var same statements.Watch
		if err := readWatch(&same, again, "watch add"); err != nil {
			t.Fatalf("%v of %+v: %v", again, w, err)
		}
		if d := cmp.Diff(w, same); d != "" {
			t.Errorf("%v (-first +again):\n%s", again, d)
		}
		watchRuns(locales.English, w)
		timingRuns(locales.English, w)
	})
}
