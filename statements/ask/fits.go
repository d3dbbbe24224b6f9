package ask

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// fits reports whether f passes the filters of q but for the speaker.
func fits(q statements.Query, f statements.Found) bool {
	return fitsDays(q, f) && fitsOutlet(q, f) && fitsKind(q, f)
}

// asked is who is asked for.
type asked struct {
	speakers []statements.Speaker
	left     int64                // who alone bears the role that was typed, without what was said of them
	talked   map[int64]bool       // who bears a role that is talked about
	stale    map[int64]bool       // who bears the role no more, or not yet: "the new mayor" is another
	byRole   map[int64]bool       // who bore the role that was typed, in some candidate
	spoken   []statements.Speaker // who speaks for the bodies that are asked for
	titled   map[int64]bool       // who bears the role in the words that were typed; nil where nobody does
}

func askedFor(q statements.Query, candidates []statements.Found) asked {
	q = asEnglish(q)
	a := asked{speakers: q.Speakers, byRole: map[int64]bool{}}
	for _, s := range q.Speakers {
		if s.ID != 0 || !describes(s.Name) || english().land(s.Name) != "" {
			continue
		}
		for _, words := range wordings(s.Name) {
			maps.Copy(a.byRole, describe(words).meant(candidates))
		}
		if len(q.Speakers) == 1 {
			a.titled = bearersOf(s.Name, candidates)
		}
		if len(a.byRole) == 0 {
			a.left = describe(s.Name).left(candidates)
		}
		if since(s.Name) {
			a.stale = a.notFresh(s, candidates)
		}
	}
	a.spoken = SpokenFor(q)
	for _, s := range a.spoken {
		maps.Copy(a.byRole, describe(s.Name).meant(candidates))
	}
	return a
}

// Holders are the speakers of the candidates who bear a role that q asks for
// without a name. What else they said is worth another search.
func Holders(q statements.Query, candidates []statements.Found) []statements.Speaker {
	var out []statements.Speaker
	bear := askedFor(q, candidates).byRole
	for _, f := range candidates {
		if bear[f.SpeakerID] {
			out = append(out, statements.Speaker{ID: f.SpeakerID, Name: f.Statement.Speaker})
			delete(bear, f.SpeakerID)
		}
	}
	return out
}

// bearersOf gives who bears a role in these very words, of those who are asked for by
// several wordings of it: the foreign secretary is no other land's foreign minister.
// It is nil where nobody does.
func bearersOf(role string, candidates []statements.Found) map[int64]bool {
	words := outletWords(role)
	typed := strings.Join(words, " ")
	if len(words) < 2 || english().lexicon.SameRole(typed) == typed {
		return nil
	}
	typed = " " + typed + " "
	var out map[int64]bool
	for _, f := range candidates {
		if f.SpeakerID == 0 || !strings.Contains(" "+strings.Join(outletWords(f.Statement.Role), " ")+" ", typed) {
			continue
		}
		if out == nil {
			out = map[int64]bool{}
		}
		out[f.SpeakerID] = true
	}
	return out
}

// said reports whether one of those who are asked for said f.
func (a asked) said(f statements.Found) bool {
	if a.stale[f.SpeakerID] || a.titled != nil && f.SpeakerID != 0 && !a.titled[f.SpeakerID] {
		return false
	}
	if len(a.speakers) == 0 || f.SpeakerID != 0 && a.byRole[f.SpeakerID] {
		return true
	}
	for _, s := range a.speakers {
		if spoke(s, f) {
			return true
		}
	}
	return f.SpeakerID == 0 && slices.ContainsFunc(a.spoken, func(s statements.Speaker) bool { return spoke(s, f) })
}

