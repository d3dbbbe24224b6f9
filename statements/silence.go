package statements

import "time"

// Silence is why no alert comes from a source that used to bring some.
type Silence string

// The silences.
const (
	SilenceFailing Silence = "failing" // it cannot be read
	SilenceGone    Silence = "gone"    // it says that it will not come back: it is read no more
	SilenceOurs    Silence = "ours"    // our own network keeps all of them from us
	SilenceStubs   Silence = "stubs"   // its pages have no text any more: a teaser, a notice to pay
	SilenceFewer   Silence = "fewer"   // fewer items, articles or statements than usual
	SilenceQuiet   Silence = "quiet"   // nothing new for longer than is its way
)

// Measured reports a silence that is known from what a source brought, and not
// from a visit that went wrong.
func (s Silence) Measured() bool {
	return s == SilenceStubs || s == SilenceFewer || s == SilenceQuiet
}

const (
	// silentTries and silentFor are what a failure must have lasted before
	// anybody is told: most are over after the second try.
	silentTries = 3
	silentFor   = 30 * time.Minute
	// overdue is for how long a feed waits for its visit where we were not there
	// to make it.
	overdue = time.Hour
	// SilenceTogether is how long a message gathers those that fall silent after
	// it was made. Later ones are news again: nobody reads a message of
	// yesterday once more.
	SilenceTogether = 24 * time.Hour
	// SilenceAlone is the same for the only source of a watch.
	SilenceAlone = time.Hour
	// SilenceAfter is how long a message gathers when all that it tells is over.
	SilenceAfter = time.Hour
)

// Again is how long after its end a silence of one source is the same silence
// in the same message, and no news. What is measured in weeks comes and goes
// within one.
func (s Silence) Again() time.Duration {
	if s.Measured() {
		return 8 * 24 * time.Hour
	}
	return 24 * time.Hour
}

// Lapse is a source that is silent now.
type Lapse struct {
	Feed   int64 // 0 for SilenceOurs: all of them
	Kind   Silence
	Since  time.Time
	Why    string // one line for people, without an end; it may hold what came from outside
	Theirs bool   // the fault is not ours
	Tries  int    // that went wrong
	// Ripe says that it has lasted long enough for anybody to be told; the only
	// source of a watch does not wait.
	Ripe bool
}

// Lapse says whether and why a feed is silent, with what it brought; ok is
// false for one that does its work, and for one that was never read. What our
// own network keeps from us is said by Cut.
func (f Feed) Lapse(y Yield, now time.Time) (l Lapse, ok bool) {
	l = Lapse{Feed: f.ID, Since: f.FailingSince, Why: f.LastError, Theirs: f.Theirs, Tries: f.Failures}
	switch {
	case !f.Seen, f.Outage:
		return l, false
	case f.Paused:
		l.Kind, l.Ripe = SilenceGone, true
		return l, true
	case f.Failures > 0:
		l.Kind, l.Ripe = SilenceFailing, f.Failures >= silentTries && now.Sub(f.FailingSince) >= silentFor
		return l, true
	}
	if now.Sub(f.NextAt) > overdue {
		return l, false // it is not known yet what is new in it
	}
	l.Since, l.Theirs, l.Tries, l.Ripe = now, true, 0, true
	if kind, words := y.drop(); words != "" {
		l.Kind, l.Why = kind, words
	}
	if silence, usual, quiet := Quiet(f.Recent, now); quiet {
		l.Kind, l.Since = SilenceQuiet, f.Recent[len(f.Recent)-1]
		l.Why = nothingNew(silence, usual)
	}
	return l, l.Kind != ""
}

// Cut says whether our own network keeps feeds from us.
func Cut(feeds []Feed, now time.Time) (l Lapse, ok bool) {
	l = Lapse{Kind: SilenceOurs}
	for _, f := range feeds {
		if !f.Outage {
			continue
		}
		l.Tries++
		if l.Since.IsZero() || f.FailingSince.Before(l.Since) {
			l.Since = f.FailingSince
		}
	}
	l.Ripe = l.Tries > 0 && now.Sub(l.Since) >= silentFor
	return l, l.Tries > 0
}

// Quieted is a source that a message tells of: it is silent, or was.
type Quieted struct {
	Lapse
	Place string
	Told  time.Time // when the place was first told, or is to be
	Over  time.Time // when it was over; zero while it lasts

	// What the place misses: the speakers watched there whom it carries, the
	// words, and the outlets that carry them too. Alone says that a watch of the
	// place has no other source.
	Speakers []string
	Words    []string
	Others   []string
	Alone    bool
	Weekly   int // statements in a usual week

	// What its end brought: items that were read and alerts that were sent late,
	// and whether some may be missing.
	ReadLate, SentLate int
	Missing            bool
	Removed            bool // it is over because the feed is read no more

	// As it is when it is told.
	Name string
	URL  string
	Next time.Time // when it is tried again
}

// Hush is what a message of FormSilence tells.
type Hush struct {
	Sources []Quieted // those that are silent first, in the order in which they fell silent
	Feeds   int
	Healthy int
	Zone    string // of the place's watches, IANA; "" is the installation's
}

// Open are the sources that are silent still.
func (h Hush) Open() []Quieted {
	var out []Quieted
	for _, q := range h.Sources {
		if q.Over.IsZero() {
			out = append(out, q)
		}
	}
	return out
}
