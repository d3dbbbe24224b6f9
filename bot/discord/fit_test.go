package discord

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/handlers/locales"
)

// accepted draws a card and fails where Discord would refuse it, or where a
// budget of ours is not kept.
func accepted(t interface{ Errorf(string, ...any) }, c handlers.Card) *message {
	m := drawCard(c, scope{})
	raw, err := json.Marshal(m)
	if err != nil {
		t.Errorf("%v", err)
	}
	if why := discordtest.Refuses(raw); why != "" {
		t.Errorf("Discord refuses %s: %.2000s", why, raw)
	}
	if n := count(m.Content); n > contentChars {
		t.Errorf("content of %d", n)
	}
	total := 0
	for _, e := range m.Embeds {
		total += embedSize(e)
	}
	if total > embedsChars {
		t.Errorf("embeds of %d", total)
	}
	if m.AllowedMentions.Parse == nil || len(m.AllowedMentions.Parse) > 0 {
		t.Errorf("mentions %+v", m.AllowedMentions)
	}
	return m
}

func words(n int) string { return strings.TrimSpace(strings.Repeat("herring ", n)) }

func TestLongQuoteIsCutInsideItsMarks(t *testing.T) {
	tests := []struct{ name, text, end string }{
		{"curly", "“" + words(200) + "”", " […]”"},
		{"German", "„" + words(200) + "“", " […]“"},
		{"guillemets", "«" + words(200) + "»", " […]»"},
		{"mixed, cut outside the marks", "he called it “dead” and " + words(200), "herring […]"},
		{"mixed, cut inside", "he called it “dead” and “" + words(200) + "”", "herring […]”"},
		{"one long word", "“" + strings.Repeat("x", 2000) + "”", "x […]”"},
		{"no marks", words(200), "herring […]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := accepted(t, handlers.Card{Form: handlers.FormAlert, Lead: []handlers.Block{quote(text(tt.text)), solheim}})
			lines := strings.Split(m.Content, "\n")
			if len(lines) != 3 || !strings.HasSuffix(lines[0], tt.end) || count(lines[0]) > alertQuote {
				t.Errorf("%d lines, the first of %d ends %q", len(lines), count(lines[0]), lines[0][max(0, len(lines[0])-30):])
			}
			body := strings.NewReplacer("“", "", "”", "", "„", "", "«", "", "»", "").Replace(tt.text)
			if !strings.HasPrefix(lines[2], "-# 8") || !strings.HasSuffix(lines[2], fmt.Sprintf(" of %s characters; Show context has the rest", locales.English.Number(count(bare(tt.text))))) {
				t.Errorf("note %q for %d letters", lines[2], count(body))
			}
		})
	}
}

func TestQuotesOfOneBarAreCutAlone(t *testing.T) {
	one, two := "“"+words(90)+"”", "“Paragraph "+words(20)+"\n\n“and "+words(200)+"”"
	m := accepted(t, handlers.Card{Form: handlers.FormAlert, Lead: []handlers.Block{quote(text(one), text("\n\n"), text(two)), solheim}})
	if !strings.HasPrefix(m.Content, "> "+one+"\n> \n> “Paragraph ") || !strings.Contains(m.Content, "herring\n> \n> “and herring") {
		t.Errorf("content:\n%s", m.Content)
	}
	if strings.Count(m.Content, ellipsis) != 1 || !strings.Contains(m.Content, "[…]”\n**Mira Solheim**") {
		t.Errorf("not the second alone is cut:\n%s", m.Content)
	}
}

func TestEscapingIsCountedInTheCut(t *testing.T) {
	m := accepted(t, handlers.Card{Form: handlers.FormAlert, Lead: []handlers.Block{quote(text("“" + strings.Repeat("* ", 800) + "”")), solheim}})
	first, _, _ := strings.Cut(m.Content, "\n")
	if n := count(first); n > alertQuote || n < alertQuote-10 {
		t.Errorf("the quote is drawn with %d", n)
	}
}

func TestStatementsThatDoNotFitAreCounted(t *testing.T) {
	var lead []handlers.Block
	for i := range 9 {
		if i > 0 {
			lead = append(lead, gap)
		}
		lead = append(lead, quote(text(fmt.Sprintf("“Statement %d: %s.”", i, words(30)))), byline(fmt.Sprintf("Speaker %d", i), ", delegate"))
	}
	m := accepted(t, handlers.Card{Form: handlers.FormAlert, Lead: lead, Roles: []string{"7"}})
	if !strings.Contains(m.Content, "Statement 0") || !strings.Contains(m.Content, "**Speaker 4**, delegate\n-# and 4 more; Show context has them\n\n<@&7>") {
		t.Errorf("content:\n%s", m.Content)
	}
	if strings.Contains(m.Content, "Speaker 5") {
		t.Error("a byline without its words")
	}
}

