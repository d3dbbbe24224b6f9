package ask

import (
	"slices"
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// HoldsRole reports whether a role as an article words it is the one that a
// question describes: "Foreign Minister of Norvania" is "the Norvanian fm" and
// "Norvania's top diplomat". The description may say less than the role, never
// more.
func HoldsRole(role, description string) bool {
	have, want := roleWords(role), roleWords(description)
	if len(want) == 0 || notOfState(have, want) || unlike(have, want) {
		return false
	}
	for _, w := range want {
		if !slices.ContainsFunc(have, func(h string) bool { return english().lexicon.SameLand(h, w) }) {
			return false
		}
	}
	return true
}

// unlike reports whether have is an office beside or against the wanted one: the deputy
// minister is not the minister, nor is the shadow minister.
func unlike(have, want []string) bool {
	return slices.ContainsFunc(have, func(h string) bool { return english().is(h, "unlike") && !slices.Contains(want, h) })
}

// notOfState reports whether want is an office that each land has and nothing but
// the land, and have is one of some body there: the Norvanian president is not the
// president of the Norvanian Rowing Union.
func notOfState(have, want []string) bool {
	var role, of []string
	for _, w := range want {
		if _, _, ok := english().lexicon.StateOf(w); ok {
			of = append(of, w)
		} else {
			role = append(role, w)
		}
	}
	return ofLand(role, of) && slices.ContainsFunc(have, func(h string) bool { return isHeaded(h) && !slices.Contains(want, h) })
}

// ofLand reports whether a role is an office that each land has, of nothing but a
// land that the lexicon knows.
func ofLand(role, of []string) bool {
	return national(role) && len(of) > 0 && !slices.ContainsFunc(of, func(w string) bool {
		_, _, ok := english().lexicon.StateOf(w)
		return !ok
	})
}

// isHeaded reports whether a word is for a body that has a head of its own.
func isHeaded(w string) bool { return english().is(w, "headed") }

// roleWords are the words of a role, with states by name and offices by the
// one name that they share, whatever language it is in. They are not to be changed.
func roleWords(s string) []string { return roles.of(s, readRole) }

var roles memo

func readRole(s string) []string {
	d := english()
	if e := InEnglish(s); e != "" {
		s = e
	}
	var plain []string
	for _, w := range text.Words(s) {
		f := strings.TrimSuffix(strings.TrimSuffix(w.Folded, "'s"), "'")
		if long, ok := offices[f]; ok {
			plain = append(plain, long...)
			continue
		}
		if one := strings.TrimSuffix(f, "s"); one != f && d.lexicon.Flags(f)&lexicon.Role == 0 && d.lexicon.Flags(one)&lexicon.Role != 0 {
			f = one // "neighbours" are each a neighbour
		}
		plain = append(plain, f)
	}
	var out []string
	for i := 0; i < len(plain); {
		n, word := 1, plain[i]
		if i+1 < len(plain) && d.joined[[2]string{word, plain[i+1]}] {
			out = append(out, word+"_"+plain[i+1])
			i += 2
			continue
		}
		for k := min(5, len(plain)-i); k > 0; k-- {
			p := strings.Join(plain[i:i+k], " ")
			if state, _, ok := d.lexicon.StateOf(p); ok {
				n, word = k, strings.ToLower(state)
				break
			}
			if same := d.lexicon.SameRole(p); same != p && d.wider[p] == nil {
				n, word = k, same
				break
			}
		}
		i += n
		for _, w := range strings.Fields(word) {
			if !d.is(w, "stop") {
				out = append(out, w)
			}
		}
	}
	return out
}

// wordings are a description as it was typed, and with the office by its formal
// names: "the mill's finance chief" may be its chief financial officer, where
// elsewhere a finance chief is a minister.
func wordings(description string) []string {
	out := []string{description}
	ws := text.Words(description)
	for i := range ws {
		if i+1 == len(ws) {
			break
		}
		first := strings.TrimSuffix(strings.TrimSuffix(ws[i].Folded, "'s"), "’s") // "the government's lawyer"
		for _, formal := range english().called[first+" "+ws[i+1].Folded] {
			out = append(out, description[:ws[i].Start]+formal+description[ws[i+1].End:])
		}
	}
	return out
}

// offices are short forms of offices.
var offices = map[string][]string{
	"fm": {"foreign", "minister"}, "pm": {"prime", "minister"}, "ceo": {"chief", "executive"},
	"cfo": {"chief", "financial", "officer"}, "coo": {"chief", "operating", "officer"}, "cto": {"chief", "technology", "officer"},
	"mep": {"member", "of", "european", "parliament"}, "vp": {"vice", "president"},
	"gov": {"governor"}, "sen": {"senator"}, "rep": {"representative"}, "ex": {"former"}, "rev": {"reverend"},
}
