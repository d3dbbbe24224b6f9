package ask

import (
	"slices"
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// urges marks the terms that name who is to do something: "who called on Lund to step
// down", "who wants the harbour chief to quit".
func (q *question) urges(terms []wanted, at []int) {
	if !q.is(q.first(0), "who") {
		return
	}
	verb, to := -1, -1
	for i := q.first(0) + 1; i < len(q.ws) && to < 0; i++ {
		switch {
		case verb < 0 && q.d.is(q.base(i), "urging"):
			verb = i
		case verb >= 0 && i > verb+1 && q.base(i) == "to":
			to = i
		}
	}
	for k, i := range at {
		terms[k].urged = to >= 0 && i > verb && i < to && terms[k].act == ""
	}
}

// longestCalled is within how many bytes before a statement those stand to whom it may be
// said: the sentence before it and the one before that.
const longestCalled = 400

// toAnother reports whether a statement asks another than whom the question names to do
// something: it calls somebody "you" who is not the one named last before it, or says of
// somebody else that they must.
func (s *scored) toAnother(question string, terms []wanted) bool {
	urged := false
	for i, t := range terms {
		if !t.urged {
			continue
		}
		if urged = true; s.within[i] >= inSoMany {
			return false
		}
	}
	if !urged {
		return false
	}
	said := text.Words(s.found.Statement.Text(s.found.Article.Text))
	if slices.ContainsFunc(said, func(w text.Word) bool { return w.Folded == "you" || w.Folded == "your" }) {
		return s.named(terms) < 0
	}
	lex := english().lexicon
	asked := text.Words(question)
	for i, w := range said {
		if must[w.Folded] && i > 0 && lex.Flags(said[i-1].Folded)&lexicon.Role != 0 && !slices.ContainsFunc(asked, func(a text.Word) bool { return a.Folded == said[i-1].Folded }) {
			return true // "the governor must resign", and it was not asked of a governor
		}
	}
	return false
}

// must stand behind who is to do something.
var must = map[string]bool{"must": true, "should": true, "ought": true}

// named is 1 where the last name before a statement, but for the speaker's, is one of those
// that are urged, -1 where it is another, and 0 where there is none.
func (s *scored) named(terms []wanted) int {
	body, end := s.found.Article.Text, s.found.Statement.Start()
	if end < 0 || end > len(body) {
		return 0
	}
	before := body[max(0, end-longestCalled):end]
	own := text.Fold(s.found.Statement.Speaker)
	ws := text.Words(before)
	for i := len(ws) - 1; i > 0; i-- {
		w := ws[i]
		raw := w.Of(before)
		opens := strings.ContainsAny(before[ws[i-1].End:w.Start], ".!?\n\"“”‘")
		if !capitalised(raw) || strings.Contains(own, w.Folded) || english().lexicon.Flags(w.Folded)&(lexicon.Weekday|lexicon.Month|lexicon.Pronoun|lexicon.Determiner|lexicon.SentenceStarter) != 0 {
			continue
		}
		for _, t := range terms {
			if t.urged && slices.ContainsFunc(t.stems, func(p []string) bool { return slices.Contains(p, stem(w.Folded)) }) {
				return 1
			}
		}
		if !opens {
			return -1
		}
	}
	return 0
}
