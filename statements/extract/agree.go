package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// agree puts together what the rules and the model found in the sentences.
//
// The model finds more cues and mostly gives them their content. The rules know
// better what a source is made of, where a quotation begins and ends, and how a
// sentence goes on behind one; what only they found is kept where the model
// reads nothing else. In a headline the rules go first: the model has seen few.
func (d *document) agree(ruled, learned []draft) []draft {
	byRule := d.ground(ruled)
	for i := range learned {
		d.leaveOthers(&learned[i])
	}
	learned = slices.DeleteFunc(learned, func(l draft) bool { return d.ofItsSource(&l, ruled) })
	out, partner := d.sound(ruled, learned, byRule)
	out, partner = d.withEnclosed(out, partner, ruled)
	byModel, used := d.ground(out), make([]bool, len(ruled))
	for i := range out {
		if k := partner[i]; k >= 0 {
			used[k] = true
			d.join(&out[i], &ruled[k], byRule, byModel.touches(d, &ruled[k], i))
		}
	}
	byModel = d.ground(out)
	for k := range ruled {
		r := &ruled[k]
		if !used[k] && encloses(r, out) {
			out = slices.DeleteFunc(out, func(o draft) bool { return inside(r, &o) })
			byModel = d.ground(out)
		}
		if !used[k] && (!byModel.touches(d, r, nobody) || d.allQuoted(r) && d.yield(out, byModel, r)) {
			out = append(out, *r)
		}
	}
	return out
}

// leaveOthers takes from a draft of the model what another is named for in a later sentence:
// “I like it,” said Lee. Her neighbour Rand disagreed: “It is dear.”
func (d *document) leaveOthers(l *draft) {
	if l.cue.IsZero() || !l.sourced {
		return
	}
	own := slices.DeleteFunc(slices.Clone(l.content), func(c statements.Span) bool {
		n, ok := d.sentenceAt(c.Start)
		return ok && n > l.sent && d.ofSomebodyElse(l, n)
	})
	if len(own) > 0 {
		l.content = own
	}
}

// sound gives those drafts of the model that can stand, and for each the rules'
// draft of the same cue, or nobody. One that the rules know nothing of has to
// make sense by itself.
func (d *document) sound(ruled, learned []draft, byRule *ground) (out []draft, partner []int) {
	used := make([]bool, len(ruled))
	for _, l := range learned {
		k := byRule.cueOf(d, l, used)
		switch {
		case k >= 0:
			used[k] = true
		case d.worthless(&l), inAccord(&l, ruled), d.swallows(&l, ruled, byRule), d.ofSource(&l, ruled), d.within(&l, ruled, learned, byRule), l.sourced && byRule.cueIn(d, l.source.Span), d.sents[l.sent].Headline && byRule.touches(d, &l, nobody):
			continue
		default:
			l.sourced = l.sourced && !d.addressed(&l)
			l.nameless = !l.sourced && !d.allQuoted(&l)
		}
		out, partner = append(out, l), append(partner, k)
	}
	return out, partner
}

// yield takes from a draft of the model the quotations that a rule has another
// cue for: “It is late,” Lee explained. “We must go,” she said. It reports false
// where that would leave nothing, or where they are not whole pieces of it.
func (d *document) yield(out []draft, byModel *ground, rule *draft) bool {
	first, _ := d.tokens(rule.content[0])
	k := int(byModel.said[first])
	if k == nobody || byModel.touches(d, rule, k) || out[k].cue.Overlaps(rule.cue) {
		return false
	}
	rest := slices.DeleteFunc(slices.Clone(out[k].content), func(c statements.Span) bool { return slices.Contains(rule.content, c) })
	if len(rest) == 0 || len(rest)+len(rule.content) != len(out[k].content) {
		return false
	}
	out[k].content = rest
	return true
}

