package extract

import (
	"strings"

	"onrecord/statements/text"
)

// zone is what part of a page a paragraph belongs to.
type zone uint8

const (
	body        zone = iota
	heading          // headline, deck, section heading, caption: no final stop
	boilerplate      // not the article's own words: never read
)

// zones finds the headline lines, and what a page has after its article:
// comments, author notes, links. What follows such a section's heading is not
// read any more, unless it is still the first fifth of the text.
func (d *document) zones(title string) {
	cutoff := len(d.src) / 5
	ended := false
	for n := range d.paras {
		p := &d.paras[n]
		line := strings.ToLower(d.src[d.toks[p.First].Start:d.toks[p.End-1].End])
		if d.sectionEnd(line, p.Range) {
			p.zone = boilerplate
			ended = ended || d.toks[p.First].Start > cutoff
			continue
		}
		switch {
		case ended || d.authorNote(line):
			p.zone = boilerplate
		case n == 0 && p.End-p.First < 40 || !stopped(d.toks[p.First:p.End]):
			p.zone = heading
		}
	}
}

// sectionEnd reports whether a line is the heading of what is no article.
func (d *document) sectionEnd(line string, r text.Range) bool {
	if r.End-r.First > 7 {
		return false
	}
	line = strings.Trim(line, " :.*-–—|!?")
	for _, s := range d.lex.List("section") {
		if line == s || strings.HasPrefix(line, s+" ") && len(s) > 8 {
			return true
		}
	}
	return false
}

// authorNote reports whether a paragraph tells about the author or the
// publisher and not about the news.
func (d *document) authorNote(line string) bool {
	for _, s := range d.lex.List("credit") {
		if strings.HasPrefix(line, s) {
			return true
		}
	}
	head := line[:min(len(line), 220)]
	for _, s := range d.lex.List("author-note") {
		if strings.Contains(head, s) {
			return true
		}
	}
	return false
}

// stopped reports whether a paragraph ends as a sentence does.
func stopped(toks []text.Token) bool {
	for i := len(toks) - 1; i >= 0 && i >= len(toks)-3; i-- {
		switch toks[i].Lower {
		case ".", "?", "!", "…", ":", ";":
			return true
		case "\"", "”", "''", "’", "'", "»", "“", ")", "]":
			continue
		}
		return len(toks) > 30
	}
	return len(toks) > 30
}
