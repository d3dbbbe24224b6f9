package discordtest

import (
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// Opcodes of the gateway, and close codes.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opResume         = 6
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opAck            = 11

	closeUnknownOp        = 4001
	closeDecode           = 4002
	closeNotAuthenticated = 4003
	closeToken            = 4004
	closeAlready          = 4005
	closeSeq              = 4007
	closeIntents          = 4013
	closePrivileged       = 4014

	// privileged intents are given to bots that asked for them: not to ours.
	privileged = 1<<1 | 1<<8 | 1<<15
	allIntents = 1<<26 - 1
)

// gatewayState is the gateway's part of a server, under its lock.
type gatewayState struct {
	sessions   map[string]*session
	conns      map[*conn]bool
	identifies int
	resumes    int
	resumed    int // of those, how many went well
	down       bool
	silent     bool
	closeWith  int
	refuseIdentify,
	refuseResume,
	reconnectFirst int
}

// session outlives its connections: what was sent while it had none is
// replayed when it is resumed.
type session struct {
	id      string
	intents int
	seq     int64
	sent    []packet
	conn    *conn
}

type packet struct {
	Op   int    `json:"op"`
	Data any    `json:"d"`
	Seq  int64  `json:"s,omitempty"`
	Type string `json:"t,omitempty"`
}

// conn is one WebSocket connection.
type conn struct {
	ws      *websocket.Conn
	mu      sync.Mutex // of writing
	session *session
}

func (c *conn) send(p packet) {
	c.mu.Lock()
	defer c.mu.Unlock()
	_ = c.ws.SetWriteDeadline(time.Now().Add(5 * time.Second))
	_ = c.ws.WriteJSON(p) // a reader that is gone is noticed by read
}

func (c *conn) close(code int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	_ = c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
	_ = c.ws.Close()
}

// drop breaks the connection without a word.
func (c *conn) drop() {
	if tcp, isTCP := c.ws.NetConn().(*net.TCPConn); isTCP {
		_ = tcp.SetLinger(0)
	}
	_ = c.ws.NetConn().Close()
}

func (s *Server) gatewayURL() string {
	return "ws" + strings.TrimPrefix(s.base, "http") + "/gateway/"
}

var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

// serveGateway talks to one connection until it ends.
func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	down := s.gw.down || s.closed
	s.mu.Unlock()
	if v := r.URL.Query().Get("v"); down || (v != "9" && v != "10") {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	c := &conn{ws: ws}
	s.mu.Lock()
	if s.gw.conns == nil {
		s.gw.conns = map[*conn]bool{}
	}
	s.gw.conns[c] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.gw.conns, c)
		if c.session != nil && c.session.conn == c {
			c.session.conn = nil
		}
		s.notify()
		_ = ws.Close()
	}()
	c.send(packet{Op: opHello, Data: map[string]any{"heartbeat_interval": s.opts.Heartbeat.Milliseconds()}})
	for {
		_, raw, err := ws.ReadMessage()
		if err != nil {
			return
		}
		if code := s.hear(c, raw); code != 0 {
			c.close(code)
			return
		}
	}
}

// hear takes one packet of a client, and gives the code to close with, or 0.
func (s *Server) hear(c *conn, raw []byte) int {
	var p struct {
		Op   int             `json:"op"`
		Data json.RawMessage `json:"d"`
	}
	if json.Unmarshal(raw, &p) != nil {
		return closeDecode
	}
	switch p.Op {
	case opHeartbeat:
		s.mu.Lock()
		silent := s.gw.silent
		s.mu.Unlock()
		if !silent {
			c.send(packet{Op: opAck})
		}
		return 0
	case opIdentify:
		return s.identify(c, p.Data)
	case opResume:
		return s.resume(c, p.Data)
	case 3, 4, 8, 14, 31: // presence, voice, members: nothing that we answer
		if c.session == nil {
			return closeNotAuthenticated
		}
		return 0
	}
	return closeUnknownOp
}

