package extract

import (
	"path/filepath"
	"strings"
	"testing"

	"onrecord/statements"
)

// newsArticle is how long an article of the news is, in bytes: the mean of
// PolNeAR's.
const newsArticle = 4700

// BenchmarkRead reads English articles of the usual length, on one core. It
// prints articles a second: 200 are asked for.
func BenchmarkRead(b *testing.B) {
	reader, err := Open(English)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		reader Reader
	}{{"model", reader}, {"none", Reader{}}} {
		b.Run(c.name, func(b *testing.B) {
			articles := newsArticles(b)
			b.SetBytes(newsArticle)
			b.ResetTimer()
			for i := range b.N {
				c.reader.Read(articles[i%len(articles)])
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// newsArticles joins the bodies of English samples to articles of the usual
// length.
func newsArticles(b *testing.B) []statements.Article {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		b.Fatal(err)
	}
	var out []statements.Article
	var text strings.Builder
	for _, f := range files {
		a, _ := sample(b, f)
		if a.Lang != "en" {
			continue
		}
		text.WriteString(strings.TrimSpace(a.Text) + "\n\n")
		if text.Len() >= newsArticle {
			out = append(out, statements.Article{Lang: "en", Text: text.String()[:strings.LastIndex(text.String()[:newsArticle], ".")+1]})
			text.Reset()
		}
	}
	if len(out) == 0 {
		b.Fatal("no English samples")
	}
	return out
}
