package main

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// radio is an outlet that repeats what others report, in its own words, has an
// interview of its own whose words it changes, and is off the air at times.
type radio struct {
	now      func() time.Time
	upTo     int
	broken   bool
	reworded bool
}

// echoes are its reports, by the article of the newsroom that each follows.
var echoes = []struct {
	after             int
	slug, title, text string
}{
	{1, "at-the-pier", "At the pier", `<p>“The fleet will be home by Sunday, and nobody will be fined for it,” Foreign Minister Mira Solheim told Radio Vell at the pier of Ostervik on %s.</p><p>Then she gave the microphone to Kaja Brenn, who speaks for the Fishermen's Union. “We count the boats twice, and we count the crews three times,” she said.</p><p>The interview will be repeated in the evening, after the weather.</p>`},
	{4, "no-signature", "No signature in Vell", `<p>The talks about the herring quota in Vell are over. “We will not sign a quota that our fishermen cannot live with, and I have told my colleague so,” Foreign Minister Mira Solheim told reporters on %s.</p><p>The trade envoy of the Calder Republic, Ilya Vantreight, was quoted with the words: “A ceiling that moves is not a ceiling.”</p><p>The fleet stays in port until Monday, and the auction hall will open as usual.</p>`},
	{7, "pot-of-coffee", "Coffee for the envoy", `<p>“I offered him a table and a pot of coffee, and he took both,” Foreign Minister Mira Solheim said in Ostervik on %s after her call with Ilya Vantreight, the Fjord Wire reports.</p><p>Scientists of both countries will look at the herring quota first.</p>`},
	{8, "about-fish", "Ministers may argue about fish again", `<p>“Now we can argue about fish, instead of about each other,” Foreign Minister Mira Solheim said on %s about the new survey of the herring in the strait.</p><p>The quota will be on the table again in spring, the ministry added.</p>`},
}

func (r *radio) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if r.broken {
		http.Error(w, "off the air", http.StatusServiceUnavailable)
		return
	}
	feed := strings.HasSuffix(req.URL.Path, "/feed.rss")
	if feed {
		fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Radio Vell</title><link>/radio/</link>`)
		defer fmt.Fprint(w, `</channel></rss>`)
	}
	for _, e := range echoes {
		switch {
		case e.after > r.upTo:
		case feed:
			fmt.Fprintf(w, `<item><title>%s</title><link>/radio/%s</link><guid>%s</guid></item>`, e.title, e.slug, e.slug)
		case req.URL.Path == "/radio/"+e.slug:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			text := fmt.Sprintf(e.text, r.now().Weekday())
			if r.reworded {
				text = strings.Replace(text, "home by Sunday", "home by Monday at the latest", 1)
			}
			fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><head><title>%[1]s</title><meta property="og:site_name" content="Radio Vell"></head><body><article><h1>%[1]s</h1>%[2]s</article></body></html>`, e.title, text)
		}
	}
}
