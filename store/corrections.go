package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// correctionColumns are a correction's columns and where they come from. The
// registry has the last word on who a speaker is: one that was merged or renamed
// since is shown so, and a name that nobody had is looked up anew.
const correctionColumns = `c.id, c.server, c.place, c.statement_id, c.what, COALESCE(m.id, v.id, 0), COALESCE(m.name, v.name, c.speaker), c.speaker_key,
	c.written, c.other_id, c.was_id, c.was, c.made_by, c.made_by_id, c.at, c.undone, c.undone_by,
	COALESCE((SELECT r.role FROM set_roles r WHERE r.speaker_id = COALESCE(m.id, v.id) AND r.since <= st.day AND (r.until = '' OR r.until >= st.day)
		ORDER BY r.since DESC, r.id DESC LIMIT 1),
		(SELECT r.role FROM read_roles r WHERE r.speaker_id IN (v.id, m.id) AND st.day BETWEEN r.first_day AND r.last_day ORDER BY r.uses DESC, r.role LIMIT 1), ''),
	CASE WHEN c.written <> '' THEN COALESCE(st.speaker_id, 0) ELSE 0 END,
	CASE WHEN c.other_id <> 0 THEN COALESCE(rs.cluster_id, c.statement_id) ELSE 0 END, CASE WHEN c.other_id <> 0 THEN COALESCE(ro.cluster_id, c.other_id) ELSE 0 END
	FROM corrections c JOIN statements st ON st.id = c.statement_id
	LEFT JOIN speakers v ON v.id = CASE WHEN c.speaker_id <> 0 THEN c.speaker_id ELSE (SELECT k.id FROM speakers k WHERE k.speaker_key = c.speaker_key AND c.speaker_key <> '') END
	LEFT JOIN speakers m ON m.id = v.merged_into
	LEFT JOIN reports rs ON rs.statement_id = c.statement_id LEFT JOIN reports ro ON ro.statement_id = c.other_id`

// correctionRow is a correction and the key of the name that it gives.
type correctionRow struct {
	statements.Correction
	key string
}

func scanCorrection(r *sql.Rows) (correctionRow, error) {
	var c correctionRow
	var at, undone int64
	err := r.Scan(&c.ID, &c.Server, &c.Place, &c.Statement, &c.What, &c.Speaker.ID, &c.Speaker.Name, &c.key,
		&c.Written, &c.Other, &c.Was.ID, &c.Was.Name, &c.By, &c.ByID, &at, &undone, &c.UndoneBy,
		&c.Role, &c.Heard, &c.Cluster, &c.Into)
	c.At, c.Undone = moment(at), moment(undone)
	return c, err
}

// changing are the corrections that change what a server sees, the oldest first.
const changing = `SELECT ` + correctionColumns + ` WHERE c.server = $1 AND c.undone = 0 AND c.what <> 'right' ORDER BY c.id`

// Seen gives the archive as the reviewers of a server see it, or those of the
// server that a place belongs to, where server is "". Where nobody has corrected
// anything it costs one look into an index.
func (s *Store) Seen(ctx context.Context, server, place string) (*statements.View, error) {
	if server == "" && place != "" {
		of, err := serversOf(ctx, s.again(), []string{place})
		if err != nil {
			return nil, fmt.Errorf("read whose place it is: %w", err)
		}
		server = of[place]
	}
	if server == "" {
		return nil, nil
	}
	view, err := viewOf(ctx, s.again(), server)
	if err != nil {
		return nil, fmt.Errorf("read the corrections: %w", err)
	}
	return view, nil
}

// corrections reads rows of correctionColumns. Those whom the archive has no
// statement of are numbered below zero: one name has one number.
func corrections(ctx context.Context, q querier, query string, args ...any) ([]statements.Correction, error) {
	rows, err := all(ctx, q, scanCorrection, query, args...)
	if err != nil {
		return nil, err
	}
	unknown := map[string]int64{}
	out := make([]statements.Correction, 0, len(rows))
	for _, r := range rows {
		if r.What == statements.VerdictSpeaker && r.Speaker.ID == 0 {
			if unknown[r.key] == 0 {
				unknown[r.key] = -r.ID
			}
			r.Speaker.ID = unknown[r.key]
		}
		out = append(out, r.Correction)
	}
	return out, nil
}

func viewOf(ctx context.Context, q querier, server string) (*statements.View, error) {
	list, err := corrections(ctx, q, changing, server)
	return statements.NewView(list), err
}

// Reviews gives at most n corrections of a server, the newest first, undone ones
// too: those of one statement, or all for 0.
func (s *Store) Reviews(ctx context.Context, server string, statement int64, n int) ([]statements.Correction, error) {
	out, err := corrections(ctx, s.reader, `SELECT `+correctionColumns+` WHERE c.server = $1 AND ($2 = 0 OR c.statement_id = $2)
		ORDER BY c.id DESC LIMIT $3`, server, statement, max(n, 0))
	if err != nil {
		return nil, fmt.Errorf("read what was reviewed: %w", err)
	}
	return out, nil
}

