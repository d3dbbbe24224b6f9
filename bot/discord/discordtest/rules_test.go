package discordtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// toServer leads discordgo's calls to a server.
type toServer struct{ base string }

func (r toServer) RoundTrip(req *http.Request) (*http.Response, error) {
	base, err := url.Parse(r.base)
	if err != nil {
		return nil, err
	}
	out := req.Clone(req.Context())
	out.URL.Scheme, out.URL.Host, out.Host = base.Scheme, base.Host, ""
	return http.DefaultTransport.RoundTrip(out)
}

// client is discordgo's own, before a server.
func client(t *testing.T, s *Server, token string) *discordgo.Session {
	t.Helper()
	d, err := discordgo.New("Bot " + token)
	if err != nil {
		t.Fatal(err)
	}
	d.Client = &http.Client{Transport: toServer{s.base}}
	d.ShouldRetryOnRateLimit, d.MaxRestRetries, d.ShouldReconnectOnError = false, 0, false
	d.Identify.Intents = discordgo.IntentsGuilds
	return d
}

// refusal reads Discord's code and text from an error.
func refusal(t *testing.T, err error) (code int, text string) {
	t.Helper()
	var r *discordgo.RESTError
	if !errors.As(err, &r) {
		t.Fatalf("no refusal: %v", err)
	}
	if r.Message != nil {
		code = r.Message.Code
	}
	return code, string(r.ResponseBody)
}

// withNonce is a message with what discordgo has no field for.
type withNonce struct {
	*discordgo.MessageSend
	Nonce   any  `json:"nonce,omitempty"`
	Enforce bool `json:"enforce_nonce,omitempty"`
	Odd     int  `json:"odd,omitempty"`
}

func send(d *discordgo.Session, m withNonce) (string, error) {
	at := discordgo.EndpointChannelMessages(Channel)
	raw, err := d.RequestWithBucketID("POST", at, m, at)
	if err != nil {
		return "", err
	}
	var out discordgo.Message
	return out.ID, json.Unmarshal(raw, &out)
}

func long(n int) string { return strings.Repeat("x", n) }

func button(label, id string) discordgo.Button {
	return discordgo.Button{Label: label, CustomID: id, Style: discordgo.SecondaryButton}
}

func rows(buttons ...discordgo.MessageComponent) []discordgo.MessageComponent {
	return []discordgo.MessageComponent{discordgo.ActionsRow{Components: buttons}}
}

// embeds makes n embeds of so many characters.
func embeds(n, size int) []*discordgo.MessageEmbed {
	var out []*discordgo.MessageEmbed
	for range n {
		out = append(out, &discordgo.MessageEmbed{Description: long(size)})
	}
	return out
}

