package main

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// letters are the classes of words that the models know, by the numbers of
// WordNet's lexicographer files, in the order that they are written in. Their
// meaning stands in tag/WORDNET.md.
var letters = map[string][]struct {
	file   string
	letter string
}{
	"verb": {{"32", "C"}, {"31", "G"}, {"37", "E"}, {"39", "P"}, {"41", "S"}},
	"noun": {{"10", "C"}, {"09", "G"}, {"12", "E"}, {"18", "P"}, {"14", "O"}, {"04", "A"}},
}

// firstSenses is how many senses of a word count: those after them are rare.
const firstSenses = 4

// writeWordNet makes the list of words from the files of WordNet 3.0 in dir
// (index.verb, data.verb, verb.exc and the same of nouns), as Debian's package
// wordnet-base has them in /usr/share/wordnet.
func writeWordNet(dir, out string) error {
	var b strings.Builder
	for _, part := range []string{"verb", "noun"} {
		fmt.Fprintf(&b, "[%ss]\n", part)
		if err := writeClasses(&b, dir, part); err != nil {
			return fmt.Errorf("read the %ss of WordNet: %w", part, err)
		}
	}
	for _, part := range []string{"verb", "noun"} {
		fmt.Fprintf(&b, "[irregular %ss]\n", part)
		err := fields(filepath.Join(dir, part+".exc"), func(f []string) error {
			if len(f) > 1 && plain(f[0]) && plain(f[1]) && f[0] != f[1] {
				fmt.Fprintf(&b, "%s %s\n", f[0], f[1])
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("read the irregular %ss of WordNet: %w", part, err)
		}
	}
	if err := os.WriteFile(out, []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("write the list of words: %w", err)
	}
	fmt.Printf("%s: %d bytes\n", out, b.Len())
	return nil
}

// writeClasses writes the words of one part of speech with their letters: all
// verbs, and the nouns that have a capital letter or may speak.
func writeClasses(b *strings.Builder, dir, part string) error {
	fileOf := map[string]string{} // lexicographer file of each sense, by its offset
	err := fields(filepath.Join(dir, "data."+part), func(f []string) error {
		if len(f) > 1 {
			fileOf[f[0]] = f[1]
		}
		return nil
	})
	if err != nil {
		return err
	}
	words := map[string]string{}
	err = fields(filepath.Join(dir, "index."+part), func(f []string) error {
		if len(f) < 3 || !plain(f[0]) {
			return nil
		}
		n, err := strconv.Atoi(f[2])
		if err != nil || n < 1 || n > len(f) {
			return fmt.Errorf("the entry of %q has no number of senses", f[0])
		}
		words[f[0]] = classLetters(part, f[len(f)-n:], fileOf)
		return nil
	})
	if err != nil {
		return err
	}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		switch {
		case part == "noun" && !strings.ContainsAny(words[w], "CGEPOcAp"):
		case words[w] == "":
			fmt.Fprintln(b, w)
		default:
			fmt.Fprintln(b, w, words[w])
		}
	}
	return nil
}

// classLetters gives the letters of a word from its senses, the commonest
// first: a capital for that one, a small letter for the next.
func classLetters(part string, senses []string, fileOf map[string]string) string {
	var out strings.Builder
	for _, c := range letters[part] {
		is := func(sense string) bool { return fileOf[sense] == c.file }
		switch {
		case is(senses[0]):
			out.WriteString(c.letter)
		case slices.ContainsFunc(senses[:min(firstSenses, len(senses))], is):
			out.WriteString(strings.ToLower(c.letter))
		}
	}
	return out.String()
}

// plain reports whether w is one word of small letters, hyphens and
// apostrophes.
func plain(w string) bool {
	for i := range len(w) {
		if c := w[i]; (c < 'a' || c > 'z') && (i == 0 || c != '-' && c != '\'') {
			return false
		}
	}
	return w != ""
}

// fields calls each with the fields of every line of path but those of the
// licence, which begin with two spaces.
func fields(path string, each func([]string) error) error {
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
		if err := each(strings.Fields(s.Text())); err != nil {
			return err
		}
	}
	return s.Err()
}
