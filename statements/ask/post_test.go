package ask

import "testing"

// TestOneOffice compares offices as articles word them with how people ask for them:
// those on one line are one office, and no office of another line.
func TestOneOffice(t *testing.T) {
	offices := [][]string{
		{"European Commission President", "the head of the European Commission", "EU Commission chief", "head of the EU executive", "president of the European Commission"},
		{"a spokesman for the European Commission", "European Commission spokeswoman", "the EU executive's chief spokesperson"},
		{"EU foreign policy chief", "the EU's top diplomat", "EU High Representative", "the European Union's chief diplomat"},
		{"UN Secretary-General", "the U.N. secretary general", "head of the United Nations", "UN chief"},
		{"UN spokesman", "a spokesperson for the United Nations", "the UN's deputy spokesman", "spokesman for the UN secretary-general"},
		{"WHO Director-General", "head of the World Health Organisation", "the UN health agency's chief"},
		{"Federal Reserve Chair", "Fed chairman", "who chairs the Federal Reserve", "US central bank chief"},
		{"Norway's ambassador to the UN", "the Norwegian envoy to the United Nations", "Permanent Representative of Norway to the UN"},
		{"UN special envoy for Norway", "the UN's Norway envoy", "the United Nations mediator for Norway"},
		{"White House Press Secretary", "a White House spokesperson", "press secretary at the White House"},
		{"Pope", "the pontiff"},
	}
	for i, have := range offices {
		for _, role := range have {
			for k, want := range offices {
				for _, description := range want {
					if got := Answers(role, description); got != (i == k) {
						t.Errorf("%q answers %q: %v", role, description, got)
					}
				}
			}
		}
	}
	for _, none := range []string{"former head of the IMF", "deputy head of the IMF", "IMF economist", "head of the guild", "IMF", "", "head of"} {
		if p, ok := postOf(none, true); ok {
			t.Errorf("%q is %v", none, p)
		}
	}
}

// TestOfficesOfLands has offices that lands call by names of their own.
func TestOfficesOfLands(t *testing.T) {
	for _, c := range []struct {
		role, description string
		want              bool
	}{
		{"U.S. Secretary of State", "top US diplomat", true},
		{"Secretary of State", "American foreign minister", true},
		{"Home Secretary", "British interior minister", true},
		{"French Interior Minister", "home secretary", false},
		{"Britain's home secretary", "home secretary", true},
		{"External Affairs Minister", "Indian foreign minister", true},
		{"German Chancellor", "German head of government", true},
		{"German Chancellor", "German finance minister", false},
		{"UK Chancellor", "British finance minister", true},
		{"US Defense Secretary", "Pentagon chief", true},
		{"Norwegian defence minister", "Pentagon chief", false},
		{"spokesman for the Norwegian prime minister", "Norwegian prime minister", false},
		{"Nigeria's Chief of Army Staff", "head of the Nigerian army", true},
	} {
		if got := Answers(c.role, c.description); got != c.want {
			t.Errorf("%q answers %q: %v", c.role, c.description, got)
		}
	}
}

// TestBodiesByOtherNames asks for a body by another name than the article has, and for
// one for whom somebody speaks.
func TestBodiesByOtherNames(t *testing.T) {
	all := archived(t, []piece{
		{"Fjord Wire", "https://fjordwire.example/a", "2026-10-12", "Tents\n\n“The tents are late,” the ICRC said.", `1|ICRC||2026-10-12|| direct|ICRC|said|The tents are late`},
		{"Fjord Wire", "https://fjordwire.example/b", "2026-10-12", "Rice\n\n“The rice is late,” said Mira Solheim, a spokeswoman for the World Food Programme.", `2|Mira Solheim|a spokeswoman for the World Food Programme|2026-10-12|| direct|Mira Solheim|said|The rice is late`},
		{"Fjord Wire", "https://fjordwire.example/c", "2026-10-12", "Salt\n\n“The salt is late,” said Ilya Vantreight, the head of the Salt Guild.", `3|Ilya Vantreight|the head of the Salt Guild|2026-10-12|| direct|Ilya Vantreight|said|The salt is late`},
	})
	all = append(all, archived(t, []piece{
		{"Fjord Wire", "https://fjordwire.example/f", "2026-10-12", "Kenya counts its boats\n\n“Kenya’s boats are late,” House Speaker Pell Andersen said.", `6|Pell Andersen|House Speaker|2026-10-12|| direct|Pell Andersen|said|Kenya’s boats are late`},
		{"Fjord Wire", "https://fjordwire.example/e", "2026-10-12", "Ohio counts its ferries\n\n“The ferries are late,” Secretary of State Jens Brandvold said.", `5|Jens Brandvold|Secretary of State|2026-10-12|| direct|Jens Brandvold|said|The ferries are late`},
	})...)
	for question, want := range map[string][]int64{
		"what did Kenya's House Speaker say about the boats":                        {6},
		"what did the top US diplomat say about the ferries":                        {5},
		"what did the International Committee of the Red Cross say about the tents": {1},
		"what did the Red Cross say about the rice":                                 nil,
		"what did the World Food Programme say about the rice":                      {2},
		"what did the UN food agency say about the rice":                            {2},
		"what did the head of the World Food Programme say about the rice":          nil,
		"did the State Department spokesman comment on the salt":                    nil,
	} {
		got := answering(question, all)
		if len(got) != len(want) || len(want) > 0 && got[0] != want[0] {
			t.Errorf("%s: %v, want %v", question, got, want)
		}
	}
	if got := whose(Parse("did the State Department spokesman comment on the salt", here)); got != "State Department spokesman ?" {
		t.Errorf("asked for %s", got)
	}
}

func FuzzPost(f *testing.F) {
	for _, s := range []string{"head of the EU executive", "U.S. ambassador to the UN", "who chairs", "WHO's", "\xff the"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := postOf(s, true)
		if ok && p.body == nil {
			t.Errorf("%q is %v", s, p)
		}
		if again, _ := postOf(s, true); again != p {
			t.Errorf("%q is %v and %v", s, p, again)
		}
	})
}
