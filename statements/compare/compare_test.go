package compare_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/statements"
	"onrecord/statements/compare"
	"onrecord/statements/extract"
)

func read(text, lang string) compare.Reading {
	text = strings.TrimSpace(text)
	a := statements.Article{Text: text, Lang: lang, Outlet: "Harbor Courier"}
	sts := extract.Read(a)
	for i := range sts {
		sts[i].ID = int64(i + 1)
	}
	return compare.Reading{Text: text, Statements: sts}
}

// tell writes a result for people.
func tell(old, now compare.Reading, r compare.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", r.Sight)
	for _, c := range r.Changes {
		was := old.Statements[c.Statement-1]
		fmt.Fprintf(&b, "%s: %s | %s\n", c.Deed, was.Speaker, was.Text(old.Text))
		if len(c.Now.Content) > 0 {
			fmt.Fprintf(&b, "  now: %s | %s\n", c.Now.Speaker, c.Now.Text(now.Text))
		}
		if !c.Note.IsZero() {
			fmt.Fprintf(&b, "  note: %s\n", strings.ReplaceAll(c.Note.Of(now.Text), "\n", "/"))
		}
	}
	for _, i := range r.Added {
		fmt.Fprintf(&b, "added: %s | %s\n", now.Statements[i].Speaker, now.Statements[i].Text(now.Text))
	}
	return b.String()
}

