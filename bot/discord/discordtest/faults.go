package discordtest

import (
	"fmt"
	"net"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// Fault is trouble with REST calls. It happens before the call takes effect,
// or with After when it has, and then Delay is time in which the caller can be
// killed between what was done and what it hears of it.
type Fault struct {
	Method string // "" is any
	Path   string // as path.Match has it, without base and version: "/channels/*/messages"; "" is any
	Times  int    // how often; 0 is once, -1 for ever

	After bool
	Delay time.Duration
	Reset bool // the connection is reset instead of an answer
	// Status is answered, unless it is 0. 429 takes the three fields below.
	Status     int
	Code       int // Discord's own, beside Status
	RetryAfter time.Duration
	Global     bool
	HTML       bool // as Cloudflare answers, not as Discord does

	done int
}

// Inject adds a fault. The function that it gives takes it away.
func (s *Server) Inject(f Fault) (remove func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one := &f
	s.faults = append(s.faults, one)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		one.Times, one.done = 1, 1
	}
}

// Hold delays every answer about a new message after it is there.
func (s *Server) Hold(d time.Duration) (remove func()) {
	return s.Inject(Fault{Method: "POST", Path: "/channels/*/messages", Times: -1, After: true, Delay: d})
}

// OnMessage has f called with every new message of a channel, after it is
// there and before its sender hears of it.
func (s *Server) OnMessage(f func(Message)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.onMessage = f
}

// fault takes the first fault that fits a call.
func (s *Server) fault(method, at string) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		left := f.Times < 0 || f.done < max(f.Times, 1)
		if left && fits(f.Method, f.Path, method, at) {
			f.done++
			taken := *f
			return &taken
		}
	}
	return nil
}

func fits(wantMethod, pattern, method, at string) bool {
	if wantMethod != "" && wantMethod != method {
		return false
	}
	match, err := path.Match(pattern, at)
	return pattern == "" || (err == nil && match)
}

// act makes the trouble and reports whether the call is answered with it.
func (f *Fault) act(w http.ResponseWriter) bool {
	switch {
	case f.Reset:
		reset(w)
	case f.Status == http.StatusTooManyRequests:
		(&limit{global: f.Global, html: f.HTML, wait: f.RetryAfter}).write(w)
	case f.Status != 0 && f.HTML:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(f.Status)
		_, _ = fmt.Fprintf(w, "<html><body><h1>%d</h1></body></html>", f.Status)
	case f.Status != 0:
		write(w, refuse(f.Status, f.Code, fmt.Sprintf("%d: %s", f.Status, http.StatusText(f.Status))))
	default:
		return false
	}
	return true
}

// shown is the status that a fault lets the caller see.
func (f *Fault) shown() int {
	if f.Reset {
		return 0
	}
	if f.Status == 0 {
		return http.StatusOK
	}
	return f.Status
}

// reset breaks the connection of a call, so that its caller reads an error.
func reset(w http.ResponseWriter) {
	h, can := w.(http.Hijacker)
	if !can {
		panic(http.ErrAbortHandler)
	}
	c, _, err := h.Hijack()
	if err != nil {
		return
	}
	if tcp, isTCP := c.(*net.TCPConn); isTCP {
		_ = tcp.SetLinger(0)
	}
	_ = c.Close()
}

// limit is a bucket of calls, and the 429 of one that is empty.
type limit struct {
	method, path string
	most         int
	per          time.Duration
	global       bool
	html         bool
	wait         time.Duration

	buckets map[string]*bucket
}

type bucket struct {
	left  int
	reset time.Time
}

// Limit allows at most n calls in a time for every path that fits. A pattern
// of "" is Discord's global limit: one bucket for all calls.
func (s *Server) Limit(method, pattern string, n int, per time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limits = append(s.limits, &limit{method: method, path: pattern, most: n, per: per, global: pattern == "", buckets: map[string]*bucket{}})
}

// limited counts a call, writes the headers that tell of it, and gives the
// limit that refuses it.
func (s *Server) limited(w http.ResponseWriter, method, at string) *limit {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	for _, l := range s.limits {
		if !fits(l.method, l.path, method, at) || (l.global && strings.HasPrefix(at, "/interactions/")) {
			continue
		}
		key := at
		if l.global {
			key = ""
		}
		b := l.buckets[key]
		if b == nil || !now.Before(b.reset) {
			b = &bucket{left: l.most, reset: now.Add(l.per)}
			l.buckets[key] = b
		}
		b.left--
		if b.left < 0 {
			return &limit{global: l.global, wait: b.reset.Sub(now)}
		}
		if !l.global {
			h := w.Header()
			h.Set("X-RateLimit-Limit", strconv.Itoa(l.most))
			h.Set("X-RateLimit-Remaining", strconv.Itoa(b.left))
			h.Set("X-RateLimit-Reset-After", seconds(b.reset.Sub(now)))
			h.Set("X-RateLimit-Reset", fmt.Sprintf("%.3f", float64(b.reset.UnixMilli())/1000))
			h.Set("X-RateLimit-Bucket", "b"+strconv.Itoa(len(at)))
		}
	}
	return nil
}

// write answers 429. https://discord.com/developers/docs/topics/rate-limits
func (l *limit) write(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Retry-After", strconv.Itoa(int((l.wait+time.Second-1)/time.Second)))
	if l.html {
		h.Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusTooManyRequests)
		_, _ = fmt.Fprint(w, "<html><body><h1>Error 1015</h1>You are being rate limited</body></html>")
		return
	}
	if l.global {
		h.Set("X-RateLimit-Global", "true")
		h.Set("X-RateLimit-Scope", "global")
	} else {
		h.Set("X-RateLimit-Remaining", "0")
		h.Set("X-RateLimit-Scope", "user")
	}
	h.Set("X-RateLimit-Reset-After", seconds(l.wait))
	write(w, result{http.StatusTooManyRequests, map[string]any{
		"message": "You are being rate limited.", "retry_after": l.wait.Seconds(), "global": l.global,
	}})
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.3f", d.Seconds()) }
