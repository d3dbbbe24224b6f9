package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// within reports whether word i begins what something was said in or at: "in
// Vell", "at the autumn summit".
func (q *question) within(i int, at []int, terms []statements.Term) bool {
	k := i - 1
	occasion := q.is(i, "occasion") || q.is(i+1, "occasion") && q.ws[i+1].sep == " "
	for k > 0 && k > i-4 && (articles[q.base(k)] || q.d.lexicon.Flags(q.base(k))&lexicon.Possessive != 0 || slices.Contains(at, k)) {
		k--
	}
	if !occasion && k < i-1 && !q.reports(k-1) {
		return false // "in the harbour" may be what it is about, "say in the harbour" is where
	}
	if k <= 0 || q.base(k) != "in" && q.base(k) != "at" && q.base(k) != "during" || q.follows(k, at, terms) {
		return false
	}
	for k--; k > 0 && q.is(k, "stop") && !q.d.is(q.base(k), "about"); k-- {
	}
	return q.base(k) == "of" || !q.d.is(q.base(k), "about") // "about his time in jail" is about jail
}

// themed reports whether word i is what was spoken about: "on Vell", "about the
// Vell summit".
func (q *question) themed(i int) bool {
	k := i - 1
	for k > 0 && articles[q.base(k)] {
		k--
	}
	return k > 0 && q.is(k, "about") && q.base(k) != "of" && q.base(k) != "around"
}

// there is how sure it is that p answers a term by the place where it was said.
func (p *passage) there(t wanted) float64 {
	if at := p.found.Statement.Place; t.theme || at == "" || !holdsStems(at, t.stems) {
		return 0
	}
	if t.venue {
		return 1
	}
	return 0.6
}

// occasion is how sure it is that a statement was made where or when word i of p
// says: the sentence and the headline tell it, a dateline stands in capitals, and
// what was said itself is about something else. So is the object of a verb: "had
// misled parliament" tells of no words in it.
func (p *passage) occasion(i int) float64 {
	w := p.words[i]
	switch {
	case (w.zone == beside || w.zone == between) && p.objectAt(i):
		return 0.35
	case w.zone == beside || w.zone == between || w.zone == headline:
		return 0.85
	case (w.zone == before || w.zone == prior) && p.sameVoice() && p.inParagraph(w) && !p.quotes(w) && !p.objectAt(i):
		return 0.75 // "She spoke in the harbour hall. The pier, she said, …"
	case (w.zone == before || w.zone == prior) && len(w.raw) > 3 && strings.ToUpper(w.raw) == w.raw:
		return 0.85
	case w.zone == content:
		return 0.5
	}
	return 0.35
}

// objectAt reports whether a verb in the past stands right before word i, but for
// an article and an adjective, and not one of telling.
func (p *passage) objectAt(i int) bool {
	article := func(k int) bool { return k >= 0 && articles[text.Fold(p.words[k].raw)] }
	k := i - 1
	for k > 0 && k > i-4 && !p.words[k+1].apart && !article(k) && capitalised(p.words[k].raw) {
		k-- // "left the Rowing Club"
	}
	if article(k - 1) {
		k-- // "told a packed parliament"
	}
	if article(k) {
		k--
	}
	if k < 0 || p.words[i].apart || p.words[k+1].apart {
		return false
	}
	before := text.Fold(p.words[k].raw)
	return before != "addressed" && strings.HasSuffix(before, "ed") || english().lexicon.Flags(before)&lexicon.Irregular != 0 && before != "told"
}

// siblings lets a place that was named with one statement count for the
// speaker's others in the same article on the same day.
func siblings(terms []wanted, all []*scored) {
	type event struct {
		article, speaker string
		day              statements.Date
	}
	of := func(s *scored) event {
		return event{s.found.Article.URL + "\x00" + s.found.Article.Title, s.found.Statement.Speaker, s.found.Statement.SaidOn}
	}
	for i, t := range terms {
		if !t.venue {
			continue
		}
		there := map[event]bool{}
		for _, s := range all {
			if s.covers[i] >= 0.75 {
				there[of(s)] = true
			}
		}
		for _, s := range all {
			if there[of(s)] {
				s.covers[i] = max(s.covers[i], 0.75)
			}
		}
	}
}
