package ask

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// roleAt is how many words of a role begin at i, with or without an article:
// "the prosecutor", "the Norvanian foreign minister", "the head of the guild".
func (q *question) roleAt(i int) int {
	if n := q.knownAt(i); n > 0 {
		return n
	}
	end := i
	if q.base(i) == "the" || q.base(i) == "a" || q.base(i) == "an" {
		end++
	}
	for k := end; k < i+maxName && (k == end || q.base(k) != "the") && q.free(k, k+1) && !q.broken(i, k+1) && (q.titular(k) || q.describer(k) || q.free(k+1, k+2) && q.titular(k+1) && !q.is(k, "stop", "about", "aux")); k++ {
		if q.describer(k) {
			end = k + 1
		}
	}
	if end == i || !q.describer(end-1) {
		return 0
	}
	return q.ofWhat(end) - i
}

// roleBefore is how many words of a role begin at i, with what is told of who
// bears it, if the verb of the question comes after: "the rail boss promise",
// "the judge who wrote the report say"; else 0.
func (q *question) roleBefore(i int) int {
	n := q.roleAt(i)
	if n == 0 || q.ws[i+n-1].poss {
		return 0
	}
	if q.base(i+n) == "who" {
		for v := len(q.ws) - 1; v > i+n+1; v-- {
			if q.free(i, v+1) && q.reports(v) {
				return v - i
			}
		}
	}
	if next := q.adverbs(i + n); q.free(next, next+1) && (q.reports(next) || q.is(next, "speechlike")) {
		return n
	}
	return 0
}

// describedTo is where the role begins that ends with word i: "the union's
// reaction", "Norvania's foreign minister's view"; -1 is none.
func (q *question) describedTo(i int) int {
	for from := max(0, i-maxName+1); from <= i; from++ {
		if q.free(from, i+1) && from+q.roleAt(from) == i+1 {
			return from
		}
	}
	return -1
}

// roleUpTo is where the role begins that ends before word end and that a question
// begins with but for "everything", "all that": "everything the harbour master
// said"; -1 is none.
func (q *question) roleUpTo(end int) int {
	for from := range end {
		if q.free(from, end) && from+q.roleAt(from) == end {
			return from
		}
		if !q.is(from, "stop", "generic", "wh") || q.base(from) == "the" {
			return -1
		}
	}
	return -1
}

// inRole reports whether the name of words [i, end) is what a role before it is of or
// to: "the ambassador to the Rowing Union".
func (q *question) inRole(i, end int) bool {
	if q.base(i-1) == "the" {
		i--
	}
	from := q.roleUpTo(end)
	return from >= 0 && from < i && q.d.lexicon.Flags(q.base(i-1))&lexicon.Preposition != 0
}

// leansFrom is how many words of a role begin at i where the question is on which
// side its bearer is, or of a land: "is the mayor of Sedge still against the pier?",
// "what is Oslo worried about"; else 0.
func (q *question) leansFrom(i int) int {
	n := cmp.Or(q.roleAt(i), q.landAt(i))
	if found, k := q.nameAt(i); n == 0 || found != nil && k >= n {
		return 0
	}
	for phrase := range q.d.leanings {
		if _, ok := q.has(q.adverbs(i+n), phrase); ok {
			return n
		}
	}
	return 0
}

// describer reports whether word i alone can stand for somebody.
func (q *question) describer(i int) bool {
	w := q.base(i)
	return w != "" && ((q.d.lexicon.Flags(w)|q.d.lexicon.Flags(strings.TrimSuffix(w, "s")))&(lexicon.Role|lexicon.Group) != 0 || q.d.is(w, "office") || q.d.wider[w] != nil)
}

// ofWhat gives the word after what a role is of, which ends before word end:
// "of the ferry guild", "in Norvania".
func (q *question) ofWhat(end int) int {
	switch q.base(end) {
	case "of", "in", "for", "from", "at":
	case "to":
		if !q.d.is(q.base(end-1), "sent") {
			return end
		}
	default:
		return end
	}
	k := end + 1
	if q.is(k, "stop") && (q.base(k) == "the" || q.base(k) == "a") {
		k++
	}
	if v := q.upToSaying(k); v > 0 {
		return v
	}
	first := k
	for k < first+3 && q.free(k, k+1) && !q.broken(end, k+1) && (q.ws[k].cap || namesBody(q.base(k)) ||
		namesBody(q.base(k+1)) && !q.is(k, "stop", "about", "aux")) {
		k++
	}
	if k == first {
		return end
	}
	if q.free(k, k+2) && q.base(k) == "and" && q.ws[k-1].cap && q.ws[k+1].cap && strings.HasSuffix(q.base(end-1), "s") {
		return k + 2 // "the governors of Vell and Sedge"
	}
	return k
}

// upToSaying is the word after a long name of a body or a trade from word i on, which
// ends where the verb of the question comes, what it is about, or nothing more: "the
// head of the lamp and rope makers say"; 0 is none. A name that is written with
// capitals may hold a verb.
func (q *question) upToSaying(i int) int {
	verbless := !slices.ContainsFunc(q.ws[:i], func(w word) bool { return q.d.is(w.base, "aux") })
	for v := i; v <= i+longestOf; v++ {
		if v > i && verbless && (v == len(q.ws) || q.is(v, "about") && q.base(v) != "of") {
			return v
		}
		if !q.free(v, v+1) || q.is(v, "aux", "wh") || v > i && strings.ContainsAny(q.ws[v].sep, ",;:?!") || q.prepositional(v) && !joinsRole[q.base(v)] {
			return 0
		}
		if v > i && !verbless && q.is(v, "wide") {
			return v // "will the boss of the mill give back"
		}
		if v > i && q.reports(v) && !q.ws[v].cap && (len(q.d.lexicon.Verbs(q.base(v))) > 0 || !q.is(v, "speech")) {
			return v
		}
	}
	return 0
}

