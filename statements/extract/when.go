package extract

import (
	"onrecord/statements"
	"onrecord/statements/dates"
)

// when dates the statements of an article, and says where they were made.
func (d *document) when(drafts []draft, out []statements.Statement) {
	r := dates.Report{Src: d.src, Sents: d.sents, Published: d.published}
	for _, p := range d.paras {
		if p.dateline.End > 0 {
			r.Filed = p.dateline
			break
		}
	}
	said := make([]dates.Utterance, len(out))
	for i, st := range out {
		said[i] = dates.Utterance{Sentence: drafts[i].sent, Speaker: st.Speaker, Source: st.Source, Cue: st.Cue, Content: st.Content,
			Frame: drafts[i].frame, Unmarked: drafts[i].transcript && drafts[i].rule != "label"}
	}
	r.Settle(said)
	for i := range said {
		out[i].SaidOn, out[i].Place = said[i].Day, said[i].Place
	}
}
