package sample

import "net/http"

// front is what people know of a site: its front page, which names the feed.
var front = page(`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{.Name}}</title>
<link rel="alternate" type="{{.Type}}" title="{{.Name}}" href="{{.Feed}}"></head>
<body><h1>{{.Name}}</h1>
<ul>{{range .Articles}}<li><a href="{{.Path}}">{{.Title}}</a></li>
{{end}}</ul></body></html>`)

// feedTypes are the types by which pages name feeds.
var feedTypes = map[string]string{
	"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json",
}

func (o outlet) serveFront(w http.ResponseWriter, visible []article) {
	type link struct{ Path, Title string }
	var links []link
	for _, a := range visible {
		if a.outlet == o.slug {
			links = append(links, link{"/" + a.outlet + "/" + a.slug, a.title})
		}
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	// The reader may be gone, and that is all.
	_ = front.Execute(w, map[string]any{
		"Name": o.name, "Type": feedTypes[o.format], "Feed": o.path(), "Articles": links,
	})
}
