package feeds

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"onrecord/statements/reasons"
)

// mostAnswer is how much is read of why a form was refused, in bytes.
const mostAnswer = 4 << 10

// Post sends a form, as guarded and polite as Get, and gives the answer; what
// is not 2xx is an *Error, with the answer's beginning beside it. A redirect is
// followed where the form is to be sent again (307, 308), and never from https
// to http: a form may hold a secret.
func (c *Client) Post(ctx context.Context, address string, form url.Values) (*Fetched, error) {
	if err := CheckURL(address); err != nil {
		return nil, ours(because(reasons.NotAskedAs, err.Error()), because(reasons.BeginsWithHTTPS), err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, ours(because(reasons.NotAsked), because(reasons.BeginsWithHTTPS), err)
	}
	req.Header.Set("User-Agent", c.config.UserAgent)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	leave, err := c.hosts.enter(ctx, hostOf(address))
	if err != nil {
		return nil, c.failed(req.URL, err)
	}
	defer leave()
	ctx, cancel := context.WithTimeout(ctx, c.config.Timeout)
	defer cancel()
	f, err := c.post(req.WithContext(ctx))
	if f != nil {
		c.hosts.answered(hostOf(address), f.Status == http.StatusTooManyRequests || f.Status == http.StatusServiceUnavailable)
	}
	return f, err
}

func (c *Client) post(req *http.Request) (*Fetched, error) {
	moved := ""
	client := &http.Client{Transport: c.http, CheckRedirect: func(next *http.Request, via []*http.Request) error {
		if next.Method != http.MethodPost || via[0].URL.Scheme == "https" && next.URL.Scheme != "https" {
			return http.ErrUseLastResponse
		}
		return follow(next, via, &moved)
	}}
	resp, err := client.Do(req)
	if err != nil {
		return nil, c.failed(req.URL, err)
	}
	defer resp.Body.Close()
	f := &Fetched{
		URL: resp.Request.URL.String(), Status: resp.StatusCode, ContentType: resp.Header.Get("Content-Type"),
		RetryAfter: retryAfter(resp.Header, time.Now()), MovedTo: moved, Gone: resp.StatusCode == http.StatusGone,
	}
	if f.Status >= 200 && f.Status <= 299 {
		return f, nil // the status says it all
	}
	f.Body, err = opened(resp, mostAnswer)
	if err != nil && !errors.Is(err, errTooLarge) {
		f.Body = nil
	}
	return f, refused(req.URL, f)
}