// identify hears who wants a session, and gives the code to close with.
func (s *Server) identify(c *conn, raw json.RawMessage) int {
	var d struct {
		Token      string          `json:"token"`
		Intents    *int            `json:"intents"`
		Properties json.RawMessage `json:"properties"`
	}
	if json.Unmarshal(raw, &d) != nil {
		return closeDecode
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gw.identifies++
	s.notify()
	switch {
	case c.session != nil:
		return closeAlready
	case strings.TrimPrefix(d.Token, "Bot ") != s.token:
		return closeToken
	case d.Intents == nil || *d.Intents&^allIntents != 0:
		return closeIntents
	case *d.Intents&privileged != 0:
		return closePrivileged
	case s.gw.closeWith != 0:
		return s.gw.closeWith
	case s.gw.reconnectFirst > 0:
		s.gw.reconnectFirst--
		c.send(packet{Op: opReconnect})
	case s.gw.refuseIdentify != 0:
		s.gw.refuseIdentify--
		c.send(packet{Op: opInvalidSession, Data: false})
	default:
		s.welcome(c, *d.Intents)
	}
	return 0
}

// welcome begins a session: READY, and the guilds. The lock is held.
func (s *Server) welcome(c *conn, intents int) {
	ses := &session{id: "s" + s.newID(), conn: c, intents: intents}
	c.session = ses
	if s.gw.sessions == nil {
		s.gw.sessions = map[string]*session{}
	}
	s.gw.sessions[ses.id] = ses
	guilds := []any{}
	for _, g := range s.guilds {
		if g.hasBot {
			guilds = append(guilds, map[string]any{"id": g.id, "unavailable": true})
		}
	}
	ses.dispatch("READY", map[string]any{
		"v": 9, "user": s.userJSON(App), "guilds": guilds, "session_id": ses.id,
		"resume_gateway_url": s.gatewayURL(), "application": map[string]any{"id": App, "flags": 0},
		"private_channels": []any{},
	})
	for _, g := range s.guilds {
		if g.hasBot {
			ses.dispatch("GUILD_CREATE", s.guildJSON(g))
		}
	}
	s.notify()
}

// resume goes on with a session and replays what it missed.
func (s *Server) resume(c *conn, raw json.RawMessage) int {
	var d struct {
		Token   string `json:"token"`
		Session string `json:"session_id"`
		Seq     int64  `json:"seq"`
	}
	if json.Unmarshal(raw, &d) != nil {
		return closeDecode
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gw.resumes++
	s.notify()
	if strings.TrimPrefix(d.Token, "Bot ") != s.token {
		return closeToken
	}
	ses := s.gw.sessions[d.Session]
	switch {
	case s.gw.reconnectFirst > 0:
		s.gw.reconnectFirst--
		c.send(packet{Op: opReconnect})
		return 0
	case ses == nil, s.gw.refuseResume > 0:
		s.gw.refuseResume = max(0, s.gw.refuseResume-1)
		delete(s.gw.sessions, d.Session)
		c.send(packet{Op: opInvalidSession, Data: false})
		return 0
	case d.Seq > ses.seq:
		return closeSeq
	}
	c.session, ses.conn = ses, c
	for _, p := range ses.sent {
		if p.Seq > d.Seq {
			c.send(p)
		}
	}
	ses.dispatch("RESUMED", map[string]any{})
	s.gw.resumed++
	s.notify()
	return 0
}

// dispatch sends an event and keeps it for a resumption.
func (ses *session) dispatch(kind string, data any) {
	ses.seq++
	p := packet{Op: opDispatch, Data: data, Seq: ses.seq, Type: kind}
	ses.sent = append(ses.sent, p)
	if ses.conn != nil {
		ses.conn.send(p)
	}
}

// dispatch sends an event to every session. The lock is held.
func (s *Server) dispatch(kind string, data any) {
	for _, ses := range s.gw.sessions {
		ses.dispatch(kind, data)
	}
}
