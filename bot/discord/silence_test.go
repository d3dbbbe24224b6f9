package discord

import (
	"time"

	"onrecord/handlers"
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
	return handlers.DeliveryCard(d, time.Unix(1795252680, 0), time.UTC)
}
