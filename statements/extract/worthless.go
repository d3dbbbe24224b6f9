package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// worthless reports whether a draft that only the model found could not stand
// on record: in a line that is no sentence, or without marks and of nobody, of
// one word, or what somebody refused to say.
func (d *document) worthless(dr *draft) bool {
	s := &d.sents[dr.sent]
	if s.Headline && s.Para > 0 {
		return true
	}
	if d.aside(dr) {
		return true
	}
	if d.quotesIn(dr) {
		return false
	}
	first, _ := d.tokens(dr.content[0])
	if d.broken(first) || d.passive(dr) || d.hearsay(dr) || d.tries(dr) || d.prospect(dr) || d.asksOf(dr) || d.saysNothing(dr) || !dr.clause && d.wantsNone(dr) {
		return true
	}
	return !dr.sourced || d.nobodySays(dr) || d.lex.Flags(d.toks[first].Lower)&lexicon.Be != 0 || !dr.clause && d.everyday(dr) || len(dr.content) == 1 && (d.scrap(dr.content[0]) || d.handles(dr)) || d.denied(dr)
}

// broken reports whether a draft, whose content begins with token first, is torn out of
// another: it says "said Lee, who …".
func (d *document) broken(first int) bool {
	past := func(v lexicon.Verb) bool { return v.Class == lexicon.Say && v.Form == lexicon.Past }
	return first+1 < len(d.toks) && d.toks[first+1].Cap && !d.toks[first].Cap && slices.ContainsFunc(d.lex.Verbs(d.toks[first].Lower), past)
}

// ofThat reports whether a draft is of who does something in a clause of what another says:
// "that the mayor".
func (d *document) ofThat(dr *draft) bool {
	if !dr.sourced || d.lex.Lang != "en" {
		return false
	}
	who, end := d.tokens(dr.source.Span)
	return end-who > 1 && d.toks[who].Lower == "that" && d.lex.Flags(d.toks[who+1].Lower)&lexicon.Determiner != 0
}

// aside reports whether a cue tells between commas who passes on what another one says:
// "Lee, quoted by the Courier, said".
func (d *document) aside(dr *draft) bool {
	first, end := d.tokens(dr.cue)
	if first == 0 || end >= len(d.toks) || !d.lex.Has("quoted-as", d.toks[end-1].Lower) || !d.lex.Has("passed-by", d.toks[end].Lower) {
		return false
	}
	return d.toks[first-1].Lower == "," || d.lex.Has("as-said", d.toks[first-1].Lower) && first > 1 && d.toks[first-2].Lower == ","
}

// namesSelf reports whether content is what somebody calls themselves: "calls himself Lee".
func (d *document) namesSelf(dr *draft) bool {
	first, end := d.tokens(dr.content[0])
	return len(dr.content) == 1 && end-first > 1 && d.lex.Has("oneself", d.toks[first].Lower) && d.toks[first+1].Cap
}

// passive reports whether a cue says what was done to its subject, who has said
// nothing: "have been called the dullest side".
func (d *document) passive(dr *draft) bool {
	first, end := d.tokens(dr.cue)
	be := func(t text.Token) bool { return d.lex.Flags(t.Lower)&lexicon.Be != 0 }
	return slices.ContainsFunc(d.toks[first:end-1], be) && d.lex.Has("named-so", d.toks[end-1].Lower)
}

// byAnother reports whether a cue tells what somebody else did to or said of the one who is
// taken to speak: "Lee, described by Rand as a crook, said", "Lee, accused by Rand of
// theft". Who responds by saying something speaks.
func (d *document) byAnother(dr *draft) bool {
	if dr.cue.IsZero() || !dr.sourced || d.lex.Lang != "en" || len(dr.content) != 1 {
		return false
	}
	_, end := d.tokens(dr.cue)
	if d.doneInHeadline(dr) {
		return true
	}
	if end+1 >= len(d.toks) || d.toks[end].Lower != "by" || !d.lex.Has("done-by", d.toks[end-1].Lower) || !d.toks[end+1].Cap && d.lex.Flags(d.toks[end+1].Lower)&(lexicon.Determiner|lexicon.ObjectPronoun|lexicon.Somebody) == 0 {
		return false
	}
	if dr.source.Span.End <= dr.cue.Start {
		return dr.content[0].Start >= d.toks[end].Start || dr.source.Span.Overlaps(dr.content[0])
	}
	return !dr.clause && dr.content[0].End <= dr.cue.Start && !d.quotesIn(dr)
}

// doneInHeadline reports whether a headline's participle tells what was done to the one who is
// taken to speak, as headlines leave out "was": "Mayor urged to quit", "Lee accused of
// theft", "Mill will close, workers told".
func (d *document) doneInHeadline(dr *draft) bool {
	s := &d.sents[dr.sent]
	first, end := d.tokens(dr.cue)
	if !s.Headline || dr.source.Span.End > dr.cue.Start || end-first > 2 || !d.lex.Has("done-by", d.toks[first].Lower) {
		return false
	}
	next := first + 1
	if next >= len(d.toks) || d.toks[next].Start >= s.Items[len(s.Items)-1].End {
		return d.lex.Has("done-to", d.toks[first].Lower)
	}
	f := d.lex.Flags(d.toks[next].Lower)
	return f&(lexicon.Preposition|lexicon.Negation) != 0 || d.toks[next].Lower == "to"
}

