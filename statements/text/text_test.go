package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func pieces(s string, toks []Token) []string {
	var out []string
	for _, t := range toks {
		out = append(out, t.Of(s))
	}
	return out
}

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"clitic", "Ann's", []string{"Ann", "'s"}},
		{"curly clitic", "Ann’s", []string{"Ann", "’s"}},
		{"inner apostrophe stays", "don't O’Neill", []string{"don't", "O’Neill"}},
		{"hyphen stays", "al-Zubi", []string{"al-Zubi"}},
		{"abbreviation with stops", "the U.S. said", []string{"the", "U.S.", "said"}},
		{"stop is its own", "late. He", []string{"late", ".", "He"}},
		{"number", "3.5% of 12", []string{"3.5%", "of", "12"}},
		{"two apostrophes are one mark", "''so,'' he", []string{"''", "so", ",", "''", "he"}},
		{"of three that close the first is inner", "'a 'b''' c", []string{"'", "a", "'", "b", "'", "''", "c"}},
		{"a rule is one mark", "a ------ b", []string{"a", "------", "b"}},
		{"French pronoun", "a-t-il dit-elle", []string{"a", "-t-il", "dit", "-elle"}},
		{"elision", "l'avocate qu’elle d'Arc", []string{"l'", "avocate", "qu’", "elle", "d'", "Arc"}},
		{"no elision", "o'clock l' 90", []string{"o'clock", "l", "'", "90"}},
		{"no clitic in a word of another kind", "well-known", []string{"well-known"}},
	} {
		if diff := cmp.Diff(c.want, pieces(c.in, Tokens(c.in))); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestSentences(t *testing.T) {
	br := Breaks{Abbreviations: map[string]bool{"mr": true, "feb": true}, Starters: map[string]bool{"he": true}, Numbered: map[string]bool{"märz": true}}
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"plain", "It rains. It snows.", []string{"It rains.", "It snows."}},
		{"abbreviation", "Mr. Lee came on Feb. 2. He left.", []string{"Mr. Lee came on Feb. 2.", "He left."}},
		{"initial", "J. Lee came.", []string{"J. Lee came."}},
		{"lower case goes on", "It was 3 p.m. when he left.", []string{"It was 3 p.m. when he left."}},
		{"dotted word before a starter", "It left the U.S. He stayed.", []string{"It left the U.S.", "He stayed."}},
		{"dotted word before a name", "The U.S. Senate met.", []string{"The U.S. Senate met."}},
		{"closing mark belongs to it", `He said "no." She left.`, []string{`He said "no."`, "She left."}},
		{"a day before its month", "Am 3. März kam er.", []string{"Am 3. März kam er."}},
		{"a number before another word", "Es waren 3. Bald kam er.", []string{"Es waren 3.", "Bald kam er."}},
		{"a dash before a cue", "«Поздно?» — спросил он. — Да.", []string{"«Поздно?» — спросил он.", "— Да."}},
		{"Russian", "Он пришёл. Она ушла.", []string{"Он пришёл.", "Она ушла."}},
	} {
		toks := Tokens(c.in)
		var got []string
		for _, r := range Sentences(toks, Range{0, len(toks)}, br, nil) {
			got = append(got, c.in[toks[r.First].Start:toks[r.End-1].End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestSentencesKeepQuotationsWhole(t *testing.T) {
	in := `"No. Never," he said.`
	toks := Tokens(in)
	inside := func(i int) int {
		if i <= 5 {
			return 0
		}
		return -1
	}
	if got := len(Sentences(toks, Range{0, len(toks)}, Breaks{}, inside)); got != 1 {
		t.Errorf("a stop inside a quotation made %d sentences", got)
	}
	if got := len(Sentences(toks, Range{0, len(toks)}, Breaks{}, nil)); got != 2 {
		t.Errorf("without quotations there are %d sentences, want 2", got)
	}
}

func TestParagraphs(t *testing.T) {
	in := "  Title \n\n\nOne line.\r\n\u00a0\nTwo.\n"
	var got []string
	for _, p := range Paragraphs(in) {
		got = append(got, p.Of(in))
	}
	if diff := cmp.Diff([]string{"Title", "One line.", "Two."}, got); diff != "" {
		t.Error(diff)
	}
}

// FuzzTokens holds that tokens lie in order inside the text, that nothing but
// white space lies between them, and that sentences are made of all of them.
func FuzzTokens(f *testing.F) {
	f.Add("“It’s late,” he said. ''So?'' Mr. Lee’s 3.5%—no.")
	f.Add("\xff'\xe2\x80s -t-il U.S.\u2028''''")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		toks := Tokens(s)
		for _, tok := range toks {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %v after %d of %q", tok.Span, at, s)
			}
			if between := strings.TrimSpace(strings.Trim(s[at:tok.Start], "\u200b\ufeff \t\r\n\v\f\u0085\u00a0\u2028\u2029")); between != "" && utf8.ValidString(s) && strings.Trim(between, "\u200b\ufeff\u2028\u2029 \u3000\u205f\u202f\u1680") != "" && strings.IndexFunc(between, func(r rune) bool { return r >= 0x2000 && r <= 0x200b || r == 0xfeff }) < 0 {
				t.Fatalf("%q lies between tokens of %q", between, s)
			}
			if utf8.ValidString(s) && (!utf8.RuneStart(s[tok.Start]) || tok.End < len(s) && !utf8.RuneStart(s[tok.End])) {
				t.Fatalf("token %v cuts a rune of %q", tok.Span, s)
			}
			at = tok.End
		}
		next := 0
		for _, r := range Sentences(toks, Range{0, len(toks)}, Breaks{}, nil) {
			if r.First != next || r.End <= r.First {
				t.Fatalf("sentence %v after token %d", r, next)
			}
			next = r.End
		}
		if next != len(toks) {
			t.Fatalf("sentences end at token %d of %d", next, len(toks))
		}
	})
}
