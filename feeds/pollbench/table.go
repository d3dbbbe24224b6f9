package main

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// What the road has to reach, against bare fetching in the same run.
const (
	leastRate    = 1. / 3 // of its feeds a second, all changed
	mostCPU      = 2.0    // times its CPU time
	leastSpeedup = 60     // of a round without changes over one with
	mostMemory   = 120    // MB above --help
	mostIdle     = 0.2    // % of one core
)

type named struct {
	name string
	report
}

// table is what was measured.
type table struct {
	feeds int
	idle  time.Duration
	help  int64
	bare  report
	whole report // bare at its best setting
	roads []named
}

func (t *table) print(w io.Writer) {
	fmt.Fprintf(w, "%d feeds of %d kB, 20 to 50 items, %d of them new in each changed round\n\n", t.feeds, feedSize/1000, newEachTime)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "\tchanged/s\tCPU s\tms a feed\tfirst/s\tall 304/s\tCPU s\tµs a feed\tpeak MB\t")
	t.row(tw, named{"bare fetch + gofeed", t.bare})
	t.row(tw, named{"same, bodies whole, GOGC=400", t.whole})
	for _, r := range t.roads {
		t.row(tw, r)
	}
	tw.Flush()
	for _, r := range t.roads {
		fmt.Fprintf(w, "\n%s, against bare fetch + gofeed:\n", r.name)
		t.ratios(w, r.report)
	}
}

func (t *table) row(w io.Writer, r named) {
	unchanged := "\t\t\t"
	if u := r.Unchanged; u.Feeds > 0 {
		unchanged = fmt.Sprintf("%.0f\t%.2f\t%.0f\t", u.perSecond(), u.CPU.Seconds(), float64(u.perFeed().Microseconds()))
	}
	fmt.Fprintf(w, "%s\t%.0f\t%.1f\t%.2f\t%.0f\t%s%d\t\n", r.name, r.Changed.perSecond(), r.Changed.CPU.Seconds(),
		r.Changed.perFeed().Seconds()*1000, r.First.perSecond(), unchanged, r.Peak>>20)
}

func (t *table) ratios(w io.Writer, r report) {
	line := func(what, is, goal string, reached bool) {
		told := "reached"
		if !reached {
			told = "MISSED"
		}
		fmt.Fprintf(w, "  %-34s %10s   goal %-14s %s\n", what, is, goal, told)
	}
	rate := r.Changed.perSecond() / t.bare.Changed.perSecond()
	line("changed feeds a second", fmt.Sprintf("%.2f", rate), "0.33 or more", rate >= leastRate)
	cpu := float64(r.Changed.perFeed()) / float64(t.bare.Changed.perFeed())
	line("CPU time of a changed feed", fmt.Sprintf("%.2f", cpu), "2.0 at most", cpu <= mostCPU)
	least := r.Unchanged.perSecond() / (t.bare.Changed.perSecond() * leastRate)
	line("all 304, to that third of bare", fmt.Sprintf("%.0f", least), "60 or more", least >= leastSpeedup)
	speedup := r.Unchanged.perSecond() / r.Changed.perSecond()
	line("all 304, to its own changed round", fmt.Sprintf("%.0f", speedup), "60 or more", speedup >= leastSpeedup)
	above := (r.Peak - t.help) >> 20
	line("memory above onrecord --help", fmt.Sprintf("%d MB", above), "120 MB at most", above <= mostMemory)
	line("database writes at idle", writes(r.Writes), "0", r.Writes == 0)
	idle := 100 * r.Idle.CPU.Seconds() / r.Idle.Wall.Seconds()
	line(fmt.Sprintf("CPU at idle, over %s", t.idle), fmt.Sprintf("%.2f %%", idle), "0.2 % at most", idle <= mostIdle)
}

func writes(n int64) string {
	if n == 0 {
		return "0"
	}
	return "some"
}
