package main

import (
	"bytes"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"onrecord/feeds/sample"
)

// asProgram has this test binary be onrecord itself, so that tests can start it
// as a process and kill it.
const asProgram = "ONRECORD_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	os.Setenv("LC_ALL", "C.UTF-8") // whatever is spoken where the tests run
	if os.Getenv(asProgram) != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"onrecord": main})
}

// program is onrecord as a process of its own.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), self, args...)
	c.Env = append(os.Environ(), asProgram+"=1", "ONRECORD_ALLOW_PRIVATE=127.0.0.0/8")
	return c
}

func TestScripts(t *testing.T) {
	news := sample.New(time.Now)
	news.Reveal(news.Articles())
	base, stop, err := serve(news)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop) // scripts run after this function has returned
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("ONRECORD_UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("ONRECORD_ALLOW_PRIVATE", "127.0.0.0/8")
			e.Setenv("DISCORD_TOKEN", "")
			e.Setenv("NEWS", "http://"+base)
			return fill(e.WorkDir, "http://"+base)
		},
	})
}

// fill puts the address of the built-in newsroom into a script's files.
func fill(dir, news string) error {
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			continue // a folder
		}
		if err := os.WriteFile(path, bytes.ReplaceAll(body, []byte("$NEWS"), []byte(news)), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func TestExitStatus(t *testing.T) {
	for _, tc := range []struct {
		args string
		want int
	}{
		{"--help", 0}, {"--version", 0}, {"nonsense", 2}, {"ask", 2}, {"ask --nonsense", 2}, {"extract", 2},
		{"feed a b", 2}, {"extract --format xml a", 2}, {"poll --config nowhere.yaml", 1}, {"extract nowhere.txt", 1},
	} {
		if got := run(strings.Fields(tc.args), strings.NewReader(""), io.Discard, io.Discard); got != tc.want {
			t.Errorf("onrecord %s: got status %d, want %d", tc.args, got, tc.want)
		}
	}
}

// may says which of our own rooms a room may import. A room that is not listed
// may import nothing of ours; "x/..." stands for x and everything below it.
var may = map[string][]string{
	"statements":          {"statements/reasons"},
	"statements/text":     {"statements"},
	"statements/lexicon":  {"statements", "statements/text"},
	"statements/speakers": {"statements", "statements/text", "statements/lexicon"},
	// The rules, each over those before it.
	"statements/quotes":  {"statements", "statements/text", "statements/lexicon"},
	"statements/cues":    {"statements", "statements/text", "statements/lexicon", "statements/quotes", "statements/speakers"},
	"statements/sources": {"statements", "statements/text", "statements/lexicon", "statements/cues", "statements/speakers"},
	"statements/coref":   {"statements", "statements/text", "statements/lexicon", "statements/cues", "statements/sources", "statements/speakers"},
	"statements/dates":   {"statements", "statements/text", "statements/speakers", "statements/lexicon", "statements/cues"},
	"statements/extract": {"statements/..."},
	// What is learnt instead of written down; it stands apart from the rules.
	"statements/model":        {"statements", "statements/model/..."},
	"statements/model/linear": {},
	"statements/model/token":  {"statements"},
	"statements/model/tag":    {"statements", "statements/model/linear", "statements/model/token"},
	"statements/model/span":   {"statements", "statements/model/linear", "statements/model/token", "statements/model/tag"},
	"statements/model/train":  {"statements", "statements/model/..."},
	// What people want from the result.
	"statements/cluster":       {"statements", "statements/text", "statements/lexicon", "statements/speakers"},
	"statements/compare":       {"statements", "statements/text"},
	"statements/cluster/pairs": {"statements/text"},
	"statements/watch":         {"statements", "statements/text", "statements/lexicon", "statements/speakers"},
	"statements/gist":          {"statements", "statements/text", "statements/lexicon"},
	"statements/ask":           {"statements", "statements/text", "statements/lexicon", "statements/speakers", "statements/model"},
	"statements/ask/wordnet":   {"statements/text"},
	"statements/timing":        {"statements"},
	"statements/timeline":      {"statements"},
	"statements/vectors":       {},

	"feeds":        {"statements", "statements/reasons", "statements/text", "statements/timing"},
	"feeds/sample": {},
	// What leads to feeds and articles besides the polling.
	"feeds/discover": {"statements", "statements/reasons", "feeds"},
	"feeds/lists":    {"statements", "feeds"},
	"feeds/websub":   {"statements", "statements/reasons", "feeds"},
	"feeds/gather":   {"statements", "feeds", "feeds/lists"},
	// A measuring program; nobody imports it.
	"feeds/pollbench": {"statements", "statements/extract", "feeds", "store", "bot"},

	"store":           {"statements", "statements/text", "statements/speakers", "statements/cluster", "statements/gist", "statements/timing", "statements/vectors"},
	"store/storetest": {"statements", "store"},

	"handlers":          {"handlers/locales", "statements", "statements/reasons", "statements/ask", "statements/compare", "statements/watch", "statements/text", "statements/lexicon", "statements/speakers", "statements/gist", "statements/timing", "statements/timeline", "statements/vectors", "handlers/export", "handlers/chart", "handlers/advice"},
	"handlers/locales":  {"statements"},
	"handlers/export":   {"statements", "statements/gist"},
	"handlers/chart":    {"statements/timeline"},
	"handlers/endpoint": {},
	"handlers/advice":   {"handlers/endpoint", "statements/text"},
	"handlers/embed":    {"handlers/endpoint", "statements", "statements/vectors"},
	// A server for tests.
	"handlers/embed/embedtest": {},
	// A measuring program; nobody imports it.
	"handlers/askbench": {"statements/text", "handlers", "store", "store/storetest"},

	"bot":                     {"statements/...", "feeds", "handlers", "handlers/locales"},
	"bot/discord":             {"statements", "statements/reasons", "handlers", "handlers/locales"},
	"bot/discord/discordtest": {},
	"bot/console":             {"statements", "handlers", "handlers/locales"},

	".": {"..."},
}

// home says which packages alone may import a module.
var home = map[string][]string{
	"github.com/bwmarrin/discordgo":     {"bot/discord"},
	"github.com/mmcdole/gofeed":         {"feeds", "feeds/pollbench"},
	"database/sql":                      {"store", "store/storetest", "handlers/askbench"},
	"github.com/sashabaranov/go-openai": {"handlers/endpoint", "handlers/advice", "handlers/embed"},
	"gonum.org/v1/plot":                 {"handlers/chart"},
	"github.com/robfig/cron/v3":         {"statements/timing"},
	"github.com/spf13/cobra":            {"."},
}

func TestWhoMayImportWhom(t *testing.T) {
	seen := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "third_party" || len(path) > 1 && strings.HasPrefix(d.Name(), ".")) {
			return fs.SkipDir
		}
		// Tests may reach into any room to try a whole road.
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		seen++
		room := filepath.ToSlash(filepath.Dir(path))
		for _, i := range f.Imports {
			checkImport(t, path, room, i.Path.Value)
		}
		return nil
	})
	if err != nil || seen < 20 {
		t.Fatalf("walked %d files: %v", seen, err)
	}
}

