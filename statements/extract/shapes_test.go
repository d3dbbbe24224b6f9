package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
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
		{"a surname of two is no he", "Ann Quist and Ida Quist came. “It is late,” Mayor Quist said. “It is dark,” he said.", []string{"Quist: “It is late”", "?: “It is dark”"}},
		{"what a minister is of", "Rural affairs minister Ann Quist stepped down, saying it was late.", []string{"Ann Quist: it was late"}},
		{"a club that spoke", "Elm Athletic said it was late. “It is dark,” he said.", []string{"Elm Athletic: it was late", "?: “It is dark”"}},
		{"one of a family", "Senator Bo Quist came. A photo showed Tom Quist with the bakers. “It is late,” Quist said.", []string{"Bo Quist: “It is late”"}},
		{"one of a family who also has an office", "Senator Bo Quist came. A photo showed Mayor Tom Quist with the bakers. “It is late,” Quist said.", []string{"Tom Quist: “It is late”"}},
		{"he behind a row of names", "The captain, Tom Quist, said it was late. Three others, Adam Rand, Glenn Rand and Bo Lee, were in the boat, he added.", []string{"Tom Quist: it was late", "Tom Quist: Three others, Adam Rand, Glenn Rand and Bo Lee, were in the boat"}},
		{"behind where it was, without a comma", "Tom Quist said it was late. In Elm Malcolm Rand, the prime minister, was in the rain. “It is dark,” he said.", []string{"Tom Quist: it was late", "Malcolm Rand: “It is dark”"}},
		{"she who spoke in a clause of her own", "Ida Rand said that it was late, and the mayor, Ann Quist, said it was dark. “It is cold,” she said.", []string{"Ida Rand: that it was late", "Ann Quist: it was dark", "Ann Quist: “It is cold”"}},
		{"she of whom another spoke", "Ida Rand said that Ann Quist had said it was late. “It is cold,” she said.", []string{"Ida Rand: that Ann Quist had said it was late", "Ida Rand: “It is cold”"}},
		{"a surname that is a month", "Prime Minister Theresa May said it was late. “It is dark,” Mrs May said. In May Ann Lee said it was cold.", []string{"Theresa May: it was late", "Theresa May: “It is dark”", "Ann Lee: it was cold"}},
	} {
		if diff := cmp.Diff(c.want, told(c.in, "en")); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// TestViews reads what somebody thinks where no verb of saying tells it.
func TestViews(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"for whom", "For Ann Quist, a baker in Elm, the real question is bread. “It is late,” she said.", []string{"Ann Quist: the real question is bread", "Ann Quist: “It is late”"}},
		{"for whom it was a day", "For Ann Quist, a baker in Elm, the day was a long one.", nil},
		{"for whom, and said", "For Ann Quist, a baker in Elm, the problem is money, Bo Rand said.", []string{"Bo Rand: For Ann Quist, a baker in Elm, the problem is money"}},
		{"for what", "For the winter, the problem is money.", nil},
		{"in her view", "Ann Quist runs the mill. In her view it was the bakers who lost.", []string{"Ann Quist: it was the bakers who lost"}},
		{"to his mind", "Thomas Quist runs the mill. To his mind, the bakers were late.", []string{"Thomas Quist: the bakers were late"}},
		{"by her count", "Ann Quist runs the mill. Six of the bakers are late, by her count.", []string{"Ann Quist: Six of the bakers are late"}},
		{"in her view, and said", "Ann Quist said that in her view it was late.", []string{"Ann Quist: that in her view it was late"}},
		{"by her count of something", "Ann Quist won the race by her count of the laps.", nil},
		{"of another opinion", "Bo Rand said it was late.\n\nAnn Quist disagrees. The former pilot said it was early.", []string{"Bo Rand: it was late", "Ann Quist: it was early"}},
		{"of no opinion", "Bo Rand said it was late.\n\nAnn Quist fell. The former pilot said it was early.", []string{"Bo Rand: it was late", "?: it was early"}},
		{"reckoned in a report", "The Sedge Bank reckoned in its July report that bread would be late.", []string{"Sedge Bank: that bread would be late"}},
		{"refused to rule out", "Ann Quist refused to rule out closing the old mill.", []string{"Ann Quist: closing the old mill"}},
		{"refused to say", "Ann Quist refused to say that the old mill was late.", nil},
	} {
		if diff := cmp.Diff(c.want, told("The mill\n\nThe mill is old.\n\n"+c.in, "en")); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// TestHeralded reads leads that keep back who it is whom the next paragraph
// names.
func TestHeralded(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"the woman who", "The woman who runs the mill said it was late.\n\nAnn Quist, whose mill is old, said it was dark.", []string{"Ann Quist: it was late", "Ann Quist: it was dark"}},
		{"the officer who", "The officer who took the mill said it was late.\n\nIt was dark, Colonel Tom Quist said.", []string{"Tom Quist: it was late", "Tom Quist: It was dark"}},
		{"the officer who, and a judge", "The officer who took the mill said it was late.\n\nIt was dark, Judge Tom Quist said.", []string{"?: it was late", "Tom Quist: It was dark"}},
		{"the man who, and a woman", "The man who runs the mill said it was late.\n\nAnn Quist, whose mill is old, said it was dark.", []string{"?: it was late", "Ann Quist: it was dark"}},
		{"another stands between", "The woman who runs the mill said it was late.\n\nTom Rand is a baker. Ann Quist said it was dark.", []string{"?: it was late", "Ann Quist: it was dark"}},
		{"a woman of another office", "The woman who runs the mill said it was late.\n\nMayor Ann Quist said it was dark.", []string{"?: it was late", "Ann Quist: it was dark"}},
		{"two paragraphs on", "The woman who runs the mill said it was late.\n\nIt is old.\n\nAnn Quist said it was dark.", []string{"?: it was late", "Ann Quist: it was dark"}},
		{"its president, once a rower", "The Sedge Federation will not move, its president said.\n\nTom Quist, a former goalkeeper, said it was dark.", []string{"Tom Quist: The Sedge Federation will not move", "Tom Quist: it was dark"}},
		{"its president, and a judge", "The Sedge Federation will not move, its president said.\n\nTom Quist, a judge, said it was dark.", []string{"?: The Sedge Federation will not move", "Tom Quist: it was dark"}},
		{"the mayor, and once a rower", "The mill will not move, the mayor said.\n\nTom Quist, a former goalkeeper, said it was dark.", []string{"?: The mill will not move", "Tom Quist: it was dark"}},
	} {
		if diff := cmp.Diff(c.want, told("The mill\n\n"+c.in, "en")); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// TestAsides reads cues in the middle of what was said, and posts.
func TestAsides(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"for what", "Ann Quist wept. She was sorry, she said, for all the bakers of Elm.", []string{"Ann Quist: She was sorry … for all the bakers of Elm"}},
		{"on which day", "Ann Quist wept. She was sorry, she said, in a letter to the bakers.", []string{"Ann Quist: She was sorry"}},
		{"for a year", "Ann Quist wept. She was sorry, she said, for the first time this year.", []string{"Ann Quist: She was sorry"}},
		{"and there was", "Ann Quist wept. She would bake, Ms Quist replied, and there was bread.", []string{"Ann Quist: She would bake … and there was bread"}},
		{"and what somebody did", "Ann Quist wept. She would bake, Ms Quist replied, and the door was shut.", []string{"Ann Quist: She would bake"}},
		{"posted", "Bo Rand wept.\n\nThe cook, Ann Quist, said it was late. “Bread, salt, oil,” the 23-year-old posted on Lantern.", []string{"Ann Quist: it was late", "Ann Quist: “Bread, salt, oil”"}},
		{"posted, of two", "The cook, Ann Quist, met the baker Bo Rand. “Bread, salt, oil,” the 23-year-old posted on Lantern.", []string{"?: “Bread, salt, oil”"}},
		{"titles cut short", "Cllr Ann Quist said it was late. Ald. Bo Rand said it was dark. Insp Tom Pym said it was cold. The councillor said it was wet.", []string{"Ann Quist: it was late", "Bo Rand: it was dark", "Tom Pym: it was cold", "Ann Quist: it was wet"}},
		{"two of one name", "Mayor Tom Quist came. Councillor Ann Quist left. Cllr Quist said it was late. “It is dark,” Mayor Quist said.", []string{"Ann Quist: it was late", "Tom Quist: “It is dark”"}},
	} {
		if diff := cmp.Diff(c.want, told("The mill\n\nThe mill is old.\n\n"+c.in, "en")); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// TestSurnameLabels reads transcripts whose labels are surnames in capitals.
func TestSurnameLabels(t *testing.T) {
	turns := "FERRAND: Good morning to all of you.\n\nQUESTION: Is it late?\n\nFERRAND: It is late, and so the mill is dark.\n\nMS. FERRAND: It is dark, and the old roof is leaking."
	ida := []string{"Ida Ferrand: “Good morning to all of you.”", "Ida Ferrand: “It is late, and so the mill is dark.”", "Ida Ferrand: “It is dark, and the old roof is leaking.”"}
	bare := []string{"FERRAND: “Good morning to all of you.”", "FERRAND: “It is late, and so the mill is dark.”", "FERRAND: “It is dark, and the old roof is leaking.”"}
	for _, c := range []struct {
		rule, intro string
		want        []string
	}{
		{"in the title", "Briefing by presidential spokeswoman Ida Ferrand, 4 May\n\nElm. A transcript of it.\n\n", ida},
		{"in the introduction", "The mill\n\nMayor Ida Ferrand met the press in Elm.\n\n", ida},
		{"of two", "The mill\n\nIda Ferrand and Ann Ferrand met the press in Elm.\n\n", bare},
		{"of none", "The mill\n\nThe mayor met the press in Elm.\n\n", bare},
	} {
		got := told(c.intro+turns, "en")
		for i := range got {
			got[i] = strings.Replace(got[i], "MS. ", "", 1)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// TestPlaceIsNoLabel reads a report that begins with a place and a colon and has an
// interview below.
func TestPlaceIsNoLabel(t *testing.T) {
	const report = "Port votes\n\nFriday, June 6\n\nPORT NORTH: The council voted to keep the ferry on Thursday.\n\n" +
		"Baker Bo Rand said it was late.\n\nBefore the vote we spoke to Ida Ferrand.\n\n"
	const talk = "POST: What changed your mind?\n\nFERRAND: It is dark, and the old roof is leaking.\n\nPOST: And now?\n\nFERRAND: Now it is late, and the mill is dark."
	want := []string{"Bo Rand: it was late", "Ida Ferrand: “It is dark, and the old roof is leaking.”", "Ida Ferrand: “Now it is late, and the mill is dark.”"}
	if diff := cmp.Diff(want, told(report+talk, "en")); diff != "" {
		t.Error(diff)
	}
}

// TestUnnamed reads who speaks again without a name: it is told in the words of
// the first time whose somebody is.
func TestUnnamed(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"whose spokesman", "Ann Lee’s spokesman said it was late. “It is dark,” the spokesman said.", []string{"Ann Lee’s spokesman", "Ann Lee’s spokesman"}},
		{"a spokesman for", "A spokesman for Ann Lee said it was late. “It is dark,” the spokesman said.", []string{"A spokesman for Ann Lee", "A spokesman for Ann Lee"}},
		{"the latest of two", "Ann Lee’s aide said it was late. Bo Rand’s aide said it was wet. The aide said it was dark.", []string{"Ann Lee’s aide", "Bo Rand’s aide", "Bo Rand’s aide"}},
		{"a nurse in Elm", "A nurse in Elm said it was late. The nurse said it was dark.", []string{"A nurse in Elm", "A nurse in Elm"}},
		{"another trade", "Ann Lee’s lawyer said it was late. The doctor said it was dark.", []string{"Ann Lee’s lawyer", "The doctor"}},
		{"nobody's", "A lawyer said it was late. The lawyer said it was dark.", []string{"A lawyer", "The lawyer"}},
		{"nobody's, but told of", "A navy insider said it was late. The insider said it was dark.", []string{"A navy insider", "A navy insider"}},
		{"the source", "A navy insider said it was late. “It is dark,” the source said.", []string{"A navy insider", "A navy insider"}},
		{"the source, and somebody named", "A navy insider said it was late. Bo Torvik said it was wet. “It is dark,” the source said.", []string{"A navy insider", "", "the source"}},
		{"in somebody's office", "An official in Lee’s office said it was late. “It is dark,” the official said.", []string{"An official in Lee’s office", "An official in Lee’s office"}},
		{"brought up before", "A Western diplomat in Elm was glum. “It is dark,” the diplomat said.", []string{"A Western diplomat in Elm"}},
		{"he", "A harbour diplomat said it was late. “It is dark,” he said. “It is wet,” he added.", []string{"A harbour diplomat", "A harbour diplomat", "A harbour diplomat"}},
		{"he, of whom the sentence is", "Ann Lee’s spokesman answered on Sunday. “It is dark,” he said. “It is wet,” he added.", []string{"Ann Lee’s spokesman", "Ann Lee’s spokesman"}},
		{"a lawyer", "Ann Lee’s lawyer said it was late. A lawyer said it was dark.", []string{"Ann Lee’s lawyer", "A lawyer"}},
	} {
		var got []string
		for _, s := range Read(statements.Article{Text: "The mill\n\nThe mill is old.\n\n" + c.in, Lang: "en"}) {
			got = append(got, s.Role)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// TestSpokesmanIsNobodysMaster reads a spokesman on whose master the article has
// much to say: none of his words are the master's.
func TestSpokesmanIsNobodysMaster(t *testing.T) {
	const text = "Rand and Lee\n\nTom Rand said he would sell his boat to David Lee because the Norvanian minister had praised it.\n\n" +
		"Lee thanked Rand in parliament.\n\nLee’s spokesman said the minister had paid for it.\n\n" +
		"Lee will row with anybody, the minister’s spokesman said.\n\n" +
		"“It is a fine old boat,” the spokesman said. “It has two oars.”\n\n" +
		"The spokesman said there was no sail."
	seen := 0
	for _, s := range Read(statements.Article{Text: text, Lang: "en"}) {
		if strings.Contains(s.Source.Of(text), "spokesman") {
			seen++
			if s.Speaker != "" {
				t.Errorf("%q is %s's", s.Content[0].Of(text), s.Speaker)
			}
		}
	}
	if seen != 4 {
		t.Errorf("the spokesman has %d statements, want 4", seen)
	}
}

// TestBiography reads what stands at the end about who wrote the article.
func TestBiography(t *testing.T) {
	story := "Bo Rand said it was late.\n\nThe mill is old.\n\nIt has a roof.\n\nIt has a wheel.\n\nIt has a door.\n\nIt has a bell.\n\n"
	for _, c := range []struct {
		rule, byline, text string
		want               []string
	}{
		{"named in a line", "", "The mill\n\nIda Quist\n4 min read\n\n" + story + "Ida Quist has covered Elm since 2014. She says she still cannot swim.", []string{"Bo Rand: it was late"}},
		{"named by the page", "Ida Quist and Tom Pym", "The mill\n\n" + story + "Ida Quist writes of mills. She says she still cannot swim.", []string{"Bo Rand: it was late"}},
		{"another name", "Tom Pym", "The mill\n\n" + story + "Ida Quist has a boat. She says she still cannot swim.", []string{"Bo Rand: it was late", "Ida Quist: she still cannot swim"}},
		{"a name in the middle", "Ida Quist", "The mill\n\nIda Quist said it was dark.\n\n" + story, []string{"Ida Quist: it was dark", "Bo Rand: it was late"}},
	} {
		a := statements.Article{Text: c.text, Lang: "en", Byline: c.byline}
		var got []string
		for _, s := range Read(a) {
			got = append(got, s.Speaker+": "+s.Text(a.Text))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// TestReports reads reports that speak, firms told by what they are, and who a
// sentence brings up before a colon.
func TestReports(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"report of an office", "The mill is to blame, according to a safety office report of 4 March. The roof, it says, was old.", []string{"safety office: The mill is to blame", "safety office: The roof … was old"}},
		{"report of nobody", "The mill is to blame, according to a new report.", []string{"?: The mill is to blame"}},
		{"its author, and who has seen it", "A report by the insurers Elm Mutual, seen by the Courier, describes the mill as “beyond repair” and puts the damage at 4 million crowns.", []string{"Elm Mutual: the mill as “beyond repair”", "Elm Mutual: the damage at 4 million crowns"}},
		{"its authors, a firm of two", "A report by consultants Quist and Rand, seen by the Courier, describes the mill as “beyond repair”.", []string{"Quist and Rand: the mill as “beyond repair”"}},
		{"who ordered it", "According to a study commissioned by the Elm Council, the mill was old.", []string{"?: the mill was old"}},
		{"an agency that quotes her", "Ann Quist spoke in Elm. “It is late,” the Elm Press Agency quoted her as saying.", []string{"Ann Quist: “It is late”"}},
		{"a paper that quotes somebody", "“It is late,” the Courier quoted baker Tom Rand as saying.", []string{"Tom Rand: “It is late”"}},
		{"who was quoted", "“It is late,” Ann Quist was quoted as saying.", []string{"Ann Quist: “It is late”"}},
		{"the firm whose profit it is", "Ferrova’s profit fell by a third, the state-owned utility said.", []string{"Ferrova: Ferrova’s profit fell by a third"}},
		{"two firms", "Ferrova’s profit fell below Halston’s, the company said.", []string{"?: Ferrova’s profit fell below Halston’s"}},
		{"before a colon", "Tom Rand said it was late. Quelda Ammon was kinder: it was early, she wrote.", []string{"Tom Rand: it was late", "Quelda Ammon: Quelda Ammon was kinder: it was early"}},
		{"a council before a colon", "Ann Quist said it was late. Sedge Council was kinder: it was early, she wrote.", []string{"Ann Quist: it was late", "Ann Quist: Sedge Council was kinder: it was early"}},
	} {
		if diff := cmp.Diff(c.want, told("The mill\n\nThe mill is old.\n\n"+c.in, "en")); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// TestTakenOver reads paragraphs that somebody opens whose office no word tells, and who
// is then called by one that another has.
func TestTakenOver(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"somebody new further down", "Minister Bo Quist said it was late.\n\nIn Elm people wait. Amina Rand, speaking at the quay, said that it was cold. “It is dark,” the minister said.", []string{"Bo Quist: it was late", "Amina Rand: that it was cold", "?: “It is dark”"}},
		{"somebody new", "Minister Bo Quist said it was late.\n\nElm’s Amina Rand was blunter. “It is dark,” the minister said.", []string{"Bo Quist: it was late", "?: “It is dark”"}},
		{"somebody new, and the minister", "Minister Bo Quist said it was late.\n\nElm’s Amina Rand told Mr Quist of it. “It is dark,” the minister said.", []string{"Bo Quist: it was late", "Bo Quist: “It is dark”"}},
	} {
		if diff := cmp.Diff(c.want, told("The mill\n\nThe mill is old.\n\n"+c.in, "en")); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}
