package watch

import (
	"strings"
	"unicode/utf8"

	"onrecord/statements"
)

// read parses the words of w. A watch without words gives nil.
func read(w statements.Watch) (*expr, *mistake) {
	if strings.TrimSpace(w.Keywords) == "" {
		return nil, nil
	}
	ts, m := lex(w.Keywords)
	if m != nil {
		return nil, m
	}
	p := parser{tokens: ts}
	e, m := p.or(0)
	if m != nil {
		return nil, m
	}
	if t := p.peek(); t.kind != tEnd {
		return nil, wrong(t.column, "The parenthesis at column %s closes nothing.", "Leave it out, or open one before it.")
	}
	if strings.TrimSpace(w.Speaker) == "" && e.need() == nil {
		return nil, wrong(e.column, "The words from column %s on can be met by saying nothing, so they would match every article.", "Add a word that must occur, for example quota -herring.")
	}
	return e, nil
}

type parser struct {
	tokens []token
	at     int
	terms  int
	inside field // of the field that is being read
}

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) take() token {
	t := p.tokens[p.at]
	if t.kind != tEnd {
		p.at++
	}
	return t
}

// or = and {("OR" | ",") and}, where a comma too many does no harm.
func (p *parser) or(depth int) (*expr, *mistake) {
	column := p.peek().column
	var args []*expr
	for {
		for p.peek().kind == tComma {
			p.take()
		}
		if k := p.peek().kind; (k == tEnd || k == tClose) && len(args) > 0 && p.tokens[p.at-1].kind == tComma {
			break
		}
		e, m := p.and(depth)
		if m != nil {
			return nil, m
		}
		args = append(args, e)
		if k := p.peek().kind; k != tOr && k != tComma {
			break
		}
		p.take()
	}
	return join(opOr, args, column), nil
}

// and = not {["AND"] not}
func (p *parser) and(depth int) (*expr, *mistake) {
	column := p.peek().column
	var args []*expr
	for {
		e, m := p.not(depth)
		if m != nil {
			return nil, m
		}
		args = append(args, e)
		switch p.peek().kind {
		case tEnd, tClose, tOr, tComma:
			return join(opAnd, args, column), nil
		case tAnd:
			p.take()
		}
	}
}

func join(o op, args []*expr, column int) *expr {
	if len(args) == 1 {
		return args[0]
	}
	return &expr{op: o, args: args, column: column}
}

// not = ("NOT" | "-") not | near
func (p *parser) not(depth int) (*expr, *mistake) {
	t := p.peek()
	if t.kind != tNot && t.kind != tMinus {
		return p.near(depth)
	}
	if depth >= maxDepth {
		return nil, tooDeep(t)
	}
	p.take()
	e, m := p.not(depth + 1)
	if m != nil {
		return nil, m
	}
	if e.op == opNot {
		return e.args[0], nil
	}
	return &expr{op: opNot, args: []*expr{e}, column: t.column}, nil
}

// near = atom {"NEAR/5" atom}
func (p *parser) near(depth int) (*expr, *mistake) {
	e, m := p.atom(depth)
	for m == nil && p.peek().kind == tNear {
		t := p.take()
		if depth >= maxDepth {
			return nil, tooDeep(t)
		}
		depth++ // each one nests the ones before it
		var b *expr
		if b, m = p.atom(depth); m != nil {
			break
		}
		for _, side := range []*expr{e, b} {
			if !side.places() {
				return nil, wrong(t.column, "NEAR at column %s can only join words, phrases and a choice of them.", `For example (quota OR ceiling) NEAR/5 "North Sea".`)
			}
		}
		e = &expr{op: opNear, args: []*expr{e, b}, within: t.within, column: t.column}
	}
	return e, m
}

// places reports whether e stands for places in a text, so that it can be near
// something.
func (e *expr) places() bool {
	switch e.op {
	case opTerm:
		return e.term.form != source
	case opNear:
		return true
	case opOr:
		for _, a := range e.args {
			if !a.places() {
				return false
			}
		}
		return true
	}
	return false
}

