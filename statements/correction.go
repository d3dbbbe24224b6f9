package statements

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// Verdict is what a reviewer says of a statement as it was shown.
type Verdict string

// The verdicts. The first three exclude each other, and the newest is in force.
const (
	VerdictRight     Verdict = "right"
	VerdictSpeaker   Verdict = "wrong speaker"
	VerdictReject    Verdict = "rejected"  // it is no statement
	VerdictDuplicate Verdict = "duplicate" // it reports the utterance of another one
)

// Correction is what a reviewer of one server said of a statement. It changes
// what that server sees, and nothing anywhere else.
type Correction struct {
	ID        int64
	Server    string
	Place     string // where it was said
	Statement int64
	What      Verdict
	// Speaker is who said it, of VerdictSpeaker. A number below zero stands for
	// somebody whom the archive has no statement of: it holds in this server.
	Speaker Speaker
	// Written is a name: whatever is read as said under it is Speaker's. "" is
	// this statement alone.
	Written string
	Other   int64 // the statement that it is a duplicate of

	Was      Speaker // whom the statement was shown as said by; no name: unnamed
	By       string  // who, for people
	ByID     string  // who, unique on the surface
	At       time.Time
	Undone   time.Time
	UndoneBy string

	Role    string // of Speaker, on the day of the statement
	Heard   int64  // the row that Written is put down to when it is read; 0 is none
	Cluster int64  // of Statement, and Into that of Other, as the archive has them
	Into    int64
	Places  []string // whose messages show it otherwise from now on
	Read    Known    // how the speaker was known as it was read
	// After says that a message showed the statement before it was corrected.
	After bool
}

// View is the archive as the reviewers of one server see it. The zero View, and
// nil, is the archive as it was read.
type View struct {
	verdicts map[int64]Correction  // by statement
	written  map[string]Correction // by name
	cluster  map[int64]int64       // of those that are one, the smallest
	list     []Correction
}

// NewView makes a view of the corrections that are in force, the oldest first.
func NewView(list []Correction) *View {
	v := &View{verdicts: map[int64]Correction{}, written: map[string]Correction{}, cluster: map[int64]int64{}, list: list}
	for _, c := range list {
		switch c.What {
		case VerdictDuplicate:
			v.join(c.Cluster, c.Into)
		default:
			v.verdicts[c.Statement] = c
		}
	}
	for _, c := range list { // a rule falls with the verdict that it was made with
		if c.Written != "" && v.verdicts[c.Statement].ID == c.ID {
			v.written[c.Written] = c
		}
	}
	return v
}

func (v *View) join(a, b int64) {
	a, b = v.Cluster(a), v.Cluster(b)
	from, to := max(a, b), min(a, b)
	v.cluster[from], v.cluster[to] = to, to
	for c, into := range v.cluster {
		if into == from {
			v.cluster[c] = to
		}
	}
}

// Empty reports whether nothing is seen otherwise.
func (v *View) Empty() bool { return v == nil || len(v.list) == 0 }

// Cluster gives the number of an utterance as this server sees it.
func (v *View) Cluster(c int64) int64 {
	if to, ok := v.cluster[c]; ok {
		return to
	}
	return c
}

// With gives the other clusters of an utterance that reviewers merged.
func (v *View) With(c int64) []int64 {
	var out []int64
	for other, to := range v.cluster {
		if other != c && to == v.Cluster(c) {
			out = append(out, other)
		}
	}
	slices.Sort(out)
	return out
}

// Merged gives the clusters that reviewers made one utterance of: a list for
// each.
func (v *View) Merged() [][]int64 {
	var out [][]int64
	for _, c := range slices.Sorted(maps.Keys(v.cluster)) {
		if v.cluster[c] == c {
			out = append(out, append([]int64{c}, v.With(c)...))
		}
	}
	return out
}

