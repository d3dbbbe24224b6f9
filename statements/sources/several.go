package sources

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// apposedAll gives those whom an apposition names one by one behind a word for all
// of them: "The mayors of Elm and Sedge, Ann Lee and Bo Rand,", "the river states –
// Norland and Osterland –". It gives nothing where a part of it is more than a name.
func apposedAll(src string, s *cues.Sentence, whole, head Range) (parts []Phrase) {
	if s.Lex.Lang != "en" || !s.Mark(head.End, ",", "—", "–", "--", "-") || !manyOf(s, head) {
		return nil
	}
	list := Range{head.End + 1, whole.End}
	for list.End > list.First && s.Mark(list.End-1, ",", "—", "–", "--", "-") {
		list.End--
	}
	for _, r := range listOf(s, list) {
		if s.Is(r.First, lexicon.Determiner) {
			r.First++
		}
		if name := nameIn(s, r); name.Empty() || name.First != r.First || name.End < r.End && !s.Is(name.End, lexicon.Preposition) {
			return nil
		}
		parts = append(parts, Parse(src, s, r, r))
	}
	return parts
}

// manyOf reports whether a head is a word for several, and no name: "the river
// states", "the mayors of Elm and Sedge".
func manyOf(s *cues.Sentence, head Range) bool {
	k := hung(s, head) - 1
	return s.Word(k) && !s.Items[k].Cap && strings.HasSuffix(s.Lower(k), "s") && !s.Is(k, lexicon.Role|lexicon.Body) && s.Is(head.First, lexicon.Determiner)
}
