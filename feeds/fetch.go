package feeds

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"onrecord/statements/reasons"
)

const (
	// maxHops is how many redirects are followed; browsers stop at 20.
	maxHops = 10
	// maxAsked caps Retry-After: a server cannot send us away for good.
	maxAsked = 24 * time.Hour
)

// Client fetches for everybody in this room: capped, polite, and never to a
// private address that was not allowed. It is safe for concurrent use.
type Client struct {
	config Config
	http   *http.Transport
	hosts  hosts
	robots robots
}

// Fetched is an answer to Get.
type Fetched struct {
	URL         string // after redirects
	Status      int
	ContentType string
	Body        []byte   // opened (gzip, brotli), capped, in the charset it came in
	NotModified bool     // the server says that nothing has changed since
	Links       []string // the Link headers, as they came
	ETag        string
	// LastModified is the header as it came, to be sent back.
	LastModified string
	RetryAfter   time.Duration
	FreshFor     time.Duration // it will not have changed before; an hour at most
	MovedTo      string        // where permanent redirects lead; "" if nowhere new
	Gone         bool          // 410
}

// NewClient makes a client; an error names the entry of AllowPrivate it is about.
func NewClient(c Config) (*Client, error) {
	g, err := newGuard(c.AllowPrivate)
	if err != nil {
		return nil, fmt.Errorf("allow_private: %w", err)
	}
	allowed := map[string]bool{}
	for _, a := range c.AllowPrivate {
		allowed[strings.ToLower(strings.TrimSpace(a))] = true
	}
	return &Client{config: c, hosts: hosts{allowed: allowed}, http: &http.Transport{
		// No proxy: it would resolve names where the guard cannot see it.
		Proxy:                  nil,
		DialContext:            g.dial,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // opened.go does it, and knows where to stop
		MaxResponseHeaderBytes: 256 << 10,
		MaxIdleConns:           256,
		MaxIdleConnsPerHost:    max(c.Workers, abreast), // a host of our own is asked by all workers at a time
		IdleConnTimeout:        90 * time.Second,
		TLSHandshakeTimeout:    10 * time.Second,
	}}, nil
}

// Close drops the connections that are kept open for later.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Get fetches url unless it is unchanged since ifETag or ifModified, which may
// be empty. Its errors are *Error; where there was an answer at all, what is
// known of it is given beside the error.
func (c *Client) Get(ctx context.Context, url string, ifETag, ifModified string) (*Fetched, error) {
	if err := CheckURL(url); err != nil {
		return nil, ours(because(reasons.NotFetchedAs, err.Error()), because(reasons.GiveAddress), err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, ours(because(reasons.NotFetched), because(reasons.GiveAddress), err)
	}
	c.dress(req, ifETag, ifModified)
	host := strings.ToLower(req.URL.Host)
	leave, err := c.hosts.enter(ctx, host)
	if err != nil {
		return nil, c.failed(req.URL, err)
	}
	defer leave()
	// The time-out starts when it is our turn, and covers the last byte.
	ctx, cancel := context.WithTimeout(ctx, c.config.Timeout)
	defer cancel()
	ctx, end := unlessHung(ctx)
	defer end()
	f, err := c.fetch(req.WithContext(ctx))
	if f != nil {
		c.hosts.answered(host, f.Status == http.StatusTooManyRequests || f.Status == http.StatusServiceUnavailable)
	}
	if errors.Is(context.Cause(ctx), errHung) {
		return f, c.failed(req.URL, errHung)
	}
	return f, err
}

func (c *Client) dress(req *http.Request, ifETag, ifModified string) {
	h := req.Header
	h.Set("User-Agent", c.config.UserAgent)
	h.Set("Accept", "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, application/xml;q=0.9, */*;q=0.5")
	h.Set("Accept-Encoding", "gzip, br")
	if ifETag != "" {
		h.Set("If-None-Match", ifETag)
	}
	if ifModified != "" {
		h.Set("If-Modified-Since", ifModified)
	}
}

func (c *Client) fetch(req *http.Request) (*Fetched, error) {
	moved := ""
	client := &http.Client{Transport: c.http, CheckRedirect: func(next *http.Request, via []*http.Request) error {
		return follow(next, via, &moved)
	}}
	resp, err := client.Do(req)
	if err != nil {
		return nil, c.failed(req.URL, err)
	}
	defer resp.Body.Close()
	f := &Fetched{
		URL:          resp.Request.URL.String(),
		Status:       resp.StatusCode,
		ContentType:  resp.Header.Get("Content-Type"),
		NotModified:  resp.StatusCode == http.StatusNotModified,
		Links:        resp.Header.Values("Link"),
		ETag:         resp.Header.Get("ETag"),
		LastModified: resp.Header.Get("Last-Modified"),
		RetryAfter:   retryAfter(resp.Header, time.Now()),
		FreshFor:     freshFor(resp.Header, time.Now()),
		MovedTo:      moved,
		Gone:         resp.StatusCode == http.StatusGone,
	}
	if f.NotModified {
		return f, nil
	}
	if f.Status < 200 || f.Status > 299 {
		return f, refused(req.URL, f)
	}
	f.Body, err = opened(resp, c.config.MaxBytes)
	if err != nil {
		return f, c.failed(req.URL, err)
	}
	return f, nil
}

var (
	errLoop   = errors.New("redirects in circles")
	errHops   = fmt.Errorf("redirects more than %d times", maxHops)
	errScheme = errors.New("redirects to something that is not http")
)

// follow decides on one redirect, and notes in moved how far the permanent ones
// at the beginning lead.
func follow(next *http.Request, via []*http.Request, moved *string) error {
	if s := next.URL.Scheme; s != "http" && s != "https" {
		return errScheme
	}
	permanent := true
	for _, v := range via {
		if v.URL.String() == next.URL.String() { // no cookies are kept, so nothing can differ
			return errLoop
		}
		// Each request after the first carries the answer that led to it.
		permanent = permanent && (v.Response == nil || isPermanent(v.Response))
	}
	if len(via) >= maxHops {
		return errHops
	}
	if permanent && next.Response != nil && isPermanent(next.Response) {
		*moved = next.URL.String()
	}
	return nil
}

func isPermanent(r *http.Response) bool {
	return r.StatusCode == http.StatusMovedPermanently || r.StatusCode == http.StatusPermanentRedirect
}

// retryAfter reads the header's two forms, seconds and a date.
func retryAfter(h http.Header, now time.Time) time.Duration {
	s := strings.TrimSpace(h.Get("Retry-After"))
	if s == "" {
		return 0
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		if n > int64(maxAsked/time.Second) {
			return maxAsked
		}
		return max(0, time.Duration(n)*time.Second)
	}
	if t, err := http.ParseTime(s); err == nil {
		return min(maxAsked, max(0, t.Sub(now)))
	}
	return 0
}

// shown is a URL as messages may show it: no user, no password, and no query,
// where tokens live.
func shown(u *url.URL) string {
	return strings.TrimSuffix(u.Host+u.EscapedPath(), "/")
}

// Article fetches and reads one page. The Fetched is given even when the page
// could not be read, and is nil when there was no answer.
func (c *Client) Article(ctx context.Context, url string) (*Page, *Fetched, error) {
	f, err := c.Get(ctx, url, "", "")
	if err != nil {
		return nil, f, err
	}
	p, err := ReadPage(f.Body, f.ContentType, f.URL)
	return p, f, err
}
