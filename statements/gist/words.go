package gist

import (
	"unicode"
	"unicode/utf8"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// empty are the classes of words that say nothing about what a text is about.
const empty = lexicon.Determiner | lexicon.Preposition | lexicon.Conjunction | lexicon.Coordinator | lexicon.ClauseOpener |
	lexicon.Auxiliary | lexicon.Be | lexicon.Hypothetical | lexicon.Negation | lexicon.Adverb | lexicon.Pronoun |
	lexicon.PronounRelative | lexicon.FirstPerson | lexicon.Possessive | lexicon.ObjectPronoun | lexicon.Time |
	lexicon.That | lexicon.Honorific | lexicon.Whether | lexicon.Question | lexicon.Genitive

// Words are the stems of the words of s that say what it is about, in order
// and as often as they stand there: no small words, no days, no single letters,
// no words of saying. Where the language is not known it is taken for English.
func Words(s, lang string) []string {
	lex := lexicon.For(known(lang))
	var out []string
	for _, w := range text.Words(s) {
		if !carries(lex, w.Of(s), w.Folded) {
			continue
		}
		out = append(out, text.Stem(w.Folded, lang))
	}
	return out
}

// known is lang, or English where it is not known.
func known(lang string) string {
	if lang == "" {
		return "en"
	}
	return lang
}

// carries reports whether a word carries meaning. The lexicon knows words with
// their accents, which folding takes away.
func carries(lex *lexicon.Lexicon, word, folded string) bool {
	r, n := utf8.DecodeRuneInString(folded)
	if n == len(folded) && r < 0x2e80 && !unicode.IsDigit(r) {
		return false
	}
	lower := lowered(word)
	if (lex.Flags(lower)|lex.Flags(folded))&empty != 0 {
		return false
	}
	for _, v := range lex.Verbs(lower) {
		if v.Class == lexicon.Say || v.Class == lexicon.Tell {
			return false
		}
	}
	return true
}

// lowered is a word as the lexicon has it.
func lowered(word string) string {
	out := []rune(word)
	for i, r := range out {
		if r = unicode.ToLower(r); r == '’' {
			r = '\''
		}
		out[i] = r
	}
	return string(out)
}
