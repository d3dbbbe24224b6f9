package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/speakers"
)

// outlets gives what an outlet only passes on to whoever said it: “On Monday,
// Lee said it was late, according to the Sedge Courier”, Rand said: “It is
// dark,” the Courier reported.
func (d *document) outlets(drafts []draft) []draft {
	if d.lex.Lang != "en" {
		return drafts
	}
	for i := range drafts {
		if d.byOutlet(&drafts[i]) {
			d.fromOutlet(drafts, i)
		}
	}
	return slices.DeleteFunc(drafts, func(dr draft) bool { return len(dr.content) == 0 })
}

// byOutlet reports whether the source of a draft is an outlet, and no person
// whose name ends like one's.
func (d *document) byOutlet(dr *draft) bool {
	if !dr.sourced || dr.cue.IsZero() || len(dr.content) == 0 || len(dr.source.Words) == 0 {
		return false
	}
	words, all := dr.source.Words, []string(nil)
	if dr.source.Name == "" {
		all = strings.Fields(strings.ToLower(dr.source.Span.Of(d.src)))
	} else {
		words = strings.Fields(strings.ToLower(dr.source.Name))
		if len(words) > 1 && speakers.Gender(words[0]) != 0 && !d.calledOutlet(dr) {
			return false // Tom Post
		}
		all = words
	}
	if !d.lex.Has("outlet", words[len(words)-1]) && !d.newsAgency(dr, words) && !d.takenDown(all) && !d.calledOutlet(dr) {
		return false
	}
	first, _ := d.tokens(dr.cue)
	own := dr.at() > dr.cue.Start && len(d.lex.Phrases("according", d.toks[first].Lower)) == 0
	return !own || d.retells(dr) // "the Courier revealed that Lee had claimed a loss" is its own
}

// calledOutlet reports whether a source is called an outlet before its name: "the daily
// Folha", "the state agency Vesti".
func (d *document) calledOutlet(dr *draft) bool {
	name, end := d.tokens(dr.source.NameSpan)
	if dr.source.Name == "" || name < 2 || name >= end || d.toks[name-1].Cap {
		return false
	}
	kind := d.toks[name-1].Lower
	return d.lex.Has("outlet", kind) || d.lex.Has("agency", kind) && (d.lex.Has("of-news", d.toks[name-2].Lower) || d.toks[name-2].Lower == "state")
}

// newsAgency reports whether words are "the news agency" or one that is called by its
// letters, "the EFE agency", and no authority.
func (d *document) newsAgency(dr *draft, words []string) bool {
	n := len(words)
	if n < 2 || !d.lex.Has("agency", words[n-1]) {
		return false
	}
	letters, fields := "", strings.Fields(dr.source.Head.Of(d.src))
	if len(fields) > 1 && len(fields) <= 3 {
		letters = fields[len(fields)-2]
	}
	return d.lex.Has("of-news", words[n-2]) || d.lex.Has("outlet", words[n-2]) || len(letters) > 1 && len(letters) <= longestLetters && letters == strings.ToUpper(letters)
}

// longestLetters is how many letters an agency is called by at most: "MTVA".
const longestLetters = 6

// takenDown reports whether a source is what somebody took down of what others said,
// who are the ones that say it: "minutes of the meeting", "a transcript", "a statement
// from her office".
func (d *document) takenDown(words []string) bool {
	for i, w := range words {
		if d.lex.Flags(w)&lexicon.Preposition != 0 {
			return false
		}
		if d.lex.Has("taken-down", w) {
			return true
		}
		if d.lex.Has("record", w) {
			return slices.ContainsFunc(words[i:], func(w string) bool { return d.lex.Flags(w)&lexicon.Possessive != 0 })
		}
	}
	return false
}

// retells reports whether what an outlet says is no more than that somebody said
// something: "the Courier reported that Lee had said it was late".
func (d *document) retells(dr *draft) bool {
	s := &d.sents[dr.sent]
	from := itemAt(s, dr.at())
	if !s.Is(from, lexicon.That) {
		return false
	}
	return slices.ContainsFunc(d.framesOf(dr.sent).frames, func(f frame) bool {
		return f.sourced && !f.right && (f.first == from || f.first == from+1) && d.lex.Has("saying", f.Verb.Lemma)
	})
}

