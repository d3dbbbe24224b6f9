package dates_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/statements/extract"
)

// published is a Saturday.
var published = statements.Moment{Time: time.Date(2026, time.March, 7, 9, 0, 0, 0, time.UTC), DayOnly: true}

// TestSettle reads small articles; want is the day of each statement in the
// order of the text, "-" for none.
func TestSettle(t *testing.T) {
	for _, c := range []struct{ name, lang, text, want string }{
		{"a trial is one day for all who speak there", "en",
			"Bridge trial opens\n\nThe engineer told a jury in Sedge on Thursday that the cables were new.\n\nAnna Brandt, prosecuting, said the cables were “older than the town”.\n\n“That is nonsense,” Karl Moss said.",
			"05 05 05"},
		{"an interview by an outlet that tells when it met whom", "en",
			"A bus with an opinion\n\nTom Rand led a brigade. The Harbour Review (HR) met him in Sedge on Monday, 2 March.\n\nHR: Is it late?\n\nRand: It is a bus with an opinion. It brings ten people to a place.\n\nHR: And now?\n\nRand: Fog. Two banks, two maps and fog. It costs nothing.",
			"02 02"},
		{"a briefing whose day has a line of its own", "en",
			"Weekly briefing by the spokesman of the Ministry of Ferries, Tom Rand\n\nSedge, Monday, 2 March 2026\n\nT. Rand: Good morning. The ferry will sail in May, and nobody will swim.\n\nQuestion: Is it late?\n\nT. Rand: It is late, and we are sorry for that.",
			"02 02"},
		{"that day is the one of the clause before it", "en",
			"Trial\n\nAnna Brandt won the vote on Wednesday, she said on Thursday.\n\nBrandt, who was heard as a witness on February 24, testified that day that she had read it in a newspaper.",
			"05 2026-02-24"},
		{"a report of one person's words is not", "en",
			"Bridge to close\n\nAnna Brandt told reporters on Thursday that the bridge would close.\n\nThe ferrymen's leader, Karl Moss, said the plan was “a disgrace”.",
			"05 -"},
		{"a council's leader is no council, and after a meeting is not at it", "en",
			"Bridge to close\n\nCouncil leader Anna Brandt said on Thursday after a meeting with the builders that the bridge would close.\n\nThe ferrymen's leader, Karl Moss, said the plan was “a disgrace”.",
			"05 -"},
		{"who spoke before, or elsewhere, was not at the meeting", "en",
			"Council quarrels\n\nThe bridge will close, Anna Brandt told a council meeting on Thursday.\n\nKarl Moss had called the plan “a disgrace”.\n\nIn an interview, Ida Lund said the plan was “a joke”.\n\nOla Vik replied that nobody would pay for it.",
			"05 - - 05"},
		{"a court that heard something on a day", "en",
			"Clerk stole\n\nA clerk spent the lunch fund on horses and “a boat with no oars”, a court heard on Thursday.\n\nThe clerk denies theft.\n\nAnna Brandt, prosecuting, said the horses were grey.\n\nIn an interview last year, the clerk had said the fund was full.\n\nKarl Moss told jurors that the fund was empty.",
			"05 - 05"},
		{"what a court heard that somebody had claimed", "en",
			"Clerk stole\n\nIda Lund claimed that she was “only borrowing”, a court was told on Thursday.\n\nAnna Brandt said: “The horses were grey.”",
			"- 05"},
		{"a Supreme Court in the news is no day in court", "en",
			"Judge chosen\n\nVoters gave Ida Lund a seat on the Supreme Court on Thursday.\n\nKarl Moss called the vote “a disgrace”.",
			"-"},
		{"an assembly that the second sentence names", "en",
			"Bread\n\nThe minister Anna Brandt yesterday announced that bread would be cheap.\n\nMs Brandt told the assembly that mills would pay.\n\nKarl Moss said mills were poor.\n\nOutside, Ida Lund said the bread was bad.",
			"06 06 06 -"},
		{"an office that the second sentence names", "en",
			"Bread\n\nThe minister Anna Brandt yesterday announced that bread would be cheap.\n\nMs Brandt said the assembly would pay.\n\nKarl Moss said mills were poor.",
			"06 06 -"},
		{"what two said together is of the day of each", "en",
			"Bridge to close\n\nAnna Brandt and Karl Moss said on Thursday that the bridge would close.\n\nMr Moss said the ferry would run.\n\nIda Lund said it was late.",
			"05 05 -"},
		{"another's words in the sentence have no place of their own", "en",
			"Baths close\n\nThe council voted to close the baths on Thursday.\n\nAnna Brandt criticised the vote as “theft by clipboard” and accused the mayor of hiding a report.\n\nKarl Moss said nobody had read it.",
			"05 05 05"},
		{"another's day before a semicolon", "en",
			"Row\n\nAnna Brandt accused the union of having walked out on Friday; Karl Moss said it was the firm.",
			"- -"},
		{"outside court, and before leaving", "en",
			"Clerk stole\n\nA clerk stole a boat, a court heard on Thursday.\n\nOutside court, Anna Brandt said it was a raft.\n\nBefore leaving, Karl Moss said it had sunk.\n\nDuring the last trial, Ida Lund said it was new.",
			"05 05 -"},
		{"what somebody has said is the news", "en",
			"Brandt: rest must come first\n\nAnna Brandt has told her players to rest before the final.\n\n“Sleep is training,” Brandt said on Thursday.\n\nKarl Moss has said that he will not play.",
			"05 05 05 -"},
		{"leaders who went home", "en",
			"No deal\n\nThe leaders of Norland and Velmora went home yesterday without a deal.\n\nAnna Brandt said the gap was small.",
			"06"},
		{"a man who went home", "en",
			"No deal\n\nThe man who had shot the bear went home yesterday without a word.\n\nAnna Brandt said the bear was small.",
			"-"},
		{"what something was called on a day", "en",
			"Row\n\nAnna Brandt called the plan “a gift” on Thursday.\n\nKarl Moss called for a strike on Friday.",
			"05 -"},
		{"a day behind the description of the speaker", "en",
			"Row\n\nThe bridge is safe, said Anna Brandt, the mayor of Sedge, on Thursday.",
			"05"},
		{"a day in court of the same week", "en",
			"Clerk stole\n\nA clerk stole a boat, a court heard on Monday.\n\nAnna Brandt, prosecuting, said it was a raft.",
			"02"},
		{"talks that ended", "en",
			"No deal\n\nTwo days of talks on the river ended on Thursday without a deal.\n\nAnna Brandt said the river was wide.\n\nKarl Moss said the dam was high.\n\nIn a statement, the fishermen said they were angry.\n\nIda Lund said that fish were few.",
			"05 05 - -"},
		{"a vote that was, on what will be", "en",
			"Tram\n\nThe tram will run to the port after a vote of the council on Thursday.\n\nAnna Brandt said it was time.\n\nThe next vote will be held on Friday.",
			"05"},
		{"a vote that will be", "en",
			"Tram\n\nThe council will hold a vote on Tuesday.\n\nAnna Brandt said it was time.",
			"-"},
		{"a match with its score", "en",
			"Sedge win\n\nSedge 2 Elm 1\n\nAnna Brandt admitted she “cried” before the goal that took Sedge to the final on Thursday.\n\nKarl Moss said it was offside.",
			"05 05"},
		{"a match without one", "en",
			"Sedge win\n\nAnna Brandt admitted she “cried” before the goal that would win the league on Thursday.\n\nKarl Moss said it was offside.",
			"- -"},
		{"what the speaker did on the day", "en",
			"Flood\n\nAnna Brandt flew over the valley on Wednesday and promised help.\n\n“You are not alone,” Brandt told villagers.\n\n“We want pumps,” Karl Moss said.",
			"04 -"},
		{"what somebody else did on a day", "en",
			"Flood\n\nAnna Brandt flew over the valley on Wednesday.\n\n“We want pumps,” Karl Moss said.",
			"-"},
		{"at the time", "en",
			"Park\n\nAnna Brandt said on Thursday that the park would stay.\n\n“It is for the children,” Ms Brandt said at the time.",
			"05 -"},
		{"at the time, in German", "de", "Park\n\nDer Park ist sicher, sagte Bürgermeisterin Anna Brandt am Donnerstag.\n\n„Er ist für die Kinder“, sagte Anna Brandt damals.", "05 -"},
		{"a trial that began, in German", "de", "Prozess\n\nVor dem Landgericht Sedge hat am Donnerstag der Prozess gegen eine Sekretärin begonnen.\n\nStaatsanwältin Anna Brandt sagte, das Geld sei weg.\n\n„Es war nie da“, sagte Karl Moss.", "05 05"},
		{"a protest, in Spanish", "es", "Protesta\n\nMiles de personas acudieron el jueves a una protesta en Sedge.\n\n«No podemos más», dijo Ana Brandt.\n\nCarlos Moss aseguró que era su último año.", "05 05"},
		{"a trial that began, in Russian", "ru", "Суд\n\nСуд по делу секретаря начался в четверг в Седже.\n\n«Она ставила на лошадей», — сказала прокурор Анна Брандт.", "05"},
		{"another day ends the meeting", "en",
			"Council quarrels\n\nThe bridge will close, Anna Brandt told a council meeting on Thursday.\n\nThe ferrymen's union said on Friday that it would sue.\n\nKarl Moss said that he would join the ferrymen.",
			"05 06 -"},
		{"a day between source and cue", "en",
			"Bridge to close\n\nAnna Brandt on Thursday announced that the bridge would close.\n\nKarl Moss today said that he would sue on Monday.",
			"05 07"},
		{"the object stands between cue and day", "en",
			"Quarrel\n\nAnna Brandt accused Karl Moss on Tuesday of “wasting the money of the town”.\n\nIda Lund accused Ola Vik of sinking the boat that sailed on Tuesday.",
			"03 -"},
		{"a day after the cue, whatever the content", "en",
			"Quarrel\n\nAnna Brandt, the mayor, said late on Tuesday that the town would wait.\n\nKarl Moss said Tuesday was a bad day for the town.",
			"03 -"},
		{"what is announced lies ahead", "en",
			"Strike\n\nKarl Moss demanded a new bridge for the whole town on Tuesday.\n\nAnna Brandt dismissed the plan for a new bridge on Thursday.",
			"- 05"},
		{"a letter is dated by its day", "en",
			"A letter\n\nIn a letter dated 2 March, the mayor, Anna Brandt, wrote that the bridge was safe. “It will stand for a century,” Ms Brandt wrote.",
			"02 02"},
		{"a day later", "en",
			"A reply\n\nThe bridge was safe, Anna Brandt said on Tuesday.\n\nA day later, Karl Moss replied that the bridge was “a ruin”.\n\nTwo days later, Ida Lund said that everybody should calm down.",
			"03 04 06"},
		{"later than publication is impossible", "en",
			"A reply\n\nThe bridge was safe, Anna Brandt said on Friday.\n\nFive days later, Karl Moss replied that the bridge was “a ruin”.",
			"06 -"},
		{"an interview has its day in a sentence of its own", "en",
			"Anna Brandt on bridges\n\nAnna Brandt built the bridge at Sedge. The interview took place in Sedge on 27 February.\n\nCourier: Is the bridge safe?\n\nBrandt: It is as safe as any house in this town.\n\nCourier: Who paid?\n\nBrandt: Everybody who lives here paid for it, and nobody complained.",
			"2026-02-27 2026-02-27"},
		{"a headline has the day of what it repeats", "en",
			"Mayor says old bridge is falling down\n\nThe old bridge is falling down, Anna Brandt, the mayor, said on Tuesday.\n\n“We need a new one,” Ms Brandt said.",
			"03 03 03"},
		{"a pronoun goes on with the sentence before", "en",
			"Quarrel\n\nThe leader of the ferrymen, Karl Moss, rejected the plan for a new bridge on Wednesday. “It is a gift to the builders,” he said.",
			"04 04"},
		{"a day in the description of the speaker is no day of speaking", "en",
			"Quarrel\n\nAnna Brandt, who landed on Monday, said that the bridge was safe.",
			"-"},
		{"a year or month alone", "en",
			"Quarrel\n\nThe bridge was safe, Anna Brandt said on Tuesday. In 2024, she said that it would fall down.",
			"03 -"},
		{"an object of last week", "en",
			"Quarrel\n\nThe bridge was safe, Anna Brandt said on Tuesday.\n\nMs Brandt rejected calls for a new one last week.\n\nMs Brandt accused Karl Moss of having slept since 2016.",
			"03 - 03"},
		{"a letter's day is for what was written", "en",
			"Inquiry\n\nKarl Moss told the inquiry on Thursday that the ferry was old.\n\nIn a letter dated 3 May 2025, Moss wrote that the doors were rusty.\n\nMoss said nobody had answered him.",
			"05 2025-05-03 05"},
		{"counted from the day in the text, whoever spoke", "en",
			"Quarrel\n\nThe bridge was safe, Anna Brandt said on Monday.\n\nThe bridge was closed on Wednesday. The next day, Karl Moss said that it was a ruin.",
			"02 05"},
		{"what had been said is of its own time", "en",
			"Quarrel\n\nKarl Moss said the bridge was a ruin.\n\nKarl Moss had said on Monday that he would resign.",
			"- 02"},
		{"last night, not last Monday", "en",
			"Quarrel\n\nThe bridge was safe, Anna Brandt said last night.\n\nThe bridge was a ruin, Karl Moss said last Monday.",
			"06 -"},
		{"a weekday between filing and publication is either", "en",
			"Quarrel\n\nSEDGE, March 4 (Wire) - The bridge was safe, Anna Brandt said on Wednesday.\n\nThe bridge was a ruin, Karl Moss said on Thursday.",
			"04 -"},
		{"German evening", "de", "Streit\n\nDie Brücke ist sicher, sagte Anna Brandt am Donnerstagabend.\n\nAm 27. Februar hatte Karl Moss erklärt, die Brücke sei eine Ruine.\n\nKarl Moss sagte, niemand habe ihn gefragt.", "05 2026-02-27 -"},
		{"a page that is one person's statement has its day in a line", "en",
			"Statement by Mayor Anna Brandt on the bridge\n\nSedge, 3 March 2026\n\nDear citizens,\n\nFor six years we have waited for this bridge. I expect it to be open by Sunday.\n\nI thank you, and I wish you a good night.",
			"03"},
		{"limits and names", "en",
			"Quarrel\n\nAfter Monday's talks, Anna Brandt said that the bridge was safe.\n\nKarl Moss said until Friday nobody had asked him.",
			"- -"},
		{"German", "de", "Streit\n\nDie Brücke ist sicher, sagte Bürgermeisterin Anna Brandt am Donnerstag.\n\nAm 2. März sagte Karl Moss, die Brücke sei eine Ruine.", "05 02"},
		{"French", "fr", "Le pont\n\nLe pont est sûr, a déclaré mardi la maire Anne Brandt.\n\nLe 2 mars, Karl Moss a déclaré que le pont allait tomber.", "03 02"},
		{"Spanish", "es", "El puente\n\nLa alcaldesa Ana Brandt aseguró el jueves que el puente es seguro.\n\nCarlos Moss dijo el 2 de marzo que el puente va a caer.", "05 02"},
		{"Russian", "ru", "Мост\n\nМэр Анна Брандт заявила в четверг, что мост безопасен.\n\nКарл Мосс сказал 2 марта, что мост рухнет.", "05 02"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			title, _, _ := strings.Cut(c.text, "\n")
			for _, s := range extract.Read(statements.Article{Title: title, Text: c.text, Lang: c.lang, Published: published}) {
				if strings.HasSuffix(s.Text(c.text), "?") {
					continue // an interviewer's question
				}
				day := strings.TrimPrefix(s.SaidOn.String(), "2026-03-")
				if day == "" {
					day = "-"
				}
				got = append(got, day)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
