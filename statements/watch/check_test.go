package watch_test

import (
	"errors"
	"strings"
	"testing"

	"onrecord/statements"
	"onrecord/statements/watch"
)

func TestCheckAccepts(t *testing.T) {
	for _, words := range []string{
		"", "  ", "quota", "quota herring", "quota, herring", "quota, herring,", "quota,, herring", ", quota",
		"quota AND herring", "quota and herring OR ceiling", "NOT trawling quota", "quota -trawling", "not trawling quota",
		`"not" quota`, "quota NEAR/5 herring", "quota near/0 herring", "quota NEAR herring", "near miss",
		"(quota OR ceiling) NEAR/3 \"North Sea\"", "a1 NEAR/5 b NEAR/2 c", "quot*", "de-escalation", "“north sea”", "«нефть»",
		"title:quota", "TITLE:(quota OR ceiling) source:harborcourier", "said:\"dead on arrival\"", "title: quota",
		"停火", "停火、谈判", "--quota", "not -quota", "(((((quota)))))", "quota|ceiling", "source:bbc", "quota; ceiling",
	} {
		if err := watch.Check(words); err != nil {
			t.Errorf("Check(%q): %v", words, err)
		}
		if c := watch.Column(words); c != 0 {
			t.Errorf("Column(%q) = %d", words, c)
		}
	}
}

func TestCheckPointsAtTheColumn(t *testing.T) {
	deep := strings.Repeat("(", 17) + "a" + strings.Repeat(")", 17)
	for _, c := range []struct {
		words  string
		column int
		says   string
	}{
		{"said:(quota AND", 16, "parenthesis"},
		{"said:(quota", 12, "inside a parenthesis"},
		{"quota AND", 10, "another word should follow"},
		{"quota OR OR herring", 10, "no word before it"},
		{"quota)", 6, "closes nothing"},
		{"()", 2, "before there is a word"},
		{`quota "north sea`, 7, "never closed"},
		{`"nor* sea"`, 5, "inside quotation marks"},
		{"quo*ta", 4, "end of a word"},
		{"*", 1, "no letter"},
		{"q*", 1, "too short"},
		{"de-esc*", 1, "more than one word"},
		{"quota - herring", 7, "stands before nothing"},
		{"quota &", 7, "no letter"},
		{"text:quota", 1, "no field"},
		{"title:source:quota", 7, "inside another field"},
		{"quota NEAR/5", 13, "another word should follow"},
		{"NEAR/5 quota", 1, "no word before it"},
		{"quota NEAR/900 herring", 7, "from 0 to 100"},
		{"quota NEAR/5 (a AND b)", 7, "only join"},
		{"-quota", 1, "saying nothing"},
		{"quota OR NOT herring", 1, "saying nothing"},
		{"äöü quo*ta", 8, "end of a word"},
		{deep, 17, "nested"},
		{strings.Repeat("a ", 65), 129, "65th"},
		{strings.Repeat("a", 1001), 1001, "too long"},
		{strings.Repeat("NOT ", 30) + "a", 65, "nested"},
	} {
		err := watch.Check(c.words)
		var p *statements.Problem
		if !errors.As(err, &p) {
			t.Errorf("Check(%q) = %v, want a problem", c.words, err)
			continue
		}
		if got := watch.Column(c.words); got != c.column {
			t.Errorf("Column(%q) = %d (%v), want %d", c.words, got, err, c.column)
		}
		if !strings.Contains(p.Text.String(), c.says) {
			t.Errorf("Check(%q) = %q, want it to say %q", c.words, p.Text.String(), c.says)
		}
		for _, s := range []string{p.Text.String(), p.Hint.String()} {
			if !strings.HasSuffix(s, ".") {
				t.Errorf("Check(%q): %q is no sentence", c.words, s)
			}
		}
		if !strings.Contains(p.Text.String(), "column") {
			t.Errorf("Check(%q): %q names no column", c.words, p.Text.String())
		}
	}
}

func TestASpeakerMayComeWithWordsThatMustNotOccur(t *testing.T) {
	w := statements.Watch{Speaker: "Mira Solheim", Keywords: "-quota"}
	if err := watch.CheckWatch(w); err != nil {
		t.Errorf("CheckWatch: %v", err)
	}
	for _, speaker := range []string{"", " "} {
		if err := watch.CheckWatch(statements.Watch{Speaker: speaker, Keywords: "-quota"}); err == nil {
			t.Errorf("CheckWatch takes a watch on %q that everything matches", speaker)
		}
	}
}
