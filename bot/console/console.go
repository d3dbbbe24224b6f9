package console

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// prefix is the one place of the surface, and its server.
const prefix = "console"

// Desk is what answers: *handlers.Desk.
type Desk interface {
	Commands() []handlers.Command
	Serve(context.Context, handlers.Request) handlers.Reply
	Press(context.Context, handlers.Press) handlers.Reply
	Complete(ctx context.Context, r handlers.Request, option, prefix string) []handlers.Choice
}

// Config is what a Surface is made from. Detect fills the lower half.
type Config struct {
	Desk   Desk
	Zone   *time.Location   // UTC if nil
	Now    func() time.Time // time.Now if nil
	Log    *slog.Logger     // discarded if nil
	Prompt string           // "> " if empty
	// Locale is of whoever sits here, and Tongue what is told unasked is said in.
	// Nothing is English.
	Locale string
	Tongue locales.Tongue
	// After is called after each command where the input is no terminal, so
	// that what it brought about is shown before the next.
	After func() error

	In          io.Reader
	Out         io.Writer
	Width       int  // columns; 80 if zero
	Interactive bool // a prompt with completion and history; else a line a command
	Color       bool
	ASCII       bool // the locale is not UTF-8
}

// Surface is a terminal. Post and Find may be called while Run runs.
type Surface struct {
	Config

	mu     sync.Mutex // over out, posted and width
	out    io.Writer
	posted map[string]bool
	memory memory // of Run alone
}

