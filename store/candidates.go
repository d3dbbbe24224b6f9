package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"onrecord/statements"
	"onrecord/statements/cluster"
)

const (
	// mostCandidates bounds what an article's statements of one speaker are
	// held against: the newest of the days around it. Nobody is quoted so often
	// in so few days but heads of the greatest states.
	mostCandidates = 200
	// mostQuoted bounds how many statements with one of the article's long
	// sentences are looked at.
	mostQuoted = 50
	// mostBearers bounds of how many speakers with a surname the statements are
	// looked at.
	mostBearers = 20
)

// spoken gives the signatures with the speakers that the registry has for them:
// by the key of the one into whom theirs is merged. roots are their numbers.
func spoken(ctx context.Context, t *tx, signed []cluster.Signature, article int64) (fresh []cluster.Signature, roots map[string]int64, err error) {
	type row struct {
		place int
		root  int64
		key   string
	}
	rows, err := all(ctx, t, func(r *sql.Rows) (v row, err error) { return v, r.Scan(&v.place, &v.root, &v.key) },
		`SELECT st.place_in, c.id, c.speaker_key FROM statements st JOIN speakers v ON v.id = st.speaker_id
			JOIN speakers c ON c.id = COALESCE(v.merged_into, v.id) WHERE st.article_id = $1`, article)
	if err != nil {
		return nil, nil, err
	}
	fresh, roots = slices.Clone(signed), map[string]int64{}
	for i := range fresh {
		fresh[i].Speaker = ""
	}
	for _, r := range rows {
		if r.place < len(fresh) {
			fresh[r.place].Speaker, roots[r.key] = r.key, r.root
		}
	}
	return fresh, roots, nil
}

// candidates are the statements of the archive that new ones may be reports of
// the same utterances as: by the same speakers, or with the same long
// sentences, of the days around.
func candidates(ctx context.Context, t *tx, fresh []cluster.Signature, roots map[string]int64) ([]cluster.Known, error) {
	var out []cluster.Known
	seen := map[int64]bool{}
	add := func(rows []candidate) {
		for _, c := range rows {
			if !seen[c.statement] {
				seen[c.statement] = true
				out = append(out, c.Known)
			}
		}
	}
	for _, k := range slices.Sorted(maps.Keys(roots)) {
		rows, err := ofSpeaker(ctx, t, fresh, k, roots[k])
		if err != nil {
			return nil, err
		}
		add(rows)
	}
	rows, err := ofQuotes(ctx, t, fresh)
	add(rows)
	return out, err
}

// candidate is a row of reports.
type candidate struct {
	cluster.Known
	statement int64
}

const candidateColumns = `r.statement_id, r.cluster_id, r.signature, COALESCE(c.speaker_key, '')`

// scanCandidate reads a row of candidateColumns. One that another version of
// the program has signed is compared with nothing.
func scanCandidate(r *sql.Rows) (candidate, error) {
	var c candidate
	var packed []byte
	var speaker string
	if err := r.Scan(&c.statement, &c.Cluster, &packed, &speaker); err != nil {
		return c, err
	}
	signed, err := cluster.Unpack(packed)
	if err == nil {
		c.Signature = signed
	}
	c.Speaker = speaker
	return c, nil
}

// ofSpeaker gives the statements of a speaker around the days of the new ones,
// and those of namesakes: a full name comes with the bare surname, and a bare
// surname with its bearer. If several bear it nobody can say which is meant.
func ofSpeaker(ctx context.Context, t *tx, fresh []cluster.Signature, key string, root int64) ([]candidate, error) {
	since, until := daysAround(fresh, func(s cluster.Signature) bool { return s.Speaker == key })
	out, err := ofRoots(ctx, t, []int64{root}, since, until)
	if err != nil {
		return nil, err
	}
	others, err := namesakes(ctx, t, key, root)
	if err != nil || len(others) == 0 {
		return out, err
	}
	rows, err := ofRoots(ctx, t, others, since, until)
	if slices.ContainsFunc(rows, func(c candidate) bool { return c.Speaker != rows[0].Speaker }) {
		return out, err
	}
	return append(out, rows...), err
}

