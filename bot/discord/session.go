package discord

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"

	"onrecord/statements"
)

// pace is how the gateway is kept open.
type pace struct {
	open     time.Duration // for one connection, up to READY or RESUMED
	idle     time.Duration // without a word from Discord, the line is dead
	first    time.Duration // wait before the second try; doubles
	longest  time.Duration // where Discord is not reached
	refused  time.Duration // where it is, and gives no session: each try costs IDENTIFYs
	stable   time.Duration // after so long a connection counts as a good one
	identify time.Duration // least time between two fresh sessions
	patience time.Duration // for the desk, before an answer is deferred
	response time.Duration // Discord's own, for the first response
}

// usualPace is made for Discord: a heartbeat every 41 s, one IDENTIFY in 5 s,
// an interaction's first answer within 3 s.
// https://discord.com/developers/docs/events/gateway#rate-limiting
var usualPace = pace{
	open: 30 * time.Second, idle: 100 * time.Second,
	first: time.Second, longest: time.Minute, refused: 15 * time.Minute, stable: time.Minute,
	identify: 5 * time.Second, patience: 1500 * time.Millisecond, response: discordgo.InteractionDeadline,
}

// farewell is enough for the close frame to be on its way.
const farewell = 200 * time.Millisecond

// goodBye is what an answer in flight gets to say that it will not come.
const goodBye = 2 * time.Second

// Run keeps the gateway open and answers interactions until ctx ends. Then it
// waits for the answers in flight, no longer than Config.Drain. A token or a
// session that Discord will never take ends it with a *statements.Problem.
func (s *Surface) Run(ctx context.Context) error {
	if s.table == nil {
		return errors.New("discord: Run needs a Desk")
	}
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	err := s.keepOpen(ctx, work)
	defer s.closes.Wait()
	if !s.flight.land(s.cfg.Drain) {
		s.log.Warn("questions in flight are given up", "after", s.cfg.Drain)
		cancel()
		s.flight.land(goodBye) // each says so to whoever asked
	}
	return err
}

// keepOpen opens, resumes and opens anew. work is what handlers run under.
func (s *Surface) keepOpen(ctx, work context.Context) error {
	var g *gateway
	var fresh time.Time
	wait := s.pace.first
	for {
		if g == nil {
			if !sleep(ctx, time.Until(fresh.Add(s.pace.identify))) {
				return nil
			}
			var err error
			if g, err = s.newGateway(ctx, work); err != nil {
				return err
			}
			fresh = time.Now()
		}
		err := g.open(ctx)
		if err == nil {
			up := time.Now()
			s.log.Info("gateway is open")
			g.wait(ctx)
			if time.Since(up) > s.pace.stable {
				wait = s.pace.first
			}
		}
		if ctx.Err() != nil {
			s.closes.Go(g.close) // it takes its time, and answers in flight need none of it
			return nil
		}
		if p := fatal(err); p != nil {
			g.abandon()
			return p
		}
		longest := s.pace.longest
		if err != nil && !resumable(err) {
			g.abandon()
			g = nil
			longest = s.pace.refused
		}
		pause := max(wait/2+rand.N(wait), askedFor(err))
		s.log.Warn("gateway is down", "again_in", pause, "err", err)
		if !sleep(ctx, pause) {
			if g != nil {
				g.abandon()
			}
			return nil
		}
		wait = min(wait*2, longest)
	}
}

// sleep reports whether the time passed before ctx ended.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// fatal gives the problem of a close code after which trying again is useless.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
func fatal(err error) *statements.Problem {
	var closed *websocket.CloseError
	if !errors.As(err, &closed) {
		var refused *SendError
		if errors.As(err, &refused) && refused.Status == 401 {
			return &refused.Problem
		}
		return nil
	}
	var p statements.Problem
	switch closed.Code {
	case 4004:
		p = wrongToken
	case 4010, 4011:
		p = problem(statements.Say("Discord wants this bot to be sharded: it is in too many servers for one connection."), statements.Say("Remove it from servers that do not use it."))
	case 4012:
		p = problem(statements.Say("Discord no longer speaks our version of its gateway."), statements.Say("Use a newer onrecord."))
	case 4013, 4014:
		p = problem(statements.Say("Discord refuses the intents of this bot with code %s.", strconv.Itoa(closed.Code)), statements.Say("onrecord asks for none that is privileged, so check that the token belongs to a bot."))
	default:
		return nil
	}
	return &p
}

// resumable reports whether the session behind a failed open may be tried
// again: Discord was not reached, or did not let us in, so it has not heard of
// a RESUME.
func resumable(err error) bool {
	var dial *net.OpError
	var rest *SendError
	return errors.As(err, &dial) && dial.Op == "dial" || errors.As(err, &rest) || errors.Is(err, websocket.ErrBadHandshake)
}

