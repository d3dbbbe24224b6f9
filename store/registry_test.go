package store_test

import (
	"fmt"
	"slices"
	"testing"

	"onrecord/statements"
	"onrecord/statements/watch"
)

// by is an edit that Ida makes.
var by = statements.Edit{By: "Ida", Server: "console", At: noon}

// talks keeps an article for each line, each a day after the one before.
func talks(t testing.TB, a archive, lines ...line) {
	t.Helper()
	for i, l := range lines {
		_, version, err := a.Watches(t.Context())
		ok(t, err)
		in := arrivalOf(fmt.Sprintf("https://courier.example/%s/%d/%s", l.who, i, l.said), "Talks", l)
		in.Article.Published.Time = noon.AddDate(0, 0, i)
		in.Watches = version
		get(a.KeepArticle(t.Context(), in))(t)
	}
}

// who gives the id of the only speaker found by a name.
func who(t testing.TB, a archive, name string) int64 {
	t.Helper()
	found := get(a.FindSpeakers(t.Context(), name, 9))(t)
	if len(found) != 1 {
		t.Fatalf("%d speakers for %s: %v", len(found), name, found)
	}
	return found[0].ID
}

// heard gives what is found of a speaker, newest first, each as "name: words",
// through the ordinary tables and through the full-text index, which must agree.
func heard(t testing.TB, a archive, id int64, topic string) []string {
	t.Helper()
	q := statements.Query{Speakers: []statements.Speaker{{ID: id}}}
	tell := func(q statements.Query) []string {
		var out []string
		for _, f := range get(a.Search(t.Context(), q, 99))(t) {
			out = append(out, f.Statement.Speaker+": "+f.Statement.Text(f.Article.Text))
		}
		return out
	}
	listed := tell(q)
	q.Topic = about(topic).Topic
	searched := tell(q)
	slices.Sort(searched)
	inOrder := slices.Sorted(slices.Values(listed))
	same(t, "searched and listed", searched, inOrder)
	same(t, "counted", get(a.CountStatements(t.Context(), q))(t), len(searched))
	return listed
}

// census is everything that can be seen of the registry.
func census(t testing.TB, a archive) []statements.Profile {
	t.Helper()
	var out []statements.Profile
	for _, sp := range get(a.FindSpeakers(t.Context(), "", 99))(t) {
		p := get(a.Profile(t.Context(), sp.ID))(t)
		same(t, "profile and speaker", p.Speaker.Statements, sp.Statements)
		for i := range p.Roles {
			p.Roles[i].ID = 0 // one that was taken back and set again may have another
		}
		out = append(out, p)
	}
	return out
}

// undone takes the newest edit back and compares with what was before it.
func undone(t testing.TB, a archive, before []statements.Profile) {
	t.Helper()
	e := get(a.UndoEdit(t.Context(), statements.Edit{By: "Tom", At: after(minute)}, 0))(t)
	if e.UndoneBy != "Tom" || !e.Undone.Equal(after(minute)) {
		t.Errorf("undone: %+v", e)
	}
	same(t, "after "+e.What+" and undo", census(t, a), before)
}

var _ = promise("MergeSpeakers", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Mira Solheim", "foreign minister", "No quota one"}, line{"Iron Mira", "", "No quota two"}, line{"Jun Castellan", "envoy", "No quota three"})
	mira, iron := who(t, a, "Mira Solheim"), who(t, a, "Iron Mira")
	before := census(t, a)
	e := get(a.MergeSpeakers(ctx, by, iron, mira))(t)
	if e.ID == 0 || e.What != statements.EditMerge || e.Speaker.Name != "Iron Mira" || e.Other.Name != "Mira Solheim" || e.Moved != 1 {
		t.Errorf("the edit: %+v", e)
	}
	want := []string{"Mira Solheim: No quota two", "Mira Solheim: No quota one"}
	same(t, "of the one", heard(t, a, mira, "quota"), want)
	same(t, "by the old number", heard(t, a, iron, "quota"), want)
	same(t, "by the old name", get(a.FindSpeakers(ctx, "iron mira", 9))(t), []statements.Speaker{
		{ID: mira, Name: "Mira Solheim", Role: "foreign minister", Aliases: []string{"Iron Mira"}, Statements: 2}})
	p := get(a.Profile(ctx, iron))(t)
	same(t, "the old number's profile", p.Name, "Mira Solheim")
	f := get(a.Search(ctx, statements.Query{Speakers: []statements.Speaker{{ID: mira}}}, 1))(t)[0]
	same(t, "heard as", []any{f.Statement.Heard, f.SpeakerID}, []any{"Iron Mira", mira})

	talks(t, a, line{"Iron Mira", "prime minister", "No quota four"})
	same(t, "what came after", len(heard(t, a, mira, "quota")), 3)
	sp := get(a.FindSpeakers(ctx, "solheim", 9))(t)[0]
	same(t, "counts what came after", sp.Statements, 3)

	_, err := a.MergeSpeakers(ctx, by, iron, mira)
	is(t, err, statements.ErrExists)
	_, err = a.MergeSpeakers(ctx, by, 4711, mira)
	is(t, err, statements.ErrNotFound)
	get(a.UndoEdit(ctx, by, e.ID))(t)
	same(t, "theirs again, with what came since", heard(t, a, iron, "quota"), []string{"Iron Mira: No quota two", "Iron Mira: No quota four"})
	same(t, "hers", get(a.Profile(ctx, mira))(t), before[slices.IndexFunc(before, func(p statements.Profile) bool { return p.ID == mira })])
})

