package compare

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// Reading is an article's text with the statements that were read from it.
type Reading struct {
	Text       string
	Statements []statements.Statement
}

// Result is what became of an article.
type Result struct {
	Sight statements.Sight
	// Judged says that the sight tells what became of each statement: it was the
	// article, as far as that can be seen.
	Judged bool
	// Changes have their Statement's ID, Deed, Now and Note; spans are into the
	// later text.
	Changes []statements.Change
	Added   []int // indexes of the later reading's statements that are new
}

const (
	// reworded is how much two wordings have in common at least, fewAlike how
	// much short ones, and otherVoice how much where the names differ; somewhere
	// is the same for a stretch of text in which nobody was read to speak.
	reworded, fewAlike, otherVoice, somewhere = 0.5, 0.6, 0.8, 0.65
	// asGood is a statement that is another one of the same text: none is new
	// that was there already.
	asGood = 0.75
)

// Compare tells what became of the statements of old in a later reading.
func Compare(old, now Reading) Result {
	was, is := wordsOf(old.Text), wordsOf(now.Text)
	if equal(was, is) {
		return Result{Sight: statements.SightSame, Judged: true}
	}
	notes := newNotes(now.Text, newLater(was))
	if i := slices.IndexFunc(notes, func(n note) bool { return n.takes }); i >= 0 {
		return all(old, statements.Withdrawn, notes[i].Span)
	}
	spans := make([]statements.Span, len(notes))
	for i, n := range notes {
		spans[i] = n.Span
	}
	is = without(is, spans)
	if cutShort(was, is) {
		return Result{Sight: statements.SightLess}
	}
	kept := share(was, is)
	c := comparison{old: old, now: now, later: newLater(is), earlier: newLater(was), notes: spans, rewritten: kept < standing}
	if kept < related && !slices.ContainsFunc(old.Statements, func(s statements.Statement) bool { return c.later.stands(saidIn(old.Text, s)) }) {
		return Result{Sight: statements.SightOther}
	}
	return c.result()
}

// all does one thing to every statement.
func all(old Reading, deed statements.Deed, note statements.Span) Result {
	r := Result{Sight: statements.SightChanged, Judged: true}
	for _, s := range old.Statements {
		r.Changes = append(r.Changes, statements.Change{Statement: s.ID, Deed: deed, Note: note})
	}
	return r
}

// comparison is two readings of what is one article.
type comparison struct {
	old, now       Reading
	later, earlier later
	notes          []statements.Span
	rewritten      bool

	was, is []said
	into    map[int]int  // statements of was that have become others of is
	taken   map[int]bool // those of is that one of was is, or has become
}

func (c *comparison) result() Result {
	for _, s := range c.old.Statements {
		c.was = append(c.was, saidIn(c.old.Text, s))
	}
	for _, s := range c.now.Statements {
		c.is = append(c.is, saidIn(c.now.Text, s))
	}
	c.pairUp()
	r := Result{Sight: statements.SightElsewhere, Judged: true}
	var note statements.Span
	if len(c.notes) > 0 {
		note = c.notes[0]
	}
	for i := range c.was {
		if ch := c.changeOf(i); ch.Deed != "" {
			ch.Statement, ch.Note = c.was[i].ID, note
			r.Changes = append(r.Changes, ch)
		}
	}
	if len(r.Changes) == 0 && !note.IsZero() { // it may be about any of them
		r = all(c.old, statements.Corrected, note)
	}
	r.Added = c.added()
	if len(r.Changes)+len(r.Added) > 0 {
		r.Sight = statements.SightChanged
	}
	return r
}

