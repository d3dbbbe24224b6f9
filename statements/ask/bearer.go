package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// bears reports whether who said f bears the role that a question describes: by
// the role beside the words, by the one that the article introduces the name
// with, or by a bare role in an article about the body that the question names.
func bears(f statements.Found, description string) bool {
	st := f.Statement
	return Answers(st.Role, description) || st.Speaker != "" && (introduced(f, description) || ofBody(f, description))
}

// introduced reports whether the text puts a name after its role, set off at
// both ends: "On Monday, the warden of the northern locks, Anna Brandt, opened".
// Without the comma before it the role may be somebody else's: "After meeting
// the warden, Anna Brandt".
func introduced(f statements.Found, description string) bool {
	name, body := f.Statement.Speaker, f.Article.Text
	if len(roleWords(description)) < 2 || !strings.Contains(name, " ") {
		return false
	}
	at := strings.Index(body, ", "+name+",")
	if at < 0 {
		return false
	}
	sentence := body[:at]
	for _, end := range [...]string{"\n", ". ", "” ", "\" "} {
		sentence = sentence[strings.LastIndex(sentence, end)+1:]
	}
	role := strings.TrimSpace(sentence)
	if i := strings.LastIndex(role, ", "); i >= 0 {
		role = role[i+2:]
	}
	first, _, _ := strings.Cut(role, " ")
	return strings.EqualFold(first, "the") && offered(role) == 1 && HoldsRole(role, description)
}

// offered is how many roles stand in words: two are of two people.
func offered(words string) int {
	n := 0
	for _, w := range text.Words(words) {
		if english().lexicon.Flags(w.Folded)&lexicon.Role != 0 {
			n++
		}
	}
	return n
}

// ofBody reports whether a role that the question gives a body ("Calder Mills'
// chief executive", "the Calder boss") is the bare role of the speaker in an article whose headline
// names that body. "Its chief executive" may be another's.
func ofBody(f statements.Found, description string) bool {
	body, role, ok := parted(description)
	if !ok || body == "" || describes(body) {
		return false
	}
	first, _, _ := strings.Cut(text.Fold(f.Statement.Role), " ")
	have, want := roleWords(f.Statement.Role), roleWords(role)
	return !owned[first] && meets(have, want) && bare(have, want) && holdsStems(f.Article.Title, [][]string{text.Stems(body, "en")})
}

// bare reports whether a role has no words but those asked for, narrower ones,
// and ranks: it does not say of what else it is.
func bare(have, want []string) bool {
	d := english()
	for _, h := range have {
		if slices.Contains(want, h) || d.lexicon.Flags(h)&(lexicon.Role|lexicon.Adjective) != 0 {
			continue
		}
		return false
	}
	return true
}

// owned roles are of somebody who was named before.
var owned = map[string]bool{"its": true, "his": true, "her": true, "their": true, "my": true, "our": true, "whose": true}
