package handlers

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// textOf joins runs, bold in stars.
func textOf(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Bold {
			b.WriteString("*" + r.Text + "*")
			continue
		}
		b.WriteString(r.Text)
	}
	return b.String()
}

func TestQuote(t *testing.T) {
	for _, c := range []struct {
		name, lang, text  string
		cue               string
		content, verbatim []string
		bold              string
		most              int
		want              string
		look              Look
	}{
		{name: "all of it in curly marks", lang: "en", text: "“We will not,” she said.", content: []string{"We will not,"}, verbatim: []string{"We will not,"},
			want: "“We will not,”"},
		{name: "straight marks become the language's", lang: "en", text: `"We will not," she said.`, content: []string{"We will not,"}, verbatim: []string{"We will not,"},
			want: "“We will not,”"},
		{name: "the cue in the middle", lang: "en", text: "“We will,” she said, “not sign.”", content: []string{"We will,", "not sign."}, verbatim: []string{"We will,", "not sign."},
			want: "“We will,” “not sign.”"},
		{name: "partly verbatim", lang: "en", text: `He said the offer was "dead on arrival" and that it had "no price".`,
			content: []string{`the offer was "dead on arrival" and that it had "no price"`}, verbatim: []string{"dead on arrival", "no price"},
			want: "the offer was “dead on arrival” and that it had “no price”"},
		{name: "partly verbatim, the marks outside of the content", lang: "en", text: `He called it "a trap".`, content: []string{"a trap"}, verbatim: []string{"a trap"},
			want: "“a trap”"},
		{name: "reported", lang: "en", text: "She said the quota should wait.", content: []string{"the quota should wait"},
			want: "the quota should wait", look: Tilde},
		{name: "reported, the cue in the middle", lang: "en", text: "The quota, she said, should wait.", content: []string{"The quota", "should wait"},
			want: "The quota … should wait", look: Tilde},
		{name: "a transcript has no marks", lang: "en", text: "SOLHEIM: We go home.", content: []string{"We go home."}, want: "We go home."},
		{name: "German", lang: "de", text: "„Wir gehen“, sagte sie.", content: []string{"Wir gehen"}, verbatim: []string{"Wir gehen"}, want: "„Wir gehen“"},
		{name: "Russian", lang: "ru", text: `"Мы уходим", сказала она.`, content: []string{"Мы уходим"}, verbatim: []string{"Мы уходим"}, want: "«Мы уходим»"},
		{name: "a quotation inside", lang: "en", text: "“He said ‘no’ twice,” she said.", content: []string{"He said ‘no’ twice,"}, verbatim: []string{"He said ‘no’ twice,"},
			want: "“He said ‘no’ twice,”"},
		{name: "two paragraphs, each opens, the last closes", lang: "en", text: "“We go.\n\n“We come back.”", content: []string{"We go.", "We come back."}, verbatim: []string{"We go.", "We come back."},
			want: "“We go.\n\n“We come back.”"},
		{name: "two paragraphs that are two quotations", lang: "en", text: "“We go.”\n\n“We come back.”", content: []string{"We go.", "We come back."}, verbatim: []string{"We go.", "We come back."},
			want: "“We go.”\n\n“We come back.”"},
		{name: "bold stays inside", lang: "en", text: "“We sign no quota here,” she said.", content: []string{"We sign no quota here,"}, verbatim: []string{"We sign no quota here,"}, bold: "quota",
			want: "“We sign no *quota* here,”"},
		{name: "bold that begins outside", lang: "en", text: "said “quota no” x", content: []string{"quota no"}, verbatim: []string{"quota no"}, bold: "said “quota",
			want: "“*quota* no”"},
		{name: "a cut stands before the closing mark", lang: "en", text: "“one two three four”", content: []string{"one two three four"}, verbatim: []string{"one two three four"}, most: 11,
			want: "“one two […]”"},
		{name: "a cut right after a word", lang: "en", text: "“one two three”", content: []string{"one two three"}, verbatim: []string{"one two three"}, most: 7,
			want: "“one two […]”"},
		{name: "a cut in what is reported", lang: "en", text: "one two three", content: []string{"one two three"}, most: 5, want: "one […]", look: Tilde},
		{name: "a cut between two quotations", lang: "en", text: "“one two” and “three four”", content: []string{"one two", "three four"}, verbatim: []string{"one two", "three four"}, most: 8,
			want: "“one two” […]"},
		{name: "a cut between paragraphs closes", lang: "en", text: "“one two\n\n“three four”", content: []string{"one two", "three four"}, verbatim: []string{"one two", "three four"}, most: 8,
			want: "“one two […]”"},
		{name: "a bare object has its cue", lang: "en", text: "Solheim confirmed the call.", cue: "confirmed", content: []string{"the call"}, want: "confirmed the call", look: Tilde},
		{name: "a whole clause has not", lang: "en", text: "Solheim said the call was short and cold.", cue: "said", content: []string{"the call was short and cold"},
			want: "the call was short and cold", look: Tilde},
		{name: "a cue behind is left out", lang: "en", text: "The call, Solheim confirmed.", cue: "confirmed", content: []string{"The call"}, want: "The call", look: Tilde},
		{name: "a denial has its cue", lang: "en", text: "Solheim denied that the port had been sold.", cue: "denied", content: []string{"that the port had been sold"},
			want: "denied that the port had been sold", look: Tilde},
		{name: "a hope has its cue", lang: "en", text: "Solheim hoped that the port would stay open.", cue: "hoped", content: []string{"that the port would stay open"},
			want: "hoped that the port would stay open", look: Tilde},
		{name: "a demand has its cue", lang: "en", text: "Solheim called on both sides to stop at once.", cue: "called on", content: []string{"both sides to stop at once"},
			want: "called on both sides to stop at once", look: Tilde},
		{name: "no need has its cue", lang: "en", text: "Solheim saw no need for the pact of the two ports.", cue: "saw", content: []string{"need for the pact of the two ports"},
			want: "saw no need for the pact of the two ports", look: Tilde},
		{name: "whom somebody thanks stands between", lang: "en", text: "Solheim thanked Elm for opening the port of Vell again.", cue: "thanked", content: []string{"opening the port of Vell again"},
			want: "thanked Elm for opening the port of Vell again", look: Tilde},
		{name: "what somebody promised to do", lang: "en", text: "Solheim promised to open the port of Vell.", cue: "promised", content: []string{"to open the port of Vell"},
			want: "promised to open the port of Vell", look: Tilde},
		{name: "the cue of a saying in many words is left out", lang: "en", text: "Solheim was quoted as saying the port was shut again.", cue: "was quoted as saying", content: []string{"the port was shut again"},
			want: "the port was shut again", look: Tilde},
		{name: "a quoted piece of a sentence has its cue", lang: "en", text: "Solheim rejected “any talk of a toll”.", cue: "rejected", content: []string{"any talk of a toll"}, verbatim: []string{"any talk of a toll"},
			want: "rejected “any talk of a toll”"},
		{name: "a quoted sentence has not", lang: "en", text: "Solheim objected: “There is no toll.”", cue: "objected:", content: []string{"There is no toll."}, verbatim: []string{"There is no toll."},
			want: "“There is no toll.”"},
		{name: "a German denial", lang: "de", text: "Solheim dementierte, dass der Hafen verkauft worden sei.", cue: "dementierte", content: []string{"dass der Hafen verkauft worden sei"},
			want: "dementierte, dass der Hafen verkauft worden sei", look: Tilde},
		{name: "a word that is too long is cut", lang: "en", text: "aaaaaaaaaa", content: []string{"aaaaaaaaaa"}, most: 4, want: "aaaa […]", look: Tilde},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := statements.Article{Lang: c.lang, Text: c.text}
			s := statements.Statement{Kind: statements.Direct}
			for _, w := range c.content {
				s.Content = append(s.Content, in(t, c.text, w))
			}
			for _, w := range c.verbatim {
				s.Verbatim = append(s.Verbatim, in(t, c.text, w))
			}
			if c.cue != "" {
				s.Cue = in(t, c.text, c.cue)
			}
			switch {
			case c.look == Tilde:
				s.Kind = statements.Indirect
			case len(c.verbatim) > 0 && !strings.HasPrefix(c.content[0], c.verbatim[0]):
				s.Kind = statements.Mixed
			}
			var bold []statements.Span
			if c.bold != "" {
				bold = append(bold, in(t, c.text, c.bold))
			}
			if c.most == 0 {
				c.most = mostQuote
			}
			got := quote(a, s, c.most, bold)
			if text := textOf(got.Runs); text != c.want || got.Look != cmpLook(c.look) {
				t.Errorf("got %q, look %d; want %q", text, got.Look, c.want)
			}
			if cut := strings.Contains(c.want, cutMark); got.cut() != cut {
				t.Errorf("cut is %v: %d of %d", got.cut(), got.Shown, got.Total)
			}
		})
	}
}

