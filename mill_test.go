package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"onrecord/bot/discord/discordtest"
)

// mill is a newsroom without end: each article has one statement with its
// number in it, and another outlet reports it again when it is told to.
type mill struct {
	*httptest.Server
	articles atomic.Int64
	echoes   atomic.Int64 // of the first articles
	served   chan int     // numbers of the first outlet's pages as they are served; nobody need listen
}

func newMill(t *testing.T) *mill {
	m := &mill{served: make(chan int, 1)}
	m.Server = httptest.NewServer(m)
	t.Cleanup(m.Close)
	return m
}

// The two outlets, by the first part of their pages' paths.
const (
	firstOutlet = "report"
	echoOutlet  = "echo"
	echoName    = "Tarn Courier"
)

// titles are what their articles are called, before the number.
var titles = map[string]string{firstOutlet: "Mill report", echoOutlet: "Heard at the mill, part"}

func (m *mill) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/feed.xml":
		m.feed(w, "Mill Gazette", firstOutlet, m.articles.Load())
		return
	case "/echo.xml":
		m.feed(w, echoName, echoOutlet, m.echoes.Load())
		return
	}
	outlet, number, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	n, err := strconv.Atoi(number)
	newest := map[string]int64{firstOutlet: m.articles.Load(), echoOutlet: m.echoes.Load()}[outlet]
	if err != nil || int64(n) > newest {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if outlet == echoOutlet {
		fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><head><title>%[1]s %[2]d</title></head><body><article><h1>%[1]s %[2]d</h1>
<p>“The count of sacks stands at %[2]d and it will be higher tomorrow,” Ada Norrland, the director of the mill in Tarn, said on Tuesday, as the Mill Gazette reports.</p>
<p>Bakers down in the valley took the news with a shrug, for their own stores are full until the next harvest comes in.</p></article></body></html>`, titles[outlet], n)
		return
	}
	fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><head><title>%[1]s %[2]d</title></head><body><article><h1>%[1]s %[2]d</h1>
<p>TARN, March 3. The wheel of the old mill in Tarn was turned again on Tuesday, as it has been on every day of the long winter.</p>
<p>“The count of sacks stands at %[2]d and it will be higher tomorrow,” said Ada Norrland, the mill's director.</p>
<p>The mill grinds the grain of eleven villages. Its water comes from the lake above the town, which was low in autumn.</p></article></body></html>`, titles[outlet], n)
	select {
	case m.served <- n:
	default:
	}
}

// feed lists the newest articles of an outlet, the newest first.
func (m *mill) feed(w http.ResponseWriter, name, outlet string, newest int64) {
	fmt.Fprintf(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>%s</title><link>%s/%s/</link>`, name, m.URL, outlet)
	for n := newest; n > max(0, newest-20); n-- {
		fmt.Fprintf(w, `<item><title>%s %d</title><link>%s/%s/%d</link><guid>%s/%d</guid></item>`, titles[outlet], n, m.URL, outlet, n, outlet, n)
	}
	fmt.Fprint(w, `</channel></rss>`)
}

var reportNumber = regexp.MustCompile(`Mill report (\d+)`)

// tally is what became of the articles in a channel.
type tally struct {
	lost, twice, disorder int
	untold                int // re-reported, and the message does not say so
	strange               int // messages about no article of the first outlet
}

func (a tally) plus(b tally) tally {
	return tally{a.lost + b.lost, a.twice + b.twice, a.disorder + b.disorder, a.untold + b.untold, a.strange + b.strange}
}

// count holds the messages of a channel against the articles 1 to want, of
// which the first echoed were reported again.
func count(messages []discordtest.Message, want, echoed int) (out tally) {
	seen, told := map[int]int{}, map[int]bool{}
	last := 0
	for _, m := range messages {
		found := reportNumber.FindStringSubmatch(m.Text())
		if found == nil {
			out.strange++
			continue
		}
		n, _ := strconv.Atoi(found[1])
		seen[n]++
		told[n] = told[n] || strings.Contains(m.Text(), echoName)
		if n < last {
			out.disorder++
		}
		last = n
	}
	for n := 1; n <= want; n++ {
		switch {
		case seen[n] == 0:
			out.lost++
		case seen[n] > 1:
			out.twice++
		}
		if told[n] != (n <= echoed) {
			out.untold++
		}
	}
	return out
}

var (
	gatheredSum = regexp.MustCompile(`(?m)^(\d+) statements? by (?:1 person|\d+ people)`)
	sackNumber  = regexp.MustCompile(`sacks stands at (\d+)`)
)

// countGathered holds messages that gather statements against the articles 1 to
// want. Each shows some of its statements and says how many it tells; what a
// later one shows is younger than all that an earlier one does.
func countGathered(messages []discordtest.Message, want int) (out tally) {
	sum, last := 0, 0
	shown := map[int]bool{}
	for _, m := range messages {
		found := gatheredSum.FindStringSubmatch(m.Text())
		if found == nil {
			out.strange++
			continue
		}
		n, _ := strconv.Atoi(found[1])
		sum += n
		newest := last
		for _, number := range sackNumber.FindAllStringSubmatch(m.Text(), -1) {
			n, _ := strconv.Atoi(number[1])
			switch {
			case shown[n]:
				out.twice++
			case n <= last:
				out.disorder++
			}
			shown[n], newest = true, max(newest, n)
		}
		last = newest
	}
	out.lost += max(0, want-sum)
	out.twice += max(0, sum-want)
	return out
}
