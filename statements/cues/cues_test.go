package cues

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements/lexicon"
	"onrecord/statements/quotes"
	"onrecord/statements/text"
)

// build makes one sentence of s; what stands in “ ” is a quotation.
func build(s, lang string) Sentence {
	toks := text.Tokens(s)
	whole := text.Range{First: 0, End: len(toks)}
	qs := quotes.Scan(s, toks, []text.Range{whole})
	at := func(i int) int {
		for n, q := range qs {
			if i >= q.First && i < q.End {
				return n
			}
		}
		return -1
	}
	return Build(toks, whole, qs, at, lexicon.For(lang))
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		want     []string
	}{
		{"past", "Lee said it was late.", []string{"said"}},
		{"past as an adjective", "The said plan was late.", nil},
		{"verb group", "Lee has also said it was late.", []string{"has also said"}},
		{"negated", "Lee has not said it was late.", nil},
		{"hypothetical", "Lee might say it was late.", nil},
		{"third person", "Lee says it is late.", []string{"says"}},
		{"third person or a plural noun", "Lee claims the prize was his.", []string{"claims"}},
		{"plural noun", "The claims of fraud were false.", nil},
		{"plural noun after a possessive", "Lee's claims were false.", nil},
		{"third person after a name that looks like an adjective", "The Institute for Sea Trade says it is late.", []string{"says"}},
		{"plural noun after an adjective", "The national reports say it is late.", []string{"say"}},
		{"plural subject", "Officials say it is late.", []string{"say"}},
		{"infinitive", "Lee came to say goodbye to them.", nil},
		{"refusal", "Lee declined to say it was late.", nil},
		{"participle after a comma", "Lee left, adding that it was late.", []string{"adding"}},
		{"participle as a noun", "The adding machine broke.", nil},
		{"progressive", "Lee is calling for calm.", []string{"is calling for"}},
		{"passive", "Lee was told it was late.", nil},
		{"quoted as saying", "Lee was quoted by the paper as saying it was late.", []string{"was quoted by the paper as saying"}},
		{"more words first", "Lee called for calm.", []string{"called for"}},
		{"one's own words in between", "Lee threw her weight behind the plan.", []string{"threw her weight behind"}},
		{"accused by somebody", "The man accused of theft left.", nil},
		{"accusing somebody", "Lee accused the man of theft.", []string{"accused"}},
		{"inside a quotation", "“He said so,” Lee wrote.", []string{"wrote"}},
		{"a name that is a verb", "Lee met the State Department.", nil},
	} {
		s := build(c.in, "en")
		var got []string
		for _, cue := range Find(&s) {
			got = append(got, c.in[s.Items[cue.First].Start:s.Items[cue.End-1].End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.rule, diff)
		}
	}
}

func TestFindInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, in string
		want     []string
	}{
		{"de", "Lindner sagte, es sei spät.", []string{"sagte"}},
		{"de", "Das teilte die Stadt mit.", []string{"teilte"}},
		{"de", "Er teilte den Kuchen.", nil},
		{"de", "Er sagte nicht viel.", nil},
		{"de", "Die Stadt, ein Ort am Fluss, teilte am Montag mit, es sei spät.", []string{"teilte"}},
		{"de", "Lee hat am Montag im Rat gesagt, es sei spät.", []string{"gesagt"}},
		{"de", "Wie Lee gesagt hatte, ist es spät.", []string{"gesagt hatte"}},
		{"de", "Von Lee wird berichtet, es sei spät.", nil},
		{"de", "Am vermuteten Ort war es spät.", nil},
		{"de", "Lee wies am Montag darauf hin, dass es spät ist.", []string{"wies"}},
		{"fr", "Ferrand voit le plan annoncé.", nil},
		{"fr", "Il est tard, s'est indigné Ferrand.", []string{"s'est indigné"}},
		{"fr", "La place est indigne.", nil},
		{"es", "Es tarde, se quejó Roldán.", []string{"se quejó"}},
		{"es", "Roldán ha dicho que es tarde.", []string{"ha dicho"}},
		{"fr", "Ferrand a déclaré que c'est tard.", []string{"a déclaré"}},
		{"fr", "Il est tard, a-t-il ajouté.", []string{"a-t-il ajouté"}},
		{"es", "Roldán dijo que es tarde.", []string{"dijo"}},
		{"es", "Roldán no dijo nada.", nil},
		{"ru", "Белова сказала, что поздно.", []string{"сказала"}},
		{"ru", "Белова не сказала ничего.", nil},
	} {
		s := build(c.in, c.lang)
		var got []string
		for _, cue := range Find(&s) {
			got = append(got, c.in[s.Items[cue.First].Start:s.Items[cue.End-1].End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s %q: %s", c.lang, c.in, diff)
		}
	}
}

func TestQuotationIsOneItem(t *testing.T) {
	s := build("“It is late. Very late,” Lee said.", "en")
	if len(s.Items) != 4 || !s.IsQuote(0) || s.Lower(1) != "lee" || s.Last() != 3 {
		t.Errorf("items: %+v", s.Items)
	}
}
