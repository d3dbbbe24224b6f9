package extract

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/statements"
	"onrecord/statements/text"
)

// Floors over the gold samples: what the reader reached, less half a point. A
// change that takes it below them has to say why.
const (
	floorRecall    = 0.97
	floorPrecision = 0.97
	floorNames     = 0.98
	floorKinds     = 0.97
	floorDates     = 0.99
)

// wanted is one line of a sample's gold.
type wanted struct {
	speaker, kind, date string
	words               []string
}

// score counts one sample, or all of them.
type score struct{ want, found, got, right, named, kinds, dated, dates int }

// TestSamples reads the articles of testdata and compares what was found with
// what people found in them.
func TestSamples(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d samples: %v", len(files), err)
	}
	var all score
	for _, f := range files {
		a, want := sample(t, f)
		all.add(t, filepath.Base(f), a.Text, want, Read(a))
	}
	for _, c := range []struct {
		name     string
		part, of int
		atLeast  float64
	}{
		{"recall", all.found, all.want, floorRecall},
		{"precision", all.right, all.got, floorPrecision},
		{"names", all.named, all.found, floorNames},
		{"kinds", all.kinds, all.found, floorKinds},
		{"dates", all.dates, all.dated, floorDates},
	} {
		if share := float64(c.part) / float64(c.of); share < c.atLeast {
			t.Errorf("%s is %.3f (%d of %d), below %.3f", c.name, share, c.part, c.of, c.atLeast)
		}
	}
}

func sample(t *testing.T, file string) (statements.Article, []wanted) {
	t.Helper()
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var a statements.Article
	var want []wanted
	for _, part := range ar.Files {
		data := string(part.Data)
		switch part.Name {
		case "meta":
			for line := range strings.Lines(data) {
				k, v, _ := strings.Cut(strings.TrimSpace(line), ": ")
				switch k {
				case "lang":
					a.Lang = v
				case "published":
					day, err := time.Parse(time.DateOnly, v)
					if err != nil {
						t.Fatal(err)
					}
					a.Published = statements.Moment{Time: day, DayOnly: true}
				}
			}
		case "article.txt":
			a.Text = data
		case "want":
			for line := range strings.Lines(data) {
				c := strings.SplitN(strings.TrimSpace(line), "|", 4)
				if len(c) != 4 {
					t.Fatalf("%s: %q", file, line)
				}
				for i := range c {
					c[i] = strings.TrimSpace(c[i])
				}
				want = append(want, wanted{c[0], c[1], c[2], folded(c[3])})
			}
		}
	}
	return a, want
}

func folded(s string) []string {
	var out []string
	for _, w := range text.Words(s) {
		out = append(out, w.Folded)
	}
	return out
}

// add compares one article: a statement is found when nine words in ten are
// the same.
func (s *score) add(t *testing.T, name, article string, want []wanted, got []statements.Statement) {
	t.Helper()
	used := make([]bool, len(got))
	s.want += len(want)
	s.got += len(got)
	for _, w := range want {
		hit := -1
		for i, st := range got {
			if !used[i] && alike(w.words, folded(st.Text(article))) {
				hit = i
				break
			}
		}
		if hit < 0 {
			t.Logf("%s: missed %s: %s", name, w.speaker, strings.Join(w.words, " "))
			continue
		}
		used[hit] = true
		st := got[hit]
		s.found++
		s.right++
		if w.speaker == st.Speaker || (w.speaker == "?" || w.speaker[0] >= 'a' && w.speaker[0] <= 'z') && st.Known == statements.Unresolved || w.speaker == "?" {
			s.named++
		} else {
			t.Logf("%s: %q is %s's, not %q's", name, st.Text(article), w.speaker, st.Speaker)
		}
		if w.kind == string(st.Kind) {
			s.kinds++
		} else {
			t.Logf("%s: %q is %s, not %s", name, st.Text(article), w.kind, st.Kind)
		}
		if w.date != "" {
			s.dated++
			if got := st.SaidOn.String(); got == w.date || w.date == "none" && got == "" {
				s.dates++
			} else {
				t.Logf("%s: %q was said on %s, not %q", name, st.Text(article), w.date, got)
			}
		}
	}
	for i, st := range got {
		if !used[i] {
			t.Logf("%s: nobody said %q (%s)", name, st.Text(article), st.Speaker)
		}
	}
}

// alike reports whether two word lists share nine words in ten.
func alike(a, b []string) bool {
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	common := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return len(a)+len(b) > 0 && float64(2*common)/float64(len(a)+len(b)) >= 0.85
}
