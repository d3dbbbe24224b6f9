package watch

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/text"
)

// plain is the language of words that are compared without stemming.
const plain = "und"

// unspaced are the scripts whose words are not kept apart by spaces, and
// Korean, which hangs its particles on the word.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// tokens cuts s into words, and what is written without spaces into characters.
// Between paragraphs it puts a word without letters, so that no phrase runs
// from one into the next.
func tokens(s string) []text.Word {
	words := text.Words(s)
	for i := len(words) - 1; i > 0; i-- {
		if gap := (statements.Span{Start: words[i-1].End, End: words[i].Start}); strings.Count(gap.Of(s), "\n") > 1 {
			words = slices.Insert(words, i, text.Word{Span: statements.Span{Start: gap.End, End: gap.End}})
		}
	}
	for i := 0; i < len(words); i++ {
		w := words[i]
		if !hasUnspaced(w.Of(s)) {
			continue
		}
		parts := characters(w.Of(s), w.Start)
		words = slices.Replace(words, i, i+1, parts...)
		i += len(parts) - 1
	}
	return words
}

func hasUnspaced(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			for _, r := range s[i:] {
				if unicode.In(r, unspaced...) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// characters cuts w, which starts at byte at, into its unspaced characters and
// what stands between them.
func characters(w string, at int) []text.Word {
	var out []text.Word
	start := 0
	add := func(end int) {
		if f := text.Fold(w[start:end]); f != "" {
			out = append(out, text.Word{Span: statements.Span{Start: at + start, End: at + end}, Folded: f})
		}
		start = end
	}
	for i, r := range w {
		if unicode.In(r, unspaced...) {
			if i > start {
				add(i)
			}
			add(i + utf8.RuneLen(r))
		}
	}
	if start < len(w) {
		add(len(w))
	}
	return out
}

// folded are the words of s, folded and without possessives.
func folded(s string) []string {
	var out []string
	for _, w := range tokens(s) {
		if f := bare(w.Folded); f != "" {
			out = append(out, f)
		}
	}
	return out
}

func bare(folded string) string { return text.Stem(folded, plain) }

// hyphened reports whether a hyphen joins words of s.
func hyphened(s string) bool {
	ws := text.Words(s)
	for i := 1; i < len(ws); i++ {
		if isHyphen(s[ws[i-1].End:ws[i].Start]) {
			return true
		}
	}
	return false
}

func isHyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

// spells reports whether words that have the stems of t are it: what is written
// as one word there and with a hyphen here is the same only part by part, for a
// stem of the whole may be another word's ("mini-state", "minister").
func (t term) spells(words []text.Word, lang string) bool {
	switch {
	case len(words) == len(t.words):
		return true
	case len(words) == 1:
		return closed(t.words, words[0].Folded, lang)
	case len(t.words) == 1:
		parts := make([]string, len(words))
		for i, w := range words {
			parts[i] = w.Folded
		}
		return closed(parts, t.words[0], lang)
	}
	return true
}

// closed reports whether whole is parts written as one word, the last in any of
// its forms.
func closed(parts []string, whole, lang string) bool {
	last := len(parts) - 1
	rest, ok := strings.CutPrefix(text.Bare(whole, lang), text.Bare(strings.Join(parts[:last], ""), lang))
	return ok && text.Stem(rest, lang) == text.Stem(parts[last], lang)
}
