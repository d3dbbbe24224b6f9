package discord

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/handlers"
)

// The pieces that cards are made of.
func text(s string) handlers.Run    { return handlers.Run{Text: s} }
func ours(s string) handlers.Run    { return handlers.Run{Text: s, Ours: true} }
func bold(s string) handlers.Run    { return handlers.Run{Text: s, Bold: true} }
func ital(s string) handlers.Run    { return handlers.Run{Text: s, Italic: true, Ours: true} }
func code(s string) handlers.Run    { return handlers.Run{Text: s, Code: true} }
func to(s, url string) handlers.Run { return handlers.Run{Text: s, Link: url} }
func ago(unix int64) handlers.Run   { return handlers.Run{Ago: time.Unix(unix, 0)} }
func cmd(s string) handlers.Run     { return handlers.Run{Cmd: s, Text: s} }

var gap = handlers.Block{Look: handlers.Gap}

func fixed(s string) handlers.Block           { return plain(ours(s)) }
func quote(r ...handlers.Run) handlers.Block  { return look(handlers.Quote, r...) }
func tilde(r ...handlers.Run) handlers.Block  { return look(handlers.Tilde, r...) }
func small(s string) handlers.Block           { return look(handlers.Small, ours(s)) }
func byline(name, role string) handlers.Block { return plain(bold(name), text(role)) }
func numbered(n int, b handlers.Block) handlers.Block {
	b.Number = n
	return b
}

// alertCard is what all alerts about the herring talks share.
func alertCard(id, footer string, lead ...handlers.Block) handlers.Card {
	return handlers.Card{
		Form: handlers.FormAlert, Accent: handlers.Spoken, Lead: lead,
		Body: []handlers.Block{
			plain(to("Herring talks stall as ministers leave Vell early", "https://harborcourier.example/2026/11/21/herring-talks-stall")),
			plain(text("Harbor Courier"), ours(", published "), ago(1795252440)),
			fixed("Said in Vell on Fri 20 Nov 2026"),
		},
		Footer: footer, Buttons: alertRow(id),
	}
}

func alertRow(id string) []handlers.Button {
	return []handlers.Button{
		{Label: "Show context", Action: "context", ID: id}, {Label: "See more", Action: "more", ID: id},
		{Label: "Mute", Action: "mute", ID: id}, {Label: "Review", Action: "review", ID: id},
	}
}

const (
	noQuota = "“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so.”"
	ceiling = "“We can live with a ceiling, not with a cliff.”"
)

var solheim = byline("Mira Solheim", ", foreign minister of Norvania")

