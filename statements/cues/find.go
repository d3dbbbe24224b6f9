package cues

import (
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// Cue is a verb group that reports something.
type Cue struct {
	First, End int // its items; End is exclusive
	At         int // the verb itself
	Verb       lexicon.Verb
	Passive    bool
	// Shared says that the verb has no subject of its own: ", adding that".
	Shared bool
	// Coordinated says that the verb follows "and" or "but" directly.
	Coordinated bool
}

// Find gives the cues of a sentence in order.
func Find(s *Sentence) []Cue {
	var out []Cue
	for i := 0; i < len(s.Items); i++ {
		if s.Items[i].Kind != text.Letters || s.IsQuote(i) || s.Items[i].Cap && i > 0 && !s.Shouted {
			continue
		}
		for _, v := range s.Lex.Verbs(s.Items[i].Lower) {
			end, ok := after(s, i+1, v.After)
			if !ok && s.Lex.Lang == "de" && len(v.After) == 1 {
				end, ok = i+1, separated(s, i+1, v.After[0])
			}
			if !ok {
				continue
			}
			c := Cue{First: i, End: end, At: i, Verb: v}
			if group(s, &c) && reports(s, &c) {
				out = append(out, c)
				i = end - 1
			}
			break
		}
	}
	return out
}

// after matches the words that must follow a verb. "oneself" and "one's" stand
// for any reflexive or possessive.
func after(s *Sentence, i int, words []string) (int, bool) {
	for _, w := range words {
		l := s.Lower(i)
		switch {
		case w == "oneself" && (l == "himself" || l == "herself" || l == "themselves" || l == "itself"):
		case w == "one's" && s.Is(i, lexicon.Possessive):
		case l != w:
			return 0, false
		}
		i++
	}
	return i, true
}

// group widens the cue over its auxiliaries and adverbs ("has also said") and
// reports false where they take the report back ("did not say").
func group(s *Sentence, c *Cue) bool {
	if s.Lex.Lang != "en" {
		for c.First > 0 && (s.Is(c.First-1, lexicon.Auxiliary) || s.Items[c.First-1].Kind == text.Clitic && s.Is(c.First-1, lexicon.Pronoun)) {
			c.First-- // "a déclaré", "a-t-il ajouté", "ha dicho"
		}
		return !s.Is(c.First-1, lexicon.Negation) && !s.Is(c.End, lexicon.Negation)
	}
	i := c.First - 1
	verb := false
	for ; i >= 0; i-- {
		it := s.Items[i]
		if it.Quote >= 0 || it.Kind == text.Mark {
			break
		}
		if it.Flags&lexicon.Negation != 0 {
			return false
		}
		if it.Kind == text.Clitic && it.Lower == "'s" && (c.Verb.Form == lexicon.Base || !s.Is(i-1, lexicon.Pronoun)) {
			break // a possessive: "Lee's first tweet"
		}
		if it.Flags&lexicon.Auxiliary != 0 {
			if it.Flags&lexicon.Hypothetical != 0 && (it.Lower != "will" && it.Lower != "would" || c.Verb.Class == lexicon.Object || c.Verb.Class == lexicon.Demand) {
				return false
			}
			if it.Flags&lexicon.Be != 0 && (c.Verb.Form == Past || c.Verb.Form == lexicon.PastPart) && !verb {
				c.Passive = true
			}
			verb = true
			continue
		}
		if it.Flags&lexicon.Adverb != 0 && it.Flags&lexicon.Time == 0 || ly(it) {
			continue
		}
		break
	}
	c.First = i + 1
	for c.First < c.At && !s.Is(c.First, lexicon.Auxiliary) && loose(s, c.First) {
		c.First++
	}
	return true
}

// Past is the form of plain reports.
const Past = lexicon.Past

func ly(it Item) bool {
	return len(it.Lower) > 4 && !it.Cap && it.Lower[len(it.Lower)-2:] == "ly" && it.Flags&lexicon.Somebody == 0 && it.Lower != "family" && it.Lower != "ally"
}

// loose reports whether an adverb at the front of a verb group belongs to the
// subject or the sentence before it.
func loose(s *Sentence, i int) bool {
	switch s.Lower(i) {
	case "too", "however", "meanwhile", "here", "there", "himself", "herself", "themselves", "itself", "yesterday", "today", "tonight", "as", "else", "much", "quite", "very", "long", "far":
		return true
	}
	return false
}

// separated reports whether the particle of a German verb stands at the end of
// its clause: "teilte die Polizei mit".
func separated(s *Sentence, i int, particle string) bool {
	for end := min(i+16, len(s.Items)); i < end; i++ {
		if s.Lower(i) == particle && !s.IsQuote(i) {
			return s.Stop(i+1) || s.Mark(i+1, ",", ":")
		}
		if s.IsQuote(i) || s.Mark(i, ",", ";") {
			return false
		}
	}
	return false
}
