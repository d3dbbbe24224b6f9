package ask

import (
	"testing"

	"onrecord/statements"
)

func TestBears(t *testing.T) {
	for _, c := range []struct {
		role, title, text, description string
		want                           bool
	}{
		{"Minister", "Guests", "On 3 March, the Minister of Fisheries and Ports of Norvania, Mira Solheim, received the envoy.", "minister of fisheries", true},
		{"", "Guests", "After meeting the Minister of Fisheries, Mira Solheim, who sails, went home.", "minister of fisheries", false},
		{"", "Guests", "The Minister of Fisheries Bo Meihua and the envoy, Mira Solheim, went home.", "minister of fisheries", false},
		{"Chief Executive", "Fjordbank cuts jobs", "It cuts jobs.", "Fjordbank's chief executive", true},
		{"Its chief executive", "Fjordbank cuts jobs", "It cuts jobs.", "Fjordbank's chief executive", false},
		{"Chief Executive of Vellbank", "Fjordbank cuts jobs", "It cuts jobs.", "Fjordbank's chief executive", false},
		{"chief executive", "Fjordbank cuts jobs", "It cuts jobs.", "Fjordbank boss", true},
		{"head coach", "Ostervik reach final", "They won.", "Ostervik boss", true},
		{"head coach", "Ostervik reach final", "They won.", "the coach of Ostervik", true},
		{"chief executive", "Ostervik reach final", "They won.", "the coach of Ostervik", false},
		{"coach of Vell", "Ostervik reach final", "They won.", "Ostervik boss", false},
		{"Foreign Minister of Norvania", "Guests", "", "Norvanian foreign minister", true},
		{"Foreign Minister of Norvania", "Guests", "", "Vellish foreign minister", false},
		{"Norvanian opposition lawmaker", "Guests", "", "opposition in Norvania", true},
		{"A neighbour", "Guests", "", "neighbours", true},
		{"Norvanian opposition leader", "Guests", "", "Norvanian president", false},
		{"Norvanian leader", "Guests", "", "Norvanian president", true},
		{"Chief Financial Officer", "Fjordbank cuts jobs", "It cuts jobs.", "Fjordbank's CFO", true},
		{"marine biologist", "Guests", "", "scientist", true},
		{"scientist", "Guests", "", "biologist", false},
		{"Chief Executive", "Vellbank cuts jobs", "It cuts jobs, says Fjordbank.", "Fjordbank's chief executive", false},
	} {
		f := statements.Found{Statement: statements.Statement{Speaker: "Mira Solheim", Role: c.role}}
		f.Article.Title, f.Article.Text = c.title, c.text
		if got := bears(f, c.description); got != c.want {
			t.Errorf("%q in %q bears %q: %v", c.role, c.text, c.description, got)
		}
	}
}
