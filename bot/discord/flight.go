package discord

import (
	"sync"
	"time"
)

// flight counts the answers that are being made. The zero flight takes
// passengers until it lands.
type flight struct {
	mu      sync.Mutex
	aboard  int
	landing bool
	empty   chan struct{}
}

// board reports whether a new answer may begin; then it must leave.
func (f *flight) board() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.landing {
		return false
	}
	f.aboard++
	return true
}

func (f *flight) leave() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.aboard--
	if f.landing && f.aboard == 0 {
		close(f.empty)
	}
}

// land lets nobody in any more and reports whether all left in time.
func (f *flight) land(d time.Duration) bool {
	f.mu.Lock()
	f.landing = true
	f.empty = make(chan struct{})
	if f.aboard == 0 {
		close(f.empty)
	}
	f.mu.Unlock()
	limit := time.NewTimer(d)
	defer limit.Stop()
	select {
	case <-f.empty:
		return true
	case <-limit.C:
		return false
	}
}

// seenMost is how many interactions are remembered: far more than a resumed
// session replays.
const seenMost = 4096

// seen remembers interactions, so that one that comes again over a second
// session is not carried out twice. The zero seen has seen nothing.
type seen struct {
	mu   sync.Mutex
	ids  map[string]bool
	ring []string
	next int
}

// first reports whether id was not seen before.
func (s *seen) first(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ids[id] {
		return false
	}
	if s.ids == nil {
		s.ids, s.ring = make(map[string]bool), make([]string, seenMost)
	}
	delete(s.ids, s.ring[s.next])
	s.ring[s.next], s.ids[id] = id, true
	s.next = (s.next + 1) % seenMost
	return true
}

// slots are rate-limit buckets for interactions. discordgo sends one request
// of a bucket at a time and never frees one: a bucket a token would be a leak,
// one for all would be a queue. So every answer in flight borrows one.
type slots struct {
	mu   sync.Mutex
	free []int
	most int
}

func (s *slots) borrow() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.free); n > 0 {
		slot := s.free[n-1]
		s.free = s.free[:n-1]
		return slot
	}
	s.most++
	return s.most
}

func (s *slots) giveBack(slot int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.free = append(s.free, slot)
}
