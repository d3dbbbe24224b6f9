package watch

import (
	"regexp"
	"strings"

	"onrecord/statements"
)

// because is why a watch matched.
type because struct {
	spoke             bool
	said, title, text quotedWords
	from              bool
	outlet            string
}

// quotedWords are words of an article that were found: clauses of one word, or
// of several that stand near each other.
type quotedWords struct {
	clauses [][]string
	more    bool
}

// words says it.
func (b because) words() statements.Said {
	var parts []any
	if b.spoke {
		parts = append(parts, statements.Say("spoke"))
	}
	if b.said.clauses != nil {
		parts = append(parts, statements.Say("said %s", b.said.words()))
	}
	if b.title.clauses != nil {
		parts = append(parts, statements.Say("%s in the title", b.title.words()))
	}
	if b.text.clauses != nil {
		parts = append(parts, statements.Say("%s in the text", b.text.words()))
	}
	if b.from {
		parts = append(parts, statements.Say("from %s", b.outlet))
	}
	said, _ := statements.Joined("%s, %s", parts).(statements.Said)
	return said
}

// words lists them: "“quota” near “herring” and “ceiling”". It is a string, or
// something that is said.
func (q quotedWords) words() any {
	var all []any
	for _, words := range q.clauses {
		var one any = words[0]
		for _, w := range words[1:] {
			one = statements.Say("%s near %s", one, w)
		}
		all = append(all, one)
	}
	if q.more {
		return statements.Say("%s and more", statements.Joined("%s, %s", all))
	}
	return statements.Joined("%s and %s", all)
}

// The reason of an alert as it is kept.
const (
	keptClause = `“[^”]*”(?: near “[^”]*”)*`
	keptWords  = keptClause + `(?:(?:, | and )` + keptClause + `)*(?: and more)?`
)

var (
	keptReason  = regexp.MustCompile(`^(spoke)?(?:(?:^|, )said (` + keptWords + `))?(?:(?:^|, )(` + keptWords + `) in the title)?(?:(?:^|, )(` + keptWords + `) in the text)?(?:(?:^|, )(from) (.*))?$`)
	clauseIn    = regexp.MustCompile(keptClause)
	quotationIn = regexp.MustCompile(`“[^”]*”`)
)

// Told is the reason of an alert, which is kept in English, as it can be said
// in other languages. What cannot be read again stays as it is.
func Told(reason string) statements.Said {
	m := keptReason.FindStringSubmatch(reason)
	if m == nil {
		return statements.AsItIs(reason)
	}
	b := because{spoke: m[1] != "", said: wordsAgain(m[2]), title: wordsAgain(m[3]), text: wordsAgain(m[4]), from: m[5] != "", outlet: m[6]}
	if said := b.words(); said.String() == reason {
		return said
	}
	return statements.AsItIs(reason)
}

// wordsAgain reads what quotedWords wrote.
func wordsAgain(kept string) quotedWords {
	q := quotedWords{more: strings.HasSuffix(kept, " and more")}
	for _, clause := range clauseIn.FindAllString(kept, -1) {
		q.clauses = append(q.clauses, quotationIn.FindAllString(clause, -1))
	}
	return q
}
