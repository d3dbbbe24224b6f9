package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// wasAsked reports whether a draft is what its source was asked, in a participle behind a
// comma: "Lee, asked whether she would go, said no". Who asks has the verb alone: "Lee, a
// nurse, asked whether it was late".
func (d *document) wasAsked(dr *draft) bool {
	if dr.cue.IsZero() || !dr.sourced || dr.source.Span.End > dr.cue.Start || d.lex.Lang != "en" {
		return false
	}
	cue, _ := d.tokens(dr.cue)
	_, end := d.tokens(dr.source.Head)
	if cue == 0 || end+1 < cue || end > cue || d.toks[cue-1].Lower != "," || !d.lex.Has("asked", d.toks[cue].Lower) {
		return false
	}
	if d.quotesIn(dr) {
		return false
	}
	_, last := d.tokens(d.sents[dr.sent].Items[len(d.sents[dr.sent].Items)-1].Span)
	for i := cue + 1; i+1 < last; i++ {
		if d.toks[i].Lower == "," && d.doing(d.toks[i+1]) {
			return true
		}
	}
	return false
}

// doing reports whether a token may be what somebody did: "said", "laughed".
func (d *document) doing(t text.Token) bool {
	past := func(v lexicon.Verb) bool { return v.Form == lexicon.Past || v.Form == lexicon.Third }
	return !t.Cap && (slices.ContainsFunc(d.lex.Verbs(t.Lower), past) || d.lex.Flags(t.Lower)&(lexicon.Auxiliary|lexicon.Irregular) != 0)
}

// closeRelative ends what is said in a clause about somebody where it closes: "Lee, who
// refused them a vote, feels sure".
func (d *document) closeRelative(dr *draft) {
	if dr.cue.IsZero() || len(dr.content) != 1 || dr.content[0].Start < dr.cue.End {
		return
	}
	cue, _ := d.tokens(dr.cue)
	k := cue - 1
	for k > 0 && d.lex.Flags(d.toks[k].Lower)&(lexicon.Auxiliary|lexicon.Adverb) != 0 {
		k--
	}
	object := false
	if dr.sourced && d.lex.Has("object-who", d.toks[d.firstToken(dr.source.Span)].Lower) {
		k, object = d.firstToken(dr.source.Span), true // "Lee, whom Rand called a crook, said"
	}
	before := k - 1
	if before > 0 && d.lex.Has("and", d.toks[before].Lower) {
		before-- // "Lee, who is 54, and who said"
	}
	if k < 1 || !object && d.lex.Flags(d.toks[k].Lower)&lexicon.PronounRelative == 0 || d.toks[before].Lower != "," {
		return
	}
	first, end := d.tokens(dr.content[0])
	told := !d.clauseOf(dr, first) || object && d.toks[k].Lower == "whom"
	for i := first + 1; i+1 < end; i++ {
		next := d.toks[i+1]
		told = told || d.lex.Flags(d.toks[i].Lower)&(lexicon.Auxiliary|lexicon.Irregular) != 0
		if told && d.toks[i].Lower == "," && !next.Cap && (d.lex.Flags(next.Lower)&lexicon.Auxiliary != 0 || object && strings.HasSuffix(next.Lower, "ed") || slices.ContainsFunc(d.lex.Verbs(next.Lower), func(v lexicon.Verb) bool { return v.Form != lexicon.Participle })) {
			dr.content[0].End = d.toks[i-1].End
			return
		}
	}
}

// firstToken gives the token that a span begins with.
func (d *document) firstToken(sp statements.Span) int {
	first, _ := d.tokens(sp)
	return first
}

// closeGapped ends what is said where another's begins whose verb is not said again: "Lee
// said it was early; Rand, that it was late".
func (d *document) closeGapped(dr *draft) {
	if dr.cue.IsZero() || len(dr.content) != 1 || dr.content[0].Start < dr.cue.End || d.lex.Lang != "en" {
		return
	}
	first, end := d.tokens(dr.content[0])
	for i := first + 1; i+3 < end; i++ {
		if d.toks[i].Lower != ";" && d.toks[i].Lower != "," || !d.toks[i+1].Cap && d.lex.Flags(d.toks[i+1].Lower)&lexicon.Determiner == 0 {
			continue
		}
		who := i + 1
		for who < end && d.toks[who].Kind == text.Letters && (d.toks[who].Cap || who == i+1 || d.lex.Has("latter", d.toks[who].Lower)) {
			who++
		}
		comma := who < end && d.toks[who].Lower == ","
		if comma {
			who++
		}
		gapped := comma && d.toks[i].Lower == ";" || d.lex.Has("latter", d.toks[who-1].Lower)
		if gapped && who < end && d.lex.Flags(d.toks[who].Lower)&lexicon.That != 0 {
			dr.content[0].End = d.toks[i-1].End
			return
		}
	}
}

// closeMeanwhile ends what a headline quotes before what happens meanwhile: "Lee calls Rand
// “a crook” as row deepens".
func (d *document) closeMeanwhile(dr *draft) {
	if !d.sents[dr.sent].Headline || len(dr.content) != 1 || d.lex.Lang != "en" {
		return
	}
	first, end := d.tokens(dr.content[0])
	for i := first + 1; i+1 < end; i++ {
		if d.lex.Has("meanwhile", d.toks[i].Lower) && d.owner[i] < 0 && d.owner[i-1] >= 0 && d.lex.Flags(d.toks[i+1].Lower)&(lexicon.Determiner|lexicon.Preposition) == 0 {
			dr.content[0].End = d.toks[i-1].End
			return
		}
	}
}

