package ask

import (
	"regexp"
	"slices"
	"strings"
)

// lead adds the words of the paragraph after the headline, which says what the
// whole article is about, and leaves out what both quote.
func (r *reader) lead(p *passage) {
	_, body, _ := strings.Cut(p.found.Article.Text, "\n")
	first, _, _ := strings.Cut(strings.TrimLeft(body, "\n"), "\n")
	if len(first) <= around {
		r.add(p, quotation.ReplaceAllString(first, " "), lead)
	}
	p.words = slices.DeleteFunc(p.words, func(w placed) bool { return w.zone == headline })
	title := p.found.Article.Title
	if title == "" {
		title, _, _ = strings.Cut(p.found.Article.Text, "\n")
	}
	r.add(p, quotation.ReplaceAllString(title, " "), headline)
}

// quotation finds what is in quotation marks: in a headline and a lead those
// are one person's words, and not what all others speak of.
var quotation = regexp.MustCompile(`[“"„«][^“”"„«»]*[”"“»]|(?:^|[\s:])‘[^‘]*?’(?:$|[\s,:;.])`)
