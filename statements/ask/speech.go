package ask

import (
	"strings"

	"onrecord/statements/model"
)

// How much of what is asked the words of a part of speech tell, beside a noun:
// news says with other verbs what somebody asks with one ("turned away", "refused
// entry"), and calls things by their names.
const (
	ofVerbs     = 0.6
	ofAdverbs   = 0.4
	ofWideVerbs = 0.3 // "keep", where somebody is asked for by name
)

// byParts gives verbs and adverbs less weight, terms of one word at the places at.
// Where nobody is asked for, what else was asked must be two things: of one alone
// anybody may have said anything.
func (q *question) byParts(terms []wanted, at []int, named bool) {
	tell := make([]float64, len(terms))
	things := 0
	for k, t := range terms {
		tell[k] = 1
		if t.wide && named && q.speech(at[k]) == model.Verb {
			tell[k] = ofWideVerbs
		}
		if t.act != "" || t.wide || t.name || strings.Contains(t.words, " ") {
			if t.act == "" && !t.wide {
				things++
			}
			continue
		}
		switch q.speech(at[k]) {
		case model.Verb:
			tell[k] = ofVerbs
		case model.Adverb:
			tell[k] = ofAdverbs
		default:
			things++
		}
	}
	if !named && things < 2 {
		return
	}
	for k := range terms {
		terms[k].weight *= tell[k]
	}
}

// speech is the part of speech of word i; model.Small where it is not known, as in
// other languages than English.
func (q *question) speech(i int) model.Part {
	if i < 0 || i >= len(q.ws) || q.lang != "en" {
		return model.Small
	}
	if q.parts == nil {
		q.parts = map[int]model.Part{}
		if m, err := model.Load(); err == nil { // the weights are built in
			for _, w := range m.Words(q.raw) {
				q.parts[w.Start] = w.Part
			}
		}
	}
	return q.parts[q.ws[i].Start]
}
