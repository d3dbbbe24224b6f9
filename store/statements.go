package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"time"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// Statement gives one statement by its number; statements.ErrNotFound.
func (s *Store) Statement(ctx context.Context, id int64) (statements.Found, error) {
	found, err := found(ctx, s.again(), []int64{id})
	if err == nil && len(found) == 0 {
		err = statements.ErrNotFound
	}
	if err != nil {
		return statements.Found{}, fmt.Errorf("read statement %d: %w", id, err)
	}
	return found[0], nil
}

// Statements gives statements by their numbers, in that order; those that are
// not there are left out.
func (s *Store) Statements(ctx context.Context, ids []int64) ([]statements.Found, error) {
	out, err := found(ctx, s.again(), ids)
	if err != nil {
		return nil, fmt.Errorf("read statements: %w", err)
	}
	return out, nil
}

// StatementsOf gives the statements of an article in the order of its text.
func (s *Store) StatementsOf(ctx context.Context, articleID int64) ([]statements.Found, error) {
	a, err := s.Article(ctx, articleID)
	return a.Statements, err
}

// Article gives an article with its statements; statements.ErrNotFound.
func (s *Store) Article(ctx context.Context, id int64) (statements.Archived, error) {
	out, err := archived(ctx, s.reader, []int64{id})
	if err == nil && len(out) == 0 {
		err = statements.ErrNotFound
	}
	if err != nil {
		return statements.Archived{}, fmt.Errorf("read article %d: %w", id, err)
	}
	return out[0], nil
}

// Archive gives at most n articles whose ids are under beforeID, newest first;
// 0 begins at the newest.
func (s *Store) Archive(ctx context.Context, beforeID int64, n int) ([]statements.Archived, error) {
	ids, err := all(ctx, s.reader, scalar[int64], `SELECT id FROM articles WHERE $1 <= 0 OR id < $1 ORDER BY id DESC LIMIT $2`, beforeID, n)
	if err != nil {
		return nil, fmt.Errorf("read the archive: %w", err)
	}
	out, err := archived(ctx, s.reader, ids)
	if err != nil {
		return nil, fmt.Errorf("read the archive: %w", err)
	}
	return out, nil
}

// found reads statements with their articles, in the order of ids.
func found(ctx context.Context, q querier, ids []int64) ([]statements.Found, error) {
	read := make([]statements.Found, 0, len(ids))
	var of []int64
	for part := range slices.Chunk(ids, chunk) {
		those, args := among(q, "st.id", part)
		rows, err := all(ctx, q, scanStatement, `SELECT `+statementColumns+` WHERE `+those, args...)
		if err != nil {
			return nil, err
		}
		read = append(read, rows...)
		for _, f := range rows {
			of = append(of, f.Article.ID)
		}
	}
	articles, err := articlesOf(ctx, q, of)
	if err != nil {
		return nil, err
	}
	changed, err := changesOf(ctx, q, ids)
	if err != nil {
		return nil, fmt.Errorf("what became of them: %w", err)
	}
	at := make(map[int64]int, len(read))
	for i, f := range read {
		a := articles[f.Article.ID]
		read[i].Article, read[i].Also, read[i].Changed = a.Article, a.Also, changed[f.Statement.ID]
		at[f.Statement.ID] = i
	}
	out := make([]statements.Found, 0, len(read))
	for _, id := range ids {
		if i, ok := at[id]; ok {
			out = append(out, read[i])
		}
	}
	return out, nil
}

