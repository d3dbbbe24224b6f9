package websub_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/feeds"
	"onrecord/feeds/websub"
)

const (
	hubAt  = "https://hub.example/"
	feedAt = "https://courier.example/news/feed.xml"
)

func TestDiscover(t *testing.T) {
	atom := `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
		<link rel="hub" href="https://hub.example/"/><link rel="self" href="https://courier.example/feed.atom"/>
		<entry><link rel="hub" href="https://item.example/"/></entry></feed>`
	inBody := websub.Offer{Hub: hubAt, Topic: "https://courier.example/feed.atom", From: "the feed"}
	for name, tc := range map[string]struct {
		headers []string
		body    string
		want    websub.Offer
	}{
		"nothing":     {body: `<rss><channel><title>The hub of the harbour</title></channel></rss>`},
		"atom":        {body: atom, want: inBody},
		"rss":         {body: `<rss><channel><link>https://courier.example/</link><atom10:link xmlns:atom10="http://www.w3.org/2005/Atom" rel="self" type="application/rss+xml" href="https://courier.example/feed.atom" /><atom10:link xmlns:atom10="x" rel='hub' href='https://hub.example/' /><item>`, want: inBody},
		"rdf":         {body: `<rdf:RDF><channel><items><li/></items><atom:link rel="hub" href="https://hub.example/"/></channel><item>`, want: websub.Offer{Hub: hubAt, Topic: feedAt, From: "the feed"}},
		"json":        {body: `{"version": "https://jsonfeed.org/version/1.1", "feed_url": "https://courier.example/feed.atom", "hubs": [{"type": "rssCloud", "url": "https://cloud.example/"}, {"type": "WebSub", "url": "https://hub.example/"}]}`, want: inBody},
		"after items": {body: `<feed><entry></entry><entry></entry><link rel="hub" href="https://hub.example/"/></feed>`, want: websub.Offer{Hub: hubAt, Topic: feedAt, From: "the feed"}},
		"both in one": {body: `<feed><link rel="self hub" href="https://hub.example/"/></feed>`, want: websub.Offer{Hub: hubAt, Topic: hubAt, From: "the feed"}},

		"in an item alone": {body: `<feed><entry><link rel="hub" href="https://item.example/"/></entry></feed>`},
		"in a comment":     {body: `<feed><!-- <link rel="hub" href="https://old.example/"/> --><title>x</title></feed>`},
		"in CDATA":         {body: `<rss><channel><description><![CDATA[<link rel="hub" href="https://old.example/"/>]]></description></channel></rss>`},
		"no address":       {body: `<feed><link rel="hub" href="javascript:alert(1)"/></feed>`},
		"entities":         {body: `<feed><link rel="hub" href="https://hub.example/?a=1&amp;b=2"/></feed>`, want: websub.Offer{Hub: "https://hub.example/?a=1&b=2", Topic: feedAt, From: "the feed"}},
		"relative":         {body: `<feed><link rel="self" href="feed.atom"/><link rel="hub" href="//hub.example/#x"/></feed>`, want: websub.Offer{Hub: hubAt, Topic: "https://courier.example/news/feed.atom", From: "the feed"}},

		"headers first": {
			headers: []string{`<https://other.example/>; rel="hub"`, `<https://courier.example/other>; rel=self, </x>; rel="next"`},
			body:    atom, want: websub.Offer{Hub: "https://other.example/", Topic: "https://courier.example/other", From: "the Link header"},
		},
		"hub in the headers": {headers: []string{`<https://hub.example/>; rel="hub"`}, body: strings.Replace(atom, `rel="hub"`, `rel="next"`, 1),
			want: websub.Offer{Hub: hubAt, Topic: "https://courier.example/feed.atom", From: "the Link header"}},
		"self in the headers": {headers: []string{`<https://courier.example/other>; rel="self"`}, body: atom,
			want: websub.Offer{Hub: hubAt, Topic: "https://courier.example/other", From: "the feed"}},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(tc.want, websub.Discover(tc.headers, []byte(tc.body), feedAt)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func TestHeaderLinks(t *testing.T) {
	for _, tc := range []struct {
		header string
		want   [][]string
	}{
		{`<https://a.example/>; rel="hub"`, [][]string{{"https://a.example/", "hub"}}},
		{`<https://a.example/>;rel=hub,<https://b.example/>; title="x, <y>; \"z\""; rel="Self  hub"`, [][]string{{"https://a.example/", "hub"}, {"https://b.example/", "self", "hub"}}},
		{`<https://a.example/?q=1,2;3>; rel=hub; rel=self`, [][]string{{"https://a.example/?q=1,2;3", "hub"}}},
		{`<a>; crossorigin; REL = hub`, [][]string{{"a", "hub"}}},
		{`<a>, <b>; rel=self`, [][]string{{"a"}, {"b", "self"}}},
		{`rel=hub`, nil},
		{`<a`, nil},
		{`<a>; rel="hub`, [][]string{{"a", "hub"}}},
		{`<a>; rel`, [][]string{{"a"}}},
		{``, nil},
	} {
		if d := cmp.Diff(tc.want, websub.HeaderLinks(tc.header)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tc.header, d)
		}
	}
}

func FuzzDiscover(f *testing.F) {
	f.Add(`<https://hub.example/>; rel="hub", </feed>; rel=self`, `<feed><link rel="hub" href="x"/></feed>`)
	f.Add(`<a>; rel="\"`, `{"hubs": [{"type": "WebSub", "url": "https://hub.example/"}], "feed_url": 1}`)
	f.Add(`,;=<>`, `<rss><!-- <link rel='hub' href='//hub.example'><![CDATA[ <item></item><atom:link rel=hub href=x>`)
	f.Fuzz(func(t *testing.T, header, body string) {
		o := websub.Discover([]string{header}, []byte(body), feedAt)
		if o.Hub == "" {
			if o != (websub.Offer{}) {
				t.Errorf("half an offer: %+v", o)
			}
			return
		}
		for _, address := range []string{o.Hub, o.Topic} {
			if err := feeds.CheckURL(address); err != nil {
				t.Errorf("%q cannot be asked: %v", address, err)
			}
			if u, err := url.Parse(address); err != nil || u.Fragment != "" {
				t.Errorf("%q: %v", address, err)
			}
		}
	})
}
