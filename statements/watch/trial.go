package watch

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/statements"
)

// Trial tries one watch on articles that are there already: whether it matches
// and, where it nearly does, what is missing. It may be used by several
// goroutines.
type Trial struct {
	set   *Set
	loose []loosened // from what nearly matches to what hardly does
}

// Lack is what keeps a watch from matching.
type Lack int

// What a watch may lack, the nearest misses first.
const (
	OtherOutlet   Lack = iota // everything fits, and the watch asks for another outlet
	OtherLanguage             // or for another language
	Reported                  // or for the speaker's own words
	Unsure                    // or to be surer of who spoke
	TooFar                    // the words of a NEAR stand farther apart
	Excluded                  // a word stands there that must not
	NoWord                    // one of several words is missing
	OtherPlace                // the words stand elsewhere in the article
	OtherVoice                // somebody else said it
	Unsaid                    // the speaker spoke about something else, or was only named
)

// Miss is an article that a watch nearly matches.
type Miss struct {
	Lack       Lack
	Statements []int           // as in an alert; none where nothing said is near
	Words      []string        // the watched words that are there
	Why        statements.Said // half a sentence for people; may hold words of the article
}

// loosened is the watch with one demand dropped.
type loosened struct {
	compiled
	lack Lack
	what *expr // the demand
	wide bool  // the words may stand anywhere in the article
}

// NewTrial compiles w; a watch that cannot be read is a *statements.Problem.
func NewTrial(w statements.Watch) (*Trial, error) {
	t := &Trial{set: Compile([]statements.Watch{w})}
	if bad := t.set.Bad(); len(bad) > 0 {
		return nil, bad[0].Problem
	}
	c := t.set.watches[0]
	if c.words == nil {
		t.addNamed(c)
		return t, nil
	}
	t.addFar(c)
	t.addDropped(c)
	t.addFields(c)
	if c.who != anybody {
		t.add(c, c.who, OtherPlace, without(c.words, inSaid), nil, true)
		t.add(c, anybody, OtherVoice, said(c.words), nil, false)
		t.add(c, c.who, Unsaid, nil, c.words, false)
	}
	return t, nil
}

// Match is what a Set of this watch alone gives.
func (t *Trial) Match(a statements.Article, sts []statements.Statement) (statements.Alert, bool) {
	al := t.set.Match(a, sts, false)
	for _, one := range al[:min(len(al), 1)] {
		return one, true
	}
	return statements.Alert{}, false
}

// Spoke reports whether the watched speaker, or anybody if none is watched,
// said one of sts. Where not, the watch cannot match a statement.
func (t *Trial) Spoke(sts []statements.Statement) bool {
	who := t.set.watches[0].who
	return who == anybody || len(t.set.spoke(sts)[who]) > 0
}

// Nearly says what keeps the watch from an article that it does not match;
// false where the article has nothing to do with it.
func (t *Trial) Nearly(a statements.Article, sts []statements.Statement) (Miss, bool) {
	p := t.set.scan(a, sts)
	spoke := t.set.spoke(sts)
	c := t.set.watches[0]
	if miss, ok := c.narrowed(p, spoke[c.who]); ok {
		return miss, true
	}
	if !c.only.admits(p.article) {
		return Miss{}, false
	}
	for _, l := range t.loose {
		mine := l.only.of(sts, spoke[l.who])
		if l.who != anybody && len(mine) == 0 {
			continue
		}
		al, ok := l.match(p, mine)
		if l.wide {
			var found []clause
			found, ok = p.eval(l.words, scope{field: anywhere})
			al = statements.Alert{Statements: mine, Words: p.wordsOf(found)}
			if l.who == anybody {
				al.Statements = nil
			}
		}
		if ok {
			return Miss{l.lack, al.Statements, al.Words, t.why(l, p, al, sts)}, true
		}
	}
	return Miss{}, false
}

// add files the watch with other words or another speaker.
func (t *Trial) add(c compiled, who int32, lack Lack, words, what *expr, wide bool) {
	if words != nil {
		words.terms(func(e *expr) { e.id = t.set.number(e.term) })
	}
	l := loosened{compiled{Watch: c.Watch, who: who, words: words, only: c.only}, lack, what, wide}
	l.said = words != nil && (words.saidOnly() || c.only.ofStatements())
	t.loose = append(t.loose, l)
}

// addNamed adds articles that name the speaker in full, for a watch without
// words.
func (t *Trial) addNamed(c compiled) {
	if words := folded(c.Speaker); len(words) > 0 {
		t.add(c, anybody, Unsaid, &expr{op: opTerm, term: term{form: exact, words: words}}, nil, true)
	}
}

// addFar lets the words of every NEAR stand as far apart as any may, and then
// anywhere.
func (t *Trial) addFar(c compiled) {
	var what *expr
	far := rewrite(c.words, func(e *expr) *expr {
		if e.op == opNear && e.within < maxNear {
			what = e
			return &expr{op: opNear, args: e.args, within: maxNear, column: e.column}
		}
		return e
	})
	if what == nil {
		return
	}
	t.add(c, c.who, TooFar, far, what, false)
	t.add(c, c.who, TooFar, rewrite(c.words, func(e *expr) *expr {
		if e.op == opNear {
			return &expr{op: opAnd, args: e.args, column: e.column}
		}
		return e
	}), what, false)
}

