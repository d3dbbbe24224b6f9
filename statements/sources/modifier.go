package sources

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// beforeWho gives the noun that a clause with "who" is about when the noun
// phrase head ends that clause: "officials who oppose the plan".
func beforeWho(s *cues.Sentence, from int, head Range) Range {
	for w := head.First - 1; w >= max(from, head.First-14); w-- {
		if s.Items[w].Kind == text.Mark || s.IsQuote(w) || s.Is(w, lexicon.That) && !thatDid(s, w) {
			break
		}
		if s.Is(w, lexicon.PronounRelative) || s.Is(w, lexicon.That) {
			if n := noun(s, from, w-1); !n.Empty() {
				return n
			}
			// "Ann Lee, who as mayor said"
			if n := noun(s, from, w-2); s.Mark(w-1, ",") && s.Is(w+1, lexicon.Preposition) && w+2 == head.First && !n.Empty() {
				return n
			}
		}
	}
	return Range{}
}

// thatDid reports whether "that" at item w begins a clause about a body and what it
// did: "the guild that brought the case".
func thatDid(s *cues.Sentence, w int) bool {
	did := s.Is(w+1, lexicon.Irregular) || strings.HasSuffix(s.Lower(w+1), "ed") && s.Word(w+1) && !s.Items[w+1].Cap
	return s.Lex.Lang == "en" && did && s.Is(w-1, lexicon.Body) && !s.Items[w-1].Cap && !s.Is(w-1, lexicon.StatementNoun|lexicon.Venue)
}

// beforeParticiple gives the noun that a participle with a preposition says
// more about when the noun phrase head is that preposition's: "a clerk accused
// of theft".
func beforeParticiple(s *cues.Sentence, from int, head Range) Range {
	part := head.First - 2
	if part <= from || !s.Is(head.First-1, lexicon.Preposition) || !strings.HasSuffix(s.Lower(part), "ed") || s.Items[part].Cap || s.Is(part, lexicon.Adjective|lexicon.Somebody) {
		return Range{}
	}
	n := noun(s, from, part-1)
	if n.Empty() || !names(s, n) || s.Is(n.First-1, lexicon.Preposition) {
		return Range{}
	}
	return n
}

// beforeDoing gives the noun for somebody of whom a participle tells what they do, when the
// noun phrase head is what they do it to: "the judge leading the inquiry".
func beforeDoing(s *cues.Sentence, from int, head Range) Range {
	part := head.First - 1
	if part <= from || s.Lex.Lang != "en" || !s.Word(part) || s.Items[part].Cap || !strings.HasSuffix(s.Lower(part), "ing") || !s.Is(head.First, lexicon.Determiner|lexicon.Possessive) ||
		s.Is(part, lexicon.Somebody|lexicon.Preposition|lexicon.StatementNoun|lexicon.Venue) {
		return Range{}
	}
	n := noun(s, from, part-1)
	if n.Empty() || !hasFlag(s, n, lexicon.Role|lexicon.Group|lexicon.Body) || s.Is(n.First-1, lexicon.Preposition) {
		return Range{}
	}
	return n
}
