package embed_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"onrecord/handlers/embed"
	"onrecord/handlers/embed/embedtest"
	"onrecord/statements"
	"onrecord/statements/vectors"
)

func client(s *embedtest.Server, with ...func(*embed.Config)) *embed.Client {
	c := embed.Config{URL: s.URL, Model: "small", Key: embedtest.Key, Timeout: 300 * time.Millisecond}
	for _, f := range with {
		f(&c)
	}
	return embed.New(c)
}

func cosine(t *testing.T, a, b []float32) float64 {
	t.Helper()
	v, err := vectors.New(a)
	if err != nil {
		t.Fatal(err)
	}
	w, err := vectors.New(b)
	if err != nil {
		t.Fatal(err)
	}
	c, err := v.Cosine(vectors.Pack(w))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Each text gets its own vector, in whatever order they come.
func TestEmbed(t *testing.T) {
	s := embedtest.New(t)
	texts := []string{"We lay down our arms", "Forty boats are in the harbour", strings.Repeat("quota ", 10_000), "caf\xff\xe9"}
	for _, mode := range []embedtest.Mode{embedtest.Well, embedtest.Swapped} {
		s.Answer(mode)
		got, err := client(s).Embed(t.Context(), texts)
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range texts {
			if c := cosine(t, got[i], embedtest.Vector(text, embedtest.Size)); c < 0.99 && i != 3 {
				t.Errorf("mode %d, text %d: a cosine of %v with its own vector", mode, i, c)
			}
		}
		if c := cosine(t, got[0], embedtest.Vector("a truce", embedtest.Size)); c < 0.7 {
			t.Errorf("the same in other words has a cosine of %v", c)
		}
	}
	for text := range s.Texts() {
		if len(text) > 1000 {
			t.Errorf("a text of %d bytes went out", len(text))
		}
	}
	for _, n := range []int{0, embed.MostTexts + 1} {
		if _, err := client(s).Embed(t.Context(), make([]string, n)); err == nil {
			t.Errorf("%d texts are embedded", n)
		}
	}
}

// Whatever is wrong with an endpoint, there is an error of a line, without its
// address and its key, and soon.
func TestLies(t *testing.T) {
	for mode, name := range map[embedtest.Mode]string{
		embedtest.Down: "down", embedtest.Forbidden: "forbidden", embedtest.Few: "few", embedtest.Misplaced: "misplaced",
		embedtest.Unlike: "unlike", embedtest.NaN: "NaN", embedtest.Endless: "endless", embedtest.Zero: "zero", embedtest.Constant: "constant",
		embedtest.OtherModel: "another model", embedtest.Huge: "huge", embedtest.Elsewhere: "elsewhere", embedtest.Prose: "prose", embedtest.Refusing: "refusing", embedtest.Slow: "slow",
	} {
		t.Run(name, func(t *testing.T) {
			s := embedtest.New(t)
			c := client(s)
			c.Expect(embedtest.Size)
			s.Answer(mode)
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			if mode == embedtest.Slow {
				ctx, cancel = context.WithTimeout(t.Context(), 200*time.Millisecond)
			}
			defer cancel()
			got, err := c.Embed(ctx, []string{"no quota", embedtest.Refuse})
			if err == nil || got != nil {
				t.Fatalf("no error, and %d vectors", len(got))
			}
			if s := err.Error(); strings.Contains(s, "127.0.0.1") || strings.Contains(s, "secret") || strings.Contains(s, "\n") || len(s) > 200 {
				t.Errorf("the error tells %q", s)
			}
			if errors.Is(err, statements.ErrRefused) != (mode == embedtest.Refusing) {
				t.Errorf("is it a text's fault? %v", err)
			}
			if failed := c.State().Problem != ""; failed == (mode == embedtest.Refusing) {
				t.Errorf("the state is %+v", c.State())
			}
			if s.Strayed() > 0 {
				t.Error("what is said goes elsewhere")
			}
			s.Answer(embedtest.Well)
			if _, err := c.Embed(t.Context(), []string{"no quota", "a truce"}); err != nil || c.State().Problem != "" {
				t.Errorf("and when all is well again: %v, %+v", err, c.State())
			}
		})
	}
}

func TestNobodyThere(t *testing.T) {
	c := embed.New(embed.Config{URL: "http://127.0.0.1:1/v1", Model: "small", Key: embedtest.Key, Timeout: time.Second})
	_, err := c.Topic(t.Context(), "truce")
	if err == nil || strings.Contains(err.Error(), "127.0.0.1") || strings.Contains(c.State().Problem, "127.0.0.1") {
		t.Errorf("%v, %+v", err, c.State())
	}
}

func TestDimensions(t *testing.T) {
	s := embedtest.New(t)
	c := client(s, func(c *embed.Config) { c.Dimensions = 24 })
	if n, err := c.Probe(t.Context()); n != 24 || err != nil {
		t.Errorf("asked for 24 numbers, got %d, %v", n, err)
	}
	s.Answer(embedtest.OtherModel)
	if n, err := c.Probe(t.Context()); err == nil {
		t.Errorf("asked for 24 numbers, took %d", n)
	}
}

// A question is asked once, and does not wait where another has just waited in
// vain.
func TestTopic(t *testing.T) {
	s := embedtest.New(t)
	at := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	c := client(s, func(c *embed.Config) { c.Now = func() time.Time { return at } })
	for range 3 {
		got, err := c.Topic(t.Context(), "truce")
		if err != nil || math.Abs(cosine(t, got, embedtest.Vector("ceasefire", embedtest.Size))-1) > 0.01 {
			t.Fatalf("%v", err)
		}
	}
	if n := s.Asked(); n != 1 {
		t.Errorf("one topic is asked %d times", n)
	}
	s.Answer(embedtest.Slow)
	begun := time.Now()
	if _, err := c.Topic(t.Context(), "herring"); err == nil || time.Since(begun) > 5*time.Second {
		t.Errorf("a slow endpoint: %v after %v", err, time.Since(begun))
	}
	s.Answer(embedtest.Well)
	if _, err := c.Topic(t.Context(), "cod"); !errors.Is(err, embed.ErrRests) || s.Asked() != 2 {
		t.Errorf("it is asked again at once: %v", err)
	}
	if _, err := c.Topic(t.Context(), "truce"); err != nil {
		t.Errorf("what is known is not: %v", err)
	}
	at = at.Add(31 * time.Second)
	if _, err := c.Topic(t.Context(), "cod"); err != nil {
		t.Errorf("it is never asked again: %v", err)
	}
	for i := range 600 {
		if _, err := c.Topic(t.Context(), fmt.Sprint("topic ", i)); err != nil {
			t.Fatal(err)
		}
	}
	c.Expect(2 * embedtest.Size)
	if _, err := c.Topic(t.Context(), "topic 599"); err == nil {
		t.Error("a vector of the old model answers for the new one")
	}
}

// A cancelled question says nothing about the endpoint.
func TestCancelled(t *testing.T) {
	s := embedtest.New(t)
	s.Answer(embedtest.Slow)
	c := client(s)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Topic(ctx, "truce"); err == nil || c.State() != (embed.State{}) {
		t.Errorf("%v, %+v", err, c.State())
	}
}
