package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/statements/text"
	"onrecord/store"
)

// about is a query on words, as the asking makes it.
func about(words ...string) statements.Query {
	var q statements.Query
	for _, w := range words {
		q.Topic = append(q.Topic, statements.Term{Words: w, Stems: []string{strings.Join(text.Stems(w, "en"), " ")}})
	}
	return q
}

func day(d int) statements.Date { return statements.Date{Year: 2026, Month: time.November, Day: d} }

// library is an archive with six statements in four articles.
func library(t *testing.T, a archive) {
	t.Helper()
	herring := arrivalOf("https://courier.example/herring", "Herring talks stall",
		line{"Mira Solheim", "foreign minister", "We will not sign a quota that our fishermen cannot live with"},
		line{"Tomas Brandvold", "harbour master", "The lamp has outlived nine governments"})
	herring.Statements[0].SaidOn = day(18)
	ferry := arrivalOf("https://wire.example/ferry", "Night ferry", line{"M. Solheim", "", "The crossing would stay"}, line{"Mira Solheim", "prime minister", "Nobody asked the fishermen"})
	ferry.Article.Published.Time = day(10).Time()
	ferry.Article.Outlet, ferry.Outlet = "Fjord Wire", statements.Outlet{Name: "Fjord Wire World", URL: "https://www.wire.example/world/ferry"}
	ferry.Statements[1].Kind = statements.Mixed
	island := arrivalOf("https://isle.example/o", "Isle of O'Brien", line{"Zoë O'Brien", "", "L'armée ira à al-Nusra"})
	island.Article.Published.Time = time.Date(2025, time.March, 3, 9, 0, 0, 0, time.UTC)
	island.Outlet, island.Article.Outlet = statements.Outlet{Name: "Isle"}, "Isle"
	island.Statements[0].Place = "Vellhaven"
	nobody := arrivalOf("https://courier.example/nobody", "Dry dock", line{"", "", "The quota is a rumour"})
	nobody.Statements[0].Known = statements.Unresolved
	for _, in := range []statements.Arrival{herring, ferry, island, nobody} {
		get(a.KeepArticle(t.Context(), in))(t)
	}
}

func said(found []statements.Found) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Statement.Text(f.Article.Text))
	}
	return out
}

const (
	quota    = "We will not sign a quota that our fishermen cannot live with"
	lamp     = "The lamp has outlived nine governments"
	crossing = "The crossing would stay"
	asked    = "Nobody asked the fishermen"
	army     = "L'armée ira à al-Nusra"
	rumour   = "The quota is a rumour"
)

