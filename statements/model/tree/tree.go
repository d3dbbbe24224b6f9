package tree

import (
	"onrecord/statements/model/linear"
	"onrecord/statements/model/token"
)

// Moves of the parser.
const (
	Shift = iota
	Left  // the top of the stack hangs on the next token
	Right // the top of the stack hangs on the one below it
	Moves = 4
)

// Longest is how many tokens of a sentence are parsed together; what comes
// after them is parsed as the next sentence.
const Longest = 160

// Parser finds the heads of the tokens of a sentence.
type Parser struct {
	Moves linear.Rows
	Rels  linear.Rows
}

// Run parses the sentence from..to of d, whose tokens must be tagged.
func (p *Parser) Run(d *token.Doc, from, to int) {
	var f [MoveWidth]uint32
	var s State
	for ; from < to; from += Longest {
		s.Begin(d, from, min(to, from+Longest))
		for !s.Done() {
			scores := p.Moves.Four(s.Features(f[:0]))
			best := -1
			for m := range 3 {
				if s.Can(m) && (best < 0 || scores[m] > scores[best]) {
					best = m
				}
			}
			s.Do(best)
		}
		p.label(d, from, min(to, from+Longest))
	}
}

func (p *Parser) label(d *token.Doc, from, to int) {
	var f [RelWidth]uint32
	for i := from; i < to; i++ {
		var scores [Rels]int32
		p.Rels.Add(scores[:], RelFeatures(f[:0], d, i, from, to))
		best := 0
		for r, s := range scores {
			if s > scores[best] {
				best = r
			}
		}
		d.Tokens[i].Rel = uint8(best)
	}
}

// State is where the parser stands in a sentence.
type State struct {
	d        *token.Doc
	from, to int
	next     int // next token; to is the root
	stack    [Longest]int32
	n        int
	// outermost children so far, by token number in the sentence; -1 is none
	left, right [Longest + 1]int32
	kids        [Longest + 1][2]uint8
}

// Begin puts s at the start of the sentence from..to, of Longest tokens at most.
func (s *State) Begin(d *token.Doc, from, to int) {
	s.d, s.from, s.to, s.next, s.n = d, from, to, from, 0
	for i := range to - from + 1 {
		s.left[i], s.right[i], s.kids[i] = -1, -1, [2]uint8{}
	}
}

// Done reports whether every token has its head.
func (s *State) Done() bool { return s.next == s.to && s.n == 0 }

// Can reports whether move m is allowed.
func (s *State) Can(m int) bool {
	switch m {
	case Shift:
		return s.next < s.to
	case Left:
		return s.n > 0
	}
	return s.n > 1
}

// Do makes move m.
func (s *State) Do(m int) {
	if m == Shift {
		s.stack[s.n] = int32(s.next)
		s.n++
		s.next++
		return
	}
	top := s.stack[s.n-1]
	s.n--
	head := int32(-1)
	if m == Right {
		head = s.stack[s.n-1]
		s.right[int(head)-s.from] = top
		s.kids[int(head)-s.from][1]++
	} else if s.next < s.to {
		head = int32(s.next)
		s.left[s.next-s.from] = top
		s.kids[s.next-s.from][0]++
	}
	s.d.Tokens[top].Head = head
}

// Cost says how many heads move m puts out of reach, if gold are the right
// ones (by token of the document; -1 is the root).
func (s *State) Cost(m int, gold func(i int32) int32) int {
	c := 0
	if m == Shift {
		b := int32(s.next)
		for k := range s.n {
			x := s.stack[k]
			if gold(x) == b {
				c++
			}
			if k < s.n-1 && gold(b) == x {
				c++
			}
		}
		return c
	}
	top := s.stack[s.n-1]
	for b := int32(s.next); b < int32(s.to); b++ {
		if gold(b) == top {
			c++
		}
		if gold(top) == b && (m == Right || b != int32(s.next)) {
			c++
		}
	}
	h := gold(top)
	switch {
	case m == Left && s.n > 1 && h == s.stack[s.n-2]:
		c++
	case h == -1 && (m == Right || s.next != s.to):
		c++
	}
	return c
}
