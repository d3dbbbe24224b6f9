package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// Whatever holds alerts and lets them go, in whatever order, with processes that
// are killed between: in the end each is told once, in one message.
func TestHeldAlertsAreToldOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.Store) {
		runs := 6
		if testing.Short() {
			runs = 1
		}
		for seed := range runs {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				p := newPeriod(t, open, uint64(seed))
				for range 150 {
					p.step()
				}
				p.end()
			})
		}
	})
}

// period is some days of two processes on one archive.
type period struct {
	t       *testing.T
	r       *rand.Rand
	of      []archive
	at      time.Time
	place   string // the run's own
	watches []int64
	owed    map[string]int // by watch and article: how often it was told
	posted  map[string]statements.Delivery
	hours   map[string]string // of digests: the message that told it
	n       int
}

func newPeriod(t *testing.T, open func() *store.Store, seed uint64) *period {
	p := &period{t: t, r: rand.New(rand.NewPCG(seed, 9)), of: []archive{{open(), open}, {open(), open}}, at: noon, place: fmt.Sprintf("discord:%d", seed),
		owed: map[string]int{}, posted: map[string]statements.Delivery{}, hours: map[string]string{}}
	for i := range 5 {
		w, _ := addWatch(t, p.of[0], statements.Watch{Speaker: "Mira Solheim", Keywords: fmt.Sprint("quota", i), Place: p.place + fmt.Sprint(i%2), Timing: p.timing()})
		p.watches = append(p.watches, w.ID)
	}
	return p
}

// timing is one of those that people set.
func (p *period) timing() statements.Timing {
	return []statements.Timing{{}, {Quiet: "22:00-07:00"}, {Most: 1}, {Most: 2, Quiet: "13:00-15:00", Zone: "Europe/Berlin"}, {Digest: "0 9,18 * * *"},
		{Digest: "*/15 * * * *"}, {Digest: "0 * * * *", Quiet: "20-6"}, {Digest: "30 2 * * *", Zone: "America/New_York"}}[p.r.IntN(8)]
}

func (p *period) any() archive { return p.of[p.r.IntN(2)] }

// watch is one of them as it is now.
func (p *period) watch() statements.Watch {
	ws := get(p.watchesNow())(p.t)
	id := p.watches[p.r.IntN(len(p.watches))]
	return ws[slices.IndexFunc(ws, func(w statements.Watch) bool { return w.ID == id })]
}

func (p *period) watchesNow() ([]statements.Watch, error) {
	ws, _, err := p.any().Watches(p.t.Context())
	return ws, err
}

func (p *period) step() {
	ctx := p.t.Context()
	switch k := p.r.IntN(100); {
	case k < 30:
		p.at = p.at.Add(time.Duration(p.r.IntN(50)) * time.Minute)
	case k < 60:
		p.arrive()
	case k < 66:
		m := statements.Mute{Watch: p.watch(), By: "Ida", Created: p.at}
		m.Place = m.Watch.Place
		if p.r.IntN(4) > 0 {
			m.Until = p.at.Add(time.Duration(1+p.r.IntN(300)) * time.Minute)
		}
		get(p.any().AddMute(ctx, m))(p.t)
	case k < 70:
		p.unmute(1)
	case k < 73:
		w := p.watch()
		get(p.any().SetTiming(ctx, "console", w.ID, p.timing(), p.at))(p.t)
	case k < 76:
		get(p.any().DigestNow(ctx, p.watch().Place, p.at))(p.t)
	case k < 82:
		ok(p.t, p.any().ArrangeDigests(ctx, p.at))
	default:
		p.deliver(true)
	}
}