func tooDeep(t token) *mistake {
	return wrong(t.column, "The words are nested too deeply at column %s.", "Keep it to 16 levels, or make two watches.")
}

// atom = word | phrase | "(" or ")" | field atom
func (p *parser) atom(depth int) (*expr, *mistake) {
	if t := p.peek(); depth >= maxDepth {
		return nil, tooDeep(t)
	}
	switch t := p.take(); t.kind {
	case tWord, tPhrase:
		return p.term(t)
	case tOpen:
		e, m := p.or(depth + 1)
		if m != nil {
			return nil, m
		}
		if c := p.take(); c.kind != tClose {
			return nil, unclosed(c)
		}
		return e, nil
	case tField:
		return p.fielded(t, depth)
	default:
		return nil, p.missing(t)
	}
}

func (p *parser) fielded(t token, depth int) (*expr, *mistake) {
	if p.inside != anywhere {
		return nil, wrong(t.column, "The field at column %s stands inside another field.", "Write them side by side, for example title:quota said:herring.")
	}
	p.inside = t.field
	defer func() { p.inside = anywhere }()
	e, m := p.atom(depth + 1)
	if m != nil {
		return nil, m
	}
	return &expr{op: opField, field: t.field, args: []*expr{e}, column: t.column}, nil
}

// missing words what stands where a word should.
func (p *parser) missing(t token) *mistake {
	switch t.kind {
	case tEnd:
		if p.open() {
			return unclosed(t)
		}
		return wrong(t.column, "The words end at column %s, where another word should follow.", "Add it, for example quota AND herring.")
	case tClose:
		return wrong(t.column, "The parenthesis at column %s closes before there is a word.", "Put a word before it, for example (quota OR herring).")
	case tNear:
		return wrong(t.column, "NEAR at column %s has no word before it.", "Put a word on both sides, for example quota NEAR/5 herring.")
	}
	return wrong(t.column, "The operator at column %s has no word before it.", "Put a word on both sides, for example quota OR herring; to look for the word itself put it into quotation marks.")
}

func unclosed(t token) *mistake {
	return wrong(t.column, "The words end inside a parenthesis, at column %s.", "Close it, for example said:(quota AND herring).")
}

// open reports whether a parenthesis has not been closed yet.
func (p *parser) open() bool {
	n := 0
	for _, t := range p.tokens[:p.at] {
		switch t.kind {
		case tOpen:
			n++
		case tClose:
			n--
		}
	}
	return n > 0
}

// term reads the word or phrase t.
func (p *parser) term(t token) (*expr, *mistake) {
	if p.terms++; p.terms > maxTerms {
		return nil, wrong(t.column, "The word at column %s is the 65th, and a watch can have 64.", "Make two watches of it.")
	}
	f, s := stemmed, t.text
	switch {
	case t.kind == tPhrase:
		f = exact
	case strings.HasSuffix(s, "*"):
		f, s = prefix, strings.TrimRight(s, "*")
	}
	if i := strings.IndexByte(s, '*'); i >= 0 && f != exact {
		return nil, wrong(t.column+utf8.RuneCountInString(s[:i]), "The star at column %s does not stand at the end of a word.", "It can only end one, for example quot*.")
	}
	if p.inside == inSource {
		f = source
	}
	tm := term{form: f, words: folded(s), join: f != exact && hyphened(s)}
	switch {
	case len(tm.words) == 0:
		return nil, wrong(t.column, "What stands at column %s has no letter and no digit.", "Put a word there, for example quota.")
	case f == prefix && len(tm.words) > 1:
		return nil, wrong(t.column, "The star at column %s ends more than one word.", `A star can end one word, for example quot* AND "North Sea".`)
	case f == prefix && utf8.RuneCountInString(tm.words[0]) < 2:
		return nil, wrong(t.column, "The beginning of a word at column %s is too short.", "Give two letters or more before the star, for example quot*.")
	}
	return &expr{op: opTerm, term: tm, column: t.column}, nil
}