// Each file has an article and what stood there later, and what became of it.
// ONRECORD_UPDATE=1 writes the latter anew.
func TestCompare(t *testing.T) {
	update := os.Getenv("ONRECORD_UPDATE") != ""
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			lang := strings.TrimSpace(string(ar.Comment))
			old := read(string(ar.Files[0].Data), lang)
			if len(old.Statements) == 0 {
				t.Fatal("nobody speaks in it")
			}
			for i := 1; i+1 < len(ar.Files); i += 2 {
				now := read(string(ar.Files[i].Data), lang)
				got := tell(old, now, compare.Compare(old, now))
				if d := cmp.Diff(string(ar.Files[i+1].Data), got); d != "" && !update {
					t.Errorf("%s (-want +got):\n%s", ar.Files[i].Name, d)
				}
				ar.Files[i+1].Data = []byte(got)
			}
			if update {
				if err := os.WriteFile(f, txtar.Format(ar), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func spans(s string, of []statements.Span) []string {
	var out []string
	for _, sp := range of {
		out = append(out, sp.Of(s))
	}
	return out
}

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		a, b     string
		inA, inB []string
	}{
		{a: "that our fishermen cannot live with, and I have", b: "that our fishermen would struggle with, and I have", inA: []string{"cannot live with"}, inB: []string{"would struggle with"}},
		{a: "We will sign.", b: "We will not sign.", inB: []string{"not"}},
		{a: "“We will”", b: "\"we — will\""},
		{a: "It costs €40,000 a year", b: "It costs $40,000 a year", inA: []string{"€"}, inB: []string{"$"}},
		{a: "one two three four five", b: "six two seven four five", inA: []string{"one two three"}, inB: []string{"six two seven"}},
		{a: "", b: "all of it", inB: []string{"all of it"}},
		{a: "Мы не подпишем квоту", b: "Мы подпишем квоту", inA: []string{"не"}},
	} {
		inA, inB := compare.Diff(c.a, []statements.Span{{End: len(c.a)}}, c.b, []statements.Span{{End: len(c.b)}})
		if d := cmp.Diff(c.inA, spans(c.a, inA)); d != "" {
			t.Errorf("%q: %s", c.a, d)
		}
		if d := cmp.Diff(c.inB, spans(c.b, inB)); d != "" {
			t.Errorf("%q: %s", c.b, d)
		}
	}
}

// typeset does to a text what typesetters do.
var typeset = strings.NewReplacer("“", "\"", "”", "\"", "’", "'", " - ", " — ", ", ", ",\u00a0", "\n\n", "\n \n\n")

func FuzzCompare(f *testing.F) {
	f.Add("Talks\n\n“We will not sign,” Mira Solheim said.", "Talks\n\n“We will sign,” Mira Solheim said.\n\nCorrection: an earlier version was wrong.", 9, 24, 9, 20)
	f.Add("a b c d e f", "", 0, 3, 5, 900)
	f.Add("„Ja“, sagte er. Dieser Artikel wurde entfernt.", "Dieser Artikel wurde entfernt.", -1, 7, 3, 3)
	f.Fuzz(func(t *testing.T, was, is string, a, b, c, d int) {
		was, is = strings.ToValidUTF8(was, ""), strings.ToValidUTF8(is, "")
		if len(was)+len(is) > 4000 {
			return
		}
		of := func(text string, a, b int) compare.Reading {
			snap := func(i int) int {
				i = min(max(i, 0), len(text))
				for i < len(text) && !utf8.RuneStart(text[i]) {
					i++
				}
				return i
			}
			st := statements.Statement{ID: 7, Speaker: "Mira Solheim", Known: statements.ByName, Content: []statements.Span{{Start: snap(a), End: snap(b)}}}
			return compare.Reading{Text: text, Statements: []statements.Statement{st}}
		}
		old, now := of(was, a, b), of(is, c, d)
		r := compare.Compare(old, now)
		for _, ch := range r.Changes {
			for _, sp := range append(ch.Now.Content, ch.Note) {
				if !sp.IsZero() && (sp.Of(is) == "" || !utf8.ValidString(sp.Of(is))) {
					t.Errorf("%v is no part of %q", sp, is)
				}
			}
		}
		for _, same := range []string{was, typeset.Replace(was)} {
			if r := compare.Compare(old, compare.Reading{Text: same}); len(r.Changes) > 0 {
				t.Errorf("%q and %q: %v", was, same, r)
			}
		}
		inA, inB := compare.Diff(was, []statements.Span{{End: len(was)}}, is, []statements.Span{{End: len(is)}})
		end := 0
		for _, sp := range inA {
			if sp.Start < end || sp.Of(was) == "" {
				t.Errorf("%v in %q", inA, was)
			}
			end = sp.End
		}
		if (len(inA) == 0 && len(inB) == 0) != (r.Sight == statements.SightSame) {
			t.Errorf("%q, %q: %v %v, %s", was, is, inA, inB, r.Sight)
		}
	})
}

// What outlets write when they correct themselves, and what looks like it.
func TestNotes(t *testing.T) {
	const old = "Talks stall in Vell\n\nThe two delegations had shared a single page of figures over lunch in the old customs house, and neither of them had touched the fish. The harbour stayed closed for the night while boats waited outside the breakwater.\n\n“We will not sign a quota that our fishermen cannot live with,” Mira Solheim said."
	for _, c := range []struct {
		note string
		want statements.Deed // "" is none
	}{
		{"Correction: The talks were in Vell.", statements.Corrected},
		{"Corrections and clarifications (21 November): the talks were in Vell.", statements.Corrected},
		{"CORRECTION", statements.Corrected},
		{"This story has been corrected to say where the talks were.", statements.Corrected},
		{"An earlier version of this article misquoted the minister.", statements.Corrected},
		{"We have removed this article after a complaint.", statements.Withdrawn},
		{"Korrektur: In einer früheren Fassung hieß es, die Gespräche seien in Ostervik gewesen.", statements.Corrected},
		{"Anmerkung der Redaktion: Der Ort wurde berichtigt.", statements.Corrected},
		{"Dieser Artikel wurde zurückgezogen.", statements.Withdrawn},
		{"Wir haben „Ja“ geschrieben, wo es „Nein“ heißen muss: Dieser Artikel wurde entfernt.", statements.Withdrawn},
		{"Rectificatif : les pourparlers ont eu lieu à Vell.", statements.Corrected},
		{"Une version précédente de cet article donnait un autre lieu.", statements.Corrected},
		{"Cet article n’est plus disponible.", statements.Withdrawn},
		{"Исправление: переговоры шли в Велле.", statements.Corrected},
		{"В предыдущей версии материала было названо другое место.", statements.Corrected},
		{"Статья удалена по решению редакции. Эта статья удалена.", statements.Withdrawn},
		{"Fe de erratas: las conversaciones fueron en Vell.", statements.Corrected},
		{"En una versión anterior se citaba otro lugar.", statements.Corrected},
		{"Esta noticia ha sido retirada.", statements.Withdrawn},

		{"Correction officers guarded the customs house.", ""},
		{"The correction of the figures took all night.", ""},
		{"Clarification of the quota is expected on Monday, as both ministries have said more than once: it is late.", ""},
		{"The treaty’s third article has been withdrawn.", ""},
		{"“We read it, and this article has been withdrawn from the treaty,” an envoy said.", ""},
		{"Der Minister wurde zurückgezogen.", ""},
	} {
		was := compare.Reading{Text: old, Statements: []statements.Statement{{ID: 1, Speaker: "Mira Solheim", Known: statements.ByName, Content: []statements.Span{{Start: strings.Index(old, "We will"), End: strings.Index(old, ",”")}}}}}
		r := compare.Compare(was, compare.Reading{Text: old + "\n\n" + c.note})
		var got statements.Deed
		if len(r.Changes) > 0 {
			got = r.Changes[0].Deed
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.note, got, c.want)
		}
	}
}

// A long transcript in which every word of every tenth speech was changed.
func BenchmarkCompare(b *testing.B) {
	var was, is compare.Reading
	var old, now strings.Builder
	for i := range 1000 {
		for k, to := range []*strings.Builder{&old, &now} {
			r := []*compare.Reading{&was, &is}[k]
			fmt.Fprintf(to, "Speaker: ")
			from := to.Len()
			for n := range 40 {
				word := (i*7 + n*i) % 900
				if k == 1 && i%10 == 0 && n%3 == 0 {
					word += 1000
				}
				fmt.Fprintf(to, "word%d ", word)
			}
			r.Statements = append(r.Statements, statements.Statement{ID: int64(i + 1), Speaker: "Mira Solheim", Known: statements.ByName, Content: []statements.Span{{Start: from, End: to.Len() - 1}}})
			fmt.Fprint(to, "\n\n")
		}
	}
	was.Text, is.Text = old.String(), now.String()
	for b.Loop() {
		if r := compare.Compare(was, is); len(r.Changes) < 90 {
			b.Fatal(r.Sight, len(r.Changes))
		}
	}
}
