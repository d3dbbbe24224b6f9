package speakers

import (
	"strings"
	"unicode"
)

// Key is the form of a name under which its usual spellings meet: without
// titles, accents, initials and patronymics, in Latin letters, with the
// letters evened out that transliterations disagree on. It is stable, meant
// for comparing and storing, and not for eyes. A name without a letter or
// digit has the key "".
func Key(name string) string { return Parse(name).Key() }

// Name is a name taken apart, for those who compare one with many. The zero
// Name is that of nobody.
type Name struct {
	words  []string // spelled words: given names first, the surname last
	gender byte     // 'm' or 'f' by the honorific, else 0
}

// Key is the name's key.
func (p Name) Key() string {
	k := strings.Join(p.words, " ")
	if s, ok := states[k]; ok {
		return s
	}
	return k
}

// Words are the spelled words of the name, in its own order; not to be changed.
func (p Name) Words() []string { return p.words }

// honorifics stand before a name and are no part of it.
var honorifics = map[string]byte{
	"mr": 'm', "sir": 'm', "lord": 'm', "herr": 'm', "señor": 'm', "senor": 'm', "sr": 'm', "monsieur": 'm',
	"mrs": 'f', "ms": 'f', "miss": 'f', "dame": 'f', "lady": 'f', "frau": 'f', "madame": 'f', "mme": 'f', "mlle": 'f', "señora": 'f', "senora": 'f', "sra": 'f', "baroness": 'f',
	"sens": 0, "reps": 0, "govs": 0, "messrs": 'm', "dr": 0, "prof": 0, "professor": 0, "rev": 0, "reverend": 0, "hon": 0, "gen": 0, "general": 0, "col": 0, "colonel": 0, "lt": 0, "capt": 0, "captain": 0, "maj": 0, "sgt": 0, "adm": 0, "admiral": 0,
	"sen": 0, "senator": 0, "rep": 0, "gov": 0, "governor": 0, "president": 0, "chancellor": 0, "king": 'm', "queen": 'f', "prince": 'm', "princess": 'f', "pope": 'm',
	"господин": 'm', "gospodin": 'm', "г": 0, "госпожа": 'f', "gospozha": 'f', "м": 0,
}

// Parse takes a name apart.
func Parse(name string) Name {
	var p Name
	raw := fields(name)
	for len(raw) > 1 {
		g, ok := honorifics[strings.TrimSuffix(raw[0], ".")]
		if !ok {
			break
		}
		if g != 0 {
			p.gender = g
		}
		raw = raw[1:]
	}
	if len(raw) > 1 && (raw[0] == "the" || raw[0] == "die" || raw[0] == "der" || raw[0] == "das" || raw[0] == "les" || raw[0] == "los") {
		raw = raw[1:]
	}
	for i, w := range raw {
		if len(raw) > 1 && middle(raw, i) {
			continue
		}
		if s := spell(strings.ReplaceAll(w, ".", "")); s != "" {
			p.words = append(p.words, s)
		}
	}
	return p
}

// fields cuts a name into plain words. What follows a comma or stands in
// parentheses is a role or an explanation and is dropped.
func fields(name string) []string {
	if i := strings.IndexAny(name, ",(;\n"); i > 0 {
		name = name[:i]
	}
	s := latin(name)
	if t := strings.TrimSuffix(s, "'s"); t != "" {
		s = t
	}
	// The Arabic article says nothing: al-Zubi is Zubi. "Al" alone is a name.
	for _, a := range [...]string{"al-", "el-", "ul-"} {
		s = strings.ReplaceAll(" "+s, " "+a, " ")[1:]
	}
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '\''
	})
}

// middle reports whether the i-th word is one that newsrooms leave out as they
// please: an initial or a patronymic between the given name and the surname,
// or the Arabic article.
func middle(words []string, i int) bool {
	w := strings.TrimSuffix(words[i], ".")
	switch w {
	case "al", "el", "ul", "as", "ash", "an", "ad", "ar", "at":
		return i > 0 && i+1 < len(words)
	}
	if i == 0 || i+1 == len(words) {
		return false
	}
	if len(w) == 1 {
		return w != "y" && w != "e" // the Spanish and Portuguese "and"
	}
	for _, end := range [...]string{"ovich", "evich", "ovna", "evna", "ovych", "yovych", "ivna", "owitsch", "ewitsch", "ovitch", "evitch"} {
		if len(w) > len(end)+1 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
