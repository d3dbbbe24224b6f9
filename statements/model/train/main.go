package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"time"

	"onrecord/statements/model"
	"onrecord/statements/model/linear"
	"onrecord/statements/model/span"
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
	m := &model.Model{}
	learnAnnotation(m, train)
	own := annotate(m, train)
	others := annotateFolds(train)
	say("articles annotated")
	restore(train, own)
	stage := map[*article][]span.Candidate{}
	for fold := range folds {
		in, held := split(train, fold)
		part := &model.Model{Cues: learnCues(in)}
		for _, a := range held {
			stage[a] = part.FindCues(span.Look(a.doc))
		}
	}
	say("cues found by models of the others")
	restore(train, others)
	for fold := range folds {
		in, held := split(train, fold)
		part := &model.Model{Roles: learnRoles(in, stage)}
		for _, a := range held {
			part.FindRoles(span.Look(a.doc), stage[a])
		}
	}
	say("roles found by models of the others")
	m.Roles = learnRoles(train, stage)
	restore(train, own)
	m.Verdict, m.Cues = learnVerdict(train, stage), learnCues(train)
	say("all learnt")
	return m
}

// annotate tags and parses arts by m and gives what came out.
func annotate(m *model.Model, arts []*article) []annotation {
	notes := make([]annotation, len(arts))
	for k, a := range arts {
		m.Annotate(a.doc)
		notes[k] = a.keep()
	}
	return notes
}

// annotateFolds tags and parses every article by models of the other folds.
func annotateFolds(train []*article) []annotation {
	notes := make([]annotation, len(train))
	for fold := range folds {
		in, _ := split(train, fold)
		m := &model.Model{}
		learnAnnotation(m, in)
		for k, a := range train {
			if a.fold == fold {
				m.Annotate(a.doc)
				notes[k] = a.keep()
			}
		}
	}
	return notes
}

func restore(arts []*article, notes []annotation) {
	for k, a := range arts {
		a.restore(notes[k])
	}
}

func learnAnnotation(m *model.Model, arts []*article) {
	m.Tagger = learnTagger(arts)
	for _, a := range arts {
		m.Tagger.Run(a.doc)
	}
	m.Parser = learnParser(arts)
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
	decay  float32 // of the weights that an example touches
	states int     // rows of the table that is kept
	edges  int
	seed   uint64
}

func learnCues(arts []*article) *linear.Chain {
	var seqs []*sequence
	for _, a := range arts {
		seqs = append(seqs, cueSequences(a)...)
	}
	return learn(seqs, chainPlan{least: 2, rounds: 8, rate: 0.01, decay: 0.03, states: 480_000, edges: 60_000, seed: 5})
}

func learnRoles(arts []*article, stage map[*article][]span.Candidate) *linear.Chain {
	var seqs []*sequence
	for _, a := range arts {
		seqs = append(seqs, roleSequences(a, stage[a])...)
	}
	return learn(seqs, chainPlan{least: 3, rounds: 6, rate: 0.005, decay: 0.02, states: 380_000, edges: 160_000, seed: 6})
}

func learnVerdict(arts []*article, stage map[*article][]span.Candidate) *linear.Chain {
	var seqs []*sequence
	for _, a := range arts {
		seqs = append(seqs, verdictSequence(a, stage[a]))
	}
	return learn(seqs, chainPlan{least: 2, rounds: 8, rate: 0.01, decay: 0.02, states: 40_000, edges: 8_000, seed: 8})
}
