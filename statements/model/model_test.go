package model

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/statements"
)

func loaded(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// shapes gives the texts of testdata and what must be found in them.
func shapes(t testing.TB) map[string][2]string {
	t.Helper()
	b, err := os.ReadFile("testdata/shapes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][2]string{}
	for _, f := range txtar.Parse(b).Files {
		name, isWant := strings.CutSuffix(f.Name, ".want")
		x := out[name]
		if isWant {
			x[1] = strings.TrimSpace(string(f.Data))
		} else {
			x[0] = string(f.Data)
		}
		out[name] = x
	}
	return out
}

func join(text string, spans []statements.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Of(text))
	}
	return strings.Join(out, " … ")
}

func TestShapes(t *testing.T) {
	m := loaded(t)
	for name, x := range shapes(t) {
		var got []string
		for _, a := range m.Attributions(x[0]) {
			got = append(got, join(x[0], a.Source)+" | "+join(x[0], a.Cue)+" | "+strings.TrimSuffix(join(x[0], a.Content), "."))
		}
		want := strings.Split(x[1], "\n")
		for i := range want {
			want[i] = strings.TrimSuffix(want[i], ".")
		}
		if diff := cmp.Diff(strings.Join(want, "\n"), strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestSameTextSameReading(t *testing.T) {
	m := loaded(t)
	for name, x := range shapes(t) {
		if diff := cmp.Diff(m.Attributions(x[0]), m.Attributions(x[0])); diff != "" {
			t.Errorf("%s is read in two ways:\n%s", name, diff)
		}
	}
}

func TestPartsOfSpeech(t *testing.T) {
	const question = "why were Lund’s inspectors turned away at the gate of the new port?"
	want := map[string]Part{"Lund": Noun, "inspectors": Noun, "turned": Verb, "away": Adverb, "the": Small, "new": Adjective, "gate": Noun, "port": Noun}
	got := map[string]Part{}
	for _, w := range loaded(t).Words(question) {
		if s := w.Of(question); s != "" {
			if _, ok := want[s]; ok {
				got[s] = w.Part
			}
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestWeightsRoundTrip(t *testing.T) {
	m := loaded(t)
	if again := m.Encode(); string(again) != string(Weights()) {
		t.Errorf("the weights that were read are written as %d other bytes, not %d", len(again), len(Weights()))
	}
}

func TestWeightsAreSmall(t *testing.T) {
	if n := len(Weights()); n > 6<<20 {
		t.Errorf("the weights are %d bytes, 6 MB are allowed", n)
	}
}

func TestDecodeSaysWhatIsMissing(t *testing.T) {
	for name, b := range map[string][]byte{
		"nothing":   nil,
		"text":      []byte("these are no weights"),
		"cut off":   Weights()[:len(Weights())/2],
		"one short": Weights()[:len(Weights())-1],
	} {
		if _, err := Decode(b); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}

func TestLongTextIsCutAtALetter(t *testing.T) {
	text := strings.Repeat("é", longestText)
	r := loaded(t).Read("x" + text)
	if len(r.Text) > longestText || !utf8.ValidString(r.Text) {
		t.Errorf("%d bytes were read, whole letters: %v", len(r.Text), utf8.ValidString(r.Text))
	}
}

func FuzzRead(f *testing.F) {
	for _, x := range shapes(f) {
		f.Add(x[0])
	}
	f.Add("\"0,sAid 2A,0 0 0 00")
	f.Add("“\n\n“\"'' said '' : ― Ann said said, “a b c d e f g h” said \xff\xfe")
	m := loaded(f)
	f.Fuzz(func(t *testing.T, text string) {
		owner := make([]bool, len(text))
		for _, a := range m.Attributions(text) {
			if len(a.Content) == 0 || !(a.Score >= 0 && a.Score <= 1.001) {
				t.Fatalf("content %v, score %v", a.Content, a.Score)
			}
			for _, list := range [][]statements.Span{a.Source, a.Cue, a.Content} {
				for _, s := range list {
					if s.Of(text) == "" || utf8.ValidString(text) && !utf8.ValidString(s.Of(text)) {
						t.Fatalf("span %v of %d bytes cuts a letter or lies outside", s, len(text))
					}
				}
			}
			for _, s := range a.Content {
				for i := s.Start; i < s.End; i++ {
					if owner[i] {
						t.Fatalf("byte %d is said twice", i)
					}
					owner[i] = true
				}
			}
		}
	})
}

// article gives a whole article and the pairs of source and cue that stand in
// it, in order.
func article(t testing.TB) (text string, pairs []string) {
	t.Helper()
	b, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/article.want")
	if err != nil {
		t.Fatal(err)
	}
	return string(b), strings.Split(strings.TrimSpace(string(want)), "\n")
}

// Of what is said in a whole article, nine in ten must be found, and nothing
// may be said by somebody else.
func TestArticle(t *testing.T) {
	text, pairs := article(t)
	found, at := 0, 0
	var missed []string
	all := loaded(t).Attributions(text)
	for _, p := range pairs {
		source, cue, _ := strings.Cut(p, " | ")
		k := at
		for k < len(all) && !(strings.Contains(join(text, all[k].Cue), cue) && overlaps(join(text, all[k].Source), source)) {
			k++
		}
		if k == len(all) {
			missed = append(missed, p)
			continue
		}
		found, at = found+1, k+1
	}
	if 10*found < 9*len(pairs) {
		t.Errorf("%d of %d pairs of source and cue were found; missing are:\n%s", found, len(pairs), strings.Join(missed, "\n"))
	}
}

// overlaps reports whether one source is the other one or a part of it.
func overlaps(a, b string) bool {
	return a != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

func BenchmarkRead(b *testing.B) {
	m := loaded(b)
	text, _ := article(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		m.Read(text)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(Weights()); err != nil {
			b.Fatal(err)
		}
	}
}
