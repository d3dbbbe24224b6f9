package store

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/cluster"
	"onrecord/statements/speakers"
)

// Row is a row of a table of PostgreSQL.
type Row struct {
	Table  string // with the columns of the values
	Values []any
}

// RowsOf are what KeepArticle writes of an arrival that is like none before it and
// that nobody watches for: the article gets this number, its statements those
// from first on, and speaker gives the number of a name. It is for whoever makes
// archives of a million statements to measure with (storetest), and writes
// nothing.
func RowsOf(a statements.Arrival, article, first int64, speaker func(name string) int64) []Row {
	art := a.Article
	at, offset, day := published(art.Published)
	rows := []Row{{`articles (id, url_key, url, outlet, title, byline, lang, published, published_offset, zone_unknown,
		day_only, day, fetched, kept, body, summary, stub)`,
		[]any{article, key(art.URL), art.URL, art.Outlet, art.Title, art.Byline, art.Lang, at, offset, art.Published.ZoneUnknown,
			art.Published.DayOnly, day, millis(art.Fetched), millis(a.At), art.Text, art.Summary, art.Stub}}}
	outlets := parted(carriers(a, article, true), `outlets (article_id, name, folded, host, url, also, at)`, 7)
	rows = append(rows, slices.CompactFunc(outlets, func(a, b Row) bool { return a.Values[2] == b.Values[2] })...) // an outlet counts once
	rows = append(rows, parted(nearOf(art, a.At).signature(article), `signatures (band, at, article_id)`, 3)...)
	docs, signed := documents(a), cluster.Sign(art, a.Statements)
	for i, st := range a.Statements {
		id, of := first+int64(i), speaker(st.Speaker)
		docs[i].marks = append(docs[i].marks, speakerMark(of))
		rows = append(rows,
			Row{`statements (id, article_id, place_in, speaker_id, speaker, role, known, kind, source_start, source_end,
				cue_start, cue_end, content, verbatim, said_on, day, place, confidence)`, append([]any{id}, statementRow(st, a, article, i, of)...)},
			Row{`reports (statement_id, cluster_id, signature)`, []any{id, id, signed[i].Pack()}},
			Row{`statement_index (id, stems)`, []any{id, docs[i].vector()}})
		for _, q := range signed[i].Quotes {
			rows = append(rows, Row{`quotations (hash, statement_id)`, []any{int64(q), id}})
		}
	}
	return rows
}

// parted gives each row of inserts alone.
func parted(inserts []asked, table string, columns int) []Row {
	var out []Row
	for _, a := range inserts {
		for at := 0; at < len(a.args); at += columns {
			out = append(out, Row{table, a.args[at : at+columns]})
		}
	}
	return out
}

// NameKey is what all spellings of a name have in common.
func NameKey(name string) string { return key(speakers.Key(name)) }

// NameWords are what a name is found by.
func NameWords(name string) []string { return nameWords(name) }

// NameNeighbours are the keys by which slips in the words of a name are found.
func NameNeighbours(name string) map[string][]string {
	out := map[string][]string{}
	for _, w := range keyWords(name) {
		out[w] = speakers.Neighbours(w)
	}
	return out
}
