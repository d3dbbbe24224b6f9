package span

import (
	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
	"onrecord/statements/model/tree"
)

// longestSubject is how many tokens are looked at on each side of a subject.
const longestSubject = 40

// SharedSubject gives the subject that the cue first..last has in common with
// the verb it hangs on (", adding that", "and said"), as tokens; empty if it has
// none. Its own subject is a matter of the roles.
func (v *View) SharedSubject(first, last int) [2]int {
	c := core(v, first, last)
	x := int32(c)
	for range 4 {
		t := &v.Tokens[x]
		if !tag.IsVerb(t.Tag) || t.Head < 0 || t.Rel != tree.Advcl && t.Rel != tree.Conj && t.Rel != tree.Xcomp {
			return [2]int{}
		}
		x = t.Head
		if s := v.subj[x]; s >= 0 && int(s) < c {
			return v.phrase(int(s))
		}
	}
	return [2]int{}
}

// phrase gives the tokens around i that hang on it, without the mark at its end.
func (v *View) phrase(i int) [2]int {
	from, to := i, i+1
	for from > 0 && i-from < longestSubject && v.hangsOn(from-1, i) {
		from--
	}
	for to < len(v.Tokens) && to-i < longestSubject && v.hangsOn(to, i) {
		to++
	}
	for to > i+1 && v.Tokens[to-1].Shape == token.Punct {
		to--
	}
	return [2]int{from, to}
}

// hangsOn reports whether token x depends on i, however far.
func (v *View) hangsOn(x, i int) bool {
	for range longestSubject {
		h := v.Tokens[x].Head
		if h < 0 {
			return false
		}
		if int(h) == i {
			return true
		}
		x = int(h)
	}
	return false
}
