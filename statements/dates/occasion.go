package dates

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// occasion carries the day of a sitting, of which the article's first dated
// statement is a part, to all others who speak there: a trial, a meeting, a
// debate. What is of another time, or from elsewhere, or after a statement of
// another day, keeps none.
func (r *Report) occasion() {
	day := statements.Date{}
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		switch {
		case s.Headline:
		case day.IsZero():
			if u.Day.IsZero() || u.vague || !r.sits(i) && !r.played(i) {
				return
			}
			day = u.Day
		case u.letter || u.before:
		case !u.Day.IsZero() && u.Day != day:
			return
		case r.open(i) && !elsewhere(s, r, u):
			u.Day = day
		}
	}
}

// sits reports whether the words around the cue of utterance i name a sitting.
func (r *Report) sits(i int) bool {
	u, s := &r.said[i], r.sentence(i)
	first := r.itemAt(s, u.Cue.Start)
	for k := max(0, first-14); k < min(len(s.Items), first+14); k++ {
		if u.Source.Contains(s.Items[k].Span) || past[s.Lower(k-1)] || past[s.Lower(k-2)] || past[s.Lower(k-3)] {
			continue // "the council leader said", "said after a meeting with"
		}
		if sittings[s.Lower(k)] && (r.object(s, r.itemAt(s, u.Cue.End)) || !inContent(u, s, k)) && !press[s.Lower(k-1)] {
			return true
		}
	}
	return false
}

func inContent(u *Utterance, s *cues.Sentence, k int) bool {
	for _, c := range u.Content {
		if c.Contains(s.Items[k].Span) {
			return true
		}
	}
	return false
}

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

// games are words of a match that is over.
var games = words("cup final semi-final semifinal quarter-final derby match defeat victory win draw knocked beaten beat thrashed pokal finale spiel")

// sittings are occasions on which several speak.
var sittings = words("court jury trial tribunal judges inquest inquiry hearing meeting parliament council assembly senate congress committee debate session summit conference rally " +
	"gericht prozess sitzung gemeinderat stadtrat bundestag landtag parlament versammlung debatte ausschuss tribunal réunion parlement conseil assemblée débat congrès " +
	"juicio reunión parlamento pleno consejo asamblea congreso debate sesión суде суда заседании совещании парламенте собрании")

// past stand before a sitting that is over, or yet to come.
var past = words("after following ahead since nach après después после")

// press stands before a conference at which one person speaks.
var press = words("press news rueda")

// elsewhere reports whether an utterance was not made where the others were:
// written, told somebody of its own, or in the present tense.
func elsewhere(s *cues.Sentence, r *Report, u *Utterance) bool {
	from, to := r.itemAt(s, u.Cue.Start), r.itemAt(s, u.Cue.End)
	for k := from; k < to; k++ {
		for _, v := range s.Lex.Verbs(s.Lower(k)) {
			if v.Form == lexicon.Third || v.Form == lexicon.Base || remote[v.Lemma] || v.Class == lexicon.Stance {
				return true
			}
		}
	}
	for k := 0; k < len(s.Items); k++ {
		if s.Is(k, lexicon.Venue) && !sittings[s.Lower(k)] && !inContent(u, s, k) {
			return true // "in a statement", "in an interview"
		}
	}
	return false
}

// remote are verbs of words that are not spoken.
var remote = words("write tweet retweet post e-mail email text estimate calculate")
