package discordtest

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
)

// bot opens discordgo's gateway and answers interactions as a test wants.
func bot(t *testing.T, s *Server, answer func(*discordgo.Session, *discordgo.Interaction)) *discordgo.Session {
	t.Helper()
	d := client(t, s, s.Token)
	ready := make(chan bool, 1)
	d.AddHandler(func(*discordgo.Session, *discordgo.Ready) { ready <- true })
	d.AddHandler(func(d *discordgo.Session, i *discordgo.InteractionCreate) { answer(d, i.Interaction) })
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	<-ready
	list := []*discordgo.ApplicationCommand{
		{Name: "ask", Description: "d", Options: []*discordgo.ApplicationCommandOption{
			{Type: discordgo.ApplicationCommandOptionString, Name: "question", Description: "d", Required: true, Autocomplete: true, MaxLength: 20}}},
		{Name: "watch", Description: "d", DefaultMemberPermissions: new(int64), Options: []*discordgo.ApplicationCommandOption{
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "add", Description: "d"}}},
	}
	*list[1].DefaultMemberPermissions = ManageGuild
	if _, err := d.ApplicationCommandBulkOverwrite(App, "", list); err != nil {
		t.Fatal(err)
	}
	return d
}

func respond(kind discordgo.InteractionResponseType, content string, flags discordgo.MessageFlags) *discordgo.InteractionResponse {
	return &discordgo.InteractionResponse{Type: kind, Data: &discordgo.InteractionResponseData{Content: content, Flags: flags}}
}

const (
	message  = discordgo.InteractionResponseChannelMessageWithSource
	deferred = discordgo.InteractionResponseDeferredChannelMessageWithSource
	update   = discordgo.InteractionResponseUpdateMessage
)

var question = map[string]any{"question": "?"}

func TestAnswerAtOnce(t *testing.T) {
	s := New(t)
	bot(t, s, func(d *discordgo.Session, i *discordgo.Interaction) {
		if err := d.InteractionRespond(i, respond(message, "to you", 64)); err != nil {
			t.Error(err)
		}
		err := d.InteractionRespond(i, respond(message, "again", 0))
		if code, _ := refusal(t, err); code != 40060 {
			t.Errorf("a second response: %v", err)
		}
	})
	got, err := s.Slash(Guild, Channel, Member, "ask", question)
	if err != nil || got.Content != "to you" || !got.Ephemeral || got.Deferred {
		t.Errorf("reply %+v, %v", got, err)
	}
	if len(s.Messages(Channel)) != 0 {
		t.Error("everybody sees what was for one")
	}
}

func TestLateAnswer(t *testing.T) {
	s := New(t, Options{Deadline: 100 * time.Millisecond})
	refused := make(chan error, 1)
	bot(t, s, func(d *discordgo.Session, i *discordgo.Interaction) {
		time.Sleep(150 * time.Millisecond)
		refused <- d.InteractionRespond(i, respond(message, "late", 0))
	})
	if _, err := s.Slash(Guild, Channel, Member, "ask", question); !errors.Is(err, ErrNoResponse) {
		t.Errorf("the user sees %v", err)
	}
	if code, _ := refusal(t, <-refused); code != 10062 {
		t.Errorf("refused with %d", code)
	}
}

func TestDeferredAnswer(t *testing.T) {
	s := New(t)
	bot(t, s, func(d *discordgo.Session, i *discordgo.Interaction) {
		content := "early"
		_, err := d.InteractionResponseEdit(i, &discordgo.WebhookEdit{Content: &content})
		if code, _ := refusal(t, err); code != 10015 {
			t.Errorf("an edit before the response: %v", err)
		}
		if err := d.InteractionRespond(i, respond(deferred, "", 64)); err != nil {
			t.Error(err)
		}
		content = "in the end"
		if _, err := d.InteractionResponseEdit(i, &discordgo.WebhookEdit{Content: &content}); err != nil {
			t.Error(err)
		}
		if _, err := d.FollowupMessageCreate(i, true, &discordgo.WebhookParams{Content: "and more"}); err != nil {
			t.Error(err)
		}
	})
	got, err := s.Slash(Guild, Channel, Member, "ask", question)
	if err != nil || !got.Deferred || got.Content != "in the end" || !got.Ephemeral {
		t.Errorf("reply %+v, %v", got, err)
	}
	if !s.Wait(5*time.Second, func() bool { list := s.Messages(Channel); return len(list) == 1 && list[0].Content == "and more" }) {
		t.Errorf("messages %+v", s.Messages(Channel))
	}
}

// TestFirstFollowUpFillsTheDeferral is how Discord treats it: it takes the
// place of "thinking…", and is seen by whom that was seen by.
func TestFirstFollowUpFillsTheDeferral(t *testing.T) {
	s := New(t)
	bot(t, s, func(d *discordgo.Session, i *discordgo.Interaction) {
		_ = d.InteractionRespond(i, respond(deferred, "", 0))
		if _, err := d.FollowupMessageCreate(i, true, &discordgo.WebhookParams{Content: "secret?", Flags: 64}); err != nil {
			t.Error(err)
		}
	})
	got, err := s.Slash(Guild, Channel, Member, "ask", question)
	if err != nil || got.Content != "secret?" || got.Ephemeral {
		t.Errorf("reply %+v, %v", got, err)
	}
}

func TestResponsesThatAreRefused(t *testing.T) {
	s := New(t, Options{Deadline: 2 * time.Second})
	bot(t, s, func(d *discordgo.Session, i *discordgo.Interaction) {
		for _, r := range []*discordgo.InteractionResponse{
			respond(message, "", 0), respond(message, long(2001), 0), respond(update, "no button", 0),
			respond(discordgo.InteractionApplicationCommandAutocompleteResult, "", 0), respond(9, "x", 0),
			respond(message, "x", discordgo.MessageFlagsCrossPosted),
		} {
			if err := d.InteractionRespond(i, r); err == nil {
				t.Errorf("%+v %+v is taken", r, r.Data)
			}
		}
		_ = d.InteractionRespond(i, respond(message, "good", 0))
	})
	if got, err := s.Slash(Guild, Channel, Member, "ask", question); err != nil || got.Content != "good" {
		t.Errorf("reply %+v, %v", got, err)
	}
}

func TestCompletionsThatAreRefused(t *testing.T) {
	s := New(t)
	propose := func(n int, name string) *discordgo.InteractionResponse {
		r := &discordgo.InteractionResponse{Type: discordgo.InteractionApplicationCommandAutocompleteResult, Data: &discordgo.InteractionResponseData{}}
		for i := range n {
			r.Data.Choices = append(r.Data.Choices, &discordgo.ApplicationCommandOptionChoice{Name: fmt.Sprint(name, i), Value: fmt.Sprint(i)})
		}
		return r
	}
	bot(t, s, func(d *discordgo.Session, i *discordgo.Interaction) {
		if i.Type != discordgo.InteractionApplicationCommandAutocomplete {
			t.Errorf("type %v", i.Type)
			return
		}
		for _, r := range []*discordgo.InteractionResponse{propose(26, "n"), propose(1, long(100)), respond(message, "x", 0)} {
			if err := d.InteractionRespond(i, r); err == nil {
				t.Errorf("%+v is taken", r.Data)
			}
		}
		if err := d.InteractionRespond(i, propose(2, "n")); err != nil {
			t.Error(err)
		}
	})
	got, err := s.Autocomplete(Use{Guild: Guild, Channel: Channel, User: Member, Command: "ask"}, "question", "wh")
	if err != nil || len(got) != 2 || got[1] != (Choice{"n1", "1"}) {
		t.Errorf("choices %v, %v", got, err)
	}
}

func TestWhatAUserCannotDo(t *testing.T) {
	s := New(t)
	bot(t, s, func(d *discordgo.Session, i *discordgo.Interaction) {
		_ = d.InteractionRespond(i, respond(message, "x", 0))
	})
	for _, options := range []map[string]any{nil, {"question": 5}, {"question": long(21)}, {"question": "?", "other": "x"}} {
		if _, err := s.Slash(Guild, Channel, Member, "ask", options); err == nil {
			t.Errorf("%v is sent", options)
		}
	}
	if _, err := s.Slash(Guild, Channel, Member, "watch add", nil); !errors.Is(err, ErrHidden) {
		t.Errorf("a moderator's command: %v", err)
	}
	if _, err := s.Slash(Guild, Channel, Moderator, "watch add", nil); err != nil {
		t.Errorf("a moderator: %v", err)
	}
	if _, err := s.Slash(Guild, Channel, Member, "nothing", nil); !errors.Is(err, ErrHidden) {
		t.Errorf("no command: %v", err)
	}
	if _, err := s.Press(Guild, Channel, Member, "1", "v1:x:y"); err == nil {
		t.Error("a button of no message is pressed")
	}
}

