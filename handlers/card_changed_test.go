package handlers

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

const asPublished = "We will not sign a quota that our fishermen cannot live with, and I have told my colleague so."

// changedTo is the statement with what its outlet did to it.
func changedTo(deed statements.Deed, words, note string) statements.Found {
	read := time.Date(2026, 11, 21, 9, 14, 0, 0, time.UTC)
	f := of(48213, "Courier", asPublished, read)
	f.Article.Fetched = read
	c := &statements.Change{Statement: 48213, Deed: deed, At: read.Add(61 * time.Minute), Text: "Courier\n\n“" + words + "” Mira Solheim said.\n\n" + note}
	if words != "" {
		from := strings.Index(c.Text, words)
		c.Now = statements.Statement{Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Direct, Confidence: 1, Content: []statements.Span{{Start: from, End: from + len(words)}}}
		c.Now.Verbatim = c.Now.Content
	}
	if note != "" {
		c.Note = statements.Span{Start: len(c.Text) - len(note), End: len(c.Text)}
	}
	f.Changed = c
	return f
}

func alertOf(found ...statements.Found) Card {
	return AlertCard(locales.English, statements.Delivery{ID: "d", Entries: []statements.Entry{{Watch: statements.Watch{Speaker: "Mira Solheim"}, Reason: "spoke", Found: found, Article: found[0].Article}}},
		time.Date(2026, 11, 21, 10, 18, 0, 0, time.UTC), time.UTC)
}

// plainly writes what a card says of a change.
func plainly(c Card) string {
	var out []string
	for _, b := range c.Lead {
		out = append(out, textOf(b.Runs))
	}
	for _, f := range c.Fields {
		out = append(out, f.Name)
		for _, b := range f.Body {
			out = append(out, "  "+textOf(b.Runs))
		}
	}
	return strings.Join(append(out, c.Footer), "\n")
}

