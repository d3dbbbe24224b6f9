package handlers_test

import "testing"

// A role is asked for in another language than the archive's, and where the article
// says it nowhere, too.
func TestAskByRoleInAnotherLanguage(t *testing.T) {
	d := onRecord(t, said{"Mira Solheim", "foreign minister of Norvania", "We will not sign a quota"}, said{"Ola Brandvold", "mayor of Ostervik", "The quota is signed"})
	for _, c := range []struct{ question, want string }{
		{"was sagte die norvanische Außenministerin?", "We will not sign a quota"},
		{"qu'a dit la ministre norvanienne des Affaires étrangères ?", "We will not sign a quota"},
		{"¿qué dijo la ministra de Exteriores de Norvania?", "We will not sign a quota"},
		{"что сказала министр иностранных дел Норвании?", "We will not sign a quota"},
		{"was sagte der Außenminister?", "We will not sign a quota"},
		{"¿qué dijo el alcalde de Ostervik?", "The quota is signed"},
		{"что сказал мэр Остервика?", "The quota is signed"},
		{"was sagte der calderische Außenminister?", "Nothing on record"},
	} {
		wants(t, c.question, type1(t, d, "ask", "question", c.question), c.want)
	}
}
