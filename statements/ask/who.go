package ask

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// who finds the speakers that are asked for. The ways of asking are tried from
// the surest to the least sure; a name in any other place is a topic.
func (q *question) who() {
	if q.lang != "en" {
		q.elsewhere()
		return
	}
	q.courtesy()
	q.opening()
	q.tail()
	q.apostrophes()
	for _, way := range [...]func() bool{q.citing, q.accordingTo, q.nameLast, q.nameOn, q.unknown, q.possessive, q.actNoun, q.nounBy, q.subject, q.says, q.nameFirst, q.anywhere, q.nameAlone} {
		if len(q.out.Speakers) > 0 || way() {
			break
		}
	}
	for i := range q.ws {
		dated := i+1 < len(q.ws) && q.ws[i+1].part == when // "statements from May"
		if q.is(i, "speech") && !q.doing() && (dated || q.d.is(q.base(i+1), "about") || i > 0 && q.ws[i-1].part == speaker) {
			q.noun(i) // "Solheim quotes on", "statements about"
		}
	}
}

// doing reports whether the question asks for an act already: its other nouns
// of speech are what it is about, as in "who doubted the promise of".
func (q *question) doing() bool {
	return len(q.out.Speakers) == 0 && len(q.out.Topic) > 0 && isAct(q.d, q.out.Topic[0])
}

// opening drops "could you tell me" and the like.
func (q *question) opening() {
	for i := 0; i < len(q.ws); {
		if q.ws[i].part == noise {
			i++
			continue
		}
		n := q.any(i, "opening")
		if n == 0 {
			return
		}
		q.mark(i, i+n, noise)
		i += n
	}
}

// unknown reads "who said …": anybody. In "who was accused by X" X is asked for.
func (q *question) unknown() bool {
	i := q.first(0)
	which := q.is(i, "wh") && q.base(i) == "which" && (len(q.d.lexicon.Verbs(q.base(i+2))) > 0 || q.free(i+1, i+4) && len(q.d.lexicon.Verbs(q.base(i+3))) > 0 && !q.is(i+2, "aux", "stop"))
	if q.base(i) == "who" && q.ws[i].Of(q.raw) == "WHO" && q.raw != strings.ToUpper(q.raw) {
		return false // the World Health Organization
	}
	if !q.is(i, "who") && !which {
		return false
	}
	if q.identity(i) {
		return true
	}
	q.mark(i, i+1, noise)
	i++
	if q.thinks(i) {
		return true
	}
	be := false
	for q.is(i, "aux") || q.is(i, "adverb") || q.base(i) == "else" {
		be = be || q.is(i, "be")
		q.mark(i, i+1, noise)
		i++
	}
	if which {
		for i++; len(q.d.lexicon.Verbs(q.base(i))) == 0; {
			i++
		}
	}
	if be {
		i = q.leaning(i, q.d.leanings)
	} else {
		i = q.leaning(i, q.d.sidings)
	}
	q.verb(i)
	if be {
		for j := i; j < len(q.ws); j++ {
			if q.base(j) == "by" && q.names(j+1, false) {
				q.mark(j, j+1, noise)
			}
		}
	}
	return true
}

// thinks reads "who does X think …": X is asked for, whoever it is about. The
// auxiliary verb stands at i.
func (q *question) thinks(i int) bool {
	if !q.is(i, "aux") || q.is(i, "be") {
		return false
	}
	j := q.first(i + 1)
	found, n := q.nameAt(j)
	if k := q.roleBefore(j); found == nil && k > 0 {
		n = k
	}
	v := q.adverbs(j + n)
	if n == 0 || !q.free(v, v+1) || !q.reports(v) {
		return false
	}
	q.take(j, n, found)
	q.mark(i, i+1, noise)
	q.verb(v)
	return true
}

// subject reads "what did X say": who stands after the auxiliary verb.
func (q *question) subject() bool {
	i := q.first(0)
	for n := 0; n < 5 && i < len(q.ws) && !q.is(i, "aux"); n++ {
		if q.is(i, "about") {
			return false
		}
		i = q.first(i + 1)
	}
	if !q.is(i, "aux") {
		return false
	}
	be := q.is(i, "be")
	made := q.is(i-1, "speech", "ground") && q.d.is(q.base(i-2), "wh") // "what threat did they make"
	if made {
		q.noun(i - 1)
	}
	j := q.first(i + 1)
	if q.is(j, "generic") || q.base(j) == "there" {
		q.mark(i, j+1, noise)
		q.verb(q.adverbs(j + 1))
		return true
	}
	if !made && q.acts(j) {
		q.wh(i)
		return true
	}
	if n := q.peopleAt(j); be && n > 0 {
		q.take(j, n, nil)
	} else if n := q.leansFrom(j); be && n > 0 {
		q.take(j, n, nil)
	} else if !q.names(j, !be) {
		n := q.upToIntent(j, q.roleAt(j))
		if be || n < 2 || q.ws[j+n-1].poss || !q.free(j+n, j+n+2) || q.is(j+n, "about", "stop") {
			return false
		}
		q.take(j, n, nil) // "did the US trade representative give Norvania a deadline"
	}
	q.wh(i)
	end := q.adverbs(q.first(j))
	if be {
		end = q.leaning(end, q.d.leanings)
	}
	if made && q.is(end, "light") {
		q.mark(end, end+1, noise)
	}
	q.verb(end)
	return true
}

