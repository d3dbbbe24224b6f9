package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"onrecord/statements"
	"onrecord/statements/vectors"
)

// How many signatures are held in memory (each takes 88 bytes), how many
// neighbours by signature are compared by their vectors, where outlets are asked
// for (of whom signatures know nothing) too, and how many vectors tell what is
// usual.
const (
	mostSignatures   = 2 << 20
	mostCompared     = 512
	mostOfOutlets    = 4096
	usual            = 256
	signaturesAtOnce = 4000
)

// loadFor is how long a search waits for signatures that are not in memory
// yet; it goes on with those that are, and the next reads on.
const loadFor = 700 * time.Millisecond

// signed is the signatures of one embedder in memory.
type signed struct {
	loading sync.Mutex // one reads at a time

	mu       sync.RWMutex
	shelf    vectors.Shelf
	embedder int64
	speakers int64 // the version of who said what
	low      int64 // everything with a number from low to high is on the shelf
	high     int64
	whole    bool // nothing lies below low
}

// Kin gives at most n statements that pass the filters of q and whose vectors
// are nearest to one, the nearest first. The vector must be the embedder's. What
// the topic of q is does not count.
func (s *Store) Kin(ctx context.Context, embedder int64, q statements.Query, vector []float32, n int) ([]statements.Kin, error) {
	v, err := vectors.New(vector)
	if err != nil {
		return nil, fmt.Errorf("look for what means the same: %w", err)
	}
	f, err := s.filterOf(ctx, q)
	if err == nil && !f.none {
		if err = s.LoadSignatures(ctx, embedder, loadFor); err == nil {
			return s.kin(ctx, f, v, max(n, 0))
		}
	}
	if err != nil {
		return nil, fmt.Errorf("look for what means the same: %w", err)
	}
	return nil, nil
}

func (s *Store) kin(ctx context.Context, f filter, v vectors.Vector, n int) ([]statements.Kin, error) {
	compared := mostCompared
	if len(f.outlets) > 0 {
		compared = mostOfOutlets
	}
	passes := f.passing()
	s.signed.mu.RLock()
	near, passed := s.signed.shelf.Near(vectors.Sign(v), compared, passes)
	sample := s.signed.shelf.Sample(usual)
	s.signed.mu.RUnlock()
	any, err := s.compare(ctx, filter{}, v, sample)
	if err != nil {
		return nil, err
	}
	cosines := make([]float64, len(any))
	for i, k := range any {
		cosines[i] = k.Alike
	}
	floor := vectors.Floor(cosines, passed)
	kin, err := s.compare(ctx, f, v, near)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(kin, func(a, b statements.Kin) int {
		return cmp.Or(cmp.Compare(b.Alike, a.Alike), cmp.Compare(b.ID, a.ID))
	})
	kin = kin[:min(len(kin), n)]
	for i := range kin {
		kin[i].Near = kin[i].Alike > floor
	}
	return kin, nil
}

// passing is f as signatures can be filtered by it: all but the outlets.
func (f filter) passing() func(vectors.Mark) bool {
	if len(f.speakers) == 0 && len(f.kinds) == 0 && f.since.IsZero() {
		return nil
	}
	speakers := map[uint32]bool{}
	for _, id := range f.speakers {
		speakers[uint32(id)] = true
	}
	var kinds [len(kindNumbers) + 1]bool
	for _, k := range f.kinds {
		kinds[kindNumber(k)] = true
	}
	since, until := dayNumber(f.since), dayNumber(f.until)
	return func(m vectors.Mark) bool {
		return (len(f.kinds) == 0 || kinds[m.Kind]) && (f.since.IsZero() || m.Day >= since && m.Day <= until) &&
			(len(f.speakers) == 0 || speakers[m.Speaker])
	}
}

var kindNumbers = [...]statements.Kind{statements.Direct, statements.Indirect, statements.Mixed}

// kindNumber is from 1; 0 is none that is known.
func kindNumber(k statements.Kind) uint8 { return uint8(slices.Index(kindNumbers[:], k) + 1) }

func dayNumber(d statements.Date) int32 { return int32(d.Year*10000 + int(d.Month)*100 + d.Day) }

// markOf is what a signature is filtered by.
func markOf(seq, speaker int64, day, kind string) vectors.Mark {
	n, _ := strconv.ParseInt(strings.ReplaceAll(day, "-", ""), 10, 32) // the store writes days alone
	return vectors.Mark{Seq: seq, Speaker: uint32(speaker), Day: int32(n), Kind: kindNumber(statements.Kind(kind))}
}

