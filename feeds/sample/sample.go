package sample

import (
	"net/http"
	"time"
)

// Newsroom serves the feeds and pages.
type Newsroom struct{ now func() time.Time }

// New makes a newsroom whose articles are dated relative to now's first answer.
func New(now func() time.Time) *Newsroom { return &Newsroom{now: now} }

// ServeHTTP serves feeds and pages; what is not revealed yet is 404.
func (n *Newsroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

// Feeds are the paths of the feeds.
func (n *Newsroom) Feeds() []string { return nil }

// Reveal lets the first k articles be seen.
func (n *Newsroom) Reveal(k int) {}

// Next lets one more article appear and reports whether there was one.
func (n *Newsroom) Next() bool { return false }