// golden are the cards of the design. The payload of each is in testdata.
func golden() map[string]handlers.Card {
	direct := alertCard("fvt42qhaxq7jc", "Watch Solheim on quotas: spoke, said “quota” · verbatim · No. 48213", quote(text(noQuota)), solheim)
	direct.Fields = []handlers.Field{
		{Name: "Context", Body: []handlers.Block{plain(text("Asked whether her cabinet would accept the 40,000-tonne ceiling, she shook her head. "), ital("(the statement)"), text(" The talks resume on Monday."))}},
		{Name: "Last said on this", Body: []handlers.Block{
			plain(text("2 Nov 2026 "+ceiling+" "), to("Fjord Wire", "https://fjordwire.example/world/herring-ceiling-solheim")),
			plain(text("14 Sep 2026 “A quota is a promise to the next generation.” "), to("Ostervik Post", "https://ostervikpost.example/a/99120")),
		}},
	}
	living := alertCard("2vl3auwzczdgg", direct.Footer, quote(text(noQuota)), solheim)
	living.Body = append(living.Body, plain(text("Also in 7 outlets, first "), to("Fjord Wire", "https://fjordwire.example/world/herring-ceiling-solheim"), text(" "), handlers.Run{Clock: time.Unix(1795251120, 0)}))
	living.Fields = append([]handlers.Field{{Name: "Other wordings", Body: []handlers.Block{
		plain(to("Fjord Wire", "https://fjordwire.example/world/herring-ceiling-solheim"), text(" “We will not sign any quota our fishermen cannot live with.”")),
		plain(to("Vell Tribune", "https://velltribune.example/2026/325/herring"), text(" “We won’t sign a quota our fishermen can’t live with.”")),
	}}}, direct.Fields...)
	indirect := alertCard("f5wlmjihdppwg", "Watch Solheim on quotas: spoke, said “quota” · reported · No. 48214",
		tilde(text("Norvania would return to the quota table only if the ceiling was raised first")),
		byline("Mira Solheim", ", foreign minister of Norvania · reported, not verbatim"))
	indirect.Accent = handlers.Reported
	indirect.Fields = []handlers.Field{{Name: "Context", Body: []handlers.Block{plain(text("The two delegations had shared a single page of figures over lunch. "), ital("(the statement)"), text(" Her hosts did not comment."))}}}
	mixed := alertCard("q7apefwwfzaa4", "Watch Solheim on quotas: spoke · partly verbatim · No. 48215",
		quote(text("the offer was “dead on arrival” and Norvania would put “its own figure” on the table")),
		byline("Mira Solheim", ", foreign minister of Norvania · partly verbatim"))
	several := alertCard("rhv7p53ro5mjo", "Watch Herring talks: spoke · 3 statements · No. 48213, 48217, 48218",
		quote(text(noQuota), text("\n\n"), text("“Forty thousand tonnes is a number, not a plan.”")), solheim, gap,
		quote(text("the figure had been “agreed in this very room”")),
		byline("Ilya Vantreight", ", trade envoy of the Calder Republic · partly verbatim"))
	several.Roles = []string{"1312000000000000002"}
	several.Fields = []handlers.Field{{Name: "Last said on this", Body: []handlers.Block{
		plain(bold("Solheim"), text(" 2 Nov 2026 "+ceiling+" "), to("Fjord Wire", "https://fjordwire.example/world/herring-ceiling-solheim")),
		plain(bold("Vantreight"), text(" nothing earlier on record")),
	}}}
	hostile := alertCard("a5prsrmnlbies", "Watch Dunn: spoke · verbatim · No. 48240",
		quote(text("“Read *all* of it at https://x.example/_a_, then `don’t` ~~skip~~ <#1>, || not even this ||.”")),
		byline("Al_ex *Dunn*", ", chair [acting]"))
	hostile.Body = []handlers.Block{
		plain(to("**Free** @everyone: [prize](https://x.example) <@&1> <t:0:R> # now", "https://odd.example/a)b")),
		plain(text("Odd Weekly"), ours(", published "), ago(1795251600)),
		fixed("Said on Fri 20 Nov 2026, place not given"),
	}
	long := alertCard("pgvrakto64gl2", "Watch Solheim on quotas: spoke, said “survey” · verbatim, cut · No. 48230",
		quote(text("“Let me take the history first, because it is being rewritten. In the spring we agreed on a survey, in the summer we paid for it, and in the autumn we were told that the survey did not count. Three ships, forty-one days at sea, nine hundred samples, every one of them logged by both sides. I have the logs here, and I will leave them on this table for anyone who cares to read them. What I cannot do is go home […]”")),
		solheim, small("409 of 2,310 characters; Show context has the rest"))
	long.Body = []handlers.Block{
		plain(to("Full remarks of the foreign minister in Vell", "https://gov.norvania.example/remarks/2026-11-20")),
		plain(text("Foreign Ministry of Norvania"), ours(", published "), ago(1795246200)),
		fixed("Said in Vell on Fri 20 Nov 2026"),
	}
	inferred := alertCard("jyn2end53aduy", "Watch Solheim on quotas: spoke · verbatim, speaker inferred · No. 48216",
		quote(text("“There is nothing to announce before Monday.”")),
		plain(ital("Probably"), text(" "), bold("Mira Solheim"), text(", foreign minister of Norvania")),
		small("Speaker inferred from ‘the minister’, two sentences after her name"))
	inferred.Body = []handlers.Block{
		plain(to("Ministers keep quiet after Vell", "https://radionorvania.example/news/vell-quiet")),
		plain(text("Radio Norvania"), ours(", published "), ago(1795251720)),
		fixed("Said on Fri 20 Nov 2026, place not given"),
	}
	return map[string]handlers.Card{
		"alert-direct": direct, "alert-living": living, "alert-indirect": indirect, "alert-mixed": mixed, "alert-several": several,
		"alert-hostile": hostile, "alert-long": long, "alert-inferred": inferred, "alert-changed": changedCard(),
		"ask": askCard(), "ask-none": noneCard(), "keyword": keywordCard(), "problem": problemCard(),
		"help": helpCard(), "status": statusCard(), "why": whyCard(), "button-context": contextCard(), "digest": digestCard(), "digest-empty": emptyDigest(),
		"silence": silenceCard(false), "silence-over": silenceCard(true),
	}
}

