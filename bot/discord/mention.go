package discord

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// intents are what the gateway tells us of. Messages come without their words,
// unless they mention us or are direct: that asks for no privileged intent.
// https://discord.com/developers/docs/events/gateway#message-content-intent
const intents = discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages

// anybody is a mention of a user, tag one of a channel or a role, or an emoji of
// a server: nothing that a question is made of.
var (
	anybody = regexp.MustCompile(`<@!?([0-9]{1,20})>`)
	tag     = regexp.MustCompile(`<(?:#|@&|a?:[A-Za-z0-9_]{1,40}:)[0-9]{1,20}>`)
)

// message takes what somebody wrote. A mention of us and a direct message are
// questions; discordgo calls this in a goroutine of its own, without recover.
func (s *Surface) message(work context.Context, m *discordgo.Message) {
	me := s.self.Load()
	if me == nil || !s.listens(m, me.user) || !s.flight.board() {
		return
	}
	defer s.flight.leave()
	defer s.caught("mention")
	question, ok := questionIn(m, me.user)
	if !ok || !s.seen.first(m.ID) {
		return
	}
	ctx, cancel := context.WithTimeout(work, tokenLife)
	defer cancel()
	begun := time.Now()
	reply, ok := s.reply(ctx, m, question)
	if !ok {
		return
	}
	s.replyTo(ctx, m, reply)
	s.log.Info("answered", "what", "mention", "took", time.Since(begun).Round(time.Millisecond))
}

// listens reports whether a message is one by somebody whom we answer: no bot,
// no webhook, nothing that Discord writes by itself, and no server that we were
// not told to serve.
func (s *Surface) listens(m *discordgo.Message, me string) bool {
	switch {
	case m == nil || m.Author == nil || m.Author.Bot || m.Author.System || m.Author.ID == me || m.WebhookID != "":
		return false
	case m.Type != discordgo.MessageTypeDefault && m.Type != discordgo.MessageTypeReply:
		return false
	case m.GuildID != "" && len(s.cfg.Guilds) > 0 && !slices.Contains(s.cfg.Guilds, m.GuildID):
		return false
	}
	return true
}

// questionIn gives the words of a message that asks us. A reply to a message of
// ours notifies us, too: it asks only if we are named in it.
func questionIn(m *discordgo.Message, me string) (string, bool) {
	named := false
	words := anybody.ReplaceAllStringFunc(m.Content, func(found string) string {
		named = named || anybody.FindStringSubmatch(found)[1] == me
		return " "
	})
	if !named && m.GuildID != "" {
		return "", false
	}
	return strings.Join(strings.Fields(tag.ReplaceAllString(words, " ")), " "), named || m.Content != ""
}

// reply is what a question gets; none where its asker was told a moment ago that
// these were too many.
func (s *Surface) reply(ctx context.Context, m *discordgo.Message, question string) (handlers.Reply, bool) {
	switch s.turns.take(m.Author.ID, time.Now()) {
	case turnOver:
		return handlers.Reply{}, false
	case turnLast:
		return refusal(locales.Of(s.guilds.locale(m.GuildID)), statements.Problem{Text: statements.Say("These were more than %s questions in a minute.", turnsMost),
			Hint: statements.Say("Ask again in a minute; `/ask` waits for nobody.")}), true
	}
	r := handlers.Request{Command: "ask", Options: map[string]string{"question": question},
		User: handlers.User{ID: m.Author.ID, Name: nameOf(m)}, Server: serverOf(m.GuildID), Place: placeOf(m.ChannelID), Locale: s.guilds.locale(m.GuildID)}
	if question == "" || strings.EqualFold(strings.Trim(question, "?!. "), "help") {
		r.Command, r.Options = "help", map[string]string{}
	}
	return s.cfg.Desk.Serve(ctx, r), true
}

func nameOf(m *discordgo.Message) string {
	if m.Member != nil && m.Member.Nick != "" {
		return m.Member.Nick
	}
	if m.Author.GlobalName != "" {
		return m.Author.GlobalName
	}
	return m.Author.Username
}

// reference names the message that a message answers.
// https://discord.com/developers/docs/resources/message#message-reference-structure
type reference struct {
	Message string `json:"message_id"`
	Channel string `json:"channel_id"`
	Guild   string `json:"guild_id,omitempty"`
	Fails   bool   `json:"fail_if_not_exists"` // where that message is gone
}