var _ = promise("MergeSpeakers of merged ones", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Mira Solheim", "", "No quota one"}, line{"Iron Mira", "", "No quota two"}, line{"Mira Berg", "", "No quota three"})
	mira, iron, berg := who(t, a, "Mira Solheim"), who(t, a, "Iron Mira"), who(t, a, "Mira Berg")
	get(a.SetRole(ctx, by, iron, statements.DatedRole{Role: "party leader"}))(t)
	between := census(t, a)
	get(a.MergeSpeakers(ctx, by, iron, mira))(t)
	then := census(t, a)
	last := get(a.MergeSpeakers(ctx, by, mira, berg))(t)
	if last.Moved != 2 {
		t.Errorf("moved %d", last.Moved)
	}
	for _, id := range []int64{mira, iron, berg} {
		same(t, "everything", len(heard(t, a, id, "quota")), 3)
	}
	same(t, "the role came along", get(a.Profile(ctx, berg))(t).Role, "party leader")
	later, err := a.UndoEdit(ctx, by, last.ID-1)
	is(t, err, statements.ErrLaterEdit)
	same(t, "the later one", later.ID, last.ID)
	undone(t, a, then)
	undone(t, a, between)
})

var _ = promise("AddAlias", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Mira Solheim", "", "No quota one"}, line{"Mira Solheim", "", "No quota again"}, line{"Jun Castellan", "", "No quota two"})
	mira := who(t, a, "Mira Solheim")
	before := census(t, a)
	e := get(a.AddAlias(ctx, by, mira, " Iron  Mira "))(t)
	same(t, "the edit", []string{e.What, e.Detail, e.Speaker.Name}, []string{statements.EditAlias, "Iron Mira", "Mira Solheim"})
	same(t, "found by it", who(t, a, "iron mira"), mira)
	talks(t, a, line{"Iron Mira", "", "No quota three"})
	same(t, "what comes", heard(t, a, mira, "quota"), []string{"Mira Solheim: No quota again", "Mira Solheim: No quota three", "Mira Solheim: No quota one"})
	same(t, "whose it is", get(a.Profile(ctx, mira))(t).Spellings, []statements.Spelling{{Name: "Mira Solheim", Uses: 2}, {Name: "Iron Mira", Uses: 1, By: "Ida"}})

	_, err := a.AddAlias(ctx, by, mira, "Iron Mira")
	is(t, err, statements.ErrExists)
	other, err := a.AddAlias(ctx, by, mira, "Jun Castellan")
	is(t, err, statements.ErrOwnSpeaker)
	same(t, "whose it is", other.Other.Name, "Jun Castellan")
	get(a.UndoEdit(ctx, by, 0))(t)
	same(t, "speaks for herself", heard(t, a, who(t, a, "iron mira"), "quota"), []string{"Iron Mira: No quota three"})
	same(t, "hers", get(a.Profile(ctx, mira))(t), before[0])

	get(a.AddAlias(ctx, by, mira, "Мира Солхейм"))(t) // of the same key
	same(t, "found by it", who(t, a, "солхейм"), mira)
})