// cmpLook lets the tables above leave Quote out.
func cmpLook(l Look) Look {
	if l == Tilde {
		return Tilde
	}
	return Quote
}

// Spans that lie outside of the text, cut a character or stand in any order
// must not get anything on to a card that the article does not have.
func FuzzQuote(f *testing.F) {
	f.Add("He said \"we go\" and <left>.", 3, 20, 9, 14, 100)
	f.Add("日本 \"語の\" 長い", 0, 25, 8, 14, 3)
	f.Add("„Ja“\n\n„Nein“", 3, 5, 14, 18, 900)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, most int) {
		text = strings.Map(func(r rune) rune {
			if r == '“' || r == '”' || r == '…' || r == '[' {
				return '_' // so that the card's own can be told from the article's
			}
			return r
		}, strings.ToValidUTF8(text, ""))
		s := statements.Statement{
			Kind:     statements.Mixed,
			Content:  []statements.Span{{Start: a, End: b}, {Start: b, End: d}},
			Verbatim: []statements.Span{{Start: c, End: d}, {Start: a, End: c}},
		}
		most = max(most%1000, 1)
		got := quote(statements.Article{Text: text, Lang: "en"}, s, most, []statements.Span{{Start: c, End: b}})
		shown := textOf(plainRuns(got.Runs))
		if !utf8.ValidString(shown) {
			t.Fatalf("%q is no text", shown)
		}
		if got.Shown > most || got.Shown > got.Total {
			t.Errorf("%d code points of %d, %d allowed", got.Shown, got.Total, most)
		}
		for _, part := range strings.Split(shown, "“")[1:] {
			inside, _, _ := strings.Cut(part, "”")
			inside = strings.TrimSuffix(strings.TrimRight(strings.TrimSuffix(inside, cutMark), " "), "\n\n")
			if !strings.Contains(text, strings.TrimSpace(inside)) {
				t.Errorf("%q is shown as verbatim and stands nowhere in %q", inside, text)
			}
		}
	})
}

