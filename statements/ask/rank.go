package ask

import (
	"cmp"
	"slices"

	"onrecord/statements"
	"onrecord/statements/lexicon"
)

const prepositions = lexicon.Preposition | lexicon.Coordinator

// Answer is one statement that answers.
type Answer struct {
	Found statements.Found
	Words []statements.Span // in the article's text: the words that answer, for bold
}

// Ranked is what is known on a question, best first. No Answers means that
// nothing is on record; Nearest then holds at most one of each sort.
type Ranked struct {
	Answers []Answer
	Nearest []Near
	Of      int  // how many utterances answer: len(Answers)
	Thin    bool // a land or a body is asked for, and no words of its own have a word of what was asked: its officials' may
	Part    bool // none answers all that was asked; the answers have a part of it
	Told    bool // a land or a body that is asked for says nothing of it; the answers are what others tell of its act
}

// Own are the answers, but for what others tell of who was asked for.
func (r Ranked) Own() []Answer {
	if r.Told {
		return nil
	}
	return r.Answers
}

// scored is a candidate on its way to being an answer.
type scored struct {
	*passage
	covers []float64
	within []float64 // the same, by what was said alone
	spans  []statements.Span
	cover  float64 // of the topic, 0 to 1
	act    float64 // of the speech act that is asked for
	joint  float64 // how close the other speakers that are asked for stand
	score  float64
	mine   bool // the asked speaker's, within the dates and other filters
	about  bool // it is about the topic
	left   bool // who said it bears the role alone, and not all that was asked
}

// Rank decides which of the candidates answer q. Candidates may come from
// wider searches than q: whoever is not asked for, or spoke outside the dates,
// is never an answer and may be offered as nearest.
func Rank(q statements.Query, candidates []statements.Found) Ranked {
	if len(q.Topic)+len(q.Speakers)+len(q.Except) == 0 && q.Since.IsZero() && q.Until.IsZero() && len(q.Outlets) == 0 {
		return Ranked{}
	}
	q = asEnglish(q)
	terms := wants(q)
	who := askedFor(q, candidates)
	who.talked = talkedOf(q, terms, candidates)
	r := newReader(q.Question)
	defer r.done()
	r.anybody = len(q.Speakers) == 0
	all := read(q, r, who, terms, candidates)
	good := reasonsOf(q, spread(merge(answers(q, terms, all))))
	thin := !slices.ContainsFunc(good, onIt(terms))
	if thin && byOfficials(q, all) {
		good = spread(merge(answers(q, terms, all)))
	}
	part := len(good) == 0
	if part {
		good = inPart(q, terms, all)
	}
	told := len(good) == 0
	if told {
		good = toldOf(q, terms, all)
	}
	out := Ranked{Of: len(good), Part: part && !told && len(good) > 0, Told: told && len(good) > 0, Thin: thin && len(lands(q))+len(bodies(q)) > 0}
	for _, s := range ordered(q, good) {
		out.Answers = append(out.Answers, s.answer())
	}
	if len(good) == 0 {
		out.Nearest = nearest(q, who, all)
	}
	return out
}

// onIt reports of a statement whether what was said has a word of what was asked,
// where anything was.
func onIt(terms []wanted) func(*scored) bool {
	return func(s *scored) bool {
		return len(terms) == 0 || slices.ContainsFunc(s.within, func(v float64) bool { return v >= inSoMany })
	}
}

// farBehind is the share of the best answer's cover below which a statement is
// no answer beside it.
const farBehind = 0.7

// answers are those of all, best first, that answer. Where it is asked who
// accused, a statement that accuses nobody is none, however much else it has of
// what was asked: it may be the defence. Where it is asked what two agreed on,
// what one of them said alone is none.
func answers(q statements.Query, terms []wanted, all []*scored) []*scored {
	var out []*scored
	act, joint, who := 0.0, 0.0, asksWho(q)
	for _, s := range all {
		if s.mine && s.about && !(who && (s.ofThemselves(terms) || s.toAnother(q.Question, terms))) {
			out = append(out, s)
			act, joint = max(act, s.act), max(joint, s.joint)
		}
	}
	out = doers(q, terms, out, act)
	best := 0.0
	for _, s := range out {
		best = max(best, s.cover)
	}
	agree := len(q.Speakers) > 1 && slices.ContainsFunc(terms, func(t wanted) bool { return t.act == "agree" })
	return slices.DeleteFunc(out, func(s *scored) bool {
		return s.cover < farBehind*best || agree && s.joint < max(0.5, joint/2)
	})
}

func (s *scored) answer() Answer { return Answer{Found: s.found, Words: s.spans} }

// read scores every candidate, best first.
func read(q statements.Query, r *reader, who asked, terms []wanted, candidates []statements.Found) []*scored {
	all := make([]*scored, 0, len(candidates))
	covers := make([][]float64, 0, len(candidates))
	doing := slices.ContainsFunc(terms, func(t wanted) bool { return t.act != "" })
	for _, f := range candidates {
		if len(f.Statement.Content) == 0 {
			continue
		}
		said := who.said(f)
		s := &scored{passage: r.passage(f), left: !said && f.SpeakerID != 0 && f.SpeakerID == who.left}
		s.mine = (said || s.left) && fits(q, f) && !excepted(q, f) && !(len(q.Speakers) == 0 && doing && who.talked[f.SpeakerID])
		if len(q.Speakers) > 0 || doing {
			r.lead(s.passage)
		}
		r.close(s.passage)
		if doing {
			s.refers, s.done = s.passage.refersTo(r.d), s.passage.does(terms)
		}
		s.covers, s.within, s.spans = s.passage.covers(terms)
		s.spans = tidy(s.spans)
		all, covers = append(all, s), append(covers, s.covers)
	}
	siblings(terms, all)
	continued(terms, all, len(q.Speakers) == 0)
	weight := weigh(terms, covers)
	for _, s := range all {
		s.judge(q, r, terms, weight)
	}
	slices.SortStableFunc(all, better)
	return all
}

