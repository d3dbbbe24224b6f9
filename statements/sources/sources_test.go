package sources

import (
	"testing"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/quotes"
	"onrecord/statements/text"
)

func line(s string) cues.Sentence {
	toks := text.Tokens(s)
	return cues.Build(toks, text.Range{First: 0, End: len(toks)}, nil, func(int) int { return -1 }, lexicon.For("en"))
}

// at gives the item of a word.
func at(t *testing.T, s cues.Sentence, word string) int {
	t.Helper()
	for i := range s.Items {
		if s.Lower(i) == word {
			return i
		}
	}
	t.Fatalf("no %q", word)
	return 0
}

func TestLeft(t *testing.T) {
	for _, c := range []struct{ rule, in, verb, want string }{
		{"name", "Ann Lee said so.", "said", "Ann Lee"},
		{"not past a comma", "In Oslo, Ann Lee said so.", "said", "Ann Lee"},
		{"role and name", "Norland's foreign minister Ann Lee said so.", "said", "Norland's foreign minister Ann Lee"},
		{"noun on noun", "A spokesman for the port said so.", "said", "A spokesman for the port"},
		{"apposition", "Ann Lee, a nurse in Sedge, said so.", "said", "Ann Lee, a nurse in Sedge"},
		{"place in the apposition", "Ann Lee, of Sedge, Va., said so.", "said", "Ann Lee, of Sedge, Va."},
		{"stacked appositions", "Ann Lee, research director for Sedge Mills, a guild of millers, said so.", "said", "Ann Lee, research director for Sedge Mills, a guild of millers"},
		{"apposition inside a clause", "Ann Lee, a miller who works with Sedge Mills, a guild, said so.", "said", "Ann Lee, a miller who works with Sedge Mills, a guild"},
		{"no subject after a preposition", "In Sedge, Va., said so.", "said", ""},
		{"age", "Ann Lee, 25, said so.", "said", "Ann Lee, 25"},
		{"occasion between commas", "Ann Lee, speaking in Oslo, said so.", "said", "Ann Lee"},
		{"brackets", "Rep. Ann Lee (D-Md.) said so.", "said", "Rep. Ann Lee (D-Md.)"},
		{"relative clause", "Officials who oppose the plan said so.", "said", "Officials who oppose the plan"},
		{"relative clause, then a name", "The judge who led the trial, Ann Lee, said so.", "said", "The judge who led the trial, Ann Lee"},
		{"relative clause, then a place", "They met the judge who led the trial in Sedge, and Bo said so.", "said", "Bo"},
		{"participle", "A man accused of theft said so.", "said", "A man accused of theft"},
		{"participle of the verb before", "Ann Lee moved to Sedge, and theft said so.", "said", "theft"},
		{"who as the subject", "Ann Lee, who said so.", "said", "Ann Lee"},
		{"day before the verb", "Ann Lee on Monday said so.", "said", "Ann Lee"},
		{"place before the verb", "Ann Lee in parliament on Monday said so.", "said", "Ann Lee"},
		{"place of a place before the verb", "Ann Lee at a news conference in Oslo said so.", "said", "Ann Lee"},
		{"what is posted on", "Ann Lee on Facebook said so.", "said", "Ann Lee"},
		{"part before the verb", "Ann Lee for her part said so.", "said", "Ann Lee"},
		{"part behind an apposition", "Ann Lee, head of the Port Board, for her part said so.", "said", "Ann Lee, head of the Port Board"},
		{"place behind an apposition", "Ann Lee, head of the Port Board, on Facebook said so.", "said", "Ann Lee, head of the Port Board"},
		{"place behind a role and a name", "The mayor of Oslo, Ann Lee, in parliament on Monday said so.", "said", "The mayor of Oslo, Ann Lee"},
		{"who sits in a place", "The opposition in parliament said so.", "said", "The opposition in parliament"},
		{"two names", "Ann Lee and Bo Rand said so.", "said", "Ann Lee and Bo Rand"},
		{"two, the second by whose she is", "Ann Lee and her deputy, Bo Rand, said so.", "said", "Ann Lee and her deputy, Bo Rand"},
		{"two, the first without a name", "His wife and Lee said so.", "said", "His wife and Lee"},
		{"who does something to something", "The judge leading the inquiry said so.", "said", "The judge leading the inquiry"},
		{"who behind an apposition", "Ann Lee, head of the Port Board, who said so.", "said", "Ann Lee"},
		{"who of several behind their names", "Ann Lee and Bo Rand, local millers who said so.", "said", "local millers"},
		{"those who", "In two towns, Sedge and Elm, those who said so.", "said", "those"},
		{"who is the last of two", "They met Ann Lee and Bo Rand, who said so.", "said", "Bo Rand"},
		{"no second one of another clause", "They met his wife and Lee said so.", "said", "Lee"},
		{"people familiar with something", "It was late, though two people familiar with the matter said so.", "said", "two people familiar with the matter"},
		{"pronoun", "After that she said so.", "said", "she"},
		{"not into the verb before", "They left and said so.", "said", ""},
		{"conjunction is no noun", "But said so.", "said", ""},
	} {
		s := line(c.in)
		whole, _, ok := Left(&s, 0, at(t, s, c.verb))
		got := ""
		if ok {
			got = span(&s, whole).Of(c.in)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.rule, got, c.want)
		}
	}
}

