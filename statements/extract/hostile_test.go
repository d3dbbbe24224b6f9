package extract

import (
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"onrecord/statements"
)

// hostile are texts that a page may be made of to keep a reader busy: each is
// repeated until it has the wanted size.
var hostile = []struct{ name, lang, unit string }{
	{"straight marks", "en", `"`},
	{"opening marks", "en", "“"},
	{"low marks", "de", "„"},
	{"guillemets", "ru", "«"},
	{"wrong-way guillemets", "de", "»"},
	{"single marks", "en", "’"},
	{"marks of all kinds", "fr", "“‘\"«„‹'’"},
	{"marks with blanks", "en", "“ "},
	{"nested marks", "en", "“‘“‘a"},
	{"nested guillemets", "ru", "«a "},
	{"opened paragraphs", "en", "“a\n\n"},
	{"one sentence", "en", "word "},
	{"one sentence of names", "en", "Word "},
	{"one name after the other", "en", "Ann Lee, a nurse, "},
	{"said", "en", "said "},
	{"said that", "en", "said that "},
	{"Lee said", "en", "Lee said, "},
	{"German cues", "de", "sagte "},
	{"German particles", "de", "teilte der Rat, "},
	{"German reports", "de", "nach Angaben "},
	{"German moods", "de", "Es sei so gewesen. "},
	{"French cues", "fr", "a dit "},
	{"elisions", "fr", "l'"},
	{"cues between commas", "fr", "« a, dit le maire, b » "},
	{"Spanish cues", "es", "dijo "},
	{"dialogue", "es", "—a —dijo Lee—. b\n\n"},
	{"dashes", "es", "— a "},
	{"Russian cues", "ru", "сказал "},
	{"his words", "ru", "по его словам, "},
	{"turns", "en", "Lee: a b c.\n\n"},
	{"questions", "en", "And you, b?\n\n"},
	{"according to", "en", "according to "},
	{"possessives", "en", "Lee's "},
	{"no lexicon", "xx", "“a” "},
}

// steepest is how many times longer four times the text may take: linear time
// gives about 4, quadratic 16.
const steepest = 9

// TestHostile holds that the time to read is linear in the text, whatever the
// text is. It compares processor time for two sizes, for a limit in seconds
// would depend on the machine.
func TestHostile(t *testing.T) {
	const small = 50_000
	// The collector would be counted too, and runs when it likes.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			runtime.GC()
			one := cost(h.unit, h.lang, small)
			four := cost(h.unit, h.lang, 4*small)
			if noise := 500 * time.Millisecond; four > noise && four > steepest*one {
				t.Errorf("%d bytes take %v, four times as many %v", small, one, four)
			}
		})
	}
}

// cost is the least processor time of three readings of a text of units.
func cost(unit, lang string, size int) time.Duration {
	a := statements.Article{Lang: lang, Text: strings.Repeat(unit, size/len(unit))}
	best := time.Duration(0)
	for range 3 {
		before := used()
		Read(a)
		if d := used() - before; best == 0 || d < best {
			best = d
		}
	}
	return best
}

// used is the processor time of this process so far.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano())
}

// BenchmarkHostile reads a megabyte of each hostile text.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			a := statements.Article{Lang: h.lang, Text: strings.Repeat(h.unit, 1_000_000/len(h.unit))}
			b.SetBytes(int64(len(a.Text)))
			for b.Loop() {
				Read(a)
			}
		})
	}
}
