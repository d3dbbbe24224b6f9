package feeds

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
	jf "github.com/mmcdole/gofeed/json"

	"onrecord/statements/reasons"
)

// parseJSON reads a JSON Feed. As with XML, gofeed reads what a cleaning pass
// made of it.
func parseJSON(text, base string) (*Document, error) {
	m, how, err := readJSON(text)
	if err != nil {
		return nil, err
	}
	b, err := json.Marshal(tidyJSON(m))
	if err != nil {
		return nil, theirs(because(reasons.DamagedJSON), because(reasons.TellPublisher))
	}
	f, err := readXML(string(b))
	if err != nil {
		return nil, theirs(because(reasons.DamagedJSON), because(reasons.TellPublisher))
	}
	d := fromJSON(f, base)
	d.Damaged, d.Cut = how != sound, how == cutShort
	return d, nil
}

// soundness is what a document of JSON is worth.
type soundness int

const (
	sound soundness = iota
	patchedUp
	cutShort // what follows the last whole item is lost
)

// readJSON decodes the document; where it is damaged or ends too early, the
// whole items are kept.
func readJSON(text string) (m map[string]any, how soundness, err error) {
	if m, ok := decodeJSON(text); ok {
		return m, sound, checkJSON(m)
	}
	text = untrail(clean(text))
	if m, ok := decodeJSON(text); ok {
		return m, patchedUp, checkJSON(m)
	}
	m = map[string]any{}
	at := itemsStart.FindStringIndex(text)
	if at == nil {
		return nil, cutShort, theirs(because(reasons.DamagedJSON), because(reasons.TellPublisher))
	}
	for _, g := range topString.FindAllStringSubmatch(text[:at[0]], 20) {
		var s string
		if json.Unmarshal([]byte(g[2]), &s) == nil {
			m[g[1]] = s
		}
	}
	items := []any{}
	d := json.NewDecoder(strings.NewReader(text[at[1]-1:]))
	d.UseNumber()
	if _, err := d.Token(); err == nil { // the opening bracket
		for d.More() && len(items) < maxItems {
			var it any
			if d.Decode(&it) != nil {
				break
			}
			items = append(items, it)
		}
	}
	if len(items) == 0 {
		return nil, cutShort, theirs(because(reasons.DamagedJSON), because(reasons.TellPublisher))
	}
	m["items"] = items
	return m, cutShort, nil
}

var (
	itemsStart = regexp.MustCompile(`"items"\s*:\s*\[`)
	topString  = regexp.MustCompile(`"(title|home_page_url|version)"\s*:\s*("(?:[^"\\]|\\.)*")`)
)

func decodeJSON(text string) (map[string]any, bool) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil {
		return nil, false
	}
	m, _ := v.(map[string]any)
	return m, true
}

func checkJSON(m map[string]any) error {
	if _, ok := m["items"].([]any); !ok {
		return theirs(because(reasons.OtherJSON), because(reasons.CheckAddress))
	}
	return nil
}

// untrail drops commas before a closing bracket, and line ends inside strings.
func untrail(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	inside := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case inside && c == '\\' && i+1 < len(text):
			out.WriteByte(c)
			i++
			c = text[i]
		case c == '"':
			inside = !inside
		case inside && (c == '\n' || c == '\r' || c == '\t'):
			c = ' '
		case !inside && c == ',':
			if rest := strings.TrimLeft(text[i+1:min(len(text), i+200)], " \t\r\n"); rest != "" && (rest[0] == ']' || rest[0] == '}') {
				continue
			}
		}
		out.WriteByte(c)
	}
	return out.String()
}

// tidyJSON gives every field the type that the specification gives it: people
// write numbers as ids and a single author as a list, or the other way round.
func tidyJSON(m map[string]any) map[string]any {
	items := []any{}
	list, _ := m["items"].([]any)
	for _, x := range list {
		o, ok := x.(map[string]any)
		if !ok || len(items) >= maxItems {
			continue
		}
		it := map[string]any{"authors": tidyAuthors(o)}
		for _, key := range []string{"id", "url", "external_url", "title", "summary", "content_html", "content_text", "date_published", "date_modified"} {
			it[key] = str(o[key])
		}
		items = append(items, it)
	}
	return map[string]any{"version": first(str(m["version"]), "https://jsonfeed.org/version/1.1"), "title": str(m["title"]),
		"home_page_url": str(m["home_page_url"]), "feed_url": str(m["feed_url"]), "authors": tidyAuthors(m), "items": items}
}

func tidyAuthors(o map[string]any) []any {
	var names []string
	for _, v := range []any{o["authors"], o["author"]} {
		list, isList := v.([]any)
		if !isList {
			list = []any{v}
		}
		for _, a := range list {
			if p, ok := a.(map[string]any); ok {
				a = p["name"]
			}
			names = append(names, oneLine(str(a)))
		}
	}
	out := []any{}
	for _, n := range unique(names) {
		out = append(out, map[string]any{"name": n})
	}
	return out
}

func fromJSON(f *gofeed.Feed, base string) *Document {
	o, ok := f.OriginalFeed().(*jf.Feed)
	if !ok {
		return &Document{}
	}
	base = first(base, o.FeedURL)
	doc := &Document{Title: lineText(o.Title), Link: resolve(base, o.HomePageURL)}
	for _, i := range o.Items {
		it := Item{
			ID:        i.ID,
			Title:     lineText(i.Title),
			Link:      resolve(base, first(i.URL, i.ExternalURL)),
			Published: firstDate(i.DatePublished),
			Updated:   firstDate(i.DateModified),
			Author:    jsonAuthors(i.Authors),
			Summary:   plainText(html.EscapeString(i.Summary)),
			Content:   plainText(i.ContentHTML),
		}
		if it.Content == "" {
			it.Content = textParagraphs(i.ContentText)
		}
		if it.Link == "" && CheckURL(it.ID) == nil {
			it.Link = it.ID
		}
		doc.Items = append(doc.Items, it)
	}
	inherit(doc, jsonAuthors(o.Authors))
	setKeys(doc.Items)
	return doc
}

// textParagraphs keeps the paragraphs of a plain text, each on one line.
func textParagraphs(s string) string {
	var out []string
	for _, p := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if p = oneLine(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n\n")
}

func jsonAuthors(as []*jf.Author) string {
	var names []string
	for _, a := range as {
		if a != nil {
			names = append(names, oneLine(a.Name))
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
