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
	l := linkedData{m: m, named: map[string]string{}}
	l.noteNames(v, 0)
	l.value(v, 0)
}

// linkedData is one block of JSON-LD while it is read.
type linkedData struct {
	m     *meta
	named map[string]string // @id to name, for authors that are only pointed at
}

func (l *linkedData) noteNames(v any, depth int) {
	if depth > 8 || len(l.named) > 500 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.noteNames(x, depth+1)
		}
	case map[string]any:
		if id, name := str(v["@id"]), str(v["name"]); id != "" && name != "" {
			l.named[id] = name
		}
		for _, x := range v {
			l.noteNames(x, depth+1)
		}
	}
}

// value looks for articles in a value, which may be a list or hold a
// @graph.
func (l *linkedData) value(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.value(x, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			l.article(v)
			return
		}
		if v["@type"] == "WebPage" && len(l.m.authors) == 0 {
			l.m.authors = l.names(v["author"])
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			l.value(v[key], depth+1)
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

func (l *linkedData) article(v map[string]any) {
	m := l.m
	if t := lineText(str(v["headline"])); t != "" && len(m.titles) == 0 {
		m.titles = append(m.titles, t)
	}
	if m.published.IsZero() {
		m.published = firstDate(str(v["datePublished"]), str(v["dateCreated"]))
	}
	if len(m.authors) == 0 {
		m.authors = l.names(v["author"])
	}
	m.closed = m.closed || isFalse(v["isAccessibleForFree"])
	if n := atoi(str(v["wordCount"])); n > 0 {
		m.words = n
	} else if f, ok := v["wordCount"].(float64); ok && f > 0 && f < 1e6 {
		m.words = int(f)
	}
	if p := l.names(v["publisher"]); len(p) > 0 && m.site == "" {
		m.site = p[0]
	}
}

// isFalse reads a boolean in the ways in which people write it.
func isFalse(v any) bool {
	b, ok := v.(bool)
	return ok && !b || strings.EqualFold(strings.TrimPrefix(strings.TrimPrefix(str(v), "https://schema.org/"), "http://schema.org/"), "false")
}

// names gives the names of people or organisations, in all the shapes in
// which they are written.
func (l *linkedData) names(v any) []string {
	switch v := v.(type) {
	case string:
		return unique([]string{lineText(v)})
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, l.names(x)...)
		}
		return unique(out)
	case map[string]any:
		return l.names(first(str(v["name"]), l.named[str(v["@id"])]))
	}
	return nil
}
