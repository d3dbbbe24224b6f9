package discord

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// silenceCard is the card of a feed that fails, or that did: as the outbox has
// it, and as the handlers draw it.
func silenceCard(over bool) handlers.Card {
	q := statements.Quieted{
		Name: "Fjord Wire", URL: "https://fjordwire.example/feed.xml", Weekly: 39, Next: time.Unix(1795254120, 0),
		Speakers: []string{"Mira Solheim", "Ilya Vantreight"}, Others: []string{"Harbor Courier", "Ostervik Post", "Radio Norvania"},
		Lapse: statements.Lapse{Feed: 12, Kind: statements.SilenceFailing, Since: time.Unix(1795234200, 0), Theirs: true, Tries: 9,
			Why: "fjordwire.example/feed.xml has a problem of its own (status 503). It will be tried again."},
	}
	h := &statements.Hush{Feeds: 43, Healthy: 40}
	if over {
		q.Over, q.ReadLate, q.SentLate = q.Since.Add(5*time.Hour+34*time.Minute), 14, 3
		h.Healthy++
	}
	h.Sources = []statements.Quieted{q}
	d := statements.Delivery{ID: "zjcw5p4oahqry", Place: "discord:1312000000000000001", Form: statements.FormSilence, Hush: h}
	return handlers.DeliveryCard(locales.English, d, time.Unix(1795252680, 0), time.UTC)
}

// TestSilencesOfAnybody draws what stands in feeds of strangers: no card is
// refused, too long or mentions anybody.
func TestSilencesOfAnybody(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)
	words := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"@everyone", "<@&1>", "[x](https://x.example)", "https://x.example/_a_", "**", "", "a:b(c)",
		strings.Repeat("long ", 400), "fjordwire.example/feed.xml?key=1 has a problem of its own (status 503). It will be tried again."}))
	kinds := []statements.Silence{statements.SilenceFailing, statements.SilenceGone, statements.SilenceOurs, statements.SilenceStubs, statements.SilenceFewer, statements.SilenceQuiet}
	rapid.Check(t, func(t *rapid.T) {
		h := &statements.Hush{Feeds: rapid.IntRange(0, 50).Draw(t, "feeds"), Healthy: rapid.IntRange(0, 50).Draw(t, "healthy"), Zone: rapid.SampledFrom([]string{"", "Asia/Tokyo", "?"}).Draw(t, "zone")}
		for range rapid.IntRange(0, 14).Draw(t, "sources") {
			q := statements.Quieted{Name: words.Draw(t, "name"), URL: words.Draw(t, "url"), Speakers: rapid.SliceOfN(words, 0, 8).Draw(t, "speakers"),
				Words: rapid.SliceOfN(words, 0, 4).Draw(t, "words"), Others: rapid.SliceOfN(words, 0, 8).Draw(t, "others"), Weekly: rapid.IntRange(0, 9999).Draw(t, "weekly"),
				Lapse: statements.Lapse{Feed: rapid.Int64Range(0, 3).Draw(t, "feed"), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Since: now.Add(-time.Hour), Why: words.Draw(t, "why"), Tries: rapid.IntRange(0, 99).Draw(t, "tries")}}
			if rapid.Bool().Draw(t, "over") {
				q.Over, q.ReadLate, q.Missing, q.Removed = now, 3, rapid.Bool().Draw(t, "missing"), rapid.Bool().Draw(t, "removed")
			}
			h.Sources = append(h.Sources, q)
		}
		m := accepted(t, handlers.DeliveryCard(locales.English, statements.Delivery{ID: "zjcw5p4oahqry", Place: here, Form: statements.FormSilence, Created: now, Hush: h}, now, time.UTC))
		if strings.Contains(m.Content, "](http") {
			t.Errorf("a link in the content: %s", m.Content)
		}
	})
}
