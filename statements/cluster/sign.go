package cluster

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// Signature is what a comparison needs of one statement. It depends on nothing
// but the article.
type Signature struct {
	Article uint64          // tells articles apart; not stored
	Place   int             // of the statement in its article, from 0; not stored
	Speaker string          // the key of the name; "" is nobody who is known
	Unnamed string          // what the article calls somebody without a name; only it knows whom it means, so it is not stored
	Day     statements.Date // when it was said, else when it was published
	Said    bool            // Day is when it was said
	Venue   string          // where it was said, folded; "" is unknown

	Top     bool // in the headline or right under it, where articles repeat themselves
	Negated bool
	Direct  bool
	Words   []Word   // by hash
	In      []byte   // for each word the sentences that have it, a bit each of the first eight; nil if there is one
	Quoted  []uint32 // hashes of the counting words in quotation marks, of a paraphrase that has some, ascending
	Pairs   []uint32 // hashes of two counting words in a row, ascending
	Numbers []uint32 // hashes, ascending
	Quotes  []uint64 // hashes of long sentences in quotation marks, ascending
	Runs    []uint32 // hashes of all runs of three words in quotation marks, ascending
	Exact   uint64   // hash of all its words as they stand, folded
	Sampled bool     // Words are only the smallest hashes
}

// Word is a counting word of a statement: its hash in the upper 29 bits, and
// its weight in quarters in the lower three.
type Word uint32

func newWord(stem string, weight float64) Word {
	return Word(hash32(stem)&^7 | uint32(min(max(int(weight*4+0.5), 1), 7)))
}

func (w Word) hash() uint32    { return uint32(w) &^ 7 }
func (w Word) weight() float64 { return float64(w&7) / 4 }

const (
	// mostWords is the size of the sketch: more distinct counting words than
	// all but speeches and whole interviews have.
	mostWords = 160
	// longQuote is how many words a sentence in quotation marks has that proves
	// by itself that two reports are of one utterance.
	longQuote = 10
	// mostQuotes is how many of them are remembered: the longest.
	mostQuotes = 3
	// mostTop is how many lines may stand between the headline and the lead.
	mostTop = 4
	// run is how many words in a row are one of Runs.
	run = 3
)

// Sign gives the signature of each statement of an article. The words of all of
// them together say which are rare.
func Sign(a statements.Article, sts []statements.Statement) []Signature {
	r := newReader(a.Lang, a.Text)
	out := make([]Signature, len(sts))
	read := make([][]content, len(sts))
	for i, st := range sts {
		read[i] = r.read(st.Text(a.Text))
	}
	counts := countIn(read)
	top := topEnd(a.Text)
	for i, st := range sts {
		s := &out[i]
		s.Article, s.Place, s.Venue = xxhash.Sum64String(a.URL), i, text.Fold(st.Place)
		if st.Known != statements.Unresolved {
			s.Speaker = speakers.Key(st.Speaker)
		}
		if s.Speaker == "" {
			s.Unnamed = strings.TrimPrefix(plain(cmp.Or(st.Role, st.Source.Of(a.Text))), "the ")
		}
		s.Day, s.Said = dayOf(st, a)
		s.Direct = st.Kind == statements.Direct
		s.Top = st.Start() < top
		s.words(read[i], counts)
		if st.Kind == statements.Mixed {
			s.quoted(r.read(strings.Join(st.Quotes(a.Text), " … ")))
		}
		s.exact(st, a.Text)
	}
	return out
}

func dayOf(st statements.Statement, a statements.Article) (d statements.Date, said bool) {
	switch {
	case !st.SaidOn.IsZero():
		return st.SaidOn, true
	case !a.Published.IsZero():
		return statements.DateOf(a.Published.Time), false
	}
	return statements.DateOf(a.Fetched.UTC()), false
}

// topEnd gives where the part of the text ends in which articles announce what
// they quote later: the headline, what stands under it without being a sentence,
// and the first paragraph.
func topEnd(body string) int {
	paragraphs := text.Paragraphs(body)
	for i, p := range paragraphs {
		last, _ := utf8.DecodeLastRuneInString(p.Of(body))
		if i == len(paragraphs)-1 || i == mostTop || i > 0 && strings.ContainsRune(".!?…”’\"»“", last) {
			return p.End
		}
	}
	return 0
}

// words fills in what is compared loosely.
func (s *Signature) words(read []content, counts map[string]int) {
	best, in := map[uint32]Word{}, map[uint32]byte{}
	before, several := "", false
	for _, c := range read {
		if c.negation {
			s.Negated = true
			continue
		}
		w := newWord(c.stem, c.weight/(1+0.25*float64(counts[c.stem]-1)))
		best[w.hash()] = max(best[w.hash()], w)
		in[w.hash()] |= 1 << min(c.sentence, 7)
		several = several || c.sentence != read[0].sentence
		if c.number {
			s.Numbers = append(s.Numbers, hash32(c.stem))
		}
		if before != "" && before != c.stem {
			s.Pairs = append(s.Pairs, hash32(before+" "+c.stem))
		}
		before = c.stem
	}
	s.Words = slices.Sorted(maps.Values(best))
	if len(s.Words) > mostWords {
		s.Words, s.Sampled = s.Words[:mostWords], true
	}
	for _, w := range s.Words {
		if several {
			s.In = append(s.In, in[w.hash()])
		}
	}
	s.Pairs, s.Numbers = sorted(s.Pairs, mostWords), sorted(s.Numbers, mostWords)
}

// quoted fills in what a paraphrase has in quotation marks.
func (s *Signature) quoted(read []content) {
	for _, c := range read {
		if !c.negation && c.weight >= usual {
			s.Quoted = append(s.Quoted, hash32(c.stem)&^7)
		}
	}
	s.Quoted = sorted(s.Quoted, mostWords)
}

// exact fills in what is compared word for word.
func (s *Signature) exact(st statements.Statement, body string) {
	s.Exact = xxhash.Sum64String(plain(st.Text(body)))
	var long []string
	for _, q := range st.Quotes(body) {
		s.runs(strings.Fields(plain(q)))
		for _, sentence := range sentences(q) {
			if p := plain(sentence); strings.Count(p, " ")+1 >= longQuote {
				long = append(long, p)
			}
		}
	}
	slices.SortStableFunc(long, func(a, b string) int { return len(b) - len(a) })
	for _, q := range long[:min(len(long), mostQuotes)] {
		s.Quotes = append(s.Quotes, xxhash.Sum64String(q))
	}
	slices.Sort(s.Quotes)
	s.Quotes = slices.Compact(s.Quotes)
	s.Runs = sorted(s.Runs, mostWords)
}

func (s *Signature) runs(words []string) {
	for i := range len(words) - run + 1 {
		s.Runs = append(s.Runs, hash32(strings.Join(words[i:i+run], " ")))
	}
}

// sentences cuts a quotation at its stops. To cut too much does no harm: what
// is too short then is not looked at.
func sentences(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r == '.' || r == '!' || r == '?' || r == ';' || r == '…' || r == '\n'
	})
}

// plain is s as folded words, apart from marks and blanks.
func plain(s string) string {
	var b strings.Builder
	for _, w := range text.Words(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Folded)
	}
	return b.String()
}

// hash32 is stable: signatures are stored.
func hash32(s string) uint32 { return uint32(xxhash.Sum64String(s) >> 32) }

func sorted(list []uint32, most int) []uint32 {
	slices.Sort(list)
	list = slices.Compact(list)
	return list[:min(len(list), most)]
}
