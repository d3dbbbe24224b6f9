package main

import (
	"context"
	"strings"

	"onrecord/statements/text"
	"onrecord/store"
	"onrecord/store/storetest"
)

// question is what is asked, and what of it the bare query gets.
type question struct {
	name    string
	text    string
	words   []string
	speaker int64 // 0 is anybody
}

// office asks for somebody by the office that all speakers of the archive bear.
const office = -2

// questions are of the kinds that are asked: words that nearly all statements
// have, some, few and none, alone and together, of anybody, of those who speak
// most and least.
func questions(ctx context.Context, s *store.Store) []question {
	common, usual, rare := storetest.Word(1), storetest.Word(60), storetest.Word(9000)
	var out []question
	add := func(name string, who int, words ...string) {
		q := question{name: name, words: words}
		switch {
		case who == office:
			q.text = "what did the minister say about " + strings.Join(words, " ") + "?"
		case who < 0:
			q.text = "who spoke about " + strings.Join(words, " ") + "?"
		default:
			found, err := s.FindSpeakers(ctx, storetest.Speaker(who), 1)
			if err != nil || len(found) == 0 {
				return
			}
			q.speaker, q.text = found[0].ID, "what did "+found[0].Name+" say about "+strings.Join(words, " ")+"?"
		}
		for i, w := range q.words {
			q.words[i] = strings.Join(text.Stems(w, "en"), " ")
		}
		out = append(out, q)
	}
	add("common word", -1, common)
	add("usual word", -1, usual)
	add("rare word", -1, rare)
	add("common and rare word", -1, common, rare)
	add("common word, first speaker", 0, common)
	add("common word, third speaker", 3, common)
	add("common word, rare speaker", 900, common)
	add("usual word, first speaker", 0, usual)
	add("two usual words", -1, usual, storetest.Word(200))
	add("two usual words, first speaker", 0, usual, storetest.Word(200))
	add("three common words", -1, common, storetest.Word(2), storetest.Word(3))
	add("usual word, an office", office, usual)
	add("nobody's word, first speaker", 0, storetest.Word(25_000))
	return out
}

// completions are what is typed into the option of a speaker.
func completions() []string {
	return []string{"i", "ida", "ida h", "holm", storetest.Speaker(17), "hol"}
}
