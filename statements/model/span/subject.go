package span

import "onrecord/statements/model/tag"

// SharesSubject reports whether the verb of the cue that begins at token first
// goes on from an earlier one, whose subject is also its own (", adding that",
// "and said").
func (v *View) SharesSubject(first int) bool {
	from := int(v.Sents[v.Tokens[first].Sent])
	p := first - 1
	for p > from && v.Tokens[p].Tag == tag.RB {
		p--
	}
	if p <= from {
		return false
	}
	switch v.Tokens[first].Tag {
	case tag.VBG:
		return v.Tokens[p].Low == lowComma || v.Tokens[p].Tag == tag.CC
	case tag.VBD, tag.VBZ, tag.VBP, tag.VBN:
		return v.Tokens[p].Tag == tag.CC
	}
	return false
}
