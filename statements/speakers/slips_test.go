package speakers

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		typed, name string
		want        int
	}{
		{"Solheim", "Mira Solheim", 0},
		{"Мира Сольхейм", "Mira Solkheim", 1},
		{"Solhiem", "Mira Solheim", 1},
		{"oSlheim", "Mira Solheim", 1},
		{"Akterberg", "Jon Achterberg", 1}, // two letters, one sound
		{"Yorgensen", "Ida Jørgensen", 1},
		{"Sukerberg", "Ida Zuckerberg", 1},
		{"Adeli", "Noor Haddeli", 1},
		{"Lindquar", "Per Lindqvar", 1},
		{"Makron", "Emil Macron", 1},
		{"Utrner", "Tor Turner", 1},
		{"Mira Sulhiem", "Mira Solheim", 2},
		{"Mria Solheim", "Mira Solheim", 1},
		{"M. Solhiem", "Mira Solheim", 1},
		{"Xi Jinpin", "Xi Jinping", 1},
		{"Zhagn", "Zhang Lei", 1},
		{"Tor Trunr", "Tor Turner", 2},
		{"Tor Bkri", "Tor Birk", 2}, // beside the right given name
		{"Bruno Akterberk", "Bruno Achterberg", 2},
		{"Mira Solhaym", "Mira Solheim", 1}, // one sound
		{"Mira Sokhrum", "Mira Solheim", 3},
		{"Zulaikem", "Mira Solheim", Far},
		{"Tor Brikisto", "Tor Birk", Far},
		{"Aisha Torvik", "Aysha Torvik", 1}, // one name
		// near misses
		{"Anna Torvik", "Anya Torvik", otherGiven},
		{"Bkri", "Tor Birk", Far},
		{"Joan Smith", "John Smith", otherGiven},
		{"Joan Smyth", "John Smith", otherGiven + 1},
		{"Joan Smidts", "John Smith", Far},
		{"Mira", "Mira Solheim", Far},
		{"Lee", "Ann Leo", Far},
		{"Marchetti", "Mira Solheim", Far},
		{"", "Mira Solheim", Far},
		{"Mira Solheim", "?!", Far},
	} {
		if got := Slips(c.typed, c.name); got != c.want {
			t.Errorf("%q for %q: %d slips, want %d", c.typed, c.name, got, c.want)
		}
	}
	if got := Slips("Solhiem", "Tor Birk", "Mira Solheim"); got != 1 {
		t.Errorf("of several names the nearest counts: %d", got)
	}
}

func TestSameStart(t *testing.T) {
	for typed, want := range map[string]bool{"Saris": false, "Phariz": true, "Faras": true, "Afris": true, "": false} {
		if got := SameStart(typed, "Omar Faris"); got != want {
			t.Errorf("%q and Faris begin alike: %v", typed, got)
		}
	}
}

func TestUsualSurname(t *testing.T) {
	for word, want := range map[string]bool{"Kelly": true, "Müller": true, "Иванов": true, "Solheim": false, "": false} {
		if got := UsualSurname(word); got != want {
			t.Errorf("%q is a usual surname: %v", word, got)
		}
	}
}

// Wherever one slip stands, the two words have a key in common.
func FuzzNeighbours(f *testing.F) {
	for _, s := range []string{"achterberg", "zuckerberg", "lee", "дмитриев", "мира", "王小明天", "a'b\xff"} {
		f.Add(s, 1, "x")
	}
	f.Fuzz(func(t *testing.T, w string, at int, put string) {
		w = strings.Join(Parse(w).Words(), "")
		letters := []rune(w)
		if len(letters) < shortest || len(letters) >= mostKeyed || !utf8.ValidString(put) {
			return
		}
		at = (at%len(letters) + len(letters)) % len(letters)
		in := []rune(put)
		in = in[:min(1, len(in))]
		for _, slip := range []string{
			string(letters[:at]) + string(letters[at+1:]),
			string(letters[:at]) + string(in) + string(letters[at:]),
			string(letters[:at]) + string(in) + string(letters[at+1:]),
			string(letters[:at]) + string(letters[min(at+1, len(letters)-1)]) + string(letters[at]) + string(letters[min(at+2, len(letters)):]),
		} {
			keys := Neighbours(slip)
			if !slices.ContainsFunc(Neighbours(w), func(k string) bool { return slices.Contains(keys, k) }) {
				t.Errorf("%q and %q have no key in common", w, slip)
			}
		}
	})
}
