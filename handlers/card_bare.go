package handlers

import "onrecord/handlers/locales"

import "onrecord/statements"

// BareCard is the least that a delivery can be told with: the headlines and
// where to read them. It stands in for a card that a surface does not take.
func BareCard(in locales.Tongue, d statements.Delivery) Card {
	c := Card{Form: Form(d.Form), Place: d.Place, At: d.Created, Lead: []Block{{Runs: []Run{{Text: in.Say("An alert that cannot be drawn"), Bold: true}}}},
		Buttons: []Button{{Label: in.Say("Show context"), Action: "context", ID: d.ID}}}
	if d.Form == statements.FormSilence || d.Form == statements.FormNotice {
		c.Lead, c.Buttons = []Block{{Runs: []Run{{Text: in.Say("Something needs a look: type status"), Bold: true}}}}, nil
	}
	for _, e := range d.Entries[:min(len(d.Entries), mostBare)] {
		c.Body = append(c.Body, Block{Runs: []Run{{Text: short(e.Article.Title, mostHeadline), Link: link(e.Article.URL)}}})
	}
	return c
}

// mostBare is how many articles a bare card names.
const mostBare = 5
