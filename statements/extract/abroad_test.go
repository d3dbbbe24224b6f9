package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRulesAbroad has a hit and a near miss for the rules that other languages
// than English ask for.
func TestRulesAbroad(t *testing.T) {
	for _, c := range []struct {
		rule, lang, in string
		want           []string
	}{
		{"perfect", "de", "Petra Lindner hat am Montag im Rat erklärt, dass die Brücke hält.", []string{"Petra Lindner: dass die Brücke hält"}},
		{"perfect: of another verb", "de", "Petra Lindner hat am Montag im Rat gesessen, obwohl die Brücke hält.", nil},
		{"perfect: the subject after it", "de", "„Die Brücke hält“, hat Petra Lindner gesagt.", []string{"Petra Lindner: “Die Brücke hält”"}},
		{"particle far from its verb", "de", "Petra Lindner teilte am Montag im Rat mit, die Brücke halte.", []string{"Petra Lindner: die Brücke halte"}},
		{"particle of another verb", "de", "Petra Lindner teilte den Kuchen am Montag auf.", nil},
		{"report of somebody", "de", "Nach ersten Angaben von Petra Lindner hält die Brücke noch.", []string{"Petra Lindner: hält die Brücke noch"}},
		{"report of somebody: a time", "de", "Nach dem Regen ging Petra Lindner nach Hause.", nil},
		{"report: zufolge", "de", "Einem Bericht von Petra Lindner zufolge hält die Brücke.", []string{"Petra Lindner: hält die Brücke"}},
		{"mood", "de", "Petra Lindner sagte, die Brücke halte. Niemand sei in Gefahr gewesen.", []string{"Petra Lindner: die Brücke halte", "Petra Lindner: Niemand sei in Gefahr gewesen"}},
		{"mood: an indicative", "de", "Petra Lindner sagte, die Brücke halte. Niemand war in Gefahr gewesen.", []string{"Petra Lindner: die Brücke halte"}},
		{"mood: nobody spoke", "de", "Die Brücke hält. Niemand sei in Gefahr gewesen.", nil},
		{"colon further on", "de", "Petra Lindner kritisierte den Rat scharf: „Die Brücke hält nicht.“", []string{"Petra Lindner: “Die Brücke hält nicht.”"}},
		{"colon further on: no quotation", "de", "Petra Lindner kritisierte den Rat scharf: Er schweigt.", []string{"Petra Lindner: den Rat scharf: Er schweigt"}},
		{"subject of the clause before", "de", "Petra Lindner bedankte sich beim Rat und sagte: „Die Brücke hält.“", []string{"Petra Lindner: “Die Brücke hält.”"}},
		{"subject of the clause before: none", "de", "Nach dem Regen und sagte: „Die Brücke hält.“", nil},
		{"dative is no subject", "de", "Dem Bürgermeister sagte Petra Lindner, die Brücke halte.", []string{"Petra Lindner: die Brücke halte"}},
		{"whom it was told to", "de", "„Die Brücke hält“, sagte Petra Lindner der Hafenpost am Freitag.", []string{"Petra Lindner: “Die Brücke hält”"}},
		{"whom it was told to: masculine", "de", "„Die Brücke hält“, sagte Petra Lindner dem Hafenboten.", []string{"Petra Lindner: “Die Brücke hält”"}},
		{"whom it was told to: many", "de", "„Die Brücke hält“, sagte Petra Lindner den Zeitungen der Hafengruppe.", []string{"Petra Lindner: “Die Brücke hält”"}},
		{"whom it was told to: an agency", "de", "Petra Lindner kam zuerst. „Die Brücke hält“, sagte Lindner der Deutschen Presse-Agentur am Freitag.", []string{"Petra Lindner: “Die Brücke hält”"}},
		{"whom it was told to: a surname given before", "de", "Petra Lindner kam zuerst. „Die Brücke hält“, sagte Lindner dem Hafenboten.", []string{"Petra Lindner: “Die Brücke hält”"}},
		{"whom it was told to: behind a role", "de", "„Die Brücke hält“, sagte Ministerin Petra Lindner der Hafenpost.", []string{"Petra Lindner: “Die Brücke hält”"}},
		{"whom it was told to: two spoke", "de", "„Die Brücke hält“, erklärten Petra Lindner und Olaf Stein der Hafenpost.", []string{"Petra Lindner und Olaf Stein: “Die Brücke hält”"}},
		{"whom it was told to: a name with an article", "de", "„Die Brücke hält“, sagte Petra von der Heide der Hafenpost.", []string{"Petra von der Heide: “Die Brücke hält”"}},
		{"whom it was told to: a Dutch name", "de", "„Die Brücke hält“, sagte Joop den Boer.", []string{"Joop den Boer: “Die Brücke hält”"}},
		{"whom it was told to: a genitive", "de", "„Die Brücke hält“, sagte der Chef der Werft.", []string{"?: “Die Brücke hält”"}},
		{"whom it was told to: a genitive, many", "de", "„Die Brücke hält“, sagten Mitarbeiter der Werft.", []string{"?: “Die Brücke hält”"}},
		{"whom it was told to: a genitive and a name", "de", "„Die Brücke hält“, sagte der Chef der Werft Petra Lindner.", []string{"Petra Lindner: “Die Brücke hält”"}},
		{"whom it was told to: a party", "de", "„Die Brücke hält“, sagte Ministerin Petra Lindner der CDU.", []string{"Petra Lindner: “Die Brücke hält”"}},
		{"whom it was told to: before a comma", "de", "Petra Lindner sagte der Hafenpost, die Brücke halte.", []string{"Petra Lindner: die Brücke halte"}},
		{"whom it was told to: before a day", "de", "Petra Lindner sagte dem Hafenboten am Freitag, die Brücke halte.", []string{"Petra Lindner: die Brücke halte"}},
		{"whom it was told to: what was said begins so", "de", "Petra Lindner sagte, der Brücke, die alt ist, fehle nichts.", []string{"Petra Lindner: der Brücke, die alt ist, fehle nichts"}},
		{"role of a body before a quotation", "de", "Ein Beamter der Hafenpolizei: „Hier weiß man, wer die Brücke sperrt.“", []string{"?: “Hier weiß man, wer die Brücke sperrt.”"}},
		{"anaphor", "de", "Die Brücke wird im Mai gesperrt. Das teilte Petra Lindner am Montag mit.", []string{"Petra Lindner: Die Brücke wird im Mai gesperrt"}},
		{"anaphor: an object", "de", "Die Brücke wird im Mai gesperrt. Das Auto fuhr Petra Lindner am Montag.", nil},
		{"anaphor, Russian", "ru", "Мост закроют на год в мае. Об этом сообщил Игорь Малинин.", []string{"Игорь Малинин: Мост закроют на год в мае"}},
		{"anaphor, Spanish", "es", "El puente cerrará en mayo por obras. Así lo anunció Marta Roldán.", []string{"Marta Roldán: El puente cerrará en mayo por obras"}},
		{"dialogue", "es", "—No viene nadie —dijo Marta Roldán—. Son los primeros.", []string{"Marta Roldán: “No viene nadie … Son los primeros.”"}},
		{"dialogue: a list", "es", "—Pan, leche y huevos — para Marta Roldán.", nil},
		{"cue between commas", "fr", "« Ce pont, explique Luc Ferrand, ne tient plus. »", []string{"Luc Ferrand: “Ce pont … ne tient plus.”"}},
		{"commas of an apposition", "fr", "« Ce pont, vieux de cent ans, ne tient plus », a dit Luc Ferrand.", []string{"Luc Ferrand: “Ce pont, vieux de cent ans, ne tient plus”"}},
		{"elided that", "fr", "Luc Ferrand a dit qu'il fermera le pont.", []string{"Luc Ferrand: qu'il fermera le pont"}},
		{"reflexive", "fr", "« Le pont est vieux », s'est indigné Luc Ferrand.", []string{"Luc Ferrand: “Le pont est vieux”"}},
		{"participle without its auxiliary", "fr", "Luc Ferrand a vu le plan annoncé que tout le monde voulait.", nil},
		{"pour", "fr", "Pour Luc Ferrand, « le pont ne tient plus ».", []string{"Luc Ferrand: “le pont ne tient plus”"}},
		{"pour: a purpose", "fr", "Pour Luc Ferrand, le pont est fermé.", nil},
		{"gerund", "es", "Marta Roldán dijo que el puente es viejo, añadiendo que cerrará en mayo.", []string{"Marta Roldán: que el puente es viejo", "Marta Roldán: que cerrará en mayo"}},
		{"gerund, Russian", "ru", "Анна Белова сказала, что мост закроют, добавив, что ремонт начнётся в мае.", []string{"Анна Белова: что мост закроют", "Анна Белова: что ремонт начнётся в мае"}},
		{"his words", "ru", "Игорь Малинин заявил, что мост закроют. По его словам, ремонт начнётся в мае.", []string{"Игорь Малинин: что мост закроют", "Игорь Малинин: ремонт начнётся в мае"}},
	} {
		if diff := cmp.Diff(c.want, told("Zeile\n\n"+c.in+"\n", c.lang)); diff != "" {
			t.Errorf("%s, %q: %s", c.rule, c.in, diff)
		}
	}
}

// TestHeadlineAbroad holds that a place before a colon says nothing.
func TestHeadlineAbroad(t *testing.T) {
	body := "\n\nValbonne est une ville. À Valbonne, « le pont est fermé », a dit Luc Ferrand.\n"
	for headline, want := range map[string]int{
		"Valbonne : le pont va fermer":    1,
		"Luc Ferrand : le pont va fermer": 2,
	} {
		if got := told(headline+body, "fr"); len(got) != want {
			t.Errorf("%s: %q, want %d statements", headline, got, want)
		}
	}
}

func TestEcho(t *testing.T) {
	body := "\n\nThe ferry is in the yard.\n\n“I was wrong about the ferry,” said Ann Lee. “It floats.”\n"
	for _, c := range []struct{ headline, want string }{
		{"“I was wrong about the ferry”", "Ann Lee: “I was wrong about the ferry”"},
		{"“The long ferry of the night”", "Ann Lee: “I was wrong about the ferry … It floats.”"},
	} {
		if got := told(c.headline+body, "en"); len(got) == 0 || got[0] != c.want {
			t.Errorf("%s: %q, want %q first", c.headline, got, c.want)
		}
	}
}
