package discord

import (
	"strings"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/handlers/locales"
)

// Budgets of a card, in Unicode code points after escaping. They are smaller
// than Discord's own limits, so that a card stays a card.
// https://discord.com/developers/docs/resources/message#create-message (2,000)
// https://discord.com/developers/docs/resources/message#embed-object-embed-limits
const (
	contentChars     = 1900 // of 2,000
	descriptionChars = 3800 // of 4,096
	fieldChars       = 1000 // of 1,024
	fieldNameChars   = 250  // of 256
	footerChars      = 300  // of 2,048
	fieldsMost       = 25
	embedsMost       = 5    // of 10
	embedsChars      = 5500 // of 6,000, all embeds of a message together

	alertQuote      = 900 // one quote
	answerQuote     = 400
	alertStatements = 5
	linkText        = 160 // a headline
)

// isAlert reports whether the card's Lead holds statements, with Show context
// for what is cut.
func isAlert(f handlers.Form) bool { return f == handlers.FormAlert || f == handlers.FormBacklog }

// isSaid reports whether p is what somebody said.
func (p para) isSaid() bool { return p.look == handlers.Quote || p.look == handlers.Tilde }

// fitLead draws the words of a card within the budget of content. It loses
// statements from the end, never the first and its byline.
func fitLead(c handlers.Card, sc scope) string {
	sc.content = true
	list := sc.paras(c.Lead)
	tail := ""
	for i, r := range roles(c) {
		if i == 0 {
			tail = "\n\n"
		}
		tail += "<@&" + r + ">"
	}
	room := contentChars - count(tail)
	lost := 0
	if isAlert(c.Form) {
		list = cutQuotes(sc.in, list, alertQuote)
		for said(list) > 1 && (said(list) > alertStatements || count(draw(withNote(sc.in, list, lost))) > room) {
			list = dropLast(list)
			lost++
		}
	}
	return strings.TrimSpace(draw(shrink(withNote(sc.in, list, lost), room)) + tail)
}

// withNote says under the last byline how many statements are left out.
func withNote(in locales.Tongue, list []para, lost int) []para {
	if lost == 0 {
		return list
	}
	note := in.Say("and %s more; Show context has them", lost)
	return append(list[:len(list):len(list)], para{look: handlers.Small, segs: []seg{{text: note, ours: true}}})
}

func said(list []para) int {
	n := 0
	for _, p := range list {
		if p.isSaid() {
			n++
		}
	}
	return n
}

// dropLast takes the last statement away: alone where others share its group,
// else with its byline. A group ends at a gap.
func dropLast(list []para) []para {
	last := len(list) - 1
	for !list[last].isSaid() {
		last--
	}
	from := last
	for from > 0 && list[from-1].look != handlers.Gap {
		from--
	}
	if said(list[from:last]) > 0 {
		return append(list[:last:last], list[last+1:]...)
	}
	return trimGaps(list[:from:from])
}

func trimGaps(list []para) []para {
	for len(list) > 0 && list[len(list)-1].look == handlers.Gap {
		list = list[:len(list)-1]
	}
	return list
}

// cutQuotes cuts every quote to the budget and says so under its byline.
func cutQuotes(in locales.Tongue, list []para, most int) []para {
	var out []para
	shown, of := 0, 0 // characters of a quote that was cut
	flush := func() {
		if of > 0 {
			note := in.Say("%s of %s characters; Show context has the rest", shown, of)
			out = append(out, para{look: handlers.Small, segs: []seg{{text: note, ours: true}}})
		}
		of = 0
	}
	for _, p := range list {
		switch {
		case p.look == handlers.Gap:
			flush()
		case of > 0 && p.of > 0: // the card has cut it itself
			of = p.of
			continue
		case p.isSaid() && p.size() > most:
			whole := p
			p = p.cut(most)
			shown, of = count(bare(strings.TrimSuffix(bare(p.words()), ellipsis))), count(bare(whole.words()))
		}
		out = append(out, p)
	}
	flush()
	return out
}

// shrink cuts the longest paragraph until all fit; where there is nothing left
// to cut, the last go.
func shrink(list []para, room int) []para {
	const least = 40
	for {
		excess := count(draw(list)) - room
		if excess <= 0 || len(list) == 0 {
			return list
		}
		longest := 0
		for i, p := range list {
			if p.size() > list[longest].size() {
				longest = i
			}
		}
		size := list[longest].size()
		if size <= least {
			list = trimGaps(list[:len(list)-1])
			continue
		}
		list = append([]para(nil), list...)
		list[longest] = list[longest].cut(max(size-excess, least))
		if list[longest].size() == size {
			list = trimGaps(list[:len(list)-1])
		}
	}
}

