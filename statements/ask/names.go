package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// maxName is how many words a name or a role in a question can have.
const maxName = 7

// nameAt finds the longest name or role that begins at word i among the
// speakers of the archive, with a title before it or without.
func (q *question) nameAt(i int) ([]statements.Speaker, int) {
	found, n := q.plainName(i)
	if k := q.knownAt(i); k > 1 && (found == nil || n <= k) {
		if known := q.knownAs(q.cut(i, i+k)); known != nil || found == nil || n < k {
			return known, k
		}
	}
	if found != nil && q.givenOnly(i, n, found) {
		found, n = nil, 0
	}
	if more, k := q.givenSlip(i, n, found); more != nil {
		return more, k
	}
	if more, k := q.titledSlip(i, n); more != nil {
		return more, k
	}
	if more, k := q.behindTitle(i, n); more != nil {
		return more, k
	}
	if more, k := q.behindRole(i); more != nil && k > n {
		return more, k
	}
	if found != nil {
		return found, n
	}
	return q.calling(i)
}

// plainName finds the longest name or role that begins at word i.
func (q *question) plainName(i int) ([]statements.Speaker, int) {
	if !q.free(i, i+1) || q.is(i, "wh", "about", "aux") && !q.ws[i].cap {
		return nil, 0
	}
	if q.prepositional(i) {
		return nil, 0 // "in Norvania" is no name
	}
	for n := min(maxName, len(q.ws)-i); n > 0; n-- {
		if !q.free(i, i+n) || q.stopsOnly(i, i+n) || q.broken(i, i+n) || n > 3 && q.crosses(i, i+n) || q.hyphen(i+n) && q.free(i+n, i+n+1) {
			continue // nor is the front of "Lee-Solheim" a name
		}
		words := q.cut(i, i+n)
		if n > 1 && q.base(i) == "the" {
			words = q.cut(i+1, i+n)
		}
		found := q.lookUp(words)
		if (n == 1 || n == 2 && q.base(i) == "the") && q.common(i+n-1) {
			found = called(words, found)
		}
		if n == 1 {
			found = q.topical(i, words, found)
			if q.d.lexicon.Flags(q.base(i))&(lexicon.Adjective|lexicon.Office) != 0 && !namesBody(q.base(i)) {
				found = notBodies(words, found)
			}
		}
		if len(found) == 0 || q.joined(i, i+n) || n > 1 && (q.is(i+n-1, "joiner") || q.prepositional(i+n-1)) {
			continue // "the Bank of" is not every bank of something
		}
		if q.ofRole(i+n) && (q.ws[i+n-1].poss || !q.ws[i+n-1].cap && q.lowerRole(i+n-1, words, found[0]) || q.d.is(q.base(i+n), "attached") || !surname(words, found[0]) || q.isState(i, i+n)) {
			if n > 1 && len(q.spelled(words, found)) > 0 {
				return nil, 0 // nor is the beginning of a name that is followed by a role
			}
			continue // "Norvania's health minister" is not Norvania
		}
		if all := q.spelled(words, found); len(all) > 0 {
			return all, n
		}
		if !q.crosses(i, i+n) && q.plausible(words, found[0]) {
			return found[:1], n
		}
		if near := q.meant(words, found); !q.crosses(i, i+n) && !q.hasRole(words) && len(near) > 0 {
			return near, n // a last letter is missing
		}
	}
	return nil, 0
}

// prepositional reports whether word i is a preposition and no part of names.
func (q *question) prepositional(i int) bool {
	f := q.d.lexicon.Flags(q.base(i))
	return f&lexicon.Preposition != 0 && f&lexicon.Particle == 0 && !q.ws[i].cap
}

// joined reports whether "and" stands between two names in words [i, j), each of
// which the archive knows: they are asked for one by one, whatever they said
// together.
func (q *question) joined(i, j int) bool {
	for k := i + 1; k+1 < j; k++ {
		if q.is(k, "joiner") && q.ws[k+1].cap && q.lookUp(q.cut(i, k)) != nil && q.lookUp(q.cut(k+1, j)) != nil {
			return true
		}
	}
	return false
}

// common reports whether word i is a common noun for a body or for people, "the
// union", "the general": which one is meant nobody knows, and one whose name has
// the word is no better than others.
func (q *question) common(i int) bool {
	return !q.ws[i].cap && q.d.lexicon.Flags(q.base(i))&(lexicon.Body|lexicon.Group|lexicon.Role|lexicon.Honorific) != 0
}

// topical drops those of found who are bodies and have word i in their name
// where it is a usual topic: who asks about trade means no institute for it.
func (q *question) topical(i int, words string, found []statements.Speaker) []statements.Speaker {
	if q.ws[i].cap || q.d.usual[stem(q.base(i))] == nil || q.isState(i, i+1) {
		return found
	}
	return slices.DeleteFunc(slices.Clone(found), func(s statements.Speaker) bool {
		return speakers.Key(s.Name) != speakers.Key(words) && slices.ContainsFunc(text.Words(s.Name), func(w text.Word) bool {
			return namesBody(w.Folded)
		})
	})
}

