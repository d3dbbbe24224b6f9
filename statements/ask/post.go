package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
)

// post is an office of a known body: who heads the European Commission, who speaks for
// the UN.
type post struct {
	body       *body
	rank, land string
}

// The ranks of a post.
const (
	heads    = "head"
	speaksOf = "spokesman"
	second   = "other"      // the one that bodies.txt has beside the head
	delegate = "ambassador" // of a land, to the body
	emissary = "envoy"      // of the body, to a land
)

// postOf is the office that words tell of: "the European Commission's president", "head
// of the EU executive" and, in a question, "the Commission president" are one. Words with
// more in them, "the former head of the IMF", tell of none.
func postOf(words string, asking bool) (post, bool) {
	read, kept := readPost, &posts
	if asking {
		read, kept = readAskedPost, &askedPosts
	}
	p := kept.of(words, read)
	return p, p.rank != ""
}

var posts, askedPosts memo[post]

func readPost(words string) post      { return findPost(words, false) }
func readAskedPost(words string) post { return findPost(words, true) }

func findPost(words string, asking bool) post {
	if len(words) > longestRole {
		return post{}
	}
	b, ts := knownBodies(), tokens(words)
	if p, ok := b.alone[joined(ts)]; ok {
		return p
	}
	var of *body
	var rest []token
	before := 0 // how many of the rest stand before the body
	for i := 0; i < len(ts); {
		one, n := b.at(ts, i, asking)
		if one == nil || of != nil && of != one {
			rest, n = append(rest, ts[i]), 1
		} else {
			of, before = one, len(rest)
		}
		i += n
	}
	if of == nil || len(rest) == 0 {
		return post{}
	}
	if p := of.sent(rest, before); p.rank != "" {
		return p
	}
	return post{body: of, rank: of.rank(rest)}
}

// sent is the office of who is sent by a land to a body, "Norway's UN ambassador", or by
// the body to a land: "the UN's special envoy for Norway". Which it is the order tells.
func (b *body) sent(rest []token, before int) post {
	p := post{body: b}
	sent := false
	for i, t := range rest {
		state, _, ok := english().lexicon.StateOf(t.word)
		switch {
		case ok && p.land == "":
			p.land, p.rank = state, emissary
			if i < before {
				p.rank = delegate
			}
		case english().is(t.word, "delegated"):
			sent = true
		case t.word != "permanent" && t.word != "special":
			return post{}
		}
	}
	if !sent {
		return post{}
	}
	return p
}

// samePost reports whether a role is the office that a description is of, where both are
// known.
func samePost(role, description string) (same, known bool) {
	want, ok := postOf(description, true)
	if !ok {
		return false, false
	}
	have, ok := postOf(role, false)
	return have == want, ok
}

// rank is what words without the name of a body are of it; "" is no office.
func (b *body) rank(ts []token) string {
	title := joined(ts)
	if who, ok := strings.CutPrefix(title, "who "); ok {
		if deeds[who] == "leader" || deeds[who] == "head" || deeds[who] == "chair" {
			return heads
		}
		return ""
	}
	if r := b.titles[title]; r != "" {
		return r
	}
	switch title {
	case "head", "chief", "ceo", "president", "top official": // a boss is a ceo, a leader a president
		return heads
	}
	return b.speaker(ts)
}

// speaker is the rank of whoever speaks for a body or for its head.
func (b *body) speaker(ts []token) string {
	rest := " " + joined(ts) + " "
	if title := b.headIn(rest); title != "" && strings.Contains(rest, speaksOf) {
		rest = strings.Replace(rest, " "+title+" ", " ", 1) // whose spokesman it is
	}
	for _, office := range [...]string{" press secretary ", " press officer ", " press office ", " press service "} {
		rest = strings.Replace(rest, office, " "+speaksOf+" ", 1)
	}
	if !strings.Contains(rest, " "+speaksOf+" ") {
		return ""
	}
	for w := range strings.FieldsSeq(rest) {
		if w != speaksOf && !english().is(w, "spokesman-rank") {
			return ""
		}
	}
	return speaksOf
}

// headIn is the longest title of the body's head in words with blanks around; "" is none.
func (b *body) headIn(words string) string {
	longest := ""
	for title, rank := range b.titles {
		if rank == heads && len(title) > len(longest) && strings.Contains(words, " "+title+" ") {
			longest = title
		}
	}
	return longest
}

// bodiesOf are the known bodies that q asks for by one of their names.
func bodiesOf(q statements.Query) []*body {
	var out []*body
	for _, s := range q.Speakers {
		if one := bodyCalled(s.Name, true); one != nil {
			out = append(out, one)
		}
	}
	return out
}

// actsFor reports whether who said f heads a body or speaks for it or for one that is
// part of it, or is such a part.
func actsFor(one *body, f statements.Found) bool {
	if part := bodyCalled(f.Statement.Speaker, false); part != nil && part.partOf == one.name {
		return true
	}
	return slices.ContainsFunc(traits(f), func(t trait) bool {
		return t.post.rank != "" && (t.post.body == one || t.post.body.partOf == one.name)
	})
}

// knownAt is how many words from i on are a known body or an office of one: "the head
// of the EU executive", "the International Committee of the Red Cross".
func (q *question) knownAt(i int) int {
	for n := min(longestOffice, len(q.ws)-i); n > 0; n-- {
		if !q.free(i, i+n) || q.broken(i, i+n) || q.is(i+n-1, "stop", "about") && !q.ws[i+n-1].cap || n == 1 && !q.ws[i].cap {
			continue
		}
		words := q.cut(i, i+n)
		if _, ok := postOf(words, true); ok {
			return n
		}
		if bodyCalled(words, true) != nil && (n > 1 || q.shortOf(i)) {
			if q.free(i+n, i+n+1) && isRole(q.d.lexicon, q.base(i+n)) && !q.reports(i+n) {
				return 0 // "US Treasury secretary"
			}
			return n
		}
	}
	return 0
}

// longestOffice is how many words an office of a known body has at most.
const longestOffice = 12

// knownAs are those whom the archive knows by one of the names of a body.
func (q *question) knownAs(body string) []statements.Speaker {
	one := bodyCalled(body, true)
	if one == nil {
		return nil
	}
	var out []statements.Speaker
	for _, name := range append([]string{body}, one.called...) {
		for _, found := range q.lookUp(name) {
			if sameBody(body, found.Name) && !slices.ContainsFunc(out, func(have statements.Speaker) bool { return have.ID == found.ID }) {
				out = append(out, found)
			}
		}
	}
	return out
}

// byOtherNames adds to the speakers that are asked for those whom the archive knows by
// another name of the same body: the ICRC for the Red Cross.
func (q *question) byOtherNames() {
	for _, s := range slices.Clone(q.out.Speakers) {
		for _, found := range q.knownAs(s.Name) {
			if !slices.ContainsFunc(q.out.Speakers, func(have statements.Speaker) bool { return have.ID == found.ID }) {
				q.out.Speakers = append(q.out.Speakers, found)
			}
		}
	}
}
