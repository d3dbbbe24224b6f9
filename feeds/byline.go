package feeds

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	authorClass = regexp.MustCompile(`(?i)(^|[ _-])(author|byline|by-line|autor|autorin|auteur|writer|written-?by|contributor|reporter|journalist|signature|vcard|verfasser)([ _-]?(name|link|text|info__name|title))?([ _-]|$)`)
	notAuthor   = regexp.MustCompile(`(?i)comment|widget|sidebar|footer|related|avatar|image|photo|caption|social|count|teaser|recommend|bio|box|date|reply|quote|prep`)
	elsewhere   = regexp.MustCompile(`(?i)^(comments?|comment-?list|widget|sidebar|related|recommended|footer|primary-sidebar|secondary|blogroll)$`)
	plainBy     = regexp.MustCompile(`(?i)^(by|von|par|por|av|door|van|автор:?)\s+\p{Lu}`)
	byWord      = regexp.MustCompile(`(?i)^(story |written |posted |reported |text |article |autor(in)?:? |verfasst |geschrieben |ein (beitrag|artikel|gastbeitrag) |publié |)(by|von|par|por|di|av|door|van|автор|text|autor|autorin|author|verfasser|redakteur|written by|przez)\b:?\s+`)
	byLabel     = regexp.MustCompile(`(?i)^(autor(in|en)?|authors?|verfasser(in)?|text|von|by|автор|redaktion|auteur)\s*:\s*`)
	bylineEnd   = regexp.MustCompile(`(?i)\s*([|•·]| [–—-] | \d|,? (am|on|at|in|vom|le|el|updated|published|for|für|special to|staff|associated press|reuters|correspondent|editor)\b|@|\().*$`)
	bylineSplit = regexp.MustCompile(`(?i)\s*(?:,|;|&|/| and | und | et | y | и )\s*`)
)

// orgWords stand in names of offices, firms and sites, and in none of people.
var orgWords = wordSet(`staff team editor editors editorial redaktion redaktionell desk news newsroom press agency agentur online magazin magazine
	gmbh ag kg inc ltd llc verein verband bundesverband ministerium bundesministerium ministry institut institute university universität
	stiftung foundation verlag media medien theme admin administrator webmaster unbekannt unbenannt unknown anonymous anonym guest gast
	blog website site seite portal post posts beitrag article note service services reports reporter report tv radio zeitung tageblatt
	times gazette journal daily network creating api search engine support info kontakt impressum shop wein weine seminare fang
	landesanstalt bayerische klimaschutz forstwirtschaft account profile user nutzer member theme pressestelle presse pressemitteilung
	nachrichtenagentur dpa afp ap reuters tass interfax epd kna apa sid sda deutsche mehr alle home about archive author autor contributor our from
	partei kommentar kolumne video foto bild quelle quellen copyright`)

// bylineOf finds who wrote the article: as the page says it for machines, or as
// it is marked up in the text. It has to look like people; a name that nobody
// is sure of is left out, because none is better than a wrong one.
func bylineOf(doc *html.Node, m meta, site, address string) string {
	// A blog may bear its author's name; what is said for machines is believed.
	if who := personsIn(m.authors, "", ""); who != "" && (strings.Contains(who, " ") || !isSite(who, site, address)) {
		return who
	}
	linked, marked := visibleAuthors(doc)
	for _, s := range append(slices.Clone(linked), marked...) {
		if who := personsIn([]string{s}, site, address); who != "" {
			return who
		}
	}
	if who := personsIn(m.tagged, site, address); who != "" {
		return who
	}
	for _, s := range linked { // a blog's author may go by a nickname
		if isNickname(s) && !isSite(s, site, address) {
			return s
		}
	}
	return ""
}

func isNickname(s string) bool {
	return !strings.ContainsAny(s, " @/<>{}[]=+#!?%*\\:") && utf8.RuneCountInString(s) > 2 && len(s) < 30 && !orgWords[strings.ToLower(s)]
}

