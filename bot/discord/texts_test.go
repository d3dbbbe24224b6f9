package discord

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
	"onrecord/statements/extract"
	"onrecord/statements/watch"
)

// corpus has annotated articles beside the checkout. None of it is ours to ship.
var corpus = filepath.Join("..", "..", "..", "shared", "corpus", "polnear", "dev.jsonl.gz")

// Every text comes down the whole road: it is read, watched, made into alerts,
// keyword alerts, backlogs, digests, contexts, answers and the rest, and posted. Discord takes all
// of them, every quote stands in its article, and nobody is mentioned.

func TestHostileTextsInDiscord(t *testing.T) {
	p := newPress(t)
	r := rand.New(rand.NewPCG(7, 11))
	for i := range 120 {
		p.print(hostileArticle(r, int64(i)+1))
	}
	p.tell()
}

func TestCorpusTextsInDiscord(t *testing.T) {
	f, err := os.Open(corpus)
	if err != nil {
		t.Skip("no corpus beside the checkout")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	p := newPress(t)
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var of struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &of); err != nil {
			t.Fatal(err)
		}
		title, _, _ := strings.Cut(of.Text, "\n")
		p.print(statements.Article{ID: int64(p.texts) + 1, URL: "https://a.example/" + of.ID, Outlet: "The Gazette", Title: title, Lang: "en",
			Published: statements.Moment{Time: p.now.Add(-time.Hour)}, Fetched: p.now, Text: of.Text})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	p.tell()
}

// press reads articles and posts all that may be made of them.
type press struct {
	t       *testing.T
	now     time.Time
	reader  extract.Reader
	discord *discordtest.Server
	surface *Surface
	place   string
	channel string
	before  []statements.Entry // of the articles before, for backlogs

	texts, statements, cards, quotes int
	made                             map[handlers.Form]int
	wrong                            int
}

func newPress(t *testing.T) *press {
	reader, err := extract.Open("")
	if err != nil {
		t.Fatal(err)
	}
	srv := server(t)
	p := &press{t: t, now: time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC), reader: reader, discord: srv,
		surface: newSurface(t, srv, nil), made: map[handlers.Form]int{}}
	return p
}

// print has one article told in every form, in a channel of its own.
func (p *press) print(a statements.Article) {
	p.texts++
	p.channel = p.discord.AddChannel(discordtest.Guild, fmt.Sprint("text-", p.texts), discordtest.TypeText)
	p.place = "discord:" + p.channel
	found := p.read(a)
	var speakers []string
	for _, f := range found {
		if n := f.Statement.Speaker; n != "" && len(speakers) < 6 && !strings.Contains(strings.Join(speakers, "\n"), n) {
			speakers = append(speakers, n)
		}
	}
	p.alerts(a, found, speakers)
	p.before = append(p.before, statements.Entry{Watch: statements.Watch{Keywords: "talks"}, Reason: "“talks” in the text", Article: a, Found: found})
	p.before = p.before[max(0, len(p.before)-10):]
	p.deliver(statements.FormBacklog, p.before[max(0, len(p.before)-4):])
	p.deliver(statements.FormDigest, p.before)
	p.digests()
	p.rest(a, found)
	for _, f := range found[:min(len(found), 4)] {
		p.post(handlers.ContextCard(locales.English, f, time.UTC), a.Text)
	}
	for _, name := range append(speakers, "nobody at all") {
		p.answer(a, found, name)
	}
}

func (p *press) read(a statements.Article) []statements.Found {
	var found []statements.Found
	for _, s := range p.reader.Read(a) {
		p.statements++
		s.ID = int64(p.statements)
		found = append(found, statements.Found{Statement: s, SpeakerID: 1, Article: a})
	}
	return found
}

// alerts matches watches on everybody who speaks and on words of the title.
func (p *press) alerts(a statements.Article, found []statements.Found, speakers []string) {
	var watches []statements.Watch
	for _, name := range speakers {
		watches = append(watches, statements.Watch{Place: p.place, Speaker: name, Role: discordtest.Role})
	}
	for _, word := range regexp.MustCompile(`\pL{6,}`).FindAllString(a.Title, 3) {
		watches = append(watches, statements.Watch{Place: p.place, Keywords: word})
	}
	var sts []statements.Statement
	for _, f := range found {
		sts = append(sts, f.Statement)
	}
	for _, alert := range watch.Compile(watches).Match(a, sts, false) {
		e := statements.Entry{Watch: alert.Watch, Reason: alert.Reason, Words: alert.Words, Article: a, Found: found}
		if alert.Form == statements.FormAlert {
			e.Found = nil
			for _, i := range alert.Statements {
				e.Found = append(e.Found, found[i])
			}
		}
		p.deliver(alert.Form, []statements.Entry{e})
	}
}

func (p *press) deliver(form statements.Form, entries []statements.Entry) {
	p.deliverAs(form, entries, nil)
}

