package ask

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// passage is a candidate with the words around it, each with how much it says
// about what the statement is about.
type passage struct {
	found  statements.Found
	name   string // the key of the speaker's name
	day    statements.Date
	words  []placed
	stems  []int   // of the content, without stop words: their numbers, in order
	start  int     // first byte of the content
	head   bool    // the content stands in the headline
	refers bool    // it speaks of "the plan", which is what the article is about
	done   bool    // its words of saying are the act that is asked for
	plain  float64 // how well a word of the question is covered but for WordNet's synonyms
}

// placed is a word of the article, or of its title or place, near a statement.
type placed struct {
	statements.Span // in the article's text; zero for words from elsewhere
	stem            string
	raw             string
	zone            zone
	apart           bool // does not follow the word before it
}

// zone says where a word stands, seen from the statement.
type zone uint8

const (
	outside  zone = iota
	lead          // the article's first paragraph: counts for somebody who is asked for by name
	headline      // of the article
	after         // in the sentence after
	before        // in one of the two sentences before
	prior         // there, and the content points back at it
	beside        // in the sentence, outside source, cue and content
	between       // in the frame: "urged world powers to …"
	cue           // in the words of saying
	content       // in what was said
)

// weights is how sure it is that a statement is about a word in a zone.
var weights = map[zone]float64{
	headline: 0.6, lead: 0.6, after: 0.2, before: 0.5, prior: 0.8, beside: 0.6, between: 0.85, cue: 0.7, content: 1,
}

const around = 700 // bytes of text that are looked at before and after a statement

// passage reads what stands around f's statement.
func (r *reader) passage(f statements.Found) *passage {
	p := &passage{found: f, name: r.key(f.Statement.Speaker), day: dayOf(f), words: r.near[len(r.near):], start: f.Statement.Start()}
	r.open(f.Article.Lang)
	st, body := f.Statement, f.Article.Text
	hull := hullOf(st, len(body))
	win := window(body, hull)
	sents := r.sentences(body, win)
	first := sort.Search(len(sents), func(i int) bool { return sents[i].End > hull.Start })
	last := sort.Search(len(sents), func(i int) bool { return sents[i].Start >= hull.End }) - 1
	role := r.role(st)
	for i, s := range sents {
		z := outside
		switch {
		case i >= first && i <= last:
			z = beside
		case i == first-1 && (put(body, s, st) || broaches(body, s, st)):
			z = prior
		case i < first && i >= first-2:
			z = before
		case i == last+1:
			z = after
		}
		if z != outside {
			r.place(p, s, z, role)
		}
	}
	title, _, _ := strings.Cut(body, "\n")
	p.head = hull.Start < len(title)
	if f.Article.Title != "" {
		title = f.Article.Title
	}
	r.add(p, title, headline)
	if p.pointsBack(r.d) {
		p.lift(r.anybody)
	}
	return p
}

// put reports whether sentence s is the question that a turn of an interview
// answers: it stands in the paragraph before, and a colon before the answer. In
// a report it stands right before the quotation: "Would he stay? “No,” he said."
func put(body string, s statements.Span, st statements.Statement) bool {
	cue := strings.TrimSpace(st.Cue.Of(body))
	if st.Kind == statements.Direct && s.End <= st.Start() && strings.HasSuffix(strings.TrimSpace(s.Of(body)), "?") && strings.Trim(body[s.End:st.Start()], " \"“‘'«") == "" {
		return true
	}
	return cue == ":" && strings.HasSuffix(strings.TrimRight(s.Of(body), " \n\"”’"), "?") && s.End <= st.Start() && strings.Contains(body[s.Start:st.Start()], "\n")
}

// broaches reports whether sentence s, right before a statement in its paragraph, says on
// what the speaker is heard next: "On the quota she is more careful."
func broaches(body string, s statements.Span, st statements.Statement) bool {
	if s.End > st.Start() || s.End-s.Start > longestBroach || strings.Contains(body[s.Start:st.Start()], "\n") {
		return false
	}
	ws := text.Words(body[s.Start:s.End])
	if len(ws) < 4 || !english().is(ws[0].Folded, "broaches") {
		return false
	}
	f := english().lexicon.Flags(ws[1].Folded)
	return f&(lexicon.Weekday|lexicon.Month) == 0 && number(ws[1].Folded) == 0
}

// longestBroach is how many bytes a sentence has at most that only says on what.
const longestBroach = 120

// hullOf is the stretch from the first to the last byte of a statement's
// source, cue and content.
func hullOf(st statements.Statement, size int) statements.Span {
	h := statements.Span{Start: size}
	for _, s := range append([]statements.Span{st.Source, st.Cue}, st.Content...) {
		if !s.IsZero() {
			h.Start, h.End = min(h.Start, s.Start), max(h.End, s.End)
		}
	}
	h.Start, h.End = max(0, min(h.Start, size)), max(0, min(h.End, size))
	if h.End < h.Start {
		h.End = h.Start
	}
	return h
}

// frameOf is what stands between the words of saying and what was said:
// whoever was urged, told or accused.
func frameOf(st statements.Statement) statements.Span {
	for _, c := range st.Content {
		if !st.Cue.IsZero() && st.Cue.End <= c.Start {
			return statements.Span{Start: st.Cue.End, End: c.Start}
		}
	}
	return statements.Span{}
}

// window widens h by the text around it, to whole runes.
func window(body string, h statements.Span) statements.Span {
	w := statements.Span{Start: max(0, h.Start-around), End: min(len(body), h.End+around)}
	for w.Start > 0 && !utf8.RuneStart(body[w.Start]) {
		w.Start--
	}
	for w.End < len(body) && !utf8.RuneStart(body[w.End]) {
		w.End++
	}
	return w
}

