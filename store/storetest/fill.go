package storetest

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"onrecord/statements"
	"onrecord/store"
)

// articlesAtOnce is how many articles are copied into the tables together.
const articlesAtOnce = 2000

// FillPostgres writes all articles that g has yet to make into an archive of
// PostgreSQL that a store has opened and that has none yet. The rows are those
// that KeepArticle writes; what it looks up and waits for is left out. The user
// must be a superuser: references are not checked.
func FillPostgres(ctx context.Context, address string, g *Generator) error {
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		return fmt.Errorf("fill the archive: %w", err)
	}
	defer conn.Close(ctx)
	f := filling{conn: conn, people: map[string]*person{}, tables: map[string]*bytes.Buffer{}}
	if err := f.fill(ctx, g); err != nil {
		return fmt.Errorf("fill the archive: %w", err)
	}
	return nil
}

// filling is an archive that is being filled.
type filling struct {
	conn       *pgx.Conn
	statements int64
	people     map[string]*person       // by key
	tables     map[string]*bytes.Buffer // rows that wait
}

// person is a speaker with what is counted.
type person struct {
	id, statements, roleAt int64
	name, role             string
	first, last            string // days of the role
}

// An index of a million rows is made faster at once than row by row.
var (
	before = []string{`BEGIN`, `SET LOCAL synchronous_commit = off`, `SET LOCAL session_replication_role = replica`,
		`SET LOCAL maintenance_work_mem = '512MB'`, `DROP INDEX statement_index_stems`}
	after = []string{`SELECT setval(pg_get_serial_sequence(name, 'id'), last) FROM (SELECT 'articles' AS name, MAX(id) AS last FROM articles
			UNION ALL SELECT 'statements', MAX(id) FROM statements UNION ALL SELECT 'speakers', MAX(id) FROM speakers) AS tables`,
		`COMMIT`, `VACUUM ANALYZE`} // as the server does by itself when it has time
)

func (f *filling) fill(ctx context.Context, g *Generator) error {
	var index string
	if err := f.conn.QueryRow(ctx, `SELECT indexdef FROM pg_indexes WHERE indexname = 'statement_index_stems'`).Scan(&index); err != nil {
		return err
	}
	if err := f.exec(ctx, before); err != nil {
		return err
	}
	for g.Made < g.Total {
		for range min(articlesAtOnce, g.Total-g.Made) {
			f.add(g.Next(), int64(g.Made))
		}
		if err := f.flush(ctx); err != nil {
			return err
		}
	}
	f.name()
	if err := f.flush(ctx); err != nil {
		return err
	}
	return f.exec(ctx, append([]string{index}, after...))
}

func (f *filling) exec(ctx context.Context, list []string) error {
	for _, statement := range list {
		if _, err := f.conn.Exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// add adds the rows of an arrival, and counts whom it quotes.
func (f *filling) add(a statements.Arrival, article int64) {
	day := a.Article.Published.Time.Format("2006-01-02")
	for _, st := range a.Statements {
		p := f.person(st.Speaker)
		p.statements++
		p.role, p.roleAt = st.Role, a.Article.Published.Time.UnixMilli()
		p.first, p.last = cmp.Or(p.first, day), day // they come in the order of their days
	}
	rows := store.RowsOf(a, article, f.statements+1, func(name string) int64 { return f.person(name).id })
	for _, r := range rows {
		f.row(r.Table, r.Values...)
	}
	f.statements += int64(len(a.Statements))
}

func (f *filling) person(name string) *person {
	k := store.NameKey(name)
	if f.people[k] == nil {
		f.people[k] = &person{id: int64(len(f.people) + 1), name: name}
	}
	return f.people[k]
}

// name adds the rows of all speakers.
func (f *filling) name() {
	keyed := map[string]bool{}
	for k, p := range f.people {
		f.row(`speakers (id, speaker_key, name, role, role_at, statements)`, p.id, k, p.name, p.role, p.roleAt, p.statements)
		f.row(`spellings (speaker_id, name, uses)`, p.id, p.name, p.statements)
		f.row(`read_roles (speaker_id, role, first_day, last_day, uses)`, p.id, p.role, p.first, p.last, p.statements)
		for _, w := range store.NameWords(p.name) {
			f.row(`name_words (word, speaker_id)`, w, p.id)
		}
		for w, keys := range store.NameNeighbours(p.name) {
			if keyed[w] {
				continue
			}
			keyed[w] = true
			for _, near := range keys {
				f.row(`name_neighbours (near, word)`, near, w)
			}
		}
	}
}

// row adds a row to those that wait, as COPY reads it.
func (f *filling) row(table string, values ...any) {
	b := f.tables[table]
	if b == nil {
		b = &bytes.Buffer{}
		f.tables[table] = b
	}
	for i, v := range values {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(copied(v))
	}
	b.WriteByte('\n')
}

var escapes = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

// copied is a value as COPY reads it.
func copied(v any) string {
	switch v := v.(type) {
	case string:
		return escapes.Replace(v)
	case []byte:
		return `\\x` + hex.EncodeToString(v)
	case sql.NullInt64:
		if !v.Valid {
			return `\N`
		}
		return fmt.Sprint(v.Int64)
	case sql.NullString:
		if !v.Valid {
			return `\N`
		}
		return escapes.Replace(v.String)
	}
	return fmt.Sprint(v)
}

// flush copies what waits into its tables.
func (f *filling) flush(ctx context.Context) error {
	for table, rows := range f.tables {
		if _, err := f.conn.PgConn().CopyFrom(ctx, rows, "COPY "+table+" FROM STDIN"); err != nil {
			name, _, _ := strings.Cut(table, " ")
			return fmt.Errorf("%s: %w", name, err)
		}
		rows.Reset()
	}
	return nil
}