func plainRuns(runs []Run) []Run {
	out := append([]Run(nil), runs...)
	for i := range out {
		out[i].Bold = false
	}
	return out
}

func TestNothingToShow(t *testing.T) {
	f := record(t, 1, "Mira Solheim", "We will not sign a quota,", "We will not sign a quota,")
	f.Statement.Content[0].End = len(article) + 5
	d := statements.Delivery{ID: "x", Form: statements.FormAlert, Entries: []statements.Entry{{Found: []statements.Found{f}, Article: f.Article}}}
	c := DeliveryCard(locales.English, d, now, time.UTC)
	if text := plain(Reply{Cards: []Card{c}}); strings.Contains(text, "Solheim,") || !strings.Contains(text, "Herring talks stall") {
		t.Errorf("a statement of which nothing can be cut:\n%s", text)
	}
	if text := plain(Reply{Cards: []Card{DeliveryCard(locales.English, statements.Delivery{}, now, time.UTC)}}); !strings.Contains(text, "without a headline") {
		t.Errorf("an empty delivery:\n%s", text)
	}
}

func TestAlertBudgets(t *testing.T) {
	long := strings.Repeat("word ", 300)
	a := statements.Article{ID: 900, URL: "https://a.example/x", Title: strings.Repeat("headline ", 40), Outlet: strings.Repeat("outlet ", 30), Lang: "en"}
	a.Text = "Title\n\n"
	d := statements.Delivery{ID: "fvt42qhaxq7jc", Form: statements.FormAlert}
	var found []statements.Found
	for i := range 9 {
		start := len(a.Text) + len("“")
		a.Text += "“" + long + "”\n\n"
		found = append(found, statements.Found{Statement: statements.Statement{
			ID: int64(48000 + i), Speaker: fmt.Sprintf("Speaker %d %s", i, strings.Repeat("x", 200)), Role: strings.Repeat("role ", 50), Kind: statements.Direct,
			Known: statements.ByName, Confidence: 1,
			Content: []statements.Span{{Start: start, End: start + len(long)}}, Verbatim: []statements.Span{{Start: start, End: start + len(long)}},
		}})
	}
	for i := range found {
		found[i].Article = a
	}
	d.Entries = []statements.Entry{{Watch: statements.Watch{Keywords: strings.Repeat("keyword ", 90)}, Reason: strings.Repeat("reason ", 90), Found: found, Article: a}}
	c := DeliveryCard(locales.English, d, now, time.UTC)
	lead := 0
	for _, b := range c.Lead {
		lead += utf8.RuneCountInString(textOf(b.Runs)) + 6
	}
	if lead > 1900 {
		t.Errorf("the words have %d characters", lead)
	}
	if n := utf8.RuneCountInString(c.Footer); n > mostFooter {
		t.Errorf("the footer has %d characters", n)
	}
	text := plain(Reply{Cards: []Card{c}})
	if !strings.Contains(text, "and 8 more; ") || !strings.Contains(text, "No. 48000") || !strings.Contains(text, "of 1,500 characters") {
		t.Errorf("what is cut is not said:\n%s", text)
	}
}

