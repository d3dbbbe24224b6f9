package locales

import (
	"strings"

	"golang.org/x/text/language"
)

// Tongue is the language that a reader reads. The zero Tongue is English.
type Tongue struct{ lang string }

// English is what everything is written in first.
var English Tongue

// Marked is the pseudo-locale.
const Marked = "en-XA"

// Of is the language of a locale as Discord ("es-419") or an environment
// ("de_DE.UTF-8") has it; English for what is none of ours.
func Of(locale string) Tongue {
	locale, _, _ = strings.Cut(locale, ".")
	locale = strings.ReplaceAll(locale, "_", "-")
	if locale == Marked {
		return Tongue{Marked}
	}
	tag, err := language.Parse(locale)
	if err != nil {
		return Tongue{}
	}
	base, _ := tag.Base()
	if _, ok := files[base.String()]; !ok {
		return Tongue{}
	}
	return Tongue{base.String()}
}

// translated reports whether t has a file.
func (t Tongue) translated() bool { return t.lang != "" && t.lang != Marked }

// FromEnvironment is the language of whoever sits at this machine, by the
// variables that POSIX has for it, in their order. lookup is os.Getenv.
// https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html
func FromEnvironment(lookup func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := lookup(name); v != "" {
			return v
		}
	}
	return ""
}
