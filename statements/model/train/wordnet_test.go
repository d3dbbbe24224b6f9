package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// wordNet puts a small WordNet into a folder.
func wordNet(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"data.verb":  "  1 licence\n0001 32 v say\n0002 31 v think\n0003 41 v act\n",
		"index.verb": "  1 licence\nsay v 2 1 @ 2 1 0001 0002  \nact v 1 1 @ 1 0 0003  \nact_up v 1 1 @ 1 0 0003  \ngo v 1 1 @ 1 0 0009  \n",
		"verb.exc":   "said say\ngoing_to go\nput put\n",
		"data.noun":  "0001 09 n idea\n0002 06 n stone\n",
		"index.noun": "idea n 1 0 1 0 0001  \nstone n 1 0 1 0 0002  \n",
		"noun.exc":   "men man\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWriteWordNet(t *testing.T) {
	out := filepath.Join(t.TempDir(), "words")
	if err := writeWordNet(wordNet(t), out); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	const want = "[verbs]\nact S\ngo\nsay Cg\n[nouns]\nidea G\n[irregular verbs]\nsaid say\n[irregular nouns]\nmen man\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("list of words (-want +got):\n%s", diff)
	}
}

func TestWriteWordNetSaysWhatIsWrong(t *testing.T) {
	dir := wordNet(t)
	if err := os.WriteFile(filepath.Join(dir, "index.noun"), []byte("idea n many 0\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{dir, t.TempDir()} {
		if err := writeWordNet(dir, filepath.Join(t.TempDir(), "words")); err == nil {
			t.Errorf("a list was made of what is in %s", dir)
		}
	}
}
