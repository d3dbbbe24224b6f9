package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/statements/model/linear"
	"onrecord/statements/model/tag"
)

// write puts lines into a gzipped file.
func write(t *testing.T, path string, lines ...string) {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(strings.Join(lines, "\n") + "\n")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

const (
	sample = `{"id":"a","text":"Ann Lee said prices fell.","quotes":[{"source":[[0,7]],"cue":[[8,12]],"content":[[13,24]]}]}`
	trees  = `{"id":"a","sents":[{"s":[0,4,8,13,20,24],"e":[3,7,12,19,24,25],"p":["NNP","NNP","VBD","NNS","VBD","."],` +
		`"n":["PERSON","PERSON","O","O","O","O"],"h":[1,2,-1,4,2,2],"r":["compound","nsubj","root","nsubj","ccomp","punct"]}]}`
)

func corpus(t *testing.T) string {
	dir := t.TempDir()
	for _, split := range []string{"train", "dev"} {
		write(t, filepath.Join(dir, split+".jsonl.gz"), sample, strings.ReplaceAll(sample, `"a"`, `"b"`), strings.ReplaceAll(sample, `"a"`, `"c"`))
		write(t, filepath.Join(dir, split+".nlp.jsonl.gz"), trees, strings.ReplaceAll(trees, `"a"`, `"b"`), strings.ReplaceAll(trees, `"a"`, `"c"`))
	}
	return dir
}

func TestLoad(t *testing.T) {
	arts, err := load(corpus(t), "train")
	if err != nil {
		t.Fatal(err)
	}
	a := arts[0]
	if len(arts) != 3 {
		t.Fatalf("%d articles", len(arts))
	}
	if v := a.silver[1]; !v.ok || v.tag != tag.NNP || v.name != tag.Person {
		t.Errorf("Lee is %+v", v)
	}
	if first, last := a.touched([2]int32{5, 14}); first != 1 || last != 3 {
		t.Errorf("bytes 5 to 14 touch tokens %d to %d, want 1 to 3", first, last)
	}
	if labels := a.cueLabels(); string(labels) != "\x00\x00\x01\x00\x00\x00" {
		t.Errorf("cue labels %v", labels)
	}
}

func TestTrainingTwiceGivesTheSameFile(t *testing.T) {
	dir := corpus(t)
	var files [2][]byte
	for i := range files {
		out := filepath.Join(dir, "weights")
		if err := run(dir, out); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = b
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("training twice gave two files")
	}
}

func TestRunWithoutCorpus(t *testing.T) {
	for _, dir := range []string{"", t.TempDir()} {
		if err := run(dir, filepath.Join(t.TempDir(), "w")); err == nil {
			t.Errorf("a corpus in %q was learnt from", dir)
		}
	}
}

// A chain must learn that label 1 follows feature 7 and label 2 follows it.
func TestChainLearns(t *testing.T) {
	const mark, word = 7 << 26, 9 << 26
	var seqs []*sequence
	for n := range 40 {
		s := &sequence{}
		for i := range 6 {
			f, label := uint32(word), uint8(0)
			switch {
			case i == n%5:
				f, label = mark, 1
			case i == n%5+1:
				label = 2
			}
			s.addEdge([]uint32{1 << 20})
			s.addState([]uint32{f})
			s.gold = append(s.gold, label)
		}
		s.addEdge([]uint32{1 << 20})
		seqs = append(seqs, s)
	}
	c := learn(seqs, chainPlan{least: 1, rounds: 20, rate: 0.2, states: 256, edges: 256, seed: 1})
	var l linear.Lattice
	l.Reset(4)
	for i, f := range []uint32{word, mark, word, word} {
		c.Score(&l, i, []uint32{f})
	}
	for i := range 5 {
		c.ScoreEdge(&l, i, []uint32{1 << 20})
	}
	got := make([]uint8, 4)
	l.Best(got)
	if string(got) != "\x00\x01\x02\x00" {
		t.Errorf("labels %v, want 0 1 2 0", got)
	}
}

func TestPerceptronAverages(t *testing.T) {
	p := newPerceptron(2, 4)
	f := []uint32{3 << 28}
	p.update(f, 0, 1) // at 1
	p.now = 11
	p.update(f, 1, 0) // back again
	p.now = 21
	if got := p.average()[6]; got < 0.47 || got > 0.48 {
		t.Errorf("a weight that was 1 for 10 of 21 steps has the average %v", got)
	}
}
