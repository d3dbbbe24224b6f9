package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/handlers"
)

func readme(t *testing.T) string {
	t.Helper()
	body, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// holds compares a part of the README, between two lines, with what the code
// says. With ONRECORD_UPDATE set it writes the part anew.
func holds(t *testing.T, from, to, want string) {
	t.Helper()
	before, rest, ok := strings.Cut(readme(t), from+"\n")
	got, after, ok2 := strings.Cut(rest, "\n"+to)
	if !ok || !ok2 {
		t.Fatalf("README.md has no text between %q and %q", from, to)
	}
	if os.Getenv("ONRECORD_UPDATE") != "" {
		whole := before + from + "\n" + want + "\n" + to + after
		if err := os.WriteFile("README.md", []byte(whole), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("README.md differs from the code after %q (-code +README):\n%s", from, diff)
	}
}

var loopback = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// second is when a page was read: a slow machine reads it later.
var second = regexp.MustCompile(`09:18:\d\d UTC`)

// The screen in the README is what the demo prints, on the day of its capture.
func TestReadmeScreen(t *testing.T) {
	begun, captured := time.Now(), time.Date(2026, time.November, 21, 9, 18, 0, 0, time.UTC)
	now := func() time.Time { return captured.Add(time.Since(begun)) }
	var out bytes.Buffer
	in := "ask what did Solheim say about the quota?\nask andersen on the lighthouse\n"
	if err := demo(t.Context(), strings.NewReader(in), &out, now); err != nil {
		t.Fatal(err)
	}
	got := loopback.ReplaceAllString(out.String(), "http://127.0.0.1:8080")
	// The README shows the answers and the last alert, not the backlog before them.
	_, got, _ = strings.Cut(got, "> ask")
	got = strings.TrimSpace("> ask" + got)
	holds(t, "<!-- screen: a test holds it to the demo -->\n```", "```", got)
}

// So are the screens of the other answers.
func TestReadmeScreens(t *testing.T) {
	begun, captured := time.Now(), time.Date(2026, time.November, 21, 9, 18, 0, 0, time.UTC)
	now := func() time.Time { return captured.Add(time.Since(begun)) }
	var out bytes.Buffer
	in := "timeline \"Mira Solheim\" herring\ncompare \"Mira Solheim\" with \"Ilya Vantreight\" topic quota\n" +
		"verify \"a ceiling, but not with a cliff\"\nspeaker show Solheim\n"
	if err := demo(t.Context(), strings.NewReader(in), &out, now); err != nil {
		t.Fatal(err)
	}
	got := second.ReplaceAllString(loopback.ReplaceAllString(out.String(), "http://127.0.0.1:8080"), "09:18:00 UTC")
	_, got, _ = strings.Cut(got, "> timeline")
	got, _, _ = strings.Cut(got, "\n── console · alert") // an alert comes when it comes
	holds(t, "<!-- screens: a test holds them to the demo -->\n```", "```", strings.TrimSpace("> timeline"+got))
}

// And so is one in another language.
func TestReadmeInGerman(t *testing.T) {
	t.Setenv("LC_ALL", "de_DE.UTF-8")
	begun, captured := time.Now(), time.Date(2026, time.November, 21, 9, 18, 0, 0, time.UTC)
	now := func() time.Time { return captured.Add(time.Since(begun)) }
	var out bytes.Buffer
	if err := demo(t.Context(), strings.NewReader("ask solheim on the quota in november\n"), &out, now); err != nil {
		t.Fatal(err)
	}
	got := loopback.ReplaceAllString(out.String(), "http://127.0.0.1:8080")
	_, got, _ = strings.Cut(got, "> ask")
	got, _, _ = strings.Cut(got, "\n── ") // an alert comes when it comes
	holds(t, "<!-- in German: a test holds it to the demo -->\n```", "```", strings.TrimSpace("> ask"+got))
}

// The README's tables are the commands that there are.
func TestReadmeTables(t *testing.T) {
	text := readme(t)
	for _, c := range commands().Commands() {
		line := fmt.Sprintf("| `onrecord %s` | %s |", strings.ReplaceAll(useOf(c.Use), "|", `\|`), lower(c.Short))
		if !strings.Contains(text, line) {
			t.Errorf("README.md lacks the line\n%s", line)
		}
	}
	var want strings.Builder
	want.WriteString("| in chat | what it does | options |\n|---|---|---|\n")
	for _, c := range (&handlers.Desk{}).Commands() {
		var options []string
		for _, o := range c.Options {
			name := "`" + o.Name + "`"
			if o.Required {
				name = "**" + name + "**"
			}
			options = append(options, name)
		}
		text := c.Text
		if c.Team {
			text += " (the team)"
		}
		if c.Moderator {
			text += " (Manage Server)"
		}
		fmt.Fprintf(&want, "| `/%s` | %s | %s |\n", c.Name, text, strings.Join(options, ", "))
	}
	holds(t, "<!-- chat commands: a test holds this table to the code -->", "<!-- end -->", strings.TrimSpace(want.String()))
}

func useOf(use string) string { return strings.Replace(use, "[flags] ", "", 1) }

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }
