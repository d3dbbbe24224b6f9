package handlers

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// runsIn says sentences in which runs stand: a name in bold, a link, a moment.
// The sentence is one message, so that a language can put them where it wants.
type runsIn struct{ locales.Tongue }

// Say is Tongue.Say with runs among the arguments: Run or []Run. What stands
// between them is Ours if nothing but runs, numbers and times was put in.
func (w runsIn) Say(english string, args ...any) []Run {
	args, put, ours := w.slotted(args)
	return inSlots(w.Tongue.Say(english, args...), put, ours)
}

// Count is Tongue.Count with runs among the arguments.
func (w runsIn) Count(n int, one, many string, args ...any) []Run {
	args, put, ours := w.slotted(args)
	return inSlots(w.Tongue.Count(n, one, many, args...), put, ours)
}

// slot stands in a sentence for the runs of that number.
var slot = regexp.MustCompile("\x00([0-9]+)\x00")

// slotted puts slots in the places of runs. A sentence among the arguments may
// name something from outside.
func (w runsIn) slotted(args []any) (out []any, put [][]Run, ours bool) {
	ours = true
	runs := func(r []Run) {
		out = append(out, "\x00"+strconv.Itoa(len(put))+"\x00")
		put = append(put, r)
	}
	foreign := func(s string) {
		out, ours = append(out, strings.ReplaceAll(s, "\x00", "")), false
	}
	for _, a := range args {
		switch v := a.(type) {
		case Run:
			runs([]Run{v})
		case []Run:
			runs(v)
		case int, int64, time.Duration, statements.Date, statements.Counted, statements.Written:
			out = append(out, v)
		default:
			foreign(w.Tongue.Tell(statements.Said{Format: "%s", Args: []any{v}}))
		}
	}
	return out, put, ours
}

// inSlots takes a sentence apart at its slots.
func inSlots(sentence string, put [][]Run, ours bool) []Run {
	var out []Run
	text := func(s string) {
		if s != "" {
			out = append(out, Run{Text: s, Ours: ours})
		}
	}
	rest := 0
	for _, at := range slot.FindAllStringSubmatchIndex(sentence, -1) {
		text(sentence[rest:at[0]])
		n, _ := strconv.Atoi(sentence[at[2]:at[3]])
		out = append(out, put[n]...)
		rest = at[1]
	}
	text(sentence[rest:])
	return out
}

// inBold is a sentence of which every run is bold.
func inBold(runs []Run) []Run {
	out := append([]Run(nil), runs...)
	for i := range out {
		out[i].Bold = true
	}
	return out
}

// command is a command inside a sentence: clicked where that can be, and else
// typed.
func command(name string) Run { return Run{Text: name, Cmd: name} }

// ours is a text in which nothing came from outside.
func ours(s string) Run { return Run{Text: s, Ours: true} }
