package tag

// Parts of speech, by the names of the Penn Treebank. Rare ones are folded
// into their neighbours, all punctuation into one.
const (
	PUNCT uint8 = iota
	CC
	CD
	DT
	EX
	IN
	JJ
	JJR
	JJS
	MD
	NN
	NNP
	NNS
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WRB
	Tags = 32
)

var tagNames = [Tags]string{"PUNCT", "CC", "CD", "DT", "EX", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNS", "POS",
	"PRP", "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WRB"}

// Kinds of name.
const (
	NoName uint8 = iota
	Person
	Place
	Group
	Other
	When
	Names = 8
)

// Parse gives the part of speech of a Penn tag.
func Parse(penn string) uint8 {
	switch penn {
	case "NNPS":
		return NNP
	case "PDT":
		return DT
	case "WP$":
		return WP
	case "FW":
		return NN
	}
	for i, n := range tagNames {
		if n == penn {
			return uint8(i)
		}
	}
	return PUNCT
}

// ParseName gives the kind of a named entity of CoreNLP.
func ParseName(ner string) uint8 {
	switch ner {
	case "PERSON":
		return Person
	case "LOCATION":
		return Place
	case "ORGANIZATION":
		return Group
	case "MISC":
		return Other
	case "DATE", "TIME", "DURATION", "SET":
		return When
	}
	return NoName
}

// IsVerb reports whether t is a form of a verb.
func IsVerb(t uint8) bool { return t >= VB && t <= VBZ }

// IsNoun reports whether t is a noun or a proper noun.
func IsNoun(t uint8) bool { return t == NN || t == NNP || t == NNS }
