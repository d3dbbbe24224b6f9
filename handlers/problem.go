package handlers

import (
	"strings"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// pointed is a problem with what was typed: it is shown with a mark under the
// column that cannot be read.
type pointed struct {
	problem *statements.Problem
	input   string
	column  int // in characters, from 1
}

func (p *pointed) Error() string { return p.problem.Error() }
func (p *pointed) Unwrap() error { return p.problem }

// card shows the input on a line of its own.
func (p *pointed) card(in locales.Tongue) Card {
	c := Problem(strings.TrimRight(in.Tell(p.problem.Text), ".")+":", in.Tell(p.problem.Hint))
	input := strings.ReplaceAll(p.input, "`", "’")
	at := min(p.column, utf8.RuneCountInString(input)+1)
	shown := []Block{
		{Runs: []Run{{Text: input, Code: true}}},
		{Runs: []Run{{Text: strings.Repeat(" ", max(at-1, 0)) + "^", Code: true, Typed: true}}},
	}
	c.Lead = append(c.Lead[:1:1], append(shown, c.Lead[1])...)
	return c
}

// unknownCommand proposes the command that was probably meant.
func unknownCommand(in locales.Tongue, typed string) Reply {
	try := in.Say("`help` lists all of them; `ask` takes a question in plain words.")
	if near := nearest(typed); near != "" {
		try = in.Say("Did you mean `%s`? `help` lists all of them.", near)
	}
	return private(Problem(in.Say("There is no command ‘%s’.", short(typed, mostName)), try))
}

// example ends a sentence with something that can be typed.
func example(s string) string {
	if strings.HasSuffix(s, "?") {
		return "`" + s + "`"
	}
	return "`" + s + "`."
}

// hint reads what to try: between backquotes stands what can be typed.
func hint(s string) []Run {
	parts := strings.Split(s, "`")
	if len(parts)%2 == 0 {
		return []Run{{Text: s}}
	}
	var out []Run
	for i, p := range parts {
		_, isCommand := commandOf(p)
		switch {
		case p == "":
		case i%2 == 0:
			out = append(out, Run{Text: p})
		case isCommand:
			out = append(out, Run{Text: p, Cmd: p})
		default:
			out = append(out, Run{Text: "/" + p, Code: true, Click: true}, Run{Text: p, Typed: true})
		}
	}
	return out
}

// nearest is the command that is one or two keys away from what was typed.
func nearest(typed string) string {
	best, least := "", 3
	for _, c := range table() {
		if n := keysApart(strings.ToLower(typed), c.Name); n < least {
			best, least = c.Name, n
		}
	}
	return best
}

// keysApart counts the letters to add, drop or change between two words.
func keysApart(a, b string) int {
	if len(a) > 40 {
		return len(a)
	}
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			change := diagonal
			if x[i] != y[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}
