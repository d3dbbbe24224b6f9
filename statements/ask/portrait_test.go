package ask

import (
	"strings"
	"testing"

	"onrecord/statements"
)

func TestLikeness(t *testing.T) {
	const ferries = "Ferry strike enters third day\n\nFerries stood idle in Ostervik on Monday.\n\n"
	for _, c := range []struct {
		role, text, source, speaker, description string
		want                                     likeness
	}{
		{"general secretary of the Ferrymen's Union", ferries, "", "Ada Lund", "ferrymen's union leader", surely},
		{"general secretary of the Ferrymen's Union", ferries, "", "Ada Lund", "ferry union boss", surely},
		{"general secretary of the Ferrymen's Union", ferries, "", "Ada Lund", "teachers' union boss", another},
		{"general secretary of the Ferrymen's Union", ferries, "", "Ada Lund", "ferry company's head", another},
		{"its chief executive", ferries, "", "Ada Lund", "ferry company's head", perhaps},
		{"its chief executive", ferries, "", "Ada Lund", "airline's head", another},
		{"Chief Executive of Fjordbank", ferries, "", "Ada Lund", "ferry boss", another},
		{"his lawyer", ferries, "", "Ada Lund", "defence lawyer", surely},
		{"prosecutor", ferries, "", "Ada Lund", "defence lawyer", another},
		{"", ferries, "Ada Lund, prosecuting,", "Ada Lund", "prosecutor", surely},
		{"", ferries, "Ada Lund, for the defence,", "Ada Lund", "defence barrister", surely},
		{"", ferries, "Ada Lund, who heads the Hauliers' Association,", "Ada Lund", "hauliers' boss", surely},
		{"", ferries, "Ada Lund and Bo Lind, who lead the Coast Greens and sit in the council,", "Ada Lund and Bo Lind", "leaders of the Coast Greens", surely},
		{"", ferries, "Ada Lund, who sat beside the Hauliers' chief,", "Ada Lund", "hauliers' boss", another},
		{"general who leads the mission in the strait", ferries, "", "Ada Lund", "head of the mission", surely},
		{"retired judge who wrote the report", ferries, "", "Ada Lund", "judge who wrote the report", surely},
		{"retired judge", ferries, "", "Ada Lund", "judge who wrote the report", another},
		{"Professor of the Vell School of Economics", ferries, "", "Ada Lund", "economist", surely},
		{"outgoing governor of the Bank of Norvania", ferries, "", "Ada Lund", "central bank governor", surely},
		{"mayor", ferries, "", "Ada Lund", "mayor of Ostervik", perhaps},
		{"foreign minister", ferries, "", "Ada Lund", "Ostervik's foreign minister", perhaps},
		{"foreign minister", ferries + "The Vellish foreign minister came.", "", "Ada Lund", "Ostervik's foreign minister", another},
		{"foreign minister", ferries + "She met her counterpart.", "", "Ada Lund", "Ostervik's foreign minister", another},
		{"", ferries, "Ada Lund (Coast Party), head of the ferry guild,", "Ada Lund", "head of the ferry guild", surely},
		{"", ferries + "On Monday Sen. Ada Lund came. “No,” she said.", "she", "Ada Lund", "senator", surely},
		{"", ferries, "Ada Lund, who served as ambassador to Norvania until May,", "Ada Lund", "former ambassador to Norvania", surely},
		{"", ferries, "Ada Lund, who served as ambassador to Norvania until May,", "Ada Lund", "former ambassador to Vell", another},
		{"secretary general of the United Nations", ferries, "", "Ada Lund", "UN secretary general", surely},
		{"", ferries, "Solheim communication director Ada Lund", "Ada Lund", "Solheim's communications director", surely},
		{"", ferries, "the Rev. Ada Lund", "Ada Lund", "pastor", surely},
		{"opposition leader", ferries, "", "Ada Lund", "leader of Ostervik", another},
		{"its chair", ferries, "Ada Lund, its chair,", "Ada Lund", "chair of Ostervik", another},
		{"its chair", ferries, "Ostervik Lines waits. Ada Lund, its chair,", "Ada Lund", "chair of Ostervik", perhaps},
		{"union's president", ferries, "", "Ada Lund", "president of Ostervik", another},
		{"union's director", ferries, "", "Ada Lund", "director of Ostervik", another},
		{"", ferries + "Minister Ada Lund of Norvania came. “No,” she said.", "she", "Ada Lund", "Norvanian minister", surely},
		{"", ferries + "The mayor met Ada Lund. “No,” she said.", "she", "Ada Lund", "mayor", another},
		{"", ferries + "The mayor and Ada Lund came. “No,” she said.", "she", "Ada Lund", "mayor", another},
		{"", ferries + "A surveyor, Ada Lund, came. “No,” she said.", "Ada Lund, a surveyor whom nobody knew,", "Ada Lund", "surveyor", surely},
		{"captain", ferries, "", "Ada Lund", "injured captain", perhaps},
		{"", ferries, "Professor Ada Lund of the Vell School of Economics", "Ada Lund", "economist", surely},
		{"Chief Executive of Ostervik Lines", ferries, "", "Ada Lund", "ferry boss", likely},
		{"president's spokesman", ferries, "", "Ada Lund", "spokesman for Ostervik's president", perhaps},
		{"", ferries, "The environmental group Clean Fjord", "Clean Fjord", "green group", surely},
		{"leader of the ferry bloc", ferries, "", "Ada Lund", "leader of the railway union", another},
		{"Gov.", ferries, "", "Ada Lund", "governor", surely},
		{"", ferries, "the Norvanian premier", "Ada Lund", "Norvanian premier", surely},
		{"", ferries + "They met Ostervik’s newly elected young mayor Ada Lund. “No,” she said.", "she", "Ada Lund", "mayor of Ostervik", surely},
		{"", ferries + "They met Ostervik’s friends. A mayor, Ada Lund, came. “No,” she said.", "she", "Ada Lund", "mayor of Vell", another},
		{"", ferries + "Ada Lund, a baker, was elected as mayor of Vell last week. “No,” she said.", "she", "Ada Lund", "mayor of Vell", surely},
		{"", ferries + "Ada Lund was elected as mayor of Vell last week. “No,” she said.", "she", "Ada Lund", "mayor of Sedge", another},
		{"special envoy of Norvania", ferries, "", "Ada Lund", "Norvania's mediator", surely},
		{"Ostervik's rebel leader", ferries, "", "Ada Lund", "Ostervik's president", another},
		{"Ostervik's leader", ferries, "", "Ada Lund", "Ostervik's president", surely},
		{"its spokesman", "Sri Lanka shuts ports\n\nSri Lanka shut its ports.\n\nThe Rowing Union rows at Sri Point. ", "Ada Lund, its spokesman,", "Ada Lund", "Sri Lankan spokesman", another},
		{"Tuscan fisheries minister", ferries, "", "Ada Lund", "Tuscany's minister for fisheries", surely},
		{"Catalan fisheries minister", ferries, "", "Ada Lund", "Catalonia's fisheries minister", surely},
		{"Catalan fisheries minister", ferries, "", "Ada Lund", "Catania's fisheries minister", another},
		{"Australian fisheries minister", ferries, "", "Ada Lund", "Austria's fisheries minister", another},
		{"secretary general of the Ferrymen's Union", ferries, "", "Ada Lund", "ferry union boss", surely},
		{"secretary general of the Ferrymen's Union", ferries, "", "Ada Lund", "union boss in Vell", another},
		{"general secretary of the Ferrymen's Union", ferries, "", "Ada Lund", "union boss in Ostervik", perhaps},
		{"", ferries, "the Harbour Union's observers", "Harbour Union", "foreign observers", another},
	} {
		f := statements.Found{Article: statements.Article{Text: c.text + c.source}, Statement: statements.Statement{Speaker: c.speaker, Role: c.role}}
		f.Article.Title, _, _ = strings.Cut(c.text, "\n")
		if c.source != "" {
			f.Statement.Source = statements.Span{Start: len(c.text), End: len(c.text) + len(c.source)}
		}
		f.Statement.Content = []statements.Span{{Start: len(c.text), End: len(c.text)}}
		if got := describe(c.description).likenessOf(f); got != c.want {
			t.Errorf("%q %q is %q: %d, want %d", c.role, c.source, c.description, got, c.want)
		}
	}
}

