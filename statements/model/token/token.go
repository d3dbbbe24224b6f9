package token

// Token is one word, number or mark of a text, with what the models found out
// about it.
type Token struct {
	Start, End int32  // bytes of the text
	Low        uint32 // hash of the word in lower case, apostrophes straightened, digits as 0
	Lemma      uint32 // hash of the base form; Low until it is tagged
	Sent       int32  // number of its sentence
	Para       int32  // number of its paragraph
	Quote      int32  // number of the quotation it stands in, its marks included; 0 is none
	Class      uint16 // word classes of the lemma
	Shape      Shape
	Mark       Mark
	Tag        uint8
	Name       uint8
}

// Shape is how a token is written.
type Shape uint8

// The shapes.
const (
	Lower   Shape = iota // letters, none of them a capital
	Title                // one capital, at the start
	Upper                // capitals only, two or more
	Letter               // one capital letter, with or without a stop
	Mixed                // any other word with capitals
	Number               // digits, with what stands in numbers
	Handle               // @name or #word
	Address              // of a web page or a mailbox
	Punct                // no letter and no digit
)

// Mark says what a token does as a quotation mark.
type Mark uint8

// The jobs of a mark.
const (
	NoMark Mark = iota
	Opens
	Closes
)

// Doc is a text cut into tokens.
type Doc struct {
	Text   string
	Tokens []Token
	Sents  []int32 // first token of each sentence, and the number of tokens at the end
	Paras  []int32 // the same for paragraphs
	Quotes int32   // how many quotations there are
}

// Word cuts token i out of the text.
func (d *Doc) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Tag32 is the tag, ready to be mixed.
func (t *Token) Tag32() uint32 { return uint32(t.Tag) }
