package timing

import (
	_ "embed"
	"strings"
	"sync"
	"time"

	"onrecord/statements"
)

// Go has the zones themselves (time/tzdata), and no list of their names.
//
//go:embed zones.txt
var zonesFile string

// Zones are the names of the time zones of all countries, and UTC, in order. Zone
// knows more: older names, such as US/Eastern. The slice is not to be changed.
var Zones = sync.OnceValue(func() []string {
	var out []string
	for line := range strings.Lines(zonesFile) {
		if name := strings.TrimSpace(line); name != "" && name[0] != '#' {
			out = append(out, name)
		}
	}
	return out
})

// Zone is the time zone of a name, as the IANA lists write it. An error is a
// statements.Problem.
func Zone(name string) (*time.Location, error) {
	// "Local" is the machine's, which differs from one process to the next.
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, &statements.Problem{Text: statements.Say("There is no time zone ‘%s’.", plain(name)),
			Hint: statements.Say("Write it as the IANA lists do, such as `Europe/Berlin`, `America/New_York` or `UTC`.")}
	}
	return zone, nil
}