func TestFirstStatementAndBylineStay(t *testing.T) {
	lead := []handlers.Block{quote(text("“" + words(110) + "”")), byline("Mira Solheim", ", "+words(150))}
	for i := range 5 {
		lead = append(lead, gap, quote(text("“"+words(100)+"”")), byline(fmt.Sprint("Other ", i), ", delegate"))
	}
	m := accepted(t, handlers.Card{Form: handlers.FormAlert, Lead: lead})
	if !strings.HasPrefix(m.Content, "> “herring") || !strings.Contains(m.Content, "**Mira Solheim**") {
		t.Errorf("content:\n%s", m.Content)
	}
}

func TestFieldsGoInTheirOrder(t *testing.T) {
	long := func(n int) []handlers.Block { return []handlers.Block{plain(text(words(n)))} }
	c := handlers.Card{Form: handlers.FormAlert, Lead: []handlers.Block{quote(text(noQuota)), solheim},
		Body:   append([]handlers.Block{plain(to("Headline", "https://a.example/"))}, long(400)...),
		Fields: []handlers.Field{{Name: "Other wordings", Body: long(120)}, {Name: "Context", Body: long(120)}, {Name: "Last said on this", Body: long(120)}},
		Footer: "Watch"}
	m := accepted(t, c)
	var names []string
	for _, f := range m.Embeds[0].Fields {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, ", "); got != "Other wordings, Context" {
		t.Errorf("fields left: %s", got)
	}
	if !strings.Contains(m.Embeds[0].Description, "](https://a.example/)") || m.Embeds[0].Footer.Text != "Watch" {
		t.Error("the link or the footer went")
	}
}

func TestLostAnswersAreCountedInTheFooter(t *testing.T) {
	var body []handlers.Block
	for i := range 30 {
		body = append(body, gap, quote(text(fmt.Sprintf("“Answer %d: %s.”", i, words(30)))), numbered(i+1, plain(text("Fri 20 Nov 2026"))))
	}
	m := accepted(t, handlers.Card{Form: handlers.FormAnswer, Body: body, Footer: "Searched"})
	shown := strings.Count(m.Embeds[0].Description, "Answer")
	if want := fmt.Sprintf("Searched · %d more", 30-shown); m.Embeds[0].Footer.Text != want || shown < 10 {
		t.Errorf("footer %q, %d shown", m.Embeds[0].Footer.Text, shown)
	}
}

func TestListLosesItsLastLines(t *testing.T) {
	var body []handlers.Block
	for i := range 300 {
		body = append(body, plain(text(fmt.Sprintf("Feed %d of the list", i))), small("12 items a day"))
	}
	m := accepted(t, handlers.Card{Form: handlers.FormList, Body: body})
	d := m.Embeds[0].Description
	if !strings.HasSuffix(d, "-# 12 items a day") || m.Embeds[0].Footer == nil || !strings.HasSuffix(m.Embeds[0].Footer.Text, " more") {
		t.Errorf("description ends %q, footer %+v", d[len(d)-60:], m.Embeds[0].Footer)
	}
}

