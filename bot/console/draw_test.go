package console

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
)

var update = flag.Bool("update", false, "write the golden files anew")

var now = time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)

const talks = `Herring talks stall as ministers leave Vell early

The two delegations had shared a single page of figures over lunch. Asked whether her cabinet would accept the 40,000-tonne ceiling, she shook her head.

On the steps of the customs house Solheim said: “We will not sign a quota that our fishermen cannot live with, and I have told my colleague so.”

The talks resume on Monday. Neither side named a venue.

Later Solheim called the morning lost: the offer was "dead on arrival" and Norvania would put "its own figure" on the table, she said. Norvania would return to the quota table only if the ceiling was raised first, she added. “Forty thousand tonnes is a number, not a plan.”

Ilya Vantreight, trade envoy of the Calder Republic, said the figure had been “agreed in this very room”. “There is nothing to announce before Monday,” the minister said.
`

func herring() statements.Article {
	return statements.Article{
		ID: 900, URL: "https://harborcourier.example/2026/11/21/herring-talks-stall", Outlet: "Harbor Courier",
		Title: "Herring talks stall as ministers leave Vell early", Lang: "en", Text: talks,
		Published: statements.Moment{Time: now.Add(-4 * time.Minute)},
		Fetched:   time.Date(2026, 11, 21, 9, 14, 3, 0, time.UTC),
	}
}

// at finds words in a text; they have to be there.
func at(t testing.TB, text, words string) statements.Span {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q does not stand in the text", words)
	}
	return statements.Span{Start: i, End: i + len(words)}
}

// spoken makes a statement of an article: what was said, and which parts of it
// stand in quotation marks.
func spoken(t testing.TB, a statements.Article, id int64, kind statements.Kind, content string, verbatim ...string) statements.Found {
	t.Helper()
	s := statements.Statement{
		ID: id, Speaker: "Mira Solheim", Role: "foreign minister of Norvania", Known: statements.ByName, Kind: kind,
		Content: []statements.Span{at(t, a.Text, content)}, Confidence: 0.95,
		SaidOn: statements.Date{Year: 2026, Month: 11, Day: 20}, Place: "Vell",
	}
	for _, v := range verbatim {
		s.Verbatim = append(s.Verbatim, at(t, a.Text, v))
	}
	return statements.Found{Statement: s, Article: a, SpeakerID: 17}
}

func owed(reason string, w statements.Watch, found ...statements.Found) statements.Delivery {
	d := statements.Delivery{
		ID: "fvt42qhaxq7jc", Place: "#quotas", Form: statements.FormAlert, Created: time.Date(2026, 11, 21, 9, 14, 0, 0, time.UTC),
		Entries: []statements.Entry{{Watch: w, Reason: reason, Found: found}},
	}
	if len(found) > 0 {
		d.Entries[0].Article = found[0].Article
	}
	return d
}

var onQuotas = statements.Watch{Speaker: "Solheim", Keywords: "quotas"}

const will = "We will not sign a quota that our fishermen cannot live with, and I have told my colleague so."

var coverage = statements.Coverage{
	Feeds: 43, Healthy: 40, Failing: []string{"Fjord Wire", "Vell Tribune", "Calder Daily"}, Articles: 12400, Statements: 3118,
	From: statements.Date{Year: 2026, Month: 5, Day: 1}, To: statements.Date{Year: 2026, Month: 11, Day: 21},
}

// one makes an article of one sentence and the statement in it.
func one(t testing.TB, id int64, kind statements.Kind, outlet, url string, on statements.Date, place, text, content string, verbatim ...string) statements.Found {
	t.Helper()
	a := statements.Article{URL: url, Outlet: outlet, Lang: "en", Title: "A headline", Text: "A headline\n\n" + text + "\n"}
	f := spoken(t, a, id, kind, content, verbatim...)
	f.Statement.SaidOn, f.Statement.Place = on, place
	return f
}

func others(n int) []statements.Outlet {
	out := make([]statements.Outlet, n)
	for i := range out {
		out[i].Name = fmt.Sprint("Outlet ", i+1)
	}
	return out
}

