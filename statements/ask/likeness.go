package ask

import (
	"maps"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// likeness is how surely somebody is the one that a description is of.
type likeness int

const (
	another likeness = iota
	barely           // bears the role; of whose nothing is told
	perhaps          // bears the role, and the article is about those whose it is
	likely           // and names them with the role
	surely           // the article says so
)

// description is whom a question describes, taken apart.
type description struct {
	words string
	role  []string // words of the role
	of    []string // words of whose, but for those that could be anybody's
	told  []string // what else must be told of them: "who wrote the report"
	firm  bool     // of a company, whichever
	post  post     // the office of a known body that it is

	proper map[string]bool // which of these words are names
}

func describe(words string) description {
	d := description{words: words}
	d.post, _ = postOf(words, true)
	words = strings.ReplaceAll(words, "’", "'")
	words = strings.ReplaceAll(words, "ex-", "former ")
	words, told, _ := strings.Cut(words, " who ")
	d.told = roleWords(told)
	body, role, ok := parted(words)
	if !ok {
		body, role = "", words
	}
	if more := ownerIn(role); more != "" { // "the ferrymen's union leader"
		body, role = body+" "+more, strings.TrimSpace(role[len(more):])
	}
	d.role = roleWords(role)
	d.proper = map[string]bool{}
	for _, f := range strings.Fields(body) {
		for _, w := range roleWords(f) {
			d.proper[w] = f != strings.ToLower(f)
		}
	}
	for _, w := range roleWords(body) {
		if _, known := d.proper[w]; !known { // "Lanka" of "Sri Lankan"
			d.proper[w] = body != strings.ToLower(body)
		}
	}
	for _, w := range roleWords(strings.ReplaceAll(body, "s' ", "s ")) {
		d.firm = d.firm || english().is(w, "firm")
		if !english().is(w, "any-body", "firm", "lately") && !(w == "central" && slices.Contains(d.role, "governor")) {
			d.of = append(d.of, w)
		}
	}
	return d
}

// likeness compares a trait with the description in an article about something.
func (d description) likeness(t trait, about *subject) likeness {
	if d.post.rank != "" && t.post.rank != "" {
		if d.post == t.post {
			return surely
		}
		return another
	}
	if len(d.role) == 0 || !d.sameRole(t) {
		return another
	}
	best := surely
	matched := 0
	if d.firm && slices.ContainsFunc(t.of, func(w string) bool { return isBody(w) && !english().is(w, "firm") }) {
		return another
	}
	if ofLand(d.role, d.of) && slices.ContainsFunc(t.of, isHeaded) {
		return another
	}
	for _, w := range d.told {
		if !t.has(w) {
			return another
		}
	}
	bodies := false
	for _, o := range d.of {
		if t.has(o) {
			matched++
			bodies = bodies || isBody(o)
		}
	}
	for _, o := range d.of {
		if t.has(o) {
			continue
		}
		if isBody(o) && !bodies && slices.ContainsFunc(t.of, isBody) {
			return another
		}
		if !about.has(o) && !passing(o) {
			if d.proper[o] || national(d.role) || len(t.of) > 0 || t.whose != "" {
				return another
			}
			best = barely
			continue
		}
		if matched == 0 && !d.mayHave(t, about, o) {
			return another
		}
		best = min(best, perhaps)
	}
	if best == perhaps && t.named {
		switch {
		case slices.ContainsFunc(t.of, about.has):
			return likely
		case matched == 0:
			return another
		}
	}
	return best
}

// mayHave reports whether a trait that does not say whose it is may be of what
// the article is about, the word o. A minister may be of any land that it names,
// a lawyer of anybody, and the union's president is of no firm.
func (d description) mayHave(t trait, about *subject, o string) bool {
	switch {
	case national(d.role):
		return len(t.of) == 0 && about.unrivalled(d.role, o)
	case d.proper[o] && (t.whose == "its" || t.whose == "their"):
		return about.near(o) // "its chair" is of whom the paragraph names
	}
	return !personal[t.whose] && !(d.proper[o] && !t.named && slices.ContainsFunc(t.of, func(w string) bool { return isBody(w) && !english().is(w, "firm") }))
}

// passing reports whether a word tells how somebody is and not whose: "the
// injured captain". The article may have said so in other words.
func passing(w string) bool { return len(w) > 5 && strings.HasSuffix(w, "ed") }

// sameRole reports whether the trait has every word of the role, or a narrower
// one.
func (d description) sameRole(t trait) bool {
	e := english()
	if unlike(t.role, d.role) {
		return false
	}
	for _, w := range d.role {
		if slices.ContainsFunc(t.role, func(h string) bool {
			return e.lexicon.SameLand(h, w) || stem(h) == stem(w) || e.wider[w][h] || !describesAny(w) && slices.Contains(e.usual[stem(w)], stem(h))
		}) {
			continue
		}
		if e.is(w, "lately") || e.is(w, "outsider") && !national(d.role) || slices.ContainsFunc(t.of, func(h string) bool { return e.wider[w][h] && !describesAny(h) }) {
			continue // a professor of economics is an economist
		}
		if side := w == "defense" || w == "defence"; side && personal[t.whose] && slices.Contains(t.role, "lawyer") {
			continue // his lawyer defends him
		}
		if describesAny(w) || !slices.ContainsFunc(t.of, func(h string) bool { return e.lexicon.SameLand(h, w) }) {
			return false
		}
	}
	return true
}

// has reports whether a word of whose the description's is stands in the trait.
func (t trait) has(o string) bool {
	words := t.words()
	if slices.Contains(t.implied, o) || slices.ContainsFunc(words, func(h string) bool { return alikeWords(h, o) }) {
		return true
	}
	return slices.ContainsFunc(english().usual[stem(o)], func(name string) bool { // UN, United Nations
		parts := strings.Fields(name)
		return len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool {
			return !slices.ContainsFunc(words, func(h string) bool { return stem(h) == p })
		})
	})
}

