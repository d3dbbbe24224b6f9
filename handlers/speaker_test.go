package handlers_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/store/storetest"
)

var noon = time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)

// said is one statement of a small archive.
type said struct{ who, role, words string }

// onRecord is a desk on a real archive, an article for each of the statements,
// a day after the one before.
func onRecord(t *testing.T, lines ...said) *handlers.Desk {
	t.Helper()
	st := storetest.Open(t, storetest.SQLite(t))
	for i, l := range lines {
		text := fmt.Sprintf("Herring talks stall\n\n“%s,” %s said.", l.words, l.who)
		from := strings.Index(text, l.words)
		_, version, err := st.Watches(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		url := fmt.Sprintf("https://courier.example/%d", i)
		content := []statements.Span{{Start: from, End: from + len(l.words)}}
		_, err = st.KeepArticle(t.Context(), statements.Arrival{At: noon, Watches: version, Outlet: statements.Outlet{Name: "Harbor Courier", URL: url},
			Article: statements.Article{URL: url, Outlet: "Harbor Courier", Title: "Herring talks stall", Lang: "en", Text: text,
				Published: statements.Moment{Time: noon.AddDate(0, 0, i)}, Fetched: noon},
			Statements: []statements.Statement{{Speaker: l.who, Role: l.role, Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9,
				Content: content, Verbatim: content, SaidOn: statements.DateOf(noon.AddDate(0, 0, i))}}})
		if err != nil {
			t.Fatal(err)
		}
	}
	d := handlers.On(st)
	d.Now = func() time.Time { return noon.AddDate(0, 0, 30) }
	return d
}

// type1 serves one command to somebody who may manage the server.
func type1(t *testing.T, d *handlers.Desk, command string, options ...string) string {
	t.Helper()
	return served(t, d, true, command, options...)
}

func served(t *testing.T, d *handlers.Desk, moderator bool, command string, options ...string) string {
	t.Helper()
	r := handlers.Request{Command: command, Options: map[string]string{}, Server: "discord:1", Place: "discord:10",
		User: handlers.User{ID: "u1", Name: "Ada", ManageServer: moderator}}
	for i := 0; i+1 < len(options); i += 2 {
		r.Options[options[i]] = options[i+1]
	}
	reply := d.Serve(t.Context(), r)
	if command != "ask" && !reply.Private {
		t.Errorf("%s is answered in public", command)
	}
	return words(reply)
}

func words(r handlers.Reply) string {
	var b strings.Builder
	blocks := func(bs []handlers.Block) {
		for _, blk := range bs {
			for _, run := range blk.Runs {
				b.WriteString(run.Text)
			}
			b.WriteByte('\n')
		}
	}
	for _, c := range r.Cards {
		blocks(c.Lead)
		blocks(c.Body)
		for _, f := range c.Fields {
			b.WriteString(f.Name + ": ")
			blocks(f.Body)
		}
		b.WriteString(c.Footer + "\n")
		for _, btn := range c.Buttons {
			b.WriteString("[" + btn.Typed + "] ")
		}
	}
	return b.String()
}

func wants(t *testing.T, what, got string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(got, p) {
			t.Errorf("%s lacks %q:\n%s", what, p, got)
		}
	}
}

func TestSpeakerShow(t *testing.T) {
	d := onRecord(t, said{"Mira Solheim", "foreign minister", "We will not sign a quota"}, said{"Mira Solheim", "Norvania's foreign minister", "No quota at all"},
		said{"Ola Solheim", "", "The boats stay in"})
	show := served(t, d, false, "speaker show", "speaker", "mira solheim") // everybody may
	wants(t, "the profile", show, "Mira Solheim, Norvania's foreign minister\nLast spoke on Sat 21 Nov 2026\n2 statements since 20 Nov 2026: 2 verbatim\n“No quota at all”\n",
		"Roles: Norvania's foreign minister, read 20 to 21 Nov 2026\n", "Topics: herring talks 2 · quota 2 · stall 2\n", "Outlets: Harbor Courier 2\n",
		"Speaker 1 · named in 2\n", `[watch add speaker "Mira Solheim"] [timeline 1] [more No.2]`)
	wants(t, "by number", type1(t, d, "speaker show", "speaker", "#1"), "Mira Solheim, Norvania's")
	wants(t, "two of a name", type1(t, d, "speaker show", "speaker", "Solheim"), "2 speakers go by ‘Solheim’.", "1 · Mira Solheim, Norvania's foreign minister · 2 statements", " · Ola Solheim · 1 statement", "[speaker show 1] [speaker show 3]")
	press := handlers.Press{Action: "speaker", ID: "3", Request: handlers.Request{Server: "discord:1", User: handlers.User{ID: "u1"}}}
	wants(t, "one of them", words(d.Press(t.Context(), press)), "Ola Solheim\nLast spoke")
	wants(t, "two of a name, to edit", type1(t, d, "speaker rename", "speaker", "Solheim", "as", "X"), "2 speakers go by ‘Solheim’: Mira Solheim (number 1, 2 statements) and Ola Solheim (number 3, 1 statement).")
	for typed, want := range map[string]string{"Mira Solhiem": "Near it: Mira Solheim", "Nobody": "Nobody called ‘Nobody’ is on record.", "4711": "Nobody called ‘4711’", "?!": "The option speaker is missing."} {
		wants(t, typed, type1(t, d, "speaker show", "speaker", typed), want)
	}
}