// A watch follows an alias at once: what was matched before is not kept.
var _ = promise("AddAlias and watches", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Mira Solheim", "", "No quota one"}, line{"Marta Solheim", "", "No quota two"})
	mira, marta := who(t, a, "Mira Solheim"), who(t, a, "Marta Solheim")
	addWatch(t, a, statements.Watch{Speaker: "Mira Solheim"})
	addWatch(t, a, statements.Watch{Speaker: "Iron Mira"})
	addWatch(t, a, statements.Watch{Speaker: "Solheim"})
	fires := func(speaker string) []string {
		t.Helper()
		ws, _, err := a.Watches(ctx)
		ok(t, err)
		in := arrivalOf("https://courier.example/x", "Talks", line{speaker, "", "No"})
		var out []string
		for _, alert := range watch.Compile(ws).Match(in.Article, in.Statements, false) {
			out = append(out, alert.Watch.Speaker)
		}
		return out
	}
	same(t, "nobody's alias", fires("Iron Mira"), []string{"Iron Mira"})
	in := arrivalOf("https://courier.example/late", "Talks", line{"Iron Mira", "", "No"})
	_, in.Watches, _ = a.Watches(ctx)
	get(a.AddAlias(ctx, by, mira, "Iron Mira"))(t)
	_, err := a.KeepArticle(ctx, in)
	is(t, err, statements.ErrWatchesChanged)
	same(t, "her alias", fires("Iron Mira"), []string{"Mira Solheim", "Iron Mira", "Solheim"})
	same(t, "her name", fires("Mira Solheim"), []string{"Mira Solheim", "Iron Mira", "Solheim"})

	same(t, "an initial", fires("M. Solheim"), []string{"Mira Solheim", "Solheim"})
	get(a.AddAlias(ctx, by, marta, "M. Solheim"))(t)
	same(t, "another's initial", fires("M. Solheim"), []string{"Solheim"})
	same(t, "another", fires("Marta Solheim"), []string{"Solheim"})

	w, _ := addWatch(t, a, statements.Watch{Speaker: "Iron Mira", Keywords: "quota", Backlog: true})
	due := get(a.BacklogDue(ctx))(t)
	same(t, "the backlog looks for her", []any{due[0].ID, due[0].Also}, []any{w.ID, []string{"Mira Solheim"}})
})

var _ = promise("RemoveAlias", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Mira Solheim", "", "No quota one"}, line{"MIRA SOLHEIM", "", "No quota two"}, line{"Iron Mira", "", "No quota three"})
	mira, iron := who(t, a, "Mira Solheim"), who(t, a, "Iron Mira")
	apart := census(t, a)
	get(a.MergeSpeakers(ctx, by, iron, mira))(t)
	get(a.AddAlias(ctx, by, mira, "Мира Солхейм"))(t)
	before := census(t, a)
	e := get(a.RemoveAlias(ctx, by, mira, "Мира Солхейм"))(t)
	same(t, "nothing goes", e.Moved, 0)
	same(t, "gone", len(get(a.FindSpeakers(ctx, "мира", 9))(t)[0].Aliases), 2) // its key still finds her
	undone(t, a, before)
	get(a.RemoveAlias(ctx, by, mira, "Мира Солхейм"))(t)
	e = get(a.RemoveAlias(ctx, by, mira, "Iron Mira"))(t)
	same(t, "goes along", e.Moved, 1)
	same(t, "as before", census(t, a), apart)
	undone(t, a, slices.Clone(census2(t, a, mira, iron)))
	for name, want := range map[string]error{"MIRA SOLHEIM": statements.ErrRead, "Mira Solheim": statements.ErrRead, "Nobody": statements.ErrNotFound} {
		_, err := a.RemoveAlias(ctx, by, mira, name)
		is(t, err, want)
	}
})

// census2 is the census with one speaker merged into another.
func census2(t testing.TB, a archive, into, from int64) []statements.Profile {
	t.Helper()
	get(a.MergeSpeakers(t.Context(), by, from, into))(t)
	out := census(t, a)
	get(a.UndoEdit(t.Context(), by, 0))(t)
	return out
}

var _ = promise("RenameSpeaker", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"M. Solheim", "", "No quota one"}, line{"Jun Castellan", "", "No quota two"})
	mira := who(t, a, "M. Solheim")
	get(a.RenameSpeaker(ctx, by, mira, "Mira Solheim-Berg"))(t)
	same(t, "shown", heard(t, a, mira, "quota"), []string{"Mira Solheim-Berg: No quota one"})
	talks(t, a, line{"M. Solheim", "", "No quota three"}, line{"M. Solheim", "", "No quota four"}, line{"Mira Solheim-Berg", "", "No quota five"})
	same(t, "an edit outlives what is read", get(a.Profile(ctx, mira))(t).Name, "Mira Solheim-Berg")
	same(t, "both names are hers", len(heard(t, a, mira, "quota")), 4)
	e, err := a.RenameSpeaker(ctx, by, mira, "Jun Castellan")
	is(t, err, statements.ErrOwnSpeaker)
	same(t, "whose", e.Other.Name, "Jun Castellan")
	_, err = a.RenameSpeaker(ctx, by, 4711, "Nobody")
	is(t, err, statements.ErrNotFound)
	get(a.UndoEdit(ctx, by, 0))(t)
	same(t, "shown as read", get(a.Profile(ctx, mira))(t).Name, "M. Solheim")
})

