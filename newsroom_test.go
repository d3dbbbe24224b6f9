package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// newsroomDir is a test newsroom beside the checkout: articles, gold, and a
// scorer. None of it is ours to ship.
var newsroomDir = filepath.Join("..", "shared", "newsroom")

// figures are what the newsroom's scorer counts.
type figures struct {
	Recall        float64 `json:"recall"`
	Precision     float64 `json:"precision"`
	NameAccuracy  float64 `json:"name_accuracy"`
	WrongName     int     `json:"wrong_name"`
	NotVerbatim   int     `json:"not_verbatim"`
	Unquoted      int     `json:"unquoted"`
	Right         int     `json:"right"`
	BadQuote      int     `json:"bad_quote"`
	WrongShown    int     `json:"wrong_shown"`
	DateWrong     int     `json:"date_wrong"`
	KindAccuracy  float64 `json:"kind_accuracy"`
	DateAccuracy  float64 `json:"date_accuracy"`
	WrongDate     int     `json:"wrong_date"`
	QuestionsDone int     `json:"questions"`
}

// score runs the newsroom's scorer on this program.
func score(t *testing.T, what, root string) figures {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), "python3", filepath.Join(newsroomDir, "score.py"), what, "env "+asProgram+"=1 "+self, "--root", root, "--json")
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("score.py %s: %v\n%s", what, err, errs.String())
	}
	if errs.Len() > 0 {
		t.Errorf("score.py %s: %s", what, errs.String())
	}
	var f struct {
		figures
		Total *figures `json:"total"`
	}
	if err := json.Unmarshal(out.Bytes(), &f); err != nil {
		t.Fatalf("score.py %s: %v\n%s", what, err, out.String())
	}
	if f.Total != nil {
		return *f.Total
	}
	return f.figures
}

func needNewsroom(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(newsroomDir); err != nil {
		t.Skip("no newsroom beside the checkout")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("the newsroom's scorer needs python3")
	}
}

func TestNewsroomFloors(t *testing.T) {
	needNewsroom(t)
	texts := score(t, "extract", newsroomDir)
	t.Logf("extract: %+v", texts)
	if texts.Precision < 0.96 || texts.Recall < 0.97 || texts.NameAccuracy < 0.97 || texts.KindAccuracy < 0.95 || texts.DateAccuracy < 0.92 ||
		texts.WrongName > 1 || texts.DateWrong > 0 || texts.NotVerbatim > 0 || texts.Unquoted > 0 {
		t.Errorf("extract fell below its floor: %+v", texts)
	}
	pages := score(t, "pages", newsroomDir)
	t.Logf("pages: %+v", pages)
	near(t, "pages", pages, texts, 0.03)
	answers := score(t, "ask", newsroomDir)
	t.Logf("ask: %+v", answers)
	if answers.Right < 18 || answers.WrongName > 0 || answers.WrongShown > 0 || answers.WrongDate > 0 || answers.BadQuote > 0 {
		t.Errorf("ask fell below its floor: %+v", answers)
	}
}

// No speaker of the newsroom stands in code or lexicon: with every name swapped
// for an invented one, it reads the same.
func TestNewsroomUnderOtherNames(t *testing.T) {
	needNewsroom(t)
	other := swapped(t)
	for _, what := range []string{"extract", "pages"} {
		near(t, what, score(t, what, other), score(t, what, newsroomDir), 0.02)
	}
	got, want := score(t, "ask", other), score(t, "ask", newsroomDir)
	if got.Right != want.Right || got.WrongName != want.WrongName {
		t.Errorf("ask: got %+v, under the real names %+v", got, want)
	}
}

func near(t *testing.T, what string, got, want figures, by float64) {
	t.Helper()
	for name, pair := range map[string][2]float64{
		"recall":    {got.Recall, want.Recall},
		"precision": {got.Precision, want.Precision},
		"names":     {got.NameAccuracy, want.NameAccuracy},
	} {
		if math.Abs(pair[0]-pair[1]) > by {
			t.Errorf("%s: %s is %.3f, not within %.2f of %.3f", what, name, pair[0], by, pair[1])
		}
	}
	if got.NotVerbatim > 0 || got.Unquoted > 0 {
		t.Errorf("%s: %+v", what, got)
	}
}

// People of no newsroom, by the length of the name that they stand in for: the
// gold's offsets have to stay right. The last letter is the original's, so that
// two spellings of one name stay two spellings of one name.
var (
	otherGiven = map[int][]string{
		4: {"Hugo"}, 6: {"Andrej", "Martin", "Khaled"}, 8: {"Zbigniew"}, 12: {"Андрей"},
	}
	otherFamily = map[int][]string{
		5: {"Dolan", "Salem", "Durek"}, 6: {"Tarnik"}, 7: {"Pelford"}, 12: {"Тарник"},
	}
)

// otherNames pairs every word of a speaker's name with an invented one.
func otherNames(t *testing.T) []string {
	t.Helper()
	var pairs []string
	done := map[string]bool{}
	taken := map[string]string{} // an invented name, by the name it stands in for, less its last letter
	for _, name := range people(t) {
		for i, was := range strings.Fields(name) {
			if done[was] || len(was) < 4 {
				continue
			}
			done[was] = true
			from := otherFamily
			if i == 0 && strings.Contains(name, " ") {
				from = otherGiven
			}
			_, last := utf8.DecodeLastRuneInString(was)
			stem := was[:len(was)-last]
			if taken[stem] == "" {
				if len(from[len(was)]) == 0 {
					t.Fatalf("no invented name is as long as %s", was)
				}
				taken[stem] = from[len(was)][0]
				from[len(was)] = from[len(was)][1:]
			}
			is := taken[stem]
			is = is[:len(is)-last] + was[len(was)-last:]
			pairs = append(pairs, was, is, strings.ToLower(was), strings.ToLower(is), strings.ToUpper(was), strings.ToUpper(is))
		}
	}
	return pairs
}

// people are the names and other spellings of the newsroom's persons; full
// names come first.
func people(t *testing.T) []string {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(newsroomDir, "gold", "speakers.json"))
	if err != nil {
		t.Fatal(err)
	}
	var speakers []struct {
		Name    string   `json:"name"`
		Type    string   `json:"type"`
		Aliases []string `json:"aliases"`
	}
	if err := json.Unmarshal(body, &speakers); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range speakers {
		if s.Type != "person" {
			continue
		}
		out = append(out, s.Name)
		last := s.Name[strings.LastIndex(s.Name, " ")+1:]
		for _, a := range s.Aliases {
			// Other spellings of the whole name; roles stay as they are.
			if words := strings.Fields(a); len(words) == 2 && (words[1] == last || !isASCII(a)) && words[0] != "Mr" && words[0] != "President" {
				out = append(out, a)
			}
		}
	}
	return out
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// swapped copies the newsroom with every name swapped, in any case, also in the
// names of files.
func swapped(t *testing.T) string {
	t.Helper()
	pairs := otherNames(t)
	swap := strings.NewReplacer(pairs...)
	dir := t.TempDir()
	err := filepath.WalkDir(newsroomDir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(newsroomDir, path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, swap.Replace(rel))
		if d.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, []byte(swap.Replace(string(body))), 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
