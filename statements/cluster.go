package statements

import (
	"cmp"
	"slices"
	"strings"
)

// Cluster is one utterance with all reports of it.
type Cluster struct {
	ID int64
	// Reports are the statements, as they were published: the first is first.
	// An article may have several.
	Reports []Found
}

// Sort puts the reports into the order of their publication. One that does not
// say when counts as published when it was fetched.
func (c Cluster) Sort() {
	at := func(f Found) int64 {
		if f.Article.Published.IsZero() {
			return f.Article.Fetched.UnixMilli()
		}
		return f.Article.Published.Time.UnixMilli()
	}
	slices.SortStableFunc(c.Reports, func(a, b Found) int {
		return cmp.Or(cmp.Compare(at(a), at(b)), cmp.Compare(a.Statement.ID, b.Statement.ID))
	})
}

// Without gives the reports of other articles than one.
func (c Cluster) Without(article int64) []Found {
	var out []Found
	for _, r := range c.Reports {
		if r.Article.ID != article {
			out = append(out, r)
		}
	}
	return out
}

// Outlets are those that carry the utterance, each once, the first first.
func (c Cluster) Outlets() []Outlet {
	var out []Outlet
	add := func(o Outlet) {
		if o.Name != "" && !slices.ContainsFunc(out, func(p Outlet) bool { return strings.EqualFold(p.Name, o.Name) }) {
			out = append(out, o)
		}
	}
	for _, r := range c.Reports {
		add(Outlet{Name: r.Article.Outlet, URL: r.Article.URL})
		for _, o := range r.Also {
			add(o)
		}
	}
	return out
}

// Wordings are the first reports of each wording, the first first. Reports that
// differ only in marks, blanks and capitals have one wording.
func (c Cluster) Wordings() []Found {
	seen := map[string]bool{}
	var out []Found
	for _, r := range c.Reports {
		w := wording(r.Statement.Text(r.Article.Text))
		if !seen[w] {
			seen[w] = true
			out = append(out, r)
		}
	}
	return out
}

func wording(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return strings.ContainsRune(" \t\r\n.,;:!?…\"'“”‘’«»„–—-", r)
	})
	return strings.Join(words, " ")
}
