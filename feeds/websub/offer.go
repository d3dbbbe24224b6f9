package websub

import (
	"bytes"
	"encoding/json"
	"html"
	"net/url"
	"regexp"
	"strings"

	"onrecord/feeds"
)

// Offer is a hub that a feed names; the zero value is none.
type Offer struct {
	Hub   string
	Topic string // what the hub calls the feed: its rel=self, else its address
	// From is where the hub was named: "the Link header", or "the feed".
	From string
}

// Discover finds the hub that an answer offers: in its headers, else in the
// feed itself. base is the address that the answer came from.
func Discover(headers []string, body []byte, base string) Offer {
	o := Offer{From: "the Link header"}
	links := headerLinks(headers)
	o.Hub = first(links, "hub", base)
	o.Topic = first(links, "self", base)
	if o.Hub == "" || o.Topic == "" {
		links = bodyLinks(body)
	}
	if o.Hub == "" {
		o.Hub, o.From = first(links, "hub", base), "the feed"
	}
	if o.Hub == "" {
		return Offer{}
	}
	if o.Topic == "" {
		o.Topic = first(links, "self", base)
	}
	if o.Topic == "" {
		o.Topic = base
	}
	if feeds.CheckURL(o.Topic) != nil {
		return Offer{}
	}
	return o
}

// first is the absolute address of the first usable link of that kind.
func first(links []link, rel, base string) string {
	from, err := url.Parse(base)
	if err != nil {
		return ""
	}
	for _, l := range links {
		if !l.is(rel) {
			continue
		}
		to, err := from.Parse(l.to)
		if err != nil {
			continue
		}
		to.Fragment = ""
		if address := to.String(); feeds.CheckURL(address) == nil {
			return address
		}
	}
	return ""
}

const (
	// beginning and end are how much of a feed is looked at, in bytes: its links
	// stand before the items, or after them.
	beginning = 64 << 10
	end       = 16 << 10
)

var (
	itemBegins = regexp.MustCompile(`<(?:item|entry)[\s>]`) // RDF has <items>
	noMarkup   = regexp.MustCompile(`(?s)<!--.*?(?:-->|\z)|<!\[CDATA\[.*?(?:\]\]>|\z)`)
	linkTag    = regexp.MustCompile(`(?i)<(?:\w+:)?link\s[^>]*>`)
	attribute  = regexp.MustCompile(`(?i)\s(rel|href)\s*=\s*(?:"([^"]*)"|'([^']*)')`)
)

// bodyLinks reads the links that a feed has outside its items. Most feeds have
// no hub, and it is called for each that has changed.
func bodyLinks(body []byte) []link {
	if text := bytes.TrimLeft(body, "\ufeff \t\r\n"); len(text) > 0 && text[0] == '{' {
		return jsonLinks(text)
	}
	head, tail := around(body)
	hub := []byte("hub")
	if !bytes.Contains(head, hub) && !bytes.Contains(tail, hub) {
		return nil
	}
	return append(markupLinks(head), markupLinks(tail)...)
}

// around gives what stands before the first item, and after the last one.
func around(body []byte) (head, tail []byte) {
	head = body[:min(len(body), beginning)]
	if at := itemBegins.FindIndex(head); at != nil {
		head = head[:at[0]]
	}
	last := body[max(len(head), len(body)-end):]
	for _, item := range []string{"</item>", "</entry>"} {
		if i := bytes.LastIndex(last, []byte(item)); i >= 0 {
			tail = last[i:]
		}
	}
	return head, tail
}

func markupLinks(text []byte) []link {
	var out []link
	for _, tag := range linkTag.FindAll(noMarkup.ReplaceAll(text, nil), mostLinks) {
		var l link
		for _, a := range attribute.FindAllSubmatch(tag, -1) {
			value := strings.TrimSpace(html.UnescapeString(string(a[2]) + string(a[3])))
			switch strings.ToLower(string(a[1])) {
			case "rel":
				l.rels = strings.Fields(strings.ToLower(value))
			case "href":
				l.to = value
			}
		}
		out = append(out, l)
	}
	return out
}

// jsonLinks reads the hubs and the address of a JSON Feed.
func jsonLinks(text []byte) []link {
	var f struct {
		URL  string `json:"feed_url"`
		Hubs []struct {
			Type string `json:"type"`
			URL  string `json:"url"`
		} `json:"hubs"`
	}
	if !bytes.Contains(text, []byte(`"hubs"`)) || json.Unmarshal(text, &f) != nil {
		return nil
	}
	out := []link{{to: f.URL, rels: []string{"self"}}}
	if f.URL == "" {
		out = nil
	}
	for _, h := range f.Hubs[:min(len(f.Hubs), mostLinks)] {
		if strings.EqualFold(h.Type, "websub") && h.URL != "" {
			out = append(out, link{to: h.URL, rels: []string{"hub"}})
		}
	}
	return out
}
