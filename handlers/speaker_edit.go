package handlers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
)

// edit is an edit of the registry as it is remembered.
func (d *Desk) edit(r Request) statements.Edit {
	return statements.Edit{By: r.User.Name, Server: r.Server, At: d.now()}
}

// edited says what an edit did, or words what stood in its way. Whoever waits
// for watches is told: they may mean others now.
func (d *Desk) edited(in locales.Tongue, e statements.Edit, of statements.Speaker, name string, err error) (Reply, error) {
	switch {
	case errors.Is(err, statements.ErrOwnSpeaker):
		return Reply{}, &statements.Problem{Text: statements.Say("‘%s’ is on record as a speaker: %s, number %s, with %s.", short(name, mostName), short(e.Other.Name, mostName), fmt.Sprint(e.Other.ID), in.Count(e.Other.Statements, "%s statement", "%s statements")),
			Hint: statements.Say("If both are one person, say so: `speaker merge %s into %s`.", fmt.Sprint(e.Other.ID), fmt.Sprint(of.ID))}
	case errors.Is(err, statements.ErrRead):
		return Reply{}, &statements.Problem{Text: statements.Say("Articles have the spelling ‘%s’, and what they report under it would have no speaker.", short(name, mostName)),
			Hint: statements.Say("`speaker split` moves it to somebody else.")}
	case err != nil:
		return Reply{}, fmt.Errorf("edit the registry: %w", err)
	}
	d.changed()
	return private(EditCard(in, e)), nil
}

// speakerAlias is the command: add a name that means a speaker, or take one
// away.
func (d *Desk) speakerAlias(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	add, remove := oneLine(r.Options["add"]), oneLine(r.Options["remove"])
	if blank(add) == blank(remove) {
		return Reply{}, &statements.Problem{Text: statements.Say("An alias is either added or removed."),
			Hint: statements.Say("For example `speaker alias \"Mira Solheim\" add \"Iron Mira\"`.")}
	}
	s, err := d.theOne(ctx, in, r.Options["speaker"])
	if err != nil {
		return Reply{}, err
	}
	name, change := add, d.Registry.AddAlias
	if blank(add) {
		name, change = remove, d.Registry.RemoveAlias
	} else if other, err := d.calledSo(ctx, s, add); err != nil || other.ID != 0 {
		return d.edited(in, statements.Edit{Other: other}, s, add, cmp.Or(err, error(statements.ErrOwnSpeaker)))
	}
	e, err := change(ctx, d.edit(r), s.ID, name)
	switch {
	case errors.Is(err, statements.ErrExists):
		return Reply{}, &statements.Problem{Text: statements.Say("‘%s’ means %s already.", short(name, mostName), short(s.Name, mostName)), Hint: showHint(s.ID)}
	case errors.Is(err, statements.ErrNotFound):
		return Reply{}, &statements.Problem{Text: statements.Say("%s has no name ‘%s’.", short(s.Name, mostName), short(name, mostName)), Hint: showHint(s.ID)}
	}
	return d.edited(in, e, s, name, err)
}

// calledSo gives somebody else than of whose surname a name is: as an alias it
// would mean both. Where it is a part of of's own name, too, that is what is wanted.
func (d *Desk) calledSo(ctx context.Context, of statements.Speaker, name string) (statements.Speaker, error) {
	meant, _, err := d.speaker(ctx, name)
	if err != nil || slices.ContainsFunc(meant, func(s statements.Speaker) bool { return s.ID == 0 || s.ID == of.ID }) {
		return statements.Speaker{}, err
	}
	return meant[0], nil
}

func showHint(id int64) statements.Said {
	return statements.Say("`speaker show %s` lists the names.", fmt.Sprint(id))
}

// speakerRename is the command: the name that is shown.
func (d *Desk) speakerRename(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	name := oneLine(r.Options["as"])
	s, err := d.theOne(ctx, in, r.Options["speaker"])
	if err != nil {
		return Reply{}, err
	}
	if name == s.Name {
		return Reply{}, &statements.Problem{Text: statements.Say("That is the name that is shown."), Hint: showHint(s.ID)}
	}
	e, err := d.Registry.RenameSpeaker(ctx, d.edit(r), s.ID, name)
	return d.edited(in, e, s, name, err)
}

