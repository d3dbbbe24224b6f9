package cues

import (
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// Cue is a verb group that reports something.
type Cue struct {
	First, End int // its items; End is exclusive
	At         int // the verb itself
	// Finite is where the subject stands beside the verb: First, but for the
	// auxiliary of a German participle at the end of its clause.
	Finite int
	// Particle is the last of the words that a German verb has at the end of
	// its clause ("mit" of "teilte … mit"), or 0.
	Particle int
	Verb     lexicon.Verb
	Passive  bool
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
			c := Cue{First: i, At: i, Verb: v, Finite: i}
			if !complete(s, &c) {
				continue
			}
			if group(s, &c) && reports(s, &c) {
				c.Finite = min(c.Finite, c.First)
				out = append(out, c)
				i = c.End - 1
				break
			}
			if s.Lex.Lang == "en" {
				break // abroad one form is finite verb and participle
			}
		}
	}
	return out
}

// complete finds the words that belong to a verb, and so the end of its cue.
func complete(s *Sentence, c *Cue) bool {
	words := c.Verb.After
	if len(words) > 0 && s.Lex.Has("separable", words[len(words)-1]) {
		c.End = c.At + 1
		c.Particle = separated(s, c.End, words)
		if c.Particle == c.At+len(words) {
			c.End = c.Particle + 1
		}
		return c.Particle > 0
	}
	i := c.At + 1
	for s.Lex.Lang == "de" && len(words) > 0 && i < c.At+3 && s.Is(i, lexicon.Adverb) && s.Lower(i) != words[0] {
		i++ // "sprach bereits von"
	}
	end, ok := after(s, i, words)
	if len(words) == 0 {
		end = c.At + 1
	}
	c.End = end
	return ok
}

// after matches the words that must follow a verb. "oneself" and "one's" stand
// for any reflexive or possessive.
func after(s *Sentence, i int, words []string) (int, bool) {
	for _, w := range words {
		l := s.Lower(i)
		switch {
		case w == "oneself" && s.Lex.Has("oneself", l):
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
		return groupAbroad(s, c)
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
		if it.Flags&lexicon.Adverb != 0 && it.Flags&lexicon.Time == 0 || ly(s, it) {
			continue
		}
		if it.Flags&lexicon.Time != 0 && it.Flags&lexicon.Weekday == 0 && !it.Cap && s.Is(i-1, lexicon.Auxiliary) {
			continue // "had earlier criticised"
		}
		if it.Flags&lexicon.Weekday != 0 && s.Is(i-1, lexicon.Preposition) && s.Is(i-2, lexicon.Auxiliary) {
			i-- // "had on Monday advised"
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

func ly(s *Sentence, it Item) bool {
	return len(it.Lower) > 4 && !it.Cap && it.Lower[len(it.Lower)-2:] == "ly" && it.Flags&lexicon.Somebody == 0 && !s.Lex.Has("no-adverb", it.Lower)
}

// loose reports whether an adverb at the front of a verb group belongs to the
// subject or the sentence before it.
func loose(s *Sentence, i int) bool { return s.Lex.Has("loose", s.Lower(i)) }

// farthest is how many items may lie between a German verb and its particle.
const farthest = 24

// separated gives the particle of a German verb when the words that belong to
// the verb, which it is the last of, end its clause: "teilte die Polizei mit",
// "wies am Montag darauf hin". It gives 0 where they do not.
func separated(s *Sentence, i int, words []string) int {
	commas, last := 0, words[len(words)-1]
	for end := min(i+farthest, len(s.Items)); i < end && commas < 3; i++ {
		switch {
		case s.IsQuote(i) && s.Word(i+1) && !s.Items[i+1].Cap: // a name: "teilte die „Post“ mit"
		case s.IsQuote(i), s.Mark(i, ";", ":"):
			return 0
		case s.Mark(i, ","):
			commas++
		case s.Lower(i) == last && (s.Stop(i+1) || s.Mark(i+1, ",", ":", "–", "—", ")") || s.IsQuote(i+1) || s.Is(i+1, lexicon.Coordinator)):
			if from := i - len(words) + 1; from > 0 {
				if _, ok := s.Match(from, words); ok {
					return i
				}
			}
		}
	}
	return 0
}
