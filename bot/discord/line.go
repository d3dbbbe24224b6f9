package discord

import (
	"context"
	"errors"
	"net"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const (
	// talk is the size from which a write counts as more than a heartbeat:
	// a handshake, IDENTIFY or RESUME.
	talk = 100
	// talkMost bounds those of one connection: TLS and WebSocket take up to
	// three, a RESUME that is refused and the IDENTIFY after it two. discordgo
	// answers every INVALID_SESSION with an IDENTIFY at once, and Discord resets
	// the token of a bot that identifies 1,000 times a day.
	// https://discord.com/developers/docs/events/gateway#session-start-limit
	talkMost = 6
)

// line is the connection under one gateway session. It breaks when nothing
// has come in for the time of two heartbeats, which discordgo notices after
// five only, and when the session talks too much.
type line struct {
	net.Conn
	idle time.Duration

	mu    sync.Mutex
	talks int
}

func (l *line) Read(p []byte) (int, error) {
	if err := l.SetReadDeadline(time.Now().Add(l.idle)); err != nil {
		return 0, err
	}
	return l.Conn.Read(p)
}

func (l *line) Write(p []byte) (int, error) {
	if len(p) > talk {
		l.mu.Lock()
		l.talks++
		tooMuch := l.talks > talkMost
		l.mu.Unlock()
		if tooMuch {
			_ = l.Close()
			return 0, errTalksTooMuch
		}
	}
	return l.Conn.Write(p)
}

var errTalksTooMuch = errors.New("the gateway refuses the session again and again")

// lines dials for one gateway session and keeps its newest connection, so that
// a session that hangs can be cut off.
type lines struct {
	idle time.Duration

	mu     sync.Mutex
	newest net.Conn
	cut    bool
}

func (l *lines) dial(ctx context.Context, network, address string) (net.Conn, error) {
	c, err := (&net.Dialer{Timeout: 10 * time.Second}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cut {
		_ = c.Close()
		return nil, net.ErrClosed
	}
	l.newest = &line{Conn: c, idle: l.idle}
	return l.newest, nil
}

// cutOff closes the newest connection; there will be no other.
func (l *lines) cutOff() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cut = true
	if l.newest != nil {
		_ = l.newest.Close()
	}
}

func (l *lines) dialer() *websocket.Dialer {
	d := *websocket.DefaultDialer // keeps the proxy of the environment
	d.HandshakeTimeout = 15 * time.Second
	d.NetDialContext = l.dial
	return &d
}
