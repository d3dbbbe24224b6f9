package extract

import (
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// borrow gives a verb without subject the one of the verb before it: ", adding
// that", "and urged".
func (r *reading) borrow(f *frame) bool {
	if !f.Shared && !f.Coordinated {
		return false
	}
	for i := len(r.frames) - 1; i >= 0; i-- {
		o := &r.frames[i]
		if f.First-o.Cue.End > 80 {
			break
		}
		if f.Shared && r.s.Is(o.First-1, lexicon.PronounRelative) {
			continue // "an official who said …, adding": the main clause adds
		}
		if i > 0 && r.resumes(f, o, &r.frames[i-1]) {
			continue // "she said the company hoped to grow, and ruled out a sale"
		}
		if o.sourced {
			f.whole, f.head, f.sourced, f.shared = o.whole, o.head, true, i
			return true
		}
	}
	if r.s.Lex.Lang != "en" && f.Coordinated {
		// "Lee bedankte sich und sagte": whoever the sentence begins with.
		if whole, head, ok := sources.Right(r.s, 0); ok && whole.End < f.First && r.nominative(head) && r.speaks(head) {
			f.whole, f.head, f.sourced = whole, head, true
			return true
		}
	}
	// "laughed and said", "a statement saying", "in a tweet, calling": whoever the sentence is
	// about.
	if whole, head, ok := r.grammaticalSubject(f.First); ok && r.speaks(head) {
		f.whole, f.head, f.sourced = whole, head, true
		return true
	}
	return false
}

// resumes reports whether a verb after a comma and "and" goes on with outer,
// whose content the clause of inner, a body or a thing, is.
func (r *reading) resumes(f, inner, outer *frame) bool {
	return f.Coordinated && r.s.Mark(f.First-2, ",") && inner.Verb.Class == lexicon.Stance && outer.sourced && !outer.right &&
		outer.Verb.Class == lexicon.Say && outer.Verb.Form == f.Verb.Form && inner.whole.First == outer.Cue.End
}

// grammaticalSubject finds the subject of the sentence's first verb before
// item end: the noun phrase at its front.
func (r *reading) grammaticalSubject(end int) (whole, head sources.Range, ok bool) {
	for i := 1; i < min(end, 40); i++ {
		if r.s.IsQuote(i) {
			return whole, head, false
		}
		if r.verb(i) {
			return sources.Left(r.s, 0, i)
		}
	}
	return whole, head, false
}

// speaks reports whether a noun phrase ends in a name or a word for somebody.
func (r *reading) speaks(head sources.Range) bool {
	last := head.End - 1
	return r.s.Word(last) && r.s.Items[last].Cap || r.s.Mark(last, ")", ".") || r.s.Is(last, lexicon.Somebody|lexicon.Pronoun|lexicon.Venue)
}

// verb reports whether item i looks like a finite verb.
func (r *reading) verb(i int) bool {
	if r.s.Items[i].Kind == text.Clitic && r.s.Lower(i) == "'s" && !r.s.Is(i-1, lexicon.Pronoun) {
		return false // "Ann Lee, Bo's mother, came"
	}
	if r.s.Is(i, lexicon.Auxiliary|lexicon.Irregular) {
		return !r.s.Mark(i-1, "(") // "Ann Lee (left) came"
	}
	if !r.s.Word(i) || r.s.Items[i].Cap || r.s.Is(i, lexicon.Somebody|lexicon.Adjective|lexicon.Preposition) {
		return false
	}
	if r.s.Is(i, lexicon.Office) && r.s.Is(i+1, lexicon.Role) {
		return false // "Home affairs minister Ann Lee"
	}
	l := r.s.Lower(i)
	after := r.s.Word(i-1) && (r.s.Items[i-1].Cap || r.s.Is(i-1, lexicon.Pronoun) || r.s.Headline && r.s.Is(i-1, lexicon.Role))
	return len(l) > 4 && strings.HasSuffix(l, "ed") || after && len(l) > 3 && strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss")
}
