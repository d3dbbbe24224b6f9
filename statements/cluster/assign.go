package cluster

import (
	"cmp"
	"slices"
)

// Known is a statement that the archive has, with its cluster.
type Known struct {
	Signature
	Cluster int64
}

// Choice is where a new statement belongs.
type Choice struct {
	// Cluster is that of a known statement; 0 is a new one.
	Cluster int64
	// First is the statement of the same article that opens the new cluster:
	// this one, or an earlier one. It means nothing if Cluster is set.
	First int
	Why   Reason // "" for the statement that opens a cluster
}

// Assign finds the clusters of an article's statements among known ones. Known
// clusters stay as they are. The order of either list changes nothing but which
// of equals is first.
func Assign(fresh []Signature, known []Known) []Choice {
	var out []Choice
	for part := range slices.Chunk(fresh, mostFresh) {
		a := newAssignment(part, known)
		a.oneOccasion()
		a.join()
		a.inOrder()
		for _, c := range a.choices() {
			c.First += len(out) / mostFresh * mostFresh
			out = append(out, c)
		}
	}
	return out
}

// mostFresh is how many statements of an article are held against one another:
// the work grows with the square. The parts of a longer transcript are each
// assigned by themselves.
const mostFresh = 100

// assignment is the work of Assign. Its nodes are the new statements, and after
// them the known ones.
type assignment struct {
	fresh []Signature
	known []Known
	// score of new statement i and node j, and why.
	score [][]float64
	day   [][]day
	why   [][]Reason

	group [][]int // nodes; the group of a known cluster has its members from the start
	of    []int   // the group of each node
	fixed []bool  // the group is a known cluster
	via   []Reason
}

func newAssignment(fresh []Signature, known []Known) *assignment {
	n := len(fresh)
	a := &assignment{fresh: fresh, known: known, via: make([]Reason, n), of: make([]int, n+len(known))}
	for i := range fresh {
		score, days, why := make([]float64, n+len(known)), make([]day, n+len(known)), make([]Reason, n+len(known))
		for j := range score {
			if j != i {
				v := compare(&fresh[i], a.node(j))
				score[j], days[j], why[j] = v.score, v.day, v.why
			}
		}
		a.score, a.day, a.why = append(a.score, score), append(a.day, days), append(a.why, why)
		a.of[i] = i
		a.group, a.fixed = append(a.group, []int{i}), append(a.fixed, false)
	}
	at := map[int64]int{}
	for j, k := range known {
		g, ok := at[k.Cluster]
		if !ok {
			g = len(a.group)
			at[k.Cluster] = g
			a.group, a.fixed = append(a.group, nil), append(a.fixed, true)
		}
		a.group[g], a.of[n+j] = append(a.group[g], n+j), g
	}
	return a
}

func (a *assignment) node(j int) *Signature {
	if j < len(a.fresh) {
		return &a.fresh[j]
	}
	return &a.known[j-len(a.fresh)].Signature
}

// join joins the two groups that are nearest to one another, and again, until
// none are near enough: first what is told in the body, then what announces it.
// Known clusters are not joined with each other.
func (a *assignment) join() {
	for _, top := range [...]bool{false, true} {
		for a.joinNearest(top) {
		}
	}
}

func (a *assignment) joinNearest(top bool) bool {
	best, g, h := 0.0, -1, -1
	for x := range a.fresh { // the groups of new statements come first
		for y := x + 1; y < len(a.group); y++ {
			if len(a.group[x]) == 0 || len(a.group[y]) == 0 || !top && (a.onlyTop(a.group[x]) || !a.fixed[y] && a.onlyTop(a.group[y])) {
				continue
			}
			if l := a.link(a.group[x], a.group[y]); l >= joins && l > best {
				best, g, h = l, x, y
			}
		}
	}
	if g >= 0 {
		a.merge(g, h)
	}
	return g >= 0
}

// merge puts group g, which is of new statements, into group h or the other way
// round: a known cluster stays where it is.
func (a *assignment) merge(g, h int) {
	if !a.fixed[h] {
		g, h = max(g, h), min(g, h)
	}
	for _, i := range a.group[g] {
		if a.via[i] == "" {
			a.via[i] = a.whyIn(i, a.group[h])
		}
		a.of[i] = h
	}
	for _, i := range a.group[h] {
		if i < len(a.fresh) && a.via[i] == "" {
			a.via[i] = a.whyIn(i, a.group[g])
		}
	}
	a.group[h] = append(a.group[h], a.group[g]...)
	a.group[g] = nil
}

