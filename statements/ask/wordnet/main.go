package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"onrecord/statements/text"
)

// What a word needs to be kept.
const (
	mostly   = 0.7 // of its occurrences are of one sense
	frequent = 3   // occurrences of the most frequent word of a group
	mostMany = 5   // words in a group: of more, many are rare
)

// subjects are the lexicographer files of nouns that news is about: acts,
// artifacts, attributes, cognition, communication, events, feelings, groups,
// people, phenomena, possession, processes, states.
var subjects = map[string]bool{"04": true, "06": true, "07": true, "09": true, "10": true, "11": true, "12": true,
	"14": true, "18": true, "19": true, "21": true, "22": true, "26": true}

const people = "18"

func main() {
	from := flag.String("from", "/usr/share/wordnet", "folder of WordNet")
	to := flag.String("to", "statements/ask/data/wordnet.txt", "file to write")
	words := flag.String("words", "statements/ask/data/english.txt", "file to write the usual words to")
	flag.Parse()
	if err := errors.Join(run(*from, *to), usualWords(*from, *words)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	d, err := open(from)
	if err != nil {
		return fmt.Errorf("read WordNet: %w", err)
	}
	groups := append(d.synonyms(), d.derived()...)
	slices.Sort(groups)
	list := strings.Join(slices.Compact(groups), "\n") + "\n"
	if err := os.WriteFile(to, []byte(head+list), 0o644); err != nil {
		return fmt.Errorf("write the list: %w", err)
	}
	fmt.Printf("%s: %d bytes\n", to, len(head+list))
	return nil
}

const head = "# Synonyms from WordNet 3.0, whose licence is in WORDNET.md. Made by statements/ask/wordnet; do not edit.\n"

// usual is the sense that a word nearly always has, with its occurrences.
func (d *database) usual(word string) (s sense, n int, ok bool) {
	for _, part := range [...]string{"noun", "verb"} {
		senses := d.senses[word+" "+part]
		if n := d.tagged[word+" "+part+" 1"]; len(senses) > 0 && n > 0 && float64(n) >= mostly*float64(d.tagged[word]) {
			return senses[0], n, true
		}
	}
	return s, 0, false
}

// wanted reports whether word may stand in the list, for a sense.
func (d *database) wanted(word string, s sense) bool {
	own, _, ok := d.usual(word)
	gerund := strings.HasSuffix(word, "ing") && s.part == "noun"
	plain := len(word) > 2 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz_-") == "" && strings.Count(word, "_") < 2
	return ok && own == s && plain && !gerund && (s.part == "verb" || subjects[d.synsets[s].file])
}

// synonyms are the words of one sense, the most frequent first.
func (d *database) synonyms() []string {
	var out []string
	for s, set := range d.synsets {
		words := slices.DeleteFunc(slices.Clone(set.words), func(w string) bool { return !d.wanted(w, s) })
		slices.SortStableFunc(words, func(a, b string) int { return d.tagged[b] - d.tagged[a] })
		if len(words) > 1 && len(words) <= mostMany && d.tagged[words[0]] >= frequent {
			out = append(out, line(words)...)
		}
	}
	return out
}

// derived are verbs with their nouns: "divest, divestiture". Who does it is
// left out, since people do other things too.
func (d *database) derived() []string {
	var out []string
	for s, set := range d.synsets {
		for _, k := range set.kindred {
			other := d.synsets[k.of]
			if s.part != "verb" || k.of.part != "noun" || other.file == people || k.own >= len(set.words) || k.theirs >= len(other.words) {
				continue
			}
			verb, noun := set.words[k.own], other.words[k.theirs]
			if d.wanted(verb, s) && d.wanted(noun, k.of) && max(d.tagged[verb], d.tagged[noun]) >= frequent {
				out = append(out, line([]string{verb, noun})...)
			}
		}
	}
	return out
}

// line writes words whose stems differ; none where they are all one.
func line(words []string) []string {
	var out, stems []string
	for _, w := range words {
		w = strings.ReplaceAll(w, "_", " ")
		if s := strings.Join(text.Stems(w, "en"), " "); !slices.Contains(stems, s) {
			out, stems = append(out, w), append(stems, s)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return []string{strings.Join(out, ", ")}
}
