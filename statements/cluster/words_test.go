package cluster

import (
	"strings"
	"testing"

	"onrecord/statements/lexicon"
)

func TestThesauri(t *testing.T) {
	for _, lang := range lexicon.Languages() {
		th := thesaurusOf(lang)
		if len(th.groups) < 40 || len(th.stop) < 5 || len(th.faint) < 5 {
			t.Errorf("%s: %d words in groups, %d that stop, %d faint", lang, len(th.groups), len(th.stop), len(th.faint))
		}
		if len(th.twice) > 0 {
			t.Errorf("%s: in two groups: %q", lang, th.twice)
		}
	}
	if th := thesaurusOf("xx"); len(th.groups) != 0 {
		t.Error("a language without words has some")
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The organisation's neighbour won't apologise", "organ neighbor not apolog"},
		{"en", "A cease-fire in the U.S. or Norway’s truce", "ceasefir state United States state Norway ceasefir"},
		{"en", "They told us that the US had seven ships", "state United States 7# ship"},
		{"en", "Two thousand people said so in 2019", "2# 1000# peopl 2019#"},
		{"ru", "«Перемирие» или прекращение огня", "прекращен огн прекращен огн"},
		{"es", "La tregua no es un alto el fuego", "alto el fueg not alto el fueg"},
		{"de", "Die Klinik wird nicht geschlossen", "krankenhaus not schließen"},
		{"", "The hospital and the clinic", "hospit hospit"},
		{"xx", "Qapla batlh", "qapla batlh"},
		{"en", "\xff…", ""},
	} {
		var got []string
		for _, w := range newReader(c.lang, c.text).read(c.text) {
			switch {
			case w.negation:
				got = append(got, "not")
			case w.number:
				got = append(got, w.stem+"#")
			default:
				got = append(got, w.stem)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q: got %q, want %q", c.lang, c.text, s, c.want)
		}
	}
}
