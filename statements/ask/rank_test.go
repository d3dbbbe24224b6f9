package ask

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
)

// The archive of the tests: invented people, outlets and places. A line of
// said is: number | speaker | role | day | place | kind | source | cue |
// content. Content pieces are parted by " … "; source, cue and content are
// looked for in the text in that order of search.
type piece struct {
	outlet, url, published, text, said string
}

var pieces = []piece{
	{"Harbor Courier", "https://harborcourier.example/herring", "2026-11-20", `Herring talks stall as ministers leave Vell early

VELL, Nov 20 - Norvania will not sign a herring quota that its fishermen cannot live with, Foreign Minister Mira Solheim said on Friday after talks with Ilya Vantreight.

“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so,” she said on the steps of the customs house. “Such numbers end in empty harbours.”

The Calder Republic's trade envoy, Ilya Vantreight, accused Norvania of breaking its word. “The ceiling was agreed in this very room,” he said.

Solheim also said the strait ferry would run until spring. She spared the union of ferrymen any criticism.

The Union of Ferrymen urged both governments to keep the night crossing open.`,
		`1|Mira Solheim|Foreign Minister|2026-11-20|Vell|indirect|Mira Solheim|said|Norvania will not sign a herring quota that its fishermen cannot live with
2|Mira Solheim|Foreign Minister|2026-11-20|Vell|direct|she|said|We will not sign a quota that our fishermen cannot live with, and I have told my colleague so
3|Mira Solheim|Foreign Minister|2026-11-20|Vell|direct|||Such numbers end in empty harbours.
4|Ilya Vantreight|Calder Republic's trade envoy|2026-11-20|Vell|indirect|Ilya Vantreight|accused|Norvania of breaking its word
5|Ilya Vantreight|trade envoy|2026-11-20|Vell|direct|he|said|The ceiling was agreed in this very room
6|Mira Solheim|Foreign Minister|2026-11-20|Vell|indirect|Solheim|said|the strait ferry would run until spring
7|Union of Ferrymen||2026-11-20||indirect|The Union of Ferrymen|urged|keep the night crossing open`},
	{"Fjord Wire", "https://fjordwire.example/quota", "2026-11-20", `Solheim rejects herring quota

(Fjord Wire) - "We will not sign a quota our fishermen can't live with, and I told my colleague so," Norvania's foreign minister Mira Solheim said in Vell on Friday.

An official of the fisheries ministry, who asked not to be named, said the cabinet was divided over whaling.`,
		`8|Mira Solheim|foreign minister|2026-11-20|Vell|direct|Mira Solheim|said|We will not sign a quota our fishermen can't live with, and I told my colleague so
9||||| indirect|An official of the fisheries ministry|said|the cabinet was divided over whaling`},
	{"Vell Tribune", "https://velltribune.example/survey", "2026-08-12", `Survey first, says Solheim

The quota should follow the survey, and not the season, Foreign Minister Mira Solheim said on Wednesday.

Health minister Bo Meihua promised vaccines for every school by October. Ambassador Tang Bo said the vaccines would come from his country.`,
		`10|Mira Solheim|Foreign Minister|2026-08-12||indirect|Mira Solheim|said|The quota should follow the survey, and not the season
11|Bo Meihua|Health minister|2026-08-12||indirect|Bo Meihua|promised|vaccines for every school by October
12|Tang Bo|Ambassador|2026-08-12||indirect|Tang Bo|said|the vaccines would come from his country`},
	{"Ostervik Post", "https://ostervikpost.example/lamp", "2026-10-06", `Lighthouse to go dark, mayor keeps silent

"That lamp has outlived nine governments," harbour master Anna Brandvold said on Tuesday. Mayor Pell Andersen did not comment.

Fisheries minister Jens Brandvold said the dredging of the harbour would begin in May. "It will cost two million crowns," he said.

Opposition leader Grace Note called for a halt to the fighting over the islands and blamed Andersen for the delay.`,
		`13|Anna Brandvold|harbour master|2026-10-06||direct|Anna Brandvold|said|That lamp has outlived nine governments
14|Jens Brandvold|Fisheries minister|2026-10-06||indirect|Jens Brandvold|said|the dredging of the harbour would begin in May
15|Jens Brandvold|Fisheries minister|2026-10-06||direct|he|said|It will cost two million crowns
16|Grace Note|Opposition leader|2026-10-06||indirect|Grace Note|called for|a halt to the fighting over the islands
17|Grace Note|Opposition leader|2026-10-06||indirect|Grace Note|blamed|Andersen for the delay`},
	{"North Quay Ledger", "https://northquay.example/fees", "2026-09-03", `Harbour fees up

Mayor Pell Andersen defended the higher harbour fees at a meeting in Ostervik. "The fee pays for the lights, and the lights pay for themselves," he said on Wednesday.

Norvania demanded that the Calder Republic withdraw its patrol boats from the strait.

Mira Solheim and Ilya Vantreight met on the ferry. The two envoys agreed to share the costs of the survey.`,
		`18|Pell Andersen|Mayor|2026-09-02|Ostervik|indirect|Pell Andersen|defended|the higher harbour fees
19|Pell Andersen|Mayor|2026-09-02|Ostervik|direct|he|said|The fee pays for the lights, and the lights pay for themselves
20|Norvania||||indirect|Norvania|demanded|that the Calder Republic withdraw its patrol boats from the strait
21|Mira Solheim||||indirect|The two envoys|agreed|to share the costs of the survey`},
	{"Ostervik Post", "https://ostervikpost.example/bench", "2026-07-04", `Ten minutes with the ambassador

The ambassador likes trams.

Post: Will you pay for the tramway?

Tang Bo: No. Nobody should pay for empty benches.

The ambassador poured the coffee.

Tang Bo: My country has other worries.`,
		`22|Tang Bo|Ambassador|||direct|Tang Bo|:|No. Nobody should pay for empty benches.
23|Tang Bo|Ambassador|||direct|Tang Bo|:|My country has other worries.`},
}

