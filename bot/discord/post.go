package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/statements"
)

// lookBack is how many messages of a channel one page has, the most that
// Discord gives at once, and lookPages how many pages Find turns at most: a
// channel with more than that since a crash is not one for alerts.
// https://discord.com/developers/docs/resources/message#get-channel-messages
const (
	lookBack  = 100
	lookPages = 20
)

// clockSkew is how far our clock may be from Discord's.
const clockSkew = 2 * time.Minute

// Post sends a card to a place and gives the message's id. nonce is the
// delivery's id, at most 25 characters: within Discord's few minutes a second
// post with it gives the first one's message. An error is a *SendError.
//
// What stands in a forum is a post of its own; its id is that of the message in
// it. Posts have no nonce.
func (s *Surface) Post(ctx context.Context, place string, card handlers.Card, nonce string) (string, error) {
	channel, err := s.channel(ctx, place)
	if err != nil {
		return "", err
	}
	body := drawCard(card, scope{in: s.cfg.Tongue, table: s.table})
	body.Nonce, body.EnforceNonce = nonce, nonce != ""
	body.mark(nonce)
	doubt := s.places.settle(nonce)
	if _, forum := s.isForum(channel); forum {
		return s.postForum(ctx, channel, card, body, doubt)
	}
	address := discordgo.EndpointChannelMessages(channel)
	answer, err := s.call(ctx, "POST", address, address, body)
	if asleep(err) { // a message takes a thread out by itself, says Discord's page
		if err = s.wakeThread(ctx, channel); err == nil {
			answer, err = s.call(ctx, "POST", address, address, body)
		}
	}
	if unposted(err) {
		// To ask of every channel what it is would cost a call each.
		c, unknown := s.learn(ctx, channel)
		if unknown != nil {
			return "", unknown
		}
		if c.Type == discordgo.ChannelTypeGuildForum {
			return s.postForum(ctx, channel, card, body, doubt)
		}
	}
	if err != nil {
		return "", err
	}
	return messageID(answer)
}

// Edit has a message of ours show another card, and notifies nobody: roles are
// not mentioned again. nonce is the delivery's id, which the message is to carry
// as before. An error is a *SendError.
func (s *Surface) Edit(ctx context.Context, place, messageID string, card handlers.Card, nonce string) error {
	channel, err := s.channel(ctx, place)
	if err != nil {
		return err
	}
	body := drawCard(card, scope{in: s.cfg.Tongue, table: s.table})
	body.mark(nonce)
	edit := func(channel string) error {
		_, err := s.call(ctx, "PATCH", discordgo.EndpointChannelMessage(channel, messageID), discordgo.EndpointChannelMessage(channel, ""), body)
		return err
	}
	_, forum := s.isForum(channel)
	if !forum {
		if err = edit(channel); missing(err) {
			c, unknown := s.learn(ctx, channel)
			if unknown != nil {
				return unknown
			}
			forum = c.Type == discordgo.ChannelTypeGuildForum
		}
	}
	if forum { // a post is the channel of its first message
		channel = messageID
		err = edit(channel)
	}
	if asleep(err) {
		if err = s.wakeThread(ctx, channel); err == nil {
			err = edit(channel)
		}
	}
	return err
}

// missing reports whether a message is not there.
func missing(err error) bool {
	var e *SendError
	return errors.As(err, &e) && (e.Code == codeUnknownMessage || e.Code == codeNotThisChannel)
}

// markAddress and a delivery's id are the address of an embed that has none of
// its own. An embed without a title shows its address nowhere.
const markAddress = "https://onrecord.invalid/delivery/"

// mark makes sure that a message can be found by its delivery's id. Mostly it
// has a button that carries it; Discord forgets nonces within minutes.
func (m *message) mark(id string) {
	for _, r := range m.Components {
		for _, b := range r.Components {
			if _, about, _ := parseCustomID(b.CustomID); about == id {
				return
			}
		}
	}
	if id != "" && len(m.Embeds) > 0 {
		m.Embeds[0].URL = markAddress + url.PathEscape(id)
	}
}

// Find looks for the message of a delivery among those that the channel got
// since a time, or among the newest hundred: one of our own that carries the
// delivery's id in its nonce, a button or an embed's address. An error is a
// *SendError; where the history may not be read, that is one, for "not found"
// would be a guess.
func (s *Surface) Find(ctx context.Context, place, deliveryID string, since time.Time) (messageID string, found bool, err error) {
	messageID, found, err = s.find(ctx, place, deliveryID, since)
	s.places.settle(deliveryID)
	if err != nil {
		s.places.wonder(deliveryID, err)
	}
	return messageID, found, err
}

