package handlers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How much of what a card shows, in Unicode code points. They are smaller than
// Discord's limits, so that a card stays a card.
const (
	mostQuote     = 900 // of one quote in an alert
	mostAnswer    = 400 // in an answer
	mostBacklog   = 300 // in a backlog
	mostPreview   = 120 // in a list to choose from
	mostLead      = 1700
	mostInAlert   = 5 // statements
	mostRole      = 80
	mostHeadline  = 160
	mostName      = 60 // of an outlet, a place, a watch, a person
	mostContext   = 200
	mostSummary   = 700
	mostBody      = 3800
	mostFooter    = 300
	mostParagraph = 2500
	mostLink      = 500
)

// cutMark stands where a quote goes on.
const cutMark = "[…]"

// wordCut gives the length in bytes of the longest beginning of s that has at
// most n code points and ends at a word; all of s if it is short enough.
func wordCut(s string, n int) int {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return len(s)
	}
	end, word, count := 0, 0, 0
	for i, r := range s {
		if count == n {
			end = i
			// The cut may fall right after a word.
			if unicode.IsSpace(r) {
				word = i
			}
			break
		}
		if unicode.IsSpace(r) {
			word = i
		}
		count++
	}
	if word == 0 {
		return end
	}
	return len(strings.TrimRightFunc(s[:word], unicode.IsSpace))
}

// short cuts what is no quote: a role, a headline, a name. It makes one line
// of it.
func short(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return s[:wordCut(s, n-1)] + "…"
}

// clip cuts a sentence of an article; the mark says that it goes on.
func clip(s string, n int) string {
	if end := wordCut(s, n); end < len(s) {
		return s[:end] + " " + cutMark
	}
	return s
}
