package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/statements/reasons"
)

// threadName is how many characters the name of a forum's post has at most.
// https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel
const threadName = 100

// post is a forum's post as Discord's API takes it: a thread and its first
// message, whose id is the thread's. It takes no nonce.
type post struct {
	Name    string   `json:"name"`
	Message *message `json:"message"`
}

// titleOf names the post of a card.
func titleOf(c handlers.Card) string {
	name := cutText(clean(c.Title, false), threadName)
	for _, blocks := range [][]handlers.Block{c.Lead, c.Body} {
		for _, b := range blocks {
			line := ""
			for _, r := range b.Runs {
				if !r.Typed {
					line += r.Text
				}
			}
			if name == "" {
				name = cutText(clean(line, false), threadName)
			}
		}
	}
	if name == "" {
		return "onrecord"
	}
	return name
}

// postForum makes a post of a card and gives its id. A delivery of which doubt
// says that it could not be looked up is not posted: without a nonce it could
// come twice.
func (s *Surface) postForum(ctx context.Context, forum string, card handlers.Card, body *message, doubt error) (string, error) {
	if doubt != nil {
		return "", certainly(doubt)
	}
	body.Nonce, body.EnforceNonce = "", false
	address := discordgo.EndpointChannelThreads(forum)
	answer, err := s.call(ctx, http.MethodPost, address, address, post{titleOf(card), body})
	if err != nil {
		return "", err
	}
	return messageID(answer)
}

// messageID reads the id of what was posted.
func messageID(answer []byte) (string, error) {
	var m struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal(answer, &m); err != nil || m.ID == "" {
		return "", &SendError{Retry: true, Status: 200, err: fmt.Errorf("answer without a message: %w", err),
			Problem: problem(statements.Reason(reasons.NoMessageNamed), statements.Reason(reasons.LookedUp))}
	}
	return m.ID, nil
}

// findPost looks for the post of a delivery among those of ours that the forum
// got since a time, put away or not.
func (s *Surface) findPost(ctx context.Context, guild, forum, id string, since time.Time, me string) (string, bool, error) {
	active := discordgo.EndpointGuildActiveThreads(guild)
	var list threads
	if err := s.fetch(ctx, active, &list); err != nil {
		return "", false, err
	}
	if found, ok, err := s.amongPosts(ctx, list, forum, id, since, me); ok || err != nil {
		return found, ok, err
	}
	address := discordgo.EndpointChannelPublicArchivedThreads(forum)
	before := ""
	for range lookPages {
		var list threads
		query := fmt.Sprintf("%s?limit=%d", address, lookBack)
		if before != "" {
			query += "&before=" + url.QueryEscape(before)
		}
		answer, err := s.call(ctx, http.MethodGet, query, address, nil)
		if err == nil {
			err = unread(json.Unmarshal(answer, &list))
		}
		if err != nil {
			return "", false, err
		}
		if found, ok, err := s.amongPosts(ctx, list, forum, id, since, me); ok || err != nil {
			return found, ok, err
		}
		if !list.More || len(list.Threads) == 0 {
			break
		}
		// The last one put away comes first: what was put away before the
		// attempt is none of it.
		last := list.Threads[len(list.Threads)-1].ThreadMetadata
		if last == nil || last.ArchiveTimestamp.Before(since.Add(-clockSkew)) {
			break
		}
		before = last.ArchiveTimestamp.Format(time.RFC3339Nano)
	}
	return "", false, nil
}

// threads is a page of threads.
type threads struct {
	Threads []discordgo.Channel `json:"threads"`
	More    bool                `json:"has_more"`
}

func unread(err error) error {
	if err == nil {
		return nil
	}
	return &SendError{Retry: true, Certain: true, Status: 200, err: err,
		Problem: problem(statements.Reason(reasons.PostsNotRead), statements.Reason(reasons.TriedAgain))}
}

// amongPosts reads the first messages of the posts that may be it.
func (s *Surface) amongPosts(ctx context.Context, list threads, forum, id string, since time.Time, me string) (string, bool, error) {
	for _, c := range list.Threads {
		if c.ParentID != forum || c.OwnerID != me || !since.IsZero() && (posted{ID: c.ID}).made().Before(since.Add(-clockSkew)) {
			continue
		}
		address := discordgo.EndpointChannelMessage(c.ID, c.ID)
		answer, err := s.call(ctx, http.MethodGet, address, discordgo.EndpointChannelMessage(c.ID, ""), nil)
		if missing(err) {
			continue // somebody took the message away, and left the thread
		}
		var m posted
		if err == nil {
			err = unread(json.Unmarshal(answer, &m))
		}
		if err != nil {
			return "", false, err
		}
		if m.carries(id) {
			return c.ID, true, nil
		}
	}
	return "", false, nil
}

var tagged = problem(statements.Reason(reasons.AsksForTag),
	statements.Reason(reasons.NoTagThere))
