package dates

import (
	"strconv"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// counted are phrases that count from the day before them in the text, by
// language: "#" is a number, the days are what one of it is.
var counted = map[string][]countedPhrase{
	"en": {{"# day later", 1}, {"# days later", 1}, {"# day earlier", -1}, {"# days earlier", -1}, {"# day before", -1}, {"# days before", -1},
		{"the next day", 1}, {"the following day", 1}, {"the day after", 1}, {"the day before", -1}, {"the previous day", -1},
		{"hours later", 0}, {"minutes later", 0}, {"moments later", 0}, {"an hour later", 0}, {"hours afterwards", 0},
		{"later in the day", 0}, {"later that day", 0}, {"on the same day", 0}, {"later the same day", 0}, {"that day", 0}, {"the same day", 0},
		{"that evening", 0}, {"that night", 0}, {"the same evening", 0}, {"the same night", 0}, {"earlier in the day", 0}, {"earlier that day", 0},
		{"on the same call", 0}, {"at the same meeting", 0}, {"at the same hearing", 0},
		{"on that occasion", 0}, {"at that hearing", 0}, {"at that meeting", 0}, {"at that session", 0}, {"at that rally", 0}, {"at that debate", 0}},
	"de": {{"# tag später", 1}, {"# tage später", 1}, {"# tag zuvor", -1}, {"# tage zuvor", -1}, {"am nächsten tag", 1}, {"am folgenden tag", 1}, {"am tag darauf", 1}},
	"fr": {{"# jour plus tard", 1}, {"# jours plus tard", 1}, {"le lendemain", 1}, {"la veille", -1}, {"# jours plus tôt", -1}},
	"es": {{"# día después", 1}, {"# días después", 1}, {"al día siguiente", 1}, {"# días antes", -1}, {"# día antes", -1}},
	"ru": {{"на следующий день", 1}, {"# дня спустя", 1}, {"# дней спустя", 1}, {"днём позже", 1}, {"днем позже", 1}, {"накануне", -1}},
}

type countedPhrase struct {
	words string
	days  int
}

// numbers are the small numbers as they are written out, by language.
var numbers = map[string]map[string]int{
	"en": {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
	"de": {"einen": 1, "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6},
	"fr": {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6},
	"es": {"un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6},
	"ru": {"два": 2, "три": 3, "четыре": 4, "пять": 5},
}

// fromBefore finds a phrase that counts from the day before it, among the
// items [first, end), and gives the days. other says that it counts from something else.
func fromBefore(s *cues.Sentence, first, end int) (days int, ok, other bool) {
	for i := max(first, 0); i < min(end, len(s.Items)); i++ {
		for _, p := range counted[s.Lex.Lang] {
			if n, ok := matches(s, i, p.words); ok {
				return n * p.days, true, ofEvent(s, i+len(strings.Fields(p.words)))
			}
		}
	}
	return 0, false, false
}

// ofEvent reports whether a phrase that ends before item k counts from what follows
// it, and not from the day before it in the text: "the day before the vote".
func ofEvent(s *cues.Sentence, k int) bool {
	last := s.Lower(k - 1)
	if last == "day" && (s.Lower(k) == "of" || s.Lower(k) == "as") {
		return true // "on the same day as the vote"
	}
	return (last == "before" || last == "after") && s.Word(k) && !s.Is(k, lexicon.That|lexicon.Preposition|lexicon.Coordinator)
}

// matches reports whether the words at item i are those of a phrase, and the
// number in it; 1 where it has none.
func matches(s *cues.Sentence, i int, phrase string) (int, bool) {
	n := 1
	for w := range strings.FieldsSeq(phrase) {
		if i >= len(s.Items) || s.IsQuote(i) {
			return 0, false
		}
		if w == "#" {
			if n = numbers[s.Lex.Lang][s.Lower(i)]; n == 0 {
				n, _ = strconv.Atoi(s.Lower(i))
			}
			if n < 1 || n > 20 {
				return 0, false
			}
		} else if s.Lower(i) != w {
			return 0, false
		}
		i++
	}
	return n, true
}

// dayBefore is the day that the text names last before the sentence of
// utterance i, or that it is dated to, at most paras paragraphs before its own.
func (r *Report) dayBefore(i, paras int) statements.Date {
	if day := r.inClause(i); !day.IsZero() {
		return day
	}
	if i > 0 && r.said[i-1].Sentence == r.said[i].Sentence && r.said[i-1].Cue.End <= r.said[i].Source.Start && !r.said[i-1].Day.IsZero() {
		return r.said[i-1].Day
	}
	return r.dayAbove(i, r.said[i].Sentence, paras)
}

// dayAbove is the day named last before a sentence, that of utterance i or before it.
func (r *Report) dayAbove(i, sentence, paras int) statements.Date {
	k := i - 1
	for n := sentence - 1; n >= 0 && r.Sents[n].Para >= r.para(i)-paras && !r.Sents[n].Headline; n-- {
		s := &r.Sents[n]
		for at := len(s.Items) - 1; at >= 0; at-- {
			if !s.Word(at) || ofAnother(s, at) || r.saidIn(n, s, at) {
				continue
			}
			if d, _, ok := dayAt(s, at, r.base()); ok {
				return r.possible(d)
			}
			if vagueAt(s, at) {
				return statements.Date{}
			}
		}
		for ; k >= 0 && r.said[k].Sentence >= n; k-- {
			if r.said[k].Sentence == n && !r.said[k].Day.IsZero() {
				return r.said[k].Day
			}
		}
	}
	return statements.Date{}
}

// onlyDay is the day of all that is said before utterance i, where it is one: that of
// the story, to count from.
func (r *Report) onlyDay(i int) (day statements.Date) {
	for k := range i {
		switch o := &r.said[k]; {
		case r.sentence(k).Headline || r.open(k) || o.before && o.Day.IsZero():
		case o.before || o.vague && o.Day.IsZero() || o.letter || !day.IsZero() && o.Day != day:
			return statements.Date{}
		default:
			day = o.Day
		}
	}
	return day
}

// inClause is the day that a clause about the source of utterance i names: "Lee,
// who was heard on April 24, testified that day".
func (r *Report) inClause(i int) statements.Date {
	u, s := &r.said[i], r.sentence(i)
	if u.Source.IsZero() {
		return statements.Date{}
	}
	from, to := r.itemAt(s, u.Source.Start), r.itemAt(s, u.Cue.Start)
	for from < to && !s.Is(from, lexicon.PronounRelative) {
		from++
	}
	if day, vague := r.day(s, from, to); !vague {
		return r.possible(day)
	}
	return statements.Date{}
}

// saidIn reports whether item k of sentence n is a part of what somebody says
// there: a day in it is not that of the saying.
func (r *Report) saidIn(n int, s *cues.Sentence, k int) bool {
	at, ok := r.inSentence[n]
	return ok && r.inAny(&r.said[at], s, k)
}