func TestWhatIsShownWhereNotAllFits(t *testing.T) {
	text := "Solheim: no deal\n\nShe said no deal. She said the fleet would wait. “We wait,” she said. “No quota,” she said. He left. “We go,” she said. She said it rained. “Fish,” she said."
	a := statements.Article{Text: text, Lang: "en"}
	spoke := func(id int64, words string, verbatim bool) statements.Found {
		s := statements.Statement{ID: id, Speaker: "Solheim", Known: statements.ByName, Confidence: 1, Kind: statements.Indirect, Content: []statements.Span{in(t, text, words)}}
		if verbatim {
			s.Kind, s.Verbatim = statements.Direct, s.Content
		}
		return statements.Found{Article: a, Statement: s}
	}
	headline, body := spoke(1, "no deal", false), spoke(2, "no deal", false)
	last := strings.LastIndex(text, "no deal")
	body.Statement.Content = []statements.Span{{Start: last, End: last + len("no deal")}}
	found := []statements.Found{headline, body, spoke(3, "the fleet would wait", false), spoke(4, "We wait,", true), spoke(5, "No quota,", true),
		spoke(6, "We go,", true), spoke(7, "it rained", false), spoke(8, "Fish,", true)}
	d := statements.Delivery{Entries: []statements.Entry{{Article: a, Found: found, Words: []string{"rained"}}}}
	all := allFound(d)
	if len(all) != 7 || all[0].Statement.ID != 2 {
		t.Fatalf("the headline's words stand below again, and are told twice: %d statements, first No. %d", len(all), all[0].Statement.ID)
	}
	var ids []int64
	for _, f := range chosen(all, wordsOf(d)) {
		ids = append(ids, f.Statement.ID)
	}
	if got := fmt.Sprint(ids); got != "[4 5 6 7 8]" {
		t.Errorf("chosen are %s: not the speaker's own words and the watched ones, in their order", got)
	}
}

