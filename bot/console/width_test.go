package console

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNumbersStayWithWhatIsBeforeThem(t *testing.T) {
	for s, want := range map[string][]string{
		"abcdefg No. 12 x": {"abcdefg", "No. 12 x"},
		"abcdefg Nr. 12 x": {"abcdefg", "Nr. 12 x"},
		"abcdefg № 12 x":   {"abcdefg", "№ 12 x"},
		"abcdefg Mr. 12 x": {"abcdefg Mr.", "12 x"},
	} {
		if diff := cmp.Diff(want, fold(s, 11)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", s, diff)
		}
	}
}
