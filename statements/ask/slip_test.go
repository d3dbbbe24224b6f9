package ask

import (
	"slices"
	"strings"
	"testing"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// A slip is taken for somebody where one person is that near, and only there: a
// right quote under a wrong name is the worst that can happen.
func TestMisspelt(t *testing.T) {
	known := []statements.Speaker{
		{ID: 1, Name: "Jon Achterberg", Role: "mayor of Ostervik"}, {ID: 2, Name: "Ida Jørgensen"}, {ID: 3, Name: "Noor Haddeli"},
		{ID: 4, Name: "Per Lindqvar"}, {ID: 5, Name: "Emil Macron"}, {ID: 6, Name: "Tor Turner"}, {ID: 7, Name: "Ann Borden"},
		{ID: 8, Name: "Omar Faris"}, {ID: 9, Name: "Sol Hansen"}, {ID: 10, Name: "Eva Hanson"}, {ID: 11, Name: "John Smith"},
		{ID: 12, Name: "Anna Brandvold"}, {ID: 13, Name: "Jens Brandvold"}, {ID: 14, Name: "Lindell"}, {ID: 15, Name: "Sara Lindell"},
		{ID: 16, Name: "Bartholomew Castellanos"}, {ID: 17, Name: "Kai Minter"}, {ID: 18, Name: "Ilya Vantreight"},
		{ID: 19, Name: "Ana Holmek"}, {ID: 20, Name: "Wim Oldekamp"}, {ID: 21, Name: "Ida Jørgensen and Wim Oldekamp"},
		{ID: 22, Name: "Carl Emil Birkelund Hansen"}, {ID: 23, Name: "Tor Emil"},
	}
	in := Context{Now: now,
		Names: func(words string) (out []statements.Speaker) {
			for _, s := range known {
				if slices.ContainsFunc(speakers.Together(s.Name), func(name string) bool {
					return speakers.Same(words, name) || strings.HasPrefix(strings.ToLower(name), strings.ToLower(words)+" ")
				}) {
					out = append(out, s)
				}
			}
			return out
		},
		Alike: func(name string) (out []statements.Speaker) {
			for _, s := range known {
				if speakers.Slips(name, s.Name) < speakers.Far {
					out = append(out, s)
				}
			}
			return out
		},
		Stands: func(name string) bool { return strings.EqualFold(name, "Vantright") },
	}
	for _, c := range []struct {
		question string
		who      []int64 // none: a stranger, or nobody
	}{
		{"what did Akterberg say about the quota?", []int64{1}},
		{"what did akterberg say about the quota", []int64{1}},
		{"Akterberg on the quota", []int64{1}},
		{"according to Akterberg, who pays?", []int64{1}},
		{"remarks by Jon Akterberg on the quota", []int64{1}},
		{"what did Mayor Akterberg say about the quota?", []int64{1}},
		{"what did Yorgensen say about the quota?", []int64{2}},
		{"what did Adeli say about the quota?", []int64{3}},
		{"what did Lindquar say about the quota?", []int64{4}},
		{"what did Makron say about the quota?", []int64{5}},
		{"what did Utrner say about the quota?", []int64{6}},
		{"what did Lidnel say about the quota?", []int64{14, 15}}, // one surname, one who has more
		{"what did Castelanoz say about the quota?", []int64{16}},
		{"what did Jon Smith say about the quota?", nil}, // another given name
		{"what did Jhon Smith say about the quota?", []int64{11}},
		{"did Wim Oldecamp think the strike could end?", []int64{20}}, // who spoke with somebody, too
		{"Akterberg's comments on the quota", []int64{1}},
		{"Jon Akterberg's comments on the quota", []int64{1}},
		{"Akterberg", []int64{1}},
		{"jon akterberg", []int64{1}},
		{"Jon Akterberg reaction to the quota", []int64{1}},
		{"what does the mayor of Ostervik Jon Akterberg want", []int64{1}},
		{"what does the mayor jon akterberg want", []int64{1}},
		{"what does the harbour boss Jon Akterberg want", []int64{1}}, // a full name says who
		{"Mayor Akterberg on why Hansen pays", []int64{1}},
		{"what does the harbour boss Akterberg want", nil},
		{"what did Ana Hulmek say about the quota?", []int64{19}},
		{"what did Carl Emil Birkelund Hinsen say about the quota?", []int64{22}},
		{"what did Carl Emil Birkelund Smyth say about the quota?", nil},
		{"what did Emil Makron say about the quota?", []int64{5}}, // a given name that is another's surname
		// near misses
		{"what did the border say about the quota?", nil},
		{"what did border say about the quota?", nil},
		{"Border on the quota", nil},
		{"what did Paris say about the quota?", nil},
		{"what did Karis say about the quota?", nil}, // another first letter of a short name
		{"what did Hansn say about the quota?", nil}, // two are as near
		{"what did Brandvolt say about the quota?", nil},
		{"what did Joan Smith say about the quota?", nil},
		{"what did Mary Smyth say about the quota?", nil},
		{"what did Holmwk say about the quota?", []int64{19}}, // a neighbouring key
		{"what did Hlomek say about the quota?", []int64{19}},
		{"what did Holmk say about the quota?", []int64{19}},
		{"what did Holmer say about the quota?", nil}, // may be another name, as Brenner is for Brunner
		{"what did Hulmek say about the quota?", nil},
		{"what did Holmtek say about the quota?", nil},
		{"what did Ana Holmer say about the quota?", []int64{19}},
		{"what did Jon Akterberk say about the quota?", []int64{1}}, // two slips beside the right given name
		{"what did Ana Holnak say about the quota?", nil},           // two slips in so short a name may be another
		{"what did Anna Brondvuld say about the quota?", []int64{12}},
		{"what did Ida Joch say about the quota?", nil},
		{"what did Sol Hanzan say about the quota?", nil},
		{"what did Tom Hanzan say about the quota?", nil},
		{"what did Holmes say about the quota?", nil}, // a name of its own
		{"what did Ana Holmes say about the quota?", nil},
		{"what did miners say about the quota?", nil},
		{"what did Vantright say about the quota?", nil}, // somebody of that name is in the news
		{"what did Minster Akterberg say about the quota?", nil},
		{"what did Senator Akterberg say about the quota?", nil}, // no senator
		{"what did Ahterbrk say about the quota?", nil},
	} {
		var who []int64
		for _, s := range Parse(c.question, in).Speakers {
			if s.ID != 0 {
				who = append(who, s.ID)
			}
		}
		for _, r := range Parse(c.question, in).ReadAs {
			if !strings.Contains(c.question, r.Typed) || len(c.who) == 0 || speakers.Slips(r.Typed, r.Speaker) == 0 {
				t.Errorf("%s: %s read as %s", c.question, r.Typed, r.Speaker)
			}
		}
		if got := len(Parse(c.question, in).ReadAs); got != len(c.who) {
			t.Errorf("%s: %d readings, want %d", c.question, got, len(c.who))
		}
		if !slices.Equal(who, c.who) {
			t.Errorf("%s: %v, want %v", c.question, who, c.who)
		}
	}
}

// TestNameInOtherPieces finds who is typed without the hyphen of a name, and who spoke
// together.
func TestNameInOtherPieces(t *testing.T) {
	known := []statements.Speaker{{ID: 1, Name: "Karim El-Tabani"}, {ID: 2, Name: "Ida Jørgensen"}, {ID: 3, Name: "Wim Oldekamp"}, {ID: 4, Name: "Ida Jørgensen and Wim Oldekamp"}}
	in := Context{Now: now, Names: func(words string) (out []statements.Speaker) {
		for _, s := range known {
			parts := strings.FieldsFunc(strings.ToLower(s.Name), func(r rune) bool { return r == ' ' || r == '-' })
			if slices.ContainsFunc(speakers.Together(s.Name), func(name string) bool { return speakers.Same(words, name) }) || slices.Contains(parts, strings.ToLower(words)) {
				out = append(out, s)
			}
		}
		return out
	}}
	for question, want := range map[string][]int64{
		"what did El Tabbani say about the quota?":                     {1}, // and a letter doubled
		"El Tabbani on the quota":                                      {1},
		"what did Ida Jørgensen and Wim Oldekamp propose together?":    {4},
		"what did Ida Jørgensen and Wim Oldekamp say jointly":          {4},
		"did Ida Jørgensen and Wim Oldekamp speak of working together": {2, 3, 4},
		"what did Ida Jørgensen and Wim Oldekamp announce together":    {4},
	} {
		q := Parse(question, in)
		var who []int64
		for _, s := range q.Speakers {
			who = append(who, s.ID)
		}
		slices.Sort(who)
		if !slices.Equal(who, want) || slices.ContainsFunc(q.Topic, func(t statements.Term) bool { return t.Words == "Tabbani" }) {
			t.Errorf("%s: %v on %q, want %v", question, who, q.Topic, want)
		}
	}
}
