package dates

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// placeBeside is the place in the items fr, without the clauses that describe
// the source: "Lee, who was born in Sedge, said" does not tell where.
func (r *Report) placeBeside(s *cues.Sentence, fr [2]int, source statements.Span) string {
	from, to := r.aboutSource(s, source)
	if source.IsZero() || to <= fr[0] || from >= fr[1] {
		return Place(r.Src, s, fr[0], fr[1])
	}
	if at := Place(r.Src, s, fr[0], from); at != "" {
		return at
	}
	return Place(r.Src, s, to, fr[1])
}

// Place looks for "in Port North" or "in Oslo, Norway" in the items
// [first, end) of a sentence; "" is none.
func Place(src string, s *cues.Sentence, first, end int) string {
	end = min(end, len(s.Items))
	for i := max(first, 0); i+1 < end; i++ {
		if s.Lower(i) != "in" || !name(s, i+1) {
			continue
		}
		k := i + 1
		for k < end && name(s, k) {
			k++
		}
		if k < len(s.Items) && s.Items[k].Kind == text.Clitic {
			continue // "in Lee's words"
		}
		if s.Mark(k, ",") && k+1 < end && (s.Is(k+1, lexicon.Place) || name(s, k+1) && s.Mark(k+2, ",")) {
			k += 2
		}
		return src[s.Items[i+1].Start:s.Items[k-1].End]
	}
	return ""
}

func name(s *cues.Sentence, i int) bool {
	return s.Word(i) && s.Items[i].Cap && s.Items[i].Flags&(lexicon.Time|lexicon.Determiner|lexicon.Pronoun|lexicon.Demonym|lexicon.Honorific|lexicon.Body) == 0
}
