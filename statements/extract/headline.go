package extract

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// headline reads the shapes that only headlines have: "Lee: it is late", "It
// is late — Lee", "It is late: Norland's foreign minister".
func (r *reading) headline() {
	for i := 1; i < len(r.s.Items)-1; i++ {
		if !r.s.Mark(i, ":", "—", "–", "―", "--") && !(r.s.Mark(i, "-") && r.s.Items[i].Gap && r.s.Items[i+1].Gap) {
			continue
		}
		if r.speakerAt(sources.Range{First: i + 1, End: r.s.Last()}, i, 0, i, "headline: speaker last") {
			return
		}
		if r.s.Mark(i, ":") && (r.speakerAt(sources.Range{First: 0, End: i}, i, i+1, r.s.Last(), "headline: speaker first") || r.onTopic(i)) {
			return
		}
	}
}

// signedHeadline reads "Port rejects plan as ‘theatre’ — Lee": whoever stands
// after the last dash says all of it, whatever verbs it has. It must be a
// person of the article, for an outlet stands there as well.
func (r *reading) signedHeadline() bool {
	for i := len(r.s.Items) - 2; i > 2; i-- {
		if !r.s.Mark(i, "—", "–", "―", "--") {
			continue
		}
		src := sources.Range{First: i + 1, End: r.s.Last()}
		whole, head, ok := sources.Left(r.s, src.First, src.End)
		if !ok || whole.First != src.First {
			return false
		}
		p := sources.Parse(r.d.src, r.s, whole, head)
		if p.Name == "" || !r.d.cast.IsPerson(r.d.cast.Resolve(p, r.n, p.Span.Start).Entity) {
			return false
		}
		return r.speakerAt(src, i, 0, i, "headline: signed")
	}
	return false
}

// quoted reads "‘It is late’ – Lee furious as ferry sinks": a quotation at the
// front, and after a dash or colon the person of the article whom the rest is
// about. Further down such a line is a caption.
func (r *reading) quoted() {
	if r.s.Para > 0 || !r.s.IsQuote(0) || !r.s.Mark(1, ":", "—", "–", "―", "--", "-") || r.d.nameInMarks(r.s.Items[0].Quote) {
		return
	}
	end := 2
	for end < len(r.s.Items) && r.s.Word(end) && r.s.Items[end].Cap && r.s.Items[end].Kind == text.Letters {
		end++
	}
	for ; end > 2; end-- {
		name := sources.Range{First: 2, End: end}
		p := sources.Parse(r.d.src, r.s, name, name)
		if p.Name == "" || !r.d.cast.IsPerson(r.d.cast.Resolve(p, r.n, p.Span.Start).Entity) {
			continue
		}
		if owns := end < len(r.s.Items) && r.s.Items[end].Kind == text.Clitic; owns {
			return // "‘The Long Night’: Lee's new film"
		}
		r.speakerAt(name, 1, 0, 1, "headline: quotation first")
		return
	}
}

// onTopic reads "Lee on the ferry: ‘It is late’".
func (r *reading) onTopic(colon int) bool {
	if !r.s.IsQuote(colon + 1) {
		return false
	}
	for i := 1; i < min(colon, 6); i++ {
		if r.s.Lex.Has("on-topic", r.s.Lower(i)) {
			return r.speakerAt(sources.Range{First: 0, End: i}, colon, colon+1, r.s.Last(), "headline: speaker on a topic")
		}
	}
	return false
}

// namedQuote reads a name, a colon and a quotation in running text: "Ann Lee:
// “It is late.”"
func (r *reading) namedQuote() {
	for i := 1; i+1 < len(r.s.Items); i++ {
		if !r.s.Mark(i, ":") || !r.s.IsQuote(i+1) || r.used[i+1] || r.used[i-1] {
			continue
		}
		whole, _, ok := sources.Left(r.s, 0, i)
		if !ok || whole.First > 0 && !r.s.Mark(whole.First-1, "—", "–", "―", "--", "-", ".", ";") {
			continue
		}
		r.speakerAt(whole, i, i+1, i+2, "name before a quotation")
	}
}

// speakerAt keeps the items [from, to) as what the source says, if the source
// is a name of the cast or a role and nothing else.
func (r *reading) speakerAt(src sources.Range, mark, from, to int, rule string) bool {
	if src.Empty() || src.End-src.First > 8 || to-from < 3 && !r.s.IsQuote(from) {
		return false
	}
	whole, head, ok := sources.Left(r.s, src.First, src.End)
	if !ok || whole.First != src.First {
		return false
	}
	p := sources.Parse(r.d.src, r.s, whole, head)
	if !r.d.somebody(p) || r.heading(p, from) {
		return false
	}
	sp, ok := r.d.words(r.s, from, to)
	if !ok {
		return false
	}
	r.take(from, to)
	for k := min(from, src.First); k < max(to, src.End); k++ {
		r.used[k] = true
	}
	m := r.s.Items[mark]
	r.out = append(r.out, draft{sent: r.n, rule: rule, sourced: true, source: p, content: []statements.Span{sp}, cue: m.Span})
	return true
}

// heading reports whether a name in front of a headline says where or what it
// is about, as in other languages than English: "Valbonne : l'usine va fermer".
func (r *reading) heading(p sources.Phrase, from int) bool {
	return r.s.Headline && r.s.Lex.Lang != "en" && !r.s.IsQuote(from) && p.Role == "" &&
		!r.d.cast.IsPerson(r.d.cast.Resolve(p, r.n, p.Span.Start).Entity)
}

// somebody reports whether a phrase is a person that the article names
// elsewhere, or a role, or a body that speaks.
func (d *document) somebody(p sources.Phrase) bool {
	if p.Name == "" {
		last := len(p.Words) - 1
		for k := last; k > 1; k-- {
			if d.lex.Flags(p.Words[k])&lexicon.Genitive != 0 {
				last = k - 1 // "ein Beamter der Polizei"
			}
		}
		return p.Role != "" && last >= 0 && d.lex.Flags(p.Words[last])&(lexicon.Role|lexicon.Group) != 0
	}
	return p.Role != "" || d.cast.Known(p)
}
