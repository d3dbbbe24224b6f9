package console

import (
	"strings"
	"testing"
	"time"

	"onrecord/handlers"
	"onrecord/handlers/locales"
)

// The terminal speaks the language that it is given, and English where it is
// given none, whatever the machine speaks.
func TestTheReadersLanguage(t *testing.T) {
	t.Setenv("LC_ALL", "fr_FR.UTF-8")
	for locale, want := range map[string][]string{
		"":            {"There is no command ‘frobnicate’.", "There is no answer on the screen that next could belong to."},
		"C":           {"There is no command ‘frobnicate’."},
		"de_DE.UTF-8": {"Es gibt keinen Befehl ‘frobnicate’.", locales.Of("de").Say("How to read a card")},
		"ru":          {locales.Of("ru").Say("There is no command ‘%s’.", "frobnicate"), "Как читать карточку"},
		"en-XA":       {"⟦There is no command ‘⟧frobnicate⟦’.⟧"},
	} {
		var out strings.Builder
		s := New(Config{Desk: &handlers.Desk{}, Locale: locale, In: strings.NewReader("frobnicate the quota now\nnext\nhelp\n"), Out: &out})
		if err := s.Run(t.Context()); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(out.String(), w) {
				t.Errorf("%q: %q is not said:\n%s", locale, w, out.String())
			}
		}
	}
}

func TestMomentsInOtherLanguages(t *testing.T) {
	at := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	for d, want := range map[time.Duration]string{
		-5 * time.Minute: "5 мин назад", 3 * time.Hour: "через 3 ч", -72 * time.Hour: "3 дня назад", -21 * 24 * time.Hour: "21 день назад",
	} {
		if got := ago(locales.Of("ru"), at, at.Add(d)); strings.ReplaceAll(got, "\u00a0", " ") != want {
			t.Errorf("%v: got %q, want %q", d, got, want)
		}
	}
}
