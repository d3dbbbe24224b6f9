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

// TestDeliveriesOfHandlers draws the cards that handlers make of what is owed:
// none is refused, and what stands in quotation marks stands in the article.
func TestDeliveriesOfHandlers(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		d := statements.Delivery{ID: "fvt42qhaxq7jc", Place: here, Created: now,
			Form: rapid.SampledFrom([]statements.Form{statements.FormAlert, statements.FormKeyword, statements.FormBacklog}).Draw(t, "form")}
		var texts []string
		for i := range rapid.IntRange(1, 3).Draw(t, "entries") {
			e := entry(t, int64(i), now)
			texts = append(texts, e.Article.Text)
			d.Entries = append(d.Entries, e)
		}
		m := accepted(t, handlers.DeliveryCard(locales.English, d, now, time.UTC))
		all := strings.Join(texts, "\n")
		for _, l := range strings.Split(unescape(m.Content), "\n") {
			words, isQuote := strings.CutPrefix(l, "> ")
			if words = strings.TrimSuffix(strings.Trim(words, "“”„«»"), " "+ellipsis); isQuote && !strings.Contains(all, words) {
				t.Errorf("%q stands in no article", words)
			}
		}
	})
}

// entry is one article with statements anywhere in it.
func entry(t *rapid.T, id int64, now time.Time) statements.Entry {
	words := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[A-Za-z*_#<@:>~|().0-9äß-]{1,9}`), 3, 400).Draw(t, "text"), " ")
	a := statements.Article{ID: id + 1, URL: "https://a.example/x)" + rapid.StringMatching(`[a-z()*]{0,9}`).Draw(t, "url"),
		Outlet: "The *Gazette*", Title: "Head [line](x)", Lang: rapid.SampledFrom([]string{"en", "de", "fr"}).Draw(t, "lang"),
		Published: statements.Moment{Time: now.Add(-time.Hour)}, Fetched: now, Text: words}
	e := statements.Entry{Watch: statements.Watch{Speaker: "Mira Solheim", Keywords: "quota"}, Reason: "spoke, said “quota”", Article: a}
	for i := range rapid.IntRange(0, 7).Draw(t, "statements") {
		from := rapid.IntRange(0, len(words)-2).Draw(t, "from")
		to := rapid.IntRange(from+1, len(words)-1).Draw(t, "to")
		for from < to && words[from]&0xC0 == 0x80 {
			from++
		}
		for to > from && words[to]&0xC0 == 0x80 {
			to--
		}
		if from == to || strings.TrimSpace(words[from:to]) == "" {
			continue
		}
		span := statements.Span{Start: from, End: to}
		s := statements.Statement{ID: id*10 + int64(i) + 1, Speaker: "Mira Solheim", Role: "minister", Known: statements.ByName, Confidence: 1,
			Kind: statements.Direct, Content: []statements.Span{span}, Verbatim: []statements.Span{span}}
		e.Found = append(e.Found, statements.Found{Statement: s, SpeakerID: 1, Article: a})
	}
	return e
}
