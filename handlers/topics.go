package handlers

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// topics gives what a speaker's statements are about: pairs of words and words
// that stand in the headlines or in what was said in two articles at least. It
// is a help to the eye, not a judgement.
func topics(found []statements.Found, of statements.Profile) []statements.Tally {
	own := map[string]bool{}
	for _, s := range append([]statements.Spelling{{Name: of.Name}}, of.Spellings...) {
		for _, w := range text.Words(s.Name) {
			own[w.Folded] = true
		}
	}
	c := census{in: map[string]map[string]bool{}, shown: map[string]string{}}
	for _, f := range found {
		for _, said := range append(strings.Split(f.Statement.Text(f.Article.Text), "."), f.Article.Title) {
			c.read(said, f, own)
		}
	}
	return c.top()
}

// census counts the articles that have a topic.
type census struct {
	in    map[string]map[string]bool // by topic: addresses of articles
	shown map[string]string          // by topic: the words as one article has them
}

// read counts the words of a sentence and the pairs of neighbours among them.
func (c *census) read(sentence string, f statements.Found, own map[string]bool) {
	before, beforeShown := "", ""
	for _, w := range text.Words(sentence) {
		if !telling(w.Folded) || own[w.Folded] {
			before = ""
			continue
		}
		stem := text.Stem(w.Folded, f.Article.Lang)
		c.count(stem, w.Folded, f)
		if before != "" && before != stem {
			c.count(before+" "+stem, beforeShown+" "+w.Folded, f)
		}
		before, beforeShown = stem, w.Folded
	}
}

func (c *census) count(topic, shown string, f statements.Found) {
	if c.in[topic] == nil {
		c.in[topic], c.shown[topic] = map[string]bool{}, shown
	}
	c.in[topic][f.Article.URL] = true
}

// top gives the most frequent topics; a word that mostly stands in a pair is
// told by the pair alone. A pair is chosen before a word that is told as often,
// and stands where its number puts it.
func (c *census) top() []statements.Tally {
	var all []string
	for t, articles := range c.in {
		if len(articles) > 1 {
			all = append(all, t)
		}
	}
	weight := func(t string) int {
		if strings.Contains(t, " ") {
			return 2 * len(c.in[t])
		}
		return len(c.in[t])
	}
	sort.Slice(all, func(i, j int) bool {
		if a, b := weight(all[i]), weight(all[j]); a != b {
			return a > b
		}
		return all[i] < all[j]
	})
	var out []statements.Tally
	told := map[string]bool{}
	for _, t := range all {
		words := strings.Fields(t)
		if len(out) == mostTallies || told[words[0]] || told[words[len(words)-1]] {
			continue
		}
		for _, w := range words {
			told[w] = true
		}
		out = append(out, statements.Tally{Name: c.shown[t], N: len(c.in[t])})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].N > out[j].N })
	return out
}

// telling reports whether a word can be what something is about.
func telling(folded string) bool {
	if utf8.RuneCountInString(folded) < 4 || idle[folded] {
		return false
	}
	return strings.IndexFunc(folded, unicode.IsDigit) < 0 && speakers.Key(folded) != ""
}

// idle words are about nothing.
var idle = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`
		about above after again against agree agreed agrees ahead also although always among another anybody anyone anything around asked away back because been
		before began behind being believe below best better between both bring called came cannot come comes coming could country countries course
		days didn didnt different does doesn doing done dont down during each early either else enough even ever every everybody everyone
		everything fact find first following former four from full gave getting give given gives goes going good great half hand have having
		hear held help here hers high himself hope however into itself just keep kind know known large last late later least left less
		like likely little long look looking made make makes making many matter mean meet meeting might month months more most much must
		near need needs never next nobody nothing often once only other others ours over part people perhaps place point possible
		question quite rather ready real really right said same saying says seems seen several shall should show side since some somebody someone
		something soon speak spoke still such sure take taken takes talk tell than that thats their them themselves then there therefore these
		they thing things think this those though thought three through time times today together told tomorrow took toward towards true trying
		under understand until upon used using very wait want wants week weeks well were what when where whether which while whole whom
		whose will with within without wont word words work would year years yesterday your
		monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
		hundred hundreds thousand thousands million millions billion billions five seven eight nine eleven twelve thirteen
		fifteen twenty thirty forty fifty sixty seventy eighty ninety percent cent number numbers figure figures
		minister president government spokesman spokeswoman official officials`) {
		out[w] = true
	}
	return out
}()
