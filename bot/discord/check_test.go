package discord

import (
	"errors"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"onrecord/bot/discord/discordtest"
)

func TestCheck(t *testing.T) {
	t.Parallel()
	srv := server(t)
	left := srv.AddGuild("Left")
	srv.RemoveBot(left)
	s := newSurface(t, srv, nil, func(c *Config) { c.Guilds = []string{discordtest.Guild, left} })
	poor := srv.AddChannel(discordtest.Guild, "poor", discordtest.TypeText)
	srv.Deny(poor, discordtest.SendMessages|discordtest.EmbedLinks|discordtest.ReadMessageHistory)
	hidden := srv.AddChannel(discordtest.Guild, "hidden", discordtest.TypeText)
	srv.Deny(hidden, discordtest.ViewChannel)
	voice := srv.AddChannel(discordtest.Guild, "talk", discordtest.TypeVoice)
	thread := srv.AddThread(discordtest.Channel, "a thread")
	dm := srv.AddChannel("", "", discordtest.TypeDM)

	got, err := s.Check(t.Context(), []string{here, "discord:" + poor, "discord:" + hidden, "discord:" + voice, "discord:" + thread, "discord:" + dm, "discord:404", "console"})
	if err != nil {
		t.Fatal(err)
	}
	if got.Name != "onrecord" || got.ApplicationID != discordtest.App {
		t.Errorf("findings %+v", got)
	}
	want := "https://discord.com/oauth2/authorize?client_id=" + discordtest.App + "&scope=bot+applications.commands&permissions=274878024704"
	if got.Invite != want {
		t.Errorf("invite %s", got.Invite)
	}
	for place, text := range map[string]string{
		here: "", "discord:" + poor: "lacks Send Messages, Embed Links, Read Message History", "discord:" + hidden: "may not write",
		"discord:" + voice: "no text channel", "discord:" + thread: "", "discord:" + dm: "", "discord:404": "gone", "console": "no Discord channel",
	} {
		p := got.Places[place]
		if (p == nil) != (text == "") || p != nil && !strings.Contains(p.Text.String(), text) {
			t.Errorf("%s: %+v, want %q", place, p, text)
		}
	}
	if got.Guilds[discordtest.Guild] != nil || got.Guilds[left] == nil {
		t.Errorf("guilds %+v", got.Guilds)
	}
}

func TestCheckWithAWrongToken(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil, func(c *Config) { c.Token = "other" })
	_, err := s.Check(t.Context(), nil)
	var e *SendError
	if !errors.As(err, &e) || e.Problem.Error() != wrongToken.Error() {
		t.Errorf("error %v", err)
	}
}

func TestPermissions(t *testing.T) {
	const view, send = discordgo.PermissionViewChannel, discordgo.PermissionSendMessages
	g := discordgo.Guild{ID: "1", OwnerID: "9", Roles: []*discordgo.Role{{ID: "1", Permissions: view}, {ID: "2", Permissions: send}, {ID: "3", Permissions: administrator}}}
	over := func(id string, kind discordgo.PermissionOverwriteType, allow, deny int64) *discordgo.PermissionOverwrite {
		return &discordgo.PermissionOverwrite{ID: id, Type: kind, Allow: allow, Deny: deny}
	}
	role, member := discordgo.PermissionOverwriteTypeRole, discordgo.PermissionOverwriteTypeMember
	tests := []struct {
		name  string
		roles []string
		over  []*discordgo.PermissionOverwrite
		user  string
		want  int64
	}{
		{"everyone's", nil, nil, "5", view},
		{"a role's too", []string{"2"}, nil, "5", view | send},
		{"denied to all, allowed to a role", []string{"2"}, []*discordgo.PermissionOverwrite{over("2", role, view, 0), over("1", role, 0, view)}, "5", view | send},
		{"another's role", nil, []*discordgo.PermissionOverwrite{over("2", role, send, 0)}, "5", view},
		{"the member last", []string{"2"}, []*discordgo.PermissionOverwrite{over("5", member, 0, send), over("2", role, send, 0)}, "5", view},
		{"administrator", []string{"3"}, []*discordgo.PermissionOverwrite{over("1", role, 0, view)}, "5", discordgo.PermissionAll | sendInThreads},
		{"owner", nil, []*discordgo.PermissionOverwrite{over("1", role, 0, view)}, "9", discordgo.PermissionAll | sendInThreads},
	}
	for _, tt := range tests {
		if got := permissions(g, discordgo.Member{Roles: tt.roles}, tt.over, tt.user); got != tt.want {
			t.Errorf("%s: %b, want %b", tt.name, got, tt.want)
		}
	}
}
