package dates

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// near dates utterance i by what stands right before it: a day to count from,
// or the same speaker's statement in its paragraph.
func (r *Report) near(i int) {
	u, s := &r.said[i], r.sentence(i)
	from, to := r.around(i)
	if days, ok, other := fromBefore(s, from, to); ok {
		u.vague, u.waits = true, days == 0 && !other
		paras := 1
		if days == 0 {
			paras = 3 // "later in the day" goes on with the day of the report
		}
		before := r.dayBefore(i, paras)
		if before.IsZero() {
			before = r.onlyDay(i)
		}
		if !before.IsZero() && !other {
			u.Day = r.possible(before.AddDays(days))
		}
		return
	}
	if r.opened(i) {
		return
	}
	if !u.vague && !stance(s, r, u) {
		if u.Day = r.deed(i); !u.Day.IsZero() {
			return
		}
		if u.Day = r.byThen(i); !u.Day.IsZero() {
			return
		}
		if u.Day = r.answered(i); !u.Day.IsZero() {
			return
		}
		if u.Day = r.responds(i); !u.Day.IsZero() {
			return
		}
		if u.Day = r.crowd(i); !u.Day.IsZero() {
			return
		}
	}
	if i > 0 && r.goesOn(i) {
		u.Day, u.letter = r.said[i-1].Day, r.said[i-1].letter
		return
	}
	if i == 0 || u.vague || r.para(i-1) != r.para(i) || s.Headline || u.Sentence-r.said[i-1].Sentence > 2 {
		return
	}
	o := &r.said[i-1]
	if o.letter && !r.writes(u, s) && !strings.EqualFold(u.Source.Of(r.Src), "it") {
		return
	}
	if o.before && s.Lex.Has("asked", s.Lower(0)) {
		return // "Lee had called it late. Asked about that, she said": now
	}
	if o.past || r.turned(i, o.Sentence+1, o.Day) {
		return
	}
	if o.letter || r.sameSource(o, u) {
		u.Day, u.letter, u.before = o.Day, o.letter, o.before
		u.vague, u.waits = o.vague && o.Day.IsZero(), o.waits
	}
}

// opened dates utterance i by the sentence right before it that counts a day for what
// somebody did: "A day later Lee flew to Sedge. “It is late,” she said."
func (r *Report) opened(i int) bool {
	u := &r.said[i]
	n := r.toldBeside(i)
	if n < 0 || u.vague || !pronouns[strings.ToLower(r.lastWord(u.Source))] {
		return false
	}
	days, ok, other := fromBefore(&r.Sents[n], 0, 1)
	if !ok || other {
		return false
	}
	u.vague, u.waits = true, days == 0
	if before := r.dayAbove(i, n, 2); !before.IsZero() {
		u.Day = r.possible(before.AddDays(days))
	}
	return true
}

// again dates what goes on with statements that have got a day since: "earlier in the
// day", and the same speaker's in its paragraph.
func (r *Report) again() {
	for i := 1; i < len(r.said); i++ {
		u, s := &r.said[i], r.sentence(i)
		if s.Headline || !u.Day.IsZero() {
			continue
		}
		from, to := r.around(i)
		if _, ok, _ := fromBefore(s, from, to); ok && u.waits {
			if !r.said[i-1].Day.IsZero() { // else of the day of that, which nobody knows
				u.Day = r.dayBefore(i, 3)
			}
			continue
		}
		if o := &r.said[i-1]; (r.open(i) || u.waits) && r.spreads(i-1) && r.para(i) == r.para(i-1) && u.Sentence-o.Sentence <= 2 && r.sameSource(o, u) && !r.another(u, s) && !r.turned(i, o.Sentence+1, o.Day) {
			u.Day = o.Day
		}
	}
}

// goesOn reports whether utterance i goes on with the one in the paragraph before:
// more of a letter, or what somebody "added".
func (r *Report) goesOn(i int) bool {
	u, o := &r.said[i], &r.said[i-1]
	s := r.sentence(i)
	if u.vague || o.Day.IsZero() || o.before || r.para(i) != r.para(i-1)+1 || s.Headline || r.sentence(i-1).Headline || !r.sameSource(o, u) || r.another(u, s) {
		return false
	}
	adds := s.Lex.Lang == "en" && strings.EqualFold(u.Cue.Of(r.Src), "added")
	return adds || o.letter && r.writes(u, s) || !o.letter && u.Speaker != o.Speaker && r.surnameOnly(u, s)
}

