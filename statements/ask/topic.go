package ask

import (
	"maps"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// verb reads the verb of saying at i: a plain one says nothing about the
// answer, "criticise" asks for criticism.
func (q *question) verb(i int) {
	i = q.adverbs(i)
	if !q.free(i, i+1) {
		return
	}
	q.answering(i)
	to := q.directed(i)
	if to > 0 && stem(q.base(i)) == "ask" {
		q.act(i, "demand")
		q.addressee(i+1, to)
		return
	}
	if name, ok := q.d.actOf[q.phraseAt(i)]; ok && q.free(i, i+2) {
		q.act(i, name)
		q.mark(i+1, i+2, noise)
		q.addressee(i+1, to)
		return
	}
	if sorry := q.saidSorry(i); sorry > 0 {
		q.act(sorry, "regret")
		return
	}
	if s := stem(q.base(i)); s == "tell" || s == "told" {
		if to > 0 && !q.is(to-1, "aux") {
			q.act(i, "demand") // "who told the drivers to wait"
			q.addressee(i+1, to)
			return
		}
		q.told(i + 1)
	}
	if name, ok := q.d.actOf[stem(q.base(i))]; ok && !q.is(i, "stop") && !q.labels(i) {
		q.act(i, name)
		q.addressee(i+1, to)
		return
	}
	if q.reports(i) || i == len(q.ws)-1 && q.is(i, "light") {
		q.mark(i, i+1, verb)
	}
}

// phraseAt are the stems of the two words at i: "stand behind", "rule out".
func (q *question) phraseAt(i int) string { return stem(q.base(i)) + " " + stem(q.base(i+1)) }

// labels reports whether the verb at i gives something a name, and demands
// nothing: "who called the plan a farce".
// Who insists that something is so demands nothing either, but who insists on it;
// who grants it admits nothing, but who grants that it is so.
func (q *question) labels(i int) bool {
	s := stem(q.base(i))
	return s == "call" || s == "insist" && q.base(i+1) != "on" || s == "grant" && q.base(i+1) != "that"
}

// act adds what word i asks for: statements that criticise, demand, promise.
func (q *question) act(i int, name string) {
	q.mark(i, i+1, verb)
	stems := q.d.acts[name].cues
	if s := q.phraseAt(i); q.d.actOf[s] == name {
		stems = append([]string{s}, stems...)
	} else if s := stem(q.base(i)); q.d.actOf[s] == name {
		stems = append([]string{s}, stems...)
	}
	q.out.Topic = append(q.out.Topic, statements.Term{Words: q.cut(i, i+1), Stems: unique(stems)})
}

// onlyAct lets a question that asks for nothing but a speech act be answered
// by the words that it is made with, too: "must" is a demand.
func (q *question) onlyAct() {
	if len(q.out.Topic) != 1 {
		return
	}
	t := &q.out.Topic[0]
	if name, ok := q.d.actOf[t.Stems[0]]; ok && isAct(q.d, *t) {
		t.Stems = unique(append(t.Stems, slices.Sorted(maps.Keys(q.d.acts[name].content))...))
	}
}

// isAct reports whether t was made by act: its stems begin with those of the act,
// in their order, the one that was asked with first.
func isAct(d *data, t statements.Term) bool {
	if len(t.Stems) == 0 {
		return false
	}
	cues := d.acts[d.actOf[t.Stems[0]]].cues
	if len(cues) == 0 {
		return false
	}
	made := unique(append([]string{t.Stems[0]}, cues...))
	return len(t.Stems) >= len(made) && slices.Equal(t.Stems[:len(made)], made)
}

// quotes takes what the question puts in quotation marks as one term.
func (q *question) quotes() {
	open := -1
	for i := 0; i < len(q.raw); i++ {
		for _, m := range [...]string{`"`, "“", "”", "„", "«", "»"} {
			if !strings.HasPrefix(q.raw[i:], m) {
				continue
			}
			if open < 0 {
				open = i + len(m)
			} else {
				q.quote(open, i)
				open = -1
			}
			break
		}
	}
}

func (q *question) quote(start, end int) {
	from, to := -1, -1
	for i, w := range q.ws {
		if w.Start >= start && w.End <= end {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	if from < 0 || !q.free(from, to) {
		return
	}
	q.out.Topic = append(q.out.Topic, statements.Term{Words: q.cut(from, to), Stems: []string{phrase(q.cut(from, to))}})
	q.mark(from, to, quoted)
}

// topic makes terms of the words that nothing else has understood.
func (q *question) topic() {
	for i := 0; i < len(q.ws); {
		if !q.free(i, i+1) {
			i++
			continue
		}
		n, t, ok := q.term(i)
		if ok && q.lang == "en" {
			t.Stems = unique(q.d.loosely(t.Stems))
		}
		if ok && !slices.ContainsFunc(q.out.Topic, func(o statements.Term) bool { return o.Stems[0] == t.Stems[0] }) {
			q.out.Topic = append(q.out.Topic, t)
		}
		i += n
	}
}

// term reads the term at i: a phrase that has other names, words that hyphens
// join, or a single word.
func (q *question) term(i int) (int, statements.Term, bool) {
	if n, t, ok := q.holderAt(i); ok {
		return n, t, true
	}
	for n := min(q.d.longest, len(q.ws)-i); n > 0; n-- {
		if !q.free(i, i+n) || q.broken(i, i+n) || n == 1 && q.dropped(i) {
			continue
		}
		own := phrase(q.cut(i, i+n))
		if n > 1 && q.d.usual[own] == nil {
			q.each(i, n, q.d.synonyms[own])
			continue
		}
		if syn := append(slices.Clone(q.d.synonyms[own]), q.also[i]...); len(syn) > 0 && !q.lowerAcronym(i, n) {
			if n == 1 && !q.hyphen(i+1) && (q.properAt(i) < 2 || q.isState(i, i+1)) || n > 1 { // "Port Sedge" is no port
				return n, statements.Term{Words: q.cut(i, i+n), Stems: unique(append([]string{own}, q.others(i, syn)...))}, true
			}
		}
	}
	if n := q.properAt(i); n > 1 {
		stems := []string{phrase(q.cut(i, i+n))}
		if last := q.base(i + n - 1); !q.d.is(last, "event", "wide") { // "Solheim" for "Mira Solheim", no plan for "the Harbour Light Plan"
			stems = append(stems, phrase(q.cut(i+n-1, i+n)))
		}
		return n, statements.Term{Words: q.cut(i, i+n), Stems: unique(stems)}, true
	}
	if f := q.d.lexicon.Flags(q.base(i)); q.lang == "en" && f&lexicon.Particle != 0 && q.free(i, i+2) && !q.dropped(i+1) && !q.hyphen(i+1) {
		return 2, statements.Term{Words: q.cut(i, i+2), Stems: unique([]string{phrase(q.cut(i, i+2)), phrase(q.cut(i+1, i+2))})}, true
	}
	n := 1
	for q.hyphen(i+n) && q.free(i, i+n+1) {
		n++
	}
	if n == 1 && q.dropped(i) {
		return 1, statements.Term{}, false
	}
	words := q.cut(i, i+n)
	stems := append(q.own(words), q.also[i]...)
	if n > 1 {
		stems = append(stems, phrase(strings.ReplaceAll(words, "-", "")))
		if w := q.base(i); w == "al" || w == "el" {
			stems = append(stems, phrase(q.cut(i+1, i+n)))
		}
	}
	return n, statements.Term{Words: words, Stems: unique(stems)}, stems[0] != ""
}

// each gives each of the n words at i the other names of all of them: a text with
// "redundancies" has both words of "job cuts", and so has "cut 300 jobs".
func (q *question) each(i, n int, others []string) {
	own := phrase(q.cut(i, i+n))
	for k := i; k < i+n; k++ {
		for _, o := range others {
			if o != own && !slices.Contains(q.also[k], o) {
				q.also[k] = append(q.also[k], o)
			}
		}
	}
}

// properAt is how many words of a capitalised name begin at i: it is looked
// for as a whole and by its last word.
func (q *question) properAt(i int) int {
	if i == 0 || !q.ws[i].cap {
		return 0
	}
	n := q.capitals(i)
	for k := i; k < i+n; k++ {
		if q.is(k, "stop") && !q.shouted(k) || q.hyphen(k) {
			return 0
		}
	}
	return n
}

// others leaves out the state where the question asks for its capital as a
// place: "in Rome" is not "in Italy".
func (q *question) others(i int, synonyms []string) []string {
	_, capital, _ := q.d.lexicon.StateOf(q.base(i))
	if before := q.base(i - 1); capital && (before == "in" || before == "at" || before == "from") {
		return nil
	}
	return synonyms
}

// hyphen reports whether word i hangs on the one before: "mini-state", "40,000".
func (q *question) hyphen(i int) bool {
	if i <= 0 || i >= len(q.ws) {
		return false
	}
	switch q.ws[i].sep {
	case "-", "‑":
		return !q.ws[i].cap || !q.isState(i-1, i) // "the India-China border" is both their border
	case ",", ".":
		return digit(q.raw[q.ws[i-1].End-1]) && digit(q.raw[q.ws[i].Start])
	}
	return false
}

func digit(b byte) bool { return '0' <= b && b <= '9' }

// dropped reports whether word i is of no use for the search.
func (q *question) dropped(i int) bool {
	if q.ws[i].cap && i > 0 && acronyms[q.ws[i].Folded] && q.shouted(i) {
		return false
	}
	if q.lang != "en" {
		return q.smallWord(i, q.lang) || len(lexicon.For(q.lang).Verbs(q.lower(i))) > 0 || len(q.ws[i].base) < 2
	}
	return q.is(i, "stop", "aux", "negation") || len(q.ws[i].base) < 2
}

// lowerAcronym reports whether the single word at i only looks like an
// acronym: "us" is nobody's country.
func (q *question) lowerAcronym(i, n int) bool {
	if n > 1 || !acronyms[q.ws[i].Folded] {
		return false
	}
	return !q.shouted(i) && !(q.ws[i].Folded == "us" && q.base(i-1) == "the")
}

// shouted reports whether word i is all capitals.
func (q *question) shouted(i int) bool {
	s := q.ws[i].Of(q.raw)
	return s == strings.ToUpper(s)
}

// acronyms are those that are common words when written small.
var acronyms = map[string]bool{"us": true, "is": true, "who": true, "it": true, "ec": true, "au": true, "fed": true}

// unique drops what is empty or came before.
func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// leftOver lists the words that were recognised and could not be used.
func (q *question) leftOver() {
	for i := 0; i < len(q.ws); i++ {
		j := i
		for j < len(q.ws) && q.ws[j].part == vague {
			j++
		}
		if j > i {
			q.out.NotUnderstood = append(q.out.NotUnderstood, q.cut(i, j))
			i = j
		}
	}
}