// peopleAt is how many words at i are a people: "the norvanians".
func (q *question) peopleAt(i int) int {
	k := i
	if q.base(k) == "the" {
		k++
	}
	one, several := strings.CutSuffix(q.base(k), "s")
	if _, _, ok := q.d.lexicon.StateOf(one); !several || !ok || !q.free(k, k+1) || q.d.lexicon.Flags(one)&lexicon.Demonym == 0 {
		return 0
	}
	return k + 1 - i
}

// wh drops the question words before the auxiliary verb at i, and it.
func (q *question) wh(i int) {
	for k := 0; k <= i; k++ {
		if q.is(k, "wh") || q.is(k, "aux") || q.is(k, "adverb") || q.is(k, "stop") {
			q.mark(k, k+1, noise)
		}
	}
}

// says reads "everything X said on …": who stands before a verb of saying.
func (q *question) says() bool {
	for v := 1; v < len(q.ws); v++ {
		if !q.free(v, v+1) || !q.reports(v) || q.ws[v].cap {
			continue
		}
		end := v
		for end > 0 && (q.is(end-1, "aux") || q.is(end-1, "adverb")) {
			end--
		}
		for from := max(0, end-maxName); from < end; from++ {
			if found, n := q.nameAt(from); found != nil && from+n == end && !q.inRole(from, end) {
				q.take(from, n, found)
				q.verb(v)
				return true
			}
		}
		if from := q.roleUpTo(end); from >= 0 && from < end {
			q.take(from, end-from, nil)
			q.verb(v)
			return true
		}
		from := end
		for from > 0 && q.free(from-1, from) && q.ws[from-1].cap && !q.is(from-1, "stop", "wh", "generic") {
			from--
		}
		if from < end && from > 0 {
			q.take(from, end-from, nil)
			q.verb(v)
			return true
		}
	}
	return false
}

// names takes the speaker at i and those that "and" joins to them. Where sure
// is set, somebody must stand there, known or not.
func (q *question) names(i int, sure bool) bool {
	i = q.first(i)
	found, n := q.nameAt(i)
	if more, k := q.belonging(i + n); n > 0 && more != nil {
		found, n = more, n+k
	}
	if found == nil && sure {
		if n = q.roleBefore(i); n == 0 {
			n = q.strangerAt(i)
		}
	}
	if n == 0 {
		return false
	}
	if found == nil {
		found = q.misspelt(i, n)
	}
	q.take(i, n, found)
	for i += n; q.free(i, i+2) && (q.is(i, "joiner") || q.ws[i].sep == ", "); {
		next := i
		if q.is(i, "joiner") {
			next++
		}
		more, n := q.nameAt(next)
		if k := q.roleBefore(next); k > n {
			more, n = nil, k // "Lee and Sedge's new mayor"
		}
		if more == nil && n == 0 && sure && (q.ws[next].cap || q.base(next) == "the" && q.free(next, next+2) && q.ws[next+1].cap) {
			n = q.capitals(next)
		}
		if n == 0 {
			return true
		}
		q.mark(i, next, noise)
		q.take(next, n, more)
		i = next + n
	}
	return true
}

// belonging reads the name after the one of whose somebody is, which ends before
// word i: "Fjordbank's Lindell".
func (q *question) belonging(i int) ([]statements.Speaker, int) {
	if i == 0 || !q.free(i, i+1) || !q.ws[i-1].poss || !q.ws[i].cap {
		return nil, 0
	}
	return q.nameAt(i)
}

// take makes words [i, i+n) the speakers that they name, or a stranger.
func (q *question) take(i, n int, found []statements.Speaker) {
	if found == nil {
		name := q.cut(i, i+n)
		if n == 1 && q.shortOf(i) {
			name = strings.ToUpper(name)
		}
		if first := q.base(i); n > 1 && (first == "the" || first == "a" || first == "an") {
			name = q.cut(i+1, i+n)
		}
		found = []statements.Speaker{{Name: name}}
	}
	q.mark(i, i+n, speaker)
next:
	for _, s := range found {
		for _, have := range q.out.Speakers {
			if have.ID == s.ID && have.Name == s.Name {
				continue next
			}
		}
		q.out.Speakers = append(q.out.Speakers, s)
		q.readAs(i, i+n, s)
	}
}
