package dates

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// played reports whether utterance i is said after a match that its sentence
// tells the end of, on the day of the match: "said after her side were knocked
// out of the cup on Saturday".
func (r *Report) played(i int) bool {
	u, s := &r.said[i], r.sentence(i)
	end := false
	for k := r.itemAt(s, u.Cue.End); k < len(s.Items); k++ {
		if inContent(u, s, k) && len(u.Content) > 0 && s.Items[k].Start < u.Content[0].Start {
			continue
		}
		end = end || past[s.Lower(k)] && s.Lower(k) != "ahead"
		if end && games[s.Lower(k)] {
			return true
		}
	}
	return false
}

// matchDay reads the day of the match that the words of utterance i tell the
// end of, where the article has a score: "said he cried after his goal beat Elm
// on Saturday".
func (r *Report) matchDay(i int) statements.Date {
	u, s := &r.said[i], r.sentence(i)
	if s.Headline || !r.score() {
		return statements.Date{}
	}
	end := false
	for k := r.itemAt(s, u.Cue.End); k < len(s.Items); k++ {
		end = end || past[s.Lower(k)] || s.Lower(k) == "before" || s.Lower(k) == "as" || s.Lower(k) == "when"
		if end && s.Is(k, lexicon.Weekday) && !ofAnother(s, k) {
			day, _ := r.day(s, k, k+1)
			return r.possible(day)
		}
	}
	return statements.Date{}
}

// score reports whether the article tells how a match ended: "Sedge 2 Elm 1",
// "beat Elm 2-1".
func (r *Report) score() bool {
	for n := 0; n < min(longestOpening, len(r.Sents)); n++ {
		s := &r.Sents[n]
		for k := range s.Items {
			if goals(s, k) && s.Mark(k+1, "-", "–") && goals(s, k+2) && !s.Mark(k+3, "-", "–") {
				return true
			}
			if goals(s, k) && k+1 == len(s.Items) && len(s.Items) <= 8 && s.Items[0].Cap && slices.ContainsFunc(s.Items[1:k], func(it cues.Item) bool { return it.Kind == text.Number && len(it.Lower) < 3 }) {
				return true
			}
		}
	}
	return false
}

// longestOpening is within how many sentences a report of a match has the score.
const longestOpening = 8

func goals(s *cues.Sentence, k int) bool {
	return k >= 0 && k < len(s.Items) && s.Items[k].Kind == text.Number && len(s.Lower(k)) < 3
}

// games are words of a match that is over.
var games = words("cup final semi-final semifinal quarter-final derby match defeat victory win draw knocked beaten beat thrashed pokal finale spiel")
