package feeds

import (
	"strings"
	"testing"
)

const (
	freePart  = "The harbour board of Vell voted on Saturday to raise the mooring fees by 12 per cent from January, the third rise in as many years. Fishers on the gallery called the vote a mistake."
	wholePart = "The board's chair, Mira Solheim, said the money was needed for the northern quay, which a storm had damaged in March. Repairs are to begin in the spring, and the quay will stay closed to heavy vessels until then."
)

// articleOf is a page with paragraphs and something in its head.
func articleOf(head string, paragraphs ...string) string {
	return `<html lang="en"><head><title>Vell raises mooring fees</title>` + head + `</head><body><article><h1>Vell raises mooring fees</h1><p>` +
		strings.Join(paragraphs, "</p><p>") + `</p></article></body></html>`
}

func linkedArticle(more string) string {
	return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Vell raises mooring fees",` + more + `}</script>`
}

func TestWalls(t *testing.T) {
	long := strings.Repeat(wholePart+"</p><p>", 10) + freePart
	for name, tt := range map[string]struct {
		page    string
		partial string // what Partial says
		ends    string // how the text ends
	}{
		"open":                      {articleOf(linkedArticle(`"isAccessibleForFree":true`), freePart, wholePart), "", "until then."},
		"closed, by its data":       {articleOf(linkedArticle(`"isAccessibleForFree":"False"`), freePart, wholePart), "for subscribers", "until then."},
		"closed, by microdata":      {articleOf(`<meta itemprop="isAccessibleForFree" content="false">`, freePart, wholePart), "for subscribers", "until then."},
		"locked, by its tier":       {articleOf(`<meta property="article:content_tier" content="locked">`, freePart), "for subscribers", "a mistake."},
		"closed, but it is there":   {articleOf(linkedArticle(`"isAccessibleForFree":false`), long), "", "a mistake."},
		"closed, half of its words": {articleOf(linkedArticle(`"isAccessibleForFree":false,"wordCount":1400`), long), "for subscribers", "a mistake."},
		"fewer words than it says":  {articleOf(linkedArticle(`"wordCount":"900"`), freePart, wholePart), "less text", "until then."},
		"subscribe to go on":        {articleOf("", freePart, wholePart, "Subscribe to continue reading.", "Already a subscriber? Sign in"), "for subscribers", "until then."},
		"in German":                 {articleOf("", freePart, wholePart, "Dieser Artikel ist nur für Abonnenten lesbar. Jetzt weiterlesen mit dem Digitalabo."), "for subscribers", "until then."},
		"in French":                 {articleOf("", freePart, wholePart, "Il vous reste 80 % de cet article à lire. La suite est réservée."), "for subscribers", "until then."},
		"asked behind all of it":    {articleOf("", long, "Sign up to continue reading more of our stories."), "", "a mistake."},
		"cut":                       {articleOf("", freePart, wholePart, "The fishers' association will go to court and has already asked …"), "in the middle", "asked …"},
		"somebody subscribes":       {articleOf("", freePart, "Readers who subscribe to the gazette are the fewest since the war, "+wholePart), "", "until then."},
	} {
		p, err := ReadPage([]byte(tt.page), "text/html", "https://quay.example/fees-rise")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !strings.Contains(p.Partial, tt.partial) || tt.partial == "" && p.Partial != "" || !strings.HasSuffix(p.Body, tt.ends) {
			t.Errorf("%s: partial %q, ends %q", name, p.Partial, p.Body[max(0, len(p.Body)-60):])
		}
	}
}

func TestWallsInPlaceOfArticles(t *testing.T) {
	for name, tt := range map[string]struct{ page, address, want string }{
		"consent": {articleOf("", "We and our 842 partners store and/or access information on a device, such as cookies, and process personal data.",
			"You may accept all, or manage preferences; some of our partners rely on legitimate interest. See our privacy policy for more."), "https://quay.example/a", "consent"},
		"consent, by its host": {articleOf("", "Before you continue to the gazette, please read how we use your data and how our partners do, then agree to the use of cookies."),
			"https://consent.quay.example/collect?to=fees", "consent"},
		"consent in German": {articleOf("", "Wir und unsere 120 Partner speichern Informationen auf Ihrem Gerät. Mit „Alle akzeptieren“ geben Sie Ihre Einwilligung; Näheres im Datenschutz-Center.",
			"Alle ablehnen können Sie in den Einstellungen. Die Einwilligung gilt für ein Jahr und kann widerrufen werden, wann immer Sie es wollen."), "https://hafen.example/a", "consent"},
		"robots":   {articleOf("", "Just a moment while the gazette's security service is checking your browser; this takes some seconds and happens to everybody once a day."), "", "robots"},
		"scripts":  {articleOf("", "Please enable JavaScript and turn off your ad blocker, for the gazette of Vell needs both of these to show you the page that you have asked for."), "", "robots"},
		"pay only": {articleOf("", "Subscribe now to continue reading, and have every story of the gazette on all of your devices for a crown a week, as long as you like it."), "", "subscribe"},
	} {
		if p, err := ReadPage([]byte(tt.page), "text/html", tt.address); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, read %+v", name, err, p)
		}
	}
	about := articleOf("", freePart, wholePart, "The gazette's own page, with its cookie policy and its consent banner, was criticised by Ida Holm, who said that readers should be able to reject all. Its privacy policy, she said, was longer than the report.")
	if _, err := ReadPage([]byte(about), "text/html", "https://quay.example/a"); err != nil {
		t.Errorf("an article about consent: %v", err)
	}
}
