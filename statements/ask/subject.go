package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// subject is what an article is about.
type subject struct {
	text  string
	stems map[string]bool
	here  map[string]bool // those of the statement's paragraph
}

// opening is the subject of f's article: its headline and first paragraph, and
// the paragraph in which the statement stands and the one before.
func opening(f statements.Found) subject {
	out := subject{f.Article.Text, map[string]bool{}, map[string]bool{}}
	add(out.stems, f.Article.Title)
	paragraphs := strings.FieldsFunc(f.Article.Text, func(r rune) bool { return r == '\n' })
	for _, p := range paragraphs[:min(len(paragraphs), firstParagraphs)] {
		add(out.stems, p)
	}
	body, at := f.Article.Text, f.Statement.Start()
	if at <= len(body) {
		start := strings.LastIndexByte(body[:at], '\n')
		paragraph, _, _ := strings.Cut(body[start+1:], "\n")
		add(out.here, paragraph)
		if start > 0 {
			start = strings.LastIndexByte(strings.TrimRight(body[:start], "\n"), '\n')
		}
		add(out.stems, body[start+1:at])
	}
	return out
}

// firstParagraphs is how many paragraphs tell what an article is about: the
// headline, a standfirst and the first of the text.
const firstParagraphs = 3

// add adds the stems of words.
func add(stems map[string]bool, words string) {
	for _, w := range text.Words(words) {
		stems[stem(strings.TrimSuffix(strings.TrimSuffix(w.Folded, "'s"), "'"))] = true
	}
}

// has reports whether the article is about a word, one that means the same, or
// one that begins with it.
func (s subject) has(w string) bool {
	root := stem(w)
	if s.stems[root] || slices.ContainsFunc(english().synonyms[root], func(o string) bool { return s.stems[o] }) {
		return true
	}
	for have := range s.stems {
		if len(root) >= 5 && strings.HasPrefix(have, root) || english().lexicon.SameLand(have, w) {
			return true
		}
	}
	return false
}

// unrivalled reports whether the article gives a national role to nobody of
// another land: in a report of two ministers the one without a land may be of
// either.
func (s subject) unrivalled(role []string, land string) bool {
	words := text.Words(s.text)
	for i, w := range words {
		switch w.Folded {
		case "counterpart", "counterparts", "opposite":
			return false
		}
		if w.Folded != role[len(role)-1] {
			continue
		}
		k := i
		for k > 0 && s.follows(words[k-1], words[k]) && english().lexicon.Flags(words[k-1].Folded)&(lexicon.Role|lexicon.Adjective|lexicon.Office) != 0 {
			k--
		}
		if held := roleWords(s.text[words[k].Start:w.End]); slices.ContainsFunc(role, func(r string) bool { return !slices.Contains(held, r) }) {
			continue
		}
		if k > 0 && s.follows(words[k-1], words[k]) && s.lands(words[k-1]) && !english().lexicon.SameLand(strings.TrimSuffix(words[k-1].Folded, "'s"), land) {
			return false
		}
		if i+2 < len(words) && words[i+1].Folded == "of" && s.lands(words[i+2]) && !english().lexicon.SameLand(words[i+2].Folded, land) {
			return false
		}
	}
	return true
}

// follows reports whether b comes right after a.
func (s subject) follows(a, b text.Word) bool { return s.text[a.End:b.Start] == " " }

// lands reports whether w is a name, as a land before or after a role is.
func (s subject) lands(w text.Word) bool {
	raw := w.Of(s.text)
	return raw != strings.ToLower(raw) && english().lexicon.Flags(w.Folded)&closed == 0
}
