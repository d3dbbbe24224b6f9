package vectors

import "slices"

// Mark is what a search may be limited by, of one vector.
type Mark struct {
	Seq     int64  // the number of the vector; greater ones were stored later
	Speaker uint32 // by number; 0 is unknown
	Day     int32  // as 20261120
	Kind    uint8
}

// Shelf holds signatures, in boards: one that grows is not copied. Its zero value
// is empty. It is not safe for concurrent use while Put runs. A million take 88 MB.
type Shelf struct {
	boards []*board
	n      int
	since  int32 // what lies before this day was put away
}

// onBoard is how many signatures one has.
const onBoard = 4096

type board struct {
	signatures [onBoard]Signature
	marks      [onBoard]Mark
}

// Len is how many it holds.
func (s *Shelf) Len() int { return s.n }

// Put adds a signature. Of more than most those of the oldest days go.
func (s *Shelf) Put(m Mark, sig Signature, most int) {
	if m.Day < s.since {
		return
	}
	if s.n == len(s.boards)*onBoard {
		s.boards = append(s.boards, new(board))
	}
	s.set(s.n, m, sig)
	if s.n++; s.n > most {
		s.putAway(most - most/16)
	}
}

func (s *Shelf) set(i int, m Mark, sig Signature) {
	b := s.boards[i/onBoard]
	b.marks[i%onBoard], b.signatures[i%onBoard] = m, sig
}

func (s *Shelf) mark(i int) Mark { return s.boards[i/onBoard].marks[i%onBoard] }

// putAway keeps so many of the newest days; of the oldest of these days those
// that came first.
func (s *Shelf) putAway(left int) {
	days := make([]int32, s.n)
	for i := range days {
		days[i] = s.mark(i).Day
	}
	slices.Sort(days)
	s.since = days[len(days)-left]
	room := 0 // for those of that day
	for i := len(days) - left; i < len(days) && days[i] == s.since; i++ {
		room++
	}
	n := 0
	for i := range s.n {
		m := s.mark(i)
		if m.Day == s.since {
			room--
		}
		if m.Day > s.since || m.Day == s.since && room >= 0 {
			s.set(n, m, s.boards[i/onBoard].signatures[i%onBoard])
			n++
		}
	}
	s.n = n
	s.boards = slices.Delete(s.boards, (n+onBoard-1)/onBoard, len(s.boards))
}

// Near gives the numbers of the n vectors, or a few more, whose signatures are
// nearest among those that pass, the nearest first, and how many pass.
func (s *Shelf) Near(sig Signature, n int, pass func(Mark) bool) (nearest []int64, passed int) {
	var at [bits + 1][]int64 // by distance
	have, worst := 0, bits
	for k, b := range s.boards {
		for i := range min(onBoard, s.n-k*onBoard) {
			if pass != nil && !pass(b.marks[i]) {
				continue
			}
			passed++
			d := b.signatures[i].Distance(&sig)
			if d > worst {
				continue
			}
			at[d] = append(at[d], b.marks[i].Seq)
			have++
			for worst > 0 && have-len(at[worst]) >= n {
				have -= len(at[worst])
				at[worst] = nil
				worst--
			}
		}
	}
	for _, seqs := range at[:worst+1] {
		nearest = append(nearest, seqs...)
	}
	return nearest[:min(len(nearest), 2*n)], passed
}

// Sample gives the numbers of n vectors at most, at even distances on the shelf.
func (s *Shelf) Sample(n int) []int64 {
	n = min(n, s.n)
	out := make([]int64, n)
	for i := range n {
		out[i] = s.mark(i * s.n / n).Seq
	}
	return out
}
