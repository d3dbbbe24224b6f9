package sources

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// joint takes a source of two apart: "Ann Lee and Trade Minister Bo Rand",
// "Ann Lee and her deputy, Bo Rand". It gives nothing for one who has two
// offices, "President and Chief Executive Ann Lee". two says that there are two
// of whom one has no name: "the mayor and Lee".
func joint(src string, s *cues.Sentence, whole, head Range) (parts []Phrase, two bool) {
	if parts = listed(src, s, head); len(parts) > 2 {
		return parts, true
	}
	and := joinedAt(s, whole, head)
	if and < 0 {
		return nil, false
	}
	left, right := Range{head.First, and}, Range{and + 1, max(head.End, and+1)}
	if right.Empty() {
		for right.End < whole.End && !s.Mark(right.End, ",") && !s.Is(right.End, lexicon.PronounRelative) {
			right.End++
		}
	}
	if right.Empty() || wholeState(src, s, head) {
		return nil, false
	}
	a, b := nameIn(s, left), nameIn(s, right)
	described := s.Is(left.First, lexicon.Determiner|lexicon.Possessive) && hasFlag(s, left, lexicon.Somebody) && !hasCap(s, Range{left.First + 1, left.End})
	switch {
	case couple(s, left, right):
		return nil, true
	case a.Empty() && described && !b.Empty():
		return nil, s.Items[right.First].Cap // "the founder and owner Ann Lee" is one
	case a.Empty() || s.Is(a.End-1, lexicon.Adjective|lexicon.Office|lexicon.Role|lexicon.Demonym):
		return nil, false
	case s.Is(and, lexicon.Particle) && b.End-b.First == 1 && a.End-a.First > 1:
		return nil, false // "José Ortega y Gasset"
	case hasFlag(s, Range{a.End, left.End}, lexicon.Preposition) && !b.Empty() && !someone(s, right, b):
		return nil, false // "the Rates Office at the Port Board and Sedge Institute"
	case b.Empty():
		if b = apposed(s, whole, right); b.Empty() {
			return nil, false
		}
		return []Phrase{Parse(src, s, left, left), Parse(src, s, Range{right.First, whole.End}, right)}, true
	}
	return []Phrase{Parse(src, s, left, left), Parse(src, s, right, right)}, true
}

// listed takes a list of names apart: "Ann Lee (Elm), Bo Rand and Tom Pym". It
// gives nothing where a part of it has no name.
func listed(src string, s *cues.Sentence, head Range) (parts []Phrase) {
	comma := false
	for k := head.First; k < head.End && !comma; k++ {
		comma = s.Mark(k, ",") && !s.Items[k].Desk
	}
	if !comma {
		return nil // nearly all of them
	}
	ranges := listOf(s, head)
	if len(ranges) < 3 || len(ranges) > longestList {
		return nil
	}
	for _, r := range ranges {
		if r.Empty() || nameIn(s, r).Empty() {
			return nil
		}
	}
	for _, r := range ranges {
		parts = append(parts, Parse(src, s, r, r))
	}
	return parts
}

// listOf cuts a head at its commas and its "and", outside of brackets.
func listOf(s *cues.Sentence, head Range) []Range {
	var out []Range
	first, depth := head.First, 0
	for k := head.First; k < head.End; k++ {
		and := s.Items[k].Kind == text.Letters && s.Lex.Has("and", s.Lower(k))
		switch {
		case s.Items[k].Desk:
		case s.Mark(k, "("):
			depth++
		case s.Mark(k, ")"):
			depth--
		case depth > 0 || !and && !s.Mark(k, ","):
		case and && first == k: // ", and"
			first = k + 1
		default:
			out, first = append(out, Range{first, k}), k+1
		}
	}
	return append(out, Range{first, head.End})
}

// longestList is how many names a list of speakers has at most.
const longestList = 6

