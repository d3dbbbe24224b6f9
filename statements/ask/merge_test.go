package ask

import "testing"

// Of two reports of one utterance the one that knows the day is shown.
func TestTheDatedReportIsShown(t *testing.T) {
	all := archived(t, []piece{
		{"Fjord Wire", "https://fjordwire.example/undated", "2026-10-12", "Lamp\n\n“The lamp will burn through the whole of the winter,” Mira Solheim said.",
			`1|Mira Solheim|||| direct|Mira Solheim|said|The lamp will burn through the whole of the winter`},
		{"Harbor Courier", "https://harborcourier.example/dated", "2026-10-12", "Lamp\n\n“The lamp will burn through the whole of the winter,” Mira Solheim said on Monday.",
			`2|Mira Solheim||2026-10-12|| direct|Mira Solheim|said|The lamp will burn through the whole of the winter`},
	})
	r := Rank(Parse("Solheim on the lamp", here), all)
	if len(r.Answers) != 1 || r.Answers[0].Found.Statement.ID != 2 || len(r.Answers[0].Found.Also) != 1 {
		t.Errorf("answers %v, want the dated one with the other as an outlet", r.Answers)
	}
}
