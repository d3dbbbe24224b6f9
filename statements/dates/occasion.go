package dates

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// occasion carries the day of a sitting, of which the article's first dated
// statements are a part, to all others who speak there: a trial, a meeting, a
// debate. What is of another time, or from elsewhere, or after a statement of
// another day, keeps none.
func (r *Report) occasion() {
	day, first := r.sitting()
	over := false
	for i := first; i < len(r.said) && !day.IsZero(); i++ {
		u, s := &r.said[i], r.sentence(i)
		switch {
		case s.Headline || u.letter || u.before || r.retold(u, s):
		case !u.Day.IsZero() && u.Day != day, r.open(i) && leaks(s, r, u) && !r.inChamber(i):
			over = true
		case over && !r.inChamber(i):
		case r.open(i) && !elsewhere(s, r, u) && !(i > first && beyond[s.Lower(0)]):
			u.Day = day
		}
	}
}

// leaks reports whether u is told by somebody who does not speak in the open.
func leaks(s *cues.Sentence, r *Report, u *Utterance) bool {
	for k := r.itemAt(s, u.Source.Start); k < r.itemAt(s, u.Source.End); k++ {
		if s.Lex.Has("leaks", s.Lower(k)) {
			return true
		}
	}
	return false
}

// beyond begins a sentence about what was said beside the sitting.
var beyond = words("outside elsewhere")

// sitting gives the day of the first statement of the text, and the number of
// the first that was made on that day where a sitting was: "Lee announced
// yesterday that it was late. She told the assembly that it was dark."
func (r *Report) sitting() (statements.Date, int) {
	day, who := statements.Date{}, ""
	for i := range min(len(r.said), longestLead) {
		u := &r.said[i]
		switch {
		case r.sentence(i).Headline:
		case day.IsZero() && r.retold(u, r.sentence(i)):
			day, _ = r.heard(r.sentence(i))
			return r.possible(day), i
		case day.IsZero() && (u.Day.IsZero() || u.vague), !u.Day.IsZero() && !day.IsZero() && u.Day != day:
			return statements.Date{}, 0
		case u.Day.IsZero():
		default:
			if (day.IsZero() || who != "" && who == u.Speaker) && (r.sits(i) || r.played(i) || r.matchDay(i) == u.Day) || r.inChamber(i) {
				return u.Day, i
			}
			day, who = u.Day, u.Speaker
		}
	}
	return statements.Date{}, 0
}

// longestLead is among how many of the first statements the sitting is named.
const longestLead = 5

// inChamber reports whether the sentence of utterance i says that it was made
// in a court or a parliament: "told the assembly", "in the assembly".
func (r *Report) inChamber(i int) bool { return r.chamber(i) != "" }

// chamber is the court or parliament in which the sentence of utterance i says that
// it was made, "" is none.
func (r *Report) chamber(i int) string {
	u, s := &r.said[i], r.sentence(i)
	for k := range s.Items {
		if !chambers[s.Lower(k)] && !theHouse(s, k) || inContent(u, s, k) || u.tellsWho(s, k) || s.Lower(k) == "chamber" && s.Items[k].Cap {
			continue
		}
		from := k - 1
		if s.Is(k-2, lexicon.Determiner) && s.Word(k-1) && !s.Is(k-1, lexicon.Preposition) {
			from-- // "a packed parliament"
		}
		for from > 0 && from > k-4 && (s.Is(from, lexicon.Determiner|lexicon.Adjective|lexicon.Demonym) || s.Items[from].Cap && s.Word(from)) && !s.Is(from, lexicon.Preposition) {
			from--
		}
		if within[s.Lower(from)] || from+1 == r.itemAt(s, u.Cue.End) && s.Is(from+1, lexicon.Determiner) {
			return s.Lower(k)
		}
	}
	return ""
}

// tellsWho reports whether item k stands where who says u is described: "Lee, who has a
// seat in the senate, said".
func (u *Utterance) tellsWho(s *cues.Sentence, k int) bool {
	at := s.Items[k].Start
	return !u.Source.IsZero() && at >= u.Source.Start && (at < u.Cue.Start || u.Source.Start > u.Cue.Start)
}

// theHouse reports whether item k is a house of parliament: "the House", "the House of
// Deputies", and neither "the house" nor "the Harbour House".
func theHouse(s *cues.Sentence, k int) bool {
	return s.Lower(k) == "house" && s.Items[k].Cap && !s.Headline && s.Lex.Has("definite", s.Lower(k-1)) &&
		(k+1 >= len(s.Items) || !s.Items[k+1].Cap || !s.Word(k+1))
}

