package cluster

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPack(t *testing.T) {
	for _, r := range reports(t) {
		for i, s := range Sign(r.article, r.sts) {
			got, err := Unpack(s.Pack())
			if err != nil {
				t.Fatalf("%s, %d: %v", r.name, i, err)
			}
			s.Unnamed = "" // is not stored
			if d := cmp.Diff(s, got); d != "" {
				t.Errorf("%s, %d (-signed +unpacked):\n%s", r.name, i, d)
			}
		}
	}
	if got, err := Unpack((Signature{}).Pack()); err != nil || cmp.Diff(Signature{}, got) != "" {
		t.Errorf("nothing: %+v, %v", got, err)
	}
	for _, bad := range [][]byte{nil, {}, {packing}, {packing + 1, 0}, append(Signature{}.Pack(), 1)} {
		if _, err := Unpack(bad); err == nil {
			t.Errorf("%v is a signature", bad)
		}
	}
}

// Whatever bytes there are: what they unpack to can be compared, and packs to
// what unpacks to the same.
func FuzzUnpack(f *testing.F) {
	f.Add(Signature{}.Pack())
	f.Add(sign(f, "https://one.example/1", side{"Ewa Hollin", "2026-10-07", "“The ferries do not sail in November. Butter rots on the quay”"}).Pack())
	f.Add([]byte{packing, 31, 0, 0, 0, 255, 255})
	other := sign(f, "https://two.example/1", side{"Ewa Hollin", "2026-10-07", "“The ferries do not sail in November. Butter rots on the quay”"})
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Unpack(b)
		if err != nil {
			return
		}
		Assign([]Signature{s, other}, []Known{{other, 1}, {s, 2}})
		again, err := Unpack(s.Pack())
		if err != nil || cmp.Diff(s, again) != "" {
			t.Errorf("packed again: %v\n%s", err, cmp.Diff(s, again))
		}
	})
}