// spoke reports whether s said f. A speaker without an ID is known by the name
// that was typed, or by how the text of the article calls the source.
func spoke(s statements.Speaker, f statements.Found) bool {
	st := f.Statement
	switch {
	case s.ID != 0:
		return s.ID == f.SpeakerID || st.Speaker != "" && (speakers.Key(s.Name) == speakers.Key(st.Speaker) || sameBody(s.Name, st.Speaker))
	case sameBody(s.Name, st.Speaker):
		return true
	case english().land(s.Name) != "":
		return english().land(s.Name) == english().land(st.Speaker)
	case describes(s.Name):
		return slices.ContainsFunc(wordings(s.Name), func(words string) bool { return described(f, words) }) ||
			st.Speaker != "" && !strings.Contains(s.Name, " ") && speakers.Same(s.Name, st.Speaker)
	}
	return st.Speaker != "" && (speakers.Same(s.Name, st.Speaker) || initials(st.Speaker) == s.Name)
}

// initials are the first letters of a name of three words or more, as its short
// form has them: FAO of the Food and Agriculture Organization.
func initials(name string) string {
	out := ""
	for w := range strings.FieldsSeq(name) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			out += string(r)
		}
	}
	if len(out) < 3 {
		return ""
	}
	return out
}

// described reports whether f is said by who bears the role that words describe,
// whether the archive has a name for them or not.
func described(f statements.Found, words string) bool {
	st := f.Statement
	return bears(f, words) || st.Speaker == "" && (alsoOwned(f, words) || ofItsOwn(f, words) || HoldsRole(st.Source.Of(f.Article.Text), words) || describe(words).likenessOf(f) == surely)
}

// describes reports whether words are a role rather than a name.
func describes(words string) bool {
	d := english()
	for _, w := range text.Words(words) {
		if f := strings.TrimSuffix(w.Folded, "'s"); isRole(d.lexicon, f) {
			return true
		}
	}
	return strings.ToLower(words) == words
}

// fitsDays reports whether f was said within the days of q. A statement of
// unknown day is dated by its article: most are said on the day of their report,
// who asks for yesterday means yesterday's news too, and the card says
// "published". What the report tells as past was said before its day.
func fitsDays(q statements.Query, f statements.Found) bool {
	if q.Since.IsZero() && q.Until.IsZero() {
		return true
	}
	d := f.Statement.SaidOn
	if first, last, ok := monthOf(f); ok && d.IsZero() {
		return (q.Since.IsZero() || !first.Before(q.Since)) && (q.Until.IsZero() || !q.Until.Before(last))
	}
	if d.IsZero() {
		if d = dayOf(f); mayPrecede(f, d, q.Since) {
			return false
		}
	}
	if d.IsZero() {
		return false
	}
	return (q.Since.IsZero() || !d.Before(q.Since)) && (q.Until.IsZero() || !q.Until.Before(d))
}

func fitsOutlet(q statements.Query, f statements.Found) bool {
	if len(q.Outlets) == 0 {
		return true
	}
	names := []string{f.Article.Outlet, f.Article.URL}
	for _, o := range f.Also {
		names = append(names, o.Name, o.URL)
	}
	for _, o := range q.Outlets {
		for _, n := range names {
			if text.Fold(n) == text.Fold(o) || strings.Contains(n, "://") && hostOf(n) == hostOf(o) {
				return true
			}
		}
	}
	return false
}

// hostOf is the host of an address, without "www.".
func hostOf(url string) string {
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	if i := strings.IndexAny(url, "/?#"); i >= 0 {
		url = url[:i]
	}
	return strings.TrimPrefix(strings.ToLower(url), "www.")
}

func fitsKind(q statements.Query, f statements.Found) bool {
	if len(q.Kinds) == 0 {
		return true
	}
	for _, k := range q.Kinds {
		if k == f.Statement.Kind {
			return true
		}
	}
	return false
}

// lastFolded is the last word of a name, folded.
func lastFolded(name string) string {
	ws := text.Words(name)
	if len(ws) == 0 {
		return ""
	}
	return strings.TrimSuffix(ws[len(ws)-1].Folded, "'s")
}
