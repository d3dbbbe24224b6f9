package coref

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// Mention is one place where somebody is named.
type Mention struct {
	statements.Span
	Sentence int
	First    int // its first item in the sentence
	// Oblique says that it does not stand where subjects stand: it is an
	// object, hangs on a preposition, or owns something.
	Oblique bool
	// Owner says that something of theirs stands at the sentence's front:
	// "Lee's plan is late".
	Owner bool
	// Agent says that something was done by them: "was told by Lee".
	Agent  bool
	Entity int
}

// mentionsIn finds the names in one sentence, with the role that stands before
// or after each.
func (c *Cast) mentionsIn(n int, s *cues.Sentence) {
	for i := 0; i < len(s.Items); i++ {
		if !nameWord(s, i) || i == 0 && reportsFirst(s) || s.Shouted && len(s.Lex.Verbs(s.Lower(i))) > 0 {
			continue
		}
		end := max(i+1, sources.Brotherhood(s, i))
		for end < len(s.Items) && end < i+14 && joined(s, i, end) {
			end++
		}
		for end > i+1 && !nameWord(s, end-1) && !s.Is(end-1, lexicon.Suffix) {
			end--
		}
		if s.Shouted {
			end = c.shortened(s, i, end)
		}
		first := i
		for first > 0 && s.Is(first-1, lexicon.Particle) && !s.Is(first-1, lexicon.Determiner|lexicon.Preposition|lexicon.Coordinator) {
			first-- // "van der Berg"
		}
		c.mention(n, s, sources.Range{First: first, End: end})
		i = end - 1
	}
}

// shortened gives where a name ends that begins with item first of a headline
// in capitals: it is the longest one that the text names too, else it ends
// before the first word that may be a verb of saying.
func (c *Cast) shortened(s *cues.Sentence, first, end int) int {
	for stop := end; stop > first; stop-- {
		name := c.src[s.Items[first].Start:s.Items[stop-1].End]
		if _, ok := c.byKey[c.keyOf(name)]; ok && nameWord(s, stop-1) {
			return stop
		}
	}
	for i := first + 1; i < end; i++ {
		if len(s.Lex.Verbs(s.Lower(i))) > 0 {
			return i
		}
	}
	return end
}

// keyOf is a name's key. A text in capitals asks for the same ones again and
// again.
func (c *Cast) keyOf(name string) string {
	k, known := c.keys[name]
	if !known {
		if k = speakers.Key(name); c.keys == nil {
			c.keys = map[string]string{}
		}
		c.keys[name] = k
	}
	return k
}

// reportsFirst reports whether a sentence begins with a verb of saying:
// "Continued Ann Lee: …".
func reportsFirst(s *cues.Sentence) bool {
	for _, v := range s.Lex.Verbs(s.Lower(0)) {
		if v.Form == lexicon.Past && len(v.After) == 0 {
			return true
		}
	}
	return false
}

func nameWord(s *cues.Sentence, i int) bool {
	if i < 0 || i >= len(s.Items) {
		return false
	}
	it := s.Items[i]
	if it.Quote >= 0 || !it.Cap || it.Kind != text.Letters || it.Desk {
		return false
	}
	if it.Flags&(lexicon.Determiner|lexicon.Pronoun|lexicon.Preposition|lexicon.Conjunction|lexicon.Auxiliary|lexicon.FirstPerson) != 0 {
		return false
	}
	return it.Flags&(lexicon.Weekday|lexicon.Month) == 0 || it.Lower == "may" && i > 0 && s.Items[i-1].Cap ||
		s.Lex.Has("given-month", it.Lower) && !s.Is(i-1, lexicon.Preposition) && s.Word(i+1) && (s.Items[i+1].Cap || s.Is(i+1, lexicon.Particle))
}