// addDropped drops, one at a time, what must not occur and what must.
func (t *Trial) addDropped(c compiled) {
	root, field := c.words, c.words.op == opField
	if field {
		root = root.args[0]
	}
	if root.op == opNot && c.who != anybody {
		t.add(c, c.who, Excluded, nil, root.args[0], false)
	}
	if root.op != opAnd {
		return
	}
	for _, lack := range []Lack{Excluded, NoWord} {
		for i, a := range root.args {
			rest := &expr{op: opAnd, args: slices.Delete(slices.Clone(root.args), i, i+1), column: root.column}
			if (a.op == opNot) != (lack == Excluded) || rest.need() == nil {
				continue
			}
			if field {
				rest = &expr{op: opField, args: []*expr{rest}, field: c.words.field, column: c.words.column}
			}
			if a.op == opNot {
				a = a.args[0]
			}
			t.add(c, c.who, lack, rest, a, false)
		}
	}
}

// addFields lets words that are asked for in the title or in what was said
// stand anywhere.
func (t *Trial) addFields(c compiled) {
	for _, f := range []field{inTitle, inSaid} {
		var what *expr
		rewrite(c.words, func(e *expr) *expr {
			if e.op == opField && e.field == f {
				what = e
			}
			return e
		})
		if what != nil && (c.who == anybody || f == inTitle) {
			t.add(c, c.who, OtherPlace, without(c.words, f), what, c.who == anybody)
		}
	}
}

// without leaves a field's name out before what it asks for.
func without(e *expr, f field) *expr {
	return rewrite(e, func(e *expr) *expr {
		if e.op == opField && e.field == f {
			return e.args[0]
		}
		return e
	})
}

// said asks for e in what was said.
func said(e *expr) *expr {
	return &expr{op: opField, args: []*expr{without(e, inSaid)}, field: inSaid, column: e.column}
}

// rewrite copies e, each part of it as change gives it back.
func rewrite(e *expr, change func(*expr) *expr) *expr {
	copied := *e
	copied.args = make([]*expr, len(e.args))
	for i, a := range e.args {
		copied.args[i] = rewrite(a, change)
	}
	return change(&copied)
}

// why words a miss.
func (t *Trial) why(l loosened, p *page, al statements.Alert, sts []statements.Statement) statements.Said {
	who := strings.TrimSpace(l.Speaker)
	switch l.lack {
	case TooFar:
		return p.distance(l, al)
	case Excluded:
		return statements.Say("It has %s, which the watch leaves out", written(l.what))
	case NoWord:
		if l.what.op == opField && l.what.field == inSource {
			return statements.Say("It stands in %s, not in %s", p.outlet, written(l.what.args[0]))
		}
		return statements.Say("No word of %s in it", written(l.what))
	case OtherPlace:
		return elsewhere(l, al, who)
	case OtherVoice:
		if len(al.Statements) > 0 && sts[al.Statements[0]].Speaker != "" {
			return statements.Say("Said by %s, not by %s", sts[al.Statements[0]].Speaker, who)
		}
		return statements.Say("Said by somebody whom the article does not name, not by %s", who)
	}
	if l.words != nil {
		return statements.Say("%s is named in the article, and nothing in it is said by that name", who)
	}
	return statements.Say("Spoke, and no word of %s", written(l.what))
}

// elsewhere tells where in an article the words stand.
func elsewhere(l loosened, al statements.Alert, who string) statements.Said {
	one := len(al.Words) == 1
	switch {
	case l.what != nil && l.what.field == inTitle && one:
		return statements.Say("“%s” stands in the article, not in the title. Drop title: to match it", al.Words[0])
	case l.what != nil && l.what.field == inTitle:
		return statements.Say("The words stand in the article, not in the title. Drop title: to match it")
	case who != "" && one:
		return statements.Say("“%s” stands in the article, not in what %s said", al.Words[0], who)
	case who != "":
		return statements.Say("The words stand in the article, not in what %s said", who)
	case one:
		return statements.Say("“%s” stands in the article, not in what was said. Drop said: to match it", al.Words[0])
	}
	return statements.Say("The words stand in the article, not in what was said. Drop said: to match it")
}

// distance tells how far apart the words of a NEAR stand.
func (p *page) distance(l loosened, al statements.Alert) statements.Said {
	sc := scope{field: anywhere}
	if len(al.Statements) > 0 {
		sc = scope{inSaid, al.Statements[0]}
	}
	most := *l.what
	most.within = maxNear
	for _, x := range p.places(&most, sc) {
		half := len(x) / 2
		n, _ := p.apart(x[:half], x[half:])
		if n > l.what.within {
			return statements.Say("“%s” and “%s” stand %s words apart, and NEAR/%[4]s allows %[4]s", p.surface(x[0]), p.surface(x[half]), n, l.what.within)
		}
	}
	return statements.Say("The words stand farther apart than NEAR/%s allows", l.what.within)
}

// written is e in the watch language, its words folded.
func written(e *expr) string {
	switch e.op {
	case opTerm:
		s := strings.Join(e.term.words, " ")
		switch e.term.form {
		case exact:
			return `"` + s + `"`
		case prefix:
			return s + "*"
		}
		return s
	case opNot:
		return "NOT " + written(e.args[0])
	case opField:
		return written(e.args[0])
	}
	parts := make([]string, len(e.args))
	for i, a := range e.args {
		parts[i] = written(a)
	}
	between := map[op]string{opAnd: " AND ", opOr: " OR ", opNear: fmt.Sprintf(" NEAR/%d ", e.within)}[e.op]
	return strings.Join(parts, between)
}
