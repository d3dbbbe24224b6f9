package main

import (
	"context"
	"fmt"
	"time"

	"onrecord/bot"
	"onrecord/handlers/embed"
	"onrecord/statements"
)

// embed has the desk search by meaning, and makes who gives statements their
// vectors, where the configuration names an endpoint.
func (h *house) embed(c EmbeddingsConfig) {
	if c.URL == "" {
		return
	}
	model := embed.New(embed.Config{
		URL: c.URL, Model: c.Model, Key: c.Key(), Dimensions: int(c.Dimensions), Timeout: time.Duration(c.Timeout), Now: h.now,
	})
	h.desk.Meaning = &embed.Meaning{Client: model, Archive: h.store}
	h.vectors = &bot.Embedder{Embedders: h.store, Vectors: h.store, Model: model, Now: h.now, Log: h.log}
}

// embedding gives statements their vectors until ctx ends.
func (h *house) embedding() func(context.Context) error {
	if h.vectors == nil {
		return func(context.Context) error { return nil }
	}
	return h.vectors.Run
}

// checkEmbeddings tries the endpoint with one word.
func (h *house) checkEmbeddings(ctx context.Context, r *report) {
	if h.vectors == nil {
		return
	}
	const what = "embeddings"
	name, dimensions := h.vectors.Model.Model()
	row, err := h.store.Embedder(ctx, name, dimensions)
	if err != nil {
		r.bad(what, err)
		return
	}
	h.vectors.Model.Expect(row.Size)
	size, err := h.vectors.Model.Probe(ctx)
	if err != nil {
		r.bad(what, &statements.Problem{
			Text: statements.Say("The endpoint gives no vector by the model %s: %s.", name, err.Error()),
			Hint: statements.Say("Check url, model, dimensions and key_env of handlers.embeddings; without it questions are answered by words alone."),
		})
		return
	}
	r.good(what, fmt.Sprintf("%s gives vectors of %d numbers", name, size))
}
