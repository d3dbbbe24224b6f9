package ask

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// behindTitle finds a name with a title before it that the archive need not know, from
// word i on, and longer than n words; a full name rather than one word of a title:
// "Deputy Energy Minister Ann Lee" is no energy users' federation.
func (q *question) behindTitle(i, n int) ([]statements.Speaker, int) {
	var best []statements.Speaker
	most, full := n, false
	for k := 1; k < maxName && q.free(i, i+k+1) && !q.broken(i, i+k+1) && q.titular(i+k-1); k++ {
		title := q.cut(i, i+k)
		more, m := q.plainName(i + k)
		if more == nil || k+m <= n || !q.hasRole(title) || m == 1 && (best != nil || q.hasRole(q.cut(i+k, i+k+m))) {
			continue
		}
		if best == nil || !full && m > 1 {
			best, most, full = bearers(more, title), k+m, m > 1
		}
	}
	return best, most
}

// behindRole finds a full name behind a role, whatever that is: "the teachers union
// boss Ann Lee", "the ambassador to the Rowing Union Ann Lee".
func (q *question) behindRole(i int) ([]statements.Speaker, int) {
	k := q.roleAt(i)
	for from := i + 1; k > 0 && from <= i+k && q.free(i, from+1) && !q.broken(i, from+1); from++ {
		if q.prepositional(from-1) || q.is(from, "stop") {
			continue // "the spokesman for Mr Lee" is another
		}
		if more, m := q.plainName(from); m > 1 && from+m >= i+k && speakers.Same(q.cut(from, from+m), more[0].Name) {
			return bearers(more, q.cut(i, from)), from + m - i
		}
	}
	return nil, 0
}

// titular reports whether word i may stand before a name as part of a title:
// "the Norvanian foreign minister Solheim".
func (q *question) titular(i int) bool {
	if q.is(i, "about", "aux") && q.base(i) != "of" {
		return false // "Lee on President Solheim" is no title of hers
	}
	const title = lexicon.Role | lexicon.Honorific | lexicon.Adjective | lexicon.Demonym | lexicon.Place | lexicon.OrganisationWord
	return q.d.lexicon.Flags(q.base(i))&title != 0 || q.ws[i].poss || q.base(i) == "the" || q.ws[i].cap || q.d.is(q.base(i), "office") || q.d.lexicon.Flags(q.base(i+1))&lexicon.Role != 0
}

// bearers are those of found who bear a role; all of them where none does,
// since roles change.
func bearers(found []statements.Speaker, role string) []statements.Speaker {
	var out []statements.Speaker
	for _, s := range found {
		if HoldsRole(s.Role, role) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return found
	}
	return out
}

// calling finds a name with what its bearer is before it, by the bearer's role:
// "the hydrologist Lee", whose role no list has.
func (q *question) calling(i int) ([]statements.Speaker, int) {
	the := 0
	if q.base(i) == "the" {
		i, the = i+1, 1
	}
	for k := 1; k <= 2 && q.free(i, i+k+1) && !q.broken(i, i+k+1) && q.ws[i+k].cap && !q.ws[i+k-1].cap && !q.is(i+k-1, "stop", "about", "aux", "wh"); k++ {
		more, m := q.plainName(i + k)
		what := stem(q.base(i + k - 1))
		more = slices.DeleteFunc(slices.Clone(more), func(s statements.Speaker) bool { return !holdsStems(s.Role, [][]string{{what}}) })
		if len(more) > 0 {
			return more, the + k + m
		}
	}
	return nil, 0
}
