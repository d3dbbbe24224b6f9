package handlers

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
	"onrecord/statements/timeline"
)

// Everything that a card says is said in the reader's language. In the
// pseudo-locale it stands between ⟦ and ⟧, and the fixtures are Cyrillic: Latin
// letters anywhere else were written for English readers alone.
func TestCardsSayNothingInEnglishAlone(t *testing.T) {
	cards := markedCards(locales.Of(locales.Marked))
	for _, name := range slices.Sorted(maps.Keys(cards)) {
		t.Run(name, func(t *testing.T) {
			said := 0
			for _, c := range cards[name] {
				for _, text := range textsOf(c) {
					said += strings.Count(text, "⟦")
					for _, word := range unmarked(text) {
						t.Errorf("%q is not said in the reader's language: %s", word, text)
					}
				}
			}
			if said == 0 {
				t.Error("the card says nothing")
			}
		})
	}
}

// A sentence has all that it names in every language.
func TestCardsAreWholeInEveryLanguage(t *testing.T) {
	for _, lang := range locales.Languages() {
		for name, cards := range markedCards(locales.Of(lang)) {
			for _, c := range cards {
				for _, text := range textsOf(c) {
					if strings.Contains(text, "%") || strings.Contains(text, "\x00") {
						t.Errorf("%s, %s: %q", lang, name, text)
					}
				}
			}
		}
	}
}

