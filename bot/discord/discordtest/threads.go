package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// TypeForum is a channel whose posts are threads: it takes no messages itself.
const TypeForum = 15

// flagRequireTag says that a forum wants a tag on each post.
// https://discord.com/developers/docs/resources/channel#channel-object-channel-flags
const flagRequireTag = 1 << 4

// threadNameMost is how many characters a thread's name has at most.
const threadNameMost = 100

// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
var (
	noForumMessage = refuse(http.StatusBadRequest, 40058, "Cannot send messages in a forum channel")
	tagRequired    = refuse(http.StatusBadRequest, 40067, "A tag is required to create a forum post in this channel")
	archivedThread = refuse(http.StatusBadRequest, 50083, "Thread is archived")
	lockedThread   = refuse(http.StatusForbidden, 160005, "Thread is locked")
)

// LockThread locks a thread or opens it again; Archive puts it away.
func (s *Server) LockThread(id string, locked bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.channels[id]; c != nil {
		c.locked = locked
	}
}

// Archive puts a thread away, as Discord does after days without a message.
func (s *Server) Archive(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.channels[id]; c != nil {
		c.archived, c.put = true, time.Now()
	}
}

// Archived reports whether a thread is put away.
func (s *Server) Archived(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.channels[id]
	return c != nil && c.archived
}

// RequireTag has a forum ask for a tag on each post.
func (s *Server) RequireTag(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.channels[id]; c != nil {
		c.flags |= flagRequireTag
	}
}

// Post is a thread of a forum.
type Post struct {
	ID, Name string
	First    Message
}

// Posts are the threads of a forum, oldest first.
func (s *Server) Posts(forum string) []Post {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Post
	for _, c := range s.threadsOf(forum) {
		p := Post{ID: c.id, Name: c.name}
		if m := s.messages[c.id]; m != nil {
			p.First = *m
		}
		out = append(out, p)
	}
	return out
}

// threadsOf are the threads of a channel, oldest first. The lock is held.
func (s *Server) threadsOf(parent string) []*channel {
	var out []*channel
	for _, c := range s.channels {
		if c.parent == parent {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b *channel) int {
		if older(a.id, b.id) {
			return -1
		}
		return 1
	})
	return out
}

// createPost is POST /channels/ID/threads in a forum: a thread with its first
// message, which has the thread's id. There is no nonce here.
func (s *Server) createPost(id string, raw []byte) result {
	s.mu.Lock()
	res, m := s.tryPost(id, raw)
	hook := s.onMessage
	var shown Message
	if m != nil {
		shown = *m
	}
	s.mu.Unlock()
	if m != nil && hook != nil {
		hook(shown)
	}
	return res
}

func (s *Server) tryPost(id string, raw []byte) (result, *Message) {
	c := s.channels[id]
	if c == nil {
		return unknownChannel, nil
	}
	have := s.botRights(c)
	switch {
	case have&ViewChannel == 0:
		return missingAccess, nil
	case have&SendMessages == 0:
		return missingRights, nil
	case c.kind != TypeForum:
		return refuse(http.StatusBadRequest, 50024, "Cannot execute action on this channel type"), nil
	}
	var in struct {
		Name        string          `json:"name"`
		AutoArchive int             `json:"auto_archive_duration"`
		Slow        int             `json:"rate_limit_per_user"`
		Tags        []string        `json:"applied_tags"`
		Message     json.RawMessage `json:"message"`
	}
	if err := decode(raw, &in); err != nil {
		return invalid("body", err.Error()), nil
	}
	switch {
	case size(in.Name) == 0:
		return invalid("name", "This field is required"), nil
	case size(in.Name) > threadNameMost:
		return invalid("name", tooLong(threadNameMost)), nil
	case c.flags&flagRequireTag != 0 && len(in.Tags) == 0:
		return tagRequired, nil
	}
	b, bad := readBody(in.Message, false)
	switch {
	case bad.status != 0:
		return bad, nil
	case b.Nonce != nil || b.EnforceNonce:
		return invalid("message.nonce", "A post has none."), nil
	case b.Flags&flagEphemeral != 0:
		return invalid("message.flags", "This flag cannot be set."), nil
	}
	thread := &channel{id: s.newID(), guild: c.guild, name: in.Name, kind: TypeThread, parent: id, owner: App, denied: c.denied}
	s.channels[thread.id] = thread
	m := s.keep(thread.id, App, b)
	delete(s.messages, m.ID)
	m.ID, thread.last = thread.id, thread.id
	s.messages[m.ID] = m
	out := s.channelJSON(thread)
	out["message"] = s.messageJSON(m, true)
	return result{http.StatusCreated, out}, m
}

// changeChannel is PATCH /channels/ID, for threads: put away or taken out. The
// lock is held.
func (s *Server) changeChannel(id string, raw []byte) result {
	if res := s.readChannel(id); res.status != http.StatusOK {
		return res
	}
	c := s.channels[id]
	var in struct {
		Archived *bool `json:"archived"`
		Locked   *bool `json:"locked"`
	}
	if err := decode(raw, &in); err != nil {
		return invalid("body", err.Error())
	}
	if c.kind != TypeThread {
		return missingRights
	}
	if c.locked || in.Locked != nil || s.botRights(c)&SendInThreads == 0 {
		return missingRights // the bot may not manage threads
	}
	if in.Archived != nil && *in.Archived != c.archived {
		c.archived, c.put = *in.Archived, time.Now()
	}
	return ok(s.channelJSON(c))
}

// activeThreads is GET /guilds/ID/threads/active. The lock is held.
func (s *Server) activeThreads(guild string) result {
	if g := s.guilds[guild]; g == nil || !g.hasBot {
		return unknownGuild
	}
	list := []any{}
	for _, c := range s.channels {
		if c.guild == guild && c.kind == TypeThread && !c.archived && s.botRights(c)&ViewChannel != 0 {
			list = append(list, s.channelJSON(c))
		}
	}
	return ok(map[string]any{"threads": list, "members": []any{}, "has_more": false})
}

// archivedThreads is GET /channels/ID/threads/archived/public: the last put away
// first. The lock is held.
func (s *Server) archivedThreads(id, limit, before string) result {
	if res := s.readChannel(id); res.status != http.StatusOK {
		return res
	}
	if s.botRights(s.channels[id])&ReadMessageHistory == 0 {
		return missingRights
	}
	n, err := strconv.Atoi(limit)
	if limit == "" {
		n, err = 50, nil
	}
	if err != nil || n < 1 || n > 100 {
		return invalid("limit", "int value should be between 1 and 100.")
	}
	end, err := time.Parse(time.RFC3339, before)
	if before != "" && err != nil {
		return invalid("before", "Could not parse.")
	}
	threads := slices.DeleteFunc(s.threadsOf(id), func(c *channel) bool { return !c.archived || before != "" && !c.put.Before(end) })
	slices.SortStableFunc(threads, func(a, b *channel) int { return b.put.Compare(a.put) })
	list := []any{}
	for _, c := range threads[:min(n, len(threads))] {
		list = append(list, s.channelJSON(c))
	}
	return ok(map[string]any{"threads": list, "members": []any{}, "has_more": len(threads) > n})
}

// openTo is whether a thread takes a message: one that was put away is taken
// out by it. The lock is held.
func (c *channel) openTo() result {
	if c.locked {
		return lockedThread
	}
	c.archived = false
	return result{}
}