// surnameOnly reports whether the source of u is a surname, alone or behind "Mr".
func (r *Report) surnameOnly(u *Utterance, s *cues.Sentence) bool {
	k, end := r.itemAt(s, u.Source.Start), r.itemAt(s, u.Source.End)
	if s.Lex.Has("courtesy", s.Lower(k)) {
		k++
	}
	return k+1 == end && s.Items[k].Cap && s.Items[k].Flags&(lexicon.Pronoun|lexicon.ObjectPronoun|lexicon.Place|lexicon.Demonym) == 0
}

// deed reads the day on which the speaker of utterance i did something, from
// the sentence right before it that says so: "Lee flew over the valley on
// Wednesday. “You are not alone,” she said."
func (r *Report) deed(i int) statements.Date {
	u := &r.said[i]
	n := u.Sentence - 1
	if n < 0 || u.Speaker == "" || r.Sents[n].Headline || i > 0 && r.said[i-1].Sentence >= n {
		return statements.Date{}
	}
	s, name := &r.Sents[n], strings.ToLower(text.Fold(u.Speaker[strings.LastIndexByte(u.Speaker, ' ')+1:]))
	day, theirs := statements.Date{}, false
	for k := range s.Items {
		switch {
		case s.IsQuote(k) || perfect[s.Lower(k)] || notYet[s.Lower(k)] || s.Is(k, lexicon.PronounRelative|lexicon.That):
			if day.IsZero() || !theirs {
				return statements.Date{}
			}
			return day
		case day.IsZero() && (s.Is(k, lexicon.Weekday) || lately(s, k)) && !ofAnother(s, k):
			day, _ = r.day(s, k, k+1)
		}
		theirs = theirs || s.Items[k].Cap && text.Fold(s.Lower(k)) == name && (k == 0 || !s.Is(k-1, lexicon.Preposition)) ||
			heOrShe[s.Lower(k)] && s.Para == r.para(i) && s.Is(k-1, lexicon.Weekday)
	}
	if !theirs {
		return statements.Date{}
	}
	return r.possible(day)
}

// lately reports whether "yesterday" or "last night" begins at item k.
func lately(s *cues.Sentence, k int) bool {
	return s.Lex.Has("yesterday", s.Lower(k)) || s.Lower(k) == "last" && s.Lower(k+1) == "night"
}

// heOrShe are the pronouns of who did something on a day: "On Wednesday she struck a
// softer note. The ban could wait, Lee said."
var heOrShe = words("he she")

// writes reports whether the cue of u is a verb of words that are not spoken.
func (r *Report) writes(u *Utterance, s *cues.Sentence) bool {
	for k := r.itemAt(s, u.Cue.Start); k < r.itemAt(s, u.Cue.End); k++ {
		for _, v := range s.Lex.Verbs(s.Lower(k)) {
			if remote[v.Lemma] {
				return true
			}
		}
	}
	return false
}

// around are the items where a time beside the cue of utterance i stands: from
// the front of its frame to some words after the cue.
func (r *Report) around(i int) (from, to int) {
	u, s := &r.said[i], r.sentence(i)
	cue := r.itemAt(s, u.Cue.End)
	from, to = r.itemAt(s, u.Cue.Start), cue+4
	for _, fr := range u.Frame {
		from, to = min(from, fr[0]), max(to, min(fr[1], cue+10))
	}
	if k := r.itemAt(s, u.Source.Start); !u.Source.IsZero() && k < from {
		if _, ok, _ := fromBefore(s, k, k+1); ok {
			from = k // a source that has "Two days earlier" in front
		}
	}
	return from, to
}

