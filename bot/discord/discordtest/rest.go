package discordtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// call is one REST call on its way through the server.
type call struct {
	method string
	path   []string // without base and version
	query  func(string) string
	body   []byte
	files  map[string]File // that came with the body, by their number
	auth   bool            // the bot's own token came with it
}

// result is what a call is answered with; a nil body is none.
type result struct {
	status int
	body   any
}

func ok(body any) result { return result{http.StatusOK, body} }

// refuse is an error as Discord gives it. Its codes:
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
func refuse(status, code int, text string) result {
	return result{status, map[string]any{"message": text, "code": code}}
}

// invalid is Discord's refusal of a body, with the field that is wrong.
func invalid(field, why string) result {
	return result{http.StatusBadRequest, map[string]any{
		"message": "Invalid Form Body", "code": 50035,
		"errors": map[string]any{field: map[string]any{"_errors": []any{map[string]any{"code": "INVALID", "message": why}}}},
	}}
}

var (
	unauthorized   = refuse(http.StatusUnauthorized, 0, "401: Unauthorized")
	notFound       = refuse(http.StatusNotFound, 0, "404: Not Found")
	unknownChannel = refuse(http.StatusNotFound, 10003, "Unknown Channel")
	unknownGuild   = refuse(http.StatusNotFound, 10004, "Unknown Guild")
	unknownMessage = refuse(http.StatusNotFound, 10008, "Unknown Message")
	unknownMember  = refuse(http.StatusNotFound, 10007, "Unknown Member")
	missingAccess  = refuse(http.StatusForbidden, 50001, "Missing Access")
	missingRights  = refuse(http.StatusForbidden, 50013, "Missing Permissions")
	noText         = refuse(http.StatusBadRequest, 50008, "Cannot send messages in a non-text channel")
	notOurs        = refuse(http.StatusForbidden, 50005, "Cannot edit a message authored by another user")
)

// ServeHTTP answers REST calls and takes gateway connections.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/gateway/" || r.URL.Path == "/gateway" {
		s.serveGateway(w, r)
		return
	}
	rest, okay := strings.CutPrefix(r.URL.Path, "/api/")
	version, rest, _ := strings.Cut(rest, "/")
	if !okay || (version != "v9" && version != "v10") {
		write(w, refuse(http.StatusBadRequest, 50041, "Invalid API version"))
		return
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, 25<<20))
	if err != nil {
		return
	}
	body, files, err := unpack(r.Header.Get("Content-Type"), body)
	if err != nil {
		write(w, invalid("body", err.Error()))
		return
	}
	s.mu.Lock()
	token := s.token
	s.mu.Unlock()
	c := &call{
		method: r.Method, path: strings.Split(strings.TrimSuffix(rest, "/"), "/"), query: r.URL.Query().Get,
		body: body, files: files, auth: r.Header.Get("Authorization") == "Bot "+token,
	}
	s.answer(w, c, r)
}

// answer takes one call past the limits and the faults to its route and back.
func (s *Server) answer(w http.ResponseWriter, c *call, r *http.Request) {
	path := "/" + strings.Join(c.path, "/")
	if l := s.limited(w, c.method, path); l != nil {
		s.record(c, path, http.StatusTooManyRequests)
		l.write(w)
		return
	}
	f := s.fault(c.method, path)
	if f != nil && !f.After {
		if f.Delay > 0 {
			wait(r, f.Delay)
		}
		if f.Reset || f.Status != 0 {
			s.record(c, path, f.shown()) // first: whoever sees the reset counts it
		}
		if f.act(w) {
			return
		}
	}
	res := s.check(c, path)
	if res.status == 0 {
		c.body, res = withFiles(c.body, c.files)
	}
	if res.status == 0 {
		res = s.route(c)
	}
	status := res.status
	if f != nil && f.After {
		status = f.shown()
	}
	s.record(c, path, status)
	if f != nil && f.After {
		if f.Delay > 0 {
			wait(r, f.Delay)
		}
		if f.act(w) {
			return
		}
	}
	write(w, res)
}

func wait(r *http.Request, d time.Duration) {
	select {
	case <-time.After(d):
	case <-r.Context().Done():
	}
}

func (s *Server) record(c *call, path string, status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, Request{Method: c.method, Path: path, Body: c.body, At: time.Now(), Status: status})
	s.notify()
}

// check holds what every call must fulfil: the token, and Discord's document.
func (s *Server) check(c *call, path string) result {
	if !c.auth && !public(c.path) {
		return unauthorized
	}
	if s.spec == nil || len(c.body) == 0 {
		return result{}
	}
	if err := s.spec.check(c.method, path, c.body); err != nil {
		line := fmt.Sprintf("%s %s: %v", c.method, path, err)
		s.mu.Lock()
		s.violations = append(s.violations, line)
		s.mu.Unlock()
		return invalid("openapi", line)
	}
	return result{}
}

