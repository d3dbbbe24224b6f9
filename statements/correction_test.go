package statements_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

// heard is a statement that was read as said by somebody.
func heard(id, cluster int64, who string, by int64, known statements.Known) statements.Found {
	return statements.Found{Statement: statements.Statement{ID: id, Speaker: who, Role: "envoy", Known: known, Confidence: 0.4}, SpeakerID: by, Cluster: cluster}
}

func TestView(t *testing.T) {
	mira := statements.Speaker{ID: 7, Name: "Mira Solheim"}
	speaker := func(id, of int64, to statements.Speaker, written string) statements.Correction {
		return statements.Correction{ID: id, Statement: of, What: statements.VerdictSpeaker, Speaker: to, Written: written, Heard: 3, Role: "minister"}
	}
	dup := func(id, a, b int64) statements.Correction {
		return statements.Correction{ID: id, Statement: a, What: statements.VerdictDuplicate, Other: b, Cluster: a, Into: b}
	}
	reject := func(id, of int64) statements.Correction {
		return statements.Correction{ID: id, Statement: of, What: statements.VerdictReject}
	}
	for _, c := range []struct {
		name string
		list []statements.Correction
		of   statements.Found
		who  string
		role string
		read statements.Known
		gone bool
		in   int64
	}{
		{"nobody has said anything", nil, heard(1, 1, "Iron Mira", 3, statements.ByName), "Iron Mira", "envoy", "", false, 1},
		{"another statement", []statements.Correction{speaker(1, 2, mira, "")}, heard(1, 1, "Iron Mira", 3, statements.ByName), "Iron Mira", "envoy", "", false, 1},
		{"corrected", []statements.Correction{speaker(1, 1, mira, "")}, heard(1, 1, "Iron Mira", 3, statements.ByPronoun), "Mira Solheim", "minister", statements.ByPronoun, false, 1},
		{"the newest is in force", []statements.Correction{reject(1, 1), speaker(2, 1, mira, "")}, heard(1, 1, "Iron Mira", 3, statements.ByName), "Mira Solheim", "minister", statements.ByName, false, 1},
		{"rejected", []statements.Correction{speaker(1, 1, mira, ""), reject(2, 1)}, heard(1, 1, "Iron Mira", 3, statements.ByName), "Iron Mira", "envoy", "", true, 1},
		{"under the name", []statements.Correction{speaker(1, 2, mira, "Iron Mira")}, heard(1, 1, "Iron  Mira", 3, statements.ByPronoun), "Mira Solheim", "envoy", statements.ByPronoun, false, 1},
		{"under another", []statements.Correction{speaker(1, 2, mira, "Iron Mira")}, heard(1, 1, "Mira", 3, statements.ByName), "Mira", "envoy", "", false, 1},
		{"nobody under the name", []statements.Correction{speaker(1, 2, mira, "Iron Mira")}, heard(1, 1, "Iron Mira", 3, statements.Unresolved), "Iron Mira", "envoy", "", false, 1},
		{"the rule falls with its verdict", []statements.Correction{speaker(1, 2, mira, "Iron Mira"), reject(2, 2)}, heard(1, 1, "Iron Mira", 3, statements.ByName), "Iron Mira", "envoy", "", false, 1},
		{"its own verdict goes before a rule", []statements.Correction{speaker(1, 1, statements.Speaker{ID: 8, Name: "Pell"}, ""), speaker(2, 2, mira, "Iron Mira")}, heard(1, 1, "Iron Mira", 3, statements.ByName), "Pell", "minister", statements.ByName, false, 1},
		{"a duplicate", []statements.Correction{dup(1, 9, 5)}, heard(9, 9, "Iron Mira", 3, statements.ByName), "Iron Mira", "envoy", "", false, 5},
		{"duplicates in a chain", []statements.Correction{dup(1, 9, 5), dup(2, 4, 6), dup(3, 6, 9)}, heard(6, 6, "Iron Mira", 3, statements.ByName), "Iron Mira", "envoy", "", false, 4},
	} {
		f := statements.NewView(c.list).Show(c.of)
		read := statements.Known("")
		if f.Review != nil && !f.Rejected() {
			read = f.Review.Read
		}
		got := []any{f.Statement.Speaker, f.Statement.Role, read, f.Rejected(), f.Cluster}
		if d := cmp.Diff([]any{c.who, c.role, c.read, c.gone, c.in}, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
	var none *statements.View
	if f := heard(1, 1, "Iron Mira", 3, statements.ByName); !cmp.Equal(none.Show(f), f) || len(none.Sift([]statements.Found{f})) != 1 || !none.Empty() {
		t.Error("nobody's view changes something")
	}
	v := statements.NewView([]statements.Correction{dup(1, 9, 5), dup(2, 4, 6), dup(3, 6, 9)})
	if d := cmp.Diff([]int64{4, 5, 9}, v.With(6)); d != "" {
		t.Errorf("what is one with 6 (-want +got):\n%s", d)
	}
}

func TestViewSifts(t *testing.T) {
	f := heard(1, 1, "Iron Mira", 3, statements.ByName)
	f.Others = []statements.Found{heard(2, 1, "Iron Mira", 3, statements.ByName), heard(3, 1, "Iron Mira", 3, statements.ByName)}
	v := statements.NewView([]statements.Correction{{ID: 1, Statement: 2, What: statements.VerdictReject}, {ID: 2, Statement: 4, What: statements.VerdictReject}})
	got := v.Sift([]statements.Found{f, heard(4, 4, "Pell", 5, statements.ByName)})
	if len(got) != 1 || len(got[0].Others) != 1 || got[0].Others[0].Statement.ID != 3 {
		t.Errorf("left are %+v", got)
	}
	if len(f.Others) != 2 || f.Others[0].Review != nil {
		t.Error("what was given was changed")
	}
}