// pairUp finds what the statements whose words are gone have become, the most
// alike first.
func (c *comparison) pairUp() {
	c.into, c.taken = map[int]int{}, map[int]bool{}
	type couple struct {
		was, is int
		near    float64
	}
	var list []couple
	for i, a := range c.was {
		stands := c.later.stands(a)
		for k, b := range c.is {
			near := nearness(a, b)
			if near < reworded {
				continue
			}
			if stands && near >= 0.9 || len(a.words) > 0 && equal(a.words, b.words) && oneVoice(a.Statement, b.Statement) {
				c.taken[k] = true
				if !stands {
					c.into[i] = -1 // its spans have moved, and no more
				}
				continue
			}
			least := reworded
			switch {
			case !oneVoice(a.Statement, b.Statement):
				least = otherVoice
			case len(a.words) < 2*shortWords:
				least = fewAlike
			}
			if !stands && near >= least && !c.before(b) && !inside(c.notes, whole(b)) {
				list = append(list, couple{i, k, near})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b couple) int { return cmp.Compare(b.near, a.near) })
	for _, p := range list {
		if _, has := c.into[p.was]; !has && !c.taken[p.is] {
			c.into[p.was], c.taken[p.is] = p.is, true
		}
	}
}

// changeOf tells what became of one statement; without a Deed it is as it was.
func (c *comparison) changeOf(i int) statements.Change {
	s := c.was[i]
	if len(s.words) == 0 {
		return statements.Change{}
	}
	if c.later.stands(s) {
		return c.reassigned(s)
	}
	if k, ok := c.into[i]; ok && k < 0 {
		return statements.Change{}
	} else if ok {
		return statements.Change{Deed: statements.Reworded, Now: bare(c.is[k].Statement)}
	}
	if span, near := c.later.window(s.words); near >= somewhere && len(s.words) > shortWords && c.wording(span, s) {
		now := statements.Statement{Speaker: s.Speaker, Role: s.Role, Known: s.Known, Kind: s.Kind, Confidence: s.Confidence, Content: []statements.Span{span}}
		return statements.Change{Deed: statements.Reworded, Now: now}
	}
	if c.rewritten {
		return statements.Change{Deed: statements.Rewritten}
	}
	return statements.Change{Deed: statements.TakenOut}
}

// before reports a later statement whose words stood in the earlier text: it is
// no new wording of anything.
func (c *comparison) before(b said) bool {
	return len(b.words) >= shortWords && c.earlier.stands(b)
}

// wording reports a stretch of one paragraph that is new, or is what is left of
// a statement.
func (c *comparison) wording(span statements.Span, s said) bool {
	words := wordsIn(c.now.Text, []statements.Span{span})
	return !strings.Contains(span.Of(c.now.Text), "\n") && (newLater(s.words).has(words) || !c.earlier.has(words))
}

// reassigned reports words that stand there as somebody else's. Both texts name
// whose they are, and the paragraph is another one: else it is our reading that
// has changed.
func (c *comparison) reassigned(s said) statements.Change {
	if !named(s.Statement) || c.later.has(c.paragraph(s)) {
		return statements.Change{}
	}
	var other statements.Statement
	for _, b := range c.is {
		if inside(c.notes, whole(b)) || nearness(s, b) < otherVoice {
			continue
		}
		if !named(b.Statement) || oneVoice(s.Statement, b.Statement) {
			return statements.Change{}
		}
		if other.Speaker == "" {
			other = b.Statement
		}
	}
	if other.Speaker == "" {
		return statements.Change{}
	}
	return statements.Change{Deed: statements.Reassigned, Now: bare(other)}
}

// paragraph is the words of the paragraphs in which a statement stood.
func (c *comparison) paragraph(s said) []word {
	var out []word
	for _, p := range text.Paragraphs(c.old.Text) {
		if slices.ContainsFunc(s.Content, p.Overlaps) || p.Overlaps(s.Source) {
			out = append(out, wordsIn(c.old.Text, []statements.Span{p})...)
		}
	}
	return out
}

// added are the later statements that are none of the earlier ones, and whose
// words did not stand in the earlier text.
func (c *comparison) added() []int {
	var out []int
	for k, b := range c.is {
		switch {
		case c.taken[k], len(b.words) == 0, inside(c.notes, whole(b)):
		case len(b.words) < shortWords && c.earlier.has(b.clause), c.before(b):
		case c.somebodys(b):
		default:
			out = append(out, k)
		}
	}
	return out
}

// somebodys reports a statement that is nearly one of the earlier ones.
func (c *comparison) somebodys(b said) bool {
	if _, near := c.earlier.window(b.words); near >= asGood {
		return true
	}
	return slices.ContainsFunc(c.was, func(a said) bool { return nearness(a, b) >= asGood })
}

// whole is from the first to the last byte of a statement's content.
func whole(s said) statements.Span {
	out := statements.Span{}
	for i, c := range s.Content {
		if i == 0 {
			out = c
		}
		out.Start, out.End = min(out.Start, c.Start), max(out.End, c.End)
	}
	return out
}

// bare is a statement that is not on record by itself.
func bare(s statements.Statement) statements.Statement {
	s.ID, s.Why = 0, statements.Provenance{}
	return s
}
