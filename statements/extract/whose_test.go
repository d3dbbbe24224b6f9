package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

// TestWhose has sources whose name or bearer is easily mistaken for another.
func TestWhose(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"a body written small, with a place behind it", "The Elmish embassy in Sedge said that it was late.", []string{"?: that it was late"}},
		{"a body of a place in its name", "The Institute for Ports said that it was late.", []string{"Institute for Ports: that it was late"}},
		{"a state with a people's word in its name", "The Czech Republic and Norway accused the board of waste.", []string{"Czech Republic and Norway: the board of waste"}},
		{"a guild of several", "The Sedge Doctors’ Guild warned that it was late.", []string{"Sedge Doctors’ Guild: that it was late"}},
		{"an adverb for somebody", "Tom Lee came. Bo Torvik said it was late.\n\nSadly for Lee, he swore in July that the ferry would sail.", []string{"Bo Torvik: it was late", "Tom Lee: that the ferry would sail"}},
		{"for somebody, without an adverb", "Tom Lee came. Bo Torvik said it was late.\n\nUnlike Lee, he swore that the ferry would sail.", []string{"Bo Torvik: it was late", "Bo Torvik: that the ferry would sail"}},
		{"an age, of whom the paragraph before quoted", "Tom Holm came.\n\nAnn Torvik said it was late.\n\n“We must go,” the 38-year-old said.", []string{"Ann Torvik: it was late", "Ann Torvik: “We must go”"}},
		{"an age, with another named between", "Ann Torvik said it was late. Tom Lee came.\n\n“We must go,” the 38-year-old said.", []string{"Ann Torvik: it was late", "?: “We must go”"}},
		{"the town's spokesman answered", "Tom Lee said it was late.\n\nThe town’s spokesman answered on Sunday. “It is dark,” he said.", []string{"Tom Lee: it was late", "?: “It is dark”"}},
		{"a headline's spokesman, of whom the lead has no name", "Ferry sails to Elm again on Monday, spokesman says\n\nThe ferry will sail, a spokesman for the harbour board said on Thursday.\n\n“It is late,” Elm spokesman Bo Lee wrote.", []string{"?: Ferry sails to Elm again on Monday", "?: The ferry will sail", "Bo Lee: “It is late”"}},
		{"a headline's spokesman, of whom the lead has", "Ferry sails to Elm again on Monday, spokesman says\n\nThe ferry will sail, board spokesman Bo Lee said on Thursday. A spokesman for Elm slept.", []string{"Bo Lee: Ferry sails to Elm again on Monday", "Bo Lee: The ferry will sail"}},
		{"whose statement it is", "Norway and Denmark said in a joint statement that cod was low. The toll would stay, the statement added.", []string{"Norway and Denmark: that cod was low", "Norway and Denmark: The toll would stay"}},
		{"a letter that nobody has spoken in", "Ann Lee said that cod was low. The toll would stay, the letter added.", []string{"Ann Lee: that cod was low", "?: The toll would stay"}},
		{"by the name that somebody gives", "“It is late,” said a driver who gave his name only as Bo. “I am cold,” Bo said.", []string{"Bo: “It is late”", "Bo: “I am cold”"}},
		{"as something that somebody is", "A man who identified himself as a Norwegian in Elm said it was late.", []string{"?: it was late"}},
		{"the opening's minister of a land, with another named far below", "The mill\n\nA part of the toll goes too far, the Swedish foreign minister said on Monday.\n\nAnn Holm urged all towns to talk. It rained. It snowed. It thawed. It rained. It froze.\n\nForeign Minister Bo Lund said it was late.", []string{"Ann Holm: A part of the toll goes too far", "Ann Holm: all towns to talk", "Bo Lund: it was late"}},
		{"the opening's minister of a land, named right below", "The mill\n\nA part of the toll goes too far, the Swedish foreign minister said on Monday.\n\nForeign Minister Bo Lund said it was late.", []string{"Bo Lund: A part of the toll goes too far", "Bo Lund: it was late"}},
		{"according to him", "Tom Lee said that it was late. According to him, the mill is shut. The toll, according to him, will stay.", []string{"Tom Lee: that it was late", "Tom Lee: the mill is shut", "Tom Lee: The toll … will stay"}},
		{"according to her office", "Ann Lee said that it was late. According to her office, the mill is shut.", []string{"Ann Lee: that it was late", "?: the mill is shut"}},
		{"what follows according to somebody is no role", "According to Ann Torvik, the ministers agreed to meet again.", []string{"Ann Torvik: the ministers agreed to meet again"}},
		{"a party for something", "Alexander Torvik of the far-left Alliance for Norvania said that it was late.", []string{"Alexander Torvik: that it was late"}},
		{"both of two", "Both Mayor Ann Torvik and her deputy Bo Lee said that it was late.", []string{"Ann Torvik and Bo Lee: that it was late"}},
		{"the head of the organization", "Port Union Secretary General Ann Torvik said that it was late. “It is dark,” the head of the organization stressed.", []string{"Ann Torvik: that it was late", "Ann Torvik: “It is dark”"}},
		{"the head of an organization, after a nurse", "Bo Lee, a nurse, said that it was late. “It is dark,” the head of the organization stressed.", []string{"Bo Lee: that it was late", "?: “It is dark”"}},
		{"the initials of an office", "Secretary of National Defense Ann Torvik said that it was late.\n\nQ: Is the ferry late?\n\nSND: It is late because the harbour is frozen.\n\nQ: Is it cold in Elm?\n\nSND: It is as cold as in any other winter.", []string{"Ann Torvik: that it was late", "Ann Torvik: “It is late because the harbour is frozen.”", "Ann Torvik: “It is as cold as in any other winter.”"}},
		{"somebody blunter", "Ann Torvik said that it was “late”. A baker in Elm, a town that has been flooded, was blunter: “We shall see it on Monday.”", []string{"Ann Torvik: that it was “late”"}},
		{"a name that was blunter", "Ann Torvik said that it was “late”. Bo Lee, whose house is wet, was blunter: “We shall see it on Monday.”", []string{"Ann Torvik: that it was “late”"}},
		{"whose statement it is, named behind it", "A statement by Mayor Ann Torvik said that it was late.", []string{"Ann Torvik: that it was late"}},
		{"a statement of two", "The joint statement by Ann Torvik and Bo Lee said that it was late.", []string{"Ann Torvik and Bo Lee: that it was late"}},
		{"letters behind a name", "Ann Torvik MP said that it was late. Torvik added that it was dark.", []string{"Ann Torvik: that it was late", "Ann Torvik: that it was dark"}},
		{"somebody's view", "The mill\n\nAnn Torvik came. Ann Torvik’s view is that it is late. Her answer was: “It is dark.”", []string{"Ann Torvik: that it is late", "Ann Torvik: “It is dark.”"}},
		{"somebody's verdict", "The mill\n\nMayor Ann Torvik’s verdict: “It is late.”", []string{"Ann Torvik: “It is late.”"}},
		{"somebody's house", "The mill\n\nAnn Torvik’s house is that of the mayor.", nil},
		{"an operator of something else", "“It is late,” said Bo Hren, a spokesman for the state pipeline operator Torvex.\n\nThe grid operator said it was dark. Torvex’s plea failed.", []string{"Bo Hren: “It is late”", "?: it was dark"}},
		{"behind a place without a comma", "In Sedge Ann Holm said it was late. “It is dark,” Holm said.", []string{"Ann Holm: it was late", "Ann Holm: “It is dark”"}},
		{"behind a place, of no given name", "In Sedge Elm Holm said it was late.", []string{"Sedge Elm Holm: it was late"}},
		{"several, named one by one", "The mayors of Elm and Sedge, Bo Torvik and Ann Solheim, said it was late.", []string{"Bo Torvik and Ann Solheim: it was late"}},
		{"several, each with a place", "The mayors, Bo Torvik of Elm and Ann Solheim of Sedge, said it was late.", []string{"Bo Torvik and Ann Solheim: it was late"}},
		{"a role of one, with a name", "The mayor of Elm and Sedge, Bo Torvik, said it was late.", []string{"Bo Torvik: it was late"}},
		{"a role of a body, with a name right behind it", "Spokesperson for the Armenian Trade Ministry Ann Torvik said that it was late. “It is cold,” Torvik said.", []string{"Ann Torvik: that it was late", "Ann Torvik: “It is cold”"}},
		{"a role of a body, with a name of no known given name", "The pipe is late again, head of the Norvanian Gas Guild Zhur Solheim said on Monday.", []string{"Zhur Solheim: The pipe is late again"}},
		{"a role of a body whose name goes on", "The head of the University Hospital Port North said that it was late.", []string{"?: that it was late"}},
		{"from which land somebody is", "Bo Lund’s envoy for the toll, the Slovak Tor Torvik, said that it was late. Torvik said that it was dark.", []string{"Tor Torvik: that it was late", "Tor Torvik: that it was dark"}},
		{"of which land a bank is", "Bo Lund’s backer, the Slovak Trade Bank, said that it was late.", []string{"?: that it was late"}},
		{"somebody's counterpart", "The mill\n\nPrime Minister Bo Solheim met his Polish counterpart Tom Torvik. Mr. Torvik said it was late. “It is dark,” the Polish prime minister said.", []string{"Tom Torvik: it was late", "Tom Torvik: “It is dark”"}},
		{"whose counterpart is of that land", "The mill\n\nPrime Minister Bo Solheim met his Polish counterpart, who slept, and his Danish counterpart Tom Torvik. Mr. Solheim said it was late. “It is dark,” the Danish prime minister said.", []string{"Bo Solheim: it was late", "Tom Torvik: “It is dark”"}},
		{"another land's minister", "The mill\n\nNorway’s Prime Minister Ann Holm came. The Prime Minister said it was late.\n\nIt was “too dark”, the Polish premier said.", []string{"Ann Holm: it was late", "?: It was “too dark”"}},
		{"another land's minister, named by the land", "The mill\n\nNorway’s Prime Minister Ann Holm said it was late.\n\nPoland’s Bo Lund was glad. It was “too dark”, the Polish premier said.", []string{"Ann Holm: it was late", "Bo Lund: It was “too dark”"}},
		{"a minister who is a prince", "The mill\n\nSaudi Mill Minister Prince Tor Solheim said it was late. Ann Holm, the UAE’s Minister of Mills, said it was dark.\n\nThe Saudi minister had said in May that it was cold.", []string{"Tor Solheim: it was late", "Ann Holm: it was dark", "Tor Solheim: that it was cold"}},
		{"who as something said it", "Ann Torvik, who as mayor said that it was late, slept.", []string{"Ann Torvik: that it was late, slept"}},
		{"whom the mayor said something of", "Ann Torvik, for whom the mayor said that it was late, slept.", []string{"?: that it was late, slept"}},
		{"the name that somebody gives, behind of", "“It is late,” said a nurse who gave only the name of Bo. “I am cold,” Bo said.", []string{"Bo: “It is late”", "Bo: “I am cold”"}},
		{"by the notes of a meeting", "Last week Mayor Tor Solheim told his guest Ann Lund in Elm that it was late, according to notes of the meeting.", []string{"Tor Solheim: that it was late"}},
		{"by notes, what nobody said", "The ferry is late, and Ann Lund slept, according to notes of the meeting.", []string{"?: The ferry is late, and Ann Lund slept"}},
		{"somebody's own paper", "Ann Torvik came. Bo Lund slept.\n\nAnn Torvik’s brief said that it was late.", []string{"Ann Torvik: that it was late"}},
		{"her own paper", "Ann Torvik came. Her submission to the court said that it was late.", []string{"Ann Torvik: that it was late"}},
		{"a paper about somebody", "Ann Torvik came. Ann Torvik’s autopsy said that it was late.", []string{"?: that it was late"}},
		{"a paper of somebody's lawyer", "Ann Torvik came. Ann Torvik’s lawyer’s brief said that it was late.", []string{"?: that it was late"}},
		{"a seat of a league", "The toll\n\nBrussels said that the toll must fall.", []string{"European Union: that the toll must fall"}},
		{"a capital of the land that the text is about", "The toll\n\nBrussels said that the toll must fall. The Belgian king slept.", []string{"Belgium: that the toll must fall"}},
		{"somebody of a land", "The toll\n\nEU envoy Bo Torvik said it was late.\n\nBut the Spaniard said that it was dark.", []string{"Bo Torvik: it was late", "Bo Torvik: that it was dark"}},
		{"somebody of another land", "The toll\n\nDanish envoy Bo Torvik said it was late.\n\nBut the Spaniard said that it was dark.", []string{"Bo Torvik: it was late", "?: that it was dark"}},
		{"the one of a land", "The toll\n\nNorwegian envoy Ann Holm came. Envoy Bo Torvik said it was late.\n\nThe Norwegian said that it was dark.", []string{"Bo Torvik: it was late", "Ann Holm: that it was dark"}},
		{"whose document it is", "Norway and Denmark said in a joint statement that cod was low. The toll would stay, the document added.", []string{"Norway and Denmark: that cod was low", "Norway and Denmark: The toll would stay"}},
		{"a document about something", "Ann Lee said in Elm that the letter was late. The toll would stay, the document added.", []string{"Ann Lee: that the letter was late", "?: The toll would stay"}},
		{"a prime minister by two letters", "The toll\n\nDanish PM Bo Torvik came. “It is dark,” the Danish prime minister said at 5 pm.", []string{"Bo Torvik: “It is dark”"}},
		{"a prime minister is no minister of several", "The toll\n\nPM Bo Torvik came. Trade Minister Ann Holm came. The minister said that it was late.", []string{"Ann Holm: that it was late"}},
		{"a house that stands for its land", "The toll\n\nRussian spokesman Tor Holm said it was dark. Danish spokesman Bo Torvik said it was late.\n\nThe Kremlin spokesman said that it was cold.", []string{"Tor Holm: it was dark", "Bo Torvik: it was late", "Tor Holm: that it was cold"}},
		{"another land's house", "The toll\n\nDanish spokesman Bo Torvik said it was late.\n\nThe Kremlin spokesman said that it was cold.", []string{"Bo Torvik: it was late", "?: that it was cold"}},
		{"a leader who spoke after talks with another", "The toll\n\nPrime Minister Bo Torvik said after talks with President Tor Solheim that it was late.\n\nThe conservative leader said that it was dark.", []string{"Bo Torvik: that it was late", "Bo Torvik: that it was dark"}},
		{"two leaders", "The toll\n\nPrime Minister Bo Torvik said that it was late when President Tor Solheim came.\n\nThe conservative leader said that it was dark.", []string{"Bo Torvik: that it was late when President Tor Solheim came", "?: that it was dark"}},
		{"a name that begins with a particle", "Anna von der Torvik came. The mill is late again, said von der Torvik.", []string{"Anna von der Torvik: The mill is late again"}},
		{"a day within a verb", "Ann Lund had on Wednesday told the board that it was late.", []string{"Ann Lund: that it was late"}},
		{"a headline's second verb", "Norwegian president vetoes harbour toll law, calls it Danish at heart\n\nPresident Ann Lund of Norway came.", []string{"Ann Lund: it Danish at heart"}},
		{"a headline's noun", "Norwegian president vetoes harbour toll law, calls and letters\n\nPresident Ann Lund of Norway came.", nil},
		{"he, behind a surname that two bear", "The toll\n\nSenator Tom Torvik said it was late. Bo Lund met Heidi Torvik. Lund said it was dark.\n\nBakers asked how Torvik could sleep. “I am cold,” he said.", []string{"Tom Torvik: it was late", "Bo Lund: it was dark", "Bakers: how Torvik could sleep", "Tom Torvik: “I am cold”"}},
		{"he, behind a surname of two who speak", "The toll\n\nSenator Tom Torvik said it was late. Mayor Karl Torvik said it was dark.\n\nBakers asked how Torvik could sleep. “I am cold,” he said.", []string{"Tom Torvik: it was late", "Karl Torvik: it was dark", "Bakers: how Torvik could sleep", "Karl Torvik: “I am cold”"}},
		{"they, behind two", "The toll\n\nSenators Ann Torvik and Bo Lund slept. They wrote that it was late.\n\n“The toll must go,” they wrote.", []string{"Ann Torvik and Bo Lund: that it was late", "Ann Torvik and Bo Lund: “The toll must go”"}},
		{"they, behind two who met others", "The toll\n\nSenators Ann Torvik and Bo Lund met farmers. They said that it was late.", []string{"?: that it was late"}},
		{"they, behind two of whom one spoke", "The toll\n\nAnn Torvik and Bo Lund came, Torvik said. They said that it was late.", []string{"Ann Torvik: Ann Torvik and Bo Lund came", "?: that it was late"}},
	} {
		if diff := cmp.Diff(c.want, told(c.in, "en")); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// TestItsRole has roles that begin with whose they are.
func TestItsRole(t *testing.T) {
	for _, c := range []struct{ rule, in, want string }{
		{"a state's", "Norway backed the toll. Its envoy to the League, Ann Lee, said it was late.", "Norway's envoy to the League"},
		{"a state's, in one sentence", "Norway waits, and its envoy to the League, Ann Lee, said it was late.", "Norway's envoy to the League"},
		{"a body's that ends as several do", "The Union of Ward Nurses was glum. Its chairwoman, Ann Lee, said it was late.", "Union of Ward Nurses' chairwoman"},
		{"one of two", "Norway and Denmark waited. Its envoy, Ann Lee, said it was late.", "envoy"},
		{"another paragraph's", "Norway backed the toll.\n\nIts envoy, Ann Lee, said it was late.", "envoy"},
		{"whom the sentence before is about", "Tom Lund wants a toll for Norway. Its envoy, Ann Lee, said it was late.", "envoy"},
		{"somebody's", "Tom Lund was late. His chief of staff, Ann Lee, said it was late.", "chief of staff"},
		{"of nobody named", "Norway will wait, its harbour minister said.", "Norway's harbour minister"},
	} {
		text := "The mill\n\nThe mill is old.\n\n" + c.in
		got := Read(statements.Article{Text: text, Lang: "en"})
		if len(got) == 0 || got[len(got)-1].Role != c.want {
			t.Errorf("%s: want %q, got %+v", c.rule, c.want, got)
		}
	}
}
