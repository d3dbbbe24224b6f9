package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A WordNet of a few words: ferry boat and ferryboat are one thing, whose
// second has another sense more often; to sail has a noun of another stem.
var small = map[string]string{
	"data.noun": "  1 This is the licence.\n" +
		"0001 06 n 03 boat 0 vessel 0 tub 0 000 | floats\n" +
		"0002 13 n 02 cod 0 codfish 0 000 | is eaten\n" +
		"0003 04 n 01 departure 0 001 + 0101 v 0101 | going\n" +
		"0004 18 n 01 departer 0 001 + 0101 v 0101 | who goes\n" +
		"0005 06 n 01 bath 0 000 | washes\n",
	"index.noun": "boat n 1 0 1 1 0001\nvessel n 1 0 1 1 0001\ntub n 2 0 2 2 0005 0001\ncod n 1 0 1 1 0002\ncodfish n 1 0 1 1 0002\ndeparture n 1 0 1 1 0003\ndeparter n 1 0 1 1 0004\n",
	"data.verb":  "0101 38 v 02 depart 0 set_off 0 002 + 0003 n 0101 + 0004 n 0101 01 + 02 00 | go\n",
	"index.verb": "depart v 1 0 1 1 0101\nset_off v 1 0 1 1 0101\n",
	"cntlist.rev": "boat%1:06:00:: 1 9\nvessel%1:06:00:: 1 4\ntub%1:06:01:: 1 5\ntub%1:06:00:: 2 5\ncod%1:13:00:: 1 9\ncodfish%1:13:00:: 1 9\n" +
		"depart%2:38:00:: 1 6\nset_off%2:38:00:: 1 1\ndeparture%1:04:00:: 1 2\ndeparter%1:18:00:: 1 2\n",
}

func wordNet(t *testing.T, change map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range small {
		if c, ok := change[name]; ok {
			body = c
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRun(t *testing.T) {
	out := filepath.Join(t.TempDir(), "words")
	if err := run(wordNet(t, nil), out); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	want := head + "boat, vessel\ndepart, departure\ndepart, set off\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestUsualWords(t *testing.T) {
	out := filepath.Join(t.TempDir(), "words")
	if err := usualWords(wordNet(t, nil), out); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	want := englishHead + "boat\ncodfish\ndepart\ndeparter\ndeparture\nvessel\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	if usualWords(t.TempDir(), out) == nil {
		t.Error("words of no WordNet")
	}
}

func TestRunSaysWhatIsWrong(t *testing.T) {
	for name, body := range map[string]string{
		"data.noun": "0001 06\n", "data.verb": "0101 38 v zz depart\n", "index.verb": "depart v many\n", "index.noun": "boat n 7 0001\n", "cntlist.rev": "boat%1:06:00:: 1 many\n",
	} {
		err := run(wordNet(t, map[string]string{name: body}), filepath.Join(t.TempDir(), "words"))
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := run(t.TempDir(), filepath.Join(t.TempDir(), "words")); err == nil {
		t.Error("no files are no error")
	}
}
