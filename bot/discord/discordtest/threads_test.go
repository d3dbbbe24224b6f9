package discordtest

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// Forums take posts and no messages, and a post has no nonce.
func TestForumsTakePosts(t *testing.T) {
	s := New(t)
	d := client(t, s, s.Token)
	forum := s.AddChannel(Guild, "reports", TypeForum)
	post := func(body map[string]any) (string, error) {
		at := discordgo.EndpointChannelThreads(forum)
		raw, err := d.RequestWithBucketID("POST", at, body, at)
		var out struct{ ID string }
		_ = json.Unmarshal(raw, &out)
		return out.ID, err
	}
	message := func() map[string]any {
		return map[string]any{"content": "x", "allowed_mentions": map[string]any{"parse": []string{}}}
	}
	id, err := post(map[string]any{"name": long(100), "message": message()})
	if err != nil {
		t.Fatal(err)
	}
	if p := s.Posts(forum); len(p) != 1 || p[0].ID != id || p[0].First.ID != id || p[0].First.Content != "x" {
		t.Errorf("posts: %+v", p)
	}
	noncy := message()
	noncy["nonce"], noncy["enforce_nonce"] = "a", true
	for _, c := range []struct {
		name string
		body map[string]any
		code int
	}{
		{"a long name", map[string]any{"name": long(101), "message": message()}, 50035},
		{"no name", map[string]any{"name": " ", "message": message()}, 50035},
		{"a nonce", map[string]any{"name": "a", "message": noncy}, 50035},
		{"nothing in it", map[string]any{"name": "a", "message": map[string]any{"content": ""}}, 50006},
		{"a long message", map[string]any{"name": "a", "message": map[string]any{"content": long(2001)}}, 50035},
	} {
		_, err := post(c.body)
		if code, text := refusal(t, err); code != c.code && !strings.Contains(text, "openapi") {
			t.Errorf("%s: code %d, want %d: %s", c.name, code, c.code, text)
		}
	}
	_, err = d.ChannelMessageSend(forum, "x")
	if code, _ := refusal(t, err); code != 40058 {
		t.Errorf("a message in a forum: code %d", code)
	}
	s.RequireTag(forum)
	_, err = post(map[string]any{"name": "a", "message": message()})
	if code, _ := refusal(t, err); code != 40067 {
		t.Errorf("a post without a tag where one is required: code %d", code)
	}
}

// A thread that was put away is taken out by a message, not by an edit, and a
// locked one by nothing of ours.
func TestThreadsThatWerePutAway(t *testing.T) {
	s := New(t)
	d := client(t, s, s.Token)
	id := s.AddThread(Channel, "quota")
	m, err := d.ChannelMessageSend(id, "x")
	if err != nil {
		t.Fatal(err)
	}
	s.Archive(id)
	_, err = d.ChannelMessageEdit(id, m.ID, "y")
	if code, _ := refusal(t, err); code != 50083 {
		t.Errorf("an edit: code %d", code)
	}
	list, err := d.ThreadsArchived(Channel, nil, 10)
	if err != nil || len(list.Threads) != 1 || !list.Threads[0].ThreadMetadata.Archived {
		t.Errorf("threads put away: %+v, %v", list, err)
	}
	if _, err = d.ChannelMessageSend(id, "x"); err != nil || s.Archived(id) {
		t.Errorf("a message does not take it out: %v", err)
	}
	active, err := d.GuildThreadsActive(Guild)
	if err != nil || len(active.Threads) != 1 {
		t.Errorf("threads: %+v, %v", active, err)
	}
	s.LockThread(id, true)
	_, err = d.ChannelMessageSend(id, "x")
	if code, _ := refusal(t, err); code != 160005 {
		t.Errorf("a message in a locked thread: code %d", code)
	}
}

// A user has one channel of direct messages, and may close it.
func TestDirectMessages(t *testing.T) {
	s := New(t)
	d := client(t, s, s.Token)
	c, err := d.UserChannelCreate(Member)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := d.UserChannelCreate(Member); err != nil || again.ID != c.ID || s.DM(Member) != c.ID {
		t.Errorf("asked again: %+v, %v", again, err)
	}
	if _, err := d.ChannelMessageSend(c.ID, "x"); err != nil {
		t.Error(err)
	}
	s.CloseDMs(Member, true)
	_, err = d.ChannelMessageSend(c.ID, "x")
	if code, _ := refusal(t, err); code != 50007 {
		t.Errorf("a message to a closed door: code %d", code)
	}
	_, err = d.UserChannelCreate("1200000000000000999")
	if code, _ := refusal(t, err); code != 50033 {
		t.Errorf("a user whom nobody knows: code %d", code)
	}
}
