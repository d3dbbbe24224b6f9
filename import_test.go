package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// texts writes n articles in which somebody is quoted, and gives their folder.
func texts(t testing.TB, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "mill-gazette")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		day := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i)
		body := fmt.Sprintf("Mill report %d\n\nTARN, %s. The wheel of the old mill was turned again, for the %dth time since it was mended.\n\n"+
			"“The count of sacks stands at %d and it will be higher tomorrow,” said Ada Norrland, the mill's director.\n\n%s\n",
			i, day.Format("January 2"), i, i*7, strings.Repeat(fmt.Sprintf("Village number %d brought its grain. ", i), 20))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d.txt", day.Format(time.DateOnly), i)), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var keptLine = regexp.MustCompile(`(?m)^Kept (\d+) articles .* (\d+) known, 0 refused$`)

// An import that is killed again and again ends with the archive of one that
// was left in peace, and nobody is owed a message for it.
func TestImportIsResumed(t *testing.T) {
	const n = 240
	dir := texts(t, n)
	archive := func(name string) (config string, k *killer) {
		folder := t.TempDir()
		config = filepath.Join(folder, "config.yaml")
		body := "store: {url: " + filepath.Join(folder, name) + "}\nbot:\n  watches: [{speaker: Ada Norrland, channel: console, backlog: yes}]\n"
		if err := os.WriteFile(config, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		return config, &killer{t: t, db: filepath.Join(folder, name)}
	}
	content := func(k *killer) []string {
		rows := k.column(`SELECT url || '|' || title || '|' || outlet || '|' || coalesce(day, '') || '|' ||
			(SELECT COUNT(*) FROM statements s WHERE s.article_id = a.id) FROM articles a`)
		slices.Sort(rows)
		return rows
	}
	whole, peace := archive("whole.db")
	if out, err := program(t, "import", "--config", whole, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := content(peace)
	if len(want) != n || !strings.Contains(want[0], "|mill-gazette|2019-") || !strings.HasSuffix(want[0], "|1") {
		t.Fatalf("%d articles, such as %q", len(want), want[:min(1, len(want))])
	}

	broken, k := archive("broken.db")
	kills := 0
	for _, share := range []int{n / 8, n / 3, n / 2, n * 3 / 4} {
		c := program(t, "import", "--config", broken, dir)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		k.until(func() bool { return k.number(`SELECT COUNT(*) FROM articles`) >= share }, func() { _ = c.Process.Kill() })
		if err := c.Wait(); err != nil && c.ProcessState.ExitCode() == -1 {
			kills++
		}
	}
	before := k.number(`SELECT COUNT(*) FROM articles`)
	out, err := program(t, "import", "--config", broken, dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sums := keptLine.FindStringSubmatch(string(out))
	if sums == nil || sums[1] != fmt.Sprint(n-before) || sums[2] != fmt.Sprint(before) {
		t.Errorf("%d were kept before, and the last run says:\n%s", before, out)
	}
	if diff := cmp.Diff(want, content(k)); diff != "" {
		t.Errorf("the archive after %d kills (-in peace +killed):\n%s", kills, diff)
	}
	if kills < 2 {
		t.Errorf("only %d of 4 kills fell into an import", kills)
	}
	if owed := k.number(`SELECT COUNT(*) FROM deliveries`); owed != 0 {
		t.Errorf("%d messages are owed for an import", owed)
	}
	t.Logf("%d kills, %d of %d articles were kept before the last run", kills, before, n)
}

func TestBar(t *testing.T) {
	for _, tc := range []struct {
		done, total, kept int
		took              time.Duration
		want              string
	}{
		{0, 0, 0, 0, "[........................] 0 of 0"},
		{210, 840, 200, 10 * time.Second, "[######..................] 210 of 840, 20 articles/s, 30s left"},
		{840, 840, 839, 45 * time.Second, "[########################] 840 of 840, 19 articles/s, 0s left"},
	} {
		if got := bar(tc.done, tc.total, tc.kept, tc.took); got != tc.want {
			t.Errorf("got %q, want %q", got, tc.want)
		}
	}
}
