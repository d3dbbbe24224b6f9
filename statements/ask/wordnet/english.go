package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A misspelt name has so many letters that it may be taken for a word.
const leastLetters, mostLetters = 4, 14

const englishHead = "# Words that stand in the texts which WordNet 3.0 counted, whose licence is in WORDNET.md. Made by statements/ask/wordnet; do not edit.\n"

// usualWords writes the words that occur, of any part of speech, one a line.
func usualWords(from, to string) error {
	seen := map[string]bool{}
	err := each(filepath.Join(from, "cntlist.rev"), func(f []string) error {
		w, _, _ := strings.Cut(f[0], "%")
		if len(w) >= leastLetters && len(w) <= mostLetters && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" {
			seen[w] = true
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("read WordNet: %w", err)
	}
	list := englishHead + strings.Join(slices.Sorted(maps.Keys(seen)), "\n") + "\n"
	if err := os.WriteFile(to, []byte(list), 0o644); err != nil {
		return fmt.Errorf("write the words: %w", err)
	}
	fmt.Printf("%s: %d words\n", to, len(seen))
	return nil
}
