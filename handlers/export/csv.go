package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"time"

	"onrecord/statements"
)

// columns are the keys of a record, in the order of a table.
var columns = []string{"id", "cluster", "speaker", "role", "known", "confidence", "kind", "text", "quotes", "source", "cue",
	"before", "after", "said_on", "place", "title", "byline", "outlet", "url", "also", "published", "fetched", "sha256", "content", "verbatim"}

func writeCSV(b *bytes.Buffer, records []Record) {
	w := csv.NewWriter(b)
	_ = w.Write(columns) // into memory
	for _, r := range records {
		_ = w.Write([]string{
			strconv.FormatInt(r.ID, 10), strconv.FormatInt(r.Cluster, 10), Inert(r.speaker()), Inert(r.Role), string(r.Known),
			strconv.FormatFloat(r.Confidence, 'f', 2, 64), string(r.Kind), Inert(r.Text), Inert(strings.Join(r.Quotes, " … ")),
			Inert(r.Source), Inert(r.Cue), Inert(r.Before), Inert(r.After), r.SaidOn.String(), Inert(r.Place), Inert(r.Title),
			Inert(r.Byline), Inert(r.Outlet), Inert(r.URL), Inert(strings.Join(r.Also, " ")), r.Published, r.Fetched.Format(time.RFC3339),
			r.SHA256, spans(r.Content), spans(r.Verbatim),
		})
	}
	w.Flush()
}

// spans writes spans as first-last pairs of bytes: 1204-1298 1310-1320.
func spans(list []statements.Span) string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		out = append(out, fmt.Sprintf("%d-%d", s.Start, s.End))
	}
	return strings.Join(out, " ")
}

// Inert keeps a spreadsheet from taking what somebody said for a formula:
// https://owasp.org/www-community/attacks/CSV_Injection
func Inert(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	return "'" + cell
}