// archived reads articles with their statements, in the order of ids, which may
// repeat.
func archived(ctx context.Context, q querier, ids []int64) ([]statements.Archived, error) {
	articles, err := articlesOf(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	for part := range slices.Chunk(slices.Collect(maps.Keys(articles)), chunk) {
		rows, err := all(ctx, q, scanStatement, `SELECT `+statementColumns+`
			WHERE st.article_id IN (`+list(0, len(part))+`) ORDER BY st.article_id, st.place_in`, anys(part)...)
		if err != nil {
			return nil, err
		}
		var stored []int64
		for _, f := range rows {
			stored = append(stored, f.Statement.ID)
		}
		changed, err := changesOf(ctx, q, stored)
		if err != nil {
			return nil, fmt.Errorf("what became of them: %w", err)
		}
		for _, f := range rows {
			a := articles[f.Article.ID]
			f.Article, f.Also, f.Changed = a.Article, a.Also, changed[f.Statement.ID]
			a.Statements = append(a.Statements, f)
		}
	}
	var out []statements.Archived
	for _, id := range ids {
		if a, ok := articles[id]; ok {
			out = append(out, *a)
		}
	}
	return out, nil
}

// articlesOf reads articles with the outlets that carry them too, and without
// their statements. ids may repeat.
func articlesOf(ctx context.Context, q querier, ids []int64) (map[int64]*statements.Archived, error) {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	out := make(map[int64]*statements.Archived, len(ids))
	for part := range slices.Chunk(ids, chunk) {
		those, args := among(q, "id", part)
		articles, err := all(ctx, q, scanArticle, `SELECT id, url, outlet, title, byline, lang, published, published_offset, zone_unknown,
				day_only, fetched, body, summary, stub FROM articles WHERE `+those, args...)
		if err != nil {
			return nil, err
		}
		for _, a := range articles {
			out[a.ID] = &statements.Archived{Article: a}
		}
		those, args = among(q, "article_id", part)
		outlets, err := all(ctx, q, scanOutlet, outletsAlso(those), args...)
		if err != nil {
			return nil, err
		}
		for _, o := range outlets {
			out[o.of].Also = append(out[o.of].Also, o.Outlet)
		}
	}
	return out, nil
}

// outletsAlso are the outlets that carry those articles too.
func outletsAlso(those string) string {
	return `SELECT article_id, name, url FROM outlets WHERE also AND ` + those + ` ORDER BY article_id, id`
}

type outletOf struct {
	statements.Outlet
	of int64
}

func scanOutlet(r *sql.Rows) (o outletOf, err error) {
	return o, r.Scan(&o.of, &o.Name, &o.URL)
}

func scanArticle(r *sql.Rows) (statements.Article, error) {
	var a statements.Article
	var at sql.NullInt64
	var offset int
	var fetched int64
	err := r.Scan(&a.ID, &a.URL, &a.Outlet, &a.Title, &a.Byline, &a.Lang, &at, &offset, &a.Published.ZoneUnknown,
		&a.Published.DayOnly, &fetched, &a.Text, &a.Summary, &a.Stub)
	a.Fetched = moment(fetched)
	if at.Valid {
		a.Published.Time = time.UnixMilli(at.Int64).In(zone(offset))
	}
	return a, err
}

// zone is the zone that lies so many seconds east of UTC.
func zone(offset int) *time.Location {
	if offset == 0 {
		return time.UTC
	}
	return time.FixedZone("", offset)
}

// statementColumns are a statement's columns and where they come from. The
// registry has the last word on who spoke: the speaker is the one into whom the
// read one (v) is merged (c), by the name that editors gave. The role is the one
// that an editor set for that day, else the article's own where it has the name,
// else the one that other articles about these days have most often.
const statementColumns = `st.id, st.article_id, COALESCE(v.merged_into, v.id), st.speaker, COALESCE(c.name, v.name, ''),
	st.assigned OR v.merged_into IS NOT NULL OR COALESCE(v.name_set, FALSE), st.assigned,
	COALESCE((SELECT r.role FROM set_roles r WHERE r.speaker_id = COALESCE(v.merged_into, v.id) AND r.since <= st.day AND (r.until = '' OR r.until >= st.day)
		ORDER BY r.since DESC, r.id DESC LIMIT 1), ''), st.role,
		COALESCE(CASE WHEN st.role = '' OR st.assigned THEN (SELECT r.role FROM read_roles r WHERE r.speaker_id IN (v.id, v.merged_into) AND st.day BETWEEN r.first_day AND r.last_day
		ORDER BY r.uses DESC, r.role LIMIT 1) END, ''),
	st.known, st.kind, st.source_start, st.source_end, st.cue_start, st.cue_end, st.content, st.verbatim, st.said_on, st.place, st.confidence,
	COALESCE(rp.cluster_id, st.id)
	FROM statements st LEFT JOIN speakers v ON v.id = st.speaker_id LEFT JOIN speakers c ON c.id = v.merged_into
	LEFT JOIN reports rp ON rp.statement_id = st.id`

// scanStatement reads a row of statementColumns; of its article only the id.
func scanStatement(r *sql.Rows) (statements.Found, error) {
	var f statements.Found
	var speaker sql.NullInt64
	var saidOn sql.NullString
	var content, verbatim, named, set, usual string
	var renamed, assigned sql.NullBool
	st := &f.Statement
	err := r.Scan(&st.ID, &f.Article.ID, &speaker, &st.Speaker, &named, &renamed, &assigned, &set, &st.Role, &usual, &st.Known, &st.Kind,
		&st.Source.Start, &st.Source.End, &st.Cue.Start, &st.Cue.End, &content, &verbatim, &saidOn, &st.Place, &st.Confidence, &f.Cluster)
	if err != nil {
		return f, err
	}
	f.SpeakerID = speaker.Int64
	if renamed.Bool && named != "" && named != st.Speaker {
		st.Heard, st.Speaker = st.Speaker, named
	}
	if assigned.Bool {
		st.Known, st.Confidence = statements.ByEditor, 1
		if st.Heard != "" && !speakers.Same(st.Heard, st.Speaker) {
			st.Role = "" // whom the article names has it
		}
	}
	st.Role = cmp.Or(set, st.Role, usual)
	if saidOn.Valid {
		if st.SaidOn, err = statements.ParseDate(saidOn.String); err != nil {
			return f, err
		}
	}
	var contentErr, verbatimErr error
	st.Content, contentErr = unpackSpans(content)
	st.Verbatim, verbatimErr = unpackSpans(verbatim)
	return f, cmp.Or(contentErr, verbatimErr)
}
