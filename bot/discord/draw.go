package discord

import (
	"regexp"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
)

// message is the body of a message as Discord's API takes it, for posts and
// for answers to interactions alike.
// https://discord.com/developers/docs/resources/message#create-message
type message struct {
	Content         string                    `json:"content"`
	Embeds          []*discordgo.MessageEmbed `json:"embeds"`
	Components      []row                     `json:"components"`
	AllowedMentions mentions                  `json:"allowed_mentions"`
	Flags           int                       `json:"flags,omitempty"`
	Nonce           string                    `json:"nonce,omitempty"`
	EnforceNonce    bool                      `json:"enforce_nonce,omitempty"`
	Attachments     []attachment              `json:"attachments,omitempty"`
	Reference       *reference                `json:"message_reference,omitempty"`

	files []handlers.File // one for each attachment
}

// row is a row of buttons, or a list to pick from.
type row struct {
	Type       int      `json:"type"`
	Components []button `json:"components"`
}

type button struct {
	Type     int    `json:"type"`
	Style    int    `json:"style,omitempty"`
	Label    string `json:"label,omitempty"`
	CustomID string `json:"custom_id"`

	// Of a list to pick from.
	Placeholder string       `json:"placeholder,omitempty"`
	Options     []pickOption `json:"options,omitempty"`
}

// mentions names who may be mentioned: nobody but the roles.
type mentions struct {
	Parse []string `json:"parse"`
	Roles []string `json:"roles,omitempty"`

	RepliedUser *bool `json:"replied_user,omitempty"` // of a reply: who is answered
}

// Kinds and styles of components, and the flag of an ephemeral message.
// https://discord.com/developers/docs/components/reference
const (
	typeRow, typeButton        = 1, 2
	styleBlue, styleGrey       = 1, 2
	styleGreen                 = 3
	flagEphemeral              = 64
	rowsMost, buttonsMost      = 5, 5
	labelMost, customIDMost    = 80, 100
	rolesMost                  = 5 // mentioned by one card
	customIDVersion            = "v1"
	actionRight                = "right" // Confirm, the one green button
	spoken, reported, keywords = 0x56B4E9, 0xCC79A7, 0xE69F00
	trouble, neutral           = 0xCC3D3D, 0x8A9099
)

// colours are Okabe and Ito's, told apart by colour-blind readers and legible
// on dark and on light.
var colours = map[handlers.Accent]int{
	handlers.Neutral: neutral, handlers.Spoken: spoken, handlers.Reported: reported,
	handlers.Keyword: keywords, handlers.Trouble: trouble,
}

// drawCard makes one message of a card. Discord refuses none for its size.
func drawCard(c handlers.Card, sc scope) *message {
	m := &message{
		Content:         fitLead(c, sc),
		Embeds:          []*discordgo.MessageEmbed{},
		Components:      withPick(c.Pick, buttons(c.Buttons)),
		AllowedMentions: mentions{Parse: []string{}, Roles: roles(c)},
	}
	if c.Picture != "" {
		picture := &discordgo.MessageEmbedImage{URL: "attachment://" + fileName(c.Picture, 0)}
		m.Embeds = append(m.Embeds, &discordgo.MessageEmbed{Color: colours[c.Accent], Image: picture})
	}
	if c.Parts != nil {
		m.Embeds = append(m.Embeds, fitParts(c, sc)...)
	} else if e := fitEmbed(c, sc); e != nil {
		m.Embeds = append(m.Embeds, e)
	}
	if m.Content == "" && len(m.Embeds) == 0 {
		m.Content = "**" + sc.in.Say("There is nothing to show.") + "**"
	}
	return m
}

// drawReply makes the messages of a reply. A card that has neither words of
// its own in front nor buttons is one more embed of the message before it, as
// long as that holds it.
func drawReply(r handlers.Reply, sc scope) []*message {
	var out []*message
	for _, c := range r.Cards {
		m := drawCard(c, sc)
		if n := len(out) - 1; n >= 0 && m.joins(out[n]) {
			out[n].Embeds = append(out[n].Embeds, m.Embeds...)
			continue
		}
		out = append(out, m)
	}
	if len(out) == 0 {
		out = append(out, drawCard(handlers.Card{}, sc))
	}
	attachAll(out, r.Files)
	if r.Private {
		for _, m := range out {
			m.Flags = flagEphemeral
		}
	}
	return out
}

// attachAll puts each picture under the message that shows it, and every other
// file under the last one.
func attachAll(list []*message, files []handlers.File) {
	for i, m := range list {
		var own []handlers.File
		for _, f := range files {
			at := len(list) - 1
			for k, o := range list {
				if o.shows(f.Name) {
					at = k
				}
			}
			if at == i {
				own = append(own, f)
			}
		}
		m.attach(own)
	}
}

// shows reports whether an embed of m has the file as its picture.
func (m *message) shows(name string) bool {
	return slices.ContainsFunc(m.Embeds, func(e *discordgo.MessageEmbed) bool {
		return e.Image != nil && e.Image.URL == "attachment://"+fileName(name, 0)
	})
}

func (m *message) joins(to *message) bool {
	all := slices.Concat(to.Embeds, m.Embeds)
	total := 0
	for _, e := range all {
		total += embedSize(e)
	}
	return m.Content == "" && len(m.Components) == 0 && len(all) <= embedsMost && total <= embedsChars
}

// roles are those of a card that are ids at all.
func roles(c handlers.Card) []string {
	var out []string
	for _, r := range c.Roles {
		if isID(r) && !slices.Contains(out, r) && len(out) < rolesMost {
			out = append(out, r)
		}
	}
	return out
}

// buttons makes rows of five. A button that Discord would refuse is left out:
// what it does can be typed.
func buttons(list []handlers.Button) []row {
	rows := []row{}
	used := map[string]bool{}
	for _, b := range list {
		id, label := customID(b), cutText(b.Label, labelMost)
		if id == "" || label == "" || used[id] {
			continue
		}
		used[id] = true
		n := len(rows) - 1
		if n < 0 || len(rows[n].Components) == buttonsMost {
			if len(rows) == rowsMost {
				break
			}
			rows = append(rows, row{Type: typeRow})
			n++
		}
		rows[n].Components = append(rows[n].Components, button{Type: typeButton, Style: style(b), Label: label, CustomID: id})
	}
	return rows
}

func style(b handlers.Button) int {
	switch {
	case b.Action == actionRight:
		return styleGreen
	case b.Strong:
		return styleBlue
	}
	return styleGrey
}

// word is what an action and an argument are made of.
var word = regexp.MustCompile(`^[a-z0-9]+$`)

// customID names what a button does: v1:action:id or v1:action:id:arg. It is
// "" for a button that cannot be named so.
func customID(b handlers.Button) string {
	parts := []string{customIDVersion, b.Action, b.ID}
	if b.Arg != "" {
		parts = append(parts, b.Arg)
	}
	id := strings.Join(parts, ":")
	ok := word.MatchString(b.Action) && (b.Arg == "" || word.MatchString(b.Arg)) &&
		b.ID != "" && !strings.ContainsAny(b.ID, ": \n") && count(id) <= customIDMost
	if !ok {
		return ""
	}
	return id
}

// parseCustomID reads what customID made. What it cannot read has no action,
// and the desk says so to whoever pressed it.
func parseCustomID(id string) (action, about, arg string) {
	p := strings.Split(id, ":")
	if len(p) < 3 || len(p) > 4 || p[0] != customIDVersion || !word.MatchString(p[1]) {
		return "", "", ""
	}
	if len(p) == 4 {
		arg = p[3]
	}
	return p[1], p[2], arg
}
