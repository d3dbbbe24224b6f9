package watch

import "strings"

type op int

const (
	opTerm op = iota
	opAnd
	opOr
	opNot
	opNear
	opField
)

// expr is words of the watch language as a tree.
type expr struct {
	op     op
	args   []*expr
	term   term  // of opTerm
	id     int32 // of opTerm: the term's number in its Set
	field  field // of opField
	within int   // of opNear
	column int
}

// form says how a term's words are compared.
type form byte

const (
	stemmed form = 's' // in any form of the word
	exact   form = 'e' // as written, but for case and accents
	prefix  form = 'p'
	source  form = 'o' // against the outlet's name and host
)

// term is what is looked for: one word or several in a row, folded.
type term struct {
	form  form
	words []string
	join  bool // written with a hyphen: the words in one are meant as well
}

func (t term) key() string {
	k := string(t.form) + strings.Join(t.words, " ")
	if t.join {
		k += "-"
	}
	return k
}

// terms calls yield for every term below e.
func (e *expr) terms(yield func(*expr)) {
	if e.op == opTerm {
		yield(e)
	}
	for _, a := range e.args {
		a.terms(yield)
	}
}

// need gives terms of which at least one must occur for e to match, as few and
// as long as can be had. None means that e may match a text without any of its
// terms.
func (e *expr) need() []*expr {
	switch e.op {
	case opTerm:
		return []*expr{e}
	case opNot:
		return nil
	case opOr:
		var all []*expr
		for _, a := range e.args {
			n := a.need()
			if n == nil {
				return nil
			}
			all = append(all, n...)
		}
		return all
	}
	var best []*expr
	for _, a := range e.args {
		if n := a.need(); n != nil && (best == nil || rarer(n, best)) {
			best = n
		}
	}
	return best
}

// rarer guesses which of two sets of terms fewer texts hold: the smaller one,
// then the one whose shortest term is longer. Outlets come last: all that they
// publish holds them.
func rarer(a, b []*expr) bool {
	if x, y := outlets(a), outlets(b); x != y {
		return y
	}
	if len(a) != len(b) {
		return len(a) < len(b)
	}
	return shortest(a) > shortest(b)
}

func outlets(es []*expr) bool {
	for _, e := range es {
		if e.term.form == source {
			return true
		}
	}
	return false
}

func shortest(es []*expr) int {
	n := maxChars
	for _, e := range es {
		n = min(n, len(strings.Join(e.term.words, " ")))
	}
	return n
}

// saidOnly reports whether everything that e asks for must have been said.
func (e *expr) saidOnly() bool {
	switch e.op {
	case opTerm:
		return false
	case opField:
		return e.field == inSaid
	}
	asks := false
	for _, a := range e.args {
		if a.op == opNot {
			continue
		}
		if !a.saidOnly() {
			return false
		}
		asks = true
	}
	return asks
}
