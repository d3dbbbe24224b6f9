package console

import "onrecord/handlers"

// parts are drawn below each other, as bodies are.
func (p *page) parts(list []handlers.Part) {
	for _, part := range list {
		p.accent = part.Accent
		p.body(part.Body)
	}
}