func checkImport(t *testing.T, file, room, quoted string) {
	t.Helper()
	path, err := strconv.Unquote(quoted)
	if err != nil {
		t.Fatal(err)
	}
	if ours, ok := strings.CutPrefix(path, "onrecord/"); ok && !allowed(may[room], ours) {
		t.Errorf("%s: %s may not import %s", file, room, ours)
	}
	for module, rooms := range home {
		if path != module && !strings.HasPrefix(path, module+"/") {
			continue
		}
		if !allowed(rooms, room) {
			t.Errorf("%s: only %s may import %s", file, strings.Join(rooms, ", "), module)
		}
	}
}

func allowed(list []string, room string) bool {
	for _, a := range list {
		below, all := strings.CutSuffix(a, "...")
		if a == room || all && (strings.HasPrefix(room, below) || strings.TrimSuffix(below, "/") == room) {
			return true
		}
	}
	return false
}

func TestExampleConfigEqualsDefaults(t *testing.T) {
	c := Defaults()
	var zero Config
	if err := decode("config.example.yaml", example, &zero); err != nil {
		t.Fatal(err)
	}
	c.Feeds.List, c.Feeds.AllowPrivate = []FeedConfig{}, []string{}
	c.Bot.Discord.Guilds, c.Bot.Discord.Team, c.Bot.Watches = []string{}, []string{}, []WatchConfig{}
	if diff := cmp.Diff(c, zero); diff != "" {
		t.Errorf("config.example.yaml differs from the defaults (-defaults +example):\n%s", diff)
	}
}

// Every key of the configuration stands in the example, at least in a comment.
func TestExampleConfigIsComplete(t *testing.T) {
	for _, s := range []section{parent("$.x"), parent("$.feeds.x"), parent("$.feeds.list[0].x"), parent("$.statements.x"),
		parent("$.store.x"), parent("$.handlers.x"), parent("$.bot.x"), parent("$.bot.discord.x"), parent("$.bot.watches[0].x")} {
		for _, k := range s.keys() {
			if !strings.Contains(string(example), k+":") {
				t.Errorf("config.example.yaml does not show %s of %s", k, s.name())
			}
		}
	}
}