var _ = promise("SplitSpeaker", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Solheim", "", "No quota one"}, line{"SOLHEIM", "pilot", "No quota two"}, line{"Solheim", "minister", "No quota three"}, line{"Jun Castellan", "", "No quota four"})
	id := who(t, a, "Solheim")
	before := census(t, a)
	numbers := map[string]int64{}
	for _, f := range get(a.Search(ctx, about("quota"), 9))(t) {
		numbers[f.Statement.Text(f.Article.Text)] = f.Statement.ID
	}
	split := func(part statements.Split) statements.Edit {
		t.Helper()
		return get(a.SplitSpeaker(ctx, by, id, part))(t)
	}
	e := split(statements.Split{Into: "Pell Solheim", Statements: []int64{numbers["No quota one"], numbers["No quota two"]}})
	same(t, "the edit", []any{e.Moved, e.Other.Name, e.Speaker.Name}, []any{2, "Pell Solheim", "Solheim"})
	same(t, "theirs", heard(t, a, e.Other.ID, "quota"), []string{"Pell Solheim: No quota two", "Pell Solheim: No quota one"})
	same(t, "left", heard(t, a, id, "quota"), []string{"Solheim: No quota three"})
	f := get(a.Statement(ctx, numbers["No quota two"]))(t)
	same(t, "how known", []any{f.Statement.Known, f.Statement.Confidence, f.Statement.Heard, f.Statement.Role}, []any{statements.ByEditor, 1.0, "SOLHEIM", "pilot"})
	undone(t, a, before)
	same(t, "whole again", len(heard(t, a, id, "quota")), 3)

	e = split(statements.Split{Into: "Pell Solheim", Spelling: "SOLHEIM"})
	talks(t, a, line{"SOLHEIM", "", "No quota five"}, line{"Solheim", "", "No quota six"})
	same(t, "a spelling stays split", heard(t, a, e.Other.ID, "quota"), []string{"Pell Solheim: No quota two", "Pell Solheim: No quota five"})
	get(a.UndoEdit(ctx, by, 0))(t)
	same(t, "with what came since", len(heard(t, a, id, "quota")), 5)

	e = split(statements.Split{Into: "Otto Berg", Statements: []int64{numbers["No quota two"], numbers["No quota three"]}})
	same(t, "of somebody else's name, without it", get(a.FindSpeakers(ctx, "Solheim", 9))(t), []statements.Speaker{
		{ID: id, Name: "Solheim", Aliases: []string{"SOLHEIM"}, Statements: 3}})
	same(t, "nor with the role", []any{get(a.Statement(ctx, numbers["No quota two"]))(t).Statement.Role, get(a.Profile(ctx, e.Other.ID))(t).Roles}, []any{"", []statements.DatedRole(nil)})
	get(a.UndoEdit(ctx, by, 0))(t)

	jun := who(t, a, "Jun Castellan")
	e = split(statements.Split{Into: "Jun Castellan", Statements: []int64{numbers["No quota one"]}})
	same(t, "to somebody on record", []any{e.Other.ID, len(heard(t, a, jun, "quota"))}, []any{jun, 2})
	get(a.UndoEdit(ctx, by, 0))(t)
	same(t, "back", len(heard(t, a, jun, "quota")), 1)

	e = split(statements.Split{Into: "Solheim", Statements: []int64{numbers["No quota one"]}}) // two of one name
	same(t, "a namesake", heard(t, a, e.Other.ID, "quota"), []string{"Solheim: No quota one"})
	same(t, "both are found", len(get(a.FindSpeakers(ctx, "solheim", 9))(t)), 2)

	for what, part := range map[string]statements.Split{
		"another's": {Into: "X Y", Statements: []int64{numbers["No quota four"]}}, "nothing": {Into: "X Y", Statements: []int64{4711}}, "no spelling": {Into: "X Y", Spelling: "Nobody"},
	} {
		if _, err := a.SplitSpeaker(ctx, by, id, part); err == nil {
			t.Errorf("%s is split", what)
		} else {
			is(t, err, statements.ErrNotFound)
		}
	}
	same(t, "nobody is made for nothing", len(get(a.FindSpeakers(ctx, "x y", 9))(t)), 0)
})

