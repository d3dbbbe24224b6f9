package store_test

import (
	"fmt"
	"slices"
	"testing"

	"onrecord/statements"
	"onrecord/store/storetest"
)

var _ = promise("SpeakersLike", func(t *testing.T, a archive) {
	ctx := t.Context()
	keep := func(n int, names ...string) {
		t.Helper()
		var lines []line
		for _, name := range names {
			lines = append(lines, line{name, "", fmt.Sprint("We have boats, ", n)})
		}
		get(a.KeepArticle(ctx, arrivalOf(fmt.Sprint("https://courier.example/", n), "Boats", lines...)))(t)
	}
	keep(1, "Mira Solheim", "Anna Brandvold", "Jens Brandvold", "Ilya Vantreight", "Jon Achterberg", "Tang Bo")
	keep(2, "Jens Brandvold")
	like := func(name string) []string {
		t.Helper()
		var out []string
		for _, sp := range get(a.SpeakersLike(ctx, name, 3))(t) {
			out = append(out, sp.Name)
		}
		return out
	}
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"Solhiem", []string{"Mira Solheim"}},
		{"oSlheim", []string{"Mira Solheim"}},
		{"Zolheim", []string{"Mira Solheim"}},
		{"Akterberg", []string{"Jon Achterberg"}},
		{"Jon Akterberk", []string{"Jon Achterberg"}},
		{"Brandvolt", []string{"Jens Brandvold", "Anna Brandvold"}}, // who is quoted more is first
		{"Anna Brandvolt", []string{"Anna Brandvold", "Jens Brandvold"}},
		{"Jon Ahderpirc", []string{"Jon Achterberg"}}, // beside the right given name half of it may be wrong
		{"Tor Ahderpirc", nil},
		{"Ilja Fantreight", []string{"Ilya Vantreight"}},
		{"Mira Solheim", []string{"Mira Solheim"}},
		{"Mira Vantright", []string{"Ilya Vantreight"}}, // a surname alone is enough to be offered
		{"Bo", []string{"Tang Bo"}},
		{"Ba", nil},
		{"Marchetti", nil},
		{"Mira", nil}, // a given name is nobody's surname
		{"?!", nil},
		{"", nil},
	} {
		same(t, "speakers like "+c.typed, like(c.typed), c.want)
	}
	same(t, "at most none", len(get(a.SpeakersLike(ctx, "Solhiem", 0))(t)), 0)
	same(t, "at most one", len(get(a.SpeakersLike(ctx, "Brandvolt", 1))(t)), 1)

	// Whatever editors do to names, slips in those that are borne are found.
	edit := statements.Edit{By: "Ida", At: noon}
	her := get(a.FindSpeakers(ctx, "Solheim", 1))(t)[0].ID
	get(a.AddAlias(ctx, edit, her, "Mira Quentin"))(t)
	same(t, "an alias", like("Kwentin"), []string{"Mira Solheim"})
	get(a.RenameSpeaker(ctx, edit, her, "Mira Halvorsen"))(t)
	same(t, "a new name", like("Halforsen"), []string{"Mira Halvorsen"})
	same(t, "the old one", like("Solhiem"), []string{"Mira Halvorsen"})
	him := get(a.FindSpeakers(ctx, "Vantreight", 1))(t)[0].ID
	get(a.MergeSpeakers(ctx, edit, him, her))(t)
	same(t, "who is merged", like("Vantriegt"), []string{"Mira Halvorsen"})
	get(a.RemoveAlias(ctx, edit, her, "Mira Quentin"))(t)
	same(t, "a name that nobody bears any more", like("Kwentin"), []string(nil))
})

var _ = promise("SpeakersLike among many", func(t *testing.T, a archive) {
	ctx := t.Context()
	for n := range 60 {
		var lines []line
		for i := range 10 {
			lines = append(lines, line{storetest.Speaker(1 + 10*n + i), "", fmt.Sprint("We have boats, ", n, i)})
		}
		lines = append(lines, line{fmt.Sprintf("Anna%c Solheim", 'a'+n%9), "", "No"})
		get(a.KeepArticle(ctx, arrivalOf(fmt.Sprint("https://courier.example/", n), "Boats", lines...)))(t)
	}
	loud := slices.Repeat([]line{{"Mira Solheim", "", "No boats"}}, 9)
	get(a.KeepArticle(ctx, arrivalOf("https://courier.example/loud", "Boats", loud...)))(t)
	same(t, "the most quoted of a surname", get(a.SpeakersLike(ctx, "Zolheim", 2))(t)[0].Name, "Mira Solheim")
	same(t, "the given name", get(a.SpeakersLike(ctx, "Annac Zolheim", 1))(t)[0].Name, "Annac Solheim")
	names := func(found []statements.Speaker) (out []string) {
		for _, sp := range found {
			out = append(out, sp.Name)
		}
		return out
	}
	for _, n := range []int{7, 321, 599} {
		name := storetest.Speaker(n)
		typed := name[:len(name)-3] + name[len(name)-2:]
		same(t, typed, slices.Contains(names(get(a.SpeakersLike(ctx, typed, 20))(t)), name), true)
	}
})
