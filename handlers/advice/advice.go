package advice

// Shown is a statement as the model is told of it.
type Shown struct {
	Number  int    `json:"number"` // from 1, in the order in which it was found
	Speaker string `json:"speaker"`
	SaidOn  string `json:"said_on,omitempty"`
	Text    string `json:"text"`
}

// Advice is what may be done with answers. The zero Advice changes nothing.
type Advice struct {
	Order     []int      // numbers of all that were shown, best first; nil as they are
	Sentences []Sentence // checked: each rests on what it cites
}

// Sentence is a sentence of the model's own. It is no quote.
type Sentence struct {
	Text  string `json:"text"`
	Cites []int  `json:"cites"` // numbers of statements, at least one
}

// Limits of what is asked and of what is believed.
const (
	MostShown     = 10  // statements that the model is told of
	mostText      = 600 // characters of each
	mostWords     = 8   // other words for a topic
	mostSentences = 2
	mostSentence  = 240 // characters
)
