package extract

import (
	"onrecord/statements"
	"onrecord/statements/dates"
)

// when dates the statements: by a day beside the cue, else by the day of the
// same speaker's statement that has one, which a report of one event shares.
func (d *document) when(drafts []draft, out []statements.Statement) {
	base := d.published
	place := ""
	for _, p := range d.paras {
		if p.dateline.End > 0 {
			if !p.dateline.Day.IsZero() {
				base = p.dateline.Day
			}
			place = p.dateline.Place
			break
		}
	}
	vague := make([]bool, len(out))
	day := map[string]statements.Date{}
	where := map[string]string{}
	for i := range out {
		s := &d.sents[drafts[i].sent]
		for _, fr := range drafts[i].frame {
			got, v := dates.Said(s, fr[0], fr[1], base)
			vague[i] = vague[i] || v
			if !got.IsZero() && out[i].SaidOn.IsZero() {
				out[i].SaidOn = got
			}
			if at := dates.Place(d.src, s, fr[0], fr[1]); at != "" && out[i].Place == "" {
				out[i].Place = at
			}
		}
		if k := out[i].Speaker; k != "" && !out[i].SaidOn.IsZero() && day[k].IsZero() {
			day[k] = out[i].SaidOn
		}
		if k := out[i].Speaker; k != "" && out[i].Place != "" && where[k] == "" {
			where[k] = out[i].Place
		}
	}
	for i := range out {
		if out[i].SaidOn.IsZero() && !vague[i] {
			out[i].SaidOn = day[out[i].Speaker]
		}
		if out[i].Place == "" && !vague[i] {
			if out[i].Place = where[out[i].Speaker]; out[i].Place == "" && !out[i].SaidOn.IsZero() {
				out[i].Place = place
			}
		}
	}
}
