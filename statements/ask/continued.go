package ask

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// refersTo reports whether what was said, or what stands with the words of
// saying, has a noun for what the article is about: "called the plan a farce".
func (p *passage) refersTo(d *data) bool {
	for i, w := range p.words {
		if i == 0 || w.apart || w.zone != content && w.zone != between && !(w.zone == beside && p.predicate(w)) || !d.is(text.Fold(w.raw), "event") {
			continue
		}
		before := text.Fold(p.words[i-1].raw)
		if before == "the" || d.lexicon.Flags(before)&lexicon.Possessive != 0 || d.is(before, "anaphor") {
			return true
		}
	}
	return false
}

// aboutIt is how sure it is that a statement that refers to what the article is
// about is about a word of its headline or first paragraph.
const aboutIt = 0.75

// weight is how sure it is that the statement is about a word in a zone. Who
// hails "the ruling" does not hail whom the headline names.
func (p *passage) weight(z zone, name bool) float64 {
	switch {
	case p.refers && !name && (z == headline || z == lead):
		return aboutIt
	case p.done && z == beside:
		return max(besideDeed, weights[z])
	}
	return weights[z]
}

// besideDeed is how sure it is that somebody who does what was asked for does it
// to what stands in the same sentence.
const besideDeed = 0.7

// does reports whether the words of saying are an act that is asked for.
func (p *passage) does(terms []wanted) bool {
	return slices.ContainsFunc(terms, func(t wanted) bool { return t.act != "" && p.acts(t) >= byCue })
}

// nextTo is how many bytes may lie between two statements of which the second
// goes on from the first.
const nextTo = 160

// goesOn is how much of what the first does the second does, too.
const goesOn = 0.9

// continued lets what somebody goes on to say in one paragraph do what they did
// before: who "criticised the fee" and then is quoted says why. What was said
// first is what they speak of; where nothing is asked but what somebody said on it,
// it must stand in what was said. Of anybody only acts go on.
func continued(terms []wanted, all []*scored, anybody bool) {
	doing, topic := false, false
	for _, t := range terms {
		doing, topic = doing || t.act != "", topic || t.act == ""
	}
	if !topic || !doing && anybody {
		return
	}
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(a, b *scored) int {
		return cmp.Or(cmp.Compare(a.found.Article.ID, b.found.Article.ID), cmp.Compare(a.found.Article.URL, b.found.Article.URL), cmp.Compare(a.start, b.start))
	})
	for k := 1; k < len(order); k++ {
		a, b := order[k-1], order[k]
		if !a.before(b) || b.deed() {
			continue
		}
		for i, t := range terms {
			switch {
			case t.act != "" && a.covers[i] >= byFrame:
				b.covers[i] = max(b.covers[i], goesOn*a.covers[i])
			case t.act == "" && (doing && a.covers[i] >= 0.7 || a.within[i] >= inSoMany):
				b.covers[i] = max(b.covers[i], aboutIt)
			}
		}
	}
}

// deed reports whether the words of saying are an act of their own.
func (s *scored) deed() bool {
	for i, w := range s.words {
		if w.zone != cue {
			continue
		}
		for _, a := range english().acts {
			if s.stands(i, a.made) {
				return true
			}
		}
	}
	return false
}

// before reports whether b follows s in one paragraph and is of the same
// speaker.
func (s *scored) before(b *scored) bool {
	end := 0
	for _, c := range s.found.Statement.Content {
		end = max(end, c.End)
	}
	body := s.found.Article.Text
	same := s.found.Article.ID == b.found.Article.ID && s.found.Article.URL == b.found.Article.URL
	return same && s.found.SpeakerID != 0 && s.found.SpeakerID == b.found.SpeakerID &&
		end <= b.start && b.start-end <= nextTo && b.start <= len(body) && !strings.Contains(body[end:b.start], "\n")
}