func TestSpeakerEdits(t *testing.T) {
	d := onRecord(t, said{"Mira Solheim", "foreign minister", "We will not sign a quota"}, said{"Iron Mira", "", "No quota at all"}, said{"Ola Brandvold", "", "The quota holds"})
	changed := 0
	d.Changed = func() { changed++ }
	for _, step := range []struct {
		command string
		options []string
		want    string
	}{
		{"speaker alias", []string{"speaker", "Mira Solheim"}, "An alias is either added or removed."},
		{"speaker alias", []string{"speaker", "Mira Solheim", "add", "x", "remove", "y"}, "An alias is either added or removed."},
		{"speaker alias", []string{"speaker", "Mira Solheim", "add", "Iron Mira"}, "speaker merge 2 into 1"},
		{"speaker alias", []string{"speaker", "Mira Solheim", "add", "Brandvold"}, "‘Brandvold’ is on record as a speaker: Ola Brandvold, number 3, with 1 statement.\nIf both are one person, say so: /speaker merge 3 into 1"},
		{"speaker alias", []string{"speaker", "Mira Solheim", "add", "The Iron Lady"}, "The Iron Lady means Mira Solheim from now on"},
		{"speaker alias", []string{"speaker", "Mira Solheim", "add", "The Iron Lady"}, "means Mira Solheim already"},
		{"speaker alias", []string{"speaker", "Mira Solheim", "remove", "The Tin Lady"}, "has no name ‘The Tin Lady’"},
		{"speaker alias", []string{"speaker", "Mira Solheim", "remove", "Mira Solheim"}, "Articles have the spelling"},
		{"speaker merge", []string{"speaker", "Iron Mira", "into", "Mira Solheim"}, "Iron Mira is one with Mira Solheim: 1 statement."},
		{"speaker merge", []string{"speaker", "Iron Mira", "into", "1"}, "Both are Mira Solheim already."},
		{"speaker show", []string{"speaker", "iron mira"}, "Also written: Iron Mira and The Iron Lady"},
		{"speaker rename", []string{"speaker", "1", "as", "Mira Solheim-Berg"}, "Mira Solheim is shown as Mira Solheim-Berg."},
		{"speaker rename", []string{"speaker", "1", "as", "Mira Solheim-Berg"}, "That is the name that is shown."},
		{"speaker rename", []string{"speaker", "1", "as", "Ola Brandvold"}, "‘Ola Brandvold’ is on record as a speaker: Ola Brandvold, number 3, with 1 statement."},
		{"speaker role", []string{"speaker", "1", "role", "prime minister", "since", "2026-12-01", "until", "2026-11-01"}, "lies before the first"},
		{"speaker role", []string{"speaker", "1", "role", "prime minister", "since", "the day of the walrus"}, "is no day"},
		{"speaker role", []string{"speaker", "1", "role", "prime minister", "since", "21 Nov 2026"}, "Mira Solheim-Berg is prime minister, since 21 Nov 2026."},
		{"speaker show", []string{"speaker", "1"}, "Roles: prime minister, since 21 Nov 2026, set by an editor\nforeign minister, read on 20 Nov 2026"},
		{"ask", []string{"question", "what did the prime minister say about the quota?"}, "No **quota** at all"},
		{"speaker role", []string{"speaker", "1", "role", "envoy", "remove", "yes"}, "Nobody has set the role ‘envoy’"},
		{"speaker role", []string{"speaker", "1", "role", "Prime Minister", "remove", "yes"}, "is no longer set to be prime minister."},
		{"speaker split", []string{"speaker", "1", "into", "Ola Brandvold"}, "A split takes either an alias or the numbers"},
		{"speaker split", []string{"speaker", "1", "into", "Ola Brandvold", "statements", "one"}, "is no list of at most 100 statement numbers"},
		{"speaker split", []string{"speaker", "1", "into", "Ola Brandvold", "statements", "3"}, "has not all of the statements 3."},
		{"speaker split", []string{"speaker", "1", "into", "Solheim", "statements", "2"}, "Both are Mira Solheim-Berg already."},
		{"speaker split", []string{"speaker", "1", "into", "#1", "statements", "2"}, "Both are Mira Solheim-Berg already."},
		{"speaker split", []string{"speaker", "1", "into", "Ola Brandvold", "statements", "No. 2"}, "Said by Ola Brandvold, not by Mira Solheim-Berg: 1 statement."},
		{"speaker undo", nil, "Undone:\nSaid by Ola Brandvold"},
		{"speaker split", []string{"speaker", "1", "into", "Brandvold", "statements", "No. 2"}, "Said by Ola Brandvold, not by Mira Solheim-Berg: 1 statement."},
		{"context", []string{"number", "No.2"}, "Ola Brandvold, in the article\nRead as ‘Iron Mira’; somebody here said who that is"},
		{"speaker undo", []string{"edit", "1"}, "changed the same speaker later."},
		{"speaker undo", []string{"edit", "walrus"}, "is no number of an edit."},
		{"speaker undo", []string{"edit", "99"}, "There is no such edit to undo."},
		{"speaker undo", nil, "Undone:\nSaid by Ola Brandvold"},
		{"context", []string{"number", "No.2"}, "Mira Solheim-Berg, in the article"},
		{"speaker edits", nil, "1 · The Iron Lady means Mira Solheim from now on, in articles, watches and questions.\nby Ada, 20 Dec 2026 12:00 UTC"},
		{"speaker edits", []string{"speaker", "Ola Brandvold"}, "Edits of Ola Brandvold, newest first\n"},
	} {
		got := type1(t, d, step.command, step.options...)
		wants(t, fmt.Sprint(step.command, step.options), strings.ReplaceAll(got, "No quota at", "No **quota** at"), step.want)
	}
	if changed != 9 {
		t.Errorf("%d edits and undos were told to whom it concerns, want 9", changed)
	}
}

