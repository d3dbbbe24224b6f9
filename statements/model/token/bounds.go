package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stops are words whose stop belongs to them and ends no sentence.
var stops = set(`mr mrs ms mx dr prof rev hon gen col lt sgt capt cmdr maj adm gov sen sens rep reps pres st ft mt
jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn
miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo jr sr inc co corp ltd llc vs v no nos etc al dept assn bros
ave blvd rd cong msgr supt atty amb ret est approx fig vol pp ed`)

// enders are those of them that may well end a sentence: "in Elm, Calif. The mill".
var enders = set(`jr sr inc co corp ltd llc etc al ret ave blvd rd
ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo`)

// openers begin a sentence after a stop that might belong to an abbreviation.
var openers = set(`the a an he she it they we i you his her its their in on at but and so this that these those if when
while after before as for there what who how why not no one some many both "`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// stopBelongs reports whether a stop after w is a part of it.
func stopBelongs(w string) bool {
	if len(w) > 12 {
		return false
	}
	if r, n := utf8.DecodeRuneInString(w); n == len(w) {
		return unicode.IsUpper(r) && w != "I"
	}
	if strings.IndexByte(w, '.') > 0 {
		return len(w) <= 7 // U.S, a.m, Ph.D
	}
	var low [12]byte
	for i := range len(w) {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		low[i] = c
	}
	if !stops[string(low[:len(w)])] {
		return false
	}
	// "no." and "ill." are words far more often when they are lower case.
	return unicode.IsUpper(rune(w[0])) || w == "vs" || w == "etc" || w == "al" || w == "v"
}

// bound numbers sentences and paragraphs.
func (d *Doc) bound() {
	sent := int32(-1)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if i == 0 || t.Para != d.Tokens[i-1].Para {
			d.Paras = append(d.Paras, int32(i))
			sent++
			d.Sents = append(d.Sents, int32(i))
		} else if d.breaks(i) {
			sent++
			d.Sents = append(d.Sents, int32(i))
		}
		t.Sent = sent
	}
	d.Sents = append(d.Sents, int32(len(d.Tokens)))
	d.Paras = append(d.Paras, int32(len(d.Tokens)))
}

// mostClosers is how many marks may close after a stop.
const mostClosers = 5

// breaks reports whether a sentence begins at token i, inside a paragraph.
func (d *Doc) breaks(i int) bool {
	if closer(d.Word(i)) && !d.spaceBefore(i) {
		return false
	}
	j := i - 1
	for j > int(d.Sents[len(d.Sents)-1]) && j > i-mostClosers && closer(d.Word(j)) {
		j--
	}
	w := d.Word(j)
	last := w[len(w)-1]
	switch {
	case w == "." || w == "?" || w == "!" || w == "…" || strings.HasPrefix(w, ".."):
		return d.starts(i)
	case last == '.' && d.Tokens[j].Shape != Punct:
		core := strings.ToLower(w[:len(w)-1])
		if !enders[core] && strings.IndexByte(core, '.') < 0 {
			return false
		}
		return j < i-1 && d.starts(i) || openers[strings.ToLower(d.Word(i))] && d.Tokens[i].Shape != Lower
	}
	return false
}

// starts reports whether token i looks like the first of a sentence.
func (d *Doc) starts(i int) bool {
	t := &d.Tokens[i]
	switch t.Shape {
	case Lower, Address:
		return false
	case Punct:
		switch d.Word(i) {
		case ",", ";", ":", ".", "?", "!", ")", "]", "—", "–", "-", "--", "…", "...", "/", "%":
			return false
		}
	}
	return true
}

func (d *Doc) spaceBefore(i int) bool { return i > 0 && d.Tokens[i-1].End < d.Tokens[i].Start }

func closer(w string) bool {
	switch w {
	case "”", "\"", "''", "’", "'", "»", ")", "]":
		return true
	}
	return false
}
