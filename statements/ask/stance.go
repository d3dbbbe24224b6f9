package ask

import (
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/text"
)

// How plainly a passage is a speech act, by what tells it.
const (
	byCue     = 1.0  // the words of saying
	byFrame   = 0.8  // what stands with them: "welcomed the plan but warned", "critics say"
	byMood    = 0.7  // how the article says the speaker is: "was unimpressed"
	byContent = 0.6  // words that it is made with
	byNear    = 0.55 // another act that comes near it
	byVerdict = 0.52 // a name that is given to something, kind or unkind nobody knows
	byWord    = 0.5  // its own word in what was said
	enough    = 0.5  // to be it at all
	plainly   = 0.8  // where one is it so plainly, none that only comes near is shown
)

func (d *data) readStances() {
	for _, l := range lines("stances.txt") {
		name, rest, _ := strings.Cut(l, ":")
		switch name {
		case "bad":
			d.bad = set(phrases(rest))
			continue
		case "good":
			d.good = set(phrases(rest))
			continue
		case "leaning":
			readSides(d.leanings, rest)
			continue
		case "siding":
			readSides(d.sidings, rest)
			continue
		}
		parts := append(strings.Split(rest, "|"), "", "", "")
		a := d.acts[name]
		a.near, a.opposite = strings.Fields(parts[0]), strings.Fields(parts[1])
		a.by, a.mood = set(phrases(parts[2])), set(phrases(parts[3]))
		d.acts[name] = a
	}
}

// readSides reads entries such as "in_favour_of=support".
func readSides(into map[string]string, entries string) {
	for _, e := range strings.Fields(entries) {
		how, act, _ := strings.Cut(e, "=")
		into[strings.ReplaceAll(how, "_", " ")] = act
	}
}

// taking reports whether an act takes a side, so that nobody does it without a
// word that shows it.
func (a act) taking() bool { return len(a.opposite) > 0 }

// acts is how plainly a passage is the speech act that is asked for: by the
// words that introduce it, else by those it is made with.
func (p *passage) acts(t wanted) float64 {
	d := english()
	a := d.acts[t.act]
	best := p.bySource(a)
	label := p.label()
	for i, w := range p.words {
		if w.zone == content {
			switch {
			case len(t.stems) > 0 && len(t.stems[0]) == 1 && w.stem == t.stems[0][0] && a.made[w.stem]: // the very word that was asked with
				best = max(best, byContent)
			case p.stands(i, a.content):
				best = max(best, byContent)
			case slices.Contains(a.cues, w.stem):
				best = max(best, byWord)
			}
			continue
		}
		switch {
		case w.zone == cue && w.stem == label:
		case w.zone == cue && p.stands(i, a.made):
			return byCue
		case w.zone == cue && slices.ContainsFunc(a.near, func(n string) bool { return p.stands(i, d.acts[n].made) }):
			best = max(best, byNear)
		case d.is(text.Fold(w.raw), "ambiguous"):
		case (w.zone == between || w.zone == beside && p.predicate(w)) && p.stands(i, a.made):
			best = max(best, byFrame)
		case (w.zone == before || w.zone == prior) && p.stands(i, a.made) && p.sameVoice() && p.inParagraph(w) && !p.quotes(w):
			best = max(best, byMood) // "She sought to play down the dispute. It was, she said …"
		case (w.zone == before || w.zone == prior || w.zone == beside) && p.stands(i, a.mood) && p.inParagraph(w) && !p.quotes(w):
			best = max(best, byMood)
		}
	}
	if best < byContent && a.negates && p.negated() {
		best = byContent
	}
	if best < byFrame && label != "" {
		best = max(best, p.verdict(d, t.act))
	}
	if best < byFrame && p.inHeadline(a.made) && p.headlined() {
		return byFrame
	}
	return best
}

// negated reports whether what was said begins with a negation: "We have never
// asked for it", "There is nothing to withdraw". Who will not do something denies
// nothing.
func (p *passage) negated() bool {
	n, before := 0, ""
	for _, w := range p.words {
		if w.zone != content {
			continue
		}
		f := text.Fold(w.raw)
		if english().is(f, "negation") || strings.HasSuffix(f, "n't") {
			return !english().is(before, "ahead") && !english().is(f, "ahead")
		}
		before = f
		if n++; n == earlyOn {
			return false
		}
	}
	return false
}

// earlyOn is among how many of its first words a negation makes what was said a
// denial.
const earlyOn = 6

