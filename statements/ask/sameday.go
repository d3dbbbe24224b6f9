package ask

import (
	"slices"

	"onrecord/statements"
)

// mostDays is on how many days a venue is looked for what else was said there.
const mostDays = 3

// SameDay are queries for what else those whom q asks for by name said on the days on
// which something was found that they said where or when q asks ("Lund in Vell"): an
// article names the place once, and siblings lets it count for all of a day.
func SameDay(q statements.Query, found []statements.Found) []statements.Query {
	if len(q.Speakers) == 0 || slices.ContainsFunc(q.Speakers, func(s statements.Speaker) bool { return s.ID == 0 }) {
		return nil
	}
	there := q
	there.Topic = nil
	for i, t := range wants(q) {
		if !t.venue {
			there.Topic = append(there.Topic, q.Topic[i])
		}
	}
	if len(there.Topic) == len(q.Topic) {
		return nil
	}
	var out []statements.Query
	for _, f := range found {
		day := dayOf(f)
		if day.IsZero() || slices.ContainsFunc(out, func(o statements.Query) bool { return o.Since == day }) {
			continue
		}
		there.Since, there.Until = day, day
		if out = append(out, there); len(out) == mostDays {
			break
		}
	}
	return out
}
