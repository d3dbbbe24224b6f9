package store

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"onrecord/statements"
	"onrecord/statements/gist"
)

const (
	// topicWords is how many words of what is said are searched for. The longest
	// are taken: they are seldom common ones.
	topicWords = 12
	// glance is how many statements with a word are looked at to know how rare it
	// is, and lookedFor how many of the rarest words are looked for.
	glance    = 100
	lookedFor = 8
	// earlierLooked is how many statements are looked at for the same topic.
	earlierLooked = 32
	// sharedTopic is the part of the topic, by weight, that an earlier statement
	// must have to be on it, and sharedWords how many of its words.
	sharedTopic = 0.15
	sharedWords = 2

	earlierTold = 6 // in a delivery; a card shows fewer
	// recallTime is what a lease gives for looking back. Nobody waits longer for
	// an alert because of what was said before.
	recallTime = 2 * time.Second
)

// recall gives messages what their speakers said on the topic before. What
// cannot be found out is left out: an alert is never held up for it.
func (s *Store) recall(ctx context.Context, list []statements.Delivery) {
	ctx, cancel := context.WithTimeout(ctx, recallTime)
	defer cancel()
	views, err := viewsOf(ctx, s.reader, list)
	if err != nil {
		return
	}
	for i, d := range list {
		if d.Form != statements.FormAlert {
			continue
		}
		var told []statements.Found
		var words []string
		for _, e := range d.Entries {
			told, words = append(told, e.Found...), append(words, e.Words...)
		}
		if before, err := s.SaidBefore(ctx, told, words, earlierTold); err == nil {
			list[i].Before = before
			if views != nil {
				list[i].Before = still(views[i], told, before)
			}
		}
	}
}

// SaidBefore gives at most n earlier statements, of earlier days, of the one
// who made all of told, on the topic of these, the best first: one of an
// utterance, none of an utterance or an article of told, and none of which the
// speaker is only inferred. words are watched words, which make a topic by
// themselves. Where several speak, or nobody is named, there are none.
func (s *Store) SaidBefore(ctx context.Context, told []statements.Found, words []string, n int) ([]statements.Found, error) {
	until := earliest(told)
	topic, watched := topicOf(told, words)
	if !oneSpeaker(told) || until.IsZero() || len(topic) == 0 {
		return nil, nil
	}
	f, err := s.filterOf(ctx, statements.Query{Speakers: []statements.Speaker{{ID: told[0].SpeakerID}}, Topic: topic})
	if err != nil {
		return nil, fmt.Errorf("look for the topic: %w", err)
	}
	if f.topic, err = s.rarity(ctx, f.topic); err != nil {
		return nil, fmt.Errorf("look for what is rare: %w", err)
	}
	rare := f
	rare.topic, rare.limit = rarest(f.topic, watched), earlierLooked
	query, args := s.d.index.latest(rare, oldest(told), false, false)
	ids, err := all(ctx, s.again(), scalar[int64], query, s.d.planned(args)...)
	if err != nil {
		return nil, fmt.Errorf("look for what was said before: %w", err)
	}
	list, err := found(ctx, s.again(), ids)
	if err != nil {
		return nil, fmt.Errorf("read what was said before: %w", err)
	}
	return others(list, told, until, f.topic, watched, n), nil
}

// rarity gives terms their weights, from a glance at the index: a search ranks
// by them, here they only say which words are worth looking for.
func (s *Store) rarity(ctx context.Context, topic []term) ([]term, error) {
	var last int64
	if err := one(ctx, s.again(), `SELECT COALESCE(MAX(id), 0) FROM statements`, nil, &last); err != nil {
		return nil, err
	}
	out := slices.Clone(topic)
	for i := range out {
		n, _, err := s.d.index.having(ctx, s.again(), filter{topic: out[i : i+1]}, depth{newest: glance}, last)
		if err != nil {
			return nil, err
		}
		out[i].weight = math.Log(1 + (float64(last)+1)/(n+1))
	}
	return out, nil
}

// rarest are the terms to look for: the watched ones, and the rarest.
func rarest(topic []term, watched map[string]bool) []term {
	rank := func(t term) float64 {
		if watched[t.phrases[0][0]] {
			return math.Inf(-1)
		}
		return -t.weight
	}
	out := slices.Clone(topic)
	slices.SortStableFunc(out, func(a, b term) int { return cmp.Compare(rank(a), rank(b)) })
	return out[:min(len(out), lookedFor)]
}

