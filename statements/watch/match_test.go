package watch_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/statements/watch"
)

// said is a statement as a test writes it.
type said struct {
	speaker string
	content []string
}

// article makes an article whose statements are found in its text.
func article(t testing.TB, a statements.Article, sts ...said) (statements.Article, []statements.Statement) {
	t.Helper()
	var out []statements.Statement
	for _, s := range sts {
		st := statements.Statement{Speaker: s.speaker, Known: statements.ByName}
		for _, c := range s.content {
			i := strings.Index(a.Text, c)
			if i < 0 {
				t.Fatalf("%q is not in the text", c)
			}
			st.Content = append(st.Content, statements.Span{Start: i, End: i + len(c)})
		}
		out = append(out, st)
	}
	return a, out
}

func herring(t testing.TB) (statements.Article, []statements.Statement) {
	return article(t, statements.Article{
		URL: "https://www.harborcourier.example/2026/11/21/herring-talks-stall", Outlet: "Harbor Courier", Lang: "en",
		Title: "Herring talks stall as ministers leave Vell early",
		Text: `Herring talks stall as ministers leave Vell early

“We will not sign quotas that our fishermen cannot live with,” Mira Solheim said on Friday. She had told Ilya Vantreight so, and the cease-fire between the two fleets would hold, she added.

“The ceiling,” said Vantreight, “was agreed in this very room. Nobody mentioned Mira Solheim.”

The quota for sprat in the North Sea was not discussed. Trawling near the harbour goes on.`,
	},
		said{"Mira Solheim", []string{"We will not sign quotas that our fishermen cannot live with"}},
		said{"Mira Solheim", []string{"the cease-fire between the two fleets would hold"}},
		said{"Ilya Vantreight", []string{"The ceiling", "was agreed in this very room. Nobody mentioned Mira Solheim."}},
	)
}

