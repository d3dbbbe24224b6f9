package ask

import "sync"

// mostRoles is how many roles are kept with their words: a question compares one
// description with the roles of hundreds of candidates, most of them again and again.
const mostRoles = 4096

// longestKept is how long a role may be that is kept, in bytes.
const longestKept = 200

// memo keeps what a pure function gave for a string. It forgets all when it is full.
// Several may use it at once.
type memo[T any] struct {
	mu    sync.Mutex
	known map[string]T
}

// of is what is known for s, or what find gives. It is the memo's, and not to be changed.
func (m *memo[T]) of(s string, find func(string) T) T {
	if len(s) > longestKept {
		return find(s)
	}
	m.mu.Lock()
	out, ok := m.known[s]
	m.mu.Unlock()
	if ok {
		return out
	}
	out = find(s)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= mostRoles {
		m.known = map[string]T{}
	}
	m.known[s] = out
	return out
}
