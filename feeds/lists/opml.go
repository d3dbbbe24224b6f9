package lists

import (
	"io"
	"strings"

	"golang.org/x/net/html"

	"onrecord/statements"
)

// mostTag bounds one tag of a list, in bytes.
const mostTag = 1 << 20

// opml takes the outlines of an OPML document. An outline without a feed that
// stands around others is a folder.
func (b *builder) opml(text string) {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(mostTag)
	depth, folders := 0, map[int]bool{} // the folders that are open, by depth
	inTitle := false
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			b.list.Damaged = b.list.Damaged || z.Err() != io.EOF || b.isIt && depth > 0
			return
		}
		z.NextIsNotRawText() // title and style mean nothing special here
		switch kind {
		case html.TextToken:
			if inTitle && b.list.Title == "" {
				b.list.Title = clip(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			inTitle = t.Data == "title"
			b.isIt = b.isIt || t.Data == "opml" || t.Data == "outline"
			if t.Data != "outline" {
				continue
			}
			added := b.outline(t)
			for d := range folders {
				if d < depth && added && !folders[d] {
					folders[d] = true
					b.list.Folders++
				}
			}
			if kind == html.StartTagToken {
				if _, isFeed := feedOf(t); !isFeed && len(folders) < mostOpen {
					folders[depth] = false
				}
				depth++
			}
		case html.EndTagToken:
			inTitle = false
			if name, _ := z.TagName(); string(name) == "outline" && depth > 0 {
				depth--
				delete(folders, depth)
			}
		}
	}
}

// mostOpen is how many folders inside one another are told apart.
const mostOpen = 16

// outline takes one outline and reports whether it is one more feed.
func (b *builder) outline(t html.Token) bool {
	f, isFeed := feedOf(t)
	return isFeed && b.add(f)
}

// feedOf reads the attributes, which the tokenizer has in lower case. Some
// writers have url for xmlUrl.
func feedOf(t html.Token) (f statements.ListedFeed, isFeed bool) {
	a := map[string]string{}
	for _, at := range t.Attr {
		a[at.Key] = at.Val
	}
	f = statements.ListedFeed{URL: a["xmlurl"], Name: a["text"], Site: strings.TrimSpace(a["htmlurl"])}
	if f.URL == "" && (a["type"] == "rss" || a["type"] == "atom") {
		f.URL = a["url"]
	}
	if strings.TrimSpace(f.Name) == "" {
		f.Name = a["title"]
	}
	return f, f.URL != ""
}
