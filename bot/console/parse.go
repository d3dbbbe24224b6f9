package console

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/handlers"
)

// typed is a command line as it was understood.
type typed struct {
	command handlers.Command
	options map[string]string
	extra   string // what is left over
}

// word is a piece of a line: white space ends it, but not inside quotation
// marks.
type word struct {
	start, end int    // in the line, marks included
	inner      string // without the marks
	quoted     bool   // it is one quotation and nothing else
}

// words cuts a line. A quotation mark that is never closed is a character like
// any other.
func words(line string) []word {
	var out []word
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		w := word{start: i}
		for i < len(line) {
			r, n = utf8.DecodeRuneInString(line[i:])
			if unicode.IsSpace(r) {
				break
			}
			if end := closing(line, i, w.start); end > 0 {
				w.quoted = i == w.start
				w.inner = line[i+n : end]
				_, n = utf8.DecodeRuneInString(line[end:])
				i = end + n
				w.quoted = w.quoted && (i == len(line) || isSpaceAt(line, i))
				continue
			}
			i += n
		}
		w.end = i
		if !w.quoted {
			w.inner = line[w.start:w.end]
		}
		out = append(out, w)
	}
	return out
}

func isSpaceAt(line string, i int) bool {
	r, _ := utf8.DecodeRuneInString(line[i:])
	return unicode.IsSpace(r)
}

// closing gives where the quotation that opens at i closes, or 0 if none
// does. Single marks open one at the start of a word only: don't is a word.
func closing(line string, i, start int) int {
	for _, pair := range [...][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"'", "'"}, {"‘", "’"}} {
		if !strings.HasPrefix(line[i:], pair[0]) {
			continue
		}
		if (pair[0] == "'" || pair[0] == "‘") && i > start {
			return 0
		}
		from := i + len(pair[0])
		if end := strings.Index(line[from:], pair[1]); end >= 0 {
			return from + end
		}
		return 0
	}
	return 0
}

// commandOf finds the command that a line begins with, and gives the rest. A
// slash before it is welcome.
func commandOf(table []handlers.Command, line string) (c handlers.Command, rest string, ok bool) {
	line = strings.TrimPrefix(strings.TrimSpace(line), "/")
	ws := words(line)
	for n := min(2, len(ws)); n > 0; n-- {
		name := strings.ToLower(ws[0].inner)
		if n == 2 {
			name += " " + strings.ToLower(ws[1].inner)
		}
		for _, c := range table {
			if c.Name == name {
				return c, strings.TrimSpace(line[ws[n-1].end:]), true
			}
		}
	}
	return handlers.Command{}, line, false
}

// head is where an option begins: its name, and where its value does.
type head struct {
	name  string
	at    int // word
	value int // byte of the line where the value begins
	bare  bool
}

// parse reads what follows a command. What stands before the first option
// belongs to the command's first option; in prose, options are written --since
// or since: and stand after it.
func parse(c handlers.Command, rest string) typed {
	t := typed{command: c, options: map[string]string{}}
	ws := words(rest)
	heads := headsOf(c, rest, ws)
	first := len(rest)
	if len(heads) > 0 {
		first = ws[heads[0].at].start
	}
	t.first(rest[:first])
	for i, h := range heads {
		end := len(rest)
		if i+1 < len(heads) {
			end = ws[heads[i+1].at].start
		}
		t.set(h.name, value(rest[min(h.value, end):end]))
	}
	return t
}

// first gives what stands before all options to the first option; where it is
// several quotations or a quotation and more, the rest to the second.
func (t *typed) first(s string) {
	s = strings.TrimSpace(s)
	if s == "" || len(t.command.Options) == 0 {
		t.extra = s
		return
	}
	ws := words(s)
	if !t.command.Options[0].Prose && len(ws) > 1 && len(t.command.Options) > 1 && ws[0].quoted {
		t.set(t.command.Options[0].Name, ws[0].inner)
		t.set(t.command.Options[1].Name, value(s[ws[0].end:]))
		return
	}
	if t.command.Options[0].Prose {
		t.options[t.command.Options[0].Name] = s
		return
	}
	t.set(t.command.Options[0].Name, value(s))
}

// set keeps a value in the words that the desk understands.
func (t *typed) set(name, v string) {
	for _, o := range t.command.Options {
		if o.Name != name {
			continue
		}
		switch o.Kind {
		case handlers.YesNo:
			v = yesNo(v)
		case handlers.Attached:
			v = fileAddress(v)
		case handlers.Channel:
			if strings.EqualFold(v, "here") {
				v = prefix
			}
		}
	}
	t.options[name] = v
}

func yesNo(v string) string {
	switch strings.ToLower(v) {
	case "", "y", "yes", "true", "on", "1":
		return "yes"
	case "n", "no", "false", "off", "0":
		return "no"
	}
	return v
}

// value is what an option was given: one quotation without its marks, or else
// the words as they stand.
func value(s string) string {
	s = strings.TrimSpace(s)
	if ws := words(s); len(ws) == 1 && ws[0].quoted {
		return ws[0].inner
	}
	return s
}

// headsOf finds where options begin: --name, name:value, and, where the command
// takes no prose, the bare name. That of an only option begins the line and has
// something after it: "help command" asks about a command.
func headsOf(c handlers.Command, rest string, ws []word) []head {
	prose := len(c.Options) > 0 && c.Options[0].Prose
	var out []head
	seen := map[string]bool{}
	for i, w := range ws {
		if w.quoted {
			continue
		}
		bare := !prose && (len(c.Options) > 1 || i == 0 && len(ws) > 1)
		h, ok := headOf(c, rest, w, bare, prose)
		if !ok || h.bare && seen[h.name] || h.bare && len(out) > 0 && names(c, out[len(out)-1], rest, ws[i:]) {
			continue
		}
		seen[h.name] = true
		h.at = i
		out = append(out, h)
	}
	return out
}

// names reports whether the option that begins at h is one that names others, and
// the first of ws is such a name: right after it, after a comma, or without a value
// of its own.
func names(c handlers.Command, h head, rest string, ws []word) bool {
	if !slices.ContainsFunc(c.Options, func(o handlers.Option) bool { return o.Named && o.Name == h.name }) {
		return false
	}
	before := strings.TrimSpace(rest[h.value:ws[0].start])
	if before == "" || strings.HasSuffix(before, ",") || len(ws) == 1 {
		return true
	}
	_, next := headOf(c, rest, ws[1], true, false)
	return next
}

func headOf(c handlers.Command, rest string, w word, bare, prose bool) (head, bool) {
	text := rest[w.start:w.end]
	name, dashed := text, false
	for _, dash := range []string{"--", "—", "–"} { // some keyboards make one of two
		if n, ok := strings.CutPrefix(text, dash); ok {
			name, dashed = n, true
			break
		}
	}
	sep := strings.IndexAny(name, ":=")
	at := w.end
	if sep >= 0 {
		at = w.end - len(name) + sep + 1
		name = name[:sep]
	}
	name = strings.ToLower(name)
	known := false
	for _, o := range c.Options {
		known = known || o.Name == name && !o.Prose
	}
	switch {
	case known && (dashed || sep >= 0):
		return head{name: name, value: at}, true
	case known && bare:
		return head{name: name, value: at, bare: true}, true
	case dashed && !prose && name != "":
		return head{name: name, value: at}, true // the desk says that there is none
	}
	return head{}, false
}
