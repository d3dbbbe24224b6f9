package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

// pages is an archive of statements, two a page.
type pages []statements.Found

func (p pages) Reports(_ context.Context, after int64, _ int) ([]statements.Found, error) {
	from := min(int(after), len(p))
	return p[from:min(from+2, len(p))], nil
}

func exported(t *testing.T, format string, said ...string) string {
	t.Helper()
	var archive pages
	for i, s := range said {
		archive = append(archive, statements.Found{
			Cluster:   1,
			Statement: statements.Statement{ID: int64(i + 1), Content: []statements.Span{{End: len(s)}}},
			Article: statements.Article{URL: fmt.Sprint("https://isle.example/", i), Text: s, Published: statements.Moment{
				Time: time.Date(2026, time.March, 11, 0, 0, 0, 0, time.UTC), DayOnly: true, ZoneUnknown: true}},
		})
	}
	var out bytes.Buffer
	if err := exportAll(t.Context(), archive, &out, exportFormats[format]); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestExportLines(t *testing.T) {
	got := exported(t, "jsonl", "No <grain> & no “wheat”", "", "third")
	want := `{"id":1,"cluster":1,"speaker":null,"said_on":null,"text":"No <grain> & no “wheat”","url":"https://isle.example/0","outlet":null,"published":"2026-03-11"}` + "\n"
	if first, _, _ := strings.Cut(got, "\n"); first+"\n" != want {
		t.Errorf("got %s\nwant %s", first, want)
	}
	if n := strings.Count(got, "\n"); n != 3 {
		t.Errorf("%d lines of 3", n)
	}
	for line := range strings.Lines(got) {
		if !json.Valid([]byte(line)) {
			t.Errorf("no JSON: %s", line)
		}
	}
}

// What somebody said is never a formula, and survives the way through a table.
func TestExportTable(t *testing.T) {
	said := []string{"=HYPERLINK(1)", "+1", "-5", "@x", "a, \"b\"\nc", ""}
	rows, err := csv.NewReader(strings.NewReader(exported(t, "csv", said...))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows[1:] {
		got = append(got, r[4])
	}
	want := []string{"'=HYPERLINK(1)", "'+1", "'-5", "'@x", "a, \"b\"\nc", ""}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if d := cmp.Diff(exportKeys, rows[0]); d != "" {
		t.Errorf("the first line (-want +got):\n%s", d)
	}
}
