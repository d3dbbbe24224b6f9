package handlers

import (
	"context"
	"slices"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// help is the command: everything, one command, or a group of them.
func (d *Desk) help(_ context.Context, r Request) (Reply, error) {
	in := r.in()
	typed := strings.TrimPrefix(strings.ToLower(oneLine(r.Options["command"])), "/")
	if typed == "" {
		return private(HelpCard(in)), nil
	}
	var about []Command
	for _, c := range table() {
		if c.Name == typed || strings.HasPrefix(c.Name, typed+" ") {
			about = append(about, c)
		}
	}
	if len(about) == 0 {
		return Reply{}, &statements.Problem{Text: statements.Say("There is no command ‘%s’.", short(typed, mostName)), Hint: statements.Say("`help` lists all of them.")}
	}
	return private(CommandCard(in, typed, about)), nil
}

// HelpCard says what the product is, what one can do, and how to read a card.
func HelpCard(in locales.Tongue) Card {
	c := Card{Form: FormHelp, Lead: []Block{{Runs: runsIn{in}.Say("%s tells you who said what, in their words, with date and link.", Run{Text: "onrecord", Bold: true})}}}
	row := func(command, what string) Block {
		return Block{Runs: []Run{{Text: command, Cmd: command}, {Text: " " + what}}}
	}
	c.Fields = []Field{
		{Name: in.Say("Ask"), Body: []Block{
			row("ask", "what did Mira Solheim say about the quota?"),
			row("search", in.Say("statements with these words, newest first")),
			row("find", in.Say("who says what in an article that you give")),
			row("context", in.Say("the paragraphs around a statement, by its number")),
			row("more", in.Say("what else that speaker said")),
			row("speaker show", in.Say("who somebody is: roles, names, last words")),
			row("timeline", in.Say("when somebody spoke of something")),
			row("compare", in.Say("two people, or one in two periods")),
			row("timezone", in.Say("your own, for days such as yesterday")),
		}},
		{Name: in.Say("Be told"), Body: []Block{
			row("watch add", in.Say("a person, words, or both")),
			row("watch preview", in.Say("what it would have told in the last 30 days")),
			{Runs: []Run{{Text: "watch list", Cmd: "watch list"}, {Text: " · "}, {Text: "watch edit", Cmd: "watch edit"}, {Text: " · "}, {Text: "watch remove", Cmd: "watch remove"}}},
			row("follow", in.Say("the same for yourself, by direct message")),
			row("digest set", in.Say("the same, gathered, at set hours")),
			{Runs: []Run{{Text: "digest now", Cmd: "digest now"}, {Text: " · "}, {Text: "digest list", Cmd: "digest list"}, {Text: " · "},
				{Text: "digest all", Cmd: "digest all"}, {Text: " · "}, {Text: "digest off", Cmd: "digest off"}}},
			row("mute", in.Say("hold a watch back for a while; nothing is lost")),
			{Runs: []Run{{Text: "unmute", Cmd: "unmute"}, {Text: " · "}, {Text: "following", Cmd: "following"}, {Text: " · "}, {Text: "unfollow", Cmd: "unfollow"}}},
		}},
		{Name: in.Say("Check"), Body: []Block{
			row("verify", in.Say("a quote against the stored text and today's page")),
			row("export", in.Say("statements as a file with the evidence")),
			row("why", in.Say("what became of an article, or how a feed is")),
			row("status", in.Say("what is on record and what is watched here")),
			{Runs: []Run{{Text: "feed add", Cmd: "feed add"}, {Text: " · "}, {Text: "feed list", Cmd: "feed list"}, {Text: " · "}, {Text: "feed check", Cmd: "feed check"}, {Text: " · "}, {Text: "feed remove", Cmd: "feed remove"}}},
			{Runs: []Run{{Text: "feed export", Cmd: "feed export"}, {Text: " · "}, {Text: "feed import", Cmd: "feed import"}}},
		}},
		{Name: in.Say("Correct"), Body: []Block{
			row("review", in.Say("say that a statement is right, or who it was")),
			{Runs: []Run{{Text: "speaker alias", Cmd: "speaker alias"}, {Text: " · "}, {Text: "speaker merge", Cmd: "speaker merge"}, {Text: " · "},
				{Text: "speaker split", Cmd: "speaker split"}, {Text: " · "}, {Text: "speaker role", Cmd: "speaker role"}, {Text: " · "},
				{Text: "speaker rename", Cmd: "speaker rename"}, {Text: " · "}, {Text: "speaker edits", Cmd: "speaker edits"}, {Text: " · "},
				{Text: "speaker undo", Cmd: "speaker undo"}}},
		}},
		{Name: in.Say("Also"), Body: []Block{{Runs: []Run{
			{Text: in.Say("next, previous and share belong to the answer above; Tab completes, quit ends"), Typed: true},
			{Text: in.Say("A mention of me with a question, or a direct message, is answered as /ask is; a message's menu has Apps, Find statements"), Click: true},
		}}}},
		{Name: in.Say("How to read a card"), Body: []Block{
			{Look: Quote, Runs: []Run{{Text: in.Say("“Words with a bar and quotation marks” are verbatim.")}}},
			{Look: Tilde, Runs: []Run{{Text: in.Say("Words with a tilde are reported by the outlet, not verbatim."), Typed: true}}},
			{Runs: clicked(runsIn{in}.Say("%s are reported by the outlet, not verbatim.", Run{Text: in.Say("Words in italics"), Italic: true}))},
			{Runs: runsIn{in}.Say("%s before a name: the outlet did not name the speaker there.", Run{Text: in.Say("Probably"), Italic: true})},
		}},
	}
	c.Footer = in.Say("/help COMMAND for one command")
	return c
}

// CommandCard says what one command takes, with examples: or what each of a
// group does.
func CommandCard(in locales.Tongue, typed string, about []Command) Card {
	c := Card{Form: FormHelp, Lead: []Block{{Runs: []Run{{Text: typed, Bold: true}, {Text: in.Say(": ") + inASentence(in, about[0].Text) + ".", Ours: true}}}}}
	if len(about) > 1 {
		c.Lead = []Block{{Runs: runsIn{in}.Say("%s has %s.", Run{Text: typed, Bold: true}, in.List(namesOf(about), len(about)))}}
		commands := Field{Name: in.Say("Commands")}
		for _, a := range about {
			commands.Body = append(commands.Body, Block{Runs: []Run{{Text: a.Name, Cmd: a.Name}, {Text: " " + inASentence(in, a.Text), Ours: true}}})
		}
		c.Fields = append(c.Fields, commands)
	} else if len(about[0].Options) > 0 {
		c.Fields = append(c.Fields, Field{Name: in.Say("Options"), Body: optionLines(in, about[0])})
	}
	var examples []Block
	for _, a := range about {
		for _, e := range a.Examples {
			examples = append(examples, Block{Runs: []Run{{Text: e, Code: true}}})
		}
	}
	c.Fields = append(c.Fields, Field{Name: in.Say("Examples"), Body: examples})
	if strings.HasPrefix(typed, "watch") || typed == "search" {
		c.Fields = append(c.Fields, Field{Name: in.Say("Keywords"), Body: watchLanguage(in)})
	}
	if typed == "ask" {
		c.Fields = append(c.Fields, Field{Name: in.Say("Typing it"), Body: []Block{{Runs: []Run{
			{Text: in.Say("Everything after ask is the question; options stand after it, as in --since 2026-05-01, --until yesterday, --speaker NAME, --private."), Typed: true},
		}}}})
	}
	if all := !slices.ContainsFunc(about, func(c Command) bool { return !c.Moderator }); all {
		c.Footer = in.Say("For those who may manage this server")
	}
	return c
}

func namesOf(cs []Command) []string {
	var out []string
	for _, c := range cs {
		out = append(out, c.Name)
	}
	return out
}

// inASentence is a table's text as the rest of a sentence. Only English begins it
// with a small letter: others have nouns there.
func inASentence(in locales.Tongue, text string) string {
	if in == locales.English {
		return strings.ToLower(text[:1]) + text[1:]
	}
	return in.Say(text)
}

func optionLines(in locales.Tongue, c Command) []Block {
	var out []Block
	for _, o := range c.Options {
		what := in.Say(o.Text)
		if o.Kind == YesNo {
			what = in.Say("%s (yes or no)", what)
		}
		if o.Required {
			what = in.Say("%s; required", what)
		}
		out = append(out, Block{Runs: append(optionName(in, c.Name, o.Name), Run{Text: " " + what, Ours: true})})
	}
	return out
}

// optionName is what an option is called: where it is typed in English, and
// where it is chosen as the reader's client shows it.
func optionName(in locales.Tongue, command, option string) []Run {
	shown := in.Name(command, option)
	if shown == "" || shown == option {
		return []Run{{Text: option, Bold: true}}
	}
	return []Run{{Text: option, Bold: true, Typed: true}, {Text: shown, Bold: true, Click: true}}
}

// watchLanguage is the watch language in a few lines.
func watchLanguage(in locales.Tongue) []Block {
	var out []Block
	for _, l := range [][2]string{
		{"quota ceiling", in.Say("both words, in any of their forms")},
		{"quota OR ceiling", in.Say("either")},
		{`"catch limit"`, in.Say("these words side by side")},
		{"quota NEAR/5 herring", in.Say("at most five words apart")},
		{"quot*", in.Say("every word that begins so")},
		{"-football", in.Say("must not occur")},
		{"said:(quota OR ceiling)", in.Say("in what was said; title: and source: likewise")},
	} {
		out = append(out, Block{Runs: []Run{{Text: l[0], Code: true}, {Text: " " + l[1], Ours: true}}})
	}
	return out
}
