package watch

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// Match gives one alert for each watch that the article matches, in the order
// in which the watches were compiled. sts are the article's statements, and
// alerts name them by index. A quiet article is one that was there before
// anybody asked: only watches with Backlog are alerted.
func (s *Set) Match(a statements.Article, sts []statements.Statement, quiet bool) []statements.Alert {
	if len(s.watches) == 0 {
		return nil
	}
	p := s.scan(a, sts)
	spoke := s.spoke(sts)
	var out []statements.Alert
	for _, n := range s.candidates(p, spoke) {
		w := &s.watches[n]
		if quiet && !w.Backlog {
			continue
		}
		if al, ok := w.match(p, spoke[w.who]); ok {
			out = append(out, al)
		}
	}
	return out
}

// leastSure is the confidence that a reported statement without any marks needs
// to alert: of those below, three in ten are statements that somebody made in
// words (measured on PolNeAR's development part), the others are what somebody
// did, wished or seemed to think. They stay in the archive. Zero is not known.
const leastSure = 0.6

// alerts reports whether a statement is sure enough to alert anybody.
func alerts(st statements.Statement) bool {
	return st.Kind != statements.Indirect || st.Confidence == 0 || st.Confidence >= leastSure || st.Known == statements.Unresolved
}

// spoke gives the statements of each watched speaker who speaks, and all of
// them for anybody.
func (s *Set) spoke(sts []statements.Statement) map[int32][]int {
	out := map[int32][]int{}
	known := map[string][]int32{}
	for i, st := range sts {
		if !alerts(st) {
			continue
		}
		out[anybody] = append(out[anybody], i)
		who, ok := known[st.Speaker]
		if !ok {
			who = s.watched(st.Speaker)
			known[st.Speaker] = who
		}
		for _, n := range who {
			// A bare surname that several people of the article bear is nobody's
			// words for certain; who watches the surname gets them all.
			if st.Known == statements.Unresolved && strings.Contains(speakers.Key(s.names[n].name), " ") {
				continue
			}
			out[n] = append(out[n], i)
		}
	}
	return out
}

