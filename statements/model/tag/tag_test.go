package tag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements/model/token"
)

func TestLemma(t *testing.T) {
	w := ReadWords()
	for _, c := range []struct {
		word string
		tag  uint8
		want string
	}{
		{"said", VBD, "say"}, {"says", VBZ, "say"}, {"tells", VBZ, "tell"}, {"replies", VBZ, "reply"}, {"denied", VBN, "deny"},
		{"argued", VBD, "argue"}, {"arguing", VBG, "argue"}, {"slammed", VBD, "slam"}, {"called", VBD, "call"},
		{"told", VBD, "tell"}, {"’s", VBZ, "be"}, {"Asked", VBN, "ask"}, {"acknowledges", VBZ, "acknowledge"}, {"presses", VBZ, "press"},
		{"vow", VBP, "vow"}, {"lies", VBZ, "lie"}, {"tweeted", VBD, "tweet"},
		{"statements", NNS, "statement"}, {"allies", NNS, "ally"}, {"speeches", NNS, "speech"}, {"men", NNS, "man"},
		{"Tweets", NNS, "tweet"}, {"press", NN, "press"}, {"red", JJ, "red"},
	} {
		d := token.Cut("they " + c.word)
		last := len(d.Tokens) - 1
		if strings.HasPrefix(c.word, "’") {
			d = token.Cut("it" + c.word)
			last = 1
		}
		d.Tokens[last].Tag = c.tag
		if got, _ := w.Lemma(d, last); got != token.Hash(c.want) {
			t.Errorf("%s/%s is not reduced to %s", c.word, tagNames[c.tag], c.want)
		}
	}
}

func TestClasses(t *testing.T) {
	w := ReadWords()
	for _, c := range []struct {
		word string
		tag  uint8
		has  uint16
		not  uint16
	}{
		{"argued", VBD, Communication, Cognition},
		{"believes", VBZ, Cognition, Communication},
		{"remark", NN, Communication, IsPerson},
		{"spokeswoman", NN, IsPerson, Communication},
		{"committee", NN, Organisation, IsPerson},
		{"glorped", VBD, 0, Known},
	} {
		d := token.Cut(c.word)
		d.Tokens[0].Tag = c.tag
		_, class := w.Lemma(d, 0)
		if class&c.has != c.has || class&c.not != 0 {
			t.Errorf("%s has the classes %b", c.word, class)
		}
	}
}

func TestParse(t *testing.T) {
	for penn, want := range map[string]uint8{"VBD": VBD, "NNPS": NNP, "PDT": DT, "WP$": WP, "FW": NN, "PRP$": PRPS, ",": PUNCT, "-LRB-": PUNCT} {
		if got := Parse(penn); got != want {
			t.Errorf("Parse(%s) = %s, want %s", penn, tagNames[got], tagNames[want])
		}
	}
	for ner, want := range map[string]uint8{"PERSON": Person, "LOCATION": Place, "ORGANIZATION": Group, "MISC": Other, "DATE": When, "MONEY": NoName, "O": NoName} {
		if got := ParseName(ner); got != want {
			t.Errorf("ParseName(%s) = %d, want %d", ner, got, want)
		}
	}
}

func TestFeaturesAllocateNothing(t *testing.T) {
	d := token.Cut("Ann Lee said on Monday that prices fell.")
	var f [TagWidth]uint32
	var nf [NameWidth]uint32
	if n := testing.AllocsPerRun(10, func() {
		for i := range d.Tokens {
			TagFeatures(f[:0], d, i, 0, len(d.Tokens))
			NameFeatures(nf[:0], d, i, 0, len(d.Tokens))
		}
	}); n != 0 {
		t.Errorf("the features of a sentence allocate %v times", n)
	}
}

func TestFixed(t *testing.T) {
	g := &Tagger{Sure: NewLookup(map[uint32]uint8{token.Hash("the"): DT})}
	d := token.Cut("The 1,200 & 5% @ann fell , 5th")
	for i, want := range []int{int(DT), int(CD), int(CC), int(CD), int(NN), int(NNP), -1, int(PUNCT), -1} {
		got, ok := g.Fixed(d, i)
		if ok != (want >= 0) || ok && int(got) != want {
			t.Errorf("%q: tag %d %v, want %d", d.Word(i), got, ok, want)
		}
	}
}

func TestLookup(t *testing.T) {
	m := map[uint32]uint16{0: 7, 1: 0}
	for i := range uint32(3000) {
		m[i*2654435761] = uint16(i)
	}
	l := NewLookup(m)
	got := map[uint32]uint16{}
	for k, v := range l.All() {
		got[k] = v
	}
	if diff := cmp.Diff(m, got); diff != "" {
		t.Errorf("what went in and what came out (-want +got):\n%s", diff)
	}
	for k, want := range m {
		if v, ok := l.Find(k); !ok || v != want {
			t.Fatalf("Find(%d) = %d %v, want %d", k, v, ok, want)
		}
	}
	for _, none := range []*Lookup{l, NewLookup(map[uint32]uint16{}), nil} {
		if v, ok := none.Find(12345); ok {
			t.Errorf("a key that nobody put in has the number %d", v)
		}
	}
}
