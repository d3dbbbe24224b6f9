package tag

import "onrecord/statements/model/token"

// low copies w into buf in lower case; a word that is long or not ASCII gives
// nothing, and is its own base form.
func low(buf []byte, w string) []byte {
	if len(w) > cap(buf)-2 {
		return nil
	}
	for i := range len(w) {
		c := w[i]
		if c >= 0x80 {
			return nil
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}

// verb gives the base form of a verb; buf holds it.
func (w *Words) verb(buf []byte, word string, t *token.Token) ([]byte, bool) {
	if at, odd := w.oddVerbs.Find(t.Low); odd {
		return append(buf[:0], w.odd[at]...), true
	}
	b := low(buf, word)
	n := len(b)
	if n < 4 || t.Tag == VB || t.Tag == VBP {
		return nil, false
	}
	switch {
	case t.Tag == VBZ && ends(b, "ies"):
		return w.choose(b, n-3, "y", "ie")
	case t.Tag == VBZ && ends(b, "es"):
		return w.choose(b, n-1, "", "-")
	case t.Tag == VBZ && b[n-1] == 's':
		return b[:n-1], true
	case ends(b, "ied"):
		return w.choose(b, n-3, "y", "ie")
	case ends(b, "ed"):
		return w.choose(b, n-2, "", "e")
	case ends(b, "ing"):
		return w.choose(b, n-3, "", "e")
	}
	return nil, false
}

// choose tries b[:at] with either ending and with its last letter undoubled;
// the form that is a known verb wins. "-" takes a letter away.
func (w *Words) choose(b []byte, at int, first, second string) ([]byte, bool) {
	stem := b[:at:cap(b)]
	if at > 2 && stem[at-1] == stem[at-2] && first == "" && second == "e" {
		if _, known := w.verbs.Find(token.HashBytes(stem)); !known {
			return stem[:at-1], true
		}
		return stem, true
	}
	if second == "-" {
		if _, known := w.verbs.Find(token.HashBytes(stem)); known {
			return stem, true
		}
		return stem[:at-1], true
	}
	var other [48]byte
	b2 := append(append(other[:0], stem...), second...)
	if _, known := w.verbs.Find(token.HashBytes(b2)); known {
		return append(b[:0], b2...), true
	}
	return append(stem, first...), true
}

// noun gives the singular of a plural noun.
func (w *Words) noun(buf []byte, word string, t *token.Token) ([]byte, bool) {
	if at, odd := w.oddNouns.Find(t.Low); odd {
		return append(buf[:0], w.odd[at]...), true
	}
	b := low(buf, word)
	n := len(b)
	switch {
	case n < 4 || b[n-1] != 's' || b[n-2] == 's':
		return nil, false
	case ends(b, "ies"):
		return append(b[:n-3], 'y'), true
	case ends(b, "ches"), ends(b, "shes"), ends(b, "sses"), ends(b, "xes"):
		return b[:n-2], true
	case ends(b, "men"):
		return nil, false
	}
	return b[:n-1], true
}

func ends(b []byte, s string) bool {
	return len(b) >= len(s) && string(b[len(b)-len(s):]) == s
}
