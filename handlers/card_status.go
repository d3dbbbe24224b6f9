package handlers

import (
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// mostWatches is how many watches a status names.
const mostWatches = 10

// Status is what /status tells one server.
type Status struct {
	Stats   statements.Stats
	Watches []statements.Watch // of this server alone; in a direct message the asker's own
	Server  bool               // asked in a server, not in a direct message
	Started time.Time          // of this process; zero is unknown
	Version string
	Tested  []statements.Tested // watches that were reviewed here
	Failing []string            // feeds that cannot be read
	Unread  []string            // feeds that were added and are not read yet
	// Less are the feeds that bring less than they should; CutOff counts those
	// that our own network keeps from us.
	Less   []string
	CutOff int
	Closed []statements.Notice // places of this server that refuse our messages
	Held   int                 // alerts that wait for a digest or another hour here
}

// StatusCard says what is on record, what is watched here, and whether
// anything waits or fails.
func StatusCard(in locales.Tongue, s Status, now time.Time) Card {
	cov := s.Stats.Coverage
	c := Card{Form: FormStatus}
	running := in.Say("Running.")
	if !s.Started.IsZero() {
		running = in.Say("Running for %s.", now.Sub(s.Started))
	}
	sums := []string{in.Say("%s, %s healthy", in.Count(cov.Feeds, "%s feed", "%s feeds"), cov.Healthy)}
	if s.Server {
		sums = append(sums, in.Count(len(s.Watches), "%s watch here", "%s watches here"))
	}
	sums = append(sums, waiting(in, s.Stats.Waiting, s.Held))
	c.Lead = []Block{{Runs: []Run{{Text: running, Bold: true}, {Text: " " + strings.Join(sums, "; ")}}}}
	c.Fields = append(c.Fields, Field{Name: in.Say("On record"), Body: onRecord(in, s.Stats)})
	feeds := func(name string, list []string) {
		if len(list) > 0 {
			c.Fields = append(c.Fields, Field{Name: name, Body: []Block{{Runs: []Run{{Text: in.List(shortAll(list), 5)}}}}})
		}
	}
	feeds(in.Say("Failing"), s.Failing)
	feeds(in.Say("Not read yet"), s.Unread)
	if len(s.Closed) > 0 {
		c.Accent = Trouble
		c.Fields = append(c.Fields, closedField(in, s.Closed))
	}
	if s.CutOff > 0 {
		c.Fields = append(c.Fields, Field{Name: in.Say("Our own network is down"), Body: []Block{{Runs: []Run{{Text: in.Say("%s could not be reached; nothing is put off", in.Count(s.CutOff, "%s feed", "%s feeds"))}}}}})
	}
	if len(s.Less) > 0 {
		c.Fields = append(c.Fields, Field{Name: in.Say("Damaged or quiet"), Body: []Block{{Runs: runsIn{in}.Say("%s: %s says why", in.List(shortAll(s.Less), 5), command("feed list"))}}})
	}
	if s.Server {
		c.Fields = append(c.Fields, Field{Name: in.Say("Watched here"), Body: watchedHere(in, s.Watches)})
	} else if len(s.Watches) > 0 {
		c.Fields = append(c.Fields, Field{Name: in.Say("You follow"), Body: watchedHere(in, s.Watches)})
	}
	if lines := testedLines(in, s.Tested); lines != nil {
		c.Fields = append(c.Fields, Field{Name: in.Say("Watches, as the team reviewed them"), Body: lines})
	}
	if s.Version != "" {
		c.Footer = in.Say("onrecord %s", s.Version)
	}
	return c
}

func waiting(in locales.Tongue, n, held int) string {
	here := ""
	if held > 0 {
		here = in.Say("%s here", alertsWait(in, held))
	}
	switch {
	case n > 0 && held > 0:
		here += "; "
	case held > 0:
		return here + "."
	case n == 0:
		return in.Say("nothing waits to be sent.")
	}
	return here + in.Count(n, "%s message waits to be sent.", "%s messages wait to be sent.")
}

func onRecord(in locales.Tongue, s statements.Stats) []Block {
	text := in.Say("%s and %s", in.Count(s.Coverage.Articles, "%s article", "%s articles"), in.Count(s.Coverage.Statements, "%s statement", "%s statements"))
	if s.Speakers > 0 {
		text = in.Count(s.Speakers, "%[2]s of %[1]s speaker", "%[2]s of %[1]s speakers", text)
	}
	if !s.Coverage.From.IsZero() {
		text = in.Say("%s since %s", text, s.Coverage.From)
	}
	out := []Block{{Runs: []Run{{Text: text}}}}
	if !s.LastArticle.IsZero() {
		out = append(out, Block{Runs: runsIn{in}.Say("Last article %s", Run{Ago: s.LastArticle})})
	}
	return out
}

func watchedHere(in locales.Tongue, ws []statements.Watch) []Block {
	if len(ws) == 0 {
		return []Block{{Runs: runsIn{in}.Say("Nothing yet; %s begins it", command("watch add"))}}
	}
	var out []Block
	for i, w := range ws {
		if i == mostWatches {
			return append(out, Block{Look: Small, Runs: []Run{{Text: in.Say("and %s more", len(ws)-i)}}})
		}
		out = append(out, Block{Runs: runsIn{in}.Say("%s, in %s", watchRuns(in, w), placeRun(in, w.Place))})
	}
	return out
}

func shortAll(names []string) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		out = append(out, short(n, mostName))
	}
	return out
}
