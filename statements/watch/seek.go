package watch

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// Reach is how many bytes before and after a statement a Seeker looks at: about
// a sentence on each side, and what the archive's index finds a statement by.
const Reach = 200

// Seeker looks for words of the watch language among statements. Where the
// words name no part of the article they count in what was said, right around
// it, and in the headline; said: is the statement at hand. It may be used by
// several goroutines.
type Seeker struct {
	set   *Set
	words *expr
}

// Seek reads words. A mistake is the same *statements.Problem as that of Check.
func Seek(words string) (*Seeker, error) {
	w := statements.Watch{Keywords: words}
	if strings.TrimSpace(words) == "" {
		return nil, &statements.Problem{Text: statements.Say("There are no words to look for."), Hint: statements.Say("Name one that must occur, for example quota.")}
	}
	if err := CheckWatch(w); err != nil {
		return nil, err
	}
	set := Compile([]statements.Watch{w})
	return &Seeker{set, set.watches[0].words}, nil
}

// Sighting is a statement that has the words.
type Sighting struct {
	Index  int               // of the statement
	Words  []statements.Span // of the text, in order: what was found in and around the statement
	Reason string            // for people, as an alert has it; it holds words of the article
}

// In gives those of an article's statements that have the words, in order.
func (k *Seeker) In(a statements.Article, sts []statements.Statement) []Sighting {
	p := k.set.scan(a, sts)
	p.beside = make([]run, len(sts))
	for i, st := range sts {
		p.beside[i] = p.text.run(reached(a.Text, st))
	}
	var out []Sighting
	for i := range sts {
		found, ok := p.eval(k.words, scope{inReach, i})
		if ok {
			out = append(out, Sighting{Index: i, Words: p.spans(found), Reason: p.reason(found, false, nil)})
		}
	}
	return out
}

// reached is a statement with what stands right around it.
func reached(body string, st statements.Statement) statements.Span {
	var at statements.Span
	for _, c := range st.Content {
		if c.Of(body) == "" {
			continue
		}
		if at.IsZero() {
			at = c
		}
		at.Start, at.End = min(at.Start, c.Start), max(at.End, c.End)
	}
	if at.IsZero() {
		return at
	}
	return statements.Span{Start: max(0, at.Start-Reach), End: min(len(body), at.End+Reach)}
}

// spans are the places of the text that were found, in order and apart.
func (p *page) spans(found []clause) []statements.Span {
	var out []statements.Span
	for _, c := range found {
		for _, h := range c.at {
			if h.field == inText {
				out = append(out, statements.Span{Start: p.text.words[h.from].Start, End: p.text.words[h.to-1].End})
			}
		}
	}
	slices.SortFunc(out, func(a, b statements.Span) int { return a.Start - b.Start })
	return slices.CompactFunc(out, func(a, b statements.Span) bool { return a.Overlaps(b) })
}

// Sought is what the archive's index is to be asked for: every statement that
// has the words has these stems, whatever the language of its article, and
// others may have them too. One is missed: a word that the article writes with
// a hyphen and the words do not.
func (k *Seeker) Sought() statements.Sought { return k.words.sought() }

// sought gives groups of stems of which e needs one each.
func (e *expr) sought() statements.Sought {
	switch e.op {
	case opTerm:
		return e.term.sought()
	case opNot:
		return nil
	case opOr:
		var either []statements.SoughtStem
		for _, a := range e.args {
			groups := a.sought()
			if len(groups) == 0 {
				return nil
			}
			either = append(either, groups[0]...)
		}
		return statements.Sought{either}
	}
	var all statements.Sought
	for _, a := range e.args {
		all = append(all, a.sought()...)
	}
	return all
}

// stemmedIn are languages of which every way to stem a word is one; de leaves
// it as it is.
var stemmedIn = []string{"en", "es", "fr", "sv", "no", "hu", "it", "de"}

func (t term) sought() statements.Sought {
	if t.form == source {
		return nil
	}
	var out statements.Sought
	for _, w := range t.words {
		out = append(out, stemsOf(w, t.form))
	}
	if t.join && len(t.words) > 1 {
		return statements.Sought{append(out[0], stemsOf(strings.Join(t.words, ""), t.form)...)}
	}
	return out
}

// stemsOf are the stems that a word may have in the index.
func stemsOf(word string, f form) []statements.SoughtStem {
	if f == prefix {
		return []statements.SoughtStem{{Stem: root(word), Begins: true}}
	}
	var out []statements.SoughtStem
	for _, lang := range stemmedIn {
		s := statements.SoughtStem{Stem: text.Stem(word, lang)}
		if s.Stem != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// root is what the stems of all words that begin so begin with themselves: a
// stem may be shorter than the beginning of its word, and ends in i for y.
func root(start string) string {
	const kept, dropped = 3, 4
	rs := []rune(strings.TrimSuffix(start, "y"))
	if len(rs) > kept {
		rs = rs[:max(kept, len(rs)-dropped)]
	}
	if len(rs) == 0 {
		return start
	}
	out := string(rs)
	if whole := text.Stem(start, "en"); strings.HasPrefix(out, whole) {
		return whole
	}
	return out
}
