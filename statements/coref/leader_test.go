package coref

import (
	"testing"

	"onrecord/statements/cues"
	"onrecord/statements/sources"
)

// subjectOf gives the subject of the first "said" of a sentence.
func subjectOf(t *testing.T, src string, s *cues.Sentence) sources.Phrase {
	t.Helper()
	for i := range s.Items {
		if s.Lower(i) != "said" {
			continue
		}
		if whole, head, ok := sources.Left(s, 0, i); ok {
			return sources.Parse(src, s, whole, head)
		}
	}
	t.Fatalf("nobody said anything in %q", src)
	return sources.Phrase{}
}

// TestLeaders resolves "the Norland leader" of a first sentence, and unnamed
// sources, where others are named before or after.
func TestLeaders(t *testing.T) {
	for _, c := range []struct {
		rule, in string
		n        int
		want     string
	}{
		{"leader of a land is its prime minister", "The French leader said so. French Prime Minister Ann Lee came. Opposition leader Bo Rand left.", 0, "Ann Lee"},
		{"leader of a land of no lexicon", "The Norvanian leader said so. The prime minister of Norvania, Ann Lee, came. Opposition leader Bo Rand left.", 0, "Ann Lee"},
		{"leader of another land", "The Norvanian leader said so. Elmenese President Ann Lee came.", 0, ""},
		{"leader of a land is no opposition leader", "The French leader said so. Opposition leader Bo Rand left.", 0, ""},
		{"opposition leader as one", "Opposition leader Bo Rand left. It was late. The opposition leader said so.", 2, "Bo Rand"},
		{"name kept back", "Ambassador Ann Lee came. The ambassador said so, asking not to be named.", 1, ""},
		{"no name kept back", "Ambassador Ann Lee came. The ambassador said so, asking to be heard.", 1, "Ann Lee"},
		{"unnamed before, of whom it tells more", "A diplomat came. Foreign Minister Ann Lee left. The diplomat said so.", 2, ""},
		{"nobody unnamed before", "Foreign Minister Ann Lee left. The diplomat said so.", 1, "Ann Lee"},
		{"unnamed before, and named since", "A judge came. Judge Ann Lee sat down. The judge said so.", 2, "Ann Lee"},
		{"named only long after", "It was late. It was dark. It was cold. It was wet. The envoy said so. Special envoy Ann Lee came.", 4, ""},
	} {
		who, sents := cast(c.in, "en")
		p := subjectOf(t, c.in, &sents[c.n])
		if got := who.Resolve(p, c.n, p.Span.Start); got.Name != c.want {
			t.Errorf("%s: %q is of %q (%s), want %q", c.rule, c.in, got.Name, got.Known, c.want)
		}
	}
}