// closeQuoted ends what somebody calls something with its quotation: the paper tells the
// rest in “called it “covered”, which the board extended last week”.
func (d *document) closeQuoted(dr *draft) {
	if dr.cue.IsZero() || len(dr.content) != 1 || !d.verb(dr.cue, lexicon.Object) {
		return
	}
	c := &dr.content[0]
	for q := d.quoteFrom(c.Start); q < len(d.quotes) && d.quotes[q].Inner.Start < c.End; q++ {
		_, after := d.tokens(statements.Span{Start: d.quotes[q].Inner.Start, End: d.quotes[q].Inner.End})
		for after < len(d.toks) && d.toks[after].Kind == text.Mark && d.toks[after].Lower != "," {
			after++
		}
		if after+1 < len(d.toks) && d.toks[after].Lower == "," && d.toks[after+1].Start < c.End && (d.lex.Has("of-which", d.toks[after+1].Lower) || d.lex.Flags(d.toks[after+1].Lower)&lexicon.PronounRelative != 0) {
			c.End = d.toks[after-1].End
			return
		}
	}
}

// clauseOf reports whether the content of a draft that begins with a token may be a clause,
// whose subject comes first: "said that Lee, who is late, must go".
func (d *document) clauseOf(dr *draft, first int) bool {
	t := d.toks[first]
	return d.lex.Flags(t.Lower)&lexicon.That != 0 || (t.Cap || d.lex.Flags(t.Lower)&(lexicon.Determiner|lexicon.Pronoun) != 0) &&
		(d.verb(dr.cue, lexicon.Say) || d.verb(dr.cue, lexicon.Tell) || d.verb(dr.cue, lexicon.Stance))
}

// closeSubordinate ends what is said in a clause that the main one follows, "After Lee said it
// was late, the guild closed", or that stands inside of it: "Rand, speaking a day after Lee
// said it was late, called it early".
func (d *document) closeSubordinate(dr *draft) {
	s := &d.sents[dr.sent]
	if d.lex.Lang != "en" || dr.cue.IsZero() || !dr.sourced || len(dr.content) != 1 || dr.content[0].Start < dr.cue.End || d.quotesIn(dr) || !d.subordinate(dr) {
		return
	}
	inside := itemAt(s, dr.source.Span.Start) > longestOpener
	first, end := d.tokens(dr.content[0])
	told := !d.clauseOf(dr, first)
	for i := first + 1; i+2 < end; i++ {
		t, next := d.toks[i], d.toks[i+1]
		told = told || d.doing(t) || !t.Cap && (strings.HasSuffix(t.Lower, "s") || strings.HasSuffix(t.Lower, "ed"))
		if listed := next.Cap && (d.toks[i+2].Lower == "," || d.lex.Flags(d.toks[i+2].Lower)&lexicon.Coordinator != 0); !told || t.Lower != "," || listed {
			continue
		}
		subject := next.Cap || d.lex.Flags(next.Lower)&(lexicon.Determiner|lexicon.Pronoun|lexicon.Somebody) != 0 && d.lex.Flags(next.Lower)&(lexicon.PronounRelative|lexicon.That) == 0 ||
			d.toks[i+2].Lower == "have" || d.toks[i+2].Lower == "had"
		if subject && !inside || inside && len(d.lex.Verbs(next.Lower)) > 0 && d.doing(next) {
			dr.content[0].End = d.toks[i-1].End
			return
		}
	}
}

// longestOpener is how many words may open a clause before its subject: "A few hours after".
const longestOpener = 5

// subordinate reports whether a word that opens a clause stands right before who says a draft.
func (d *document) subordinate(dr *draft) bool {
	s := &d.sents[dr.sent]
	k := itemAt(s, dr.source.Span.Start)
	return k > 0 && s.Lex.Has("opens-before-main", s.Lower(k-1)) && (k <= longestOpener || s.Mark(itemBehind(s, k), ","))
}

// itemBehind gives the last comma before item k, or 0.
func itemBehind(s *cues.Sentence, k int) int {
	for k--; k > 0 && !s.Mark(k, ","); k-- {
	}
	return k
}

// supposed reports whether nobody says that a draft was said: "If Lee says it is late", "it is
// unclear whether Lee said", "Lee may say", "whatever Lee says", "did Lee say", the headline "What Lee said".
func (d *document) supposed(dr *draft) bool {
	s := &d.sents[dr.sent]
	if d.lex.Lang != "en" || dr.cue.IsZero() || !dr.sourced || d.quotesIn(dr) {
		return false
	}
	k := itemAt(s, dr.source.Span.Start)
	if k > 0 && dr.source.Span.Start < dr.cue.Start && (s.Lex.Has("supposes", s.Lower(k-1)) || s.Headline && k == 1 && s.Is(0, lexicon.Question)) {
		return true
	}
	first, _ := d.tokens(dr.cue)
	return s.Lex.Has("may-say", d.toks[first].Lower) || dr.source.Span.Start < dr.cue.Start && (s.Lex.Has("whatever", s.Lower(k)) || asks(s, k))
}

// asks reports whether a sentence, which whoever speaks at item k is the subject of, is
// a question or no more than imagined: "Did Lee say", "Had the mayor said".
func asks(s *cues.Sentence, k int) bool {
	if !s.Is(0, lexicon.Auxiliary) {
		return false
	}
	return k == 1 || k == 0 && s.Is(1, lexicon.Determiner|lexicon.Pronoun)
}