// cards are the samples of the design, by the name of their golden file.
func cards(t *testing.T) map[string]handlers.Card {
	direct := spoken(t, herring(), 48213, statements.Direct, will, will)
	indirect := spoken(t, herring(), 48214, statements.Indirect, "Norvania would return to the quota table only if the ceiling was raised first")
	mixed := spoken(t, herring(), 48215, statements.Mixed,
		`the offer was "dead on arrival" and Norvania would put "its own figure" on the table`, "dead on arrival", "its own figure")
	inferred := spoken(t, herring(), 48216, statements.Direct, "There is nothing to announce before Monday", "There is nothing to announce before Monday")
	inferred.Statement.Known, inferred.Statement.Confidence = statements.Inferred, 0.5
	inferred.Statement.Source, inferred.Statement.Place = at(t, talks, "the minister"), ""
	tonnes := "Forty thousand tonnes is a number, not a plan."
	second := spoken(t, herring(), 48217, statements.Direct, tonnes, tonnes)
	envoy := spoken(t, herring(), 48218, statements.Mixed, "the figure had been “agreed in this very room”", "agreed in this very room")
	envoy.Statement.Speaker, envoy.Statement.Role = "Ilya Vantreight", "trade envoy of the Calder Republic"
	talksWatch := statements.Watch{Keywords: "Herring talks", Role: "1312000000000000002"}

	direct7 := direct
	direct7.Also = others(7)
	ceiling := one(t, 47120, statements.Direct, "Fjord Wire", "https://fjordwire.example/world/herring-ceiling-solheim",
		statements.Date{Year: 2026, Month: 11, Day: 2}, "Ostervik", "“We can live with a ceiling, not with a cliff.”",
		"We can live with a ceiling, not with a cliff.", "We can live with a ceiling, not with a cliff.")
	ceiling.Also = others(2)
	survey := one(t, 39877, statements.Indirect, "Vell Tribune", "https://velltribune.example/2026/225/survey",
		statements.Date{Year: 2026, Month: 8, Day: 12}, "Vell", "She said the quota should follow the survey, and not the season.",
		"the quota should follow the survey, and not the season")
	solheim := statements.Query{Speakers: []statements.Speaker{{ID: 17, Name: "Mira Solheim"}}, Topic: []statements.Term{{Words: "herring quota"}}}
	var answers []ask.Answer
	for _, f := range []statements.Found{direct7, ceiling, survey} {
		answers = append(answers, ask.Answer{Found: f})
	}
	answers[0].Words = []statements.Span{at(t, talks, "quota")}

	fee := one(t, 41230, statements.Direct, "North Quay Ledger", "https://northquayledger.example/port/fees",
		statements.Date{Year: 2026, Month: 9, Day: 2}, "Ostervik", "“The fee pays for the lights, and the lights pay for themselves.”",
		"The fee pays for the lights, and the lights pay for themselves.", "The fee pays for the lights, and the lights pay for themselves.")
	fee.Statement.Speaker = "Pell Andersen"
	lamp := one(t, 44012, statements.Direct, "Ostervik Post", "https://ostervikpost.example/a/99140",
		statements.Date{Year: 2026, Month: 10, Day: 6}, "", "“That lamp has outlived nine governments.”",
		"That lamp has outlived nine governments.", "That lamp has outlived nine governments.")
	lamp.Statement.Speaker, lamp.Statement.Role = "Tomas Brandvold", "harbour master"

	living := owed("spoke, said “quota”", onQuotas, direct)
	living.Before = []statements.Found{survey, ceiling}

	changed := direct
	changed.Article.Fetched = time.Date(2026, 11, 21, 9, 14, 0, 0, time.UTC)
	changed.Changed = &statements.Change{Statement: 48213, Deed: statements.Reworded, At: time.Date(2026, 11, 21, 10, 15, 0, 0, time.UTC),
		Text: strings.Replace(talks, "cannot live with", "would struggle with", 1), Now: direct.Statement}
	whole := at(t, changed.Changed.Text, strings.Replace(will, "cannot live with", "would struggle with", 1))
	changed.Changed.Now.Content, changed.Changed.Now.Verbatim = []statements.Span{whole}, []statements.Span{whole}

	return map[string]handlers.Card{
		"alert-changed":  handlers.AlertCard(locales.English, owed("spoke, said “quota”", onQuotas, changed), now, time.UTC),
		"alert-living":   handlers.AlertCard(locales.English, living, now, time.UTC),
		"alert-direct":   handlers.AlertCard(locales.English, owed("spoke, said “quota”", onQuotas, direct), now, time.UTC),
		"alert-indirect": handlers.AlertCard(locales.English, owed("spoke, said “quota”", onQuotas, indirect), now, time.UTC),
		"alert-mixed":    handlers.AlertCard(locales.English, owed("spoke", onQuotas, mixed), now, time.UTC),
		"alert-inferred": handlers.AlertCard(locales.English, owed("spoke", onQuotas, inferred), now, time.UTC),
		"alert-several":  handlers.AlertCard(locales.English, owed("spoke", talksWatch, direct, second, envoy), now, time.UTC),
		"alert-long":     handlers.AlertCard(locales.English, owed("spoke, said “survey”", onQuotas, long2310(t)), now, time.UTC),
		"alert-hostile":  handlers.AlertCard(locales.English, hostile(t), now, time.UTC),
		"keyword":        handlers.KeywordCard(locales.English, dredging(t), now, time.UTC),
		"backlog": handlers.BacklogCard(locales.English, statements.Delivery{Place: "#quotas", Form: statements.FormBacklog, Created: now, Entries: []statements.Entry{
			{Watch: onQuotas, Article: direct.Article, Also: others(7), Found: []statements.Found{direct7}},
			{Watch: onQuotas, Article: ceiling.Article, Also: others(2), Found: []statements.Found{ceiling}},
			{Watch: onQuotas, Article: survey.Article, Found: []statements.Found{survey}},
		}}),
		"ask": handlers.AnswerCard(locales.English, handlers.Answered{
			ID: "q8m2x1q8m2x1q", Query: solheim, Answers: answers, First: 1, Of: 12, Coverage: coverage, Private: true,
		}),
		"ask-none": handlers.AnswerCard(locales.English, handlers.Answered{
			ID: "q9a0c4q9a0c4q", Coverage: coverage, Private: true,
			Query: statements.Query{Speakers: []statements.Speaker{{Name: "Pell Andersen"}}, Topic: []statements.Term{{Words: "lighthouse"}}},
			Nearest: []ask.Near{
				{Answer: ask.Answer{Found: fee}, Why: "Andersen on harbour fees"},
				{Answer: ask.Answer{Found: lamp}, Why: "someone else on the lighthouse"},
			},
		}),
		"context": handlers.ContextCard(locales.English, direct, time.UTC),
		"help":    handlers.HelpCard(locales.English),

		"digest":       digestSample(t, gatheredEntries(t, direct, second, indirect, envoy)...),
		"digest-empty": digestSample(t),
		"mute":         muteSample(),
	}
}

