package quotes

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements/text"
)

func scanText(s string) []Quote {
	toks := text.Tokens(s)
	var paras []text.Range
	at := 0
	for _, p := range text.Paragraphs(s) {
		for at < len(toks) && toks[at].Start < p.Start {
			at++
		}
		r := text.Range{First: at, End: at}
		for r.End < len(toks) && toks[r.End].Start < p.End {
			r.End++
		}
		at = r.End
		paras = append(paras, r)
	}
	return Scan(s, toks, paras)
}

func inners(s string) []string {
	var out []string
	for _, q := range scanText(s) {
		out = append(out, q.Inner.Of(s))
	}
	return out
}

func TestScan(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"curly", "“It is late,” he said.", []string{"It is late,"}},
		{"straight", `"It is late," he said, "and dark."`, []string{"It is late,", "and dark."}},
		{"two apostrophes", "''It is late,'' he said.", []string{"It is late,"}},
		{"German", "„Es ist spät“, sagte er.", []string{"Es ist spät"}},
		{"German guillemets", "»Es ist spät«, sagte er.", []string{"Es ist spät"}},
		{"French with blanks", "« Il est tard », dit-il.", []string{"Il est tard"}},
		{"Russian", "«Поздно», — сказал он.", []string{"Поздно"}},
		{"Swedish", "”Det är sent”, sade han.", []string{"Det är sent"}},
		{"single", "‘It is late,’ he said.", []string{"It is late,"}},
		{"single with apostrophes", "‘The boys’ club isn’t open,’ he said.", []string{"The boys’ club isn’t open,"}},
		{"straight single", "'It isn't late,' he said.", []string{"It isn't late,"}},
		{"closed with the opening mark", "“It is late“ he said.", []string{"It is late"}},
		{"nested", "“He said ‘no’ to me,” she said.", []string{"He said ‘no’ to me,"}},
		{"nested at the end", `"They say, 'It is late,'" he said.`, []string{"They say, 'It is late,'"}},
		{"the same marks inside", "“What he calls “hell” is home,” she said.", []string{"What he calls “hell” is home,"}},
		{"two in a row are not nested", "“One,” he said. “Two,” she said.", []string{"One,", "Two,"}},
		{"apostrophes are no marks", "It’s the boys’ club, rock 'n' roll.", nil},
		{"inches are no marks", `A 12" gun and a 6' plank.`, nil},
		{"years are no marks", "The ’90s were good.", nil},
		{"unclosed ends with its paragraph", "“It is late.\n\nHe left.", []string{"It is late."}},
		{"every paragraph opens", "“One.\n\n“Two.”", []string{"One.", "Two."}},
		{"second paragraph only closes", "“One.\n\nTwo,” he said.", []string{"One.", "Two,"}},
		{"second paragraph only closes, straight", "\"One.\n\nTwo,\" he said.", []string{"One.", "Two,"}},
	} {
		if diff := cmp.Diff(c.want, inners(c.in)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestInterrupted(t *testing.T) {
	reports := func(w string) bool { return w == "заявила" }
	for in, want := range map[string][]string{
		"«Мы успеем, — заявила она. — Деньги есть».": {"Мы успеем,", "Деньги есть"},
		"«Мы успеем, — заявила она».":                {"Мы успеем,"},
		"«Мы — это порт».":                           {"Мы — это порт"},
	} {
		var got []string
		for _, q := range Interrupted(text.Tokens(in), scanText(in), reports) {
			got = append(got, q.Inner.Of(in))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", in, diff)
		}
	}
}

func TestDialogue(t *testing.T) {
	reports := func(w string) bool { return w == "dice" }
	for in, want := range map[string][]string{
		"—No viene nadie —dice Andrade—. Son los primeros.": {"No viene nadie", "Son los primeros."},
		"—¿Y no se aburre? —dice la guía.":                  {"¿Y no se aburre?"},
		"— Pan — leche — huevos.":                           nil,
		"No viene nadie —dice Andrade—.":                    nil,
		"—«Nadie», puso —dice Andrade—.":                    {"Nadie"},
	} {
		toks := text.Tokens(in)
		whole := []text.Range{{First: 0, End: len(toks)}}
		var got []string
		for _, q := range Dialogue(toks, whole, Scan(in, toks, whole), reports) {
			got = append(got, q.Inner.Of(in))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", in, diff)
		}
	}
}

func TestAsides(t *testing.T) {
	reports := func(w string) bool { return w == "explique" }
	begins := func(t text.Token) bool { return t.Cap || t.Lower == "le" }
	for in, want := range map[string][]string{
		"« Ce pont, explique le maire, ne tient plus. »": {"Ce pont", "ne tient plus."},
		"« Ce pont, vieux de cent ans, tient. »":         {"Ce pont, vieux de cent ans, tient."},
		"« Ce texte, explique moi, est long. »":          {"Ce texte, explique moi, est long."},
		"« Ce pont, explique le maire. »":                {"Ce pont, explique le maire."},
	} {
		var got []string
		for _, q := range Asides(text.Tokens(in), scanText(in), reports, begins) {
			got = append(got, q.Inner.Of(in))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", in, diff)
		}
	}
}

func TestContinues(t *testing.T) {
	got := scanText("“One.\n\n“Two.”\n\n“Three.”")
	var cont []bool
	for _, q := range got {
		cont = append(cont, q.Continues)
	}
	if diff := cmp.Diff([]bool{false, true, false}, cont); diff != "" {
		t.Error(diff)
	}
}

// FuzzScan holds that quotations lie in order, apart from each other, inside
// the text, and inside one paragraph each.
func FuzzScan(f *testing.F) {
	f.Add("“One ‘two’ \"three\n\n«four» »five« ”six” '' `` 'seven' „eight“")
	f.Add("\"”“''\xff'")
	f.Fuzz(func(t *testing.T, s string) {
		at, token := 0, 0
		for _, q := range scanText(s) {
			if q.Inner.Start < at || q.Inner.End <= q.Inner.Start || q.Outer.End > len(s) || !q.Outer.Contains(q.Inner) {
				t.Fatalf("quotation %v after %d in %q", q, at, s)
			}
			if q.First < token || q.End <= q.First {
				t.Fatalf("tokens of %v after %d in %q", q, token, s)
			}
			at, token = q.Outer.End, q.End
		}
	})
}
