package dates

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// attended gives those who are said to have led or joined the occasion at which
// somebody before them spoke, the day of that: "…, Lee said on Thursday after two
// days of talks. Ida Rand, who chaired the talks, called them hard."
func (r *Report) attended() {
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		if !r.open(i) || s.Headline || s.Lex.Lang != "en" || elsewhere(s, r, u) {
			continue
		}
		what := joined(s, r.itemAt(s, u.Cue.Start))
		if chairs := r.chairs(u, s); chairs != "" {
			what = chairs
		}
		if what == "" && r.hosts(u, s) {
			what = "host"
		}
		if what == "" {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if o := &r.said[k]; r.spreads(k) && !r.sentence(k).Headline && (what == "host" && r.met(o, r.sentence(k)) || speaksOf(o, r.sentence(k), what)) {
				u.Day = o.Day
				break
			}
		}
		if u.Day.IsZero() && occasions[what] && !r.toldOf(what, u.Sentence) {
			u.Day = r.leadDay(i)
		}
	}
}

// toldOf reports whether the text has a word before sentence n: an occasion that it
// has not is what the lead tells of.
func (r *Report) toldOf(what string, n int) bool {
	for i := range n {
		if slices.ContainsFunc(r.Sents[i].Items, func(it cues.Item) bool { return it.Lower == what }) {
			return true
		}
	}
	return false
}

// leadDay is the day of what the lead has somebody say, if all before utterance i that
// has a day is of that one.
func (r *Report) leadDay(i int) (day statements.Date) {
	for k := range i {
		switch u := &r.said[k]; {
		case r.sentence(k).Headline || u.Day.IsZero():
		case day.IsZero() && u.Sentence != r.lead(), !day.IsZero() && u.Day != day, u.letter:
			return statements.Date{}
		default:
			day = u.Day
		}
	}
	return day
}

// joined gives the occasion that the speaker before item end took part in, as a
// clause about them tells: "who chaired the talks".
func joined(s *cues.Sentence, end int) string {
	for k := 0; k+3 <= end; k++ {
		if s.Is(k, lexicon.PronounRelative) && joins[s.Lower(k+1)] && s.Lex.Has("definite", s.Lower(k+2)) && occasions[s.Lower(k+3)] {
			return s.Lower(k + 3)
		}
	}
	return ""
}

// chairs gives the committee whose head says u, to those who spoke before it: "The
// committee's chair accused her in turn".
func (r *Report) chairs(u *Utterance, s *cues.Sentence) string {
	k := r.itemAt(s, u.Source.Start)
	if k+3 < len(s.Items) && s.Lex.Has("definite", s.Lower(k)) && s.Lex.Has("hears", s.Lower(k+1)) && s.Items[k+2].Kind == text.Clitic && s.Lex.Has("chairs", s.Lower(k+3)) {
		return s.Lower(k + 1)
	}
	return ""
}

// hosts reports whether the source of u is told to be the host of those who spoke before.
func (r *Report) hosts(u *Utterance, s *cues.Sentence) bool {
	k, end := r.itemAt(s, u.Source.Start), r.itemAt(s, u.Source.End)
	return k < end && slices.ContainsFunc(s.Items[k:end], func(it cues.Item) bool { return s.Lex.Has("host", it.Lower) })
}

// met reports whether an utterance was made at an occasion or right after it.
func (r *Report) met(o *Utterance, s *cues.Sentence) bool {
	for k := range s.Items {
		if occasions[s.Lower(k)] && meetsWith[s.Lower(k-2)] && !inContent(o, s, k) {
			return true
		}
	}
	return false
}

// speaksOf reports whether the sentence of an utterance names an occasion beside
// what was said.
func speaksOf(o *Utterance, s *cues.Sentence, what string) bool {
	at := slices.IndexFunc(s.Items, func(it cues.Item) bool { return it.Lower == what })
	return at >= 0 && !inContent(o, s, at)
}

var (
	joins     = words("chaired led hosted mediated attended joined brokered moderated opened")
	occasions = words("talks meeting summit hearing conference session negotiations debate rally briefing ceremony signing event")
)