// speakerMerge is the command: two speakers are one.
func (d *Desk) speakerMerge(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	from, err := d.theOne(ctx, in, r.Options["speaker"])
	if err != nil {
		return Reply{}, err
	}
	into, err := d.theOne(ctx, in, r.Options["into"])
	if err != nil {
		return Reply{}, err
	}
	e, err := d.Registry.MergeSpeakers(ctx, d.edit(r), from.ID, into.ID)
	if errors.Is(err, statements.ErrExists) {
		return Reply{}, bothAre(from)
	}
	return d.edited(in, e, from, from.Name, err)
}

// bothAre says that two names mean one speaker.
func bothAre(s statements.Speaker) error {
	return &statements.Problem{Text: statements.Say("Both are %s already.", short(s.Name, mostName)), Hint: showHint(s.ID)}
}

// speakerSplit is the command: a part of what a speaker said is somebody
// else's.
func (d *Desk) speakerSplit(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	s, err := d.theOne(ctx, in, r.Options["speaker"])
	if err != nil {
		return Reply{}, err
	}
	part := statements.Split{Into: oneLine(r.Options["into"]), Spelling: oneLine(r.Options["alias"])}
	if part.Statements, err = statementNumbers(r.Options["statements"]); err != nil {
		return Reply{}, err
	}
	if blank(part.Spelling) == (len(part.Statements) == 0) {
		return Reply{}, &statements.Problem{Text: statements.Say("A split takes either an alias or the numbers of statements along."),
			Hint: statements.Say("For example `speaker split Solheim into \"Pell Solheim\" statements \"48213, 48218\"`.")}
	}
	if part.Into, err = d.splitInto(ctx, in, s, part); err != nil {
		return Reply{}, err
	}
	e, err := d.Registry.SplitSpeaker(ctx, d.edit(r), s.ID, part)
	if errors.Is(err, statements.ErrNotFound) {
		what := statements.Say("%s has no statement under the name ‘%s’.", short(s.Name, mostName), short(part.Spelling, mostName))
		if part.Spelling == "" {
			what = statements.Say("%s has not all of the statements %s.", short(s.Name, mostName), short(r.Options["statements"], mostName))
		}
		return Reply{}, &statements.Problem{Text: what, Hint: statements.Say("`speaker show %s` lists names and newest statements with their numbers.", fmt.Sprint(s.ID))}
	}
	return d.edited(in, e, s, part.Into, err)
}

// splitInto gives the name of whom a part of what of said goes to. A number or a
// surname of somebody on record means them, as in a merge, and what means of
// takes nothing from them. A whole name, and the very spelling that is taken
// away, may be somebody new's.
func (d *Desk) splitInto(ctx context.Context, in locales.Tongue, of statements.Speaker, part statements.Split) (string, error) {
	typed := part.Into
	if _, ok := speakerNumber(typed); !ok && strings.Contains(typed, " ") {
		return typed, nil
	}
	meant, _, err := d.called(ctx, typed)
	anew := len(meant) == 0 || slices.Contains([]string{text.Fold(of.Name), text.Fold(part.Spelling)}, text.Fold(typed))
	if _, ok := speakerNumber(typed); err != nil || !ok && anew {
		return typed, err
	}
	into, err := d.theOne(ctx, in, typed)
	if err == nil && into.ID == of.ID {
		err = bothAre(of)
	}
	return into.Name, err
}

// mostSplit bounds the statements that are named one by one.
const mostSplit = 100