func TestAddressed(t *testing.T) {
	body := "Doors\n\nAda Lund, the architect of the Harbour Hall, keeps no desk.\n\nCourier: Governor, are prices out of hand?\n\nLund: No."
	f := statements.Found{Article: statements.Article{Title: "Doors", Text: body}, Statement: statements.Statement{Speaker: "Ada Lund"}}
	at := strings.Index(body, "No.")
	f.Statement.Cue = statements.Span{Start: at - 2, End: at - 1}
	f.Statement.Content = []statements.Span{{Start: at, End: len(body)}}
	for description, want := range map[string]likeness{"governor": surely, "architect of the Harbour Hall": surely, "mayor": another} {
		if got := describe(description).likenessOf(f); got != want {
			t.Errorf("who answers is %q: %d, want %d", description, got, want)
		}
	}
}

func TestDescribedElsewhere(t *testing.T) {
	at := func(url, text, said, speaker string, id int64) statements.Found {
		f := statements.Found{SpeakerID: id, Article: statements.Article{URL: url, Text: text}, Statement: statements.Statement{Speaker: speaker}}
		i := strings.Index(text, said)
		f.Statement.Content = []statements.Span{{Start: i, End: i + len(said)}}
		return f
	}
	candidates := []statements.Found{
		at("a", "Speech\n\nI offer a truce.", "I offer a truce", "Ada Lund", 1),
		at("b", "No truce\n\nNorvania’s president, Ada Lund, had offered it. “No,” Pell Andersen said.", "No", "Pell Andersen", 2),
		at("c", "Norvania sails\n\n“We sail,” the guild's president, Tor Birk, said.", "We sail", "Tor Birk", 3),
	}
	got := describe("president of Norvania").meant(candidates)
	if !got[1] || got[2] || got[3] {
		t.Errorf("the president of Norvania is %v, want 1", got)
	}
}

