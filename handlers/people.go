package handlers

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

const (
	// mostPeople is how many a list to pick from has; Discord takes 25.
	mostPeople = 24
	// mostNamed is how many names of an article are looked up, and mostStrangers
	// how many of those whom nobody has on record are offered.
	mostNamed     = 30
	mostStrangers = 8
	mostAlike     = 10
)

// runOfCapitals is what may be a name: two to four words that begin with a
// capital, with the small words of names between them.
var runOfCapitals = regexp.MustCompile(`\p{Lu}[\p{L}'’-]+(?:[ \x{a0}](?:(?:von|van|der|den|de|del|di|da|al|el|bin|ibn|af|av|zu) ){0,2}\p{Lu}[\p{L}'’.-]*){1,3}`)

// peopleIn gives those whom an article names and who are not the one that is
// shown: who speaks in it, who is on record, and then other names.
func (d *Desk) peopleIn(ctx context.Context, f statements.Found) ([]statements.Speaker, error) {
	said, err := d.Shelf.StatementsOf(ctx, f.Article.ID)
	if err != nil {
		return nil, fmt.Errorf("read the article's statements: %w", err)
	}
	var out []statements.Speaker
	add := func(s statements.Speaker) {
		other := func(o statements.Speaker) bool { return o.Name == s.Name }
		if s.Name != "" && s.Name != f.Statement.Speaker && len(out) < mostPeople && !slices.ContainsFunc(out, other) {
			out = append(out, s)
		}
	}
	for _, o := range said {
		if o.Statement.Known != statements.Unresolved {
			add(statements.Speaker{ID: o.SpeakerID, Name: o.Statement.Speaker, Role: o.Statement.Role})
		}
	}
	var strangers []string
	for _, name := range namesIn(f.Article) {
		s, ok, err := d.endsWith(ctx, name)
		if err != nil {
			return nil, err
		}
		if ok {
			add(s)
		} else {
			strangers = append(strangers, name)
		}
	}
	for _, name := range strangers[:min(len(strangers), mostStrangers)] {
		add(statements.Speaker{Name: name})
	}
	return out, nil
}

// namesIn gives what may be a name in an article below its headline, each once.
func namesIn(a statements.Article) []string {
	_, body, _ := strings.Cut(a.Text, "\n")
	var out []string
	for _, run := range runOfCapitals.FindAllString(body, 10*mostNamed) {
		run = person(a.Lang, strings.TrimRight(oneLine(run), ".-'’"))
		if len(out) < mostNamed && strings.Contains(run, " ") && !slices.Contains(out, run) {
			out = append(out, run)
		}
	}
	return out
}

const (
	// beforeNames are words that stand before a name and are none of it, nobodies
	// those that no person's name has.
	beforeNames = lexicon.Determiner | lexicon.Preposition | lexicon.Honorific | lexicon.Role | lexicon.Office | lexicon.Demonym | lexicon.SentenceStarter | lexicon.Pronoun
	nobodies    = lexicon.OrganisationWord | lexicon.Group | lexicon.Body | lexicon.Weekday | lexicon.Month | lexicon.Pronoun
)

// person is the name that words end with: "President Mira Solheim" is Mira
// Solheim. "" where they name nobody: a role, a pronoun, a body, a sentence.
func person(lang, words string) string {
	lex := lexicon.For(lang)
	list := strings.Fields(words)
	for len(list) > 0 && lex.Flags(strings.ToLower(list[0]))&beforeNames != 0 {
		list = list[1:]
	}
	for _, w := range list {
		low := strings.ToLower(w)
		if lex.Flags(low)&nobodies != 0 || low == w && len(lex.Verbs(w)) > 0 {
			return ""
		}
	}
	if name := strings.Join(list, " "); isName(name) {
		return name
	}
	return ""
}

// endsWith finds the speaker whom a run of capitals ends with: "President Mira
// Solheim" is Mira Solheim.
func (d *Desk) endsWith(ctx context.Context, run string) (statements.Speaker, bool, error) {
	words := strings.Fields(run)
	for ; len(words) > 1; words = words[1:] {
		name := strings.Join(words, " ")
		found, err := d.Speakers.FindSpeakers(ctx, name, 1)
		if err != nil {
			return statements.Speaker{}, false, fmt.Errorf("look up a name of the article: %w", err)
		}
		if len(found) == 1 && slices.ContainsFunc(append(found[0].Aliases, found[0].Name), func(n string) bool { return text.Fold(n) == text.Fold(name) }) {
			return found[0], true, nil
		}
	}
	return statements.Speaker{}, false, nil
}

// alikeTo gives what the same speaker said in the days around a statement, in
// other utterances.
func (d *Desk) alikeTo(ctx context.Context, f statements.Found) ([]statements.Found, error) {
	const days = 3
	if f.Statement.Known == statements.Unresolved || f.SpeakerID == 0 {
		return nil, nil
	}
	at := dayOf(f).Time()
	q := statements.Query{Speakers: []statements.Speaker{{ID: f.SpeakerID, Name: f.Statement.Speaker}},
		Since: statements.DateOf(at.AddDate(0, 0, -days)), Until: statements.DateOf(at.AddDate(0, 0, days))}
	found, err := d.Search.Search(ctx, q, 5*mostAlike)
	if err != nil {
		return nil, fmt.Errorf("search what was said around it: %w", err)
	}
	seen := map[int64]bool{utterance(f): true}
	var out []statements.Found
	for _, o := range found {
		if u := utterance(o); !seen[u] && o.Statement.ID != f.Statement.ID && len(out) < mostAlike {
			seen[u] = true
			out = append(out, o)
		}
	}
	return out, nil
}
