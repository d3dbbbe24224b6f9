package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/coref"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// interviewee is who answers in an interview, and how sure that is.
type interviewee struct {
	entity int
	sure   float64
}

// interviewee gives whom an interview is with: the only person whom both its
// headline and its introduction name, else the only one of either. Two who
// fit are nobody. The introduction ends where paragraph turn begins.
func (d *document) interviewee(turn int) interviewee {
	head, intro := d.namedIn(0, 1), d.namedIn(1, turn)
	both := slices.DeleteFunc(slices.Clone(head), func(e int) bool { return !slices.Contains(intro, e) })
	switch {
	case len(both) == 1:
		return interviewee{both[0], 0.8}
	case len(both) > 1:
		return interviewee{coref.Nobody, 0}
	}
	if head = d.people(head); len(head) > 0 {
		intro = head
	} else {
		intro = d.people(intro)
	}
	if len(intro) == 2 && d.cast.Described(intro[0]) != d.cast.Described(intro[1]) {
		// "Captain Ann Lee talks to Bo Rand"; an editor is on either side
		intro = slices.DeleteFunc(intro, func(e int) bool { return !d.cast.Described(e) || d.cast.Called(e, "press") })
	}
	if len(intro) == 1 {
		return interviewee{intro[0], 0.6}
	}
	return interviewee{coref.Nobody, 0}
}

// people leaves those who are human beings, else those whom nothing keeps from
// being some, and no reporters.
func (d *document) people(among []int) []int {
	among = slices.DeleteFunc(among, func(e int) bool { return d.cast.Called(e, "reporting") })
	if sure := slices.DeleteFunc(slices.Clone(among), func(e int) bool { return !d.cast.IsPerson(e) }); len(sure) > 0 {
		return sure
	}
	return slices.DeleteFunc(among, func(e int) bool { return !d.cast.MayBePerson(e) })
}

// namedIn gives whom the paragraphs [from, to) name in full, each once. A
// headline may have the surname alone; a credit names the interviewer.
func (d *document) namedIn(from, to int) []int {
	var out []int
	for _, m := range d.cast.Mentions {
		n := d.sents[m.Sentence].Para
		if n < from || n >= to || from > 0 && d.paras[n].zone != body {
			continue
		}
		e := &d.cast.Entities[m.Entity]
		person := e.Sort == coref.Person || e.Sort == coref.Unknown && strings.Contains(e.Name, " ")
		if person && !slices.Contains(out, m.Entity) {
			out = append(out, m.Entity)
		}
	}
	return out
}

// answered gives the turns under "A:", and those under the initials of the
// interviewee, to him or her.
func (d *document) answered(turns []draft) []draft {
	if len(turns) == 0 {
		return turns
	}
	who := d.interviewee(d.sents[turns[0].sent].Para)
	if who.entity == coref.Nobody {
		return turns
	}
	initials := initialsOf(d.cast.Entities[who.entity].Name)
	for i := range turns {
		p := &turns[i].source
		label := strings.ToLower(strings.Trim(p.Span.Of(d.src), " ."))
		if d.lex.Flags(label)&lexicon.LabelAnswer != 0 || label == initials {
			turns[i].inferred, turns[i].entity, turns[i].sure = true, who.entity, who.sure
		}
	}
	return turns
}

// initialsOf writes the first letters of a name in lower case: "al" for Ann
// Lee.
func initialsOf(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(speakers.Key(name)) {
		b.WriteRune([]rune(w)[0])
	}
	return b.String()
}

// fewestQuestions is how many paragraphs end as questions in an interview
// without labels.
const fewestQuestions = 3

