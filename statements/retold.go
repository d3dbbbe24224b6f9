package statements

import (
	"regexp"
	"strconv"
	"strings"

	"onrecord/statements/reasons"
)

// Reason is a sentence that goes into a store, where String is what is kept.
func Reason(s reasons.Sentence, args ...any) Said { return Said{Format: s.Format(), Args: args} }

// Retold is what was kept in English, as it can be said in other languages: a
// sentence of package reasons, with or without its full stop, or several. What
// cannot be read stays as it is. In English it is what was kept.
func Retold(kept string) Said {
	r := reteller{mostReads}
	if s, ok := r.retold(kept); ok {
		return s
	}
	return AsItIs(kept)
}

// reteller takes apart what was kept, which may have words of a stranger's
// server in it: what it has left to read is counted.
type reteller struct{ reads int }

// mostReads is how many sentences are tried. A reason has one or two, and what
// they name is tried too.
const mostReads = 100

func (r *reteller) retold(kept string) (Said, bool) {
	if s, ok := r.sentences(kept, r.retold); ok {
		return s, true
	}
	if s, ok := r.sentence(kept); ok {
		return s, true
	}
	if s, ok := r.sentence(kept + "."); ok && strings.HasSuffix(s.Format, ".") {
		s.Clause = true
		return s, true
	}
	if s, ok := countOf(kept); ok {
		return s, true
	}
	return r.sentences(kept, func(rest string) (Said, bool) { return AsItIs(rest), true })
}

// sentences reads a sentence and what follows it.
func (r *reteller) sentences(kept string, follows func(string) (Said, bool)) (Said, bool) {
	for at, tries := 0, 0; tries < mostStops; at, tries = at+1, tries+1 {
		end := strings.Index(kept[at:], ". ")
		if end < 0 {
			break
		}
		at += end
		head, ok := r.sentence(kept[:at+1])
		if !ok {
			continue
		}
		if rest, ok := follows(kept[at+2:]); ok {
			return Said{Format: "%s %s", Args: []any{head, rest}}, true
		}
	}
	return Said{}, false
}

// mostStops is how many full stops may stand in a sentence that is kept, in what
// it names.
const mostStops = 8

// sentence reads one. What it names may be one again.
func (r *reteller) sentence(kept string) (Said, bool) {
	if r.reads--; r.reads < 0 {
		return Said{}, false
	}
	s, args, ok := reasons.Read(kept)
	if !ok {
		return Said{}, false
	}
	said := Reason(s)
	for _, a := range args {
		if again, ok := r.retold(a); ok {
			said.Args = append(said.Args, again)
		} else {
			said.Args = append(said.Args, a)
		}
	}
	return said, true
}

// AsItIs is what no language changes.
func AsItIs(words string) Said { return Said{Format: "%s", Args: []any{words}} }

var spans = regexp.MustCompile(`^([1-9][0-9]{0,5}) (minute|hour|day)s?$`)

// countOf reads what lasting wrote.
func countOf(kept string) (Said, bool) {
	m := spans.FindStringSubmatch(kept)
	if m == nil {
		return Said{}, false
	}
	n, _ := strconv.Atoi(m[1])
	c := spanOf(n, m[2])
	return Said{Format: "%s", Args: []any{c}}, c.String() == kept
}

// spanOf is a length of time.
func spanOf(n int, unit string) Counted {
	switch unit {
	case "minute":
		return Count(n, "%s minute", "%s minutes")
	case "hour":
		return Count(n, "%s hour", "%s hours")
	}
	return Count(n, "%s day", "%s days")
}
