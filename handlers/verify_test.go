package handlers

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"onrecord/handlers/export"
	"onrecord/statements"
)

// today is a page as it stands now.
type today struct {
	sight statements.Sight
	text  string
}

func (p today) Today(context.Context, string, string) (statements.Sight, string) {
	return p.sight, p.text
}

func TestVerify(t *testing.T) {
	s := lighthouse(3)
	d, _ := desk(s)
	for _, tc := range []struct {
		name, what string
		page       today
		want       []string
	}{
		{"a number", "41001", today{}, []string{"byte for byte", "“The lighthouse on pier 2", "SHA-256", "[Look at the page now] [Show context] [Export]"}},
		{"its words", "lighthouse on pier 2 must stay lit for every walrus", today{}, []string{"On record, byte for byte", "pier 2"}},
		{"other marks", "the lighthouse – on pier 2 – must stay lit", today{}, []string{"word for word; marks, capitals or blanks differ"}},
		{"almost", "the lighthouse on pier 3 must stay dark for every otter that passes", today{}, []string{"Not on record like that", "pier 3", "It does not have ‘dark’"}},
		{"nobody's", "the moon is a cheese of the highest quality", today{}, []string{"Not on record:", "no proof that nobody said them"}},
		{"too few", "the lighthouse", today{}, []string{"fewer than 3 words"}},
		{"no number", "99999", today{}, []string{"Nothing on record has the number"}},
		{"the page stands", "41001", today{statements.SightChanged, s.found[1].Article.Text}, []string{"the page has these words, byte for byte"}},
		{"the page was edited", "41001", today{statements.SightChanged, "Lamps\n\nNothing of it."}, []string{"does not have these words any more"}},
		{"the page has gone", "41001", today{statements.SightGone, ""}, []string{"not there any more"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d.Pages = tc.page
			options := []string{"what", tc.what}
			if tc.page.sight != "" {
				options = append(options, "today", "yes")
			}
			got := plain(d.Serve(t.Context(), ask1("verify", options...)))
			for _, want := range tc.want {
				if !strings.Contains(got, want) {
					t.Errorf("it lacks %q:\n%s", want, got)
				}
			}
		})
	}
}

// Words that the one asked for is not quoted with may be on record all the same.
func TestVerifyOfSomebodyElse(t *testing.T) {
	d, _ := desk(filled(t))
	for _, tc := range []struct{ what, speaker, want string }{
		{"We will not sign a quota", "Ilya Vantreight", "Not from Ilya Vantreight; on record from somebody else, byte for byte"},
		{"we will – not sign a quota", "Vantreight", "Not from Ilya Vantreight; on record from somebody else, word for word"},
		{"we will not sign a ceiling", "Vantreight", "the nearest words are not from Ilya Vantreight"},
		{"We will not sign a quota", "Solheim", "On record, byte for byte"},
		{"the moon is a cheese of the highest quality", "Solheim", "Not on record:"},
	} {
		got := plain(d.Serve(t.Context(), ask1("verify", "what", tc.what, "speaker", tc.speaker)))
		if !strings.Contains(got, tc.want) || strings.Contains(got, "nobody is quoted") {
			t.Errorf("%q of %s: it lacks %q:\n%s", tc.what, tc.speaker, tc.want, got)
		}
	}
}

func TestExport(t *testing.T) {
	s := lighthouse(3)
	d, _ := desk(s)
	reply := d.Serve(t.Context(), ask1("export", "what", "41000, No. 41002", "format", "json"))
	var records []export.Record
	if len(reply.Files) != 1 {
		t.Fatal(plain(reply))
	}
	if err := json.Unmarshal(reply.Files[0].Body, &records); err != nil || len(records) != 2 || records[1].ID != 41002 || !reply.Private {
		t.Errorf("%v, %d records", err, len(records))
	}
	speaker := d.Serve(t.Context(), ask1("export", "speaker", "Pell Andersen", "what", "walrus"))
	if len(speaker.Files) != 1 || bytes.Count(speaker.Files[0].Body, []byte("Pell Andersen")) == 0 {
		t.Error(plain(speaker))
	}
	for _, options := range [][]string{nil, {"what", "41000 99999"}, {"what", "said:(unclosed"}, {"speaker", "Nobody Atall"}, {"what", "41000", "format", "pdf"}} {
		if got := d.Serve(t.Context(), ask1("export", options...)); got.Cards[0].Form != FormProblem || len(got.Files) > 0 {
			t.Errorf("%v gives a file:\n%s", options, plain(got))
		}
	}
}

// Speaker and days narrow whatever is exported, also by numbers.
func TestExportNarrowed(t *testing.T) {
	s := lighthouse(3) // of 1, 2 and 3 September
	other := record(t, 48213, "Mira Solheim", "We will not sign a quota,", "We will not sign a quota,")
	s.found = append(s.found, other)
	d, _ := desk(s)
	for _, tc := range []struct {
		options []string
		want    []int64
	}{
		{[]string{"what", "lighthouse"}, []int64{41000, 41001, 41002}},
		{[]string{"what", "lighthouse", "since", "2026-09-02"}, []int64{41001, 41002}},
		{[]string{"what", "lighthouse", "until", "2026-09-01"}, []int64{41000}},
		{[]string{"what", "lighthouse", "speaker", "Pell Andersen", "until", "2026-09-01"}, []int64{41000}},
		{[]string{"what", "lighthouse", "speaker", "Mira Solheim"}, nil},
		{[]string{"what", "41000 48213", "speaker", "Mira Solheim"}, []int64{48213}},
		{[]string{"what", "41000", "speaker", "Mira Solheim"}, nil},
		{[]string{"what", "41000 41002", "since", "2026-09-03"}, []int64{41002}},
		{[]string{"what", "41000", "since", "2027"}, nil},
		{[]string{"what", "41000", "since", "sometime"}, nil},
	} {
		reply := d.Serve(t.Context(), ask1("export", append(tc.options, "format", "json")...))
		var records []export.Record
		if len(reply.Files) > 0 {
			if err := json.Unmarshal(reply.Files[0].Body, &records); err != nil {
				t.Fatal(err)
			}
		}
		var got []int64
		for _, r := range records {
			got = append(got, r.ID)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%v: %v, want %v\n%s", tc.options, got, tc.want, plain(reply))
		}
	}
}

// Whatever an export is made of, it names the other reports of an utterance.
func TestExportNamesOtherReports(t *testing.T) {
	s := lighthouse(3)
	for i := range s.found {
		s.found[i].Cluster = 41000
	}
	s.found[2].Cluster = 41002
	d, _ := desk(s)
	for _, options := range [][]string{{"what", "41000"}, {"what", "herring"}, {"what", "herring", "speaker", "Pell Andersen"}} {
		reply := d.Serve(t.Context(), ask1("export", append(options, "format", "json")...))
		var records []export.Record
		if len(reply.Files) != 1 || json.Unmarshal(reply.Files[0].Body, &records) != nil || len(records) != 1 {
			t.Errorf("%v: %d records\n%s", options, len(records), plain(reply))
		} else if got := records[0].Also; !slices.Equal(got, []string{"https://a.example/1"}) {
			t.Errorf("%v: the other reports are %q", options, got)
		}
	}
}
