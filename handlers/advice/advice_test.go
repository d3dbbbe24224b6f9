package advice

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var talks = []Shown{
	{1, "Mira Solheim", "2026-11-20", "We will not sign a quota that our fishermen cannot live with"},
	{2, "Ilya Vantreight", "2026-11-04", "A ceiling that moves is not a ceiling"},
	{3, "Tomas Brandvold", "2026-10-06", "The harbour has room for forty boats"},
}

// model is a server that says what it is told to, whatever it is asked.
func model(t *testing.T, status int, content string, wait time.Duration) *Client {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer key" {
			t.Errorf("%s with %q", r.URL.Path, r.Header.Get("Authorization"))
		}
		io.Copy(io.Discard, r.Body)
		select {
		case <-time.After(wait):
		case <-r.Context().Done():
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": content}}}})
	}))
	t.Cleanup(s.Close)
	return New(Config{URL: s.URL + "/v1", Name: "parrot", Key: "key", Timeout: 300 * time.Millisecond})
}

func TestAdvise(t *testing.T) {
	said := func(text string, cites ...int) string {
		b, _ := json.Marshal(map[string]any{"order": []int{2, 1, 3}, "sentences": []Sentence{{text, cites}}})
		return string(b)
	}
	for _, tc := range []struct {
		name, content string
		order         []int
		sentences     []string
	}{
		{"what stands in the statement", said("Solheim said the fishermen cannot live with the quota.", 1), []int{2, 1, 3}, []string{"Solheim said the fishermen cannot live with the quota."}},
		{"no statement named", said("Solheim said the fishermen cannot live with the quota."), []int{2, 1, 3}, nil},
		{"a statement that is not there", said("Solheim said the fishermen cannot live with the quota.", 9), []int{2, 1, 3}, nil},
		{"the other way round", said("Solheim will sign a quota that fishermen live with.", 1), []int{2, 1, 3}, nil},
		{"a denial of its own", said("The harbour has no room for forty boats.", 3), []int{2, 1, 3}, nil},
		{"a name of its own", said("Solheim said the fishermen of Ostervik cannot live with the quota.", 1), []int{2, 1, 3}, nil},
		{"a number of its own", said("The harbour has room for 60 boats.", 3), []int{2, 1, 3}, nil},
		{"words of its own", said("Solheim angrily stormed out, threatening war over not getting fish.", 1), []int{2, 1, 3}, nil},
		{"a quotation", said("Solheim said “we will not sign a quota”.", 1), []int{2, 1, 3}, nil},
		{"a link", said("We will not sign a quota https://x.example", 1), []int{2, 1, 3}, nil},
		{"a mention", said("@everyone will not sign a quota", 1), []int{2, 1, 3}, nil},
		{"another's words", said("Vantreight said the fishermen cannot live with the quota.", 1), []int{2, 1, 3}, nil},
		{"another's words who is asked about", `{"sentences": [{"text": "Quota talks: Vantreight said the fishermen cannot live with it.", "cites": [1]}]}`, []int{1, 2, 3}, nil},
		{"an order that leaves out, repeats and invents", `{"order": [3, 3, 7, -1], "sentences": null}`, []int{3, 1, 2}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := model(t, 200, tc.content, 0).Advise(t.Context(), "who spoke about the quota?", talks)
			if err != nil {
				t.Fatal(err)
			}
			var texts []string
			for _, s := range got.Sentences {
				texts = append(texts, s.Text)
			}
			if d := cmp.Diff(tc.order, got.Order); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(tc.sentences, texts); d != "" {
				t.Error(d)
			}
		})
	}
}

// A model that is down, slow, too loud or no model gives an error of a line,
// without its address and its key.
func TestBroken(t *testing.T) {
	for name, c := range map[string]*Client{
		"down":      New(Config{URL: "http://127.0.0.1:1/v1", Name: "parrot", Key: "key", Timeout: 300 * time.Millisecond}),
		"slow":      model(t, 200, `{"order":[1]}`, 5*time.Second),
		"refusing":  model(t, 401, "no key", 0),
		"breaking":  model(t, 500, "oh", 0),
		"prose":     model(t, 200, "Certainly! Here is the order: 1, 2, 3.", 0),
		"without":   model(t, 200, "", 0),
		"too long":  model(t, 200, `{"order": [1], "x": "`+strings.Repeat("a", 2*mostAnswer)+`"}`, 0),
		"of a list": model(t, 200, `[1, 2, 3]`, 0),
	} {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			got, err := c.Advise(t.Context(), "quota", talks)
			if err == nil || len(got.Order)+len(got.Sentences) > 0 {
				t.Fatalf("no error, and %+v", got)
			}
			if s := err.Error(); strings.Contains(s, "127.0.0.1") || strings.Contains(s, "key") || strings.Contains(s, "\n") {
				t.Errorf("the error tells %q", s)
			}
			if time.Since(begun) > 4*time.Second {
				t.Error("it was waited for")
			}
		})
	}
}

func TestRephrase(t *testing.T) {
	got, err := model(t, 200, `{"words": ["ceasefire", "Halt Fire", "truce", "a b c d", "truces", "@everyone"]}`, 0).Rephrase(t.Context(), "truce")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"ceasefire", "halt fire", "@everyone"}, got); d != "" {
		t.Error(d)
	}
}

// Whatever a model says, nothing is shown that does not rest on a statement.
func FuzzSupported(f *testing.F) {
	f.Add("Solheim said the fishermen cannot live with the quota.", 1)
	f.Add("“quote”", 2)
	f.Add("\xff", 0)
	f.Fuzz(func(t *testing.T, words string, cites int) {
		for _, s := range supported([]Sentence{{words, []int{cites}}}, "quota", talks) {
			if len(s.Cites) != 1 || s.Cites[0] < 1 || s.Cites[0] > len(talks) || strings.ContainsAny(s.Text, "“”\"@<>") {
				t.Errorf("%+v is shown", s)
			}
		}
		order := ordered([]int{cites, 2, cites}, 3)
		if len(order) != 3 || order[0]+order[1]+order[2] != 6 {
			t.Errorf("an order of %v", fmt.Sprint(order))
		}
	})
}
