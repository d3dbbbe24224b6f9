package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"onrecord/statements"
)

// Embedders are the models that give vectors, as an archive knows them.
type Embedders interface {
	Embedder(ctx context.Context, model string, dimensions int) (statements.Embedder, error)
	// LeaseEmbedder reports whether the work is ours until then.
	LeaseEmbedder(ctx context.Context, id int64, now, until time.Time) (bool, error)
	// ForgetEmbedders deletes some vectors of other models and gives how many.
	ForgetEmbedders(ctx context.Context, but int64, now time.Time, n int) (int, error)
}

// Vectors are what statements mean.
type Vectors interface {
	// Unembedded gives at most n statements without a vector, the newest first.
	Unembedded(ctx context.Context, embedder int64, n int) ([]statements.Passage, error)
	// KeepVectors keeps those of statements in the order of Unembedded.
	KeepVectors(ctx context.Context, embedder int64, of []statements.Meant, until time.Time) error
	// LoadSignatures makes ready what a search by meaning reads.
	LoadSignatures(ctx context.Context, embedder int64, within time.Duration) error
}

// VectorModel gives vectors for texts.
type VectorModel interface {
	Endpoint
	Model() (name string, dimensions int)
	// Expect says how many numbers a vector has to have; 0 is any.
	Expect(size int)
	// Embed gives a vector for each text. What it does not take is
	// statements.ErrRefused.
	Embed(ctx context.Context, texts []string) ([][]float32, error)
}

// Endpoint is where a model is asked.
type Endpoint interface {
	// Failing reports whether it did not answer when it was last asked.
	Failing() bool
	// Probe asks for a vector that any model gives.
	Probe(ctx context.Context) (size int, err error)
}

// Embedder gives every statement its vector, a few at a time, the newest first.
// It waits for nothing that polls or delivers, nor they for it: it pauses as long
// as it works, and longer each time that the model fails. What it has begun when
// it is killed it begins again, one request at most.
type Embedder struct {
	Embedders Embedders
	Vectors   Vectors
	Model     VectorModel
	Now       func() time.Time
	Log       *slog.Logger

	failures int
	failed   string // what went wrong last; "" is nothing
	since    int    // vectors kept since it was last idle
	ready    bool   // the signatures are in memory
	begun    bool   // the work was ours
	tidy     bool   // nothing of other models is left
}

const (
	// embedAtOnce is how many texts are sent in one request.
	embedAtOnce = 32
	// forgetAtOnce is how many vectors of another model go in one transaction.
	forgetAtOnce = 500
	// embedLease is how long nobody else embeds: longer than a request takes.
	embedLease = 2 * time.Minute
	embedPause = 200 * time.Millisecond
	// embedLook is how long it waits for new statements.
	embedLook = 5 * time.Second
	// loadWithin is how long it may take to read the signatures of a large archive.
	loadWithin = time.Minute
	// After a failure it waits as long as firstEmbed, each time twice as long, and
	// lastEmbed at most.
	firstEmbed = 5 * time.Second
	lastEmbed  = 10 * time.Minute
)

// Run embeds until ctx ends. What fails is logged and tried again.
func (e *Embedder) Run(ctx context.Context) error {
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-time.After(e.round(ctx)):
		}
	}
	e.free(context.WithoutCancel(ctx))
	return ctx.Err()
}

// round works a little and gives how long to rest.
func (e *Embedder) round(ctx context.Context) time.Duration {
	begun := e.Now()
	n, more, err := e.step(ctx)
	switch {
	case ctx.Err() != nil:
		return 0
	case err != nil:
		if e.failed != err.Error() {
			e.Log.Warn("there are no vectors", "err", err)
		}
		e.failed = err.Error()
		e.failures++
		return min(lastEmbed, firstEmbed<<min(e.failures-1, 10))
	}
	if e.failed != "" {
		e.Log.Info("there are vectors again")
	}
	e.failed, e.failures = "", 0
	e.since += n
	if more {
		return max(embedPause, e.Now().Sub(begun))
	}
	if e.since > 0 {
		e.Log.Info("every statement has its vector", "kept", e.since)
		e.since = 0
	}
	return embedLook
}