// headlined reports whether the headline tells what was said in its words, so
// that its verb is the speaker's deed: "Ferrymen vow to block the quay until June".
func (p *passage) headlined() bool {
	if p.head {
		return false
	}
	title := text.Stems(p.title(), "en")
	said := text.Stems(p.found.Statement.Text(p.found.Article.Text), "en")
	if len(said) < telling {
		return false
	}
	pairs := map[[2]string]bool{}
	for i := 1; i < len(said); i++ {
		pairs[[2]string{said[i-1], said[i]}] = true
	}
	n := 0
	for i := 1; i < len(title); i++ {
		if pairs[[2]string{title[i-1], title[i]}] {
			n++
		}
	}
	return n >= telling
}

// telling is how many pairs of words a headline and what was said must share for
// the one to tell the other.
const telling = 3

// inHeadline reports whether the headline has one of the phrases.
func (p *passage) inHeadline(phrases map[string]bool) bool {
	title := text.Stems(p.title(), "en")
	for i, s := range title {
		if phrases[s] || i+1 < len(title) && phrases[s+" "+title[i+1]] {
			return true
		}
	}
	return false
}

func (p *passage) title() string {
	if t := p.found.Article.Title; t != "" {
		return t
	}
	t, _, _ := strings.Cut(p.found.Article.Text, "\n")
	return t
}

// stands reports whether word i, or it and the next, is one of the phrases.
func (p *passage) stands(i int, phrases map[string]bool) bool {
	w := p.words[i]
	if phrases[w.stem] {
		return true
	}
	return i+1 < len(p.words) && !p.words[i+1].apart && phrases[w.stem+" "+p.words[i+1].stem]
}

// predicate reports whether w is of what is told of the source in its sentence
// before the words of saying: "welcomed the plan but warned".
func (p *passage) predicate(w placed) bool {
	st := p.found.Statement
	return !st.Source.IsZero() && !st.Cue.IsZero() && w.Start >= st.Source.End && w.End <= st.Cue.Start
}

// inParagraph reports whether w stands in the statement's paragraph.
func (p *passage) inParagraph(w placed) bool {
	body := p.found.Article.Text
	return w.End <= p.start && p.start <= len(body) && !strings.Contains(body[w.End:p.start], "\n")
}

// quotes reports whether w is a word of a quotation, which tells of something else
// than what its speaker does: "Attacks must be foiled", she said.
func (p *passage) quotes(w placed) bool {
	body := p.found.Article.Text
	i := 1 + strings.LastIndexByte(body[:min(w.Start, len(body))], '\n')
	for i < w.Start {
		if end := quotation(body, i); end >= w.End {
			return true
		} else if end > 0 {
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(body[i:])
		i += n
	}
	return false
}

// sameVoice reports whether who speaks is known from the words before.
func (p *passage) sameVoice() bool {
	switch p.found.Statement.Known {
	case statements.ByPronoun, statements.Carried, statements.Inferred:
		return true
	}
	return false
}

// bySource tells an act by what the source is called: critics criticise.
func (p *passage) bySource(a act) float64 {
	for _, w := range text.Words(upTo(p.found.Statement.Source.Of(p.found.Article.Text), " who ", " which ")) {
		if a.by[stem(w.Folded)] {
			return byFrame
		}
	}
	return 0
}

// labels are verbs that give something a name.
var labels = map[string]bool{"call": true, "describ": true, "brand": true, "label": true, "dub": true, "term": true, "characteris": true, "character": true, "liken": true, "compar": true}

// label is the stem of the verb of saying that gives something a name: "called
// the plan a farce"; "" where it gives none, as in "called for".
func (p *passage) label() string {
	st, body := p.found.Statement, p.found.Article.Text
	words := text.Words(st.Cue.Of(body))
	for k, w := range words {
		s := stem(w.Folded)
		if !labels[s] {
			continue
		}
		next := ""
		if k+1 < len(words) {
			next = words[k+1].Folded
		} else if rest := text.Words(statements.Span{Start: st.Cue.End, End: min(len(body), st.Cue.End+20)}.Of(body)); len(rest) > 0 {
			next = rest[0].Folded
		}
		if next == "for" || next == "on" || next == "upon" {
			return ""
		}
		return s
	}
	return ""
}

// verdict is how surely a name that is given to something is an act of those
// that take a side: an unkind one is criticism. One that is neither may be, since
// praise is said in plain words.
func (p *passage) verdict(d *data, name string) float64 {
	bad, good := p.judges(d.bad), p.judges(d.good)
	switch name {
	case "criticise", "oppose", "doubt":
		switch {
		case bad && !good:
			return byFrame
		case good && !bad:
			return 0
		case p.found.Statement.Kind != statements.Indirect:
			return byVerdict
		}
	case "support", "thank":
		if good && !bad {
			return byFrame
		}
	}
	return 0
}

// judges reports whether what was said has one of the phrases.
func (p *passage) judges(phrases map[string]bool) bool {
	for i, w := range p.words {
		if w.zone == content && p.stands(i, phrases) {
			return true
		}
	}
	return false
}
