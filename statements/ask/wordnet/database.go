package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// sense is one meaning of words of one part of speech.
type sense struct {
	part   string // noun or verb
	offset string
}

// synset is what the words of a sense have in common.
type synset struct {
	file    string // number of the lexicographer file: 18 is people
	words   []string
	kindred []kin
}

// kin is a word of another synset that one of this is derived from, or the
// other way round.
type kin struct {
	own, theirs int // which of the words, from 0
	of          sense
}

// database is the nouns and verbs of WordNet.
type database struct {
	synsets map[sense]synset
	senses  map[string][]sense // of a word, by part of speech, the commonest first
	tagged  map[string]int     // occurrences of a word in a part of speech and sense: "sale noun 1"
}

// files of WordNet, with the number that cntlist.rev gives the part of speech.
var parts = map[string]string{"1": "noun", "2": "verb"}

func open(dir string) (*database, error) {
	d := &database{synsets: map[sense]synset{}, senses: map[string][]sense{}, tagged: map[string]int{}}
	for _, part := range [...]string{"noun", "verb"} {
		if err := each(filepath.Join(dir, "data."+part), func(f []string) error { return d.data(part, f) }); err != nil {
			return nil, err
		}
		if err := each(filepath.Join(dir, "index."+part), func(f []string) error { return d.index(part, f) }); err != nil {
			return nil, err
		}
	}
	return d, each(filepath.Join(dir, "cntlist.rev"), d.count)
}

// data reads "offset file type words word id … pointers symbol offset part places …".
func (d *database) data(part string, f []string) error {
	if len(f) < 4 {
		return fmt.Errorf("a synset of %d fields", len(f))
	}
	n, err := strconv.ParseInt(f[3], 16, 32)
	if err != nil || len(f) < 5+2*int(n) {
		return fmt.Errorf("the synset %s has no words", f[0])
	}
	s := synset{file: f[1]}
	for i := range int(n) {
		s.words = append(s.words, strings.ToLower(f[4+2*i]))
	}
	rest := f[5+2*int(n):]
	for ; len(rest) >= 4 && rest[0] != "|"; rest = rest[4:] {
		at, err := strconv.ParseUint(rest[3], 16, 16)
		if rest[0] == "+" && err == nil && at != 0 {
			other := map[string]string{"n": "noun", "v": "verb"}[rest[2]]
			s.kindred = append(s.kindred, kin{int(at>>8) - 1, int(at&0xff) - 1, sense{other, rest[1]}})
		}
	}
	d.synsets[sense{part, f[0]}] = s
	return nil
}

// index reads "word part senses … offset …".
func (d *database) index(part string, f []string) error {
	if len(f) < 3 {
		return fmt.Errorf("an entry of %d fields", len(f))
	}
	n, err := strconv.Atoi(f[2])
	if err != nil || n < 1 || n > len(f)-3 {
		return fmt.Errorf("the entry of %q has no number of senses", f[0])
	}
	for _, offset := range f[len(f)-n:] {
		d.senses[f[0]+" "+part] = append(d.senses[f[0]+" "+part], sense{part, offset})
	}
	return nil
}

// count reads "word%part:file:id:: number occurrences".
func (d *database) count(f []string) error {
	if len(f) != 3 {
		return fmt.Errorf("a count of %d fields", len(f))
	}
	word, key, _ := strings.Cut(f[0], "%")
	part := parts[key[:min(1, len(key))]]
	n, err := strconv.Atoi(f[2])
	if err != nil {
		return fmt.Errorf("the count of %q is no number", f[0])
	}
	if part != "" {
		d.tagged[word+" "+part+" "+f[1]] += n
		d.tagged[word] += n
	}
	return nil
}

// each calls read with the fields of every line of path but those of the
// licence, which begin with two spaces.
func each(path string, read func([]string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if strings.HasPrefix(s.Text(), "  ") {
			continue
		}
		if err := read(strings.Fields(s.Text())); err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
	}
	return s.Err()
}