// public reports whether a path needs no token: it has one of its own.
func public(path []string) bool {
	return path[0] == "interactions" || path[0] == "webhooks" || (path[0] == "gateway" && len(path) == 1)
}

func write(w http.ResponseWriter, r result) {
	if r.body == nil {
		w.WriteHeader(r.status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(r.status)
	_ = json.NewEncoder(w).Encode(r.body)
}

// route finds what a call is about. The paths are those of
// https://discord.com/developers/docs/reference, and no others.
func (s *Server) route(c *call) result {
	p := c.path
	is := func(method, pattern string) bool { return c.method == method && matches(pattern, p) }
	switch {
	case is("GET", "gateway"):
		return ok(map[string]any{"url": s.gatewayURL()})
	case is("GET", "gateway/bot"):
		return ok(map[string]any{"url": s.gatewayURL(), "shards": 1,
			"session_start_limit": map[string]any{"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}})
	case is("GET", "users/@me"):
		return s.locked(func() result { return ok(s.userJSON(App)) })
	case is("GET", "applications/@me"), is("GET", "oauth2/applications/@me"):
		return ok(map[string]any{"id": App, "name": "onrecord", "description": "", "verify_key": "", "bot_public": true})
	case is("POST", "users/@me/channels"):
		return s.locked(func() result { return s.openDM(c.body) })
	case is("GET", "guilds/*/threads/active"):
		return s.locked(func() result { return s.activeThreads(p[1]) })
	case is("POST", "channels/*/threads"):
		return s.createPost(p[1], c.body)
	case is("GET", "channels/*/threads/archived/public"):
		return s.locked(func() result { return s.archivedThreads(p[1], c.query("limit"), c.query("before")) })
	case is("PATCH", "channels/*"):
		return s.locked(func() result { return s.changeChannel(p[1], c.body) })
	case p[0] == "guilds" && c.method == "GET":
		return s.locked(func() result { return s.readGuild(p[1:]) })
	case is("GET", "channels/*"):
		return s.locked(func() result { return s.readChannel(p[1]) })
	case is("GET", "channels/*/messages"):
		return s.locked(func() result { return s.listMessages(p[1], c.query("limit"), c.query("before")) })
	case is("POST", "channels/*/messages"):
		return s.createMessage(p[1], c.body)
	case matches("channels/*/messages/*", p):
		return s.locked(func() result { return s.oneMessage(c.method, p[1], p[3], c.body) })
	case matches("applications/*/commands", p):
		return s.locked(func() result { return s.commandsOf(c, p[1], "") })
	case matches("applications/*/guilds/*/commands", p):
		return s.locked(func() result { return s.commandsOf(c, p[1], p[3]) })
	case is("POST", "interactions/*/*/callback"):
		return s.locked(func() result { return s.callback(p[1], p[2], c.body) })
	case matches("webhooks/*/*", p), matches("webhooks/*/*/messages/*", p):
		return s.locked(func() result { return s.webhook(c) })
	}
	return notFound
}

func (s *Server) locked(f func() result) result {
	s.mu.Lock()
	defer s.mu.Unlock()
	return f()
}

// matches compares a path to a pattern whose * is any one part.
func matches(pattern string, path []string) bool {
	parts := strings.Split(pattern, "/")
	if len(parts) != len(path) {
		return false
	}
	for i, p := range parts {
		if p != "*" && p != path[i] || path[i] == "" {
			return false
		}
	}
	return true
}

func (s *Server) readGuild(p []string) result {
	if len(p) == 0 || s.guilds[p[0]] == nil || !s.guilds[p[0]].hasBot {
		return unknownGuild
	}
	g := s.guilds[p[0]]
	switch {
	case len(p) == 1:
		return ok(s.guildJSON(g))
	case matches("*/roles", p):
		return ok(s.roles(g.id))
	case matches("*/members/*", p):
		if _, known := g.rights[p[2]]; !known && p[2] != App {
			return unknownMember
		}
		return ok(map[string]any{"user": s.userJSON(p[2]), "roles": []string{}, "joined_at": "2026-01-01T00:00:00Z", "deaf": false, "mute": false, "flags": 0})
	}
	return notFound
}

func (s *Server) readChannel(id string) result {
	c := s.channels[id]
	switch {
	case c == nil:
		return unknownChannel
	case s.botRights(c)&ViewChannel == 0:
		return missingAccess
	}
	return ok(s.channelJSON(c))
}

// decode reads a JSON body into v and refuses keys that v does not have.
func decode(body []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if d.More() {
		return fmt.Errorf("more than one value")
	}
	return nil
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
