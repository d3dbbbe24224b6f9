package coref

import (
	"slices"
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/speakers"
)

// Sort is what an entity is.
type Sort uint8

// The sorts.
const (
	Unknown Sort = iota
	Person
	Body
	State
)

// Entity is somebody or something that the article names.
type Entity struct {
	Name   string // the fullest form so far
	Sort   Sort
	Gender byte // 'm', 'f' or 0
	Roles  []string
	Count  int

	words  int // in Name
	last   string
	titles []string // what stood before the name: "Dr"
	parsed speakers.Name
	held   []held // roles and titles as far as they have been read
	read   int    // how many roles and titles have been
	// gone says that the entity turned out to be another one's surname.
	gone bool
	// spoke says that a statement is theirs: whoever speaks is somebody.
	spoke bool
	// thing says that an article stood right before the name: "the Port Post".
	thing bool
	// several says that a verb of several followed the name: "Rovers have won".
	several bool
	// age is what the text says that theirs is; 0 where it does not.
	age int
	// inFull says that the text names them more than once, and never by less
	// than their full name.
	inFull bool
	// newcomer says that the opening's role for them is their only one.
	newcomer bool
}

// size is how many words a name has; a hyphenated one is one word.
func size(name string) int { return len(strings.Fields(name)) }

// Cast is everybody that an article names.
type Cast struct {
	Entities []Entity
	Mentions []Mention // in the order of the text

	mentioned map[int][]int // entity -> its mentions

	src      string
	lex      *lexicon.Lexicon
	byLast   map[string][]int // surname's key -> entities
	byKey    map[string]int
	keys     map[string]string // of names that were asked for
	at       map[int]int       // start of a name -> entity
	spokeIn  int               // the sentence of the latest statement
	first    int               // who spoke first in that sentence
	resolved Answer            // who the latest source is
	latest   Answer            // who the latest statement is of
	pair     pair              // two who spoke together last
	history  []int             // entities that spoke, latest last; -1 for nobody known
	// stranger says that somebody spoke last who is none of the entities.
	kin        map[byte][]string // given names of husbands and wives, by gender
	stranger   bool
	smallBody  string // the name of the body that spoke last, if it is none of the entities
	strangerIs byte   // 'm', 'f' or 0
	// strangerRole is how the text words them.
	strangerRole string
	// unnamed has the roles that the text brings up for somebody it does not
	// name, with the first sentence; paras the paragraph of each sentence.
	unnamed  map[string]int
	metAs    map[string]metAs // the latest of each role
	twos     map[string]int   // the words for two without names, with the first sentence
	paras    []int
	starts   []int             // the first byte of each sentence
	pronouns map[int]pronounAt // by sentence
	// unnamedAt is the woman or man without a name whom a sentence is about.
	unnamedAt map[int]someoneAt
	calledSo  map[int]called // by sentence
	sides     map[int]bool   // sentences that say no more than on which side somebody is
	voices    []voice        // who speaks by name, in the order of the text
	roles     []roleAt       // roles that speak without a name
	strangers []unnamedOf    // who has spoken without a name, the latest last
	facing    map[against]bool
	from      map[int]string   // the land that somebody is from
	peers     map[int]peer     // whose counterpart somebody is
	offices   map[int][]string // the role that a sentence is about, by sentence
	meant     map[int]Answer   // whom each pronoun stands for, by its byte
}

