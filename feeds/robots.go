package feeds

import (
	"context"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/sync/singleflight"
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
	mu     sync.Mutex
	sites  map[string]rules
	asking singleflight.Group
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
	r := c.rulesOf(ctx, u.Scheme+"://"+strings.ToLower(u.Host))
	return r.data == nil || r.data.TestAgent(u.RequestURI(), robotName)
}

// rulesOf gives a site's rules. Pages of one site that come at the same moment
// ask for them once.
func (c *Client) rulesOf(ctx context.Context, site string) rules {
	for {
		if r, known := c.robots.of(site); known {
			return r
		}
		r, err, _ := c.robots.asking.Do(site, func() (any, error) {
			if r, known := c.robots.of(site); known {
				return r, nil // since we looked
			}
			r := c.fetchRobots(ctx, site, time.Now())
			if ctx.Err() != nil {
				return rules{}, ctx.Err() // nobody knows what it says
			}
			c.robots.keep(site, r)
			return r, nil
		})
		if err == nil || ctx.Err() != nil {
			return r.(rules)
		} // else the one who asked was told to stop, and we were not
	}
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

// of gives what is known of a site, and is still believed.
func (r *robots) of(site string) (what rules, known bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	what, known = r.sites[site]
	return what, known && !time.Now().After(what.until)
}

func (r *robots) keep(site string, what rules) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sites == nil || len(r.sites) >= robotsSites {
		r.sites = map[string]rules{}
	}
	r.sites[site] = what
}
