package timing

import (
	"fmt"
	"strings"
	"time"

	"onrecord/statements"
)

// mostAnHour is the greatest cap that means anything.
const mostAnHour = 1000

// Plan is a Timing that was read. The zero Plan tells at once, always. Plans are
// not changed and may be used from many goroutines.
type Plan struct {
	key    string
	zone   *time.Location
	digest Schedule // nil is at once
	quiet  hours
	most   int
}

// Check reports what is wrong with a timing, as a statements.Problem.
func Check(t statements.Timing) error {
	_, err := Read(t, time.UTC)
	return err
}

// Read reads a timing. zone is where it names none; nil is UTC. An error is a
// statements.Problem.
func Read(t statements.Timing, zone *time.Location) (Plan, error) {
	p := Plan{zone: zone, most: t.Most}
	if zone == nil {
		p.zone = time.UTC
	}
	var err error
	if t.Zone != "" {
		if p.zone, err = Zone(t.Zone); err != nil {
			return Plan{}, err
		}
	}
	if t.Most < 0 || t.Most > mostAnHour {
		return Plan{}, &statements.Problem{Text: statements.Say("At most %s alerts an hour cannot be kept to.", t.Most),
			Hint: statements.Say("Give a number from 1 to %s, or leave it out: all come then.", mostAnHour)}
	}
	if strings.TrimSpace(t.Quiet) != "" {
		if p.quiet, err = readQuiet(t.Quiet); err != nil {
			return Plan{}, err
		}
	}
	if strings.TrimSpace(t.Digest) != "" {
		if p.digest, err = readDigest(t.Digest); err != nil {
			return Plan{}, err
		}
		p.key = fmt.Sprintf("%s@%s/%d-%d", strings.Join(strings.Fields(t.Digest), " "), p.zone, p.quiet.from, p.quiet.to)
	}
	return p, nil
}

// Zone is where the plan's hours are.
func (p Plan) Zone() *time.Location {
	if p.zone == nil {
		return time.UTC
	}
	return p.zone
}

// Most is how many alerts an hour are told one by one; 0 is any number.
func (p Plan) Most() int { return p.most }

// Digest names the digest: plans with the same name have their digests at the
// same moments. "" is a plan without.
func (p Plan) Digest() string { return p.key }

// Next is when the first digest after a moment is; zero for a plan without. One
// that quiet hours would hold comes at their end.
func (p Plan) Next(after time.Time) time.Time {
	if p.digest == nil {
		return time.Time{}
	}
	for w := wall(after, p.zone); ; {
		if w = p.digest(w); w.IsZero() {
			return time.Time{}
		}
		at := moment(w, p.zone)
		if end := p.quiet.until(at, p.zone); !end.IsZero() {
			at = end
		}
		if at.After(after) {
			return at
		}
	}
}

// Quiet is the end of the quiet hours that hold at a moment; zero if none do.
func (p Plan) Quiet(at time.Time) time.Time { return p.quiet.until(at, p.Zone()) }

// HourEnd is when the hour ends for which alerts are counted, or the quiet
// hours after it.
func (p Plan) HourEnd(at time.Time) time.Time {
	end := at.Truncate(time.Hour).Add(time.Hour)
	if q := p.Quiet(end); !q.IsZero() {
		return q
	}
	return end
}
