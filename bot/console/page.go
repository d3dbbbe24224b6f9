package console

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"onrecord/handlers"
	"onrecord/handlers/locales"
)

// page gathers the lines of one card.
type page struct {
	style  Style
	layout layout
	accent handlers.Accent
	out    []string
}

func (p *page) put(line string) { p.out = append(p.out, strings.TrimRight(line, " ")) }

// gap puts one empty line, never two and none at the start.
func (p *page) gap() {
	if n := len(p.out); n > 0 && p.out[n-1] != "" {
		p.out = append(p.out, "")
	}
}

func (p *page) text() string {
	out := strings.TrimRight(strings.Join(p.out, "\n"), "\n") + "\n"
	if p.style.ASCII {
		out = ascii(out)
	}
	return out
}

// silent reports whether nothing of b is shown where commands are typed.
func (p *page) silent(b handlers.Block) bool {
	if b.Look == handlers.Gap {
		return false
	}
	for _, r := range b.Runs {
		if !r.Click {
			return false
		}
	}
	return true
}

// heard leaves out what is silent, and the empty lines around it.
func (p *page) heard(blocks []handlers.Block) []handlers.Block {
	var out []handlers.Block
	for _, b := range blocks {
		if p.silent(b) || b.Look == handlers.Gap && (len(out) == 0 || out[len(out)-1].Look == handlers.Gap) {
			continue
		}
		out = append(out, b)
	}
	for len(out) > 0 && out[len(out)-1].Look == handlers.Gap {
		out = out[:len(out)-1]
	}
	return out
}

// code reports whether b is something that was typed, to be shown as it was.
func code(b handlers.Block) bool { return len(b.Runs) == 1 && b.Runs[0].Code }

// barred draws a quote behind its bar, or what is reported behind its tilde.
// A number stands before the bar, and moves it.
func (p *page) barred(b handlers.Block, indent, number int) {
	mark := "│ "
	if b.Look == handlers.Tilde {
		mark = "~ "
	}
	first, next := strings.Repeat(" ", indent), strings.Repeat(" ", indent)
	if number > 0 {
		first += fmt.Sprintf("%d ", number)
		next += strings.Repeat(" ", width(first)-indent)
	}
	bar := p.accented(b.Look, mark)
	if b.Look == handlers.Tilde {
		// The tilde says it once; the lines below are only indented.
		p.hang(p.styled(b.Runs), first+bar, next+"  ")
		return
	}
	p.hang(p.styled(b.Runs), first+bar, next+bar)
}

// hang wraps text with one beginning for its first line and one for the rest.
// Line ends inside it stay.
func (p *page) hang(text, first, next string) {
	for i, para := range strings.Split(text, "\n") {
		if i > 0 {
			first = next
		}
		for j, line := range fold(para, p.style.Width-width(first)) {
			if j > 0 {
				first = next
			}
			p.put(first + line)
		}
	}
}

// wrapped draws runs as a paragraph.
func (p *page) wrapped(runs []handlers.Run, indent int, soft bool) {
	paint := p.asIs
	if soft {
		paint = p.dim
	}
	p.wrap(paint, p.styled(runs), indent, "")
}

// wrap draws a paragraph; lead, if any, is already indented and stands before
// its first line.
func (p *page) wrap(paint func(string) string, text string, indent int, lead string) {
	for _, para := range strings.Split(text, "\n") {
		for _, line := range tidy(fold(para, p.style.Width-indent)) {
			if lead == "" {
				lead = strings.Repeat(" ", indent)
			}
			p.put(lead + paint(line))
			lead = ""
		}
	}
}

// tidy takes the dot that joins parts of a line from the ends of lines, and from
// the beginnings: the line end parts them as well.
func tidy(lines []string) []string {
	for i := range lines[:len(lines)-1] {
		lines[i] = strings.TrimSuffix(lines[i], " ·")
		lines[i+1] = strings.TrimPrefix(lines[i+1], "· ")
	}
	return lines
}

