package tag

import (
	"iter"
	"math/bits"
)

// Lookup finds a number by the hash of a word. It is a map that does nothing
// else: one multiplication and, nearly always, one look into memory.
type Lookup struct {
	slots []slot
	shift int
}

type slot struct {
	key   uint32
	value uint16
	taken bool
}

// NewLookup makes a Lookup of m.
func NewLookup[V ~uint8 | ~uint16](m map[uint32]V) *Lookup {
	size := bits.Len(uint(2*len(m) + 1))
	l := &Lookup{make([]slot, 1<<size), 32 - size}
	for key, v := range m {
		at := l.first(key)
		for l.slots[at].taken {
			at = (at + 1) & (len(l.slots) - 1)
		}
		l.slots[at] = slot{key, uint16(v), true}
	}
	return l
}

// first gives where the search for key begins.
func (l *Lookup) first(key uint32) int { return int(key * 0x9E3779B1 >> l.shift) }

// Find gives the number of key. A nil Lookup has none.
func (l *Lookup) Find(key uint32) (value uint16, ok bool) {
	if l == nil {
		return 0, false
	}
	for at := l.first(key); l.slots[at].taken; at = (at + 1) & (len(l.slots) - 1) {
		if l.slots[at].key == key {
			return l.slots[at].value, true
		}
	}
	return 0, false
}

// All gives every key with its number, in no order.
func (l *Lookup) All() iter.Seq2[uint32, uint16] {
	return func(yield func(uint32, uint16) bool) {
		if l == nil {
			return
		}
		for _, s := range l.slots {
			if s.taken && !yield(s.key, s.value) {
				return
			}
		}
	}
}
