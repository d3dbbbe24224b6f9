package vectors

import "slices"

// Mark is what a search may be limited by, of one vector.
type Mark struct {
	Seq     int64  // the number of the vector; greater ones were stored later
	Speaker uint32 // by number; 0 is unknown
	Day     int32  // as 20261120
	Kind    uint8
}

// Shelf holds signatures. Its zero value is empty. It is not safe for concurrent
// use while Put runs. One of a million takes 84 MB.
type Shelf struct {
	signatures []Signature
	marks      []Mark
	since      int32 // what lies before this day was put away
}

// Len is how many it holds.
func (s *Shelf) Len() int { return len(s.marks) }

// Put adds a signature. Of more than most those of the oldest days go.
func (s *Shelf) Put(m Mark, sig Signature, most int) {
	if m.Day < s.since {
		return
	}
	s.signatures, s.marks = append(s.signatures, sig), append(s.marks, m)
	if len(s.marks) > most {
		s.putAway(most - most/16)
	}
}

// putAway keeps those of the newest days, some left at most; but for a day that
// has more alone, of which the first come first.
func (s *Shelf) putAway(left int) {
	days := make([]int32, len(s.marks))
	for i, m := range s.marks {
		days[i] = m.Day
	}
	slices.Sort(days)
	s.since = days[len(days)-left]
	n := 0
	for i, m := range s.marks {
		if m.Day >= s.since && n < left {
			s.signatures[n], s.marks[n] = s.signatures[i], m
			n++
		}
	}
	s.signatures, s.marks = s.signatures[:n], s.marks[:n]
}

// Near gives the numbers of the n vectors, or a few more, whose signatures are
// nearest among those that pass, the nearest first, and how many pass.
func (s *Shelf) Near(sig Signature, n int, pass func(Mark) bool) (nearest []int64, passed int) {
	var at [bits + 1][]int64 // by distance
	have, worst := 0, bits
	for i := range s.signatures {
		if pass != nil && !pass(s.marks[i]) {
			continue
		}
		passed++
		d := s.signatures[i].Distance(&sig)
		if d > worst {
			continue
		}
		at[d] = append(at[d], s.marks[i].Seq)
		have++
		for worst > 0 && have-len(at[worst]) >= n {
			have -= len(at[worst])
			at[worst] = nil
			worst--
		}
	}
	for _, seqs := range at[:worst+1] {
		nearest = append(nearest, seqs...)
	}
	return nearest[:min(len(nearest), 2*n)], passed
}

// Sample gives the numbers of n vectors at most, at even distances on the shelf.
func (s *Shelf) Sample(n int) []int64 {
	n = min(n, len(s.marks))
	out := make([]int64, n)
	for i := range n {
		out[i] = s.marks[i*len(s.marks)/n].Seq
	}
	return out
}
