package locales

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"onrecord/statements"
)

// Say says an English sentence in t. Its arguments stand where %s or %[2]s is:
// numbers, days, lengths of time and sentences among them are said in t too.
func (t Tongue) Say(english string, args ...any) string {
	return t.fill(t.plain(english), args)
}

// Tell says what was put together before it was known to whom.
func (t Tongue) Tell(s statements.Said) string {
	if s.Clause {
		return t.fill(strings.TrimSuffix(t.plain(s.Format), "."), s.Args)
	}
	return t.Say(s.Format, s.Args...)
}

// Count says how many: one and many are the English singular and plural, with
// the number as their first %s.
func (t Tongue) Count(n int, one, many string, args ...any) string {
	format := many
	switch {
	case t.lang == Marked:
		format = mark(many)
	case t.lang != "":
		format = files[t.lang]().GetN(one, many, n)
	case n == 1:
		format = one
	}
	return t.fill(format, append([]any{n}, args...))
}

// List joins words: "a", "a and b", "a, b and c"; beyond most of them it says
// how many are left out.
func (t Tongue) List(words []string, most int) string {
	last := len(words) - 1
	switch {
	case len(words) > most:
		return t.Say("%s and %s", strings.Join(words[:most], ", "), t.Count(len(words)-most, "%s other", "%s others"))
	case last < 1:
		return strings.Join(words, "")
	}
	return t.Say("%s and %s", strings.Join(words[:last], ", "), words[last])
}

// plain is a sentence in t as it stands in the file.
func (t Tongue) plain(english string) string {
	switch {
	case t.lang == "" || english == "": // which would be a file's header
		return english
	case t.lang == Marked:
		return mark(english)
	}
	return files[t.lang]().Get(english, []any(nil)...)
}

// in is a text that has a context.
func (t Tongue) in(context, english string) string {
	if !t.translated() {
		return english
	}
	return files[t.lang]().GetC(english, context)
}

// fill puts arguments into a sentence.
func (t Tongue) fill(format string, args []any) string {
	if len(args) == 0 || !strings.Contains(format, "%") {
		return format
	}
	said := make([]any, len(args))
	for i, a := range args {
		said[i] = t.argument(a)
	}
	return fmt.Sprintf(format, said...)
}

// argument says one of them.
func (t Tongue) argument(a any) any {
	switch v := a.(type) {
	case int:
		return t.Number(v)
	case int64:
		return t.Number(int(v))
	case float64:
		return t.Decimal(v)
	case statements.Date:
		return t.ShortDay(v)
	case statements.Said:
		return t.Tell(v)
	case statements.Counted:
		return t.Count(v.N, v.One, v.Many)
	case statements.Written:
		return t.Layout(v.Form, v.At)
	case statements.Language:
		return t.Language(v)
	case time.Duration:
		return t.Span(v)
	}
	return a
}

// mark shows that something was said by a Tongue. What is put into a sentence
// stands outside of the marks, where what was forgotten is seen.
func mark(s string) string {
	var b strings.Builder
	rest := 0
	piece := func(s string) {
		if s != "" {
			b.WriteString("⟦" + s + "⟧")
		}
	}
	for _, at := range places.FindAllStringIndex(s, -1) {
		piece(s[rest:at[0]])
		b.WriteString(s[at[0]:at[1]])
		rest = at[1]
	}
	piece(s[rest:])
	return b.String()
}

// places are where a sentence takes its arguments.
var places = regexp.MustCompile(`%(\[\d\])?s`)