func (p *period) arrive() {
	p.n++
	in := arrivalOf(fmt.Sprintf("https://courier.example/%s/%d", p.place, p.n), fmt.Sprint("Told ", p.n), line{"Mira Solheim", "", "No"})
	in.At, in.Article.Fetched = p.at, p.at
	ws, version, err := p.any().Watches(p.t.Context())
	ok(p.t, err)
	in.Watches = version
	for _, w := range ws {
		if slices.Contains(p.watches, w.ID) && p.r.IntN(2) == 0 {
			in.Alerts = append(in.Alerts, spoke(w, 1))
			p.owed[fmt.Sprint(w.ID, " ", in.Article.URL)] = 0
		}
	}
	get(p.any().KeepArticle(p.t.Context(), in))(p.t)
}

func (p *period) unmute(n int) {
	for _, place := range []string{p.place + "0", p.place + "1"} {
		for _, m := range get(p.any().Mutes(p.t.Context(), place, p.at))(p.t) {
			if n--; n >= 0 {
				get(p.any().EndMute(p.t.Context(), m.ID, "Ida", p.at))(p.t)
			}
		}
	}
}

// deliver sends what is due; with trouble, some attempts are given back, fail,
// or end with the process, before or after the message is there.
func (p *period) deliver(trouble bool) {
	ctx, s := p.t.Context(), p.any()
	for _, d := range get(s.LeaseDeliveries(ctx, "discord", p.at, 9, time.Minute))(p.t) {
		was, there := p.posted[d.ID]
		if there && !d.Uncertain {
			p.t.Errorf("message %s is sent again, and nobody doubts it", d.ID)
		}
		if there && len(was.Entries) != len(d.Entries) {
			p.t.Errorf("message %s had %d entries when it was posted and has %d", d.ID, len(was.Entries), len(d.Entries))
		}
		fate := 99
		if trouble {
			fate = p.r.IntN(20)
		}
		if !there && fate >= 3 {
			p.post(d)
		}
		switch {
		case fate == 0 && !there:
			ok(p.t, s.UnleaseDelivery(ctx, d.ID))
		case fate == 1 && !there:
			ok(p.t, s.RetryDelivery(ctx, d.ID, p.at.Add(time.Minute), "503", true))
		case fate <= 4: // killed before the post, or after it
		case fate == 5:
			ok(p.t, s.RetryDelivery(ctx, d.ID, p.at.Add(time.Minute), "reset", false))
		default:
			ok(p.t, s.SettleDelivery(ctx, d.ID, "m", p.at))
		}
	}
}

func (p *period) post(d statements.Delivery) {
	p.posted[d.ID] = d
	for _, e := range d.Entries {
		p.owed[fmt.Sprint(e.Watch.ID, " ", e.Article.URL)]++
	}
	if d.Digest == nil || d.Digest.Kind != statements.GatherDigest {
		return
	}
	hour := fmt.Sprint(d.Place, d.Digest.At.UnixMilli(), d.Digest.Part, d.Digest.Timing.Digest, d.Digest.Timing.Zone, d.Digest.Timing.Quiet)
	if other := p.hours[hour]; other != "" && d.Digest.Timing.Digest != "" {
		p.t.Errorf("two digests of %s: %s and %s", hour, other, d.ID)
	}
	p.hours[hour] = d.ID
}

// end lets the clocks run out, with all mutes ended.
func (p *period) end() {
	p.unmute(99)
	for range 3 * 24 * 4 {
		p.at = p.at.Add(15*time.Minute + time.Second)
		if p.at.Minute()%30 < 15 {
			ok(p.t, p.any().ArrangeDigests(p.t.Context(), p.at))
		}
		p.deliver(false)
	}
	lost, twice := 0, 0
	for _, n := range p.owed {
		switch {
		case n == 0:
			lost++
		case n > 1:
			twice++
		}
	}
	if lost > 0 || twice > 0 || len(p.owed) < 30 {
		p.t.Errorf("of %d alerts %d were lost and %d told twice", len(p.owed), lost, twice)
	}
	p.t.Logf("%d alerts in %d messages, %d of them digests of an hour", len(p.owed), len(p.posted), len(p.hours))
}
