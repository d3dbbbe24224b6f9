package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"onrecord/statements"
	"onrecord/statements/cluster"
)

// KeepLook keeps what a look at an article found, in one transaction: the look,
// the version of the text, what became of the statements, and statements that
// are new with their alerts. Messages that tell a statement which has changed,
// or is again as it was, are to be edited. A look that somebody else has taken
// over keeps nothing and is statements.ErrNotFound; statements.ErrWatchesChanged
// as with KeepArticle.
func (s *Store) KeepLook(ctx context.Context, r statements.Relook) (statements.Kept, error) {
	var kept statements.Kept
	docs, signed := documents(r.Added), cluster.Sign(r.Added.Article, r.Added.Statements)
	err := s.write(ctx, "keep a look at an article", func(t *tx) (err error) {
		if kept = (statements.Kept{}); r.Look.URL != "" {
			if err := s.settleLook(ctx, t, r); err != nil {
				return err
			}
		}
		if err := keepSight(ctx, t, r); err != nil {
			return err
		}
		version, err := keepVersion(ctx, t, r)
		if err != nil {
			return fmt.Errorf("version: %w", err)
		}
		if r.Judged {
			if err := keepChanges(ctx, t, r, version); err != nil {
				return fmt.Errorf("changes: %w", err)
			}
		}
		if len(r.Added.Statements) > 0 {
			kept, err = keepEdition(ctx, t, r, version.Int64, slices.Clone(docs), signed)
		}
		return err
	})
	return kept, err
}

const (
	// mostSights is how many looks at an article by its feed are remembered, and
	// mostVersions how many of its texts in which nobody says anything else: some
	// feeds count the readers' comments in the text.
	mostSights, mostVersions = 20, 5
)

// keepSight remembers a look, and the text that an item of a feed has now.
// Typesetters' work on such a text is no sight.
func keepSight(ctx context.Context, t *tx, r statements.Relook) error {
	most := math.MaxInt32
	if r.FeedID != 0 {
		most = mostSights
		err := t.exec(ctx, `UPDATE items SET body = $3 WHERE feed_id = $1 AND item_key = $2`, r.FeedID, key(r.ItemKey), r.Mark)
		if err != nil || r.Sight == statements.SightSame {
			return err
		}
	}
	return t.exec(ctx, `INSERT INTO looks (article_id, at, sight) SELECT id, $2, $3 FROM articles
		WHERE id = $1 AND (SELECT COUNT(*) FROM looks WHERE article_id = $1) < $4
		ON CONFLICT (article_id, at) DO UPDATE SET sight = excluded.sight`, r.Look.Article, millis(r.At), string(r.Sight), most)
}

// keepVersion keeps a text that an article had later, once.
func keepVersion(ctx context.Context, t *tx, r statements.Relook) (id sql.NullInt64, err error) {
	if r.Text == "" {
		return id, nil
	}
	if r.Sight == statements.SightElsewhere {
		var n int
		if err := one(ctx, t, `SELECT COUNT(*) FROM article_versions WHERE article_id = $1`, []any{r.Look.Article}, &n); err != nil || n >= mostVersions {
			return id, err
		}
	}
	sum := sha256.Sum256([]byte(r.Text))
	return id, one(ctx, t, `INSERT INTO article_versions (article_id, fetched, hash, body) VALUES ($1, $2, $3, $4)
		ON CONFLICT (article_id, hash) DO UPDATE SET hash = excluded.hash RETURNING id`,
		[]any{r.Look.Article, millis(r.At), hex.EncodeToString(sum[:16]), r.Text}, &id)
}

// standing is a change that is not over, and where it is.
type standing struct {
	id int64
	statements.Change
}

// editions are the ids of the article $1 and of its editions.
const editions = `(SELECT id FROM articles WHERE id = $1 UNION ALL SELECT id FROM articles WHERE edition_of = $1)`

