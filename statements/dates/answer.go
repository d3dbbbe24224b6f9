package dates

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// answered dates utterance i by the sentence right before it that says somebody
// answered: on the day that it names, "Lee hit back on Friday. “It is late,” he
// said", or on that of what was answered, "Lee replied within hours."
func (r *Report) answered(i int) statements.Date {
	u := &r.said[i]
	n := r.toldBeside(i)
	if n < 0 {
		return statements.Date{}
	}
	s := &r.Sents[n]
	verb := answers(s)
	if verb < 1 || !r.subject(s, verb, u) {
		return statements.Date{}
	}
	for k := verb + 1; k < len(s.Items) && !s.IsQuote(k) && !s.Is(k, lexicon.That|lexicon.PronounRelative); k++ {
		if phraseAt(s, k, "at-once") {
			return r.toWhat(i)
		}
		if s.Is(k, lexicon.Weekday) && !ofAnother(s, k) {
			day, _ := r.day(s, k, k+1)
			return r.possible(day)
		}
	}
	return statements.Date{}
}

// toldBeside is the sentence right before utterance i in its paragraph, in which nobody
// speaks; -1 is none.
func (r *Report) toldBeside(i int) int {
	n := r.said[i].Sentence - 1
	if n < 0 || r.Sents[n].Para != r.para(i) || r.Sents[n].Headline || i > 0 && r.said[i-1].Sentence >= n {
		return -1
	}
	return n
}

// answers is the item of the verb by which a sentence says that somebody answered,
// -1 where it says no such thing.
func answers(s *cues.Sentence) int {
	for k := range s.Items {
		switch {
		case s.IsQuote(k) || perfect[s.Lower(k)] || notYet[s.Lower(k)]:
			return -1
		case s.Lex.Has("answered", s.Lower(k)), s.Lex.Has("answered-back", s.Lower(k)) && s.Lower(k+1) == "back":
			return k
		}
	}
	return -1
}

// subject reports whether the speaker of u may be the subject of the verb at item
// verb: by name, or told there by anything while a pronoun goes on.
func (r *Report) subject(s *cues.Sentence, verb int, u *Utterance) bool {
	if pronouns[strings.ToLower(r.lastWord(u.Source))] {
		return true
	}
	name := u.surname()
	for k := range verb {
		if s.Items[k].Cap && text.Fold(s.Lower(k)) == name && !s.Is(k-1, lexicon.Preposition) {
			return true
		}
	}
	return false
}

// toWhat is the day of what utterance i answers: somebody else's words right before
// it, or what they said before those.
func (r *Report) toWhat(i int) statements.Date {
	who := ""
	for k := i - 1; k >= 0 && r.para(k) >= r.para(i)-longestWait && !r.sentence(k).Headline; k-- {
		u := &r.said[k]
		if u.Speaker == "" || u.Speaker == r.said[i].Speaker || who != "" && u.Speaker != who {
			return statements.Date{}
		}
		if r.spreads(k) {
			return u.Day
		}
		if who = u.Speaker; !r.open(k) {
			return statements.Date{}
		}
	}
	return statements.Date{}
}

// longestWait is how many paragraphs before an answer what it answers may stand.
const longestWait = 3
