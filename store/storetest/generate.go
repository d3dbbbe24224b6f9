package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"onrecord/statements"
)

// PerArticle is how many statements a generated article has.
const PerArticle = 10

// Generator makes articles of ten statements of 25 words, in which words and
// speakers are as frequent as Zipf says: word 0 is in most statements, word
// 9,000 in few; so with speakers. They are spread over the two years before
// Until. The same Generator makes the same articles.
type Generator struct {
	Made, Total int // articles
	Until       time.Time

	words, speakers *rand.Zipf
}

// NewGenerator makes total articles, of which the first made are skipped.
func NewGenerator(made, total int, until time.Time) *Generator {
	r := rand.New(rand.NewPCG(1, uint64(made)+2))
	return &Generator{Made: made, Total: total, Until: until, words: rand.NewZipf(r, 1.1, 3, 20_000), speakers: rand.NewZipf(r, 1.2, 5, 5_000)}
}

// Word is the n-th most frequent word, one that no stemmer shortens.
func Word(n int) string { return "word" + letters(n) }

// Speaker is the name of the n-th most frequent speaker.
func Speaker(n int) string { return "Ida Holm" + letters(n) }

// letters writes a number in syllables, none of which a reader of names takes
// for another.
func letters(n int) string {
	s := ""
	for ; n > 0; n /= 10 {
		s = "bakedifogulamenipotu"[n%10*2:n%10*2+2] + s
	}
	return s + "o"
}

// Sentence is n words, as frequent as they are.
func (g *Generator) Sentence(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = Word(int(g.words.Uint64()))
	}
	return strings.Join(words, " ")
}

// Next gives one more article as it arrives, with right spans. Watches is the
// version that a fresh archive has.
func (g *Generator) Next() statements.Arrival {
	g.Made++
	at := g.Until.Add(-2 * 365 * 24 * time.Hour / time.Duration(g.Total) * time.Duration(g.Total-g.Made))
	url := fmt.Sprint("https://courier.example/", g.Made)
	a := statements.Arrival{
		At: at, Watches: 1, Outlet: statements.Outlet{Name: "Harbor Courier", URL: url},
		Article: statements.Article{URL: url, Outlet: "Harbor Courier", Title: g.Sentence(8), Lang: "en", Fetched: at, Published: statements.Moment{Time: at}},
	}
	var b strings.Builder
	put := func(s string) statements.Span {
		b.WriteString(s)
		return statements.Span{Start: b.Len() - len(s), End: b.Len()}
	}
	put(a.Article.Title + "\n\n")
	for range PerArticle {
		st := statements.Statement{Speaker: Speaker(int(g.speakers.Uint64())), Role: "minister", Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9}
		put("“")
		st.Content = []statements.Span{put(g.Sentence(25))}
		st.Verbatim = st.Content
		put(",” ")
		st.Source = put(st.Speaker)
		put(" ")
		st.Cue = put("said")
		put(".\n\n")
		a.Statements = append(a.Statements, st)
	}
	a.Article.Text = b.String()
	return a
}
