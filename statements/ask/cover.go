package ask

import (
	"math"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// wanted is a term of the query with what its place in the question tells.
type wanted struct {
	stems  [][]string // each alternative as words; the question's own first
	weight float64
	act    string // a speech act that is asked for, "" else
	head   bool   // the noun that the question is about
	venue  bool   // asked for as the occasion: "said in Vell", "said after talks", not "talks in Vell"
	theme  bool   // asked for as what was spoken about: "on Vell", which words said in Vell need not be
	name   bool   // a name rather than a common word
	proper bool   // surely so: the question writes other words small, or it is a land
	wide   bool   // says little
	asker  bool   // what kind of speaker is asked for: "which unions"
	same   int    // the last of stems that is the word itself, in another language's stem
	strict int    // how many of stems are not WordNet's
	called string // a surname as it was typed; "" else
	words  string // as folded in the question
	event  bool   // what happened then: "when she resigned", which any of its words tells
	clause bool   // an act that is asked for with what was said: "warned that"
	either bool   // one of it and the term before is enough: "troops or guns"
	wish   bool   // what is to be done, or what somebody is called: "who wants the camp closed", "who called them crooks", which only what was said tells
	to     bool   // whom somebody answered: "reply to Lee"
	urged  bool   // who is to do something: "who called on Lee to step down"
	of     int    // which of two themes it is of, 1 or 2; 0 where there are not two
	yesNo  bool   // an act that is asked about: who denied it has answered whether they admit it
}

// wants reads the query's terms.
func wants(q statements.Query) []wanted {
	d := english()
	ws := newQuestion(q.Question, Context{})
	out := make([]wanted, 0, len(q.Topic))
	at := make([]int, 0, len(q.Topic)) // where each stands in the question
	for _, t := range q.Topic {
		w := wanted{weight: 1, strict: d.strict(t.Stems)}
		for _, s := range t.Stems {
			if f := strings.Fields(s); len(f) > 0 {
				w.stems = append(w.stems, f)
			}
		}
		if len(w.stems) == 0 {
			w.stems = [][]string{text.Stems(t.Words, "en")}
		}
		if len(t.Stems) > 1 && slices.Contains(ws.own(t.Words)[1:], t.Stems[1]) {
			w.same = 1
		}
		i := ws.find(t.Words)
		words := strings.Fields(text.Fold(t.Words))
		w.words = strings.Join(words, " ")
		switch {
		case isAct(d, t):
			w.act = d.actOf[t.Stems[0]]
			w.clause = i >= 0 && ws.base(i+len(words)) == "that"
		case len(words) == 1 && d.is(words[0], "wide"):
			w.wide, w.weight = true, 0.35
		case len(words) == 1 && len(q.Topic) > 1 && d.is(words[0], "mild"):
			w.weight = 0.5
		case i > 0 && ws.ws[i].cap || ws.isStateWord(t.Words):
			w.name, w.weight = true, 1.3
			w.proper = ws.isStateWord(t.Words) || ws.capitalsTell()
			if len(words) == 1 && !ws.isStateWord(t.Words) {
				w.called = t.Words
			}
		case len(w.stems[0]) > 1:
			w.weight = 1.3
		}
		w.asker = i == 1 && ws.base(0) == "which" && ws.reports(1+len(words))
		out, at = append(out, w), append(at, i)
	}
	for k, i := range at {
		out[k].venue = out[k].act == "" && (ws.within(i, at, q.Topic) || ws.afterTalks(i))
		out[k].theme = ws.themed(i)
		out[k].event = ws.afterWhen(i)
		out[k].to = ws.answered(i)
	}
	if k := len(out) - 1; k > 0 {
		out[k].wish = out[k].act == "" && ws.wishes(at[k])
	}
	ws.byParts(out, at, len(q.Speakers) > 0)
	ws.variable(out, at)
	ws.choices(out, at)
	for k := range out {
		if ws.aspect(k, at, q.Topic) {
			out[k].weight *= 0.5
		}
	}
	if h := ws.head(out, at); h >= 0 {
		out[h].head = true
	}
	ws.urges(out, at)
	ws.twoThemes(out, at, len(q.Speakers) > 0)
	return out
}

// wishes reports whether word i ends "who wants the camp closed", or "who called the
// judges crooks": what was said must have it.
func (q *question) wishes(i int) bool {
	if q.base(0) != "who" || i <= 2 || i != len(q.ws)-1 {
		return false
	}
	return stem(q.base(1)) == "want" && strings.HasSuffix(q.base(i), "ed") || q.d.is(q.base(1), "naming") && !q.prepositional(2)
}

// aspect reports whether term k is one side of another term: "the age of the
// corals", of which the corals tell more.
func (q *question) aspect(k int, at []int, terms []statements.Term) bool {
	if at[k] < 0 {
		return false
	}
	i := at[k] + len(outletWords(terms[k].Words))
	if q.base(i) != "of" || q.d.is(q.base(i-1), "about") {
		return false
	}
	for i++; q.is(i, "stop"); i++ {
	}
	return slices.Contains(at, i)
}

// find is the word of the question at which words begin, or -1.
func (q *question) find(words string) int {
	for i := range q.ws {
		if n, ok := q.has(i, strings.Join(outletWords(words), " ")); ok && n > 0 {
			return i
		}
	}
	return -1
}

// afterTalks reports whether word i belongs to the occasion of what was said:
// "after the meeting with".
func (q *question) afterTalks(i int) bool {
	for k := i - 1; k >= 0 && k > i-6; k-- {
		switch q.base(k) {
		case "after", "following", "during":
			return true
		case "about", "on", "over", "that":
			return false
		}
	}
	return false
}

// afterWhen reports whether word i tells what happened when something was said:
// "when she stepped down".
func (q *question) afterWhen(i int) bool {
	for k := i - 1; k > 0 && k > i-4; k-- {
		if q.base(k) == "when" {
			return true
		}
	}
	return false
}

// follows reports whether word i comes right after one of the terms.
func (q *question) follows(i int, at []int, terms []statements.Term) bool {
	for k, p := range at {
		if p >= 0 && p+len(outletWords(terms[k].Words)) == i {
			return true
		}
	}
	return false
}

func (q *question) isStateWord(words string) bool {
	_, _, ok := q.d.lexicon.StateOf(text.Fold(words))
	return ok
}

// head finds the term that the question is about: after "about", the last one
// before the next preposition, unless it is too wide to be it.
func (q *question) head(terms []wanted, at []int) int {
	best := -1
	for i := range q.ws {
		if !q.d.is(q.base(i), "about") || q.base(i) == "of" {
			continue
		}
		for k, p := range at {
			if p <= i || terms[k].act != "" || terms[k].wide || !q.unbroken(i+1, p) {
				continue
			}
			if best < 0 || at[best] < p {
				best = k
			}
		}
		if best >= 0 {
			return best
		}
	}
	return -1
}

// unbroken reports whether no preposition or conjunction stands between.
func (q *question) unbroken(i, j int) bool {
	for ; i < j; i++ {
		if q.base(i) != "of" && q.d.lexicon.Flags(q.base(i))&(prepositions) != 0 {
			return false
		}
	}
	return true
}

// covers is how well passage p answers to each of the terms, and how well what was
// said does alone: 0 to 1. Spans are the words that do.
func (p *passage) covers(terms []wanted) (out, within []float64, spans []statements.Span) {
	both := make([]float64, 2*len(terms))
	out, within = both[:len(terms):len(terms)], both[len(terms):]
	for i, t := range terms {
		switch {
		case t.act != "":
			out[i] = p.acts(t)
			if t.yesNo {
				out[i] = max(out[i], p.actsAgainst(t))
			}
			continue
		case t.asker:
			st := p.found.Statement
			if who := st.Speaker + " " + st.Role + " " + st.Source.Of(p.found.Article.Text); holdsStems(who, t.stems[:max(1, t.strict)]) || t.kindOf(who) {
				out[i] = 1
			}
			continue
		}
		out[i] = p.given(t)
		for k, alt := range t.stems {
			trust := 1.0
			switch {
			case k > 0 && k >= t.strict:
				trust = 0.7
			case k > 0 && t.name:
				trust = 0.95
			case k > t.same && !t.event:
				trust = 0.8
			}
			for _, at := range p.find(alt) {
				z := p.words[at.from].zone
				v := p.weight(z, t.name) * trust
				if t.venue {
					v = trust * p.occasion(at.from)
				}
				out[i] = max(out[i], v)
				if k < max(1, t.strict) && t.act == "" && !t.wide {
					p.plain = max(p.plain, v)
				}
				if z == content {
					within[i] = max(within[i], trust)
					spans = append(spans, statements.Span{Start: p.words[at.from].Start, End: p.words[at.to-1].End})
				}
			}
		}
		if t.called != "" && out[i] < byPronoun && p.means(t.called) {
			out[i] = byPronoun
		}
		if t.to && out[i] >= nearby && p.replies() {
			out[i] = max(out[i], besideName)
		}
		out[i] = max(out[i], p.there(t))
	}
	for i, t := range terms {
		if t.either {
			best, said := max(out[i-1], out[i]), max(within[i-1], within[i])
			out[i-1], out[i], within[i-1], within[i] = best, best, said, said
		}
	}
	return out, within, spans
}

// actsAgainst is how plainly a passage is the opposite of an act.
func (p *passage) actsAgainst(t wanted) float64 {
	best := 0.0
	for _, name := range english().acts[t.act].opposite {
		best = max(best, p.acts(wanted{act: name}))
	}
	return min(best, plainly)
}

// kindOf reports whether somebody is called by a narrower word than was asked
// for: which politician, "the councillor".
func (t wanted) kindOf(who string) bool {
	narrow := english().wider[t.words]
	return slices.ContainsFunc(roleWords(who), func(w string) bool { return narrow[w] })
}

func holdsStems(s string, alternatives [][]string) bool {
	have := " " + phrase(s) + " "
	for _, alt := range alternatives {
		if strings.Contains(have, " "+strings.Join(alt, " ")+" ") {
			return true
		}
	}
	return false
}

// foundAt is a run of words [from, to) of a passage.
type foundAt struct{ from, to int }

// find gives the places at which the stems stand in a row, articles between
// them aside.
func (p *passage) find(stems []string) []foundAt {
	var out []foundAt
	for i := range p.words {
		if p.words[i].stem != stems[0] || len(stems) == 1 && smallAcronym(p.words[i]) {
			continue
		}
		if to, ok := p.follow(i, stems[1:]); ok {
			out = append(out, foundAt{i, to})
		}
	}
	return out
}

// follow reports whether rest comes after word i, and where it ends.
func (p *passage) follow(i int, rest []string) (int, bool) {
	to := i + 1
	for _, s := range rest {
		for to < len(p.words) && p.words[to].stem != s && articles[p.words[to].stem] {
			to++
		}
		if to >= len(p.words) || p.words[to].stem != s || p.words[to].apart || p.words[to].zone != p.words[i].zone {
			return 0, false
		}
		to++
	}
	return to, true
}

// articles may stand inside a phrase that was asked for without them.
var articles = map[string]bool{"the": true, "a": true, "an": true, "all": true, "any": true}

// smallAcronym reports whether w only looks like an acronym: "us".
func smallAcronym(w placed) bool { return acronyms[w.stem] && strings.ToUpper(w.raw) != w.raw }

// weigh gives rare terms more weight: of two words that were asked for, the
// one that fewer candidates have tells more.
func weigh(terms []wanted, covers [][]float64) []float64 {
	out := make([]float64, len(terms))
	n := float64(len(covers))
	for i, t := range terms {
		have := 0.0
		for _, c := range covers {
			if c[i] >= 0.5 {
				have++
			}
		}
		out[i] = t.weight * (1 + 0.5*math.Log((n+1)/(have+1))/math.Log(n+2))
	}
	return out
}