// askedFor is how long Discord wants us to stay away.
func askedFor(err error) time.Duration {
	var rest *SendError
	if errors.As(err, &rest) {
		return rest.After
	}
	return 0
}

// gateway is one discordgo session: one IDENTIFY, and RESUMEs of it.
type gateway struct {
	s     *Surface
	d     *discordgo.Session
	lines *lines
	up    chan struct{} // READY or RESUMED
	down  chan struct{} // disconnected
	dead  atomic.Bool   // abandoned: what it still hears is not for us
}

func (s *Surface) newGateway(ctx, work context.Context) (*gateway, error) {
	d, err := s.newSession(s.http)
	if err != nil {
		return nil, err
	}
	g := &gateway{s: s, d: d, lines: &lines{idle: s.pace.idle}, up: make(chan struct{}, 1), down: make(chan struct{}, 1)}
	d.Dialer = g.lines.dialer()
	d.AddHandler(func(_ *discordgo.Session, r *discordgo.Ready) {
		if !g.dead.Load() {
			s.ready(ctx, r)
			signal(g.up)
		}
	})
	d.AddHandler(func(*discordgo.Session, *discordgo.Resumed) { signal(g.up) })
	d.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { signal(g.down) })
	d.AddHandler(func(_ *discordgo.Session, i *discordgo.InteractionCreate) {
		if !g.dead.Load() && i != nil && i.Interaction != nil {
			s.interaction(work, i.Interaction)
		}
	})
	d.AddHandler(func(_ *discordgo.Session, n *discordgo.GuildCreate) { s.guilds.learn(n.Guild) })
	d.AddHandler(func(_ *discordgo.Session, n *discordgo.GuildUpdate) { s.guilds.learn(n.Guild) })
	d.AddHandler(func(_ *discordgo.Session, m *discordgo.MessageCreate) {
		if !g.dead.Load() && m != nil && m.Message != nil {
			s.message(work, m.Message)
		}
	})
	return g, nil
}

func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

func drain(c chan struct{}) {
	select {
	case <-c:
	default:
	}
}

// open connects and waits for READY or RESUMED. discordgo's Open may return
// before them, and hangs for ever when RECONNECT is the first packet.
func (g *gateway) open(ctx context.Context) error {
	drain(g.up)
	drain(g.down)
	limit := time.NewTimer(g.s.pace.open)
	defer limit.Stop()
	opened := make(chan error, 1)
	go func() { opened <- g.d.Open() }()
	isOpen, isUp := false, false
	for !isOpen || !isUp {
		select {
		case err := <-opened:
			if errors.Is(err, discordgo.ErrWSAlreadyOpen) {
				return nil
			}
			if err != nil {
				return why(err)
			}
			isOpen = true
		case <-g.up:
			isUp = true
		case <-g.down:
			return errors.New("the gateway closed the session before it was ready")
		case <-limit.C:
			return errors.New("the gateway did not get ready in time")
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// why looks behind an error of Open: a REST answer comes as one of discordgo's.
func why(err error) error {
	var rest *discordgo.RESTError
	var limit *discordgo.RateLimitError
	switch {
	case errors.As(err, &rest) && rest.Response != nil:
		f := &fate{begun: true, connected: true, status: rest.Response.StatusCode, header: rest.Response.Header}
		return f.classify(err)
	case errors.As(err, &limit):
		return (&fate{begun: true, connected: true, status: http.StatusTooManyRequests}).classify(err)
	}
	return withoutURL(err)
}

// wait returns when the connection is lost or ctx ends.
func (g *gateway) wait(ctx context.Context) {
	select {
	case <-g.down:
	case <-ctx.Done():
	}
}

// close says good-bye. discordgo does so at once and then sleeps for a second;
// that is cut short, and a session that hangs is cut off.
func (g *gateway) close() {
	g.dead.Store(true)
	defer g.lines.cutOff()
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		_ = g.d.Close()
	}()
	select {
	case <-closed:
	case <-time.After(farewell):
	}
}

// abandon gives a session up without waiting for it: it may hang.
func (g *gateway) abandon() {
	g.dead.Store(true)
	g.lines.cutOff()
}

// ready learns who we are and registers the commands.
func (s *Surface) ready(ctx context.Context, r *discordgo.Ready) {
	if r.User == nil || r.Application == nil {
		return
	}
	s.self.Store(&self{app: r.Application.ID, user: r.User.ID, name: r.User.Username})
	if !s.flight.board() {
		return
	}
	go func() {
		defer s.flight.leave()
		s.register(ctx, r.Application.ID)
	}()
}
