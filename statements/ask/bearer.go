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
	return Answers(st.Role, description) || st.Speaker != "" && (named(f, description) || introduced(f, description) || ofBody(f, description) || ofOwner(f, description))
}

// named reports whether the description stands in the speaker's name, where
// that is a body's ("Union of Ferrymen" is a union), or beside it: "the
// ferrymen's union SF", "Ada Lund, prosecuting".
func named(f statements.Found, description string) bool {
	st := f.Statement
	d := english()
	for _, w := range text.Words(description) {
		if d.lexicon.Flags(w.Folded)&(lexicon.Body|lexicon.Group) != 0 {
			return Answers(st.Speaker, description) || calledSo(f, description) || bodyOfLand(f, description)
		}
	}
	return d.is(text.Fold(description), "office") && calledSo(f, description)
}

// calledSo reports whether the source is called by the description and by name.
func calledSo(f statements.Found, description string) bool {
	source := f.Statement.Source.Of(f.Article.Text)
	rest, ok := strings.CutSuffix(source, " "+f.Statement.Speaker)
	if !ok {
		rest, ok = strings.CutPrefix(source, f.Statement.Speaker+", ")
	}
	return ok && len(rest) <= longestRole && Answers(rest, description)
}

// longestRole is how long a role beside a name may be, in bytes.
const longestRole = 80

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
	if !ok || body == "" {
		return false
	}
	if describes(body) {
		return ofThatBody(f, body, role)
	}
	if national(roleWords(role)) {
		return false // a land in the headline may be another's
	}
	held := ownBody(f.Statement.Role)
	first, _, _ := strings.Cut(text.Fold(held), " ")
	have, want := roleWords(held), roleWords(role)
	if owned[first] || !meets(have, want) || !bare(have, want) {
		return false
	}
	return holdsStems(f.Article.Title, [][]string{text.Stems(body, "en")}) || inPlace(f, body)
}

// ofThatBody reports whether the role is of a body that the article calls by the
// last word of what the question calls it, and by all of it elsewhere: "the
// pilots' union … The union's president".
func ofThatBody(f statements.Found, body, role string) bool {
	its, rest, ok := itsBody(f.Statement.Role)
	return ok && its == lastFolded(body) && english().lexicon.Flags(its)&lexicon.Body != 0 && strings.Contains(body, " ") &&
		Answers(rest, role) && holdsStems(f.Article.Text, [][]string{text.Stems(body, "en")})
}

// ofItsOwn is ofThatBody for a description that is not taken apart yet.
func ofItsOwn(f statements.Found, description string) bool {
	body, role, ok := parted(description)
	return ok && describes(body) && ofThatBody(f, body, role)
}

// itsBody takes a role apart that is of a body by one word: "the union's president", "an
// embassy spokesman".
func itsBody(role string) (body, rest string, ok bool) {
	role = strings.ReplaceAll(role, "’", "'")
	if body, rest, ok = strings.Cut(role, "'s "); !ok {
		article, its, _ := strings.Cut(role, " ")
		if body, rest, ok = strings.Cut(its, " "); !ok || !articles[strings.ToLower(article)] || !namesBody(strings.ToLower(body)) {
			return "", "", false
		}
	}
	return strings.TrimPrefix(strings.ToLower(body), "the "), rest, true
}

// ownBody cuts what the article calls its own body off a role: "the club's
// chairman" is the chairman of the one that it is about.
func ownBody(role string) string {
	body, rest, ok := strings.Cut(strings.ReplaceAll(role, "’", "'"), "'s ")
	word := strings.TrimPrefix(strings.ToLower(body), "the ")
	if ok && english().lexicon.Flags(word)&lexicon.Body != 0 {
		return rest
	}
	return role
}

// inPlace reports whether the sentence says before the source where it is: "In
// Port Sedge, which loses its ferry, mayor Pell Andersen".
func inPlace(f statements.Found, place string) bool {
	rest, ok := strings.CutPrefix(beforeSource(f), "In "+place)
	return ok && strings.HasPrefix(rest, ",")
}

// beforeSource is what the sentence has before who said f: "In Sedge, ".
func beforeSource(f statements.Found) string {
	body, at := f.Article.Text, f.Statement.Source.Start
	if f.Statement.Source.IsZero() || at < 0 || at > len(body) {
		return ""
	}
	start := 1 + max(strings.LastIndex(body[:at], "\n"), strings.LastIndex(body[:at], ". "))
	return strings.TrimLeft(body[start:at], " ")
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
