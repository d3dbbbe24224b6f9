package handlers

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"onrecord/statements"
)

// seer is a search by meaning that finds what it was told to.
type seer struct {
	kin   []statements.Kin
	err   error
	asked *int
}

func (s seer) Kin(context.Context, statements.Query, string, int) ([]statements.Kin, error) {
	*s.asked++
	return s.kin, s.err
}

func (s seer) Embedding(context.Context) (statements.Embedding, error) {
	return statements.Embedding{Model: "small"}, s.err
}

func numbered(from, to int64) []statements.Found {
	var out []statements.Found
	for id := from; id < to; id++ {
		out = append(out, statements.Found{Statement: statements.Statement{ID: id}})
	}
	return out
}

func idsOf(found []statements.Found) []int64 {
	var out []int64
	for _, f := range found {
		out = append(out, f.Statement.ID)
	}
	return out
}

// Two searches together look at no more than one does, and what both find comes
// first.
func TestFused(t *testing.T) {
	if got := fused(numbered(1, 400), nil); len(got) != 399 {
		t.Errorf("without a second search %d of 399 are left", len(got))
	}
	got := idsOf(fused(numbered(1, mostCandidates+1), append(numbered(1000, 1003), numbered(150, 151)...)))
	if len(got) != mostCandidates || !slices.Contains(got, 1002) || slices.Contains(got, mostCandidates) || got[0] != 150 {
		t.Errorf("%d, beginning with %v", len(got), got[:8])
	}
	slices.Sort(got)
	if len(slices.Compact(got)) != mostCandidates {
		t.Error("one is there twice")
	}
}

// A search by meaning is asked once for a question with a topic, of somebody who
// is known or of anybody, and where it fails nobody notices but the log.
func TestKinIsAskedOnce(t *testing.T) {
	for question, want := range map[string]int{
		"what did Pell Andersen say about the lighthouse?": 1,
		"what did Pell Andersen say about the skyscraper?": 1,
		"what did Pell Andersen say?":                      0,
		"what did Nobody Atall say about the lighthouse?":  0,
	} {
		d, _ := desk(lighthouse(3))
		without := plain(d.Serve(t.Context(), ask1("ask", "question", question)))
		asked := 0
		for name, s := range map[string]seer{
			"that finds nothing":           {asked: &asked},
			"that fails":                   {asked: &asked, err: errors.New("it answers 503")},
			"that finds what is not there": {asked: &asked, kin: []statements.Kin{{ID: 99_999, Alike: 1, Near: true}}},
		} {
			asked = 0
			var log strings.Builder
			d, _ := desk(lighthouse(3))
			d.Meaning, d.Log = s, slog.New(slog.NewTextHandler(&log, nil))
			if got := plain(d.Serve(t.Context(), ask1("ask", "question", question))); got != without {
				t.Errorf("%s: a search %s changes the answer:\n%s\nis not\n%s", question, name, got, without)
			}
			if asked != want {
				t.Errorf("%s: asked %d times", question, asked)
			}
			if strings.Contains(log.String(), "without the search by meaning") != (s.err != nil && want > 0) || strings.Contains(log.String(), "lighthouse") {
				t.Errorf("%s: the log of a search %s:\n%s", question, name, log.String())
			}
		}
	}
}
