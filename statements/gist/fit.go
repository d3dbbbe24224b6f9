package gist

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// shortest and subheading are in words: what has less than the one says
// nothing, and a question that is a paragraph by itself and has less than the
// other is a sub-heading.
const (
	shortest   = 4
	subheading = 9
)

//go:embed furniture.txt
var furnitureFile string

// furniture are the folded phrases that only stand in lines which are not the
// article: who took the picture, where to subscribe.
var furniture = func() (out []string) {
	for line := range strings.Lines(furnitureFile) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			out = append(out, " "+strings.Join(text.Folded(line), " ")+" ")
		}
	}
	return out
}()

// tells reports whether a sentence tells something: it ends like one, has
// words, and is no caption, byline, sub-heading or other furniture of a page.
// alone says that it is a paragraph by itself.
func tells(s, lang string, alone bool) bool {
	words := text.Folded(s)
	n := len(words)
	if !Ended(s) || !dense(s) && (n < shortest || !running(s)) {
		return false
	}
	if alone && n < subheading && strings.HasSuffix(strings.TrimSpace(s), "?") {
		return false
	}
	whole := " " + strings.Join(words, " ") + " "
	for _, f := range furniture {
		if strings.Contains(whole, f) {
			return false
		}
	}
	return !byline(s, lang) && strings.Count(s, "|") == 0
}

// running reports running text: a dateline ("VELL, November 20. /Wire/.") has
// one word in small letters at most.
func running(s string) bool {
	n := 0
	for _, w := range text.Words(s) {
		if r, _ := utf8.DecodeRuneInString(w.Of(s)); unicode.IsLetter(r) && !unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// aboutAuthor reports a sentence that begins with a word of the byline. At the
// end of an article it says who wrote it.
func aboutAuthor(s, byline string) bool {
	words := text.Folded(s)
	return len(words) > 0 && slices.Contains(text.Folded(byline), words[0])
}

// dense reports a script that does not part its words.
func dense(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > 0x2e80 && unicode.IsLetter(r) })
}

// byline reports a line of nothing but a preposition and names.
func byline(s, lang string) bool {
	lex := lexicon.For(lang)
	words := text.Words(s)
	if len(words) > 8 || lex.Flags(strings.ToLower(words[0].Of(s)))&lexicon.Preposition == 0 {
		return false
	}
	for _, w := range words[1:] {
		word := w.Of(s)
		for _, r := range word {
			if unicode.IsLower(r) && lex.Flags(word)&(lexicon.Coordinator|lexicon.Preposition|lexicon.Particle) == 0 {
				return false
			}
			break
		}
	}
	return true
}

// Ended reports whether s ends like a sentence.
func Ended(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return strings.ContainsRune("\"“”„‟«»‘’‚‹›'`)]", r) })
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？", last)
}

// leans reports whether a sentence leans on the one before it: it begins with a
// pronoun or with what joins clauses.
func leans(s, lang string) bool {
	words := text.Words(s)
	if len(words) == 0 {
		return false
	}
	const leaning = lexicon.PronounM | lexicon.PronounF | lexicon.PronounP | lexicon.PronounN | lexicon.Coordinator | lexicon.That | lexicon.GoesOn
	return lexicon.For(lang).Flags(lowered(words[0].Of(s)))&leaning != 0
}