// whyIn is the reason of the nearest in a group.
func (a *assignment) whyIn(i int, group []int) Reason {
	j := slices.MaxFunc(group, func(x, y int) int { return cmp.Compare(a.score[i][x], a.score[i][y]) })
	return a.why[i][j]
}

const (
	// nearest is how much the nearest two of two groups count against all of
	// them: a quote that only shares words with the longest of five reports is
	// none of them.
	nearest = 0.4
	// nearestTop is the same for a group that only stands at the top: a headline
	// has the words of one report, and not of all.
	nearestTop = 0.7
	// littleLike is how near what announces one report must be to the others.
	littleLike = 0.2
	// strange is up to which score two statements of the body of one article are
	// two points: a longer report that has both is in one cluster with one of
	// them.
	strange = 0.45
)

// announces reports whether a node is a headline, a deck or a lead: not what
// is quoted there, which is for its own sake.
func (a *assignment) announces(j int) bool {
	s := a.node(j)
	return s.Top && !s.Direct
}

// link is how near two groups are. The first has only new statements. Those of
// the top do not count where the group has others.
func (a *assignment) link(g, h []int) float64 {
	best, sum, n := 0.0, 0.0, 0
	topG, topH := a.onlyTop(g), a.onlyTop(h)
	for _, i := range g {
		for _, j := range h {
			score := a.score[i][j]
			best = max(best, score)
			if a.announces(i) && !topG || a.announces(j) && !topH {
				continue
			}
			if j < len(a.fresh) && score < strange && !a.announces(i) && !a.announces(j) {
				return 0
			}
			sum += score
			n++
		}
	}
	if !topG && !topH {
		return nearest*best + (1-nearest)*sum/float64(n)
	}
	if n > 1 && (sum-best)/float64(n-1) < littleLike {
		return 0 // what it announces is the other half of what one of them says
	}
	return nearestTop*best + (1-nearestTop)*sum/float64(n)
}

func (a *assignment) onlyTop(group []int) bool {
	return !slices.ContainsFunc(group, func(j int) bool { return !a.announces(j) })
}

// inOrder joins quotes that are too short to tell by their words: those that
// stand beside quotes of the other article's that are the same, have a word in
// common, and are as alone.
func (a *assignment) inOrder() {
	for i := range a.fresh {
		if len(a.group[a.of[i]]) > 1 {
			continue
		}
		for j := range a.known {
			if a.beside(i, j) {
				at := a.of[len(a.fresh)+j]
				a.group[at], a.group[a.of[i]] = append(a.group[at], i), nil
				a.of[i], a.via[i] = at, SameOrder
				break
			}
		}
	}
}

// beside reports whether new statement i and known statement j are short quotes
// with a word in common that follow, or are followed by, one utterance.
func (a *assignment) beside(i, j int) bool {
	at := len(a.fresh) + j
	s, k := &a.fresh[i], &a.known[j]
	if !s.Direct || !k.Direct || s.Speaker == "" || s.Speaker != k.Speaker || a.why[i][at] != TooShort || a.day[i][at] != sameDay {
		return false
	}
	if measure(s, &k.Signature, whole, whole).shared < usual/2 {
		return false
	}
	for _, step := range [...]int{-1, 1} {
		x := slices.IndexFunc(a.fresh, func(o Signature) bool { return o.Place == s.Place+step })
		y := slices.IndexFunc(a.known, func(o Known) bool { return o.Article == k.Article && o.Place == k.Place+step })
		if x >= 0 && y >= 0 && a.of[x] == a.of[len(a.fresh)+y] && a.score[x][len(a.fresh)+y] >= joins {
			return true
		}
	}
	return false
}

func (a *assignment) choices() []Choice {
	out := make([]Choice, len(a.fresh))
	for i := range out {
		g := a.of[i]
		out[i] = Choice{First: i, Why: a.via[i]}
		if a.fixed[g] {
			out[i].Cluster = a.known[a.group[g][0]-len(a.fresh)].Cluster
			continue
		}
		if out[i].First = slices.Min(a.group[g]); out[i].First == i {
			out[i].Why = ""
		}
	}
	return out
}
