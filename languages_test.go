package main

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/feeds/sample"
	"onrecord/handlers/locales"
)

// Who reads another language asks, presses a button, makes a mistake and looks
// for help: the words are theirs, and the quotes are those of the articles. What
// nobody asked for is in the language that the operator chose.
func TestReadersOfOtherLanguages(t *testing.T) {
	d := newDay(t)
	news := sample.New(d.now)
	base, stop, err := serve(news)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	d.reads("http://"+base, news.Feeds())
	d.config.Bot.Locale = "de"
	d.watch("solheim", WatchConfig{Speaker: "Mira Solheim"})
	d.discord.SetGuildLocale(discordtest.Guild, "ru")
	d.opens()
	d.turn()
	news.Reveal(news.Articles())
	d.turn()

	alert := d.last("solheim", "Mira Solheim")
	if got := labels(alert); !strings.Contains(got, "Kontext zeigen") {
		t.Errorf("what is told without being asked has the buttons %s", got)
	}
	english := d.asks("")
	for _, c := range []struct{ locale, context, which, reading, day string }{
		{"de", "Kontext zeigen", "Welche?", "Wie eine Karte zu lesen ist", "‘flurb’ nach since ist nicht als Tag zu verstehen."},
		{"ru", "Показать контекст", "Какое?", "Как читать карточку", "‘flurb’ после since нельзя понять как день."},
		{locales.Marked, "⟦Show context⟧", "⟦Which one?⟧", "⟦How to read a card⟧", "⟦‘⟧flurb⟦’ is no day that can be understood after ⟧since⟦.⟧"},
	} {
		t.Run(c.locale, func(t *testing.T) {
			d.t = t
			answer := d.asks(c.locale)
			if got, want := quotes(answer), quotes(english); got != want || want == "" {
				t.Errorf("the quotes are\n%s\nwant\n%s", got, want)
			}
			if got := labels(answer); !strings.Contains(got, c.context) {
				t.Errorf("the buttons are %s", got)
			}
			if got := d.presses(discordtest.Member, answer, c.context).Text(); !strings.Contains(got, c.which) {
				t.Errorf("the button gives: %s", got)
			}
			if got := d.uses("ask", "question", "the quota", "since", "flurb").Text(); !strings.Contains(got, c.day) {
				t.Errorf("a mistake gets: %s", got)
			}
			if got := d.uses("help").Text(); !strings.Contains(got, c.reading) || strings.Contains(got, "\nHow to read") {
				t.Errorf("help says: %s", got)
			}
		})
	}
	d.t = t
	d.mentioned("Как читать карточку")
}

// asks has a member whose client speaks a language ask, "" is English.
func (d *day) asks(locale string) discordtest.Message {
	d.t.Helper()
	d.discord.SetLocale(discordtest.Member, locale)
	return d.uses("ask", "question", "what did Mira Solheim say about the quota?")
}

func (d *day) uses(command string, pairs ...string) discordtest.Message {
	d.t.Helper()
	options := map[string]any{}
	for i := 0; i < len(pairs); i += 2 {
		options[pairs[i]] = pairs[i+1]
	}
	r, err := d.discord.Slash(discordtest.Guild, d.ids["solheim"], discordtest.Member, command, options)
	if err != nil {
		d.t.Fatal(err)
	}
	return r.Message
}

// mentioned asks for help by a mention, of which only the language of the server
// is known.
func (d *day) mentioned(want string) {
	d.t.Helper()
	asked := d.discord.Say(d.ids["solheim"], discordtest.Member, "<@"+discordtest.App+">")
	var got string
	d.discord.Wait(10*time.Second, func() bool {
		for _, m := range d.discord.Messages(d.ids["solheim"]) {
			if m.Answers == asked {
				got = m.Text()
			}
		}
		return got != ""
	})
	if !strings.Contains(got, want) {
		d.t.Errorf("a mention is answered: %s", got)
	}
}

func labels(m discordtest.Message) string {
	var out []string
	for _, b := range m.Buttons {
		out = append(out, b.Label)
	}
	return strings.Join(out, ", ")
}

// verbatim is what stands between quotation marks on a line with a bar.
var verbatim = regexp.MustCompile(`(?m)^> .*$`)

func quotes(m discordtest.Message) string {
	return strings.Join(verbatim.FindAllString(m.Text(), -1), "\n")
}
