package ask

import (
	"cmp"
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
	if same, known := samePost(role, description); known {
		return same
	}
	have, want := held(role), roleWords(description)
	return !foreignTo(have, want, description) && hasAll(have, want)
}

// hasAll reports whether the words of a role have all of a wanted one's, and none that
// make another of it.
func hasAll(have, want []string) bool {
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

// held are the words of a role that somebody has, with the land whose it is where the
// title tells that by itself: a home secretary is Britain's.
func held(role string) []string {
	words := roleWords(role)
	if land := english().implied[bareTitle(role)]; land != "" {
		return append(words, strings.Fields(land)...)
	}
	return words
}

// bareTitle is a title in small letters, without an article.
func bareTitle(role string) string {
	return strings.TrimPrefix(strings.ToLower(role), "the ")
}

// foreignTo reports whether have is an office of a land other than the one that a
// description without a land is of by itself: who asks for the home secretary means no
// interior minister of France.
func foreignTo(have, want []string, description string) bool {
	land := english().implied[bareTitle(description)]
	isLand := func(w string) bool { _, _, ok := english().lexicon.StateOf(w); return ok }
	return land != "" && !slices.ContainsFunc(want, isLand) &&
		slices.ContainsFunc(have, func(h string) bool { return isLand(h) && !slices.Contains(strings.Fields(land), h) })
}

// unlike reports whether have is an office beside or against the wanted one: the deputy
// minister is not the minister, nor is the shadow minister, nor the minister's spokesman.
func unlike(have, want []string) bool {
	d := english()
	return slices.ContainsFunc(have, func(h string) bool {
		return !slices.Contains(want, h) && (d.is(h, "unlike") || d.is(h, "attached") && slices.ContainsFunc(want, holder)) &&
			!slices.ContainsFunc(want, func(w string) bool { return d.wider[w][h] })
	})
}

// holder reports whether a word of a role is of a person, and not of a body.
func holder(w string) bool {
	f := english().lexicon.Flags(w)
	return f&lexicon.Role != 0 && f&(lexicon.Body|lexicon.Group) == 0
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
// one name that they share, whatever language it is in. They are not to be changed,
// but may be appended to.
func roleWords(s string) []string { return roles.of(s, readRole) }

var roles memo[[]string]

func readRole(s string) []string {
	d := english()
	if e := InEnglish(s); e != "" {
		s = e
	}
	s = undotted.Replace(s)
	var plain []string
	for _, w := range text.Words(s) {
		f := strings.TrimSuffix(strings.TrimSuffix(w.Folded, "'s"), "'")
		if w.Of(s) == "WHO" { // which small would ask for somebody
			plain = append(plain, "world", "health", "organization")
			continue
		}
		if long, ok := offices[f]; ok {
			plain = append(plain, long...)
			continue
		}
		if one := strings.TrimSuffix(f, "s"); one != f && d.lexicon.Flags(f)&lexicon.Role == 0 && d.lexicon.Flags(one)&lexicon.Role != 0 {
			f = one // "neighbours" are each a neighbour
		}
		plain = append(plain, f)
	}
	lands, plain := landsFirst(plain)
	out := lands
	for i := 0; i < len(plain); {
		n, word := 1, plain[i]
		if i+1 < len(plain) && d.joined[[2]string{word, plain[i+1]}] {
			out = append(out, word+"_"+plain[i+1])
			i += 2
			continue
		}
		for k := min(5, len(plain)-i); k > 0; k-- {
			p := strings.Join(plain[i:i+k], " ")
			if same := cmp.Or(d.office[strings.Join(append(slices.Clip(lands), p), " ")], d.office[p], d.lexicon.SameRole(p)); same != p && d.wider[p] == nil {
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
	return slices.Clip(out)
}

// landsFirst takes the states out of words, by name and in small letters, so that "top
// US diplomat" has the same office in it as "top diplomat".
func landsFirst(words []string) (lands, others []string) {
	for i := 0; i < len(words); {
		n := 1
		land := ""
		for k := min(longestLand, len(words)-i); k > 0 && land == ""; k-- {
			if state, _, ok := english().lexicon.StateOf(strings.Join(words[i:i+k], " ")); ok {
				n, land = k, strings.ToLower(state)
			}
		}
		if land != "" {
			lands = append(lands, strings.Fields(land)...)
		} else {
			others = append(others, words[i])
		}
		i += n
	}
	return lands, others
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
	"eam": {"external", "affairs", "minister"}, "mep": {"member", "of", "european", "parliament"}, "vp": {"vice", "president"},
	"gov": {"governor"}, "sen": {"senator"}, "rep": {"representative"}, "ex": {"former"}, "rev": {"reverend"},
}
