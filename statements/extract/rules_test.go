package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

// told writes the statements of a text, read by the rules alone, as "Speaker: content"
// with quotation marks round what is verbatim throughout.
func told(text, lang string) []string { return toldBy(Reader{}, text, lang) }

// toldBy is told by another reader.
func toldBy(r Reader, text, lang string) []string {
	a := statements.Article{Text: text, Lang: lang}
	var out []string
	for _, s := range r.Read(a) {
		who, what := s.Speaker, s.Text(a.Text)
		if who == "" {
			who = "?"
		}
		if s.Kind == statements.Direct {
			what = "“" + what + "”"
		}
		out = append(out, who+": "+what)
	}
	return out
}

// TestRules has a hit and a near miss for every rule of this package.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"quote before", `"It is late," Ann Lee said.`, []string{"Ann Lee: “It is late”"}},
		{"quote before: a title is none", `She read "The Long Night" and Ann Lee slept.`, nil},
		{"quote split round its cue", `"It is late," Ann Lee said, "and dark."`, []string{"Ann Lee: “It is late … and dark.”"}},
		{"quote split: but", `"I like it," Ann Lee said, but "it is late."`, []string{`Ann Lee: “I like it … but "it is late."”`}},
		{"clause before, of a few words", "Lee intends to appeal, her lawyer Bo Rand told Reuters.", []string{"Bo Rand: Lee intends to appeal"}},
		{"according to: relayed", `"It is late," Ann Lee said, according to the Sedge Courier.`, []string{"Ann Lee: “It is late”"}},
		{"according to: relayed, without marks", "The ferry is late again, Ann Lee told the board, according to the Sedge Courier.", []string{"Ann Lee: The ferry is late again"}},
		{"according to: nobody else's words", "The ferry is late again, and Ann Lee slept, according to the Sedge Courier.", []string{"Sedge Courier: The ferry is late again, and Ann Lee slept"}},
		{"according to: an outlet passes it on", "On Monday, Ann Lee said the ferry was \"too late,\" according to the Sedge Courier.", []string{`Ann Lee: the ferry was "too late,"`}},
		{"according to: an outlet in front", "According to the Sedge Courier, Ann Lee said the ferry was late.", []string{"Ann Lee: the ferry was late"}},
		{"according to: an outlet at an occasion", "When asked about the ferry, Ann Lee said: \"It is late,\" the Courier reported.", []string{"Ann Lee: “It is late”"}},
		{"reported by an outlet: that somebody said", "The Sedge Courier reported on Monday that Ann Lee had said it was late.", []string{"Ann Lee: it was late"}},
		{"reported by an outlet: in the middle", "Ann Lee, the Courier reported, said it was late.", []string{"Ann Lee: it was late"}},
		{"citing somebody", "Ann Lee said it was late, citing Bo Rand.", []string{"Ann Lee: it was late"}},
		{"according to: no outlet", "According to the Sedge Board, Ann Lee said the ferry was late.", []string{"Sedge Board: Ann Lee said the ferry was late"}},
		{"according to: an outlet's own words", "The Sedge Courier revealed that Ann Lee claimed the ferry.", []string{"Sedge Courier: that Ann Lee claimed the ferry"}},
		{"according to: a person named like an outlet", "According to Tom Post, Ann Lee said the ferry was late. Mr Post is a baker.", []string{"Tom Post: Ann Lee said the ferry was late"}},
		{"as somebody has suggested: another's words", "Ann Lee ruled out closing the harbour, as Bo Rand has suggested.", []string{"Ann Lee: closing the harbour"}},
		{"as somebody has suggested", "The harbour is closing for good, as Bo Rand has suggested.", []string{"Bo Rand: The harbour is closing for good"}},
		{"clause before, at an occasion told by a clause", "The ferry is late again, Ann Lee said at the end of talks that laid bare the row.", []string{"Ann Lee: The ferry is late again"}},
		{"that-clause behind an occasion", "In Sedge, Ann Lee said at the end of talks that the ferry was late.", []string{"Ann Lee: that the ferry was late"}},
		{"announced by an outlet", "The Sedge Courier adds: The guild Clear Sky said the ferry was late.", []string{"Clear Sky: the ferry was late"}},
		{"announced by a speaker", "Ann Lee added: The guild in Sedge was late.", []string{"Ann Lee: The guild in Sedge was late"}},
		{"asked about a topic", "A reader asked Ms Lee about the ferry.", nil},
		{"resumed", `The offer "got worse," Ann Lee said, and still "has not cost the town a crown."`, []string{`Ann Lee: The offer "got worse," … and still "has not cost the town a crown."`}},
		{"resumed: nothing more is quoted", `The offer "got worse," Ann Lee said, and Bo Rand left.`, []string{`Ann Lee: The offer "got worse,"`}},
		{"quote in the sentence before", `"Is it late?" Ann Lee asked the board.`, []string{"Ann Lee: “Is it late?”"}},
		{"quote in the sentence before: another speaks", `"It is late." Ann Lee said it was dark.`, []string{"Ann Lee: it was dark"}},
		{"quote after", `Ann Lee said: "It is late."`, []string{"Ann Lee: “It is late.”"}},
		{"quote after: the clause around it", `Ann Lee said the "long and bitter war" was over.`, []string{`Ann Lee: the "long and bitter war" was over`}},
		{"occasion before a quote after", `Asked about it, Ann Lee said, "It is late."`, []string{"Ann Lee: “It is late.”"}},
		{"clause before", "The ferry is late again, Ann Lee said on Monday.", []string{"Ann Lee: The ferry is late again"}},
		{"set down in a statement", "Ann Lee said the ferry was late, according to a statement from her office.", []string{"Ann Lee: the ferry was late"}},
		{"according to a statement that nobody is told to have made", "The ferry is late, according to a statement.", []string{"?: The ferry is late"}},
		{"day behind a relative clause", "Ann Lee, who had criticised Bo Rand, on Monday urged the board to wait.", []string{"Ann Lee: Bo Rand", "Ann Lee: the board to wait"}},
		{"had earlier", "Ann Lee had earlier criticised the board.", []string{"Ann Lee: the board"}},
		{"clause before: only an occasion", "After the long meeting, Ann Lee said the ferry was late.", []string{"Ann Lee: the ferry was late"}},
		{"clause around", "The ferry, Ann Lee said, is late again.", []string{"Ann Lee: The ferry … is late again"}},
		{"clause around: a relative clause is none", "The ferry, which Ann Lee runs, is late again.", nil},
		{"clause around: an apposition is none", "Ann Holm, a spokeswoman, said the leader stood by the toll, which came from Elm.", []string{"Ann Holm: the leader stood by the toll, which came from Elm"}},
		{"clause around: the subject behind the verb", "“It is late,” said the leader of the left, who slept.", []string{"?: “It is late”"}},
		{"bare clause behind a day, with a quoted end", `Ann Lee said on Friday she would let the ferry "sink in peace".`, []string{`Ann Lee: she would let the ferry "sink in peace"`}},
		{"bare clause behind a day, of a noun", `Ann Lee said on Friday the board would let the ferry "sink in peace".`, []string{`Ann Lee: the board would let the ferry "sink in peace"`}},
		{"quotation behind a day and its occasion", `Ann Lee said on Friday the day before the ferry was lost, "We sink in peace."`, []string{"Ann Lee: “We sink in peace.”"}},
		{"a number, put at", "The guild that brought the case puts at 214 the number of boats lost since April.", []string{"?: at 214 the number of boats lost since April"}},
		{"a guild by what it did", "The guild that brought the case said it was late. Its case said nothing.", []string{"?: it was late"}},
		{"somebody goes on", "“It is late,” Ann Lee said. The board could count on some help, she went on.", []string{"Ann Lee: “It is late”", "Ann Lee: The board could count on some help"}},
		{"it goes on", "Ann Lee slept. The board could count on some help, it went on.", nil},
		{"a quotation at the end of an object", "Ann Lee called the toll ‘a late riser to a man’ after Bo Rand had said it was late.", []string{"Ann Lee: the toll ‘a late riser to a man’", "Bo Rand: it was late"}},
		{"infinitive behind a day", "Ann Lee threatened on Friday to close the ferry.", []string{"Ann Lee: to close the ferry"}},
		{"infinitive behind a day: a place to go", "Ann Lee came on Friday to see the ferry.", nil},
		{"that-clause", "Ann Lee said on Monday in Sedge that it was late.", []string{"Ann Lee: that it was late"}},
		{"that-clause: a pronoun", "Ann Lee ran that ferry for years.", nil},
		{"bare clause", "Ann Lee said in a statement the ferry was late.", []string{"Ann Lee: the ferry was late"}},
		{"bare clause: nothing said", "Ann Lee said nothing.", nil},
		{"addressee", "Ann Lee told the harbour board the ferry was late.", []string{"Ann Lee: the ferry was late"}},
		{"apposed to a role behind a noun", "The first witness, boat owner Ann Lee, said it was late.", []string{"Ann Lee: it was late"}},
		{"apposed to a role: no role", "The last day, a wet Monday Ann Lee slept through, ended late.", nil},
		{"given name of somebody's daughter", "Mr Rand’s daughter, Ann, said it was late.", []string{"Ann: it was late"}},
		{"minister for something", "Minister for Lighthouses Ann Lee, who came on Friday, said the lamp showed that it was late.", []string{"Ann Lee: the lamp showed that it was late"}},
		{"day behind an apposition", "Sedge Works, a maker of pumps, today announced that it would grow.", []string{"Sedge Works: that it would grow"}},
		{"object", "Ann Lee accused the board of lying.", []string{"Ann Lee: the board of lying"}},
		{"object: passive", "Ann Lee was accused of lying.", nil},
		{"participle", "Ann Lee said it was late, adding that it was dark.", []string{"Ann Lee: it was late", "Ann Lee: that it was dark"}},
		{"participle, of somebody's mother", "Ann Lee, Tom's mother, came to Sedge, saying it was late.", []string{"Ann Lee: it was late"}},
		{"coordinated, behind what was done", "The Sedge Bank left its rate at 7 percent and signalled that it was late.", []string{"Sedge Bank: that it was late"}},
		{"coordinated, behind where somebody stands", "Ann Lee (left) came to Sedge and said it was late.", []string{"Ann Lee: it was late"}},
		{"participle of another verb", "Ann Lee said it was late, rising from her chair.", []string{"Ann Lee: it was late, rising from her chair"}},
		{"coordinated", "Ann Lee announced a new ferry and urged everybody to wait.", []string{"Ann Lee: a new ferry", "Ann Lee: everybody to wait"}},
		{"turn to another speaker", "Ann Lee said it was late, but Bo Rand said it was early.", []string{"Ann Lee: it was late", "Bo Rand: it was early"}},
		{"nested speaker stays inside", "Ann Lee said Bo Rand said it was early.", []string{"Ann Lee: Bo Rand said it was early"}},
		{"as somebody put it", "As Ann Lee put it, the ferry is always late.", []string{"Ann Lee: the ferry is always late"}},
		{"as in a comparison", "As late as it was, the ferry left.", nil},
		{"object relative", "What Ann Lee said when she left is not known.", nil},
		{"according to", "According to Ann Lee, the ferry was late.", []string{"Ann Lee: the ferry was late"}},
		{"according to: a plan", "They went according to plan.", nil},
		{"in somebody's words", `In Ann Lee's words, "it is late."`, []string{"Ann Lee: “it is late.”"}},
		{"in other words", "In other words, it was late.", nil},
		{"one quotes another", `Ann Lee quoted the mayor, Tom Rand, as saying it was late.`, []string{"Tom Rand: it was late"}},
		{"one quotes another in marks", `The Courier quoted Tom Rand as saying: "It is late."`, []string{"Tom Rand: “It is late.”"}},
		{"who wrote the letter", `Ann Lee read out a letter of Jan. 4 in which a mill foreman told Rand: "It is late."`, []string{"?: “It is late.”"}},
		{"who wrote the letter: by name", "Ann Lee quoted an e-mail in which Bo Rand warned that it was late.", []string{"Bo Rand: that it was late"}},
		{"who wrote the letter: the same", "Ann Lee released a letter in which she warned that it was late.", []string{"Ann Lee: that it was late"}},
		{"who wrote the letter: no letter", `Ann Lee described a winter in which Bo Rand slept: "It is late."`, []string{`Ann Lee: a winter in which Bo Rand slept: "It is late."`}},
		{"for somebody", `For Ann Lee, “the ferry is a ruin that nobody mends”.`, []string{"Ann Lee: “the ferry is a ruin that nobody mends”"}},
		{"for somebody, without marks", `For Ann Lee, the ferry is “a ruin”.`, nil},
		{"for her part", `Ann Lee, head of the Port Board, for her part said that it was late.`, []string{"Ann Lee: that it was late"}},
		{"in a place", `Ann Lee in parliament on Wednesday said that it was late.`, []string{"Ann Lee: that it was late"}},
		{"quoted as saying", `"It is late," Ann Lee was quoted by the paper as saying.`, []string{"Ann Lee: “It is late”"}},
		{"no more than its topic", "Ann Lee addressed the row.", nil},
		{"a topic and what of it", "Ann Lee addressed the late hour of the ferry from Elm.", []string{"Ann Lee: the late hour of the ferry from Elm"}},
		{"whom somebody means", "“It is late,” Ann Lee said, referring to Bo Rand.", []string{"Ann Lee: “It is late”"}},
		{"wrote a letter", "Ann Lee wrote a letter.", nil},
		{"of several capitals", "Oslo, Elm and other capitals said it was late.", []string{"?: it was late"}},
		{"asked not to be named", "A nurse, who asked not to be named because she feared for her job, said it was late.", []string{"?: it was late"}},
		{"said of naming", "Ann Lee said not to be named was no harm.", []string{"Ann Lee: not to be named was no harm"}},
		{"refusal", "Ann Lee declined to say whether it was late.", nil},
		{"later sentences of the paragraph", `"It is late," Ann Lee said. "It is dark."`, []string{"Ann Lee: “It is late … It is dark.”"}},
		{"a quoted paragraph without a cue", "\"It is late,\" Ann Lee said.\n\n\"It is dark.\"", []string{"Ann Lee: “It is late”", "Ann Lee: “It is dark.”"}},
		{"a quoted paragraph far from any statement", "\"It is late,\" Ann Lee said.\n\nThe ferry left.\n\nIt rained.\n\n\"The long way home is dark.\"", []string{"Ann Lee: “It is late”"}},
		{"goes on reporting", "The ground is soft, Ann Lee said. Thus, the tower leans.", []string{"Ann Lee: The ground is soft … Thus, the tower leans"}},
		{"does not go on reporting", "The ground is soft, Ann Lee said. The tower leans.", []string{"Ann Lee: The ground is soft"}},
		{"another's turn", "\"It is late,\" Ann Lee said. Kit Moor came. Moor disagrees. \"It is early.\"", []string{"Ann Lee: “It is late”", "Kit Moor: “It is early.”"}},
		{"another's turn: the same person's", "Bo Rand came. \"It is late,\" Ann Lee said. Lee laughed. \"It is dark.\"", []string{"Ann Lee: “It is late … It is dark.”"}},
		{"a pronoun after somebody unknown", "Ann Lee said it was late. A nurse said it was dark. “It is cold,” she added.", []string{"Ann Lee: it was late", "?: it was dark", "?: “It is cold”"}},
		{"a pronoun after an unknown body", "Ann Lee said it was late. Officials said it was dark. “It is cold,” she added.", []string{"Ann Lee: it was late", "?: it was dark", "Ann Lee: “It is cold”"}},
		{"signed", "“It is late again.” — Ann Lee", []string{"Ann Lee: “It is late again.”"}},
		{"signed by no name", "“It is late again.” — and so it was.", nil},
		{"headline with the speaker first", "Lee: ferry is late again\n\nAnn Lee runs the ferry, and Lee is tired.", []string{"Ann Lee: ferry is late again"}},
		{"headline signed by its speaker", "Port rejects the plan as ‘theatre’ — Lee\n\nMinister Ann Lee runs the ferry, and Ms Lee is tired.", []string{"Ann Lee: Port rejects the plan as ‘theatre’"}},
		{"headline signed with a particle", "Port rejects the plan as ‘theatre’ — van der Berg\n\nMinister Ann van der Berg runs the ferry.", []string{"Ann van der Berg: Port rejects the plan as ‘theatre’"}},
		{"headline signed by an outlet", "Ann Lee rejects the plan of the board — Sedge Herald\n\nMinister Ann Lee runs the ferry.", []string{"Ann Lee: the plan of the board — Sedge Herald"}},
		{"told to do something", "Ann Lee told the harbour board to wait for spring.", []string{"Ann Lee: to wait for spring"}},
		{"told an envoy to some place", "Ann Lee told the envoy to Norland that it was late.", []string{"Ann Lee: that it was late"}},
		{"was told to do something", "Ann Lee was told to wait for spring.", nil},
		{"vowed to do something", "Ann Lee vowed to fight the bill.", []string{"Ann Lee: to fight the bill"}},
		{"promised to do something, in part quoted", "Ann Lee promised to drive the ferry “whatever it costs”.", []string{"Ann Lee: to drive the ferry “whatever it costs”"}},
		{"promised to somebody", "Ann Lee promised to the crews: “It is late.”", []string{"Ann Lee: “It is late.”"}},
		{"threatened to do something", "Ann Lee threatened to leave the board.", []string{"Ann Lee: to leave the board"}},
		{"a clause before whom it was told to", "The port is ready for a limit, Ann Lee told the crews of the Sedge fleet on Monday.", []string{"Ann Lee: The port is ready for a limit"}},
		{"statement by somebody", "Statement by President Ann Lee on the ferry\n\nMy fellow islanders,\n\nTonight I offer the town a ferry. I ask for calm.\n\nThe press office is open until five.", []string{"Ann Lee: “My fellow islanders, … Tonight I offer the town a ferry. I ask for calm.”"}},
		{"statement by somebody, told by others", "Statement by President Ann Lee on the ferry\n\nAnn Lee said the ferry was late.\n\nThe crews were tired of it all.", []string{"Ann Lee: the ferry was late"}},
		{"promised without an addressee", "In a letter dated 4 March to the crews, Ann Lee promised a new ferry.", []string{"Ann Lee: a new ferry"}},
		{"the occasion of an answer", "Asked by the board what had become of the boat, Ann Lee said it had sunk.", []string{"Ann Lee: it had sunk"}},
		{"the occasion of an answer: would say only", "Asked about the crews, Ann Lee would say only that they were “well and fed”.", []string{"Ann Lee: that they were “well and fed”"}},
		{"who asked", "Ann Lee asked the board what had become of the boat.", []string{"Ann Lee: the board what had become of the boat"}},
		{"objection", "The radio reported that the pact had been signed, a claim that the envoy's aide, Ann Lee, dismissed as “a fairy tale”.", []string{"?: that the pact had been signed", "Ann Lee: “a fairy tale”"}},
		{"a claim that nobody objects to", "Ann Lee said that it was late, a claim that sounds true.", []string{"Ann Lee: that it was late, a claim that sounds true"}},
		{"neither said so", "Neither Ann Lee nor Bo Rand said the bridge was safe.", nil},
		{"turn behind a comma in marks", "Ann Lee said they could be freed “before the spring,” though Bo Rand cautioned that no date had been set.", []string{"Ann Lee: they could be freed “before the spring,”", "Bo Rand: that no date had been set"}},
		{"ended by another's source", "Ann Lee said fares would rise, but a pilot, Bo Rand, called that “a scandal”.", []string{"Ann Lee: fares would rise", "Bo Rand: “that “a scandal””"}},
		{"a court heard it", "Ann Lee claimed it was “only borrowed”, a court heard yesterday.", []string{"Ann Lee: it was “only borrowed”"}},
		{"a crowd heard it", "Ann Lee claimed that the “only song” was the one which a crowd heard yesterday.", []string{"Ann Lee: that the “only song” was the one which a crowd heard yesterday"}},
		{"would not say whether", "Neither Ann Lee nor Bo Rand would say whether it was late.", nil},
		{"interviewer", "A talk\n\nMinister Ann Lee runs the ferry.\n\nSedgeview: Is it late?\n\nLee: It is late.\n\nSedgeview: Is it dark?\n\nLee: Is it ever not?\n\nSedgeview: Thank you.\n\nThe talk was shortened by the paper.", []string{"Ann Lee: “It is late.”", "Ann Lee: “Is it ever not?”"}},
		{"interviewer who says something", "A talk\n\nMinister Ann Lee runs the ferry.\n\nSedgeview: Is it late?\n\nLee: It is late.\n\nSedgeview: It was always late in the town.\n\nLee: Never.", []string{"Sedgeview: “Is it late?”", "Ann Lee: “It is late.”", "Sedgeview: “It was always late in the town.”", "Ann Lee: “Never.”"}},
		{"interview", "Ann Lee: “The sea is patient”\n\nWe met the pilot Ann Lee in Sedge.\n\nQ: Is it late?\n\nA: It is late. My brother, Bo Lee, said it was early.\n\nQ: Is it dark?\n\nA: Very.\n\nInterview: Kit Moor. It was short.", []string{"Ann Lee: “The sea is patient”", "Ann Lee: “It is late. My brother, Bo Lee, said it was early.”", "Bo Lee: it was early", "Ann Lee: “Very.”"}},
		{"interview with either of two", "The sea is patient\n\nWe met the pilots Ann Lee and Mary Rand in Sedge.\n\nQ: Is it late?\n\nA: It is late.\n\nQ: Is it dark?\n\nA: Very.", []string{"?: “It is late.”", "?: “Very.”"}},
		{"interview by initials", "Interview with Ann Lee\n\nThe pilot Ann Lee met us in Sedge.\n\nSH: Is it late?\n\nAL: It is late.\n\nSH: Is it dark?\n\nAL: Very.", []string{"Ann Lee: “It is late.”", "Ann Lee: “Very.”"}},
		{"interview that ends", "Ann Lee on the sea\n\nWe met the pilot Ann Lee in Sedge.\n\nQ: Is it late?\n\nA: It is late.\n\nQ: Is it dark?\n\nA: Very.\n\n“The ferry is cold,” says the critic Bo Rand.", []string{"Ann Lee: “It is late.”", "Ann Lee: “Very.”", "Bo Rand: “The ferry is cold”"}},
		{"interview that ends with words about who spoke", "Ann Lee on the sea\n\nWe met the pilot Ann Lee in Sedge.\n\nQ: Is it late?\n\nA: It is late.\n\nIt is always late.\n\nQ: Is it dark?\n\nA: Very.\n\nAnn Lee was born in Elm.", []string{"Ann Lee: “It is late. … It is always late.”", "Ann Lee: “Very.”"}},
		{"interview that ends where no turn went on", "Ann Lee on the sea\n\nWe met the pilot Ann Lee in Sedge.\n\nQ: Is it late?\n\nA: It is late.\n\nQ: Is it dark?\n\nA: Very.\n\nThe ferry leaves at noon.", []string{"Ann Lee: “It is late.”", "Ann Lee: “Very.”"}},
		{"interview whose last turn goes on", "Ann Lee on the sea\n\nWe met the pilot Ann Lee in Sedge.\n\nQ: Is it late?\n\nA: It is late.\n\nQ: Is it dark?\n\nA: Very.\n\nI like the ferry.", []string{"Ann Lee: “It is late.”", "Ann Lee: “Very. … I like the ferry.”"}},
		{"interview with the one who is described", "The sea is patient\n\nCaptain Ann Lee talks to Bo Rand.\n\nQ: Is it late?\n\nA: It is late.\n\nQ: Is it dark?\n\nA: Very.", []string{"Ann Lee: “It is late.”", "Ann Lee: “Very.”"}},
		{"interview by a reporter", "The sea is patient\n\nReporter Bo Rand met Ann Lee.\n\nQ: Is it late?\n\nA: It is late.\n\nQ: Is it dark?\n\nA: Very.", []string{"Ann Lee: “It is late.”", "Ann Lee: “Very.”"}},
		{"interview by an editor, or with one", "The sea is patient\n\nEditor Bo Rand met Ann Lee.\n\nQ: Is it late?\n\nA: It is late.\n\nQ: Is it dark?\n\nA: Very.", []string{"?: “It is late.”", "?: “Very.”"}},
		{"interview without labels", "Ann Lee on the sea\n\nWe met the pilot Ann Lee in Sedge.\n\nAre you late?\n\nI am late.\n\nIs it dark to you?\n\nI like it dark. It was late.\n\nIt was cold.\n\nWhat do you want?\n\nI want a ferry.", []string{"Ann Lee: “I am late.”", "Ann Lee: “I like it dark. It was late. … It was cold.”", "Ann Lee: “I want a ferry.”"}},
		{"questions of a reporter", "Ann Lee and the sea\n\nThe pilot Ann Lee lives in Sedge.\n\nIs she late?\n\nI think she is.\n\nIs it dark?\n\nIt was late.\n\nWhat is next?\n\nThe ferry left.", nil},
		{"a day before a clause that promises", "Ann Lee said on Tuesday her guards would stay away until Norland promised in writing that it was late.", []string{"Ann Lee: her guards would stay away until Norland promised in writing that it was late"}},
		{"a day before that", "Ann Lee said on Tuesday that it was late.", []string{"Ann Lee: that it was late"}},
		{"goes on with what one thinks", "Ann Lee said she was late but saw no way out.", []string{"Ann Lee: she was late but saw no way out"}},
		{"goes on with another clause", "Ann Lee said the port was late but saw no way out.", []string{"Ann Lee: the port was late"}},
		{"would have wished", "Ann Lee said she was glad, although she would have wished for more, and announced that it was late.", []string{"Ann Lee: she was glad, although she would have wished for more", "Ann Lee: that it was late"}},
		{"and, after what a firm expects", "Ann Lee said the company still expected to grow this year, and ruled out a sale.", []string{"Ann Lee: the company still expected to grow this year", "Ann Lee: a sale"}},
		{"offered to", "Ann Lee offered to send twenty boats.", []string{"Ann Lee: to send twenty boats"}},
		{"offered tea", "Ann Lee offered tea to the tired crews.", nil},
		{"called to order", "Ann Lee called Rand to order twice.", nil},
		{"called an election", "Ann Lee called an early election in June.", nil},
		{"called a liar", "Ann Lee called Rand a liar.", []string{"Ann Lee: Rand a liar"}},
		{"put a number", "Ann Lee put the number at closer to 900.", []string{"Ann Lee: the number at closer to 900"}},
		{"engineers with a name", "The engineers who wrote it, Lee & Partners, recommended that drains be dug.", []string{"Lee & Partners: that drains be dug"}},
		{"engineers without a name", "The engineers who wrote it said it was late.", []string{"?: it was late"}},
		{"put a lamp", "Ann Lee put the lamp at the door.", nil},
		{"a counterpart of no known state", "Ann Lee met her Sedgish counterpart, Bo Rand. “It is late,” the Sedgish diplomat said.", []string{"Bo Rand: “It is late”"}},
		{"headline with a quotation first", "‘It is late’ – Lee furious as ferry sinks\n\nThe pilot Ann Lee left, and Lee is tired.", []string{"Ann Lee: “It is late”"}},
		{"headline with a quotation first, of nobody", "‘It is late’ – Sedge furious as ferry sinks\n\nThe pilot Ann Lee left, and Lee is tired.", nil},
		{"headline before what happens meanwhile", "Port boss says worst is over as yard cuts 300 jobs\n\nBoss Ann Lee left the port.", []string{"Ann Lee: worst is over"}},
		{"headline with as in what is said", "Ann Lee says ferry is known as the slow one\n\nThe ferry left.", []string{"Ann Lee: ferry is known as the slow one"}},
		{"headline warning in marks", "Ann Lee warns of ‘empty boats’ as plan passes vote\n\nThe ferry left.", []string{"Ann Lee: “empty boats”"}},
		{"tells of", "The villagers tell of the night the hill came down.", nil},
		{"tells somebody", "Ann Lee told him the old hill came down.", []string{"Ann Lee: the old hill came down"}},
		{"object: where it was said", "Ann Lee backed the tired old coach in a message on the club's website.", []string{"Ann Lee: the tired old coach"}},
		{"object: a letter of another", "Ann Lee criticised the tone of a letter from Rand.", []string{"Ann Lee: the tone of a letter from Rand"}},
		{"heading of a section", "The ferry\n\nThe ferry left late.\n\nMission calls for passage of boats\n\nThe ferry was full.", nil},
		{"heading of a section with a name", "The ferry\n\nThe ferry left late.\n\nAnn Lee calls for passage of boats\n\nThe ferry was full.", []string{"Ann Lee: passage of boats"}},
		{"some days later", "Ann Lee, who runs the ferry, replied two days later that it was late.", []string{"Ann Lee: that it was late"}},
		{"age between commas", "Ann Lee, 44, said her husband, Bo, was late.", []string{"Ann Lee: her husband, Bo, was late"}},
		{"age of a clause before", "The ferry is late again at 44, said her husband, Bo Rand.", []string{"Bo Rand: The ferry is late again at 44"}},
		{"headline with a colon and no speaker", "Late again: ferry in trouble\n\nAnn Lee runs the ferry.", nil},
		{"question: what is quoted is part of it", "Ann Lee asked whether it was “very late in the year”.", []string{"Ann Lee: whether it was “very late in the year”"}},
		{"leftover", "The ferry\n\nThe angry crowd was loud. Bo Rand greeted her with “Let the old ferry stay!”", []string{"Bo Rand: “Let the old ferry stay!”"}},
		{"leftover: a thing is nobody", "The ferry\n\nThe weather changed with “a bang and a long roar!” at noon.", nil},
		{"clause around: what comes first belongs to it", "Now, Ann Lee said, the ferry is late.", []string{"Ann Lee: Now … the ferry is late"}},
		{"relative clause inside a source", "Ann Lee, who says it is very late, said the ferry was full.", []string{"Ann Lee: it is very late", "Ann Lee: the ferry was full"}},
		{"addressee that owns nothing", "Ann Lee told her she was late again.", []string{"Ann Lee: she was late again"}},
		{"a share of people", "The ferry\n\nNearly 42% say they like it.", []string{"?: they like it"}},
		{"according to a plain noun", "The ferry was late, according to press reports.", []string{"?: The ferry was late"}},
		{"a trade before a name", "“It is late,” said docker Ann Lee as she left.", []string{"Ann Lee: “It is late”"}},
		{"not to be named", "A broker, who asked not to be named, said it was late.", []string{"?: it was late"}},
		{"object: its day is no part of it", "Ann Lee ruled out new taxes on Tuesday.", []string{"Ann Lee: new taxes"}},
		{"announced", "Ann Lee stated:\n\n“It is late again.”", []string{"Ann Lee: “It is late again.”"}},
		{"announced: a list", "Ann Lee bought:\n\n“The Long Night” and a lamp.", nil},
		{"name before a quotation", "The town is split. Ann Lee: “It is late.”", []string{"Ann Lee: “It is late.”"}},
		{"no name before a quotation", "There is only one sign: “Closed”.", nil},
		{"inverted before a colon", "It is dark.\n\nContinued Ann Lee: “It is late.”", []string{"Ann Lee: “It is late.”"}},
		{"headline: speaker on a topic", "Lee on the ferry: ‘It is late’\n\nAnn Lee runs the ferry, and Lee is tired.", []string{"Ann Lee: “It is late”"}},
		{"headline: a place on a topic", "Chaos on the ferry: ‘It is late’\n\nAnn Lee runs the ferry.", nil},
		{"participle after a comma inside the marks", "Ann Lee said “it was late,” adding that it was dark.", []string{"Ann Lee: “it was late”", "Ann Lee: that it was dark"}},
		{"unmarked first person", "Title\n\nAnn Lee said it was late.\n\nLee added that it was dark.\n\nThe ferry left.\n\nWe have waited, and we will wait no more.",
			[]string{"Ann Lee: it was late", "Ann Lee: that it was dark", "Ann Lee: “We have waited, and we will wait no more.”"}},
		{"first person of an author", "Title\n\nI met her. Ann Lee said it was late.\n\nLee added that it was dark.\n\nThe ferry left.\n\nWe have waited, and we will wait no more.",
			[]string{"Ann Lee: it was late", "Ann Lee: that it was dark"}},
		{"first-person narrator", "I said it was late.", nil},
	} {
		if diff := cmp.Diff(c.want, told(c.in, "en")); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

// FuzzRead holds what no text may break: spans inside the text and on the
// bounds of runes, verbatim inside content, order, and the same result twice.
func FuzzRead(f *testing.F) {
	f.Add("The ferry is late\nA port - “,”Al,nurse,sAY it is 0")
	f.Add("The ferry is late!   “,”Bo,0,sAid ")
	f.Add("Lee: ferry late\n\nSEDGE, March 4 (Wire) - “It’s late,” Ann Lee, a nurse, said on Monday. 'No.' According to her, it is.")
	f.Add("Q: Why?\n\nLEE: So.\n\nLEE: \"No, 'never'\" \xff\xfe — Bo")
	f.Add("Le& \nA: x?\n\nLee &")
	f.Add("A00 MAy A'")
	f.Add("„Es ist spät“, sagte er. Das sei falsch. «Поздно», — сказал он. « Tard », a-t-il dit. Según Ana, \"no\".")
	english, err := Open(English)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		steady(t, english, s, "en")
		for _, lang := range [...]string{"en", "de", "ru", "fr", "es", ""} {
			steady(t, Reader{}, s, lang)
		}
	})
}