// New reads the cast of a text from its sentences.
func New(src string, lex *lexicon.Lexicon, sents []cues.Sentence) *Cast {
	c := &Cast{src: src, lex: lex, byLast: map[string][]int{}, byKey: map[string]int{}, at: map[int]int{}, kin: map[byte][]string{}, pronouns: map[int]pronounAt{}, unnamedAt: map[int]someoneAt{}, sides: map[int]bool{}, calledSo: map[int]called{}, unnamed: map[string]int{}, metAs: map[string]metAs{}, twos: map[string]int{}, mentioned: map[int][]int{}, facing: map[against]bool{}, from: map[int]string{}, peers: map[int]peer{}, offices: map[int][]string{}, meant: map[int]Answer{}}
	for n := range sents {
		c.paras = append(c.paras, sents[n].Para)
		c.starts = append(c.starts, 0)
		if len(sents[n].Items) > 0 {
			c.starts[n] = sents[n].Items[0].Start
		}
		if !sents[n].Shouted {
			c.mentionsIn(n, &sents[n])
			c.meetPronoun(n, &sents[n])
			c.meetSubject(n, &sents[n])
			c.meetUnnamed(n, &sents[n])
			c.meetTwo(n, &sents[n])
			c.meetFacing(n, &sents[n])
			c.meetOffice(n, &sents[n])
			c.sides[n] = takesSide(&sents[n])
		}
	}
	// Where all words have capitals, only the rest of the text tells where a
	// name ends.
	for n := range sents {
		if sents[n].Shouted {
			c.mentionsIn(n, &sents[n])
		}
	}
	slices.SortStableFunc(c.Mentions, func(a, b Mention) int { return a.Start - b.Start })
	c.settle()
	c.neverBare(sents)
	for i, m := range c.Mentions {
		c.mentioned[m.Entity] = append(c.mentioned[m.Entity], i)
	}
	return c
}

// mostOfOneName is how many people of one surname are told apart.
const mostOfOneName = 12

// file finds or makes the entity of a named phrase.
func (c *Cast) file(p sources.Phrase, s *cues.Sentence) int {
	name := speakers.Parse(p.Name)
	key := name.Key()
	if key == "" {
		return -1
	}
	words := strings.Fields(key)
	last := words[len(words)-1]
	e := -1
	if known, ok := c.byKey[key]; ok {
		e = known
		if len(words) == 1 && p.Gender != 0 && c.Entities[e].Gender != 0 && c.Entities[e].Gender != p.Gender {
			e = -1
		}
	}
	if e < 0 && len(words) > 1 {
		for _, o := range c.byLast[last] {
			if c.Entities[o].words > 1 && c.Entities[o].parsed.Same(name) {
				e = o
				break
			}
		}
	}
	if e < 0 {
		e = len(c.Entities)
		ent := Entity{Name: p.Name, parsed: name, words: size(p.Name), last: last}
		c.Entities = append(c.Entities, ent)
		c.byKey[key] = e
		if len(c.byLast[last]) < mostOfOneName {
			c.byLast[last] = append(c.byLast[last], e)
		}
	}
	c.learn(e, p, size(p.Name))
	return e
}

// learn keeps what a mention tells about an entity.
func (c *Cast) learn(e int, p sources.Phrase, words int) {
	ent := &c.Entities[e]
	ent.Count++
	if words > ent.words && words <= 4 || words == ent.words && (initial(ent.Name) && !initial(p.Name) || words > 1 && loud(ent.Name) && !loud(p.Name)) {
		ent.Name, ent.words, ent.parsed = p.Name, words, speakers.Parse(p.Name)
	}
	if p.Gender != 0 && ent.Gender == 0 {
		ent.Gender = p.Gender
	}
	if p.Role != "" && len(p.Role) < 120 {
		ent.Roles = append(ent.Roles, p.Role)
	}
	if p.Title != "" && !slices.Contains(ent.titles, p.Title) {
		ent.titles = append(ent.titles, p.Title)
	}
	if ent.Sort == Unknown {
		ent.Sort = c.sortOf(ent, p)
	}
	if ent.Gender == 0 && ent.Sort != Body && ent.Sort != State && ent.words > 1 {
		ent.Gender = speakers.Gender(firstWord(ent.Name))
	}
	if ent.Gender == 0 && p.Role != "" {
		ent.Gender = c.roleGender(p.Role)
	}
}

// initial reports whether a name begins with an initial: T. Lee.
func initial(name string) bool {
	w := firstWord(name)
	return strings.HasSuffix(w, ".") && len(w) < 4
}

