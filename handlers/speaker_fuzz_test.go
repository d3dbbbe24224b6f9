package handlers

import "testing"

// Whatever is typed as numbers of statements is either a list of numbers, each
// once and above zero, or a problem.
func FuzzStatementNumbers(f *testing.F) {
	for _, s := range []string{"48213, 48218", "No. 7 and #8", "no7;no7", "-1", "99999999999999999999", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		ids, err := statementNumbers(typed)
		if err != nil && len(ids) > 0 || len(ids) > mostSplit {
			t.Errorf("%q: %d numbers, %v", typed, len(ids), err)
		}
		seen := map[int64]bool{}
		for _, id := range ids {
			if id < 1 || seen[id] {
				t.Errorf("%q gives %v", typed, ids)
			}
			seen[id] = true
		}
	})
}