// steady reads a text twice and checks what every reading promises.
func steady(t *testing.T, r Reader, s, lang string) {
	t.Helper()
	a := statements.Article{Text: s, Lang: lang}
	got := r.Read(a)
	if diff := cmp.Diff(got, r.Read(a)); diff != "" {
		t.Fatalf("read twice: %s", diff)
	}
	at := 0
	for _, st := range got {
		if err := sound(s, st); err != nil {
			t.Fatalf("%s: %v in %q: %+v", lang, err, s, st)
		}
		if st.Start() < at {
			t.Fatalf("%s: out of order in %q", lang, s)
		}
		at = st.Start()
	}
}

// sound checks the spans of one statement.
func sound(s string, st statements.Statement) error {
	spans := append([]statements.Span{}, st.Content...)
	spans = append(spans, st.Verbatim...)
	for _, sp := range []statements.Span{st.Source, st.Cue} {
		if !sp.IsZero() {
			spans = append(spans, sp)
		}
	}
	for _, sp := range spans {
		if sp.Start < 0 || sp.End > len(s) || sp.Start >= sp.End {
			return fmt.Errorf("span %v", sp)
		}
		if utf8.ValidString(s) && !utf8.ValidString(sp.Of(s)) {
			return fmt.Errorf("span %v cuts a rune", sp)
		}
	}
	if len(st.Content) == 0 {
		return fmt.Errorf("no content")
	}
	for _, v := range st.Verbatim {
		inside := false
		for _, c := range st.Content {
			inside = inside || c.Contains(v)
		}
		if !inside {
			return fmt.Errorf("verbatim %v outside the content", v)
		}
	}
	if st.Known == statements.Unresolved && st.Speaker != "" && strings.Contains(st.Speaker, " ") {
		return fmt.Errorf("unresolved, yet %q", st.Speaker)
	}
	return nil
}
