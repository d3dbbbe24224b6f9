package discordtest

import (
	"time"
)

// each does something with every connection.
func (s *Server) each(f func(*conn)) {
	s.mu.Lock()
	var all []*conn
	for c := range s.gw.conns {
		all = append(all, c)
	}
	s.mu.Unlock()
	for _, c := range all {
		f(c)
	}
}

// Drop breaks every gateway connection without a word.
func (s *Server) Drop() { s.each((*conn).drop) }

// CloseGateway closes every gateway connection with a code.
func (s *Server) CloseGateway(code int) { s.each(func(c *conn) { c.close(code) }) }

// Reconnect asks every gateway connection to come again.
func (s *Server) Reconnect() { s.each(func(c *conn) { c.send(packet{Op: opReconnect}) }) }

// InvalidSession ends every session.
func (s *Server) InvalidSession() {
	s.mu.Lock()
	for id := range s.gw.sessions {
		delete(s.gw.sessions, id)
	}
	for c := range s.gw.conns {
		c.session = nil
	}
	s.mu.Unlock()
	s.each(func(c *conn) { c.send(packet{Op: opInvalidSession, Data: false}) })
}

// Trouble is what the gateway is asked to do wrong, until it is asked again.
type Trouble struct {
	Down           bool // no connection is taken
	Silent         bool // heartbeats are not acknowledged
	RefuseIdentify int  // so many IDENTIFYs get INVALID_SESSION; -1 for all
	RefuseResume   int  // so many RESUMEs do
	ReconnectFirst int  // so many handshakes get RECONNECT as their first packet
	CloseWith      int  // every IDENTIFY is answered with this close code
}

// Gateway sets the gateway's trouble.
func (s *Server) Gateway(t Trouble) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gw.down, s.gw.silent, s.gw.closeWith = t.Down, t.Silent, t.CloseWith
	s.gw.refuseIdentify, s.gw.refuseResume, s.gw.reconnectFirst = t.RefuseIdentify, t.RefuseResume, t.ReconnectFirst
}

// Handshakes counts IDENTIFYs, RESUMEs, and the RESUMEs that went well.
func (s *Server) Handshakes() (identifies, resumes, resumed int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gw.identifies, s.gw.resumes, s.gw.resumed
}

// Online reports whether a session has a connection.
func (s *Server) Online() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, ses := range s.gw.sessions {
		if ses.conn != nil {
			return true
		}
	}
	return false
}

// WaitOnline waits for a session with a connection and, for the commands, for
// their registration; it reports whether both were there within d.
func (s *Server) WaitOnline(d time.Duration) bool {
	return s.Wait(d, func() bool { return s.Online() && s.Overwrites() > 0 })
}
