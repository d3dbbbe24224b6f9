package store_test

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store/storetest"
)

// spokeOn keeps an article of so many days ago, in which each line is a
// statement, for the watches, and gives its statements.
func spokeOn(t testing.TB, a archive, daysAgo int, name string, ws []statements.Watch, lines ...line) []statements.Found {
	t.Helper()
	in := arrivalOf(fmt.Sprintf("https://outlet.example/%s", name), name, lines...)
	in.Article.Published.Time = noon.AddDate(0, 0, -daysAgo)
	_, version, err := a.Watches(t.Context())
	ok(t, err)
	in.Watches = version
	for _, w := range ws {
		in.Alerts = append(in.Alerts, spoke(w, len(lines)))
	}
	kept := get(a.KeepArticle(t.Context(), in))(t)
	return get(a.StatementsOf(t.Context(), kept.ArticleID))(t)
}

func solheimSaid(words string) line { return line{"Mira Solheim", "", words} }

const (
	promised = "A quota is a promise that our fishermen must be able to keep"
	strait   = "The night ferry across the strait stays until spring"
)

// past is an archive with two earlier words of hers on the quota, and what is
// none: another's, on something else, of the same day.
func past(t testing.TB, a archive) {
	t.Helper()
	spokeOn(t, a, 18, "August", nil, solheimSaid(promised), solheimSaid(strait))
	spokeOn(t, a, 9, "September", nil, solheimSaid("No quota without a survey, our fishermen say, and the fishermen are right"))
	spokeOn(t, a, 8, "Envoy", nil, line{"Ilya Vantreight", "", "The quota that their fishermen want is a number and not a quota"})
	spokeOn(t, a, 0, "Today", nil, solheimSaid("The fishermen will have their quota by the evening"))
}

