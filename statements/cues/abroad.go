package cues

import (
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// widest is how many items may lie between a German auxiliary and the
// participle at the end of its clause.
const widest = 24

// groupAbroad is group for the languages that list their verbs form by form:
// "a déclaré", "a-t-il ajouté", "ha dicho", "hat am Montag gesagt".
func groupAbroad(s *Sentence, c *Cue) bool {
	for c.First > 0 && (s.Is(c.First-1, lexicon.Auxiliary) || s.Items[c.First-1].Kind == text.Clitic && s.Is(c.First-1, lexicon.Pronoun) || object(s, c.First-1)) {
		c.First--
	}
	c.Finite = c.First
	if c.Verb.Form == lexicon.PastPart && !beside(s, c) && (hasAux(s, c) || !perfect(s, c)) {
		return false // "le plan annoncé", "wie vereinbart"
	}
	if s.Lex.Lang == "de" && c.Verb.Form == lexicon.Past && undone(s, c) {
		return false
	}
	return !s.Is(c.First-1, lexicon.Negation) && !s.Is(c.End, lexicon.Negation)
}

// object reports whether item i is a pronoun that stands before its verb and
// is not its subject: "lui a répondu", "se quejó".
func object(s *Sentence, i int) bool {
	return s.Lex.Lang != "de" && s.Is(i, lexicon.ObjectPronoun) && !s.Is(i, lexicon.Pronoun|lexicon.Preposition)
}

// undone reports whether a German form that may be finite is none here: "wird
// berichtet", "berichtet worden war", "am vermuteten Ort".
func undone(s *Sentence, c *Cue) bool {
	if s.Lex.Has("passive", s.Lower(c.At+1)) {
		return true
	}
	if c.First == 1 && s.Lex.Has("anaphor", s.Lower(0)) {
		return false // "Das teilte Lee mit"
	}
	if n := c.At + 1; s.Is(c.First-1, lexicon.Determiner|lexicon.Possessive|lexicon.Preposition) && !s.Is(c.First-1, lexicon.Pronoun) && s.Word(n) && s.Items[n].Cap {
		return true
	}
	if !participial(s, c) {
		return false
	}
	for i := c.At - 1; i >= max(0, c.At-widest) && !s.IsQuote(i) && s.Items[i].Kind != text.Mark; i-- {
		if s.Is(i, lexicon.Auxiliary) {
			return true
		}
	}
	return false
}

// participial reports whether a verb's form can be a participle as well.
func participial(s *Sentence, c *Cue) bool {
	for _, v := range s.Lex.Verbs(s.Lower(c.At)) {
		if v.Form == lexicon.PastPart {
			return true
		}
	}
	return false
}

// beside reports whether the auxiliary of a perfect is part of the group
// already: "a déclaré", "s'est indigné", but not "wird berichtet".
func beside(s *Sentence, c *Cue) bool {
	for i := c.First; i < c.At; i++ {
		if s.Is(i, lexicon.Perfect) || s.Is(i, lexicon.Auxiliary) && s.Is(i-1, lexicon.ObjectPronoun) {
			return true
		}
	}
	return false
}

// perfect finds the auxiliary of a participle that does not stand right before
// it. With adverbs between the two they are one group ("a aussi déclaré"). In
// German it may follow ("gesagt hatte") or stand where the clause begins ("hat
// am Montag gesagt"), beside the subject.
func perfect(s *Sentence, c *Cue) bool {
	if s.Lex.Lang == "de" && s.Is(c.End, lexicon.Perfect) {
		c.End++
		return true
	}
	i := c.First - 1
	for i > 0 && s.Is(i, lexicon.Adverb|lexicon.ObjectPronoun) {
		i--
	}
	if s.Is(i, lexicon.Perfect) {
		c.First, c.Finite = i, i
		return true
	}
	if s.Lex.Lang != "de" {
		return false
	}
	for ; i >= max(0, c.First-widest) && !s.IsQuote(i) && !s.Mark(i, ";", ":", "–", "—"); i-- {
		if s.Is(i, lexicon.Perfect) {
			c.Finite = i
			return true
		}
		if s.Is(i, lexicon.That|lexicon.ClauseOpener) {
			return false
		}
	}
	return false
}

// reportsAbroad is reports for the same languages.
func reportsAbroad(s *Sentence, c *Cue) bool {
	p := c.First - 1
	if s.Lex.Has("set-off", c.Verb.Lemma) {
		return s.IsQuote(p) || s.Mark(p, ",", "–", "—", "-") || p < 0 // German "so": „…“, so Lee
	}
	if s.Lex.Has("reflexive", s.Lower(c.At)) && !s.Is(c.First, lexicon.ObjectPronoun) {
		return false // "une réponse indigne"
	}
	if c.Verb.Form == lexicon.Participle {
		c.Shared = true // "añadiendo que", "отметив, что"
		return p < 0 || s.IsQuote(p) || s.Mark(p, ",", "–", "—") || s.Is(p, lexicon.Coordinator)
	}
	return true
}
