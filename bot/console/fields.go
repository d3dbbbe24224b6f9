package console

import (
	"slices"
	"strings"

	"onrecord/handlers"
)

// nameColumn is the widest name of a field that stands beside its text.
const nameColumn = 16

// fields stand below each other, their names in a column. A name that is too
// long for one, or whose field shows quotes, stands above its text.
func (p *page) fields(c handlers.Card) {
	wide, command := 0, 0
	for _, f := range c.Fields {
		if w := width(p.line(fieldName(f))); w <= nameColumn {
			wide = max(wide, w)
		}
		for _, b := range typedOnly(f.Body) {
			if p.isRow(b) {
				command = max(command, width(p.line(b.Runs[0].Text)))
			}
		}
	}
	p.gap()
	for _, f := range c.Fields {
		blocks := typedOnly(p.heard(f.Body))
		if len(blocks) == 0 {
			continue
		}
		name := p.line(fieldName(f))
		if width(name) > nameColumn {
			p.gap()
			p.wrap(p.asIs, p.bold(name), 2, "")
			for _, b := range blocks {
				p.fieldBlock(b, 2, "", command)
			}
			continue
		}
		lead := "  " + p.bold(name) + strings.Repeat(" ", wide-width(name)+2)
		for _, b := range blocks {
			p.fieldBlock(b, wide+4, lead, command)
			lead = ""
		}
	}
}

// typedOnly leaves out of blocks what is shown only where things are clicked.
func typedOnly(blocks []handlers.Block) []handlers.Block {
	out := slices.Clone(blocks)
	for i, b := range out {
		out[i].Runs = slices.DeleteFunc(slices.Clone(b.Runs), func(r handlers.Run) bool { return r.Click })
	}
	return out
}

// fieldName is a field's name in a terminal.
func fieldName(f handlers.Field) string {
	if f.Typed != "" {
		return f.Typed
	}
	return f.Name
}

// isRow reports whether b is a command and what it does, for two columns.
func (p *page) isRow(b handlers.Block) bool {
	return len(b.Runs) == 2 && width(p.line(b.Runs[0].Text)) <= min(widestName, p.style.Width/3) && (b.Runs[0].Cmd != "" || b.Runs[0].Code || b.Runs[0].Bold)
}

// fieldBlock draws one line of a field; lead stands before the first.
func (p *page) fieldBlock(b handlers.Block, indent int, lead string, command int) {
	switch {
	case b.Look == handlers.Quote || b.Look == handlers.Tilde:
		p.barred(b, indent, 0)
	case b.Look == handlers.Gap:
		p.gap()
	case p.isRow(b):
		first := p.styled(b.Runs[:1])
		lead = orIndent(lead, indent) + first + strings.Repeat(" ", max(command-width(first), 0)+2)
		p.wrap(p.asIs, strings.TrimSpace(strings.TrimLeft(p.styled(b.Runs[1:]), joints)), indent+command+2, lead)
	case code(b):
		p.put(orIndent(lead, indent) + p.cleaned(b.Runs[0].Text))
	default:
		p.wrap(p.asIs, p.styled(b.Runs), indent, lead)
	}
}

func orIndent(lead string, indent int) string {
	if lead == "" {
		return strings.Repeat(" ", indent)
	}
	return lead
}
