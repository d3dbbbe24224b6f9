package dates

import (
	"slices"
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// named gives whom the lead calls by a role, and the next paragraph by a name and
// nothing else, one day: "The mayor of Sedge said on Thursday that … / “It is late,”
// Ann Lee told reporters." A name that nothing describes must have been brought up.
func (r *Report) named() {
	at := r.firstNamed()
	if at < 0 {
		return
	}
	v := &r.said[at]
	for i := at - 1; i >= 0 && !r.sentence(i).Headline; i-- {
		switch u := &r.said[i]; {
		case r.open(at) && !u.letter && !u.before:
			v.Day = u.Day
		case r.open(i) && r.spreads(at):
			u.Day = v.Day
		}
	}
}

// namedAfter gives whom a sentence calls by a role, and the next one of its paragraph
// by a name and nothing else, one day: "The committee's chair disagreed on Thursday. Ann
// Lee told the minister".
func (r *Report) namedAfter() {
	for i := 1; i < len(r.said); i++ {
		u, o := &r.said[i], &r.said[i-1]
		s, b := r.sentence(i), r.sentence(i-1)
		if r.open(i) && r.para(i) == r.para(i-1) && u.Sentence == o.Sentence+1 && !o.Day.IsZero() && !o.letter && !o.before && !s.Headline &&
			r.role(o, b, "") != "" && r.bareName(u, s) && !r.another(u, s) && !stance(s, r, u) {
			u.Day = o.Day
		}
	}
}

// firstNamed is the first statement after those of the lead, if that tells of one
// person by a role and this names them; -1 is none.
func (r *Report) firstNamed() int {
	n, role := r.lead(), ""
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		switch {
		case s.Headline:
		case u.Sentence == n:
			if role = r.role(u, s, role); role == "" {
				return -1
			}
		case role == "" || s.Para != r.Sents[n].Para+1 || !r.bareName(u, s) && !r.sameRole(role, u, s) || r.another(u, s) || stance(s, r, u):
			return -1
		default:
			return i
		}
	}
	return -1
}

// role is the source of u where that is one person told by a role, and nobody else
// than before it; "" is none.
func (r *Report) role(u *Utterance, s *cues.Sentence, before string) string {
	source := strings.ToLower(u.Source.Of(r.Src))
	if before != "" && (u.Source.IsZero() || source == before || pronouns[source]) {
		return before
	}
	if before == "" && u.Speaker == "" && strings.HasPrefix(source, "one of ") && strings.HasSuffix(source, "s") {
		return source // "one of its commissioners"
	}
	if before != "" || u.Speaker != "" && !strings.EqualFold(u.Speaker, source) {
		return "" // somebody else, or known already
	}
	for k := r.itemAt(s, u.Source.Start); k < r.itemAt(s, u.Source.End); k++ {
		if s.Is(k, lexicon.Role) && !s.Is(k, lexicon.Group) {
			return source
		}
		if s.Is(k, lexicon.Group|lexicon.Coordinator|lexicon.PronounRelative) {
			return ""
		}
	}
	return ""
}

// bareName reports whether the source of u is a name of two words or more that the
// text has not had, with no word about who that is.
func (r *Report) bareName(u *Utterance, s *cues.Sentence) bool {
	words, last, over := 0, "", false
	for k := r.itemAt(s, u.Source.Start); k < r.itemAt(s, u.Source.End); k++ {
		switch over = over || s.Mark(k, ","); {
		case s.Is(k, lexicon.Role|lexicon.Office|lexicon.Body):
			return false
		case over:
		case !s.Items[k].Cap || s.Items[k].Kind == text.Clitic || s.Is(k, lexicon.Demonym|lexicon.Place|lexicon.OrganisationWord|lexicon.Determiner):
			return false
		default:
			words, last = words+1, s.Lower(k)
		}
	}
	return words > 1 && !r.toldBefore(last, u.Sentence)
}

// sameRole reports whether the source of u is a name that the text has not had, with
// the role that the lead has, and no other: "one of its commissioners", "Ann Lee,
// commissioner for boats".
func (r *Report) sameRole(role string, u *Utterance, s *cues.Sentence) bool {
	words := strings.Fields(role)
	head := strings.TrimSuffix(words[len(words)-1], "s")
	first, end := r.itemAt(s, u.Source.Start), r.itemAt(s, u.Source.End)
	return u.Speaker != "" && first < end && s.Items[first].Cap && !r.toldBefore(u.surname(), u.Sentence) &&
		slices.ContainsFunc(s.Items[first:end], func(it cues.Item) bool { return it.Lower == head })
}

// toldBefore reports whether the text has a name before sentence n.
func (r *Report) toldBefore(name string, n int) bool {
	for i := range n {
		for k := range r.Sents[i].Items {
			if r.Sents[i].Items[k].Cap && r.Sents[i].Lower(k) == name && !r.Sents[i].Headline {
				return true
			}
		}
	}
	return false
}
