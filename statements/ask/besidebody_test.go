package ask

import (
	"slices"
	"strings"
	"testing"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// TestBesideBodies asks for people by roles that share a word with the name of a body
// on record, and by names with what stands around them.
func TestBesideBodies(t *testing.T) {
	known := []statements.Speaker{
		{ID: 1, Name: "Norvanian Foreign Ministry"}, {ID: 2, Name: "Federation of Energy Users"}, {ID: 3, Name: "Department of Fisheries"},
		{ID: 4, Name: "Harbour House"}, {ID: 5, Name: "National Bank of Vell"}, {ID: 6, Name: "Mira Solheim"}, {ID: 7, Name: "Tor Birk"},
		{ID: 8, Name: "Ann Hassan"}, {ID: 9, Name: "Norvania"}, {ID: 10, Name: "Sanders"}, {ID: 11, Name: "Hassan Lunde"},
		{ID: 12, Name: "Ada von der Torvik"},
	}
	in := Context{Now: now, Names: func(words string) (out []statements.Speaker) {
		for _, s := range known {
			if speakers.Same(words, s.Name) || holdsAll(s.Name, words) {
				out = append(out, s)
			}
		}
		return out
	}}
	for question, want := range map[string]struct{ who, topic string }{
		"what did the Foreign Minister say about the quota":                   {"Foreign Minister ?", "quota"},
		"what did Foreign Minister say about the quota":                       {"Foreign Minister ?", "quota"},
		"what did the Norvanian opposition leader say about the quota":        {"Norvanian opposition leader ?", "quota"},
		"what did the Energy Minister say about the quota":                    {"Energy Minister ?", "quota"},
		"what did the fisheries minister say about the quota":                 {"fisheries minister ?", "quota"},
		"what did the Harbour House Press Secretary say about the quota":      {"Harbour House Press Secretary ?", "quota"},
		"what did House Speaker say about the quota":                          {"House Speaker ?", "quota"},
		"what did the National Bank of Vell's governor say about the quota":   {"National Bank of Vell's governor ?", "quota"},
		"what did the Solheim spokesman say about the quota":                  {"Solheim spokesman ?", "quota"},
		"what did the lawyer for the rope makers say about the quota":         {"lawyer for the rope makers ?", "quota"},
		"what did the head of the Rapid Support Guild (RSG) say on the quota": {"head of the Rapid Support Guild (RSG) ?", "quota"},
		"what did the Norvanian Foreign Ministry say about the quota":         {"Norvanian Foreign Ministry", "quota"},
		"what did the Deputy Energy Minister Tor Birk say about the quota":    {"Tor Birk", "quota"},
		"what did Norvania's ambassador to the Rowing Union Tor Birk say":     {"Tor Birk", ""},
		"what did Ada von der Torvik say about the quota":                     {"Ada von der Torvik", "quota"},
		"what did Ida von der Quimby say about the quota":                     {"Ida von der Quimby ?", "quota"},
		"what did the spokesman for Mr Birk say about the quota":              {"spokesman for Mr Birk ?", "quota"},
		"the spokesman for mr birk on the quota":                              {"spokesman for mr birk ?", "quota"},
		"the quota, according to the spokesman for mr birk":                   {"spokesman for mr birk ?", "quota"},
		"the head of the rope and lamp union on the quota":                    {"head of the rope and lamp union ?", "quota"},
		"the head of the dockers’ union (sdu) on the quota":                   {"head of the dockers’ union (sdu) ?", "quota"},
		"the quota, according to the head of the rope and lamp union":         {"head of the rope and lamp union ?", "quota"},
		"harbour house press secretary tor birk on the quota":                 {"Tor Birk", "quota"},
		"foreign exchange market Solheim":                                     {"Mira Solheim", "foreign|exchange|market"},
		"Solheims reaction to the quota":                                      {"Mira Solheim", "quota"},
		"Sanders reaction to the quota":                                       {"Sanders", "quota"},
		"Norvanias position on the quota":                                     {"Norvania", "quota"},
		"what did Hassan Quimby say about the quota":                          {"Hassan Quimby ?", "quota"},
		"Solheim in Vell on four northern states":                             {"Mira Solheim", "Vell|four|northern|states"},
		"Solheim on why Birk says no":                                         {"Mira Solheim", "Birk"},
		"Quimby on President Birk":                                            {"Quimby ?", "President Birk"},
		"Quimby on what Birk says":                                            {"Quimby ?", "Birk"},
	} {
		q := Parse(question, in)
		if got := whose(q); got != want.who {
			t.Errorf("%s: %s, want %s", question, got, want.who)
		}
		got := strings.Split(topics(q), "|")
		if !slices.Equal(got, strings.Split(want.topic, "|")) {
			t.Errorf("%s: %s, want %s", question, topics(q), want.topic)
		}
	}
}
