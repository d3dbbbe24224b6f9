package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// besideAct is how many words may stand between whose act it is and the act: "the French
// partners' concern".
const besideAct = 3

// toldOf is what others tell of an act of a land or a body that is asked for, where it
// has said nothing of it itself: "we share Norway's concern", "the proposal by the guild".
// Who is asked for by name is not answered so, nor whose words are asked for.
func toldOf(q statements.Query, terms []wanted, all []*scored) []*scored {
	if len(q.Speakers) != 1 || !slices.ContainsFunc(terms, func(t wanted) bool { return t.act != "" }) {
		return nil
	}
	who := q.Speakers[0]
	acronym := who.ID == 0 && len(who.Name) > 1 && who.Name == strings.ToUpper(who.Name)
	if english().land(who.Name) == "" && bodyCalled(who.Name, true) == nil && !acronym {
		return nil
	}
	var out []*scored
	for _, s := range all {
		if len(out) == mostInPart {
			break
		}
		if !s.mine && fits(q, s.found) && s.onTopic(terms) && s.tellsOfAct(who.Name, terms) {
			out = append(out, s)
		}
	}
	return out
}

// onTopic reports whether a statement has what was asked beside the act.
func (s *scored) onTopic(terms []wanted) bool {
	return !slices.ContainsFunc(terms, func(t wanted) bool { return t.act == "" }) || s.cover >= 0.5
}

// tellsOfAct reports whether what was said gives one of the acts that are asked for to who
// is called so: "Oslo's concern", "an offer from Oslo".
func (p *passage) tellsOfAct(name string, terms []wanted) bool {
	for k, w := range p.words {
		if w.zone != content || !slices.ContainsFunc(terms, func(t wanted) bool { return english().acts[t.act].made[w.stem] }) {
			continue
		}
		for i := max(0, k-besideAct-longestName); i < k; i++ {
			if n := p.calledAt(i, name); n > 0 && i+n <= k && k < i+n+besideAct {
				return true // "Oslo's old concern"
			}
		}
		if k+1 < len(p.words) && (p.words[k+1].stem == "by" || p.words[k+1].stem == "of" || p.words[k+1].stem == "from") {
			for i := k + 2; i <= min(k+besideAct, len(p.words)-1); i++ {
				if p.calledAt(i, name) > 0 {
					return true // "an offer from Oslo"
				}
			}
		}
	}
	return false
}

// calledAt is how many words of what was said, from word i on, name somebody: a land or
// what is its, a body by any of its names, or the words of which a name has the initials.
func (p *passage) calledAt(i int, name string) int {
	d := english()
	land := d.land(name)
	phrase := ""
	for n := 0; n < longestName && i+n < len(p.words) && p.words[i+n].zone == content; n++ {
		w := p.words[i+n]
		phrase = strings.TrimSpace(phrase + " " + w.raw)
		folded := strings.TrimSuffix(strings.TrimSuffix(text.Fold(phrase), "'s"), "'")
		if land != "" && d.land(folded) == land || sameBody(name, strings.TrimSuffix(strings.TrimSuffix(phrase, "'s"), "’s")) || n > 1 && initials(phrase) == name {
			return n + 1
		}
	}
	return 0
}

// longestName is how many words the name of a land or a body has at most.
const longestName = 6
