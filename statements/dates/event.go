package dates

import (
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
	if day.IsZero() || day.AddDays(longestEcho).Before(r.base()) {
		return
	}
	there := map[string]bool{}
	over := false
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		switch {
		case s.Headline || u.Sentence < at || u.before:
		case !r.open(i):
			over = over || u.Day != day
		case elsewhere(s, r, u) || institution(s, r, u) || r.another(u, s):
			over = true
		case !over || there[u.Speaker]:
			u.Day = day
			there[u.Speaker] = u.Speaker != ""
		}
	}
}

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

// eventIn reads the day of a sentence that tells of an event: with a sitting or
// a verb of meeting in it, and nothing that puts it ahead, further back, or into
// a clause beside.
func (r *Report) eventIn(s *cues.Sentence) statements.Date {
	day, event := statements.Date{}, false
	for k := range s.Items {
		switch {
		case s.IsQuote(k):
			return statements.Date{}
		case day.IsZero() && (s.Is(k, lexicon.PronounRelative|lexicon.That) || notYet[s.Lower(k)] || perfect[s.Lower(k)]):
			return statements.Date{}
		case day.IsZero() && s.Word(k) && !ofAnother(s, k):
			if d, _ := r.day(s, k, k+1); !d.IsZero() {
				day = d
			}
		}
		if s.Is(k, lexicon.PronounRelative) {
			break
		}
		event = event || sittings[s.Lower(k)] && !press[s.Lower(k-1)] || meets[s.Lower(k)]
	}
	if !event {
		return statements.Date{}
	}
	return r.possible(day)
}

// notYet are the words of what lies ahead.
var notYet = words("will would shall may might could must due plans expected scheduled next wird werden soll sollen")

// meets are verbs of those who meet.
var meets = words("met received welcomed hosted convened sentenced convicted acquitted empfing traf")

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
// "During the trial", "At an earlier hearing".
func (r *Report) another(u *Utterance, s *cues.Sentence) bool {
	return len(s.Items) > 0 && openings[s.Lower(0)] && s.Items[0].Start < u.Source.Start && s.Items[0].Start < u.Cue.Start
}

// openings begin a sentence about another occasion than that of the event.
var openings = words("during outside after before earlier later elsewhere speaking")
