package discord

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
)

// notes is a Memory.
type notes struct {
	mu sync.Mutex
	m  map[string]string
}

func (n *notes) Recall(_ context.Context, key string) (string, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.m[key], nil
}

func (n *notes) Remember(_ context.Context, key, value string) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.m == nil {
		n.m = map[string]string{}
	}
	n.m[key] = value
	return nil
}

func TestTableAsSlashCommands(t *testing.T) {
	table, err := newTable(testTable)
	if err != nil {
		t.Fatal(err)
	}
	ask, watch := table.global[0], table.global[1]
	var names []string
	for _, o := range ask.Options {
		names = append(names, o.Name)
	}
	if d := cmp.Diff([]string{"question", "speaker", "since", "private"}, names); d != "" {
		t.Errorf("options of ask, required first (-want +got):\n%s", d)
	}
	question, speaker, private := ask.Options[0], ask.Options[1], ask.Options[3]
	if !question.Required || question.MaxLength != 1000 || !speaker.Autocomplete || private.Type != discordgo.ApplicationCommandOptionBoolean {
		t.Errorf("question %+v, speaker %+v, private %+v", question, speaker, private)
	}
	if ask.DefaultMemberPermissions != nil || len(*ask.Contexts) != 2 {
		t.Errorf("ask: rights %v, contexts %v", ask.DefaultMemberPermissions, *ask.Contexts)
	}
	if *watch.DefaultMemberPermissions != 32 || len(*watch.Contexts) != 1 || len(watch.Options) != 2 || watch.Options[0].Name != "add" {
		t.Errorf("watch %+v", watch)
	}
	add := watch.Options[0].Options
	if add[1].Type != discordgo.ApplicationCommandOptionChannel || len(add[1].ChannelTypes) == 0 || len(add[2].Choices) != 2 {
		t.Errorf("watch add %+v %+v", add[1], add[2])
	}
	if table.guild[1].Contexts != nil || table.guild[1].IntegrationTypes != nil || table.global[1].Contexts == nil {
		t.Error("commands of a guild have what only global ones may have")
	}
}

func TestTableThatCannotBeRegistered(t *testing.T) {
	for _, names := range [][]string{{""}, {"a b c"}, {"ask", "ask"}, {"watch", "watch add"}, {"watch add", "watch"}} {
		var list []handlers.Command
		for _, n := range names {
			list = append(list, handlers.Command{Name: n, Text: "x"})
		}
		if _, err := newTable(list); err == nil {
			t.Errorf("%q is taken", names)
		}
	}
}

func TestCommandsAreRegisteredOnce(t *testing.T) {
	t.Parallel()
	srv := server(t)
	memory := &notes{}
	start := func(table []handlers.Command) {
		t.Helper()
		s := newSurface(t, srv, &clerk{table: table}, func(c *Config) { c.Memory = memory })
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- s.Run(ctx) }()
		if !srv.Wait(10*time.Second, func() bool { return srv.Online() && s.table.mention("", "help") != "" }) {
			t.Fatal("not registered")
		}
		cancel()
		if err := <-ended; err != nil {
			t.Fatal(err)
		}
	}
	start(nil)
	start(nil)
	if n := srv.Overwrites(); n != 1 {
		t.Errorf("registered %d times for one table", n)
	}
	if d := cmp.Diff([]string{"ask", "watch add", "watch list", "help"}, srv.Commands("")); d != "" {
		t.Errorf("commands (-want +got):\n%s", d)
	}
	start(append([]handlers.Command{{Name: "status", Text: "How it is"}}, testTable...))
	if n := srv.Overwrites(); n != 2 {
		t.Errorf("registered %d times for two tables", n)
	}
}

func TestCommandsOfConfiguredGuildsOnly(t *testing.T) {
	t.Parallel()
	srv := server(t)
	other := srv.AddGuild("Another")
	left := srv.AddGuild("Left")
	srv.RemoveBot(left)
	s := newSurface(t, srv, &clerk{}, func(c *Config) { c.Guilds = []string{left, discordtest.Guild, other} })
	run(t, srv, s)
	if !srv.Wait(10*time.Second, func() bool { return len(srv.Commands(other)) > 0 }) {
		t.Fatal("not registered in the second guild")
	}
	if len(srv.Commands("")) > 0 || len(srv.Commands(discordtest.Guild)) != 4 {
		t.Errorf("global %v, guild %v", srv.Commands(""), srv.Commands(discordtest.Guild))
	}
	want := "</watch add:" + srv.CommandID(other, "watch") + ">"
	if !srv.Wait(5*time.Second, func() bool { return s.table.mention(other, "watch add") == want }) {
		t.Errorf("mention %q, want %q", s.table.mention(other, "watch add"), want)
	}
}

func TestRegistrationIsTriedAgain(t *testing.T) {
	t.Parallel()
	srv := server(t)
	srv.Inject(discordtest.Fault{Method: "PUT", Path: "/applications/*/commands", Status: 503})
	run(t, srv, newSurface(t, srv, &clerk{})) // waits for the registration
}

// TestRealTableIsAccepted registers the table that handlers has, as it is.
func TestRealTableIsAccepted(t *testing.T) {
	t.Parallel()
	srv := server(t)
	run(t, srv, newSurface(t, srv, &clerk{table: (*handlers.Desk)(nil).Commands()}))
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", strings.Join(v, "\n"))
	}
	if len(srv.Commands("")) < 5 {
		t.Errorf("commands %v", srv.Commands(""))
	}
}

// FuzzInteraction feeds what a gateway might send to the reader of requests.
func FuzzInteraction(f *testing.F) {
	f.Add([]byte(`{"id":"1","type":2,"token":"t","guild_id":"2","channel_id":"3","data":{"name":"watch","options":[{"name":"add","type":1,"options":[{"name":"channel","type":7,"value":"4"}]}],"resolved":{"channels":{"4":{"id":"4","type":0}}}},"member":{"permissions":"32","user":{"id":"5"}}}`))
	f.Add([]byte(`{"id":"1","type":3,"data":{"custom_id":"v1:page:q:2"}}`))
	f.Add([]byte(`{"id":"1","type":4,"data":{"name":"ask","options":[null,{"focused":true,"value":1}]}}`))
	s, err := New(Config{Token: "x", Desk: &clerk{}})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var i discordgo.Interaction
		if json.Unmarshal(raw, &i) != nil {
			return
		}
		r, opts, bad := s.request(&i)
		focused(opts)
		for name, v := range r.Options {
			if strings.HasPrefix(v, "discord:") && bad == nil && r.Server == "" && name == "channel" && v != "discord:" {
				if _, isText := optionNamed(opts, name).Value.(string); isText && optionNamed(opts, name).Type == discordgo.ApplicationCommandOptionChannel {
					t.Errorf("a channel without a server: %q", v)
				}
			}
		}
		if d, isButton := i.Data.(discordgo.MessageComponentInteractionData); isButton {
			parseCustomID(d.CustomID)
		}
	})
}

func optionNamed(opts []*discordgo.ApplicationCommandInteractionDataOption, name string) *discordgo.ApplicationCommandInteractionDataOption {
	var last *discordgo.ApplicationCommandInteractionDataOption
	for _, o := range opts {
		if o != nil && o.Name == name {
			last = o
		}
	}
	return last
}
