package sample

import (
	"html/template"
	"net/http"
	"strings"
	"time"

	"golang.org/x/text/encoding/charmap"
)

// pages are the make-ups of the three sites. Each has around the article what
// sites have: navigation, adverts, other headlines, comments.
var pages = map[string]*template.Template{
	"harbor-courier": page(`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{.Title}} | Harbor Courier</title>
<meta property="og:title" content="{{.Title}}"><meta property="og:site_name" content="Harbor Courier">
<meta property="article:published_time" content="{{.When}}"><link rel="canonical" href="{{.URL}}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":{{.Title}},"datePublished":{{.When}},"author":{"@type":"Person","name":{{.Byline}}}}</script>
</head><body><header><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/tides">Tides</a></nav></header>
<main><article><h1>{{.Title}}</h1><p class="byline">By <a rel="author" href="/authors">{{.Byline}}</a></p>
{{range .Paragraphs}}<p>{{.}}</p>
{{end}}</article><aside><h2>Most read</h2><ul><li><a href="/a">Gulls close school yard</a></li><li><a href="/b">Tide tables for the week</a></li></ul></aside></main>
<footer><p>© Harbor Courier. All rights reserved. Subscribe to our newsletter.</p></footer></body></html>`),

	"fjord-wire": page(`<html lang="en"><head><meta charset="utf-8"><title>Fjord Wire - {{.Title}}</title><meta name="author" content="{{.Byline}}"></head>
<body><div id="top"><div class="menu"><a href="/">Wire</a> | <a href="/markets">Markets</a></div></div>
<div class="content"><div class="story"><h1 class="headline">{{.Title}}</h1>
<div class="meta"><time datetime="{{.When}}">{{.Day}}</time></div>
<div class="story-body">{{range .Paragraphs}}<p>{{.}}</p>{{end}}</div></div>
<div class="author-box"><h3>About the author</h3><p>{{.Byline}} has covered the strait for the wire since 2011.</p></div>
<div class="related"><h3>Related</h3><a href="/x">Cod prices fall for third week</a><a href="/y">Storm warning lifted</a></div></div>
<div class="foot">Fjord Wire is not responsible for the content of external sites.</div></body></html>`),

	"ostervik-post": page(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>{{.Title}} - Ostervik Post</title>
<meta name="pubdate" content="{{.When}}"></head><body><table width="100%"><tr><td class="nav"><a href="/">Front page</a><br><a href="/town">Town</a><br><a href="/harbour">Harbour</a></td>
<td class="main"><h2>{{.Title}}</h2><p class="date">{{.Day}}</p>
{{range .Paragraphs}}<p>{{.}}
{{end}}
<div id="comments"><h3>2 comments</h3><div class="comment"><b>gull_watcher</b><p>“They should ask the gulls,” I always say.</p></div><div class="comment"><b>north quay</b><p>Bring back the old ferry!</p></div></div>
</td></tr></table></body></html>`),
}

func page(text string) *template.Template { return template.Must(template.New("").Parse(text)) }

func (o outlet) servePage(w http.ResponseWriter, a article, base string) {
	var b strings.Builder
	err := pages[o.slug].Execute(&b, map[string]any{
		"Title": a.title, "Byline": a.byline, "Paragraphs": a.paragraphs,
		"URL":  base + "/" + a.outlet + "/" + a.slug,
		"When": a.published.Format(time.RFC3339), "Day": a.published.Format("Monday, January 2, 2006 15:04"),
	})
	if err != nil {
		http.Error(w, "the page cannot be made", http.StatusInternalServerError)
		return
	}
	text := b.String()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if o.slug == "ostervik-post" {
		w.Header().Set("Content-Type", "text/html")
		if text, err = charmap.Windows1252.NewEncoder().String(text); err != nil {
			http.Error(w, "the page cannot be encoded", http.StatusInternalServerError)
			return
		}
	}
	_, _ = w.Write([]byte(text)) // the reader may be gone, and that is all
}
