package main

import (
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
)

// A member follows, a moderator has a role called in a forum and has a thread
// told as well: each is told in his own place, and by nobody's else.
func TestFollowInDiscord(t *testing.T) {
	d := startInDiscord(t, "")
	forum := d.AddChannel(discordtest.Guild, "reports", discordtest.TypeForum)
	thread := d.AddThread(discordtest.Channel, "fish")
	d.Archive(thread)
	if r := d.slash(discordtest.Member, "follow", map[string]any{"speaker": "Mira Solheim", "kinds": "direct"}); !r.Ephemeral || !strings.Contains(r.Text(), "told by direct message") {
		t.Errorf("/follow: ephemeral %v, %s", r.Ephemeral, r.Text())
	}
	add := map[string]any{"speaker": "Mira Solheim", "role": discordtest.Role, "channel": forum, "languages": "en"}
	if r := d.slash(discordtest.Moderator, "watch add", add); !strings.Contains(r.Text(), "Mentions <@&"+discordtest.Role+">") || len(r.Pings) > 0 {
		t.Errorf("/watch add: pings %v, %s", r.Pings, r.Text())
	}
	d.slash(discordtest.Moderator, "watch add", map[string]any{"speaker": "Mira Solheim", "channel": thread})
	r := d.slash(discordtest.Moderator, "watch add", map[string]any{"speaker": "Mira Solheim", "outlets": "The Vell Times"})
	if !strings.Contains(r.Text(), "only in The Vell Times") {
		t.Errorf("/watch add outlets: %s", r.Text())
	}
	if r := d.slash(discordtest.Moderator, "watch list", nil); strings.Contains(r.Text(), "verbatim") || strings.Count(r.Text(), "Mira Solheim") != 3 {
		t.Errorf("the moderator's list shows the follow: %s", r.Text())
	}
	for d.news.Next() {
	}
	ok := d.Wait(10*time.Second, func() bool {
		return len(d.Posts(forum)) == 2 && d.DM(discordtest.Member) != "" && len(d.Messages(d.DM(discordtest.Member))) == 2 && len(d.Messages(thread)) == 2
	})
	dm := d.DM(discordtest.Member)
	if !ok {
		t.Fatalf("%d posts, %d direct messages, %d messages in the thread; want 2 each", len(d.Posts(forum)), len(d.Messages(dm)), len(d.Messages(thread)))
	}
	if n := len(d.Messages(discordtest.Channel)); n != 0 || d.Archived(thread) {
		t.Errorf("%d messages of an outlet that nobody reads; the thread is put away: %v", n, d.Archived(thread))
	}
	for _, m := range d.Messages(dm) {
		if strings.Contains(m.Text(), "reported, not verbatim") || len(m.Pings) > 0 || !strings.Contains(m.Text(), "Watch Mira Solheim (verbatim): spoke") {
			t.Errorf("a direct message: pings %v, %s", m.Pings, m.Text())
		}
		context, err := d.Press("", dm, discordtest.Member, m.ID, m.Buttons[0].CustomID)
		if err != nil || strings.Contains(context.Text(), "belongs to") {
			t.Errorf("Show context in a direct message: %v, %s", err, context.Text())
		}
	}
	for _, p := range d.Posts(forum) {
		if !strings.HasPrefix(p.Name, "Mira Solheim: ") || len(p.First.Pings) != 1 || p.First.Pings[0] != discordtest.Role {
			t.Errorf("the post %q calls %v: %s", p.Name, p.First.Pings, p.First.Text())
		}
		var context discordtest.Reply
		var err error
		if !d.Wait(10*time.Second, func() bool { // where a post has come to is settled after it is there
			context, err = d.Press(discordtest.Guild, p.ID, discordtest.Member, p.ID, p.First.Buttons[0].CustomID)
			return err != nil || !strings.Contains(context.Text(), "belongs to")
		}) || err != nil {
			t.Errorf("Show context in a forum: %v, %s", err, context.Text())
		}
	}
	mine, err := d.Do(discordtest.Use{Channel: dm, User: discordtest.Member, Command: "following"})
	if err != nil || !strings.Contains(mine.Text(), "You follow 1") {
		t.Errorf("/following: %v, %s", err, mine.Text())
	}
	ended, err := d.Do(discordtest.Use{Channel: dm, User: discordtest.Member, Command: "unfollow", Options: map[string]any{"watch": "Mira Solheim (verbatim)"}})
	if err != nil || !strings.Contains(ended.Text(), "No longer following") {
		t.Errorf("/unfollow: %v, %s", err, ended.Text())
	}
	d.stop()
	if v := d.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}