// unlabelled reads an interview whose questions are set in bold, of which the
// text shows nothing: three paragraphs or more that are questions, each with
// an answer below it, and somebody known whom it is with. Half of the
// questions say "you" and half of the answers "I", for reporters ask their
// readers as well.
func (d *document) unlabelled() []draft {
	first, count, own, asked := 0, 0, 0, 0
	for n := 1; n+1 < len(d.paras); n++ {
		if !d.question(n) || d.question(n+1) || d.paras[n+1].zone != body {
			continue
		}
		if count++; count == 1 {
			first = n
		}
		if d.firstPerson(&d.paras[n+1]) {
			own++
		}
		if d.addresses(&d.paras[n]) {
			asked++
		}
	}
	if count < fewestQuestions || 2*own < count || 2*asked < count {
		return nil
	}
	who := d.interviewee(first)
	if who.sure < 0.7 {
		return nil
	}
	var out []draft
	last, goesOn := false, false
	for n := first; n < len(d.paras); n++ {
		p := &d.paras[n]
		switch {
		case p.zone == boilerplate || p.sents.First == p.sents.End:
			continue
		case d.question(n):
			last = d.lastQuestion(n)
		case d.question(n - 1):
			out = append(out, draft{sent: p.sents.First, rule: "answer", inferred: true, transcript: true, entity: who.entity, sure: who.sure,
				content: []statements.Span{d.trimmed(p.First, p.End)}})
		case len(out) == 0 || p.zone != body || last && d.closes(p, []int{who.entity}, goesOn):
			return out
		default:
			dr := &out[len(out)-1]
			dr.content, goesOn = append(dr.content, d.trimmed(p.First, p.End)), true
		}
		d.finishPara(p)
	}
	return out
}

// question reports whether paragraph n asks, in words of its own.
func (d *document) question(n int) bool {
	p := &d.paras[n]
	return p.zone != boilerplate && p.End-p.First > 2 && p.End-p.First < 80 && d.toks[p.End-1].Lower == "?" && d.quoteAt(p.First) < 0
}

// addresses reports whether a paragraph says "you".
func (d *document) addresses(p *para) bool {
	for i := p.First; i < p.End; i++ {
		if d.lex.Has("addressed", d.toks[i].Lower) {
			return true
		}
	}
	return false
}

// lastQuestion reports whether no question comes after paragraph n.
func (d *document) lastQuestion(n int) bool {
	for k := n + 1; k < len(d.paras); k++ {
		if d.question(k) {
			return false
		}
	}
	return true
}

// closes reports whether a paragraph after the last turn is the reporter's
// again: it does not speak in the first person, and quotes somebody, names one
// of those who spoke, or is the first that goes on with a turn at all.
func (d *document) closes(p *para, spoke []int, goesOn bool) bool {
	if d.firstPerson(p) {
		return false
	}
	for k := p.sents.First; k < p.sents.End; k++ {
		for i := range d.sents[k].Items {
			if s := &d.sents[k]; s.IsQuote(i) && d.pauses(s.Items[i].Quote) {
				return true
			}
		}
	}
	names := slices.ContainsFunc(d.cast.Mentions, func(m coref.Mention) bool {
		return m.Sentence >= p.sents.First && m.Sentence < p.sents.End && slices.Contains(spoke, m.Entity)
	})
	return names || !goesOn && !d.addresses(p)
}

// spoke gives who speaks in some turns, as far as they are known.
func (d *document) spoke(turns []draft) []int {
	var out []int
	for i := range turns {
		if e := d.speakerOf(&turns[i]); e >= 0 && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// quotedBy finds what others said inside the turns of a transcript: "My
// producer, Bo Rand, said it was late." Only names count, for a pronoun may be
// anybody whom the speaker has in mind.
func (d *document) quotedBy(turns []draft) []draft {
	var out []draft
	for i := range turns {
		last := turns[i].content[len(turns[i].content)-1].End
		for n := turns[i].sent; n < len(d.sents) && len(d.sents[n].Items) > 0 && d.sents[n].Items[0].Start < last; n++ {
			for _, dr := range d.sentence(n) {
				if !dr.sourced || dr.source.Name == "" {
					continue
				}
				e := d.cast.Resolve(dr.source, n, dr.source.Span.Start).Entity
				if d.cast.IsPerson(e) && e != d.speakerOf(&turns[i]) {
					out = append(out, dr)
				}
			}
		}
	}
	return out
}

// speakerOf gives the entity of a turn.
func (d *document) speakerOf(dr *draft) int {
	if dr.inferred {
		return dr.entity
	}
	return d.cast.Resolve(dr.source, dr.sent, dr.source.Span.Start).Entity
}
