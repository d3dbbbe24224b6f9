package discord

import (
	"encoding/json"
	"strings"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/handlers/export"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/timeline"
)

// digests posts what is held for each of the reasons there are.
func (p *press) digests() {
	for _, kind := range []statements.Gathering{statements.GatherDigest, statements.GatherQuiet, statements.GatherRest, statements.GatherMute} {
		p.deliverAs(statements.FormDigest, p.before, &statements.Digest{Number: int64(p.cards), Kind: kind, At: p.now, Since: p.now.Add(-24 * time.Hour),
			Timing: statements.Timing{Digest: "0 9 * * 1-5", Zone: "Europe/Oslo"}, Coverage: statements.Coverage{Feeds: 43, Healthy: 40, Failing: []string{p.before[0].Article.Title}}})
	}
}

// rest posts what else is shown of an article's statements: to the team, to who
// verifies, over time, and as it was changed by its outlet.
func (p *press) rest(a statements.Article, found []statements.Found) {
	if len(found) == 0 {
		return
	}
	p.post(handlers.WhichCard(locales.English, found, 1, "review"), a.Text)
	var people []statements.Speaker
	var said []timeline.Said
	for _, f := range found {
		if f.Statement.Speaker != "" && len(people) < 25 {
			people = append(people, statements.Speaker{Name: f.Statement.Speaker + strings.Repeat(" the younger", len(people)), Role: f.Statement.Role})
		}
		said = append(said, timeline.Said{Day: statements.DateOf(p.now), Verbatim: len(f.Statement.Verbatim) > 0})
	}
	for _, f := range found[:min(len(found), 3)] {
		p.post(handlers.ReviewCard(locales.English, f, nil, time.UTC), a.Text)
		p.post(handlers.WhoCard(locales.English, f, people), a.Text)
		p.post(handlers.VerifyCard(locales.English, handlers.Verified{Found: f, Match: handlers.Exactly, Hash: strings.Repeat("0", 64)}, time.UTC), a.Text)
	}
	today := statements.DateOf(p.now)
	line := timeline.Of(said, map[statements.Date]bool{today: true}, statements.DateOf(p.now.AddDate(0, 0, -20)), today)
	p.post(handlers.TimelineCard(locales.English, handlers.Charted{ID: "t1", Query: statements.Query{Speakers: []statements.Speaker{{ID: 1, Name: found[0].Statement.Speaker}}}, Line: line,
		Peaks: []handlers.Peak{{Bar: line.Bars[len(line.Bars)-1], Found: found[0]}}}), a.Text)
	p.changed(a, found)
	p.file(found, a.Text)
}

// changed posts an alert whose words the outlet has changed, and taken out.
func (p *press) changed(a statements.Article, found []statements.Found) {
	edited := strings.ReplaceAll(a.Text, " the ", " THE ")
	var entry []statements.Found
	for i, f := range found[:min(len(found), 4)] {
		now := f.Statement
		f.Changed = &statements.Change{Statement: now.ID, Deed: statements.Reworded, At: p.now, Text: edited, Now: now}
		if i%2 == 1 {
			f.Changed = &statements.Change{Statement: now.ID, Deed: statements.TakenOut, At: p.now}
		}
		entry = append(entry, f)
	}
	p.deliverAs(statements.FormAlert, []statements.Entry{{Watch: statements.Watch{Speaker: found[0].Statement.Speaker, Place: p.place}, Reason: "spoke", Article: a, Found: entry}}, nil)
}

// file holds an export to the article: its words stand there at the bytes that
// it names.
func (p *press) file(found []statements.Found, text string) {
	format, _ := export.Named("json")
	var records []export.Record
	if err := json.Unmarshal(format.Write(found), &records); err != nil {
		p.t.Errorf("text %d, export: %v", p.texts, err)
	}
	for _, r := range records {
		for i, q := range r.Quotes {
			p.quotes++
			if out := stray(q, text); out != "" || !strings.Contains(r.Verbatim[i].Of(text), strings.TrimSpace(q)) {
				p.wrong++
				p.t.Errorf("text %d, export: %q stands in no article", p.texts, q)
			}
		}
	}
}

// mentioned are those whom a message calls though its card does not.
func mentioned(m discordtest.Message, c handlers.Card) bool {
	return len(m.Pings) > len(c.Roles) || strings.Contains(m.Content, "@everyone") && !strings.Contains(m.Content, `\@everyone`)
}
