package dates

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// talked gives those who spoke with each other on a day, as the sentence before tells,
// that day: "Ann Lee and the bakers' chief met on Thursday. The two agreed that".
func (r *Report) talked() {
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		if !r.open(i) || s.Headline || s.Lex.Lang != "en" || r.another(u, s) {
			continue
		}
		for n := u.Sentence - 1; n >= max(0, u.Sentence-longestTalk) && !r.Sents[n].Headline; n-- {
			b := &r.Sents[n]
			if b.Para != s.Para && (n < u.Sentence-1 || !pair(u, r, s)) {
				break
			}
			if day := r.talkDay(b); !day.IsZero() && r.party(u, s, b) {
				u.Day = day
			}
			if r.tells(b) {
				break
			}
		}
	}
}

// longestTalk is how many sentences a paragraph has at most between a talk and what was
// said there.
const longestTalk = 4

// tells reports whether a sentence has a day, or another time, of its own.
func (r *Report) tells(s *cues.Sentence) bool {
	day, vague := r.day(s, 0, len(s.Items))
	return vague || !day.IsZero()
}

// talkDay is the day on which a sentence says that some spoke with each other: "met on
// Thursday", "had a long conversation yesterday".
func (r *Report) talkDay(s *cues.Sentence) statements.Date {
	held, talk, day := -longestHeld, false, statements.Date{}
	for k := range s.Items {
		switch {
		case s.IsQuote(k), s.Is(k, lexicon.PronounRelative|lexicon.That), notYet[s.Lower(k)], perfect[s.Lower(k)] && !s.Is(k+1, lexicon.Determiner):
			return statements.Date{}
		case s.Lex.Has("holds", s.Lower(k)):
			held = k
		case s.Lex.Has("speak-with", s.Lower(k)), s.Lex.Has("talk", s.Lower(k)) && k-held < longestHeld:
			talk = true
		case day.IsZero() && (s.Is(k, lexicon.Weekday) || s.Lex.Has("yesterday", s.Lower(k))) && !ofAnother(s, k):
			day, _ = r.day(s, k, k+1)
		}
		if talk && !day.IsZero() {
			return r.possible(day)
		}
	}
	return statements.Date{}
}

// longestHeld is within how many words somebody "held" talks.
const longestHeld = 5

// party reports whether u is by one who took part in the talk of sentence b: both of
// them, or somebody whom it names.
func (r *Report) party(u *Utterance, s, b *cues.Sentence) bool {
	if pair(u, r, s) {
		return true
	}
	name := u.surname()
	if name == "" {
		name = strings.ToLower(text.Fold(r.lastWord(u.Source)))
		if !s.Lex.Has("definite", s.Lower(r.itemAt(s, u.Source.Start))) {
			return false
		}
	}
	return slices.ContainsFunc(b.Items, func(it cues.Item) bool { return it.Cap && text.Fold(it.Lower) == name })
}

// pair reports whether u is by two or more who are told by their number: "the two
// leaders", "both ministers".
func pair(u *Utterance, r *Report, s *cues.Sentence) bool {
	k, end := r.itemAt(s, u.Source.Start), r.itemAt(s, u.Source.End)
	if k > 0 && s.Lex.Has("both", s.Lower(k-1)) {
		k--
	}
	number := s.Lex.Has("both", s.Lower(k)) || s.Lex.Has("definite", s.Lower(k)) && s.Lex.Has("number", s.Lower(k+1))
	for j := k; j < end && number; j++ {
		if s.Is(j, lexicon.Preposition) {
			return false
		}
	}
	return number && end-k > 1
}
