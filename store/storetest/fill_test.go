package storetest_test

import (
	"database/sql"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

var noon = time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)

// What is filled in is what the store would have kept: for every table that a
// search reads, and for what it finds there.
func TestFillPostgres(t *testing.T) {
	const articles = 40
	kept, filled := storetest.Postgres(t), storetest.Postgres(t)
	k, f := storetest.Open(t, kept), storetest.Open(t, filled)
	for g := storetest.NewGenerator(0, articles, noon); g.Made < g.Total; {
		if _, err := k.KeepArticle(t.Context(), g.Next()); err != nil {
			t.Fatal(err)
		}
	}
	if err := storetest.FillPostgres(t.Context(), filled, storetest.NewGenerator(0, articles, noon)); err != nil {
		t.Fatal(err)
	}
	want, got := tables(t, kept), tables(t, filled)
	for name := range want {
		if diff := cmp.Diff(want[name], got[name]); diff != "" || len(want[name]) < articles {
			t.Errorf("%s: %d and %d rows (-kept +filled)\n%s", name, len(want[name]), len(got[name]), diff)
		}
	}
	for _, q := range []statements.Query{{}, {Topic: topic(1)}, {Topic: topic(60)}, {Topic: append(topic(3), topic(200)...)}} {
		if diff := cmp.Diff(asked(t, k, q), asked(t, f, q)); diff != "" {
			t.Errorf("%v finds (-kept +filled)\n%s", q.Topic, diff)
		}
	}
	g := storetest.NewGenerator(articles, articles+1, noon)
	if more, err := f.KeepArticle(t.Context(), g.Next()); err != nil || !more.New || more.ArticleID != articles+1 {
		t.Errorf("one more article: %+v, %v", more, err)
	}
}

func topic(n int) []statements.Term {
	return []statements.Term{{Words: storetest.Word(n), Stems: []string{storetest.Word(n)}}}
}

// asked are the words of what is found, with whose they are.
func asked(t *testing.T, s *store.Store, q statements.Query) []string {
	t.Helper()
	found, err := s.Search(t.Context(), q, 500)
	if err != nil || len(found) == 0 {
		t.Fatalf("found %d, %v", len(found), err)
	}
	var out []string
	for _, f := range found {
		out = append(out, fmt.Sprintf("%.4f %d %s %s %s", f.Score, f.Cluster-f.Statement.ID, f.Statement.Speaker, f.Article.URL, f.Statement.Text(f.Article.Text)))
	}
	return out
}

// tables are the rows of the tables that a search reads. Speakers have other
// numbers in each archive, and stand under their names.
func tables(t *testing.T, address string) map[string][]string {
	t.Helper()
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	out := map[string][]string{}
	names := map[string]string{}
	for name, query := range map[string]string{
		"speakers":        `SELECT id, name, speaker_key, role, role_at, statements, merged_into, name_set FROM speakers ORDER BY name`,
		"articles":        `SELECT * FROM articles ORDER BY id`,
		"outlets":         `SELECT article_id, name, folded, host, url, also, at FROM outlets ORDER BY article_id, id`,
		"statements":      `SELECT s.name, st.* FROM statements st JOIN speakers s ON s.id = st.speaker_id ORDER BY st.id`,
		"statement_index": `SELECT id, stems FROM statement_index ORDER BY id`,
		"reports":         `SELECT * FROM reports ORDER BY statement_id`,
		"quotations":      `SELECT hash, statement_id FROM quotations ORDER BY statement_id, hash`,
		"signatures":      `SELECT article_id, at, band FROM signatures ORDER BY 1, 2, 3`,
		"spellings":       `SELECT s.name, n.name, n.uses FROM spellings n JOIN speakers s ON s.id = n.speaker_id ORDER BY 1, 2`,
		"name_words":      `SELECT s.name, w.word FROM name_words w JOIN speakers s ON s.id = w.speaker_id ORDER BY 1, 2`,
		"name_neighbours": `SELECT DISTINCT near, word FROM name_neighbours ORDER BY 1, 2`,
		"read_roles":      `SELECT s.name, r.role, r.first_day, r.last_day, r.uses FROM read_roles r JOIN speakers s ON s.id = r.speaker_id ORDER BY 1, 2`,
	} {
		for _, row := range rows(t, db, query) {
			out[name] = append(out[name], strings.Join(row, "|"))
			if name == "speakers" {
				names[row[0]] = row[1]
			}
		}
	}
	for i, row := range out["speakers"] {
		_, out["speakers"][i], _ = strings.Cut(row, "|")
	}
	for i, row := range out["statement_index"] {
		out["statement_index"][i] = mark.ReplaceAllStringFunc(row, func(m string) string { return "'#s" + names[m[3:len(m)-1]] + "'" })
	}
	for i, row := range out["statements"] { // name, id, article, place, speaker
		cells := strings.Split(row, "|")
		out["statements"][i] = strings.Join(append(cells[:4:4], cells[5:]...), "|")
	}
	return out
}

var mark = regexp.MustCompile(`'#s\d+'`)

// rows are the cells of a query as text.
func rows(t *testing.T, db *sql.DB, query string) [][]string {
	t.Helper()
	found, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer found.Close()
	columns, err := found.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for found.Next() {
		cells, at := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			at[i] = &cells[i]
		}
		if err := found.Scan(at...); err != nil {
			t.Fatal(err)
		}
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = fmt.Sprint(c)
		}
		out = append(out, row)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
