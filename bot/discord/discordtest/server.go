package discordtest

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Options are what a server starts with; the zero Options are good.
type Options struct {
	Token       string        // of the bot; "test-token" if ""
	Address     string        // to listen on; a free port of 127.0.0.1 if ""
	NonceWindow time.Duration // how long a nonce is known; 5 minutes if 0
	Heartbeat   time.Duration // asked of the gateway's clients; 41.25 s if 0
	Deadline    time.Duration // for the first response to an interaction; 3 s if 0
	Patience    time.Duration // of a user, for what follows a deferral; 30 s if 0

	// OpenAPI is Discord's own document; "" looks at ONRECORD_DISCORD_OPENAPI
	// and beside the module. Without one, the rules here are the only ones.
	OpenAPI string
}

// The world that every server begins with.
const (
	Token     = "test-token"
	App       = "1300000000000000001" // the application, and the bot's user too
	Guild     = "1312000000000000000" // a server with the bot in it
	Channel   = "1312000000000000001" // its text channel
	Role      = "1312000000000000002" // a role that can be mentioned
	QuietRole = "1312000000000000003" // a role that only its moderators may mention
	Moderator = "1200000000000000001" // a member with Manage Server
	Member    = "1200000000000000002" // a member without
)

// Server is one Discord. Its methods may be called from many goroutines.
type Server struct {
	URL   string // base of the REST API, before the version
	Token string // that it began with

	opts Options
	http *http.Server
	base string // http://host:port
	spec *spec

	mu           sync.Mutex
	token        string
	changed      chan struct{} // closed and renewed whenever anything happened
	lastID       int64
	guilds       map[string]*guild
	channels     map[string]*channel
	users        map[string]string // names by id
	clients      map[string]string // the languages of their clients
	closedDMs    map[string]bool   // users who take no direct messages
	commands     map[string][]command
	writes       int // bulk overwrites
	messages     map[string]*Message
	nonces       map[string]nonce
	interactions map[string]*interaction // by token
	faults       []*Fault
	limits       []*limit
	onMessage    func(Message)
	requests     []Request
	violations   []string
	gw           gatewayState
	closed       bool
}

// Request is one REST call as it arrived.
type Request struct {
	Method, Path string // the path without base and version
	Body         []byte
	At           time.Time
	Status       int // that was answered; 0 for a reset
}

// TB is what New needs of a test.
type TB interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
	Cleanup(func())
}

// New starts a server for a test and stops it with it.
func New(t TB, options ...Options) *Server {
	t.Helper()
	var o Options
	if len(options) > 0 {
		o = options[0]
	}
	s, err := Start(o)
	if err != nil {
		t.Fatalf("discordtest: %v", err)
	}
	t.Cleanup(s.Stop)
	return s
}

// Start starts a server without a test. Stop ends it.
func Start(o Options) (*Server, error) {
	setDefaults(&o)
	spec, err := loadSpec(o.OpenAPI)
	if err != nil {
		return nil, err
	}
	l, err := net.Listen("tcp", o.Address)
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", o.Address, err)
	}
	s := &Server{
		Token: o.Token, token: o.Token, opts: o, spec: spec, base: "http://" + l.Addr().String(),
		changed: make(chan struct{}), guilds: map[string]*guild{}, channels: map[string]*channel{},
		users: map[string]string{}, closedDMs: map[string]bool{}, commands: map[string][]command{}, messages: map[string]*Message{},
		nonces: map[string]nonce{}, interactions: map[string]*interaction{},
	}
	s.URL = s.base + "/api"
	s.populate()
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = s.http.Serve(l) }() // ends with Stop
	return s, nil
}

func setDefaults(o *Options) {
	for _, d := range []struct {
		p *time.Duration
		v time.Duration
	}{
		{&o.NonceWindow, 5 * time.Minute}, {&o.Heartbeat, 41250 * time.Millisecond},
		{&o.Deadline, 3 * time.Second}, {&o.Patience, 30 * time.Second},
	} {
		if *d.p == 0 {
			*d.p = d.v
		}
	}
	if o.Token == "" {
		o.Token = Token
	}
	if o.Address == "" {
		o.Address = "127.0.0.1:0"
	}
}

// SetToken changes the bot's token, as Discord does when it was leaked.
func (s *Server) SetToken(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.token = token
}

// Stop closes every connection.
func (s *Server) Stop() {
	s.mu.Lock()
	s.closed = true
	s.notify()
	s.mu.Unlock()
	s.Drop()
	_ = s.http.Close()
}

// notify wakes whoever waits for something to happen. The lock is held.
func (s *Server) notify() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// until waits until ok, which is called with the server locked and must not
// call it, gives true. It reports whether it did before ctx ended.
func (s *Server) until(ctx context.Context, ok func() bool) bool {
	for {
		s.mu.Lock()
		done, changed, closed := ok(), s.changed, s.closed
		s.mu.Unlock()
		if done {
			return true
		}
		if closed {
			return false
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return false
		}
	}
}

// Wait waits until ok gives true and reports whether it did within d. It looks
// again whenever something happened here, and now and then for what happens
// elsewhere.
func (s *Server) Wait(d time.Duration, ok func() bool) bool {
	end := time.Now().Add(d)
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		if ok() {
			return true
		}
		if time.Now().After(end) {
			return false
		}
		select {
		case <-changed:
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// epoch is where Discord's ids begin to count milliseconds.
// https://discord.com/developers/docs/reference#snowflakes
const epoch = 1420070400000

// newID makes an id that is greater than every id before it. The lock is held.
func (s *Server) newID() string {
	id := (time.Now().UnixMilli() - epoch) << 22
	s.lastID = max(s.lastID+1, id)
	return strconv.FormatInt(s.lastID, 10)
}

// Requests are the REST calls so far, in the order of their answers.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Violations are the requests that Discord's OpenAPI document refuses, as one
// line each. They were answered with 400 as well.
func (s *Server) Violations() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.violations...)
}

// Checked reports whether requests are checked against the OpenAPI document.
func (s *Server) Checked() bool { return s.spec != nil }
