package console

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"onrecord/handlers"
	"onrecord/store/storetest"
)

// Whoever sits at the terminal has a time zone of his own like everybody.
func TestTimezoneInTheTerminal(t *testing.T) {
	var out bytes.Buffer
	desk := handlers.On(storetest.Open(t, storetest.SQLite(t)))
	desk.Now = func() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC) }
	s := New(Config{Desk: desk, Out: &out, Now: desk.Now, In: strings.NewReader(strings.Join([]string{
		"timezone", "timezone Aukland", "timezone auckland", "timezone", "ask who spoke yesterday?", "timezone clear", "ask who spoke yesterday?",
	}, "\n"))})
	if err := s.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	rest := out.String()
	for _, want := range []string{
		"this bot's holds, UTC. It is Sat 21 Nov 12:00", "Near it: Pacific/Auckland.", "Your time zone is Pacific/Auckland from now on. It is Sun 22 Nov 01:00",
		"Your time zone is Pacific/Auckland, as you set it.", "Sat 21 Nov 2026", "no time zone of your own any more", "Fri 20 Nov 2026",
	} {
		_, after, ok := strings.Cut(strings.Join(strings.Fields(rest), " "), want)
		if !ok {
			t.Fatalf("%q is not there, or not in its turn:\n%s", want, out.String())
		}
		rest = after
	}
}
