package dates

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// decided gives the officer who explains to the press what the lead says was
// done the day of that deed: "The Sedge Bank kept its rate on Thursday. “It is
// late,” Governor Ann Lee told a news conference." So it does to what somebody says
// in parliament whom the lead does not name.
func (r *Report) decided() {
	n := r.lead()
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		if s.Headline || u.Sentence == n {
			continue
		}
		explains := r.holdsOffice(u, s) && r.onCall(u, s)
		if n >= 0 && r.open(i) && s.Para == r.Sents[n].Para+1 && (explains || r.somebody(n) && r.inChamber(i)) && !stance(s, r, u) && !r.another(u, s) {
			u.Day = r.possible(r.deedDay(&r.Sents[n]))
		}
		return
	}
}

// stated gives a body that says in a statement what it did, as the lead tells, the day
// of that: "The Sedge Bank kept its rate on Thursday. … The bank said in a statement".
func (r *Report) stated() {
	n := r.lead()
	if n < 0 {
		return
	}
	lead := &r.Sents[n]
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		k := r.itemAt(s, u.Source.Start)
		if !r.open(i) || u.Sentence == n || s.Headline || s.Lex.Lang != "en" || !s.Lex.Has("definite", s.Lower(k)) || r.itemAt(s, u.Source.End) != k+2 || !s.Is(k+1, lexicon.Body|lexicon.OrganisationWord) {
			continue
		}
		in := r.itemAt(s, u.Cue.Start)
		for in < len(s.Items) && s.Lower(in) != "in" {
			in++
		}
		does := slices.IndexFunc(lead.Items, func(it cues.Item) bool { return it.Lower == s.Lower(k+1) })
		if s.Lower(in+1) == "a" && s.Lower(in+2) == "statement" && !inContent(u, s, in) && does >= 0 && does < longestBody && !r.another(u, s) {
			u.Day = r.possible(r.deedDay(lead))
		}
	}
}

// longestBody is among how many of the first words of a lead the body stands.
const longestBody = 5

// somebody reports whether sentence n is about one person whom it does not name, and
// whom the next paragraph does: "A furious senator blew her top on Thursday."
func (r *Report) somebody(n int) bool {
	s := &r.Sents[n]
	if !s.Lex.Has("indefinite", s.Lower(0)) {
		return false
	}
	for k := 1; k < longestSomebody && s.Word(k) && !s.Is(k, lexicon.Preposition); k++ {
		if s.Is(k, lexicon.Role) {
			return !s.Is(k, lexicon.Group)
		}
	}
	return false
}

// longestSomebody is how many words tell who somebody is.
const longestSomebody = 6

// lead is the first sentence that is no headline, -1 where there is none.
func (r *Report) lead() int {
	return slices.IndexFunc(r.Sents, func(s cues.Sentence) bool { return !s.Headline && len(s.Items) > 0 })
}

// deedDay is the weekday, or yesterday, on which a sentence says that something was done.
func (r *Report) deedDay(s *cues.Sentence) statements.Date {
	for k := range s.Items {
		switch {
		case s.IsQuote(k), s.Is(k, lexicon.PronounRelative|lexicon.That), notYet[s.Lower(k)], perfect[s.Lower(k)]:
			return statements.Date{}
		case (s.Is(k, lexicon.Weekday) || s.Lex.Has("yesterday", s.Lower(k))) && !ofAnother(s, k):
			day, _ := r.day(s, k, k+1)
			return day
		}
	}
	return statements.Date{}
}

// holdsOffice reports whether the source of u is told by an office, before the
// name or beside it.
func (r *Report) holdsOffice(u *Utterance, s *cues.Sentence) bool {
	first := r.itemAt(s, u.Source.Start)
	return r.officer(u, s) || s.Is(first, lexicon.Role|lexicon.Honorific) && !s.Lex.Has("courtesy", s.Lower(first))
}
