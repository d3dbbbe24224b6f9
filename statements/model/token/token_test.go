package token

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestCutTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"She doesn't know.", "She|does|n't|know|."},
		{"They’re Ann’s, he can’t.", "They|’re|Ann|’s|,|he|ca|n’t|."},
		{"Sen. Ray Lowe (D-Ohio) left at 5 p.m. on Jan. 3.", "Sen.|Ray|Lowe|(|D-Ohio|)|left|at|5|p.m.|on|Jan.|3|."},
		{"O’Hara paid $1,200.50, or 4.5% more...", "O’Hara|paid|$|1,200.50|,|or|4.5|%|more|..."},
		{"A U.S. envoy -- J. P. Orr — wrote to ann.lee@example.org", "A|U.S.|envoy|--|J.|P.|Orr|—|wrote|to|ann.lee@example.org"},
		{"See https://example.org/a?b=1, said @annlee #now.", "See|https://example.org/a?b=1|,|said|@annlee|#now|."},
		{"''No,'' she said. ``Yes.''", "''|No|,|''|she|said|.|``|Yes|.|''"},
		{"“I won't,” said Zoë.", "“|I|wo|n't|,|”|said|Zoë|."},
		{"no. It is etc. and so on", "no|.|It|is|etc.|and|so|on"},
		{"a\xffb \u200bc", "a|\xff|b|c"},
	} {
		d := Cut(c.text)
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Word(i))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestCutSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He left. She stayed.", "He left.|She stayed."},
		{"“He left.” She stayed.", "“He left.”|She stayed."},
		{"“Why?” she asked. Nobody knew.", "“Why?” she asked.|Nobody knew."},
		{"Mr. Orr met Gov. Lee in St. Ives.", "Mr. Orr met Gov. Lee in St. Ives."},
		{"It grew in the U.S. The rest fell.", "It grew in the U.S.|The rest fell."},
		{"The U.S. Senate met.", "The U.S. Senate met."},
		{"It burnt in Elm, Calif. The mill was old.", "It burnt in Elm, Calif.|The mill was old."},
		{"It burnt in Elm, Calif. Mill owners wept.", "It burnt in Elm, Calif. Mill owners wept."},
		{"A headline\n\nA line.\nAnother", "A headline|A line.|Another"},
		{"It rose 3.5 percent. 20 people came.", "It rose 3.5 percent.|20 people came."},
	} {
		d := Cut(c.text)
		var got []string
		for s := 0; s+1 < len(d.Sents); s++ {
			from, to := d.Tokens[d.Sents[s]], d.Tokens[d.Sents[s+1]-1]
			got = append(got, c.text[from.Start:to.End])
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestCutQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`He said "no" and "yes".`, `"no"|"yes"`},
		{"He said ''no, I can't'' and left.", "''no, I can't''"},
		{"„Nein“, sagte sie, «non» auch.", "„Nein“|«non»"},
		{"“One\n\n“two” three", "“One|“two”"},
		{"A 6' man's plan: ‘don’t wait’ he said", "‘don’t wait’"},
		{"the boys' toys and the girls' books", ""},
		{`A 27" screen, he said. "Big," he said.`, `"Big,"`},
		{`He said: "Stop." She: "No."`, `"Stop."|"No."`},
	} {
		d := Cut(c.text)
		var got []string
		for q := int32(1); q <= d.Quotes; q++ {
			from, to := -1, 0
			for i := range d.Tokens {
				if d.Tokens[i].Quote == q {
					if from < 0 {
						from = int(d.Tokens[i].Start)
					}
					to = int(d.Tokens[i].End)
				}
			}
			got = append(got, c.text[from:to])
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestShapes(t *testing.T) {
	d := Cut("the Lee NATO A. McRae 1,200 @ann , a.b@example.org")
	var got []Shape
	for _, x := range d.Tokens {
		got = append(got, x.Shape)
	}
	want := []Shape{Lower, Title, Upper, Letter, Mixed, Number, Handle, Punct, Address}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("shapes (-want +got):\n%s", diff)
	}
}

func TestHash(t *testing.T) {
	for _, same := range [][2]string{{"Said", "said"}, {"can’t", "can't"}, {"1990", "2016"}, {"ZOË", "zoë"}} {
		if Hash(same[0]) != Hash(same[1]) {
			t.Errorf("Hash tells %q from %q", same[0], same[1])
		}
		if Hash(same[0]) != HashBytes([]byte(same[1])) {
			t.Errorf("HashBytes tells %q from %q", same[0], same[1])
		}
	}
	if Hash("said") == Hash("says") {
		t.Error("Hash does not tell said from says")
	}
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"", "\n", "“No,” she said.\n\n''Yes'' \"", "l'été 'tis '' `` ‘a’ «»", "\xff\xfe'\x80s a\u0301 U.S.\u00a0x", "http://a@b.c @ # n't 'S"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := Cut(s)
		last := int32(0)
		for i, x := range d.Tokens {
			if x.Start < last || x.End <= x.Start || int(x.End) > len(s) {
				t.Fatalf("token %d is %d..%d after %d", i, x.Start, x.End, last)
			}
			if utf8.ValidString(s) && !utf8.ValidString(d.Word(i)) {
				t.Fatalf("token %d %q cuts a letter", i, d.Word(i))
			}
			if x.Quote < 0 || x.Quote > d.Quotes {
				t.Fatalf("token %d stands in quotation %d of %d", i, x.Quote, d.Quotes)
			}
			last = x.End
		}
		for _, bounds := range [][]int32{d.Sents, d.Paras} {
			if len(bounds) == 0 || bounds[len(bounds)-1] != int32(len(d.Tokens)) {
				t.Fatalf("bounds %v of %d tokens", bounds, len(d.Tokens))
			}
			for i := 1; i < len(bounds); i++ {
				if bounds[i] <= bounds[i-1] {
					t.Fatalf("bounds %v", bounds)
				}
			}
		}
	})
}
