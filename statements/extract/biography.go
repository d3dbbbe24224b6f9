package extract

import (
	"slices"
	"strings"
)

// upperLines is how many paragraphs at the top may name the author.
const upperLines = 6

// longestByline is how many tokens the line with the author's name has.
const longestByline = 9

// biography takes away the paragraph at the end that tells of the author: "Ann
// Lee has covered the coast since 2014. She says she still cannot swim." It
// begins with the name that the byline has.
func (d *document) biography(byline string) {
	authors := d.authors(byline)
	left := 2
	for n := len(d.paras) - 1; n > upperLines && left > 0; n-- {
		p := &d.paras[n]
		if p.zone == boilerplate {
			continue
		}
		left--
		line := d.src[d.toks[p.First].Start:d.toks[p.End-1].End]
		if slices.ContainsFunc(authors, func(name string) bool { return strings.HasPrefix(line, name+" ") }) {
			p.zone = boilerplate
		}
	}
}

// authors gives the names of the byline, and of the lines below the headline
// that are no more than a name.
func (d *document) authors(byline string) []string {
	out := strings.Split(strings.ReplaceAll(byline, " and ", ","), ",")
	for n := 1; n < min(upperLines, len(d.paras)); n++ {
		p := &d.paras[n]
		if p.zone != heading || p.End-p.First > longestByline {
			continue
		}
		for line := range strings.Lines(d.src[d.toks[p.First].Start:d.toks[p.End-1].End]) {
			out = append(out, strings.TrimPrefix(strings.TrimSpace(line), "By "))
		}
	}
	return slices.DeleteFunc(out, func(name string) bool {
		words := strings.Fields(name)
		return len(words) < 2 || len(words) > 4 || slices.ContainsFunc(words, func(w string) bool { return w == strings.ToLower(w) })
	})
}