// topical is how surely a statement of somebody asked for by name must be about
// the topic: as much as the headline and the first paragraph tell, more than a
// sentence nearby.
const topical = 0.55

// nearby is how surely it must be where the words of saying are those that were
// asked for as well: as much as a sentence nearby tells.
const nearby = 0.5

// judge decides whether s is about the topic, and how good an answer it is.
func (s *scored) judge(q statements.Query, r *reader, terms []wanted, weight []float64) {
	sum, got, sure, head := 0.0, 0.0, 0.0, 1.0
	narrow := slices.ContainsFunc(terms, func(t wanted) bool { return t.act == "" && !t.wide })
	acts, wished := false, true
	for i, t := range terms {
		wished = wished && (!t.wish || s.within[i] >= 0.5)
		if t.act != "" {
			acts = true
			s.act = max(s.act, s.covers[i])
			continue
		}
		sum += weight[i]
		got += weight[i] * s.covers[i]
		if !t.wide || !narrow {
			sure = max(sure, s.covers[i])
		}
		if t.head || t.asker {
			head = min(head, s.covers[i])
		}
	}
	switch {
	case sum > 0:
		s.cover = max(got/sum, s.oneTheme(terms, weight))
		s.about = s.spoken(terms) && wished && s.cover >= 0.5 && head >= 0.5 && (sure >= 0.7 || len(q.Speakers) > 0 && (sure >= topical || s.done && sure >= nearby))
	case acts:
		s.cover = 0.5 + s.act/2
		s.about = s.act >= 0.6
	default:
		s.cover, s.about = 1, true
	}
	if sum > 0 && (s.scrap() || s.lacksName(terms)) {
		s.about = false
	}
	if s.left {
		s.about = s.about && s.cover >= plainly && sure == 1
	}
	s.score = s.cover + s.bonus(q) + 0.2*s.echo(r.echoes)
}

// lacksName reports whether a name that was asked with is nowhere near a statement: what
// was said of the tolls on one land is no answer on those on another.
func (s *scored) lacksName(terms []wanted) bool {
	for i, t := range terms {
		if t.proper && s.covers[i] < unnamed {
			return true
		}
	}
	return false
}

// unnamed is how little of a name is none: less than two sentences away, less than in
// the headline.
const unnamed = 0.3

// scrap reports whether what was said is a word in another's sentence and none of what
// was asked: of "refused all interviews" the interviews tell nothing.
func (s *scored) scrap() bool {
	return s.found.Statement.Kind == statements.Indirect && len(s.stems) < 2 && !slices.ContainsFunc(s.within, func(v float64) bool { return v > 0 })
}

// bonus is what makes one of two equally fitting statements the better answer.
func (s *scored) bonus(q statements.Query) float64 {
	b := 0.05 * s.found.Statement.Confidence
	switch s.found.Statement.Kind {
	case statements.Direct:
		b += 0.10
	case statements.Mixed:
		b += 0.06
	}
	if s.head {
		b -= 0.15
	}
	if len(q.Speakers) == 0 {
		b += 0.3 * s.act
	} else {
		b += 0.15 * s.act
	}
	if len(q.Speakers) > 1 {
		s.joint = s.together(q)
		b += 0.3 * s.joint
	}
	return b
}

// together is how close the other speakers that are asked for stand: what two
// people said together names both.
func (s *scored) together(q statements.Query) float64 {
	best := 0.0
	for _, sp := range q.Speakers {
		if spoke(sp, s.found) {
			continue
		}
		name := stem(lastFolded(sp.Name))
		for _, w := range s.words {
			if w.stem != name || w.zone == lead {
				continue
			}
			v := weights[w.zone]
			if w.zone == before || w.zone == prior {
				v = 0.8
			}
			best = max(best, v)
		}
	}
	return best
}

// better orders by score, then the newest first, then the longest, then as in
// the article.
func better(a, b *scored) int {
	if c := cmp.Compare(b.score, a.score); c != 0 {
		return c
	}
	if a.day != b.day {
		if a.day.Before(b.day) {
			return 1
		}
		return -1
	}
	if c := cmp.Compare(b.size(), a.size()); c != 0 {
		return c
	}
	if c := cmp.Compare(a.found.Article.URL, b.found.Article.URL); c != 0 {
		return c
	}
	return cmp.Compare(a.start, b.start)
}

// size is how many bytes of content there are.
func (s *scored) size() int {
	n := 0
	for _, c := range s.found.Statement.Content {
		n += c.End - c.Start
	}
	return n
}

// dayOf is when a statement was said, or else published.
func dayOf(f statements.Found) statements.Date {
	if !f.Statement.SaidOn.IsZero() {
		return f.Statement.SaidOn
	}
	if f.Article.Published.IsZero() {
		return statements.Date{}
	}
	return statements.DateOf(f.Article.Published.Time)
}

// tidy sorts spans and joins those that touch or overlap.
func tidy(spans []statements.Span) []statements.Span {
	slices.SortFunc(spans, func(a, b statements.Span) int { return cmp.Compare(a.Start, b.Start) })
	var out []statements.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End+1 {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
