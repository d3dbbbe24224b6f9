package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/store"
)

func TestSpans(t *testing.T) {
	for _, spans := range [][]statements.Span{nil, {{Start: 3, End: 40}}, {{Start: 0, End: 1}, {Start: 2, End: 1 << 40}, {Start: 7, End: 7}}} {
		same(t, store.PackSpans(spans), get(store.UnpackSpans(store.PackSpans(spans)))(t), spans)
	}
	for _, bad := range []string{"", "[", "]", "[[", "[[1]]", "[[1,2]", "[[1,2],", "[[1,2]x]", "[[1,a]]", "null", "[1,2]"} {
		if spans, err := store.UnpackSpans(bad); err == nil {
			t.Errorf("%q was read as %v", bad, spans)
		}
	}
}

// What is read is what was written, and anything else is an error.
func FuzzUnpackSpans(f *testing.F) {
	for _, s := range []string{"[]", "[[1,2]]", "[[1,2],[30,41]]", "[[1,2,3]]", "[[-1,+2]]", "[,[1,2]]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		spans, err := store.UnpackSpans(s)
		if err != nil {
			return
		}
		if again, err := store.UnpackSpans(store.PackSpans(spans)); err != nil || cmp.Diff(spans, again) != "" {
			t.Errorf("%q is %v and then %v, %v", s, spans, again, err)
		}
	})
}