// ofRoots gives the newest statements of speakers, and of those who are merged
// into them, between two days.
func ofRoots(ctx context.Context, t *tx, roots []int64, since, until statements.Date) ([]candidate, error) {
	args := append(append(anys(roots), anys(roots)...), since.String(), until.String(), mostCandidates)
	return all(ctx, t, scanCandidate, rootsQuery(len(roots)), args...)
}

func rootsQuery(n int) string {
	return `SELECT ` + candidateColumns + ` FROM speakers v JOIN statements st ON st.speaker_id = v.id
		JOIN reports r ON r.statement_id = st.id JOIN speakers c ON c.id = COALESCE(v.merged_into, v.id)
		WHERE v.id IN (SELECT id FROM speakers WHERE id IN (` + list(0, n) + `) UNION ALL SELECT id FROM speakers WHERE merged_into IN (` + list(n, n) + `))
			AND st.day BETWEEN ` + list(2*n, 1) + ` AND ` + list(2*n+1, 1) + `
		ORDER BY st.id DESC LIMIT ` + list(2*n+2, 1)
}

// namesakes are the speakers who may be meant: for a full name the bare
// surname, for a bare surname all that bear it.
func namesakes(ctx context.Context, t *tx, key string, root int64) ([]int64, error) {
	if surname := cluster.SurnameOf(key); surname != key {
		return all(ctx, t, scalar[int64], `SELECT id FROM speakers WHERE speaker_key = $1 AND id <> $2`, surname, root)
	}
	return all(ctx, t, scalar[int64], `SELECT v.id FROM name_words w JOIN speakers v ON v.id = w.speaker_id
		WHERE w.word = $1 AND v.id <> $2 ORDER BY v.id DESC LIMIT $3`, key, root, mostBearers)
}

// ofQuotes gives the statements that have one of the new ones' long sentences.
func ofQuotes(ctx context.Context, t *tx, fresh []cluster.Signature) ([]candidate, error) {
	hashes := map[int64]bool{}
	for _, s := range fresh {
		for _, q := range s.Quotes {
			hashes[int64(q)] = true
		}
	}
	since, until := daysAround(fresh, func(s cluster.Signature) bool { return len(s.Quotes) > 0 })
	var out []candidate
	for part := range slices.Chunk(slices.Sorted(maps.Keys(hashes)), chunk) {
		args := append(anys(part), since.String(), until.String(), mostQuoted)
		rows, err := all(ctx, t, scanCandidate, quotesQuery(len(part)), args...)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

func quotesQuery(n int) string {
	return `SELECT ` + candidateColumns + ` FROM quotations q JOIN statements st ON st.id = q.statement_id JOIN reports r ON r.statement_id = st.id
		LEFT JOIN speakers v ON v.id = st.speaker_id LEFT JOIN speakers c ON c.id = COALESCE(v.merged_into, v.id)
		WHERE q.hash IN (` + list(0, n) + `) AND st.day BETWEEN ` + list(n, 1) + ` AND ` + list(n+1, 1) + `
		ORDER BY st.id DESC LIMIT ` + list(n+2, 1)
}

// daysAround are the days in which utterances of some of the new statements may
// be reported.
func daysAround(fresh []cluster.Signature, of func(cluster.Signature) bool) (since, until statements.Date) {
	for _, s := range fresh {
		if !of(s) || s.Day.IsZero() {
			continue
		}
		if from := s.Day.AddDays(-cluster.Window); since.IsZero() || from.Before(since) {
			since = from
		}
		if to := s.Day.AddDays(cluster.Window); until.Before(to) {
			until = to
		}
	}
	return since, until
}