func askCard() handlers.Card {
	return handlers.Card{
		Form: handlers.FormAnswer, Accent: handlers.Spoken,
		Lead: []handlers.Block{plain(bold("Mira Solheim"), text(" on "), bold("herring quota"), ours(", any time: 5 of 12 statements, best first"))},
		Body: []handlers.Block{
			numbered(1, quote(text("“We will not sign a "), bold("quota"), text(" that our fishermen cannot live with, and I have told my colleague so.”"))),
			numbered(1, plain(ours("Fri 20 Nov 2026, Vell · "), to("Harbor Courier", "https://harborcourier.example/2026/11/21/herring-talks-stall"), text(" and 7 more"))),
			gap,
			numbered(2, quote(text("“We can live with a "), bold("ceiling"), text(", not with a cliff.”"))),
			numbered(2, plain(ours("Mon 2 Nov 2026, Ostervik · "), to("Fjord Wire", "https://fjordwire.example/world/herring-ceiling-solheim"), text(" and 2 more"))),
			gap,
			numbered(3, quote(text("“A "), bold("quota"), text(" is a promise to the next generation.”"))),
			numbered(3, plain(ours("Mon 14 Sep 2026, Ostervik · "), to("Ostervik Post", "https://ostervikpost.example/a/99120"))),
			gap,
			numbered(4, quote(text("the "), bold("herring"), text(" would “not wait for our paperwork”"))),
			numbered(4, plain(ours("about 3 Sep 2026 · "), to("Harbor Courier", "https://harborcourier.example/2026/09/04/paperwork"), text(" · partly verbatim"))),
			gap,
			numbered(5, tilde(text("the "), bold("quota"), text(" should follow the survey, and not the season"))),
			numbered(5, plain(ours("Wed 12 Aug 2026, Vell · "), to("Vell Tribune", "https://velltribune.example/2026/225/survey"), text(" · reported"))),
		},
		Footer: "Searched 12,400 articles and 3,118 statements since 1 May 2026 · 43 feeds, 40 healthy",
		Buttons: []handlers.Button{
			{Label: "Share", Action: "share", ID: "q8m2x1"}, {Label: "Show context", Action: "context", ID: "q8m2x1"},
			{Label: "Show next 5", Action: "page", ID: "q8m2x1", Arg: "2"},
		},
	}
}

func noneCard() handlers.Card {
	return handlers.Card{
		Form: handlers.FormNone,
		Lead: []handlers.Block{plain(handlers.Run{Text: "Nothing on record:", Bold: true, Ours: true}, text(" Pell Andersen on "), bold("lighthouse"), text(", 1 May to 21 Nov 2026"))},
		Body: []handlers.Block{
			plain(handlers.Run{Text: "Nearest: Andersen on harbour fees", Bold: true, Ours: true}),
			quote(text("“The fee pays for the lights, and the lights pay for themselves.”")),
			plain(text("Wed 2 Sep 2026, Ostervik · "), to("North Quay Ledger", "https://northquayledger.example/port/fees")),
			gap,
			plain(handlers.Run{Text: "Nearest: someone else on the lighthouse", Bold: true, Ours: true}),
			quote(text("“That lamp has outlived nine governments.”")),
			plain(bold("Tomas Brandvold"), text(", harbour master · Tue 6 Oct 2026 · "), to("Ostervik Post", "https://ostervikpost.example/a/99140")),
		},
		Footer:  "Searched 12,400 articles and 3,118 statements since 1 May 2026 · 43 feeds, 40 healthy: not Fjord Wire, Vell Tribune, Calder Daily",
		Buttons: []handlers.Button{{Label: "Share", Action: "share", ID: "q9a0c4"}, {Label: "Watch for it", Action: "watchq", ID: "q9a0c4"}},
	}
}

