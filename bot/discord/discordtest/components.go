package discordtest

import (
	"encoding/json"
	"fmt"
)

type component struct {
	Type       int             `json:"type"`
	ID         int             `json:"id"`
	Components []component     `json:"components"`
	Style      int             `json:"style"`
	Label      string          `json:"label"`
	CustomID   string          `json:"custom_id"`
	URL        string          `json:"url"`
	Disabled   bool            `json:"disabled"`
	Emoji      json.RawMessage `json:"emoji"`
	SKU        string          `json:"sku_id"`

	// Of a list to pick from.
	Placeholder string       `json:"placeholder"`
	Options     []pickOption `json:"options"`
}

func (b *body) checkComponents() (string, string) {
	if len(b.Components) > rowsMost {
		return "components", tooLong(rowsMost)
	}
	used := map[string]bool{}
	for _, row := range b.Components {
		if row.Type != typeRow {
			return "components.type", "Value of field \"type\" must be one of (1,)."
		}
		if len(row.Components) == 0 || len(row.Components) > buttonsMost {
			return "components", fmt.Sprintf("Must be between 1 and %d in length.", buttonsMost)
		}
		for _, c := range row.Components {
			if c.Type == typeSelect {
				if field, why := c.checkPick(len(row.Components) == 1, used); why != "" {
					return "components." + field, why
				}
				continue
			}
			if field, why := c.check(used); why != "" {
				return "components." + field, why
			}
		}
	}
	return "", ""
}

// check looks at one button.
func (c component) check(used map[string]bool) (field, why string) {
	switch {
	case c.Type != typeButton:
		return "type", "Value of field \"type\" must be one of (2,)."
	case c.Style < 1 || c.Style > styleLink:
		return "style", "Value of field \"style\" must be one of (1, 2, 3, 4, 5)."
	case size(c.Label) > labelMost:
		return "label", tooLong(labelMost)
	case size(c.Label) == 0 && (len(c.Emoji) == 0 || string(c.Emoji) == "null"):
		return "label", "A button must have a label or an emoji."
	case c.Style == styleLink && (c.CustomID != "" || !isWeb(c.URL)):
		return "url", "A link button has a url and no custom_id."
	case c.Style == styleLink:
		return "", ""
	case c.CustomID == "" || c.URL != "":
		return "custom_id", "A custom id is required and url must not be given."
	case size(c.CustomID) > customIDMost:
		return "custom_id", tooLong(customIDMost)
	case used[c.CustomID]:
		return "custom_id", "Component custom id cannot be duplicated"
	}
	used[c.CustomID] = true
	return "", ""
}