// Correct keeps what a reviewer said of a statement, and has the server's
// messages that show it drawn anew. It gives the correction with what was shown
// before, and the places whose messages change. statements.ErrNotFound if one of
// the statements is not on record; statements.ErrExists, with what is in force,
// if that was said already or if a statement that is corrected shall be right.
func (s *Store) Correct(ctx context.Context, c statements.Correction) (statements.Correction, error) {
	err := s.write(ctx, "keep the correction", func(t *tx) error {
		if c.Written != "" {
			if err := changeableWatches(ctx, t); err != nil {
				return err
			}
		}
		shown, err := correctable(ctx, t, &c)
		if err != nil {
			return err
		}
		c.Was = statements.Speaker{ID: max(shown.SpeakerID, 0), Name: shown.Statement.Speaker}
		if shown.Statement.Known == statements.Unresolved {
			c.Was = statements.Speaker{}
		}
		if err := insertCorrection(ctx, t, &c); err != nil {
			return err
		}
		if c.Places, err = reviseShown(ctx, t, c, c.At); err != nil || c.Written == "" {
			return err
		}
		return changeWatches(ctx, t)
	})
	return c, err
}

// correctable gives the statement as its server sees it before the correction c,
// which becomes the one that says the same already. Two reviewers of one
// statement wait for each other.
func correctable(ctx context.Context, t *tx, c *statements.Correction) (statements.Found, error) {
	var shown statements.Found
	both := []int64{c.Statement}
	if c.What == statements.VerdictDuplicate {
		both = append(both, c.Other)
	}
	list, err := found(ctx, t, both)
	if err != nil {
		return shown, err
	}
	if len(list) != len(both) || c.Other == c.Statement {
		return shown, statements.ErrNotFound
	}
	var locked int64
	if err := one(ctx, t, `SELECT id FROM statements WHERE id = $1`+t.d.lockWait, []any{c.Statement}, &locked); err != nil {
		return shown, err
	}
	view, err := viewOf(ctx, t, c.Server)
	if err != nil {
		return shown, err
	}
	shown = view.Show(list[0])
	before, err := corrections(ctx, t, `SELECT `+correctionColumns+` WHERE c.server = $1 AND c.statement_id = $2 AND c.undone = 0
		AND c.what <> 'duplicate' ORDER BY c.id DESC LIMIT 1`, c.Server, c.Statement)
	if err != nil {
		return shown, err
	}
	if c.What == statements.VerdictDuplicate {
		if view.Cluster(list[0].Cluster) == view.Cluster(list[1].Cluster) {
			return shown, statements.ErrExists
		}
		return shown, nil
	}
	if len(before) > 0 && said(before[0], *c) {
		*c = before[0]
		return shown, statements.ErrExists
	}
	return shown, nil
}

// said reports whether nothing new is said by c. Where a statement is corrected,
// that it is right would contradict: whoever means that takes it back.
func said(before, c statements.Correction) bool {
	switch {
	case c.What == statements.VerdictRight:
		return true
	case c.What != before.What:
		return false
	case c.What == statements.VerdictSpeaker:
		return before.Speaker.Name == c.Speaker.Name && (c.Speaker.ID <= 0 || before.Speaker.ID == c.Speaker.ID) && before.Written == c.Written
	}
	return true
}