// What is forgotten is found, wherever it stands.
func TestUnmarked(t *testing.T) {
	for text, want := range map[string]string{
		"⟦Said in ⟧Велл⟦ on ⟧⟦Fri 20 Nov 2026⟧": "",
		"⟦Said in ⟧Велл on ⟦Fri 20 Nov 2026⟧":   "on",
		"verbatim⟦, cut⟧":                       "verbatim",
		"⟦No. ⟧A9917 · ⟦reported":               "",
		"21 Nov 2026":                           "Nov",
	} {
		if got := strings.Join(unmarked(text), " "); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

var (
	saidMarked = regexp.MustCompile(`⟦[^⟧]*(?:⟧|$)`) // a cut may take the end
	latin      = regexp.MustCompile(`[A-Za-z]{2,}`)
	// neither are the names of a standard, of a time zone and of ourselves, and what
	// is typed: questions are asked in English.
	neither = regexp.MustCompile(`\b(?:SHA-256|UTC|onrecord|https)\b|what did Mira Solheim say about the quota\?`)
)

// unmarked are the words that stand outside of marks.
func unmarked(text string) []string {
	return latin.FindAllString(neither.ReplaceAllString(saidMarked.ReplaceAllString(text, " "), ""), -1)
}

// textsOf is all that a card shows, a block a line; what is typed is left out.
func textsOf(c Card) []string {
	out := []string{c.Footer, c.Title}
	blocks := func(bs []Block) {
		for _, b := range bs {
			var line strings.Builder
			for _, r := range b.Runs {
				switch {
				case r.Cmd != "" || r.Code:
					line.WriteString("…")
				case r.Typed:
					line.WriteString(asTyped.ReplaceAllString(r.Text, "…"))
				default:
					line.WriteString(r.Text)
				}
			}
			out = append(out, line.String())
		}
	}
	blocks(c.Lead)
	blocks(c.Body)
	for _, p := range c.Parts {
		blocks(p.Body)
	}
	for _, f := range c.Fields {
		out = append(out, f.Name, f.Typed)
		blocks(f.Body)
	}
	for _, b := range c.Buttons {
		out = append(out, b.Label)
	}
	if c.Pick != nil {
		out = append(out, c.Pick.Label)
		for _, choice := range c.Pick.Choices {
			out = append(out, choice.Name)
		}
	}
	return out
}

// asTyped are commands inside a text that is shown where they are typed.
var asTyped = regexp.MustCompile(`\b(?:context|more|review|watch add|watch preview)( (?:wrong|duplicate|speaker|keywords|NAME|NUMBER|[A-Z]?\d+|No\.\d+|"[^"]*"))*`)

const markedText = "Переговоры о сельди прерваны\n\nМария Сольхейм сказала: «Мы не подпишем квоту». Она сказала, что флот подождёт. Он назвал это «ловушкой».\n\nПогода была холодной и ветреной весь день."

// markedFound are three statements: verbatim, reported and partly verbatim.
func markedFound() []statements.Found {
	a := statements.Article{ID: 900, URL: "https://a.example/1", Outlet: "Вестник", Title: "Переговоры о сельди прерваны", Lang: "ru", Text: markedText,
		Published: statements.Moment{Time: now.Add(-time.Hour)}, Fetched: now.Add(-30 * time.Minute)}
	span := func(words string) []statements.Span {
		at := strings.Index(markedText, words)
		return []statements.Span{{Start: at, End: at + len(words)}}
	}
	day := statements.Date{Year: 2026, Month: 11, Day: 20}
	speak := func(id int64, kind statements.Kind, content, verbatim string) statements.Found {
		s := statements.Statement{ID: id, Speaker: "Мария Сольхейм", Role: "министр", Kind: kind, Known: statements.ByName, Confidence: 0.9, Content: span(content), SaidOn: day, Place: "Велл"}
		if verbatim != "" {
			s.Verbatim = span(verbatim)
		}
		return statements.Found{Article: a, Statement: s, SpeakerID: 17}
	}
	return []statements.Found{
		speak(48213, statements.Direct, "Мы не подпишем квоту", "Мы не подпишем квоту"),
		speak(48214, statements.Indirect, "флот подождёт", ""),
		speak(48215, statements.Mixed, "это «ловушкой", "ловушкой"),
	}
}

// markedCoverage is a coverage with feeds that fail.
func markedCoverage() statements.Coverage {
	return statements.Coverage{Feeds: 43, Healthy: 39, Failing: []string{"Фьорд", "Порт", "Маяк", "Залив"}, Articles: 12400, Statements: 3118,
		From: statements.Date{Year: 2026, Month: 5, Day: 1}, To: statements.Date{Year: 2026, Month: 11, Day: 21}}
}

// markedCards are cards of every kind, in as many wordings as they have.
func markedCards(in locales.Tongue) map[string][]Card {
	found, coverage := markedFound(), markedCoverage()
	a := found[0].Article
	direct := found[0]
	inferred, carried, near, nobody, bare := found[1], found[1], found[1], found[1], found[1]
	inferred.Statement.Known, inferred.Statement.Place = statements.Inferred, ""
	carried.Statement.Known, carried.Statement.Confidence, carried.Statement.SaidOn = statements.Carried, 0.3, statements.Date{}
	near.Statement.Confidence = 0.3
	nobody.Statement.Known, nobody.Statement.Source = statements.Unresolved, statements.Span{Start: strings.Index(markedText, "Она"), End: strings.Index(markedText, "Она") + len("Она")}
	bare.Statement.SaidOn, bare.Statement.Place, bare.Article.Published = statements.Date{}, "", statements.Moment{}
	kinds := append(slices.Clone(found), inferred, carried, near, nobody, bare)
	quotas := statements.Watch{ID: 3, Server: "s", Place: "discord:1", Speaker: "Мария Сольхейм", By: "Ада", Created: now}
	words := statements.Watch{ID: 4, Server: "s", Place: "console", Keywords: "квота", Role: "12",
		Only:   statements.Only{Outlets: []string{"Вестник"}, Verbatim: true, Sure: 0.8},
		Timing: statements.Timing{Digest: "0 9 * * 1-5", Quiet: "22:00-07:00", Zone: "UTC", Most: 3}}
	both := statements.Watch{ID: 5, Server: "s", Place: "discord:@7", Speaker: "Мария", Keywords: "квота", Owner: "discord:7"}
	entry := func(w statements.Watch, reason string, fs ...statements.Found) statements.Entry {
		return statements.Entry{Watch: w, Reason: reason, Words: []string{"квоту"}, Found: fs, Article: a, Also: []statements.Outlet{{Name: "Фьорд", URL: "https://b.example/1"}, {Name: "Порт"}}}
	}
	owed := func(form statements.Form, entries ...statements.Entry) statements.Delivery {
		return statements.Delivery{ID: "fvt42qhaxq7jc", Place: "discord:1", Form: form, Created: now, Entries: entries}
	}
	alert := func(fs ...statements.Found) Card {
		d := owed(statements.FormAlert, entry(quotas, "spoke, said “квоту”", fs...), entry(words, "", fs...), entry(both, "", fs...))
		d.Before = []statements.Found{found[1], bare}
		c := AlertCard(in, d, now, time.UTC)
		c.Title = messageTitle(in, d)
		return c
	}
	out := map[string][]Card{}
	add := func(name string, cards ...Card) { out[name] = append(out[name], cards...) }

	for _, f := range kinds {
		add("alert", alert(f))
		add("context", ContextCard(in, f, time.UTC))
		for _, m := range []Match{Exactly, WordMatch, InArticle, Nearly} {
			add("verify", VerifyCard(in, Verified{Asked: "Мы подпишем", Found: f, Match: m, Hash: "0"}, time.UTC))
		}
		add("review", ReviewCard(in, f, nil, time.UTC), WhoCard(in, f, []statements.Speaker{{ID: 18, Name: "Томас", Role: "мэр"}}), WhoCard(in, f, nil),
			WhoseCard(in, f, found[1:]), WhoseCard(in, f, nil))
	}
	living := direct
	other := found[1]
	other.Article.Outlet, other.Article.URL = "Маяк", "https://c.example/1"
	living.Others = []statements.Found{other}
	add("alert", alert(found...), alert(living), alert(living, found[1]), BareCard(in, owed(statements.FormAlert, entry(quotas, "", direct))), BareCard(in, owed(statements.FormNotice)))
	for _, deed := range []statements.Deed{statements.Reworded, statements.TakenOut, statements.Rewritten, statements.Reassigned, statements.Withdrawn, statements.Corrected} {
		f := direct
		f.Changed = &statements.Change{Statement: 48213, Deed: deed, At: now, Text: strings.Replace(markedText, "подпишем", "одобрим", 1) + "\n\nПоправка."}
		f.Changed.Now = f.Statement
		f.Changed.Note = statements.Span{Start: len(f.Changed.Text) - len("Поправка."), End: len(f.Changed.Text)}
		add("changed", alert(f), alert(f, found[1]), ContextCard(in, f, time.UTC))
	}

	stub := entry(words, "“квоту” in the title")
	stub.Article.Stub, stub.Article.Title = true, ""
	add("keyword", KeywordCard(in, owed(statements.FormKeyword, entry(words, "слово", kinds...)), now, time.UTC), KeywordCard(in, owed(statements.FormKeyword, stub), now, time.UTC))
	add("backlog", BacklogCard(in, owed(statements.FormBacklog, entry(quotas, "", found...), entry(words, "", nobody))), BacklogCard(in, owed(statements.FormBacklog, entry(words, ""))))

	query := statements.Query{Speakers: []statements.Speaker{{ID: 17, Name: "Мария Сольхейм"}, {ID: 18, Name: "Томас"}, {ID: 19, Name: "Юна"}},
		Topic: []statements.Term{{Words: "квота"}}, Outlets: []string{"Вестник", "Фьорд"}, NotUnderstood: []string{"вчерась"},
		ReadAs: []statements.ReadAs{{Typed: "Сольхем", Speaker: "Сольхейм"}}}
	var answers []ask.Answer
	for _, f := range kinds {
		answers = append(answers, ask.Answer{Found: f})
	}
	add("answer", AnswerCard(in, Answered{ID: "q", Query: query, Answers: answers[:5], First: 1, Of: 12, Coverage: coverage, Private: true}),
		AnswerCard(in, Answered{ID: "q", Answers: answers[:1], First: 1, Of: 1, Part: true, Coverage: coverage}),
		AnswerCard(in, Answered{ID: "q", Answers: answers[:5], First: 6, Of: 12, Newest: true, Coverage: coverage}))
	add("nothing", NothingCard(in, Answered{ID: "q", Query: query, Coverage: coverage, Private: true, Alike: query.Speakers, Nearest: []ask.Near{{Answer: answers[0], Why: ask.NearOther}, {Answer: answers[1], Why: ask.NearSameThen}}}),
		NothingCard(in, Answered{Coverage: coverage}))
	hits := []Hit{{Found: direct, Words: []statements.Span{{Start: 0, End: len("Переговоры")}}}, {Found: direct, Words: []statements.Span{{Start: strings.Index(markedText, "Погода"), End: strings.Index(markedText, "Погода") + len("Погода")}}}}
	add("search", SearchCard(in, Searched{ID: "q", Words: "квота", Hits: hits, First: 6, Of: 12, Looked: statements.Looked{Cut: true, More: true, At: 100}, Coverage: coverage, Private: true}),
		SearchCard(in, Searched{Words: "квота", Coverage: coverage}), SearchCard(in, Searched{Words: "квота", Hits: hits, First: 1, Of: 2, Coverage: coverage}))
	side := func(n int) Side {
		return Side{Query: query, Speaker: query.Speakers[n], Found: answers[:2], Verbatim: 2, Reported: 1}
	}
	empty := side(1)
	empty.Verbatim, empty.Reported, empty.Found = 0, 0, nil
	empty.Query.Since = coverage.From
	add("compare", CompareCards(in, Compared{ID: "q", Sides: [2]Side{side(0), empty}, Coverage: coverage, Private: true})...)
	add("which", WhichCard(in, append(slices.Clone(kinds), kinds...), 1, "context"))
	for _, s := range []statements.Sight{statements.SightSame, statements.SightGone, statements.SightNotAllowed, statements.SightNoAnswer, statements.SightLess, statements.SightUnread} {
		add("verify", VerifyCard(in, Verified{Found: direct, Hash: "0", Looked: true, Sight: s, Today: WordMatch}, time.UTC))
	}
	add("verify", UnverifiedCard(in, Verified{Asked: "Мы"}, coverage))

	digest := func(kind statements.Gathering, hour int, entries ...statements.Entry) Card {
		d := owed(statements.FormDigest, entries...)
		d.Digest = &statements.Digest{Number: 9, Kind: kind, At: time.Date(2026, 11, 21, hour, 0, 0, 0, time.UTC), Part: 1, Watches: []statements.Watch{quotas, words}, Coverage: coverage}
		return DigestCard(in, d, now.Add(24*time.Hour), time.UTC)
	}
	whole := entry(words, "слово", direct)
	whole.Whole = true
	for hour, kind := range map[int]statements.Gathering{1: statements.GatherDigest, 6: statements.GatherQuiet, 13: statements.GatherRest, 18: statements.GatherMute, 20: statements.GatherHeld, 9: statements.GatherDigest, 14: statements.GatherDigest, 19: statements.GatherDigest} {
		add("digest", DigestAllCard(in, owed(statements.FormDigest, entry(quotas, "", kinds...), whole), 1, time.UTC), digest(kind, hour, entry(quotas, "", kinds...), whole), digest(kind, hour))
	}

	add("mute", MuteCard(in, Muting{Watches: []statements.Watch{quotas}, Place: "discord:1", Delivery: "d"}, ""), MuteCard(in, Muting{Watches: []statements.Watch{quotas, words}}, ""))
	desk := &Desk{Now: func() time.Time { return now }}
	topic := &statements.Topic{Words: []string{"квота", "флот"}}
	mutes := []statements.Mute{{ID: 1, Watch: quotas, Until: now.Add(time.Hour), Held: 1}, {ID: 2, Watch: words, Until: now.Add(72 * time.Hour), Held: 2}, {ID: 3, Watch: quotas}, {ID: 4, Watch: quotas, Topic: topic}}
	for i := range mutes {
		add("mute", desk.mutedCard(in, mutes[i:i+1]))
	}
	add("mute", Card{Body: desk.muteLines(in, mutes)})

	maps.Copy(out, markedRunning(in, found, coverage))
	add("lists", WatchListCard(in, nil, 1), FollowingCard(in, nil, 1), WatchListCard(in, append(slices.Repeat([]statements.Watch{quotas}, 12), words, both, statements.Watch{Keywords: "сельдь"}), 2),
		FollowingCard(in, slices.Repeat([]statements.Watch{both}, 12), 1))
	tested := []statements.Tested{{Watch: quotas, Right: 3, Of: 4}, {Watch: quotas, Right: 1, Of: 4, PerDay: 90}}
	for waiting := range 3 {
		add("status", StatusCard(in, Status{Stats: statements.Stats{Coverage: coverage, Speakers: 40, Waiting: waiting, LastArticle: now}, Watches: []statements.Watch{quotas, words}[:waiting], Server: waiting != 1,
			Started: now.Add(-time.Hour), Version: "1", Tested: tested, Failing: coverage.Failing, Unread: []string{"Порт"}, Less: []string{"Фьорд"}, CutOff: 2}, now))
	}

	when := func(d int) statements.Date { return statements.Date{Year: 2026, Month: 11, Day: d} }
	for _, step := range []timeline.Step{timeline.Day, timeline.Week, timeline.Month} {
		line := timeline.Timeline{Since: when(1), Until: when(5), Step: step, Verbatim: 4, Reported: 2, Bars: []timeline.Bar{{From: when(1), To: when(1), Verbatim: 4, Reported: 2}, {From: when(2), To: when(2)}, {From: when(3), To: when(3), Unread: true}, {From: when(4), To: when(4), Unread: true}, {From: when(5), To: when(5), Unread: true}}}
		c := Charted{ID: "t", Query: query, Line: line, Peaks: []Peak{{Bar: line.Bars[0], Found: direct}}, Coverage: coverage, Undated: 2, Cut: true, Private: true}
		pictured := Card{Footer: chartWords(in, c)}
		add("timeline", TimelineCard(in, c), pictured)
	}
	return out
}

// markedRunning are the cards of speakers, reviews, feeds and what runs.
func markedRunning(in locales.Tongue, found []statements.Found, coverage statements.Coverage) map[string][]Card {
	out := map[string][]Card{}
	add := func(name string, cards ...Card) { out[name] = append(out[name], cards...) }
	maria, tomas := statements.Speaker{ID: 17, Name: "Мария", Role: "министр", Statements: 12}, statements.Speaker{ID: 18, Name: "Томас", Statements: 1}
	day := coverage.To

	for _, what := range []statements.Verdict{statements.VerdictRight, statements.VerdictSpeaker, statements.VerdictReject, statements.VerdictDuplicate} {
		c := statements.Correction{ID: 1, Statement: 48213, What: what, Speaker: tomas, Other: 48214, Was: maria, By: "Ада", At: now, Written: "М.",
			Places: []string{"discord:1", "console", "discord:2", "discord:3", "discord:4", "discord:5", "discord:6"}}
		undone, alone := c, c
		undone.Undone, undone.UndoneBy, undone.Was = now, "Ада", statements.Speaker{}
		alone.Places, alone.Written = nil, ""
		for _, c := range []statements.Correction{c, undone, alone} {
			f, after := found[0], c
			after.After = true
			f.Review = &after
			before := f
			before.Review = &c
			before.Statement.Heard = "М."
			add("corrected", CorrectedCard(in, c, "М."), ReviewCard(in, f, []statements.Correction{c}, time.UTC), ReviewsCard(in, []statements.Correction{c}, time.UTC), Card{Body: reviewStage(in, []statements.Correction{c}, time.UTC)},
				ContextCard(in, before, time.UTC), Card{Lead: signature(in, f, true)}, Card{Lead: signature(in, before, false)})
		}
	}
	add("corrected", ReviewsCard(in, nil, time.UTC))

	profile := statements.Profile{Speaker: maria, Roles: []statements.DatedRole{{Role: "министр", Since: day.AddDays(-9), Until: day}, {Role: "мэр", Since: day, Until: day}, {ID: 1, Role: "посол"}, {ID: 2, Role: "судья", Since: day}},
		Spellings: []statements.Spelling{{Name: "М. Сольхейм"}, {Name: "Маша"}}, Kinds: map[statements.Kind]int{statements.Direct: 3, statements.Mixed: 2, statements.Indirect: 1},
		Known: map[statements.Known]int{statements.ByName: 1, statements.ByRole: 2, statements.ByPronoun: 3, statements.Inferred: 4, statements.ByEditor: 5}, Outlets: []statements.Tally{{Name: "Вестник", N: 3}}}
	placeless, undated, nowhere := found[0], found[0], found[0]
	placeless.Statement.Place = ""
	undated.Statement.SaidOn = statements.Date{}
	nowhere.Statement.SaidOn, nowhere.Statement.Place, nowhere.Article.Published = statements.Date{}, "", statements.Moment{}
	for _, f := range []statements.Found{found[0], placeless, undated, nowhere} {
		add("speaker", SpeakerCard(in, profile, []statements.Found{f}, []statements.Tally{{Name: "квота", N: 2}}, coverage))
	}
	add("speaker", NamesakesCard(in, "мария", []statements.Speaker{maria, tomas}))
	var edits []statements.Edit
	for _, what := range []string{statements.EditMerge, statements.EditSplit, statements.EditName, statements.EditAlias, statements.EditUnname, statements.EditRole, ""} {
		for _, detail := range []string{"", "М.", tomas.Name} {
			edits = append(edits, statements.Edit{ID: 4, At: now, By: "Ада", Server: "s", What: what, Speaker: maria, Other: tomas, Detail: detail, Moved: 2, Undone: now, UndoneBy: "Ада"})
		}
	}
	for _, e := range edits {
		add("edits", EditCard(in, e))
	}
	add("edits", EditsCard(in, maria, edits, "s", time.UTC), EditsCard(in, statements.Speaker{}, edits, "x", time.UTC), EditsCard(in, maria, nil, "s", time.UTC))

	feed := statements.Feed{ID: 7, Name: "Фьорд", URL: "https://b.example/feed"}
	var offers []statements.Candidate
	for _, every := range []time.Duration{0, time.Hour, 48 * time.Hour, 200 * time.Hour, 2000 * time.Hour, 20000 * time.Hour} {
		c := statements.Candidate{URL: "https://1.1/2", Title: "Фьорд", Items: 3, Every: every, Reason: "слово", Comments: every > 0, Recent: []statements.Headline{{Title: "Новость", Published: statements.Moment{Time: now, DayOnly: true}}, {}}}
		if every == time.Hour {
			c.Newest = statements.Moment{Time: now}
		} else if every > 0 {
			c.Newest = statements.Moment{Time: now, DayOnly: true}
		}
		offers = append(offers, c)
		add("feed", FeedAddedCard(in, feed, c))
	}
	add("feed", FeedChoiceCard(in, "https://1.1/", offers, "n"), FeedChoiceCard(in, "https://1.1/", offers[:2], "n"), FeedAddedCard(in, feed, statements.Candidate{}), FeedsExportedCard(in, 3, 0), FeedsExportedCard(in, 3, 1), FeedsExportedCard(in, 3, 2))
	for n := range 3 {
		list := statements.FeedList{Title: "Ленты", Feeds: make([]statements.ListedFeed, 4), Doubled: n, Unread: n, Folders: n, Cut: n > 0, Damaged: n > 0}
		add("feed", FeedsImportedCard(in, FeedsImported{List: list, Added: []statements.Feed{feed}, There: n, Left: n}))
	}

	ill := stated{Feed: feed, state: statements.FeedState{Kind: statements.FeedFailing, Words: statements.Say("сбой"), Hint: statements.Say("слово"), Next: now.Add(time.Hour)}}
	well := ill
	well.LastItem, well.Origin, well.Schedule = now.Add(-time.Hour), statements.OriginConfig, "5"
	list := feedList{sick: []stated{ill, ill}, cutOff: []stated{ill}, well: []stated{well, well}, failed: 1, unread: 1}
	add("feeds", Card{Lead: cutOffFeeds(in, list.cutOff), Body: append(sickFeed(in, ill, now), Block{Runs: wellFeed(in, well, now)}), Footer: list.sums(in)})
	add("feeds", FeedListCards(in, nil, nil, 1, now, time.UTC)...)

	source := Source{Address: "https://1.1/1", Article: 900, Read: found[0].Article, Found: append(slices.Clone(found), found...), Partial: "слово"}
	undatedOne := nowhere
	undatedOne.Statement.ID, undatedOne.Statement.Known = 0, statements.Inferred
	alone := Source{Found: append(slices.Repeat(found, 4), undatedOne)}
	closed := Source{Address: "https://1.1/2", Err: &statements.Problem{Text: statements.Say("It could not be read.")}}
	add("find", FindCard(in, []Source{source, alone, closed, {Address: "https://1.1/3"}}, 2, now, time.UTC), FindCard(in, []Source{closed}, 0, now, time.UTC), FindCard(in, []Source{{}}, 0, now, time.UTC),
		FindCard(in, []Source{{Address: "https://1.1/3"}}, 0, now, time.UTC), FindCard(in, []Source{alone}, 0, now, time.UTC), FindCard(in, []Source{source}, 0, now, time.UTC))

	watch := statements.Watch{ID: 3, Speaker: "Мария", Place: "discord:1"}
	sample := Sample{Article: statements.Archived{Article: found[0].Article}, Found: found, Words: []string{"квоту"}, At: now}
	headline := Sample{Article: statements.Archived{Article: found[0].Article}, At: now}
	preview := Preview{Watch: watch, Hits: 3, Days: []int{2, 0, 1}, First: day.AddDays(-2), Last: day, Samples: []Sample{sample, headline}, Misses: []Sample{headline}, Articles: 40, Coverage: coverage, ID: "w"}
	noisy, none, nowt := preview, preview, preview
	noisy.Hits, noisy.Days, noisy.Cut, noisy.Narrower = 3000, slices.Repeat([]int{100}, 30), true, &Narrower{Watch: watch, PerDay: 0.5, ID: "n"}
	none.Hits, none.Samples = 0, nil
	nowt.Hits, nowt.Articles, nowt.Samples = 0, 0, nil
	add("preview", PreviewCard(in, preview, time.UTC), PreviewCard(in, noisy, time.UTC), PreviewCard(in, none, time.UTC), PreviewCard(in, nowt, time.UTC))

	var told []statements.Told
	for _, held := range []statements.Gathering{"", statements.GatherDigest, statements.GatherQuiet, statements.GatherRest, statements.GatherMute} {
		told = append(told, statements.Told{Watch: watch, Reason: "слово", Place: "console", State: statements.StateOwed, Held: held, Created: now, Why: "сбой"}, statements.Told{Watch: watch, Joined: true, State: statements.StateOwed, Held: held, At: now})
	}
	told = append(told[2:], statements.Told{Watch: watch, State: statements.StateSent, Sent: now, Attempts: 2, Edited: now}, statements.Told{Watch: watch, State: statements.StatePaused, Why: "сбой"})
	trace := statements.Trace{Archived: statements.Archived{Article: found[0].Article, Statements: found, Also: []statements.Outlet{{Name: "Порт"}}}, Kept: now, Carriers: slices.Repeat([]statements.Carrier{{Name: "Фьорд", At: now}}, 7),
		Reported: []string{"Маяк"}, Told: told[:2], Looks: sightings()}
	for i := range told {
		trace.Told = told[i:min(i+1, len(told))]
		add("why", WhyCard(in, trace, 48213, true, time.UTC))
	}
	for _, known := range []statements.Known{statements.ByName, statements.ByRole, statements.ByPronoun, statements.Carried, statements.Inferred, statements.ByEditor, statements.Unresolved} {
		f := found[0]
		f.Statement.Known, f.Statement.Source = known, statements.Span{Start: strings.Index(markedText, "Она"), End: strings.Index(markedText, "Она") + len("Она")}
		trace.Statements = []statements.Found{f}
		add("why", WhyCard(in, trace, 48213, true, time.UTC))
	}
	add("why", WhyCard(in, statements.Trace{Archived: statements.Archived{Article: statements.Article{ID: 9, Stub: true, Text: "слово"}}}, 0, false, time.UTC),
		WhyCard(in, statements.Trace{}, 0, true, time.UTC), UnseenCard(in, "1.1", nil, time.UTC), UnseenCard(in, "1.1", trace.Carriers, time.UTC))

	moreMarked(in, add)

	add("notice", NoticeCard(in, statements.Delivery{Notices: []statements.Notice{{Kind: statements.NoticeCalm, Feeds: 9, Healthy: 8, Sick: []string{"Порт"}}}}))
	for n := range 3 {
		closed := statements.Notice{Kind: statements.NoticeClosed, Place: "discord:1", Waiting: n, Why: "сбой"}
		gone := statements.Notice{Kind: statements.NoticeGone, Feed: 7, Why: "сбой"}
		add("notice", NoticeCard(in, statements.Delivery{Notices: []statements.Notice{closed}}), NoticeCard(in, statements.Delivery{Notices: []statements.Notice{gone}}),
			NoticeCard(in, statements.Delivery{Notices: slices.Repeat([]statements.Notice{closed, gone}, 6)}))
	}
	for _, kind := range []statements.Silence{statements.SilenceFailing, statements.SilenceGone, statements.SilenceOurs, statements.SilenceStubs, statements.SilenceFewer, statements.SilenceQuiet} {
		q := statements.Quieted{Lapse: statements.Lapse{Feed: 7, Kind: kind, Since: now.Add(-30 * time.Hour), Why: "https://1.1 (status 503)", Theirs: true, Tries: 4}, Name: "Фьорд",
			Speakers: []string{"Мария", "Томас"}, Words: []string{"квота"}, Others: []string{"Порт", "Маяк", "Залив", "Юг", "Север", "Восток"}, Weekly: 3}
		if kind == statements.SilenceOurs {
			q.Feed = 0
		}
		q.Next = now.Add(time.Hour)
		lonely, ours, mute := q, q, q
		lonely.Others, lonely.Weekly, lonely.Why = nil, 0, ""
		ours.Theirs, ours.Why, ours.Speakers = false, "сбой", nil
		mute.Over, mute.ReadLate, mute.SentLate = now.Add(-time.Hour), 1, 2
		back, removed := mute, mute
		back.Missing, back.Why, back.Over = true, "сбой", now.Add(-25*time.Hour)
		removed.Removed = true
		for _, sources := range [][]statements.Quieted{{q}, {lonely}, {ours}, {mute}, {back}, {removed}, {q, lonely}, {q, mute, removed}, {mute, back, removed}, slices.Repeat([]statements.Quieted{q}, 12), slices.Repeat([]statements.Quieted{mute}, 12)} {
			for healthy := range 3 {
				add("silence", DeliveryCard(in, statements.Delivery{ID: "d", Form: statements.FormSilence, Created: now, Hush: &statements.Hush{Sources: sources, Feeds: max(1, 4*healthy), Healthy: healthy}}, now, time.UTC))
			}
		}
	}
	return out
}

// sightings are one of every kind.
func sightings() []statements.Sighting {
	var out []statements.Sighting
	for i, s := range []statements.Sight{statements.SightSame, statements.SightChanged, statements.SightElsewhere, statements.SightGone, statements.SightMissing, statements.SightLess, statements.SightUnread,
		statements.SightOther, statements.SightNoAnswer, statements.SightNotAllowed} {
		out = append(out, statements.Sighting{At: now.Add(time.Duration(i) * time.Hour), Sight: s})
	}
	return out
}
