package advice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements/text"
)

// ordered makes an order of all n statements from what a model gave: what it
// left out follows as it was, what is not there and what comes twice is dropped.
func ordered(given []int, n int) []int {
	out := make([]int, 0, n)
	for _, i := range given {
		if i >= 1 && i <= n && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	for i := 1; i <= n; i++ {
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// supported are the sentences that may be shown.
func supported(given []Sentence, question string, shown []Shown) []Sentence {
	var out []Sentence
	for _, s := range given {
		s.Text = strings.Join(strings.Fields(s.Text), " ")
		s.Cites = cited(s.Cites, len(shown))
		if len(out) < mostSentences && rests(s, question, shown) {
			out = append(out, s)
		}
	}
	return out
}

func cited(given []int, n int) []int {
	var out []int
	for _, i := range given {
		if i >= 1 && i <= n && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// leastShare is the share of a sentence's words that must stand in what it
// cites, and of which the others are the glue of a sentence.
const leastShare = 0.75

// rests reports whether a sentence has nothing of its own: it cites, it quotes
// nothing, its words stand in what it cites or in the question, all its names
// and numbers in what it cites, and it denies only what is denied there. A name
// is any word with a capital, at the beginning of the sentence too.
func rests(s Sentence, question string, shown []Shown) bool {
	if s.Text == "" || len(s.Cites) == 0 || utf8.RuneCountInString(s.Text) > mostSentence ||
		!utf8.ValidString(s.Text) || strings.ContainsAny(s.Text, "\"“”„«»‘‹›`<>@[]|*_") || strings.Contains(s.Text, "://") {
		return false
	}
	var ground strings.Builder
	var said strings.Builder
	for _, n := range s.Cites {
		ground.WriteString(shown[n-1].Speaker + " " + shown[n-1].SaidOn + " " + shown[n-1].Text + "\n")
		said.WriteString(shown[n-1].Text + "\n")
	}
	if denies(s.Text) != denies(said.String()) {
		return false
	}
	have := stems(ground.String())
	asked := stems(question)
	in, all := 0, 0
	for _, w := range text.Words(s.Text) {
		word := w.Of(s.Text)
		for _, stem := range text.Stems(word, "en") {
			first, _ := utf8.DecodeRuneInString(word)
			if !have[stem] && !saying[w.Folded] && (unicode.IsDigit(first) || unicode.IsUpper(first)) {
				return false
			}
			all++
			if have[stem] || asked[stem] || saying[w.Folded] {
				in++
			}
		}
	}
	return all > 0 && float64(in) >= leastShare*float64(all)
}

// saying are words that any sentence about statements may have.
var saying = map[string]bool{
	"said": true, "says": true, "say": true, "stated": true, "told": true, "spoke": true, "about": true, "also": true,
	"both": true, "and": true, "that": true, "the": true, "on": true, "in": true, "of": true, "to": true, "a": true, "an": true,
	"later": true, "earlier": true, "again": true, "statements": true, "statement": true, "was": true, "is": true, "has": true, "had": true,
}

func stems(s string) map[string]bool {
	out := map[string]bool{}
	for _, stem := range text.Stems(s, "en") {
		out[stem] = true
	}
	return out
}

// denies reports whether a text has a word of denial.
func denies(s string) bool {
	for _, w := range text.Words(s) {
		switch w.Folded {
		case "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "refused", "refuses", "denied", "denies", "rejected", "rejects", "ruled":
			return true
		}
		if strings.HasSuffix(w.Folded, "n't") {
			return true
		}
	}
	return false
}

// otherWords cleans what a model proposes to search for: single words or pairs
// of letters, none of them in the topic already.
func otherWords(given []string, topic string) []string {
	have := stems(topic)
	var out []string
	for _, g := range given {
		ws := text.Words(g)
		if len(ws) == 0 || len(ws) > 2 || utf8.RuneCountInString(g) > 40 || slices.Contains(out, strings.ToLower(g)) {
			continue
		}
		known := true
		for _, stem := range text.Stems(g, "en") {
			known = known && have[stem]
		}
		if !known && len(out) < mostWords {
			out = append(out, strings.ToLower(g))
		}
	}
	return out
}