// joined reports whether item i goes on with the run of capitals from first.
func joined(s *cues.Sentence, first, i int) bool {
	it := s.Items[i]
	switch {
	case it.Quote >= 0:
		return sources.Nickname(s, i)
	case nameWord(s, i):
		return true
	case it.Kind == text.Mark:
		prev := s.Items[i-1]
		if (it.Lower == "'" || it.Lower == "’") && !it.Gap && nameWord(s, i-1) {
			return s.Is(i+1, lexicon.OrganisationWord) && nameWord(s, i+1) || nameWord(s, i+1) && s.Is(i+2, lexicon.OrganisationWord) && nameWord(s, i+2)
		}
		if it.Lower == "&" {
			return nameWord(s, i-1) && nameWord(s, i+1) // "Lee & Partners"
		}
		return it.Lower == "." && !it.Gap && (s.Lex.Breaks().Abbreviations[prev.Lower] || len(prev.Lower) == 1) || it.Lower == "-" && !it.Gap
	case sources.CalledFor(s, sources.Range{First: max(0, first-1), End: i + 2}, i):
		return true // "the charity Bread for Elm"
	case it.Flags&lexicon.NounPreposition != 0 && s.Is(i-1, lexicon.OrganisationWord) && nameWord(s, i-1):
		return nameWord(s, i+1) // "Institute for Sea Trade"
	case i > first && sources.Particle(s, i):
		return i+1 < len(s.Items) && (s.Items[i+1].Cap || s.Is(i+1, lexicon.Particle))
	}
	return false
}

// mention files one run of capitals: its name, and the role beside it.
func (c *Cast) mention(n int, s *cues.Sentence, run sources.Range) {
	if run.First == 0 && run.End == 1 && s.Items[0].Flags&(lexicon.Adverb|lexicon.Group|lexicon.Role|lexicon.SentenceStarter) != 0 {
		return
	}
	head := sources.Range{First: leftRole(s, leftBody(s, run)), End: run.End}
	whole := sources.Range{First: head.First, End: rightRole(s, run.First, run.End)}
	p := c.withNation(sources.Parse(c.src, s, whole, head))
	if p.Name == "" {
		return
	}
	if i := run.First; p.Role == "" && s.Mark(i-1, ",") && run.End-i > 1 && (s.Mark(run.End, ",") || s.Stop(run.End)) {
		// "a spokeswoman, Ann Lee,", "the mayor of Sedge, Ann Lee,"
		if _, n, ok := sources.LeftOne(s, 0, i-1); ok {
			if before := sources.Parse(c.src, s, n, n); before.Name == "" && before.Role != "" {
				p.Role = before.Role
			}
		}
	}
	p.Role = c.itsRole(p.Role, n, s.Items[head.First].Start)
	c.meetKin(s, run, p)
	if s.Shouted && strings.Count(p.Name, " ") > 0 && speakers.Gender(firstWord(p.Name)) == 0 {
		return // in a headline of capitals a run of them is no name
	}
	e := c.file(p, s)
	if e < 0 {
		return
	}
	first := run.First
	for first < run.End && s.Items[first].Start < p.NameSpan.Start {
		first++
	}
	c.witness(e, s, run, head)
	m := Mention{Span: p.NameSpan, Sentence: n, First: first, Entity: e, Oblique: c.oblique(n, s, head) && !pastPlace(s, run, first)}
	if by := beforeDescription(s, head.First) - 1; s.Lower(by) == "by" && s.Lex.Lang == "en" {
		m.Agent = s.Is(by-2, lexicon.Be) || s.Is(by-3, lexicon.Be)
	}
	m.Owner = first <= 2 && head.End < len(s.Items) && s.Items[head.End].Kind == text.Clitic && !ofSomebody(s, head.End+1)
	c.meetNation(e, m, s, p.Role)
	c.Mentions = append(c.Mentions, m)
	c.at[p.NameSpan.Start] = e
}

// pastPlace reports whether the preposition at the front of a sentence hangs on the place
// before a name that begins with item first: "In Sedge Ann Lee said".
func pastPlace(s *cues.Sentence, run sources.Range, first int) bool {
	return run.First == 1 && first > run.First && s.Lex.Has("where", s.Lower(0))
}

