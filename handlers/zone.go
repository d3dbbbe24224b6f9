package handlers

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"onrecord/statements"
	"onrecord/statements/text"
	"onrecord/statements/timing"
)

// namedZone is a time zone with the words by which it is looked for.
type namedZone struct {
	name, words, city string // Europe/Oslo, europe/oslo, oslo
}

// zoneNames are those that are proposed, the usual ones first.
var zoneNames = sync.OnceValue(func() []namedZone {
	var out []namedZone
	usual := len(usualZones)
	for i, name := range slices.Concat(usualZones, timing.Zones()) {
		if i >= usual && slices.Contains(usualZones, name) {
			continue
		}
		words := zoneWords(name)
		out = append(out, namedZone{name, words, words[strings.LastIndexByte(words, '/')+1:]})
	}
	return out
})

// zoneWords is a name as it is compared: "São Paulo" and Sao_Paulo are one.
func zoneWords(typed string) string {
	return oneLine(strings.ReplaceAll(text.Fold(typed), "_", " "))
}

// readZone reads a time zone as people type it: its name in small letters too, or
// its city alone.
func readZone(typed string) (*time.Location, error) {
	want := zoneWords(typed)
	for _, z := range zoneNames() {
		if want == z.words || want == z.city {
			return timing.Zone(z.name)
		}
	}
	if zone, err := timing.Zone(typed); err == nil && typed != "" {
		return zone, nil
	}
	return nil, noZone(typed)
}

// utcOffset is a distance from UTC: UTC+2, GMT-03:30, +0545.
var utcOffset = regexp.MustCompile(`^(?:utc|gmt)? ?[+\-−–] ?\d{1,2}(?::?\d\d)?$`)

// noZone says that what was typed is none, and proposes what may be meant.
func noZone(typed string) error {
	want := zoneWords(typed)
	if utcOffset.MatchString(want) {
		return &statements.Problem{Text: statements.Say("‘%s’ is a distance from UTC, which changes with summer time, and no time zone.", short(typed, mostName)), Hint: goodZone}
	}
	p := &statements.Problem{Text: statements.Say("There is no time zone ‘%s’.", short(typed, mostName)), Hint: goodZone}
	if near := zonesNear(want); len(near) > 0 {
		p.Hint = statements.Say("Near it: %s.", strings.Join(near, ", "))
	}
	return p
}

var goodZone = statements.Say("Name a continent and a city, such as Europe/Oslo or America/New_York, or the city alone; names are proposed as you type.")

// mostZones is how many time zones a mistake is answered with.
const mostZones = 3

// zonesNear are names that hold what was typed, or are a slip or two away.
func zonesNear(want string) []string {
	type near struct {
		name string
		keys int
	}
	var all []near
	most := min(2, len(want)/2)
	for _, z := range zoneNames() {
		keys := min(keysApart(want, z.words), keysApart(want, z.city))
		if len(want) > 2 && strings.Contains(z.words, want) {
			keys = 0
		}
		if keys <= most {
			all = append(all, near{z.name, keys})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(a.keys, b.keys) })
	var out []string
	for _, n := range all[:min(len(all), mostZones)] {
		out = append(out, n.name)
	}
	return out
}

// zoneChoices proposes time zones: cities that begin so first, then names of which
// a word does, then those that hold it.
func zoneChoices(typed string) []Choice {
	want := zoneWords(typed)
	var found [3][]Choice
	for _, z := range zoneNames() {
		at := strings.Index(z.words, want)
		switch {
		case strings.HasPrefix(z.city, want):
			found[0] = append(found[0], Choice{z.name, z.name})
		case at == 0 || at > 0 && strings.ContainsRune("/ -", rune(z.words[at-1])):
			found[1] = append(found[1], Choice{z.name, z.name})
		case at > 0:
			found[2] = append(found[2], Choice{z.name, z.name})
		}
	}
	return slices.Concat(found[:]...)
}
