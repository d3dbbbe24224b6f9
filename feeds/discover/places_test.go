package discover

import (
	"strings"
	"testing"
)

func TestPlaced(t *testing.T) {
	tests := []struct{ address, want string }{
		{"https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"},
		{"https://youtube.com/user/harborcourier", "https://www.youtube.com/feeds/videos.xml?user=harborcourier"},
		{"https://www.youtube.com/watch?v=abc&list=PLxyz", "https://www.youtube.com/feeds/videos.xml?playlist_id=PLxyz"},
		{"https://www.youtube.com/@harborcourier", ""},
		{"https://old.reddit.com/r/norvania/comments/1/title", "https://www.reddit.com/r/norvania/.rss"},
		{"https://www.reddit.com/u/ada", "https://www.reddit.com/user/ada/.rss"},
		{"https://github.com/norvania/tides", "https://github.com/norvania/tides/releases.atom https://github.com/norvania/tides/commits.atom"},
		{"https://github.com/norvania/tides/commits/main", "https://github.com/norvania/tides/commits/main.atom"},
		{"https://github.com/norvania/tides/tags", "https://github.com/norvania/tides/tags.atom"},
		{"https://github.com/norvania", "https://github.com/norvania.atom"},
		{"https://github.com/pricing", ""},
		{"https://medium.com/@ada/an-article-1", "https://medium.com/feed/@ada"},
		{"https://ada.medium.com/", "https://ada.medium.com/feed"},
		{"https://tides.substack.com/p/one", "https://tides.substack.com/feed"},
		{"https://tides.wordpress.com/2026/11/", "https://tides.wordpress.com/feed/"},
		{"https://tides.blogspot.com", "https://tides.blogspot.com/feeds/posts/default"},
		{"https://bsky.app/profile/ada.example", "https://bsky.app/profile/ada.example/rss"},
		{"https://news.google.com/search?q=norvania&hl=en", "https://news.google.com/rss/search?q=norvania&hl=en"},
		{"https://social.example/@ada", "https://social.example/@ada.rss"},
		{"https://harborcourier.example/@ada/123", ""},
		{"https://notgithub.com/a/b", ""},
		{"https://substack.com/", ""},
		{"://", ""},
	}
	for _, tc := range tests {
		var got []string
		for _, l := range placed(tc.address) {
			got = append(got, l.url)
		}
		if g := strings.Join(got, " "); g != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.address, g, tc.want)
		}
	}
}

func TestChannelOf(t *testing.T) {
	const id = "UCabcdefghijklmnopqrstuv"
	for _, page := range []string{
		`<meta itemprop="identifier" content="` + id + `">`, `{"externalId":"` + id + `"}`,
		`<link rel="canonical" href="https://www.youtube.com/channel/` + id + `">`,
	} {
		got := readPage("<html>"+page, "https://www.youtube.com/@harborcourier")
		if len(got.leads) != 1 || !strings.HasSuffix(got.leads[0].url, "channel_id="+id) {
			t.Errorf("%s: %+v", page, got.leads)
		}
		if other := readPage("<html>"+page, "https://harborcourier.example/"); len(other.leads) > 0 {
			t.Errorf("a page elsewhere leads to %+v", other.leads)
		}
	}
}

func TestLooksLikeFeed(t *testing.T) {
	yes := []string{"/feed", "/rss/", "/rss.xml", "/news/rss2", "/index.xml", "/?feed=rss2", "/a.atom", "/feeds/world.xml", "rss.php?id=4", "/blog-feed.xml"}
	no := []string{"", "#feed", "/feedback", "/press", "/atomic-energy", "mailto:rss@a.example", "https://feedly.com/i/subscription/feed/x", "/img/rss.png", "/feeding-gulls"}
	for _, a := range yes {
		if !looksLikeFeed(a, "") {
			t.Errorf("%q does not look like a feed", a)
		}
	}
	for _, a := range no {
		if looksLikeFeed(a, "More") {
			t.Errorf("%q looks like a feed", a)
		}
	}
	if !looksLikeFeed("/abo", "RSS") || looksLikeFeed("/abo", "Newsfeeders of the world") {
		t.Error("the words of an anchor are read wrongly")
	}
}

func FuzzReadPage(f *testing.F) {
	f.Add(`<html><base href="http://[::1"><link rel=alternate type="application/rss+xml" href="feed:%zz"><a href="/rss"><img alt="x"></a>`)
	f.Add("<a href=rss><a href='\x00feed'><title>x</title>" + strings.Repeat("<div>", 1000))
	f.Add(`<textarea><link rel="feed" href="//a.example/feed"><script>"channelId":"UCabcdefghijklmnopqrstuv"`)
	f.Fuzz(func(t *testing.T, text string) {
		p := readPage(text, "https://www.youtube.com/@a")
		if len(p.leads) > mostLeads+1 {
			t.Errorf("%d leads", len(p.leads))
		}
		for _, l := range p.leads {
			if !strings.HasPrefix(l.url, "http://") && !strings.HasPrefix(l.url, "https://") {
				t.Errorf("leads to %q", l.url)
			}
		}
	})
}
