package ask

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
)

// namedAt finds a name of the archive at i, also in another case: "слова Сольхейма",
// "Solheims Aussagen".
func (q *question) namedAt(i int) ([]statements.Speaker, int) {
	if !q.free(i, i+1) || q.smallWord(i, q.lang) {
		return nil, 0
	}
	if found, n := q.nameAt(i); found != nil && q.surnames(i) <= n {
		return found, n
	}
	for n := min(3, q.surnames(i)); n > 0; n-- {
		for _, name := range nominatives(q.cut(i, i+n), q.lang) {
			if found := q.spelled(name, q.lookUp(name)); len(found) > 0 {
				return found, n
			}
		}
	}
	return q.nameAt(i)
}

// nominatives are what a name in another case may be the form of.
func nominatives(name, lang string) []string {
	var out []string
	switch lang {
	case "de":
		for _, end := range [...]string{"s", "'", "’"} {
			if n, ok := strings.CutSuffix(name, end); ok {
				out = append(out, n)
			}
		}
	case "ru":
		for _, list := range [...]string{"surname-case-m", "surname-case-f"} {
			words := strings.Fields(name)
			changed := false
			for i, w := range words {
				which := list
				if i+1 < len(words) {
					which = "given-case"
				}
				for _, e := range lexicon.For("ru").List(which) {
					from, to, _ := strings.Cut(e, "=")
					if root, ok := strings.CutSuffix(w, from); ok && len(root) > 4 {
						words[i], changed = root+to, true
						break
					}
				}
			}
			if changed {
				out = append(out, strings.Join(words, " "))
			}
		}
	}
	return out
}

// outletLeadAbroad is where the words before an outlet's name begin: "im", "selon le".
func (q *question) outletLeadAbroad(i int) int {
	lex, lead := lexicon.For(q.lang), i
	for lead > 0 && q.free(lead-1, lead) && lex.Flags(q.lower(lead-1))&lexicon.Determiner != 0 && !q.d.is(q.base(lead-1), "of-"+q.lang) {
		lead--
	}
	if lead == 0 || !q.free(lead-1, lead) || q.d.is(q.base(lead-1), "of-"+q.lang) || lex.Flags(q.lower(lead-1))&lexicon.Preposition == 0 && !q.d.is(q.base(lead-1), "according-"+q.lang) {
		return i
	}
	return lead - 1
}
