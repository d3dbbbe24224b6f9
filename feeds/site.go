package feeds

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestSite is how many words the name of a site has, which a window's title
// has behind the headline.
const longestSite = 8

// siteName is what a page calls its site: what it says for machines, and where it
// says nothing or no more than where it lives, what its window's title has beside
// the headline: "Harbour fees rise – Northern Post".
func siteName(m meta, found, address string) string {
	said := oneLine(first(m.site, found))
	if m.site != "" || said != "" && !isHost(said, address) {
		return said
	}
	return first(siteBehind(m), siteBefore(m, address), said)
}

// siteBehind gives what stands last behind the headline in the window's title.
func siteBehind(m meta) string {
	for _, seam := range seams {
		for at := strings.Index(m.window, seam); at > 0; {
			rest := m.window[at+len(seam):]
			if name := lastPiece(rest); m.headed(m.window[:at]) && len(name) < at && isSiteName(name) {
				return name
			}
			next := strings.Index(rest, seam)
			if next < 0 {
				break
			}
			at += len(seam) + next
		}
	}
	return ""
}

// siteBefore gives what stands before the headline in the window's title. What
// stands there may be the matter as well, so it has to be the host's name, to
// stand somewhere on the page, or to end as the names of outlets do.
func siteBefore(m meta, address string) string {
	for _, seam := range append(slices.Clone(seams), ": ") {
		name, headline, ok := strings.Cut(m.window, seam)
		if ok && m.headed(headline) && len(name) < len(headline) && isSiteName(name) && (isSite(name, "", address) || m.alone[lettersOf(name)] || outletLike(name)) {
			return name
		}
	}
	return ""
}

// outletLike reports whether a name of several words ends as those of outlets do.
func outletLike(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return len(words) > 1 && outletWords[words[len(words)-1]]
}

var outletWords = wordSet(`post times news herald press wire newswire ledger observer courier gazette tribune chronicle journal
	echo mercury telegraph star record mail daily weekly agency bote zeitung anzeiger`)

// headed reports whether the page has a piece of its title as its headline: in a
// first heading or a line that stands alone, of three words or more.
func (m *meta) headed(piece string) bool {
	want := lettersOf(piece)
	return len(strings.Fields(piece)) > 2 && (m.alone[want] || slices.ContainsFunc(m.heading, func(h string) bool { return lettersOf(h) == want }))
}

// lastPiece is what stands behind the last seam of a title.
func lastPiece(title string) string {
	for _, seam := range seams {
		if i := strings.LastIndex(title, seam); i >= 0 {
			title = title[i+len(seam):]
		}
	}
	return strings.TrimSpace(title)
}

// isSiteName reports whether words may be the name of a site: few, written as a
// name is, and not those for a part of one.
func isSiteName(name string) bool {
	bare, _, _ := strings.Cut(name, " (")
	words := strings.Fields(bare)
	if len(words) == 0 || len(words) > longestSite || strings.ContainsAny(bare, "?!") || isDateLine(name) {
		return false
	}
	section := true
	for _, w := range words {
		if i := strings.IndexAny(w, "'’"); i == 1 {
			_, w, _ = strings.Cut(strings.ReplaceAll(w, "’", "'"), "'") // d'Elm
		}
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && utf8.RuneCountInString(w) > 3 && !strings.Contains(w, ".") {
			return false
		}
		section = section && sections[strings.ToLower(strings.Trim(w, ",&"))]
	}
	return !section && strings.ContainsFunc(bare, unicode.IsLetter)
}

// sections are the words for parts of a site, and for kinds of articles.
var sections = wordSet(`news world politics opinion home homepage uk us eu europe asia africa international national local regional
	business economy money markets sport sports football culture arts entertainment lifestyle life travel tech technology science
	health environment climate education society video videos audio podcast photos live latest breaking exclusive analysis comment
	comments editorial editorials column columns features feature interview interviews article articles story stories blog blogs
	press release releases statement statements archive page print and of the in updates update middle east north south west
	nachrichten aktuelles politik welt wirtschaft meinung kultur gesellschaft wissen reise startseite ausland inland
	actualités actualité accueil monde politique économie opinions société sports culture
	noticias portada mundo política economía opinión deportes cultura sociedad
	новости мир политика экономика мнения общество культура спорт главная`)
