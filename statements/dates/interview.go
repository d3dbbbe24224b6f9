package dates

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// interview dates what the one who speaks most says by a sentence that
// tells when the interview was: "The interview took place on 27 February.", "We
// met her in Sedge on 27 February.", "She spoke to our editor on 27 February."
func (r *Report) interview() {
	day, who := statements.Date{}, ""
	for n := range r.Sents {
		s := &r.Sents[n]
		for k := 0; k < min(longestOutlet, len(s.Items)); k++ {
			told := k < 4 && interviews[s.Lower(k)] && s.Is(k-1, lexicon.Determiner|lexicon.Pronoun)
			we := k == 1 && ours[s.Lower(0)] && meeting[s.Lower(1)] && !s.Headline || r.outletMet(s, k)
			if (told || we || r.spokeTo(s, k)) && day.IsZero() {
				got, _ := Said(s, k, len(s.Items), r.base())
				day, who = r.possible(got), r.heardBelow(s)
			}
		}
	}
	if day.IsZero() {
		return
	}
	if who == "" {
		who = r.mostHeard()
	}
	for i := range r.said {
		if u := &r.said[i]; r.open(i) && (who != "" && u.Speaker == who || r.afterwards(u, r.sentence(i))) {
			u.Day = day
		}
	}
}

// afterwards reports whether u was said right after the interview that the page has:
// "Karl Moss said after the broadcast".
func (r *Report) afterwards(u *Utterance, s *cues.Sentence) bool {
	k := r.itemAt(s, u.Cue.End)
	return s.Lower(k) == "after" && s.Lex.Has("definite", s.Lower(k+1)) && s.Lex.Has("broadcasts", s.Lower(k+2)) && !r.inAny(u, s, k)
}

// longestOutlet is how many words and marks there may be before what an outlet did
// with whom it interviews.
const longestOutlet = 9

// outletMet reports whether item k tells that the outlet met whom the page has word
// for word: "The Harbour Review (HR) met her in Sedge on Monday."
func (r *Report) outletMet(s *cues.Sentence, k int) bool {
	whom := met[s.Lower(k+1)] || k+1 < len(s.Items) && s.Items[k+1].Cap
	return k > 0 && meeting[s.Lower(k)] && whom && s.Items[0].Cap && !s.Headline && r.turns() && !slices.ContainsFunc(r.said, func(u Utterance) bool {
		return r.labelled(&u) && r.Sents[u.Sentence].Para <= s.Para
	})
}

// spokeTo reports whether item k begins what tells of a conversation that the
// page then has word for word: "He spoke to our editor", "She talked to us".
func (r *Report) spokeTo(s *cues.Sentence, k int) bool {
	to := s.Lower(k+1) == "to" || s.Lower(k+1) == "with"
	return k > 0 && spoke[s.Lower(k)] && to && !s.Headline && (r.turns() || r.heardBelow(s) != "")
}

// heardBelow is who is named in a sentence and has turns right below its paragraph,
// before what else the page says: "Ann Lee spoke to the Echo on Monday. Excerpts:"
func (r *Report) heardBelow(s *cues.Sentence) string {
	for i := range r.said {
		u := &r.said[i]
		if !r.labelled(u) || r.para(i) <= s.Para {
			continue
		}
		if r.para(i) > s.Para+longestQuestion {
			break
		}
		last := u.surname()
		for k := 0; k < len(s.Items) && last != ""; k++ {
			if s.Items[k].Cap && text.Fold(s.Lower(k)) == last {
				return u.Speaker
			}
			if spoke[s.Lower(k)] {
				break // whom they spoke to
			}
		}
	}
	return ""
}

// longestQuestion is within how many paragraphs the first answer stands.
const longestQuestion = 3

var spoke = words("spoke talked")

// turns reports whether most of what was said stands behind a name and a colon.
func (r *Report) turns() bool {
	n := 0
	for i := range r.said {
		if r.labelled(&r.said[i]) {
			n++
		}
	}
	return n > 1
}

// labelled reports whether u stands behind a name and a colon.
func (r *Report) labelled(u *Utterance) bool { return strings.TrimSpace(u.Cue.Of(r.Src)) == ":" }

var interviews = words("interview conversation gespräch entretien entrevista интервью")

// ours are whoever writes, and meeting what they do with whom they interview.
var (
	ours    = words("we i wir ich nous je")
	meeting = words("met interviewed trafen traf")
	met     = words("him her them")
)

// mostHeard is whose words are at least half of all.
func (r *Report) mostHeard() string {
	size, all := map[string]int{}, 0
	for _, u := range r.said {
		for _, c := range u.Content {
			size[u.Speaker] += c.End - c.Start
			all += c.End - c.Start
		}
	}
	for who, n := range size {
		if 2*n > all {
			return who
		}
	}
	return ""
}

// transcript dates what was said at a briefing or in an interview by the title of
// the page that has it word for word: "Briefing by Ann Lee, 3 March 2025".
func (r *Report) transcript() {
	if !r.turns() {
		return
	}
	titled := false
	for n := 0; n < min(4, len(r.Sents)); n++ {
		s, most := &r.Sents[n], longestTitle
		if !slices.ContainsFunc(s.Items, func(it cues.Item) bool { return transcripts[it.Lower] }) {
			most = longestPlace // a line of its own: "Sedge, 3 March 2025"
		} else {
			titled = true
		}
		day := r.fullDay(s, most)
		if day.IsZero() || !titled {
			continue
		}
		for i := range r.said {
			if u := &r.said[i]; r.open(i) && r.labelled(u) {
				u.Day = day
			}
		}
		return
	}
}

// longestTitle is how many words and marks the title of a transcript has.
const longestTitle = 24

var transcripts = words("briefing transcript interview conference remarks hearing debate questions statement pressekonferenz protokoll gespräch sitzung entretien conférence entrevista rueda интервью брифинг стенограмма")

// signed dates a page that is nothing but somebody's words by the line above
// them: "Port North, 3 March 2025".
func (r *Report) signed() {
	for i := range r.said {
		u := &r.said[i]
		if !u.Unmarked || !r.open(i) {
			continue
		}
		for n := 0; n < min(4, len(r.Sents)); n++ {
			if day := r.fullDay(&r.Sents[n], longestPlace); !day.IsZero() {
				u.Day = day
			}
		}
	}
}

// longestPlace is how many words and marks a line of place and day has.
const longestPlace = 9

// fullDay is the last day with its year in a line of at most so many items.
func (r *Report) fullDay(s *cues.Sentence, most int) (day statements.Date) {
	for k := 0; k < len(s.Items) && len(s.Items) <= most; k++ {
		if _, d := monthDay(s, k); d > 0 && yearAfter(s, k) > 0 {
			got, _ := Said(s, k, k+1, r.base())
			day = r.possible(got)
		}
	}
	return day
}
