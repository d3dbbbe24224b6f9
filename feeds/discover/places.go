package discover

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

// lead is an address where a feed may be, and why.
type lead struct {
	url    string
	reason string
	rank   int // less is surer
}

// The ranks of leads, surest first.
const (
	typed    = iota // by the person, and it is a feed
	declared        // a link element of the page
	known           // the service's own scheme
	linked          // an anchor that looks like a feed
	usual           // where feeds usually stand
)

// place is a service whose feeds stand at addresses that can be told from the
// addresses of its pages.
type place struct {
	hosts []string // without www.; ".x" is any host below x
	feeds func(u *url.URL, parts []string) []string
	name  string
}

var places = []place{
	{[]string{"youtube.com", "m.youtube.com", "music.youtube.com"}, youtube, "YouTube"},
	{[]string{"reddit.com", "old.reddit.com", "new.reddit.com"}, reddit, "Reddit"},
	{[]string{"github.com"}, github, "GitHub"},
	{[]string{"medium.com", ".medium.com"}, medium, "Medium"},
	{[]string{".substack.com"}, under("/feed"), "Substack"},
	{[]string{".wordpress.com"}, under("/feed/"), "WordPress"},
	{[]string{".blogspot.com"}, under("/feeds/posts/default"), "Blogger"},
	{[]string{".tumblr.com"}, under("/rss"), "Tumblr"},
	{[]string{"bsky.app"}, bluesky, "Bluesky"},
	{[]string{"news.google.com"}, googleNews, "Google News"},
}

// noFeeds are services that offer none, with what to try instead.
var noFeeds = map[string]string{
	"t.me":          "Telegram",
	"telegram.me":   "Telegram",
	"x.com":         "X",
	"twitter.com":   "X",
	"facebook.com":  "Facebook",
	"linkedin.com":  "LinkedIn",
	"tiktok.com":    "TikTok",
	"instagram.com": "Instagram",
	"threads.net":   "Threads",
	"threads.com":   "Threads",
}

// placed gives the feeds of a service that is known.
func placed(address string) []lead {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	host, parts := bareHost(u), split(u.Path)
	var out []lead
	service := false
	for _, p := range places {
		if !slices.ContainsFunc(p.hosts, func(h string) bool { return h == host || h[0] == '.' && strings.HasSuffix(host, h) }) {
			continue
		}
		service = true
		for _, f := range p.feeds(u, parts) {
			out = append(out, lead{f, reasons.FeedOf.With(p.name), known})
		}
	}
	// Mastodon and its kin live anywhere, and call people /@name.
	if !service && len(parts) == 1 && len(parts[0]) > 1 && parts[0][0] == '@' {
		out = append(out, lead{u.Scheme + "://" + u.Host + "/" + parts[0] + ".rss", reasons.FeedOf.With("Mastodon"), known})
	}
	return out
}

// without says that a service offers no feeds; nil where it may.
func without(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	name := noFeeds[bareHost(u)]
	if name == "" {
		return nil
	}
	return &statements.Problem{Text: statements.Say("%s offers no feeds.", name),
		Hint: statements.Say("Look for the same outlet's own site; many give the address of a feed there.")}
}

func bareHost(u *url.URL) string {
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

func split(p string) []string {
	return strings.FieldsFunc(path.Clean("/"+p), func(r rune) bool { return r == '/' })
}

func youtube(u *url.URL, parts []string) []string {
	const base = "https://www.youtube.com/feeds/videos.xml?"
	if list := u.Query().Get("list"); list != "" {
		return []string{base + "playlist_id=" + url.QueryEscape(list)}
	}
	if len(parts) < 2 {
		return nil // what /@name is, the page says
	}
	switch parts[0] {
	case "channel":
		return []string{base + "channel_id=" + url.QueryEscape(parts[1])}
	case "user":
		return []string{base + "user=" + url.QueryEscape(parts[1])}
	}
	return nil
}

func reddit(u *url.URL, parts []string) []string {
	switch {
	case len(parts) == 0:
		return []string{"https://www.reddit.com/.rss"}
	case len(parts) >= 2 && (parts[0] == "r" || parts[0] == "user" || parts[0] == "u"):
		if parts[0] == "u" {
			parts[0] = "user"
		}
		return []string{"https://www.reddit.com/" + parts[0] + "/" + url.PathEscape(parts[1]) + "/.rss"}
	}
	return nil
}

func github(u *url.URL, parts []string) []string {
	const base = "https://github.com/"
	switch {
	case len(parts) == 1 && !slices.Contains([]string{"features", "pricing", "explore", "topics", "about", "login"}, parts[0]):
		return []string{base + url.PathEscape(parts[0]) + ".atom"}
	case len(parts) < 2:
		return nil
	}
	repo := base + url.PathEscape(parts[0]) + "/" + url.PathEscape(strings.TrimSuffix(parts[1], ".git"))
	switch {
	case len(parts) >= 4 && parts[2] == "commits":
		return []string{repo + "/commits/" + strings.Join(parts[3:], "/") + ".atom"}
	case len(parts) >= 3 && parts[2] == "commits":
		return []string{repo + "/commits.atom"}
	case len(parts) >= 3 && parts[2] == "tags":
		return []string{repo + "/tags.atom"}
	}
	return []string{repo + "/releases.atom", repo + "/commits.atom"}
}

func medium(u *url.URL, parts []string) []string {
	if strings.HasSuffix(bareHost(u), ".medium.com") {
		return []string{u.Scheme + "://" + u.Host + "/feed"}
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{"https://medium.com/feed/" + url.PathEscape(parts[0])}
}

func bluesky(u *url.URL, parts []string) []string {
	if len(parts) < 2 || parts[0] != "profile" {
		return nil
	}
	return []string{"https://bsky.app/profile/" + url.PathEscape(parts[1]) + "/rss"}
}

func googleNews(u *url.URL, parts []string) []string {
	if len(parts) == 0 || parts[0] == "rss" {
		return nil
	}
	feed := *u
	feed.Path = "/rss/" + strings.Join(parts, "/")
	return []string{feed.String()}
}

// under gives the feed that stands at one path of every site of a service.
func under(p string) func(*url.URL, []string) []string {
	return func(u *url.URL, _ []string) []string { return []string{u.Scheme + "://" + u.Host + p} }
}
