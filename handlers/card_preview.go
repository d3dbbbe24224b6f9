package handlers

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// PreviewCard says what a watch would have told in the last days, what it
// nearly would have and why not, and what it was tried on.
func PreviewCard(in locales.Tongue, p Preview, zone *time.Location) Card {
	c := Card{Form: FormPreview}
	c.Lead = append([]Block{{Runs: watchRuns(in, p.Watch)}}, rateLines(in, p, "watch preview")...)
	if p.Hits > 0 {
		c.Body = daysOf(in, p)
	}
	newest := in.Say("All of them")
	if p.Hits > len(p.Samples) {
		newest = in.Say("The newest %s of the %s", len(p.Samples), p.Hits)
	}
	c.Body = append(c.Body, samplesOf(in, newest, p.Samples, zone)...)
	c.Body = append(c.Body, samplesOf(in, in.Say("Near misses"), p.Misses, zone)...)
	c.Footer = triedOn(in, p)
	c.Buttons = []Button{{Label: in.Say("Create watch"), Action: "watchnew", ID: p.ID, Typed: typedWatch("watch add", p.Watch), Strong: p.Hits > 0 && !p.Noisy()}}
	if n := p.Narrower; n != nil {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Narrow"), Action: "watchtry", ID: n.ID, Strong: true})
	}
	return c
}

// rateLines says how often a watch would have fired, and what would be less
// where that is too much, to be typed after command.
func rateLines(in locales.Tongue, p Preview, command string) []Block {
	within := in.Count(len(p.Days), "in %s day", "in %s days")
	if len(p.Days) < previewDays && p.Articles > 0 {
		within = in.Count(len(p.Days), "in the last day", "in the last %s days")
	}
	times := in.Count(p.Hits, "%s time", "%s times")
	rate := ours(in.Say("Would have fired %s %s, %s.", times, within, aDay(in, p.PerDay())))
	switch {
	case p.Articles == 0:
		rate.Text = in.Say("Nothing of the last 30 days is on record to try it on.")
	case p.Hits == 0:
		rate.Text = in.Say("Would not have fired %s.", within)
	case p.Noisy():
		rate.Text = in.Say("Would have fired %s %s, %s: noisy.", times, within, aDay(in, p.PerDay()))
	}
	out := []Block{{Runs: []Run{rate}}}
	if n := p.Narrower; n != nil {
		typed := typedWatch(command, n.Watch)
		out = append(out, Block{Runs: []Run{{Text: in.Say("Narrower, %s: ", aDay(in, n.PerDay)), Ours: true},
			{Text: "/" + typed, Code: true, Click: true}, {Text: typed, Typed: true}}})
	}
	return out
}

// daysOf is a row of blocks, one a day, and its days in words.
func daysOf(in locales.Tongue, p Preview) []Block {
	most, on, none := 0, 0, 0
	for i, n := range p.Days {
		if n >= most {
			most, on = n, i
		}
		if n == 0 {
			none++
		}
	}
	const blocks = "▁▂▃▄▅▆▇█"
	var row strings.Builder
	for _, n := range p.Days {
		row.WriteRune([]rune(blocks)[(n*7+most-1)/most])
	}
	words := in.Period(p.First, p.Last)
	if most > 1 {
		words += in.Say("; most on %s, %s", in.Layout("2 Jan", p.First.AddDays(on).Time()), most)
	}
	if none > 0 {
		words += in.Count(none, "; none on %s day", "; none on %s days")
	}
	return []Block{{Runs: []Run{{Text: row.String(), Code: true}}}, {Runs: []Run{{Text: words, Ours: true}}}}
}

// samplesOf lists samples below a heading; nothing where there are none.
func samplesOf(in locales.Tongue, heading string, samples []Sample, zone *time.Location) []Block {
	if len(samples) == 0 {
		return nil
	}
	out := []Block{{Look: Gap}, {Runs: []Run{{Text: heading, Bold: true}}}}
	for i, s := range samples {
		if i > 0 {
			out = append(out, Block{Look: Gap})
		}
		out = append(out, sampleLines(in, s, zone)...)
	}
	return out
}

// sampleLines is what was said, else the headline; below it who, when and
// where, and why it is none.
func sampleLines(in locales.Tongue, s Sample, zone *time.Location) []Block {
	a := s.Article.Article
	var out []Block
	under := []Run{{Text: in.ShortDay(statements.DateOf(s.At.In(zone))) + " · "}}
	under = append(under, outletRuns(in, a, 0)...)
	if best := foremost(s.Found, s.Words, 1); len(best) > 0 {
		f := best[0]
		q := quote(f.Article, f.Statement, mostPreview, standing(f, s.Words))
		out = append(out, Block{Look: q.Look, Runs: q.Runs})
		who := append(nameOf(in, f.Article, f.Statement), Run{Text: " · "})
		under = append(who, under...)
		under = append(under, Run{Text: " · " + no(in, f.Statement.ID), Typed: true})
	} else {
		out = append(out, Block{Runs: []Run{{Text: short(a.Title, mostPreview)}}})
		under = append(under, Run{Text: " · " + articleNo(in, a.ID), Typed: true})
	}
	out = append(out, Block{Runs: under})
	if !s.Why.IsZero() {
		out = append(out, Block{Look: Small, Runs: []Run{{Text: in.Tell(s.Why)}}})
	}
	return out
}

// standing is where the words that were found stand in a statement.
func standing(f statements.Found, words []string) []statements.Span {
	text := f.Article.Text
	var out []statements.Span
	for _, c := range ordered(text, f.Statement.Content) {
		for _, w := range words {
			for at := c.Start; w != ""; {
				i := strings.Index(text[at:c.End], w)
				if i < 0 {
					break
				}
				s := statements.Span{Start: at + i, End: at + i + len(w)}
				at = s.End
				before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
				after, _ := utf8.DecodeRuneInString(text[s.End:])
				if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
					out = append(out, s)
				}
			}
		}
	}
	return ordered(text, out)
}

// triedOn is what a watch was tried on, and whether that was all.
func triedOn(in locales.Tongue, p Preview) string {
	on := in.Count(p.Articles, "Tried on %s article", "Tried on %s articles")
	if p.Cut {
		on = in.Count(p.Articles, "Looked through the newest %s article, no further", "Looked through the newest %s articles, no further")
	}
	if p.Articles > 0 {
		on += ", " + in.Period(p.First, p.Last)
	}
	return in.Say("%s · %s, %s healthy", on, in.Count(p.Coverage.Feeds, "%s feed", "%s feeds"), p.Coverage.Healthy)
}
