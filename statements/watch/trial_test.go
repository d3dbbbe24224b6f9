package watch_test

import (
	"errors"
	"strings"
	"testing"

	"onrecord/statements"
	"onrecord/statements/watch"
)

// talks is an article with two speakers and words that nobody said.
func talks(t testing.TB) (statements.Article, []statements.Statement) {
	return article(t, statements.Article{
		URL: "https://harborcourier.example/1", Outlet: "Harbor Courier", Lang: "en", Title: "Ministers leave Vell",
		Text: "Ministers leave Vell\n\n“The quota is small and nobody in this house would ever call our herring fleet large,” Mira Solheim said.\n\n" +
			"“A ceiling that moves is none,” Ilya Vantreight said. “No trawling here.” Jun Castellan listened to the survey.",
	}, said{"Mira Solheim", []string{"The quota is small and nobody in this house would ever call our herring fleet large"}},
		said{"Ilya Vantreight", []string{"A ceiling that moves is none", "No trawling here."}})
}

func TestTrialSaysWhatIsMissing(t *testing.T) {
	a, sts := talks(t)
	for _, c := range []struct {
		speaker, keywords string
		lack              watch.Lack
		says              string
		said              []int
	}{
		{"", "quota NEAR/3 herring", watch.TooFar, "“quota” and “herring” stand 11 words apart, and NEAR/3 allows 3", nil},
		{"Mira Solheim", "quota NEAR/3 herring", watch.TooFar, "“quota” and “herring” stand 11 words apart, and NEAR/3 allows 3", []int{0}},
		{"", "quota NEAR/3 ceiling", watch.TooFar, "farther apart than NEAR/3 allows", nil},
		{"", "ceiling -trawling", watch.Excluded, "It has trawling, which the watch leaves out", nil},
		{"Ilya Vantreight", "-trawling", watch.Excluded, "It has trawling", []int{1}},
		{"", "quota salmon", watch.NoWord, "No word of salmon in it", nil},
		{"Mira Solheim", `quota "fishing fleet"`, watch.NoWord, `No word of "fishing fleet" in it`, []int{0}},
		{"", "quota (salmon OR cod*)", watch.NoWord, "No word of salmon OR cod* in it", nil},
		{"", "quota source:fjordwire", watch.NoWord, "It stands in Harbor Courier, not in fjordwire", nil},
		{"", "said:(quota ceiling)", watch.NoWord, "No word of quota in it", []int{1}},
		{"", "title:survey", watch.OtherPlace, "“survey” stands in the article, not in the title. Drop title: to match it", nil},
		{"", "said:survey", watch.OtherPlace, "“survey” stands in the article, not in what was said. Drop said: to match it", nil},
		{"Mira Solheim", "survey", watch.OtherPlace, "“survey” stands in the article, not in what Mira Solheim said", []int{0}},
		{"Mira Solheim", "said:survey", watch.OtherPlace, "not in what Mira Solheim said", []int{0}},
		{"Jun Castellan", "quota", watch.OtherVoice, "Said by Mira Solheim, not by Jun Castellan", []int{0}},
		{"Mira Solheim", "salmon", watch.Unsaid, "Spoke, and no word of salmon", []int{0}},
		{"Jun Castellan", "", watch.Unsaid, "Jun Castellan is named in the article", nil},
	} {
		w := statements.Watch{Speaker: c.speaker, Keywords: c.keywords}
		trial, err := watch.NewTrial(w)
		if err != nil {
			t.Errorf("%s: %v", w.Name(), err)
			continue
		}
		if _, ok := trial.Match(a, sts); ok {
			t.Errorf("%s matches", w.Name())
		}
		m, ok := trial.Nearly(a, sts)
		if !ok || m.Lack != c.lack || !strings.Contains(m.Why.String(), c.says) || len(m.Statements) != len(c.said) || len(c.said) > 0 && m.Statements[0] != c.said[0] {
			t.Errorf("%s: %v %+v, want %d %q of %v", w.Name(), ok, m, c.lack, c.says, c.said)
		}
	}
}

func TestTrialKnowsWhatIsFar(t *testing.T) {
	a, sts := talks(t)
	for _, w := range []statements.Watch{{Keywords: "zebra"}, {Speaker: "Ada Marsk"}, {Speaker: "Ada Marsk", Keywords: "zebra"}, {Keywords: "zebra NEAR/3 walrus"}} {
		trial, err := watch.NewTrial(w)
		if err != nil {
			t.Fatal(err)
		}
		if m, ok := trial.Nearly(a, sts); ok {
			t.Errorf("%s: an article that has nothing of it is near: %+v", w.Name(), m)
		}
	}
}

// What a trial says must be what the alerts will be.
func TestTrialMatchesAsAlertsDo(t *testing.T) {
	a, sts := talks(t)
	for _, w := range []statements.Watch{
		{Speaker: "Mira Solheim"}, {Speaker: "Solheim", Keywords: "quota"}, {Keywords: "quota"}, {Keywords: "said:quota"},
		{Keywords: "quota NEAR/20 herring"}, {Speaker: "Ilya Vantreight", Keywords: "-quota"}, {Keywords: "zebra"}, {Speaker: "Jun Castellan"},
	} {
		trial, err := watch.NewTrial(w)
		if err != nil {
			t.Fatal(err)
		}
		want := watch.Compile([]statements.Watch{w}).Match(a, sts, false)
		got, ok := trial.Match(a, sts)
		if ok != (len(want) == 1) || ok && (got.Reason != want[0].Reason || len(got.Statements) != len(want[0].Statements)) {
			t.Errorf("%s: %v %+v, alerts would be %+v", w.Name(), ok, got, want)
		}
		if ok && !trial.Spoke(sts) {
			t.Errorf("%s matches, and nobody is said to have spoken", w.Name())
		}
	}
}

func TestTrialOfWordsThatCannotBeRead(t *testing.T) {
	for _, w := range []statements.Watch{{}, {Keywords: "said:(quota AND"}} {
		_, err := watch.NewTrial(w)
		var p *statements.Problem
		if !errors.As(err, &p) {
			t.Errorf("%q: %v", w.Keywords, err)
		}
	}
}

// Whatever is asked for, a trial answers, and names statements that are there.
func FuzzTrial(f *testing.F) {
	f.Add("Mira Solheim", "quota NEAR/3 (herring OR \"fleet large\")")
	f.Add("", "title:(survey -said:quota) source:courier")
	f.Add("Jun", "NOT (a OR said:b*) c NEAR/2 d NEAR/1 e")
	f.Fuzz(func(t *testing.T, speaker, keywords string) {
		a, sts := talks(t)
		trial, err := watch.NewTrial(statements.Watch{Speaker: speaker, Keywords: keywords})
		if err != nil {
			return
		}
		m, ok := trial.Nearly(a, sts)
		if ok && m.Why.IsZero() {
			t.Errorf("%q on %q is near without a reason", speaker, keywords)
		}
		for _, i := range m.Statements {
			_ = sts[i]
		}
		trial.Match(a, sts)
	})
}
