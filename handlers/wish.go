package handlers

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// operators are words that the watch language takes for more than words.
var operators = []string{"and", "or", "not", "near"}

// watchFor are the options of a watch that would tell what a question asks for;
// nil where it asks for nothing that one can wait for.
func watchFor(q statements.Query) map[string]string {
	o := map[string]string{}
	if len(q.Speakers) == 1 {
		o["speaker"] = q.Speakers[0].Name
	}
	var words []string
	for _, t := range q.Topic {
		switch ws := text.Words(t.Words); {
		case len(ws) == 1 && !slices.Contains(operators, ws[0].Folded):
			words = append(words, ws[0].Of(t.Words)) // in quotation marks no other form of it would count
		case len(ws) > 0:
			words = append(words, typedName(t.Words))
		}
	}
	if len(words) > 0 {
		o["keywords"] = strings.Join(words, " ")
	}
	if len(o) == 0 || len(q.Speakers) > 1 {
		return nil
	}
	if len(q.Outlets) > 0 {
		o["outlets"] = strings.Join(q.Outlets, ", ")
	}
	if slices.Equal(q.Kinds, askedKinds["verbatim"]) || slices.Equal(q.Kinds, askedKinds["partly"]) {
		o["kinds"] = kindsDirect
	}
	return o
}

// typedWish is how such a watch is typed.
func typedWish(o map[string]string) string {
	typed := "watch add"
	if o["speaker"] != "" {
		typed += " speaker " + typedName(o["speaker"])
	}
	if o["keywords"] != "" {
		typed += " keywords " + o["keywords"]
	}
	if o["outlets"] != "" {
		typed += " outlets " + o["outlets"]
	}
	if o["kinds"] != "" {
		typed += " kinds " + o["kinds"]
	}
	return typed
}