// archive makes the statements of pieces.
func archive(t testing.TB) []statements.Found { return archived(t, pieces) }

func archived(t testing.TB, pieces []piece) []statements.Found {
	t.Helper()
	var out []statements.Found
	for _, p := range pieces {
		pub, err := time.Parse(time.DateOnly, p.published)
		if err != nil {
			t.Fatal(err)
		}
		title, _, _ := strings.Cut(p.text, "\n")
		a := statements.Article{URL: p.url, Outlet: p.outlet, Title: title, Lang: "en", Published: statements.Moment{Time: pub}, Text: p.text}
		for _, line := range strings.Split(p.said, "\n") {
			out = append(out, found(t, a, strings.Split(line, "|")))
		}
	}
	return out
}

func found(t testing.TB, a statements.Article, f []string) statements.Found {
	t.Helper()
	st := statements.Statement{Speaker: f[1], Role: f[2], Place: f[4], Kind: statements.Kind(strings.TrimSpace(f[5])), Confidence: 0.9}
	fmt.Sscan(f[0], &st.ID)
	if f[3] != "" {
		st.SaidOn, _ = statements.ParseDate(f[3])
	}
	at := func(s string, from int) statements.Span {
		i := strings.Index(a.Text[from:], s)
		if i < 0 {
			t.Fatalf("%q is not in %s", s, a.URL)
		}
		return statements.Span{Start: from + i, End: from + i + len(s)}
	}
	for _, c := range strings.Split(f[8], " … ") {
		st.Content = append(st.Content, at(c, 0))
	}
	if source := strings.ToLower(f[6]); source == "he" || source == "she" {
		st.Known = statements.ByPronoun
	}
	// Source and cue stand in the sentence of the content, before or after it.
	from := strings.LastIndex(a.Text[:st.Content[0].Start], "\n") + 1
	if f[6] != "" {
		st.Source = at(f[6], from)
		st.Cue = at(f[7], min(st.Source.Start, st.Content[0].End))
		if strings.Contains(f[7], " ") || st.Cue.Start < from {
			st.Cue = at(f[7], from)
		}
	}
	id := int64(0)
	for _, s := range people {
		if s.Name == st.Speaker {
			id = s.ID
		}
	}
	return statements.Found{Statement: st, SpeakerID: id, Article: a}
}

