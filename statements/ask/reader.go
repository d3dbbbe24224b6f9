package ask

import (
	"slices"
	"strings"
	"sync"

	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// reader makes passages and remembers stems between them.
type reader struct {
	d     *data
	known map[string]map[string]known // by language and folded word
	size  int                         // how many words are known
	lang  string                      // of the article that is being read
	here  map[string]known            // the words of that language
	stems map[string]int              // numbers of stems
	names map[string]string           // keys by speaker

	words []text.Word // room for those of a sentence
	near  []placed    // the words of all passages, and room for more

	echoes map[[2]string]bool // the question's words by twos

	anybody bool // nobody is asked for by name or role
}

// readers are kept between questions, for the words that they know: one page of
// news has most of its words in common with the page before.
var readers = sync.Pool{New: func() any { return &reader{size: mostKnown} }}

// leastNear is how many words of passages there is room for.
const leastNear = 4096

// mostKnown is how many words a reader knows before it forgets them.
const mostKnown = 30_000

// known is what is known of a folded word.
type known struct {
	stem   string
	number int // of the stem
	stop   bool
}

func newReader(question string) *reader {
	r := readers.Get().(*reader)
	if r.size >= mostKnown {
		r.known, r.stems, r.size = map[string]map[string]known{}, map[string]int{}, 0
	}
	r.d, r.names, r.echoes = english(), map[string]string{}, pairs(text.Stems(question, "en"))
	return r
}

// open turns to an article in lang.
func (r *reader) open(lang string) {
	if r.known[lang] == nil {
		r.known[lang] = map[string]known{}
	}
	r.lang, r.here = lang, r.known[lang]
}

func (r *reader) word(folded string) known {
	k, ok := r.here[folded]
	if !ok {
		folded = strings.Clone(folded) // not the article that it was cut from
		k = known{stem: text.Stem(folded, r.lang), stop: r.d.is(folded, "stop")}
		if k.number, ok = r.stems[k.stem]; !ok {
			k.number = len(r.stems)
			r.stems[k.stem] = k.number
		}
		r.here[folded] = k
		r.size++
	}
	return k
}

// cut cuts s into words, which are there until the next call.
func (r *reader) cut(s string) []text.Word {
	r.words = text.AppendWords(r.words[:0], s)
	return r.words
}

// done gives r back, without what is of the question and its candidates.
func (r *reader) done() {
	clear(r.words[:cap(r.words)])
	clear(r.near)
	r.near = r.near[:0]
	r.names, r.echoes, r.here = nil, nil, nil
	readers.Put(r)
}

// close ends the reading of p. Its words are there until r is done.
func (r *reader) close(p *passage) {
	if cap(p.words) == cap(r.near)-len(r.near) {
		r.near = r.near[:len(r.near)+len(p.words)]
	} else { // there was no room for them
		r.near = make([]placed, 0, max(leastNear, 2*cap(r.near)))
	}
	p.words = slices.Clip(p.words)
	slices.Sort(p.stems)
	p.stems = slices.Compact(p.stems)
}

// key is that of a speaker's name: two hundred candidates are compared by it,
// each with each.
func (r *reader) key(name string) string {
	k, ok := r.names[name]
	if !ok {
		k = speakers.Key(name)
		r.names[name] = k
	}
	return k
}