var _ = promise("SplitSpeaker of a spelling", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Sergey Torvik", "", "No quota one"}, line{"Sergei Torvik", "", "No quota two"}, line{"Sergey Torvik", "", "No quota three"})
	id := who(t, a, "Sergei Torvik")
	e := get(a.SplitSpeaker(ctx, by, id, statements.Split{Into: "Pell Andersen", Spelling: "Sergei Torvik"}))(t)
	same(t, "the one who has it", who(t, a, "sergei torvik"), e.Other.ID)
	same(t, "the other", who(t, a, "Sergey Torvik"), id)
	same(t, "by what both have", len(get(a.FindSpeakers(ctx, "Torvik", 9))(t)), 2)
})

var _ = promise("SplitSpeaker takes a merge apart", func(t *testing.T, a archive) {
	talks(t, a, line{"Mira Solheim", "", "No quota one"}, line{"Iron Mira", "", "No quota two"})
	mira, iron := who(t, a, "Mira Solheim"), who(t, a, "Iron Mira")
	get(a.MergeSpeakers(t.Context(), by, iron, mira))(t)
	before := census(t, a)
	get(a.SplitSpeaker(t.Context(), by, mira, statements.Split{Into: "Iron Mira", Spelling: "Iron Mira"}))(t)
	same(t, "apart", heard(t, a, iron, "quota"), []string{"Iron Mira: No quota two"})
	undone(t, a, before)
})

var _ = promise("SetRole", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Mira Solheim", "foreign minister", "No quota one"}, line{"Mira Solheim", "", "No quota two"},
		line{"Mira Solheim", "foreign minister", "No quota three"}, line{"Mira Solheim", "", "No quota four"})
	mira := who(t, a, "Mira Solheim")
	roles := func() (out []string) {
		for _, f := range get(a.Search(ctx, statements.Query{Speakers: []statements.Speaker{{ID: mira}}}, 9))(t) {
			out = append(out, f.Statement.Role)
		}
		slices.Reverse(out)
		return out
	}
	same(t, "between two days of a role, but not after", roles(), []string{"foreign minister", "foreign minister", "foreign minister", ""})
	get(a.SetRole(ctx, by, mira, statements.DatedRole{Role: "fisheries commissioner", Until: day(21)}))(t)
	same(t, "a role that ended", get(a.Profile(ctx, mira))(t).Role, "foreign minister")
	e := get(a.SetRole(ctx, by, mira, statements.DatedRole{Role: "prime minister", Since: day(23)}))(t)
	same(t, "what an editor said beats what was read", roles(), []string{"fisheries commissioner", "fisheries commissioner", "foreign minister", "prime minister"})
	talks(t, a, line{"Mira Solheim", "foreign minister", "No quota five"})
	p := get(a.Profile(ctx, mira))(t)
	same(t, "the newest role stays", p.Role, "prime minister")
	same(t, "roles", []any{p.Roles[0].Role, p.Roles[0].By, p.Roles[0].Since, p.Roles[1].Until, p.Roles[2].Seen, p.Roles[2].Since, p.Roles[2].Until},
		[]any{"prime minister", "Ida", day(23), day(21), 3, day(20), day(22)})
	_, err := a.SetRole(ctx, by, 4711, statements.DatedRole{Role: "nobody"})
	is(t, err, statements.ErrNotFound)
	get(a.UndoEdit(ctx, by, e.ID))(t)
	same(t, "undone", roles()[3:], []string{"foreign minister", ""})
})

var _ = promise("RemoveRole", func(t *testing.T, a archive) {
	talks(t, a, line{"Mira Solheim", "foreign minister", "No quota one"})
	mira := who(t, a, "Mira Solheim")
	get(a.SetRole(t.Context(), by, mira, statements.DatedRole{Role: "prime minister", Since: day(2)}))(t)
	before := census(t, a)
	set := get(a.Profile(t.Context(), mira))(t).Roles[0].ID
	get(a.RemoveRole(t.Context(), by, mira, set))(t)
	same(t, "as read", get(a.Profile(t.Context(), mira))(t).Role, "foreign minister")
	_, err := a.RemoveRole(t.Context(), by, mira, set)
	is(t, err, statements.ErrNotFound)
	undone(t, a, before)
})

