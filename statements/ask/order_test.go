package ask

import (
	"testing"

	"onrecord/statements"
)

// TestOrder reads which statements a question asks for first.
func TestOrder(t *testing.T) {
	const best, newest, oldest = statements.BestFirst, statements.NewestFirst, statements.OldestFirst
	for _, c := range []struct {
		question   string
		want       statements.Order
		who, topic string
	}{
		{"latest from Solheim", newest, "Mira Solheim", ""},
		{"what's the latest from the harbour master", newest, "Anna Brandvold", ""},
		{"any news from Solheim", newest, "Mira Solheim", ""},
		{"any news from Sweden on quotas", best, "", "Sweden|quotas"},
		{"Solheim's latest statement", newest, "Mira Solheim", ""},
		{"most recent statements by Solheim on the quota", newest, "Mira Solheim", "quota"},
		{"newest Solheim quotes", newest, "Mira Solheim", ""},
		{"what did Solheim last say about the quota?", newest, "Mira Solheim", "quota"},
		{"Solheim's last words on the quota", newest, "Mira Solheim", "quota"},
		{"the latest on the quota", newest, "", "quota"},
		{"first statement by Solheim on the quota", oldest, "Mira Solheim", "quota"},
		{"what did Solheim first say about the quota?", oldest, "Mira Solheim", "quota"},
		{"the oldest quote of Solheim", oldest, "Mira Solheim", ""},
		{"the first thing Solheim said about the quota", oldest, "Mira Solheim", "quota"},
		{"was sind die neuesten Aussagen von Solheim zur Quote?", newest, "Mira Solheim", "Quote"},
		{"les dernières déclarations de Solheim sur la taxe", newest, "Mira Solheim", "taxe"},
		{"la primera declaración de Solheim sobre la tasa", oldest, "Mira Solheim", "tasa"},
		{"последние заявления Сольхейм о квоте", newest, "Mira Solheim", "квоте"},
		{"was sagte Solheim letzte Woche?", best, "Mira Solheim", ""},
		{"what did Solheim say about the latest proposal?", best, "Mira Solheim", "proposal"},
		{"Solheim on the first ferry", best, "Mira Solheim", "first|ferry"},
		{"Solheim on the quota last week", best, "Mira Solheim", "quota"},
	} {
		q := Parse(c.question, here)
		if got := q.Order; got != c.want || whose(q) != c.who || topics(q) != c.topic {
			t.Errorf("%s: %q by %q on %q, want %q by %q on %q", c.question, got, whose(q), topics(q), c.want, c.who, c.topic)
		}
	}
}

// TestOrdered ranks by day where that is asked for.
func TestOrdered(t *testing.T) {
	all := archived(t, []piece{
		{"Fjord Wire", "https://fjordwire.example/a", "2026-10-12", "Lamp\n\n“The lamp, the lamp,” Mira Solheim said.", `1|Mira Solheim||2026-10-12|| direct|Mira Solheim|said|The lamp, the lamp`},
		{"Fjord Wire", "https://fjordwire.example/b", "2026-10-14", "Oil\n\n“Oil burns in every lamp,” Mira Solheim said.", `2|Mira Solheim||2026-10-14|| direct|Mira Solheim|said|Oil burns in every lamp`},
		{"Fjord Wire", "https://fjordwire.example/c", "2026-10-10", "Night\n\n“No lamp burns at night,” Mira Solheim said.", `3|Mira Solheim||2026-10-10|| direct|Mira Solheim|said|No lamp burns at night`},
	})
	for question, want := range map[string][3]int64{"Solheim's latest statements on the lamp": {2, 1, 3}, "first statements by Solheim on the lamp": {3, 1, 2}} {
		r := Rank(Parse(question, here), all)
		var got [3]int64
		for i, a := range r.Answers {
			got[i] = a.Found.Statement.ID
		}
		if got != want {
			t.Errorf("%s: %v, want %v", question, got, want)
		}
	}
}
