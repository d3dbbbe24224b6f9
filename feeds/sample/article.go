package sample

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"text/template"
	"time"
)

//go:embed articles/*.txt
var files embed.FS

// article is one text of the newsroom.
type article struct {
	outlet, slug, title, byline, teaser string
	also                                string // an outlet whose feed lists the page too
	full                                bool   // the feed carries the whole text
	when                                string // see age
	body                                *template.Template

	published  time.Time
	paragraphs []string
}

// readArticles reads the embedded files, in the order of their names. A mistake
// in one of them is ours, and shows at once.
func readArticles() []article {
	entries, err := files.ReadDir("articles")
	if err != nil {
		panic(err)
	}
	var out []article
	for _, e := range entries {
		b, err := files.ReadFile("articles/" + e.Name())
		if err != nil {
			panic(err)
		}
		a, err := parseArticle(string(b))
		if err != nil {
			panic(fmt.Sprintf("%s: %v", e.Name(), err))
		}
		out = append(out, a)
	}
	return out
}

func parseArticle(s string) (a article, err error) {
	head, body, _ := strings.Cut(s, "\n\n")
	for _, line := range strings.Split(head, "\n") {
		key, val, _ := strings.Cut(line, ": ")
		switch key {
		case "feed":
			a.outlet = val
		case "slug":
			a.slug = val
		case "title":
			a.title = val
		case "byline":
			a.byline = val
		case "teaser":
			a.teaser = val
		case "also":
			a.also = val
		case "full":
			a.full = val == "yes"
		case "when":
			a.when = val
			_, err = a.age(time.Time{})
		default:
			err = fmt.Errorf("unknown key %q", key)
		}
		if err != nil {
			return a, err
		}
	}
	a.body, err = template.New("").Funcs(calendar(time.Time{})).Parse(body)
	return a, err
}

// age is when the article was published, seen from start: "-3 15:30" is three
// days before at half past three, "1h" an hour before.
func (a article) age(start time.Time) (time.Time, error) {
	day, clock, dated := strings.Cut(a.when, " ")
	if !dated {
		d, err := time.ParseDuration(a.when)
		return start.Add(-d), err
	}
	days, err := strconv.Atoi(day)
	if err != nil {
		return start, err
	}
	t, err := time.Parse("15:04", clock)
	y, m, d := start.Date()
	return time.Date(y, m, d+days, t.Hour(), t.Minute(), 0, 0, start.Location()), err
}

// at gives the article as it reads when published at t.
func (a article) at(t time.Time) article {
	a.published = t
	var b strings.Builder
	if err := template.Must(a.body.Clone()).Funcs(calendar(t)).Execute(&b, nil); err != nil {
		panic(err) // the templates have no other input
	}
	a.paragraphs = strings.Split(strings.TrimSpace(b.String()), "\n\n")
	return a
}

// calendar gives the articles their days: {{weekday -1}} is the day before
// publication, {{date 0 "January 2"}} its date.
func calendar(t time.Time) template.FuncMap {
	return template.FuncMap{
		"weekday": func(days int) string { return t.AddDate(0, 0, days).Weekday().String() },
		"date":    func(days int, layout string) string { return t.AddDate(0, 0, days).Format(layout) },
	}
}

// Paragraphs is the text of the article at a path, as it was written; nil where
// none can be seen.
func (n *Newsroom) Paragraphs(path string) []string {
	for _, a := range n.visible() {
		if path == "/"+a.outlet+"/"+a.slug {
			return a.paragraphs
		}
	}
	return nil
}
