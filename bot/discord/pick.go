package discord

import "onrecord/handlers"

// Limits of a list to pick from.
// https://discord.com/developers/docs/components/reference#string-select
const (
	typeSelect      = 3
	picksMost       = 25
	pickText        = 100 // label and value of a choice
	placeholderMost = 150
)

// pickOption is one choice of a list.
type pickOption struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

// withPick puts a list above rows of buttons. One without choices, or that
// Discord would refuse, is left out: what it does can be typed.
func withPick(p *handlers.Pick, rows []row) []row {
	if p == nil {
		return rows
	}
	list := button{Type: typeSelect, CustomID: customID(handlers.Button{Action: p.Action, ID: p.ID}), Placeholder: cutText(p.Label, placeholderMost)}
	used := map[string]bool{}
	for _, c := range p.Choices {
		label := cutText(c.Name, pickText)
		if label == "" || c.Value == "" || count(c.Value) > pickText || used[c.Value] || len(list.Options) == picksMost {
			continue
		}
		used[c.Value] = true
		list.Options = append(list.Options, pickOption{label, c.Value})
	}
	if list.CustomID == "" || len(list.Options) == 0 {
		return rows
	}
	out := append([]row{{Type: typeRow, Components: []button{list}}}, rows...)
	return out[:min(len(out), rowsMost)]
}