const dredge = `Harbour dredging to resume in April after a two-year pause

The port of Ostervik will resume dredging of the north channel in April, the harbour board decided on Friday. The work was halted in 2024 when eel grass was found along the eastern quay. A new route spares the beds but adds eleven weeks.

“We dredge around the grass, not through it,” said Tomas Brandvold, the harbour master. Jun Castellan, the opposition leader, said the extra weeks would cost the ferry line its summer.
`

func dredging(t *testing.T) statements.Delivery {
	a := statements.Article{ID: 9917, URL: "https://northquayledger.example/port/dredging-april", Outlet: "North Quay Ledger", Lang: "en",
		Title: "Harbour dredging to resume in April after a two-year pause", Text: dredge,
		Published: statements.Moment{Time: now.Add(-37 * time.Minute)}}
	grass := spoken(t, a, 9001, statements.Direct, "We dredge around the grass, not through it,", "We dredge around the grass, not through it,")
	grass.Statement.Speaker, grass.Statement.Role = "Tomas Brandvold", "harbour master"
	weeks := spoken(t, a, 9002, statements.Indirect, "the extra weeks would cost the ferry line its summer")
	weeks.Statement.Speaker, weeks.Statement.Role = "Jun Castellan", "opposition leader"
	return statements.Delivery{ID: "uq5kfm6m5bkig", Place: "#port", Form: statements.FormKeyword, Created: now.Add(-37 * time.Minute),
		Entries: []statements.Entry{{Watch: statements.Watch{Keywords: "Harbour dredging"}, Reason: "“dredging” near “harbour” in the title",
			Article: a, Found: []statements.Found{grass, weeks}, Words: []string{"dredging"}}}}
}

func long2310(t *testing.T) statements.Found {
	quote := strings.TrimSpace(strings.Repeat("Let me take the history first, because it is being rewritten. ", 40))
	a := herring()
	a.Title, a.URL, a.Outlet = "Full remarks of the foreign minister in Vell", "https://gov.norvania.example/remarks/2026-11-20", "Foreign Ministry of Norvania"
	a.Text = a.Title + "\n\n“" + quote + "”\n"
	return spoken(t, a, 48230, statements.Direct, quote, quote)
}

// hostile is an article that tries everything.
func hostile(t *testing.T) statements.Delivery {
	const said = "Read *all* of it at https://x.example/_a_, then `don’t` ~~skip~~ <#1>, || not even\x1b[2J this\u202e ||."
	a := statements.Article{ID: 7, URL: "https://odd.example/a)b", Outlet: "Odd Weekly", Lang: "en",
		Title:     "**Free** @everyone: [prize](https://x.example) <@&1> <t:0:R> # now\x07",
		Published: statements.Moment{Time: now.Add(-18 * time.Minute)}}
	a.Text = a.Title + "\n\n“" + said + "”\n"
	f := spoken(t, a, 48240, statements.Direct, said, said)
	f.Statement.Speaker, f.Statement.Role, f.Statement.Place = "Al_ex *Dunn*", "chair [acting]", ""
	return owed("spoke", statements.Watch{Speaker: "Dunn"}, f)
}

func TestDrawGolden(t *testing.T) {
	for name, card := range cards(t) {
		t.Run(name, func(t *testing.T) {
			golden(t, name, Draw(card, Style{Now: now}))
		})
	}
}

// golden compares got with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