// join completes a draft of the model with the one that a rule made of the
// same cue. contested says that others have a part of what the rule read.
func (d *document) join(l, rule *draft, byRule *ground, contested bool) {
	l.frame = append(l.frame, rule.frame...)
	l.found = 0
	if d.ofItsName(l, rule) {
		l.why = statements.Provenance{Cue: l.rule, Source: l.rule, Content: l.rule}
		return
	}
	l.why = statements.Provenance{Cue: l.rule + ", " + rule.rule, Source: l.rule, Content: l.rule}
	switch {
	case !rule.sourced:
	case !l.sourced:
		l.source, l.sourced = rule.source, true
		l.why.Source = rule.rule
	case slices.ContainsFunc(l.content, l.source.Span.Overlaps), rule.cue.Overlaps(l.source.Span):
		l.source = rule.source // "he was quoted by the agency as saying"
		l.why.Source = rule.rule
	case rule.source.Span.Start >= rule.cue.End && (d.clausal(l.source.Span) || d.inverted(l, rule)):
		l.source, l.content, l.until = rule.source, rule.content, rule.until // "… with Lee, and the talks went bad, said a source"
		l.why = rule.why
	case d.mirrored(l, rule), d.parenthetical(l, rule):
		l.source, l.content, l.until = rule.source, rule.content, rule.until // "The judge, who had left, said Ann Lee, 28, had won"
		l.why = rule.why
	case d.behindPreposition(l, rule), d.inDateline(l, rule):
		l.source = rule.source // "Lee left the talks in Oslo, saying", "Oslo (Norway) (Wire) - Lee left, saying"
		l.why.Source = rule.rule
	case d.onlyTime(l.source.Span), d.spokenIn(l):
		l.source = rule.source // "Ann Lee, a nurse, today said", "Ann Lee for her part said"
		l.why.Source = rule.rule
	case d.about(l.source.Span, rule.source.Span):
		// "sources close to the minister" are not the minister
	case l.source.Name != "" && rule.source.Name == "" && d.written(l.source):
		// "a report published in May by the Harbour Board"
	case l.source.Span.Overlaps(rule.source.Span):
		sp := l.source.Span
		l.source = rule.source
		l.source.Span = sp
	}
	if !contested && d.cutsBetter(l, rule) || d.splits(l, rule, byRule) {
		l.content, l.until = rule.content, rule.until
		l.why.Content = rule.rule
		if rule.rule == "according to" && slices.ContainsFunc(l.content, l.source.Span.Overlaps) {
			l.source = rule.source // "Still, according to Lee, the toll will stay"
		}
	}
}

// ofItsName reports whether a rule took for what is said no more than who says it, told with
// a name between commas, where the model has a clause behind the cue: "A spokeswoman in Elm,
// Ann Lee, said the guild's good offices remained open".
func (d *document) ofItsName(l, rule *draft) bool {
	first, end := d.tokens(l.source.Span)
	comma := slices.ContainsFunc(d.toks[first:max(first, end-1)], func(t text.Token) bool { return t.Lower == "," })
	return rule.rule == "clause before" && !d.sents[l.sent].Headline && l.sourced && l.clause && comma && l.at() >= l.cue.End && l.source.Span.End <= l.cue.Start &&
		!slices.ContainsFunc(rule.content, func(c statements.Span) bool { return !l.source.Span.Contains(c) })
}

// written reports whether a source is something that somebody wrote.
func (d *document) written(p sources.Phrase) bool {
	return slices.ContainsFunc(p.Words, func(w string) bool { return d.lex.Has("document", w) })
}

// inverted reports whether the model took for what is said, in a headline, who says
// what stands before the cue: "Ferry sails on, says Lee".
func (d *document) inverted(l, rule *draft) bool {
	return d.sents[l.sent].Headline && len(l.content) == 1 && rule.source.Span.Contains(l.content[0]) && slices.ContainsFunc(rule.content, l.source.Span.Overlaps)
}

