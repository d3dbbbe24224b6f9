package store_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// SQLite's planner, given a full-text match and a condition on an ordinary
// index, may drive the query from the wrong one and take 500 times as long. So
// the plans are looked at.
func TestPlansOfSQLite(t *testing.T) {
	a := archive{Store: storetest.Open(t, storetest.SQLite(t))}
	library(t, a)
	solheim := get(a.FindSpeakers(t.Context(), "Solheim", 1))(t)
	full := with(about("quota", "al nusra"), func(q *statements.Query) {
		q.Speakers, q.Since, q.Until, q.Kinds = solheim, day(1), day(19), []statements.Kind{statements.Direct}
	})
	topic := func(q statements.Query) func(context.Context, *store.Store) (string, error) {
		return func(ctx context.Context, s *store.Store) (string, error) { return store.Plan(ctx, s, q, 300) }
	}
	for _, c := range []struct {
		name    string
		plan    func(context.Context, *store.Store) (string, error)
		want    string // a pattern that the plan has
		without string // one that it has not
	}{
		{"a topic and every filter", topic(full), `SCAN statement_index VIRTUAL TABLE INDEX`, `statements|articles|speakers`},
		{"a topic and an outlet", topic(with(full, func(q *statements.Query) { q.Outlets = []string{"isle"} })), `SCAN statement_index VIRTUAL TABLE INDEX`, `SCAN (st|o)\b`},
		{"newest", topic(statements.Query{}), `SCAN st USING (COVERING )?INDEX statements_day`, `TEMP B-TREE`},
		{"newest of a speaker", topic(statements.Query{Speakers: solheim}), `SEARCH st USING .*INDEX statements_of_speaker \(speaker_id=\?\)`, `TEMP B-TREE|SCAN`},
		{"newest of a speaker since", topic(statements.Query{Speakers: solheim, Since: day(15)}), `statements_of_speaker \(speaker_id=\? AND day>\? AND day<\?\)`, `TEMP B-TREE|SCAN`},
		{"newest of two speakers", topic(statements.Query{Speakers: append(solheim, solheim...)}), `statements_of_speaker \(speaker_id=\?\)`, `SCAN`},
		{"newest since", topic(statements.Query{Since: day(15)}), `statements_day \(day>\? AND day<\?\)`, `TEMP B-TREE|SCAN`},
		{"due messages", store.PlanLease, `SEARCH d USING INDEX deliveries_owed \(surface=\?\)`, `TEMP B-TREE|SCAN`},
		{"older messages of a place", store.PlanLease, `SEARCH o USING INDEX deliveries_of_place \(place=\? AND seq<\?\)`, `SCAN`},
		{"what a speaker said around a day", store.PlanCandidates, `SEARCH st USING .*INDEX statements_of_speaker \(speaker_id=\? AND day>\? AND day<\?\)`, `SCAN (st|r|v|c|speakers)\b`},
		{"reports with a long sentence", store.PlanQuotes, `SEARCH q USING PRIMARY KEY \(hash=\?\)`, `SCAN`},
		{"what reviewers corrected", store.PlanSeen, `SEARCH c USING INDEX corrections_seen \(server=\?\)`, `SCAN `},
		{"what became of an article's statements", store.PlanChanges, `SEARCH st USING .*INDEX .*\(article_id=\?\)`, `SCAN (c|st|v|articles)\b`},
		{"messages of an article", store.PlanTelling, `SEARCH a USING INDEX alerts_of_delivery \(delivery_id=\?\)`, `SCAN (a|d|articles)\b`},
		{"due looks", store.PlanLooks, `SEARCH relooks USING .*INDEX relooks_due \(next_at<\?\)`, `TEMP B-TREE|SCAN`},
		{"who carries articles too", store.PlanOutlets, `SEARCH outlets USING .*INDEX outlets_also \(article_id=\?\)`, `SCAN`},
		{"due feeds", store.PlanClaim, `SEARCH feeds USING .*INDEX feeds_due \(next_at<\?\)`, `TEMP B-TREE|SCAN`},
	} {
		plan := get(c.plan(t.Context(), a.Store))(t)
		if !regexp.MustCompile(c.want).MatchString(plan) || regexp.MustCompile(c.without).MatchString(plan) {
			t.Errorf("%s: want %s and not %s in\n%s", c.name, c.want, c.without, plan)
		}
	}
}

func TestRangeMarks(t *testing.T) {
	date := func(s string) statements.Date { return get(statements.ParseDate(s))(t) }
	for _, c := range []struct{ since, until, want string }{
		{"2026-11-18", "2026-11-18", "d20261118"},
		{"2026-11-30", "2026-12-01", "d20261130 d20261201"},
		{"2026-11-01", "2026-11-30", "m202611"},
		{"2026-11-30", "2027-01-02", "d20261130 m202612 d20270101 d20270102"},
		{"2024-02-01", "2024-02-29", "m202402"},
		{"2024-12-31", "2027-01-01", "d20241231 y2025 y2026 d20270101"},
		{"2026-12-02", "2026-12-01", ""},
	} {
		if got := strings.Join(store.RangeMarks(date(c.since), date(c.until)), " "); got != c.want {
			t.Errorf("%s to %s: got %s, want %s", c.since, c.until, got, c.want)
		}
	}
	if n := len(store.RangeMarks(date("1970-01-02"), date("2037-12-30"))); n > 160 {
		t.Errorf("%d marks for a lifetime", n)
	}
}
