package dates

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// voteDay is the day on which the sentences before utterance i say that something was
// voted on, the nearest first: for what was said "after the vote", or by somebody who
// "voted in favour but complained".
func (r *Report) voteDay(i int) statements.Date {
	for n := r.said[i].Sentence - 1; n >= max(0, r.lead()); n-- {
		s := &r.Sents[n]
		if s.Headline || !r.carried(n) && !slices.ContainsFunc(s.Items, func(it cues.Item) bool { return it.Quote < 0 && votes[it.Lower] }) {
			continue
		}
		if day := r.deedDay(s); !day.IsZero() {
			return r.possible(day)
		}
	}
	return statements.Date{}
}

// carried reports whether the sentence after sentence n tells how the vote ended on what
// it says: "The assembly on Friday declared it void. The vote was 30 to four."
func (r *Report) carried(n int) bool {
	if n+1 >= len(r.Sents) || r.Sents[n+1].Para != r.Sents[n].Para {
		return false
	}
	s := &r.Sents[n+1]
	return s.Lex.Has("definite", s.Lower(0)) && s.Lower(1) == "vote" && s.Is(2, lexicon.Be|lexicon.Auxiliary)
}

// voted are the verbs of one who votes.
var voted = words("voted abstained")

// votes are the verbs of those who vote.
var votes = words("voted agreed approved adopted passed rejected backed defeated elected decided")