// step gives some statements their vectors, or else forgets some of another
// model. It gives how many got theirs, and whether there may be more to do. Where
// there is nothing it writes nothing.
func (e *Embedder) step(ctx context.Context) (kept int, more bool, err error) {
	row, err := e.row(ctx)
	if err != nil {
		return 0, false, err
	}
	if !e.ready {
		if err := e.Vectors.LoadSignatures(ctx, row.ID, loadWithin); err != nil {
			return 0, false, err
		}
		e.ready = true
	}
	of, err := e.Vectors.Unembedded(ctx, row.ID, embedAtOnce)
	if err != nil {
		return 0, false, err
	}
	if len(of) == 0 && e.Model.Failing() { // it failed a question; the next shall not have to find out
		if _, err := e.Model.Probe(ctx); err != nil {
			return 0, false, err
		}
	}
	if len(of) == 0 && e.tidy {
		return 0, false, nil
	}
	ours, err := e.lease(ctx, row.ID)
	if err != nil || !ours {
		return 0, false, err
	}
	if len(of) == 0 {
		gone, err := e.Embedders.ForgetEmbedders(ctx, row.ID, e.Now(), forgetAtOnce)
		e.tidy = gone == 0 && err == nil
		return 0, gone > 0, err
	}
	meant, err := e.embed(ctx, of)
	if err != nil {
		return 0, false, err
	}
	err = e.Vectors.KeepVectors(ctx, row.ID, meant, e.Now().Add(embedLease))
	if errors.Is(err, statements.ErrNotLeased) {
		return 0, false, nil
	}
	return len(meant), err == nil, err
}

// lease has nobody else embed for a while. The first time it takes the work over:
// whoever had it may have been killed, and who was not leaves it to us.
func (e *Embedder) lease(ctx context.Context, id int64) (ours bool, err error) {
	free := e.Now()
	if !e.begun {
		free = free.Add(embedLease)
	}
	ours, err = e.Embedders.LeaseEmbedder(ctx, id, free, e.Now().Add(embedLease))
	e.begun = e.begun || ours
	return ours, err
}

func (e *Embedder) row(ctx context.Context) (statements.Embedder, error) {
	name, dimensions := e.Model.Model()
	row, err := e.Embedders.Embedder(ctx, name, dimensions)
	if err == nil {
		e.Model.Expect(row.Size)
	}
	return row, err
}

// embed asks for the vectors of the first of these statements. Where something
// in them is refused it asks for half as many, down to the one that is at fault,
// which gets none: but only if the model takes anything at all.
func (e *Embedder) embed(ctx context.Context, of []statements.Passage) ([]statements.Meant, error) {
	meant := make([]statements.Meant, len(of))
	var texts []string
	var at []int
	for i, p := range of {
		meant[i].ID = p.ID
		if strings.TrimSpace(p.Text) != "" {
			texts, at = append(texts, p.Text), append(at, i)
		}
	}
	if len(texts) == 0 {
		return meant, nil
	}
	given, err := e.Model.Embed(ctx, texts)
	switch {
	case errors.Is(err, statements.ErrRefused) && len(of) > 1:
		return e.embed(ctx, of[:len(of)/2])
	case errors.Is(err, statements.ErrRefused):
		if _, err := e.Model.Probe(ctx); err != nil {
			return nil, err
		}
		e.Log.Warn("a statement gets no vector: the model does not take it", "statement", of[0].ID)
		return meant, nil
	case err != nil:
		return nil, err
	case len(given) != len(texts):
		return nil, fmt.Errorf("%d vectors for %d texts", len(given), len(texts))
	}
	for i, v := range given {
		meant[at[i]].Vector = v
	}
	return meant, nil
}

// freeFor is how long a stop waits for the lease to be given back.
const freeFor = time.Second

// free gives the work to whoever comes next.
func (e *Embedder) free(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, freeFor)
	defer cancel()
	if row, err := e.row(ctx); err == nil {
		e.Embedders.LeaseEmbedder(ctx, row.ID, e.Now(), e.Now().Add(-time.Second)) //nolint:errcheck // it runs out by itself
	}
}
