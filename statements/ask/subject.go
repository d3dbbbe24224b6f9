package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// subject is what the article of a statement is about. It is read when somebody
// asks: most of those who are compared with a description bear another role.
type subject struct {
	found statements.Found
	stems map[string]bool // of the headline, the first paragraphs, the statement's and the one before
	here  map[string]bool // those of the statement's paragraph
	alone map[string]bool // whether a land's office has no rival, by the land
}

func (s *subject) read() {
	if s.stems != nil {
		return
	}
	f := s.found
	s.stems, s.here = map[string]bool{}, map[string]bool{}
	add(s.stems, f.Article.Title)
	n := 0
	for p := range strings.FieldsFuncSeq(f.Article.Text, func(r rune) bool { return r == '\n' }) {
		if n++; n > firstParagraphs {
			break
		}
		add(s.stems, p)
	}
	body, at := f.Article.Text, f.Statement.Start()
	if at <= len(body) {
		start := strings.LastIndexByte(body[:at], '\n')
		paragraph, _, _ := strings.Cut(body[start+1:], "\n")
		add(s.here, paragraph)
		if start > 0 {
			start = strings.LastIndexByte(strings.TrimRight(body[:start], "\n"), '\n')
		}
		add(s.stems, body[start+1:at])
	}
}

// near reports whether the statement's paragraph has a word.
func (s *subject) near(w string) bool {
	s.read()
	return s.here[stem(w)]
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
func (s *subject) has(w string) bool {
	s.read()
	root := stem(w)
	if s.stems[root] || slices.ContainsFunc(english().usual[root], func(o string) bool { return s.stems[o] }) {
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
func (s *subject) unrivalled(role []string, land string) bool {
	is, known := s.alone[land]
	if !known {
		is = s.noRival(role, land)
		if s.alone == nil {
			s.alone = map[string]bool{}
		}
		s.alone[land] = is
	}
	return is
}

func (s *subject) noRival(role []string, land string) bool {
	body := s.found.Article.Text
	words := text.Words(body)
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
		if held := roleWords(body[words[k].Start:w.End]); slices.ContainsFunc(role, func(r string) bool { return !slices.Contains(held, r) }) {
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
func (s *subject) follows(a, b text.Word) bool {
	return s.found.Article.Text[a.End:b.Start] == " "
}

// lands reports whether w is a name, as a land before or after a role is.
func (s *subject) lands(w text.Word) bool {
	raw := w.Of(s.found.Article.Text)
	return raw != strings.ToLower(raw) && english().lexicon.Flags(w.Folded)&closed == 0
}