// watched gives the numbers of the watched names that speaker may go by. What
// several said together each of them has said.
func (s *Set) watched(speaker string) []int32 {
	if strings.TrimSpace(speaker) == "" {
		return nil
	}
	var out []int32
	together := speakers.Together(speaker)
	if len(together) > 1 { // who watches them together has named them so
		for _, n := range s.people[lastWord(speakers.Key(speaker))] {
			if strings.EqualFold(s.names[n].name, speaker) {
				out = append(out, n)
			}
		}
	}
	for _, name := range together {
		for _, n := range s.people[lastWord(speakers.Key(name))] {
			if s.names[n].goesBy(name) && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// candidates gives, in order, the watches whose speaker spoke and one of whose
// needed terms was found.
func (s *Set) candidates(p *page, spoke map[int32][]int) []int32 {
	var out []int32
	add := func(who int32) {
		out = append(out, s.filed[place{who, none}]...)
		for id := range p.hits {
			out = append(out, s.filed[place{who, id}]...)
		}
	}
	add(anybody)
	for who := range spoke {
		add(who)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// match decides on one watch; mine are the statements of its speaker, or all.
func (w *compiled) match(p *page, mine []int) (statements.Alert, bool) {
	al := statements.Alert{Watch: w.Watch, Form: statements.FormAlert}
	if !w.only.admits(p.article) {
		return al, false
	}
	mine = w.only.of(p.sts, mine)
	var found []clause
	switch {
	case w.words == nil:
		al.Statements = mine
	case w.who == anybody && !w.said:
		al.Form = statements.FormKeyword
		var ok bool
		if found, ok = p.eval(w.words, scope{field: anywhere}); !ok {
			return al, false
		}
	default:
		for _, i := range mine {
			if c, ok := p.eval(w.words, scope{inSaid, i}); ok {
				al.Statements = append(al.Statements, i)
				found = append(found, c...)
			}
		}
	}
	al.Reason, al.Words = p.reason(found, w.who != anybody, w.only), p.wordsOf(found)
	return al, al.Form == statements.FormKeyword || len(al.Statements) > 0
}

// scope is where terms count: anywhere in the article, in its title, in its
// text, in one statement's content, or in its reach.
type scope struct {
	field     field
	statement int // of inSaid and inReach
}

// holds reports whether h lies in sc.
func (p *page) holds(sc scope, h hit) bool {
	switch sc.field {
	case anywhere:
		return true
	case inReach:
		r := p.beside[sc.statement]
		return h.field != inText || r.from <= h.from && h.to <= r.to
	case inSaid:
		if h.field != inText {
			return false
		}
		return slices.ContainsFunc(p.said[sc.statement], func(r run) bool { return r.from <= h.from && h.to <= r.to })
	}
	return sc.field == h.field
}

// clause is one thing that was found: a term, or terms near each other.
type clause struct {
	field field // inSaid where the scope was a statement
	at    []hit
}

// eval decides whether e holds in sc, and gives what was found.
func (p *page) eval(e *expr, sc scope) ([]clause, bool) {
	switch e.op {
	case opNot:
		_, ok := p.eval(e.args[0], sc)
		return nil, !ok
	case opAnd, opOr:
		return p.evalAll(e, sc)
	case opField:
		return p.evalField(e, sc)
	}
	var out []clause
	for _, at := range p.places(e, sc) {
		c := clause{field: at[0].field, at: at}
		if sc.field == inSaid {
			c.field = inSaid
		}
		out = append(out, c)
	}
	return out, len(out) > 0
}

func (p *page) evalAll(e *expr, sc scope) ([]clause, bool) {
	var out []clause
	any := false
	for _, a := range e.args {
		c, ok := p.eval(a, sc)
		if !ok && e.op == opAnd {
			return nil, false
		}
		if ok {
			any = true
			out = append(out, c...)
		}
	}
	return out, any
}

func (p *page) evalField(e *expr, sc scope) ([]clause, bool) {
	if e.field != inSaid || sc.field == inSaid {
		if e.field != inSaid {
			sc = scope{field: e.field}
		}
		return p.eval(e.args[0], sc)
	}
	if sc.field == inReach {
		return p.eval(e.args[0], scope{inSaid, sc.statement})
	}
	var out []clause
	any := false
	for i := range p.said {
		if c, ok := p.eval(e.args[0], scope{inSaid, i}); ok {
			any = true
			out = append(out, c...)
		}
	}
	return out, any
}

// places gives where a term, a choice of terms or terms near each other stand
// in sc, each as the hits that make it up, in the order of the text.
func (p *page) places(e *expr, sc scope) [][]hit {
	var out [][]hit
	switch e.op {
	case opTerm:
		for _, h := range p.hits[e.id] {
			if p.holds(sc, h) {
				out = append(out, []hit{h})
			}
		}
	case opOr:
		for _, a := range e.args {
			out = append(out, p.places(a, sc)...)
		}
		slices.SortStableFunc(out, func(a, b []hit) int { return a[0].order(b[0]) })
	case opNear:
		out = p.closest(p.places(e.args[0], sc), p.places(e.args[1], sc), e.within)
	}
	return out
}

func (h hit) order(o hit) int {
	if h.field != o.field {
		return int(h.field - o.field)
	}
	return h.from - o.from
}

// closest pairs each of a with the nearest of b that at most within words keep
// apart. Both are in order.
func (p *page) closest(a, b [][]hit, within int) [][]hit {
	var out [][]hit
	for _, x := range a {
		best, gap := -1, within+1
		i, _ := slices.BinarySearchFunc(b, x, func(y, x []hit) int { return y[0].order(x[0]) })
		for j := max(0, i-maxTerms); j < len(b) && j <= i+maxTerms; j++ {
			if g, ok := p.apart(x, b[j]); ok && g < gap {
				best, gap = j, g
			}
		}
		if best >= 0 {
			out = append(out, slices.Concat(x, b[best]))
		}
	}
	return out
}

// apart counts the words between x and y, which must neither overlap nor stand
// in two paragraphs.
func (p *page) apart(x, y []hit) (int, bool) {
	if x[0].field != y[0].field {
		return 0, false
	}
	xf, xt := bounds(x)
	yf, yt := bounds(y)
	from, to := xt, yf
	if xf >= yt {
		from, to = yt, xf
	}
	if to < from || to-from > maxNear || p.zone(x[0].field).parted(from, to) {
		return 0, false
	}
	return to - from, true
}

func bounds(at []hit) (from, to int) {
	from, to = at[0].from, at[0].to
	for _, h := range at[1:] {
		from, to = min(from, h.from), max(to, h.to)
	}
	return from, to
}