// chambers are sittings at which nothing but what is said there happens.
var chambers = words("court jury jurors trial tribunal inquest inquiry hearing parliament assembly senate council chamber bundestag landtag parlament gericht stadtrat gemeinderat tribunal parlement parlamento juzgado pleno суде суда парламенте думе")

// sameChamber gives what was told a chamber the day of what it was told before:
// "Lee told the council on Friday … Moss told the council".
func (r *Report) sameChamber() {
	day := map[string]statements.Date{}
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		where := r.chamber(i)
		if where == "" || s.Headline || u.letter || u.before {
			continue
		}
		if r.open(i) && !r.another(u, s) && !r.retold(u, s) {
			u.Day = day[where]
		}
		day[where] = u.Day
	}
}

// within stand before where something is said.
var within = words("in at before to im am vor dem au à devant en ante в на")

// sits reports whether the words around the cue of utterance i name a sitting.
func (r *Report) sits(i int) bool {
	u, s := &r.said[i], r.sentence(i)
	if _, ok := r.heard(s); ok {
		return true
	}
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

// inAny reports whether item k is a part of what u says, or another one whose cue
// is in the same sentence.
func (r *Report) inAny(u *Utterance, s *cues.Sentence, k int) bool {
	if inContent(u, s, k) {
		return true
	}
	for at := r.inSentence[u.Sentence]; at < len(r.said) && r.said[at].Sentence == u.Sentence; at++ {
		if inContent(&r.said[at], s, k) {
			return true
		}
	}
	return false
}

// heard reads the day on which a sentence says that a court heard what it
// tells: "…, a jury was told on Thursday". ok says that it says so at all.
func (r *Report) heard(s *cues.Sentence) (day statements.Date, ok bool) {
	for k := 1; k < len(s.Items); k++ {
		told := s.Lower(k) == "heard" && sittings[s.Lower(k-1)] || s.Lower(k) == "told" && s.Is(k-1, lexicon.Be) && sittings[s.Lower(k-2)]
		if !told || s.IsQuote(k) {
			continue
		}
		day, _ = r.day(s, k+1, k+4)
		return day, true
	}
	return day, false
}

// retold reports whether utterance u is what a court heard that somebody had
// said: "he claimed it was late, a jury was told on Thursday" is no claim of
// Thursday.
func (r *Report) retold(u *Utterance, s *cues.Sentence) bool {
	_, ok := r.heard(s)
	cue := strings.ToLower(u.Cue.Of(r.Src))
	return ok && !u.Cue.IsZero() && !strings.Contains(cue, "heard") && !strings.Contains(cue, "told")
}

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
	if stance(s, r, u) {
		return true
	}
	for k := 0; k < len(s.Items); k++ {
		if s.Is(k, lexicon.Venue) && !sittings[s.Lower(k)] && !r.inAny(u, s, k) && placed(s, k) {
			return true // "in a statement", "in an interview"
		}
		if s.Lower(k) == "from" && s.Is(k+1, lexicon.Possessive) && s.Lower(k+2) == "home" && !r.inAny(u, s, k) {
			return true
		}
	}
	return false
}

// placed reports whether the words before item k put something there: "in a long letter",
// and no "welcomed the text".
func placed(s *cues.Sentence, k int) bool {
	for j := k - 1; j >= max(0, k-longestPlaced) && s.Word(j); j-- {
		if s.Is(j, lexicon.Preposition) {
			return true
		}
	}
	return s.Headline
}

// longestPlaced is how many words stand at most between the preposition and where
// something is said.
const longestPlaced = 5

// stance reports whether the cue of u is written, in the present tense, or what
// somebody thinks.
func stance(s *cues.Sentence, r *Report, u *Utterance) bool {
	for k := r.itemAt(s, u.Cue.Start); k < r.itemAt(s, u.Cue.End); k++ {
		for _, v := range s.Lex.Verbs(s.Lower(k)) {
			bare := v.Form == lexicon.Base && !s.Is(r.itemAt(s, u.Cue.Start), lexicon.Auxiliary) && s.Lower(k-1) != "to"
			if v.Form == lexicon.Third || bare || remote[v.Lemma] || v.Class == lexicon.Stance {
				return true
			}
		}
	}
	return false
}

// remote are verbs of words that are not spoken.
var remote = words("write tweet retweet post e-mail email text estimate calculate")
