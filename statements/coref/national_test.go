package coref

import (
	"strings"
	"testing"
)

// A body that every land has is the one of the land that the text names with it.
func TestNationalBodies(t *testing.T) {
	for in, want := range map[string]string{
		"The French Foreign Ministry said it was late. Nobody came. The Foreign Ministry said it was safe.":       "French Foreign Ministry, French Foreign Ministry",
		"The French Foreign Ministry said it was late. In Moscow, the Foreign Ministry said it was safe.":         "French Foreign Ministry, Foreign Ministry",
		"The Foreign Ministry said it was late. Nobody came. The French Foreign Ministry said it was safe.":       "Foreign Ministry, French Foreign Ministry",
		"The French Foreign Ministry said no. The Polish Foreign Ministry said no. The Foreign Ministry said so.": "French Foreign Ministry, Polish Foreign Ministry, Foreign Ministry",
		"Poland's Foreign Ministry said it was late. Germany's Deutsche Bank said it was safe.":                   "Polish Foreign Ministry, Deutsche Bank",
	} {
		c, _ := cast(in, "en")
		var got []string
		for _, m := range c.Mentions {
			if name := c.Entities[m.Entity].Name; strings.Contains(name, " ") {
				got = append(got, name)
			}
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%s\n  %s, want %s", in, g, want)
		}
	}
}
