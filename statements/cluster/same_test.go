package cluster

import (
	"strings"
	"testing"

	"onrecord/statements"
)

// side is a statement of a table, in an article of its own.
type side struct {
	who, day, said string // day: YYYY-MM-DD, or "p " and the day of publication
}

// sign gives the signature of a statement that is an article's only one. What
// begins with a quotation mark is a direct quote.
func sign(t testing.TB, url string, s side) Signature {
	t.Helper()
	a := statements.Article{URL: url, Lang: "en"}
	published, isPublished := strings.CutPrefix(s.day, "p ")
	day, err := statements.ParseDate(published)
	if err != nil {
		t.Fatal(err)
	}
	st := statements.Statement{Speaker: s.who, Known: statements.ByName, Kind: statements.Indirect}
	if isPublished {
		a.Published = statements.Moment{Time: day.Time()}
	} else {
		st.SaidOn = day
	}
	if s.who == "" {
		st.Known = statements.Unresolved
	}
	const before = "Headline\n\nIt was a long day.\n\n"
	a.Text = before + s.said
	st.Content = []statements.Span{{Start: len(before), End: len(a.Text)}}
	if strings.HasPrefix(s.said, "“") {
		st.Kind = statements.Direct
		st.Verbatim = []statements.Span{{Start: len(before) + len("“"), End: len(a.Text) - len("”")}}
		st.Content = st.Verbatim
	}
	return Sign(a, []statements.Statement{st})[0]
}