func TestNeighbourQuotesShareABar(t *testing.T) {
	got := draw(scope{}.paras([]handlers.Block{quote(text("“one”")), quote(text("“two”")), solheim, gap, gap, small("under"), quote(text("“three”")), small("not directly under a quote")}))
	want := "> “one”\n> \n> “two”\n**Mira Solheim**, foreign minister of Norvania\n\n-# under\n> “three”\nnot directly under a quote"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestContentHasNoLinkAndNoTimestamp(t *testing.T) {
	m := accepted(t, handlers.Card{Lead: []handlers.Block{plain(to("Headline", "https://a.example/"), text(" "), ago(1795252440))}})
	if m.Content != "Headline 21 Nov 2026 09:14 UTC" {
		t.Errorf("content %q", m.Content)
	}
}

func TestEmphasisDoesNotRunTogether(t *testing.T) {
	tests := []struct {
		runs []handlers.Run
		want string
	}{
		{[]handlers.Run{bold("a"), bold("b")}, "**ab**"},
		{[]handlers.Run{bold("a "), text("b")}, "**a** b"},
		{[]handlers.Run{bold("a"), ital("b")}, "**a**\u200b*b*"},
		{[]handlers.Run{bold("a"), ital(" b")}, "**a** *b*"},
		{[]handlers.Run{text("a"), bold(" "), text("b")}, "a b"},
		{[]handlers.Run{code("`x` *y*")}, "`’x’ *y*`"},
		{[]handlers.Run{text("  a"), {Text: "context 1", Typed: true}, {Text: " b", Click: true}}, "a b"},
		{[]handlers.Run{cmd("watch add")}, "/watch add"},
		{[]handlers.Run{to("x](http://evil.example) [y", "https://a.example/")}, `[x\]\(http\://evil.example\) \[y](https://a.example/)`},
		{[]handlers.Run{text("[…]"), ours("(the statement)")}, `[…]\(the statement)`},
	}
	for _, tt := range tests {
		if got := draw(scope{}.paras([]handlers.Block{plain(tt.runs...)})); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

func TestButtons(t *testing.T) {
	list := []handlers.Button{
		{Label: "Create watch", Action: "watchadd", ID: "d1", Strong: true},
		{Label: "Confirm", Action: "right", ID: "s1"},
		{Label: "Again", Action: "right", ID: "s1"},
		{Label: "No id", Action: "drop"},
		{Label: "Bad action", Action: "a b", ID: "1"},
		{Label: "Bad id", Action: "drop", ID: "1:2"},
		{Label: "", Action: "drop", ID: "9"},
		{Label: "Long", Action: "drop", ID: strings.Repeat("x", 100)},
		{Label: strings.Repeat("long label ", 20), Action: "page", ID: "q", Arg: "2"},
	}
	m := accepted(t, handlers.Card{Lead: []handlers.Block{plain(text("x"))}, Buttons: list})
	var got []string
	for _, b := range m.Components[0].Components {
		got = append(got, fmt.Sprintf("%s/%d", b.CustomID, b.Style))
	}
	if s := strings.Join(got, " "); s != "v1:watchadd:d1/1 v1:right:s1/3 v1:page:q:2/2" {
		t.Errorf("buttons %s", s)
	}
	if a, id, arg := parseCustomID("v1:page:q:2"); a != "page" || id != "q" || arg != "2" {
		t.Errorf("parsed %q %q %q", a, id, arg)
	}
	for _, odd := range []string{"", "v2:page:q", "v1:page", "v1:a b:c", "v1:a:b:c:d", "x"} {
		if a, _, _ := parseCustomID(odd); a != "" {
			t.Errorf("%q has the action %q", odd, a)
		}
	}
}

// texts are what outsiders might write.
func texts() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringN(0, 40, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("*_~`|>#-[]()<@: \n\\“”»1.aä\u202e")), 0, 4000, -1),
		rapid.Map(rapid.IntRange(0, 900), words),
		rapid.SampledFrom([]string{"@everyone", "<@&1>", "https://x.example/a_b", "||", "```", "> x\n> y", "“", "[…]"}),
	)
}

func runs(t *rapid.T, label string) []handlers.Run {
	var out []handlers.Run
	for range rapid.IntRange(0, 4).Draw(t, label+" runs") {
		r := handlers.Run{Text: texts().Draw(t, label), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"), Ours: rapid.Bool().Draw(t, "ours")}
		switch rapid.IntRange(0, 9).Draw(t, "sort") {
		case 0:
			r.Code = true
		case 1:
			r.Link = "https://a.example/" + texts().Draw(t, "link")
		case 2:
			r = ago(1795252440)
		}
		out = append(out, r)
	}
	return out
}

func blocks(t *rapid.T, label string, most int) []handlers.Block {
	var out []handlers.Block
	for range rapid.IntRange(0, most).Draw(t, label+" blocks") {
		l := handlers.Look(rapid.IntRange(0, 4).Draw(t, "look"))
		out = append(out, handlers.Block{Look: l, Number: rapid.IntRange(0, 2).Draw(t, "number"), Runs: runs(t, label)})
	}
	return out
}

// inert is what Discord does not read: code, and what a backslash escapes.
// live is what it would make a mention or a link of in the rest.
var (
	inert = regexp.MustCompile("`[^`]*`" + `|\\.`)
	live  = regexp.MustCompile(`<[@#:t/]|://`)
)

// TestNoCardIsRefused draws any card at all: none is refused, none mentions.
func TestNoCardIsRefused(t *testing.T) {
	forms := []handlers.Form{handlers.FormAlert, handlers.FormKeyword, handlers.FormBacklog, handlers.FormAnswer, handlers.FormList, handlers.FormContext, handlers.FormProblem}
	rapid.Check(t, func(t *rapid.T) {
		c := handlers.Card{Form: rapid.SampledFrom(forms).Draw(t, "form"), Lead: blocks(t, "lead", 8), Body: blocks(t, "body", 12), Footer: texts().Draw(t, "footer")}
		for range rapid.IntRange(0, 4).Draw(t, "fields") {
			c.Fields = append(c.Fields, handlers.Field{Name: texts().Draw(t, "field"), Body: blocks(t, "field", 4)})
		}
		for range rapid.IntRange(0, 7).Draw(t, "buttons") {
			c.Buttons = append(c.Buttons, handlers.Button{Label: texts().Draw(t, "label"), Action: "page", ID: texts().Draw(t, "id")})
		}
		m := accepted(t, c)
		for _, e := range m.Embeds {
			if count(e.Description) > descriptionChars {
				t.Errorf("description of %d", count(e.Description))
			}
		}
		if words := inert.ReplaceAllString(m.Content, "x"); live.MatchString(words) {
			t.Errorf("content lets a mention or an address through: %q", m.Content)
		}
	})
}
