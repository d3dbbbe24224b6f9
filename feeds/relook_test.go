package feeds_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/feeds"
	"onrecord/statements"
)

// agenda is a schedule of one page in memory.
type agenda struct {
	look statements.Look
	next time.Time
	seen []feeds.Again
}

func (a *agenda) ClaimLooks(_ context.Context, now time.Time, _ int, _ time.Duration) ([]statements.Look, error) {
	if a.next.IsZero() || a.next.After(now) {
		return nil, nil
	}
	return []statements.Look{a.look}, nil
}

func (a *agenda) Keep(_ context.Context, s feeds.Again) error {
	a.seen = append(a.seen, s)
	a.look, a.next = s.Look, s.Next
	a.look.Done++
	return nil
}

const articlePage = `<html lang="en"><head><title>Talks stall in Vell</title></head><body><article><h1>Talks stall in Vell</h1>
<p>The two delegations had shared a single page of figures over lunch in the old customs house, and neither of them had touched the fish.</p>
<p>“We will not sign a quota that our fishermen cannot live with,” Foreign Minister Mira Solheim said on Friday, and left.</p></article></body></html>`

// Each word is an answer of the page: a status, "same" for one that honours its
// tag, "page", or "off" while the network is down. Beside it stands what was
// seen, and after how long the next look is.
func TestRelookerGoesByTheSchedule(t *testing.T) {
	first := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct{ name, answers, want string }{
		{"as it was", "same same same", "unchanged@6h0m0s unchanged@24h0m0s unchanged"},
		{"read", "page page same", "changed@6h0m0s changed@24h0m0s unchanged"},
		{"gone for good", "410", "gone"},
		{"not found twice, and back", "404 404 page", "not found@1h15m0s gone@6h0m0s changed@24h0m0s"},
		{"not found once", "404 page", "not found@1h15m0s changed@6h0m0s"},
		{"trouble is asked again, and then left", "503 503 503 page", "no answer@1h15m0s no answer@1h30m0s no answer@6h0m0s changed@24h0m0s"},
		{"trouble is not half a loss", "503 404 404", "no answer@1h15m0s not found@1h30m0s gone@6h0m0s"},
		{"what is no article", "empty same", "not readable@6h0m0s unchanged@24h0m0s"},
		{"our own network", "off off same", "unchanged@6h0m0s"},
		{"robots", "robots", "not allowed@6h0m0s"},
	} {
		t.Run(c.name, func(t *testing.T) {
			answers := strings.Fields(c.answers)
			answer := ""
			asked := 0
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/robots.txt" {
					if answer == "robots" {
						w.Write([]byte("User-agent: *\nDisallow: /talks\n"))
						return
					}
					w.WriteHeader(http.StatusNotFound)
					return
				}
				asked++
				w.Header().Set("ETag", `"two"`)
				switch status := map[string]int{"410": 410, "404": 404, "503": 503}[answer]; {
				case status != 0:
					w.WriteHeader(status)
				case answer == "same" && r.Header.Get("If-None-Match") != "":
					w.WriteHeader(http.StatusNotModified)
				case answer == "empty":
					w.Write([]byte("<html><body></body></html>"))
				default:
					w.Write([]byte(articlePage))
				}
			}))
			defer server.Close()
			client, err := feeds.NewClient(feeds.Config{AllowPrivate: []string{"127.0.0.1"}, Timeout: 5 * time.Second, MaxBytes: 1 << 20, UserAgent: "onrecord/test"})
			if err != nil {
				t.Fatal(err)
			}
			defer client.Close()
			a := &agenda{look: statements.Look{Article: 1, URL: server.URL + "/talks", ETag: `"one"`, Title: "Talks stall in Vell", Fetched: first}, next: first.Add(time.Hour)}
			now := a.next
			r := &feeds.Relooker{Client: client, Looks: a, Keep: a.Keep, Now: func() time.Time { return now }, Offline: func() bool { return answer == "off" }}
			for _, answer = range answers {
				if _, err := r.Cycle(t.Context(), 1); err != nil {
					t.Fatal(err)
				}
				now = a.next
			}
			var got []string
			for _, s := range a.seen {
				one := string(s.Sight)
				if !s.Next.IsZero() {
					one += "@" + s.Next.Sub(first).String()
				}
				if (s.Sight == statements.SightChanged) != strings.Contains(s.Text, "cannot live with") {
					t.Errorf("%s has the text %q", s.Sight, s.Text)
				}
				got = append(got, one)
			}
			if d := cmp.Diff(c.want, strings.Join(got, " ")); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			if robots := c.answers == "robots"; asked != len(a.seen) && !robots || robots && asked != 0 {
				t.Errorf("the page was asked for %d times in %d looks", asked, len(a.seen))
			}
		})
	}
}

// A stop ends it at once, in the middle of a look too, and keeps nothing of it.
func TestRelookerStops(t *testing.T) {
	began := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/talks" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		close(began)
		<-r.Context().Done()
	}))
	defer server.Close()
	client, err := feeds.NewClient(feeds.Config{AllowPrivate: []string{"127.0.0.1"}, Timeout: 30 * time.Second, MaxBytes: 1 << 20, UserAgent: "onrecord/test"})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	a := &agenda{look: statements.Look{Article: 1, URL: server.URL + "/talks"}, next: time.Unix(1, 0)}
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		<-began
		stop()
	}()
	if err := (&feeds.Relooker{Client: client, Looks: a, Keep: a.Keep}).Run(ctx); err != nil {
		t.Fatal(err)
	}
	if len(a.seen) != 0 {
		t.Errorf("kept %+v", a.seen)
	}
}
