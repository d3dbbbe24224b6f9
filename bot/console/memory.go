package console

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"onrecord/handlers"
)

// memory is what is on the screen: the buttons of the last reply, and its
// numbered entries.
type memory struct {
	buttons map[string]handlers.Button // by what is typed
	context map[int]handlers.Press     // by the number before the bar
	answer  string                     // whose pages the numbers are of
	files   []handlers.File            // for save
}

// see takes in a reply. One without buttons changes nothing: next still means
// the answer above it. Pages of one answer number on, and those above still
// stand on the screen.
func (m *memory) see(reply handlers.Reply) {
	buttons := map[string]handlers.Button{}
	context := map[int]handlers.Press{}
	answer := ""
	for _, c := range reply.Cards {
		for _, b := range c.Buttons {
			if b.Typed != "" && !strings.Contains(b.Typed, " ") {
				buttons[b.Typed] = b
			}
		}
		numbered(c, context)
		if i := slices.IndexFunc(c.Buttons, func(b handlers.Button) bool { return b.Action == "context" }); i >= 0 && c.Form == handlers.FormAnswer {
			answer = c.Buttons[i].ID
		}
	}
	if len(buttons) > 0 || len(context) > 0 {
		if answer != "" && answer == m.answer {
			maps.Copy(m.context, context)
			context = m.context
		}
		m.buttons, m.context, m.answer = buttons, context, answer
	}
	if len(reply.Files) > 0 {
		m.files = reply.Files
	}
}

// numbered says what the numbers of a card's entries lead to.
func numbered(c handlers.Card, into map[int]handlers.Press) {
	for _, blk := range c.Body {
		n := blk.Number
		for _, b := range c.Buttons {
			switch {
			case n == 0 || b.Action != "context":
			case c.Form == handlers.FormAnswer:
				into[n] = handlers.Press{Action: "context", ID: b.ID, Arg: fmt.Sprintf("n%d", n)}
			case b.Label == fmt.Sprint(n):
				into[n] = handlers.Press{Action: "context", ID: b.ID}
			}
		}
	}
}
