package discord

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// digestCard is the digest of the design, as the outbox has it and as the
// handlers draw it.
func digestCard() handlers.Card {
	talks, ferry := []string{"herring quota"}, []string{"strait ferry"}
	courier := func(names ...string) (out []statements.Outlet) {
		for _, n := range names {
			out = append(out, statements.Outlet{Name: n})
		}
		return out
	}
	solheim, envoy, roos := "Mira Solheim, foreign minister of Norvania", "Ilya Vantreight, trade envoy of the Calder Republic", "Anneke Roos, marine biologist, University of Ostervik"
	entries := []statements.Entry{
		digestOf(1, solheim, "Harbor Courier", "https://harborcourier.example/2026/11/21/herring-talks-stall", "Vell", `"We will not sign a quota that our fishermen cannot live with, and I have told my colleague so."`, talks,
			courier("Fjord Wire", "Vell Tribune", "Ostervik Post", "Calder Daily", "North Quay Ledger", "Isle Post", "Quay Gazette")...),
		digestOf(2, solheim, "Harbor Courier", "https://harborcourier.example/2026/11/21/herring-talks-stall", "Vell", `"Forty thousand tonnes is a number, not a plan."`, talks),
		digestOf(3, solheim, "Radio Norvania", "https://radionorvania.example/news/night-ferry", "", "the night crossing would stay until spring", ferry),
		digestOf(4, envoy, "Vell Tribune", "https://velltribune.example/2026/325/herring", "Vell", `the figure had been "agreed in this very room"`, talks,
			courier("Sound Herald", "Strait Times", "Harbor Courier")...),
		digestOf(5, roos, "Ostervik Post", "https://ostervikpost.example/a/99187", "Ostervik", `"The stock does not read communiqués."`, talks),
		digestOf(6, roos, "Ostervik Post", "https://ostervikpost.example/a/99187", "Ostervik", `"Two weak year classes in a row is not a dip."`, talks, courier("Harbor Courier")...),
	}
	at := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	d := statements.Delivery{ID: "fer7n6rwmfcym", Place: "discord:1312000000000000001", Form: statements.FormDigest, Entries: entries, Created: at.Add(-24 * time.Hour),
		Digest: &statements.Digest{Number: 3, Kind: statements.GatherDigest, At: at, Since: at.Add(-24 * time.Hour), Timing: statements.Timing{Digest: "0 9 * * 1-6"},
			Coverage: statements.Coverage{Feeds: 43, Healthy: 40}}}
	return handlers.DeliveryCard(locales.English, d, at, time.UTC)
}

// digestOf is an entry of one statement; what stands in straight marks is
// verbatim.
func digestOf(id int64, who, outlet, url, place, said string, words []string, also ...statements.Outlet) statements.Entry {
	name, role, _ := strings.Cut(who, ", ")
	a := statements.Article{ID: id, URL: url, Outlet: outlet, Lang: "en", Title: "A headline", Text: "A headline\n\n" + said + ", it was said.\n"}
	from := strings.Index(a.Text, said)
	s := statements.Statement{ID: id, Speaker: name, Role: role, Known: statements.ByName, Kind: statements.Indirect, Confidence: 1, Place: place,
		SaidOn: statements.Date{Year: 2026, Month: 11, Day: 20}, Content: []statements.Span{{Start: from, End: from + len(said)}}}
	if open := strings.IndexByte(said, '"'); open >= 0 {
		s.Kind = statements.Mixed
		s.Verbatim = []statements.Span{{Start: from + open + 1, End: from + len(said) - 1}}
		if open == 0 {
			s.Kind, s.Content = statements.Direct, s.Verbatim
		}
	}
	f := statements.Found{Statement: s, Article: a, SpeakerID: 0, Cluster: id, Also: also}
	return statements.Entry{Watch: statements.Watch{ID: 1, Keywords: "quota"}, Reason: "spoke", Words: words, Found: []statements.Found{f}, Article: a}
}

// However much is gathered, by whomever and of whatever, Discord takes it.
func TestDigestsOfAnySize(t *testing.T) {
	p := newPress(t)
	r := rand.New(rand.NewPCG(3, 5))
	kinds := []statements.Gathering{statements.GatherDigest, statements.GatherQuiet, statements.GatherRest, statements.GatherMute, statements.GatherHeld}
	for _, n := range []int{0, 1, 2, 7, 60, 500} {
		p.channel = p.discord.AddChannel(discordtest.Guild, fmt.Sprint("digest-", n), discordtest.TypeText)
		p.place = "discord:" + p.channel
		var entries []statements.Entry
		said := 0
		for said < n {
			a := hostileArticle(r, int64(len(entries))+1)
			found := p.read(a)
			for i := range found {
				found[i].SpeakerID = 0
			}
			said += len(found)
			entries = append(entries, statements.Entry{Article: a, Found: found, Whole: r.IntN(6) == 0, Words: []string{prose(r, 2)},
				Watch: statements.Watch{ID: int64(r.IntN(5)), Keywords: prose(r, 5), Role: discordtest.Role}})
		}
		for i, kind := range kinds {
			if n > 60 && i > 0 {
				break // one look at so many words is enough
			}
			p.gathered(statements.Delivery{ID: fmt.Sprintf("delivery%05d", p.cards), Place: p.place, Form: statements.FormDigest, Entries: entries, Created: p.now,
				Digest: &statements.Digest{Number: 7, Kind: kind, At: p.now, Timing: statements.Timing{Digest: "0 9 * * *"},
					Coverage: statements.Coverage{Feeds: 9, Healthy: 3, Failing: []string{prose(r, 40), "@everyone", prose(r, 9), "b", "c", "d"}}}})
		}
		d := statements.Delivery{ID: "delivery00000", Place: p.place, Form: statements.FormDigest, Entries: entries, Created: p.now}
		p.gathered(d) // of which nothing else is known
		for page := range 5 {
			p.post(handlers.DigestAllCard(locales.English, d, page*page*page, time.UTC), textsOf(d))
		}
	}
	if v := p.discord.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses %d messages, the first: %s", len(v), v[0])
	}
	if p.made[handlers.FormDigest] != 32 || p.quotes < 150 {
		t.Errorf("%d digests with %d quotes", p.made[handlers.FormDigest], p.quotes)
	}
}

// gathered posts a digest.
func (p *press) gathered(d statements.Delivery) {
	p.post(handlers.DeliveryCard(locales.English, d, p.now, time.UTC), textsOf(d))
}

func textsOf(d statements.Delivery) string {
	var out []string
	for _, e := range d.Entries {
		out = append(out, e.Article.Text)
	}
	return strings.Join(out, "\n\n")
}
