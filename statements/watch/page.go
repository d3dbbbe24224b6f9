package watch

import (
	"net/url"
	"slices"
	"sort"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// page is an article with the terms that were found in it.
type page struct {
	article     *statements.Article
	sts         []statements.Statement
	title, text zone
	outlet      string
	hits        map[int32][]hit // by term
	said        [][]run         // by statement: its content as runs of words of the text
	beside      []run           // by statement, for a Seeker: its content with what stands around it
}

// zone is a text and its words.
type zone struct {
	s     string
	words []text.Word
}

// hit is where a term stands: words [from, to) of the title or the text.
type hit struct {
	field    field // inTitle, inText or inSource
	from, to int
}

type run struct{ from, to int }

// scan finds all terms of s in a.
func (s *Set) scan(a statements.Article, sts []statements.Statement) *page {
	p := &page{
		article: &a, sts: sts,
		title: zone{a.Title, tokens(a.Title)}, text: zone{a.Text, tokens(a.Text)},
		outlet: a.Outlet, hits: map[int32][]hit{},
	}
	sc := scanner{set: s, lang: stemLang(a.Lang), seen: map[string]resolved{}}
	sc.stems = s.in(sc.lang)
	sc.zone(p, p.title, inTitle)
	sc.zone(p, p.text, inText)
	if len(s.sources) > 0 {
		for _, k := range outletKeys(a) {
			for _, id := range s.sources[k] {
				p.hits[id] = []hit{{field: inSource}}
			}
		}
	}
	p.said = make([][]run, len(sts))
	for i, st := range sts {
		for _, c := range st.Content {
			if r := p.text.run(c); r.from < r.to {
				p.said[i] = append(p.said[i], r)
			}
		}
	}
	return p
}

// run gives the words that lie inside span.
func (z zone) run(span statements.Span) run {
	from := sort.Search(len(z.words), func(i int) bool { return z.words[i].Start >= span.Start })
	to := sort.Search(len(z.words), func(i int) bool { return z.words[i].End > span.End })
	return run{from, to}
}

// parted reports whether a paragraph ends between words from and to.
func (z zone) parted(from, to int) bool {
	return slices.ContainsFunc(z.words[from:to], func(w text.Word) bool { return w.Folded == "" })
}

// zone gives the text that f means.
func (p *page) zone(f field) zone {
	if f == inTitle {
		return p.title
	}
	return p.text
}

// scanner looks the words of one article up, each different one once.
type scanner struct {
	set   *Set
	lang  string
	stems *trie
	seen  map[string]resolved
}

type resolved struct {
	stem, exact int32
	starts      []int32
}

func (sc *scanner) resolve(folded string) resolved {
	if r, ok := sc.seen[folded]; ok {
		return r
	}
	b := bare(folded)
	r := resolved{
		stem:   sc.stems.word(text.Stem(folded, sc.lang)),
		exact:  sc.set.exact.word(b),
		starts: sc.set.starts.of(b),
	}
	sc.seen[folded] = r
	return r
}

func (sc *scanner) zone(p *page, z zone, f field) {
	n := len(z.words)
	numbers := make([]int32, 4*n)
	stem, stemJoined, exact, exactJoined := numbers[:n], numbers[n:2*n], numbers[2*n:3*n], numbers[3*n:]
	for i, w := range z.words {
		r := sc.resolve(w.Folded)
		stem[i], exact[i], stemJoined[i], exactJoined[i] = r.stem, r.exact, none, none
		for _, id := range r.starts {
			p.hits[id] = append(p.hits[id], hit{f, i, i + 1})
		}
		if i+1 < n && isHyphen(z.s[w.End:z.words[i+1].Start]) {
			j := sc.resolve(w.Folded + z.words[i+1].Folded)
			stemJoined[i], exactJoined[i] = j.stem, j.exact
		}
	}
	for i := range z.words {
		found := func(id int32, end int) { p.hits[id] = append(p.hits[id], hit{f, i, end}) }
		sc.stems.walk(stem, stemJoined, i, func(id int32, end int) {
			if sc.set.terms[id].spells(z.words[i:end], sc.lang) {
				found(id, end)
			}
		})
		sc.set.exact.walk(exact, exactJoined, i, found)
	}
}

// outletKeys are the letters under which an article's outlet can be asked for:
// its whole name, words of the name in a row, its host with and without "www.",
// and each label of the host but the last.
func outletKeys(a statements.Article) []string {
	keys := map[string]bool{}
	add := func(words []string) {
		for i := range words {
			for j := i + 1; j <= min(len(words), i+8); j++ {
				keys[strings.Join(words[i:j], "")] = true
			}
		}
	}
	name := folded(a.Outlet)
	add(name[:min(len(name), 16)])
	if u, err := url.Parse(a.URL); err == nil {
		labels := strings.Split(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), ".")
		keys[strings.Join(folded(strings.Join(labels, ".")), "")] = true
		for _, l := range labels[:len(labels)-1] {
			keys[strings.Join(folded(l), "")] = true
		}
	}
	delete(keys, "")
	out := make([]string, 0, len(keys))
	for k := range keys {
		out = append(out, k)
	}
	return out
}