// mirrored reports whether the model took who speaks for what is said, and the one
// whom it is said of for who speaks, where a rule reads a whole sentence the other way.
func (d *document) mirrored(l, rule *draft) bool {
	return !d.sents[l.sent].Headline && rule.source.Span.End <= rule.cue.Start && l.source.Span.Start >= l.cue.End && len(rule.content) == 1 &&
		rule.content[0].Contains(l.source.Span) && slices.ContainsFunc(l.content, rule.source.Span.Overlaps)
}

// parenthetical reports whether the model took the front of what is said for who says it,
// where who says it stands behind a cue between commas: "The bill, said Lee, is dead". No
// comma stands alone between a subject and its verb.
func (d *document) parenthetical(l, rule *draft) bool {
	if rule.rule != "clause before" || rule.source.Pronoun&lexicon.PronounN != 0 || rule.source.Span.Start < rule.cue.End || l.source.Span.End > rule.cue.Start || !rule.content[0].Overlaps(l.source.Span) {
		return false
	}
	cue, _ := d.tokens(rule.cue)
	first, _ := d.tokens(l.source.Span)
	comma := func(t text.Token) bool { return t.Lower == "," }
	return cue-1 > first && comma(d.toks[cue-1]) && !slices.ContainsFunc(d.toks[max(0, first-1):cue-1], comma)
}

// clausal reports whether what a model took for a source goes on with another
// clause: "Lee, and the talks went bad,".
func (d *document) clausal(source statements.Span) bool {
	first, end := d.tokens(source)
	for i := first + 1; i+1 < end; i++ {
		if d.toks[i].Lower == "," && d.lex.Flags(d.toks[i+1].Lower)&lexicon.Coordinator != 0 {
			return true
		}
	}
	return false
}

// onlyTime reports whether a source is no more than when it was said.
func (d *document) onlyTime(source statements.Span) bool {
	first, end := d.tokens(source)
	return !slices.ContainsFunc(d.toks[first:end], func(t text.Token) bool { return t.Cap || d.lex.Flags(t.Lower)&lexicon.Time == 0 })
}

// spokenIn reports whether a draft's source is no more than where, by what or for whom
// somebody speaks.
func (d *document) spokenIn(l *draft) bool {
	s := &d.sents[l.sent]
	first, last := itemAt(s, l.source.Span.Start), itemAt(s, l.source.Span.End-1)
	return first > 0 && last < len(s.Items) && sources.Occasion(s, first-1, last)
}

// behindPreposition reports whether the model took for whom a participle is of a name that
// only a preposition brings in, where a rule has somebody before it. "A clip of Lee saying
// so" is of Lee.
func (d *document) behindPreposition(l, rule *draft) bool {
	first, _ := d.tokens(l.source.Span)
	cue, _ := d.tokens(rule.cue)
	if first == 0 || l.source.Name == "" || l.source.Role != "" || rule.source.Span.End > l.source.Span.Start || !strings.HasSuffix(rule.cue.Of(d.src), "ing") {
		return false
	}
	by := d.toks[first-1].Lower
	return d.lex.Flags(by)&lexicon.Preposition != 0 && (d.toks[cue-1].Lower == "," || d.lex.Has("in-occasion", by))
}

// inDateline reports whether the model took for a source the place that a report begins
// with, and a rule has somebody behind it.
func (d *document) inDateline(l, rule *draft) bool {
	_, end := d.tokens(l.source.Span)
	return l.source.Span.Start == d.sents[l.sent].Items[0].Start && end < len(d.toks) && d.toks[end].Lower == "(" && rule.source.Span.Start > l.source.Span.End
}

// about reports whether a source is somebody told by whom they stand to, and
// inner is no more than the other one: "sources close to the minister", "the
// chief of staff for Senator Ann Lee".
func (d *document) about(source, inner statements.Span) bool {
	first, end := d.tokens(source)
	at, _ := d.tokens(inner)
	if at <= first || at >= end || d.lex.Flags(d.toks[at-1].Lower)&lexicon.Preposition == 0 {
		return false
	}
	return slices.ContainsFunc(d.toks[first:at], func(t text.Token) bool {
		return d.lex.Flags(t.Lower)&lexicon.Somebody != 0 || d.lex.Has("group", t.Lower)
	})
}