func TestByline(t *testing.T) {
	a := statements.Article{Text: "Headline\n\nA senior official said no. The minister left."}
	for _, c := range []struct {
		s    statements.Statement
		want string
	}{
		{statements.Statement{Speaker: "Mira Solheim", Role: "minister", Known: statements.ByName, Confidence: 0.9}, "*Mira Solheim*, minister"},
		{statements.Statement{Speaker: "Mira Solheim", Known: statements.ByRole, Confidence: 0.9}, "*Mira Solheim*"},
		{statements.Statement{Speaker: "Mira Solheim", Known: statements.ByRole, Confidence: 0.3, Source: in(t, a.Text, "The minister")}, "Probably *Mira Solheim* | Speaker inferred from ‘The minister’"},
		{statements.Statement{Speaker: "Mira Solheim", Known: statements.Inferred, Confidence: 0.9}, "Probably *Mira Solheim* | Speaker inferred: the article names nobody right there"},
		{statements.Statement{Speaker: "Mira Solheim", Known: statements.Carried, Confidence: 0.3}, "Probably *Mira Solheim* | Speaker taken over from the statement before"},
		{statements.Statement{Known: statements.Unresolved, Source: in(t, a.Text, "A senior official")}, "*Unnamed*, ‘A senior official’"},
		{statements.Statement{Known: statements.Unresolved, Role: "a senior palace official", Source: in(t, a.Text, "A senior official")}, "*Unnamed*, ‘a senior palace official’"},
		{statements.Statement{Known: statements.Unresolved, Role: "a clerk", Source: in(t, a.Text, "A senior official")}, "*Unnamed*, ‘A senior official’"},
		{statements.Statement{Speaker: "Guess Work", Known: statements.Unresolved}, "*Unnamed*"},
	} {
		var lines []string
		for _, b := range signature(locales.English, statements.Found{Article: a, Statement: c.s}, true) {
			lines = append(lines, textOf(b.Runs))
		}
		c.s.Kind = statements.Direct
		if got := strings.Join(lines, " | "); got != c.want {
			t.Errorf("%+v\n got %q\nwant %q", c.s, got, c.want)
		}
	}
}

