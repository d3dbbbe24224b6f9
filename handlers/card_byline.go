package handlers

import (
	"fmt"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// sure is the confidence under which a speaker gets a "Probably", where the
// operator has set no other.
const sure = 0.7

// weighed gives found as cards read it for an operator whose line is another
// one: what reaches that line is sure, what does not is not.
func weighed(found []statements.Found, line float64) []statements.Found {
	if line == 0 || line == sure {
		return found
	}
	out := append([]statements.Found(nil), found...)
	for i := range out {
		c := &out[i].Statement.Confidence
		*c = map[bool]float64{true: 1, false: 0}[*c >= line]
	}
	return out
}

// doubtful reports whether a card has to say that the speaker is inferred.
func doubtful(s statements.Statement) bool {
	switch s.Known {
	case statements.Unresolved:
		return false // says so in another way
	case statements.Inferred:
		return true
	}
	return s.Confidence < sure
}

// nameOf is who spoke, in bold: a name, or Unnamed with the article's words.
func nameOf(in locales.Tongue, a statements.Article, s statements.Statement) []Run {
	if unnamed(s) {
		runs := []Run{{Text: in.Say("Unnamed"), Bold: true}}
		if who := short(whose(sourceOf(a, s), s.Role), mostRole); who != "" {
			runs = append(runs, Run{Text: ", ‘" + who + "’"})
		}
		return runs
	}
	var runs []Run
	if doubtful(s) {
		runs = append(runs, Run{Text: in.Say("Probably"), Italic: true}, Run{Text: " "})
	}
	return append(runs, Run{Text: short(s.Speaker, mostName), Bold: true})
}

// whose is a role where it says more of a source than the source itself: of
// "the spokesman" the article has said before whose he is.
func whose(source, role string) string {
	have, more := strings.Fields(source), strings.Fields(role)
	if len(have) == 0 || len(more) <= len(have) || !strings.EqualFold(have[len(have)-1], more[len(more)-1]) {
		return source
	}
	return role
}

// byline is who spoke, with the role of that day.
func byline(in locales.Tongue, a statements.Article, s statements.Statement) []Run {
	runs := nameOf(in, a, s)
	if role := short(s.Role, mostRole); role != "" && s.Speaker != "" && s.Known != statements.Unresolved {
		runs = append(runs, Run{Text: ", " + role})
	}
	return runs
}

// kindNote is what stands behind a byline; nothing for verbatim.
func kindNote(in locales.Tongue, s statements.Statement) string {
	switch kindOf(s) {
	case statements.Mixed:
		return in.Say(" · partly verbatim")
	case statements.Indirect:
		return in.Say(" · reported")
	}
	return ""
}

// kindWords is the kind in a footer.
func kindWords(in locales.Tongue, s statements.Statement, cut bool) string {
	words := in.Say("verbatim")
	switch kindOf(s) {
	case statements.Mixed:
		words = in.Say("partly verbatim")
	case statements.Indirect:
		words = in.Say("reported")
	}
	if doubtful(s) {
		words += in.Say(", speaker inferred")
	}
	if s.Known == statements.Unresolved {
		words += in.Say(", speaker not named")
	}
	if cut {
		words += in.Say(", cut")
	}
	return words
}

// howKnown says how a doubtful speaker is known.
func howKnown(in locales.Tongue, a statements.Article, s statements.Statement) string {
	who := short(sourceOf(a, s), mostRole)
	switch {
	case s.Known == statements.Carried:
		return in.Say("Speaker taken over from the statement before")
	case s.Known == statements.ByName:
		return in.Say("Speaker named near by; the sentence can be read in two ways")
	case who != "":
		return in.Say("Speaker inferred from ‘%s’", who)
	}
	return in.Say("Speaker inferred: the article names nobody right there")
}

// sourceOf is the words that the article has for who spoke.
func sourceOf(a statements.Article, s statements.Statement) string {
	if !boundary(a.Text, s.Source.Start) || !boundary(a.Text, s.Source.End) {
		return ""
	}
	return s.Source.Of(a.Text)
}

// accentOf is the colour of a kind.
func accentOf(s statements.Statement) Accent {
	if kindOf(s) == statements.Indirect {
		return Reported
	}
	return Spoken
}

// saidOn is when and where, as an alert tells it.
func saidOn(in locales.Tongue, s statements.Statement) string {
	place := short(s.Place, mostName)
	switch {
	case s.SaidOn.IsZero() && place == "":
		return in.Say("Date and place not given")
	case s.SaidOn.IsZero():
		return in.Say("Said in %s, date not given", place)
	case place == "":
		return in.Say("Said on %s, place not given", in.Day(s.SaidOn))
	}
	return in.Say("Said in %s on %s", place, in.Day(s.SaidOn))
}

// dated is when and where, as a list tells it. A day that is not known is not
// guessed: the day of publication is called so.
func dated(in locales.Tongue, f statements.Found) string {
	var when string
	switch p := f.Article.Published; {
	case !f.Statement.SaidOn.IsZero():
		when = in.Day(f.Statement.SaidOn)
	case !p.IsZero():
		when = in.Say("published %s", in.Day(statements.DateOf(p.Time)))
	default:
		when = in.Say("date not given")
	}
	if place := short(f.Statement.Place, mostName); place != "" {
		when += ", " + place
	}
	return when
}

// outletRuns is the outlet as a link, and how many others there are.
func outletRuns(in locales.Tongue, a statements.Article, others int) []Run {
	runs := []Run{{Text: outlet(in, a), Link: link(a.URL)}}
	if others > 0 {
		return runsIn{in}.Say("%s and %s more", runs, others)
	}
	return runs
}

// outlet is the article's outlet for people.
func outlet(in locales.Tongue, a statements.Article) string {
	if name := short(a.Outlet, mostName); name != "" {
		return name
	}
	return in.Say("an outlet without a name")
}

// link lets only links of the web through, of a length that fits a card.
func link(url string) string {
	if len(url) > mostLink || !isWeb(url) {
		return ""
	}
	return url
}

// isWeb reports whether url may be an address of the web.
func isWeb(url string) bool {
	return (strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://")) &&
		!strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || r == '<' || r == '>' || r == 0x7f })
}

// no is a statement's number as cards show it.
func no(in locales.Tongue, id int64) string { return in.Say("No. %s", fmt.Sprint(id)) }
