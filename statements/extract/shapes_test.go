package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWho reads who speaks where words stand beside or instead of the name.
func TestWho(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"own words before a name", "Its captain, former wrestler Bo Quist, said it was late.", []string{"Bo Quist: it was late"}},
		{"a trade of no lexicon", "The club’s owner, the glazier Hugo Ferrand, has left. “It is late,” he said.", []string{"Hugo Ferrand: “It is late”"}},
		{"one of several", "Three drivers came. One, retired dentist Ralph Ottway, said it was late.", []string{"Ralph Ottway: it was late"}},
		{"a name of no list behind a role", "Their coach, onetime juggler Quelda Ammon, said it was late.", []string{"Quelda Ammon: it was late"}},
		{"what is no trade", "The boat, bound for Quelda Ammon, said nothing was late.", nil},
		{"whom somebody acts for", "The lawyer, representing Ralph Ottway, said it was late.", []string{"?: it was late"}},
		{"a club is no he", "Sedge United are late. Sedge United coach Bo Quist would not be drawn. “It is late,” he said.", []string{"Bo Quist: “It is late”"}},
		{"whose coach it is", "Sedge Pumas coach Thomas Quist would not be drawn. “It is late,” he said.", []string{"Thomas Quist: “It is late”"}},
		{"a club that spoke", "Elm Athletic said it was late. “It is dark,” he said.", []string{"Elm Athletic: it was late", "?: “It is dark”"}},
	} {
		if diff := cmp.Diff(c.want, told(c.in, "en")); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}
