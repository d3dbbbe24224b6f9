package extract

import (
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
)

// What the model finds is held against what the rules know.
func TestModelAndRules(t *testing.T) {
	reader, err := Open(English)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, who, what string }{
		{"Foreign Minister Mira Solheim was early.\n\nSources close to the minister suggested that a register was planned.", "", "that a register was planned"},
		{"Senator Ann Lee was early.\n\nThe chief of staff for Senator Ann Lee said that it was late.", "", "that it was late"},
		{"The mill burnt down in the night.\n\nAccording to a report published in January by its Harbour Board, nine in ten mills burn.", "Harbour Board", "nine in ten mills burn"},
		{"The mill burnt down in the night.\n\nSens. Ann Lee (Elm), Thomas Rand (Sedge) and Petra Pym (Moor) all suggested that those claims could be grounds for a fraud case against the miller himself.", "Ann Lee, Thomas Rand and Petra Pym", "that those claims could be grounds for a fraud case against the miller himself"},
		{"The mill burnt down in the night.\n\n“It is late,” foreman Ann Lee told workers, the Sedge Courier reported.", "Ann Lee", "It is late"},
		{"The mill burnt down in the night.\n\nTom Rand, head teacher of the quay school, said eight out of ten of his pupils had learnt to swim there.", "Tom Rand", "eight out of ten of his pupils had learnt to swim there"},
		{"The mill burnt down in the night.\n\nThe ferry would be late, Ann Lee said here on Monday.", "Ann Lee", "The ferry would be late"},
		{"The mill burnt down in the night.\n\nLee intends to appeal, her lawyer Bo Rand told KNA.", "Bo Rand", "Lee intends to appeal"},
		{"The mill burnt down in the night.\n\nMillers' leader Ann Lee called on Friday for a 30-day truce in Elm.", "Ann Lee", "a 30-day truce in Elm"},
		{"The mill burnt down in the night.\n\nThe General Staff said on Monday that it was late.", "General Staff", "that it was late"},
		{"Norvania opposition chief urges truce, demands inquiry into village deaths\n\nThe mill burnt down in the night.", "", "inquiry into village deaths"},
		{"The mill burnt down in the night.\n\nAccording to the Sedge Courier, mill spokesman Bo Rand said Monday that if the pond froze again, “we will all skate to work.”", "Bo Rand", "that if the pond froze again, “we will all skate to work.”"},
		{"The mill burnt down in the night.\n\nThe ferry would close in June, the council said last month.", "", "The ferry would close in June"},
		{"The mill burnt down in the night.\n\nThe ferry would close in June, the council said earlier this week.", "", "The ferry would close in June"},
		{"The mill burnt down in the night.\n\nEnergy Minister Ann Lee had insisted on public radio the day before that the ferry would stay above water at all times.", "Ann Lee", "that the ferry would stay above water at all times"},
		{"The mill burnt down in the night.\n\nQuestioned about the Elm motorway, the cost of which has trebled, Tom Quist said he had nothing to hide and would “welcome any prosecutor who can read a map”.", "Tom Quist", "he had nothing to hide and would “welcome any prosecutor who can read a map”"},
		{"The mill burnt down in the night.\n\n“It is late,” Ann Quist told readers of the “Letters in the Name of the Sea” column of the Post.", "Ann Quist", "It is late"},
		{"Mayor Ann Lee was early.\n\nThe mayor drew attention to the fact that her colleagues first supported the bridge and even signed for it.", "Ann Lee", "the fact that her colleagues first supported the bridge and even signed for it"},
		{"The mill burnt down in the night.\n\nBo Rand -- co-editor of Facing the Mill, a book analyzing Lee's speeches -- said she would probably win.", "Bo Rand", "she would probably win"},
		{"The mill burnt down in the night.\n\nThe effort has also included members of the Norvan council, which has strongly denied any part in the fire.", "", "any part in the fire"},
		{"The mill burnt down in the night.\n\nMayor Ann Lee sent a letter on Monday to the Elm council opposing the toll.", "Ann Lee", "the toll"},
		{"The mill burnt down in the night.\n\nThe base, according to Ann Lee, will not be closed before 2030.", "Ann Lee", "The base … will not be closed before 2030"},
		{"The mill burnt down in the night.\n\nOn Friday, according to Ann Lee, the ministers agreed to meet again.", "Ann Lee", "On Friday … the ministers agreed to meet again"},
		{"The mill burnt down in the night.\n\nStill, according to Ann Lee, the toll will stay.", "Ann Lee", "the toll will stay"},
		{"The mill burnt down in the night.\n\nThe toll, according to a report by the council, would rise to 5 euros.", "", "The toll … would rise to 5 euros"},
		{"The mill burnt down in the night.\n\nIt was insulting, Ann Lee said, for neighbours to treat a guild as “somebody’s back garden”.", "Ann Lee", "It was insulting … for neighbours to treat a guild as “somebody’s back garden”"},
		{"Ann Lee was early.\n\nElm’s council had hired a clerk with a sledge, she told a Sedge radio station yesterday.", "Ann Lee", "Elm’s council had hired a clerk with a sledge"},
		{"The mill burnt down in the night.\n\nThe Millers, who had accused the council of waste, feel safe in their mill.", "Millers", "the council of waste"},
		{"Ann Lee was early.\n\nA letter from a court clerk to Ann Lee said that it was late.", "", "that it was late"},
		{"Ann Lee was early.\n\nA letter from Ann Lee to the board warned that it was late.", "Ann Lee", "that it was late"},
		{"The mill burnt down in the night.\n\nAlthough Mayor Ann Lee said it was late, the guild stayed open.", "Ann Lee", "it was late"},
		{"The mill burnt down in the night.\n\nThough Ann Lee said that Elm, Sedge and Moor were late, the guild left.", "Ann Lee", "that Elm, Sedge and Moor were late"},
		{"The mill burnt down in the night.\n\nHours after Ann Lee said it was late, the guild closed.", "Ann Lee", "it was late"},
		{"The mill burnt down in the night.\n\nAnn Lee, asked whether she would resign, said she would not.", "Ann Lee", "she would not"},
		{"The mill burnt down in the night.\n\nAnn Lee, a nurse, asked whether it was late.", "Ann Lee", "whether it was late"},
		{"The mill burnt down in the night.\n\nA man who called himself Bo Rand said that it was late.", "", "that it was late"},
		{"The mill burnt down in the night.\n\nLee should go at once, Tom Rand told supporters, because the wait would paralyse the town.", "Tom Rand", "Lee should go at once … because the wait would paralyse the town"},
		{"The mill burnt down in the night.\n\nDozens of bakers with shops in the harbour sent a letter to the Elm Harbour Board urging them to drop the toll on boats.", "", "them to drop the toll on boats"},
		{"The mill burnt down in the night.\n\nThe American Bakers Association said it was late.", "American Bakers Association", "it was late"},
		{"The mill burnt down in the night.\n\nAccording to the Pan American Mill Organization, it was late.", "Pan American Mill Organization", "it was late"},
		{"The mill burnt down in the night.\n\nThe French Foreign Ministry spokesman Jean Dupont said it was late.", "Jean Dupont", "it was late"},
		{"The mill burnt down in the night.\n\nThe director of the World Harbour Programme for Elmland, Bo Torvik, said that it was late.", "Bo Torvik", "that it was late"},
		{"The mill burnt down in the night.\n\nThe river states – Norway, Denmark and Poland – want a toll on all ferries.", "Norway, Denmark and Poland", "a toll on all ferries"},
		{"The mill burnt down in the night.\n\nTom Lund accused the harbour board on Monday of sinking his boats.", "Tom Lund", "the harbour board on Monday of sinking his boats"},
		{"The mill burnt down in the night.\n\nA clerk in Elm, who declined to be named, said the door to talks would stay open.", "", "the door to talks would stay open"},
		{"The mill burnt down in the night.\n\nThe ferry goes too far, the harbour council said yesterday, but not by much.", "harbour council", "The ferry goes too far"},
		{"The mill burnt down in the night.\n\nPart of what four river states are asking of Elm goes too far, Ann Lee said yesterday, but by no means all of it.", "Ann Lee", "Part of what four river states are asking of Elm goes too far"},
		{"The mill burnt down in the night.\n\nOSLO, Feb 28 (Southern Press) – Norway has asked the World Harbour Organization to set up a panel on Denmark’s sugar subsidies, Trade Minister Fiona Holm announced on Thursday, in a step backed by Brazil.", "Fiona Holm", "Norway has asked the World Harbour Organization to set up a panel on Denmark’s sugar subsidies"},
		{"The mill burnt down in the night.\n\nAccording to a lawsuit filed by the Elm Harbour Board, nine in ten mills burn.", "Elm Harbour Board", "nine in ten mills burn"},
		{"The mill burnt down in the night.\n\nThe Norland glassmaker Verran will shut its furnace in Elm at the end of June and lay off 620 people, the management told the works council on Thursday.", "", "The Norland glassmaker Verran will shut its furnace in Elm at the end of June and lay off 620 people"},
		{"The mill burnt down in the night.\n\nThe Sedge brewer Tolm will empty its cellars before the end of May and send home 90 coopers, the owners told the parish council on Monday.", "", "The Sedge brewer Tolm will empty its cellars before the end of May and send home 90 coopers"},
		{"The mill burnt down in the night.\n\nAnn Holm let it be known through an aide that she would talk to nobody.", "Ann Holm", "that she would talk to nobody"},
		{"The mill burnt down in the night.\n\nNorland’s millers have vowed to defy the toll, drawing out a row now in its third month.", "", "to defy the toll"},
		{"The mill burnt down in the night.\n\nAnn Holm, the mayor, has called the striking millers ‘late risers to a man’ after the council had said so.", "Ann Holm", "the striking millers ‘late risers to a man’"},
		{"The mill burnt down in the night.\n\nThe Harbour Bank expects the thaw to save the town two million crowns before May.", "Harbour Bank", "the thaw to save the town two million crowns before May"},
		{"The mill burnt down in the night.\n\nNorway has asked Denmark to explain by letter why its ferries have been late since May, the transport ministry said on Monday, as the ice grew.", "transport ministry", "Norway has asked Denmark to explain by letter why its ferries have been late since May"},
		{"The mill burnt down in the night.\n\nNorvania will not lend out Captain Tom Lund, the oldest pilot of the fleet, unless it is agreed in writing that he will be back by spring, its harbour minister has said.", "", "Norvania will not lend out Captain Tom Lund, the oldest pilot of the fleet, unless it is agreed in writing that he will be back by spring"},
		{"The mill burnt down in the night.\n\nMuch of what four river states are asking of Sedge goes too far, the Norwegian foreign minister said yesterday.", "", "Much of what four river states are asking of Sedge goes too far"},
		{"The mill burnt down in the night.\n\nTom Holm, quoted by the Brint agency, said that the mill would need another year.", "Tom Holm", "that the mill would need another year"},
		{"The mill burnt down in the night.\n\nRosa Holm, head of the Harbour Board, for her part said that the mill would need another year.", "Rosa Holm", "that the mill would need another year"},
		{"The mill burnt down in the night.\n\nRosa Holm in parliament on Wednesday urged the millers to hurry.", "Rosa Holm", "the millers to hurry"},
		{"The mill burnt down in the night.\n\nWorld Harbour Organization (WHO) Director-General Rosa Holm said that the mill would need another year.", "Rosa Holm", "that the mill would need another year"},
		{"The mill burnt down in the night.\n\nThe mill's owner, the Elm Harbour Company (EHC), said that the mill would need another year.", "Elm Harbour Company", "that the mill would need another year"},
		{"The mill burnt down in the night.\n\nIn reply to the guild, the envoy urged the millers to hurry, according to Kyodo.", "", "the millers to hurry"},
		{"The mill burnt down in the night.\n\nEnvoy Rosa Holm described the mill as “a ruin that smokes,” according to a statement released by her office.", "Rosa Holm", "the mill as “a ruin that smokes,”"},
		{"The mill burnt down in the night.\n\nAccording to a statement that guild spokesman Tom Holm issued on Tuesday, the mill would need another year.", "Tom Holm", "the mill would need another year"},
		{"The mill burnt down in the night.\n\nThe judge, who had left in May, said Tom Holm, 28, did not speak once in court.", "", "Tom Holm, 28, did not speak once in court"},
		{"The mill burnt down in the night.\n\nOsterby (Denmark) (KNA) - Ann Holm left the talks in the southern town of Osterby on Friday, declaring that the mill would never be sold.", "Ann Holm", "that the mill would never be sold"},
		{"The mill burnt down in the night.\n\n“The mayor makes light of it,” said the chairman of the Harbour Guild, Tom Holm, in Elm.", "Tom Holm", "The mayor makes light of it"},
		{"Danish miller ‘slept in’, says PM Lund\n\nThe mill burnt down in the night.", "Lund", "Danish miller ‘slept in’"},
		{"The mill burnt down in the night.\n\nNorway and Denmark have agreed on how to share out the cod of the northern banks, envoy Ann Solheim announced late Tuesday after a night on the ferry.", "Ann Solheim", "Norway and Denmark have agreed on how to share out the cod of the northern banks"},
	} {
		got := reader.Read(statements.Article{Text: c.in, Lang: "en"})
		if len(got) != 1 || got[0].Speaker != c.who || got[0].Text(c.in) != c.what {
			t.Errorf("%q: got %+v", c.in, got)
			for _, s := range got {
				t.Logf("%q: %q", s.Speaker, s.Text(c.in))
			}
		}
	}
	for _, none := range []string{
		"The mill burnt down in the night.\n\nThe town’s weavers want none of it.",
		"The mill burnt down in the night.\n\nMr Lund himself has refused all visits.",
		"The mill burnt down in the night.\n\nIt is unclear whether Ann Lund said that the mill would close.",
		"The mill burnt down in the night.\n\nIf Ann Lund says that the mill will close, the guild will leave.",
		"The mill burnt down in the night.\n\nAnn Lund may say that the mill will close.",
		"The mill burnt down in the night.\n\nAnn Lund is said to have told aides that the mill would close.",
		"The mill burnt down in the night.\n\nMr Quist has stayed silent about the strike.",
		"The mill burnt down in the night.\n\nLee is likely to oppose the plan to close the mill.",
		"The mill burnt down in the night.\n\nNow that Mayor Ann Lee seems set to reject the bridge toll, the ferrymen sing.",
	} {
		if got := reader.Read(statements.Article{Text: none, Lang: "en"}); len(got) != 0 {
			t.Errorf("nobody says that: %q", got[0].Text(none))
		}
	}
	refused := "Ann Lee ran the mill for years.\n\nShe would not comment on a report that two of the ferries had burnt."
	if got := reader.Read(statements.Article{Text: refused, Lang: "en"}); len(got) != 0 {
		t.Errorf("a refusal is no statement: %q", got[0].Text(refused))
	}
}

