package lists

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

func TestRead(t *testing.T) {
	courier := statements.ListedFeed{URL: "https://harborcourier.example/feed.xml", Name: "Harbor Courier"}
	wire := statements.ListedFeed{URL: "https://fjordwire.example/atom", Name: "Fjord & Wire", Site: "https://fjordwire.example"}
	both := []statements.ListedFeed{courier, wire}
	tests := []struct {
		name, in string
		want     statements.FeedList
	}{
		{"as the standard has it", `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>My feeds</title></head><body>
			<outline type="rss" text="Harbor Courier" xmlUrl="https://harborcourier.example/feed.xml"/>
			<outline type="rss" text="Fjord &amp; Wire" xmlUrl="https://fjordwire.example/atom" htmlUrl="https://fjordwire.example"/></body></opml>`,
			statements.FeedList{Title: "My feeds", Feeds: both}},
		{"folders in folders, one of them empty", `<opml><body><outline text="News"><outline text="Norvania"><outline text="Harbor Courier" xmlUrl="https://harborcourier.example/feed.xml"/></outline>
			<outline text="Empty"/></outline><outline text="Wires"><outline text="Fjord &amp; Wire" xmlUrl="https://fjordwire.example/atom" htmlUrl="https://fjordwire.example"/></outline></body></opml>`,
			statements.FeedList{Feeds: both, Folders: 3}},
		{"doubled, and addresses of other kinds", `<opml><body><outline title="Harbor Courier" xmlUrl="https://harborcourier.example/feed.xml"/>
			<outline text="again" xmlUrl="https://HARBORCOURIER.example/feed.xml#top"/><outline text="x" xmlUrl="javascript:alert(1)"/><outline text="file" xmlUrl="file:///etc/passwd"/></body></opml>`,
			statements.FeedList{Feeds: both[:1], Doubled: 1, Unread: 2}},
		{"bare ampersands, single marks, capitals, no end", `<OPML><BODY><OUTLINE TEXT='Fjord & Wire' XMLURL='https://fjordwire.example/atom' htmlurl=https://fjordwire.example><outline text="cut off xmlUrl="htt`,
			statements.FeedList{Feeds: both[1:], Damaged: true}},
		{"feed: before the address", `<opml><body><outline text="Harbor Courier" xmlUrl="feed://harborcourier.example/feed.xml"/></body></opml>`,
			statements.FeedList{Feeds: both[:1]}},
		{"an entity bomb", `<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://harborcourier.example/feed.xml"/></body></opml>`,
			statements.FeedList{Feeds: []statements.ListedFeed{{URL: courier.URL, Name: "&b;"}}}},
		{"windows-1252", "<?xml version='1.0' encoding='windows-1252'?><opml><body><outline text='Caf\xe9' xmlUrl='https://harborcourier.example/feed.xml'/></body></opml>",
			statements.FeedList{Feeds: []statements.ListedFeed{{URL: courier.URL, Name: "Café"}}}},
		{"lines", "# mine\n\nhttps://harborcourier.example/feed.xml Harbor  Courier\r\nhttps://fjordwire.example/atom\n",
			statements.FeedList{Feeds: []statements.ListedFeed{courier, {URL: wire.URL}}}},
	}
	for _, tc := range tests {
		got, err := Read([]byte(tc.in), "")
		if diff := cmp.Diff(tc.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", tc.name, err, diff)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	tests := []struct{ in, want string }{
		{" \n", "The list is empty."},
		{`<opml><body></body></opml>`, "The list holds no feeds."},
		{`<opml><body><outline xmlUrl="gopher://a.example"/></body></opml>`, "None of the entries"},
		{`<rss version="2.0"><channel><title>x</title><item><title>y</title></item></channel></rss>`, "This is a feed and not a list"},
		{`<html><body>hello</body></html>`, "This is no list of feeds."},
		{"Herring talks stall\n\nhttps://a.example/feed", "This is no list of feeds."},
		{"\x00\x01\x02\xff", "This is no list of feeds."},
	}
	for _, tc := range tests {
		_, err := Read([]byte(tc.in), "")
		var p *statements.Problem
		if !errors.As(err, &p) || !strings.HasPrefix(p.Text.String(), tc.want) || p.Hint.String() == "" {
			t.Errorf("%q: got %v, want %q", tc.in, err, tc.want)
		}
	}
}

// 50,000 outlines, and outlines 100,000 deep, are read as far as the limit and
// in proportion to their size.
func TestReadIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("<opml><body>")
	for i := range 50_000 {
		fmt.Fprintf(&b, `<outline text="Feed %d" xmlUrl="https://f%d.example/feed"/>`, i, i)
	}
	got, err := Read([]byte(b.String()+"</body></opml>"), "")
	if err != nil || len(got.Feeds) != mostFeeds || !got.Cut {
		t.Errorf("got %d feeds, cut %v, %v", len(got.Feeds), got.Cut, err)
	}
	deep := "<opml><body>" + strings.Repeat(`<outline text="d">`, 100_000) + `<outline text="x" xmlUrl="https://a.example/feed"/>`
	got, err = Read([]byte(deep), "")
	if err != nil || len(got.Feeds) != 1 || got.Folders != mostOpen || !got.Damaged {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestWrite(t *testing.T) {
	out, hidden := Write("onrecord <feeds>", []statements.Feed{
		{URL: "https://harborcourier.example/feed.xml?a=1&b=2", Name: "Harbor \"Courier\"\x02\n& Sons"},
		{URL: "https://ada:secret@fjordwire.example/atom"},
	})
	want := `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>onrecord &lt;feeds&gt;</title>
  </head>
  <body>
    <outline type="rss" text="Harbor &#34;Courier&#34; &amp; Sons" xmlUrl="https://harborcourier.example/feed.xml?a=1&amp;b=2"/>
    <outline type="rss" text="https://fjordwire.example/atom" xmlUrl="https://fjordwire.example/atom"/>
  </body>
</opml>
`
	if diff := cmp.Diff(want, string(out)); diff != "" || hidden != 1 {
		t.Errorf("%d hidden (-want +got):\n%s", hidden, diff)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`<opml><head><title/></head><body><outline text="a"><outline xmlUrl="https://a.example/&amp;"/></outline></body>`))
	f.Add([]byte("https://a.example/feed a\nfeed://b.example\n# c"))
	f.Add([]byte("\xff\xfe<\x00o\x00p\x00m\x00l\x00>\x00"))
	f.Fuzz(func(t *testing.T, in []byte) {
		got, err := Read(in, "")
		if err != nil {
			return
		}
		var list []statements.Feed
		for _, l := range got.Feeds {
			list = append(list, statements.Feed{URL: l.URL, Name: l.Name})
		}
		// What was read can be written, by the strictest reader, and read again.
		out, hidden := Write(got.Title, list)
		var whole struct {
			Outlines []struct {
				URL string `xml:"xmlUrl,attr"`
			} `xml:"body>outline"`
		}
		if err := xml.Unmarshal(out, &whole); err != nil || len(whole.Outlines) != len(list) {
			t.Fatalf("wrote %d of %d: %v\n%s", len(whole.Outlines), len(list), err, out)
		}
		again, err := Read(out, "")
		if err != nil || hidden == 0 && len(again.Feeds) != len(list) {
			t.Errorf("read %d of %d again: %v\n%s", len(again.Feeds), len(list), err, out)
		}
	})
}
