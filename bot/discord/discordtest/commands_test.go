package discordtest

import (
	"fmt"
	"testing"

	"github.com/bwmarrin/discordgo"
)

func TestCommandsThatAreRefused(t *testing.T) {
	opt := func(name string, change func(*discordgo.ApplicationCommandOption)) *discordgo.ApplicationCommandOption {
		o := &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionString, Name: name, Description: "d"}
		if change != nil {
			change(o)
		}
		return o
	}
	with := func(list ...*discordgo.ApplicationCommandOption) *discordgo.ApplicationCommand {
		return &discordgo.ApplicationCommand{Name: "ask", Description: "d", Options: list}
	}
	named := func(name, text string) *discordgo.ApplicationCommand {
		return &discordgo.ApplicationCommand{Name: name, Description: text}
	}
	choices := func(n int, name string) []*discordgo.ApplicationCommandOptionChoice {
		var out []*discordgo.ApplicationCommandOptionChoice
		for i := range n {
			out = append(out, &discordgo.ApplicationCommandOptionChoice{Name: fmt.Sprint(name, i), Value: fmt.Sprint(i)})
		}
		return out
	}
	var many, big []*discordgo.ApplicationCommandOption
	for i := range 26 {
		many = append(many, opt(fmt.Sprint("o", i), nil))
	}
	for i := range 25 {
		big = append(big, opt(fmt.Sprint("o", i), func(o *discordgo.ApplicationCommandOption) {
			o.Description = long(100)
			o.Choices = choices(4, long(60))
		}))
	}
	type O = discordgo.ApplicationCommandOption
	tests := []struct {
		name string
		list []*discordgo.ApplicationCommand
	}{
		{"capitals", []*discordgo.ApplicationCommand{named("Ask", "d")}},
		{"space", []*discordgo.ApplicationCommand{named("watch add", "d")}},
		{"long name", []*discordgo.ApplicationCommand{named(long(33), "d")}},
		{"no name", []*discordgo.ApplicationCommand{named("", "d")}},
		{"no description", []*discordgo.ApplicationCommand{named("ask", "")}},
		{"long description", []*discordgo.ApplicationCommand{named("ask", long(101))}},
		{"same name", []*discordgo.ApplicationCommand{named("ask", "d"), named("ask", "d")}},
		{"26 options", []*discordgo.ApplicationCommand{with(many...)}},
		{"8,000 characters", []*discordgo.ApplicationCommand{with(big...)}},
		{"option's name", []*discordgo.ApplicationCommand{with(opt("A b", nil))}},
		{"same option", []*discordgo.ApplicationCommand{with(opt("a", nil), opt("a", nil))}},
		{"required last", []*discordgo.ApplicationCommand{with(opt("a", nil), opt("b", func(o *O) { o.Required = true }))}},
		{"option without description", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.Description = "" }))}},
		{"26 choices", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.Choices = choices(26, "c") }))}},
		{"long choice", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.Choices = choices(1, long(100)) }))}},
		{"choice of another type", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) {
			o.Choices = []*discordgo.ApplicationCommandOptionChoice{{Name: "one", Value: 1}}
		}))}},
		{"autocomplete and choices", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.Autocomplete, o.Choices = true, choices(1, "c") }))}},
		{"autocomplete of a yes or no", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.Type, o.Autocomplete = discordgo.ApplicationCommandOptionBoolean, true }))}},
		{"channel types of a text", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.ChannelTypes = []discordgo.ChannelType{0} }))}},
		{"max_length", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.MaxLength = 6001 }))}},
		{"max_length of a yes or no", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.Type, o.MaxLength = discordgo.ApplicationCommandOptionBoolean, 5 }))}},
		{"type", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.Type = 12 }))}},
		{"sub-command beside an option", []*discordgo.ApplicationCommand{with(opt("a", nil), opt("b", func(o *O) { o.Type = discordgo.ApplicationCommandOptionSubCommand }))}},
		{"required sub-command", []*discordgo.ApplicationCommand{with(opt("b", func(o *O) { o.Type, o.Required = discordgo.ApplicationCommandOptionSubCommand, true }))}},
		{"options of a text", []*discordgo.ApplicationCommand{with(opt("a", func(o *O) { o.Options = many[:1] }))}},
		{"no context", []*discordgo.ApplicationCommand{{Name: "ask", Description: "d", Contexts: &[]discordgo.InteractionContextType{}}}},
		{"context", []*discordgo.ApplicationCommand{{Name: "ask", Description: "d", Contexts: &[]discordgo.InteractionContextType{7}}}},
	}
	s := New(t)
	d := client(t, s, s.Token)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := d.ApplicationCommandBulkOverwrite(App, "", tt.list)
			if code, text := refusal(t, err); code != 50035 {
				t.Errorf("refused with %d: %.300s", code, text)
			}
		})
	}
	if s.Overwrites() != 0 || len(s.Commands("")) != 0 {
		t.Error("something was registered all the same")
	}
}

func TestScopesOfCommands(t *testing.T) {
	s := New(t)
	d := client(t, s, s.Token)
	ask := []*discordgo.ApplicationCommand{{Name: "ask", Description: "d"}}
	first, err := d.ApplicationCommandBulkOverwrite(App, Guild, ask)
	if err != nil {
		t.Fatal(err)
	}
	again, err := d.ApplicationCommandBulkOverwrite(App, Guild, append(ask, &discordgo.ApplicationCommand{Name: "help", Description: "d"}))
	if err != nil || again[0].ID != first[0].ID || len(s.Commands(Guild)) != 2 {
		t.Errorf("a second overwrite: %v", err)
	}
	where := []discordgo.InteractionContextType{0}
	_, err = d.ApplicationCommandBulkOverwrite(App, Guild, []*discordgo.ApplicationCommand{{Name: "ask", Description: "d", Contexts: &where}})
	if code, _ := refusal(t, err); code != 50035 {
		t.Errorf("contexts in a guild: %v", err)
	}
	_, err = d.ApplicationCommandBulkOverwrite("1", Guild, ask)
	if code, _ := refusal(t, err); code != 20012 {
		t.Errorf("another's application: %v", err)
	}
	_, err = d.ApplicationCommandBulkOverwrite(App, "1", ask)
	if code, _ := refusal(t, err); code != 50001 {
		t.Errorf("another's guild: %v", err)
	}
	many := make([]*discordgo.ApplicationCommand, 101)
	for i := range many {
		many[i] = &discordgo.ApplicationCommand{Name: fmt.Sprint("c", i), Description: "d"}
	}
	if _, err = d.ApplicationCommandBulkOverwrite(App, "", many); err == nil {
		t.Error("101 commands are taken")
	}
}
