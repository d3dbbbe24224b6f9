package store_test

import (
	"slices"
	"testing"

	"onrecord/statements"
)

var _ = promise("Spoken", func(t *testing.T, a archive) {
	library(t, a)
	// Another outlet has the sentence of the 18th in an article of the 20th.
	again := arrivalOf("https://post.example/again", "Talks stall", line{"Mira Solheim", "foreign minister", quota})
	again.Article.Outlet, again.Outlet = "Post", statements.Outlet{Name: "Post", URL: again.Article.URL}
	again.Article.Published.Time = day(20).Time()
	again.Statements[0].SaidOn = day(18)
	get(a.KeepArticle(t.Context(), again))(t)

	undated := arrivalOf("https://post.example/undated", "No day", line{"Mira Solheim", "foreign minister", "We have boats enough"})
	undated.Article.Published, undated.Statements[0].SaidOn = statements.Moment{}, statements.Date{}
	get(a.KeepArticle(t.Context(), undated))(t)

	solheim := get(a.FindSpeakers(t.Context(), "Mira Solheim", 1))(t)
	q := statements.Query{Speakers: solheim}
	want := []statements.DayCount{{Day: day(10), Verbatim: 1}, {Day: day(18), Verbatim: 1}}
	same(t, "by day", byDay(get(a.Spoken(t.Context(), q))(t)), append([]statements.DayCount{{Verbatim: 1}}, want...))
	q.Since = day(12)
	same(t, "since the 12th", get(a.Spoken(t.Context(), q))(t), want[1:])
	q.Topic = about("lamp").Topic
	same(t, "whatever the topic", get(a.Spoken(t.Context(), q))(t), want[1:])
	same(t, "by nobody on record", len(get(a.Spoken(t.Context(), statements.Query{Speakers: []statements.Speaker{{Name: "Nobody"}}}))(t)), 0)
})

var _ = promise("ReadDays", func(t *testing.T, a archive) {
	library(t, a)
	all := get(a.ReadDays(t.Context(), statements.Date{Year: 2025, Month: 1, Day: 1}, day(30)))(t)
	same(t, "the ferry's day", all[day(10)], true)
	same(t, "a day without articles", all[day(11)], false)
	same(t, "outside", len(get(a.ReadDays(t.Context(), day(11), day(12)))(t)), 0)
})

// byDay puts the unknown day first, which databases put where they like.
func byDay(list []statements.DayCount) []statements.DayCount {
	slices.SortStableFunc(list, func(a, b statements.DayCount) int { return a.Day.Time().Compare(b.Day.Time()) })
	return list
}