func TestWhen(t *testing.T) {
	day20 := statements.Date{Year: 2026, Month: 11, Day: 20}
	for _, c := range []struct {
		s    statements.Statement
		want string
	}{
		{statements.Statement{SaidOn: day20, Place: "Vell"}, "Said in Vell on Fri 20 Nov 2026"},
		{statements.Statement{SaidOn: day20}, "Said on Fri 20 Nov 2026, place not given"},
		{statements.Statement{Place: "Vell"}, "Said in Vell, date not given"},
		{statements.Statement{}, "Date and place not given"},
	} {
		if got := saidOn(locales.English, c.s); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	at := time.Date(2026, 11, 21, 23, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		m    statements.Moment
		want string
	}{
		{statements.Moment{}, ""},
		{statements.Moment{Time: at.Add(-time.Hour)}, ", at 22:30"},
		{statements.Moment{Time: at.Add(-time.Hour), ZoneUnknown: true}, ", at 21 Nov 2026"},
		{statements.Moment{Time: at, DayOnly: true}, ", at 21 Nov 2026"},
		{statements.Moment{Time: at.Add(3 * time.Hour)}, ", at 22 Nov 2026"},
		{statements.Moment{Time: at.AddDate(-1, 0, 0)}, ", at 21 Nov 2025"},
	} {
		got := ""
		for _, r := range published(locales.English, c.m, ", at ", at, time.UTC) {
			if got += r.Text; !r.Ago.IsZero() {
				got += r.Ago.Format("15:04")
			}
		}
		if got != c.want {
			t.Errorf("%+v: got %q, want %q", c.m, got, c.want)
		}
	}
}

func TestPeriod(t *testing.T) {
	d := func(m time.Month, day, year int) statements.Date {
		return statements.Date{Year: year, Month: m, Day: day}
	}
	for _, c := range []struct {
		since, until statements.Date
		want         string
	}{
		{statements.Date{}, statements.Date{}, "any time"},
		{d(5, 1, 2026), statements.Date{}, "since 1 May 2026"},
		{statements.Date{}, d(5, 1, 2026), "until 1 May 2026"},
		{d(11, 20, 2026), d(11, 20, 2026), "on Fri 20 Nov 2026"},
		{d(11, 1, 2026), d(11, 21, 2026), "1 to 21 Nov 2026"},
		{d(5, 1, 2026), d(11, 21, 2026), "1 May to 21 Nov 2026"},
		{d(12, 1, 2025), d(1, 21, 2026), "1 Dec 2025 to 21 Jan 2026"},
	} {
		if got := locales.English.Period(c.since, c.until); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestSummary(t *testing.T) {
	text := "Headline\n\nThe lead says it all. A second sentence follows. A third is dull. The port appears only here. “We stay. We fish,” she said.\n"
	for _, c := range []struct {
		a             statements.Article
		words         []string
		summary, note string
	}{
		{statements.Article{Text: text}, nil, "The lead says it all. A second sentence follows. A third is dull.", "3 sentences from the article, unchanged"},
		{statements.Article{Text: text}, []string{"PORT"}, "The lead says it all. A second sentence follows. The port appears only here.", "3 sentences from the article, unchanged"},
		{statements.Article{Text: "Headline\n\nBy Somebody\n\nThe lead says it all. \n\nMore of it came later."}, nil, "The lead says it all.|More of it came later.", "2 sentences from the article, unchanged"},
		{statements.Article{Text: "Headline\n\nOne sentence."}, nil, "One sentence.", "1 sentence from the article, unchanged"},
		{statements.Article{Text: "Headline\n"}, nil, "", "the article has no text"},
		{statements.Article{Text: "Headline\n\nteaser", Summary: "The feed's teaser", Stub: true}, nil, "The feed's teaser", "the outlet shows only this much"},
	} {
		paragraphs, note := summaryOf(locales.English, c.a, c.words, nil)
		if summary := strings.Join(paragraphs, "|"); summary != c.summary || note != c.note {
			t.Errorf("got %q (%s)\nwant %q (%s)", summary, note, c.summary, c.note)
		}
	}
	paragraphs, note := summaryOf(locales.English, statements.Article{Text: "Headline\n\n" + strings.Repeat("word ", 300) + "end."}, nil, nil)
	long := strings.Join(paragraphs, "|")
	if n := utf8.RuneCountInString(long); n > mostSummary+4 || !strings.HasSuffix(long, cutMark) || !strings.HasSuffix(note, "cut") {
		t.Errorf("a long lead: %d characters, %s", n, note)
	}
}

// What the article has is what the context shows: cut, but never changed.
func TestContextIsTheArticle(t *testing.T) {
	for _, f := range filled(t).found {
		c := ContextCard(locales.English, f, time.UTC)
		for _, b := range c.Body[:len(c.Body)-2] {
			if text := textOf(plainRuns(b.Runs)); !strings.Contains(f.Article.Text, text) {
				t.Errorf("%q does not stand in the article", text)
			}
		}
		bold := ""
		for _, b := range c.Body {
			for _, r := range b.Runs {
				if r.Bold {
					bold += r.Text
				}
			}
		}
		if want := f.Statement.Text(f.Article.Text); !strings.Contains(bold, want) {
			t.Errorf("%q is not in bold: %q", want, bold)
		}
	}
	one := strings.Repeat("Something before it. ", 400)
	a := statements.Article{Text: "Headline\n\n" + one + "“We sign,” she said. " + one, Lang: "en"}
	f := statements.Found{Article: a, Statement: statements.Statement{Speaker: "X", Kind: statements.Direct, Content: []statements.Span{in(t, a.Text, "We sign")}, Verbatim: []statements.Span{in(t, a.Text, "We sign")}}}
	text := plain(Reply{Cards: []Card{ContextCard(locales.English, f, time.UTC)}})
	if !strings.Contains(text, "“We sign,” she said.") || utf8.RuneCountInString(text) > mostParagraph+300 {
		t.Errorf("in a paragraph of %d bytes the statement is not shown, or %d characters are", len(one)*2, utf8.RuneCountInString(text))
	}
}

func TestParseRef(t *testing.T) {
	for _, c := range []struct {
		typed   string
		id      int64
		article bool
		ok      bool
	}{
		{"48213", 48213, false, true}, {"No. 7", 7, false, true}, {"no.7", 7, false, true}, {"#7", 7, false, true}, {"Nr. 7", 7, false, true}, {"№ 7", 7, false, true}, {"n.º 7", 7, false, true}, {"A9917", 9917, true, true},
		{"No. A9917", 9917, true, true}, {"48,213", 48213, false, true}, {"", 0, false, false}, {"A", 0, true, false}, {"-3", 0, false, false},
		{"99999999999999999999", 0, false, false}, {"walrus", 0, false, false},
	} {
		id, article, ok := parseRef(c.typed)
		if ok != c.ok || ok && (id != c.id || article != c.article) {
			t.Errorf("parseRef(%q) = %d, %v, %v", c.typed, id, article, ok)
		}
	}
	for _, id := range []int64{1, 99, 100, 48213} {
		if got, _, ok := parseRef(ref(id)); !ok || got != id {
			t.Errorf("ref(%d) = %q reads as %d", id, ref(id), got)
		}
	}
}

func TestOperatorsLine(t *testing.T) {
	d, _ := desk(filled(t))
	owed := d.Shelf.(*shelf).deliveries["fvt42qhaxq7jc"] // its statements have a confidence of 0.9
	for line, want := range map[float64]bool{0: false, 0.5: false, 0.95: true} {
		d.Sure = line
		if got := strings.Contains(plain(Reply{Cards: []Card{d.Draw(owed)}}), "Probably"); got != want {
			t.Errorf("with a line at %v an alert says Probably: %v", line, got)
		}
		if got := strings.Contains(plain(d.Serve(t.Context(), ask1("context", "number", "48213"))), "Probably"); got != want {
			t.Errorf("with a line at %v a context says Probably: %v", line, got)
		}
	}
}

// No statement, however its spans lie, breaks a card or puts broken text on it.
func FuzzCards(f *testing.F) {
	f.Add("Headline\n\nHe said “we go”. She left.\n", 15, 24, 18, 23)
	f.Add("Новости\n\n«Мы уходим», сказала она. "+strings.Repeat("Дальше текст. ", 300), 2, 4000, 17, 3000)
	f.Add("a\n"+strings.Repeat("日", 1200), 3001, 3003, -1, 9)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		text = strings.ToValidUTF8(text, "")
		art := statements.Article{ID: 1, URL: "https://a.example/", Text: text, Lang: "ru"}
		var found []statements.Found
		for i, kind := range []statements.Kind{statements.Direct, statements.Mixed, statements.Indirect} {
			found = append(found, statements.Found{Article: art, Statement: statements.Statement{ID: int64(i + 1), Speaker: "X", Kind: kind, Known: statements.Inferred,
				Content: []statements.Span{{Start: a, End: b}, {Start: c, End: d}}, Verbatim: []statements.Span{{Start: c, End: d}},
				Source: statements.Span{Start: c, End: b}, Cue: statements.Span{Start: b, End: c}}})
		}
		owed := statements.Delivery{ID: "x", Entries: []statements.Entry{{Article: art, Found: found, Words: []string{"текст"}}}}
		cards := []Card{AlertCard(locales.English, owed, now, time.UTC), KeywordCard(locales.English, owed, now, time.UTC), BacklogCard(locales.English, owed), ContextCard(locales.English, found[0], time.UTC), WhichCard(locales.English, found, 1, "context")}
		if shown := plain(Reply{Cards: cards}); !utf8.ValidString(shown) {
			t.Errorf("broken text: %q", shown)
		}
	})
}
