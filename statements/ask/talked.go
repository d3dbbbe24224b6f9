package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// asksWho reports whether a question asks who said something: those whom it
// talks about are not meant.
func asksWho(q statements.Query) bool {
	ws := newQuestion(q.Question, Context{})
	ws.opening()
	return len(q.Speakers) == 0 && ws.is(ws.first(0), "who")
}

// talkedOf finds the bearers of the roles that a question talks about ("who
// criticised the harbour minister") among the candidates, and lets their names
// count as the words of the role.
func talkedOf(q statements.Query, terms []wanted, candidates []statements.Found) map[int64]bool {
	out := map[int64]bool{}
	ws := newQuestion(q.Question, Context{})
	if ws.lang != "en" {
		return out
	}
	for i := 0; i < len(ws.ws); i++ {
		n := ws.roleAt(i)
		if n < 2 || ws.is(i, "wh") || owned[ws.base(i)] || ws.isAsked(q, i, n) {
			continue // whose brother "her brother" is nobody knows
		}
		holders := describe(strings.TrimPrefix(text.Fold(ws.cut(i, i+n)), "the ")).meant(candidates)
		if len(holders) > mostHolders {
			continue
		}
		for _, f := range candidates {
			if name := lastFolded(f.Statement.Speaker); holders[f.SpeakerID] && !out[f.SpeakerID] && name != "" {
				out[f.SpeakerID] = true
				ws.means(q, terms, i, n, stem(name))
			}
		}
		i += n - 1
	}
	return out
}

// isAsked reports whether words [i, i+n) are those who are asked for.
func (q *question) isAsked(query statements.Query, i, n int) bool {
	words := text.Fold(q.cut(i, i+n))
	return slices.ContainsFunc(query.Speakers, func(s statements.Speaker) bool {
		name := text.Fold(s.Name)
		return strings.Contains(words, name) || strings.Contains(name, words)
	})
}

// means lets a name count as each of the terms within words [i, i+n).
func (q *question) means(query statements.Query, terms []wanted, i, n int, name string) {
	for k, t := range query.Topic {
		at := q.find(t.Words)
		if at < i || at >= i+n || terms[k].act != "" || terms[k].wide || slices.ContainsFunc(terms[k].stems, func(s []string) bool { return slices.Equal(s, []string{name}) }) {
			continue
		}
		terms[k].stems = slices.Insert(terms[k].stems, 1, []string{name})
		terms[k].strict++
		terms[k].same++
	}
}

// given is how well what was said is about somebody whom it calls by the given
// name and the article by both: "Pell is a friend" about Andersen.
func (p *passage) given(t wanted) float64 {
	body := p.found.Article.Text
	if t.called == "" {
		return 0
	}
	for rest, n := body, 0; n < mostMentions; n++ {
		before, after, ok := strings.Cut(rest, " "+t.called)
		if !ok {
			return 0
		}
		before = before[max(0, len(before)-longestTrait):]
		first := before[strings.LastIndexAny(before, " \n“\"(")+1:]
		if f := text.Words(first); len(f) == 1 && capitalised(first) && p.says(stem(f[0].Folded)) {
			return besideName
		}
		rest = after
	}
	return 0
}

// besideName is how sure a given name is that stands for a surname.
const besideName = 0.85

// ofThemselves reports whether s is of somebody whom a term names: who is asked
// about is not who spoke.
func (s *scored) ofThemselves(terms []wanted) bool {
	name := stem(lastFolded(s.found.Statement.Speaker))
	if name == "" {
		return false
	}
	return slices.ContainsFunc(terms, func(t wanted) bool {
		return t.name && t.act == "" && len(t.stems) > 0 && t.stems[0][len(t.stems[0])-1] == name
	})
}
