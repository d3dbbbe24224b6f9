package discover

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"onrecord/feeds"
	"onrecord/statements"
)

// previewed is how many of the newest items a candidate shows.
const previewed = 3

// candidate says what a feed brings.
func candidate(d *feeds.Document, body, address string, l lead) statements.Candidate {
	c := statements.Candidate{
		URL: address, Title: d.Title, Site: d.Link, Format: formatOf(body), Lang: langOf(body),
		Items: len(d.Items), Reason: l.reason, Comments: isComments(address, d.Title),
	}
	var dates []time.Time
	items := slices.Clone(d.Items)
	dated := 0
	for _, it := range items {
		if m := moment(it); !m.IsZero() {
			dated++
			dates = append(dates, m.Time)
			if c.Newest.IsZero() || m.Time.After(c.Newest.Time) {
				c.Newest = m
			}
		}
	}
	if dated == len(items) { // else the feed's own order says what is new
		slices.SortStableFunc(items, func(a, b feeds.Item) int { return moment(b).Time.Compare(moment(a).Time) })
	}
	for _, it := range items[:min(previewed, len(items))] {
		c.Recent = append(c.Recent, statements.Headline{Title: titleOf(it), URL: it.Link, Published: moment(it)})
	}
	c.Every = rhythm(dates)
	return c
}

func moment(it feeds.Item) statements.Moment {
	if it.Published.IsZero() {
		return it.Updated
	}
	return it.Published
}

func titleOf(it feeds.Item) string {
	if it.Title != "" {
		return it.Title
	}
	line, _, _ := strings.Cut(it.Summary+it.Content, "\n")
	if r := []rune(line); len(r) > 100 {
		return string(r[:99]) + "…"
	}
	return line
}

// rhythm is the median pause between items; 0 where there are too few, or all
// bear one date.
func rhythm(dates []time.Time) time.Duration {
	const least = 3
	if len(dates) < least {
		return 0
	}
	slices.SortFunc(dates, time.Time.Compare)
	// The span over the number, not the median pause: news comes in bursts by
	// day and not by night.
	from := max(0, len(dates)-20)
	span := dates[len(dates)-1].Sub(dates[from])
	return span / time.Duration(len(dates)-1-from)
}

var (
	commentsPath  = regexp.MustCompile(`(?i)/comments?(/|$|\.|\?)|[?&]feed=comments`)
	commentsTitle = regexp.MustCompile(`(?i)^(comments? (on|for)|kommentare (zu|für)|commentaires (sur|pour)|comentarios (en|para)|комментарии)\b`)
)

func isComments(address, title string) bool {
	return commentsPath.MatchString(address) && !strings.Contains(address, "reddit.com/") || commentsTitle.MatchString(title)
}

// head is how much of a feed is looked at for its format and language.
const head = 16 << 10

var (
	rssVersion = regexp.MustCompile(`(?i)<rss\b[^>]*\bversion\s*=\s*["']([0-9.]{1,5})`)
	rootTag    = regexp.MustCompile(`(?i)<(rss|rdf:rdf|(?:\w+:)?feed)\b`)
	language   = regexp.MustCompile(`(?i)<(?:dc:)?language>\s*([a-z]{2,3})\b|<[^>]*\bxml:lang\s*=\s*["']([a-z]{2,3})\b|"language"\s*:\s*"([a-z]{2,3})\b`)
)

func formatOf(body string) string {
	body = body[:min(len(body), head)]
	if v := rssVersion.FindStringSubmatch(body); v != nil {
		return "RSS " + v[1]
	}
	root := rootTag.FindStringSubmatch(body)
	switch {
	case root == nil && strings.HasPrefix(strings.TrimLeft(body, "\ufeff \t\r\n"), "{"):
		return "JSON Feed"
	case root == nil, strings.EqualFold(root[1], "rss"):
		return "RSS"
	case strings.EqualFold(root[1], "rdf:rdf"):
		return "RSS 1.0"
	}
	return "Atom"
}

func langOf(body string) string {
	m := language.FindStringSubmatch(body[:min(len(body), head)])
	for _, tag := range m[min(1, len(m)):] {
		if tag != "" {
			return strings.ToLower(tag)
		}
	}
	return ""
}
