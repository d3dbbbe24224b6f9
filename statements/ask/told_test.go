package ask

import "testing"

// TestTold asks for what a land or a body did that others tell of: it is offered as that,
// and never where its words are asked for.
func TestTold(t *testing.T) {
	all := archived(t, []piece{
		{"Fjord Wire", "https://fjordwire.example/a", "2026-10-12", "Cod\n\n“We share Norway’s concern about the cod,” Mira Solheim said.", `1|Mira Solheim||2026-10-12|| direct|Mira Solheim|said|We share Norway’s concern about the cod`},
		{"Fjord Wire", "https://fjordwire.example/b", "2026-10-12", "Salt\n\nIlya Vantreight praised the proposal by the World Food Programme to send salt.", `2|Ilya Vantreight||2026-10-12|| indirect|Ilya Vantreight|praised|the proposal by the World Food Programme to send salt`},
		{"Fjord Wire", "https://fjordwire.example/c", "2026-10-12", "Ice\n\n“Denmark proposed nothing, and our concern grows,” Pell Andersen said.", `3|Pell Andersen||2026-10-12|| direct|Pell Andersen|said|Denmark proposed nothing, and our concern grows`},
	})
	for question, want := range map[string]int64{
		"what is Oslo worried about":              1,
		"is Norway worried about the cod?":        1,
		"what did the WFP propose":                2,
		"what did Norway say about the cod":       0,
		"what is Copenhagen worried about":        0,
		"what did Jens Brandvold propose on salt": 0,
		"is Oslo worried about the salt mines?":   0,
	} {
		r := Rank(Parse(question, here), all)
		got := int64(0)
		if len(r.Answers) > 0 {
			got = r.Answers[0].Found.Statement.ID
		}
		if got != want || r.Told != (want != 0) || len(r.Own()) != 0 {
			t.Errorf("%s: %d, told %v, want %d", question, got, r.Told, want)
		}
	}
	own := append(all, archived(t, []piece{
		{"Fjord Wire", "https://fjordwire.example/d", "2026-10-12", "Cod\n\nNorway warned that the cod was gone.", `9|Norway||2026-10-12|| indirect|Norway|warned|that the cod was gone`},
	})...)
	if r := Rank(Parse("what is Oslo worried about", here), own); r.Told || len(r.Own()) == 0 || r.Answers[0].Found.Statement.ID != 9 {
		t.Errorf("where it has words of its own: told %v, %d answers", r.Told, len(r.Answers))
	}
}