// loud reports whether a name has a word in capitals: Ann LEE, ANN LEE.
func loud(name string) bool {
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool {
		return len(w) > 2 && !strings.Contains(w, ".") && w == strings.ToUpper(w)
	})
}

func (c *Cast) roleGender(role string) byte {
	for _, w := range strings.Fields(strings.ToLower(role)) {
		switch f := c.lex.Flags(w); {
		case f&lexicon.FemaleRole != 0:
			return 'f'
		case f&lexicon.MaleRole != 0:
			return 'm'
		}
	}
	return 0
}

func (c *Cast) sortOf(ent *Entity, p sources.Phrase) Sort {
	l := strings.ToLower(p.Name)
	if _, _, ok := c.lex.StateOf(l); ok {
		return State
	}
	for i, w := range strings.Fields(l) {
		if i > 0 && c.lex.Has("general-what", w) && c.lex.Has("general", strings.Fields(l)[i-1]) {
			return Body // the General Staff
		}
		if c.lex.Flags(w)&lexicon.OrganisationWord != 0 {
			return Body
		}
	}
	if words := strings.Fields(l); len(words) > 1 && (c.lex.Has("club", words[len(words)-1]) || words[1] == "of" && strings.HasSuffix(words[0], "s")) {
		return Body // Sedge Rovers, the Sons of the Salt Road
	}
	if ent.words == 1 && speakers.Gender(p.Name) != 0 {
		ent.Gender = speakers.Gender(p.Name)
		return Person // somebody known by a given name
	}
	if p.Gender != 0 || ent.words > 1 && speakers.Gender(firstWord(p.Name)) != 0 || (p.Role != "" || ent.words > 1 && strings.HasSuffix(p.Title, ".")) && !c.everyday(p.Name) {
		return Person
	}
	if p.Name == strings.ToUpper(p.Name) && len(p.Name) < 7 && !strings.Contains(p.Name, " ") {
		return Body
	}
	return Unknown
}

// settle joins bare surnames to the only full name that has them.
func (c *Cast) settle() {
	to := make([]int, len(c.Entities))
	for e := range c.Entities {
		to[e] = e
		ent := &c.Entities[e]
		o := c.otherCase(e)
		if o < 0 {
			o = c.national(e)
		}
		if o >= 0 {
			to[e], ent.gone = o, true
			c.Entities[o].Count += ent.Count
			continue
		}
		if !c.surnameOnly(ent) {
			continue
		}
		fits := c.bearers(ent)
		if _, capital, _ := c.lex.StateOf(strings.ToLower(ent.Name)); ent.Sort == State && !capital && !c.surnameOfNation(ent, fits) {
			continue
		}
		if c.married(ent, ent.Gender) != "" {
			continue // "her husband, Bo,": Mr Lee is not Kim Lee
		}
		if len(fits) == 1 && agree(ent.Gender, c.Entities[fits[0]].Gender) {
			to[e], ent.gone = fits[0], true
			full := &c.Entities[fits[0]]
			full.Count += ent.Count
			full.Roles = append(full.Roles, ent.Roles...)
			full.titles = append(full.titles, ent.titles...)
			if full.Gender == 0 {
				full.Gender = ent.Gender
			}
			if full.age == 0 {
				full.age = ent.age
			}
			full.several = full.several || ent.several
			if full.Sort == Unknown && !full.several && c.calls(ent, full) && c.lex.Flags(strings.ToLower(ent.Name))&(lexicon.Place|lexicon.Demonym|lexicon.OrganisationWord) == 0 {
				full.Sort = Person // people are called by their surname
			}
		}
	}
	for i := range c.Mentions {
		m := &c.Mentions[i]
		m.Entity = to[m.Entity]
	}
	for at, e := range c.at {
		c.at[at] = to[e]
	}
	for key, e := range c.byKey {
		c.byKey[key] = to[e]
	}
	c.settled(to)
}