var _ = promise("Roles", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Mira Solheim", "foreign minister", "No quota one"}, line{"Mira Solheim", "", "No quota two"})
	mira := who(t, a, "Mira Solheim")
	get(a.SetRole(ctx, by, mira, statements.DatedRole{Role: "prime minister", Since: day(23)}))(t)
	roles := get(a.Roles(ctx, mira))(t)
	same(t, "those of the profile", roles, get(a.Profile(ctx, mira))(t).Roles)
	same(t, "those set before those read", []string{roles[0].Role, roles[1].Role}, []string{"prime minister", "foreign minister"})
	same(t, "of nobody", get(a.Roles(ctx, 4711))(t), []statements.DatedRole(nil))
})

var _ = promise("RolesHeld", func(t *testing.T, a archive) {
	ctx := t.Context()
	talks(t, a, line{"Mira Solheim", "foreign minister", "No"}, line{"Jun Castellan", "envoy", "No"})
	mira := who(t, a, "Mira Solheim")
	get(a.SetRole(ctx, by, mira, statements.DatedRole{Role: "fisheries commissioner", Until: day(19)}))(t)
	for _, c := range []struct {
		since, until statements.Date
		want         []string
	}{
		{want: []string{"fisheries commissioner", "foreign minister", "envoy"}},
		{day(20), day(20), []string{"foreign minister"}},
		{day(21), statements.Date{}, []string{"envoy"}},
		{statements.Date{}, day(18), []string{"fisheries commissioner"}},
	} {
		var got []string
		for _, h := range get(a.RolesHeld(ctx, c.since, c.until, 9))(t) {
			got = append(got, h.Role)
		}
		same(t, fmt.Sprint(c.since, " to ", c.until), got, c.want)
	}
	same(t, "who", get(a.RolesHeld(ctx, day(20), day(20), 1))(t)[0].Speaker, statements.Speaker{ID: mira, Name: "Mira Solheim"})
})

var _ = promise("Profile", func(t *testing.T, a archive) {
	talks(t, a, line{"Mira Solheim", "foreign minister", "No"}, line{"Mira Solheim", "", "Yes"})
	p := get(a.Profile(t.Context(), who(t, a, "Mira Solheim")))(t)
	same(t, "counts", []any{p.Statements, p.Kinds, p.Known, p.Outlets, p.Last}, []any{2, map[statements.Kind]int{statements.Direct: 2},
		map[statements.Known]int{statements.ByName: 2}, []statements.Tally{{Name: "Harbor Courier", N: 2}}, day(21)})
	_, err := a.Profile(t.Context(), 4711)
	is(t, err, statements.ErrNotFound)
})

var _ = promise("Edits", func(t *testing.T, a archive) {
	talks(t, a, line{"Mira Solheim", "", "No"}, line{"Jun Castellan", "", "Yes"})
	mira, jun := who(t, a, "Mira Solheim"), who(t, a, "Jun Castellan")
	get(a.AddAlias(t.Context(), by, mira, "Iron Mira"))(t)
	get(a.RenameSpeaker(t.Context(), by, jun, "Jun K. Castellan"))(t)
	all := get(a.Edits(t.Context(), 0, 9))(t)
	same(t, "all", []string{all[0].What, all[1].What, all[1].By, all[1].Server, all[1].Detail}, []string{statements.EditName, statements.EditAlias, "Ida", "console", "Iron Mira"})
	same(t, "hers", len(get(a.Edits(t.Context(), mira, 9))(t)), 1)
	same(t, "one", len(get(a.Edits(t.Context(), 0, 1))(t)), 1)
})

var _ = promise("UndoEdit", func(t *testing.T, a archive) {
	ctx := t.Context()
	_, err := a.UndoEdit(ctx, by, 0)
	is(t, err, statements.ErrNotFound)
	talks(t, a, line{"Mira Solheim", "", "No"})
	e := get(a.AddAlias(ctx, by, who(t, a, "Mira Solheim"), "Iron Mira"))(t)
	get(a.UndoEdit(ctx, by, e.ID))(t)
	_, err = a.UndoEdit(ctx, by, e.ID)
	is(t, err, statements.ErrExists)
	same(t, "nobody is left", len(get(a.FindSpeakers(ctx, "iron", 9))(t)), 0)
	same(t, "it is remembered", get(a.Edits(ctx, 0, 9))(t)[0].UndoneBy, "Ida")
})