func (p *press) deliverAs(form statements.Form, entries []statements.Entry, of *statements.Digest) {
	var texts []string
	for _, e := range entries {
		texts = append(texts, e.Article.Text)
	}
	d := statements.Delivery{ID: fmt.Sprintf("delivery%05d", p.cards), Place: p.place, Form: form, Entries: entries, Created: p.now, Digest: of}
	p.post(handlers.DeliveryCard(locales.English, d, p.now, time.UTC), strings.Join(texts, "\n\n"))
}

// answer asks what somebody said about a word of theirs.
func (p *press) answer(a statements.Article, found []statements.Found, name string) {
	about := ""
	for _, f := range found {
		if f.Statement.Speaker == name && len(f.Statement.Content) > 0 {
			about = regexp.MustCompile(`\pL{5,}`).FindString(f.Statement.Content[0].Of(a.Text))
		}
	}
	q := ask.Parse("what did "+name+" say about "+about, ask.Context{Now: p.now, Names: func(string) []statements.Speaker {
		return []statements.Speaker{{ID: 1, Name: name}}
	}})
	ranked := ask.Rank(q, found)
	p.post(handlers.AnswerCard(locales.English, handlers.Answered{ID: "q1", Query: q, First: 1, Of: len(ranked.Answers),
		Answers: ranked.Answers[:min(len(ranked.Answers), 5)], Nearest: ranked.Nearest}), a.Text)
}

// post holds a card and its message to the articles it was made of.
func (p *press) post(c handlers.Card, text string) {
	p.cards++
	p.made[c.Form]++
	for _, b := range c.Body {
		p.block(c.Form, b, text)
	}
	for _, b := range c.Lead {
		p.block(c.Form, b, text)
	}
	for _, part := range c.Parts {
		for _, b := range part.Body {
			p.block(c.Form, b, text)
		}
	}
	if _, err := p.surface.Post(p.t.Context(), p.place, c, fmt.Sprintf("nonce%08d", p.cards)); err != nil {
		p.wrong++
		p.t.Errorf("text %d, %s: refused: %v", p.texts, c.Form, err)
		return
	}
	all := p.discord.Messages(p.channel)
	m := all[len(all)-1]
	if mentioned(m, c) {
		p.wrong++
		p.t.Errorf("text %d, %s: mentions %v", p.texts, c.Form, m.Pings)
	}
	for _, l := range strings.Split(m.Text(), "\n") {
		if q, isQuote := strings.CutPrefix(l, "> "); isQuote {
			p.quoted(c.Form, unmarked(q), text)
		}
	}
}

func (p *press) block(form handlers.Form, b handlers.Block, text string) {
	if b.Look != handlers.Quote && b.Look != handlers.Tilde {
		return
	}
	var words strings.Builder
	for _, r := range b.Runs {
		words.WriteString(r.Text)
	}
	p.quotes++
	p.quoted(form, words.String(), text)
}

func (p *press) quoted(form handlers.Form, words, text string) {
	if out := stray(words, text); out != "" {
		p.wrong++
		p.t.Errorf("text %d, %s: %q stands in no article", p.texts, form, out)
	}
}

// tell prints the figures, and fails where there are none.
func (p *press) tell() {
	if v := p.discord.Violations(); len(v) > 0 {
		p.t.Errorf("Discord's document refuses %d messages, the first: %s", len(v), v[0])
	}
	p.t.Logf("%d texts, %d statements; %d messages %v with %d quotes; %d refused, astray or mentioning",
		p.texts, p.statements, p.cards, p.made, p.quotes, p.wrong)
	if p.quotes < p.texts || p.made[handlers.FormAlert] == 0 || p.made[handlers.FormKeyword] == 0 || p.made[handlers.FormBacklog] == 0 || p.made[handlers.FormDigest] == 0 || p.made[handlers.FormTimeline] == 0 || p.made[handlers.FormAnswer] == 0 {
		p.t.Error("too little was made of the texts to say anything")
	}
}

// unmarked reads a drawn line as people see it: without what makes it bold.
func unmarked(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		case s[i] == '*' || strings.HasPrefix(s[i:], "\u200b"):
			if s[i] != '*' {
				i += 2
			}
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// between parts what a card has put together: its cut, its gap, paragraphs, and two
// quotations side by side.
var between = regexp.MustCompile(`\n\n|\[…\]| … |["”“»«„]\s+["“„«]`)

// stray gives a part of words that does not stand in text. White space and the
// card's own quotation marks at the ends do not count.
func stray(words, text string) string {
	text = folded(text)
	for _, part := range between.Split(words, -1) {
		part = folded(part)
		for _, part := range loose(part, text) {
			if !strings.Contains(text, part) {
				return part
			}
		}
	}
	return ""
}

// loose takes a part apart at quotation marks unless it stands in text as it
// is: the card's marks may be others than the article's.
func loose(part, text string) []string {
	part = strings.Trim(part, "“”„«» ")
	if strings.Contains(text, part) {
		return nil
	}
	var out []string
	for _, one := range strings.FieldsFunc(part, func(r rune) bool { return strings.ContainsRune("“”„«»", r) }) {
		out = append(out, strings.TrimSpace(one))
	}
	return out
}

// folded makes white space one space and leaves out what nobody sees.
func folded(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(clean(s, false), "\u200b", "")), " ")
}