// alikeWords reports whether two words that say whose something is mean one
// body: the same, a land and what is its, a narrower word, or the beginning of
// one: "tram" and "tramway".
func alikeWords(h, o string) bool {
	e := english()
	if e.lexicon.SameLand(h, o) || stem(h) == stem(o) || e.wider[o][h] || slices.Contains(e.usual[stem(o)], stem(h)) {
		return true
	}
	long, short := h, o
	if len(long) < len(short) {
		long, short = short, long
	}
	return len(short) >= 4 && strings.HasPrefix(long, short) || ofRegion(h, o)
}

func isBody(w string) bool { return english().lexicon.Flags(w)&(lexicon.Body|lexicon.Group) != 0 }

// national reports whether a role is one that each land has: a land that the
// article is about may be another's.
func national(role []string) bool {
	for _, w := range role {
		switch w {
		case "minister", "ambassador", "president", "secretary", "chancellor", "envoy", "diplomat", "king", "queen":
			return true
		}
	}
	return false
}

// personal are the possessives of people: whose lawyer it is the words before
// tell, and not what the article is about.
var personal = map[string]bool{"his": true, "her": true, "my": true, "our": true, "whose": true, "your": true}

// likenessOf is how surely the speaker of f is the one described.
func (d description) likenessOf(f statements.Found) likeness {
	about := &subject{found: f}
	best := another
	for _, t := range traits(f) {
		best = max(best, d.likeness(t, about))
	}
	return best
}

// left is the only one of the candidates who bears the role at all, where
// nobody is meant: the article may not say that the pilot is retired.
func (d description) left(candidates []statements.Found) int64 {
	only := int64(0)
	for _, f := range candidates {
		if f.SpeakerID == 0 || f.SpeakerID == only || d.likenessOf(f) < barely {
			continue
		}
		if only != 0 {
			return 0
		}
		only = f.SpeakerID
	}
	return only
}

// meant are those of the candidates whom a description may mean: who surely
// is it, and in an article where nobody is, who alone perhaps is.
func (d description) meant(candidates []statements.Found) map[int64]bool {
	type place struct{ article, speaker string }
	best, ids := map[place]likeness{}, map[place]int64{}
	var order []place
	for _, f := range candidates {
		if f.SpeakerID == 0 {
			continue
		}
		p := place{f.Article.URL, speakers.Key(f.Statement.Speaker)}
		if best[p] == surely {
			continue
		}
		l := d.likenessOf(f)
		if l < surely && bears(f, d.words) {
			l = surely
		}
		if _, ok := best[p]; !ok {
			order = append(order, p)
		}
		best[p], ids[p] = max(best[p], l), f.SpeakerID
	}
	most, alone := map[string]likeness{}, map[string]int{}
	for _, p := range order {
		switch l := best[p]; {
		case l == barely:
		case l > most[p.article]:
			most[p.article], alone[p.article] = l, 1
		case l == most[p.article]:
			alone[p.article]++
		}
	}
	out, inferred := map[int64]bool{}, map[int64]bool{}
	for _, p := range order {
		switch l := best[p]; {
		case l == surely:
			out[ids[p]] = true
		case l > barely && l == most[p.article] && alone[p.article] == 1:
			inferred[ids[p]] = true
		}
	}
	if national(d.role) {
		maps.DeleteFunc(inferred, func(id int64, _ bool) bool { return len(out) > 0 || d.anothers(id, candidates) })
	}
	maps.Copy(out, inferred)
	if len(out) == 0 {
		return d.elsewhere(candidates)
	}
	return out
}

// anothers reports whether some article says of the speaker that the role is
// somebody else's: who is "Norvania's foreign minister" in one is no foreign
// minister of Calder in another that only calls her the minister.
func (d description) anothers(id int64, candidates []statements.Found) bool {
	for _, f := range candidates {
		if f.SpeakerID != id {
			continue
		}
		for _, t := range traits(f) {
			if t.named && d.sameRole(t) && !slices.ContainsFunc(d.of, t.has) {
				return true
			}
		}
	}
	return false
}

// How many articles and names are looked through for somebody whom another
// article introduces.
const (
	mostTexts = 40
	mostNamed = 60
)

// elsewhere are those of the candidates whom the article of another candidate
// surely describes: "Norvania's president, Ada Lund, had offered it".
func (d description) elsewhere(candidates []statements.Found) map[int64]bool {
	out := map[int64]bool{}
	seen, texts, named := map[string]bool{}, []statements.Article{}, map[int64]bool{}
	for _, f := range candidates {
		if !seen[f.Article.URL] && len(texts) < mostTexts {
			seen[f.Article.URL] = true
			texts = append(texts, f.Article)
		}
	}
	for _, f := range candidates {
		name := f.Statement.Speaker
		if f.SpeakerID == 0 || named[f.SpeakerID] || !strings.Contains(name, " ") || len(named) == mostNamed {
			continue
		}
		named[f.SpeakerID] = true
		for _, a := range texts {
			if slices.ContainsFunc(mentions(a.Text, name), func(t trait) bool { return d.likeness(t, &subject{}) == surely }) {
				out[f.SpeakerID] = true
			}
		}
	}
	return out
}
