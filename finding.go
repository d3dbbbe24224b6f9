package main

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/statements/reasons"
)

// findings reads pages and texts for who asks who says what in them. Two are
// read at a time: a chat must not make us a flood, nor keep the poller from its
// work.
type findings struct {
	client *feeds.Client // reads within
	public *feeds.Client // reads nothing private
	read   func(statements.Article) []statements.Statement
	now    func() time.Time
	turns  chan struct{}
}

// mostReadings are read at a time, and mostReadBytes of each text.
const (
	mostReadings  = 2
	mostReadBytes = 200 << 10
)

func newFindings(client, public *feeds.Client, read func(statements.Article) []statements.Statement, now func() time.Time) *findings {
	return &findings{client: client, public: public, read: read, now: now, turns: make(chan struct{}, mostReadings)}
}

// Page implements handlers.Readings.
func (f *findings) Page(ctx context.Context, url string, within bool) (statements.Reading, error) {
	leave, err := f.enter(ctx)
	if err != nil {
		return statements.Reading{}, err
	}
	defer leave()
	client := f.public
	if within {
		client = f.client
	}
	if !client.MayRead(ctx, url) {
		if err := ctx.Err(); err != nil {
			return statements.Reading{}, err
		}
		return statements.Reading{}, &statements.Problem{Text: statements.Say("The site asks robots not to read this page."), Hint: statements.Say("Paste the words that you want to have read instead of the link.")}
	}
	page, got, err := client.Article(ctx, url)
	if err != nil {
		return statements.Reading{}, fmt.Errorf("read a page that was asked about: %w", err)
	}
	a := statements.Article{
		URL: page.Canonical, Outlet: page.Site, Title: page.Title, Byline: page.Byline,
		Lang: page.Lang, Published: page.Published, Fetched: f.now(), Text: page.Text,
	}
	if a.URL == "" {
		a.URL = got.URL
	}
	return f.reading(a, page.Partial), nil
}

// Words implements handlers.Readings.
func (f *findings) Words(ctx context.Context, text string) (statements.Reading, error) {
	leave, err := f.enter(ctx)
	if err != nil {
		return statements.Reading{}, err
	}
	defer leave()
	return f.reading(statements.Article{Fetched: f.now(), Text: strings.ToValidUTF8(text, "\uFFFD")}, ""), nil
}

func (f *findings) reading(a statements.Article, partial string) statements.Reading {
	if end := mostReadBytes; len(a.Text) > end {
		for !utf8.RuneStart(a.Text[end]) {
			end--
		}
		a.Text = a.Text[:end]
		if partial == "" {
			partial = reasons.VeryLong.With()
		}
	}
	return statements.Reading{Article: a, Statements: f.read(a), Partial: partial}
}

// enter waits for a turn.
func (f *findings) enter(ctx context.Context) (leave func(), err error) {
	select {
	case f.turns <- struct{}{}:
		return func() { <-f.turns }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
