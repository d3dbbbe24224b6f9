package extract

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// farthestMood is how many sentences after a statement its speaker may go on
// in the subjunctive alone.
const farthestMood = 3

// reportedMood reads a German sentence that is reported speech by its verb
// alone, and gives it to whoever spoke before: "Das sei falsch." A form that
// may be no report ("hätten", "soll") must follow a statement directly.
func (d *document) reportedMood(drafts []draft, n int) ([]draft, bool) {
	s := &d.sents[n]
	sure, doubtful := mood(s)
	before := lastBefore(drafts, s.Items[0].Start)
	if before < 0 || len(s.Items) < 4 || d.paras[s.Para].zone != body {
		return drafts, false
	}
	last := max(drafts[before].sent, drafts[before].until)
	near := last == n-1 && !d.first(n) || sure && last >= n-farthestMood && d.sents[last].Para >= s.Para-1
	sp, ok := d.words(s, 0, s.Last())
	if !ok || !near || !sure && !doubtful {
		return drafts, false
	}
	r := reading{d: d, n: n, s: s}
	r.take(0, len(s.Items))
	return insert(drafts, before+1, draft{sent: n, rule: "mood", content: []statements.Span{sp}, carried: true,
		source: drafts[before].source, sourced: drafts[before].sourced}), true
}

// mood reports whether a sentence has a verb in a form that only reports, or
// one that does so after a report.
func mood(s *cues.Sentence) (sure, doubtful bool) {
	main := true
	for i := range s.Items {
		if s.Mark(i, ",") && !s.Is(0, lexicon.ClauseOpener) {
			main = false // "…, die er hätte"
		}
		if s.Items[i].Cap && i > 0 {
			continue
		}
		sure = sure || s.Is(i, lexicon.Subjunctive)
		doubtful = doubtful || main && s.Is(i, lexicon.Hearsay)
	}
	return sure, doubtful
}
