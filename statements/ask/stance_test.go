package ask

import (
	"slices"
	"testing"
)

var quarrel = []piece{{"Harbor Courier", "https://harborcourier.example/quarrel", "2026-10-12", `Ostervik shuts the ferry workshop

The ferry workshop in Ostervik will close at the end of May, Mayor Pell Andersen said on Monday.

The Union of Ferrymen called the decision "vandalism in a tie". "They sell the tools and keep the debts," said Sara Lindell, who leads it.

Grace Note welcomed the plan but warned that the yard must be cleaned.

Bo Meihua called the plan “a brave step, long overdue”.

Tor Birk was unimpressed. “I have heard that song,” he said.

Ilya Vantreight ruled out money for the workshop.

Jens Brandvold criticised the timing. “In May there is no work elsewhere,” he said.`,
	`1|Pell Andersen|Mayor|2026-10-12||indirect|Mayor Pell Andersen|said|The ferry workshop in Ostervik will close at the end of May
2|Union of Ferrymen|||| mixed|The Union of Ferrymen|called|the decision "vandalism in a tie"
3|Sara Lindell|||| direct|Sara Lindell, who leads it|said|They sell the tools and keep the debts
4|Grace Note|||| indirect|Grace Note|warned|that the yard must be cleaned
5|Bo Meihua|||| mixed|Bo Meihua|called|the plan “a brave step, long overdue”
6|Tor Birk|||| direct|he|said|I have heard that song
7|Ilya Vantreight|||| indirect|Ilya Vantreight|ruled out|money for the workshop
8|Jens Brandvold|||| indirect|Jens Brandvold|criticised|the timing
9|Jens Brandvold|||| direct|he|said|In May there is no work elsewhere`},
	{"Fjord Wire", "https://fjordwire.example/lamp", "2026-10-13", `Lamp goes dark

Harbour minister Mira Solheim blamed the storm for the dark lamp.

Grace Note called on Solheim to resign. Tang Bo said Note had never seen the lamp.`,
		`10|Mira Solheim|Harbour minister|2026-10-13||indirect|Mira Solheim|blamed|the storm for the dark lamp
11|Grace Note|||| indirect|Grace Note|called on|Solheim to resign
12|Tang Bo|||| indirect|Tang Bo|said|Note had never seen the lamp`},
	{"Fjord Wire", "https://fjordwire.example/quay", "2026-10-14", `Ferrymen vow to block the quay until the boats come back

Harbour pilot Tor Birk had called the crews lazy.

“We will block the quay until the boats come back,” Anna Brandvold said. “Tor is a friend of mine.”

Would she speak to Birk? “No,” she said.`,
		`13|Anna Brandvold|||| direct|Anna Brandvold|said|We will block the quay until the boats come back
14|Anna Brandvold|||| direct|Anna Brandvold|said|Tor is a friend of mine.
15|Anna Brandvold|||| direct|she|said|No`},
	{"Fjord Wire", "https://fjordwire.example/tunnel", "2026-10-15", `Tunnel planned

Tang Bo called the tunnel of Port Sedge “a very promising idea”.`,
		`16|Tang Bo|||| mixed|Tang Bo|called|the tunnel of Port Sedge “a very promising idea”`},
	{"Fjord Wire", "https://fjordwire.example/bridge", "2026-10-16", `Bridge planned

“Attacks of rust are what I fear,” Grace Note said. She said the toll bridge will open in May.`,
		`17|Grace Note|||| direct|Grace Note|said|Attacks of rust are what I fear
18|Grace Note|||| indirect|She|said|the toll bridge will open in May`},
	{"Fjord Wire", "https://fjordwire.example/skippers", "2026-10-17", `Skippers wait

Tor Birk said the Fjordbank should pay half of the skippers' wages. Jens Brandvold replied that it had not a crown to give.`,
		`19|Tor Birk|||| indirect|Tor Birk|said|the Fjordbank should pay half of the skippers' wages
20|Jens Brandvold|||| indirect|Jens Brandvold|replied|that it had not a crown to give`},
	{"Fjord Wire", "https://fjordwire.example/gunboats", "2026-10-18", `Gunboats for Vell

The gunboat deal leaves a hole in our hull, Sara Lindell raged.`,
		`21|Sara Lindell|||| indirect|Sara Lindell|raged|The gunboat deal leaves a hole in our hull`}}

func TestStances(t *testing.T) {
	all := archived(t, quarrel)
	for _, c := range []struct {
		question    string
		want, never []int64
	}{
		{"who criticised the closure of the ferry workshop?", []int64{2}, []int64{1, 3, 4, 5, 7}},
		{"who condemned the decision on the ferry workshop?", []int64{2}, []int64{1, 4, 5}},
		{"who praised the plan for the ferry workshop?", []int64{5}, []int64{1, 2, 6, 8, 9}},
		{"who backed the plan for the workshop?", []int64{4, 5}, []int64{2}},
		{"who refused money for the workshop?", []int64{7}, []int64{1}},
		{"who rejected calls for money?", []int64{7}, nil},
		{"who criticised the timing?", []int64{8, 9}, []int64{3, 7}},
		{"who called the decision vandalism?", []int64{2}, []int64{5}},
		{"who denied having seen the lamp?", []int64{12}, []int64{10, 11}},
		{"who criticised the timing of the closure?", []int64{8, 9}, nil},
		{"who is unhappy with the decision on the workshop?", []int64{2}, []int64{4, 5}},
		{"who spoke out against the decision on the workshop?", []int64{2}, []int64{4, 5}},
		{"who backed Andersen?", nil, []int64{5}},
		{"what did Anna Brandvold threaten", []int64{13}, []int64{14, 15}},
		{"what did Anna Brandvold say about Birk", []int64{14, 15}, nil},
		{"who threatened to block the quay", []int64{13}, nil},
		{"what did the women's pilot say about cod", nil, []int64{13}},
		{"who supported the song?", nil, []int64{6}},
		{"who criticised the harbour minister?", []int64{11}, []int64{10, 12}},
		{"who accused Port Sedge of digging a tunnel?", nil, []int64{16}},
		{"who praised the tunnel of Port Sedge?", []int64{16}, nil},
		{"who criticised the toll bridge?", nil, []int64{18}},
		{"who wants the Fjordbank to pay half of the skippers' wages?", []int64{19}, []int64{20}},
		{"who criticised the weapons deal with Vell?", []int64{21}, nil},
		{"who spoke about Note and the lamp?", []int64{12}, []int64{11}},
	} {
		var got []int64
		for _, a := range Rank(Parse(c.question, here), all).Answers {
			got = append(got, a.Found.Statement.ID)
		}
		for _, w := range c.want {
			if !slices.Contains(got, w) {
				t.Errorf("%s\n  gives %v, want %v", c.question, got, c.want)
				break
			}
		}
		if len(c.want) == 0 && len(got) > 0 {
			t.Errorf("%s\n  gives %v, and nothing is on record", c.question, got)
		}
		for _, n := range c.never {
			if slices.Contains(got, n) {
				t.Errorf("%s\n  gives %v, never %d", c.question, got, n)
			}
		}
	}
}
