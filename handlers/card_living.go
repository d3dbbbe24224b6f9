package handlers

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

const (
	mostWordings = 2   // of other outlets, in one card
	mostWording  = 150 // code points of each

	mostFirstWords = 40 // code points of a statement that tell it from its neighbours
)

// carrier is an outlet that carries a statement too.
type carrier struct {
	statements.Outlet
	at time.Time // when it published it; zero is not known
}

// carriers are the other outlets that carry an article, or one of the other
// reports of what was said in it: each once, the first first. A feed that links
// to the same page carries nothing of its own.
func carriers(a statements.Article, also []statements.Outlet, others []statements.Found) []carrier {
	seen := map[string]bool{strings.ToLower(a.Outlet): true}
	var out []carrier
	add := func(o statements.Outlet, at time.Time) {
		if name := strings.ToLower(o.Name); name != "" && !seen[name] {
			seen[name] = true
			out = append(out, carrier{o, at})
		}
	}
	for _, r := range others {
		add(statements.Outlet{Name: r.Article.Outlet, URL: r.Article.URL}, hour(r.Article.Published))
	}
	for _, o := range ownPages(a, also) {
		add(o, time.Time{})
	}
	for _, r := range others {
		for _, o := range ownPages(r.Article, r.Also) {
			add(o, time.Time{})
		}
	}
	slices.SortStableFunc(out, func(a, b carrier) int {
		if a.at.IsZero() != b.at.IsZero() {
			return cmp.Compare(b.at.Unix(), a.at.Unix())
		}
		return a.at.Compare(b.at)
	})
	return out
}

// ownPages are those of an article's other outlets that have it at an address of
// their own.
func ownPages(a statements.Article, also []statements.Outlet) []statements.Outlet {
	return slices.DeleteFunc(slices.Clone(also), func(o statements.Outlet) bool { return o.URL != "" && o.URL == a.URL })
}

// hour is a moment that is known to the hour, or zero.
func hour(m statements.Moment) time.Time {
	if m.DayOnly || m.ZoneUnknown {
		return time.Time{}
	}
	return m.Time
}

// alsoIn names the other outlets of statements: once where they are the same
// for all, else for each statement that has some, by its first words.
func alsoIn(in locales.Tongue, found []statements.Found, now time.Time) []Block {
	lists := make([][]carrier, len(found))
	same := true
	for i, f := range found {
		lists[i] = carriers(f.Article, f.Also, f.Others)
		same = same && slices.Equal(lists[i], lists[0])
	}
	if same {
		lists = lists[:1]
	}
	var out []Block
	for i, l := range lists {
		switch {
		case len(l) == 0:
		case same:
			out = append(out, Block{Runs: carriedBy(in, nil, l, now)})
		default:
			out = append(out, Block{Runs: carriedBy(in, firstWords(found[i]), l, now)})
		}
	}
	return out
}

// firstWords tell a statement from its neighbours in a card.
func firstWords(f statements.Found) []Run {
	s := quote(f.Article, f.Statement, mostFirstWords, nil)
	for i := range s.Runs {
		s.Runs[i].Italic = s.Look == Tilde
	}
	return s.Runs
}

// carriedBy names the first of other outlets, and how many there are. words are
// what they carry, nil where there is no question of it.
func carriedBy(in locales.Tongue, words []Run, list []carrier, now time.Time) []Run {
	first, n := firstCarrier(list[0], now), len(list)
	switch {
	case words == nil && n == 1:
		return runsIn{in}.Say("Also in %s", first)
	case words == nil:
		return runsIn{in}.Count(n, "Also in %s outlet, first %s", "Also in %s outlets, first %s", first)
	case n == 1:
		return runsIn{in}.Say("%s also in %s", words, first)
	}
	return runsIn{in}.Count(n, "%[2]s also in %[1]s outlet, first %[3]s", "%[2]s also in %[1]s outlets, first %[3]s", words, first)
}

// firstCarrier is an outlet, and when it had the words where that is near.
func firstCarrier(first carrier, now time.Time) []Run {
	runs := []Run{{Text: short(first.Name, mostName), Link: link(first.URL)}}
	switch age := now.Sub(first.at); {
	case first.at.IsZero() || age < -time.Hour || age > 30*24*time.Hour:
	case age < 20*time.Hour:
		runs = append(runs, Run{Text: " "}, Run{Clock: first.at})
	default:
		runs = append(runs, Run{Text: " "}, Run{Ago: first.at})
	}
	return runs
}

// wordings are what other outlets have for the same utterance in the same
// language, where the words differ.
func wordings(in locales.Tongue, f statements.Found) []Block {
	c := statements.Cluster{Reports: append([]statements.Found{f}, f.Others...)}
	var out []Block
	for _, r := range c.Wordings()[1:] {
		if r.Article.Lang != f.Article.Lang || len(out) == mostWordings {
			continue
		}
		runs := []Run{{Text: outlet(in, r.Article), Link: link(r.Article.URL)}, {Text: " "}}
		out = append(out, Block{Runs: append(runs, quote(r.Article, r.Statement, mostWording, nil).Runs...)})
	}
	return out
}