var _ = promise("Search", func(t *testing.T, a archive) {
	library(t, a)
	solheim := get(a.FindSpeakers(t.Context(), "Mira Solheim", 1))(t)
	brandvold := get(a.FindSpeakers(t.Context(), "Brandvold", 1))(t)
	by := func(q statements.Query, speakers ...statements.Speaker) statements.Query {
		q.Speakers = speakers
		return q
	}
	for _, c := range []struct {
		name string
		q    statements.Query
		want []string // the first of what is found
		all  int
	}{
		{"a word that was said, stemmed", about("quotas"), []string{rumour}, 3},
		{"either of two words", about("lamp", "crossing"), nil, 4},
		{"more of the words first", about("fisherman", "fishermen", "quota"), []string{quota}, 5},
		{"a word around it", about("brandvold"), nil, 2},
		{"the place where it was said", about("vellhaven"), []string{army}, 1},
		{"a word of the headline", about("ferry"), nil, 2},
		{"said before around", about("governments"), []string{lamp}, 2},
		{"a phrase", about("al Nusra"), []string{army}, 1},
		{"words that are no phrase here", about("nusra al"), nil, 0},
		{"an apostrophe and accents", about("o'brien"), []string{army}, 1},
		{"by a speaker", by(about("fishermen"), solheim...), []string{asked, quota}, 2},
		{"by another", by(about("fishermen"), brandvold...), nil, 1},
		{"by a speaker that is not there", by(about("fishermen"), statements.Speaker{ID: 4711}), nil, 0},
		{"by a speaker without id", by(about("fishermen"), statements.Speaker{Name: "Nobody"}), nil, 0},
		{"no topic, newest first", statements.Query{}, []string{rumour, lamp, quota, asked}, 6},
		{"no topic, oldest first", statements.Query{Order: statements.OldestFirst}, []string{army}, 6},
		{"a speaker, oldest first", by(statements.Query{Order: statements.OldestFirst}, solheim...), []string{asked, quota}, 2},
		{"no topic, a speaker", by(statements.Query{}, solheim...), []string{quota, asked}, 2},
		{"no topic, two speakers", by(statements.Query{}, append(solheim, brandvold...)...), []string{lamp, quota, asked}, 3},
		{"since", statements.Query{Since: day(18)}, []string{rumour, lamp, quota}, 3},
		{"since, the day after", statements.Query{Since: day(19)}, []string{rumour, lamp}, 2},
		{"until", statements.Query{Until: day(10)}, []string{asked, crossing, army}, 3},
		{"one day", statements.Query{Since: day(18), Until: day(18)}, []string{quota}, 1},
		{"a year", statements.Query{Since: statements.Date{Year: 2025, Month: 1, Day: 1}, Until: statements.Date{Year: 2025, Month: 12, Day: 31}}, []string{army}, 1},
		{"before everything", statements.Query{Until: statements.Date{Year: 1999, Month: 1, Day: 1}}, nil, 0},
		{"the wrong way round", statements.Query{Since: day(18), Until: day(10)}, nil, 0},
		{"a topic and days", with(about("fishermen"), func(q *statements.Query) { q.Until = day(17) }), []string{asked}, 2},
		{"a topic and a month", with(about("fishermen"), func(q *statements.Query) { q.Since, q.Until = day(1), day(30) }), nil, 4},
		{"a topic and everything", with(about("fishermen"), func(q *statements.Query) { q.Since = statements.Date{Year: 1990, Month: 1, Day: 1} }), nil, 4},
		{"a kind", statements.Query{Kinds: []statements.Kind{statements.Mixed}}, []string{asked}, 1},
		{"a topic and kinds", with(about("fishermen"), func(q *statements.Query) { q.Kinds = []statements.Kind{statements.Mixed, statements.Indirect} }), []string{asked}, 1},
		{"an outlet by name", statements.Query{Outlets: []string{"fjord wire"}}, []string{asked, crossing}, 2},
		{"an outlet by its feed's name", statements.Query{Outlets: []string{"Fjord Wire World"}}, []string{asked, crossing}, 2},
		{"an outlet by host", statements.Query{Outlets: []string{"www.wire.example"}}, []string{asked, crossing}, 2},
		{"an outlet by the host above", statements.Query{Outlets: []string{"example"}}, nil, 6},
		{"an outlet that only ends like it", statements.Query{Outlets: []string{"ire.example"}}, nil, 0},
		{"a topic and an outlet", with(about("fishermen"), func(q *statements.Query) { q.Outlets = []string{"Fjord Wire"} }), []string{asked}, 2},
		{"a topic and another outlet", with(about("lamp"), func(q *statements.Query) { q.Outlets = []string{"isle", "Fjord Wire"} }), nil, 0},
	} {
		found := get(a.Search(t.Context(), c.q, 100))(t)
		if got := said(found); len(got) < len(c.want) || !equal(got[:len(c.want)], c.want) || len(got) != c.all {
			t.Errorf("%s: got %d: %q, want %d, first %q", c.name, len(got), got, c.all, c.want)
		}
		same(t, "count of "+c.name, get(a.CountStatements(t.Context(), c.q))(t), c.all)
	}
})

func with(q statements.Query, change func(*statements.Query)) statements.Query {
	change(&q)
	return q
}

func equal(a, b []string) bool { return strings.Join(a, "\n") == strings.Join(b, "\n") }

