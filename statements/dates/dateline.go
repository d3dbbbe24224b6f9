package dates

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// Dateline is where and when a report was filed, as its first words say.
type Dateline struct {
	Place string // "Port North"; "" is none
	Day   statements.Date
	End   int // the token after it; 0 where there is no dateline
}

// Read looks for a dateline at the start of the tokens r of a text: a place in
// capitals, perhaps a day and an agency, and a mark that ends it.
func Read(s string, toks []text.Token, r text.Range, base statements.Date, lex *lexicon.Lexicon) Dateline {
	i := r.First
	for i < r.End && i < r.First+6 && (capitals(s, toks[i]) || i > r.First && toks[i].Lower == "," && i+1 < r.End && capitals(s, toks[i+1])) {
		i++
	}
	if i == r.First || i >= r.End || i == r.First+1 && utf8.RuneCountInString(toks[r.First].Lower) < 3 {
		return Dateline{}
	}
	if lex.Has("slug", toks[i-1].Lower) {
		return Dateline{} // "VERDICT: False.", "FACT CHECK - "
	}
	place := s[toks[r.First].Start:toks[i-1].End]
	d := Dateline{Place: title(place)}
	if end := endOf(s, toks, i, r.End, &d, base, lex); end > 0 {
		d.End = end
		return d
	}
	return Dateline{}
}

// endOf reads what follows the place: ", Dec 14 (Wire) -", ". /WIRE/.", ":".
func endOf(s string, toks []text.Token, i, end int, d *Dateline, base statements.Date, lex *lexicon.Lexicon) int {
	limit := min(end, i+22)
	agency := false
	for ; i < limit; i++ {
		t := toks[i]
		if m := MonthOf(lex, t.Lower); m != 0 && t.Kind == text.Letters && (t.Cap || lex.Lang != "en") {
			for _, at := range [...]int{i + 1, i + 2, i - 1} {
				if at < limit && toks[at].Kind == text.Number {
					if n, err := strconv.Atoi(toks[at].Lower); err == nil && n <= 31 {
						d.Day = nearest(m, n, 0, base)
						break
					}
				}
			}
			continue
		}
		switch t.Lower {
		case "—", "–", "--":
			return i + 1
		case "-":
			if t.Gap && i+1 < end && toks[i+1].Gap {
				return i + 1
			}
		case ":":
			if !agency && i+1 < end && toks[i+1].Gap && d.Day.IsZero() {
				return i + 1
			}
		case "/", "(", ")":
			if t.Lower == "/" && agency && i+1 < end && toks[i+1].Gap && toks[i+1].Cap {
				return i + 1 // "VELL, May 3. /Wire/ The council"
			}
			agency = true
		case ".", ",":
			if t.Lower == "." && agency && i+1 < end && toks[i+1].Gap && toks[i-1].Lower == "/" {
				return i + 1
			}
		default:
			if t.Kind == text.Letters && !t.Cap && !agency {
				return 0
			}
		}
	}
	return 0
}

// capitals reports whether t is a word of two letters or more in capitals.
func capitals(s string, t text.Token) bool {
	w := s[t.Start:t.End]
	return t.Kind == text.Letters && t.Cap && utf8.RuneCountInString(w) > 1 && w == strings.ToUpper(w)
}

// title writes a place in capitals the usual way: "PORT NORTH" is Port North.
func title(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + strings.ToLower(w[n:])
	}
	return strings.Join(words, " ")
}
