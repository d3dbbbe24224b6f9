package lexicon

// State is a state or a body that speaks like one.
type State struct {
	Name     string
	Demonyms []string // lower case
	Capital  string   // "" is none
}

// States are the states of the language's places file, in its order.
func (l *Lexicon) States() []State { return l.states }

// StateOf gives the state that a lower-case word or phrase stands for: its
// name, its demonym, or its capital. The capital says so.
func (l *Lexicon) StateOf(lower string) (name string, capital, ok bool) {
	p, ok := l.places[lower]
	return p.name, p.capital, ok
}

type place struct {
	name    string
	capital bool
}
