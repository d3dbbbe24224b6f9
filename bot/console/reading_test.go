package console

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

const stalled = `Herring talks stall

VELL. “We will not sign a quota that our fishermen cannot live with,” Mira Solheim told reporters. She added that the offer was “dead on arrival”.

The boats stay in.`

// of finds words in the text above.
func of(words string) statements.Span {
	i := strings.Index(stalled, words)
	return statements.Span{Start: i, End: i + len(words)}
}

func reading() (statements.Article, []statements.Statement) {
	quota, arrival := of("We will not sign a quota that our fishermen cannot live with"), of("that the offer was “dead on arrival”")
	return statements.Article{Title: "Herring talks stall", Text: stalled}, []statements.Statement{
		{Speaker: "Mira Solheim", Role: "foreign minister", Known: statements.ByName, Kind: statements.Direct, Source: of("Mira Solheim"), Cue: of("told"),
			Content: []statements.Span{quota}, Verbatim: []statements.Span{quota}, SaidOn: statements.Date{Year: 2026, Month: 11, Day: 20}, Place: "Vell", Confidence: 0.95,
			Why: statements.Provenance{Source: "quote before", Cue: "model", Content: "quote before", Speaker: "name"}},
		{Known: statements.Unresolved, Kind: statements.Mixed, Source: of("She"), Cue: of("added"), Content: []statements.Span{arrival},
			Verbatim: []statements.Span{of("dead on arrival")}, Confidence: 0.4},
	}
}

func TestDrawReading(t *testing.T) {
	a, found := reading()
	for _, c := range []struct {
		name  string
		why   bool
		style Style
		want  string
	}{
		{"plain", false, Style{Width: 60}, `     Herring talks stall

   1 VELL. “We will not sign a quota that our fishermen
     cannot live with,” Mira Solheim told reporters. She
   2 added that the offer was “dead on arrival”.

     The boats stay in.

   1 │ “We will not sign a quota that our fishermen cannot
     │ live with”
     Mira Solheim, foreign minister · by name, 0.95 ·
     verbatim · Fri 20 Nov 2026, Vell

   2 │ that the offer was “dead on arrival”
     Unnamed · unresolved, 0.40 · partly verbatim · date not
     given
`},
		{"narrow, in ASCII, with why", true, Style{Width: 40, ASCII: true}, `     Herring talks stall

   1 VELL. "We will not sign a quota
     that our fishermen cannot live
     with," Mira Solheim told
   2 reporters. She added that the
     offer was "dead on arrival".

     The boats stay in.

   1 | "We will not sign a quota that
     | our fishermen cannot live with"
     Mira Solheim, foreign minister - by
     name, 0.95 - verbatim - Fri 20 Nov
     2026, Vell
     who  quote before        Mira Sol ...
     says model               told
     what quote before        We will  ...
     name name                Mira Sol ...

   2 | that the offer was "dead on
     | arrival"
     Unnamed - unresolved, 0.40 - partly
     verbatim - date not given
     who  not told            She
     says not told            added
     what not told            that the ...
`},
	} {
		got := DrawReading(a, found, c.why, c.style)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
	if got := DrawReading(a, nil, false, Style{}); !strings.Contains(got, "Nobody is on record in this text.") {
		t.Errorf("nobody: %s", got)
	}
}

func TestDrawReadingInColour(t *testing.T) {
	a, found := reading()
	got := DrawReading(a, found, false, Style{Width: 60, Color: true})
	for _, want := range []string{
		"\x1b[1;38;5;114mMira" + sgrOff, "\x1b[4;38;5;214mtold" + sgrOff, "“\x1b[38;5;74mWe" + sgrOff, "\x1b[38;5;175m“\x1b[0m\x1b[38;5;74mdead" + sgrOff, "mreported" + sgrOff,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%q", want, got)
		}
	}
	for _, line := range strings.Split(got, "\n") {
		if width(line) > 60 || strings.Count(line, "\x1b[")%2 != 0 && !strings.HasSuffix(line, sgrOff) {
			t.Errorf("a line is too long, or its colour runs on: %q", line)
		}
	}
}

// Whatever an article holds, nothing of it steers the terminal, and no line is
// longer than the terminal is wide.
func FuzzDrawReading(f *testing.F) {
	f.Add("Herring\n\n“No \x1b[31mquota\x1b[0m,” \u202eMira said.\x9b1m", 10, 20, 40)
	f.Add("海の町では、漁業の交渉が続いていると大臣は述べた。\n\nИ\u0301 так далее", 0, 9, 8)
	f.Add(strings.Repeat("a", 300)+"\t\u200b\u2028x\r\ny", -1, 500, 80)
	f.Fuzz(func(t *testing.T, text string, from, to, wide int) {
		if !utf8.ValidString(text) || wide < 40 || wide > 200 {
			return // an article is valid, and no terminal is narrower
		}
		span := statements.Span{Start: from, End: to}
		st := statements.Statement{Speaker: text, Role: text, Place: text, Kind: statements.Direct, Source: span, Content: []statements.Span{span}, Verbatim: []statements.Span{span}}
		got := DrawReading(statements.Article{Text: text}, []statements.Statement{st}, true, Style{Width: wide})
		if i := strings.IndexFunc(got, func(r rune) bool { return r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }); i >= 0 {
			t.Errorf("%q steers the terminal", got[i:min(len(got), i+20)])
		}
		for _, line := range strings.Split(got, "\n") {
			if width(line) > wide {
				t.Errorf("a line of %d columns at a width of %d: %q", width(line), wide, line)
			}
		}
	})
}
