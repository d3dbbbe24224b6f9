package coref

import (
	"slices"
	"strings"

	"onrecord/statements/lexicon"
)

// office is a role brought to a form that can be compared.
type office struct {
	title string // canonical: "foreign minister"
	head  string // its last word: "minister"
	state string // "Norland", where one is named
	// of are the other words that say of what it is: Sedge of "the Sedge
	// mayor" and of "mayor of Sedge".
	of []string
	// desk are the words of a department: trade of "the trade minister".
	desk   []string
	words  []string // all of them, without articles
	former bool     // "the former mayor"
	its    []string // whose it is, where "its" says so
	owner  string   // the same as the text has it
}

// canonical cuts a role at its head and gives it its usual name.
func (c *Cast) canonical(words []string) (title, head string) {
	phrase := strings.Join(words, " ")
	if r := c.lex.SameRole(phrase); r != phrase {
		return r, r[strings.LastIndexByte(r, ' ')+1:]
	}
	end := -1
	for i, w := range words {
		if c.lex.Flags(w)&(lexicon.Role|lexicon.Honorific) != 0 || c.lex.Has("trade", w) {
			end = i
		}
		if w == "of" || w == "for" || w == "at" {
			break
		}
	}
	if end < 0 {
		return "", ""
	}
	head = c.lex.SameRole(words[end])
	if strings.Contains(head, " ") {
		head = head[strings.LastIndexByte(head, ' ')+1:]
	}
	for from := 0; from <= end; from++ {
		sub := strings.Join(words[from:end+1], " ")
		if r := c.lex.SameRole(sub); r != sub {
			return r, r[strings.LastIndexByte(r, ' ')+1:]
		}
	}
	from := end
	for from > 0 && c.lex.Flags(words[from-1])&(lexicon.Adjective|lexicon.Role) != 0 {
		from--
	}
	return strings.Join(words[from:end+1], " "), head
}

// holds reports whether one of an entity's roles is the wanted one: the same
// head, no other state or place, and no more words in the wanted title than it
// has. A former mayor is "the mayor" only while the text speaks of them.
func (c *Cast) holds(e int, want office, n int) bool {
	for _, r := range c.heldBy(e) {
		has := r.office
		if has.head == "" || has.head != want.head || c.leads(want) && c.ofFaction(has) || c.ofFaction(want) && c.lex.Has("head-of-land", has.title) && !c.ofFaction(has) {
			continue // the opposition's leader is not the president
		}
		if has.state == "" && (c.foreigner(e, want) || want.former && !has.former && want.state != "") {
			continue // "the former Norland premier" is no premier
		}
		if c.elsewhere(want, has) || len(want.its) > 0 && want.state == "" && len(has.of) == 0 && has.state == "" || c.lower(want, has) || has.former && !want.former && (!c.present(e, n) || c.succeeded(e)) {
			continue
		}
		if subset(want.title, has.title+" "+strings.Join(has.desk, " ")) {
			return true
		}
	}
	return false
}

// succeeded reports whether e is a former anything and the text names a
// successor, who then has the office.
func (c *Cast) succeeded(e int) bool {
	if !slices.ContainsFunc(c.heldBy(e), func(h held) bool { return h.office.former }) {
		return false
	}
	for o := range c.Entities {
		if o != e && c.human(o) && slices.ContainsFunc(c.heldBy(o), func(h held) bool { return c.lex.Has("successor", h.office.head) }) {
			return true
		}
	}
	return false
}

// anyHolds reports whether somebody else than the one given holds the office.
func (c *Cast) anyHolds(want office, n, but int) bool {
	for e := range c.Entities {
		if e != but && c.human(e) && c.holds(e, want, n) && !c.ofNoLand(e, want, n) {
			return true
		}
	}
	return false
}

// held is one role of an entity, read once.
type held struct {
	office office
	words  []string
}

// heldBy gives an entity's roles and titles, read.
func (c *Cast) heldBy(e int) []held {
	ent := &c.Entities[e]
	read := len(ent.Roles) + len(ent.titles)
	if p, ok := c.peers[e]; ok {
		read += len(c.Entities[p.entity].Roles) + len(c.Entities[p.entity].titles)
	}
	if ent.read != read {
		ent.held, ent.read = append(ent.held[:0], c.asPeer(e)...), read
		for _, r := range slices.Concat(ent.Roles, ent.titles) {
			for _, part := range c.parts(r) {
				words := tokens(part)
				ent.held = append(ent.held, held{c.office(words), words})
			}
		}
	}
	return ent.held
}

// subset reports whether has has every word of want.
func subset(want, has string) bool {
	have := strings.Fields(has)
	return !slices.ContainsFunc(strings.Fields(want), func(w string) bool { return !slices.Contains(have, w) })
}

// tokens are the words of a role in lower case, possessives apart.
func tokens(role string) []string {
	l := strings.ToLower(strings.ReplaceAll(role, "’", "'"))
	l = strings.ReplaceAll(l, "'s", " 's")
	return strings.FieldsFunc(l, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '(' || r == ')' })
}
