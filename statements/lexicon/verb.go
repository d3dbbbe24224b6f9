package lexicon

// Class says how a verb takes what was said.
type Class uint8

// The classes of verbs. Each is a section of a verbs file.
const (
	Say    Class = iota + 1 // said (that) it was late
	Tell                    // told reporters (that) it was late
	Ask                     // asked whether it was late
	Demand                  // urged them to leave; called for calm
	Stance                  // believes (that) it is late
	Object                  // accused them of lying: the object is the content
	Quote                   // "…," he laughed: never without a quotation
)

var classes = map[string]Class{
	"say": Say, "tell": Tell, "ask": Ask, "demand": Demand, "stance": Stance, "object": Object, "quote": Quote,
}

// Form is the form in which a verb stands.
type Form uint8

// The forms. Of languages other than English every finite form is Past.
const (
	Base       Form = iota + 1 // say
	Third                      // says
	Past                       // said
	PastPart                   // written, where it is not the past form as well
	Participle                 // saying
)

// Verb is one way in which a word form may report something.
type Verb struct {
	Lemma string
	Class Class
	Form  Form
	After []string // words that must follow ("out" of "point out")
}

// Verbs gives the readings of a word form, those with most words first.
func (l *Lexicon) Verbs(lower string) []Verb { return l.verbs[lower] }