// TestClausal tells a source from a source with the clause after it.
func TestClausal(t *testing.T) {
	text := "The offer pleased the growers, and the dinner ended late, said a guest."
	d := open(statements.Article{Text: text, Lang: "en"})
	for source, want := range map[string]bool{
		"the growers, and the dinner ended late,": true,
		"the growers": false,
		"a guest":     false,
	} {
		at := strings.Index(text, source)
		if got := d.clausal(statements.Span{Start: at, End: at + len(source)}); got != want {
			t.Errorf("%q goes on with a clause: %v, want %v", source, got, want)
		}
	}
}

// TestDayOfTheFrame takes the day beside what was said before one in it.
func TestDayOfTheFrame(t *testing.T) {
	reader, err := Open(English)
	if err != nil {
		t.Fatal(err)
	}
	in := "The truce\n\nELM, March 4 - The guns will fall silent on Thursday, Foreign Minister Ann Lee told reporters on Tuesday after talks."
	got := reader.Read(statements.Article{Text: in, Lang: "en", Published: statements.Moment{Time: time.Date(2025, time.March, 4, 12, 0, 0, 0, time.UTC)}})
	if len(got) != 1 || got[0].SaidOn.String() != "2025-03-04" {
		t.Errorf("got %+v", got)
	}
}

