package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// edges cuts from the content of drafts what is no part of it, and drops what
// nobody said.
func (d *document) edges(drafts []draft) []draft {
	drafts = slices.DeleteFunc(drafts, func(dr draft) bool {
		return d.asked(&dr) || d.noSource(&dr) || d.named(&dr) || d.unnamed(&dr) || d.onlyTopic(&dr)
	})
	mates := map[int][]int{} // the drafts of each sentence: a long text has thousands
	for i := range drafts {
		mates[drafts[i].sent] = append(mates[drafts[i].sent], i)
	}
	for i := range drafts {
		if len(drafts[i].content) == 0 {
			continue // what it said was the source of one before
		}
		d.selfSaid(&drafts[i])
		d.beforeSource(drafts, i, mates[drafts[i].sent])
		d.beforeHearing(&drafts[i])
		d.beforeThat(&drafts[i])
		d.calledOn(&drafts[i])
	}
	drafts = slices.DeleteFunc(drafts, func(dr draft) bool { return len(dr.content) == 0 })
	return d.objections(drafts)
}

// asked reports whether a draft is no more than the occasion of another: "Asked
// by the judge what had become of the boat, Lee said".
func (d *document) asked(dr *draft) bool {
	s := &d.sents[dr.sent]
	at := itemAt(s, dr.cue.Start)
	if dr.cue.IsZero() || at >= len(s.Items) || !d.lex.Has("asked", s.Lower(at)) || at > 0 && !s.Mark(at-1, ",", ";", "—", "–") && !s.Is(at-1, lexicon.Time|lexicon.Coordinator) {
		return false
	}
	return !dr.sourced || dr.source.Span.Start > dr.cue.Start
}

// noSource reports whether the source says that nobody said it: "Neither Lee
// nor Rand said it was late".
func (d *document) noSource(dr *draft) bool {
	if !dr.sourced {
		return false
	}
	first, _ := d.tokens(dr.source.Span)
	return d.lex.Has("nobody", d.toks[first].Lower) || first > 0 && d.lex.Has("neither-nor", d.toks[first-1].Lower)
}

// selfSaid mends a draft that takes its source for what was said: what follows
// the cue was. "Ann Lee, 57, denies four counts of theft" says nothing of Ann
// Lee. Where the cue has somebody behind it, they said it: "the ferry is late,
// estimates Lee".
func (d *document) selfSaid(dr *draft) {
	if !dr.sourced || slices.ContainsFunc(dr.content, func(c statements.Span) bool { return !dr.source.Span.Contains(c) }) {
		return
	}
	s := &d.sents[dr.sent]
	at := itemAt(s, dr.cue.End)
	finite := !d.nameApart(dr) && (dr.clause || slices.ContainsFunc(s.Items[itemAt(s, dr.content[0].Start):max(itemAt(s, dr.cue.Start), itemAt(s, dr.content[0].Start))], func(it cues.Item) bool { return it.Flags&lexicon.Auxiliary != 0 }))
	inverted := false
	if whole, head, ok := sources.Right(s, at); ok && s.Mark(itemAt(s, dr.cue.Start)-1, ",") && (dr.source.Name == "" || dr.source.Role == "") {
		p := sources.Parse(d.src, s, whole, head)
		if inverted = p.Name != "" || p.Role != ""; inverted && finite {
			dr.source = p
			return
		}
	}
	if finite {
		return
	}
	dr.content = nil
	if sp, ok := d.words(s, at, s.Last()); ok && !dr.cue.IsZero() && dr.cue.Start > dr.source.Span.Start && !(inverted && d.verb(dr.cue, lexicon.Say)) {
		dr.content = []statements.Span{sp}
	}
}

// nameApart reports whether what was said begins with the name of the source and
// a comma: "Ann Lee, head of the school" is no clause.
func (d *document) nameApart(dr *draft) bool {
	name := dr.source.NameSpan
	return !name.IsZero() && dr.content[0].Start == name.Start && strings.HasPrefix(d.src[name.End:], ",")
}

// unnamed reports whether all that somebody asked for is that their name is
// kept back: "asked not to be named because he feared for his job".
func (d *document) unnamed(dr *draft) bool {
	if len(dr.content) != 1 || dr.cue.IsZero() || d.quotesIn(dr) || d.verb(dr.cue, lexicon.Say) {
		return false
	}
	said := strings.ToLower(dr.content[0].Of(d.src))
	return slices.ContainsFunc(d.lex.List("names-kept"), func(phrase string) bool { return strings.HasPrefix(said, phrase) })
}

// named reports whether what stands in marks is what something is called: a
// petition called “Save Our Boats”.
func (d *document) named(dr *draft) bool {
	s := &d.sents[dr.sent]
	at := itemAt(s, dr.cue.Start)
	if dr.cue.IsZero() || at >= len(s.Items) || at == 0 || !d.lex.Has("naming", s.Lower(at)) || s.Is(at-1, lexicon.Auxiliary) {
		return false
	}
	return !slices.ContainsFunc(dr.content, func(c statements.Span) bool {
		q := d.quoteFrom(c.Start)
		return q >= len(d.quotes) || !d.quotes[q].Outer.Contains(c) || !d.nameInMarks(q)
	})
}

