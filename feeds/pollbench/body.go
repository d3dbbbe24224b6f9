package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

const (
	feedSize    = 74_000 // bytes of one feed, as of the median of busy sites
	newEachTime = 5      // items that are new in a changed round
)

// corpus writes the feeds. Sentences are made once, and items are put together
// from them: the server must cost little beside what is measured.
type corpus struct {
	sentences []string
	began     time.Time
}

var syllables = strings.Fields(`ba ber bri cal cor dan del dor el fen fir gal gor hal hin is jor kel lan lin
	mar mel mor nal nor ol pen pra quin ral ren sal sel sor tal ten tor ul van vel wen yor zan`)

func newCorpus(seed uint64) *corpus {
	r := rand.New(rand.NewPCG(seed, 2))
	words := make([]string, 4000)
	for i := range words {
		for range 1 + r.IntN(3) {
			words[i] += syllables[r.IntN(len(syllables))]
		}
	}
	c := &corpus{began: time.Now().Add(-30 * 24 * time.Hour).Truncate(time.Second)}
	for range 3000 {
		var s []string
		for range 9 + r.IntN(12) {
			s = append(s, words[r.IntN(len(words))])
		}
		c.sentences = append(c.sentences, strings.ToUpper(s[0][:1])+strings.Join(s, " ")[1:]+".")
	}
	return c
}

// itemsOf is how many items feed n lists: 20 to 50.
func itemsOf(n int) int { return 20 + n*7%31 }

// feed writes feed n as it is after so many changes, newest item first.
func (c *corpus) feed(n, version int, base string) []byte {
	items := itemsOf(n)
	var b strings.Builder
	b.Grow(feedSize + 2000)
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Gazette %d</title><link>%s/</link><description>What happens in district %d</description><language>en</language>
`, n, base, n)
	last := items + version*newEachTime
	for i := last; i > last-items; i-- {
		c.item(&b, n, i, base, feedSize/items)
	}
	b.WriteString("</channel></rss>\n")
	return []byte(b.String())
}

// item writes the i-th item that feed n ever had, about size bytes long.
func (c *corpus) item(b *strings.Builder, n, i int, base string, size int) {
	r := rand.New(rand.NewPCG(uint64(n), uint64(i)))
	start := b.Len()
	fmt.Fprintf(b, "<item><title>%s</title><link>%s/news/%d</link><guid isPermaLink=\"false\">%d-%[3]d</guid><pubDate>%[5]s</pubDate>",
		c.headline(r), base, i, n, c.began.Add(time.Duration(i)*time.Minute).Format(time.RFC1123Z))
	fmt.Fprintf(b, "<description>%s</description><content:encoded><![CDATA[", c.headline(r))
	for b.Len()-start < size-45 {
		b.WriteString("<p>")
		for range 4 {
			b.WriteString(c.sentences[r.IntN(len(c.sentences))])
			b.WriteByte(' ')
			if b.Len()-start > size-45 {
				break
			}
		}
		b.WriteString("</p>")
	}
	b.WriteString("]]></content:encoded></item>\n")
}

// headline is the first words of a sentence. Where a feed has 50 items, a
// thousand characters of each must be left for its text, or it is a teaser.
func (c *corpus) headline(r *rand.Rand) string {
	s := c.sentences[r.IntN(len(c.sentences))]
	return s[:strings.LastIndexByte(s[:min(len(s), 50)], ' ')]
}