func TestAlertOfWhatWasChanged(t *testing.T) {
	other := changedTo(statements.Reassigned, asPublished, "Correction: The words were not Ms. Solheim’s.")
	other.Changed.Now.Speaker = "Jonas Tveit"
	for _, c := range []struct {
		name  string
		found []statements.Found
		want  string
	}{
		{"other words", []statements.Found{changedTo(statements.Reworded, strings.Replace(asPublished, "cannot live", "would struggle", 1), "")}, `
“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so.”
*Mira Solheim*
The outlet has changed these words since; both versions are below
As published, read 21 Nov 2026 09:14 UTC
  “We will not sign a quota that our fishermen *cannot live with*, and I have told my colleague so.”
As it stands, read 21 Nov 2026 10:15 UTC
  “We will not sign a quota that our fishermen *would struggle with*, and I have told my colleague so.”
Watch Mira Solheim: spoke · changed by the outlet · No. 48213`},
		{"taken out", []statements.Found{changedTo(statements.TakenOut, "", "")}, `
“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so.”
*Mira Solheim*
The outlet has taken this out; it was read 21 Nov 2026 09:14 UTC
Watch Mira Solheim: spoke · changed by the outlet · No. 48213`},
		{"somebody else's, with a note", []statements.Found{other}, `
“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so.”
*Mira Solheim*
The outlet has these words as said by *Jonas Tveit* now; they were read 21 Nov 2026 09:14 UTC
As published, read 21 Nov 2026 09:14 UTC
  “We will not sign a quota that our fishermen cannot live with, and I have told my colleague so.” · *Mira Solheim*
As it stands, read 21 Nov 2026 10:15 UTC
  “We will not sign a quota that our fishermen cannot live with, and I have told my colleague so.” · *Jonas Tveit*
The outlet’s note, read 21 Nov 2026 10:15 UTC
  Correction: The words were not Ms. Solheim’s.
Watch Mira Solheim: spoke · changed by the outlet · No. 48213`},
		{"one of two", []statements.Found{of(7, "Courier", "The herring are ours", time.Time{}), changedTo(statements.TakenOut, "", "")}, `
“The herring are ours”

“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so.”
*Mira Solheim*
The outlet has taken this out; it was read 21 Nov 2026 09:14 UTC
Watch Mira Solheim: spoke · 2 statements, 1 changed by the outlet · No. 7, 48213`},
	} {
		card := alertOf(c.found...)
		if d := cmp.Diff(strings.TrimPrefix(c.want, "\n"), plainly(card)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
		if card.Accent != Trouble {
			t.Errorf("%s: accent %v", c.name, card.Accent)
		}
	}
}

func TestListsSayWhatWasChanged(t *testing.T) {
	for _, c := range []struct {
		found statements.Found
		want  string
	}{
		{changedTo(statements.Reworded, strings.Replace(asPublished, "cannot live", "would struggle", 1), ""),
			"The outlet has changed these words since; on 21 Nov 2026 they were “We will not sign a quota that our fishermen *would struggle with*, and I have told my colleague so.”"},
		{changedTo(statements.TakenOut, "", ""), "The outlet has taken this out since; it was gone on 21 Nov 2026"},
		{changedTo(statements.Withdrawn, "", ""), "The outlet has withdrawn the article since; it was gone on 21 Nov 2026"},
	} {
		if got := changedSince(locales.English, c.found); len(got) != 1 || textOf(got[0].Runs) != c.want || got[0].Look != Small {
			t.Errorf("got %+v, want %q", got, c.want)
		}
	}
	if got := changedSince(locales.English, of(1, "Courier", "We go", time.Time{})); got != nil {
		t.Errorf("of what has not changed: %+v", got)
	}
}

// A change far behind in a long wording is shown all the same.
func TestLongWordingsAreShownAtTheirChange(t *testing.T) {
	long := strings.Repeat("and the boats stay in the harbour of Vell ", 30)
	f := of(1, "Courier", long+"until we sign", time.Time{})
	f.Changed = changedTo(statements.Reworded, long+"until they sign", "").Changed
	fields := changeFields(locales.English, []statements.Found{f}, time.UTC)
	if len(fields) != 2 {
		t.Fatal(fields)
	}
	for i, want := range []string{"*we sign*", "*they sign*"} {
		got := textOf(fields[i].Body[0].Runs)
		if !strings.Contains(got, want) || !strings.HasPrefix(got, cutMark) {
			t.Errorf("got %q", got)
		}
	}
}

func TestWhyTellsTheLooks(t *testing.T) {
	at := time.Date(2026, 11, 21, 10, 14, 0, 0, time.UTC)
	for _, c := range []struct {
		looks []statements.Sighting
		want  string
	}{
		{nil, ""},
		{[]statements.Sighting{{At: at, Sight: statements.SightSame}, {At: at.Add(5 * time.Hour), Sight: statements.SightSame}, {At: at.Add(24 * time.Hour), Sight: statements.SightGone}},
			"looked again 21 Nov 10:14, 15:14: unchanged; 22 Nov 10:14: gone"},
	} {
		if got := lookedAgain(locales.English, c.looks, time.UTC); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// Spans of a version that do not lie in it, or cut a character, get nothing on
// to a card that the version has not.
func FuzzChangeFields(f *testing.F) {
	f.Add("Talks\n\n“We will not sign,” she said.", "Talks\n\n“We will sign,” she said. Correction: x", 9, 20, 9, 20, 30)
	f.Add("ää öö", "«ü» ß", 1, 4, 1, 3, 2)
	f.Fuzz(func(t *testing.T, was, is string, a, b, c, d, e int) {
		was, is = strings.ToValidUTF8(was, ""), strings.ToValidUTF8(is, "")
		f := statements.Found{Article: statements.Article{Text: was, Lang: "en"}, Statement: statements.Statement{Kind: statements.Direct, Speaker: "Mira Solheim", Confidence: 1,
			Content: []statements.Span{{Start: a, End: b}}, Verbatim: []statements.Span{{Start: a, End: b}}}}
		f.Changed = &statements.Change{Deed: statements.Reworded, Text: is, Note: statements.Span{Start: d, End: e}, Now: statements.Statement{Kind: statements.Direct, Speaker: "Mira Solheim", Confidence: 1,
			Content: []statements.Span{{Start: c, End: d}}, Verbatim: []statements.Span{{Start: c, End: d}}}}
		changeNote(locales.English, f, time.UTC)
		changedSince(locales.English, f)
		for i, field := range changeFields(locales.English, []statements.Found{f}, time.UTC) {
			text := []string{was, is, strings.Join(strings.Fields(is), " ")}[min(i, 2)]
			for _, r := range field.Body[0].Runs {
				for piece := range strings.FieldsFuncSeq(r.Text, func(r rune) bool { return strings.ContainsRune("“”[…]", r) }) {
					if piece = strings.TrimSpace(piece); !strings.Contains(text, piece) && !strings.Contains(strings.Join(strings.Fields(text), " "), piece) {
						t.Errorf("%q is not in %q", piece, text)
					}
				}
			}
		}
	})
}
