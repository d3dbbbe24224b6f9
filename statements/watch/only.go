package watch

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"onrecord/statements"
)

// filter is what narrows a watch, made ready to be asked. A nil filter lets
// everything through.
type filter struct {
	statements.Only
	names map[string]bool // letters of the outlets' names
	hosts []string
}

// newFilter gives nil for the zero Only: most watches have none, and it costs
// them nothing.
func newFilter(o statements.Only) *filter {
	if len(o.Outlets) == 0 && len(o.Languages) == 0 && !o.Verbatim && o.Sure == 0 {
		return nil
	}
	f := &filter{Only: o, names: map[string]bool{}}
	for _, name := range o.Outlets {
		f.names[spelt(name)] = true
		if host := hostIn(name); host != "" {
			f.hosts = append(f.hosts, host)
		}
	}
	return f
}

// ofStatements reports whether the watch asks for something that only a
// statement has: then its words count in what was said.
func (f *filter) ofStatements() bool { return f != nil && (f.Verbatim || f.Sure > 0) }

// admits decides on an article.
func (f *filter) admits(a *statements.Article) bool {
	return f == nil || f.outlet(a) && f.language(a)
}

func (f *filter) outlet(a *statements.Article) bool {
	if len(f.Outlets) == 0 || f.names[spelt(a.Outlet)] && a.Outlet != "" {
		return true
	}
	host := hostOf(a.URL)
	return slices.ContainsFunc(f.hosts, func(h string) bool { return host == h || strings.HasSuffix(host, "."+h) })
}

func (f *filter) language(a *statements.Article) bool {
	return len(f.Languages) == 0 || slices.Contains(f.Languages, primary(a.Lang))
}

// of leaves those of mine that are verbatim enough and whose speaker is sure
// enough.
func (f *filter) of(sts []statements.Statement, mine []int) []int {
	if !f.ofStatements() {
		return mine
	}
	var out []int
	for _, i := range mine {
		if st := &sts[i]; f.kind(st) && f.sure(st) {
			out = append(out, i)
		}
	}
	return out
}

func (f *filter) kind(st *statements.Statement) bool {
	return !f.Verbatim || st.Kind == statements.Direct || st.Kind == statements.Mixed
}

// sure: a speaker whom nobody knows is not sure at all.
func (f *filter) sure(st *statements.Statement) bool {
	return f.Sure == 0 || st.Known != statements.Unresolved && st.Confidence >= f.Sure
}

// spelt is what names are compared by: neither case, accents,
// spaces nor stops count.
func spelt(name string) string { return strings.Join(folded(name), "") }

// primary is the language of a tag: "en" of "en-GB".
func primary(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	return tag
}

// hostOf is the host of an address, without "www.".
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// hostIn reads a name as a host, or as the address of a page there; "" if it is
// neither.
func hostIn(name string) string {
	if strings.ContainsAny(name, " \t") || !strings.Contains(name, ".") {
		return ""
	}
	if !strings.Contains(name, "://") {
		name = "https://" + name
	}
	host := strings.Trim(hostOf(name), ".")
	if !strings.Contains(host, ".") {
		return ""
	}
	return host
}

// demands are the parts of a filter, each with what it says of an article that
// fails it alone. The one that is easiest to see stands first.
var demands = []struct {
	lack  Lack
	asked func(*filter) bool
	drop  func(*statements.Only)
	why   func(*filter, *page, statements.Alert) statements.Said
}{
	{OtherOutlet, func(f *filter) bool { return len(f.Outlets) > 0 }, func(o *statements.Only) { o.Outlets = nil },
		func(f *filter, p *page, _ statements.Alert) statements.Said {
			name := p.article.Outlet
			if name == "" {
				name = hostOf(p.article.URL)
			}
			return statements.Say("Another outlet: %s, not %s", name, statements.Joined("%s or %s", asked(f.Outlets)))
		}},
	{OtherLanguage, func(f *filter) bool { return len(f.Languages) > 0 }, func(o *statements.Only) { o.Languages = nil },
		func(f *filter, p *page, _ statements.Alert) statements.Said {
			want := statements.Joined("%s or %s", languagesOf(f.Languages))
			if p.article.Lang == "" {
				return statements.Say("Its language is not known, and the watch asks for %s", want)
			}
			return statements.Say("Another language: %s, not %s", languagesOf([]string{primary(p.article.Lang)})[0], want)
		}},
	{Reported, func(f *filter) bool { return f.Verbatim }, func(o *statements.Only) { o.Verbatim = false },
		func(*filter, *page, statements.Alert) statements.Said {
			return statements.Say("Reported, not verbatim")
		}},
	{Unsure, func(f *filter) bool { return f.Sure > 0 }, func(o *statements.Only) { o.Sure = 0 },
		func(f *filter, p *page, al statements.Alert) statements.Said {
			best := 0.0
			for _, i := range al.Statements {
				if p.sts[i].Known != statements.Unresolved {
					best = max(best, p.sts[i].Confidence)
				}
			}
			if best == 0 {
				return statements.Say("It is not known who spoke")
			}
			return statements.Say("Who spoke is sure by %s, and the watch asks for %s", fmt.Sprintf("%.2f", best), fmt.Sprintf("%.2f", f.Sure))
		}},
}

// narrowed says which demand of its filter alone keeps the watch from an
// article.
func (c compiled) narrowed(p *page, mine []int) (Miss, bool) {
	if c.only == nil {
		return Miss{}, false
	}
	for _, d := range demands {
		if !d.asked(c.only) {
			continue
		}
		less, without := c, c.only.Only
		d.drop(&without)
		less.only = newFilter(without)
		if al, ok := less.match(p, mine); ok {
			return Miss{d.lack, al.Statements, al.Words, d.why(c.only, p, al)}, true
		}
	}
	return Miss{}, false
}

// asked are names as they were given.
func asked(names []string) (out []any) {
	for _, n := range names {
		out = append(out, n)
	}
	return out
}

// languagesOf are those of tags.
func languagesOf(tags []string) (out []any) {
	for i, name := range LanguageNames(tags) {
		out = append(out, statements.Language{Tag: tags[i], English: name})
	}
	return out
}