const (
	// changesInForce are the changes of an article's statements that are not over.
	changesInForce = `SELECT ` + changeColumns + `, c.id FROM statements st JOIN changes c ON c.statement_id = st.id AND c.over = 0
		LEFT JOIN article_versions v ON v.id = c.version_id WHERE st.article_id IN ` + editions
	// tellingOf are the messages that tell of an article, with what they tell.
	tellingOf = `SELECT a.delivery_id, a.statements FROM alerts a
		WHERE a.delivery_id IN (SELECT d.id FROM deliveries d WHERE d.article_id IN ` + editions + `) ORDER BY a.id`
)

// keepChanges makes a look's changes those that are known of the article. What
// is known already stays as it was found first.
func keepChanges(ctx context.Context, t *tx, r statements.Relook, version sql.NullInt64) error {
	rows, err := all(ctx, t, func(rows *sql.Rows) (s standing, err error) {
		s.Change, err = scanChange(rows, &s.id)
		return s, err
	}, changesInForce, r.Look.Article)
	if err != nil {
		return err
	}
	was := map[int64]standing{}
	for _, s := range rows {
		was[s.Statement] = s
	}
	var touched []int64
	for _, c := range r.Changes {
		old, there := was[c.Statement]
		delete(was, c.Statement)
		c.Text = r.Text
		if there && sameChange(old.Change, c) {
			continue
		}
		if there {
			if err := endChange(ctx, t, old.id, r.At); err != nil {
				return err
			}
		}
		if err := insertChange(ctx, t, c, r.At, version); err != nil {
			return err
		}
		touched = append(touched, c.Statement)
	}
	for _, old := range was { // they are again as they were read
		if err := endChange(ctx, t, old.id, r.At); err != nil {
			return err
		}
		touched = append(touched, old.Statement)
	}
	return reviseTelling(ctx, t, r, touched)
}

// sameChange reports a change that is known: the deed, and what stands there.
func sameChange(a, b statements.Change) bool {
	return a.Deed == b.Deed && a.Now.Speaker == b.Now.Speaker && a.Now.Text(a.Text) == b.Now.Text(b.Text) && a.Note.Of(a.Text) == b.Note.Of(b.Text)
}

func endChange(ctx context.Context, t *tx, id int64, at time.Time) error {
	return t.exec(ctx, `UPDATE changes SET over = $2 WHERE id = $1`, id, millis(at))
}

func insertChange(ctx context.Context, t *tx, c statements.Change, at time.Time, version sql.NullInt64) error {
	n := c.Now
	return t.exec(ctx, `INSERT INTO changes (statement_id, version_id, deed, at, speaker, role, known, kind, confidence, content, verbatim, note_start, note_end)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`, c.Statement, version, string(c.Deed), millis(at),
		n.Speaker, n.Role, string(n.Known), string(n.Kind), n.Confidence, packSpans(n.Content), packSpans(n.Verbatim), c.Note.Start, c.Note.End)
}

// reviseTelling has the messages edited that tell of statements.
func reviseTelling(ctx context.Context, t *tx, r statements.Relook, ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	rows, err := all(ctx, t, scanTeller, tellingOf, r.Look.Article)
	if err != nil {
		return err
	}
	done := map[string]bool{}
	for _, row := range rows {
		named := len(row.statements) == 0 || slices.ContainsFunc(row.statements, func(id int64) bool { return slices.Contains(ids, id) })
		if !named || done[row.delivery] {
			continue
		}
		done[row.delivery] = true
		if err := revise(ctx, t, row.delivery, r.At); err != nil {
			return err
		}
	}
	return nil
}

// scanTeller reads a message and the statements that it names.
func scanTeller(r *sql.Rows) (row told, err error) {
	var ids string
	if err := r.Scan(&row.delivery, &ids); err != nil {
		return row, err
	}
	return row, json.Unmarshal([]byte(ids), &row.statements)
}