func TestMessagesThatAreRefused(t *testing.T) {
	six := make([]discordgo.MessageComponent, 6)
	sixRows := make([]discordgo.MessageComponent, 6)
	for i := range six {
		six[i] = button("b", fmt.Sprint("id", i))
		sixRows[i] = discordgo.ActionsRow{Components: []discordgo.MessageComponent{button("b", fmt.Sprint("row", i))}}
	}
	fields := make([]*discordgo.MessageEmbedField, 26)
	for i := range fields {
		fields[i] = &discordgo.MessageEmbedField{Name: "n", Value: "v"}
	}
	of := func(e discordgo.MessageEmbed) *discordgo.MessageSend {
		return &discordgo.MessageSend{Embeds: []*discordgo.MessageEmbed{&e}}
	}
	mention := func(a discordgo.MessageAllowedMentions) *discordgo.MessageSend {
		return &discordgo.MessageSend{Content: "x", AllowedMentions: &a}
	}
	with := func(c ...discordgo.MessageComponent) *discordgo.MessageSend {
		return &discordgo.MessageSend{Content: "x", Components: c}
	}
	tests := []struct {
		name string
		m    *discordgo.MessageSend
		code int
		text string
	}{
		{"nothing", &discordgo.MessageSend{}, 50006, "empty"},
		{"white space", &discordgo.MessageSend{Content: " \n "}, 50006, "empty"},
		{"content", &discordgo.MessageSend{Content: long(2001)}, 50035, "2000"},
		{"eleven embeds", &discordgo.MessageSend{Embeds: embeds(11, 1)}, 50035, "embeds"},
		{"embeds together", &discordgo.MessageSend{Embeds: embeds(2, 3001)}, 50035, "6000"},
		{"empty embed", of(discordgo.MessageEmbed{Color: 1}), 50035, "required"},
		{"title", of(discordgo.MessageEmbed{Title: long(257)}), 50035, "256"},
		{"description", of(discordgo.MessageEmbed{Description: long(4097)}), 50035, "4096"},
		{"footer", of(discordgo.MessageEmbed{Footer: &discordgo.MessageEmbedFooter{Text: long(2049)}}), 50035, "2048"},
		{"author", of(discordgo.MessageEmbed{Author: &discordgo.MessageEmbedAuthor{Name: long(257)}}), 50035, "256"},
		{"colour", of(discordgo.MessageEmbed{Description: "x", Color: 0x1000000}), 50035, ""},
		{"address", of(discordgo.MessageEmbed{Description: "x", URL: "javascript:1"}), 50035, ""},
		{"26 fields", of(discordgo.MessageEmbed{Fields: fields}), 50035, "fields"},
		{"field without words", of(discordgo.MessageEmbed{Fields: []*discordgo.MessageEmbedField{{Name: "n"}}}), 50035, ""},
		{"field's name", of(discordgo.MessageEmbed{Fields: []*discordgo.MessageEmbedField{{Name: long(257), Value: "v"}}}), 50035, "256"},
		{"field's words", of(discordgo.MessageEmbed{Fields: []*discordgo.MessageEmbedField{{Name: "n", Value: long(1025)}}}), 50035, "1024"},
		{"six rows", with(sixRows...), 50035, "components"},
		{"six buttons", with(rows(six...)...), 50035, "components"},
		{"no button", with(rows()...), 50035, "components"},
		{"button outside a row", with(button("b", "id")), 50035, ""},
		{"custom id", with(rows(button("b", long(101)))...), 50035, "100"},
		{"no custom id", with(rows(button("b", ""))...), 50035, ""},
		{"same custom id", with(rows(button("a", "id"), button("b", "id"))...), 50035, "duplicated"},
		{"label", with(rows(button(long(81), "id"))...), 50035, "80"},
		{"no label", with(rows(button("", "id"))...), 50035, ""},
		{"link with an id", with(rows(discordgo.Button{Label: "l", Style: discordgo.LinkButton, URL: "https://a.example", CustomID: "id"})...), 50035, ""},
		{"style", with(rows(discordgo.Button{Label: "l", Style: 9, CustomID: "id"})...), 50035, ""},
		{"mention of what", mention(discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{"all"}}), 50035, ""},
		{"roles twice", mention(discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{"roles"}, Roles: []string{"1"}}), 50035, ""},
		{"role that is none", mention(discordgo.MessageAllowedMentions{Roles: []string{"editor"}}), 50035, ""},
		{"ephemeral", &discordgo.MessageSend{Content: "x", Flags: discordgo.MessageFlagsEphemeral}, 50035, "flag"},
	}
	s := New(t)
	d := client(t, s, s.Token)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := d.ChannelMessageSendComplex(Channel, tt.m)
			if code, text := refusal(t, err); code != tt.code || !strings.Contains(text, tt.text) {
				t.Errorf("refused with %d: %.300s", code, text)
			}
		})
	}
	if n := len(s.Messages(Channel)); n != 0 {
		t.Errorf("%d messages are there all the same", n)
	}
}

func TestNonceRules(t *testing.T) {
	s := New(t)
	d := client(t, s, s.Token)
	x := &discordgo.MessageSend{Content: "x"}
	for _, m := range []withNonce{
		{MessageSend: x, Nonce: long(26)}, {MessageSend: x, Enforce: true}, {MessageSend: x, Odd: 1},
	} {
		_, err := send(d, m)
		if code, _ := refusal(t, err); code != 50035 {
			t.Errorf("%+v: %v", m, err)
		}
	}
	a, err := send(d, withNonce{MessageSend: x, Nonce: "one", Enforce: true})
	if err != nil {
		t.Fatal(err)
	}
	b, err := send(d, withNonce{MessageSend: &discordgo.MessageSend{Content: "other words"}, Nonce: "one", Enforce: true})
	if err != nil || a != b || len(s.Messages(Channel)) != 1 {
		t.Errorf("the same nonce made %s and %s, %v", a, b, err)
	}
	if _, err := send(d, withNonce{MessageSend: x, Nonce: "one"}); err != nil || len(s.Messages(Channel)) != 2 {
		t.Errorf("a nonce that is not enforced: %v", err)
	}
}

func TestCountingIsByCodePoints(t *testing.T) {
	s := New(t)
	d := client(t, s, s.Token)
	if _, err := d.ChannelMessageSend(Channel, strings.Repeat("😀", 2000)); err != nil {
		t.Errorf("2,000 faces: %v", err)
	}
	if _, err := d.ChannelMessageSend(Channel, " "+long(2000)+" \n"); err != nil {
		t.Errorf("2,000 letters after trimming: %v", err)
	}
}

func TestPings(t *testing.T) {
	tests := []struct {
		content string
		allowed *allowed
		want    string
	}{
		{"@everyone <@&1> <@2>", nil, "1 2 @everyone"},
		{"@everyone <@&1> <@2>", &allowed{}, ""},
		{"<@&1> <@&2>", &allowed{Roles: []string{"1"}}, "1"},
		{`\<\@&1\> \@everyone`, nil, "@everyone"}, // a backslash stops no @everyone
		{"@here", &allowed{Parse: []string{"everyone"}}, "@here"},
	}
	for _, tt := range tests {
		if got := strings.Join(pings(tt.content, tt.allowed), " "); got != tt.want {
			t.Errorf("%q pings %q, want %q", tt.content, got, tt.want)
		}
	}
}

