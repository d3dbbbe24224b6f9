package gist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

func article(lang string, paragraphs ...string) statements.Article {
	return statements.Article{Lang: lang, Text: "Headline\n\n" + strings.Join(paragraphs, "\n\n")}
}

func of(a statements.Article, w Wish) []string {
	if w.Sentences == 0 {
		w.Sentences = 3
	}
	if w.Chars == 0 {
		w.Chars = 700
	}
	var out []string
	for _, s := range Summary(a, w) {
		out = append(out, s.Of(a.Text))
	}
	return out
}

const (
	lead    = "The port of Ostervik will dredge its north channel in April, the harbour board decided on Friday."
	grass   = "The channel has been closed to dredging since 2024, when eel grass was found along the port’s eastern quay."
	route   = "The new route of the dredgers spares the eel grass and leaves the channel open to the port’s ferries."
	weather = "Friday was a sunny day."
	bakery  = "A bakery on the square sells rolls in the shape of anchors."
)

func TestSummary(t *testing.T) {
	for _, c := range []struct {
		name string
		a    statements.Article
		wish Wish
		want []string
	}{
		{"what hangs together, and the lead", article("en", lead, weather, bakery, grass, route), Wish{}, []string{lead, grass, route}},
		{"a watched word tips what is near", article("en", lead, weather, "The anchors are of chocolate now.", "Seagulls sleep on the roofs."), Wish{Words: []string{"SEAGULLS"}, Sentences: 2},
			[]string{lead, "Seagulls sleep on the roofs."}},
		{"and not what is far apart", article("en", lead, grass, route, bakery), Wish{Words: []string{"bakery"}}, []string{lead, grass, route}},
		{"fewer", article("en", lead, grass, route), Wish{Sentences: 1}, []string{lead}},
		{"what is too long gives way", article("en", lead, grass, route, weather), Wish{Chars: 125}, []string{lead, weather}},
		{"a lead that is too long", article("en", "The "+strings.Repeat("very ", 200)+"long quay is closed.", weather), Wish{}, []string{weather}},
		{"the same again", article("en", lead, strings.Replace(lead, "Friday", "Thursday", 1), bakery), Wish{}, []string{lead, bakery}},
		{"no furniture", article("en", "By Ida Holm and Per Lund", "Photo by Ida Holm.", "What happens next?", lead, "Sign up for our letter about the port of Ostervik.",
			"Dredging and eel grass", "Reporting by Ida Holm; editing by Per Lund.", "By Ida Holm.", grass), Wish{}, []string{lead, grass}},
		{"no line without an end", article("en", "VELL, Friday", lead, "Channel Port Dredging"), Wish{}, []string{lead}},
		{"no dateline", article("en", "VELL, November 20. /Fjord Wire/. "+lead, weather), Wish{}, []string{lead, weather}},
		{"no dateline in Russian", article("ru", "ВЕЛЛЬ, 20 ноября. /Фьорд/. Порт Остервик углубит северный канал в апреле, решил совет."), Wish{},
			[]string{"Порт Остервик углубит северный канал в апреле, решил совет."}},
		{"not who wrote it", statements.Article{Lang: "en", Byline: "Ida Holm", Text: "Headline\n\n" + lead + "\n\nHolm writes about the port of Ostervik and its channel."}, Wish{}, []string{lead}},
		{"short ones tell nothing", article("en", "So be it.", lead), Wish{}, []string{lead}},
		{"what leans on the one before", article("en", lead, bakery, "She bakes them on Mondays, with anchors.", "Rolls with anchors are sold out by noon.", weather), Wish{},
			[]string{lead, bakery, "Rolls with anchors are sold out by noon."}},
		{"nothing", article("en"), Wish{}, nil},
		{"no text", statements.Article{}, Wish{}, nil},
		{"German", article("de", "Der Hafen von Ostervik wird seine Fahrrinne im April ausbaggern, beschloss der Rat.", "Die Sonne schien.", "Am Markt gibt es Brötchen.",
			"Die Fahrrinne im Hafen von Ostervik war seit 2024 gesperrt, weil dort Seegras wächst.", "Alle Rechte vorbehalten, auch die des Hafens Ostervik."), Wish{Sentences: 2},
			[]string{"Der Hafen von Ostervik wird seine Fahrrinne im April ausbaggern, beschloss der Rat.", "Die Fahrrinne im Hafen von Ostervik war seit 2024 gesperrt, weil dort Seegras wächst."}},
		{"French", article("fr", "Le port d’Ostervik va draguer son chenal nord en avril, a décidé le conseil.", "Il faisait beau ce jour-là.",
			"Le dragage du chenal était arrêté depuis deux ans à cause des herbes du port.", "Lire aussi : le port d’Ostervik et son chenal."), Wish{Sentences: 2},
			[]string{"Le port d’Ostervik va draguer son chenal nord en avril, a décidé le conseil.", "Le dragage du chenal était arrêté depuis deux ans à cause des herbes du port."}},
		{"Spanish", article("es", "El puerto de Ostervik dragará su canal norte en abril, decidió la junta.", "Los panes tienen forma de ancla.",
			"El dragado del canal norte del puerto llevaba dos años parado."), Wish{Sentences: 2},
			[]string{"El puerto de Ostervik dragará su canal norte en abril, decidió la junta.", "El dragado del canal norte del puerto llevaba dos años parado."}},
		{"Russian", article("ru", "Порт Остервик углубит северный канал в апреле, решил совет.", "На площади продают булки с якорями.",
			"Канал порта был закрыт два года из-за морской травы.", "Читайте также: канал и порт Остервик."), Wish{Sentences: 2},
			[]string{"Порт Остервик углубит северный канал в апреле, решил совет.", "Канал порта был закрыт два года из-за морской травы."}},
		{"a script without spaces", article("ja", "港は四月に北の水路を浚渫する。 議会が金曜日に決めた。"), Wish{}, []string{"港は四月に北の水路を浚渫する。", "議会が金曜日に決めた。"}},
	} {
		if d := cmp.Diff(c.want, of(c.a, c.wish)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

func TestWhatIsToldAnyhowComesLast(t *testing.T) {
	a := article("en", lead, grass, route)
	at := strings.Index(a.Text, grass)
	told := []statements.Span{{Start: at, End: at + len(grass)}}
	if d := cmp.Diff([]string{lead, route}, of(a, Wish{Told: told, Sentences: 2})); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{lead, grass}, of(a, Wish{Sentences: 2, Words: []string{"2024"}})); d != "" {
		t.Error(d)
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ s, lang, want string }{
		{"We will not sign a quota that our fishermen cannot live with", "en", "sign quota fishermen live"},
		{"He said it would be on Friday, then.", "en", ""},
		{"On a signé l’accord à Vell", "fr", "sign accord vel"},
		{"мы подписали договор", "ru", "подписа договор"},
		{"We sign", "", "sign"},
	} {
		if got := strings.Join(Words(c.s, c.lang), " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.s, got, c.want)
		}
	}
}

// Ranks are the solution of what LexRank says, and their mean is 1.
func TestRank(t *testing.T) {
	vs := vectors([][]string{{"port", "dredge"}, {"port", "grass"}, {"port", "ferry"}, {"cake"}})
	ranks := rank(vs)
	if !(ranks[0] > ranks[3]) || ranks[3] != 1-damping {
		t.Errorf("ranks %v", ranks)
	}
	if d := ranks[0] - ranks[1]; d > 1e-6 || d < -1e-6 {
		t.Errorf("what is alike ranks alike: %v", ranks)
	}
}

func FuzzSummary(f *testing.F) {
	f.Add(lead+" "+grass+"\n\n"+route, "en", "grass", 5, 90)
	f.Add("“We stay. We fish,” she said.\nBy Ida.\n", "", "", 0, 3)
	f.Add("港は。 水路を！\n\x00\xff. a. b! c?", "ja", "港", 2, 9)
	f.Fuzz(func(t *testing.T, text, lang, word string, from, to int) {
		a := statements.Article{Text: "Headline\n" + text, Lang: lang}
		w := Wish{Words: []string{word}, Told: []statements.Span{{Start: from, End: to}}, Sentences: 3, Chars: 700}
		got := Summary(a, w)
		chars, end := 0, 0
		for i, s := range got {
			of := s.Of(a.Text)
			if of == "" || s.Start < end {
				t.Fatalf("no part of the text, or out of its order: %v", got)
			}
			if i > 0 {
				chars++
			}
			chars, end = chars+utf8.RuneCountInString(of), s.End
		}
		if len(got) > 3 || chars > 700 {
			t.Errorf("%d sentences, %d characters", len(got), chars)
		}
		if again := Summary(a, w); !slices.Equal(got, again) {
			t.Errorf("got %v, and then %v", got, again)
		}
	})
}

func BenchmarkSummary(b *testing.B) {
	for _, n := range []int{20, 200, 2000} {
		var paragraphs []string
		for i := range n {
			paragraphs = append(paragraphs, fmt.Sprintf("The harbour board of quay %d heard that channel %d is to be dredged in %d weeks.", i%17, i%31, i%7))
		}
		a := article("en", paragraphs...)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Summary(a, Wish{Words: []string{"quay"}, Sentences: 3, Chars: 700})
			}
		})
	}
}
