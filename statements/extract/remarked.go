package extract

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// remarked gives what one calls what another has said to the one who calls it so, and
// takes it from the other: "Rand said it would close, a step which Lee called “a gift”".
func (d *document) remarked(drafts []draft) []draft {
	if d.lex.Lang != "en" {
		return drafts
	}
	for i := range drafts {
		if own, ok := d.remark(&drafts[i]); ok {
			drafts = append(drafts, own)
		}
	}
	return drafts
}

// remark takes from a draft what another one calls what it says, at its end.
func (d *document) remark(dr *draft) (draft, bool) {
	if !dr.sourced || dr.cue.IsZero() || len(dr.content) == 0 {
		return draft{}, false
	}
	s, last := &d.sents[dr.sent], len(dr.content)-1
	first, end := itemAt(s, dr.content[last].Start), itemAt(s, dr.content[last].End-1)+1
	if end > len(s.Items) || !s.IsQuote(end-1) {
		return draft{}, false
	}
	for k := end - 3; k > first; k-- {
		step := s.Mark(k, ",") && (s.Lex.Has("one", s.Lower(k+1)) || s.Lex.Has("a-thing", s.Lower(k+1)))
		if !step {
			continue
		}
		whole, head, verb, ok := remarkOf(s, k+1, end-1)
		if !ok {
			return draft{}, false
		}
		p := sources.Parse(d.src, s, whole, head)
		said, plain := d.words(s, first, k)
		quote, quoted := d.words(s, end-1, end)
		if p.Name == "" || p.Name == dr.source.Name || !plain || !quoted {
			return draft{}, false
		}
		dr.content[last] = said
		return draft{sent: dr.sent, rule: "remark", sourced: true, source: p, content: []statements.Span{quote}, cue: s.Items[verb].Span}, true
	}
	return draft{}, false
}

// remarkOf finds who calls the thing that begins at item thing by the quotation at item
// quote, and the verb: "a step that Lee called", "a step condemned by Lee as".
func remarkOf(s *cues.Sentence, thing, quote int) (whole, head sources.Range, verb int, ok bool) {
	from := thing + 1
	if !s.Lex.Has("a-thing", s.Lower(thing)) {
		from++ // "a step"
	}
	for verb = from; verb < quote; verb++ {
		switch {
		case s.Is(verb, lexicon.That) || s.Lower(verb) == "which":
			from = verb + 1
		case s.Lex.Has("remarked-so", s.Lower(verb)) && s.Lower(verb+1) == "by":
			whole, head, ok = sources.Right(s, verb+2)
			return whole, head, verb, ok && whole.End <= quote
		case s.Lex.Has("named-so", s.Lower(verb)) && quote-verb <= longestNaming:
			finite := verb
			for s.Is(finite-1, lexicon.Auxiliary|lexicon.Adverb) {
				finite--
			}
			whole, head, ok = sources.Left(s, from, finite)
			return whole, head, verb, ok
		}
	}
	return whole, head, verb, false
}

// longestNaming is how many items stand from a verb of naming to the name at most:
// "described it on Monday as".
const longestNaming = 5
