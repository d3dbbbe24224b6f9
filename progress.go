package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

// progressEvery is how often the bar is drawn.
const progressEvery = 200 * time.Millisecond

// showProgress draws a bar while something long runs, on a terminal and nowhere
// else. The stop that it gives wipes the bar off and waits until that is done.
func showProgress(w io.Writer, progress func() (done, total, kept int)) (stop func()) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return func() {}
	}
	end, ended := make(chan struct{}), make(chan struct{})
	begun := time.Now()
	go func() {
		defer close(ended)
		tick := time.NewTicker(progressEvery)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				done, total, kept := progress()
				fmt.Fprint(f, "\r\x1b[K"+bar(done, total, kept, time.Since(begun)))
			case <-end:
				fmt.Fprint(f, "\r\x1b[K")
				return
			}
		}
	}()
	return func() { close(end); <-ended }
}

// barWidth leaves room for the words in 80 columns.
const barWidth = 24

// bar is one line: how much is done, how fast articles are kept, how long the
// rest takes at this rate.
func bar(done, total, kept int, took time.Duration) string {
	full := 0
	if total > 0 {
		full = barWidth * done / total
	}
	line := fmt.Sprintf("[%s%s] %d of %d", strings.Repeat("#", full), strings.Repeat(".", barWidth-full), done, total)
	if s := took.Seconds(); s >= 1 && done > 0 {
		left := time.Duration(float64(took) / float64(done) * float64(total-done)).Round(time.Second)
		line += fmt.Sprintf(", %.0f articles/s, %s left", float64(kept)/s, left)
	}
	return line
}
