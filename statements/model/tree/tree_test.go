package tree

import (
	"math/rand/v2"
	"strings"
	"testing"

	"onrecord/statements/model/token"
)

// random is a parser whose weights mean nothing.
func random() *Parser {
	rng := rand.New(rand.NewPCG(3, 3))
	p := &Parser{}
	p.Moves.K, p.Moves.Shift, p.Moves.W = Moves, 24, make([]byte, Moves<<8)
	p.Rels.K, p.Rels.Shift, p.Rels.W = Rels, 24, make([]byte, Rels<<8)
	for _, w := range [][]byte{p.Moves.W, p.Rels.W} {
		for i := range w {
			w[i] = byte(rng.IntN(256))
		}
	}
	return p
}

func TestRunGivesTrees(t *testing.T) {
	p := random()
	for _, n := range []int{1, 2, 7, Longest, Longest + 1, 3*Longest + 5} {
		d := token.Cut(strings.Repeat("word ", n))
		p.Run(d, 0, n)
		for i := range d.Tokens {
			x, steps := int32(i), 0
			for x >= 0 {
				if x = d.Tokens[x].Head; int(x) >= n || steps > n {
					t.Fatalf("%d tokens: token %d leads to %d after %d steps", n, i, x, steps)
				}
				steps++
			}
		}
	}
}

// The moves that cost nothing must lead to the right tree.
func TestCostLeadsToTheRightTree(t *testing.T) {
	for _, heads := range [][]int32{
		{1, -1}, {-1, 0}, {1, -1, 1}, {2, 2, -1, 4, 2}, {1, 4, 3, 1, -1, 4}, {-1, 0, 1, 2, 3}, {4, 0, 1, 2, -1},
	} {
		d := token.Cut(strings.Repeat("w ", len(heads)))
		var s State
		s.Begin(d, 0, len(heads))
		for !s.Done() {
			best, least := -1, 1<<30
			for m := range 3 {
				if !s.Can(m) {
					continue
				}
				if c := s.Cost(m, func(i int32) int32 { return heads[i] }); c < least {
					best, least = m, c
				}
			}
			if least > 0 {
				t.Fatalf("heads %v: every move costs something", heads)
			}
			s.Do(best)
		}
		for i, want := range heads {
			if got := d.Tokens[i].Head; got != want {
				t.Errorf("heads %v: token %d hangs on %d", heads, i, got)
			}
		}
	}
}

func TestParse(t *testing.T) {
	for ud, want := range map[string]uint8{"nsubjpass": Subj, "ccomp": Ccomp, "acl:relcl": Acl, "nmod:poss": Mod, "root": Dep, "neg": Aux} {
		if got := Parse(ud); got != want {
			t.Errorf("Parse(%s) = %d, want %d", ud, got, want)
		}
	}
}

func TestRunAllocatesNothing(t *testing.T) {
	p := random()
	d := token.Cut("Ann Lee said on Monday that prices fell.")
	if n := testing.AllocsPerRun(10, func() { p.Run(d, 0, len(d.Tokens)) }); n != 0 {
		t.Errorf("parsing allocates %v times", n)
	}
}
