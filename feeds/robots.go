package feeds

import (
	"context"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

const (
	// robotName is how we are called in robots.txt.
	robotName = "onrecord"
	// robotsFor is how long a robots.txt is believed (RFC 9309 says a day at
	// most), and robotsRetry when one that could not be had is asked for again.
	robotsFor   = 24 * time.Hour
	robotsRetry = 10 * time.Minute
	// robotsMax is how much of it is read, by the same RFC.
	robotsMax = 500 << 10
	// robotsSites bounds how many are remembered.
	robotsSites = 5000
)

// robots remembers what the sites allow. The zero value is ready.
type robots struct {
	mu    sync.Mutex
	sites map[string]rules
}

type rules struct {
	data  *robotstxt.RobotsData // nil allows everything
	until time.Time
}

// MayRead reports whether the site's robots.txt lets us read a page. Feeds are
// not asked about: their operators offer them to programs. A robots.txt that is
// not there, or cannot be had, allows the page.
func (c *Client) MayRead(ctx context.Context, page string) bool {
	u, err := url.Parse(page)
	if err != nil || !isWeb(u) {
		return false
	}
	site := u.Scheme + "://" + strings.ToLower(u.Host)
	now := time.Now()
	c.robots.mu.Lock()
	r, known := c.robots.sites[site]
	c.robots.mu.Unlock()
	if !known || now.After(r.until) {
		r = c.fetchRobots(ctx, site, now)
		c.robots.keep(site, r)
	}
	return r.data == nil || r.data.TestAgent(u.RequestURI(), robotName)
}

func (c *Client) fetchRobots(ctx context.Context, site string, now time.Time) rules {
	f, err := c.Get(ctx, site+"/robots.txt", "", "")
	switch {
	case f == nil || err != nil && f.Status >= 500:
		return rules{until: now.Add(robotsRetry)}
	case err != nil:
		return rules{until: now.Add(robotsFor)}
	}
	data, err := robotstxt.FromBytes(f.Body[:min(len(f.Body), robotsMax)])
	if err != nil {
		data = nil
	}
	return rules{data: data, until: now.Add(robotsFor)}
}

func (r *robots) keep(site string, what rules) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sites == nil || len(r.sites) >= robotsSites {
		r.sites = map[string]rules{}
	}
	r.sites[site] = what
}