func TestFaults(t *testing.T) {
	s := New(t)
	d := client(t, s, s.Token)
	post := func() error { _, err := d.ChannelMessageSend(Channel, "x"); return err }
	count := func() int { return len(s.Messages(Channel)) }

	s.Inject(Fault{Path: "/channels/*/messages", Status: 500})
	if err := post(); err == nil || count() != 0 {
		t.Errorf("500 before: %v, %d messages", err, count())
	}
	s.Inject(Fault{Path: "/channels/*/messages", Status: 503, After: true})
	if err := post(); err == nil || count() != 1 {
		t.Errorf("503 after: %v, %d messages", err, count())
	}
	s.Inject(Fault{Path: "/channels/*/messages", Reset: true, After: true})
	if err := post(); err == nil || count() != 2 {
		t.Errorf("reset after: %v, %d messages", err, count())
	}
	s.Inject(Fault{Path: "/channels/*/messages", Status: 429, RetryAfter: time.Second, HTML: true})
	if err := post(); err == nil || !strings.Contains(err.Error(), "invalid character") {
		t.Errorf("429 of Cloudflare: %v", err)
	}
	s.Inject(Fault{Path: "/channels/*/messages", Status: 429, RetryAfter: 10 * time.Millisecond})
	var limit *discordgo.RateLimitError
	if err := post(); !errors.As(err, &limit) || limit.RetryAfter != 10*time.Millisecond {
		t.Errorf("429: %v", err)
	}
	remove := s.Inject(Fault{Times: -1, Status: 500})
	for range 2 {
		if post() == nil {
			t.Error("a lasting fault did not last")
		}
	}
	remove()
	begun := time.Now()
	unhold := s.Hold(50 * time.Millisecond)
	heard := 0
	s.OnMessage(func(Message) { heard++ })
	if err := post(); err != nil || time.Since(begun) < 50*time.Millisecond || heard != 1 {
		t.Errorf("hold: %v after %s, %d heard", err, time.Since(begun), heard)
	}
	unhold()
}

func TestLimits(t *testing.T) {
	s := New(t)
	s.Limit("POST", "/channels/*/messages", 2, 200*time.Millisecond)
	d := client(t, s, s.Token)
	other := s.AddChannel(Guild, "other", TypeText)
	// discordgo's limiter waits by the headers, so that no 429 comes.
	for range 5 {
		if _, err := d.ChannelMessageSend(Channel, "x"); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.ChannelMessageSend(other, "x"); err != nil {
		t.Errorf("another channel has a bucket of its own: %v", err)
	}
	// A client that does not look at them is refused.
	hasty := func() error {
		_, err := client(t, s, s.Token).ChannelMessageSend(Channel, "x")
		return err
	}
	var limit *discordgo.RateLimitError
	_, _ = hasty(), hasty()
	if err := hasty(); !errors.As(err, &limit) {
		t.Errorf("a third at once: %v", err)
	}
	s.Limit("", "", 1, time.Minute)
	_ = hasty()
	if err := hasty(); !errors.As(err, &limit) || !strings.Contains(err.Error(), "messages") {
		t.Errorf("the global limit: %v", err)
	}
}

func TestHandshakesThatAreRefused(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*discordgo.Session)
		code  string
	}{
		{"wrong token", func(d *discordgo.Session) { d.Token, d.Identify.Token = "Bot wrong", "Bot wrong" }, "4004"},
		{"privileged intents", func(d *discordgo.Session) { d.Identify.Intents = discordgo.IntentMessageContent }, "4014"},
		{"no such intents", func(d *discordgo.Session) { d.Identify.Intents = 1 << 30 }, "4013"},
	}
	for _, tt := range tests {
		s := New(t)
		d := client(t, s, s.Token)
		tt.spoil(d)
		if err := d.Open(); err == nil || !strings.Contains(err.Error(), tt.code) {
			t.Errorf("%s: %v", tt.name, err)
			_ = d.Close()
		}
	}
}

func TestResume(t *testing.T) {
	s := New(t)
	asked := make(chan string, 10)
	d := bot(t, s, func(d *discordgo.Session, i *discordgo.Interaction) {
		asked <- i.ID
		_ = d.InteractionRespond(i, respond(message, "here", 0))
	})
	down := make(chan bool, 4)
	d.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { down <- true })
	s.Drop()
	<-down
	if s.Online() {
		t.Error("still online")
	}
	replied := make(chan error, 1)
	go func() {
		_, err := s.Slash(Guild, Channel, Member, "ask", question)
		replied <- err
	}()
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	if err := <-replied; err != nil || len(asked) != 1 {
		t.Errorf("what was asked in between: %v, %d times", err, len(asked))
	}
	if ids, resumes, resumed := s.Handshakes(); ids != 1 || resumes != 1 || resumed != 1 {
		t.Errorf("%d IDENTIFYs, %d RESUMEs, %d went well", ids, resumes, resumed)
	}
}

// TestStandsAlone uses a server as another process would: no test in it.
func TestStandsAlone(t *testing.T) {
	s, err := Start(Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := client(t, s, s.Token)
	if _, err := d.ChannelMessageSend(Channel, "x"); err != nil {
		t.Error(err)
	}
	if list := s.Messages(Channel); len(list) != 1 || time.Since(list[0].At) > time.Minute {
		t.Errorf("messages %+v", list)
	}
	s.Stop()
	if _, err := d.ChannelMessageSend(Channel, "x"); err == nil {
		t.Error("it serves after its end")
	}
}
