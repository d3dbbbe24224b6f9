package ask

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// longestTail is how many words a second question may have that adds nothing to
// look for: "and on what grounds", "and who said so".
const longestTail = 5

// tail drops the end of a question that asks for what every answer tells anyway,
// who said it, when and why: "who wants the pier closed, and on what grounds?"
func (q *question) tail() {
	q.severally()
	for k := max(3, len(q.ws)-longestTail-1); k+1 < len(q.ws); k++ {
		if q.base(k) != "and" || !q.free(k, len(q.ws)) {
			continue
		}
		i, asks := k+1, false
		for ; i < len(q.ws) && q.is(i, "wh", "who", "stop", "aux", "ground"); i++ {
			asks = asks || q.is(i, "wh", "who")
		}
		if asks && i == len(q.ws) {
			q.mark(k, i, noise)
			return
		}
	}
}

// severally reads the end of "what did Merrin and Oake propose together": what they said as
// one is asked for. "Did Merrin and Oake speak of working together" has a topic.
func (q *question) severally() {
	last := len(q.ws) - 1
	if last < 4 || !q.is(last, "together") || !q.free(last-1, last+1) || len(q.d.lexicon.Verbs(q.base(last-1))) == 0 || !q.is(last-3, "joiner") && !q.is(last-4, "joiner") {
		return
	}
	q.mark(last, last+1, noise)
	q.together = true
}

// jointly leaves of the speakers that are asked for those who are several, where such are
// asked for and the archive has them. That they said it is then no topic.
func (q *question) jointly() {
	several := func(s statements.Speaker) bool { return len(speakers.Together(s.Name)) > 1 }
	if !q.together || !slices.ContainsFunc(q.out.Speakers, several) {
		return
	}
	q.out.Speakers = slices.DeleteFunc(slices.Clone(q.out.Speakers), func(s statements.Speaker) bool { return !several(s) })
	verb := q.ws[len(q.ws)-2]
	if len(q.out.Topic) == 1 && q.out.Topic[0].Words == verb.Of(q.raw) && q.d.lexicon.Verbs(verb.base)[0].Class == lexicon.Say {
		q.out.Topic = nil
	}
}