// sentences cuts a window of body at full stops and line ends.
func (r *reader) sentences(body string, win statements.Span) []statements.Span {
	var out []statements.Span
	start := win.Start
	end := func(i int) {
		if strings.TrimSpace(body[start:i]) != "" {
			out = append(out, statements.Span{Start: start, End: i})
		}
		start = i
	}
	for i := win.Start; i < win.End; i++ {
		switch body[i] {
		case '\n':
			end(i)
		case '.', '?', '!':
			if j := i + 1; r.ends(body[start:i], body[j:win.End]) {
				for j < win.End && strings.ContainsRune(`"'”’»)]`, firstRune(body[j:])) {
					j += utf8.RuneLen(firstRune(body[j:]))
				}
				end(j)
				i = j - 1
			}
		}
	}
	end(win.End)
	return out
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// ends reports whether a stop between left and right ends a sentence: a new
// one begins, and the stop is not that of an abbreviation.
func (r *reader) ends(left, right string) bool {
	rest := strings.TrimLeft(right, `"'”’»)]`)
	next := strings.TrimLeft(rest, " \t")
	if next != "" && next == rest {
		return false
	}
	c := firstRune(strings.TrimLeft(next, `"'“‘«„([`))
	if next != "" && !unicode.IsUpper(c) && !unicode.IsDigit(c) && c != '\n' {
		return false
	}
	w := strings.ToLower(left[strings.LastIndexAny(left, " \n\"“(")+1:])
	initial := utf8.RuneCountInString(w) == 1 && unicode.IsLetter(firstRune(w))
	return !r.d.lexicon.Breaks().Abbreviations[w] && !initial
}

// role is the stems of who speaks: that "Russian" stands in his title does
// not make what he says be about Russia.
func (r *reader) role(st statements.Statement) map[string]bool {
	out := map[string]bool{}
	for _, w := range r.cut(st.Speaker + " " + st.Role) {
		out[r.word(w.Folded).stem] = true
	}
	return out
}

// place adds the words of one sentence.
func (r *reader) place(p *passage, s statements.Span, z zone, role map[string]bool) {
	st, body := p.found.Statement, p.found.Article.Text
	frame, named := frameOf(st), st.Source
	if name, _, ok := strings.Cut(st.Source.Of(body), ","); ok {
		named.End = named.Start + len(name) // "Solheim, who signed the accord,"
	}
	for i, w := range r.cut(s.Of(body)) {
		w.Start, w.End = w.Start+s.Start, w.End+s.Start
		known := r.word(w.Folded)
		pw := placed{Span: w.Span, stem: known.stem, raw: w.Of(body), zone: z, apart: i == 0}
		switch {
		case inside(w.Span, st.Content):
			pw.zone = content
			if !known.stop {
				p.stems = append(p.stems, known.number)
			}
		case named.Contains(w.Span) || z == beside && role[pw.stem]:
			continue
		case st.Cue.Contains(w.Span):
			pw.zone = cue
		case z == beside && frame.Contains(w.Span):
			pw.zone = between
		}
		p.words = append(p.words, pw)
	}
}

func inside(w statements.Span, spans []statements.Span) bool {
	for _, s := range spans {
		if s.Contains(w) {
			return true
		}
	}
	return false
}

// add adds words that have no place in the text.
func (r *reader) add(p *passage, s string, z zone) {
	for i, w := range r.cut(s) {
		p.words = append(p.words, placed{stem: r.word(w.Folded).stem, raw: w.Of(s), zone: z, apart: i == 0})
	}
}

// pointsBack reports whether the content begins with something that only the
// sentence before explains: "Such games …", "I think that it …".
func (p *passage) pointsBack(d *data) bool {
	n := 0
	for _, w := range p.words {
		if w.zone != content {
			continue
		}
		f := text.Fold(w.raw)
		if d.is(f, "anaphor") || n < 3 && d.is(f, "charge", "hearsay") && p.denies(d) {
			return true // "denied the charge"
		}
		if n++; n == 12 {
			return false
		}
	}
	return false
}

// denies reports whether the words of saying deny something.
func (p *passage) denies(d *data) bool {
	return slices.ContainsFunc(p.words, func(w placed) bool { return w.zone == cue && d.acts["deny"].made[w.stem] })
}

// lift makes the words right before the statement's sentence, and those of the
// sentence before what was said, count as what it points back at.
func (p *passage) lift(anybody bool) {
	end := -1
	for i, w := range p.words {
		switch {
		case w.zone == before:
			end = i
		case w.zone == beside && w.Start < p.start:
			p.words[i].zone = prior
		}
	}
	if anybody && end >= 0 && !p.inParagraph(p.words[end]) && !p.sameVoice() {
		return // another paragraph may be of somebody else
	}
	for i := end; i >= 0 && p.words[i].zone == before; i-- {
		p.words[i].zone = prior
		if p.words[i].apart {
			return
		}
	}
}

// pairs are the words of a question by twos, as far as they tell something.
func pairs(stems []string) map[[2]string]bool {
	out := map[[2]string]bool{}
	d := english()
	for i := 1; i < len(stems); i++ {
		if !d.is(stems[i-1], "stop") || !d.is(stems[i], "stop") {
			out[[2]string{stems[i-1], stems[i]}] = true
		}
	}
	return out
}

// echo is the share of the question's pairs that were said in so many words.
func (p *passage) echo(asked map[[2]string]bool) float64 {
	if len(asked) == 0 {
		return 0
	}
	n := 0
	for i := 1; i < len(p.words); i++ {
		a, b := p.words[i-1], p.words[i]
		if a.zone == content && b.zone == content && !b.apart && asked[[2]string{a.stem, b.stem}] {
			n++
		}
	}
	return min(1, float64(n)/float64(len(asked)))
}
