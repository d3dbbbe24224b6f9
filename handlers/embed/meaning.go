package embed

import (
	"context"
	"fmt"

	"onrecord/statements"
)

// Archive is what of a store is needed to find statements by what they mean.
type Archive interface {
	Embedder(ctx context.Context, model string, dimensions int) (statements.Embedder, error)
	Kin(ctx context.Context, embedder int64, q statements.Query, vector []float32, n int) ([]statements.Kin, error)
	Vectors(ctx context.Context, embedder int64) (int, error)
}

// Meaning finds statements by what they mean.
type Meaning struct {
	Client  *Client
	Archive Archive
}

// Kin gives at most n statements that pass the filters of q and mean something
// like the topic, the nearest first.
func (m *Meaning) Kin(ctx context.Context, q statements.Query, topic string, n int) ([]statements.Kin, error) {
	e, err := m.embedder(ctx)
	if err != nil {
		return nil, err
	}
	if e.Size == 0 {
		return nil, nil // nothing is embedded yet
	}
	v, err := m.Client.Topic(ctx, topic)
	if err != nil {
		return nil, err
	}
	return m.Archive.Kin(ctx, e.ID, q, v, n)
}

func (m *Meaning) embedder(ctx context.Context) (statements.Embedder, error) {
	e, err := m.Archive.Embedder(ctx, m.Client.conf.Model, m.Client.conf.Dimensions)
	if err != nil {
		return e, fmt.Errorf("look up the model: %w", err)
	}
	m.Client.Expect(e.Size)
	return e, nil
}

// Embedding tells how far the work is and how the endpoint answered last.
func (m *Meaning) Embedding(ctx context.Context) (statements.Embedding, error) {
	e, err := m.embedder(ctx)
	if err != nil {
		return statements.Embedding{}, err
	}
	s := m.Client.State()
	out := statements.Embedding{Model: e.Model, Asked: s.At, Problem: s.Problem}
	out.Vectors, err = m.Archive.Vectors(ctx, e.ID)
	return out, err
}