func keywordCard() handlers.Card {
	return handlers.Card{
		Form: handlers.FormKeyword, Accent: handlers.Keyword,
		Lead: []handlers.Block{plain(bold("Harbour dredging to resume in April after a two-year pause")), plain(text("North Quay Ledger"))},
		Body: []handlers.Block{
			plain(to("Read the article", "https://northquayledger.example/port/dredging-april"), text(", published "), ago(1795250460)),
			gap,
			plain(text("The port of Ostervik will resume dredging of the north channel in April, the harbour board decided on Friday. The work was halted in 2024 when eel grass was found along the eastern quay. A new route spares the beds but adds eleven weeks.")),
			gap,
			plain(bold("Who said what")),
			quote(text("“We dredge around the grass, not through it.”")),
			byline("Tomas Brandvold", ", harbour master"),
			gap,
			tilde(text("the extra weeks would cost the ferry line its summer")),
			byline("Jun Castellan", ", opposition leader · reported"),
		},
		Footer: "Watch Harbour dredging: “dredging” near “harbour” in the title · 3 sentences from the article, unchanged · No. A9917",
		Buttons: []handlers.Button{
			{Label: "See more", Action: "more", ID: "uq5kfm6m5bkig"}, {Label: "Mute", Action: "mute", ID: "uq5kfm6m5bkig"}, {Label: "Review", Action: "review", ID: "uq5kfm6m5bkig"},
		},
	}
}

func problemCard() handlers.Card {
	return handlers.Card{Form: handlers.FormProblem, Accent: handlers.Trouble, Lead: []handlers.Block{
		plain(bold("The words end inside a parenthesis"), ours(", at column 16: "), code("said:(quota AND")),
		plain(text("Close it, for example "), code("said:(quota AND herring)"), text(". /help watch shows the language.")),
	}}
}

func helpCard() handlers.Card {
	sep := text(" · ")
	return handlers.Card{
		Form: handlers.FormHelp,
		Lead: []handlers.Block{plain(bold("onrecord"), text(" tells you who said what, in their words, with date and link."))},
		Fields: []handlers.Field{
			{Name: "Ask", Body: []handlers.Block{
				plain(cmd("ask"), text(" What did Solheim say about the herring quota since May?")),
				plain(cmd("search"), ours(" said:(quota NEAR/5 herring) source:harborcourier")),
				plain(cmd("speaker"), sep, cmd("timeline"), sep, cmd("compare")),
			}},
			{Name: "Be told", Body: []handlers.Block{
				plain(cmd("watch add"), text(" a person, words, or both, in a channel or to you")),
				plain(cmd("watch preview"), text(" what it would have sent in the last 30 days")),
				plain(cmd("digest"), text(" the same, gathered, when you want it")),
			}},
			{Name: "Check", Body: []handlers.Block{
				plain(cmd("why"), text(" a number or a link, step by step")),
				plain(cmd("verify"), text(" a quote against the stored page and today’s")),
				plain(cmd("status"), sep, cmd("feed list")),
			}},
			{Name: "How to read a card", Body: []handlers.Block{
				quote(text("“Words in a block with quotation marks” are verbatim.")),
				plain(ital("Words in italics"), text(" are reported by the outlet, not verbatim.")),
				plain(ital("Probably"), ours(" before a name: the outlet did not name the speaker there.")),
			}},
		},
		Footer: "/help COMMAND for one command · times are in your own time zone, dates in words are the speaker’s",
	}
}

func statusCard() handlers.Card {
	return handlers.Card{
		Form: handlers.FormStatus,
		Lead: []handlers.Block{plain(bold("Running for 6 days."), text(" 43 feeds, 40 healthy; 14 watches; nothing waits to be sent."))},
		Fields: []handlers.Field{
			{Name: "On record", Body: []handlers.Block{fixed("12,400 articles and 3,118 statements since 1 May 2026")}},
			{Name: "Today", Body: []handlers.Block{fixed("214 items read, 61 statements, 9 alerts, median 3 s from feed to message")}},
			{Name: "Watches, as the team reviewed them", Body: []handlers.Block{
				plain(text("Solheim on quotas 61 of 63 right")), plain(text("Harbour dredging 14 of 15 right")), plain(ours("Herring talks 9 of 12 right, noisy: 8 a day")),
			}},
		},
		Footer: "onrecord 0.1.0 · SQLite 212 MB · /feed list for the sources",
	}
}