func (s *Surface) find(ctx context.Context, place, deliveryID string, since time.Time) (messageID string, found bool, err error) {
	channel, err := s.channel(ctx, place)
	if err != nil {
		return "", false, err
	}
	me, err := s.whoami(ctx)
	if err != nil {
		return "", false, err
	}
	if guild, forum := s.isForum(channel); forum {
		return s.findPost(ctx, guild, channel, deliveryID, since, me.user)
	}
	before := ""
	for page := range lookPages {
		list, err := s.history(ctx, channel, before)
		if err != nil {
			return "", false, err
		}
		for _, m := range list {
			if m.Author.ID == me.user && m.carries(deliveryID) {
				return m.ID, true, nil
			}
		}
		if len(list) == 0 && page == 0 {
			if guild, forum, err := s.readable(ctx, channel); !forum {
				return "", false, err
			} else {
				return s.findPost(ctx, guild, channel, deliveryID, since, me.user)
			}
		}
		if len(list) < lookBack || since.IsZero() || list[len(list)-1].made().Before(since.Add(-clockSkew)) {
			break
		}
		before = list[len(list)-1].ID
	}
	return "", false, nil
}

// history gives a page of a channel's messages, newest first.
func (s *Surface) history(ctx context.Context, channel, before string) ([]posted, error) {
	address := discordgo.EndpointChannelMessages(channel)
	query := fmt.Sprintf("%s?limit=%d", address, lookBack)
	if before != "" {
		query += "&before=" + before
	}
	answer, err := s.call(ctx, "GET", query, address, nil)
	if err != nil {
		return nil, err
	}
	var list []posted
	if err := json.Unmarshal(answer, &list); err != nil {
		return nil, &SendError{Retry: true, Certain: true, err: err,
			Problem: problem(statements.Say("The messages of the channel cannot be read."), statements.Say("It is tried again."))}
	}
	return list, nil
}

// posted is a message of a channel, as far as Find reads it.
type posted struct {
	ID     string `json:"id"`
	Nonce  any    `json:"nonce"`
	Author struct {
		ID string `json:"id"`
	} `json:"author"`
	Components []struct {
		Components []struct {
			CustomID string `json:"custom_id"`
		} `json:"components"`
	} `json:"components"`
	Embeds []struct {
		URL string `json:"url"`
	} `json:"embeds"`
}

// made is when the message was made, which its id says.
// https://discord.com/developers/docs/reference#snowflakes
func (m posted) made() time.Time {
	at, err := discordgo.SnowflakeTimestamp(m.ID)
	if err != nil {
		return time.Time{}
	}
	return at
}

func (m posted) carries(id string) bool {
	if id == "" {
		return false
	}
	if m.Nonce == id {
		return true
	}
	for _, row := range m.Components {
		for _, c := range row.Components {
			if p := strings.Split(c.CustomID, ":"); len(p) >= 3 && p[2] == id {
				return true
			}
		}
	}
	for _, e := range m.Embeds {
		if e.URL == markAddress+url.PathEscape(id) {
			return true
		}
	}
	return false
}

// readable tells an empty channel from one whose history is hidden: for the
// latter Discord gives an empty list too, but a newest message all the same. A
// forum has no messages of its own either.
func (s *Surface) readable(ctx context.Context, channel string) (guild string, forum bool, err error) {
	c, err := s.learn(ctx, channel)
	if err != nil || c.Type == discordgo.ChannelTypeGuildForum {
		return c.GuildID, err == nil, err
	}
	if c.LastMessageID == "" {
		return "", false, nil
	}
	return "", false, &SendError{Retry: true, Certain: true,
		Problem: problem(statements.Say("onrecord may not read the history of this channel, so it cannot see whether a message was sent."),
			statements.Say("Allow it Read Message History there."))}
}

// ownChannel reads a place of ours.
func ownChannel(place string) (string, error) {
	channel, ok := channelOf(place)
	if !ok {
		return "", &SendError{Certain: true, Gone: true,
			Problem: statements.Problem{Text: statements.Say("There is no Discord channel %s.", place), Hint: statements.Say("A place in Discord is discord: and the channel's number.")}}
	}
	return channel, nil
}

// whoami asks once who the token belongs to.
func (s *Surface) whoami(ctx context.Context) (*self, error) {
	if me := s.self.Load(); me != nil {
		return me, nil
	}
	address := discordgo.EndpointUser("@me")
	answer, err := s.call(ctx, "GET", address, address, nil)
	if err != nil {
		return nil, err
	}
	var u discordgo.User
	if err := json.Unmarshal(answer, &u); err != nil || u.ID == "" {
		return nil, &SendError{Retry: true, Certain: true, err: err,
			Problem: problem(statements.Say("Discord does not say who we are."), statements.Say("It is tried again; check api_url."))}
	}
	me := &self{user: u.ID, name: u.Username}
	s.self.CompareAndSwap(nil, me)
	return s.self.Load(), nil
}
