package model

import (
	"maps"
	"slices"

	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
)

const (
	longestName      = 5  // words of a name before a colon
	longestSignature = 12 // tokens of a name below a quotation
	fewestTurns      = 3  // of a transcript: "WATCH: ..." is none
	byLayout         = 0.9
)

// layout finds the statements that nothing but the layout marks: transcripts,
// and quotations with a name below.
func (j *joining) layout() {
	scripted := make(map[int]draft)
	for p := 0; p+1 < len(j.Paras); p++ {
		from, to := int(j.Paras[p]), int(j.Paras[p+1])
		if d, ok := j.signed(from, to); ok {
			j.replace(int32(p), d)
		} else if d, ok := j.script(from, to); ok && p > 0 {
			scripted[p] = d
		}
	}
	if len(scripted) < fewestTurns {
		return
	}
	for _, p := range slices.Sorted(maps.Keys(scripted)) {
		j.replace(int32(p), scripted[p])
	}
}

// script reads a paragraph that begins with a name in capitals and a colon: all
// the rest is what that person said.
func (j *joining) script(from, to int) (draft, bool) {
	if from < to && j.Tokens[from].Mark != token.NoMark {
		from++
	}
	i := from
	for i < to && i < from+longestName && (j.Tokens[i].Shape == token.Upper || j.Tokens[i].Shape == token.Letter) {
		i++
	}
	if i == from || i+1 >= to || j.Word(i) != ":" {
		return draft{}, false
	}
	return draft{source: [2]int{from, i}, cue: [2]int{i, i + 1}, content: tokens(i+1, to), prob: byLayout, by: ByScript}, true
}

// signed reads a paragraph that is a quotation, a dash and a name.
func (j *joining) signed(from, to int) (draft, bool) {
	if j.Tokens[from].Mark != token.Opens {
		return draft{}, false
	}
	_, end := j.Quotation(j.Tokens[from].Quote)
	if end >= to-1 || to-end > longestSignature || !dash(j.Word(end)) || j.Tokens[end+1].Tag != tag.NNP {
		return draft{}, false
	}
	if slices.ContainsFunc(j.Tokens[end+1:to], func(t token.Token) bool { return tag.IsVerb(t.Tag) }) {
		return draft{}, false
	}
	return draft{source: [2]int{end + 1, to}, cue: [2]int{end, end + 1}, content: tokens(from, end), prob: byLayout, by: BySigned}, true
}

func dash(w string) bool {
	switch w {
	case "—", "–", "―", "-", "--", "~":
		return true
	}
	return false
}

// replace puts d in the place of the statements in paragraph p.
func (j *joining) replace(p int32, d draft) {
	from, to := int(j.Paras[p]), int(j.Paras[p+1])
	for i := from; i < to; i++ {
		for _, k := range [...]int32{j.said[i], j.told[i]} {
			if k != nobody {
				j.drop(int(k))
			}
		}
	}
	j.add(d)
}

// drop takes everything from draft k: out leaves it away.
func (j *joining) drop(k int) {
	d := &j.drafts[k]
	for _, i := range d.content {
		j.said[i] = nobody
	}
	for _, s := range [...][2]int{d.cue, d.source} {
		for i := s[0]; i < s[1]; i++ {
			j.told[i] = nobody
		}
	}
	*d = draft{}
}

func tokens(from, to int) []int {
	out := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}