func TestRight(t *testing.T) {
	for _, c := range []struct{ rule, in, want string }{
		{"name", "said Ann Lee on Monday.", "Ann Lee"},
		{"apposition", "said Ann Lee, a nurse in Sedge.", "Ann Lee, a nurse in Sedge"},
		{"who clause", "said Ann Lee, who was there.", "Ann Lee, who was there"},
		{"role before the name", "said Foreign Minister Ann Lee at a meeting.", "Foreign Minister Ann Lee"},
		{"role, then name", "said a spokeswoman, Ann Lee.", "a spokeswoman, Ann Lee"},
		{"an office of a body, then name", "said the chairman of the Harbour Guild, Ann Lee, and left.", "the chairman of the Harbour Guild, Ann Lee"},
		{"an office of a body, then another clause", "said the chairman of the Harbour Guild, Ann Lee said no.", "the chairman of the Harbour Guild"},
		{"whose they are, then name", "said his dogsitter, Bo Rand.", "his dogsitter, Bo Rand"},
		{"whose they are, then another clause", "said his dogsitter, Bo Rand said no.", "his dogsitter"},
		{"pronoun", "said he was late.", "he"},
		{"clause is no apposition", "said Lee, the town is full.", "Lee"},
		{"a day is nobody", "said Monday was late.", ""},
		{"a day later is nobody", "said a day later that so.", ""},
		{"a clause is nobody", "said nothing would change.", ""},
	} {
		s := line(c.in)
		whole, _, ok := Right(&s, 1)
		got := ""
		if ok {
			got = span(&s, whole).Of(c.in)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.rule, got, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, name, role string }{
		{"Norlandic Foreign Minister Ann Lee", "Ann Lee", "Norlandic Foreign Minister"},
		{"US Secretary of State Ann Lee", "Ann Lee", "US Secretary of State"},
		{"Minister of Foreign Affairs Ann Lee", "Ann Lee", "Minister of Foreign Affairs"},
		{"President of the Islamic Republic of Norvania, Ann Lee,", "Ann Lee", "President of the Islamic Republic of Norvania"},
		{"the leader of the Water Users, Ann Lee,", "Ann Lee", "leader of the Water Users"},
		{"Ann Lee, a spokeswoman for the port,", "Ann Lee", "spokeswoman for the port"},
		{"a spokeswoman, Ann Lee,", "Ann Lee", "spokeswoman"},
		{"Mr. Lee", "Lee", ""},
		{"a spokesman for Lee", "", "a spokesman for Lee"},
		{"the mayor of Sedge", "", "the mayor of Sedge"},
		{"the Chamber of Trade", "Chamber of Trade", ""},
		{"Ann Lee of the Chamber of Trade", "Ann Lee", ""},
		{"Jan van der Berg", "Jan van der Berg", ""},
		{"Stephen King", "Stephen King", ""},
		{"the foreign minister", "", "the foreign minister"},
		{"Norland's Foreign Minister", "", "Norland's Foreign Minister"},
		{"the Port Board", "Port Board", ""},
		{"Rep. Ann Lee (D-Md.)", "Ann Lee", ""},
		{"the mayor of Sedge, Ann Lee,", "Ann Lee", "mayor of Sedge"},
		{"the secretary of the Port Board, Ann Lee,", "Ann Lee", "secretary of the Port Board"},
		{"Ann Lee, the mayor of Sedge,", "Ann Lee", "mayor of Sedge"},
		{"Ann Lee, 75, a nurse in Elm,", "Ann Lee", "nurse in Elm"},
		{"Ann Lee, 75, a nurse in Elm, Ohio,", "Ann Lee", "nurse in Elm, Ohio"},
		{"President of Norway Ann Lee", "Ann Lee", "President of Norway"},
		{"Mayor of Sedge Ann Lee", "Ann Lee", "Mayor of Sedge"},
		{"World Harbour Organization (WHO) Director-General Ann Lee", "Ann Lee", "World Harbour Organization (WHO) Director-General"},
		{"Leader of the Harbour Party (HP) Ann Lee", "Ann Lee", "Leader of the Harbour Party (HP)"},
		{"Gift of the Salt founder Ann Lee", "Ann Lee", "Gift of the Salt founder"},
		{"a spokesman for Harbour Board president Ann Lee", "", "a spokesman for Harbour Board president Ann Lee"},
		{"President-elect Ann Lee", "Ann Lee", "President-elect"},
		{"The Board's Deputy Director for Ships and Boats, Ann Lee,", "Ann Lee", "Board's Deputy Director for Ships and Boats"},
		{"The union, the National Guild of Pilots (NGP),", "National Guild of Pilots", ""},
		{"Mayor of Sedge Bay", "", "Mayor of Sedge Bay"},
		{"the Harbour Pilots’ Union", "Harbour Pilots’ Union", ""},
		{"the Union of Ward Nurses", "Union of Ward Nurses", ""},
		{"the Pilots’ Ann Lee", "Ann Lee", "Pilots’"},
		{"van der Berg", "van der Berg", ""},
		{"the judge who led the trial, Ann Lee,", "Ann Lee", "judge"},
		{"Ann Lee, president of the Pilots’ Union (PU),", "Ann Lee", "president of the Pilots’ Union (PU)"},
		{"the poll", "", "the poll"},
		{"the weather", "", ""},
		{"Foreman Wim Lee", "Wim Lee", "Foreman"},
		{"Baker Lee", "Baker Lee", ""},
		{"Republican Ann Lee", "Ann Lee", ""},
		{"a Sedge Valley Republican", "", ""},
		{"the Republican National Committee", "Republican National Committee", ""},
	} {
		s := line(c.in)
		end := len(s.Items)
		whole, head, ok := Left(&s, 0, end)
		if !ok || whole.First != 0 {
			t.Errorf("%q is no source", c.in)
			continue
		}
		p := Parse(c.in, &s, whole, head)
		if p.Name != c.name || p.Role != c.role {
			t.Errorf("%q: name %q, role %q", c.in, p.Name, p.Role)
		}
	}
}

// TestNickname reads names with a nickname between quotation marks.
func TestNickname(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Thomas “Bo” Lee said so.", "Thomas Lee"},
		{"Thomas \"Bo\" Lee said so.", "Thomas Lee"},
		{"The Thomas “too late for the ferry” Lee said so.", "Lee"},
		{"Thomas “late” Lee said so.", "Lee"},
	} {
		toks := text.Tokens(c.in)
		all := text.Range{First: 0, End: len(toks)}
		qs := quotes.Scan(c.in, toks, []text.Range{all})
		s := cues.Build(toks, all, qs, func(i int) int {
			for n, q := range qs {
				if q.First <= i && i < q.End {
					return n
				}
			}
			return -1
		}, lexicon.For("en"))
		whole, head, ok := Left(&s, 0, at(t, s, "said"))
		if p := Parse(c.in, &s, whole, head); !ok || p.Name != c.want {
			t.Errorf("%s: %q (%v), want %q", c.in, p.Name, ok, c.want)
		}
	}
}

