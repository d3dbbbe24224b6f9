package handlers

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// clock is a moment in words: the hour, and the day where it is another.
func (w silenceWords) clock(t time.Time) string {
	t = t.In(w.zone)
	if statements.DateOf(t) == statements.DateOf(w.now.In(w.zone)) {
		return t.Format("15:04 MST")
	}
	return t.Format("2 Jan 15:04 MST")
}

func healthy(in locales.Tongue, h *statements.Hush) string {
	switch {
	case h.Feeds == 1 && h.Healthy == 0:
		return in.Say("It is the only source")
	case h.Healthy == 1:
		return in.Say("1 of %s is healthy", in.Count(h.Feeds, "%s source", "%s sources"))
	}
	return in.Say("%s of %s are healthy", h.Healthy, in.Count(h.Feeds, "%s source", "%s sources"))
}

func healthyShort(in locales.Tongue, h *statements.Hush) string {
	return in.Say("%s of %s healthy", h.Healthy, in.Count(h.Feeds, "%s source", "%s sources"))
}

// sourceName is what people call a source.
func sourceName(in locales.Tongue, q statements.Quieted) string {
	switch {
	case q.Feed == 0:
		return in.Say("Our network")
	case q.Name != "":
		return short(q.Name, mostName)
	}
	return hostOf(q.URL)
}

// sourceRuns is a source in bold, and bold are words of ours that are.
func sourceRuns(in locales.Tongue, q statements.Quieted) []Run {
	return []Run{{Text: sourceName(in, q), Bold: true}}
}
func bold(words string) []Run { return []Run{{Text: words, Bold: true, Ours: true}} }

// headed is a headline in bold with a name that came from outside. Where there
// is nothing in the name that a surface would have to escape, the whole is as
// harmless as our own words, and its clock stays readable in a notification.
func headed(before, name, after string) []Run {
	return []Run{{Text: before + name + after, Bold: true, Ours: !strings.ContainsAny(name, ":()[]<>/")}}
}

// lasted writes a length to the minute: 5 h 34 min.
func lasted(in locales.Tongue, d time.Duration) string {
	if d = d.Round(time.Minute); d < time.Hour || d >= 48*time.Hour {
		return in.Span(d)
	}
	if m := int(d.Minutes()) % 60; m > 0 {
		return in.Say("%s h %s min", int(d.Hours()), m)
	}
	return fmt.Sprintf("%d h", int(d.Hours()))
}

// status finds the number that a server refuses with.
var status = regexp.MustCompile(`\(status (5\d\d)\)`)

// saidWhy is the reason of a silence for a place where everybody reads: the
// address, which may be nobody's business, is the server's.
func saidWhy(in locales.Tongue, q statements.Quieted) string {
	why, _, _ := strings.Cut(strings.TrimSpace(q.Why), ". ")
	why = strings.TrimRight(why, ". ")
	if m := status.FindStringSubmatch(why); m != nil {
		return in.Say("Their server answers %s", m[1])
	}
	host := hostOf(q.URL)
	if at, rest, ok := strings.Cut(why, " "); ok && strings.Contains(at, ".") && (host == "" || strings.Contains(at, host)) {
		why = in.Say("Their server %s", rest)
	}
	switch {
	case why == "":
		return in.Say("No reason is known")
	case !q.Theirs:
		why += in.Say(" (our side)")
	}
	return short(raised(why), mostContext)
}

// past turns the words of a failure into those of one that is over.
func past(in locales.Tongue, why string) string {
	rest, ok := strings.CutPrefix(why, "their server ")
	if !ok {
		return why
	}
	verb, rest, _ := strings.Cut(rest, " ")
	for _, v := range []struct{ is, was string }{
		{"answers", "answered"}, {"has", "had"}, {"does", "did"}, {"says", "said"}, {"is", "was"}, {"refuses", "refused"}, {"cannot", in.Say("could not")},
	} {
		if verb == v.is {
			verb = v.was
		}
	}
	return strings.TrimSpace("their server " + verb + " " + rest)
}

func raised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n < 1 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowered(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n < 1 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// sentence is a clause as a sentence.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return raised(s) + "."
}