// Who bore a role on the day that is asked about is known from other articles,
// or because somebody said so.
func TestAskByDatedRole(t *testing.T) {
	d := onRecord(t, said{"Mira Solheim", "", "We will not sign a quota"}, said{"Ola Brandvold", "", "The quota is signed"})
	ask := func() string {
		return type1(t, d, "ask", "question", "what did the fisheries commissioner say about the quota?")
	}
	wants(t, "before", ask(), "Nothing on record")
	type1(t, d, "speaker role", "speaker", "Mira Solheim", "role", "fisheries commissioner of Norvania", "until", "2026-11-20")
	type1(t, d, "speaker role", "speaker", "Ola Brandvold", "role", "fisheries commissioner of Norvania", "since", "2026-12-01")
	got := ask()
	wants(t, "after", got, "We will not sign a quota", "Mira Solheim, fisheries commissioner of Norvania")
	if strings.Contains(got, "is signed") {
		t.Errorf("somebody who bore the role later is quoted for it:\n%s", got)
	}
}

// A role that editors dated is answered for with what was said in its time.
func TestAskByARoleInItsTime(t *testing.T) {
	d := onRecord(t, said{"Mira Solheim", "", "The quota is too low"}, said{"Ola Brandvold", "", "The quota of the fisheries is signed"}, said{"Mira Solheim", "", "The quota is a commissioner's affair"})
	type1(t, d, "speaker role", "speaker", "Mira Solheim", "role", "fisheries commissioner of Norvania", "until", "2026-11-20")
	got := type1(t, d, "ask", "question", "what did the fisheries commissioner say about the quota?")
	wants(t, "in its time", got, "The quota is too low", "1 statement\n")
	got = type1(t, d, "ask", "question", "what did the fisheries commissioner say about the quota since 21 November 2026?")
	wants(t, "after it", got, "Nothing on record")
}

// What is right for one is not for all: who may not manage the server edits
// nothing, from a button neither.
func TestSpeakerRights(t *testing.T) {
	d := onRecord(t, said{"Mira Solheim", "", "We will not sign a quota"})
	for _, c := range []string{"speaker alias", "speaker merge", "speaker split", "speaker role", "speaker rename", "speaker edits", "speaker undo"} {
		wants(t, c, served(t, d, false, c, "speaker", "Mira Solheim"), "Only those who may manage this server can use "+c+".")
	}
	press := handlers.Press{Action: "watchspk", ID: "1", Request: handlers.Request{Server: "discord:1", Place: "discord:10", User: handlers.User{ID: "u1", Name: "Ada"}}}
	wants(t, "the button, for one who may not", words(d.Press(t.Context(), press)), "Following Mira Solheim. You are told by direct message")
	press.User.ManageServer = true
	wants(t, "the button", words(d.Press(t.Context(), press)), "Watching Mira Solheim")
}

// A spelling of one word may become a speaker of its own.
func TestASpellingIsSplitFromItsSpeaker(t *testing.T) {
	d := onRecord(t, said{"Mira Solheim", "", "We will not sign a quota"}, said{"Brandvold", "", "No quota at all"})
	type1(t, d, "speaker merge", "speaker", "Brandvold", "into", "Mira Solheim")
	wants(t, "split", type1(t, d, "speaker split", "speaker", "1", "into", "Brandvold", "alias", "Brandvold"), "Brandvold is not Mira Solheim: 1 statement.")
}

func TestNamesakesAreCompletedByNumber(t *testing.T) {
	d := onRecord(t, said{"Mira Solheim", "", "We will not sign a quota"}, said{"Mira Solheim", "", "No quota at all"})
	wants(t, "split", type1(t, d, "speaker split", "speaker", "1", "into", "Mira Solheim", "statements", "2"), "Said by Mira Solheim, not by Mira Solheim: 1 statement.")
	var values []string
	for _, c := range d.Complete(t.Context(), handlers.Request{Command: "speaker show"}, "speaker", "mira") {
		values = append(values, c.Value)
	}
	if got := strings.Join(values, " "); got != "1 4" {
		t.Errorf("got %s", got)
	}
}
