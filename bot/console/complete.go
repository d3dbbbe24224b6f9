package console

import (
	"context"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"onrecord/handlers"
)

// completer completes on Tab: the one thing that fits, or as far as all agree;
// a Tab that adds nothing lists what there is above the prompt.
func (s *Surface) completer(ctx context.Context, t *term.Terminal) func(string, int, rune) (string, int, bool) {
	return func(line string, pos int, key rune) (string, int, bool) {
		if key != '\t' {
			return "", 0, false
		}
		before, after := line[:pos], line[pos:]
		from, choices := s.proposals(ctx, before)
		add, list := settle(before[from:], choices)
		if add == before[from:] && len(list) > 1 {
			p := &page{style: s.style(s.in())}
			p.wrap(p.dim, strings.Join(list, " · "), 2, "")
			_, _ = t.Write([]byte(p.text()))
		}
		line = before[:from] + add
		return line + after, len(line), true
	}
}

// settle extends what was typed by what all choices agree on.
func settle(typed string, choices []handlers.Choice) (string, []string) {
	var list []string
	common := ""
	for i, c := range choices {
		list = append(list, strings.TrimSpace(c.Name))
		if i == 0 {
			common = c.Value
		}
		common = agree(common, c.Value)
	}
	switch {
	case len(choices) == 1:
		return choices[0].Value, list
	case len(common) > len(typed):
		return common, list
	}
	return typed, list
}

// agree is what two strings both begin with.
func agree(a, b string) string {
	n := 0
	for n < len(a) {
		r, size := utf8.DecodeRuneInString(a[n:])
		if q, _ := utf8.DecodeRuneInString(b[min(n, len(b)):]); r != q || n >= len(b) {
			break
		}
		n += size
	}
	return a[:n]
}

// proposals gives what may stand at the end of before in place of
// before[from:].
func (s *Surface) proposals(ctx context.Context, before string) (from int, out []handlers.Choice) {
	c, rest, ok := commandOf(s.Desk.Commands(), before)
	at := len(before) - len(strings.TrimLeft(before, " /"))
	open := strings.HasSuffix(before, " ")
	if !ok || rest == "" && !open {
		return at, s.commands(strings.ToLower(before[at:]))
	}
	if rest == "" {
		rest = before[len(before):]
	} else {
		rest = before[len(before)-len(strings.TrimLeft(before[strings.LastIndex(before, rest):], " ")):]
	}
	base := len(before) - len(rest)
	if len(c.Options) > 0 && c.Options[0].Prose {
		n, choices := s.inProse(ctx, c, rest)
		return base + n, choices
	}
	n, choices := s.inOptions(ctx, c, rest, open || rest == "")
	return base + n, choices
}

// commands proposes the words that commands begin with, one word at a time.
func (s *Surface) commands(typed string) []handlers.Choice {
	names := []string{"quit"}
	for _, c := range s.Desk.Commands() {
		names = append(names, c.Name)
	}
	var out []handlers.Choice
	seen := map[string]bool{}
	for _, name := range names {
		if !strings.HasPrefix(name, typed) {
			continue
		}
		word := name
		if first, _, two := strings.Cut(name, " "); two && len(typed) <= len(first) {
			word = first
		}
		if !seen[word] {
			seen[word] = true
			out = append(out, handlers.Choice{Name: word, Value: word + " "})
		}
	}
	return out
}

// inOptions completes names and values of options.
func (s *Surface) inOptions(ctx context.Context, c handlers.Command, rest string, open bool) (int, []handlers.Choice) {
	ws := words(rest)
	heads := headsOf(c, rest, ws)
	last := len(rest) // where the word begins that is being typed
	if !open && len(ws) > 0 {
		last = ws[len(ws)-1].start
	}
	// An unclosed quotation is one word.
	if i := strings.LastIndexByte(rest, '"'); i >= 0 && strings.Count(rest, `"`)%2 == 1 {
		last, open = i, false
	}
	option, begin := "", 0
	if len(c.Options) > 0 {
		option = c.Options[0].Name
	}
	used := map[string]bool{}
	for _, h := range heads {
		if ws[h.at].start < last || h.value <= last && !h.bare {
			option, begin = h.name, h.value
			used[h.name] = true
		}
	}
	begin += len(rest[begin:]) - len(strings.TrimLeft(rest[begin:], " "))
	begin = min(begin, len(rest))
	var out []handlers.Choice
	typed := strings.Trim(rest[begin:], `"`)
	for _, ch := range s.Desk.Complete(ctx, s.request(c.Name, nil), option, typed) {
		out = append(out, handlers.Choice{Name: ch.Name, Value: quoteIfNeeded(ch.Value, len(c.Options) > 1) + " "})
	}
	if o := optionOf(c, option); o.Kind == handlers.Channel && strings.HasPrefix(prefix, typed) {
		out = append(out, handlers.Choice{Name: prefix, Value: prefix + " "})
	}
	if len(out) > 0 && (typed != "" || len(c.Options) == 1) {
		return begin, out
	}
	names := s.optionNames(c, rest[last:], used)
	if last == begin || len(out) == 0 {
		return last, append(out, names...)
	}
	return last, names
}

