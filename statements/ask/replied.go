package ask

import "onrecord/statements/text"

// answered reports whether word i is whom a question says that somebody answered:
// "what did Solheim reply to Lee".
func (q *question) answered(i int) bool {
	return i > 2 && q.base(i-1) == "to" && q.d.is(q.base(i-2), "replying")
}

// replies reports whether the words of saying or their sentence tell that what was
// said is an answer: to whom the sentences before speak of.
func (p *passage) replies() bool {
	for _, w := range p.words {
		near := w.zone == cue || w.zone == beside || w.zone == prior && p.inParagraph(w) && !p.quotes(w)
		if near && english().is(text.Fold(w.raw), "replying") {
			return true
		}
	}
	return false
}
