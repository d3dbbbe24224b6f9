package lexicon

// shortestLand is how many letters a state and the word for what is theirs
// have in common at least, where the lexicon does not know the state.
const shortestLand = 4

// SameLand reports whether two words in small letters are one, or a state of no
// lexicon and what is theirs: Norvania and Norvanian, Elmen and Elmenese.
func (l *Lexicon) SameLand(a, b string) bool {
	if a == b {
		return true
	}
	shared := 0
	for shared < min(len(a), len(b)) && a[shared] == b[shared] {
		shared++
	}
	for k := shared; k >= shortestLand; k-- {
		if l.landOf(a[k:], b[k:]) || l.landOf(b[k:], a[k:]) || l.theirs(a[k:]) && l.theirs(b[k:]) {
			return true
		}
	}
	return false
}

// landOf reports whether one ending is of a state and the other of what is
// theirs.
func (l *Lexicon) landOf(land, theirs string) bool {
	return (land == "" || l.Has("land-ending", land)) && l.theirs(theirs)
}

func (l *Lexicon) theirs(ending string) bool { return ending != "" && l.Has("demonym-ending", ending) }