// sameSource reports whether b is by whoever said a, by name, by a pronoun or
// by the surname alone, even where it is not known who that is.
func (r *Report) sameSource(a, b *Utterance) bool {
	if a.Speaker != "" && a.Speaker == b.Speaker {
		return true
	}
	last := r.lastWord(b.Source)
	if b.Source.IsZero() || len(last) < 2 {
		return b.Source.IsZero() && b.Speaker == a.Speaker
	}
	return pronouns[strings.ToLower(last)] || strings.Contains(" "+strings.NewReplacer(",", " ", "’", " ", "'", " ").Replace(a.Source.Of(r.Src))+" ", " "+last+" ")
}

var pronouns = words("he she they him her them er sie il elle él ella он она")

// sameSpeaker gives what has no day the day of the same speaker's nearest
// statement before it that has one, else of the one right after it. The day of a
// letter is for what was written, and what "had been" said is of its own time.
func (r *Report) sameSpeaker() {
	last := map[string]statements.Date{}
	past := map[string]bool{} // of whom the text tells what they said long ago
	var first []int           // those without a day before them
	for i := range r.said {
		u := &r.said[i]
		past[u.Speaker] = past[u.Speaker] || r.longAgo(i)
		if r.open(i) && u.Speaker != "" && !r.sentence(i).Headline && !past[u.Speaker] {
			if u.Day = last[u.Speaker]; !u.Day.IsZero() && r.turned(i, 0, u.Day) {
				u.Day = statements.Date{}
			}
			if each := r.voices(i); u.Day.IsZero() && len(each) > 1 && r.jointly(i) {
				u.Day = oneDay(last, each[:len(each)-1])
			}
			if u.Day.IsZero() {
				first = append(first, i)
			}
		}
		if r.spreads(i) {
			for _, who := range r.voices(i) {
				last[who], past[who] = u.Day, false
			}
		}
	}
	for _, i := range slices.Backward(first) {
		if k := r.next(i); k > 0 && r.spreads(k) && !r.description(&r.said[i], r.sentence(i)) && !r.another(&r.said[i], r.sentence(i)) && !r.sentence(k).Lex.Has("contrast", r.sentence(k).Lower(0)) {
			r.said[i].Day = r.said[k].Day
		}
	}
}

// next is the statement right after i by the same speaker, in its paragraph or the
// one after: what they said further down may have been another time; -1 is none. What
// they "had said" or written stands beside.
func (r *Report) next(i int) int {
	for k := i + 1; k < len(r.said) && r.para(k) <= r.para(i)+1; k++ {
		if o := &r.said[k]; !o.before && !o.letter && slices.Contains(r.voices(k), r.said[i].Speaker) {
			return k
		}
	}
	return -1
}

// longAgo reports whether the paragraph of utterance i has told before it of something
// that was at another time: "She refused in July. Lee asked the bakers to wait". What
// comes after is of then until she speaks on a day again.
func (r *Report) longAgo(i int) bool {
	for n := r.said[i].Sentence - 1; n >= 0 && r.Sents[n].Para == r.para(i); n-- {
		if _, speaks := r.inSentence[n]; speaks {
			return false
		}
		if _, vague := r.day(&r.Sents[n], 0, len(r.Sents[n].Items)); vague {
			return true
		}
	}
	return false
}

// jointly reports whether utterance i is a joint statement.
func (r *Report) jointly(i int) bool {
	return slices.ContainsFunc(r.sentence(i).Items, func(it cues.Item) bool { return r.sentence(i).Lex.Has("jointly", it.Lower) })
}

// oneDay is the day on which those of some who have one were heard last, if it is one:
// that of what they say together.
func oneDay(last map[string]statements.Date, each []string) (day statements.Date) {
	for _, who := range each {
		if d := last[who]; !d.IsZero() {
			if !day.IsZero() && d != day {
				return statements.Date{}
			}
			day = d
		}
	}
	return day
}

// voices are whose words utterance i is: of several who spoke together, all of
// them, and each alone.
func (r *Report) voices(i int) []string {
	who := r.said[i].Speaker
	if each := speakers.Together(who); len(each) > 1 {
		return append(each, who)
	}
	return []string{who}
}

// spreads reports whether the day of utterance i may be that of its speaker's
// others.
func (r *Report) spreads(i int) bool {
	u := &r.said[i]
	return u.Speaker != "" && !u.Day.IsZero() && !u.letter && !u.before && !u.past
}
