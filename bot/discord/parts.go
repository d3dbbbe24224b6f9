package discord

import (
	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
)

// fitParts draws an embed for each part of a card, with the card's footer under
// the last. They share what a message holds: what one part leaves the next ones
// may have. What is lost the footer counts.
func fitParts(c handlers.Card, sc scope) []*discordgo.MessageEmbed {
	var out []*discordgo.MessageEmbed
	room, lost := embedsChars-footerChars, 0
	for i, p := range c.Parts {
		body := sc.paras(p.Body)
		if len(out) == embedsMost {
			lost += max(said(body), 1)
			continue
		}
		share := min(room/(min(len(c.Parts), embedsMost)-len(out)), descriptionChars)
		for k := range body {
			if body[k].isSaid() {
				body[k] = body[k].cut(answerQuote)
			}
			for j := range body[k].segs {
				if s := &body[k].segs[j]; s.link != "" {
					s.text = cutText(s.text, linkText)
				}
			}
		}
		text, gone := fitBody(body, c.Form, share)
		lost += gone
		if text == "" {
			continue
		}
		room -= count(text)
		out = append(out, &discordgo.MessageEmbed{Color: colours[c.Parts[i].Accent], Description: text})
	}
	if n := len(out); n > 0 {
		out[n-1].Footer = footer(sc.in, c.Footer, lost)
	}
	return out
}
