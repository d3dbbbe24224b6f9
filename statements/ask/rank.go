package ask

import "onrecord/statements"

// Answer is one statement that answers.
type Answer struct {
	Found statements.Found
	Words []statements.Span // in the article's text: the words that answer, for bold
}

// Near is a statement that does not answer but comes nearest.
type Near struct {
	Answer
	Why string // "same person on something near", "someone else on this"
}

// Ranked is what is known on a question, best first. No Answers means that
// nothing is on record; Nearest then holds at most one of each sort.
type Ranked struct {
	Answers []Answer
	Nearest []Near
	Of      int // how many statements answer, counting each utterance once
}

// Rank decides which of the candidates answer q. Candidates may come from
// wider searches than q: whoever is not asked for, or spoke outside the dates,
// is never an answer and may be offered as nearest.
func Rank(q statements.Query, candidates []statements.Found) Ranked {
	return Ranked{}
}