// fromOutlet gives draft i, which an outlet passes on, to the one whose cue and
// words are all its content. Where another draft has them already, nothing is
// left of it.
func (d *document) fromOutlet(drafts []draft, i int) {
	dr := &drafts[i]
	s := &d.sents[dr.sent]
	f, ok := d.passedBy(dr, s)
	if !ok {
		if d.beside(drafts, i) {
			dr.content = nil
		}
		return
	}
	r, from := d.framesOf(dr.sent), itemAt(s, dr.at())
	cue := r.cueSpan(&f)
	begin := r.addressee(&f, itemAt(s, cue.End))
	if k, _ := r.contentStart(&f); k > begin {
		begin = k // "Lee told the board over coffee she would go"
	}
	if that := r.adjuncts(&f); s.Is(that, lexicon.That) {
		begin = that // "Lee told the board in Elm that"
	}
	content := d.from(s, begin, dr.content)
	if len(content) == 0 {
		return
	}
	wire := d.newsAgency(dr, strings.Fields(strings.ToLower(dr.source.Name)))
	if k := slices.IndexFunc(drafts, func(o draft) bool { return o.cue.Overlaps(cue) && o.sent == dr.sent && o.sourced }); k >= 0 {
		if content = nil; wire {
			drafts[k].frame = append(drafts[k].frame, dr.frame...)
		}
	}
	dr.content, dr.cue, dr.source = content, cue, sources.Parse(d.src, s, f.whole, f.head)
	if own := [][2]int{{from, f.end}}; wire {
		dr.frame = append(own, dr.frame...) // an agency passes on what it has just heard
	} else {
		dr.frame = own // the paper's day is not that of the words
	}
	dr.why.Source = "outlet"
}

// beside reports whether all that an outlet's draft i says is another's source and
// words, around the outlet: "Lee, the Courier reported, said it was late".
func (d *document) beside(drafts []draft, i int) bool {
	dr := &drafts[i]
	return slices.ContainsFunc(drafts, func(o draft) bool {
		return o.sent == dr.sent && o.sourced && o.source.Span.Start == dr.at() && o.cue.Start > dr.cue.Start
	})
}

// passedBy gives the cue with its subject that the content of a draft begins
// with, but for what tells when and where.
func (d *document) passedBy(dr *draft, s *cues.Sentence) (frame, bool) {
	for _, f := range d.framesOf(dr.sent).frames {
		if s.Is(f.first, lexicon.That) && f.first == f.whole.First {
			f.first, f.whole.First, f.head.First = f.first+1, f.whole.First+1, max(f.head.First, f.whole.First+1)
		}
		sp := statements.Span{Start: s.Items[f.first].Start, End: s.Items[f.end-1].End}
		inside := slices.ContainsFunc(dr.content, func(c statements.Span) bool { return c.Contains(sp) })
		between := sp.Start >= dr.source.Span.End && dr.cue.End <= dr.source.Span.Start && sp.End <= dr.content[0].Start // "According to the Courier, Lee said that"
		if !f.sourced || f.right || f.shared >= 0 || f.Passive || !inside && !between || s.Lex.Has("deliberating", s.Lower(f.At)) {
			continue
		}
		if between {
			return f, true
		}
		return f, d.onlyOccasion(s, itemAt(s, dr.at()), f.first)
	}
	return frame{}, false
}

// onlyOccasion reports whether the items [from, first) only tell when, where or
// at what: "On Monday,", "When asked about the ferry,".
func (d *document) onlyOccasion(s *cues.Sentence, from, first int) bool {
	if s.Is(from, lexicon.That) {
		from++
	}
	when := from
	for s.Is(when, lexicon.Time) {
		when++
	}
	return when >= first || s.Mark(first-1, ",") && (s.Is(from, lexicon.Preposition|lexicon.Time|lexicon.ClauseOpener) || s.Lex.Has("speaks-aside", s.Lower(from)))
}
