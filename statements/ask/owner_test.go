package ask

import (
	"strings"
	"testing"

	"onrecord/statements"
)

// The source stands between brackets in the text.
func TestBearsByTheText(t *testing.T) {
	for _, c := range []struct {
		name, role, title, text, description string
		want                                 bool
	}{
		{"Tor Birk", "His lawyer", "Trial", "Solheim, 58, stood up. His lawyer, [Tor Birk], said so.", "Solheim's lawyer", true},
		{"Tor Birk", "His lawyer", "Trial", "Former Minister Jan Solheim stood up.\n\nHis lawyer, [Tor Birk], said so.", "Solheim's lawyer", true},
		{"Tor Birk", "his lawyer", "Trial", "Solheim and his lawyer, [Tor Birk], said so.", "Solheim's lawyer", true},
		{"Tor Birk", "Its spokesman", "Trial", "The operator, Fjordbank, denied it. Its spokesman, [Tor Birk], said so.", "Fjordbank's spokesman", true},
		{"Tor Birk", "His lawyer", "Trial", "Andersen sued Solheim. His lawyer, [Tor Birk], said so.", "Solheim's lawyer", false},
		{"Tor Birk", "His lawyer", "Trial", "Solheim sat down. Andersen stood up. His lawyer, [Tor Birk], said so.", "Solheim's lawyer", false},
		{"Tor Birk", "His driver", "Trial", "Solheim stood up. His driver, [Tor Birk], said so.", "Solheim's lawyer", false},
		{"Tor Birk", "His lawyer", "Trial", "His lawyer, [Tor Birk], said so.", "Solheim's lawyer", false},

		{"Tor Birk", "its envoy to the Rowing Union", "Row", "Calder backed the pact but not the race. “We shall row,” its envoy to the Rowing Union, [Tor Birk], said.", "Calder's envoy to the Rowing Union", true},
		{"Tor Birk", "its envoy to the Rowing Union", "Row", "Calder backed the pact. Vell did not. “We shall row,” its envoy to the Rowing Union, [Tor Birk], said.", "Calder's envoy to the Rowing Union", false},
		{"SFU", "", "Cuts", "[The seamen's union SFU] said no.", "the union", true},
		{"SFU", "", "Cuts", "[SFU, the seamen's union], said no.", "seamen's union", true},
		{"SFU", "", "Cuts", "[The seamen's union SFU] said no.", "nurses' union", false},
		{"Union of Seamen", "", "Cuts", "The [Union of Seamen] said no.", "union", true},
		{"fisheries ministry", "", "Boats seized", "OSLO - Norway seized boats. [The fisheries ministry] said so.", "Norwegian fisheries ministry", true},
		{"fisheries ministry", "", "Boats seized", "OSLO - Norway seized boats. Iceland's fisheries ministry came. [The fisheries ministry] said so.", "Norwegian fisheries ministry", false},
		{"fisheries ministry", "", "Boats seized", "REYKJAVIK - Iceland seized boats. [The fisheries ministry] said so.", "Norwegian fisheries ministry", false},
		{"Bank", "", "Rates rise", "OSLO - Norway's central bank met. [The Bank] said so.", "central bank in Oslo", true},
		{"Bank", "", "Rates rise", "OSLO - Norway's largest bank met. [The Bank] said so.", "central bank in Oslo", false},
		{"Bank", "", "Rates rise", "OSLO - Norway's central bank met that of Iceland. The Central Bank of Iceland waits. [The Bank] said so.", "central bank in Oslo", false},
		{"trade ministry", "", "Boats seized", "OSLO - Norway seized boats. [The trade ministry] said so.", "Norwegian fisheries ministry", false},
		{"Ada Lund", "", "Trial", "[Ada Lund, prosecuting], said so.", "prosecution", true},
		{"Ada Lund", "", "Trial", "[Ada Lund, defending], said so.", "prosecution", false},

		{"Ada Lund", "the union's president", "Mines", "The Pilots' Union met. [Ada Lund], the union's president, said no.", "pilots' union president", true},
		{"Ada Lund", "the union's president", "Mines", "The Nurses' Union met. [Ada Lund], the union's president, said no.", "pilots' union president", false},
		{"Ada Lund", "the bank's president", "Mines", "The Pilots' Union met. [Ada Lund], the bank's president, said no.", "pilots' union president", false},
		{"Pell Andersen", "mayor", "Routes", "In Port Sedge, which loses its ferry, mayor [Pell Andersen] said so.", "mayor of Port Sedge", true},
		{"Pell Andersen", "mayor", "Routes", "In Port Sedge he slept. The mayor, [Pell Andersen], said so.", "mayor of Port Sedge", false},
		{"Pell Andersen", "mayor of Vell", "Routes", "In Port Sedge, the mayor of Vell, [Pell Andersen], said so.", "mayor of Port Sedge", false},
		{"Pell Andersen", "the club’s chairman", "Sedge reach final", "[Pell Andersen] said so.", "Sedge chairman", true},
		{"Pell Andersen", "the club's chairman", "Vell reach final", "[Pell Andersen] said so.", "Sedge chairman", false},
		{"Pell Andersen", "Vell's chairman", "Sedge reach final", "[Pell Andersen] said so.", "Sedge chairman", false},
	} {
		f := statements.Found{Statement: statements.Statement{Speaker: c.name, Role: c.role}}
		f.Article.Title = c.title
		start, end := strings.Index(c.text, "["), strings.Index(c.text, "]")-1
		f.Article.Text = strings.NewReplacer("[", "", "]", "").Replace(c.text)
		f.Statement.Source = statements.Span{Start: start, End: end}
		if got := bears(f, c.description); got != c.want {
			t.Errorf("%s (%s) in %q bears %q: %v", c.name, c.role, c.text, c.description, got)
		}
	}
}