var _ = promise("Search gives", func(t *testing.T, a archive) {
	library(t, a)
	found := get(a.Search(t.Context(), about("quota"), 3))(t)
	if found[1].Score <= found[2].Score || found[2].Score <= 0 {
		t.Errorf("said %v, around it %v", found[1].Score, found[2].Score)
	}
	same(t, "at most", len(get(a.Search(t.Context(), about("quota"), 2))(t)), 2)
	f := found[1]
	same(t, "outlet", f.Article.Outlet, "Harbor Courier")
	same(t, "title", f.Article.Title, "Herring talks stall")
	same(t, "none", len(get(a.Search(t.Context(), about("quota"), 0))(t)), 0)
})

// With common words not every statement is ranked. Still the best are found: an
// old one with a rare word, an old one that has all of the common words, and
// otherwise the newest.
var _ = promise("Search common words", func(t *testing.T, a archive) {
	store.SetDepth(a.Store, 20, 10)
	keep := func(i int, said string) {
		in := arrivalOf(fmt.Sprint("https://courier.example/", i), "Dock", line{[]string{"Mira Solheim", "Jun Castellan"}[i%2], "", said})
		in.Article.Text = strings.Replace(in.Article.Text, "The talks in Vell went on for a day.", strings.Repeat("x", len("The talks in Vell went on for a day.")), 1)
		get(a.KeepArticle(t.Context(), in))(t)
	}
	for i := range 60 {
		keep(i, []string{"the herring swims", "the quota holds"}[i/2%2])
	}
	for i, said := range map[int]string{100: "a lamp for the herring", 101: "a herring quota of old"} {
		keep(i, said)
	}
	for i := range 60 {
		keep(200+i, []string{"the herring swims", "the quota holds"}[i/2%2])
	}
	ok(t, store.Exec(t.Context(), a.Store, "ANALYZE")) // as PostgreSQL does by itself when it has time
	first := func(q statements.Query) string {
		t.Helper()
		found := get(a.Search(t.Context(), q, 5))(t)
		if len(found) != 5 {
			t.Fatalf("found %d of 5", len(found))
		}
		return said(found)[0]
	}
	same(t, "a common word: the newest", first(about("herring")), "the herring swims")
	same(t, "a common and a rare word", first(about("herring", "lamp")), "a lamp for the herring")
	same(t, "two common words", first(about("herring", "quota")), "a herring quota of old")
	same(t, "three", first(about("herring", "quota", "lamp")), "a lamp for the herring")
	same(t, "counted", get(a.CountStatements(t.Context(), about("herring", "quota")))(t), 122)
	castellan := get(a.FindSpeakers(t.Context(), "Castellan", 1))(t)
	same(t, "of a speaker", first(with(about("herring", "quota"), func(q *statements.Query) { q.Speakers = castellan })), "a herring quota of old")
	for _, f := range get(a.Search(t.Context(), with(about("herring"), func(q *statements.Query) { q.Speakers = castellan }), 50))(t) {
		same(t, "speaker", f.Statement.Speaker, "Jun Castellan")
	}
})

// What people type is not a query language, and is never an error.
var _ = promise("Search hostile", func(t *testing.T, a archive) {
	library(t, a)
	for _, words := range []string{
		`"`, `'`, `\`, `a' OR 1=1 --`, `said:quota`, `NEAR(quota, 3)`, `*`, `^quota`, `{said}`, "quota\x00", "\xff\xfe", `('&|!<->:*`, `''`, `\'`, `$1`,
		strings.Repeat("x", 5000), strings.Repeat("x ", 5000), strings.Repeat("(", 3000), "🦑", "بحر", "日本語の話", "ﬁshermen",
	} {
		q := statements.Query{Topic: []statements.Term{{Words: words, Stems: []string{words, words + " quota"}}}, Outlets: []string{words}}
		if _, err := a.Search(t.Context(), q, 10); err != nil {
			t.Errorf("%.20q: %v", words, err)
		}
		if _, err := a.CountStatements(t.Context(), q); err != nil {
			t.Errorf("count %.20q: %v", words, err)
		}
		if _, err := a.FindSpeakers(t.Context(), words, 10); err != nil {
			t.Errorf("speakers %.20q: %v", words, err)
		}
	}
})

