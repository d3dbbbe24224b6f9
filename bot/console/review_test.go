package console

import (
	"testing"
	"time"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// What a reviewer sees, and what became of the alert, in a terminal.
func TestDrawReview(t *testing.T) {
	direct := spoken(t, herring(), 48213, statements.Direct, will, will)
	wrong := statements.Correction{ID: 3, Statement: 48213, What: statements.VerdictSpeaker, Server: "console", Place: "console",
		Speaker: statements.Speaker{ID: 18, Name: "Ilya Vantreight"}, Was: statements.Speaker{ID: 17, Name: "Mira Solheim"},
		By: "the operator", At: now, Role: "trade envoy of the Calder Republic", Places: []string{"console", "discord:5"}}
	shown := func(c statements.Correction) statements.Delivery {
		f := statements.NewView([]statements.Correction{c}).Show(direct)
		f.Review.After = true
		return owed("spoke, said “quota”", onQuotas, f)
	}
	rejected := wrong
	rejected.What = statements.VerdictReject
	rule := wrong
	rule.Written = "Mira Solheim"
	undone := wrong
	undone.Undone, undone.UndoneBy = now, "Ida"
	corrected := statements.NewView([]statements.Correction{wrong}).Show(direct)
	second := spoken(t, herring(), 48217, statements.Direct, "Forty thousand tonnes is a number, not a plan.", "Forty thousand tonnes is a number, not a plan.")
	for name, c := range map[string]handlers.Card{
		"review":           handlers.ReviewCard(locales.English, direct, nil, time.UTC),
		"review-corrected": handlers.ReviewCard(locales.English, corrected, []statements.Correction{wrong}, time.UTC),
		"review-who": handlers.WhoCard(locales.English, direct, []statements.Speaker{
			{ID: 18, Name: "Ilya Vantreight", Role: "trade envoy of the Calder Republic"}, {Name: "Pell ~~Andersen~~"}}),
		"review-nobody":  handlers.WhoCard(locales.English, direct, nil),
		"review-whose":   handlers.WhoseCard(locales.English, direct, []statements.Found{second}),
		"review-done":    handlers.CorrectedCard(locales.English, wrong, "Iron Mira"),
		"review-always":  handlers.CorrectedCard(locales.English, rule, ""),
		"review-undone":  handlers.CorrectedCard(locales.English, undone, ""),
		"review-list":    handlers.ReviewsCard(locales.English, []statements.Correction{undone, rejected, wrong}, time.UTC),
		"review-context": handlers.ContextCard(locales.English, corrected, time.UTC),
		"alert-reviewed": handlers.AlertCard(locales.English, shown(wrong), now, time.UTC),
		"alert-rejected": handlers.AlertCard(locales.English, shown(rejected), now, time.UTC),
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, Draw(c, Style{Now: now})) })
	}
}
