package store

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/text"
)

const (
	// reach is how many bytes of text before and after a statement are found
	// with it: about a sentence on each side.
	reach = 200
	// longestStem cuts what is no word; PostgreSQL takes lexemes up to 2,046
	// bytes.
	longestStem = 64
	// mostStems keeps a whole speech within the 1 MB that PostgreSQL takes.
	mostStems = 5000
)

// documents is what the index holds of the arrival's statements, but for their
// speakers, who have no numbers yet.
func documents(a statements.Arrival) []document {
	title := stems(a.Article.Title, a.Article.Lang)
	out := make([]document, len(a.Statements))
	for i, st := range a.Statements {
		out[i] = documentOf(st, a.Article, title, dayOf(st, a))
	}
	return out
}

// documentOf is a statement of an article with that headline, in stems, and day. The
// place where it was said is found with it: often another sentence, or the dateline,
// tells it.
func documentOf(st statements.Statement, a statements.Article, title []string, day statements.Date) document {
	return document{
		said:   stems(st.Text(a.Text), a.Lang),
		around: stems(surroundings(st, a.Text)+" "+st.Place, a.Lang),
		title:  title,
		marks:  append(dayMarks(day), kindMark(st.Kind)),
	}
}

func stems(s, lang string) []string {
	out := text.Stems(s, lang)
	out = out[:min(len(out), mostStems)]
	for i, w := range out {
		out[i] = indexed(w)
	}
	return out
}

// indexed is a stem as both indexes hold it.
func indexed(stem string) string {
	if len(stem) > longestStem {
		stem = strings.ToValidUTF8(stem[:longestStem], "")
	}
	return strings.ReplaceAll(stem, " ", "")
}

// surroundings are some words of the text before and after the statement.
func surroundings(st statements.Statement, body string) string {
	if len(st.Content) == 0 {
		return ""
	}
	from, to := st.Content[0].Start, st.Content[0].End
	for _, sp := range st.Content {
		from, to = min(from, sp.Start), max(to, sp.End)
	}
	if from < 0 || to > len(body) || from > to {
		return ""
	}
	// A word longer than that, or a script without spaces, has no end in reach.
	before := body[min(from, wordAfter(body, max(0, from-reach))):from]
	after := body[to:max(to, wordBefore(body, min(len(body), to+reach)))]
	return before + amid(st, body) + " " + after
}

// amid are the words between the pieces of a statement, each after a blank: who
// says it often stands there.
func amid(st statements.Statement, body string) string {
	out := ""
	for i, sp := range st.Content[1:] {
		from, to := st.Content[i].End, sp.Start
		if from < 0 || to <= from || to > len(body) {
			continue
		}
		if to-from > reach {
			to = max(from, wordBefore(body, from+reach))
		}
		out += " " + body[from:to]
	}
	return out
}

// wordAfter gives the first byte at or after i at which no word goes on.
func wordAfter(s string, i int) int {
	for i > 0 && i < len(s) {
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		if utf8.RuneStart(s[i]) && (unicode.IsSpace(before) || unicode.IsPunct(before)) {
			break
		}
		i++
	}
	return i
}

// wordBefore gives the last byte at or before i at which no word goes on.
func wordBefore(s string, i int) int {
	for i > 0 && i < len(s) {
		after, _ := utf8.DecodeRuneInString(s[i:])
		if utf8.RuneStart(s[i]) && (unicode.IsSpace(after) || unicode.IsPunct(after)) {
			break
		}
		i--
	}
	return i
}

// The marks of a statement.
func speakerMark(id int64) string         { return "s" + strconv.FormatInt(id, 10) }
func kindMark(k statements.Kind) string   { return "k" + string(k) }
func dayMark(d statements.Date) string    { return "d" + d.Time().Format("20060102") }
func monthMark(d statements.Date) string  { return "m" + d.Time().Format("200601") }
func yearMark(d statements.Date) string   { return "y" + d.Time().Format("2006") }
func dayMarks(d statements.Date) []string { return []string{dayMark(d), monthMark(d), yearMark(d)} }
func firstOfMonth(d statements.Date) bool { return d.Day == 1 }
func firstOfYear(d statements.Date) bool  { return d.Day == 1 && d.Month == time.January }
func nextMonth(d statements.Date) statements.Date {
	return statements.DateOf(time.Date(d.Year, d.Month+1, 1, 0, 0, 0, 0, time.UTC))
}

// rangeMarks are the marks that cover the days from since to until, both
// included: whole years, whole months, and the days at both ends, some 80 at
// most for any range within a lifetime.
func rangeMarks(since, until statements.Date) []string {
	var out []string
	for d := since; !until.Before(d); {
		nextYear := statements.Date{Year: d.Year + 1, Month: time.January, Day: 1}
		switch {
		case firstOfYear(d) && !until.Before(nextYear.AddDays(-1)):
			out, d = append(out, yearMark(d)), nextYear
		case firstOfMonth(d) && !until.Before(nextMonth(d).AddDays(-1)):
			out, d = append(out, monthMark(d)), nextMonth(d)
		default:
			out, d = append(out, dayMark(d)), d.AddDays(1)
		}
	}
	return out
}
