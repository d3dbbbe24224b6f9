package main

import (
	"context"
	"sync"
	"time"

	"onrecord/feeds"
	"onrecord/statements"
)

// glances reads articles' pages for who verifies a quote. A page is asked for
// once a minute at most, whoever asks.
type glances struct {
	client *feeds.Client
	now    func() time.Time

	mu   sync.Mutex
	seen map[string]glance
}

// glance is a page as it was a moment ago.
type glance struct {
	at    time.Time
	sight statements.Sight
	text  string
}

const (
	glanceLasts = time.Minute
	mostGlances = 50 // in memory
)

// Today implements handlers.Pages.
func (p *glances) Today(ctx context.Context, url, title string) (statements.Sight, string) {
	p.mu.Lock()
	defer p.mu.Unlock() // one page at a time: a chat must not make us a flood
	now := p.now()
	if g, ok := p.seen[url]; ok && now.Sub(g.at) < glanceLasts {
		return g.sight, g.text
	}
	if p.seen == nil || len(p.seen) >= mostGlances {
		p.seen = map[string]glance{}
	}
	sight, text := p.client.Today(ctx, url, title)
	p.seen[url] = glance{now, sight, text}
	return sight, text
}