// splits reports whether the rules know another cue in what the model gives to
// the one of l, and end its content before: Lund said she would come, but Tait
// said he doubted it.
func (d *document) splits(l, rule *draft, byRule *ground) bool {
	return (!d.quotesIn(l) || d.sameQuotes(l, rule)) && slices.ContainsFunc(l.content, func(c statements.Span) bool { return byRule.cueIn(d, c) }) &&
		!slices.ContainsFunc(rule.content, func(c statements.Span) bool { return byRule.cueIn(d, c) })
}

// sameQuotes reports whether a rule's content has all the quotations that a
// draft of the model has, and begins where it does.
func (d *document) sameQuotes(l, rule *draft) bool {
	if len(l.content) != 1 || len(rule.content) != 1 || rule.at() > l.at()+5 {
		return false
	}
	for q := d.quoteFrom(l.content[0].Start); q < len(d.quotes) && d.quotes[q].Inner.Start < l.content[0].End; q++ {
		if !rule.content[0].Contains(d.quotes[q].Inner) {
			return false
		}
	}
	return true
}

// swallows reports whether a draft has somebody's quotation and its cue in what
// it says: “It is late,” Lee told workers, the agency reported.
func (d *document) swallows(l *draft, ruled []draft, byRule *ground) bool {
	for _, c := range l.content {
		first, end := d.tokens(c)
		for i := first; i < end; i++ {
			if k := byRule.cued[i]; k != nobody && (d.allQuoted(&ruled[k]) || d.secondHand(l)) && covers(l, &ruled[k]) {
				return true
			}
		}
	}
	return false
}

// ofSource reports whether all that a draft says is a piece of another's source:
// "The Courier adds: The guild Clear Sky said it was late".
func (d *document) ofSource(l *draft, ruled []draft) bool {
	_, after := d.tokens(l.cue)
	colon := !l.cue.IsZero() && (d.toks[after-1].Lower == ":" || after < len(d.toks) && d.toks[after].Lower == ":")
	return colon && len(l.content) == 1 && slices.ContainsFunc(ruled, func(r draft) bool {
		return r.sent == l.sent && r.sourced && r.source.Span.Contains(l.content[0]) && !d.quotesIn(l)
	})
}

// secondHand reports whether a draft passes on what has a cue of its own: "…, she
// told the board, according to the Courier", "Lee ruled out a toll, as the board
// has proposed".
func (d *document) secondHand(l *draft) bool {
	if l.cue.IsZero() || !l.sourced {
		return false
	}
	first, _ := d.tokens(statements.Span{Start: min(l.cue.Start, l.source.Span.Start), End: max(l.cue.End, l.source.Span.End)})
	if l.content[0].Start > d.toks[first].Start {
		return false
	}
	return len(d.lex.Phrases("according", d.toks[first].Lower)) > 0 || first > 1 && d.lex.Has("as-said", d.toks[first-1].Lower) && d.toks[first-2].Lower == ","
}

// cutsBetter reports whether the content of a rule is to be preferred: it is
// nothing but whole quotations, and the model has not found more of them; or it
// has some and begins no earlier; or it leaves out who was told.
func (d *document) cutsBetter(l, rule *draft) bool {
	switch {
	case len(l.content) == 1 && (d.scrap(l.content[0]) || d.adjunct(l, rule) || d.behind(l, rule)):
		return true
	case d.accusedOf(l, rule), d.told(l, rule):
		return true
	case (rule.rule == "clause before" || rule.around) && len(rule.content) > len(l.content) && covers(rule, l) && !d.quotesIn(rule):
		return true // on both sides of its cue
	case rule.rule == "clause before" && covers(rule, l) && d.conditioned(l, rule):
		return true
	case d.allQuoted(rule):
		return !d.allQuoted(l) || !covers(l, rule)
	case d.quotesIn(rule):
		return rule.at()+2 >= l.at()
	}
	if rule.sourced && slices.ContainsFunc(l.content, rule.source.Span.Overlaps) {
		return true
	}
	if d.that(rule) && covers(l, rule) {
		return true
	}
	return !l.clause && covers(rule, l) && !d.withOutcome(l, rule) && (d.verb(rule.cue, lexicon.Say) || d.verb(rule.cue, lexicon.Tell) && rule.rule == "clause before" || d.that(l))
}

