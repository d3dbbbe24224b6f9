package extract

import (
	"strings"

	"onrecord/statements/lexicon"
)

// withOutcome reports whether all that the rules have beside the model is what came of
// it: "to defy the toll, drawing out the row".
func (d *document) withOutcome(l, rule *draft) bool {
	_, comma := d.tokens(l.content[0])
	return len(l.content) == 1 && rule.rule == "infinitive" && rule.at() == l.at() && comma+1 < len(d.toks) && d.toks[comma].Lower == "," && strings.HasSuffix(d.toks[comma+1].Lower, "ing")
}

// conditioned reports whether the model left out of a clause before its cue on what it
// depends: "It will not sign, unless it rains, the board said".
func (d *document) conditioned(l, rule *draft) bool {
	if len(l.content) != 1 || len(rule.content) != 1 {
		return false
	}
	if first, _ := d.tokens(l.content[0]); l.content[0].End == rule.content[0].End && l.at() > rule.at() && d.lex.Flags(d.toks[first-1].Lower)&lexicon.That != 0 {
		return true // "…, unless it is agreed that it rains": not only that it rains
	}
	if rule.at() != l.at() || l.content[0].End >= rule.content[0].End {
		return false
	}
	_, comma := d.tokens(l.content[0])
	_, end := d.tokens(rule.content[0])
	if d.toks[comma].Lower != "," {
		return false
	}
	for ; comma+1 < end; comma++ {
		if d.toks[comma].Lower == "," && d.lex.Flags(d.toks[comma+1].Lower)&(lexicon.ClauseOpener|lexicon.That) == lexicon.ClauseOpener {
			return true
		}
	}
	return false
}

// accusedOf reports whether the model took for content only whom somebody accused,
// where the rules have what of behind a day as well: "the board on Monday of waste".
func (d *document) accusedOf(l, rule *draft) bool {
	if rule.rule != "object" || len(l.content) != 1 || rule.at() != l.at() || rule.content[0].End <= l.content[0].End {
		return false
	}
	_, k := d.tokens(l.content[0])
	_, end := d.tokens(rule.content[0])
	if k+2 >= end || d.lex.Flags(d.toks[k].Lower)&lexicon.Preposition == 0 {
		return false
	}
	day := k + 1
	for day < end && d.lex.Flags(d.toks[day].Lower)&lexicon.Time != 0 {
		day++
	}
	return day > k+1 && day < end && d.lex.Has("accused-of", d.toks[day].Lower)
}
