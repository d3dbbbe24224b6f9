package dates

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// Report is an article whose statements are dated together.
type Report struct {
	Src       string
	Sents     []cues.Sentence // with Para and Headline
	Published statements.Date
	Filed     Dateline // the first one of the text

	said []Utterance
	// inSentence is the first utterance whose cue is in a sentence.
	inSentence map[int]int
}

// Utterance is a statement as far as its day and place depend on it. Settle
// fills in Day and Place.
type Utterance struct {
	Sentence    int // of its cue
	Speaker     string
	Source, Cue statements.Span
	Content     []statements.Span
	Frame       [][2]int // items of the sentence around the cue that are no content
	Unmarked    bool     // only the layout tells that it is speech

	Day   statements.Date
	Place string

	vague  bool // of another time, whose day is unknown
	waits  bool // of the day of what stands before it, "hours later"
	letter bool // the day is that of something written
	before bool // "had said": the day is not that of what the article reports
	past   bool // told in a clause about who says what stands behind it
}

// surname is the last word of who says u, as it is compared; "" is nobody.
func (u *Utterance) surname() string {
	return strings.ToLower(text.Fold(u.Speaker[strings.LastIndexByte(u.Speaker, ' ')+1:]))
}

// Settle dates the utterances, which stand in the order of the text: first by
// the words beside each cue, then by what the article says of the occasion.
func (r *Report) Settle(said []Utterance) {
	r.said, r.inSentence = said, map[int]int{}
	for i := len(said) - 1; i >= 0; i-- {
		r.inSentence[said[i].Sentence] = i
	}
	for i := range said {
		r.own(i)
	}
	r.transcript() // the day above it is nearer to its turns than any in them
	for i := range said {
		if said[i].Day.IsZero() {
			r.near(i)
		}
	}
	r.outer()
	r.interview()
	r.briefed()
	r.decided()
	r.stated()
	r.counterparts()
	r.attended()
	r.talked()
	r.ofLand()
	r.named()
	r.inCourt()
	r.spokesmen()
	r.unnamed()
	r.sameChamber()
	r.sameSpeaker()
	r.described()
	r.sameSpeaker()  // now that whom the text describes may have a day
	r.named()        // now that the one who is named may have a day
	r.counterparts() // now that the one who met them may have a day
	r.ofToday()
	r.occasion()
	r.event()
	r.namedAfter()
	r.reactions()
	r.again()
	r.live()
	r.headlines()
	r.signed()
	r.places()
}

// base is the day to count back from.
func (r *Report) base() statements.Date {
	if !r.Filed.Day.IsZero() {
		return r.Filed.Day
	}
	return r.Published
}

// day reads the items [first, end). A weekday that has passed once more between
// the dateline and publication may be either, and is none.
func (r *Report) day(s *cues.Sentence, first, end int) (statements.Date, bool) {
	got, vague := Said(s, first, end, r.base())
	if r.base() == r.Published || got.IsZero() || got == r.base() {
		return got, vague
	}
	for k := max(first, 0); k < min(end, len(s.Items)); k++ {
		if later, _ := Said(s, first, end, r.Published); s.Is(k, lexicon.Weekday) && r.base().Before(later) {
			return statements.Date{}, vague
		}
	}
	return got, vague
}

// possible drops a day that lies after the article.
func (r *Report) possible(d statements.Date) statements.Date {
	if b := r.base(); !b.IsZero() && b.Before(d) {
		return statements.Date{}
	}
	return d
}

func (r *Report) sentence(i int) *cues.Sentence { return &r.Sents[r.said[i].Sentence] }

func (r *Report) para(i int) int { return r.sentence(i).Para }

// open reports whether utterance i may take the day of another.
func (r *Report) open(i int) bool {
	u := &r.said[i]
	return u.Day.IsZero() && !u.vague
}

// lastWord is the last word of a source, which is a surname where there is one.
func (r *Report) lastWord(s statements.Span) string {
	words := strings.Fields(s.Of(r.Src))
	if len(words) == 0 {
		return ""
	}
	return strings.Trim(words[len(words)-1], ",.")
}

// places gives a place to what has none: that of the speaker's other
// statements of the same day, else that of the dateline, if its day is that of
// the report.
func (r *Report) places() {
	type visit struct {
		speaker string
		day     statements.Date
	}
	where := map[visit]string{}
	for i := range r.said {
		u := &r.said[i]
		if at := (visit{u.Speaker, u.Day}); u.Speaker != "" && u.Place != "" && where[at] == "" {
			where[at] = u.Place
		}
	}
	for i := range r.said {
		u := &r.said[i]
		if u.Place != "" || u.vague {
			continue
		}
		if u.Place = where[visit{u.Speaker, u.Day}]; u.Place == "" && !u.Day.IsZero() {
			u.Place = r.Filed.Place
		}
	}
}
