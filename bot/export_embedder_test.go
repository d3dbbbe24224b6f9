package bot

import "context"

// EmbedderRound lets an Embedder work once.
func EmbedderRound(ctx context.Context, e *Embedder) { e.round(ctx) }
