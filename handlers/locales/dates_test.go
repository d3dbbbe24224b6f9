package locales

import (
	"testing"
	"time"
)

// A Russian month beside a day is another word than one without.
func TestMonthsAlone(t *testing.T) {
	at := time.Date(2026, 5, 20, 9, 4, 0, 0, time.UTC)
	for _, c := range []struct{ lang, layout, want string }{
		{"ru", "Jan 2006", "май 2026"}, {"ru", "January 2006", "май 2026"}, {"ru", "2 Jan 2006", "20 мая 2026"},
		{"de", "Jan 2006", "Mai 2026"}, {"en", "Jan 2006", "May 2026"},
	} {
		if got := Of(c.lang).Layout(c.layout, at); got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.lang, c.layout, got, c.want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for lang, want := range map[string]string{"en": "0.90", "de": "0,90", "es": "0,90", "fr": "0,90", "ru": "0,90"} {
		if got := Of(lang).Say("%s", 0.9); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
