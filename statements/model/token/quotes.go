package token

import (
	"strings"
	"unicode/utf8"
)

// closers gives the marks that end a quotation which the key begins.
var closers = map[string]string{
	"“": "”\"", "„": "“”\"", "‟": "”", "«": "»", "»": "«", "``": "''\"", "\"": "\"", "''": "''", "‘": "’", "'": "'", "‹": "›",
}

// longestSingle is how many tokens a quotation in single marks may have: what
// is longer began with an apostrophe.
const longestSingle = 300

// quotes numbers the quotations. One that never closes ends with its
// paragraph: those that run over several open anew in each.
func (d *Doc) quotes() {
	for p := 0; p+1 < len(d.Paras); p++ {
		from, to := int(d.Paras[p]), int(d.Paras[p+1])
		for i := from; i < to; i++ {
			if d.Tokens[i].Shape != Punct {
				continue
			}
			ends := closers[d.Word(i)]
			if ends == "" || !d.opens(i, to) {
				continue
			}
			i = d.quote(i, to, ends)
		}
	}
}

// quote numbers the quotation that begins at token i and gives its last token.
func (d *Doc) quote(i, to int, ends string) int {
	single := ends == "’" || ends == "'"
	if single {
		to = min(to, i+longestSingle)
	}
	end := -1
	for j := i + 1; j < to; j++ {
		t := &d.Tokens[j]
		if t.Shape == Punct && shutBy(ends, d.Word(j)) && (!single || d.shuts(j, to)) {
			end = j
			break
		}
		if single && t.Shape == Punct && closers[d.Word(j)] != "" && d.Word(j) != "'" {
			break // a double mark: the single one was an apostrophe
		}
	}
	if end < 0 {
		if single {
			return i
		}
		end = to - 1
	} else {
		d.Tokens[end].Mark = Closes
	}
	d.Quotes++
	d.Tokens[i].Mark = Opens
	for j := i; j <= end; j++ {
		d.Tokens[j].Quote = d.Quotes
	}
	return end
}

// shutBy reports whether the mark w is one of ends.
func shutBy(ends, w string) bool {
	if w == "''" {
		return strings.HasPrefix(ends, w)
	}
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && r != utf8.RuneError && strings.ContainsRune(ends, r)
}

// opens reports whether the mark at i can begin a quotation: a straight mark
// may as well be a stray closing one, an inch or an apostrophe.
func (d *Doc) opens(i, to int) bool {
	w := d.Word(i)
	if w != "\"" && w != "''" && w != "'" && w != "‘" && w != "»" {
		return true
	}
	tight := i+1 < to && !d.spaceBefore(i+1)
	if w == "\"" || w == "''" {
		loose := i == 0 || d.spaceBefore(i) || d.Tokens[i].Para != d.Tokens[i-1].Para
		return tight && !(i > 0 && !loose && d.Tokens[i-1].Shape == Number) || loose && i+1 < to
	}
	free := i == 0 || d.spaceBefore(i) || d.Tokens[i-1].Shape == Punct || d.Tokens[i].Para != d.Tokens[i-1].Para
	return tight && free && d.Tokens[i+1].Shape != Punct
}

// shuts reports whether the single mark at i can end a quotation.
func (d *Doc) shuts(i, to int) bool {
	return !d.spaceBefore(i) && (i+1 >= to || d.spaceBefore(i+1) || d.Tokens[i+1].Shape == Punct)
}