func TestRank(t *testing.T) {
	all := archive(t)
	for _, c := range []struct {
		question string
		want     []int64 // all of them, the first one first
		never    []int64
	}{
		{"what did Solheim say about the herring quota?", []int64{2}, []int64{4, 5, 6}},
		{"solheim on the quota since november", []int64{2}, []int64{10, 5}},
		{"solheim on the quota until october", []int64{10}, []int64{2, 8}},
		{"what did Solheim say about empty harbours", []int64{3}, []int64{14}},
		{"Solheim on ferries", []int64{6}, []int64{7}},
		{"Solheim on whaling", nil, nil},
		{"what did Vantreight say about the ceiling", []int64{5}, []int64{2}},
		{"who accused Norvania?", []int64{4}, []int64{1, 20}},
		{"who said the ceiling was agreed", []int64{5}, nil},
		{"who urged the governments to keep the night crossing", []int64{7}, []int64{6}},
		{"what did the Union of Ferrymen demand", []int64{7}, nil},
		{"what did the ferrymen's union say about the crossing?", []int64{7}, []int64{6}},
		{"what did Anna Brandvold say about the lighthouse", []int64{13}, []int64{14, 15}},
		{"what did Jens Brandvold say about dredging?", []int64{14, 15}, []int64{13}},
		{"what did Anna Brandvold say about dredging", nil, []int64{14}},
		{"the harbour master on the lamp", []int64{13}, nil},
		{"what did Andersen say about the lighthouse?", nil, []int64{13}},
		{"any remarks by Andersen?", []int64{19, 18}, []int64{13, 17}},
		{"Note on Andersen", []int64{17}, nil},
		{"who called for a ceasefire", []int64{16}, nil},
		{"did Grace Note call for a truce?", []int64{16}, []int64{17}},
		{"what did Bo Meihua promise", []int64{11}, []int64{12}},
		{"what did Tang Bo say about vaccines", []int64{12}, []int64{11}},
		{"who promised vaccines", []int64{11}, nil},
		{"everything Andersen said on 2 September 2026", []int64{19, 18}, nil},
		{"what did Andersen say on 3 September 2026", nil, []int64{18, 19}},
		{"Andersen in Ostervik", []int64{19, 18}, nil},
		{"Andersen in Vell", nil, nil},
		{"Andersen Ostervik", []int64{19, 18}, nil},
		{"solheim in vell", []int64{2, 3, 6}, []int64{10}},
		{"what did Norvania demand", []int64{20}, []int64{1}},
		{"what did Solheim and Vantreight agree on", []int64{21}, []int64{2, 5}},
		{"what did Marchetti say about the quota", nil, []int64{2, 8, 10}},
		{"what did the official of the fisheries ministry say about whaling", []int64{9}, nil},
		{"Solheim on quotas in the Fjord Wire", []int64{8}, []int64{2, 10}},
		{"Solheim on quotas, word for word", []int64{2}, []int64{1, 10}},
		{"how much will dredging cost, according to Jens Brandvold?", []int64{15}, nil},
		{"what did the mayor of Ostervik say about fees", []int64{19}, nil},
		{"what did Solheim say after talks with Vantreight", []int64{2}, []int64{10}},
		{"who praised the vaccines", nil, []int64{11, 12}},
		{"who accused the fishermen", nil, []int64{2, 8}},
		{"what did Ambassador Bo say about vaccines", []int64{12}, []int64{11}},
		{"who said the cabinet was divided over whaling?", []int64{9}, nil},
		{"who criticised the higher harbour fees", nil, []int64{18, 19}},
		{"what did anyone but Solheim say about the quota", []int64{5}, []int64{2, 8, 10}},
		{"who else but Brandvold spoke of dredging", nil, []int64{14, 15}},
		{"who wants the higher harbour fees abolished", nil, []int64{18, 19}},
		{"who wants the night crossing kept", []int64{7}, nil},
		{"who opposed the higher harbour fees", nil, []int64{18, 19}},
		{"who defended the higher harbour fees", []int64{18}, nil},
		{"which union urged the governments to keep the night crossing", []int64{7}, nil},
		{"which minister urged the governments to keep the night crossing", nil, []int64{7}},
		{"Tang Bo on the tramway", []int64{22}, []int64{23}},
		{"Tang Bo on coffee", nil, []int64{23}},
		{"Jens Brandvold on the lighthouse", []int64{15}, []int64{13, 16}},
		{"Jens Brandvold on crowns and the lighthouse", []int64{15}, []int64{14}},
		{"who blamed somebody over the lighthouse", nil, []int64{17}},
		{"who said that vaccines were smuggled", nil, []int64{11, 12}},
		{"who said that vaccines for schools were smuggled and hidden", []int64{11}, nil},      // nouns tell more
		{"what did Jens Brandvold say about gardening and dredging", []int64{14}, []int64{13}}, // a part of it
		{"Jens Brandvold on dredging in Norvania and coffee", nil, []int64{14}},                // not there
		{"what did Solheim say about public transport", []int64{6}, []int64{2}},                // a ferry is one
		{"what did the Union of Ferrymen say about boats", nil, nil},
		{"did Andersen oppose the higher harbour fees?", []int64{18}, nil}, // he defended them
		{"what did Andersen oppose", nil, []int64{18}},
		{"what did Jens Brandvold say about whales or dredging", []int64{14}, nil},
		{"what about unicorns", nil, nil},
		{"", nil, nil},
	} {
		r := Rank(Parse(c.question, here), all)
		var got []int64
		for _, a := range r.Answers {
			got = append(got, a.Found.Statement.ID)
		}
		if len(c.want) == 0 && len(got) > 0 {
			t.Errorf("%s\n  gives %v, and nothing is on record", c.question, got)
		}
		for i, w := range c.want {
			if !slices.Contains(got, w) || i == 0 && got[0] != w {
				t.Errorf("%s\n  gives %v, want %v", c.question, got, c.want)
				break
			}
		}
		for _, n := range c.never {
			if slices.Contains(got, n) {
				t.Errorf("%s\n  gives %v, never %d", c.question, got, n)
			}
		}
	}
}