func TestNominative(t *testing.T) {
	ru := lexicon.For("ru")
	for in, want := range map[string]string{
		"Марины Костиной":  "Марина Костина",
		"Олега Рябова":     "Олег Рябов",
		"Игорем Полянским": "Игорь Полянский",
		"Лидии Самойловой": "Лидия Самойлова",
		"Марина Костина":   "Марина Костина",
		"Дома Печати":      "Дома Печати",
		"Костиной":         "Костиной",
	} {
		if got := nominative(ru, in); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
}

// TestAddressed holds where a German subject behind its verb ends: before whom
// the words were told to, and not before a genitive.
func TestAddressed(t *testing.T) {
	for _, c := range []struct{ in, head, name, role string }{
		{"sagte Petra Lindner der Hafenpost", "Petra Lindner", "Petra Lindner", ""},
		{"sagte Lindner der Hafenpost", "Lindner", "Lindner", ""},
		{"sagte Lindner einer Zeitung", "Lindner", "Lindner", ""},
		{"sagte die Ministerin dem Hafenboten", "die Ministerin", "", "die Ministerin"},
		{"sagte die Ministerin Petra Lindner der Hafenpost", "die Ministerin Petra Lindner", "Petra Lindner", "die Ministerin"},
		{"sagte Petra Lindner den Kieler Nachrichten", "Petra Lindner", "Petra Lindner", ""},
		{"sagte der Chef der Werft", "der Chef der Werft", "", "der Chef der Werft"},
		{"sagte die Chefin der Deutschen Hafengruppe", "die Chefin der Deutschen Hafengruppe", "", "die Chefin der Deutschen Hafengruppe"},
		{"sagte die Sprecherin des Rates", "die Sprecherin des Rates", "", "die Sprecherin des Rates"},
		{"sagten Mitarbeiter der Werft", "Mitarbeiter der Werft", "", "Mitarbeiter der Werft"},
		{"sagte der Vorsitzende der Werft Petra Lindner", "der Vorsitzende der Werft Petra Lindner", "Petra Lindner", "der Vorsitzende der Werft"},
	} {
		toks := text.Tokens(c.in)
		s := cues.Build(toks, text.Range{First: 0, End: len(toks)}, nil, func(int) int { return -1 }, lexicon.For("de"))
		whole, head, ok := Right(&s, 1)
		p := Parse(c.in, &s, whole, head)
		if got := p.Head.Of(c.in); !ok || got != c.head || p.Name != c.name || p.Role != c.role {
			t.Errorf("%q: %q (%v), name %q, role %q", c.in, got, ok, p.Name, p.Role)
		}
	}
}