// A bare minister of an article about two lands may be of either, but not where
// another article says of which, nor where somebody surely is the other's.
func TestMinisterOfAnother(t *testing.T) {
	at := func(url, text, role, speaker string, id int64) statements.Found {
		i := strings.Index(text, "No")
		return statements.Found{SpeakerID: id, Article: statements.Article{URL: url, Text: text},
			Statement: statements.Statement{Speaker: speaker, Role: role, Content: []statements.Span{{Start: i, End: i + 2}}}}
	}
	bare := at("a", "Vell answers Norvania\n\n“No,” Foreign Minister Ada Lund said.", "Foreign Minister", "Ada Lund", 1)
	hers := at("b", "Dams\n\n“No,” said Norvania's Foreign Minister Ada Lund.", "Norvania's Foreign Minister", "Ada Lund", 1)
	other := at("c", "Boats\n\n“No,” said Vell's Foreign Minister Tor Birk.", "Vell's Foreign Minister", "Tor Birk", 2)
	for _, c := range []struct {
		name     string
		all      []statements.Found
		ada, tor bool
	}{
		{"alone", []statements.Found{bare}, true, false},
		{"said elsewhere", []statements.Found{bare, hers}, false, false},
		{"somebody surely is", []statements.Found{bare, other}, false, true},
	} {
		if got := describe("Vell's foreign minister").meant(c.all); got[1] != c.ada || got[2] != c.tor {
			t.Errorf("%s: %v, want %v and %v", c.name, got, c.ada, c.tor)
		}
	}
}
