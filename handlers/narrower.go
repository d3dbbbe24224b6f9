package handlers

import (
	"cmp"
	"sort"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
	"onrecord/statements/watch"
)

// narrowed is how many of a watch's newest hits narrower watches are tried on.
const narrowed = 150

// narrower finds a watch that says less than a noisy one, by other words or by
// telling only what is verbatim: of those that are quiet enough the one that
// says most, else the quietest. nil if none is less.
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
	if w := p.Watch; !w.Only.Verbatim {
		w.ID, w.Only.Verbatim = int64(len(ws)), true
		ws = append(ws, w)
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
	for _, more := range frequent(w, hits) {
		out = append(out, strings.TrimSpace(words+" "+more))
	}
	return out
}

// mostMore is how many words more are tried.
const mostMore = 12

// frequent gives words that some hits have and others have not, in what was
// said or else in the headline; the most frequent first.
func frequent(w statements.Watch, hits []Sample) []string {
	own := map[string]bool{}
	for _, word := range text.Words(w.Speaker + " " + w.Keywords) {
		own[text.Stem(word.Folded, "en")] = true
	}
	count, shown := map[string]int{}, map[string]string{}
	for _, h := range hits {
		said := h.Article.Article.Title
		for i, f := range h.Found {
			if i == 0 {
				said = ""
			}
			said += " " + f.Statement.Text(f.Article.Text)
		}
		seen := map[string]bool{}
		for _, word := range text.Words(said) {
			stem := text.Stem(word.Folded, h.Article.Article.Lang)
			if seen[stem] || own[stem] || !telling(word.Folded) {
				continue
			}
			seen[stem], shown[stem] = true, word.Folded
			count[stem]++
		}
	}
	var stems []string
	for s, n := range count {
		if n > 1 && n < len(hits) {
			stems = append(stems, s)
		}
	}
	sort.Slice(stems, func(i, j int) bool {
		a, b := stems[i], stems[j]
		return cmp.Or(count[b]-count[a], len(b)-len(a), strings.Compare(a, b)) < 0
	})
	var out []string
	for _, s := range stems[:min(len(stems), mostMore)] {
		out = append(out, shown[s])
	}
	return out
}

// aDay is a rate in words.
func aDay(in locales.Tongue, perDay float64) string {
	switch {
	case perDay == 0:
		return in.Say("none a day")
	case perDay < 0.75:
		return in.Count(max(int(1/perDay+0.5), 2), "about one in %s day", "about one in %s days")
	}
	return in.Say("about %s a day", int(perDay+0.5))
}
