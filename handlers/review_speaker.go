package handlers

import (
	"context"
	"strings"
	"unicode"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
)

// wrongSpeaker puts a statement down to whoever is meant by a name: somebody on
// record, or somebody whom the article names.
func (d *Desk) wrongSpeaker(ctx context.Context, r Request, f statements.Found, typed string, always bool) (Reply, error) {
	in := r.in()
	who, err := d.meantIn(ctx, in, f, typed)
	if err != nil {
		return Reply{}, err
	}
	if who.Name == f.Statement.Speaker && f.Statement.Known != statements.Unresolved && !always {
		return Reply{}, &statements.Problem{Text: statements.Say("%s is who is shown already.", short(who.Name, mostName)), Hint: statements.Say("`review %s right` says that it is right.", ref(f.Statement.ID))}
	}
	c := statements.Correction{What: statements.VerdictSpeaker, Speaker: who}
	if always {
		if c.Written = d.rule(ctx, f, who); c.Written == "" {
			return Reply{}, &statements.Problem{Text: statements.Say("There is no name that could always be %s’s: the article has a role, a pronoun, part of a name, or both of them.", short(who.Name, mostName)),
				Hint: statements.Say("Leave out always, and this statement alone is corrected.")}
		}
	}
	return d.correct(ctx, r, f, c)
}

// meantIn gives who is meant by a name that was typed for a statement.
func (d *Desk) meantIn(ctx context.Context, in locales.Tongue, f statements.Found, typed string) (statements.Speaker, error) {
	meant, near, err := d.called(ctx, typed)
	switch {
	case err != nil:
		return statements.Speaker{}, err
	case len(meant) > 1:
		return d.theOne(ctx, in, typed) // says which ones there are
	case len(meant) == 1:
		return statements.Speaker{ID: meant[0].ID, Name: meant[0].Name}, nil
	case person(f.Article.Lang, typed) == typed && stands(f.Article.Text, typed):
		return statements.Speaker{Name: typed}, nil
	}
	p := &statements.Problem{Text: statements.Say("Nobody called ‘%s’ is on record, and the article names nobody so.", short(typed, mostName)),
		Hint: statements.Say("Write the name as the article has it.")}
	if len(near) > 0 {
		p.Hint = statements.Say("Near it: %s.", names(in, near))
	}
	return statements.Speaker{}, p
}

// isName reports whether words could be somebody's name: letters that begin
// with a capital where the script has any, and no figures or marks.
func isName(words string) bool {
	for i, r := range words {
		switch {
		case i == 0 && (!unicode.IsLetter(r) || unicode.IsLower(r)):
			return false
		case !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" .-'’", r):
			return false
		}
	}
	return words != ""
}

// stands reports whether words stand in a text as words of their own.
func stands(body, words string) bool {
	have, want := text.Words(body), text.Words(words)
	for i := range have {
		n := 0
		for n < len(want) && i+n < len(have) && have[i+n].Folded == want[n].Folded {
			n++
		}
		if n == len(want) && n > 0 {
			return true
		}
	}
	return false
}

// rule gives the name under which a statement was read, if all that is read
// under it may be put down to another name: "" for what is no whole name, for a
// name that others on record bear, and where the article has both people speak.
func (d *Desk) rule(ctx context.Context, f statements.Found, who statements.Speaker) string {
	now, err := d.Shelf.Statement(ctx, f.Statement.ID)
	if err != nil {
		return ""
	}
	name, known := statements.ReadName(now.Statement), now.Statement.Known
	if now.Review != nil {
		known = now.Review.Read
	}
	if known != statements.ByName || person(f.Article.Lang, name) != name || !strings.Contains(name, " ") || text.Fold(name) == text.Fold(who.Name) {
		return ""
	}
	if src := oneLine(sourceOf(now.Article, now.Statement)); src == "" || !stands(src, name) {
		return "" // the words beside the statement are a role or a pronoun
	}
	bearers, err := d.Speakers.FindSpeakers(ctx, name, mostNames)
	if err != nil {
		return ""
	}
	for _, b := range bearers {
		if b.ID != now.SpeakerID && b.ID != who.ID && b.ID != f.SpeakerID && text.Fold(b.Name) != text.Fold(name) && bears(b, name) {
			return "" // a surname, or part of a longer name
		}
	}
	all, err := d.Shelf.StatementsOf(ctx, f.Article.ID)
	if err != nil {
		return ""
	}
	for _, o := range all {
		if o.Statement.ID != f.Statement.ID && o.Review == nil && o.SpeakerID == who.ID && o.Statement.Known == statements.ByName {
			return "" // the article tells the two apart
		}
	}
	return name
}