// setOff draws a paragraph of an article, its bold stretches behind a bar.
func (p *page) setOff(b handlers.Block) {
	parts := stretches(b.Runs)
	for i, part := range parts {
		if !part.bold {
			_, rest := stops(p.plain(part.runs), i > 0)
			if rest = strings.TrimSpace(rest); rest != "" {
				p.wrap(p.asIs, rest, 2, "")
			}
			continue
		}
		if i+1 < len(parts) {
			mark, _ := stops(p.plain(parts[i+1].runs), true)
			part.runs = append(slices.Clone(part.runs), handlers.Run{Text: mark})
		}
		look := handlers.Quote
		if p.accent == handlers.Reported {
			look = handlers.Tilde
		}
		for k := range part.runs {
			part.runs[k].Bold = false
		}
		p.barred(handlers.Block{Look: look, Runs: part.runs}, 0, 0)
	}
}

// stops cuts the punctuation off that text begins with, where it follows a stretch
// that is set off: no line begins with a comma.
func stops(text string, follows bool) (marks, rest string) {
	if !follows {
		return "", text
	}
	rest = strings.TrimLeft(text, ",.;:!?)”»")
	return text[:len(text)-len(rest)], rest
}

type stretch struct {
	bold bool
	runs []handlers.Run
}

// stretches parts runs where the bold begins and ends.
func stretches(runs []handlers.Run) []stretch {
	var out []stretch
	for _, r := range runs {
		if strings.TrimSpace(r.Text) == "" && r.Link == "" && r.Ago.IsZero() && r.Clock.IsZero() {
			if n := len(out); n > 0 {
				out[n-1].runs = append(out[n-1].runs, r)
			}
			continue
		}
		if n := len(out); n > 0 && out[n-1].bold == r.Bold {
			out[n-1].runs = append(out[n-1].runs, r)
			continue
		}
		out = append(out, stretch{r.Bold, []handlers.Run{r}})
	}
	return out
}

// links puts the links of runs whole on lines of their own.
func (p *page) links(runs []handlers.Run, indent int) {
	for _, r := range runs {
		if r.Link != "" {
			p.put(strings.Repeat(" ", indent) + p.dim(p.line(r.Link)))
		}
	}
}

// styled is the text of runs with bold and italic where the terminal has it.
func (p *page) styled(runs []handlers.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Click {
			continue
		}
		text := p.textOf(r)
		switch {
		case r.Struck:
			text = p.paint(sgrStruck, text)
		case r.Bold:
			text = p.bold(text)
		case r.Italic:
			text = p.italic(text)
		}
		b.WriteString(text)
	}
	return b.String()
}

// plain is the text of runs.
func (p *page) plain(runs []handlers.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if !r.Click {
			b.WriteString(p.textOf(r))
		}
	}
	return b.String()
}

func (p *page) textOf(r handlers.Run) string {
	if !r.Ago.IsZero() {
		return ago(p.style.Tongue, p.style.Now, r.Ago)
	}
	if !r.Clock.IsZero() {
		return r.Clock.In(p.style.Zone).Format("15:04")
	}
	return p.cleaned(r.Text)
}

// line is text from outside on one line.
func (p *page) line(s string) string { return strings.ReplaceAll(p.cleaned(s), "\n", " ") }

// cleaned takes out what could move the cursor, change colours or turn the
// direction of writing. Line ends stay, tabs become blanks.
func (p *page) cleaned(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == utf8.RuneError, unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\ufeff':
			return -1
		}
		return r
	}, s)
}

// ago says how long before now t was: 4 min ago, in 24 min.
func ago(in locales.Tongue, now, t time.Time) string {
	d := now.Sub(t)
	ahead := d < 0
	if ahead {
		d = -d
	}
	minutes, hours, days := max(1, int(d.Round(time.Minute).Minutes())), int(d.Round(time.Hour).Hours()), int(d.Hours()/24)
	switch {
	case ahead && d < 90*time.Minute:
		return in.Say("in %s min", minutes)
	case ahead && d < 48*time.Hour:
		return in.Say("in %s h", hours)
	case ahead:
		return in.Count(days, "in %s day", "in %s days")
	case d < time.Minute:
		return in.Say("just now")
	case d < 90*time.Minute:
		return in.Say("%s min ago", minutes)
	case d < 48*time.Hour:
		return in.Say("%s h ago", hours)
	}
	return in.Count(days, "%s day ago", "%s days ago")
}
