package console

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/handlers"
	"onrecord/statements"
)

// misread says which words of a question may have been meant as options: the bare
// name of one before what it could take, and a name with dashes that no option has.
// They stay words all the same, for "the speaker of the house" is a question.
func misread(c handlers.Command, question string) []statements.Said {
	if len(c.Options) < 2 || !c.Options[0].Prose {
		return nil
	}
	var out []statements.Said
	ws := words(question)
	for i, w := range ws {
		typed := question[w.start:w.end]
		if r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(typed, "--")); strings.HasPrefix(typed, "--") && unicode.IsLetter(r) {
			out = append(out, statements.Say("There is no option %s: it was read as a word", (&page{}).line(typed)))
		}
		for _, o := range c.Options[1:] {
			if o.Name == typed && i+1 < len(ws) && takes(o, ws[i+1]) {
				out = append(out, statements.Say("‘%s’ was read as a word; as an option it is written --%s", typed, typed))
			}
		}
	}
	return out
}

// takes reports whether a word is what an option takes: one of its choices, or a
// name. Days belong to questions, where they are understood.
func takes(o handlers.Option, w word) bool {
	switch o.Kind {
	case handlers.YesNo:
		v := yesNo(w.inner)
		return v == "yes" || v == "no"
	case handlers.One:
		return slices.ContainsFunc(o.Choices, func(c handlers.Choice) bool { return strings.EqualFold(c.Value, w.inner) })
	case handlers.Day:
		return false
	}
	first, _ := utf8.DecodeRuneInString(w.inner)
	return w.quoted || unicode.IsUpper(first) || unicode.IsDigit(first) || strings.Contains(w.inner, ".")
}

// unsaid is the first option that was named without a value; "" where none was.
// What is required the desk asks for.
func (t typed) unsaid() string {
	for _, o := range t.command.Options {
		if v, named := t.options[o.Name]; named && v == "" && !o.Required {
			return o.Name
		}
	}
	return ""
}

// hinting adds lines below the head of a reply's first card.
func (s *Surface) hinting(reply handlers.Reply, lines []statements.Said) handlers.Reply {
	for _, l := range lines {
		if len(reply.Cards) > 0 {
			reply.Cards[0].Lead = append(slices.Clip(reply.Cards[0].Lead), handlers.Block{Look: handlers.Small, Runs: []handlers.Run{{Text: s.in().Tell(l)}}})
		}
	}
	return reply
}
