package locales_test

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/leonelquinteros/gotext"

	"onrecord/handlers/locales"
)

// Every sentence has its translation in every language, with the same places
// for what it names, and nothing is translated that nobody says.
// ONRECORD_UPDATE=1 writes the files anew, with what is missing empty.
func TestEverythingIsTranslated(t *testing.T) {
	all := sentences(t)
	if len(all) < 500 {
		t.Fatalf("only %d sentences were found", len(all))
	}
	for _, lang := range locales.Languages() {
		name := lang + ".po"
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if os.Getenv("ONRECORD_UPDATE") != "" {
			head, _, _ := strings.Cut(string(body), "\n\n")
			body = []byte(head + "\n" + written(all, translations(body)))
			if err := os.WriteFile(name, body, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		there := translations(body)
		for _, s := range all {
			forms, ok := there[s.key()]
			delete(there, s.key())
			for _, wrong := range faults(s, forms) {
				t.Errorf("%s: %s: %q: %s", name, s.where, s.id, wrong)
			}
			if !ok && !s.spare {
				t.Errorf("%s: %s: %q is missing", name, s.where, s.id)
			}
		}
		for key := range there {
			t.Errorf("%s: nobody says %q", name, key)
		}
	}
}

// faults are what is wrong with a translation.
func faults(s sentence, forms []string) (out []string) {
	for i, f := range forms {
		english := s.id
		if s.plural != "" && (i > 0 || !strings.Contains(s.id, "%")) {
			english = s.plural
		}
		switch {
		case f == "":
			out = append(out, "is not translated")
			continue
		case s.context != "":
			continue
		}
		if got, want := places(f), places(english); !slices.Equal(got, want) && !(s.plural != "" && i == 0) {
			out = append(out, fmt.Sprintf("%q names %v, want %v", f, got, want))
		}
		if got, want := margins(f), margins(english); got != want {
			out = append(out, fmt.Sprintf("%q begins or ends with another space", f))
		}
		if got, want := typed.FindAllString(f, -1), typed.FindAllString(english, -1); !slices.Equal(got, want) {
			out = append(out, fmt.Sprintf("%q has %v to be typed, want %v", f, got, want))
		}
	}
	return out
}

var (
	verb  = regexp.MustCompile(`%(?:\[(\d)\])?s|%%`)
	typed = regexp.MustCompile("`[^`]*`")
)

// places are the numbers of the arguments that a sentence takes, in order.
func places(s string) []int {
	var out []int
	next := 1
	for _, m := range verb.FindAllStringSubmatch(s, -1) {
		if m[0] == "%%" {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		out = append(out, next)
		next++
	}
	slices.Sort(out)
	return out
}

// margins are the spaces around a sentence, but for such as French has before a
// colon.
func margins(s string) string {
	rest := strings.TrimLeft(s, " \n")
	return s[:len(s)-len(rest)] + "|" + rest[len(strings.TrimRight(rest, " \n")):]
}

// translations are what a file has, by sentence.key.
func translations(body []byte) map[string][]string {
	po := gotext.NewPo()
	po.Parse(body)
	out := map[string][]string{}
	add := func(context string, trs map[string]*gotext.Translation) {
		for id, tr := range trs {
			if id == "" {
				continue
			}
			forms := make([]string, len(tr.Trs))
			for i, f := range tr.Trs {
				forms[i] = f
			}
			out[context+"\x04"+id] = forms
		}
	}
	add("", po.GetDomain().GetTranslations())
	for context, trs := range po.GetDomain().GetCtxTranslations() {
		add(context, trs)
	}
	return out
}

// written is the body of a file.
func written(all []sentence, there map[string][]string) string {
	var b strings.Builder
	for _, s := range all {
		forms := there[s.key()]
		if s.spare && len(forms) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n#: %s\n", s.where)
		if s.context != "" {
			fmt.Fprintf(&b, "msgctxt %q\n", s.context)
		}
		fmt.Fprintf(&b, "msgid %s\n", quoted(s.id))
		if s.plural == "" {
			fmt.Fprintf(&b, "msgstr %s\n", quoted(cmp.Or(append(forms, "")...)))
			continue
		}
		fmt.Fprintf(&b, "msgid_plural %s\n", quoted(s.plural))
		for i := range max(len(forms), 2) {
			form := ""
			if i < len(forms) {
				form = forms[i]
			}
			fmt.Fprintf(&b, "msgstr[%d] %s\n", i, quoted(form))
		}
	}
	return b.String()
}

// quoted is a string as PO has it, in one line.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}