var _ = promise("CountStatements", func(t *testing.T, a archive) {
	library(t, a)
	same(t, "all", get(a.CountStatements(t.Context(), statements.Query{}))(t), 6)
	same(t, "about fishermen", get(a.CountStatements(t.Context(), about("fishermen")))(t), 4)
})

var _ = promise("Statement", func(t *testing.T, a archive) {
	library(t, a)
	found := get(a.Search(t.Context(), about("lamp"), 1))(t)[0]
	got := get(a.Statement(t.Context(), found.Statement.ID))(t)
	found.Score = 0
	same(t, "the statement", got, found)
	_, err := a.Statement(t.Context(), 4711)
	is(t, err, statements.ErrNotFound)
})

var _ = promise("Statements", func(t *testing.T, a archive) {
	library(t, a)
	all := get(a.Search(t.Context(), statements.Query{}, 9))(t)
	ids := []int64{all[3].Statement.ID, 4711, all[0].Statement.ID, all[3].Statement.ID}
	same(t, "in the order asked for", said(get(a.Statements(t.Context(), ids))(t)), []string{asked, rumour, asked})
	same(t, "none", len(get(a.Statements(t.Context(), nil))(t)), 0)
})

var _ = promise("StatementsOf", func(t *testing.T, a archive) {
	library(t, a)
	f := get(a.Search(t.Context(), about("lamp"), 1))(t)[0]
	same(t, "in the order of the text", said(get(a.StatementsOf(t.Context(), f.Article.ID))(t)), []string{quota, lamp})
	_, err := a.StatementsOf(t.Context(), 4711)
	is(t, err, statements.ErrNotFound)
})

var _ = promise("Article", func(t *testing.T, a archive) {
	kept := get(a.KeepArticle(t.Context(), arrivalOf("https://courier.example/1", "Talks stall", line{"Mira Solheim", "", "No"})))(t)
	got := get(a.Article(t.Context(), kept.ArticleID))(t)
	same(t, "title", got.Article.Title, "Talks stall")
	same(t, "who", names(got.Statements), []string{"Mira Solheim"})
	_, err := a.Article(t.Context(), 4711)
	is(t, err, statements.ErrNotFound)
})

var _ = promise("FindSpeakers", func(t *testing.T, a archive) {
	ctx := t.Context()
	n := 0
	keep := func(who, role string, times int) {
		for range times {
			n++
			in := arrivalOf(fmt.Sprint("https://courier.example/", n), "Talks", line{who, role, "No"})
			in.Article.Published.Time = noon.Add(time.Duration(n) * minute)
			get(a.KeepArticle(ctx, in))(t)
		}
	}
	keep("Sergei Vantreight", "envoy", 2)
	keep("Сергей Вантрейхт", "", 1)
	keep("Sergey Vantreight", "minister", 3)
	keep("Mira Solheim", "", 4)
	keep("Zoë Solheim-Müller", "", 1)
	keep("Solveig Brandvold", "", 9)
	find := func(words string) []string {
		t.Helper()
		var out []string
		for _, sp := range get(a.FindSpeakers(ctx, words, 3))(t) {
			out = append(out, sp.Name)
		}
		return out
	}
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"Mira Solheim", []string{"Mira Solheim"}},
		{"solheim", []string{"Mira Solheim", "Zoë Solheim-Müller"}},
		{"sol", []string{"Solveig Brandvold", "Mira Solheim", "Zoë Solheim-Müller"}},
		{"mira s", []string{"Mira Solheim"}},
		{"zoe muller", []string{"Zoë Solheim-Müller"}},
		{"Solheim Mira", []string{"Mira Solheim"}},
		{"Sergej Vantreight", []string{"Sergey Vantreight"}},
		{"Mira Brandvold", nil},
		{"olheim", nil},
		{"🦑 ?!", nil},
		{"", []string{"Solveig Brandvold", "Sergey Vantreight", "Mira Solheim"}},
	} {
		same(t, "speakers for "+c.words, find(c.words), c.want)
	}
	sp := get(a.FindSpeakers(ctx, "vantreight", 1))(t)[0]
	same(t, "the newest role", sp.Role, "minister")
	same(t, "other spellings", sp.Aliases[0], "Sergei Vantreight")
	if sp.Statements < 5 {
		t.Errorf("the spellings have %d statements together", sp.Statements)
	}
})