// told reports whether the model has who was told at the front of what was said, where a
// rule begins behind them: "told MPs the bridge was safe".
func (d *document) told(l, rule *draft) bool {
	if rule.rule != "clause" || !l.clause || d.sents[l.sent].Headline || len(l.content) != 1 || len(rule.content) != 1 || !d.verb(rule.cue, lexicon.Tell) || l.at() < l.cue.End || l.content[0].End != rule.content[0].End {
		return false
	}
	first, _ := d.tokens(l.content[0])
	begins, _ := d.tokens(rule.content[0])
	subject := d.toks[begins].Cap || d.lex.Flags(d.toks[begins].Lower)&(lexicon.Determiner|lexicon.Pronoun) != 0
	if d.toks[first].Lower == "of" {
		first++ // "told a crowd of miners it was late"
	}
	return subject && begins > first && begins <= first+longestTold && !slices.ContainsFunc(d.toks[first:begins], func(t text.Token) bool {
		return d.lex.Flags(t.Lower)&(lexicon.Preposition|lexicon.That|lexicon.Question) != 0
	})
}

// adjunct reports whether the model took for content what only says when or
// where: "said on Friday after talks with her counterpart".
func (d *document) adjunct(l, rule *draft) bool {
	first, _ := d.tokens(l.content[0])
	return d.lex.Flags(d.toks[first].Lower)&lexicon.Preposition != 0 && !slices.ContainsFunc(rule.content, l.content[0].Overlaps)
}

// behind reports whether the model took for content who was told, or a clause
// about the occasion, where what was said stands before its cue: "It was late,
// she told the board", "…, Lee said at the end of talks that laid bare the row".
func (d *document) behind(l, rule *draft) bool {
	if l.content[0].Start < l.cue.End || rule.content[len(rule.content)-1].End > rule.cue.Start {
		return false
	}
	first, end := d.tokens(l.content[0])
	most := 4
	if d.verb(l.cue, lexicon.Tell) {
		most = 8 // "…, she told a radio station in the north yesterday"
	}
	return d.that(l) || end-first <= most && d.lex.Flags(d.toks[first].Lower)&lexicon.Determiner != 0 && !l.clause
}

// that reports whether content begins with "that" or "whether".
func (d *document) that(dr *draft) bool {
	first, _ := d.tokens(dr.content[0])
	return d.lex.Flags(d.toks[first].Lower)&(lexicon.That|lexicon.Whether) != 0
}

// verb reports whether a cue has a verb of a class.
func (d *document) verb(cue statements.Span, class lexicon.Class) bool {
	first, end := d.tokens(cue)
	for i := first; i < end; i++ {
		for _, v := range d.lex.Verbs(d.toks[i].Lower) {
			if v.Class == class {
				return true
			}
		}
	}
	return false
}

// covers reports whether each piece of b's content lies within one of a's.
func covers(a, b *draft) bool {
	return !slices.ContainsFunc(b.content, func(y statements.Span) bool {
		return !slices.ContainsFunc(a.content, func(x statements.Span) bool { return x.Contains(y) })
	})
}

// claim marks the quotations in the content of a draft as taken.
func (d *document) claim(dr *draft) {
	for _, c := range dr.content {
		for q := d.quoteFrom(c.Start); q < len(d.quotes) && d.quotes[q].Inner.Start < c.End; q++ {
			d.taken[q] = true
		}
	}
}
