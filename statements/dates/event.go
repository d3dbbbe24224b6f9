package dates

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// event carries the day that the article gives its event before anybody speaks
// ("The plan passed the assembly on Wednesday after a long debate") to those who
// speak first. Words of another time, or from elsewhere, end it: what follows
// them may be an answer given later. Who spoke there already goes on.
func (r *Report) event() {
	day, at := r.eventDay()
	if day.IsZero() {
		return
	}
	court, echo := r.court(at), longestEcho
	if court {
		echo = longestCourt
	}
	if day.AddDays(echo).Before(r.base()) {
		return
	}
	there := map[string]bool{}
	over := false
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		switch {
		case s.Headline || u.Sentence < at || u.before:
		case !r.open(i):
			over = over || u.Day != day && !(court && u.Day.IsZero())
		case court && (elsewhere(s, r, u) || r.another(u, s)): // "He denies four counts of fraud."
		case court:
			u.Day = day
		case elsewhere(s, r, u) || institution(s, r, u) || r.another(u, s):
			over = true
		case !over || there[u.Speaker]:
			u.Day = day
			there[u.Speaker] = u.Speaker != ""
		}
	}
}

// court reports whether the event in sentence n is a day in court, of which a
// report tells to its end.
func (r *Report) court(n int) bool {
	s := &r.Sents[n]
	if _, ok := r.heard(s); ok {
		return true
	}
	for k := range s.Items {
		small := !s.Items[k].Cap || s.Lex.Lang == "de" || k == 0
		if trials[s.Lower(k)] && small && !s.Is(k+1, lexicon.Role) || courts[s.Lower(k)] && (within[s.Lower(k-1)] || within[s.Lower(k-2)]) {
			return true
		}
	}
	return false
}

// trials are sittings of a court, and courts the courts before which they are.
var (
	trials = words("trial jury inquest inquiry prozess procès juicio процесс")
	courts = words("court tribunal gericht landgericht amtsgericht juzgado суде судом")
)

// longestCourt is the same for a day in court: nobody speaks of it elsewhere.
const longestCourt = 6

// longestEcho is how many days after its event a report still tells what was
// said at it: later ones tell what was said since.
const longestEcho = 2

// eventDay is the day of the event that the first sentences tell, before the
// first statement of the text, and the number of that sentence.
func (r *Report) eventDay() (statements.Date, int) {
	end := len(r.Sents)
	for i := range r.said {
		if !r.sentence(i).Headline {
			end = r.said[i].Sentence
			break
		}
	}
	for n, left := 0, 4; n < end && left > 0; n++ {
		s := &r.Sents[n]
		if s.Headline {
			continue
		}
		left--
		if day := r.eventIn(s); !day.IsZero() {
			return day, n
		}
	}
	return statements.Date{}, 0
}

// eventIn reads the day of a sentence that tells of an event: with a sitting, a
// gathering or a verb of meeting in it, and nothing that puts it ahead, further
// back, or into a clause beside. "Will close after a vote on Tuesday" tells of a
// vote that was.
func (r *Report) eventIn(s *cues.Sentence) statements.Date {
	if day, ok := r.heard(s); ok {
		return r.possible(day)
	}
	day, event, ahead := statements.Date{}, false, false
	for k := range s.Items {
		switch {
		case s.IsQuote(k):
			return statements.Date{}
		case !day.IsZero():
		case s.Is(k, lexicon.PronounRelative|lexicon.That):
			return statements.Date{}
		case notYet[s.Lower(k)] || perfect[s.Lower(k)]:
			ahead = true
		case past[s.Lower(k)] && s.Lower(k) != "ahead":
			ahead = false
		case s.Word(k) && !ofAnother(s, k):
			if day, _ = r.day(s, k, k+1); !day.IsZero() && ahead {
				return statements.Date{}
			}
		}
		if s.Is(k, lexicon.PronounRelative) {
			break
		}
		event = event || r.happens(s, k)
	}
	if !event {
		return statements.Date{}
	}
	return r.possible(day)
}