func TestMatch(t *testing.T) {
	a, sts := herring(t)
	for _, c := range []struct {
		name, speaker, words string
		form                 statements.Form // "" is no match
		sts                  []int
		reason               string
		found                []string
	}{
		{"speaker", "Mira Solheim", "", "alert", []int{0, 1}, "spoke", nil},
		{"surname", "Solheim", "", "alert", []int{0, 1}, "spoke", nil},
		{"named is not speaking", "Sprat", "", "", nil, "", nil},
		{"another of the surname", "Tora Solheim", "", "", nil, "", nil},
		{"speaker and word", "Mira Solheim", "quota", "alert", []int{0}, "spoke, said “quotas”", []string{"quotas"}},
		{"the word stands in the article only", "Mira Solheim", "trawling", "", nil, "", nil},
		{"the word is somebody else's", "Mira Solheim", "ceiling", "", nil, "", nil},
		{"word in the title of a speaker's article", "Mira Solheim", "title:herring", "alert", []int{0, 1}, "spoke, “Herring” in the title", []string{"Herring"}},
		{"speaker and outlet", "Vantreight", "source:harborcourier", "alert", []int{2}, "spoke, from Harbor Courier", nil},
		{"speaker without a word", "Mira Solheim", "-quota", "alert", []int{1}, "spoke", nil},
		{"said spelled out", "Mira Solheim", "said:quota", "alert", []int{0}, "spoke, said “quotas”", []string{"quotas"}},
		{"near in what was said", "Mira Solheim", "quota NEAR/5 fisherman, quota NEAR/5 fishermen", "alert", []int{0}, "spoke, said “quotas” near “fishermen”", []string{"quotas", "fishermen"}},
		{"pieces of one statement", "Vantreight", "ceiling agreed", "alert", []int{2}, "spoke, said “ceiling” and “agreed”", []string{"ceiling", "agreed"}},
		{"a phrase does not run over pieces", "Vantreight", `"ceiling was"`, "", nil, "", nil},
		{"keyword in the text", "", "trawling", "keyword", nil, "“Trawling” in the text", []string{"Trawling"}},
		{"keyword in the title", "", "herring", "keyword", nil, "“Herring” in the title", []string{"Herring"}},
		{"both", "", "herring trawling", "keyword", nil, "“Herring” in the title, “Trawling” in the text", []string{"Herring", "Trawling"}},
		{"case and accents", "", "TRÁWLING", "keyword", nil, "“Trawling” in the text", []string{"Trawling"}},
		{"one of two", "", "whaling, sprat", "keyword", nil, "“sprat” in the text", []string{"sprat"}},
		{"both of two", "", "whaling AND sprat", "", nil, "", nil},
		{"adjacent is both", "", "whaling sprat", "", nil, "", nil},
		{"phrase", "", `"north sea"`, "keyword", nil, "“North Sea” in the text", []string{"North Sea"}},
		{"a phrase is exact", "", `"quotas for sprat"`, "", nil, "", nil},
		{"not", "", "sprat -herring", "", nil, "", nil},
		{"prefix", "", "traw*", "keyword", nil, "“Trawling” in the text", []string{"Trawling"}},
		{"near", "", "trawling NEAR/2 harbour", "keyword", nil, "“Trawling” near “harbour” in the text", []string{"Trawling", "harbour"}},
		{"not near enough", "", "trawling NEAR/1 harbour", "", nil, "", nil},
		{"near stays in its paragraph", "", "early NEAR/2 sign", "", nil, "", nil},
		{"a phrase stays in its paragraph", "", `"early we"`, "", nil, "", nil},
		{"hyphen or not", "", "ceasefire", "keyword", nil, "“cease-fire” in the text", []string{"cease-fire"}},
		{"hyphen and not", "", "cease-fire", "keyword", nil, "“cease-fire” in the text", []string{"cease-fire"}},
		{"possessive", "", `"mira solheim"`, "keyword", nil, "“Mira Solheim” in the text", []string{"Mira Solheim"}},
		{"title only", "", "title:trawling", "", nil, "", nil},
		{"outlet by name", "", `source:"Harbor Courier" trawling`, "keyword", nil, "“Trawling” in the text, from Harbor Courier", []string{"Trawling"}},
		{"outlet by host", "", "source:harborcourier.example trawling", "keyword", nil, "“Trawling” in the text, from Harbor Courier", []string{"Trawling"}},
		{"another outlet", "", "source:fjordwire trawling", "", nil, "", nil},
		{"said by anybody", "", "said:ceiling", "alert", []int{2}, "said “ceiling”", []string{"ceiling"}},
		{"said by nobody", "", "said:trawling", "", nil, "", nil},
		{"said together", "", "said:(quota ceiling)", "", nil, "", nil},
		{"said and title", "", "title:herring said:ceiling", "keyword", nil, "said “ceiling”, “Herring” in the title", []string{"Herring", "ceiling"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := statements.Watch{Speaker: c.speaker, Keywords: c.words}
			set := watch.Compile([]statements.Watch{w})
			if bad := set.Bad(); len(bad) > 0 {
				t.Fatal(bad[0].Problem)
			}
			var want []statements.Alert
			if c.form != "" {
				want = []statements.Alert{{Watch: w, Form: c.form, Statements: c.sts, Reason: c.reason, Words: c.found}}
			}
			if diff := cmp.Diff(want, set.Match(a, sts, false)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMatchInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, text, words, reason string
	}{
		{"ru", "Министр говорил о квотах на сельдь.", "квота", "“квотах” in the text"},
		{"fr", "Les négociations ont échoué.", "negociation", "“négociations” in the text"},
		{"de", "Die Waffenruhe hält.", "waffenruhe", "“Waffenruhe” in the text"},
		{"", "The talks were negotiated.", "negotiating", "“negotiated” in the text"},
		{"ja", "両国は停戦に合意した。", "停戦", "“停戦” in the text"},
		{"zh", "外长呼吁停火并恢复谈判", "停火 谈判", "“停火” and “谈判” in the text"},
		{"ko", "장관은 휴전을 촉구했다", "휴전", "“휴전” in the text"},
		{"xx", "Quota, quotas.", "quota", "“Quota” in the text"},
	} {
		set := watch.Compile([]statements.Watch{{Keywords: c.words}})
		got := set.Match(statements.Article{Lang: c.lang, Text: c.text}, nil, false)
		if len(got) != 1 || got[0].Reason != c.reason {
			t.Errorf("%s %q: %+v, want %s", c.lang, c.words, got, c.reason)
		}
	}
}

func TestQuietOnlyForTheBacklog(t *testing.T) {
	a, sts := herring(t)
	set := watch.Compile([]statements.Watch{{ID: 1, Keywords: "herring"}, {ID: 2, Keywords: "herring", Backlog: true}, {ID: 3, Speaker: "Solheim"}})
	var ids []int64
	for _, al := range set.Match(a, sts, true) {
		ids = append(ids, al.Watch.ID)
	}
	if diff := cmp.Diff([]int64{2}, ids); diff != "" {
		t.Error(diff)
	}
	if n := len(set.Match(a, sts, false)); n != 3 {
		t.Errorf("%d alerts for an article that is not quiet, want 3", n)
	}
}

func TestBadWatchesMatchNothing(t *testing.T) {
	a, sts := herring(t)
	set := watch.Compile([]statements.Watch{
		{ID: 1, Keywords: `"herring`}, {ID: 2}, {ID: 3, Keywords: "-whale"}, {ID: 4, Speaker: "Solheim", Keywords: "("}, {ID: 5, Keywords: "herring"},
	})
	var bad []int64
	for _, b := range set.Bad() {
		bad = append(bad, b.Watch.ID)
	}
	if diff := cmp.Diff([]int64{1, 2, 3, 4}, bad); diff != "" {
		t.Error(diff)
	}
	if got := set.Match(a, sts, false); len(got) != 1 || got[0].Watch.ID != 5 {
		t.Errorf("alerts %+v, want the good watch alone", got)
	}
}

func TestNobodyIsNotEverybody(t *testing.T) {
	a, sts := article(t, statements.Article{Text: `"It ends," a source said.`}, said{"", []string{"It ends"}})
	if got := watch.Compile([]statements.Watch{{Speaker: "Mira Solheim"}}).Match(a, sts, false); got != nil {
		t.Errorf("an unnamed source fired %+v", got)
	}
}

func TestSpansOutsideTheTextDoNoHarm(t *testing.T) {
	st := statements.Statement{Speaker: "Mira Solheim", Content: []statements.Span{{Start: -4, End: 900}, {Start: 9, End: 2}}}
	set := watch.Compile([]statements.Watch{{Speaker: "Solheim", Keywords: "quota"}})
	set.Match(statements.Article{Text: "The quota."}, []statements.Statement{st}, false)
}

// Two people of the article are called Alder, and the text does not say which
// of them spoke.
func TestSurnameOfSeveralIsNobodysForCertain(t *testing.T) {
	a, sts := article(t, statements.Article{Lang: "en", Title: "Ferries", Text: "Ferries\n\n“No line will be cut,” Alder said."},
		said{"Alder", []string{"No line will be cut"}})
	set := watch.Compile([]statements.Watch{{ID: 1, Speaker: "Margaret Alder"}, {ID: 2, Speaker: "Alder"}})
	if got := len(set.Match(a, sts, false)); got != 2 {
		t.Errorf("the only Alder: got %d alerts, want both watches'", got)
	}
	sts[0].Known = statements.Unresolved
	got := set.Match(a, sts, false)
	if len(got) != 1 || got[0].Watch.ID != 2 {
		t.Errorf("one of two Alders: got %+v, want the watch on the surname alone", got)
	}
}

// What is hardly a statement alerts nobody, unless it is somebody's own words.
func TestDoubtfulReportsAlertNobody(t *testing.T) {
	a, sts := article(t, statements.Article{Title: "Talks", Text: "Ann Lee wished for calm seas.", Lang: "en"}, said{"Ann Lee", []string{"calm seas"}})
	set := watch.Compile([]statements.Watch{{ID: 1, Speaker: "Ann Lee", Place: "p"}})
	for _, c := range []struct {
		kind statements.Kind
		sure float64
		want int
	}{{statements.Indirect, 0.59, 0}, {statements.Indirect, 0.6, 1}, {statements.Indirect, 0, 1}, {statements.Mixed, 0.4, 1}, {statements.Direct, 0.4, 1}} {
		sts[0].Kind, sts[0].Confidence = c.kind, c.sure
		if got := len(set.Match(a, sts, false)); got != c.want {
			t.Errorf("%s, %.2f: %d alerts, want %d", c.kind, c.sure, got, c.want)
		}
	}
}
