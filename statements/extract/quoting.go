package extract

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
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
		}
	}
	return out
}

// passedOn gives a draft the one whom its sentence quotes.
func (d *document) passedOn(dr *draft) {
	s := &d.sents[dr.sent]
	verb, as := quotedAs(s, itemAt(s, dr.cue.Start))
	if verb < 0 {
		return
	}
	whole, head, ok := sources.Right(s, verb+1)
	if !ok || whole.First >= as {
		return
	}
	whole.End, head.End = as, min(head.End, as)
	dr.source, dr.content = sources.Parse(d.src, s, whole, head), d.from(s, as+2, dr.content)
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
	as = verb + 2
	for as < verb+longestQuoted && !s.IsQuote(as) && s.Lower(as) != "as" {
		as++
	}
	if s.Lower(as) != "as" || !s.Lex.Has("as-saying", s.Lower(as+1)) || i > as+1 {
		return -1, -1
	}
	return verb, as
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
