package feeds

import (
	"context"
	"net/http"
	"time"
)

// Client fetches for everybody in this room: capped, polite, and never to a
// private address that was not allowed. It is safe for concurrent use.
type Client struct {
	config Config
	guard  *guard
	http   *http.Transport
}

// Fetched is an answer to Get.
type Fetched struct {
	URL         string // after redirects
	Status      int
	ContentType string
	Body        []byte // opened (gzip, brotli), capped, in the encoding it came in
	NotModified bool   // the server says that nothing has changed since
	ETag        string
	// LastModified is the header as it came, to be sent back.
	LastModified string
	RetryAfter   time.Duration
	MovedTo      string // where permanent redirects lead; "" if nowhere new
	Gone         bool   // 410
}

// NewClient makes a client; an error names the entry of AllowPrivate it is about.
func NewClient(c Config) (*Client, error) {
	g, err := newGuard(c.AllowPrivate)
	if err != nil {
		return nil, err
	}
	return &Client{config: c, guard: g}, nil
}

// Get fetches url unless it is unchanged since ifETag or ifModified, which may
// be empty. Its errors are *Error.
func (c *Client) Get(ctx context.Context, url string, ifETag, ifModified string) (*Fetched, error) {
	return nil, theirs("Not yet.", "")
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