var _ = promise("Coverage", func(t *testing.T, a archive) {
	ctx := t.Context()
	same(t, "an empty archive", get(a.Coverage(ctx))(t), statements.Coverage{})
	library(t, a)
	good, bad := addFeed(t, a, "https://courier.example/feed"), get(a.AddFeed(ctx, statements.Feed{URL: "https://www.wire.example/feed"}))(t)
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: good.ID, At: noon}))
	ok(t, a.KeepVisit(ctx, statements.Visit{FeedID: bad.ID, At: noon, Problem: "It is down."}))
	same(t, "coverage", get(a.Coverage(ctx))(t), statements.Coverage{
		Feeds: 2, Healthy: 1, Failing: []string{"wire.example"}, Articles: 4, Statements: 6,
		From: statements.Date{Year: 2025, Month: time.March, Day: 3}, To: day(20),
	})
})

var _ = promise("KeepQuestion", func(t *testing.T, a archive) {
	q := statements.StoredQuestion{Text: "what about the quota?\x00", At: noon}
	one, two := get(a.KeepQuestion(t.Context(), q))(t), get(a.KeepQuestion(t.Context(), q))(t)
	if len(one) != 13 || one == two {
		t.Errorf("ids %q and %q", one, two)
	}
})

var _ = promise("Question", func(t *testing.T, a archive) {
	q := about("quota")
	q.Question, q.Since, q.Speakers = "what about the quota since 18 November?", day(18), []statements.Speaker{{ID: 3, Name: "Mira Solheim"}}
	want := statements.StoredQuestion{
		Text: q.Question, User: "77", Server: "discord:1", Place: "discord:7", At: noon, Query: q,
		Statements: []int64{5, 3, 4}, Nearest: []int64{9}, Coverage: statements.Coverage{Feeds: 3, From: day(1), To: day(20), Failing: []string{"Fjord Wire"}},
	}
	want.ID = get(a.KeepQuestion(t.Context(), want))(t)
	same(t, "the question", get(a.Question(t.Context(), want.ID))(t), want)
	_, err := a.Question(t.Context(), "nosuchquestion")
	is(t, err, statements.ErrNotFound)
})

var _ = promise("Stats", func(t *testing.T, a archive) {
	ctx := t.Context()
	same(t, "an empty archive", get(a.Stats(ctx, "console"))(t), statements.Stats{})
	library(t, a)
	owe(t, a, 2, "discord:1")
	get(a.AddWatch(ctx, statements.Watch{Server: "discord:5", Place: "discord:2", Keywords: "quota", Created: noon}))(t)
	ok(t, a.SyncWatches(ctx, []statements.Watch{{Place: "console", Keywords: "ferry"}}))
	got := get(a.Stats(ctx, "discord:5"))(t)
	same(t, "watches of the server", len(got.Watches), 1)
	same(t, "its watch", got.Watches[0].Keywords, "quota")
	same(t, "watches, waiting, speakers", []int{got.Watching, got.Waiting, got.Speakers}, []int{3, 2, 4})
	same(t, "articles", got.Coverage.Articles, 6)
	same(t, "last article", got.LastArticle, noon)
	same(t, "watches without a server", len(get(a.Stats(ctx, ""))(t).Watches), 0)
})

var _ = promise("Close", func(t *testing.T, a archive) {
	s := a.open()
	ok(t, s.Close())
	if _, err := s.Feeds(t.Context()); err == nil {
		t.Error("a closed store answers")
	}
	get(a.Feeds(t.Context()))(t)
	_ = errors.Join(s.Close(), (&store.Store{}).Close())
})