func TestSame(t *testing.T) {
	const long = "“Not one tonne of grain is going to leave this harbour until every silo has been sealed”"
	for _, c := range []struct {
		name string
		a, b side
		same bool
		why  Reason
	}{
		{"word for word", side{"Tomas Brekke", "2026-03-11", long}, side{"Tomas Brekke", "2026-03-11", long}, true, SameQuotation},
		{"word for word, by nobody", side{"Tomas Brekke", "2026-03-11", long}, side{"", "2026-03-11", long}, true, SameQuotation},
		{"word for word, the next day", side{"Tomas Brekke", "2026-03-11", long}, side{"Tomas Brekke", "2026-03-12", long}, false, SameQuotation},
		{"word for word, a week later", side{"Tomas Brekke", "2026-03-11", long}, side{"Tomas Brekke", "2026-03-18", long}, false, OtherDay},
		{"by somebody else", side{"Tomas Brekke", "2026-03-11", long}, side{"Ada Holm", "2026-03-11", long}, false, OtherSpeaker},
		{"a name in another spelling", side{"Sergei Brekov", "2026-03-11", long}, side{"Сергей Бреков", "2026-03-11", long}, true, SameQuotation},
		{"by surname", side{"Tomas Brekke", "2026-03-11", long}, side{"Brekke", "2026-03-11", "“Until each silo is sealed, not a single tonne of grain leaves our harbour”"}, true, OtherWording},
		{"a paraphrase by nobody", side{"Tomas Brekke", "2026-03-11", long}, side{"", "2026-03-11", "no tonne of grain will leave the harbour until every silo is sealed"}, false, OtherSpeaker},
		{"told later", side{"Tomas Brekke", "2026-03-11", long}, side{"Tomas Brekke", "p 2026-03-12", "no tonne of grain will leave the harbour until every silo is sealed"}, true, OtherWording},
		{"published before it was said", side{"Tomas Brekke", "2026-03-11", long}, side{"Tomas Brekke", "p 2026-03-08", "no tonne of grain will leave the harbour until every silo is sealed"}, false, OtherDay},
		{"active and passive", side{"Ewa Hollin", "2026-10-07", "“We will not accept a dairy quota that was written in Ostervik”"}, side{"Ewa Hollin", "2026-10-07", "“A dairy quota written in Ostervik will not be accepted”"}, true, OtherWording},
		{"yes and no", side{"Ewa Hollin", "2026-10-07", "“We will accept a dairy quota that was written in Ostervik”"}, side{"Ewa Hollin", "2026-10-07", "“A dairy quota written in Ostervik will not be accepted”"}, false, Opposite},
		{"other numbers", side{"Ewa Hollin", "2026-10-07", "“The storm has closed 14 dairies along the northern coast”"}, side{"Ewa Hollin", "2026-10-07", "“The storm has closed 40 dairies along the northern coast”"}, false, OtherNumbers},
		{"a number in words", side{"Ewa Hollin", "2026-10-07", "“The storm has closed seven dairies along the northern coast”"}, side{"Ewa Hollin", "2026-10-07", "the storm closed 7 dairies on the northern coast"}, true, OtherWording},
		{"short", side{"Ewa Hollin", "2026-10-07", "“We are ready”"}, side{"Ewa Hollin", "2026-10-07", "“We are ready”"}, false, TooShort},
		{"two rare words", side{"Ewa Hollin", "2026-10-07", "“Ask the butter smugglers”"}, side{"Ewa Hollin", "2026-10-07", "“The butter smugglers laughed”"}, false, TooShort},
		{"a piece", side{"Ewa Hollin", "2026-10-07", "“Nobody in this town has ever counted the cows that drown each autumn, and I will”"}, side{"Ewa Hollin", "2026-10-07", "“ever counted the cows that drown”"}, true, SamePiece},
		{"other words", side{"Ewa Hollin", "2026-10-07", "“The storm has closed seven dairies along the northern coast”"}, side{"Ewa Hollin", "2026-10-07", "“Butter from the northern coast is dear because the ferries do not sail”"}, false, OtherWords},
		{"one sentence of several", side{"Ewa Hollin", "2026-10-07", "“The ferries do not sail in November. Butter rots on the quay at Lenga while the bakers wait. We shall talk to the captains, to the bank and to whoever owns the cranes, one after the other”"}, side{"Ewa Hollin", "2026-10-07", "butter was rotting on the quay at Lenga while bakers waited"}, true, OtherWording},
	} {
		a, b := sign(t, "https://one.example/1", c.a), sign(t, "https://two.example/1", c.b)
		same, why := Same(a, b)
		if same != c.same || why != c.why {
			t.Errorf("%s: got %v (%s), want %v (%s)", c.name, same, why, c.same, c.why)
		}
		if back, whyBack := Same(b, a); back != same || whyBack != why {
			t.Errorf("%s: the other way round %v (%s)", c.name, back, whyBack)
		}
	}
}

// A speech is longer than the sketch: its words are a sample, and a part of it
// is still found.
func TestSameWithASpeech(t *testing.T) {
	var speech strings.Builder
	for i := range 600 {
		speech.WriteString(" " + word(i))
		if i%12 == 11 {
			speech.WriteByte('.')
		}
	}
	whole := sign(t, "https://one.example/1", side{"Ewa Hollin", "2026-10-07", "“" + speech.String() + "”"})
	if !whole.Sampled || len(whole.Words) != mostWords {
		t.Fatalf("%d words, sampled %v", len(whole.Words), whole.Sampled)
	}
	part := sign(t, "https://two.example/1", side{"Ewa Hollin", "2026-10-07", speech.String()[:len(speech.String())/2]})
	if same, why := Same(whole, part); !same {
		t.Errorf("half of the speech: %s", why)
	}
	var other strings.Builder
	for i := range 300 {
		other.WriteString(" " + word(i+1000))
	}
	if same, _ := Same(whole, sign(t, "https://two.example/2", side{"Ewa Hollin", "2026-10-07", other.String()})); same {
		t.Error("another speech is the same")
	}
}

// word is one that no stemmer shortens.
func word(n int) string {
	s := ""
	for n += 100; n > 0; n /= 8 {
		s += string("bdfgkmpt"[n%8]) + "o"
	}
	return s + "k"
}
