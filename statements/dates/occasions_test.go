package dates_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/statements/extract"
)

// days gives the day of each statement of a text, as TestSettle writes them.
func days(in string) string {
	var got []string
	title, _, _ := strings.Cut(in, "\n")
	for _, s := range extract.Read(statements.Article{Title: title, Text: in, Lang: "en", Published: published}) {
		day := strings.TrimPrefix(s.SaidOn.String(), "2026-03-")
		if day == "" {
			day = "-"
		}
		got = append(got, day)
	}
	return strings.Join(got, " ")
}

// TestOccasions dates what was said on the day of a page, a sitting or a match.
func TestOccasions(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a page kept by the hour",
			"Flood live\n\n18.40 Boats\n\nAnna Brandt told reporters it was late.\n\n15.10 Pumps\n\nOn Thursday Karl Moss had said the pumps were old.\n\n09.05 Bread\n\nThe bakery has no bread, Ida Lund said. Minutes later, Lund said that it was cold.",
			"07 05 07 07"},
		{"a page kept over days",
			"Flood live\n\n18.40, 6 March: boats\n\nAnna Brandt told reporters it was late.\n\n15.10 Pumps\n\nKarl Moss said the pumps were old.\n\n09.05 Bread\n\nThe bakery has no bread, Ida Lund said.",
			"- - -"},
		{"prices at the front of lines",
			"Bread dear\n\n18.40 crowns for a loaf is theft, Anna Brandt said.\n\nKarl Moss said the flour was old.",
			"- -"},
		{"the chamber",
			"Sketch\n\n“Late,” Anna Brandt told the chamber on Thursday, “is what this is.”\n\nKarl Moss said that it was dark.\n\n“I have sat here for ten years,” Ida Lund said.",
			"05 05 05"},
		{"a house of parliament",
			"Sketch\n\n“Late,” Anna Brandt told the House of Deputies on Thursday, “is what this is.” Karl Moss said that it was dark.\n\nOn Friday Ida Lund said it was cold.",
			"05 05 06"},
		{"another house",
			"Sketch\n\n“Late,” Anna Brandt told the Harbour House on Thursday, “is what this is.” Karl Moss said that it was dark.",
			"05 -"},
		{"a seat in the chamber",
			"Boats\n\nAnna Brandt told the bakers on Friday that it was dark.\n\nTom Rand told the senate on Thursday that it was cold.\n\nKarl Moss, who has a seat in the senate, said it was late.",
			"06 05 -"},
		{"a Chamber of Trade",
			"Sketch\n\nThe mills are late, Anna Brandt told the Chamber of Trade on Thursday.\n\nKarl Moss said that it was dark.",
			"05 -"},
		{"a meeting that leads",
			"Baths\n\nMore than 200 people filled the hall on Thursday evening as Sedge Town Council debated the future of the baths.\n\nAnna Brandt said that it was dark.\n\nKarl Moss said it was late.",
			"05 05"},
		{"who chaired the talks of the lead",
			"Bridge talks\n\nThe bridge will not hold, Anna Brandt said on Thursday after a day of talks in Sedge.\n\nIda Lund, who chaired the talks, called them “hard work”.\n\nKarl Moss, who chairs the board, called them “a waste”.",
			"05 05 -"},
		{"who attended what the lead tells",
			"Six ships\n\nNorvania will send six ships, Minister Anna Brandt announced today at the port of Sedge.\n\nKarl Moss, who attended the ceremony, thanked Norvania “in the name of the bakers”.\n\nIda Lund, who attended the school, said it was late.",
			"07 07 -"},
		{"the committee's chair, and who that is",
			"Boats\n\nBakers believe that the boats are old.\n\nAnna Brandt was speaking on Thursday before a boat committee, where she also accused the port of theft. “It is dark,” she said.\n\nThe committee's chair accused her of sleeping. Tom Rand told her that it was late.\n\nThe town's chair accused her of snoring. Karl Moss said it was cold.",
			"- 05 05 05 05 - -"},
		{"what a body stated of what it did",
			"Bank waits\n\nThe central bank kept its key rate at 7 percent on Thursday.\n\nBread is dear. The bank said in a statement that bread would be cheap.\n\nThe council said in a statement that it was dark.",
			"05 -"},
		{"what was decided, and explained to the press",
			"Bank waits\n\nThe Sedge Bank kept its key rate at 7 percent on Thursday.\n\n“It is late,” Governor Anna Brandt told a news conference in Sedge.\n\nBrandt said bread would be cheap.\n\nKarl Moss said it was dark.",
			"05 05 -"},
		{"who is not named, and speaks in parliament",
			"Boats\n\nA furious senator blew her top yesterday over the sale of four boats to the port of Sedge.\n\nAnna Brandt told a packed parliament that it was dark.\n\nKarl Moss said it was late.\n\nA port insider claimed the boats were old.\n\nBakers' boss Tom Rand said it was cold.",
			"06 06 - -"},
		{"who is not named, and speaks to a paper",
			"Boats\n\nA furious senator blew her top yesterday over the sale of four boats to the port of Sedge.\n\nAnna Brandt told the Echo that it was dark.",
			"-"},
		{"what will be decided",
			"Bank waits\n\nThe Sedge Bank will keep its key rate on Thursday.\n\n“It is late,” Governor Anna Brandt told a news conference in Sedge.",
			"-"},
		{"what was decided, and said by somebody",
			"Bank waits\n\nThe Sedge Bank kept its key rate on Thursday.\n\n“It is late,” Karl Moss told a news conference in Sedge.",
			"-"},
		{"a land, and its minister",
			"Norvania says boats will not be lent\n\nNorvania has warned that it will not lend its boats.\n\nSpeaking in Sedge on Thursday, Foreign Minister Anna Brandt said the boats were old.\n\nOstrava said it was late.",
			"05 05 05 -"},
		{"a land, and another's minister",
			"Boats\n\nNorvania has warned that it will not lend its boats.\n\nOstrava's Foreign Minister Anna Brandt said on Thursday the boats were old.",
			"- 05"},
		{"more of a letter",
			"Boats\n\nIn a letter sent on Thursday, Anna Brandt said the boats were old.\n\n“They leak,” she wrote.",
			"05 05"},
		{"what somebody added",
			"Boats\n\nIn a letter sent on Thursday, Anna Brandt said the boats were old.\n\n“They leak,” she added.",
			"05 05"},
		{"the title of a transcript",
			"Briefing by Anna Brandt, Sedge, 5 March 2026\n\nAnna Brandt: It is dark, and it will be darker.\n\nQuestion (Echo): Is it late?\n\nAnna Brandt: It is late, and nobody knows it better than I do.",
			"05 05"},
		{"the day of a sitting, above another of what was spoken of",
			"Council digest: questions on the mill\n\nThursday, 5 March 2026. The council met at noon and heard questions on the mill, where 30 boats were waiting on Tuesday.\n\nDeputy Anna Brandt: It is dark, and it will be darker.\n\nDeputy Karl Moss: It is late, and nobody knows it better.\n\nDeputy Anna Brandt: It is late, and nobody knows it better than I do.",
			"05 05 05"},
		{"a conversation before its words",
			"A talk with Anna Brandt\n\nAnna Brandt leads the mill. She spoke to our editor on 5 March.\n\nEcho: Is it dark?\n\nBrandt: It is dark, and it will be darker.\n\nEcho: Is it late?\n\nBrandt: It is late, and nobody knows it better than I do.",
			"05 05"},
		{"a conversation that is not the page",
			"Mill\n\nAnna Brandt leads the mill. She spoke to our editor on 5 March.\n\nKarl Moss said that it was dark.",
			"-"},
		{"a conversation on a part of the page",
			"The mill will close\n\nThe mill is old. Anna Brandt spoke to Ida Lund in the Morning Hour on Thursday. Excerpts:\n\nLUND: Is it dark?\n\nBRANDT: It is dark.\n\nLUND: Is it late?\n\nBRANDT: It is late.\n\nThe bakers' leader, Karl Moss, said that the mill was “a heap of stones that nobody needs, and nobody ever needed”. “It is a heap,” Moss said. “It has been one for a hundred years, and it will be one for a hundred more.”\n\nTom Rand said it was cold. “It is a cold place,” Rand said.",
			"- 05 - 05 - - - -"},
		{"what was said after the broadcast",
			"Mill\n\nThe mill is old. Anna Brandt spoke to Ida Lund in the Morning Hour on Thursday. Excerpts:\n\nLUND: Is it dark?\n\nBRANDT: It is dark.\n\nLUND: Is it late?\n\nBRANDT: It is late.\n\nThe bakers' leader, Karl Moss, said after the broadcast that the mill was “a heap”.\n\nTom Rand said after the war that it was cold.",
			"- 05 - 05 05 -"},
		{"sat is no Saturday",
			"Sketch\n\nAnna Brandt, a baker who has sat in the sun for years, said that it was dark.",
			"-"},
		{"last month, before the source",
			"Dam\n\nSpeaking in Sedge on Thursday, Mayor Anna Brandt said that it was dark.\n\nLast month Ms Brandt said it would be light.\n\nIn February Ms Brandt said it would be late.",
			"05 - -"},
		{"last October",
			"Dam\n\nAnna Brandt said last October that it was dark.\n\nShe said on Thursday that it was light.",
			"- 05"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// TestVenues dates what was said by where and to whom it was.
func TestVenues(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a day that owns a meeting",
			"Mill\n\nAnna Brandt told Thursday's meeting that it was dark.\n\nKarl Moss said it was late.",
			"05 05"},
		{"a day that owns talks to come",
			"Mill\n\nAnna Brandt backed Thursday's strike of the bakers.",
			"-"},
		{"in a paper of a day",
			"Mill\n\n“It is dark,” Anna Brandt said in Thursday's Sedge Echo.\n\nKarl Moss said it was late.",
			"05 -"},
		{"by then",
			"Mill\n\nAnna Brandt wept. By Thursday she had slept. “It is dark,” she told the Echo.",
			"05"},
		{"by then things have changed",
			"Mill\n\nAnna Brandt said on Wednesday that it was dark.\n\nBy Thursday the mill sounded milder. Brandt announced that it was late.",
			"04 05"},
		{"on another day than before",
			"Mill\n\nAnna Brandt said on Wednesday that it was dark. On Thursday the mill caught fire. Brandt announced that it was late.",
			"04 -"},
		{"in response",
			"Mill\n\nKarl Moss said on Tuesday that it was dark.\n\nOn Thursday, Anna Brandt told the Echo that it was late. In response, Moss said that it was early.",
			"03 05 05"},
		{"by then, somebody else",
			"Mill\n\nAnna Brandt wept. By Thursday he had slept. “It is dark,” she told the Echo.",
			"-"},
		{"after the match",
			"Cup\n\nElm complained after losing 3-1 on Thursday. Anna Brandt said after the match that her side was robbed. On Friday Brandt said it was over.",
			"05 06"},
		{"after a match of no day",
			"Cup\n\nElm complained after losing 3-1. Anna Brandt said after the match that her side was robbed. On Friday Brandt said it was over.",
			"- 06"},
		{"an officer on the call of the firm",
			"Profit falls\n\nProfit fell by a third, the water company said on Thursday.\n\n“It is dark,” Anna Brandt, the finance chief, told a conference call.\n\n“It is late,” Brandt said.\n\nKarl Moss said it was light.",
			"05 05 05 -"},
		{"an officer of nowhere",
			"Profit falls\n\nProfit fell by a third, the water company said on Thursday.\n\n“It is dark,” Anna Brandt, the finance chief, told the Echo.",
			"05 -"},
		{"last night, and earlier in the day",
			"Mill\n\nAnna Brandt said last night that it was dark. She told a meeting in Sedge that it would be late on Monday.\n\nKarl Moss had told a news conference earlier in the day that it was light.\n\nIda Lund said it was cold.",
			"06 06 06 06"},
		{"a minister of the land that leads",
			"Ferry\n\nNorvania demanded on Thursday the release of the ferry.\n\n“It is dark,” Foreign Minister Anna Brandt said.\n\nKarl Moss said it was late.",
			"05 05 -"},
		{"a minister of another land",
			"Ferry\n\nNorvania demanded on Thursday the release of the ferry.\n\n“It is dark,” Calder Foreign Minister Anna Brandt said.",
			"05 -"},
		{"after the vote that leads",
			"Ferry\n\nThe nine members agreed on Thursday to keep the ferry.\n\n“It is dark,” Anna Brandt said after the vote in Sedge.\n\nKarl Moss said it was late.",
			"05 05 -"},
		{"after a vote that somebody else tells",
			"Ferry\n\nNorvania on Saturday rejected the plan as late. The council voted on Thursday to keep the ferry.\n\n“It is dark,” Anna Brandt told the council after the vote.\n\nKarl Moss answered her on Saturday. “It is light,” he said.\n\n“It is cold,” Tom Rand told the council. “It is wet,” Rand said.\n\nIda Lund voted in favour but complained of a ferry that “leaks”.\n\nOla Vik said it was old.",
			"07 05 07 05 05 05 -"},
		{"after a vote to come",
			"Ferry\n\nThe nine members will vote on Thursday on the ferry.\n\n“It is dark,” Anna Brandt said after the vote in Sedge.",
			"-"},
		{"from home",
			"Mill\n\nAnna Brandt told a council meeting on Thursday that it was dark.\n\nKarl Moss said from his home in Elm that it was light.",
			"05 -"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
