package discover

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"onrecord/statements/reasons"
)

// paths are where feeds usually stand under a site, most usual first.
var paths = []string{"/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/?feed=rss2", "/feeds/posts/default"}

// first is what is tried first where a page says what made it.
var first = map[string][]string{
	"wordpress":   {"/feed/", "/?feed=rss2"},
	"blogger":     {"/feeds/posts/default"},
	"ghost":       {"/rss/"},
	"hugo":        {"/index.xml"},
	"jekyll":      {"/feed.xml"},
	"gatsby":      {"/rss.xml"},
	"drupal":      {"/rss.xml"},
	"squarespace": {"/?format=rss"},
	"wix.com":     {"/blog-feed.xml"},
	"eleventy":    {"/feed/feed.xml", "/feed.xml"},
}

// usualPlaces are what can be tried where a page names nothing: what its
// software offers, then under the folder that was asked about, then under the
// site.
func usualPlaces(address, maker string) []lead {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	root := u.Scheme + "://" + u.Host
	var out []lead
	seen := map[string]bool{}
	try := func(at string) {
		if !seen[strings.TrimSuffix(at, "/")] {
			seen[strings.TrimSuffix(at, "/")] = true
			out = append(out, lead{at, reasons.UsualPlace.With(), usual})
		}
	}
	folder := strings.TrimSuffix(u.EscapedPath(), "/")
	for _, name := range slices.Sorted(maps.Keys(first)) {
		if strings.Contains(maker, name) {
			for _, p := range first[name] {
				try(root + p)
			}
		}
	}
	// An article has an address of many parts; a section or a blog has few.
	if folder != "" && strings.Count(folder, "/") <= 2 && !strings.Contains(folder, ".") {
		for _, p := range paths[:2] {
			try(root + folder + p)
		}
	}
	for _, p := range paths {
		try(root + p)
	}
	return out
}
