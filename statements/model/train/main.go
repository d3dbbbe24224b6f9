package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"time"

	"onrecord/statements/model"
	"onrecord/statements/model/linear"
	"onrecord/statements/model/span"
	"onrecord/statements/model/tag"
)

// folds is how many parts the articles are dealt into.
const folds = 3

func main() {
	corpus := flag.String("corpus", "", "folder of the corpus")
	out := flag.String("out", "statements/model/weights.bin", "file to write")
	words := flag.String("wordnet", "", "folder of WordNet: make the list of words anew and learn nothing")
	list := flag.String("words", "statements/model/tag/wordnet.txt", "list of words to write")
	flag.Parse()
	err := error(nil)
	if *words != "" {
		err = writeWordNet(*words, *list)
	} else {
		err = run(*corpus, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(corpus, out string) error {
	if corpus == "" {
		return fmt.Errorf("no corpus was named. Try -corpus DIR with the folder that holds train.jsonl.gz")
	}
	train, err := load(corpus, "train")
	if err != nil {
		return fmt.Errorf("load the training articles: %w", err)
	}
	dev, err := load(corpus, "dev")
	if err != nil {
		return fmt.Errorf("load the articles to score on: %w", err)
	}
	file := learnAll(train).Encode()
	if err := os.WriteFile(out, file, 0o644); err != nil {
		return fmt.Errorf("write the weights: %w", err)
	}
	m, err := model.Decode(file)
	if err != nil {
		return fmt.Errorf("read the weights again: %w", err)
	}
	score(os.Stdout, m, dev)
	fmt.Printf("%s: %d bytes, sha256 %x\n", out, len(file), sha256.Sum256(file))
	return nil
}

// learnAll learns all models of the reader.
func learnAll(train []*article) *model.Model {
	began := time.Now()
	say := func(step string) { fmt.Printf("%4.0f s  %s\n", time.Since(began).Seconds(), step) }
	m := &model.Model{Tagger: learnTagger(train)}
	own := annotate(m, train)
	others := annotateFolds(train)
	forget(own)
	forget(others)
	say("articles annotated")
	restore(train, own)
	inFolds(train, func(in, held []*article) {
		part := &model.Model{Cues: learnCues(in)}
		for _, a := range held {
			a.found = part.FindCues(span.Look(a.doc))
		}
	}, func() { m.Cues = learnCues(train) })
	say("cues learnt, and found by models of the others")
	restore(train, others)
	inFolds(train, func(in, held []*article) {
		part := &model.Model{Roles: learnRoles(in)}
		for _, a := range held {
			a.placed = slices.Clone(a.found) // the other folds are reading found
			part.FindRoles(span.Look(a.doc), a.placed)
		}
	}, func() { m.Roles = learnRoles(train) })
	for _, a := range train {
		a.found = a.placed
	}
	say("roles learnt, and found by models of the others")
	restore(train, own)
	m.Verdict = learnVerdict(train)
	say("all learnt")
	return m
}

// inFolds calls each with the articles of every fold and with the others, and
// also, all at once. What each changes must belong to the articles held.
func inFolds(arts []*article, each func(in, held []*article), also ...func()) {
	var all sync.WaitGroup
	for fold := range folds {
		all.Go(func() { each(split(arts, fold)) })
	}
	for _, f := range also {
		all.Go(f)
	}
	all.Wait()
}

// annotate tags arts by m and gives what came out.
func annotate(m *model.Model, arts []*article) []annotation {
	notes := make([]annotation, len(arts))
	for k, a := range arts {
		m.Tagger.Run(a.doc)
		notes[k] = a.keep()
	}
	return notes
}

// annotateFolds tags every article by models of the other folds.
func annotateFolds(train []*article) []annotation {
	notes := make([]annotation, len(train))
	for fold := range folds {
		in, _ := split(train, fold)
		m := &model.Model{Tagger: learnTagger(in)}
		for k, a := range train {
			if a.fold == fold {
				m.Tagger.Run(a.doc)
				notes[k] = a.keep()
			}
		}
	}
	return notes
}

// forgotten is the share of the persons of an article whose names are made
// unknown words.
const forgotten = 0.3

// forget makes words that were never seen of some of the names in notes, so that
// what is learnt leans on what is around a name and not on who was in the news.
func forget(notes []annotation) {
	for k, tokens := range notes {
		rng := rand.New(rand.NewPCG(9, uint64(k)))
		gone := map[uint32]bool{}
		for i := range tokens {
			t := &tokens[i]
			if t.Name != tag.Person {
				continue
			}
			if _, met := gone[t.Low]; !met {
				gone[t.Low] = rng.Float64() < forgotten
			}
			if gone[t.Low] {
				t.Low = linear.Mix(t.Low, uint32(k)<<16|uint32(i))
				t.Lemma = t.Low
			}
		}
	}
}

func restore(arts []*article, notes []annotation) {
	for k, a := range arts {
		a.restore(notes[k])
	}
}

func split(arts []*article, fold int) (in, held []*article) {
	for _, a := range arts {
		if a.fold == fold {
			held = append(held, a)
		} else {
			in = append(in, a)
		}
	}
	return in, held
}

// chainPlan is how a chain is learnt; the numbers were tried out on dev.
type chainPlan struct {
	least  uint8 // occurrences of a feature that is kept
	rounds int
	rate   float32 // of AdaGrad
	shrink float32 // by which every weight moves towards 0 at every example, in rates
	states int     // rows of the table that is kept
	edges  int
	seed   uint64
}

func learnCues(arts []*article) *linear.Chain {
	var seqs []*sequence
	for _, a := range arts {
		seqs = append(seqs, cueSequences(a)...)
	}
	return learn(seqs, chainPlan{least: 3, rounds: 6, rate: 0.02, shrink: 1e-4, states: 96_000, edges: 24_000, seed: 5})
}

func learnRoles(arts []*article) *linear.Chain {
	var seqs []*sequence
	for _, a := range arts {
		seqs = append(seqs, roleSequences(a)...)
	}
	return learn(seqs, chainPlan{least: 4, rounds: 6, rate: 0.015, shrink: 1e-4, states: 96_000, edges: 48_000, seed: 6})
}

func learnVerdict(arts []*article) *linear.Chain {
	var seqs []*sequence
	for _, a := range arts {
		seqs = append(seqs, verdictSequence(a))
	}
	return learn(seqs, chainPlan{least: 2, rounds: 8, rate: 0.01, shrink: 1e-4, states: 40_000, edges: 8_000, seed: 8})
}
