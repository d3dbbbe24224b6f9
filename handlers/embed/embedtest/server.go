// Package embedtest serves an embeddings endpoint for tests. Texts come in;
// vectors go out that are near where the texts have words of one meaning, by a
// small list of our own, or whatever else a Mode says.
package embedtest

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
)

// Mode is how a Server answers.
type Mode int

// The good one and the others.
const (
	Well       Mode = iota
	Swapped         // the vectors in another order than the texts, by their numbers
	Slow            // not before the asker has gone
	Down            // 503
	Forbidden       // 401, and tells the key
	Few             // a vector is missing
	Misplaced       // two have one number
	Unlike          // of several sizes
	NaN             // a number is none
	Endless         // a number is out of all bounds
	Zero            // all numbers are 0
	Constant        // the same for every text
	OtherModel      // twice as long as they were
	Huge            // ten megabytes
	Elsewhere       // 307, to another host
	Prose           // no JSON
	Refusing        // 400 for texts with the word Refuse
)

// Refuse is a word that a Refusing server does not take.
const Refuse = "unspeakable"

// Key is the key that a Server wants.
const Key = "sk-embedtest-secret"

// Size is how many numbers a vector has.
const Size = 64

// Server is an endpoint. Its methods may be called at any time.
type Server struct {
	URL string // of the API, with /v1

	mu      sync.Mutex
	mode    Mode
	asked   int
	strayed int
	texts   map[string]int
}

// New starts a Server that answers well and is closed when the test ends.
func New(t testing.TB) *Server {
	s := &Server{texts: map[string]int{}}
	h := httptest.NewServer(s)
	t.Cleanup(h.CloseClientConnections)
	t.Cleanup(h.Close)
	s.URL = h.URL + "/v1"
	return s
}

// Answer sets how it answers from now on.
func (s *Server) Answer(m Mode) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mode = m
}

// Asked is how many requests came.
func (s *Server) Asked() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked
}

// Strayed is how many requests followed it elsewhere.
func (s *Server) Strayed() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.strayed
}

// Texts gives how often a vector went out for each text.
func (s *Server) Texts() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := map[string]int{}
	for k, n := range s.texts {
		out[k] = n
	}
	return out
}

type vector struct {
	Index     int       `json:"index"`
	Embedding []float32 `json:"embedding"`
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var ask struct {
		Input      []string `json:"input"`
		Model      string   `json:"model"`
		Dimensions int      `json:"dimensions"`
	}
	if r.URL.Path == "/elsewhere" {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.strayed++
		return
	}
	if err := json.NewDecoder(io.LimitReader(r.Body, 1<<20)).Decode(&ask); err != nil || r.URL.Path != "/v1/embeddings" || ask.Model == "" || len(ask.Input) == 0 {
		http.Error(w, "what?", http.StatusNotFound)
		return
	}
	s.mu.Lock()
	s.asked++
	mode := s.mode
	s.mu.Unlock()
	if r.Header.Get("Authorization") != "Bearer "+Key || mode == Forbidden {
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprintf(w, `{"error": {"message": "no such key: %s", "type": "auth"}}`, r.Header.Get("Authorization"))
		return
	}
	size := Size
	if ask.Dimensions > 0 {
		size = ask.Dimensions
	}
	switch mode {
	case Slow:
		select {
		case <-r.Context().Done():
		case <-time.After(time.Minute):
		}
		return
	case Down:
		http.Error(w, "down", http.StatusServiceUnavailable)
		return
	case Elsewhere:
		http.Redirect(w, r, "http://localhost:"+r.Host[strings.LastIndex(r.Host, ":")+1:]+"/elsewhere", http.StatusTemporaryRedirect)
		return
	case Prose:
		io.WriteString(w, "Certainly! Here are your vectors.")
		return
	case Refusing:
		if strings.Contains(strings.Join(ask.Input, " "), Refuse) {
			http.Error(w, "too long", http.StatusBadRequest)
			return
		}
	case Huge:
		io.WriteString(w, `{"data": [{"index": 0, "embedding": [`+strings.Repeat("0.25, ", 10<<20/6)+`1]}]}`)
		return
	case NaN, Endless:
		number := map[Mode]string{NaN: "NaN", Endless: "1e400"}[mode]
		io.WriteString(w, `{"data": [{"index": 0, "embedding": [0.5, `+number+strings.Repeat(", 0.5", Size-2)+`]}]}`)
		return
	case OtherModel:
		size *= 2
	}
	json.NewEncoder(w).Encode(map[string]any{"object": "list", "model": ask.Model, "data": s.vectors(ask.Input, size, mode)}) //nolint:errcheck // who has gone does not listen
}

func (s *Server) vectors(texts []string, size int, mode Mode) []vector {
	var out []vector
	for i, text := range texts {
		out = append(out, vector{i, Vector(text, size)})
	}
	switch mode {
	case Swapped:
		for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
			out[i], out[j] = out[j], out[i]
		}
	case Few:
		return out[1:]
	case Misplaced:
		out[len(out)-1].Index = 0
		if len(out) == 1 {
			out[0].Index = 1
		}
	case Unlike:
		out[len(out)-1].Embedding = Vector("x", size+1)
	case Zero:
		out[0].Embedding = make([]float32, size)
	case Constant:
		for i := range out {
			out[i].Embedding = Vector("always", size)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, text := range texts {
		s.texts[text]++
	}
	return out
}

// alike are words of one meaning.
var alike = map[string]string{
	"truce": "ceasefire", "arms": "ceasefire", "weapons": "ceasefire", "guns": "ceasefire", "silent": "ceasefire",
	"vessels": "boats", "ships": "boats", "quay": "harbour", "port": "harbour",
	"the": "", "a": "", "an": "", "of": "", "to": "", "we": "", "will": "", "our": "", "is": "", "it": "", "and": "", "in": "", "for": "", "down": "", "lay": "",
}

// Vector is what a Server that answers well gives for a text: the sum of the
// directions of its words' meanings.
func Vector(text string, size int) []float32 {
	out := make([]float32, size)
	out[0] = 0.01 // a text without words is a direction too
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if meaning, is := alike[word]; is {
			word = meaning
		}
		if word == "" {
			continue
		}
		h := fnv.New64a()
		io.WriteString(h, word)
		r := rand.New(rand.NewPCG(h.Sum64(), 1))
		for i := range out {
			out[i] += float32(r.NormFloat64())
		}
	}
	return out
}