// statementNumbers reads the numbers of statements: "48213, No. 48218".
func statementNumbers(typed string) ([]int64, error) {
	var out []int64
	for _, w := range strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ' ' || r == ';' || r == '.' || r == '#' }) {
		if w = strings.ToLower(w); w == "no" || w == "and" {
			continue
		}
		id, err := strconv.ParseInt(strings.TrimPrefix(w, "no"), 10, 64)
		if err != nil || id < 1 || len(out) == mostSplit {
			return nil, &statements.Problem{Text: statements.Say("‘%s’ is no list of at most %s statement numbers.", short(typed, mostName), mostSplit),
				Hint: statements.Say("Give the numbers after No. on the cards, with commas: `48213, 48218`.")}
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out, nil
}

// speakerRole is the command: a role from one day to another, or one that an
// editor set, taken back.
func (d *Desk) speakerRole(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	o := r.Options
	s, err := d.theOne(ctx, in, o["speaker"])
	if err != nil {
		return Reply{}, err
	}
	role := statements.DatedRole{Role: oneLine(o["role"])}
	if o["remove"] == "yes" {
		return d.unrole(ctx, r, s, role.Role)
	}
	if role.Since, err = d.day("since", o["since"], role.Since); err != nil {
		return Reply{}, err
	}
	if role.Until, err = d.day("until", o["until"], role.Until); err != nil {
		return Reply{}, err
	}
	if !role.Since.IsZero() && !role.Until.IsZero() && role.Until.Before(role.Since) {
		return Reply{}, &statements.Problem{Text: statements.Say("The last day, %s, lies before the first, %s.", role.Until, role.Since),
			Hint: statements.Say("Exchange since and until.")}
	}
	e, err := d.Registry.SetRole(ctx, d.edit(r), s.ID, role)
	if err == nil {
		e.Detail += heldFor(in, role)
	}
	return d.edited(in, e, s, role.Role, err)
}

// heldFor writes the days of a role behind it.
func heldFor(in locales.Tongue, r statements.DatedRole) string {
	if r.Since.IsZero() && r.Until.IsZero() {
		return ""
	}
	return ", " + in.Period(r.Since, r.Until)
}

func (d *Desk) unrole(ctx context.Context, r Request, s statements.Speaker, role string) (Reply, error) {
	in := r.in()
	p, err := d.Registry.Profile(ctx, s.ID)
	if err != nil {
		return Reply{}, fmt.Errorf("read speaker %d: %w", s.ID, err)
	}
	for _, have := range p.Roles {
		if have.ID != 0 && text.Fold(have.Role) == text.Fold(role) {
			e, err := d.Registry.RemoveRole(ctx, d.edit(r), s.ID, have.ID)
			return d.edited(in, e, s, role, err)
		}
	}
	return Reply{}, &statements.Problem{Text: statements.Say("Nobody has set the role ‘%s’ for %s.", short(role, mostRole), short(s.Name, mostName)),
		Hint: statements.Say("A role that articles have gives way to one that is set: `help speaker role` shows how.")}
}

// speakerUndo is the command: an edit is taken back, the newest one if no
// number is given.
func (d *Desk) speakerUndo(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	typed := strings.TrimPrefix(strings.ToLower(strings.TrimSpace(r.Options["edit"])), "edit ")
	id, err := strconv.ParseInt(strings.TrimPrefix(typed, "#"), 10, 64)
	if typed != "" && (err != nil || id < 1) {
		return Reply{}, &statements.Problem{Text: statements.Say("‘%s’ is no number of an edit.", short(typed, mostName)), Hint: statements.Say("`speaker edits` shows them.")}
	}
	e, err := d.Registry.UndoEdit(ctx, d.edit(r), id)
	switch {
	case errors.Is(err, statements.ErrNotFound):
		return Reply{}, &statements.Problem{Text: statements.Say("There is no such edit to undo."), Hint: statements.Say("`speaker edits` shows what there is.")}
	case errors.Is(err, statements.ErrExists):
		return Reply{}, &statements.Problem{Text: statements.Say("Edit %s is undone already.", fmt.Sprint(e.ID)), Hint: statements.Say("`speaker edits` shows what is in force.")}
	case errors.Is(err, statements.ErrLaterEdit):
		return Reply{}, &statements.Problem{Text: statements.Say("Edit %s changed the same speaker later.", fmt.Sprint(e.ID)), Hint: statements.Say("Undo that one first: `speaker undo %s`.", fmt.Sprint(e.ID))}
	}
	return d.edited(in, e, e.Speaker, "", err)
}
