package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"onrecord/statements"
)

// Format is how statements are written out.
type Format struct {
	Name  string // what is typed: "csv"
	Type  string // MIME
	Ends  string // of a file's name
	write func(*bytes.Buffer, []Record)
}

// Formats are all of them, the first being the usual one.
var Formats = []Format{
	{"csv", "text/csv", ".csv", writeCSV},
	{"json", "application/json", ".json", writeJSON},
	{"markdown", "text/markdown", ".md", writeMarkdown},
	{"bibtex", "text/x-bibtex", ".bib", writeBibTeX},
}

// Named finds a format; "" is the usual one.
func Named(name string) (Format, bool) {
	if name == "" {
		return Formats[0], true
	}
	for _, f := range Formats {
		if strings.EqualFold(f.Name, name) {
			return f, true
		}
	}
	return Format{}, false
}

// Write gives the statements in the format.
func (f Format) Write(found []statements.Found) []byte {
	records := make([]Record, 0, len(found))
	for _, one := range found {
		records = append(records, Of(one))
	}
	var b bytes.Buffer
	f.write(&b, records)
	return b.Bytes()
}

func writeJSON(b *bytes.Buffer, records []Record) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(records) // plain structs, into memory
}

// reference is how a statement is called in a text: its number.
func (r Record) reference() string { return fmt.Sprintf("No. %d", r.ID) }
