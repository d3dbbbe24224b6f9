package handlers

import (
	"fmt"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
	"onrecord/statements/watch"
)

// narrowed is how many of a watch's newest hits narrower watches are tried on.
const narrowed = 150

// narrower finds a watch that says less than a noisy one: of those that are
// quiet enough the one that says most, else the quietest. nil if none is less.
func narrower(p Preview, hits []Sample) *Narrower {
	hits = hits[:min(len(hits), narrowed)]
	var ws []statements.Watch
	for _, keywords := range narrowings(p.Watch, hits) {
		w := p.Watch
		w.ID, w.Keywords = int64(len(ws)), keywords
		if watch.CheckWatch(w) == nil {
			ws = append(ws, w)
		}
	}
	counts := make([]int, len(ws))
	set := watch.Compile(ws)
	for _, h := range hits {
		sts := make([]statements.Statement, len(h.Article.Statements))
		for i, f := range h.Article.Statements {
			sts[i] = f.Statement
		}
		for _, alert := range set.Match(h.Article.Article, sts, false) {
			counts[alert.Watch.ID]++
		}
	}
	best := -1
	quiet := func(n int) bool { return p.PerDay()*float64(n) <= noisyADay*float64(len(hits)) }
	for i, n := range counts {
		switch {
		case n == 0 || n == len(hits):
		case best < 0, quiet(n) && (!quiet(counts[best]) || n > counts[best]), !quiet(n) && n < counts[best]:
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	w := ws[best]
	w.ID = p.Watch.ID
	return &Narrower{Watch: w, PerDay: p.PerDay() * float64(counts[best]) / float64(len(hits))}
}

// narrowings are other words for a watch: only what was said, and with one more
// word that its hits often have.
func narrowings(w statements.Watch, hits []Sample) []string {
	words := w.Keywords
	if strings.ContainsAny(words, " ,;|") {
		words = "(" + words + ")"
	}
	var out []string
	if w.Speaker == "" {
		out = append(out, "said:"+words)
	}
	var found []statements.Found
	for _, h := range hits {
		found = append(found, h.Found...)
		if len(h.Found) == 0 {
			found = append(found, statements.Found{Article: h.Article.Article})
		}
	}
	own := map[string]bool{}
	for _, word := range text.Words(w.Keywords) {
		own[text.Stem(word.Folded, "en")] = true
	}
	for _, t := range topics(found, statements.Profile{Speaker: statements.Speaker{Name: w.Speaker}}) {
		var more []string
		for _, word := range strings.Fields(t.Name) {
			if !own[text.Stem(word, "en")] {
				more = append(more, word)
			}
		}
		if len(more) > 0 {
			out = append(out, strings.TrimSpace(words+" "+strings.Join(more, " ")))
		}
	}
	return out
}

// typedWatch is a watch as a command that makes or tries it.
func typedWatch(command string, w statements.Watch) string {
	if w.Speaker != "" {
		command += " speaker " + typedName(w.Speaker)
	}
	if w.Keywords != "" {
		command += " keywords " + w.Keywords
	}
	return command
}

// aDay is a rate in words.
func aDay(perDay float64) string {
	switch {
	case perDay == 0:
		return "none a day"
	case perDay < 0.75:
		return fmt.Sprintf("about one in %d days", max(int(1/perDay+0.5), 2))
	}
	return fmt.Sprintf("about %s a day", number(int(perDay+0.5)))
}
