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

func BenchmarkRead(b *testing.B) {
	m := loaded(b)
	var text strings.Builder
	for text.Len() < 4700 {
		for _, name := range []string{"before", "after", "inverted", "inside", "according", "that", "goes on", "nothing"} {
			text.WriteString(shapes(b)[name][0] + "\n")
		}
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		m.Read(text.String())
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(Weights()); err != nil {
			b.Fatal(err)
		}
	}
}