// beforeSource ends the content of draft i where the source of another of its
// sentence begins inside it: "fares would rise, but a spokesman, Tom Rand, called that a shame".
func (d *document) beforeSource(drafts []draft, i int, mates []int) {
	dr := &drafts[i]
	if len(dr.content) == 0 {
		return
	}
	last := &dr.content[len(dr.content)-1]
	for _, k := range mates {
		o := &drafts[k]
		if k == i || !o.sourced || o.source.Span.Start <= last.Start || o.source.Span.Start >= last.End || o.source.Span.End < last.End || o.cue.Start < last.End {
			continue
		}
		d.endBefore(dr, o.source.Span.Start)
		return
	}
}

// beforeHearing ends content before what says that a court heard it: "it was
// only borrowed, a court heard yesterday".
func (d *document) beforeHearing(dr *draft) {
	if len(dr.content) == 0 || d.lex.Lang != "en" {
		return
	}
	last := dr.content[len(dr.content)-1]
	first, end := d.tokens(last)
	for i := end - 1; i > first+2; i-- {
		told := d.toks[i].Lower == "heard" || d.toks[i].Lower == "told" && d.lex.Flags(d.toks[i-1].Lower)&lexicon.Be != 0
		if !told || d.owner[i] >= 0 {
			continue
		}
		k := i - 1
		if d.toks[i].Lower == "told" {
			k--
		}
		if k < 2 || !d.lex.Has("hears", d.toks[k].Lower) || !d.daysOnly(i+1, end) {
			return
		}
		for k > first && d.toks[k].Lower != "," {
			k--
		}
		if k > first {
			d.endBefore(dr, d.toks[k].Start)
		}
		return
	}
}

// daysOnly reports whether the tokens [i, end) only say when.
func (d *document) daysOnly(i, end int) bool {
	for ; i < end; i++ {
		if d.toks[i].Kind == text.Letters && d.lex.Flags(d.toks[i].Lower)&(lexicon.Time|lexicon.Preposition) == 0 {
			return false
		}
	}
	return true
}

// endBefore ends the content of a draft before a byte, and before the words that turn
// to what follows.
func (d *document) endBefore(dr *draft, at int) {
	last := &dr.content[len(dr.content)-1]
	end := strings.TrimRight(d.src[last.Start:at], " ,;—–-")
	for {
		k := strings.LastIndexByte(end, ' ')
		if w := strings.ToLower(end[k+1:]); k < 0 || !d.lex.Has("turn", w) && w != "even" {
			break
		}
		end = strings.TrimRight(end[:k], " ,;—–-")
	}
	sp, ok := d.trim(statements.Span{Start: last.Start, End: last.Start + len(end)})
	if !ok {
		dr.content = dr.content[:len(dr.content)-1]
		return
	}
	*last = sp
}

// beforeThat cuts from the front of content what tells when it was said: "had
// insisted the day before that it was late".
func (d *document) beforeThat(dr *draft) {
	if len(dr.content) == 0 || d.lex.Lang != "en" {
		return
	}
	first, end := d.tokens(dr.content[0])
	for i := first + 1; i < min(end, first+longestWhen); i++ {
		if d.owner[i] >= 0 {
			return
		}
		day := i == first+1 && d.lex.Flags(d.toks[first].Lower)&lexicon.Weekday != 0 // "said Monday that"
		if d.lex.Flags(d.toks[i].Lower)&lexicon.That != 0 && (day || slices.Contains(whenSaid, strings.ToLower(d.src[d.toks[first].Start:d.toks[i-1].End]))) {
			dr.content[0].Start = d.toks[i].Start
			return
		}
	}
}

// longestWhen is how many words a phrase that tells when has, and "that".
const longestWhen = 5

var whenSaid = []string{"the day before", "the day after", "the next day", "the following day", "the same day", "the previous day", "a day earlier", "a day later"}

// calledOn cuts from the front of content the day between a call and what it is
// for: "called on Friday for a truce", "called on Monday on Lee to resign".
func (d *document) calledOn(dr *draft) {
	if len(dr.content) == 0 || d.lex.Lang != "en" || dr.cue.IsZero() {
		return
	}
	cue, _ := d.tokens(dr.cue)
	first, end := d.tokens(dr.content[0])
	if !strings.HasPrefix(d.toks[cue].Lower, "call") || d.lex.Flags(d.toks[first].Lower)&lexicon.Weekday == 0 {
		return
	}
	k := first + 1
	for k < end && d.lex.Flags(d.toks[k].Lower)&lexicon.Time != 0 {
		k++
	}
	if k+1 < end && (d.toks[k].Lower == "for" || d.toks[k].Lower == "on") {
		dr.content[0].Start = d.toks[k+1].Start
	}
}