// happens reports whether item k names an event at which people speak.
func (r *Report) happens(s *cues.Sentence, k int) bool {
	w := s.Lower(k)
	if courts[w] && s.Items[k].Cap && s.Lex.Lang == "en" && !within[s.Lower(k-2)] {
		return false // a seat on the Supreme Court
	}
	if s.Items[k].Cap && k > 0 && s.Is(k, lexicon.Month) {
		return false // "on 5 March" is no march
	}
	if leaves[w] && r.several(s, k) {
		return true // "The leaders went home on Thursday without a deal."
	}
	return (sittings[w] || gatherings[w] || games[w] && r.score()) && !press[s.Lower(k-1)] || meets[w]
}

// several reports whether the verb at item k tells of people of one kind, who
// were together till then.
func (r *Report) several(s *cues.Sentence, k int) bool {
	for i := 0; i < k; i++ {
		if s.IsQuote(i) || s.Mark(i, ",", ";", ":") {
			return false
		}
		if s.Is(i, lexicon.Group) && strings.HasSuffix(s.Lower(i), "s") && !s.Is(i-1, lexicon.Preposition) {
			return true
		}
	}
	return false
}

// leaves are verbs of those who part.
var leaves = words("left went parted departed emerged returned walked dispersed")

// notYet are the words of what lies ahead.
var notYet = words("will would shall may might could must due plans expected scheduled next meet meets convene convenes begins starts opens faces wird werden soll sollen va doit sera será van пройдёт пройдет состоится")

// meets are verbs of those who meet.
var meets = words("met received welcomed hosted convened sentenced convicted acquitted marched gathered rallied debated clashed sparred empfing traf versammelten demonstrierten manifesté manifestaron")

// gatherings are occasions, beside sittings, on which those who are there speak.
var gatherings = words("talks negotiations vote funeral burial memorial vigil march protest demonstration ceremony inauguration unveiling parade march marches protests vigils " +
	"verhandlungen gespräche abstimmung beisetzung trauerfeier mahnwache kundgebung demonstration protest feier einweihung " +
	"pourparlers négociations vote obsèques cérémonie manifestation procès débat " +
	"negociaciones conversaciones votación funeral ceremonia manifestación protesta juicio " +
	"переговоры переговоров голосования похороны митинг церемония церемонии суд процесс заседание")

// institution reports whether the source is a body rather than somebody: its
// words come from its desk, not from the floor.
func institution(s *cues.Sentence, r *Report, u *Utterance) bool {
	body := false
	for k := r.itemAt(s, u.Source.Start); k < r.itemAt(s, u.Source.End) && !s.Mark(k, ","); k++ {
		if desks[s.Lower(k)] {
			return true
		}
		if s.Is(k, lexicon.Role) {
			return false
		}
		body = body || s.Is(k, lexicon.Body|lexicon.Group|lexicon.OrganisationWord)
	}
	return body
}

// desks speak for a body that was not there itself.
var desks = words("spokesman spokeswoman spokesperson sprecher sprecherin portavoz")

// another reports whether the sentence begins with an occasion of its own:
// "During the trial", "At an earlier hearing". "Outside court" and "Before
// leaving" go on with the one that there is.
func (r *Report) another(u *Utterance, s *cues.Sentence) bool {
	if len(s.Items) < 2 || !openings[s.Lower(0)] || s.Items[0].Start >= u.Source.Start || s.Items[0].Start >= u.Cue.Start {
		return false
	}
	return !(s.Lower(0) == "outside" && s.Word(1)) && !(s.Is(0, lexicon.Preposition) && strings.HasSuffix(s.Lower(1), "ing") && !s.Is(1, lexicon.Venue))
}

// openings begin a sentence about another occasion than that of the event.
var openings = words("during outside after before earlier later elsewhere speaking")
