package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"onrecord/statements"
	"onrecord/statements/gist"
)

const (
	// topicWords is how many words of what is said are searched for. The longest
	// are taken: they are seldom common ones.
	topicWords = 12
	// earlierLooked is how many statements are looked at for the same topic.
	earlierLooked = 24
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
	f, err := s.filterOf(ctx, statements.Query{Speakers: []statements.Speaker{{ID: told[0].SpeakerID}}, Topic: topic, Until: until.AddDays(-1)})
	if err == nil && !f.none {
		f, err = s.weigh(ctx, f)
	}
	if err != nil || f.none {
		return nil, wrapped("look for the topic", err)
	}
	f.limit = earlierLooked
	query, args := s.d.index.best(f)
	hits, err := all(ctx, s.reader, func(r *sql.Rows) (h hit, err error) { return h, r.Scan(&h.id, &h.score) }, query, args...)
	if err != nil {
		return nil, wrapped("look for what was said before", err)
	}
	ids := make([]int64, len(hits))
	for i, h := range hits {
		ids[i] = h.id
	}
	list, err := found(ctx, s.reader, ids)
	if err != nil {
		return nil, wrapped("read what was said before", err)
	}
	return others(list, told, until, func(o statements.Found) bool { return onTopic(o, f.topic, watched) }, n), nil
}

func wrapped(doing string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// others are the first n of list that tell something else than told does.
func others(list, told []statements.Found, until statements.Date, onTopic func(statements.Found) bool, n int) []statements.Found {
	clusters, articles := map[int64]bool{}, map[int64]bool{}
	for _, f := range told {
		clusters[f.Cluster], articles[f.Article.ID] = true, true
		for _, o := range f.Others {
			articles[o.Article.ID] = true
		}
	}
	var out []statements.Found
	for _, f := range list {
		st := f.Statement
		if len(out) == n || clusters[f.Cluster] || articles[f.Article.ID] || st.Known == statements.Inferred ||
			st.Known == statements.Unresolved || !dayOfFound(f).Before(until) || !onTopic(f) {
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

// onTopic reports whether f says enough of the topic. A watched word that f has
// itself is enough; of others it must have two, one of them in what was said,
// and a part of the topic's weight, of which words around count as in a search.
func onTopic(f statements.Found, topic []term, watched map[string]bool) bool {
	doc := documentOf(f.Statement, f.Article, stems(f.Article.Title, f.Article.Lang), dayOfFound(f))
	said, near := setOf(doc.said), setOf(append(doc.around, doc.title...))
	has, own, weight, whole := 0, 0, 0.0, 0.0
	for _, t := range topic {
		stem := t.phrases[0][0]
		whole += t.weight
		switch {
		case said[stem] && watched[stem]:
			return true
		case said[stem]:
			has, own, weight = has+1, own+1, weight+t.weight
		case near[stem]:
			has, weight = has+1, weight+t.weight*(1-whenSaid)
		}
	}
	return own > 0 && has >= sharedWords && weight >= sharedTopic*whole
}

func setOf(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}
