package ask

// ofVariable is how much of what is asked a word tells that stands for the answer:
// of "which farm products will he tax" an answer has beef.
const ofVariable = 0.35

// variable gives less weight to the terms, at the places at, that stand for what is
// asked for: between "which" and the auxiliary verb.
func (q *question) variable(terms []wanted, at []int) {
	first := q.base(0)
	if first != "which" && first != "what" && first != "how" {
		return
	}
	aux := 1
	for aux < len(q.ws) && !q.d.is(q.base(aux), "aux") {
		if q.reports(aux) || q.d.is(q.base(aux), "about") {
			return
		}
		aux++
	}
	if aux == len(q.ws) {
		return
	}
	rest := false
	for k, i := range at {
		rest = rest || i > aux && terms[k].act == ""
	}
	for k, i := range at {
		if rest && i > 0 && i < aux && terms[k].act == "" && !terms[k].asker {
			terms[k].weight *= ofVariable
		}
	}
}

// choices reads "troops or guns", of which one is enough, and "does he admit it",
// which a denial answers.
func (q *question) choices(terms []wanted, at []int) {
	asks := q.d.is(q.base(0), "aux")
	for k := range terms {
		terms[k].yesNo = asks && terms[k].act != ""
		if k == 0 || at[k] < 1 || at[k-1] < 0 || terms[k].act != "" || terms[k-1].act != "" {
			continue
		}
		end := at[k-1] + len(outletWords(terms[k-1].words))
		terms[k].either = q.base(end) == "or" && end+1 == at[k]
	}
}