// TestPathsAndRights is what has nothing to do with a message's own form.
func TestPathsAndRights(t *testing.T) {
	s := New(t)
	d := client(t, s, s.Token)
	elsewhere := s.AddGuild("left")
	there := s.AddChannel(elsewhere, "there", TypeText)
	s.RemoveBot(elsewhere)
	mute := s.AddChannel(Guild, "mute", TypeText)
	s.Deny(mute, SendMessages)
	hidden := s.AddChannel(Guild, "hidden", TypeText)
	s.Deny(hidden, ViewChannel)
	theirs := s.Say(Channel, Member, "hello")
	post := func(channel string) error { _, err := d.ChannelMessageSend(channel, "x"); return err }
	tests := []struct {
		name string
		err  error
		code int
	}{
		{"no such channel", post("1"), 10003},
		{"thrown out", post(there), 50001},
		{"no view", post(hidden), 50001},
		{"no send", post(mute), 50013},
		{"voice", post(s.AddChannel(Guild, "talk", TypeVoice)), 50008},
		{"another's message", func() error { _, err := d.ChannelMessageEdit(Channel, theirs, "mine"); return err }(), 50005},
		{"no such message", func() error { _, err := d.ChannelMessage(Channel, "1"); return err }(), 10008},
		{"101 messages", func() error { _, err := d.ChannelMessages(Channel, 101, "", "", ""); return err }(), 50035},
		{"no such guild", func() error { _, err := d.Guild("1"); return err }(), 10004},
		{"guild that was left", func() error { _, err := d.Guild(elsewhere); return err }(), 10004},
		{"no such member", func() error { _, err := d.GuildMember(Guild, "1"); return err }(), 10007},
	}
	for _, tt := range tests {
		if code, text := refusal(t, tt.err); code != tt.code {
			t.Errorf("%s: %d %s", tt.name, code, text)
		}
	}
	if _, err := client(t, s, "wrong").User("@me"); err == nil || !strings.Contains(err.Error(), "401") {
		t.Errorf("a wrong token: %v", err)
	}
	if _, err := d.Request("GET", discordgo.EndpointDiscord+"api/v8/users/@me", nil); err == nil {
		t.Error("version 8 is served")
	}
	if _, err := d.Request("GET", discordgo.EndpointDiscord+"api/v10/users/@me", nil); err != nil {
		t.Errorf("version 10: %v", err)
	}
}

func TestEmbedsGoWithoutTheRight(t *testing.T) {
	s := New(t)
	s.Deny(Channel, EmbedLinks)
	d := client(t, s, s.Token)
	if _, err := d.ChannelMessageSendComplex(Channel, &discordgo.MessageSend{Content: "x", Embeds: embeds(1, 5)}); err != nil {
		t.Fatal(err)
	}
	if m := s.Messages(Channel)[0]; len(m.Embeds) != 0 || m.Content != "x" {
		t.Errorf("message %+v", m)
	}
}

func TestEditAndDelete(t *testing.T) {
	s := New(t)
	d := client(t, s, s.Token)
	m, err := d.ChannelMessageSendComplex(Channel, &discordgo.MessageSend{Content: "x", Embeds: embeds(1, 5)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.ChannelMessageEdit(Channel, m.ID, "y"); err != nil {
		t.Fatal(err)
	}
	if got := s.Messages(Channel)[0]; got.Content != "y" || len(got.Embeds) != 1 || got.Edited.IsZero() {
		t.Errorf("edited %+v", got)
	}
	empty, none := "", []*discordgo.MessageEmbed{}
	_, err = d.ChannelMessageEditComplex(&discordgo.MessageEdit{ID: m.ID, Channel: Channel, Content: &empty, Embeds: &none})
	if code, _ := refusal(t, err); code != 50006 {
		t.Errorf("an edit that leaves nothing: %v", err)
	}
	if err := d.ChannelMessageDelete(Channel, m.ID); err != nil || len(s.Messages(Channel)) != 0 {
		t.Errorf("delete: %v", err)
	}
}

func TestDocumentHoldsBodies(t *testing.T) {
	s := New(t)
	if !s.Checked() {
		t.Log("no OpenAPI document here: the rules of this package are the only ones")
		return
	}
	d := client(t, s, s.Token)
	at := discordgo.EndpointChannelMessages(Channel)
	_, err := d.RequestWithBucketID("POST", at, map[string]any{"content": 5}, at)
	if code, _ := refusal(t, err); code != 50035 || len(s.Violations()) != 1 {
		t.Errorf("violations %v, %v", s.Violations(), err)
	}
}
