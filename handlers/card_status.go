package handlers

import (
	"fmt"
	"time"

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
	// Less are the feeds that bring less than they should; CutOff counts those
	// that our own network keeps from us.
	Less   []string
	CutOff int
	Closed []statements.Notice // places of this server that refuse our messages
}

// StatusCard says what is on record, what is watched here, and whether
// anything waits or fails.
func StatusCard(s Status, now time.Time) Card {
	cov := s.Stats.Coverage
	c := Card{Form: FormStatus}
	running := "Running."
	if !s.Started.IsZero() {
		running = "Running for " + span(now.Sub(s.Started)) + "."
	}
	sum := fmt.Sprintf(" %s, %d healthy; ", count(cov.Feeds, "feed"), cov.Healthy)
	if s.Server {
		sum += watchCount(len(s.Watches)) + " here; "
	}
	c.Lead = []Block{{Runs: []Run{{Text: running, Bold: true}, {Text: sum + waiting(s.Stats.Waiting)}}}}
	c.Fields = append(c.Fields, Field{Name: "On record", Body: onRecord(s.Stats)})
	if len(cov.Failing) > 0 {
		c.Fields = append(c.Fields, Field{Name: "Failing", Body: []Block{{Runs: []Run{{Text: list(shortAll(cov.Failing), 5)}}}}})
	}
	if len(s.Closed) > 0 {
		c.Accent = Trouble
		c.Fields = append(c.Fields, closedField(s.Closed))
	}
	if s.CutOff > 0 {
		c.Fields = append(c.Fields, Field{Name: "Our own network is down", Body: []Block{{Runs: []Run{{Text: count(s.CutOff, "feed") + " could not be reached; nothing is put off"}}}}})
	}
	if len(s.Less) > 0 {
		c.Fields = append(c.Fields, Field{Name: "Damaged or quiet", Body: []Block{{Runs: []Run{{Text: list(shortAll(s.Less), 5) + ": "}, {Text: "feed list", Cmd: "feed list"}, {Text: " says why"}}}}})
	}
	if s.Server {
		c.Fields = append(c.Fields, Field{Name: "Watched here", Body: watchedHere(s.Watches)})
	} else if len(s.Watches) > 0 {
		c.Fields = append(c.Fields, Field{Name: "You follow", Body: watchedHere(s.Watches)})
	}
	if lines := testedLines(s.Tested); lines != nil {
		c.Fields = append(c.Fields, Field{Name: "Watches, as the team reviewed them", Body: lines})
	}
	if s.Version != "" {
		c.Footer = "onrecord " + s.Version
	}
	return c
}

func waiting(n int) string {
	if n == 0 {
		return "nothing waits to be sent."
	}
	if n == 1 {
		return "1 message waits to be sent."
	}
	return number(n) + " messages wait to be sent."
}

func onRecord(s statements.Stats) []Block {
	text := count(s.Coverage.Articles, "article") + " and " + count(s.Coverage.Statements, "statement")
	if s.Speakers > 0 {
		text += " of " + count(s.Speakers, "speaker")
	}
	if !s.Coverage.From.IsZero() {
		text += " since " + shortDay(s.Coverage.From)
	}
	out := []Block{{Runs: []Run{{Text: text}}}}
	if !s.LastArticle.IsZero() {
		out = append(out, Block{Runs: []Run{{Text: "Last article "}, {Ago: s.LastArticle}}})
	}
	return out
}

func watchedHere(ws []statements.Watch) []Block {
	if len(ws) == 0 {
		return []Block{{Runs: []Run{{Text: "Nothing yet; "}, {Text: "watch add", Cmd: "watch add"}, {Text: " begins it"}}}}
	}
	var out []Block
	for i, w := range ws {
		if i == mostWatches {
			return append(out, Block{Look: Small, Runs: []Run{{Text: fmt.Sprintf("and %d more", len(ws)-i)}}})
		}
		out = append(out, Block{Runs: append(watchRuns(w), Run{Text: ", in "}, placeRun(w.Place))})
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
