package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"

	"onrecord/statements/model/span"
	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
)

// article is one text of the corpus with what people and CoreNLP said of it.
type article struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Quotes []quote `json:"quotes"`

	doc    *token.Doc
	silver []silver // of each token of doc; nil where there is none
	fold   int
	found  []span.Candidate // what models of the other folds found
	placed []span.Candidate // the same, with source and content by models of the other folds
}

type quote struct {
	Source  [][2]int32 `json:"source"`
	Cue     [][2]int32 `json:"cue"`
	Content [][2]int32 `json:"content"`
}

// silver is what CoreNLP said of a token.
type silver struct {
	ok        bool // false where it cut the text in another way
	tag, name uint8
}

// parsed is a line of CoreNLP's: per sentence the start, end, part of speech
// and name of each token.
type parsed struct {
	ID    string `json:"id"`
	Sents []struct {
		S []int32  `json:"s"`
		E []int32  `json:"e"`
		P []string `json:"p"`
		N []string `json:"n"`
	} `json:"sents"`
}

// load reads one split of the corpus.
func load(dir, split string) ([]*article, error) {
	var arts []*article
	byID := map[string]*article{}
	err := lines(filepath.Join(dir, split+".jsonl.gz"), func(b []byte) error {
		a := &article{}
		if err := json.Unmarshal(b, a); err != nil {
			return err
		}
		a.doc = token.Cut(a.Text)
		a.fold = len(arts) % folds
		arts = append(arts, a)
		byID[a.ID] = a
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = lines(filepath.Join(dir, split+".nlp.jsonl.gz"), func(b []byte) error {
		var p parsed
		if err := json.Unmarshal(b, &p); err != nil {
			return err
		}
		if a := byID[p.ID]; a != nil {
			a.align(&p)
		}
		return nil
	})
	return arts, err
}

// align lays CoreNLP's tokens over ours.
func (a *article) align(p *parsed) {
	a.silver = make([]silver, len(a.doc.Tokens))
	toks, at := a.doc.Tokens, 0
	for _, s := range p.Sents {
		for k := range s.S {
			for at < len(toks) && toks[at].Start < s.S[k] {
				at++
			}
			if at < len(toks) && toks[at].Start == s.S[k] && toks[at].End == s.E[k] {
				a.silver[at] = silver{ok: true, tag: tag.Parse(s.P[k]), name: tag.ParseName(s.N[k])}
				at++
			}
		}
	}
}

// touched gives the first and last token that the bytes s touch; first is after
// last if there is none.
func (a *article) touched(s [2]int32) (first, last int) {
	toks := a.doc.Tokens
	first = sort.Search(len(toks), func(i int) bool { return toks[i].End > s[0] })
	last = first - 1
	for last+1 < len(toks) && toks[last+1].Start < s[1] {
		last++
	}
	return first, last
}

// annotation is what models said of the tokens of an article.
type annotation []token.Token

func (a *article) keep() annotation { return slices.Clone(a.doc.Tokens) }

func (a *article) restore(n annotation) { copy(a.doc.Tokens, n) }

// lines calls each with every line of the gzipped file path.
func lines(path string, each func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		if err := each(s.Bytes()); err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
	}
	return s.Err()
}