// fitEmbed draws where the words come from, or gives nil where a card says
// nothing of it.
func fitEmbed(c handlers.Card, sc scope) *discordgo.MessageEmbed {
	e := &discordgo.MessageEmbed{Color: colours[c.Accent]}
	lost := 0
	for _, f := range c.Fields[:min(len(c.Fields), fieldsMost)] {
		value, gone := fitField(f, sc)
		lost += gone
		if value != "" {
			e.Fields = append(e.Fields, &discordgo.MessageEmbedField{Name: fieldName(f.Name), Value: value})
		}
	}
	body := sc.paras(c.Body)
	for i := range body {
		for j := range body[i].segs {
			if s := &body[i].segs[j]; s.link != "" {
				s.text = cutText(s.text, linkText)
			}
		}
	}
	quoteMost := answerQuote
	if isAlert(c.Form) {
		quoteMost = alertQuote
	}
	for i, p := range body {
		if p.isSaid() {
			body[i] = p.cut(quoteMost)
		}
	}
	var gone int
	e.Description, gone = fitBody(body, c.Form, descriptionChars)
	e.Footer = footer(sc.in, c.Footer, lost+gone)
	for embedSize(e) > embedsChars {
		if dropField(sc.in, e) {
			continue
		}
		e.Description, gone = fitBody(body, c.Form, embedsChars-footerChars)
		e.Footer = footer(sc.in, c.Footer, lost+gone)
	}
	if e.Description == "" && len(e.Fields) == 0 && e.Footer == nil {
		return nil
	}
	return e
}

// fitBody draws a description and counts the entries that it lost, the last
// ones first: statements, or in a list the lines.
func fitBody(list []para, form handlers.Form, room int) (text string, lost int) {
	for count(draw(list)) > room {
		switch {
		case said(list) > 1:
			list = dropLast(list)
		case form == handlers.FormList && len(list) > 1:
			end := len(list) - 1
			for end > 1 && list[end].look == handlers.Small {
				end--
			}
			list = trimGaps(list[:end])
		default:
			return strings.TrimSpace(draw(shrink(list, room))), lost
		}
		lost++
	}
	return strings.TrimSpace(draw(list)), lost
}

// fitField draws a field; its last lines go.
func fitField(f handlers.Field, sc scope) (value string, lost int) {
	list := sc.paras(f.Body)
	for len(list) > 1 && count(draw(list)) > fieldChars {
		list = trimGaps(list[:len(list)-1])
		lost++
	}
	return strings.TrimSpace(draw(shrink(list, fieldChars))), lost
}

// fieldName is our own words, but may have a date in it.
func fieldName(name string) string {
	var b strings.Builder
	escape(&b, cutText(name, fieldNameChars/2), true, true)
	if b.Len() == 0 {
		return "\u200b"
	}
	return b.String()
}

func footer(in locales.Tongue, text string, lost int) *discordgo.MessageEmbedFooter {
	note := ""
	if lost > 0 {
		note = in.Say("%s more", lost)
		if text != "" {
			note = " · " + note
		}
	}
	text = cutText(text, footerChars-count(note)) + note
	if text == "" {
		return nil
	}
	return &discordgo.MessageEmbedFooter{Text: text}
}

// dropField takes away the field that is missed least.
func dropField(in locales.Tongue, e *discordgo.MessageEmbed) bool {
	n := len(e.Fields)
	if n == 0 {
		return false
	}
	victim := n - 1
search:
	for _, name := range []string{in.Say("Last said on this"), in.Say("Other wordings"), in.Say("Context")} {
		for i, f := range e.Fields {
			if strings.HasPrefix(f.Name, name) {
				victim = i
				break search
			}
		}
	}
	e.Fields = append(e.Fields[:victim:victim], e.Fields[victim+1:]...)
	return true
}

// embedSize is what Discord counts against 6,000.
func embedSize(e *discordgo.MessageEmbed) int {
	n := count(e.Description)
	for _, f := range e.Fields {
		n += count(f.Name) + count(f.Value)
	}
	if e.Footer != nil {
		n += count(e.Footer.Text)
	}
	return n
}
