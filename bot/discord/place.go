package discord

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"

	"github.com/bwmarrin/discordgo"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

// places is what was learnt of the channels behind places.
type places struct {
	mu     sync.Mutex
	direct map[string]string // channels of direct messages, by user
	forums map[string]string // servers of forums, by channel
	doubt  map[string]error  // deliveries that could not be looked up, and why
}

// userOf gives the user of a place of direct messages: discord:@USER.
func userOf(place string) (string, bool) {
	id, ok := strings.CutPrefix(place, prefix+":@")
	return id, ok && isID(id)
}

// channel gives the channel of a place of ours. That of direct messages is
// asked for once: Discord has one for each user, for ever, and does not like to
// be asked for many.
func (s *Surface) channel(ctx context.Context, place string) (string, error) {
	user, direct := userOf(place)
	if !direct {
		return ownChannel(place)
	}
	s.places.mu.Lock()
	known := s.places.direct[user]
	s.places.mu.Unlock()
	if known != "" {
		return known, nil
	}
	key := "discord dm " + user
	if id := s.recall(ctx, key); isID(id) {
		s.places.keep(&s.places.direct, user, id)
		return id, nil
	}
	address := discordgo.EndpointUserChannels("@me")
	answer, err := s.call(ctx, http.MethodPost, address, address, map[string]string{"recipient_id": user})
	if err != nil {
		return "", certainly(err)
	}
	var c discordgo.Channel
	if err := json.Unmarshal(answer, &c); err != nil || !isID(c.ID) {
		return "", &SendError{Retry: true, Certain: true, Status: 200, err: err,
			Problem: problem(statements.Reason(reasons.NoDirectChannel), statements.Reason(reasons.TriedAgain))}
	}
	s.places.keep(&s.places.direct, user, c.ID)
	s.remember(ctx, key, c.ID)
	return c.ID, nil
}

// certainly is what went wrong with a channel that is asked for: whatever became
// of that, no message was posted.
func certainly(err error) error {
	var e *SendError
	if !errors.As(err, &e) {
		return err
	}
	sure := *e
	sure.Certain = true
	return &sure
}

// keep writes down what was learnt.
func (p *places) keep(in *map[string]string, key, value string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if *in == nil {
		*in = map[string]string{}
	}
	(*in)[key] = value
}

// wonder writes down that a delivery could not be looked up, settle forgets it
// and gives why.
func (p *places) wonder(delivery string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.doubt == nil {
		p.doubt = map[string]error{}
	}
	p.doubt[delivery] = err
}

func (p *places) settle(delivery string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	err := p.doubt[delivery]
	delete(p.doubt, delivery)
	return err
}

// isForum reports whether a channel is known to be a forum, and gives its
// server.
func (s *Surface) isForum(channel string) (guild string, ok bool) {
	s.places.mu.Lock()
	defer s.places.mu.Unlock()
	guild, ok = s.places.forums[channel]
	return guild, ok
}

// learn asks what a channel is, and remembers a forum.
func (s *Surface) learn(ctx context.Context, channel string) (discordgo.Channel, error) {
	var c discordgo.Channel
	if err := s.fetch(ctx, discordgo.EndpointChannel(channel), &c); err != nil {
		return c, certainly(err)
	}
	if c.Type == discordgo.ChannelTypeGuildForum {
		s.places.keep(&s.places.forums, channel, c.GuildID)
	}
	return c, nil
}

// unposted reports whether a channel refused a message for what it is.
func unposted(err error) bool {
	var e *SendError
	return errors.As(err, &e) && (e.Code == codeForum || e.Code == codeNotText)
}

// asleep reports whether a thread was put away, and takes no edits before it is
// taken out again.
func asleep(err error) bool {
	var e *SendError
	return errors.As(err, &e) && e.Code == codeArchived
}

// wakeThread takes a thread out that was put away.
func (s *Surface) wakeThread(ctx context.Context, thread string) error {
	address := discordgo.EndpointChannel(thread)
	_, err := s.call(ctx, http.MethodPatch, address, address, map[string]bool{"archived": false})
	return certainly(err)
}

// locked is the problem of a thread that only its moderators may write in.
func locked(c *discordgo.Channel) *statements.Problem {
	if c.ThreadMetadata == nil || !c.ThreadMetadata.Locked {
		return nil
	}
	p := lockedThread
	return &p
}

var lockedThread = problem(statements.Reason(reasons.LockedThread), statements.Reason(reasons.Unlock))
