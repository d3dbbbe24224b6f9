package extract

import (
	"fmt"
	"testing"

	"onrecord/statements"
)

// offices are roles as they stand before a name, and as they stand behind it.
var offices = [][2]string{
	{"Foreign Minister", "the foreign minister"},
	{"Deputy Prime Minister and Minister of Foreign Trade and Fisheries", "deputy prime minister and minister of foreign trade and fisheries"},
	{"Minister of Labour and Social Security", "minister of labour and social security"},
	{"Minister of Social Cohesion and Lighthouses", "minister of social cohesion"},
	{"Minister of Transport, Roads and Bridges", "minister of transport, roads and bridges"},
	{"Agriculture, Water and Rural Development Minister", "minister of agriculture, water and rural development"},
	{"Work and Pensions Secretary", "the work and pensions secretary"},
	{"Secretary of Housing and Urban Development", "secretary of housing and urban development"},
	{"Assistant Secretary of State for Near Eastern Affairs", "the assistant secretary of state for political affairs"},
	{"Minister of State for External Affairs", "minister of state for external affairs"},
	{"UN special envoy for Norvania", "the UN special envoy for Norvania"},
	{"Permanent Representative to the UN", "permanent representative to the United Nations"},
	{"Chief of the General Staff", "chief of the general staff"},
	{"Chancellor of the Exchequer", "the chancellor of the exchequer"},
	{"Security Council Secretary", "secretary of the Security Council"},
	{"Foreign Ministry spokeswoman", "a spokeswoman for the Foreign Ministry"},
	{"relief coordinator", "the relief coordinator"},
	{"head of delegation", "head of the Norvanian delegation"},
	{"climate scientist", "a climate scientist"},
	{"Norvania Rail chief executive", "the chief executive of Norvania Rail"},
	{"Prime Minister", "the prime minister"},
	{"trade unionist", "a trade unionist"},
	{"President of Norway", "the president of Norway"},
	{"Prime Minister of the Czech Republic", "prime minister of the Czech Republic"},
	{"Ambassador to the United Nations", "ambassador to the United Nations"},
	{"Permanent Secretary at the Harbour Board", "permanent secretary at the Harbour Board"},
}

// bearers are names of many makes, given names that no list has among them.
var bearers = []string{"Ole Brandt", "Ana María Toledo", "Nguyen Thi Lan", "Mohammed al-Rashid", "Khalid bin Faisal Al Noor",
	"Jean-Luc Perrin", "Ursula van der Meer", "Kim Sun-hee", "Mary O'Leary", "Li Weimin", "J.D. Farrow", "Chukwuemeka Obi"}

// voiced are sentences in which the one who speaks is told by office and name.
var voiced = map[string]func(before, behind, name string) string{
	"said":           func(r, _, n string) string { return "The talk was of rain, " + r + " " + n + " said." },
	"said that":      func(r, _, n string) string { return r + " " + n + " said on Monday that the boat was late." },
	"quote, said":    func(r, _, n string) string { return "“The boat is late again,” said " + r + " " + n + "." },
	"quote, name":    func(r, _, n string) string { return "“The boat is late again,” " + r + " " + n + " said." },
	"behind":         func(_, b, n string) string { return n + ", " + b + ", said the boat was late." },
	"quote, behind":  func(_, b, n string) string { return "“The boat is late again,” said " + n + ", " + b + "." },
	"in front":       func(_, b, n string) string { return "On Monday " + b + ", " + n + ", said the boat was late." },
	"according to":   func(r, _, n string) string { return "According to " + r + " " + n + ", the boat was late." },
	"whose minister": func(r, _, n string) string { return "Poland’s " + r + " " + n + " said the boat was late." },
	"as saying": func(r, _, n string) string {
		return "The NWA agency quoted " + r + " " + n + " as saying that the boat was late."
	},
	"who is": func(_, b, n string) string {
		return "“The boat is late again,” added " + n + ", who is " + b + "."
	},
}

// TestOffices reads every office with every name in every sentence: whose words they
// are is the name, and no word of the office is a part of it.
func TestOffices(t *testing.T) {
	for shape, sentence := range voiced {
		for _, o := range offices {
			for _, name := range bearers {
				a := statements.Article{Lang: "en", Text: fmt.Sprintf("SEDGE, May 4 (Courier) - It rained on the coast for a third day.\n\n%s\n\nNobody came.\n", sentence(o[0], o[1], name))}
				got := Read(a)
				if len(got) != 1 || got[0].Speaker != name {
					t.Errorf("%s, %s %s: %q", shape, o[0], name, told(a.Text, "en"))
				} else if got[0].Role == "" && shape != "who is" {
					t.Errorf("%s, %s: no role for %q", shape, name, o[0])
				}
			}
		}
	}
}