// TestALandsPresident tells the heads of a land from those of its clubs.
func TestALandsPresident(t *testing.T) {
	for _, c := range []struct {
		role, description string
		want              bool
	}{
		{"President of Norway", "Norwegian president", true},
		{"the Norwegian president", "Norway's president", true},
		{"president of the Norwegian Rowing Union", "Norwegian president", false},
		{"president of the Norwegian Rowing Union", "Norwegian Rowing Union president", true},
		{"Norwegian minister of trade", "Norwegian trade minister", true},
		{"president of the Norwegian Parliament", "Norwegian president", false},
	} {
		if got := Answers(c.role, c.description); got != c.want {
			t.Errorf("%s is %s: %v", c.role, c.description, got)
		}
	}
}

// TestAlsoOwned reads a spokesman of an office as that of who holds it, where the
// article calls him both.
func TestAlsoOwned(t *testing.T) {
	const text = "Solheim’s spokesman said no. It was late, the prime minister’s spokesman said."
	for _, c := range []struct {
		role, text, description string
		want                    bool
	}{
		{"the prime minister’s spokesman", text, "Solheim's spokesman", true},
		{"the prime minister’s driver", text, "Solheim's spokesman", false},
		{"Andersen’s spokesman", text, "Solheim's spokesman", false},
		{"the prime minister’s spokesman", "The prime minister’s spokesman said no to Solheim.", "Solheim's spokesman", false},
	} {
		f := statements.Found{Statement: statements.Statement{Role: c.role}}
		f.Article.Text = c.text
		if got := alsoOwned(f, c.description); got != c.want {
			t.Errorf("%s is %s: %v", c.role, c.description, got)
		}
	}
}

// TestTheGovernmentsLawyer tries an office by its formal names behind a possessive, too.
func TestTheGovernmentsLawyer(t *testing.T) {
	for role, want := range map[string]bool{"Solicitor General": true, "Attorney General": true, "solicitor": false, "petitioners' lawyer": false} {
		f := statements.Found{Statement: statements.Statement{Speaker: "Ada Lund", Role: role}}
		if got := spoke(statements.Speaker{Name: "government’s lawyer"}, f); got != want {
			t.Errorf("%s is the government's lawyer: %v", role, got)
		}
	}
}