// joinsRole are the prepositions within what somebody is of.
var joinsRole = map[string]bool{"of": true, "for": true, "at": true, "in": true, "to": true}

// longestOf is how many words of what a role is of are looked at.
const longestOf = 7

// actNoun reads "criticism of X", "opposition to X", "who is against X": what
// is asked for is said of X, by anybody.
func (q *question) actNoun() bool {
	i := q.first(0)
	for q.is(i, "generic") || q.base(i) == "the" || q.base(i) == "any" || q.base(i) == "some" {
		i++
	}
	if !q.free(i, i+2) || !slices.Contains([]string{"to", "of", "for", "against"}, q.base(i+1)) {
		return false
	}
	if q.is(i, "reacting") && q.base(i+1) == "to" {
		q.mark(i, i+1, noise)
		return true
	}
	name, ok := q.d.actOf[stem(q.base(i))]
	if !ok || !q.d.is(q.base(i), "speech") {
		return false
	}
	if !objects[name] {
		return false
	}
	q.act(i, name)
	for j := i + 2; j < len(q.ws); j++ {
		if q.base(j) == "by" && q.names(j+1, true) {
			q.mark(j, j+1, noise)
		}
	}
	return true
}

// objects are acts whose nouns have "of", "to" or "for" before whom they are
// about: "criticism of Lee" is no words of Lee's, "promises of Lee" are.
var objects = map[string]bool{"criticise": true, "support": true, "oppose": true, "thank": true}

// leaning reads how somebody is or what somebody did for one side: "who is against
// X", "who spoke up for X".
func (q *question) leaning(i int, phrases map[string]string) int {
	for phrase, act := range phrases {
		if n, ok := q.has(i, phrase); ok {
			q.out.Topic = append(q.out.Topic, statements.Term{Words: q.cut(i, i+n), Stems: unique(q.d.acts[act].cues)})
			q.mark(i, i+n, verb)
			return i + n
		}
	}
	return i
}

// Answers reports whether somebody whose role an article words so may be meant
// by a description: by the same office, or by a wider word for it. "The boss of
// the mill" may be its chief executive; its chief executive is no other boss.
func Answers(role, description string) bool {
	if same, known := samePost(role, description); known {
		return same
	}
	have, want := held(role), roleWords(description)
	return !foreignTo(have, want, description) && (hasAll(have, want) || meets(have, want))
}

// meets reports whether have has all words of want, or narrower ones.
func meets(have, want []string) bool {
	d := english()
	if notOfState(have, want) || unlike(have, want) {
		return false
	}
	for _, w := range want {
		if !slices.ContainsFunc(have, func(h string) bool { return d.lexicon.SameLand(h, w) || d.wider[w][h] }) {
			return false
		}
	}
	return len(want) > 0
}

// parted cuts a description into whom it is of and the role: "Calder Mills'
// chief executive", "the Calder boss", "head of the ferry guild".
func parted(description string) (body, role string, ok bool) {
	description = strings.ReplaceAll(description, "’", "'")
	if role, body, ok = strings.Cut(description, " for "); ok && !strings.Contains(role, "'") && describesAny(lastFolded(role)) {
		return body, role, true
	}
	if body, role, ok = strings.Cut(description, "'s "); ok && !strings.Contains(body, " of ") {
		return body, role, true
	}
	for _, of := range [...]string{" of the ", " of ", " at ", " to ", " in "} {
		if role, body, ok = strings.Cut(description, of); ok {
			return body, role, true
		}
	}
	words := strings.Fields(description)
	k := len(words) - 1
	for k > 0 && english().lexicon.Flags(strings.ToLower(words[k-1]))&(lexicon.Role|lexicon.Adjective|lexicon.Office) != 0 {
		k--
	}
	if k < 1 || !describes(words[len(words)-1]) {
		return "", "", false
	}
	return strings.Join(words[:k], " "), strings.Join(words[k:], " "), true
}

// holderAt reads a role that is talked about, "criticism of the energy
// minister", and adds the names of those who hold it, if they are few.
func (q *question) holderAt(i int) (int, statements.Term, bool) {
	n := 0
	if q.lang == "en" && !q.dropped(i) {
		n = q.roleAt(i)
	}
	if n < 2 || !q.describer(i+n-1) {
		return 0, statements.Term{}, false
	}
	words := q.cut(i, i+n)
	t := statements.Term{Words: words, Stems: []string{phrase(words)}}
	for _, s := range q.lookUp(words) {
		if HoldsRole(s.Role, words) && s.Name != "" {
			t.Stems = append(t.Stems, phrase(s.Name), phrase(lastWord(s.Name)))
		}
	}
	if len(t.Stems) < 2 || len(t.Stems) > 1+2*mostHolders {
		return 0, t, false
	}
	t.Stems = unique(t.Stems)
	return n, t, true
}

// mostHolders is how many people of one office a question may be about.
const mostHolders = 2