var _ = promise("SaidBefore the same speaker on the same topic on earlier days", func(t *testing.T, a archive) {
	past(t, a)
	told := spokeOn(t, a, 0, "Talks", nil, solheimSaid(quota))
	spokeOn(t, a, -2, "Later", nil, solheimSaid("My fishermen have got the quota that I promised"))
	got := said(get(a.SaidBefore(t.Context(), told, nil, 6))(t))
	same(t, "how many", len(got), 2)
	for _, want := range []string{promised, "No quota without a survey, our fishermen say, and the fishermen are right"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	same(t, "at most", len(get(a.SaidBefore(t.Context(), told, nil, 1))(t)), 1)
})

var _ = promise("SaidBefore nothing similar enough is nothing", func(t *testing.T, a archive) {
	past(t, a)
	one := func(name string, lines ...line) []statements.Found { return spokeOn(t, a, 0, name, nil, lines...) }
	for name, told := range map[string][]statements.Found{
		"another topic":   one("Bridge", solheimSaid("Every bridge in the north gets new lamps before winter")),
		"one word alone":  one("Trade", solheimSaid("Steel, timber and wool pay no quota at the border from March")),
		"several speak":   one("Both", solheimSaid(quota), line{"Ilya Vantreight", "", "The quota that their fishermen want is no quota"}),
		"a new face":      one("Newcomer", line{"Pell Andersen", "", quota}),
		"nobody is named": one("Nameless", line{"", "", quota}),
		"no words":        one("Small", solheimSaid("It is what it is and so are we")),
		"nothing":         nil,
	} {
		if got := said(get(a.SaidBefore(t.Context(), told, nil, 6))(t)); len(got) != 0 {
			t.Errorf("%s: got %q", name, got)
		}
	}
})

var _ = promise("SaidBefore a watched word is a topic by itself", func(t *testing.T, a archive) {
	past(t, a)
	told := spokeOn(t, a, 0, "Trade", nil, solheimSaid("Steel, timber and wool pay no quota at the border from March"))
	same(t, "without", len(get(a.SaidBefore(t.Context(), told, nil, 6))(t)), 0)
	same(t, "with", len(get(a.SaidBefore(t.Context(), told, []string{"quotas"}, 6))(t)), 2)
})

var _ = promise("SaidBefore one of an utterance, and none of its own", func(t *testing.T, a archive) {
	spokeOn(t, a, 2, "Report one", nil, solheimSaid(remark))
	spokeOn(t, a, 2, "Report two", nil, solheimSaid(remark))
	old := spokeOn(t, a, 18, "Old one", nil, solheimSaid(promised))
	spokeOn(t, a, 18, "Old two", nil, solheimSaid(promised))
	// A report that comes two days late is still of the same utterance.
	told := spokeOn(t, a, 1, "Report three", nil, solheimSaid(remark))
	got := get(a.SaidBefore(t.Context(), told, nil, 6))(t)
	for _, f := range got {
		if f.Cluster == told[0].Cluster {
			t.Errorf("its own utterance: %q of %s", f.Statement.Text(f.Article.Text), f.Article.Title)
		}
	}
	of := 0
	for _, f := range got {
		if f.Cluster == old[0].Cluster {
			of++
		}
	}
	same(t, "reports of the old one", of, 1)
})

var _ = promise("SaidBefore what somebody said under a name that was merged", func(t *testing.T, a archive) {
	spokeOn(t, a, 18, "August", nil, line{"M. Sólheim-Berg", "", promised})
	told := spokeOn(t, a, 0, "Talks", nil, solheimSaid(quota))
	same(t, "two speakers", len(get(a.SaidBefore(t.Context(), told, nil, 6))(t)), 0)
	other := get(a.FindSpeakers(t.Context(), "Sólheim-Berg", 1))(t)
	get(a.MergeSpeakers(t.Context(), statements.Edit{By: "Ida", At: noon}, other[0].ID, told[0].SpeakerID))(t)
	told = get(a.StatementsOf(t.Context(), told[0].Article.ID))(t)
	same(t, "one", said(get(a.SaidBefore(t.Context(), told, nil, 6))(t)), []string{promised})
})

var _ = promise("LeaseDeliveries an alert knows what was said before", func(t *testing.T, a archive) {
	past(t, a)
	w, _ := addWatch(t, a, statements.Watch{Speaker: "Mira Solheim", Place: "discord:1"})
	spokeOn(t, a, 0, "Talks", []statements.Watch{w}, solheimSaid(remark))
	d := lease(t, a, noon)[0]
	same(t, "before", len(d.Before), 2)
	ok(t, a.SettleDelivery(t.Context(), d.ID, "m1", noon))
	spokeOn(t, a, 0, "Talks again", nil, solheimSaid(remark))
	for _, d := range edits(t, a, after(time.Hour)) {
		same(t, "before, when it is edited", len(d.Before), 2)
	}
})

// What cannot be looked up costs the field, and never the alert.
var _ = promise("SaidBefore says what failed", func(t *testing.T, a archive) {
	past(t, a)
	told := spokeOn(t, a, 0, "Talks", nil, solheimSaid(quota))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := a.SaidBefore(ctx, told, nil, 6)
	is(t, err, context.Canceled)
})

// BenchmarkSaidBefore measures on an archive of ONRECORD_BENCH_STATEMENTS
// statements (100,000) what an alert costs more because of what was said before:
// for the one who speaks most, and for somebody who speaks seldom.
func BenchmarkSaidBefore(b *testing.B) {
	n, _ := strconv.Atoi(cmp.Or(os.Getenv("ONRECORD_BENCH_STATEMENTS"), "100000"))
	for name, address := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		b.Run(name, func(b *testing.B) {
			s := storetest.Open(b, address(b))
			fill(b, s, n)
			words := storetest.NewGenerator(0, 1, noon)
			for who, number := range map[string]int{"often": 0, "seldom": 400} {
				told := spokeOn(b, archive{Store: s}, 0, who, nil, line{storetest.Speaker(number), "", words.Sentence(25)})
				b.Run(who, func(b *testing.B) {
					found := 0
					for b.Loop() {
						found = len(get(s.SaidBefore(b.Context(), told, nil, 6))(b))
					}
					b.ReportMetric(float64(found), "found")
				})
			}
		})
	}
}
