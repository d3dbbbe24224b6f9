package handlers_test

import (
	"strings"
	"testing"
	"time"

	"onrecord/handlers"
	"onrecord/store"
	"onrecord/store/storetest"
)

// Who carries an utterance is the same in every answer, on every page of it, and
// as the reviewers of a server see it.
func TestWhoCarriesItIsTheSameEverywhere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.Store) {
		a := open()
		spoken(t, a, "https://courier.example/grain", "Grain waits", 20, "Tomas Brekke|Not one tonne of grain is going to leave this harbour until every silo has been sealed by the inspectors")
		spokenIn(t, a, "Fjord Wire", "https://wire.example/grain", "Silos", 20, "Tomas Brekke|Until every silo is sealed by inspectors, not a single tonne of grain leaves the harbour")
		d := handlers.On(a)
		d.Now = func() time.Time { return clock }
		serve := func(command string, options map[string]string) handlers.Reply {
			return d.Serve(t.Context(), request("console", command, options))
		}
		has := func(what string, r handlers.Reply, want bool) {
			t.Helper()
			if got := strings.Contains(inWords(r), "and 1 more"); got != want {
				t.Errorf("%s names another outlet: %v, want %v in\n%s", what, got, want, inWords(r))
			}
		}
		asked := serve("ask", map[string]string{"question": "what did Brekke say about a single tonne?", "private": "yes"})
		has("an answer with the words of one report", asked, true)
		found, err := d.Find(t.Context(), handlers.Question{Text: "what did Brekke say about a single tonne?"})
		if err == nil {
			err = d.Carried(t.Context(), found, 1)
		}
		if err != nil || len(found.Ranked.Answers) == 0 || len(found.Ranked.Answers[0].Found.Others) != 1 {
			t.Errorf("an answer for a program: %+v, %v, want one other report", found.Ranked.Answers, err)
		}
		for _, b := range asked.Cards[0].Buttons {
			if b.Action == "share" {
				has("the same answer, shared", d.Press(t.Context(), handlers.Press{Action: b.Action, ID: b.ID, Request: request("console", "", nil)}), true)
			}
		}
		has("all that he said", serve("more", map[string]string{"number": "1"}), true)
		has("the last that he said", serve("speaker show", map[string]string{"speaker": "Brekke"}), true)
		has("a search", serve("search", map[string]string{"words": "single"}), true)
		has("a verdict", serve("verify", map[string]string{"what": "2"}), true)
		has("a timeline", serve("timeline", map[string]string{"speaker": "Brekke"}), true)
		serve("review", map[string]string{"number": "1", "reject": "yes"})
		has("an answer after the other report was rejected", serve("ask", map[string]string{"question": "what did Brekke say about a single tonne?"}), false)
	})
}
