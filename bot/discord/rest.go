package discord

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/statements"
)

const (
	// callTimeout bounds one REST call, from the connection to the last byte.
	callTimeout = 20 * time.Second
	// maxAnswer bounds what is read of one answer of the API.
	maxAnswer = 16 << 20
)

// parseBase reads api_url: scheme, host and path before the version.
func parseBase(raw string) (*url.URL, error) {
	if raw == "" {
		return nil, nil
	}
	u, err := url.Parse(strings.TrimRight(raw, "/"))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.RawQuery != "" {
		return nil, &statements.Problem{Text: statements.Say("The api_url is not the address of a Discord API."),
			Hint: statements.Say("Give its base before the version, for example https://discord.com/api.")}
	}
	if last := u.Path[strings.LastIndex(u.Path, "/")+1:]; len(last) > 1 && last[0] == 'v' && isID(last[1:]) {
		return nil, &statements.Problem{Text: statements.Say("The api_url ends with a version."),
			Hint: statements.Say("Leave the version away, for example https://discord.com/api; it is added to every call.")}
	}
	return u, nil
}

// client makes the HTTP client of a session, through a gate if there is one.
// Redirects are not followed: the API has none, and a token should not travel.
func (s *Surface) client(g *gate) *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 64 // all calls go to one host, often many at once
	return &http.Client{
		Timeout:       callTimeout,
		Transport:     &road{base: s.base, next: t, gate: g},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// road leads every call to api_url. discordgo's endpoints are variables of the
// process, computed once: changing them moves only some of the calls.
type road struct {
	base *url.URL
	next http.RoundTripper
	gate *gate // nil is none
}

func (r *road) RoundTrip(req *http.Request) (*http.Response, error) {
	f := fateOf(req.Context())
	if r.gate != nil {
		if err := r.gate.enter(req.Context()); err != nil {
			return nil, err
		}
		defer r.gate.leave()
	}
	if !f.begin() {
		return nil, errAbandoned
	}
	if r.base != nil && req.URL.Host == "discord.com" {
		req = req.Clone(req.Context())
		req.URL.Scheme, req.URL.Host = r.base.Scheme, r.base.Host
		req.URL.Path = r.base.Path + strings.TrimPrefix(req.URL.Path, "/api")
		req.URL.RawPath, req.Host = "", ""
	}
	ctx := httptrace.WithClientTrace(req.Context(), &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { f.connect() },
	})
	resp, err := r.next.RoundTrip(req.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	f.answer(resp)
	late(resp.Header)
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, maxAnswer), resp.Body}
	return resp, nil
}

// late has discordgo wait a little longer for a bucket to fill than Discord
// says: its times are rounded, and a call that is early counts as invalid.
func late(h http.Header) {
	const after = "X-RateLimit-Reset-After"
	if sec, err := strconv.ParseFloat(h.Get(after), 64); err == nil && sec >= 0 {
		h.Set(after, strconv.FormatFloat(sec+early.Seconds(), 'f', 3, 64))
	}
}

// early is by how much a bucket's reset may be said too early.
const early = 20 * time.Millisecond

var errAbandoned = errors.New("given up before it was sent")

// fate is what became of one call: whether it left this machine, and what the
// answer's head said. The zero fate has not begun.
type fate struct {
	mu        sync.Mutex
	begun     bool
	abandoned bool
	connected bool
	status    int
	header    http.Header
}

type fateKey struct{}

func fateOf(ctx context.Context) *fate {
	if f, ok := ctx.Value(fateKey{}).(*fate); ok {
		return f
	}
	return new(fate)
}

// begin says that the call is on its way, unless it was abandoned before.
func (f *fate) begin() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.begun = !f.abandoned
	return f.begun
}

// abandon reports whether the call had not begun; then it never will.
func (f *fate) abandon() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.abandoned = !f.begun
	return f.abandoned
}

func (f *fate) connect() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.connected = true
}

func (f *fate) answer(resp *http.Response) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.status, f.header = resp.StatusCode, resp.Header
}

// call makes one REST call. Every error is a *SendError.
func (s *Surface) call(ctx context.Context, method, address, bucket string, body any) ([]byte, error) {
	return callBy(ctx, s.rest, method, address, bucket, body)
}

// callBy makes one REST call through a session's rate limiter, which sleeps
// without looking at ctx: where ctx ends in that sleep, the call is abandoned
// and surely not made.
func callBy(ctx context.Context, d *discordgo.Session, method, address, bucket string, body any) ([]byte, error) {
	contentType, raw, err := encode(body)
	if err != nil {
		return nil, &SendError{Problem: statements.Problem{Text: statements.Say("The message cannot be written.")}, Certain: true, err: err}
	}
	f := new(fate)
	type answer struct {
		body []byte
		err  error
	}
	done := make(chan answer, 1)
	go func() {
		b, err := d.RequestRaw(method, address, contentType, raw, bucket, 0,
			discordgo.WithContext(context.WithValue(ctx, fateKey{}, f)))
		done <- answer{b, err}
	}()
	var a answer
	select {
	case a = <-done:
	case <-ctx.Done():
		if f.abandon() {
			return nil, f.classify(ctx.Err())
		}
		a = <-done // a call on its way ends with its context
	}
	if a.err != nil {
		return nil, f.classify(a.err)
	}
	return a.body, nil
}
