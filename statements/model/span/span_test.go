package span

import (
	"testing"

	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
)

// tagged is "Ann said that prices fell, and Bob left." with its tags.
func tagged() *View {
	d := token.Cut("Ann said that prices fell, and Bob left.")
	for i, g := range []uint8{tag.NNP, tag.VBD, tag.IN, tag.NNS, tag.VBD, tag.PUNCT, tag.CC, tag.NNP, tag.VBD, tag.PUNCT} {
		d.Tokens[i].Tag = g
	}
	return Look(d)
}

func TestLook(t *testing.T) {
	v := tagged()
	if v.subj[1] != 0 || v.object[1] != 3 || v.clause[1] != 4 || v.verb[1] != -1 {
		t.Errorf("said has subject %d, object %d, clause %d and stands after verb %d", v.subj[1], v.object[1], v.clause[1], v.verb[1])
	}
	if v.subj[8] != 7 || v.verb[8] != 4 || v.clause[8] != -1 {
		t.Errorf("left has subject %d, stands after verb %d and has clause %d", v.subj[8], v.verb[8], v.clause[8])
	}
	if v.frame[1] == v.frame[8] {
		t.Error("said, before a clause, stands as left does, at the end")
	}
	if want := (counts{commas: 1, verbs: 3, chunks: 3, preps: 1, subs: 1}); v.before[10] != want {
		t.Errorf("counts %+v, want %+v", v.before[10], want)
	}
}

func TestAround(t *testing.T) {
	for _, c := range []struct {
		text, cue, want string
	}{
		{"It rained. “It was wet. It was cold,” she said when it had stopped at last. They left.", "said", "“It was wet. It was cold,” she said when it had stopped at last."},
		{"The bridge over the river will not open before May. That is what he said. They left.", "said",
			"The bridge over the river will not open before May. That is what he said. They left."},
		{"The bridge will not open. Officials at the port have long said that it is not safe enough. They left.", "said",
			"Officials at the port have long said that it is not safe enough."},
	} {
		d := token.Cut(c.text)
		v := Look(d)
		for i := range d.Tokens {
			if d.Word(i) == c.cue {
				from, to := v.around(0, len(d.Tokens), i, i)
				if got := c.text[d.Tokens[from].Start:d.Tokens[to-1].End]; got != c.want {
					t.Errorf("around %q in %q lies %q, want %q", c.cue, c.text, got, c.want)
				}
			}
		}
	}
}

func TestWay(t *testing.T) {
	v := tagged()
	var c Cue
	c.Aim(v, 1, 1, make([]bool, 10))
	if c.path[0] == c.path[4] {
		t.Error("what stands before a cue looks like what it introduces")
	}
	if c.path[2] == c.path[4] {
		t.Error("the word after a cue looks like the verb of its clause")
	}
}

func TestSharesSubject(t *testing.T) {
	for _, c := range []struct {
		text string
		tags []uint8
		at   int
		want bool
	}{
		{"Ann left , adding that", []uint8{tag.NNP, tag.VBD, tag.PUNCT, tag.VBG, tag.IN}, 3, true},
		{"Ann left and said that", []uint8{tag.NNP, tag.VBD, tag.CC, tag.VBD, tag.IN}, 3, true},
		{"Ann left and Bob said", []uint8{tag.NNP, tag.VBD, tag.CC, tag.NNP, tag.VBD}, 4, false},
		{"Adding that , Ann left", []uint8{tag.VBG, tag.IN, tag.PUNCT, tag.NNP, tag.VBD}, 0, false},
	} {
		d := token.Cut(c.text)
		for i, g := range c.tags {
			d.Tokens[i].Tag = g
		}
		if got := Look(d).SharesSubject(c.at); got != c.want {
			t.Errorf("%q in %q shares a subject: %v", d.Word(c.at), c.text, got)
		}
	}
}

func TestRelate(t *testing.T) {
	v := tagged()
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
	v := tagged()
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