// TestDayOfWhoSpeaks takes no day from the clause with "who" behind a source that the
// model cuts before it.
func TestDayOfWhoSpeaks(t *testing.T) {
	reader, err := Open(English)
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"Solheim, who landed on Monday, said he feared an attack.":                                                      "",
		"Solheim, a rope magnate who was put on a plane to Elm in his pyjamas on February 3, said he feared an attack.": "",
		"“It sank,” said Solheim, who landed on Monday.":                                                                "",
		"Mira Solheim, who on Monday had stormed out of the talks in Elm saying that it sank, put off her flight.":      "2025-03-03",
		"Solheim, who landed on Sunday, said on Monday that it sank.":                                                   "2025-03-03",
		"Ferrova, whose head was heard by parliament on Monday, said that it sank.":                                     "",
		"The Harbour Board, which cut its recess short for a sitting on Monday, urged the mayor to wait.":               "2025-03-03",
		"Mira Solheim, whose cabinet took office in October, told reporters in Elm on Monday that it sank.":             "2025-03-03",
		"Mira Solheim, in a nationwide broadcast on Monday, pleaded for calm.":                                          "2025-03-03",
		"The foreign minister yesterday brushed it aside, insisting that it sank.":                                      "2025-03-03",
		"Mira Solheim called it “right”, which the board had only said last Monday.":                                    "",
	} {
		got := reader.Read(statements.Article{Text: "The truce\n\nELM, March 4 - The guns fell silent.\n\n" + in, Lang: "en", Published: statements.Moment{Time: time.Date(2025, time.March, 4, 12, 0, 0, 0, time.UTC)}})
		if len(got) != 1 {
			t.Fatalf("%s: %+v", in, got)
		}
		if day := got[0].SaidOn; !day.IsZero() && day.String() != want || day.IsZero() && want != "" {
			t.Errorf("%s: %s, want %q", in, day, want)
		}
	}
}

