package feeds

import (
	"encoding/json"
	"html"
	"strings"
)

func parseJSON(text, base string) (*Document, error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, theirs("This is no feed: its JSON is damaged.", "Tell its publisher; it will be tried again.")
	}
	m, _ := v.(map[string]any)
	items, ok := m["items"].([]any)
	if !ok {
		return nil, theirs("This is JSON, but no JSON Feed.", "Check the address.")
	}
	doc := &Document{Title: oneLine(str(m["title"])), Link: resolve(base, str(m["home_page_url"]))}
	for _, x := range items {
		if o, ok := x.(map[string]any); ok && len(doc.Items) < maxItems {
			doc.Items = append(doc.Items, fromJSON(o, base))
		}
	}
	inherit(doc, jsonAuthors(m))
	setKeys(doc.Items)
	return doc, nil
}

func fromJSON(o map[string]any, base string) Item {
	it := Item{
		ID:          str(o["id"]),
		Title:       oneLine(str(o["title"])),
		Link:        resolve(base, first(str(o["url"]), str(o["external_url"]))),
		Published:   firstDate(str(o["date_published"])),
		Updated:     firstDate(str(o["date_modified"])),
		Author:      jsonAuthors(o),
		Summary:     oneLine(str(o["summary"])),
		ContentHTML: str(o["content_html"]),
	}
	it.Content = plainText(it.ContentHTML)
	if t := str(o["content_text"]); it.Content == "" && t != "" {
		it.ContentHTML = html.EscapeString(t)
		it.Content = strings.TrimSpace(t)
	}
	return it
}

func jsonAuthors(o map[string]any) string {
	var names []string
	list, _ := o["authors"].([]any)
	for _, a := range append(list, o["author"]) {
		switch a := a.(type) {
		case map[string]any:
			names = append(names, oneLine(str(a["name"])))
		case string:
			names = append(names, oneLine(a))
		}
	}
	return strings.Join(unique(names), ", ")
}

func unique(list []string) []string {
	seen := map[string]bool{"": true}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

func str(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	}
	return ""
}