func optionOf(c handlers.Command, name string) handlers.Option {
	for _, o := range c.Options {
		if o.Name == name {
			return o
		}
	}
	return handlers.Option{}
}

// optionNames proposes the options that are not used yet.
func (s *Surface) optionNames(c handlers.Command, typed string, used map[string]bool) []handlers.Choice {
	if len(c.Options) < 2 {
		return nil
	}
	var out []handlers.Choice
	for _, o := range c.Options {
		if !used[o.Name] && strings.HasPrefix(o.Name, strings.ToLower(typed)) {
			out = append(out, handlers.Choice{Name: o.Name, Value: o.Name + " "})
		}
	}
	return out
}

// quoteIfNeeded puts marks around a value of several words, where others may
// follow it.
func quoteIfNeeded(v string, others bool) string {
	if others && strings.ContainsAny(v, " \t") {
		return `"` + v + `"`
	}
	return v
}

// inProse completes the options behind a question, and names inside it.
func (s *Surface) inProse(ctx context.Context, c handlers.Command, rest string) (int, []handlers.Choice) {
	ws := words(rest)
	if len(ws) == 0 || strings.HasSuffix(rest, " ") && len(headsOf(c, rest, ws)) == 0 {
		return len(rest), nil
	}
	last := ws[len(ws)-1]
	if strings.HasPrefix(last.inner, "-") {
		var out []handlers.Choice
		for _, o := range c.Options {
			if name := "--" + o.Name; !o.Prose && strings.HasPrefix(name, last.inner) {
				out = append(out, handlers.Choice{Name: name, Value: name + " "})
			}
		}
		return last.start, out
	}
	if heads := headsOf(c, rest, ws); len(heads) > 0 {
		h := heads[len(heads)-1]
		begin := min(h.value+len(rest[h.value:])-len(strings.TrimLeft(rest[h.value:], " ")), len(rest))
		return begin, s.values(ctx, c, h.name, strings.Trim(rest[begin:], `"`))
	}
	// The longest run of the last words that begins a name.
	for n := min(3, len(ws)); n > 0; n-- {
		from := ws[len(ws)-n].start
		if out := s.namesFrom(ctx, c, rest[from:], n == 1); len(out) > 0 {
			return from, out
		}
	}
	return len(rest), nil
}

func (s *Surface) values(ctx context.Context, c handlers.Command, option, typed string) []handlers.Choice {
	var out []handlers.Choice
	for _, ch := range s.Desk.Complete(ctx, s.request(c.Name, nil), option, typed) {
		out = append(out, handlers.Choice{Name: ch.Name, Value: ch.Value + " "})
	}
	return out
}

// namesFrom are the speakers whose name begins with what was typed, or, with
// any, one of whose names does.
func (s *Surface) namesFrom(ctx context.Context, c handlers.Command, typed string, any bool) []handlers.Choice {
	if utf8.RuneCountInString(typed) < 2 {
		return nil
	}
	var out []handlers.Choice
	for _, ch := range s.Desk.Complete(ctx, s.request(c.Name, nil), "speaker", typed) {
		begins := strings.HasPrefix(strings.ToLower(ch.Value), strings.ToLower(typed))
		for _, part := range strings.Fields(ch.Value) {
			begins = begins || any && strings.HasPrefix(strings.ToLower(part), strings.ToLower(typed))
		}
		if begins {
			out = append(out, handlers.Choice{Name: ch.Name, Value: ch.Value + " "})
		}
	}
	return out
}
