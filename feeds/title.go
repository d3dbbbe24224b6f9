package feeds

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleOf picks the headline: the heading that the page's other titles repeat,
// else the title it gives to others, without the name of the site.
func titleOf(m meta, site, address string) string {
	others := append([]string{}, m.titles...)
	if m.window != "" {
		others = append(others, m.window)
	}
	best := ""
	for _, h := range m.heading {
		for _, o := range others {
			if utf8.RuneCountInString(h) > 8 && strings.Contains(lettersOf(o), lettersOf(h)) && len(h) > len(best) && !isSite(h, site, address) {
				best = h
			}
		}
	}
	if t := aloneIn(m.window, m.alone); len(t) > len(best) && !isSite(t, site, address) {
		best = t
	}
	if best != "" {
		return best
	}
	for _, o := range others {
		if t := aloneIn(o, m.alone); t != "" && !isSite(t, site, address) {
			return t
		}
		if t := withoutSite(o, site, address); t != "" {
			return t
		}
	}
	for _, h := range append(slices.Clone(m.heading), m.marked...) {
		if !isSite(h, site, address) {
			return h
		}
	}
	return ""
}

// above gives the line that stands over the text: four to thirty words, without
// a full stop. has says that the title which the page names stands there.
func above(lines []string, title, body string) (line string, has bool) {
	top, _, _ := strings.Cut(body, "\n\n")
	want := lettersOf(top)
	if len(want) < 40 {
		return "", true
	}
	at := slices.IndexFunc(lines, func(l string) bool {
		got := lettersOf(l)
		return len(got) >= 40 && strings.HasPrefix(want, got[:40])
	})
	if at < 0 {
		return "", true
	}
	for _, l := range slices.Backward(lines[max(0, at-20):at]) {
		has = has || sameWords(l, title)
	}
	for _, l := range slices.Backward(lines[max(0, at-6):at]) {
		n := len(strings.Fields(l))
		if n >= 4 && n <= 30 && !strings.HasSuffix(l, ".") && !isDateLine(l) && !plainBy.MatchString(l) {
			return l, has
		}
	}
	return "", has
}

// aloneIn gives the longest piece of a title that stands alone in the page.
func aloneIn(title string, alone map[string]bool) string {
	best := ""
	_, behind, _ := strings.Cut(title, ": ") // "Quay Post: Harbour fees rise"
	for _, piece := range append(pieces(title), title, behind) {
		if len(piece) > len(best) && len(strings.Fields(piece)) > 2 && alone[lettersOf(piece)] {
			best = piece
		}
	}
	return best
}

// pieces are the beginnings and ends of a title at its seams.
func pieces(title string) []string {
	var out []string
	for _, seam := range seams {
		for i, from := strings.Index(title, seam), 0; i >= from && i > 0; {
			out = append(out, title[:i], title[i+len(seam):])
			from = i + len(seam)
			j := strings.Index(title[from:], seam)
			if j < 0 {
				break
			}
			i = from + j
		}
	}
	return out
}

// seams are what stands between a headline and the site's name.
var seams = []string{" | ", " - ", " – ", " — ", " :: ", " : ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " ~ ", " // "}

// withoutSite cuts the site's name from either end of a title. At the end a
// short rest after the last seam is taken for one even when its name is not
// known, unless that would leave next to nothing.
func withoutSite(title, site, address string) string {
	title = strings.TrimSpace(title)
	for range 3 {
		cut := title
		for _, seam := range seams {
			if i := strings.LastIndex(cut, seam); i > 0 && isSite(cut[i+len(seam):], site, address) {
				cut = cut[:i]
			}
			if i := strings.Index(cut, seam); i > 0 && isSite(cut[:i], site, address) {
				cut = cut[i+len(seam):]
			}
		}
		if cut == title {
			break
		}
		title = strings.TrimSpace(cut)
	}
	if isSite(title, site, address) {
		return ""
	}
	for _, seam := range []string{" | ", " :: ", " » ", " · "} {
		if i := strings.LastIndex(title, seam); i > 0 && words4(title[i+len(seam):]) && strings.Count(title[:i], " ") >= 2 {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

func words4(s string) bool { return len(strings.Fields(s)) <= 4 }

// isSite reports whether s names the site: as it calls itself, or as its host
// is called.
func isSite(s, site, address string) bool {
	n := lettersOf(s)
	if n == "" {
		return true
	}
	if own := lettersOf(site); own != "" && (n == own || len(n) > 4 && strings.HasPrefix(own, n) || len(own) > 4 && strings.HasPrefix(n, own) && len(n) < len(own)+12) {
		return true
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return false
	}
	host := lettersOf(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."))
	name, _, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), ".")
	return n == host || n == lettersOf(name)
}

// isDateLine reports a line that is no more than a date, such as stands between
// a headline and its text.
func isDateLine(s string) bool {
	if len(s) > 80 || parseDate(s).IsZero() {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if _, ok := months[w]; ok || dateWords[w] {
			continue
		}
		if _, ok := zones[strings.ToUpper(w)]; ok {
			continue
		}
		return false
	}
	return true
}

var dateWords = wordSet(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend mo di mi do fr sa so lundi mardi mercredi jeudi vendredi
	samedi dimanche lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда четверг пятница суббота воскресенье
	am pm uhr at on um the of den de le published updated posted last first date datum veröffentlicht publié publicado st nd rd th h
	опубликовано г года и pressemitteilung pressemeldung vom written press release`)

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}