func whyCard() handlers.Card {
	stage := func(name, what string) handlers.Block { return plain(bold(name), ours(" "+what)) }
	return handlers.Card{
		Form: handlers.FormDone,
		Lead: []handlers.Block{plain(bold("No. 48213"), text(" was sent to "), handlers.Run{Text: "#quotes", Place: "discord:1312000000000000001"}, text(" by watch "), bold("Solheim on quotas"))},
		Body: []handlers.Block{
			plain(to("Herring talks stall as ministers leave Vell early", "https://harborcourier.example/2026/11/21/herring-talks-stall")), gap,
			stage("Feed", "Harbor Courier, item seen 09:14:02 UTC, published 09:13:40"),
			stage("Page", "fetched 09:14:03, 200, 61 kB; 4,812 characters of text, not a stub"),
			stage("Read", "9 statements: 5 verbatim, 1 partly, 3 reported"),
			stage("Speaker", "Mira Solheim, named in the same sentence, 0.97"),
			stage("Words", "said: quota, in the statement at byte 1,204"),
			stage("Cluster", "first of 8 reports; Fjord Wire 08:52 joined later"),
			stage("Watch", "Solheim on quotas matched; Fisheries did not: no word of trawling"),
			stage("Limits", "not muted, no quiet hours, 3 of 20 this hour"),
			stage("Sent", "09:14:05, first try, edited 2 times since"),
		},
		Footer:  "3 seconds from feed to message · No. 48213",
		Buttons: []handlers.Button{{Label: "Verify quote", Action: "verify", ID: "48213"}, {Label: "Review", Action: "review", ID: "48213"}},
	}
}

func contextCard() handlers.Card {
	return handlers.Card{
		Form: handlers.FormContext, Accent: handlers.Spoken,
		Lead: []handlers.Block{byline("Mira Solheim", ", foreign minister of Norvania, in the article")},
		Body: []handlers.Block{
			plain(text("The two delegations had shared a single page of figures over lunch. Asked whether her cabinet would accept the 40,000-tonne ceiling, she shook her head.")), gap,
			plain(ours("On the steps of the customs house Solheim said: "), bold(noQuota)), gap,
			plain(text("The talks resume on Monday. Neither side named a venue.")), gap,
			plain(to("Harbor Courier", "https://harborcourier.example/2026/11/21/herring-talks-stall"), text(", Sat 21 Nov 2026")),
		},
		Footer: "Bytes 1,204 to 1,298 of the text stored 21 Nov 2026 09:14:03 UTC · verbatim · No. 48213",
		Buttons: []handlers.Button{
			{Label: "Verify quote", Action: "verify", ID: "48213"}, {Label: "Explain", Action: "why", ID: "48213"},
			{Label: "Export", Action: "export", ID: "48213"}, {Label: "Share", Action: "share", ID: "48213"},
		},
	}
}

func emptyDigest() handlers.Card {
	return handlers.Card{Lead: []handlers.Block{
		plain(bold("Morning digest, Sunday 22 November 2026")),
		fixed("Nothing new from 14 watched people. 41 of 43 sources healthy; not Vell Tribune, Calder Daily."),
	}}
}

// TestCardsAreDrawnAsDesigned compares each card with its payload, field by
// field. A key that is empty and one that is not there mean the same.
func TestCardsAreDrawnAsDesigned(t *testing.T) {
	cards := golden()
	files, err := filepath.Glob("testdata/payloads/*.json")
	if err != nil || len(files) != len(cards) {
		t.Fatalf("%d payloads for %d cards, %v", len(files), len(cards), err)
	}
	sc := scope{table: &table{ids: map[string]map[string]string{"": {}}}}
	for _, name := range []string{"ask", "search", "speaker", "timeline", "compare", "watch", "digest", "why", "verify", "status", "feed"} {
		sc.table.ids[""][name] = "1"
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := bodyOf(t, raw)
			m := drawCard(cards[name], sc)
			if flags, private := want["flags"].(float64); private {
				m.Flags = int(flags)
			}
			if nonce, posted := want["nonce"].(string); posted {
				m.Nonce, m.EnforceNonce = nonce, true
			}
			got, err := json.Marshal(m)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, bodyOf(t, got)); d != "" {
				t.Errorf("(-design +drawn):\n%s", d)
			}
		})
	}
}

// bodyOf reads a message without what is empty in it.
func bodyOf(t *testing.T, raw []byte) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"embeds", "components"} {
		list, _ := v[key].([]any)
		if len(list) == 0 {
			delete(v, key)
		}
		for _, one := range list {
			if e, ok := one.(map[string]any); ok {
				if fields, _ := e["fields"].([]any); len(fields) == 0 {
					delete(e, "fields")
				}
			}
		}
	}
	return v
}
