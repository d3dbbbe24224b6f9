package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// manner finds "verbatim", "paraphrased" and the like.
func (q *question) manner() {
	for i := range q.ws {
		for class, kinds := range map[string][]statements.Kind{
			"verbatim": {statements.Direct, statements.Mixed},
			"reported": {statements.Indirect},
		} {
			if n := q.any(i, class); n > 0 {
				q.mark(i, i+n-q.quotesOf(i+n), manner)
				q.out.Kinds = kinds
			}
		}
	}
}

// quotesOf is 1 where the word before word i is a noun of speech that says whose it
// is, which is still to be read: "direct quotes of Solheim". Else it is 0.
func (q *question) quotesOf(i int) int {
	switch q.base(i) {
	case "of", "by", "from":
		if q.is(i-1, "speech") {
			return 1
		}
	}
	return 0
}

// outlets finds the names of outlets that have so many words. A name of one word
// counts only after a preposition: "said in Herald", not "the herald said".
func (q *question) outlets(long func(words int) bool) {
	for _, name := range q.in.Outlets {
		ws := outletWords(name)
		if len(ws) == 0 || !long(len(ws)) {
			continue
		}
		q.shortly(name, ws)
		for i := range q.ws {
			n, ok := q.has(i, strings.Join(ws, " "))
			if !ok {
				continue
			}
			from := q.outletLead(i)
			prints := q.publishes(i, i+n)
			led := from < i || q.base(i-1) == "tell" || prints
			if !led && (n == 1 || q.d.is(q.base(i-1), "aux")) {
				continue
			}
			q.mark(from, i+n, outlet)
			if prints {
				q.printed(i + n)
			}
			if !slices.Contains(q.out.Outlets, name) {
				q.out.Outlets = append(q.out.Outlets, name)
			}
		}
	}
}

// shortly finds an outlet by the last of its words, as people call it: "told the
// Courier". No other outlet may be called so.
func (q *question) shortly(name string, words []string) {
	last := words[len(words)-1]
	if q.lang != "en" || len(words) < 2 || slices.ContainsFunc(q.in.Outlets, func(o string) bool {
		ws := outletWords(o)
		return o != name && len(ws) > 0 && ws[len(ws)-1] == last
	}) {
		return
	}
	for i := range q.ws {
		if q.base(i) != last || !q.free(i-1, i+1) || !q.ws[i].cap || q.base(i-1) != "the" || i+1 < len(q.ws) && q.ws[i+1].cap {
			continue
		}
		if from := q.outletLead(i); from < i {
			q.mark(from, i+1, outlet)
			q.out.Outlets = append(q.out.Outlets, name)
		}
	}
}

// publishes reports whether words [i, j), an outlet's name, are who a question says
// has printed something: "whom did the Herald quote on the quota".
func (q *question) publishes(i, j int) bool {
	at := i - 1
	if q.base(at) == "the" {
		at--
	}
	return q.is(at, "aux") && q.is(j, "publishing")
}

// printed drops the words of that, up to the verb at j: they are nobody's topic. Those
// of "did the Herald quote Solheim as saying" citing reads.
func (q *question) printed(j int) {
	if found, n := q.nameAt(j + 1); n > 0 && (found != nil || q.base(j+1+n) == "as") {
		return
	}
	for k := range j + 1 {
		if q.is(k, "wh", "who", "aux", "stop", "publishing") {
			q.mark(k, k+1, noise)
		}
	}
}

// outletLead is where the words before an outlet's name begin: "according to",
// "reported by the".
func (q *question) outletLead(i int) int {
	if q.lang != "en" {
		return q.outletLeadAbroad(i)
	}
	lead := i
	if q.base(i-1) == "the" && q.free(i-1, i) {
		lead--
	}
	if !q.free(lead-1, lead) || !q.d.is(q.base(lead-1), "outlet-lead") {
		return i
	}
	switch before := q.base(lead - 2); {
	case q.base(lead-1) == "to":
		if before != "according" && before != "told" {
			return i
		}
		return lead - 2
	case q.base(lead-1) == "by" && (before == "reported" || before == "published"):
		return lead - 2
	case q.base(lead-1) == "tell": // "what did X tell …": the verb stays one of saying
		return lead
	}
	return lead - 1
}

// outletWords are the folded words of an outlet's name, without its article.
func outletWords(name string) []string {
	out := text.Folded(name)
	if len(out) > 1 && out[0] == "the" {
		out = out[1:]
	}
	return out
}
