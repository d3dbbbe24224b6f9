package console

import (
	"testing"
	"time"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// What a terminal shows of a source that fails, of several, and of one that is
// back.
func TestDrawSilence(t *testing.T) {
	fjord := statements.Quieted{
		Name: "Fjord Wire", URL: "https://fjordwire.example/feed.xml", Weekly: 39, Next: now.Add(24 * time.Minute),
		Speakers: []string{"Mira Solheim", "Ilya Vantreight"}, Others: []string{"Harbor Courier", "Ostervik Post", "Radio Norvania"},
		Lapse: statements.Lapse{Feed: 12, Kind: statements.SilenceFailing, Since: now.Add(-5 * time.Hour), Theirs: true, Tries: 9,
			Why: "fjordwire.example/feed.xml has a problem of its own (status 503). It will be tried again."},
	}
	vell := statements.Quieted{
		Name: "Vell Tribune", URL: "https://velltribune.example/feed.xml", Words: []string{"quota OR herring"},
		Lapse: statements.Lapse{Feed: 14, Kind: statements.SilenceStubs, Since: now.Add(-3 * time.Hour), Theirs: true,
			Why: "its pages have become stubs: 9 of the last week's 9 articles came without their text"},
	}
	back := fjord
	back.Over, back.ReadLate, back.SentLate = now.Add(-time.Minute), 14, 3
	for name, sources := range map[string][]statements.Quieted{
		"silence": {fjord}, "silence-several": {fjord, vell}, "silence-over": {back}, "silence-one-over": {vell, back},
	} {
		t.Run(name, func(t *testing.T) {
			d := statements.Delivery{ID: "zjcw5p4oahqry", Place: "#quotas", Form: statements.FormSilence, Created: now,
				Hush: &statements.Hush{Sources: sources, Feeds: 43, Healthy: 40}}
			golden(t, name, Draw(handlers.DeliveryCard(locales.English, d, now, time.UTC), Style{Now: now}))
		})
	}
}
