package ask

import (
	"strings"
	"sync"

	"onrecord/statements/text"
)

// body is one that news calls by several names, as bodies.txt has it.
type body struct {
	name   string
	partOf string
	titles map[string]string // ranks by how they are called
	called []string          // some of its names, for looking it up
}

// alias is a name of a body.
type alias struct {
	of     *body
	raw    string // where it is known only as it is written here
	asking bool   // short for it in a question only
}

// bodyNames are the names of bodies, by their words.
type bodyNames struct {
	by      map[string]alias
	alone   map[string]post // titles that tell the body by themselves
	longest int             // words in the longest name
}

// mostAliases is how many names of one body are looked up for a question.
const mostAliases = 5

var knownBodies = sync.OnceValue(func() *bodyNames {
	b := &bodyNames{by: map[string]alias{}, alone: map[string]post{}}
	for _, l := range lines("bodies.txt") {
		b.read(strings.Split(l, "|"))
	}
	return b
})

// read takes in a line: the name, titles, other names, and what it is part of.
func (b *bodyNames) read(columns []string) {
	one := &body{name: strings.TrimSpace(columns[0]), partOf: strings.TrimSpace(columns[3]), titles: map[string]string{}}
	for _, t := range listed(columns[1]) {
		t, alone := strings.CutPrefix(t, "!")
		t, other := strings.CutPrefix(t, "other=")
		rank, key := heads, joined(tokens(t))
		if other {
			rank = second
		}
		one.titles[key] = rank
		if alone {
			b.alone[key] = post{body: one, rank: rank}
		}
	}
	for _, name := range append([]string{one.name}, listed(columns[2])...) {
		a := alias{of: one}
		name, a.asking = strings.CutPrefix(name, "?")
		if name != strings.ToLower(name) {
			a.raw = name
		}
		ts := tokens(name)
		b.by[joined(ts)] = a
		b.longest = max(b.longest, len(ts))
		if !a.asking && len(one.called) < mostAliases {
			one.called = append(one.called, name)
		}
	}
}

// listed are the entries of a column; "-" is none.
func listed(column string) []string {
	var out []string
	for e := range strings.SplitSeq(column, ",") {
		if e = strings.TrimSpace(e); e != "" && e != "-" {
			out = append(out, e)
		}
	}
	return out
}

// at is the body whose longest name begins at token i, and how many tokens it has.
func (b *bodyNames) at(ts []token, i int, asking bool) (*body, int) {
	for n := min(b.longest, len(ts)-i); n > 0; n-- {
		a, ok := b.by[joined(ts[i:i+n])]
		if ok && (asking || !a.asking) && (a.raw == "" || a.raw == written(ts[i:i+n])) {
			return a.of, n
		}
	}
	return nil, 0
}

// bodyCalled is the body that a name is of, all of it; nil is none that is known.
func bodyCalled(name string, asking bool) *body {
	if asking {
		return askedBodies.of(name, findAskedBody)
	}
	return bodiesByName.of(name, findBody)
}

// Every candidate's speaker is compared with whom a question asks for.
var bodiesByName, askedBodies memo[*body]

func findBody(name string) *body      { return knownBodies().whole(tokens(name), false) }
func findAskedBody(name string) *body { return knownBodies().whole(tokens(name), true) }

// whole is the body of which all the tokens are a name.
func (b *bodyNames) whole(ts []token, asking bool) *body {
	if one, n := b.at(ts, 0, asking); n > 0 && n == len(ts) {
		return one
	}
	return nil
}

// sameBody reports whether two names are of one known body: the ICRC and the Red Cross.
func sameBody(a, b string) bool {
	one := bodyCalled(a, true)
	return one != nil && one == bodyCalled(b, false)
}

// token is a word of a title or of a name, without whose it is.
type token struct{ word, raw string }

// undotted writes acronyms without stops, and titles of two words as one.
var undotted = strings.NewReplacer("’", "'", "U.S.", "US", "U.N.", "UN", "E.U.", "EU", "U.K.", "UK",
	"ecretary general", "ecretary-general", "ecretary General", "ecretary-General", "irector general", "irector-general", "irector General", "irector-General")

// tokens are the words of s without articles and prepositions, those for a spokesman
// and a chair as one.
func tokens(s string) []token {
	s = undotted.Replace(s)
	var out []token
	for _, w := range text.Words(s) {
		f, raw := strings.TrimSuffix(strings.TrimSuffix(w.Folded, "'s"), "'"), w.Of(s)
		switch f {
		case "the", "a", "an", "of", "for", "at", "in", "on", "to", "s":
			continue
		case "ceo":
			out = append(out, token{"chief", "chief"})
			f = "executive"
		}
		out = append(out, token{english().lexicon.SameRole(f), strings.TrimSuffix(strings.TrimSuffix(raw, "'s"), "'")})
	}
	return out
}

// joined are the words of tokens, written those as they stand there.
func joined(ts []token) string {
	var b strings.Builder
	for i, t := range ts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.word)
	}
	return b.String()
}

func written(ts []token) string {
	raw := make([]string, len(ts))
	for i, t := range ts {
		raw[i] = t.raw
	}
	return strings.Join(raw, " ")
}