// Show gives a statement as this server sees it. Review says what was changed;
// one that was rejected is given too.
func (v *View) Show(f Found) Found {
	if v.Empty() {
		return f
	}
	if to, ok := v.cluster[f.Cluster]; ok {
		f.Cluster, f.Merged = to, true
	}
	if c, ok := v.verdicts[f.Statement.ID]; ok && c.What != VerdictRight {
		c.Read = f.Statement.Known
		f.Review = &c
		if c.What == VerdictSpeaker {
			f.SpeakerID = c.Speaker.ID
			f.Statement = c.applied(f.Statement)
			f.Statement.Role = c.Role
		}
		return f
	}
	if c, ok := v.written[ReadName(f.Statement)]; ok && f.Statement.Known != Unresolved {
		c.Read = f.Statement.Known
		f.Review, f.SpeakerID = &c, c.Speaker.ID
		f.Statement = c.applied(f.Statement)
	}
	return f
}

// ReadName is the name of a statement's speaker as its article has it, in one
// line; "" where it names nobody.
func ReadName(s Statement) string {
	name := s.Speaker
	if s.Heard != "" {
		name = s.Heard
	}
	return strings.Join(strings.Fields(name), " ")
}

func (c Correction) applied(s Statement) Statement {
	if s.Heard == "" {
		s.Heard = s.Speaker
	}
	if s.Heard == c.Speaker.Name {
		s.Heard = ""
	}
	s.Speaker, s.Known, s.Confidence = c.Speaker.Name, ByEditor, 1
	return s
}

// Sift gives those of list that this server sees, as it sees them.
func (v *View) Sift(list []Found) []Found {
	if v.Empty() {
		return list
	}
	var out []Found
	for _, f := range list {
		if f = v.Show(f); !f.Rejected() {
			f.Others = v.Sift(f.Others)
			out = append(out, f)
		}
	}
	return out
}

// Rejected reports whether a reviewer said that it is no statement.
func (f Found) Rejected() bool { return f.Review != nil && f.Review.What == VerdictReject }

// Given gives the statements that reviewers put down to one of these speakers,
// the newest correction first.
func (v *View) Given(to []Speaker) []int64 {
	var out []int64
	for _, c := range slices.Backward(v.list) {
		if now := v.verdicts[c.Statement]; now.ID == c.ID && c.What == VerdictSpeaker && contains(to, c.Speaker.ID) {
			out = append(out, c.Statement)
		}
	}
	return out
}

// Touched gives the statements whose speaker, or that they are statements,
// reviewers corrected, in the order of their numbers.
func (v *View) Touched() []int64 { return slices.Sorted(maps.Keys(v.verdicts)) }

// Heard gives those under whose names these speakers are read, too: as speakers
// without a name.
func (v *View) Heard(to []Speaker) []Speaker {
	var out []Speaker
	for _, c := range v.written {
		if c.Heard != 0 && contains(to, c.Speaker.ID) && !contains(to, c.Heard) && !contains(out, c.Heard) {
			out = append(out, Speaker{ID: c.Heard})
		}
	}
	slices.SortFunc(out, func(a, b Speaker) int { return int(a.ID - b.ID) })
	return out
}

// Rules are the corrections in force that hold for all that is read under a
// name, by that name.
func (v *View) Rules() []Correction {
	var out []Correction
	for _, c := range v.list {
		if c.Written != "" && v.written[c.Written].ID == c.ID {
			out = append(out, c)
		}
	}
	return out
}

// Speakers gives those whom reviewers have named, each once.
func (v *View) Speakers() []Speaker {
	var out []Speaker
	for _, c := range v.list {
		if c.What == VerdictSpeaker && !contains(out, c.Speaker.ID) {
			out = append(out, c.Speaker)
		}
	}
	return out
}

// Len is how many corrections there are.
func (v *View) Len() int { return len(v.list) }

func contains(list []Speaker, id int64) bool {
	return slices.ContainsFunc(list, func(s Speaker) bool { return s.ID == id })
}

// Tested is a watch as its reviewers found it.
type Tested struct {
	Watch  Watch
	Right  int     // of Of
	Of     int     // statements of its alerts that were reviewed
	PerDay float64 // alerts a day, lately
}
