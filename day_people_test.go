package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/bot/discord/discordtest"
)

// users are the names of those who use the bot, by their ids in Discord.
var users = map[string]string{discordtest.Moderator: "edith", discordtest.Member: "jonas"}

// line is something that can be seen in a channel: a message, or what somebody
// did and what he alone was answered.
type line struct {
	seq     int
	at      time.Time
	channel string
	text    string
	message string // its id, if everybody sees it: what it shows by now counts
}

// saw is called when a message appears.
func (d *day) saw(m discordtest.Message) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lines = append(d.lines, line{seq: len(d.lines), at: d.at, channel: m.Channel, message: m.ID})
	d.first[m.ID] = m.Text()
}

func (d *day) did(channel, text string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lines = append(d.lines, line{seq: len(d.lines), at: d.at, channel: channel, text: text})
}

// types has somebody send a command in a channel.
func (d *day) types(user, channel, command string, options ...string) discordtest.Message {
	d.t.Helper()
	given, typed := map[string]any{}, "/"+command
	for i := 0; i < len(options); i += 2 {
		given[options[i]] = options[i+1]
		typed += " " + options[i] + ":" + options[i+1]
	}
	d.did(d.ids[channel], fmt.Sprintf("%s: %s", users[user], typed))
	r, err := d.discord.Slash(discordtest.Guild, d.ids[channel], user, command, given)
	return d.answered(user, d.ids[channel], r, err)
}

// presses has somebody press a button under a message.
func (d *day) presses(user string, m discordtest.Message, label string) discordtest.Message {
	d.t.Helper()
	for _, b := range m.Buttons {
		if b.Label == label {
			d.did(m.Channel, fmt.Sprintf("%s presses [%s]", users[user], label))
			r, err := d.discord.Press(discordtest.Guild, m.Channel, user, m.ID, b.CustomID)
			return d.answered(user, m.Channel, r, err)
		}
	}
	d.t.Fatalf("no button %q under\n%s", label, m.Text())
	return m
}

// picks has somebody choose from the list of a message.
func (d *day) picks(user string, m discordtest.Message, choice string) discordtest.Message {
	d.t.Helper()
	for _, l := range m.Lists {
		for _, c := range l.Choices {
			if strings.HasPrefix(c.Name, choice) {
				d.did(m.Channel, fmt.Sprintf("%s picks ‘%s’", users[user], c.Name))
				r, err := d.discord.Pick(discordtest.Guild, m.Channel, user, m.ID, l.CustomID, c.Value)
				return d.answered(user, m.Channel, r, err)
			}
		}
	}
	d.t.Fatalf("no choice %q under\n%s", choice, d.shown(m))
	return m
}

// answered writes down what somebody was answered.
func (d *day) answered(user, channel string, r discordtest.Reply, err error) discordtest.Message {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	if r.Ephemeral {
		d.did(channel, "onrecord, to "+users[user]+" alone\n"+d.shown(r.Message))
	} else {
		d.saw(r.Message)
	}
	r.Message.Channel = channel
	return r.Message
}

// last is the last message of a channel that has some words.
func (d *day) last(channel, words string) discordtest.Message {
	d.t.Helper()
	for _, m := range slices.Backward(d.discord.Messages(d.ids[channel])) {
		if strings.Contains(m.Text(), words) {
			return m
		}
	}
	d.t.Fatalf("#%s has no message with %q", channel, words)
	return discordtest.Message{}
}

// transcript is what each channel shows in the evening, and what was done there,
// as people see it.
func (d *day) transcript() string {
	d.mu.Lock()
	lines := slices.Clone(d.lines)
	d.mu.Unlock()
	var b strings.Builder
	for _, c := range d.channels {
		fmt.Fprintf(&b, "═══ %s\n", c)
		id := d.ids[strings.TrimPrefix(strings.Fields(c)[0], "#")]
		for _, l := range lines {
			if l.channel != id {
				continue
			}
			text, head := l.text, ""
			if l.message != "" {
				m, there := d.discord.Message(l.message)
				if !there {
					continue
				}
				head = "onrecord"
				if m.Text() != d.first[m.ID] {
					head += " (edited)"
				}
				if was, _, _ := strings.Cut(d.first[m.ID], "\n"); !strings.HasPrefix(m.Text(), was) {
					head = "onrecord (edited; at first: " + d.plain(was) + ")"
				}
				text = head + "\n" + d.shown(m)
			}
			first, rest, _ := strings.Cut(text, "\n")
			fmt.Fprintf(&b, "\n%s  %s\n", l.at.Format("15:04"), first)
			if rest == "" {
				continue
			}
			for r := range strings.SplitSeq(strings.TrimSpace(rest), "\n") {
				fmt.Fprintf(&b, "  %s\n", r)
			}
		}
		b.WriteString("\n")
	}
	return gaps.ReplaceAllString(ends.ReplaceAllString(b.String(), ""), "\n\n")
}

var (
	ends = regexp.MustCompile(`(?m) +$`)
	gaps = regexp.MustCompile(`\n{3,}`)
)

var (
	momentTag = regexp.MustCompile(`<t:(\d+):(\w)>`)
	anchor    = regexp.MustCompile(`\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)`)
	mention   = regexp.MustCompile(`<#(\d+)>`)
	command   = regexp.MustCompile(`<(/[a-z ]+):\d+>`)
	escaped   = regexp.MustCompile(`\\(.)`)
	strong    = regexp.MustCompile(`\*{1,2}([^*\n]+)\*{1,2}`)
)

// shown is a message as Discord shows it: its text, files, lists and buttons.
func (d *day) shown(m discordtest.Message) string {
	out := []string{strings.TrimSpace(d.plain(m.Text()))}
	for _, f := range m.Files {
		out = append(out, "(file "+f.Name+")")
	}
	for _, l := range m.Lists {
		var choices []string
		for _, c := range l.Choices {
			choices = append(choices, c.Name)
		}
		out = append(out, "[▾ "+l.Label+": "+strings.Join(choices, " | ")+"]")
	}
	var buttons []string
	for _, b := range m.Buttons {
		buttons = append(buttons, "["+b.Label+"]")
	}
	return strings.Join(append(out, strings.Join(buttons, " ")), "\n")
}

// plain shows Markdown as Discord does, with the times of the day.
func (d *day) plain(s string) string {
	s = strings.ReplaceAll(s, d.base, "")
	s = momentTag.ReplaceAllStringFunc(s, func(m string) string {
		parts := momentTag.FindStringSubmatch(m)
		unix, _ := strconv.ParseInt(parts[1], 10, 64)
		return time.Unix(unix, 0).UTC().Format("15:04")
	})
	s = mention.ReplaceAllStringFunc(s, func(m string) string {
		for name, id := range d.ids {
			if "<#"+id+">" == m {
				return "#" + name
			}
		}
		return m
	})
	s = command.ReplaceAllString(s, "$1")
	s = anchor.ReplaceAllString(s, "$1 ‹$2›")
	s = strings.ReplaceAll(s, "-# ", "")
	s = strings.ReplaceAll(s, "~~", "~")
	s = strong.ReplaceAllString(s, "$1")
	return escaped.ReplaceAllString(s, "$1")
}
