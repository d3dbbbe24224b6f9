package handlers

import (
	"context"
	"errors"
	"strings"
	"testing"

	"onrecord/handlers/advice"
)

// parrot is a model that says what it was told to.
type parrot struct {
	words  []string
	advice advice.Advice
	err    error
}

func (p parrot) Rephrase(context.Context, string) ([]string, error) { return p.words, p.err }
func (p parrot) Advise(context.Context, string, []advice.Shown) (advice.Advice, error) {
	return p.advice, p.err
}

func TestAdvised(t *testing.T) {
	const question = "what did Pell Andersen say about the lighthouse?"
	answer := func(a Advisor, q string) string {
		d, _ := desk(lighthouse(3))
		d.Advisor = a
		return plain(d.Serve(t.Context(), ask1("ask", "question", q)))
	}
	without := answer(nil, question)
	for name, p := range map[string]parrot{
		"that is down":              {err: errors.New("it answers 500")},
		"that invents an order":     {advice: advice.Advice{Order: []int{9, 1, 2}}},
		"that repeats an order":     {advice: advice.Advice{Order: []int{1, 1, 2}}},
		"that cites what is hidden": {advice: advice.Advice{Sentences: []advice.Sentence{{Text: "Andersen spoke.", Cites: []int{7}}}}},
	} {
		if got := answer(p, question); got != without {
			t.Errorf("a model %s changes the answer:\n%s\nis not\n%s", name, got, without)
		}
	}
	turned := answer(parrot{advice: advice.Advice{Order: []int{3, 1, 2}, Sentences: []advice.Sentence{{Text: "Andersen spoke of the lighthouse.", Cites: []int{3}}}}}, question)
	if !strings.Contains(turned, "By a language model, no quote: Andersen spoke of the lighthouse. (1)") {
		t.Errorf("the sentence is not shown under its new number:\n%s", turned)
	}
	quotes := func(s string) int { return strings.Count(s, "“") }
	if quotes(turned) != quotes(without) {
		t.Error("there are other quotes")
	}
	if got := answer(parrot{words: []string{"lighthouse"}}, "what did Pell Andersen say about the skyscraper?"); !strings.Contains(got, "searched as ‘lighthouse’, which a language model proposed") {
		t.Errorf("other words find nothing:\n%s", got)
	}
	if got := answer(parrot{words: []string{"lighthouse"}}, "what did Jun Castellan say about the skyscraper?"); !strings.Contains(got, "Nothing on record") {
		t.Errorf("other words find somebody else:\n%s", got)
	}
}
