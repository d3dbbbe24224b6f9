package handlers

import (
	"context"
	"fmt"
	"strings"

	"onrecord/handlers/advice"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
	"onrecord/statements/text"
)

// Advisor is a language model that may order what was found and find other
// words for a topic. It never has a say in what is found or quoted.
type Advisor interface {
	Rephrase(ctx context.Context, topic string) ([]string, error)
	Advise(ctx context.Context, question string, shown []advice.Shown) (advice.Advice, error)
}

// advised lets the model do what it may. Without one, or where it fails, what
// was found stays as it is.
func (d *Desk) advised(ctx context.Context, f Found) Found {
	if d.Advisor == nil {
		return f
	}
	if len(f.Ranked.Answers) == 0 {
		f = d.rephrased(ctx, f)
	}
	shown := shownOf(f.Ranked.Answers)
	if len(shown) < 2 {
		return f
	}
	a, err := d.Advisor.Advise(ctx, f.Query.Question, shown)
	if err != nil {
		d.modelFailed(err)
		return f
	}
	return f.inOrder(a)
}

func (d *Desk) modelFailed(err error) {
	if d.Log != nil {
		d.Log.Warn("answered without the language model", "err", err)
	}
}

// rephrased searches with other words for the topic, for the same speakers and
// days, where nothing was found.
func (d *Desk) rephrased(ctx context.Context, f Found) Found {
	if len(f.Query.Topic) == 0 {
		return f
	}
	words, err := d.Advisor.Rephrase(ctx, topicOf(f.Query))
	if err != nil {
		d.modelFailed(err)
		return f
	}
	for _, w := range words {
		q := f.Query
		q.Topic = []statements.Term{{Words: w, Stems: []string{strings.Join(text.Stems(w, "en"), " ")}}}
		ranked, err := d.ranked(ctx, q)
		if err != nil || len(ranked.Answers) == 0 {
			continue
		}
		for i := range ranked.Answers {
			ranked.Answers[i].Found = d.weighed(ranked.Answers[i].Found)
		}
		f.Ranked, f.Reworded = ranked, w
		f.Query.Topic = q.Topic
		return f
	}
	return f
}

func shownOf(answers []ask.Answer) []advice.Shown {
	var out []advice.Shown
	for i, a := range answers[:min(len(answers), advice.MostShown)] {
		st := a.Found.Statement
		who := st.Speaker
		if st.Known == statements.Unresolved {
			who = ""
		}
		out = append(out, advice.Shown{Number: i + 1, Speaker: who, SaidOn: st.SaidOn.String(), Text: st.Text(a.Found.Article.Text)})
	}
	return out
}

// inOrder puts the first answers into the order of an advice, and what it says
// of them under their new numbers.
func (f Found) inOrder(a advice.Advice) Found {
	answers := make([]ask.Answer, 0, len(f.Ranked.Answers))
	place := map[int]int{}
	for _, n := range a.Order {
		if n < 1 || n > len(f.Ranked.Answers) || place[n] > 0 {
			return f // no order of these
		}
		answers = append(answers, f.Ranked.Answers[n-1])
		place[n] = len(answers)
	}
	f.Ranked.Answers = append(answers, f.Ranked.Answers[len(answers):]...)
	for _, s := range a.Sentences {
		var at []string
		for _, c := range s.Cites {
			if n := place[c]; n > 0 && n <= pageSize {
				at = append(at, fmt.Sprint(n))
			}
		}
		if len(at) == len(s.Cites) && len(at) > 0 { // all of them are on the card
			f.Summary = append(f.Summary, s.Text+" ("+strings.Join(at, ", ")+")")
		}
	}
	return f
}

// summaryLines are the model's sentences, called what they are.
func summaryLines(in locales.Tongue, a Answered) []Block {
	var out []Block
	if a.Reworded != "" {
		out = append(out, Block{Look: Small, Runs: []Run{{Text: in.Say("Nothing in these words; searched as ‘%s’, which a language model proposed", short(a.Reworded, mostName))}}})
	}
	if len(a.Summary) > 0 {
		out = append(out, Block{Look: Small, Runs: []Run{{Text: in.Say("By a language model, no quote: %s", strings.Join(a.Summary, " "))}}})
	}
	return out
}