func insertCorrection(ctx context.Context, t *tx, c *statements.Correction) error {
	k := ""
	if c.What == statements.VerdictSpeaker {
		c.Speaker.Name = oneLine(c.Speaker.Name)
		k = key(speakers.Key(c.Speaker.Name))
		if c.Speaker.ID <= 0 {
			var err error
			if _, c.Speaker.ID, err = bearer(ctx, t, c.Speaker.Name); err != nil {
				return err
			}
		}
	}
	err := one(ctx, t, `INSERT INTO corrections (server, place, statement_id, what, speaker_id, speaker, speaker_key, written, other_id, was_id, was, made_by, made_by_id, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
		[]any{c.Server, c.Place, c.Statement, string(c.What), c.Speaker.ID, c.Speaker.Name, k, c.Written, c.Other, c.Was.ID, c.Was.Name, c.By, c.ByID, millis(c.At)}, &c.ID)
	if err != nil || c.Place == "" || c.Place == c.Server {
		return err
	}
	return t.exec(ctx, `INSERT INTO places (place, server) VALUES ($1, $2) ON CONFLICT (place) DO UPDATE SET server = excluded.server`, c.Place, c.Server)
}

// UndoCorrection takes a correction of a server back: by holds who does it, when
// and where. What was in force before is in force again. statements.ErrNotFound
// if the server has none of that number, statements.ErrExists if it is undone.
func (s *Store) UndoCorrection(ctx context.Context, by statements.Correction, id int64) (statements.Correction, error) {
	var c statements.Correction
	err := s.write(ctx, "take the correction back", func(t *tx) error {
		if err := changeableWatches(ctx, t); err != nil {
			return err
		}
		there, err := corrections(ctx, t, `SELECT `+correctionColumns+` WHERE c.server = $1 AND c.id = $2`, by.Server, id)
		switch {
		case err != nil:
			return err
		case len(there) == 0:
			return statements.ErrNotFound
		}
		c = there[0]
		n, err := t.changed(ctx, `UPDATE corrections SET undone = $2, undone_by = $3 WHERE id = $1 AND undone = 0`, id, millis(by.At), by.By)
		switch {
		case err != nil:
			return err
		case n == 0:
			return statements.ErrExists
		}
		c.Undone, c.UndoneBy = by.At, by.By
		if c.Places, err = reviseShown(ctx, t, c, by.At); err != nil || c.Written == "" {
			return err
		}
		return changeWatches(ctx, t)
	})
	return c, err
}

// whose is the condition that a watch w is one of the server $1: its own, or one
// of the configuration for a place of the server.
const whose = `((w.server = $1 AND w.server <> '') OR (w.server = '' AND (w.place = $1 OR w.place IN (SELECT p.place FROM places p WHERE p.server = $1))))`

// reviseShown has the server's messages that show the statements of a
// correction drawn anew, at once, and gives their places. A backlog is not
// edited.
func reviseShown(ctx context.Context, t *tx, c statements.Correction, at time.Time) ([]string, error) {
	if c.What == statements.VerdictRight {
		return nil, nil
	}
	type shown struct {
		id, place, form, ids string
		seq, statement       int64
	}
	about := []int64{c.Statement}
	if c.Other != 0 {
		about = append(about, c.Other)
	}
	in := list(1, len(about))
	rows, err := all(ctx, t, func(r *sql.Rows) (v shown, err error) {
		return v, r.Scan(&v.id, &v.place, &v.form, &v.seq, &v.ids, &v.statement)
	}, `SELECT d.id, d.place, d.form, d.seq, a.statements, st.id FROM statements st JOIN watches w ON `+whose+`
			JOIN alerts a ON a.watch_id = w.id AND a.article_id = st.article_id JOIN deliveries d ON d.id = a.delivery_id
			WHERE st.id IN (`+in+`)
		UNION SELECT d.id, d.place, d.form, d.seq, '[]', r.statement_id FROM reports r JOIN watches w ON `+whose+`
			JOIN told o ON o.watch_id = w.id AND o.cluster_id = r.cluster_id JOIN deliveries d ON d.id = o.delivery_id
			WHERE r.statement_id IN (`+in+`) ORDER BY 4`, append([]any{c.Server}, anys(about)...)...)
	if err != nil {
		return nil, fmt.Errorf("look for the messages: %w", err)
	}
	var places []string
	done := map[string]bool{}
	for _, r := range rows {
		var ids []int64
		if err := json.Unmarshal([]byte(r.ids), &ids); err != nil {
			return nil, fmt.Errorf("statements of an alert: %w", err)
		}
		if done[r.id] || r.form == string(statements.FormBacklog) || len(ids) > 0 && !slices.Contains(ids, r.statement) {
			continue
		}
		done[r.id] = true
		if err := reviseNow(ctx, t, r.id, at); err != nil {
			return nil, err
		}
		if !slices.Contains(places, r.place) {
			places = append(places, r.place)
		}
	}
	return places, nil
}

// reviseNow has a message that is there drawn anew without the pause between
// edits: what it shows was found to be wrong.
func reviseNow(ctx context.Context, t *tx, delivery string, at time.Time) error {
	return t.exec(ctx, `UPDATE deliveries SET revision = revision + 1, edit_due = CASE WHEN state = 'sent' THEN CAST($2 AS BIGINT) ELSE edit_due END
		WHERE id = $1`, delivery, millis(at))
}

// serversOf gives the server that each place belongs to, as far as it is known.
func serversOf(ctx context.Context, q querier, places []string) (map[string]string, error) {
	out := map[string]string{}
	for part := range slices.Chunk(places, chunk) {
		in := list(0, len(part))
		rows, err := all(ctx, q, scanPair, `SELECT place, server FROM places WHERE place IN (`+in+`)
			UNION SELECT place, server FROM watches WHERE server <> '' AND place IN (`+in+`)`, anys(part)...)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out[r[0]] = r[1]
		}
	}
	if slices.Contains(places, consolePlace) {
		out[consolePlace] = consolePlace
	}
	return out, nil
}

// consolePlace is the one place of the terminal, and its server.
const consolePlace = "console"
