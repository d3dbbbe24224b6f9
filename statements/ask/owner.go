package ask

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// ofOwner reports whether a role that the question gives somebody ("Solheim's
// lawyer") is the speaker's, where the article says "his lawyer" and the
// sentence before begins with that somebody.
func ofOwner(f statements.Found, description string) bool {
	owner, role, ok := parted(description)
	if !ok || owner == "" {
		return false
	}
	first, held, ok := strings.Cut(f.Statement.Role, " ")
	if !ok || !owned[text.Fold(first)] || !meets(roleWords(held), roleWords(role)) {
		return false
	}
	at := strings.Index(f.Article.Text, f.Statement.Role)
	return at >= 0 && speakers.Same(owner, subjectBefore(f.Article.Text[:at]))
}

// alsoOwned reports whether a source without a name is told by the office of whose
// it is ("the prime minister's spokesman"), in an article that elsewhere tells it by
// the name that the question has ("Solheim's spokesman").
func alsoOwned(f statements.Found, description string) bool {
	plain := strings.NewReplacer("’", "'")
	owner, role, ok := strings.Cut(plain.Replace(description), "'s ")
	whose, held, owned := strings.Cut(plain.Replace(f.Statement.Role), "'s ")
	if !ok || !owned || strings.ToLower(owner) == owner || !strings.EqualFold(role, held) || strings.ToLower(whose) != whose && !strings.HasPrefix(whose, "The ") {
		return false
	}
	return describes(lastFolded(whose)) && strings.Contains(plain.Replace(f.Article.Text), owner+"'s "+role)
}

// subjectBefore is the first name in the sentence that ends body, or in the one
// before where body ends with a whole one: whom "his" is most likely to mean.
func subjectBefore(body string) string {
	body = strings.TrimRight(unsaid(strings.TrimRight(body, " \n")), " \n")
	end := len(body)
	if c, _ := utf8.DecodeLastRuneInString(body); strings.ContainsRune(".!?”\"", c) {
		end = len(strings.TrimRight(body, ".!?”\""))
	}
	sentence := body[:end]
	for _, stop := range [...]string{"\n", ". ", "? ", "! ", "” "} {
		sentence = sentence[strings.LastIndex(sentence, stop)+1:]
	}
	return firstName(strings.TrimLeft(sentence, "”“\" "))
}

// unsaid is body without the quotation that it ends with, where that is what whoever
// comes next says: “We will not pay,” its spokesman said.
func unsaid(body string) string {
	rest, ok := strings.CutSuffix(body, ",”")
	open := "“"
	if !ok {
		rest, ok = strings.CutSuffix(body, ",\"")
		open = "\""
	}
	at := strings.LastIndex(rest, open)
	if !ok || at < 0 || strings.Contains(rest[at:], "\n") {
		return body
	}
	return rest[:at]
}

// firstName is the first capitalised words of sentence that are no title.
func firstName(sentence string) string {
	const title = lexicon.Role | lexicon.Honorific | lexicon.Adjective | lexicon.Demonym | lexicon.Office | closed
	from, to := -1, -1
	for _, w := range text.Words(sentence) {
		raw := w.Of(sentence)
		c, _ := utf8.DecodeRuneInString(raw)
		switch {
		case from < 0 && (!unicode.IsUpper(c) || english().lexicon.Flags(w.Folded)&title != 0 || english().is(w.Folded, "stop")):
			continue
		case from < 0:
			from, to = w.Start, w.End
		case unicode.IsUpper(c) && sentence[to:w.Start] == " ":
			to = w.End
		default:
			return strings.TrimSuffix(strings.TrimSuffix(sentence[from:to], "'s"), "’s")
		}
	}
	if from < 0 {
		return ""
	}
	return sentence[from:to]
}