// notBodies leaves out bodies of whose longer name words, which tell of what an
// office is, is one: foreign trade is no Norvanian Foreign Ministry.
func notBodies(words string, found []statements.Speaker) []statements.Speaker {
	return slices.DeleteFunc(slices.Clone(found), func(s statements.Speaker) bool {
		return speakers.Key(s.Name) != speakers.Key(words) && namesBody(lastFolded(s.Name))
	})
}

// maxLookUps is how many names are looked up for one question, so that a long
// one does not become hundreds of queries.
const maxLookUps = 60

// lookUp asks the archive for a name, once.
func (q *question) lookUp(words string) []statements.Speaker {
	if found, ok := q.looked[words]; ok || q.in.Names == nil || len(q.looked) >= maxLookUps {
		return found
	}
	found := q.in.Names(words)
	q.looked[words] = found
	return found
}

// ofRole reports whether a possessive ends before word i and a role follows, or
// a role alone: "Norvania's minister", "the Fjordbank chief executive".
func (q *question) ofRole(i int) bool {
	if !q.ws[i-1].poss {
		return q.roleOf(i)
	}
	for k := i; k < i+4 && q.free(k, k+1) && !q.is(k, "about", "stop") && !(q.is(k, "speech") && !isRole(q.d.lexicon, q.base(k+1))); k++ {
		if isRole(q.d.lexicon, q.base(k)) {
			return true
		}
	}
	return false
}

// lowerRole reports whether word i is written small and only begins a name: "care
// minister" is nobody of the Care Homes' association.
func (q *question) lowerRole(i int, words string, s statements.Speaker) bool {
	return q.d.lexicon.Flags(q.base(i))&lexicon.Particle == 0 && lastWord(speakers.Key(s.Name)) != speakers.Key(words)
}

// roleOf reports whether the words from i on, up to a verb or preposition, are a
// role, after the name of whose it is, and no name of who has it comes after.
func (q *question) roleOf(i int) bool {
	k := i
	for k < i+4 && q.free(k, k+1) && !q.broken(k-1, k+1) && q.titular(k) && (!q.ws[k].cap || !q.is(k, "aux", "about")) {
		k++
	}
	if k == i || !isRole(q.d.lexicon, q.base(k-1)) || q.free(k, k+1) && q.ws[k].cap {
		return false
	}
	asked := slices.ContainsFunc(q.ws[:i], func(w word) bool { return q.d.is(w.base, "aux") }) // "did the US trade secretary give"
	return k == len(q.ws) || q.is(k, "about", "aux", "stop") || q.reports(k) || asked && q.free(k, k+1)
}

// broken reports whether a comma or a stop stands inside words [i, j), or a
// possessive ends before the last of them ("Norvania's minister" is a role).
func (q *question) broken(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if strings.ContainsAny(q.ws[k].sep, ",;:?!()\n") {
			return true
		}
	}
	return false
}

func (q *question) stopsOnly(i, j int) bool {
	for k := i; k < j; k++ {
		if !q.is(k, "stop") || q.ws[k].cap && k > 0 {
			return false
		}
	}
	return true
}

// crosses reports whether words [i, j) hold a verb or preposition that ends a
// name, unless it is written like a name.
func (q *question) crosses(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if q.base(k) == "of" || q.ws[k].cap {
			continue
		}
		if q.is(k, "about", "aux", "wh") || q.reports(k) && !isRole(q.d.lexicon, q.base(k)) {
			return true
		}
	}
	return false
}

// hasRole reports whether a word of words is a role: "minister".
func (q *question) hasRole(words string) bool {
	for _, w := range text.Words(words) {
		if isRole(q.d.lexicon, strings.TrimSuffix(w.Folded, "'s")) {
			return true
		}
	}
	return false
}

func isRole(l *lexicon.Lexicon, w string) bool {
	return l.Flags(w)&(lexicon.Role|lexicon.Body|lexicon.Group) != 0 || english().is(w, "office")
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// adverbs skips the adverbs at i.
func (q *question) adverbs(i int) int {
	for q.is(i, "adverb") {
		i++
	}
	return i
}

// reports reports whether word i can be a verb of saying or thinking.
func (q *question) reports(i int) bool {
	if i < 0 || i >= len(q.ws) {
		return false
	}
	for _, v := range q.d.lexicon.Verbs(q.base(i)) {
		if v.Class != lexicon.Quote { // "open", "begin": verbs of saying beside a quotation only
			return true
		}
	}
	return q.d.actOf[stem(q.base(i))] != "" || q.d.is(q.base(i), "reacting")
}

// isState reports whether words [i, j) are a state, what is its, or a capital.
func (q *question) isState(i, j int) bool {
	_, _, ok := q.d.lexicon.StateOf(text.Fold(q.cut(i, j)))
	return ok
}

// landAt is how many words from i on are a land, what is its, or a capital.
func (q *question) landAt(i int) int {
	for n := longestLand; n > 0; n-- {
		if q.free(i, i+n) && q.isState(i, i+n) {
			return n
		}
	}
	return 0
}

// longestLand is how many words the name of a land has at most here.
const longestLand = 3

func stem(folded string) string { return text.Stem(folded, "en") }