// TestObjectAt tells where something was said from what was done to it.
func TestObjectAt(t *testing.T) {
	for sentence, want := range map[string]bool{
		"had misled parliament":            true,
		"had misled the parliament":        true,
		"left parliament":                  true,
		"told parliament":                  false,
		"told a packed parliament":         false,
		"addressed the parliament":         false,
		"said in parliament":               false,
		"said on Monday in the parliament": false,
	} {
		p := &passage{}
		for _, w := range strings.Fields(sentence) {
			p.words = append(p.words, placed{raw: w, stem: stem(w), zone: beside})
		}
		if got := p.objectAt(len(p.words) - 1); got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}

// TestPart says of answers whether they have all that was asked.
func TestPart(t *testing.T) {
	for question, want := range map[string]bool{
		"what did Jens Brandvold say about gardening and dredging":  true,
		"what did Jens Brandvold say about dredging":                false,
		"which town projects did Jens Brandvold tell with dredging": false,
		"what did Jens Brandvold say about gardening":               false,
	} {
		if r := Rank(Parse(question, here), archive(t)); r.Part != want {
			t.Errorf("%s: in part %v, want %v", question, r.Part, want)
		}
	}
}

// TestSpokenFor asks for bodies by those who speak for them, and for no person.
func TestSpokenFor(t *testing.T) {
	q := statements.Query{Speakers: []statements.Speaker{{ID: 6, Name: "Union of Ferrymen"}, {ID: 1, Name: "Mira Solheim"}, {ID: 20, Name: "Foreign Ministry"}, {Name: "port board"}}}
	var got []string
	for _, s := range SpokenFor(q) {
		got = append(got, s.Name)
	}
	if want := []string{"spokesman of Union of Ferrymen", "spokesman of Foreign Ministry"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOneUtteranceIsOneAnswer(t *testing.T) {
	r := Rank(Parse("what did Solheim say about the quota on 20 November 2026?", here), archive(t))
	if len(r.Answers) == 0 || r.Of != len(r.Answers) {
		t.Fatalf("%d answers of %d", len(r.Answers), r.Of)
	}
	first := r.Answers[0].Found
	if first.Statement.ID != 2 || len(first.Also) != 1 || first.Also[0].Name != "Fjord Wire" {
		t.Errorf("statement %d, also in %v: want 2, also in Fjord Wire", first.Statement.ID, first.Also)
	}
	for _, a := range r.Answers[1:] {
		if id := a.Found.Statement.ID; id == 8 || id == 1 {
			t.Errorf("statement %d is told twice", id)
		}
	}
}

func TestTheWordsThatAnswer(t *testing.T) {
	r := Rank(Parse("Grace Note on a truce", here), archive(t))
	if len(r.Answers) == 0 {
		t.Fatal("no answer")
	}
	a := r.Answers[0]
	var got []string
	for _, w := range a.Words {
		got = append(got, w.Of(a.Found.Article.Text))
	}
	if want := "halt to the fighting"; strings.Join(got, "|") != want {
		t.Errorf("words %q, want %q", got, want)
	}
}

func TestNearest(t *testing.T) {
	all := archive(t)
	for _, c := range []struct {
		question string
		near     map[string]int64
	}{
		{"andersen on the lighthouse", map[string]int64{NearSame: 0, NearMentioned: 17}},
		{"Andersen on harbour fees in October", map[string]int64{NearSameThen: 18, NearMentioned: 17}},
		{"Marchetti on the dredging", map[string]int64{NearOther: 14}},
		{"Vantreight on whaling", map[string]int64{NearOther: 9}},
	} {
		r := Rank(Parse(c.question, here), all)
		if len(r.Answers) > 0 {
			t.Errorf("%s: %d answers", c.question, len(r.Answers))
		}
		got := map[string]int64{}
		for _, n := range r.Nearest {
			got[n.Why] = n.Found.Statement.ID
		}
		for why, id := range c.near {
			if got[why] != id {
				t.Errorf("%s: nearest %v, want %q to be %d", c.question, got, why, id)
			}
		}
	}
}

func BenchmarkRank(b *testing.B) { benchmarkRank(b, "what did Solheim say about the herring quota?") }
func BenchmarkRankByRole(b *testing.B) {
	benchmarkRank(b, "what did Calder's envoy say about the herring quota?")
}

func benchmarkRank(b *testing.B, question string) {
	all := archive(b)
	var many []statements.Found
	for i := range 300 {
		f := all[i%len(all)]
		f.Article.URL += fmt.Sprint(i)
		many = append(many, f)
	}
	q := Parse(question, here)
	for b.Loop() {
		Rank(q, many)
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		Parse("what did the foreign minister say about the herring quota since last winter?", here)
	}
}
