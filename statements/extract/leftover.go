package extract

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// fewestWords is how many words a quotation has at least when only its marks
// and the subject of its sentence say that somebody said it.
const fewestWords = 5

// leftover gives whole utterances that no cue has taken to the subject of
// their sentence, when that is somebody: "The crowd answered her with “Let the
// ferry stay!”"
func (d *document) leftover() []draft {
	var out []draft
	for n := range d.sents {
		s := &d.sents[n]
		if d.done[n] || d.paras[s.Para].zone != body {
			continue
		}
		for i := range s.Items {
			if i == 0 || !s.IsQuote(i) {
				continue
			}
			q := s.Items[i].Quote
			if d.taken[q] || !d.pauses(q) || d.nameInMarks(q) || countWords(d.quotes[q].Inner.Of(d.src)) < fewestWords {
				continue
			}
			r := d.reads(n)
			whole, head, ok := r.grammaticalSubject(i)
			sp, fine := d.inner(q)
			if !ok || !fine || !r.speaks(head) || s.Is(head.First, lexicon.That) {
				continue
			}
			d.taken[q] = true
			out = append(out, draft{sent: n, rule: "leftover", sourced: true, guessed: true, source: sources.Parse(d.src, s, whole, head), content: []statements.Span{sp}})
		}
	}
	return out
}
