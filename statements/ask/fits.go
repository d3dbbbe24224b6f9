package ask

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// fits reports whether f passes the filters of q: speaker, dates, outlets and
// kinds.
func fits(q statements.Query, f statements.Found) bool {
	return fitsSpeaker(q, f) && fitsDays(q, f) && fitsOutlet(q, f) && fitsKind(q, f)
}

func fitsSpeaker(q statements.Query, f statements.Found) bool {
	if len(q.Speakers) == 0 {
		return true
	}
	for _, s := range q.Speakers {
		if isSpeaker(s, f) {
			return true
		}
	}
	return false
}

// isSpeaker reports whether s said f. A speaker without an ID is known by the
// name or the role that was typed.
func isSpeaker(s statements.Speaker, f statements.Found) bool {
	st := f.Statement
	if s.ID != 0 {
		return s.ID == f.SpeakerID || st.Speaker != "" && speakers.Key(s.Name) == speakers.Key(st.Speaker)
	}
	if st.Speaker != "" && !describes(s.Name) && speakers.Same(s.Name, st.Speaker) {
		return true
	}
	return describes(s.Name) && (holdsAll(st.Role, s.Name) || holdsAll(st.Source.Of(f.Article.Text), s.Name))
}

// describes reports whether words are a role rather than a name.
func describes(words string) bool {
	d := english()
	for _, w := range text.Words(words) {
		if isRole(d.lexicon, strings.TrimSuffix(w.Folded, "'s")) {
			return true
		}
	}
	return strings.ToLower(words) == words && strings.Contains(words, " ")
}

// wideRange is from how many days on a statement of unknown day may be dated
// by its article: one that was published within a year was said about then,
// one that was published on a day may be older.
const wideRange = 7

func fitsDays(q statements.Query, f statements.Found) bool {
	if q.Since.IsZero() && q.Until.IsZero() {
		return true
	}
	d := f.Statement.SaidOn
	if d.IsZero() {
		if !q.Since.IsZero() && !q.Until.IsZero() && q.Until.Before(q.Since.AddDays(wideRange-1)) {
			return false
		}
		d = dayOf(f)
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
