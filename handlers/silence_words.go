package handlers

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// clock is a moment in words: the hour, and the day where it is another.
func (w silenceWords) clock(in locales.Tongue, t time.Time) string {
	t = t.In(w.zone)
	if statements.DateOf(t) == statements.DateOf(w.now.In(w.zone)) {
		return in.Layout("15:04 MST", t)
	}
	return in.Layout("2 Jan 15:04 MST", t)
}

func healthy(in locales.Tongue, h *statements.Hush) string {
	if h.Feeds == 1 && h.Healthy == 0 {
		return in.Say("It is the only source.")
	}
	return healthyOf(in, h.Healthy, h.Feeds)
}

// healthyOf is how many of the sources are healthy, as a sentence.
func healthyOf(in locales.Tongue, n, feeds int) string {
	if n == 1 {
		return in.Count(feeds, "1 of %s source is healthy.", "1 of %s sources is healthy.")
	}
	return in.Count(feeds, "%[2]s of %[1]s source are healthy.", "%[2]s of %[1]s sources are healthy.", n)
}

func healthyShort(in locales.Tongue, h *statements.Hush) string {
	return in.Count(h.Feeds, "%[2]s of %[1]s source healthy", "%[2]s of %[1]s sources healthy", h.Healthy)
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

// headed is a headline in bold with a name in it that came from outside. Where
// there is nothing in the name that a surface would have to escape, the whole is
// as harmless as our own words, and its clock stays readable in a notification.
func headed(headline, name string) []Run {
	return []Run{{Text: headline, Bold: true, Ours: !strings.ContainsAny(name, ":()[]<>/")}}
}

// lasted writes a length to the minute: 5 h 34 min.
func lasted(in locales.Tongue, d time.Duration) string {
	if d = d.Round(time.Minute); d < time.Hour || d >= 48*time.Hour {
		return in.Span(d)
	}
	if m := int(d.Minutes()) % 60; m > 0 {
		return in.Say("%s h %s min", int(d.Hours()), m)
	}
	return in.Say("%s h", int(d.Hours()))
}

// status finds the number that a server refuses with.
var status = regexp.MustCompile(`\(status (5\d\d)\)`)

// saidWhy is the reason of a silence for a place where everybody reads, as a
// sentence: the address, which may be nobody's business, is the server's.
func saidWhy(in locales.Tongue, q statements.Quieted) string {
	why, code, theirs := reasonOf(q)
	switch {
	case code != "":
		return in.Say("Their server answers %s.", code)
	case theirs:
		why = serversReason(in, statements.Say("Their server"), why, in.Say("Their server %s", why))
	case why == "":
		return in.Say("No reason is known.")
	default:
		why = in.Tell(statements.Retold(why))
	}
	if !q.Theirs {
		why = in.Say("%s (our side)", why)
	}
	return short(raised(why), mostContext) + "."
}

// saidWhyItWas is the reason of a silence that is over, as a clause.
func saidWhyItWas(in locales.Tongue, q statements.Quieted) string {
	why, code, theirs := reasonOf(q)
	switch {
	case code != "":
		return in.Say("their server answered %s", code)
	case why == "":
		return in.Say("no reason is known")
	case in != locales.English && theirs:
		why = serversReason(in, statements.Say("their server"), why, in.Say("their server %s", why))
	case in != locales.English:
		why = in.Tell(statements.Retold(why))
	case theirs:
		why = in.Say("their server %s", past(why))
	default:
		why = lowered(why)
	}
	if !q.Theirs {
		why = in.Say("%s (our side)", why)
	}
	return short(why, mostContext)
}

// serversReason is what was written of their server, which server stands for;
// else where it cannot be read again.
func serversReason(in locales.Tongue, server statements.Said, why, unread string) string {
	const stands = "server.example"
	reason := statements.Retold(stands + " " + why)
	if len(reason.Args) == 0 || reason.Args[0] != any(stands) {
		return unread
	}
	reason.Args[0] = server
	return in.Tell(reason)
}

// reasonOf takes a written reason apart: the code that a server refuses with, or
// what was written, which tells of their server if the address stood before it.
func reasonOf(q statements.Quieted) (why, code string, theirs bool) {
	why, _, _ = strings.Cut(strings.TrimSpace(q.Why), ". ")
	why = strings.TrimRight(why, ". ")
	if m := status.FindStringSubmatch(why); m != nil {
		return "", m[1], true
	}
	host := hostOf(q.URL)
	if at, rest, ok := strings.Cut(why, " "); ok && strings.Contains(at, ".") && (host == "" || strings.Contains(at, host)) {
		return rest, "", true
	}
	return why, "", false
}

// past turns the English words of a failure into those of one that is over.
func past(why string) string {
	verb, rest, _ := strings.Cut(why, " ")
	for _, v := range []struct{ is, was string }{
		{"answers", "answered"}, {"has", "had"}, {"does", "did"}, {"says", "said"}, {"is", "was"}, {"refuses", "refused"}, {"cannot", "could not"},
	} {
		if verb == v.is {
			verb = v.was
		}
	}
	return strings.TrimSpace(verb + " " + rest)
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
