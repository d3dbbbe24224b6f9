package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// corpusDir has annotated articles beside the checkout, with a scorer. None of
// it is ours to ship.
var corpusDir = filepath.Join("..", "shared", "corpus")

// floors are the figures of the corpora's scorer, in percent, as they were last
// measured. Half a point less is a test that fails.
var floors = []struct {
	name, gold string
	args       []string
	least      map[string]float64 // by the path of the figure in the scorer's JSON
}{
	{"PolNeAR", "polnear/dev.jsonl.gz", nil, map[string]float64{
		"speech overlap content f1":         90.5,
		"speech exact content f1":           68.4,
		"speech exact all f1":               62.2,
		"speech statement p":                86.2,
		"speech statement f1":               85.0,
		"speech statement_speaker f1":       80.9,
		"speech direct f1":                  96.4,
		"speech direct attribution":         97.3,
		"speech direct end_to_end":          93.8,
		"speech direct end_to_end_resolved": 87.1,
		"speech kinds direct recall":        96.1,
		"speech kinds mixed recall":         94.1,
		"speech kinds indirect recall":      74.5,
		"all statement f1":                  76.4,
		"all overlap content f1":            86.4,
	}},
	{"PolNeAR by the rules alone", "polnear/dev.jsonl.gz", []string{"--model", "none"}, map[string]float64{
		"speech overlap content f1":         88.8,
		"speech statement f1":               81.5,
		"speech statement_speaker f1":       77.4,
		"speech direct f1":                  94.2,
		"speech direct end_to_end_resolved": 83.9,
	}},
	{"German", "german/dev.jsonl.gz", nil, map[string]float64{
		"speech statement f1":         69.7,
		"speech statement_speaker f1": 53.3,
		"speech direct f1":            81.5,
	}},
}

func TestCorpusFloors(t *testing.T) {
	if _, err := os.Stat(corpusDir); err != nil {
		t.Skip("no corpus beside the checkout")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("the corpora's scorer needs python3")
	}
	for _, f := range floors {
		t.Run(f.name, func(t *testing.T) {
			got := corpusScore(t, f.gold, f.args)
			for path, least := range f.least {
				have, ok := figure(got, path)
				t.Logf("%-36s %.2f", path, have)
				if !ok || have < least-0.5 {
					t.Errorf("%s is %.2f, and was %.2f", path, have, least)
				}
			}
		})
	}
}

// corpusScore runs the corpora's scorer on this program.
func corpusScore(t *testing.T, gold string, args []string) map[string]any {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	args = append([]string{filepath.Join(corpusDir, "score.py"), "--json", filepath.Join(corpusDir, gold),
		"env", asProgram + "=1", self, "extract", "--format", "jsonl"}, args...)
	c := exec.CommandContext(t.Context(), "python3", args...)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("score.py: %v\n%s", err, errs.String())
	}
	var got map[string]any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatalf("score.py: %v\n%s", err, out.String())
	}
	return got
}

// figure finds a number by its path.
func figure(in map[string]any, path string) (float64, bool) {
	for _, key := range strings.Fields(path) {
		switch v := in[key].(type) {
		case map[string]any:
			in = v
		case float64:
			return v, true
		default:
			return 0, false
		}
	}
	return 0, false
}
