package span

import (
	"testing"

	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
	"onrecord/statements/model/tree"
)

// parsed is "Ann said that prices fell, and Bob left." with its tags and tree.
func parsed() *View {
	d := token.Cut("Ann said that prices fell, and Bob left.")
	for i, x := range []struct {
		tag, rel uint8
		head     int32
	}{
		{tag.NNP, tree.Subj, 1}, {tag.VBD, tree.Dep, -1}, {tag.IN, tree.Marker, 4}, {tag.NNS, tree.Subj, 4}, {tag.VBD, tree.Ccomp, 1},
		{tag.PUNCT, tree.Point, 1}, {tag.CC, tree.Conj, 1}, {tag.NNP, tree.Subj, 8}, {tag.VBD, tree.Conj, 1}, {tag.PUNCT, tree.Point, 1},
	} {
		t := &d.Tokens[i]
		t.Tag, t.Rel, t.Head = x.tag, x.rel, x.head
	}
	return Look(d)
}

func TestLook(t *testing.T) {
	v := parsed()
	if v.subj[1] != 0 || v.clause[1] != 4 || !v.that[4] {
		t.Errorf("said has subject %d and clause %d, with that: %v", v.subj[1], v.clause[1], v.that[4])
	}
	if v.subj[8] != 7 {
		t.Errorf("left has subject %d, want its own", v.subj[8])
	}
	if v.commas[10] != 1 || v.verbs[10] != 3 {
		t.Errorf("%d commas and %d verbs", v.commas[10], v.verbs[10])
	}
}

func TestClimb(t *testing.T) {
	v := parsed()
	var c Cue
	c.Aim(v, 1, 1, make([]bool, 10))
	if c.path[0] == c.path[4] {
		t.Error("the subject of a cue looks like its clause")
	}
	if c.path[3] == c.path[4] {
		t.Error("what hangs on the clause looks like the clause itself")
	}
	if got, want := c.path[1]&15, uint32(0); got != want {
		t.Errorf("the cue is %d steps above itself", got)
	}
}

func TestRelate(t *testing.T) {
	v := parsed()
	roles := make([]uint8, 10)
	roles[0] = Source
	for i := 2; i < 5; i++ {
		roles[i] = Content
	}
	inner := make([]uint8, 10)
	inner[3] = Source
	cs := []Candidate{{First: 1, Last: 1, Prob: 0.9, Roles: roles}, {First: 4, Last: 4, Prob: 0.6, Roles: inner}, {First: 8, Last: 8, Prob: 0.1, Roles: make([]uint8, 10)}}
	Relate(v, cs)
	if cs[1].outer != 0 || cs[0].inner != 1 || cs[2].outer != -1 {
		t.Errorf("outer of fell is %d, inner of said %d, outer of left %d", cs[1].outer, cs[0].inner, cs[2].outer)
	}
	if cs[0].words != 3 || cs[0].source != [2]int{0, 1} || cs[0].content != [2]int{2, 5} {
		t.Errorf("said has %d words, source %v and content %v", cs[0].words, cs[0].source, cs[0].content)
	}
}

func TestFeaturesFitAndAllocateNothing(t *testing.T) {
	v := parsed()
	var cue [CueWidth]uint32
	var cueEdge [CueEdgeWidth]uint32
	var role [RoleWidth]uint32
	var roleEdge [RoleEdgeWidth]uint32
	var c Cue
	isCue := make([]bool, 10)
	c.Aim(v, 1, 1, isCue)
	if n := testing.AllocsPerRun(10, func() {
		c.Aim(v, 1, 1, isCue)
		for i := range 11 {
			v.CueEdges(cueEdge[:0], i, 0, 10)
			c.Edges(roleEdge[:0], i)
			if i < 10 {
				v.CueFeatures(cue[:0], i, 0, 10)
				c.Features(role[:0], i)
			}
		}
	}); n != 0 {
		t.Errorf("the features of a sentence allocate %v times", n)
	}
}

func TestBucket(t *testing.T) {
	last := uint32(0)
	for n := range 60 {
		b := bucket(n)
		if b < last || b > 9 || bucket(-n) == b && n > 0 {
			t.Errorf("%d is in bucket %d, %d in %d", n, b, -n, bucket(-n))
		}
		last = b
	}
}
