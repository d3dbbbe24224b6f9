package text

import (
	"strings"
	"sync"

	"github.com/kljensen/snowball"
)

// stemmed remembers stems: a page has the same few thousand words as the page
// before, and a question reads two hundred passages. It is safe for concurrent
// use, and forgets everything when it is full.
type stemmed struct {
	mu    sync.RWMutex
	known map[string]map[string]string // by stemmer and word
	n     int
}

// mostStemmed is how many words are remembered: some 5 MB.
const mostStemmed = 60_000

var remembered stemmed

// stem gives the stem of a word by a stemmer of snowball.
func (s *stemmed) stem(word, stemmer string) (string, error) {
	s.mu.RLock()
	stem, ok := s.known[stemmer][word]
	s.mu.RUnlock()
	if ok {
		return stem, nil
	}
	stem, err := snowball.Stem(word, stemmer, false)
	if err != nil || len(word) > longestRemembered {
		return stem, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.n >= mostStemmed || s.known == nil {
		s.known, s.n = map[string]map[string]string{}, 0
	}
	if s.known[stemmer] == nil {
		s.known[stemmer] = map[string]string{}
	}
	s.known[stemmer][strings.Clone(word)] = strings.Clone(stem) // not the text that they were cut from
	s.n++
	return stem, nil
}

// longestRemembered keeps what is no word out of memory.
const longestRemembered = 40
