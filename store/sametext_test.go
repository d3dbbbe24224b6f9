package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// wire is an agency's text as its papers get it.
const wire = `VELL, Nov 21 (Coast Wire) - The harbour board of Vell voted on Saturday to raise the mooring fees by 12 per cent from January, the third rise in as many years.

"We held out as long as we could," said the board's chair, Mira Solheim, after a meeting that went on for seven hours and was interrupted twice by fishers on the gallery.

The fishers' association called the decision a mistake and said that it would go to court. Its secretary, Tomas Brandvold, put the cost for a boat of ten metres at 400 crowns a year.

The board says that it needs the money for the northern quay, which has been closed to heavy vessels since a storm broke two of its piles in March. Repairs are to begin in the spring.

A smaller rise of 5 per cent, which the town council had asked for, found only two votes. The next meeting of the board is on December 12.`

func TestSameText(t *testing.T) {
	swap := func(old, new string) string {
		if !strings.Contains(wire, old) {
			t.Fatalf("the text has no %q", old)
		}
		return strings.Replace(wire, old, new, 1)
	}
	for name, tt := range map[string]struct {
		text string
		want bool
	}{
		"the same":                    {wire, true},
		"without dateline":            {swap("VELL, Nov 21 (Coast Wire) - ", ""), true},
		"another dateline":            {swap("VELL, Nov 21 (Coast Wire) - ", "VELL (Sund News Agency) — "), true},
		"curly quotes":                {strings.NewReplacer(`"We`, "“We", `could,"`, "could,”", "board's", "board’s").Replace(wire), true},
		"a credit at the end":         {wire + "\n\nReporting by Jun Castellan; editing by Ida Holm", true},
		"a credit at the top":         {"By Jun Castellan\n\n" + wire, true},
		"a credit before a dateline":  {"By Jun Castellan\n\n" + swap("VELL, Nov 21 (Coast Wire) - ", "VELL, 21 Nov (CW) -- "), true},
		"a paragraph in the middle":   {swap("\n\nThe board says", "\n\nRead more: what the quay costs\n\nThe board says"), true},
		"two paragraphs run together": {swap("Repairs are to begin in the spring.\n\nA smaller", "Repairs are to begin in the spring. A smaller"), true},

		"a number corrected":      {swap("12 per cent", "14 per cent"), false},
		"a name corrected":        {swap("Tomas Brandvold", "Tomas Brandvik"), false},
		"a not put in":            {swap("it would go", "it would not go"), false},
		"the first word":          {swap("The harbour board of Vell", "A harbour board of Vell"), false},
		"the last word":           {swap("December 12.", "December 19."), false},
		"a paragraph rewritten":   {swap("Its secretary, Tomas Brandvold, put the cost for a boat of ten metres at 400 crowns a year.", "It would not say what it costs."), false},
		"the last paragraph less": {wire[:strings.LastIndex(wire, "\n\n")], false},
		"a sentence less":         {swap(" Repairs are to begin in the spring.", ""), false},
		"cut off":                 {wire[:len(wire)-30], false},
		"as much again behind it": {wire + "\n\n" + strings.Repeat("The council meets in the old hall. ", 30), false},
	} {
		a, b := wordsOf("Fees rise", "Fees rise\n\n"+wire), wordsOf("Vell's fees", "Vell's fees\n\n"+tt.text)
		if got := sameText(a, b); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
		if got := sameText(b, a); got != tt.want {
			t.Errorf("%s, the other way round: %t", name, got)
		}
	}
}

func TestSameTextOfFewWords(t *testing.T) {
	short := wordsOf("", "The board voted on Saturday to raise the fees.")
	if sameText(short, short) || len(bandsOf(short)) != 0 {
		t.Error("a line is known by its words")
	}
}

// Texts of nine tenths in common share a band, unrelated ones do not. Bands are
// stored: they must be the same in every version.
func TestBands(t *testing.T) {
	text := func(seed int) []word {
		var b strings.Builder
		for i := range 300 {
			fmt.Fprintf(&b, "w%d ", (i*i+seed*7919)%100_003)
		}
		return wordsOf("", b.String())
	}
	missed := 0
	for seed := range 200 {
		whole := text(seed)
		if !share(bandsOf(whole), bandsOf(whole[:280])) {
			missed++
		}
		if share(bandsOf(whole), bandsOf(text(seed+1000))) {
			t.Errorf("text %d shares a band with an unrelated one", seed)
		}
	}
	if missed > 6 {
		t.Errorf("%d of 200 were not found", missed)
	}
	want := []int64{-8998030059910642950, -114200704827519431, 503389633772679934, 628604200480848208, 2445956436550971760}
	if got := bandsOf(wordsOf("", wire)); !slices.Equal(got, want) {
		t.Errorf("the bands of a known text: %#v", got)
	}
}

func share(a, b []int64) bool {
	return slices.ContainsFunc(a, func(x int64) bool { return slices.Contains(b, x) })
}

func TestHeadlines(t *testing.T) {
	words := wordsOf("", wire)
	for title, want := range map[string]bool{
		"Vell raises mooring fees": true, "Harbour board votes for higher fees": true,
		"A timetable for winter ferries": false, "Live: what we know": false, "": false,
	} {
		if got := headlines(title, words); got != want {
			t.Errorf("%q: %t", title, got)
		}
	}
}

func FuzzSameText(f *testing.F) {
	f.Add(wire, wire[40:])
	f.Add("A (x) - \n\n\n", "\u0301 \n’’")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := wordsOf("", a), wordsOf("", b)
		if len(x) >= leastWords && (!sameText(x, x) || !share(bandsOf(x), bandsOf(x))) {
			t.Errorf("%q is not itself", a)
		}
		sameText(x, y)
	})
}
