package ask

import (
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// misspelt finds whom the n words at i are a slip of, wherever in them it stands:
// somebody whom nobody else on record is as near to. With a role before the name
// it is a bearer of it.
func (q *question) misspelt(i, n int) []statements.Speaker {
	if n == 0 || q.in.Alike == nil || q.article(i, n) {
		return nil
	}
	title := ""
	for k := i + n - 2; k >= i && title == ""; k-- {
		if q.d.lexicon.Flags(q.base(k))&(lexicon.Role|lexicon.Honorific) != 0 || q.d.is(q.base(k), "office") {
			title = q.cut(i, k+1)
			i, n = k+1, i+n-k-1
		}
	}
	words := q.cut(i, i+n)
	if isRole(q.d.lexicon, q.base(i+n-1)) {
		return nil
	}
	found := q.meant(words, q.in.Alike(words))
	if title != "" {
		found = slices.DeleteFunc(found, func(s statements.Speaker) bool { return !HoldsRole(s.Role, title) })
	}
	return found
}

// article reports whether the n words at i are an article and what is written
// small: "the border" is nobody.
func (q *question) article(i, n int) bool {
	return n > 1 && q.is(i, "stop") && !q.ws[i].cap && !q.ws[i+n-1].cap
}

// meant are those of found of whose name words are so small a slip that it need
// not be asked about, if it is of one name alone. Of two who are as near nobody
// is meant, nor where words are something else than a slip. More than one slip is
// taken only where nobody else comes near.
func (q *question) meant(words string, found []statements.Speaker) []statements.Speaker {
	typed := speakers.Parse(words)
	least, nearest, near := speakers.Far, []statements.Speaker(nil), []statements.Speaker(nil)
	for _, s := range found {
		n := speakers.Slips(words, append(s.Aliases, s.Name)...)
		if n < least {
			least, nearest = n, nil
		}
		if n == least {
			nearest = append(nearest, s)
		}
		if n < comesNear {
			near = append(near, s)
		}
	}
	if least < 2 {
		near = nearest
	}
	if len(nearest) == 0 || len(near) > 1 && !oneName(near) || !slightly(words, nearest[0], least) || q.noSlip(typed, words, nearest[0]) {
		return nil
	}
	for _, s := range nearest {
		q.slips[s.ID] = words
	}
	return nearest
}

// readAs keeps what was typed for somebody whom words [i, j) were taken for by a
// slip, so that it can be said.
func (q *question) readAs(i, j int, s statements.Speaker) {
	typed := q.slips[s.ID]
	if typed != "" && strings.Contains(q.cut(i, j), typed) && speakers.Slips(typed, append(s.Aliases, s.Name)...) > 0 {
		q.out.ReadAs = append(q.out.ReadAs, statements.ReadAs{Typed: typed, Speaker: s.Name})
	}
}

// comesNear is how many slips keep somebody from being meant by a name that is two
// from somebody else's.
const comesNear = 4

// oneName reports whether all have one surname and at most one of them more than
// that: who is meant by the surname is known, then.
func oneName(found []statements.Speaker) bool {
	full := 0
	for _, s := range found {
		k := speakers.Key(s.Name)
		if lastWord(k) != lastWord(speakers.Key(found[0].Name)) {
			return false
		}
		if strings.Contains(k, " ") {
			full++
		}
	}
	return full < 2
}

// slightly reports whether n slips from a name of s are few for what was typed. A
// surname alone is told by its first sound; in one that is not long, the slip must
// be one that hands or ears make, too.
func slightly(words string, s statements.Speaker, n int) bool {
	last := lastFolded(words)
	letters := utf8.RuneCountInString(last) // as typed: a key may be shorter, "x" for "ks"
	if double := words[strings.LastIndexByte(words, ' ')+1:]; strings.Contains(double, "-") {
		letters = utf8.RuneCountInString(double) // "bilik-hrytsak"
	}
	is := func(like func(typed, name string) bool) bool {
		return slices.ContainsFunc(append(s.Aliases, s.Name), func(name string) bool {
			return speakers.Slips(words, name) == n && like(last, name)
		})
	}
	if len(speakers.Parse(words).Words()) > 1 {
		return n == 1 && (letters > 7 || letters > 4 && is(speakers.SameStart) || letters > 3 && is(speakers.ByHand)) || n == 2 && letters > 6
	}
	switch {
	case n == 1 && letters > 7:
		return is(speakers.SameStart) || is(speakers.ByHand)
	case n == 1 && letters > 4:
		return is(speakers.SameStart) && is(speakers.ByHand)
	}
	return n == 2 && letters > 9 && is(speakers.SameStart)
}

// noSlip reports whether a name that was typed is right as it stands, and not one
// of s: it is a usual surname, a word of the language, or stands in an article on
// record, where somebody may be named who has not spoken.
func (q *question) noSlip(typed speakers.Name, words string, s statements.Speaker) bool {
	last := stem(lastFolded(words))
	if len(typed.Words()) > 2 && givenAlike(words, s) {
		return false // two given names are not somebody else's as well
	}
	if speakers.UsualSurname(lastFolded(words)) || len(typed.Words()) == 1 && q.d.english(lastFolded(words)) {
		return speakers.Key(lastFolded(words)) != lastWord(speakers.Key(s.Name)) // else the slip is in the given name
	}
	same := func(name string) bool { return stem(lastFolded(name)) == last }
	if q.in.Stands == nil || slices.ContainsFunc(append(s.Aliases, s.Name), same) {
		return false
	}
	return q.in.Stands(words)
}

// givenAlike reports whether all but the last of words are what a name of s begins with.
func givenAlike(words string, s statements.Speaker) bool {
	typed := speakers.Parse(words).Words()
	return slices.ContainsFunc(append(s.Aliases, s.Name), func(name string) bool {
		known := speakers.Parse(name).Words()
		return len(known) == len(typed) && slices.Equal(known[:len(known)-1], typed[:len(typed)-1])
	})
}

// english reports whether a folded word is one of the language, or a place.
func (d *data) english(word string) bool {
	const names = lexicon.Particle | lexicon.Suffix
	_, _, state := d.lexicon.StateOf(word)
	return state || d.lexicon.Flags(word)&^names != 0 || d.common[stem(word)] || d.synonyms[stem(word)] != nil
}

// plausible reports whether s may be meant by a role, or by another name of a
// state.
func (q *question) plausible(words string, s statements.Speaker) bool {
	if q.hasRole(words) {
		return HoldsRole(s.Role, words)
	}
	return q.d.lexicon.SameLand(text.Fold(words), text.Fold(s.Name))
}