// hearsay reports whether a cue tells what others say of its subject: "is said to have told
// them that it was late".
func (d *document) hearsay(dr *draft) bool {
	first, end := d.tokens(dr.cue)
	opens, _ := d.tokens(dr.content[0])
	return end-first > 1 && opens == end && d.toks[opens].Lower == "to" && d.lex.Has("said-of", d.toks[end-1].Lower) &&
		slices.ContainsFunc(d.toks[first:end-1], func(t text.Token) bool { return d.lex.Flags(t.Lower)&lexicon.Be != 0 })
}

// tries reports whether a cue only tells what somebody was out to do: "sought to
// play it down".
func (d *document) tries(dr *draft) bool {
	_, end := d.tokens(dr.cue)
	first, _ := d.tokens(dr.content[0])
	return d.lex.Has("tries", d.toks[end-1].Lower) && d.toks[first].Lower == "to"
}

// prospect reports whether a cue tells what somebody may do: "is likely to oppose
// the plan", "appears set to veto it".
func (d *document) prospect(dr *draft) bool {
	first, end := d.tokens(dr.cue)
	for i := first + 1; i+1 < end; i++ {
		if d.toks[i].Lower == "to" && d.lex.Has("prospect", d.toks[i-1].Lower) {
			return true
		}
	}
	return false
}

// saysNothing reports whether a cue tells that somebody is silent, or content is no
// more than the subject of a clause about something: "kept silent about the ferry",
// "the price of which has trebled".
func (d *document) saysNothing(dr *draft) bool {
	first, end := d.tokens(dr.cue)
	if slices.ContainsFunc(d.toks[first:end], func(t text.Token) bool { return d.lex.Has("silent", t.Lower) }) {
		return true
	}
	opens, _ := d.tokens(dr.content[0])
	if d.lex.Has("answering", d.toks[end-1].Lower) && opens+1 < len(d.toks) && d.lex.Has("a-question", strings.TrimSuffix(d.toks[opens+1].Lower, "s")) {
		return true // "answering a question from the Courier"
	}
	refuses := slices.ContainsFunc(d.toks[first:end], func(t text.Token) bool { return d.lex.Flags(t.Lower)&lexicon.Refusal != 0 })
	if refuses && d.lex.Flags(d.toks[opens].Lower)&(lexicon.Question|lexicon.Whether) != 0 && d.toks[opens].Lower != "to" || refuses && d.lex.Has("of-which", d.toks[opens].Lower) {
		return true // "declined to say which ships had left"
	}
	_, end = d.tokens(dr.content[len(dr.content)-1])
	return d.lex.Has("of-which", d.toks[end-1].Lower)
}

// wantsNone reports whether somebody refuses something, and says nothing of it: "want
// none of it", "refused all visits".
func (d *document) wantsNone(dr *draft) bool {
	_, end := d.tokens(dr.cue)
	first, _ := d.tokens(dr.content[0])
	no := d.lex.Has("nobody", d.toks[first].Lower)
	return no && d.verb(dr.cue, lexicon.Stance) || d.lex.Flags(d.toks[end-1].Lower)&lexicon.Refusal != 0 && d.toks[first].Lower != "to"
}

// asksOf reports whether content begins with who was asked: "asked Ms Lee about
// the ferry".
func (d *document) asksOf(dr *draft) bool {
	first, _ := d.tokens(dr.content[0])
	t := d.toks[first]
	return d.verb(dr.cue, lexicon.Ask) && t.Cap && d.lex.Flags(t.Lower)&lexicon.Honorific != 0
}

// everyday reports whether a cue is a verb that mostly reports nothing: "put her
// hand on the door", "sees the matter differently", "debated the budget".
func (d *document) everyday(dr *draft) bool {
	first, end := d.tokens(dr.cue)
	from, to := d.tokens(dr.content[0])
	numbers := slices.ContainsFunc(d.toks[from:to], func(t text.Token) bool { return t.Kind == text.Number })
	verb := d.toks[first].Lower
	if last := d.toks[end-1].Lower; d.lex.Has("dealing", last) {
		return true // "has since revised his plan", "also addressed the matter"
	}
	return end-first == 1 && (d.lex.Has("deliberating", verb) || d.lex.Has("everyday-verb", verb) && !numbers)
}

// nobodySays reports whether a source is none: "nobody claimed", "half of what the
// towns ask".
func (d *document) nobodySays(dr *draft) bool {
	first, end := d.tokens(dr.source.Span)
	return d.lex.Flags(d.toks[first].Lower)&lexicon.Negation != 0 || slices.ContainsFunc(d.toks[first+1:max(end, first+1)], func(t text.Token) bool { return t.Lower == "what" })
}

// scrap reports whether content is a word, or two of which one is a pronoun:
// "put it differently".
func (d *document) scrap(sp statements.Span) bool {
	first, _ := d.tokens(sp)
	n := countWords(sp.Of(d.src))
	return n == 1 || n == 2 && d.lex.Flags(d.toks[first].Lower)&(lexicon.Pronoun|lexicon.ObjectPronoun) != 0
}

// handles reports whether a cue is no verb of saying and its content no more than
// a thing of somebody's: "examined her shoes".
func (d *document) handles(dr *draft) bool {
	first, end := d.tokens(dr.content[0])
	if dr.clause || end-first > 3 || d.lex.Flags(d.toks[first].Lower)&lexicon.Possessive == 0 {
		return false
	}
	first, end = d.tokens(dr.cue)
	return !slices.ContainsFunc(d.toks[first:end], func(t text.Token) bool { return len(d.lex.Verbs(t.Lower)) > 0 })
}