// someone reports whether a name is told to be a person's, or has a place of its
// own behind it: "Bo Rand of Elm".
func someone(s *cues.Sentence, whole, name Range) bool {
	return hasFlag(s, Range{whole.First, name.First}, lexicon.Role|lexicon.Honorific) || speakers.Gender(s.Lower(name.First)) != 0 || hasFlag(s, Range{name.End, whole.End}, lexicon.Preposition)
}

// join gives a source the names of the two that it is; without names it is no
// more than its words.
func (p *Phrase) join(src string, parts []Phrase) {
	p.Plural = true
	if len(parts) < 2 {
		p.Role = clean(p.Head.Of(src))
		return
	}
	first, last := parts[0].NameSpan, parts[len(parts)-1].NameSpan
	p.Joint, p.NameSpan = parts, statements.Span{Start: first.Start, End: last.End}
	p.Name = clean(p.NameSpan.Of(src))
}

// joinedAt gives the item of the "and" between two of a source, or -1: one that
// stands before any comma, clause or bracket.
func joinedAt(s *cues.Sentence, whole, head Range) int {
	for k := head.First + 1; k < max(head.End, min(whole.End, head.End+1)); k++ {
		switch {
		case s.Items[k].Desk:
		case s.IsQuote(k), s.Mark(k, ",", "(", "—", "–"), s.Is(k, lexicon.PronounRelative):
			return -1
		case s.Items[k].Kind == text.Letters && s.Lex.Has("and", s.Lower(k)):
			return k
		}
	}
	return -1
}

// WithOthers gives the first item of a subject with those whom "and" joins to
// it: "Ann Lee and her deputy, Bo Rand, said", "His wife and Lee said", "Ann Lee
// (Elm), Tom Pym and Bo Rand said". The first one begins its clause.
func WithOthers(s *cues.Sentence, from int, head Range) int {
	n := withOther(s, from, head)
	if n.First == head.First && (joinedAt(s, head, head) < 0 || !capital(s, head.First)) {
		return head.First
	}
	for range longestList {
		k := n.First - 2
		if k < from || !s.Mark(k+1, ",") || !capital(s, k) && !s.Mark(k, ")") {
			break
		}
		m := noun(s, from, k)
		if m.Empty() || !begun(s, m.First) || m.End-m.First < 2 || s.Is(m.First, lexicon.Preposition|lexicon.Time|lexicon.Adverb) {
			break
		}
		n = m
	}
	return n.First
}

// withOther gives the one whom "and" joins to a subject before it, else the
// subject.
func withOther(s *cues.Sentence, from int, head Range) Range {
	and := head.First - 1
	if and <= from || !s.Items[head.First].Cap && !s.Is(head.First, lexicon.Determiner|lexicon.Possessive) {
		return head // "the former mayor and current nominee"
	}
	if s.Items[and].Kind != text.Letters || !s.Lex.Has("and", s.Lower(and)) || !capital(s, and-1) && !s.Is(and-1, lexicon.Somebody) && !s.Mark(and-1, ")") {
		return head
	}
	n := noun(s, from, and-1)
	if n.Empty() || !names(s, n) || !begun(s, n.First) {
		return head
	}
	return n
}

// begun reports whether a clause, or a part of a list, begins with item i.
func begun(s *cues.Sentence, i int) bool {
	return i == 0 || s.Mark(i-1, ",", "—", "–") || s.IsQuote(i-1) || s.Lex.Has("both", s.Lower(i-1)) && begun(s, i-1)
}

// couple reports whether two titles share a name: "Mr and Mrs Lee".
func couple(s *cues.Sentence, left, right Range) bool {
	for k := left.First; k < left.End; k++ {
		if !s.Lex.Has("courtesy", s.Lower(k)) && !s.Mark(k, ".") {
			return false
		}
	}
	return s.Lex.Has("courtesy", s.Lower(right.First))
}

// wholeState reports whether a head is the name of one state: "Trinidad and
// Tobago".
func wholeState(src string, s *cues.Sentence, head Range) bool {
	_, _, ok := s.Lex.StateOf(strings.ToLower(clean(span(s, head).Of(src))))
	return ok
}
