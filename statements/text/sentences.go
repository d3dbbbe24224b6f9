package text

import (
	"unicode/utf8"
)

// Range is a half-open range of tokens.
type Range struct{ First, End int }

// Breaks is what a language knows about the ends of its sentences, in lower
// case: words whose stop ends nothing ("Mr", "Feb"), and words that begin a
// sentence when they stand in capitals after a stop ("The" after "the U.S."),
// and words that a number with a stop goes on with ("3. März").
type Breaks struct {
	Abbreviations map[string]bool
	Starters      map[string]bool
	Numbered      map[string]bool
}

// Sentences cuts the tokens r into sentences. Where quote is not nil, it
// numbers the quotation that a token belongs to, -1 for none, and a stop
// inside a quotation ends nothing: the quotation is one piece of the sentence
// it stands in, and the stop before its closing mark ends the sentence only
// when a new one plainly begins after it.
func Sentences(toks []Token, r Range, br Breaks, quote func(i int) int) []Range {
	var out []Range
	first := r.First
	for i := r.First; i < r.End; i++ {
		if !stop(toks[i]) && !(dotted(toks[i]) && i+1 < r.End && toks[i+1].Cap && br.Starters[toks[i+1].Lower]) || quote != nil && quote(i) >= 0 && !lastOf(toks, i, r.End, quote) {
			continue
		}
		end := i + 1
		for end < r.End && (stop(toks[end]) || closing(toks[end])) {
			end++
		}
		if end < r.End && !starts(toks, i, end, br) {
			i = end - 1
			continue
		}
		out = append(out, Range{first, end})
		first, i = end, end-1
	}
	if first < r.End {
		out = append(out, Range{first, r.End})
	}
	return out
}

// lastOf reports whether i is the stop right before the end of its quotation.
func lastOf(toks []Token, i, end int, quote func(int) int) bool {
	for j := i + 1; j < end; j++ {
		if quote(j) != quote(i) {
			return true
		}
		if !stop(toks[j]) && !closing(toks[j]) {
			return false
		}
	}
	return true
}

func stop(t Token) bool {
	switch t.Lower {
	case ".", "?", "!", "…", "...", "?!", "。", "！", "？":
		return t.Kind == Mark
	}
	return false
}

// dotted reports whether t is an abbreviation that has its last stop inside.
func dotted(t Token) bool {
	return t.Kind == Letters && len(t.Lower) > 1 && t.Lower[len(t.Lower)-1] == '.'
}

// closing reports whether t may stand between a stop and the next sentence.
func closing(t Token) bool {
	if t.Kind != Mark || t.Gap {
		return false
	}
	switch t.Lower {
	case "\"", "''", "'", "”", "’", "»", "“", "«", "›", "‹", ")", "]":
		return true
	}
	return false
}

// starts reports whether a new sentence begins at token next, after the stop
// at token at.
func starts(toks []Token, at, next int, br Breaks) bool {
	t := toks[next]
	if next+1 < len(toks) && dash(t) && toks[next+1].Kind == Letters && !toks[next+1].Cap {
		return false // «Поздно?» — спросил он.
	}
	if !t.Gap {
		return false
	}
	begins := t.Cap || t.Kind == Number || t.Kind == Mark && opening(t)
	if t.Kind == Letters && !t.Cap {
		r, _ := utf8.DecodeRuneInString(t.Lower)
		begins = r > 0x2e80 // scripts without capitals
	}
	if !begins {
		return false
	}
	if dotted(toks[at]) {
		return t.Cap
	}
	if toks[at].Lower != "." || at == 0 || next > at+1 {
		return true
	}
	before := toks[at-1]
	if before.Kind == Number && !toks[at].Gap && br.Numbered[t.Lower] {
		return false
	}
	if toks[at].Gap || before.Kind != Letters {
		return true
	}
	if br.Abbreviations[before.Lower] {
		return false
	}
	// An initial: J. Edgar, Дж. Иванов.
	return !(before.Cap && utf8.RuneCountInString(before.Lower) == 1)
}

func dash(t Token) bool { return t.Lower == "—" || t.Lower == "–" || t.Lower == "―" }

func opening(t Token) bool {
	switch t.Lower {
	case "\"", "''", "``", "'", "“", "‘", "«", "„", "‹", "»", "”", "(", "[", "—", "–", "―", "-", "--", "¿", "¡", "*", "•", "#", "@", "$", "€", "£":
		return true
	}
	return false
}