// compare reads the vectors with those numbers, of statements that pass.
func (s *Store) compare(ctx context.Context, f filter, v vectors.Vector, seqs []int64) ([]statements.Kin, error) {
	passes := f.passing()
	var out []statements.Kin
	for part := range slices.Chunk(seqs, chunk) {
		query, args := compareQuery(f, part)
		rows, err := all(ctx, s.reader, scanCompared, query, args...)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if passes != nil && !passes(r.mark) {
				continue
			}
			if alike, err := v.Cosine(r.packed); err == nil { // a damaged one is found by its words
				out = append(out, statements.Kin{ID: r.id, Alike: alike})
			}
		}
	}
	return out, nil
}

// compareQuery filters by outlets alone: a condition on an ordinary index could
// drive the query from the wrong one.
func compareQuery(f filter, seqs []int64) (string, []any) {
	args := anys(seqs)
	where := ` WHERE g.seq IN (` + list(0, len(seqs)) + `)`
	if len(f.outlets) > 0 {
		var carried string
		carried, args = carriedBy(f.outlets, args)
		where += ` AND ` + carried
	}
	return `SELECT g.seq, st.id, COALESCE(st.speaker_id, 0), st.day, st.kind, v.packed
		FROM meanings g JOIN vectors v ON v.seq = g.seq JOIN statements st ON st.id = g.statement_id` + where, args
}

type compared struct {
	id     int64
	mark   vectors.Mark
	packed []byte
}

func scanCompared(r *sql.Rows) (c compared, err error) {
	var seq, speaker int64
	var day, kind string
	err = r.Scan(&seq, &c.id, &speaker, &day, &kind, &c.packed)
	c.mark = markOf(seq, speaker, day, kind)
	return c, err
}

// LoadSignatures brings the signatures of an embedder into memory, for so long at most:
// those that came since, then older ones. Kin does so by itself.
func (s *Store) LoadSignatures(ctx context.Context, embedder int64, within time.Duration) error {
	r := &s.signed
	if !r.loading.TryLock() {
		return nil // somebody does so already
	}
	defer r.loading.Unlock()
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	err := r.load(ctx, s.reader, embedder)
	if ctx.Err() != nil && r.shelf.Len() > 0 {
		return nil
	}
	return wrap("read the signatures", err)
}

func (r *signed) load(ctx context.Context, q querier, embedder int64) error {
	var speakers, last int64
	err := one(ctx, q, `SELECT (SELECT n FROM versions WHERE name = 'speakers'), (SELECT COALESCE(MAX(seq), 0) FROM meanings WHERE embedder_id = $1)`,
		[]any{embedder}, &speakers, &last)
	if err != nil {
		return err
	}
	if r.embedder != embedder || r.speakers != speakers {
		r.mu.Lock()
		r.shelf, r.embedder, r.speakers = vectors.Shelf{}, embedder, speakers
		r.low, r.high, r.whole = last+1, last, false
		r.mu.Unlock()
	}
	for r.high < last {
		n, err := r.page(ctx, q, `g.seq > $2 ORDER BY g.seq`, r.high)
		if err != nil {
			return err
		}
		if n < signaturesAtOnce {
			break
		}
	}
	for !r.whole {
		n, err := r.page(ctx, q, `g.seq < $2 ORDER BY g.seq DESC`, r.low)
		if err != nil {
			return err
		}
		r.whole = n < signaturesAtOnce
	}
	return nil
}

func nextSignatures(beyond string) string {
	return `SELECT g.seq, COALESCE(st.speaker_id, 0), st.day, st.kind, g.bits FROM meanings g JOIN statements st ON st.id = g.statement_id
		WHERE g.embedder_id = $1 AND ` + beyond + ` LIMIT $3`
}

// page reads signatures beyond one end of those that are on the shelf.
func (r *signed) page(ctx context.Context, q querier, beyond string, from int64) (int, error) {
	type row struct {
		mark vectors.Mark
		bits []byte
	}
	rows, err := all(ctx, q, func(rows *sql.Rows) (v row, err error) {
		var seq, speaker int64
		var day, kind string
		err = rows.Scan(&seq, &speaker, &day, &kind, &v.bits)
		v.mark = markOf(seq, speaker, day, kind)
		return v, err
	}, nextSignatures(beyond), r.embedder, from, signaturesAtOnce)
	if err != nil {
		return 0, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, v := range rows {
		r.low, r.high = min(r.low, v.mark.Seq), max(r.high, v.mark.Seq)
		if sig, err := vectors.ReadSignature(v.bits); err == nil { // one without words has none
			r.shelf.Put(v.mark, sig, mostSignatures)
		}
	}
	return len(rows), nil
}