// ofSomebody reports whether what is owned, from item k on, is somebody and not
// something: of "Lee's old mother" Lee is not the one whom the sentence is about.
func ofSomebody(s *cues.Sentence, k int) bool {
	for s.Is(k, lexicon.Adjective) && !s.Is(k, lexicon.Role) {
		k++
	}
	return s.Is(k, lexicon.Role|lexicon.FemaleRole|lexicon.MaleRole) && s.Items[k].Kind != text.Clitic && !s.Items[k].Cap
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// leftRole widens a run over the lower-case role before it: "Norland's foreign
// minister Ann Lee", "former president Lee".
func leftRole(s *cues.Sentence, i int) int {
	for i > 0 && s.Items[i-1].Desk {
		i--
	}
	start := i
	for i > 0 && start-i < 6 && s.Word(i-1) && (i < start && s.Items[i-1].Cap && s.Is(i-1, lexicon.OrganisationWord|lexicon.Body) || s.Is(i-1, lexicon.Role|lexicon.Adjective|lexicon.Demonym|lexicon.Honorific) || !s.Items[i-1].Cap && s.Lex.Has("trade", s.Lower(i-1))) && !s.Is(i-1, lexicon.Determiner) {
		i--
	}
	if i < start && i > 1 && s.Is(i, lexicon.Role) && whatOf(s, i-1) && (s.Is(i-2, lexicon.Determiner|lexicon.Adjective|lexicon.Office|lexicon.Demonym) || s.Items[i-2].Kind == text.Clitic) {
		i--
		for i > 0 && s.Is(i-1, lexicon.Adjective|lexicon.Office|lexicon.Demonym) && !s.Is(i-1, lexicon.Determiner) {
			i--
		}
	}
	if i < start && i > 1 && s.Items[i-1].Kind == text.Clitic && s.Items[i-2].Cap {
		i -= 2
	}
	return i
}

// leftBody gives the role before a run of capitals that begins with the body that the
// role is of: "spokesman for the Trade Ministry Ann Lee". Else it gives the run's first.
func leftBody(s *cues.Sentence, run sources.Range) int {
	of := run.First - 1
	if s.Is(of, lexicon.Determiner) {
		of--
	}
	if sources.PastBody(s, of, run.End) > run.First {
		return of - 1
	}
	return run.First
}

// whatOf reports whether item i is a plain noun that says of what a role is: "the
// state grid operator Ferrova".
func whatOf(s *cues.Sentence, i int) bool {
	return s.Lex.Lang == "en" && s.Word(i) && !s.Items[i].Cap && s.Items[i].Flags == 0 && s.Items[i].Kind == text.Letters && len(s.Lex.Verbs(s.Lower(i))) == 0 && !strings.HasSuffix(s.Lower(i), "ed") && !strings.HasSuffix(s.Lower(i), "ing")
}

// rightRole widens a run over the apposition after it: "Ann Lee, the Norland
// foreign minister,".
func rightRole(s *cues.Sentence, first, end int) int {
	if !s.Mark(end, ",") || !s.Is(end+1, lexicon.Determiner|lexicon.Role|lexicon.Adjective|lexicon.Demonym) && !(s.Word(end+2) && s.Items[end+2].Kind == text.Clitic) {
		return end
	}
	for i := end + 1; i < min(end+16, len(s.Items)); i++ {
		if s.Items[i].Desk {
			continue
		}
		if s.IsQuote(i) || s.Is(i, lexicon.Auxiliary) && s.Items[i].Kind != text.Clitic || s.Is(i-1, lexicon.Role) && says(s, i) {
			return end // "near the Teal Islands, its minister said"
		}
		if s.Mark(i, ",", ".", ";", "—", "–", ":") || s.Is(i, lexicon.PronounRelative) && s.Is(i-1, lexicon.Role) {
			if !sources.Apposed(s, first, i) {
				return end
			}
			return i
		}
	}
	return end
}

// says reports whether item i is a verb of saying that needs no more: "said".
func says(s *cues.Sentence, i int) bool {
	for _, v := range s.Lex.Verbs(s.Lower(i)) {
		if v.Class == lexicon.Say && v.Form == lexicon.Past && len(v.After) == 0 {
			return true
		}
	}
	return false
}
