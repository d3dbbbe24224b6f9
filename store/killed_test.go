package store_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// TestMain lets the test program be the process that TestKilled kills.
func TestMain(m *testing.M) {
	if address := os.Getenv("ONRECORD_STORE_VICTIM"); address != "" {
		if err := victim(address); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

const articlesOfVictim = 40

// victim keeps articles and sends their alerts by printing them, as fast as it
// can, until it is killed or through.
func victim(address string) error {
	ctx := background()
	s, err := store.Open(ctx, address, "")
	if err != nil {
		return err
	}
	watches, version, err := s.Watches(ctx)
	if err != nil {
		return err
	}
	for i := range articlesOfVictim {
		in := from(arrivalOf(fmt.Sprint("https://courier.example/", i), fmt.Sprint("Talks ", i), line{"Mira Solheim", "", "No"}, line{"Jun Castellan", "", "Yes"}), 1, fmt.Sprint(i))
		in.At, in.Watches, in.Alerts = time.Now(), version, []statements.Alert{spoke(watches[0], 1)}
		unseen, err := unseen(s, ctx, 1, []string{in.ItemKey})
		if err != nil {
			return err
		}
		if len(unseen) > 0 {
			if _, err := s.KeepArticle(ctx, in); err != nil {
				return err
			}
		}
		if err := send(s); err != nil {
			return err
		}
	}
	return send(s)
}

// send prints what is owed. A message of unknown fate is not printed again: the
// reader of the output is the channel that it would be looked up in.
func send(s *store.Store) error {
	due, err := s.LeaseDeliveries(background(), "console", time.Now(), 9, time.Millisecond)
	for _, d := range due {
		how := "sent"
		if d.Uncertain {
			how = "unsure"
		}
		fmt.Println(how, d.ID, d.Entries[0].Article.Title)
		if err := s.SettleDelivery(background(), d.ID, "m", time.Now()); err != nil {
			return err
		}
	}
	return err
}

// TestKilled kills a process that keeps and sends, again and again, at moments
// that fall into every phase, and goes on with the next until all is done. Each
// article must be kept once and each alert reach the channel once.
func TestKilled(t *testing.T) {
	for name, address := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		t.Run(name, func(t *testing.T) {
			address := address(t)
			s := storetest.Open(t, address)
			a := archive{s, nil}
			addFeed(t, a, "https://courier.example/feed")
			addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
			sent, unsure, kills := killing(t, address)
			if kills < 10 {
				t.Errorf("only %d processes were killed at work", kills)
			}
			for id, n := range sent {
				if n > 1 {
					t.Errorf("message %s was sent %d times", id, n)
				}
			}
			for id := range unsure {
				if sent[id] == 0 { // begun, killed, and surely not in the channel: the courier sends it then
					sent[id] = 1
				}
			}
			same(t, "messages in the channel", len(sent), articlesOfVictim)
			c := get(s.Coverage(t.Context()))(t)
			same(t, "articles, statements", []int{c.Articles, c.Statements}, []int{articlesOfVictim, 2 * articlesOfVictim})
			same(t, "indexed", get(s.CountStatements(t.Context(), about("talks")))(t), 2*articlesOfVictim)
			same(t, "statements of hers", get(s.FindSpeakers(t.Context(), "solheim", 1))(t)[0].Statements, articlesOfVictim)
			due, next, err := s.Owed(t.Context(), "console", time.Now())
			ok(t, err)
			if due != 0 || !next.IsZero() {
				t.Errorf("%d messages are owed still, the next at %v", due, next)
			}
			t.Logf("%d processes killed at work, %d messages of unknown fate", kills, len(unsure))
		})
	}
}

// killing runs one victim after the other, kills each after so many lines of
// output and a little, and gives what they printed.
func killing(t *testing.T, address string) (sent, unsure map[string]int, kills int) {
	t.Helper()
	sent, unsure = map[string]int{}, map[string]int{}
	for run := range 200 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "ONRECORD_STORE_VICTIM="+address)
		cmd.Stderr = os.Stderr
		out := get(cmd.StdoutPipe())(t)
		ok(t, cmd.Start())
		lines := 0
		for scan := bufio.NewScanner(out); scan.Scan(); {
			how, rest, _ := strings.Cut(scan.Text(), " ")
			id, _, _ := strings.Cut(rest, " ")
			if how == "sent" {
				sent[id]++
			} else {
				unsure[id]++
			}
			lines++
			if lines == 1+run%3 {
				// Other phases of the work for each run, half a millisecond apart.
				time.AfterFunc(time.Duration(run%12)*500*time.Microsecond, func() { cmd.Process.Kill() }) //nolint:errcheck // it may be through
			}
		}
		if cmd.Wait() == nil {
			return sent, unsure, kills
		}
		kills++
	}
	t.Fatal("the work was never done")
	return nil, nil, 0
}
