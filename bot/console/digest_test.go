package console

import (
	"testing"
	"time"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// digestSample is a morning's digest, of some statements and an article or of
// none.
func digestSample(t *testing.T, entries ...statements.Entry) handlers.Card {
	t.Helper()
	d := statements.Delivery{ID: "fer7n6rwmfcym", Place: "#morning", Form: statements.FormDigest, Created: now.Add(-24 * time.Hour), Entries: entries,
		Digest: &statements.Digest{Number: 3, Kind: statements.GatherDigest, At: now.Truncate(time.Hour), Since: now.Truncate(time.Hour).Add(-24 * time.Hour),
			Timing: statements.Timing{Digest: "0 9 * * 1-6"}, Coverage: coverage,
			Watches: []statements.Watch{{Speaker: "Mira Solheim"}, {Speaker: "mira solheim", Keywords: "quota"}, {Speaker: "Ilya Vantreight"}, {Keywords: "dredging"}}}}
	return handlers.DeliveryCard(locales.English, d, now, time.UTC)
}

// gatheredEntries are what the sample tells.
func gatheredEntries(t *testing.T, found ...statements.Found) []statements.Entry {
	t.Helper()
	var out []statements.Entry
	for i, f := range found {
		words := []string{"herring quota"}
		if f.Statement.Kind == statements.Indirect {
			words = nil
		}
		f.Cluster = int64(i + 1)
		if f.Statement.Speaker != "Mira Solheim" {
			f.SpeakerID = 18
		}
		out = append(out, statements.Entry{Watch: onQuotas, Words: words, Found: []statements.Found{f}, Article: f.Article})
	}
	keyword := dredging(t).Entries[0]
	keyword.Whole = true
	return append(out, keyword)
}

// muteSample is what the mute button asks.
func muteSample() handlers.Card {
	return handlers.MuteCard(locales.English, handlers.Muting{Watches: []statements.Watch{onQuotas}, Place: "#quotas", Delivery: "fvt42qhaxq7jc"}, "48213")
}
