package ask

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// lands are the states that q asks for by name or capital, in small letters.
func lands(q statements.Query) []string {
	var out []string
	d := english()
	for _, s := range q.Speakers {
		if state := cmp.Or(d.land(s.Name), governmentOf(s)); state != "" {
			out = append(out, state)
		}
	}
	return out
}

// land is the state that a name, a capital or its people stand for, in small letters; ""
// is none.
func (d *data) land(name string) string {
	name = text.Fold(name)
	state, _, ok := d.lexicon.StateOf(name)
	if one := strings.TrimSuffix(name, "s"); !ok && one != name {
		state, _, ok = d.lexicon.StateOf(one) // "the Norwegians"
	}
	if !ok || d.is(name, "no-land") {
		return ""
	}
	return strings.ToLower(state)
}

// bodies are the words of the names of bodies that q asks for: the Rowing Union, the
// UN.
func bodies(q statements.Query) [][]string {
	var out [][]string
	for _, s := range q.Speakers {
		acronym := s.Name == strings.ToUpper(s.Name) && len(s.Name) > 1 && len(s.Name) < 6 && !strings.Contains(s.Name, " ")
		if words := roleWords(s.Name); len(words) > 0 && (acronym || isOrganisation(s.Name)) {
			out = append(out, words)
		}
	}
	return out
}

// headOf reports whether the article says of who said f that they head a body or
// are sent by it.
func headOf(body []string, f statements.Found) bool {
	d := english()
	return slices.ContainsFunc(traits(f), func(t trait) bool {
		words := t.words()
		return slices.ContainsFunc(t.role, func(w string) bool { return d.is(strings.ReplaceAll(w, "_", " "), "head") }) && !unofficial(words) &&
			!slices.ContainsFunc(body, func(b string) bool {
				return !slices.ContainsFunc(words, func(w string) bool { return d.lexicon.SameLand(w, b) || stem(w) == stem(b) })
			})
	})
}

// byOfficials lets those of all that who speaks for a land or heads a body said be
// its own words, where it is asked for and is no source itself: "what does Berlin
// think" is told by Germany's foreign minister. Reports whether there are any.
func byOfficials(q statements.Query, all []*scored) bool {
	asked, heads, seats, known := lands(q), bodies(q), seatsOf(q), bodiesOf(q)
	if len(asked)+len(heads)+len(seats)+len(known) == 0 {
		return false
	}
	there := false
	for _, s := range all {
		if s.mine || !fits(q, s.found) {
			continue
		}
		if slices.ContainsFunc(asked, func(land string) bool { return speaksFor(land, s.found) }) ||
			slices.ContainsFunc(q.Speakers, func(who statements.Speaker) bool { return sitsIn(governmentOf(who), s.found) }) ||
			slices.ContainsFunc(seats, func(seat string) bool { return holds(seat, s.found) }) ||
			slices.ContainsFunc(heads, func(body []string) bool { return headOf(body, s.found) }) ||
			slices.ContainsFunc(known, func(one *body) bool { return actsFor(one, s.found) }) {
			s.mine, there = true, true
		}
	}
	return there
}

// whyOf is the land of which it is asked why it does something, in small letters:
// "why won't Norway open the border"; "" where none is.
func whyOf(q statements.Query) string {
	ws := newQuestion(q.Question, Context{})
	n := ws.landAt(2)
	if n == 0 || ws.base(0) != "why" || !ws.is(1, "aux") {
		return ""
	}
	state, _, _ := english().lexicon.StateOf(text.Fold(ws.cut(2, 2+n)))
	return strings.ToLower(state)
}

// reasonsOf leaves of good what those say whose reasons are asked for, where they say
// anything: why Norway keeps a border shut is Norway's to tell.
func reasonsOf(q statements.Query, good []*scored) []*scored {
	land := ""
	if len(q.Speakers) == 0 {
		land = whyOf(q)
	}
	theirs := func(s *scored) bool {
		state, _, ok := english().lexicon.StateOf(text.Fold(s.found.Statement.Speaker))
		return ok && strings.EqualFold(state, land) || speaksFor(land, s.found)
	}
	if land == "" || !slices.ContainsFunc(good, theirs) {
		return good
	}
	return slices.DeleteFunc(good, func(s *scored) bool { return !theirs(s) })
}

// speaksFor reports whether who said f holds an office of a land, as the article
// says, or is such an office.
func speaksFor(land string, f statements.Found) bool {
	if st := f.Statement; officialOf(land, roleWords(st.Speaker)) || seatOf(st.Speaker+" "+st.Role) == land && !unofficial(roleWords(st.Role)) {
		return true
	}
	return slices.ContainsFunc(traits(f), func(t trait) bool {
		return officialOf(land, t.words())
	}) || ofItsBody(land, f) || inItsCapital(land, f)
}

// inItsCapital reports whether the sentence says before an office or a body of no land that
// it is in one: "In Vell, the foreign ministry said".
func inItsCapital(land string, f statements.Found) bool {
	place, after, ok := strings.Cut(beforeSource(f), ",")
	place, in := strings.CutPrefix(place, "In ")
	if !ok || !in || strings.TrimSpace(after) != "" {
		return false
	}
	state, _, known := english().lexicon.StateOf(text.Fold(place))
	words := roleWords(f.Statement.Source.Of(f.Article.Text))
	return known && strings.EqualFold(state, land) && !unofficial(words) && slices.ContainsFunc(words, func(w string) bool {
		return english().is(w, "official") || english().lexicon.Flags(w)&lexicon.Body != 0
	})
}

// ofItsBody reports whether who said f is of a body that the article calls a land's
// before: "China's foreign ministry … the ministry's spokeswoman".
func ofItsBody(land string, f statements.Found) bool {
	d := english()
	body, _, ok := itsBody(f.Statement.Role)
	end := f.Statement.Source.Start
	if !ok || d.lexicon.Flags(body)&lexicon.Body == 0 || end > len(f.Article.Text) || unofficial(roleWords(f.Statement.Role)) {
		return false
	}
	ws := text.Words(f.Article.Text[:end])
	for i := len(ws) - 1; i > 0; i-- {
		if ws[i].Folded != body {
			continue
		}
		for k := i - 1; k >= max(0, i-longestBody); k-- {
			if state, _, is := d.lexicon.StateOf(strings.TrimSuffix(ws[k].Folded, "'s")); is {
				return strings.EqualFold(state, land)
			}
		}
	}
	return false
}

// longestBody is how many words stand between a land and its body at most: "China's
// foreign ministry".
const longestBody = 3

// officialOf reports whether words of a role are of an office of a land.
func officialOf(land string, words []string) bool {
	d := english()
	return slices.Contains(words, land) &&
		slices.ContainsFunc(words, func(w string) bool { return d.is(w, "official") }) &&
		!unofficial(words)
}

// unofficial reports whether words of a role say that it is no office, or is held
// no more.
func unofficial(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return english().is(w, "unofficial") })
}

// seatOf is the land whose government is called so in words, or "".
func seatOf(words string) string {
	have := " " + strings.Join(outletWords(words), " ") + " "
	for _, s := range english().lists["seat"] {
		seat, land, _ := strings.Cut(s, "=")
		if strings.Contains(have, " "+seat+" ") {
			return strings.ToLower(land)
		}
	}
	return ""
}
