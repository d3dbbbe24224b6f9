package discord

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
)

// A file goes out with an answer, told at once or announced first, and one that
// came with a command is known by where Discord keeps it.
func TestFiles(t *testing.T) {
	for name, wait := range map[string]time.Duration{"at once": 0, "announced": 150 * time.Millisecond} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := server(t)
			desk := &clerk{
				table: []handlers.Command{{Name: "feed import", Text: "Read a list", Options: []handlers.Option{{Name: "file", Text: "The list", Kind: handlers.Attached}}}},
				serve: func(context.Context, handlers.Request) handlers.Reply {
					time.Sleep(wait)
					reply := said1("here it is")
					reply.Private = true
					reply.Files = []handlers.File{{Name: "my feeds\".opml", Type: "text/x-opml", Body: []byte("<opml/>")}, {Body: []byte{0, 1, 2}}}
					return reply
				},
			}
			s := newSurface(t, srv, desk)
			s.pace.patience = 50 * time.Millisecond
			run(t, srv, s)
			const address = "https://cdn.discordapp.com/attachments/1/2/feeds.opml"
			got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Moderator, "feed import", map[string]any{"file": address})
			if err != nil {
				t.Fatal(err)
			}
			want := []discordtest.File{
				{Name: "my-feeds-.opml", Type: "text/x-opml", Body: []byte("<opml/>")},
				{Name: "file-2", Type: "application/octet-stream", Body: []byte{0, 1, 2}},
			}
			if diff := cmp.Diff(want, got.Files); diff != "" || got.Content != "here it is" {
				t.Errorf("files of %q (-want +got):\n%s", got.Content, diff)
			}
			if file := desk.last(t).Options["file"]; file != address {
				t.Errorf("the desk was given the file %q", file)
			}
			if v := srv.Violations(); len(v) > 0 {
				t.Errorf("Discord refuses:\n%s", strings.Join(v, "\n"))
			}
		})
	}
}

// An attachment that is not one is told, and never reaches the desk.
func TestForgedAttachment(t *testing.T) {
	srv := server(t)
	desk := &clerk{table: []handlers.Command{{Name: "feed import", Text: "Read a list", Options: []handlers.Option{{Name: "file", Text: "The list", Kind: handlers.Attached}}}}}
	run(t, srv, newSurface(t, srv, desk))
	got, err := srv.Do(discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Moderator,
		Command: "feed import", Options: map[string]any{"file": "file:///etc/passwd"}, Unchecked: true})
	if err != nil || !strings.Contains(got.Text(), "did not come along") || len(desk.requests) > 0 {
		t.Errorf("got %q, %v, %d requests", got.Text(), err, len(desk.requests))
	}
}
