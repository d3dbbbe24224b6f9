package main

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// The goals: of an answer against its bare query, of any question, of a name
// that is being typed.
const (
	mostTimes    = 1.3
	mostAnswer   = 500 * time.Millisecond
	mostComplete = 5 * time.Millisecond
)

type table struct {
	database    string
	archive     int
	clock       bool
	rows        []row
	completions []row
}

// of is the measure that counts.
func (t table) of(k took) time.Duration {
	if t.clock {
		return k.p50
	}
	return k.cpu
}

func (t table) print(w io.Writer) {
	measure := "CPU"
	if t.clock {
		measure = "clock (median, the server is elsewhere)"
	}
	fmt.Fprintf(w, "%s, %d statements; %s in ms\n\n", t.database, t.archive, measure)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "question\tfound\tbare\tanswer\ttimes\tanswer p50\tp99\t\t")
	for _, r := range t.rows {
		bare, answer := t.of(r.bare), t.of(r.answer)
		times := float64(answer) / float64(max(bare, 1))
		fmt.Fprintf(tw, "%s\t%d\t%s\t%s\t%.2f\t%s\t%s\t%s\t\n", r.name, r.found, ms(bare), ms(answer), times, ms(r.answer.p50), ms(r.answer.p99),
			reached((times <= mostTimes || r.found == 0) && answer <= mostAnswer))
	}
	tw.Flush()
	fmt.Fprintf(w, "\nGoal: at most %.1f times the bare query (where that finds anything: an answer goes on to look for what is near), and never more than %s\n\n", mostTimes, mostAnswer)
	tw = tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "completion\tproposed\ttakes\tp50\tp99\t\t")
	for _, r := range t.completions {
		fmt.Fprintf(tw, "%s\t%d\t%s\t%s\t%s\t%s\t\n", r.name, r.found, ms(t.of(r.answer)), ms(r.answer.p50), ms(r.answer.p99), reached(t.of(r.answer) <= mostComplete))
	}
	tw.Flush()
	fmt.Fprintf(w, "\nGoal: at most %s\n", mostComplete)
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f", float64(d.Microseconds())/1000) }

func reached(yes bool) string {
	if yes {
		return "REACHED"
	}
	return "MISSED"
}