// replyTo answers a message with one, or more, that mention nobody. Its number
// is the nonce, so that a try whose fate is unknown can be made again.
func (s *Surface) replyTo(ctx context.Context, m *discordgo.Message, r handlers.Reply) {
	r.Private = false // there is no private answer to a message
	no := false
	for i, body := range drawReply(r, scope{in: locales.Of(s.guilds.locale(m.GuildID)), table: s.table, guild: m.GuildID}) {
		body.Reference = &reference{Message: m.ID, Channel: m.ChannelID, Guild: m.GuildID}
		body.AllowedMentions = mentions{Parse: []string{}, RepliedUser: &no}
		body.Nonce, body.EnforceNonce = m.ID, true
		if i > 0 {
			body.Nonce += "-" + strconv.Itoa(i)
		}
		if err := s.say(ctx, m.ChannelID, body); err != nil {
			s.log.Info("a mention is not answered", "channel", m.ChannelID, "err", err)
			return
		}
	}
}

// say posts a message with a nonce, a few times if need be. Where the history
// may not be read, Discord takes no reply: then it refers to nothing.
func (s *Surface) say(ctx context.Context, channel string, body *message) error {
	const tries = 3
	address := discordgo.EndpointChannelMessages(channel)
	for n := 1; ; n++ {
		_, err := s.call(ctx, "POST", address, address, body)
		var e *SendError
		if !errors.As(err, &e) {
			return err
		}
		if e.Code == codeNoReply && body.Reference != nil {
			body.Reference = nil
			continue
		}
		if !e.Retry || n >= tries || !sleep(ctx, max(e.After, time.Duration(n)*500*time.Millisecond)) {
			return err
		}
	}
}

// turnsMost is how many questions somebody may ask by mention within turnsIn.
const (
	turnsMost = 4
	turnsIn   = time.Minute
	askersMax = 2000 // remembered
)

// turns says how often people asked. The zero turns knows nobody.
type turns struct {
	mu  sync.Mutex
	who map[string]*asker
}

type asker struct {
	asked []time.Time
	told  time.Time // that it was too much
}

// What a question may have.
type turn int

const (
	turnFree turn = iota
	turnLast      // a word that it is too much
	turnOver      // nothing
)

// take gives what somebody's question may have now.
func (t *turns) take(user string, now time.Time) turn {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.who == nil || len(t.who) >= askersMax {
		t.forget(now)
	}
	a := t.who[user]
	if a == nil {
		a = &asker{}
		t.who[user] = a
	}
	a.asked = slices.DeleteFunc(a.asked, func(at time.Time) bool { return now.Sub(at) >= turnsIn })
	switch {
	case len(a.asked) < turnsMost:
		a.asked = append(a.asked, now)
		return turnFree
	case now.Sub(a.told) < turnsIn:
		return turnOver
	}
	a.told = now
	return turnLast
}

// forget drops those who have not asked for a while, or if they are too many,
// all.
func (t *turns) forget(now time.Time) {
	kept := map[string]*asker{}
	for id, a := range t.who {
		if n := len(a.asked); n > 0 && now.Sub(a.asked[n-1]) < turnsIn {
			kept[id] = a
		}
	}
	if len(kept) >= askersMax {
		kept = map[string]*asker{}
	}
	t.who = kept
}

// wordsOf is what can be read in a message: its own words, those that came with
// its links, and a message that it forwards.
func wordsOf(m *discordgo.Message) string {
	var parts []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			parts = append(parts, s)
		}
	}
	add(m.Content)
	for _, e := range m.Embeds {
		if e != nil {
			add(e.URL)
			add(e.Title)
			add(e.Description)
		}
	}
	for _, f := range m.MessageSnapshots {
		if f.Message != nil {
			add(wordsOf(f.Message))
		}
	}
	return strings.Join(parts, "\n\n")
}

// messageCommand reads a command that was used on a message: its text is the
// command's first option.
func (s *Surface) messageCommand(r *handlers.Request, data discordgo.ApplicationCommandInteractionData) *statements.Problem {
	c, known := s.table.byMessage[data.Name]
	if !known || len(c.Options) == 0 {
		r.Command = data.Name
		return nil
	}
	r.Command = c.Name
	var words string
	if data.Resolved != nil && data.Resolved.Messages[data.TargetID] != nil {
		words = wordsOf(data.Resolved.Messages[data.TargetID])
	}
	if words == "" {
		return &statements.Problem{Text: statements.Say("There are no words in that message."), Hint: statements.Say("Use it on a message with a link to an article, or with words that somebody said.")}
	}
	if most := c.Options[0].MaxChars; most > 0 && count(words) > most {
		words = string([]rune(words)[:most])
	}
	r.Options[c.Options[0].Name] = words
	return nil
}