// New gives a surface that is not running yet.
func New(c Config) *Surface {
	if c.Prompt == "" {
		c.Prompt = "> "
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	return &Surface{Config: c, out: c.Out, posted: map[string]bool{}}
}

// Prefix is what the surface's places begin with.
func (s *Surface) Prefix() string { return prefix }

// Run reads commands until the input ends, "quit" is typed or ctx ends. An
// error is one of the terminal.
func (s *Surface) Run(ctx context.Context) error {
	in, done, err := s.open(ctx)
	if err != nil {
		return err
	}
	defer done()
	lines := newLines(in)
	for {
		line, err := lines.next(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("read a command: %w", err)
		}
		if s.Interactive {
			s.resize()
		}
		if over, err := s.command(ctx, line); over || err != nil {
			return err
		}
	}
}

// command answers one line. over says that the person wants to leave.
func (s *Surface) command(ctx context.Context, line string) (over bool, err error) {
	line = strings.TrimSpace(strings.ToValidUTF8(line, ""))
	if line == "" || strings.HasPrefix(line, "#") && !s.Interactive {
		return false, nil
	}
	if !s.Interactive {
		s.write((&page{}).line(s.Prompt+line) + "\n")
	}
	switch strings.ToLower(strings.TrimPrefix(line, "/")) {
	case "quit", "exit":
		return true, nil
	}
	reply := s.answer(ctx, line)
	s.memory.see(reply)
	s.show(reply)
	if s.After != nil && !s.Interactive {
		return false, s.After()
	}
	return false, nil
}

// me is the operator, who may do everything here.
var me = handlers.User{ID: prefix, Name: handlers.Operator, ManageServer: true, Reviewer: true}

func (s *Surface) request(command string, options map[string]string) handlers.Request {
	return handlers.Request{Command: command, Options: options, User: me, Server: prefix, Place: prefix, Locale: s.Locale}
}

// in is the language of whoever sits here.
func (s *Surface) in() locales.Tongue { return locales.Of(s.Locale) }

// answer takes a line to the desk: as one of the words of the last card, or as
// a command.
func (s *Surface) answer(ctx context.Context, line string) handlers.Reply {
	bare := strings.ToLower(strings.TrimPrefix(line, "/"))
	if b, ok := s.memory.buttons[bare]; ok {
		return s.Desk.Press(ctx, handlers.Press{Action: b.Action, ID: b.ID, Arg: b.Arg, Request: s.request("", nil)})
	}
	switch {
	case bare == "next" && s.memory.answer != "":
		return s.problem(statements.Say("There is nothing after what stands on the screen."), statements.Say("`previous` goes back; to ask for less at once, name a topic or days."))
	case bare == "previous" && s.memory.answer != "":
		return s.problem(statements.Say("There is nothing before what stands on the screen."), statements.Say("`next` goes on, where there is more."))
	case bare == "next" || bare == "previous" || bare == "share":
		return s.problem(statements.Say("There is no answer on the screen that %s could belong to.", bare), statements.Say("Ask first: `ask` and a question in plain words."))
	}
	c, rest, ok := commandOf(s.Desk.Commands(), line)
	if first, path, _ := strings.Cut(line, " "); !ok && strings.EqualFold(strings.TrimPrefix(first, "/"), "save") {
		return s.save(value(path))
	}
	if !ok {
		return s.noCommand(ctx, rest)
	}
	t := parse(c, rest)
	if t.extra != "" {
		return s.problem(statements.Say("There is nothing to say after %s.", c.Name), statements.Say("`%s` stands alone.", c.Name))
	}
	if n, err := strconv.Atoi(t.options["number"]); err == nil && c.Name == "context" {
		if p, ok := s.memory.context[n]; ok {
			p.Request = s.request(c.Name, t.options)
			return s.Desk.Press(ctx, p)
		}
	}
	if name := t.unsaid(); name != "" {
		return s.problem(statements.Say("The option %s has no value.", name), statements.Say("Write one after it, or leave it out."))
	}
	reply := s.Desk.Serve(ctx, s.request(c.Name, t.options))
	if len(c.Options) == 0 {
		return reply
	}
	return s.hinting(reply, misread(c, t.options[c.Options[0].Name]))
}

// noCommand helps with a line that begins with no command.
func (s *Surface) noCommand(ctx context.Context, line string) handlers.Reply {
	ws := words(line)
	if len(ws) == 0 {
		return s.problem(statements.Say("There is no command in that line."), statements.Say("`help` lists all of them."))
	}
	name := strings.ToLower(ws[0].inner)
	var group []string
	for _, c := range s.Desk.Commands() {
		if first, second, two := strings.Cut(c.Name, " "); two && first == name {
			group = append(group, second)
		}
	}
	switch {
	case len(group) > 0:
		return s.problem(statements.Say("%s needs one more word: %s.", name, strings.Join(group, ", ")), statements.Say("`help %s` shows examples.", name))
	case len(ws) > 2:
		return s.problem(statements.Say("There is no command ‘%s’.", (&page{}).line(ws[0].inner)), statements.Say("To ask something, begin with `ask`; `help` lists the commands."))
	}
	return s.Desk.Serve(ctx, s.request(strings.ToLower(line), nil))
}

func (s *Surface) problem(text, hint statements.Said) handlers.Reply {
	return handlers.Reply{Cards: []handlers.Card{handlers.Problem(s.in().Tell(text), s.in().Tell(hint))}}
}

// show draws a reply, each card with an empty line after it. What can be typed
// stands below them all.
func (s *Surface) show(reply handlers.Reply) {
	var b strings.Builder
	var buttons []handlers.Button
	for i, c := range reply.Cards {
		buttons = append(buttons, c.Buttons...)
		if c.Buttons = nil; i == len(reply.Cards)-1 {
			c.Buttons = buttons
		}
		b.WriteString(Draw(c, s.style(s.in())))
		b.WriteByte('\n')
	}
	b.WriteString(s.files(reply.Files))
	s.write(b.String())
}

// Post draws a card that nobody asked for, above what is being typed. The
// message's id is its nonce.
func (s *Surface) Post(ctx context.Context, place string, card handlers.Card, nonce string) (messageID string, err error) {
	s.mu.Lock()
	known := s.posted[nonce]
	s.mu.Unlock()
	if known {
		return nonce, nil
	}
	if err := s.write(Draw(card, s.style(s.Tongue)) + "\n"); err != nil {
		return "", err
	}
	s.mu.Lock()
	s.posted[nonce] = true
	s.mu.Unlock()
	return nonce, nil
}

// Edit shows a card again with what has joined it: what a terminal has shown
// stays where it is.
func (s *Surface) Edit(ctx context.Context, place, messageID string, card handlers.Card, nonce string) error {
	card.Updated, card.At, card.Buttons = true, s.Now(), nil
	card.Fields = slices.DeleteFunc(slices.Clone(card.Fields), func(f handlers.Field) bool {
		return f.Name == s.Tongue.Say("Context") || f.Typed == s.Tongue.Say("Last said")
	})
	return s.write(Draw(card, s.style(s.Tongue)) + "\n")
}

// Find says whether this Surface has posted a card with this nonce. What an
// earlier process wrote into its terminal cannot be seen.
func (s *Surface) Find(ctx context.Context, place, nonce string, since time.Time) (messageID string, found bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return nonce, s.posted[nonce], nil
}

// write puts text on the screen in one piece.
func (s *Surface) write(text string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := io.WriteString(s.out, text); err != nil {
		return fmt.Errorf("write to the terminal: %w", err)
	}
	return nil
}

func (s *Surface) style(in locales.Tongue) Style {
	s.mu.Lock()
	width := s.Width
	s.mu.Unlock()
	return Style{Tongue: in, Width: width, Color: s.Color, ASCII: s.ASCII, Now: s.Now(), Zone: s.Zone}
}
