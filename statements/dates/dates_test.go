package dates

import (
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

func line(s, lang string) cues.Sentence {
	toks := text.Tokens(s)
	return cues.Build(toks, text.Range{First: 0, End: len(toks)}, nil, func(int) int { return -1 }, lexicon.For(lang))
}

func TestSaid(t *testing.T) {
	wednesday := statements.Date{Year: 2026, Month: time.March, Day: 4}
	for _, c := range []struct {
		in, want string
		base     statements.Date
		vague    bool
	}{
		{"said on Monday", "2026-03-02", wednesday, false},
		{"said on Wednesday", "2026-03-04", wednesday, false},
		{"said on Thursday", "2026-02-26", wednesday, false},
		{"said yesterday", "2026-03-03", wednesday, false},
		{"said on Dec. 14", "2025-12-14", wednesday, false},
		{"said on 2 March", "2026-03-02", wednesday, false},
		{"said on March 5, 2021", "2021-03-05", wednesday, false},
		{"told the board looking into the March 2 flood", "", wednesday, false},
		{"told the March 2 hearing", "2026-03-02", wednesday, false},
		{"told the 2 March hearing", "2026-03-02", wednesday, false},
		{"told a Monday rally", "2026-03-02", wednesday, false},
		{"said on Monday", "", statements.Date{}, false},
		{"said on Dec. 14", "", statements.Date{}, true},
		{"said on February 30", "", wednesday, false},
		{"previously said", "", wednesday, true},
		{"said last year", "", wednesday, true},
		{"said last Monday", "", wednesday, true},
		{"said last Friday", "2026-02-27", wednesday, false},
		{"said in a statement", "", wednesday, false},
		{"said on the 2nd of March", "2026-03-02", wednesday, false},
		{"said two days ago", "2026-03-02", wednesday, false},
		{"said 3 days ago", "2026-03-01", wednesday, false},
		{"said ten days ago", "", wednesday, true},
		{"said nearly two days ago", "", wednesday, true},
		{"said two days before", "", wednesday, false},
		{"said two days ago", "", statements.Date{}, true},
		{"said the day before yesterday", "2026-03-02", wednesday, false},
		{"said this morning", "2026-03-04", wednesday, false},
	} {
		s := line(c.in, "en")
		got, vague := Said(&s, 0, len(s.Items), c.base)
		if got.String() != c.want || vague != c.vague {
			t.Errorf("%q from %v is %q, %v; want %q, %v", c.in, c.base, got, vague, c.want, c.vague)
		}
	}
	ru := line("сказал в среду", "ru")
	if got, _ := Said(&ru, 0, len(ru.Items), wednesday); got.String() != "2026-03-04" {
		t.Errorf("среду is %v", got)
	}
	de := line("sagte am Dienstag", "de")
	if got, _ := Said(&de, 0, len(de.Items), wednesday); got.String() != "2026-03-03" {
		t.Errorf("Dienstag is %v", got)
	}
}

func TestDateline(t *testing.T) {
	base := statements.Date{Year: 2026, Month: time.March, Day: 5}
	for _, c := range []struct{ in, place, day, rest string }{
		{"PORT NORTH, March 4 (Coast Wire) - It rained.", "Port North", "2026-03-04", "It"},
		{"SEDGE, December 14. /WIRE/. It rained.", "Sedge", "2025-12-14", "It"},
		{"SEDGE, March 4./WIRE/. It rained.", "Sedge", "2026-03-04", "It"},
		{"SEDGE: It rained.", "Sedge", "", "It"},
		{"SEDGE — It rained.", "Sedge", "", "It"},
		{"VERDICT: It rained.", "", "", ""},
		{"FACT CHECK - It rained.", "", "", ""},
		{"NATO said it was raining.", "", "", ""},
		{"It rained.", "", "", ""},
		{"I - and nobody else - saw it.", "", "", ""},
	} {
		toks := text.Tokens(c.in)
		d := Read(c.in, toks, text.Range{First: 0, End: len(toks)}, base, lexicon.For("en"))
		rest := ""
		if d.End > 0 {
			rest = toks[d.End].Of(c.in)
		}
		if d.Place != c.place || d.Day.String() != c.day || rest != c.rest {
			t.Errorf("%q: %q, %q, then %q", c.in, d.Place, d.Day, rest)
		}
	}
}

func TestPlace(t *testing.T) {
	for in, want := range map[string]string{
		"said in Port North on Monday": "Port North",
		"said in Oslo, Norway":         "Oslo, Norway",
		"in Lee's words":               "",
		"said in March":                "",
		"said in a statement":          "",
	} {
		s := line(in, "en")
		if got := Place(in, &s, 0, len(s.Items)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
