package feeds

import (
	"encoding/json"
	"strings"
)

// linked reads a JSON-LD block: the article in it, wherever it stands.
func (m *meta) linked(text string) {
	if len(text) > 1<<20 {
		return
	}
	var v any
	if json.Unmarshal([]byte(clean(strings.TrimSpace(text))), &v) != nil {
		// Raw line ends inside strings are the usual mistake.
		flat := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(text)
		if json.Unmarshal([]byte(clean(strings.TrimSuffix(strings.TrimSpace(flat), ";"))), &v) != nil {
			return
		}
	}
	m.linkedValue(v, 0)
}

// linkedValue looks for articles in a value, which may be a list or hold a
// @graph.
func (m *meta) linkedValue(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			m.linkedValue(x, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			m.linkedArticle(v)
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			m.linkedValue(v[key], depth+1)
		}
	}
}

func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
	case []any:
		for _, x := range t {
			if isArticle(x) {
				return true
			}
		}
	}
	return false
}

func (m *meta) linkedArticle(v map[string]any) {
	if t := lineText(str(v["headline"])); t != "" && len(m.titles) == 0 {
		m.titles = append(m.titles, t)
	}
	if m.published.IsZero() {
		m.published = firstDate(str(v["datePublished"]), str(v["dateCreated"]))
	}
	if len(m.authors) == 0 {
		m.authors = linkedNames(v["author"])
	}
	if p := linkedNames(v["publisher"]); len(p) > 0 && m.site == "" {
		m.site = p[0]
	}
}

// linkedNames gives the names of people or organisations, in all the shapes in
// which they are written.
func linkedNames(v any) []string {
	switch v := v.(type) {
	case string:
		return unique([]string{lineText(v)})
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, linkedNames(x)...)
		}
		return unique(out)
	case map[string]any:
		return linkedNames(v["name"])
	}
	return nil
}
