package extract

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// longestQuoted is how many items name the one who is quoted.
const longestQuoted = 20

// quoting gives words that one passes on to the one whose they are: "Rand
// quoted Lee as saying it was late".
func (d *document) quoting(drafts []draft) []draft {
	out := slices.DeleteFunc(drafts, func(dr draft) bool {
		if dr.cue.IsZero() || !dr.sourced || dr.rule == "quoting" {
			return false
		}
		s := &d.sents[dr.sent]
		verb, as := quotedAs(s, itemAt(s, dr.cue.Start))
		return verb >= 0 && len(d.from(s, as+2, dr.content)) == 0 // no more than whom it quotes
	})
	for i := range out {
		if !out[i].cue.IsZero() && out[i].sourced && out[i].rule != "quoting" {
			d.passedOn(&out[i])
			d.wasQuoted(out, i)
		}
	}
	return slices.DeleteFunc(out, func(dr draft) bool { return len(dr.content) == 0 })
}

// wasQuoted leaves out of draft i who quotes its source, "Lee was quoted by the Courier as
// saying that it was late", and all of it where another draft has the words behind.
func (d *document) wasQuoted(drafts []draft, i int) {
	dr := &drafts[i]
	s := &d.sents[dr.sent]
	by := itemAt(s, dr.cue.End)
	if s.Lower(by) != "by" || len(dr.content) == 0 || dr.at() < s.Items[by].Start || !s.Lex.Has("quotes-as", s.Lower(by-1)) || !s.Is(by-2, lexicon.Auxiliary) {
		return
	}
	as := asSaying(s, by)
	if as < 0 {
		return
	}
	dr.content = d.from(s, as+2, dr.content)
	if slices.ContainsFunc(drafts, func(o draft) bool { return o.sent == dr.sent && o.cue.Overlaps(s.Items[as+1].Span) }) {
		dr.content = nil
	}
}

// passedOn gives a draft the one whom its sentence quotes.
func (d *document) passedOn(dr *draft) {
	s := &d.sents[dr.sent]
	verb, as := quotedAs(s, itemAt(s, dr.cue.Start))
	if verb < 0 {
		return
	}
	who, ok := d.whomQuoted(s, verb+1, as)
	if !ok {
		return
	}
	dr.source, dr.content = who, d.from(s, as+2, dr.content)
	dr.cue = statements.Span{Start: s.Items[as].Start, End: s.Items[as+1].End}
	dr.why.Source = "quoting"
}

// quotedAs gives the verb of quoting that stands at or before item i and the
// "as" before "saying" behind it, where i is a part of both; -1 is none.
func quotedAs(s *cues.Sentence, i int) (verb, as int) {
	verb = i
	for verb >= 0 && verb > i-longestQuoted && !s.Lex.Has("quotes-as", s.Lower(verb)) {
		verb--
	}
	if verb < 0 || !s.Lex.Has("quotes-as", s.Lower(verb)) || s.Is(verb-1, lexicon.Be) || s.Is(verb+1, lexicon.Preposition) {
		return -1, -1
	}
	if as = asSaying(s, verb+1); as < 0 || i > as+1 {
		return -1, -1
	}
	return verb, as
}

// asSaying gives the "as" before "saying" behind item who, or -1.
func asSaying(s *cues.Sentence, who int) int {
	as := who + 1
	for as < who+longestQuoted-1 && !s.IsQuote(as) && s.Lower(as) != "as" {
		as++
	}
	if s.Lower(as) != "as" || !s.Lex.Has("as-saying", s.Lower(as+1)) {
		return -1
	}
	return as
}

// from gives what of some content stands at item first or after it.
func (d *document) from(s *cues.Sentence, first int, content []statements.Span) []statements.Span {
	if first >= len(s.Items) {
		return nil
	}
	var out []statements.Span
	for _, c := range content {
		if c.Start = max(c.Start, s.Items[first].Start); c.End <= c.Start {
			continue
		}
		if c, ok := d.trim(c); ok {
			out = append(out, c)
		}
	}
	return out
}
