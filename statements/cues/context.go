package cues

import (
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// reports decides by its neighbours whether a word that can report does so
// here, and fills in how it gets its subject.
func reports(s *Sentence, c *Cue) bool {
	p := c.First - 1
	c.Coordinated = s.Is(p, lexicon.Coordinator) || s.Headline && s.Mark(p, ",") && c.Verb.Form == lexicon.Third // "Mayor signs law, calls it"
	if s.Lex.Lang != "en" {
		return reportsAbroad(s, c)
	}
	aux := c.First < c.At && hasAux(s, c)
	if aux && c.Verb.Class == lexicon.Say && s.Is(c.End, lexicon.Whether) {
		return false // "neither would say whether": nobody said so
	}
	if c.Verb.Class == lexicon.Tell && s.Lower(c.End) == "of" && len(c.Verb.After) == 0 {
		return false // "told of the night the hill came down"
	}
	if summons(s, c) || s.Lex.Has("infinitive-only", c.Verb.Lemma) && s.Lower(c.End) != "to" {
		return false // "offered tea"
	}
	if c.Verb.Lemma == "put" && len(c.Verb.After) == 0 {
		return numbers(s, c) && !c.Passive && s.Lower(p) != "to" && !s.Is(p, lexicon.Determiner|lexicon.Preposition)
	}
	if c.Verb.Class == lexicon.Stance && (c.Verb.Form == lexicon.Past || c.Verb.Form == lexicon.PastPart) && wouldHave(s, c) {
		return false
	}
	switch c.Verb.Form {
	case lexicon.Participle:
		return participle(s, c, p, aux)
	case lexicon.Base:
		return base(s, c, p, aux)
	case lexicon.Third:
		return third(s, c, p)
	case lexicon.PastPart:
		return aux && !c.Passive
	}
	return past(s, c, p)
}

func hasAux(s *Sentence, c *Cue) bool {
	for i := c.First; i < c.At; i++ {
		if s.Is(i, lexicon.Auxiliary) {
			return true
		}
	}
	return false
}

// summons reports whether "call" says nothing: "called Lee to order", "called
// an election".
func summons(s *Sentence, c *Cue) bool {
	if c.Verb.Lemma != "call" || len(c.Verb.After) > 0 || s.Is(c.End, lexicon.Possessive) {
		return false
	}
	for k := c.End; k < c.End+5 && s.Word(k); k++ {
		if s.Lower(k) == "to" && s.Lex.Has("called-to", s.Lower(k+1)) {
			return true
		}
		if s.Lex.Has("called-in", s.Lower(k)) {
			return !s.Word(k+1) && !s.IsQuote(k+1) || s.Is(k+1, lexicon.Preposition|lexicon.Time)
		}
	}
	return false
}

// numbers reports whether "put" gives a number: "put the toll at 900".
func numbers(s *Sentence, c *Cue) bool {
	for k := c.End; k < c.End+8 && s.Word(k); k++ {
		if s.Lower(k) != "at" {
			continue
		}
		for n := k + 1; n < k+5 && n < len(s.Items); n++ {
			if s.Items[n].Kind == text.Number {
				return true
			}
		}
	}
	return false
}

// wouldHave reports whether a verb tells what was not so: "would have wished".
func wouldHave(s *Sentence, c *Cue) bool {
	for i := c.First; i < c.At; i++ {
		if s.Is(i, lexicon.Hypothetical) {
			return true
		}
	}
	return false
}

// past: "said", but not "the said plan", "a man accused of theft", "was told".
func past(s *Sentence, c *Cue, p int) bool {
	if c.Passive {
		return false
	}
	if s.Word(p) && s.Items[p].Kind == text.Number && c.First == c.At && !strings.HasSuffix(s.Lower(p), "-year-old") {
		return false // "4,051 pledged delegates"
	}
	if s.Is(p, lexicon.Determiner|lexicon.Preposition) && !s.Is(p, lexicon.Pronoun) && s.Lower(p) != "after" && s.Lower(p) != "before" {
		return false
	}
	next := s.Lower(c.End)
	if c.Verb.Class == lexicon.Ask && s.Is(c.End, lexicon.Negation) {
		return false // "who asked not to be named"
	}
	if next == "by" || next == "as" && c.Verb.Class != lexicon.Object {
		return false
	}
	if c.Verb.Class == lexicon.Object && len(c.Verb.After) == 0 && s.Is(c.End, lexicon.Preposition) && !s.Is(c.End, lexicon.Determiner) &&
		!(s.Lower(AfterDay(s, c.End)) == "to" && s.Lex.Has("with-infinitive", c.Verb.Lemma)) {
		return false // "a man accused of", "a plan described as", "called in"
	}
	return true
}

// AfterDay gives the item after a day that begins at item i: "on Friday", "yesterday".
// Else it gives i.
func AfterDay(s *Sentence, i int) int {
	k := i
	if s.Is(k, lexicon.Preposition) {
		k++
	}
	day := k
	for s.Is(k, lexicon.Time) {
		k++
	}
	if k == day {
		return i
	}
	return k
}

// third: "says", and "claims" where it is no plural noun.
func third(s *Sentence, c *Cue, p int) bool {
	if p < 0 && !s.Is(c.End, 0) {
		return s.IsQuote(c.End)
	}
	if s.Is(p, lexicon.Determiner|lexicon.Preposition|lexicon.Adjective|lexicon.Conjunction) && !s.Is(p, lexicon.Pronoun|lexicon.Coordinator|lexicon.PronounRelative) &&
		!(p > 0 && s.Items[p].Cap && s.Is(p, lexicon.Adjective) && c.Verb.Class == lexicon.Say && !s.Headline) {
		return false
	}
	if p >= 0 && s.Items[p].Kind == text.Clitic || s.Is(p, lexicon.Demonym) && !s.Items[p].Cap {
		return false
	}
	if s.Is(p, lexicon.Role) && !(s.Headline && p == 1 && !s.Lex.Has("noun-form", s.Lower(c.At)) || s.Headline && p == 1 && len(c.Verb.After) > 0) && s.Word(p-1) && !s.Is(p-1, lexicon.Determiner|lexicon.Adjective|lexicon.Demonym) && p > 0 && !s.Items[p].Cap && !s.Is(p, lexicon.Pronoun) {
		return false // "member states"
	}
	if c.Verb.Class != lexicon.Object && !s.Lex.Has("noun-form", s.Lower(c.At)) {
		return true
	}
	if s.Is(p, lexicon.PronounOther) || !person(s, p) {
		return false // "some states", "future states"
	}
	next := c.End
	announces := s.Mark(next, ":") && next == len(s.Items)-1 // "The Courier reports:"
	if (s.Stop(next) || s.Mark(next, ",") || announces) && c.Verb.Class != lexicon.Object && c.Verb.Class != lexicon.Demand {
		return true
	}
	if c.Verb.Class == lexicon.Object || c.Verb.Class == lexicon.Demand || c.Verb.Class == lexicon.Stance {
		return !s.Is(next, lexicon.Preposition|lexicon.Conjunction|lexicon.Auxiliary) && (s.Word(next) || s.IsQuote(next)) && person(s, p)
	}
	return s.Is(next, lexicon.That|lexicon.Determiner|lexicon.Pronoun) || s.IsQuote(next) || s.Mark(next, ":", ",") && s.IsQuote(next+1) || s.Word(next) && s.Items[next].Cap || s.Word(next) && person(s, p) && !s.Is(next, lexicon.Preposition|lexicon.Auxiliary)
}

// person reports whether item p can end a subject that speaks: a name, a role,
// a pronoun.
func person(s *Sentence, p int) bool {
	return s.Is(p, lexicon.Pronoun|lexicon.Role|lexicon.Group|lexicon.Body|lexicon.PronounRelative|lexicon.Coordinator) || s.Word(p) && s.Items[p].Cap || s.Mark(p, ",", ")")
}

// base: "they say", "did say", but not "to say" or "the say".
func base(s *Sentence, c *Cue, p int, aux bool) bool {
	if aux {
		return true
	}
	for p > 0 && s.Is(p, lexicon.Adverb) && !s.Is(p, lexicon.Somebody) {
		p-- // "officials here say"
	}
	if (s.Is(p, lexicon.PronounOther|lexicon.Share) || s.Word(p) && s.Items[p].Kind == text.Number) && c.Verb.Class <= lexicon.Stance {
		return true // "some say", "42% say", "a third of voters say"
	}
	if p < 0 || s.Items[p].Kind == text.Clitic || s.Lower(p) == "to" || s.Is(p, lexicon.Determiner|lexicon.Preposition|lexicon.Adjective) {
		return false
	}
	if s.Is(p, lexicon.PronounP|lexicon.PronounOther|lexicon.Group|lexicon.PronounRelative) || s.Lower(p) == "i" {
		return true
	}
	if !s.Word(p) {
		return c.Verb.Lemma == "say" && s.IsQuote(p) || s.Mark(p, ",") && person(s, p-1) && (c.Verb.Class == lexicon.Say || c.Verb.Class == lexicon.Stance)
	}
	l := s.Lower(p)
	return strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") && s.Items[p].Kind == text.Letters && s.nounVerb(c)
}

// nounVerb keeps apart "officials claim that" and "a customs claim".
func (s *Sentence) nounVerb(c *Cue) bool {
	if c.Verb.Class == lexicon.Say || c.Verb.Class == lexicon.Stance || c.Verb.Class == lexicon.Tell {
		return true
	}
	return s.Is(c.End, lexicon.Determiner|lexicon.That|lexicon.ObjectPronoun) || s.Word(c.End) && s.Items[c.End].Cap
}

// participle: ", adding that", "is saying", "a statement saying".
func participle(s *Sentence, c *Cue, p int, aux bool) bool {
	if aux {
		for i := c.First; i < c.At; i++ {
			if s.Is(i, lexicon.Be) {
				return c.Verb.Class != lexicon.Stance
			}
		}
		return false
	}
	if s.Word(p) && s.Items[p].Cap && p > 0 && (s.IsQuote(c.End) || s.Mark(c.End, ",") && s.IsQuote(c.End+1)) {
		return true // "footage of Lee asking, “…”"
	}
	c.Shared = true
	if c.Verb.Class == lexicon.Object && len(c.Verb.After) == 0 && s.Is(c.End, lexicon.Preposition) {
		return false
	}
	if s.Lower(p) == "as" && quotedAs(s, c) {
		return true
	}
	if s.Is(p, lexicon.StatementNoun|lexicon.Venue) || s.Lower(p) == "by" && s.Lower(c.At) == "saying" || s.Lower(p) == "as" && s.Lower(c.At) == "saying" {
		return true
	}
	if s.Is(p, lexicon.Coordinator) || s.Lex.Has("before-participle", s.Lower(p)) {
		return c.Verb.Class != lexicon.Stance
	}
	if SentTo(s, p) {
		return true
	}
	if p < 0 {
		return s.Is(c.End, lexicon.That) || s.IsQuote(c.End)
	}
	return (s.IsQuote(p) || s.Mark(p, ",", "—", "–", "―", "--", "-")) && c.Verb.Class != lexicon.Stance || s.Lower(c.At) == "saying" && s.Word(p) && !s.Is(p, lexicon.Preposition|lexicon.Determiner|lexicon.Refusal)
}

// longestAddress is how many items say to whom a letter was sent, and when.
const longestAddress = 12

// SentTo reports whether item p ends to whom something was sent that says what
// follows: "sent a letter on Monday to the board of the mill urging".
func SentTo(s *Sentence, p int) bool {
	to := p
	for to > 0 && p-to < longestAddress && s.Lower(to) != "to" {
		if !s.Word(to) && s.Items[to].Kind != text.Clitic {
			return false
		}
		to--
	}
	if to == p || s.Lower(to) != "to" {
		return false
	}
	k := to - 1
	for to-k < 4 && (s.Is(k, lexicon.Time|lexicon.Adverb) || s.Lower(k) == "on") {
		k-- // "on Monday"
	}
	return s.Lex.Has("sent", s.Lower(k))
}

// quotedAs widens "saying" over "was quoted by the agency as saying", which has
// a subject of its own.
func quotedAs(s *Sentence, c *Cue) bool {
	for i := c.At - 2; i >= max(0, c.At-10); i-- {
		if !s.Lex.Has("quoted-as", s.Lower(i)) {
			continue
		}
		for i > 0 && s.Is(i-1, lexicon.Auxiliary|lexicon.Adverb) {
			i--
		}
		c.First, c.Shared = i, false
		return true
	}
	return false
}