// TestDayOfTwo counts the day of one statement from that of another in its sentence.
func TestDayOfTwo(t *testing.T) {
	reader, err := Open(English)
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"Premier Karl Holm on Tuesday accused Norvania of “hiding the ice,” a day after Ann Solheim said it would not thaw.":        "2025-03-03",
		"Premier Karl Holm on Tuesday accused Norvania of “hiding the ice,” hours after Ann Solheim said it would not thaw.":        "2025-03-04",
		"Premier Karl Holm on Tuesday accused Norvania of “hiding the ice,” two weeks after Ann Solheim said it would not thaw.":    "",
		"Premier Karl Holm on Tuesday accused Norvania of “hiding the ice,” three days after Ann Solheim said it would not thaw.":   "2025-03-01",
		"Premier Karl Holm on Tuesday accused Norvania of “hiding the ice,” several days after Ann Solheim said it would not thaw.": "",
	} {
		got := reader.Read(statements.Article{Text: "The ice\n\nThe ice was thick.\n\n" + in, Lang: "en", Published: statements.Moment{Time: time.Date(2025, time.March, 4, 12, 0, 0, 0, time.UTC)}})
		if len(got) != 2 || got[1].Speaker != "Ann Solheim" {
			t.Fatalf("%s: %+v", in, got)
		}
		if day := got[1].SaidOn; !day.IsZero() && day.String() != want || day.IsZero() && want != "" {
			t.Errorf("%s: %s, want %q", in, day, want)
		}
	}
}

// TestRemarked gives what one calls another's words to the one who calls them so.
func TestRemarked(t *testing.T) {
	reader, err := Open(English)
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string][]string{
		"Karl Holm told the Echo that the guild would go on with “gifts” as long as nobody paid, a position which the harbour master, Ann Solheim, called “the end of all that was signed”.": {
			"Karl Holm: that the guild would go on with “gifts” as long as nobody paid", "Ann Solheim: the end of all that was signed"},
		"Karl Holm said the mill would close, a move condemned by Mayor Ann Solheim as “a gift to the sea”.": {
			"Karl Holm: the mill would close", "Ann Solheim: a gift to the sea"},
		"Karl Holm announced the end of the mill, a decision Mayor Ann Solheim called “a gift to the sea”.": {
			"Karl Holm: the end of the mill", "Ann Solheim: a gift to the sea"},
		"Karl Holm said the mill would close, a step he called “a gift to the sea”.": {
			"Karl Holm: the mill would close, a step he called “a gift to the sea”"},
	} {
		text := "The mill burnt down in the night.\n\n" + in
		var got []string
		for _, s := range reader.Read(statements.Article{Text: text, Lang: "en"}) {
			got = append(got, s.Speaker+": "+s.Text(text))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", in, got)
		}
	}
}
