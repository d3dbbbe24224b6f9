package cluster

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/statements"
)

// report is one article of the gold with its labels.
type report struct {
	name    string
	article statements.Article
	sts     []statements.Statement
	labels  []string
}

func reports(t testing.TB) []report {
	t.Helper()
	a, err := txtar.ParseFile("testdata/reports.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var out []report
	for _, f := range a.Files {
		r, err := readReport(f.Name, string(f.Data))
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		out = append(out, r)
	}
	return out
}

func readReport(name, data string) (report, error) {
	r := report{name: name, article: statements.Article{URL: "https://" + name}}
	first, rest, _ := strings.Cut(strings.TrimSpace(data), "\n")
	lang, published, _ := strings.Cut(first, " ")
	day, err := statements.ParseDate(published)
	if err != nil {
		return r, err
	}
	r.article.Lang, r.article.Published = lang, statements.Moment{Time: day.Time(), DayOnly: true}
	var top, body []string
	for line := range strings.Lines(rest) {
		f := strings.Split(strings.TrimSpace(line), " | ")
		if len(f) == 1 && f[0] == "" {
			continue
		}
		if len(f) != 6 {
			return r, fmt.Errorf("a line has %d fields, not 6: %s", len(f), line)
		}
		if f[1] == "top" {
			top = append(top, line)
		} else {
			body = append(body, line)
		}
	}
	var text strings.Builder
	text.WriteString("Headline\n")
	for i, line := range append(top, body...) {
		if i == len(top) {
			text.WriteString("It was a long day.\n") // the lead
		}
		if err := r.add(&text, strings.Split(strings.TrimSpace(line), " | ")); err != nil {
			return r, err
		}
	}
	r.article.Text = text.String()
	return r, nil
}

func (r *report) add(text *strings.Builder, f []string) error {
	st := statements.Statement{Speaker: f[2], Known: statements.ByName, Kind: statements.Indirect, Confidence: 1}
	if role, unnamed := strings.CutPrefix(f[2], "-"); unnamed {
		st.Speaker, st.Role, st.Known = "", strings.TrimSpace(role), statements.Unresolved
	}
	if f[3] != "-" {
		day, err := statements.ParseDate(f[3])
		if err != nil {
			return err
		}
		st.SaidOn = day
	}
	if f[4] != "-" {
		st.Place = f[4]
	}
	start := text.Len()
	text.WriteString(f[5] + "\n")
	st.Content = []statements.Span{{Start: start, End: start + len(f[5])}}
	for _, marks := range [][2]string{{"“", "”"}, {"«", "»"}, {"„", "“"}} {
		if i, j := strings.Index(f[5], marks[0]), strings.LastIndex(f[5], marks[1]); i >= 0 && j > i {
			st.Verbatim = []statements.Span{{Start: start + i + len(marks[0]), End: start + j}}
			st.Kind = statements.Mixed
			if i == 0 && j+len(marks[1]) == len(f[5]) {
				st.Kind, st.Content = statements.Direct, st.Verbatim
			}
			break
		}
	}
	r.sts, r.labels = append(r.sts, st), append(r.labels, f[0])
	return nil
}

// found is a statement of the gold with the cluster that it got.
type found struct {
	label, name, text string
	cluster           int64
	why               Reason
}

// arrive brings reports to an archive one after the other.
func arrive(all []report) []found {
	var known []Known
	var out []found
	next := int64(1)
	for _, r := range all {
		fresh := Sign(r.article, r.sts)
		choices := Assign(fresh, known)
		ids := make([]int64, len(fresh))
		for i, c := range choices {
			switch {
			case c.Cluster != 0:
				ids[i] = c.Cluster
			case c.First == i:
				ids[i] = next
				next++
			}
		}
		for i, c := range choices {
			if ids[i] == 0 {
				ids[i] = ids[c.First]
			}
			known = append(known, Known{fresh[i], ids[i]})
			out = append(out, found{r.labels[i], r.name, r.sts[i].Text(r.article.Text), ids[i], c.Why})
		}
	}
	return out
}

// tally is the pairwise count.
type tally struct{ right, wrong, missed int }

func (c tally) precision() float64 { return float64(c.right) / float64(max(1, c.right+c.wrong)) }
func (c tally) recall() float64    { return float64(c.right) / float64(max(1, c.right+c.missed)) }

// oneLabel reports whether labels are of one utterance: one has a word of the
// other, and it has no "!", which is another utterance each time.
func oneLabel(a, b string) bool {
	for _, l := range strings.Split(a, "+") {
		if !strings.HasSuffix(l, "!") && slices.Contains(strings.Split(b, "+"), l) {
			return true
		}
	}
	return false
}

func count(of []found, tell func(format string, args ...any)) (c tally, met int) {
	for i, a := range of {
		for _, b := range of[:i] {
			same, gold := a.cluster == b.cluster, oneLabel(a.label, b.label)
			switch {
			case same && gold:
				c.right++
			case same:
				c.wrong++
				tell("joined: %s %q\n    and %s %q (%s)", a.name, a.text, b.name, b.text, a.why)
				if strings.TrimSuffix(a.label, "!") == strings.TrimSuffix(b.label, "!") {
					met++
				}
			case gold:
				c.missed++
				tell("missed: %s %q\n    and %s %q", a.name, a.text, b.name, b.text)
			}
		}
	}
	return c, met
}

// The gold holds in the order in which the reports stand.
func TestReports(t *testing.T) {
	c, met := count(arrive(reports(t)), t.Logf)
	t.Logf("%+v: precision %.3f, recall %.3f", c, c.precision(), c.recall())
	if met > 0 {
		t.Errorf("%d pairs have met that must stay apart", met)
	}
	if c.precision() < 0.97 || c.recall() < 0.85 {
		t.Errorf("precision %.3f, recall %.3f", c.precision(), c.recall())
	}
}

// Whatever order they come in, the figures hold.
func TestReportsInAnyOrder(t *testing.T) {
	all := reports(t)
	r := rand.New(rand.NewPCG(1, 2))
	seen := map[string]bool{}
	worst := tally{right: 1 << 20}
	for range 40 {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		c, met := count(arrive(all), func(f string, v ...any) {
			if s := fmt.Sprintf(f, v...); strings.HasPrefix(s, "joined") && !seen[s] {
				seen[s] = true
				t.Log(s)
			}
		})
		if met > 0 {
			t.Errorf("%d pairs have met that must stay apart", met)
		}
		if c.precision() < 0.95 {
			t.Errorf("precision %.3f", c.precision())
		}
		if c.right < worst.right {
			worst = c
		}
	}
	t.Logf("the worst order: %+v, precision %.3f, recall %.3f", worst, worst.precision(), worst.recall())
	if worst.recall() < 0.8 {
		t.Errorf("the worst order: recall %.3f", worst.recall())
	}
}
