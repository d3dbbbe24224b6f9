package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// construction is a text and what is said in it, as told writes it.
type construction struct {
	in   string
	want []string
}

// readsAs holds the reading of texts, each between front and end, against what is said.
func readsAs(t *testing.T, front, end string, cases []construction) {
	t.Helper()
	reader, err := Open(English)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if d := cmp.Diff(c.want, toldBy(reader, front+c.in+end, "en")); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.in, d)
		}
	}
}

// TestBasic has sentences of one construction each, as anybody may write them.
func TestBasic(t *testing.T) {
	readsAs(t, "The mill\n\n", "", []construction{
		// A cue with whom it is of, between two commas.
		{"The toll, said Mayor Ann Torvik, is dead.", []string{"Ann Torvik: The toll … is dead"}},
		{"Norway, says Copenhagen, is stalling.", []string{"Denmark: Norway … is stalling"}},
		{"The guild, says its leader Bo Lund, will strike.", []string{"Bo Lund: The guild … will strike"}},
		{"Cod, said the harbour board, would be scarce by May.", []string{"harbour board: Cod … would be scarce by May"}},
		{"But the ferry, said Bo Lund, is open.", []string{"Bo Lund: But the ferry … is open"}},
		{"For now, said Bo Lund, the quay is open.", []string{"Bo Lund: For now … the quay is open"}},
		{"If it fails, said Bo Lund, the quay will close.", []string{"Bo Lund: If it fails … the quay will close"}},
		{"The mayor, Bo Lund, said the toll was off.", []string{"Bo Lund: the toll was off"}},
		{"The guild found the leak, reported it to the board, and mended it.", []string{"?: it to the board, and mended it"}},
		{"Norway and Denmark have agreed to extend the thaw by 90 days and to pull the nets back, Sweden’s foreign minister has said.", []string{"?: Norway and Denmark have agreed to extend the thaw by 90 days and to pull the nets back"}},

		// Who is quoted by whom.
		{"Ann Torvik was quoted by the Courier as saying that the toll was dead.", []string{"Ann Torvik: that the toll was dead"}},
		{"Mayor Bo Lund came. The Courier quoted him as saying that he feared the worst.", []string{"Bo Lund: that he feared the worst"}},
		{"The daily Folha de Sedge reports that Bo Lund told reporters over coffee he would go.", []string{"Bo Lund: over coffee he would go"}},
		{"Ann Torvik, described by Bo Lund as a crook, said she would sue.", []string{"Ann Torvik: she would sue"}},
		{"Ann Torvik, accused by Bo Lund of lying, said she would sue.", []string{"Ann Torvik: she would sue"}},
		{"Ann Torvik, whom Bo Lund called a crook, said she would sue.", []string{"Bo Lund: a crook"}},
		{"Ann Torvik, who is 54, and who said in May that she would leave, has stayed.", []string{"?: that she would leave"}},

		// What nobody says.
		{"Whatever Ann Torvik says, the road will stay shut.", nil},
		{"Did Ann Torvik say the road would open?", nil},
		{"Had Ann Torvik said the road would open, nobody would have believed her.", nil},
		{"Ann Torvik said the talks had been good; Bo Lund, that they had been short.", []string{"Ann Torvik: the talks had been good"}},

		// What stands around a name.
		{"The Minister of Fisheries of Norvania, H.E. Ann Torvik, said that it was late.", []string{"Ann Torvik: that it was late"}},
		{"Norvania’s Cabinet Secretary for Foreign Affairs, Hon. Bo ole Lund, said that it was late.", []string{"Bo ole Lund: that it was late"}},
		{"Conservative labour critic Ann d’Elmont said that it was late.", []string{"Ann d’Elmont: that it was late"}},
		{"Speaking on behalf of the Northern Union, Special Representative Bo van der Lund said that it was late.", []string{"Bo van der Lund: that it was late"}},
		{"Opposition leader Ann Torvik came. The Salt Party MP, whose seat was flooded, said that it was late.", []string{"?: that it was late"}},
		{"The Democrat from Sedge said that it was late.", []string{"?: that it was late"}},
		{"The charity Patients in Waiting said that it was late.", []string{"Patients in Waiting: that it was late"}},
		{"The charity Bread for Sedge said that it was late.", []string{"Bread for Sedge: that it was late"}},
		{"The charity Breadline in Norway said that it was late.", []string{"Breadline: that it was late"}},
		{"The toll follows a review of ports, published in March, which found that four in five were poor.", []string{"?: that four in five were poor"}},
		{"“It is late,” said the guild’s envoy for the central sound, Bo de Lund.", []string{"Bo de Lund: “It is late”"}},
		{"Reaction from Sedge: a spokesman for Dame Ann Torvik says that it is late.", []string{"?: that it is late"}},
		{"16.47 The guild’s envoy, Bo Lund, says that it is late.", []string{"Bo Lund: that it is late"}},
		{"4:47pm GMT: The guild’s envoy, Bo Lund, says that it is late.", []string{"Bo Lund: that it is late"}},

		// Whom a pronoun takes up again.
		{"Maria Torvik says that it is late. “It is dark,” she says.\n\nShe calls it “folly”. The ambassador, Gao Lund, has said that it was early.\n\nOn the ferry she is more careful. The fare is high, she says.",
			[]string{"Maria Torvik: that it is late", "Maria Torvik: “It is dark”", "Maria Torvik: “it “folly””", "Gao Lund: that it was early", "Maria Torvik: The fare is high"}},
		{"Maria Torvik said that it was late. About the mayor, Aster Lund, whom many expect her to challenge, she said that he was decent.",
			[]string{"Maria Torvik: that it was late", "Maria Torvik: that he was decent"}},
		{"Defence Minister Avner Torvik said that it was late. “It is dark,” he said.\n\nThe guild has counted 27 boats in one day, its spokesperson Andrea di Lund said. “Each of them is late,” he said.",
			[]string{"Avner Torvik: that it was late", "Avner Torvik: “It is dark”", "Andrea di Lund: The guild has counted 27 boats in one day", "Andrea di Lund: “Each of them is late”"}},
		{"Foreign Minister Oksana Torvik wrote that it was late.\n\nTurkey’s foreign minister has promised a text by June. “The draft will be fair,” Kerem Lund told the broadcaster Kanal Sedge.",
			[]string{"Oksana Torvik: that it was late", "Kerem Lund: a text by June", "Kerem Lund: “The draft will be fair”"}},

		// What another says, and who was told.
		{"“I love it,” said Ann Torvik, 34, of Elm Street. Her neighbour Bo Lund disagreed: “I hate it.”", []string{"Ann Torvik: “I love it”"}},
		{"Zob Lund from the Dockers’ Union said that it was late.", []string{"Zob Lund: that it was late"}},
		{"Ann Torvik told MPs the bridge was safe.", []string{"Ann Torvik: the bridge was safe"}},
		{"Ann Torvik told a crowd of miners the bridge was safe.", []string{"Ann Torvik: the bridge was safe"}},

		// More names.
		{"The former minister Souleymane ag Lund said that it was late.", []string{"Souleymane ag Lund: that it was late"}},
		{"“It is late,” said the Secretary for Trade and Industry, Hon. Zob arap Lund, at the session.", []string{"Zob arap Lund: “It is late”"}},
		{"The Cathaoirleach of Sedge County Council, Cllr Ann Torvik, said that it was late.", []string{"Ann Torvik: that it was late"}},
		{"“We will appeal,” said one of the lawyers, Zob Lund. “It is late.”", []string{"Zob Lund: “We will appeal … It is late.”"}},
		{"The Norvanian foreign ministry called it “folly”, the state agency Novosti Sedge reported.", []string{"Norvanian foreign ministry: “it “folly””"}},
		{"“I am sorry,” said Bishop Fintan Lund, 71, who is not accused of theft but who, the report found, moved two priests after parents complained.", []string{"Fintan Lund: “I am sorry”"}},

		// A clause that is no name.
		{"A guild spokeswoman in Sedge, Marie-Noelle Lund, said the guild’s good offices remained open to all.", []string{"Marie-Noelle Lund: the guild’s good offices remained open to all"}},
		{"President Bo Lund met Ann Torvik. In the opinion of the President, this matter requires engineers.", []string{"Bo Lund: this matter requires engineers"}},
		{"Speaking beside his host on Monday, Bo Lund had insisted that the bank be opened, the Sedge News agency reported.", []string{"Bo Lund: that the bank be opened"}},

		// Below a line that says whose words they are.
		{"Quotes attributable to Minister Ann Torvik:\n\n“It is early. I know it.”\n\n“We will go on.”\n\nMedia contact: the minister’s office", []string{"Ann Torvik: “It is early. I know it. … We will go on.”"}},
	})
}

// TestBasicHeadline has headlines.
func TestBasicHeadline(t *testing.T) {
	readsAs(t, "", "\n\nThe mill has been shut since May.", []construction{
		{"Central bank holds rate at 29%, says ‘too early to celebrate’", []string{"Central bank: “too early to celebrate”"}},
		{"Water chief told to ‘show some shame’ as Sedge is fined", nil},
		{"Mayor urged to quit over toll", nil},
		{"Torvik accused of lying over toll", nil},
		{"Toll will not rise, councillors told", nil},
		{"What Torvik said about the toll", nil},
		{"Lund calls Torvik ‘a crook’ as row deepens", []string{"Lund: “Torvik ‘a crook’”"}},
		{"Mill shuts early; mayor says ‘time to go’", []string{"?: “time to go”"}},
	})
}
