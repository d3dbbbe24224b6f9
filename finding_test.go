package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/statements/extract"
)

const ferryPage = `<html lang="en"><head><title>Ferry stays in port</title><meta property="og:site_name" content="Ostervik Post"></head><body><article><h1>Ferry stays in port</h1>
<p>The harbour board met on Friday evening to decide on the winter timetable of the strait ferry, which has been delayed twice this month.</p>
<p>“There will be no ferry on Monday,” said Mayor Jun Castellan. The board's engineers had found a crack in the shaft and ordered another from the yard in Vell.</p>
<p>Passengers can use the coach over the bridge until the shaft is there. The board meets again on Wednesday to look at the timetable.</p></article></body></html>`

func TestFindings(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n")
		case "/ferry", "/closed":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, ferryPage)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(srv.Close)
	c := Defaults()
	c.Feeds.AllowPrivate = []string{strings.TrimPrefix(srv.URL, "http://")}
	cl, err := client(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cl.Close)
	reader, err := extract.Open(extract.English)
	if err != nil {
		t.Fatal(err)
	}
	public, err := publicClient(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(public.Close)
	f := newFindings(cl, public, reader.Read, time.Now)
	if _, err := f.Page(t.Context(), srv.URL+"/ferry", false); err == nil || !strings.Contains(err.Error(), "private address") {
		t.Errorf("who may not add feeds reads within: %v", err)
	}

	got, err := f.Page(t.Context(), srv.URL+"/ferry?utm_source=chat", true)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Statements) == 0 || got.Statements[0].Text(got.Article.Text) != "There will be no ferry on Monday" || got.Statements[0].Speaker != "Jun Castellan" {
		t.Errorf("statements %+v", got.Statements)
	}
	if a := got.Article; a.Outlet != "Ostervik Post" || a.Title != "Ferry stays in port" || strings.Contains(a.URL, "utm_source") {
		t.Errorf("article %+v", a)
	}
	for path, want := range map[string]string{"/closed": "robots", "/none": "404"} {
		var p *statements.Problem
		if _, err := f.Page(t.Context(), srv.URL+path, true); !errors.As(err, &p) || !strings.Contains(p.Text.String(), want) {
			t.Errorf("%s: %v, want a problem about %s", path, err, want)
		}
	}
	long, err := f.Words(t.Context(), strings.Repeat("ö", mostReadBytes))
	if err != nil || long.Partial == "" || len(long.Article.Text) > mostReadBytes || strings.ContainsRune(long.Article.Text, '\uFFFD') {
		t.Errorf("%v, %d bytes of a long text, %q", err, len(long.Article.Text), long.Partial)
	}
	for range mostReadings { // all turns are taken
		leave, err := f.enter(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer leave()
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Words(ctx, "x"); !errors.Is(err, context.Canceled) {
		t.Errorf("without a turn: %v", err)
	}
}
