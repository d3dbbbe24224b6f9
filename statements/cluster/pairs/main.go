package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	gold := flag.String("gold", "", "the gold file, with its articles beside it")
	show := flag.Bool("show", false, "print the pairs that are wrong or missed")
	flag.Parse()
	if err := run(os.Stdout, *gold, flag.Args(), *show); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out io.Writer, goldFile string, args []string, show bool) error {
	if goldFile == "" || len(args) != 1 {
		return errors.New("a gold file and one export are needed: pairs -gold gold/dedup.json archive.jsonl")
	}
	g, err := readGold(goldFile)
	if err != nil {
		return fmt.Errorf("read the gold %s: %w", goldFile, err)
	}
	f, err := os.Open(args[0])
	if err != nil {
		return fmt.Errorf("read the export: %w", err)
	}
	defer f.Close()
	lines, err := readExport(f)
	if err != nil {
		return fmt.Errorf("read the export %s: %w", args[0], err)
	}
	report(out, g, g.find(lines), show)
	return nil
}

// line is a statement of an export.
type line struct {
	ID      json.Number `json:"id"`
	Cluster json.Number `json:"cluster"`
	Speaker string      `json:"speaker"`
	Text    string      `json:"text"`
	URL     string      `json:"url"`
}

// longestLine is more than any statement takes.
const longestLine = 16 << 20

func readExport(r io.Reader) ([]line, error) {
	var out []line
	s := bufio.NewScanner(r)
	s.Buffer(nil, longestLine)
	for n := 1; s.Scan(); n++ {
		if len(s.Bytes()) == 0 {
			continue
		}
		var l line
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out = append(out, l)
	}
	return out, s.Err()
}
