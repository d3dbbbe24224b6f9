package endpoint

import (
	"io"
	"net/http"
	"time"

	"github.com/sashabaranov/go-openai"
)

// New gives a client of the API at url (https://host/v1); key may be "". At most
// so many bytes of an answer are read; a timeout of 0 leaves that to the contexts
// of the calls. Nothing is asked yet.
func New(url, key string, timeout time.Duration, most int64) *openai.Client {
	conf := openai.DefaultConfig(key)
	conf.BaseURL = url
	conf.HTTPClient = &http.Client{
		Timeout:       timeout,
		Transport:     capped{http.DefaultTransport, most},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return openai.NewClientWithConfig(conf)
}

// capped reads no more than most bytes of an answer.
type capped struct {
	next http.RoundTripper
	most int64
}

func (c capped) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := c.next.RoundTrip(r)
	if err == nil {
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(resp.Body, c.most), resp.Body}
	}
	return resp, err
}