func holdsHeading(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.DataAtom == atom.H1 {
			return true
		}
	}
	return false
}

// visibleAuthors are the texts marked up as the author's name, in the page's
// order: those that link to the author, and the others.
func visibleAuthors(doc *html.Node) (linked, marked []string) {
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			names := strings.TrimSpace(attr(n, "class") + " " + attr(n, "id"))
			switch n.DataAtom {
			case atom.Script, atom.Style, atom.Head, atom.Footer, atom.Nav, atom.Noscript:
				return
			}
			if slices.ContainsFunc(strings.Fields(names), elsewhere.MatchString) && !holdsHeading(n) {
				return
			}
			text := ""
			if len(n.Attr) > 0 || n.DataAtom == atom.P || n.DataAtom == atom.Span || n.DataAtom == atom.Div {
				text = wholeText(n, 120)
			}
			switch rel := strings.Fields(strings.ToLower(attr(n, "rel"))); {
			case slices.Contains(rel, "author") && text != "":
				linked = append(linked, text)
			case strings.Contains(attr(n, "itemprop"), "author") && text != "":
				linked = append(linked, text)
			case n.DataAtom == atom.A && slices.Contains(strings.Fields(names), "fn") && text != "": // hCard, in most blogs
				linked = append(linked, text)
			case names != "" && text != "" && authorClass.MatchString(names) && !notAuthor.MatchString(names) && text != "":
				marked = append(marked, text)
			case (n.DataAtom == atom.P || n.DataAtom == atom.Span || n.DataAtom == atom.Div) && text != "" && utf8.RuneCountInString(text) < 60 && plainBy.MatchString(text):
				marked = append(marked, text)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return linked, marked
}

// personsIn gives the people named in the candidates, as one line; "" when one
// of them is no person by its looks.
func personsIn(candidates []string, site, address string) string {
	var out []string
	for _, c := range candidates {
		c = oneLine(c)
		for byWord.MatchString(c) || byLabel.MatchString(c) {
			c = strings.TrimSpace(byLabel.ReplaceAllString(byWord.ReplaceAllString(c, ""), ""))
		}
		c = bylineEnd.ReplaceAllString(c, "")
		for _, name := range bylineSplit.Split(c, -1) {
			name = strings.Trim(name, " .,:;-–—|\"“”")
			if name == "" {
				continue
			}
			if !isPerson(name) || isSite(name, site, address) {
				return strings.Join(unique(out), ", ")
			}
			out = append(out, nameCase(name))
		}
	}
	return strings.Join(unique(out), ", ")
}

// isPerson reports whether a name can be that of a person: one to five words
// that begin with capitals, none of them from the names of offices.
func isPerson(name string) bool {
	ws := strings.Fields(name)
	if len(ws) < 1 || len(ws) > 5 || utf8.RuneCountInString(name) > 60 || strings.ContainsAny(name, "@/<>{}[]=+_#!?%*\\") || strings.Contains(name, "http") {
		return false
	}
	capitals := 0
	for _, w := range ws {
		bare := strings.ToLower(strings.Trim(w, ".,:'’"))
		if orgWords[bare] {
			return false
		}
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) || !unicode.IsLower(r) && unicode.IsLetter(r) {
			capitals++
		}
		if unicode.IsDigit(r) {
			return false
		}
	}
	return capitals >= 1 && capitals*2 >= len(ws) && (len(ws) > 1 || utf8.RuneCountInString(name) > 2)
}

// nameCase writes a name in capitals as names are written.
func nameCase(name string) string {
	if name != strings.ToUpper(name) || strings.Contains(name, ".") || utf8.RuneCountInString(name) < 5 {
		return name
	}
	ws := strings.Fields(strings.ToLower(name))
	for i, w := range ws {
		parts := strings.Split(w, "-")
		for j, p := range parts {
			r, n := utf8.DecodeRuneInString(p)
			parts[j] = string(unicode.ToUpper(r)) + p[n:]
		}
		ws[i] = strings.Join(parts, "-")
	}
	return strings.Join(ws, " ")
}