// oldest is the smallest number of the statements of told and their reports:
// what was said before was kept before.
func oldest(told []statements.Found) int64 {
	out := int64(math.MaxInt64)
	for _, f := range told {
		out = min(out, f.Statement.ID)
		for _, o := range f.Others {
			out = min(out, o.Statement.ID)
		}
	}
	return out
}

// others are the n of list that say most of the topic and tell something else
// than told does.
func others(list, told []statements.Found, until statements.Date, topic []term, watched map[string]bool, n int) []statements.Found {
	clusters, articles := map[int64]bool{}, map[int64]bool{}
	for _, f := range told {
		clusters[f.Cluster], articles[f.Article.ID] = true, true
		for _, o := range f.Others {
			articles[o.Article.ID] = true
		}
	}
	shares := map[int64]float64{}
	for _, f := range list {
		shares[f.Statement.ID] = onTopic(f, topic, watched)
	}
	slices.SortStableFunc(list, func(a, b statements.Found) int { return cmp.Compare(shares[b.Statement.ID], shares[a.Statement.ID]) })
	var out []statements.Found
	for _, f := range list {
		st := f.Statement
		if len(out) == n || clusters[f.Cluster] || articles[f.Article.ID] || st.Known == statements.Inferred ||
			st.Known == statements.Unresolved || !dayOfFound(f).Before(until) || shares[st.ID] == 0 {
			continue
		}
		clusters[f.Cluster] = true
		out = append(out, f)
	}
	return out
}

// oneSpeaker reports whether one known speaker made all of told.
func oneSpeaker(told []statements.Found) bool {
	for _, f := range told {
		if f.SpeakerID == 0 || f.SpeakerID != told[0].SpeakerID || f.Statement.Known == statements.Unresolved {
			return false
		}
	}
	return len(told) > 0
}

// earliest is the first of the days of told.
func earliest(told []statements.Found) statements.Date {
	var out statements.Date
	for _, f := range told {
		if d := dayOfFound(f); out.IsZero() || d.Before(out) {
			out = d
		}
	}
	return out
}

func dayOfFound(f statements.Found) statements.Date {
	return dayOf(f.Statement, statements.Arrival{Article: f.Article})
}

// topicOf is what told is about, for a search, and the stems of the watched
// words.
func topicOf(told []statements.Found, words []string) (topic []statements.Term, watched map[string]bool) {
	watched = map[string]bool{}
	var stems []string
	for _, f := range told {
		for _, w := range words {
			for _, stem := range gist.Words(w, f.Article.Lang) {
				watched[indexed(stem)] = true
			}
		}
		stems = append(stems, gist.Words(f.Statement.Text(f.Article.Text), f.Article.Lang)...)
	}
	rank := func(stem string) int { // less is first
		if watched[indexed(stem)] {
			return -longestStem
		}
		return -len(stem)
	}
	slices.SortFunc(stems, func(a, b string) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
	stems = slices.Compact(stems)
	for _, stem := range stems[:min(len(stems), topicWords)] {
		topic = append(topic, statements.Term{Words: stem, Stems: []string{stem}})
	}
	return topic, watched
}

// onTopic is how much of the topic f says, 0 for too little. A watched word that
// f has itself is enough; of others it must have two, one of them in what was
// said, and a part of the topic's weight, of which words around count as in a
// search.
func onTopic(f statements.Found, topic []term, watched map[string]bool) float64 {
	doc := documentOf(f.Statement, f.Article, stems(f.Article.Title, f.Article.Lang), dayOfFound(f))
	said, near := setOf(doc.said), setOf(append(doc.around, doc.title...))
	has, own, weight, whole, asked := 0, 0, 0.0, 0.0, false
	for _, t := range topic {
		stem := t.phrases[0][0]
		whole += t.weight
		switch {
		case said[stem]:
			has, own, weight, asked = has+1, own+1, weight+t.weight, asked || watched[stem]
		case near[stem]:
			has, weight = has+1, weight+t.weight*(1-whenSaid)
		}
	}
	if asked || own > 0 && has >= sharedWords && weight >= sharedTopic*whole {
		return weight / whole
	}
	return 0
}

func setOf(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}
