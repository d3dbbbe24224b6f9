package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// unpacked gives the folder with the files of the gold, and what is wanted.
func unpacked(t *testing.T) (dir, want string) {
	t.Helper()
	a, err := txtar.ParseFile("testdata/gold.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	for _, f := range a.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, want
}

func TestPairs(t *testing.T) {
	dir, want := unpacked(t)
	var out bytes.Buffer
	if err := run(&out, filepath.Join(dir, "dedup.json"), []string{filepath.Join(dir, "export.jsonl")}, true); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestPairsOfWhatIsNot(t *testing.T) {
	dir, _ := unpacked(t)
	gold, export := filepath.Join(dir, "dedup.json"), filepath.Join(dir, "export.jsonl")
	broken := filepath.Join(dir, "broken.jsonl")
	alone := filepath.Join(t.TempDir(), "dedup.json")
	for file, body := range map[string]string{broken: "{\"id\":1}\n{", alone: "{}"} {
		if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		gold string
		args []string
		want string
	}{
		{"", []string{export}, "pairs -gold"},
		{gold, nil, "pairs -gold"},
		{gold, []string{dir + "/nowhere"}, "read the export"},
		{gold, []string{broken}, "line 2"},
		{export, []string{export}, "read the gold"},
		{alone, []string{export}, "no articles lie beside it"},
	} {
		if err := run(io.Discard, c.gold, c.args, false); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %v: got %v, want %s", c.gold, c.args, err, c.want)
		}
	}
}