// keepEdition keeps the statements that a version has more as an article of its
// own. A version that is kept already changes nothing.
func keepEdition(ctx context.Context, t *tx, r statements.Relook, version int64, docs []document, signed []cluster.Signature) (kept statements.Kept, err error) {
	var current int64
	if err := one(ctx, t, `SELECT n FROM versions WHERE name = 'watches'`+t.d.lockShare, nil, &current); err != nil {
		return kept, err
	}
	if current != r.Added.Watches {
		return kept, statements.ErrWatchesChanged
	}
	a := r.Added
	err = one(ctx, t, `INSERT INTO articles (url_key, url, outlet, title, byline, lang, published, published_offset, zone_unknown,
			day_only, day, fetched, kept, body, summary, stub, edition_of)
		SELECT $2, url, outlet, title, byline, lang, published, published_offset, zone_unknown, day_only, day, $3, $3, $4, summary, stub, id
		FROM articles WHERE id = $1 ON CONFLICT (url_key) DO NOTHING RETURNING id`,
		[]any{r.Look.Article, key(fmt.Sprintf("edition %d", version)), millis(r.At), a.Article.Text}, &kept.ArticleID)
	if errors.Is(err, sql.ErrNoRows) {
		return kept, nil
	}
	if err != nil {
		return kept, fmt.Errorf("edition: %w", err)
	}
	kept.New = true
	if err := addOutlets(ctx, t, a, kept.ArticleID, true); err != nil {
		return kept, fmt.Errorf("outlets: %w", err)
	}
	ids, err := insertStatements(ctx, t, a, docs, kept.ArticleID)
	if err != nil {
		return kept, fmt.Errorf("statements: %w", err)
	}
	if kept.Clusters, err = keepClusters(ctx, t, signed, kept.ArticleID, ids); err != nil {
		return kept, fmt.Errorf("clusters: %w", err)
	}
	if kept.Deliveries, err = owe(ctx, t, a, kept.ArticleID, ids, kept.Clusters); err != nil {
		return kept, fmt.Errorf("alerts: %w", err)
	}
	return kept, nil
}

const changeColumns = `c.statement_id, c.deed, c.at, COALESCE(v.body, ''), c.speaker, c.role, c.known, c.kind, c.confidence, c.content, c.verbatim, c.note_start, c.note_end`

// scanChange reads a row of changeColumns, and what comes behind them.
func scanChange(r *sql.Rows, more ...any) (statements.Change, error) {
	var c statements.Change
	var at int64
	var content, verbatim string
	n := &c.Now
	err := r.Scan(append([]any{&c.Statement, &c.Deed, &at, &c.Text, &n.Speaker, &n.Role, &n.Known, &n.Kind, &n.Confidence, &content, &verbatim, &c.Note.Start, &c.Note.End}, more...)...)
	if err != nil {
		return c, err
	}
	c.At = moment(at)
	var contentErr, verbatimErr error
	n.Content, contentErr = unpackSpans(content)
	n.Verbatim, verbatimErr = unpackSpans(verbatim)
	return c, errors.Join(contentErr, verbatimErr)
}

// changesOf gives what became of statements, as far as it is not over.
func changesOf(ctx context.Context, q querier, ids []int64) (map[int64]*statements.Change, error) {
	var out map[int64]*statements.Change
	for part := range slices.Chunk(ids, chunk) {
		those, args := among(q, "c.statement_id", part)
		rows, err := all(ctx, q, func(r *sql.Rows) (statements.Change, error) { return scanChange(r) },
			`SELECT `+changeColumns+` FROM changes c LEFT JOIN article_versions v ON v.id = c.version_id
			WHERE c.over = 0 AND `+those, args...)
		if err != nil {
			return nil, err
		}
		for i := range rows {
			if out == nil {
				out = map[int64]*statements.Change{}
			}
			out[rows[i].Statement] = &rows[i]
		}
	}
	return out, nil
}
