package speakers

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTogether(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"Ann Lee", []string{"Ann Lee"}},
		{"", []string{""}},
		{"Ann Lee and Bo Rand", []string{"Ann Lee", "Bo Rand"}},
		{"Ann Lee, Bo Rand and Cay Dunn", []string{"Ann Lee", "Bo Rand", "Cay Dunn"}},
		{"Anna Lind und Bo Rand", []string{"Anna Lind", "Bo Rand"}},
		{"Анна Линд и Пётр Горин", []string{"Анна Линд", "Пётр Горин"}},
		{"Lee and Rand", []string{"Lee and Rand"}},
		{"Ministry of Fish and Forestry", []string{"Ministry of Fish and Forestry"}},
		{"José Ortega y Gasset", []string{"José Ortega y Gasset"}},
	} {
		if diff := cmp.Diff(c.want, Together(c.name)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.name, diff)
		}
	}
}
