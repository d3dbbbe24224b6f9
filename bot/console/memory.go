package console

import (
	"fmt"
	"strings"

	"onrecord/handlers"
)

// memory is what is on the screen: the buttons of the last reply, and its
// numbered entries.
type memory struct {
	buttons map[string]handlers.Button // by what is typed
	context map[int]handlers.Press     // by the number before the bar
	files   []handlers.File            // for save
}

// see takes in a reply. One without buttons changes nothing: next still means
// the answer above it.
func (m *memory) see(reply handlers.Reply) {
	buttons := map[string]handlers.Button{}
	context := map[int]handlers.Press{}
	for _, c := range reply.Cards {
		for _, b := range c.Buttons {
			if b.Typed != "" && !strings.Contains(b.Typed, " ") {
				buttons[b.Typed] = b
			}
		}
		numbered(c, context)
	}
	if len(buttons) > 0 || len(context) > 0 {
		m.buttons, m.context = buttons, context
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
