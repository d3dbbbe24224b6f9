package watch

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"onrecord/statements"
)

// The most that narrows one watch.
const (
	mostOutlets    = 20
	mostOutletName = 100 // characters
	mostLanguages  = 10
)

// CheckOnly says what is wrong with what narrows a watch; nil if nothing is.
// An error is a *statements.Problem.
func CheckOnly(o statements.Only) error {
	if _, _, err := ReadOutlets(strings.Join(o.Outlets, ",")); err != nil {
		return err
	}
	if _, _, err := ReadLanguages(strings.Join(o.Languages, ",")); err != nil {
		return err
	}
	return checkSure(o.Sure)
}

// ReadOutlets reads names of outlets and hosts with commas between them. The
// column of the first mistake counts characters from 1; its error is a
// *statements.Problem.
func ReadOutlets(typed string) (outlets []string, column int, err error) {
	const try = "Give names as the cards show them, or hosts, with commas between: Harbor Courier, fjordwire.example."
	for _, part := range parts(typed) {
		switch {
		case spelt(part.text) == "":
			return nil, part.column, &statements.Problem{Text: statements.Say("‘%s’ is no name of an outlet.", part.text), Hint: statements.Say(try)}
		case utf8.RuneCountInString(part.text) > mostOutletName:
			return nil, part.column, &statements.Problem{Text: statements.Say("A name of an outlet has more than %s characters.", mostOutletName), Hint: statements.Say(try)}
		}
		name := strings.Join(strings.Fields(part.text), " ")
		if host := hostIn(name); host != "" {
			name = host
		}
		if !slices.ContainsFunc(outlets, func(o string) bool { return spelt(o) == spelt(name) }) {
			outlets = append(outlets, name)
		}
		if len(outlets) > mostOutlets {
			return nil, part.column, &statements.Problem{Text: statements.Say("These are more than %s outlets.", mostOutlets), Hint: statements.Say("Make two watches of it, or leave outlets out.")}
		}
	}
	return outlets, 0, nil
}

// ReadLanguages reads languages, by their tag or their English name, with
// commas or spaces between them. It is ReadOutlets in everything else.
func ReadLanguages(typed string) (tags []string, column int, err error) {
	for _, part := range parts(strings.ReplaceAll(typed, " ", ",")) {
		tag, ok := languageOf(part.text)
		if !ok {
			return nil, part.column, &statements.Problem{Text: statements.Say("‘%s’ is no language that is known here.", part.text),
				Hint: statements.Say("Give tags or English names with commas between: en, German.")}
		}
		if !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
		if len(tags) > mostLanguages {
			return nil, part.column, &statements.Problem{Text: statements.Say("These are more than %s languages.", mostLanguages), Hint: statements.Say("Leave languages out: then all of them count.")}
		}
	}
	return tags, 0, nil
}

// ReadSure reads a confidence: 0.8, 0,8 or 80 %. An error is a
// *statements.Problem.
func ReadSure(typed string) (float64, error) {
	number, percent := strings.CutSuffix(strings.TrimSpace(typed), "%")
	v, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(number), ",", "."), 64)
	if percent {
		v /= 100
	}
	if err != nil {
		return 0, badSure("‘" + typed + "’")
	}
	return v, checkSure(v)
}

func checkSure(v float64) error {
	if !(v >= 0 && v <= 1) { // not a number is not between, either
		return badSure(strconv.FormatFloat(v, 'g', -1, 64))
	}
	return nil
}

func badSure(given string) error {
	return &statements.Problem{Text: statements.Say("%s is no confidence between 0 and 1.", given), Hint: statements.Say("Give one such as 0.8; who is named next to the quote has about 0.97.")}
}

// part is one of several things that were typed, and the column in which it
// begins.
type part struct {
	text   string
	column int
}

// parts cuts a list at its commas. Empty ones are left out.
func parts(typed string) []part {
	var out []part
	column := 1
	for _, s := range strings.Split(typed, ",") {
		lead := len(s) - len(strings.TrimLeft(s, " \t"))
		if t := strings.TrimSpace(s); t != "" {
			out = append(out, part{t, column + lead})
		}
		column += utf8.RuneCountInString(s) + 1
	}
	return out
}

// languages are those that news are often in, by their BCP 47 primary tags and
// English names. Statements are read best in the first five.
var languages = [][2]string{
	{"en", "English"}, {"de", "German"}, {"es", "Spanish"}, {"fr", "French"}, {"ru", "Russian"},
	{"af", "Afrikaans"}, {"am", "Amharic"}, {"ar", "Arabic"}, {"az", "Azerbaijani"}, {"be", "Belarusian"},
	{"bg", "Bulgarian"}, {"bn", "Bengali"}, {"bs", "Bosnian"}, {"ca", "Catalan"}, {"cs", "Czech"},
	{"cy", "Welsh"}, {"da", "Danish"}, {"el", "Greek"}, {"et", "Estonian"}, {"eu", "Basque"},
	{"fa", "Persian"}, {"fi", "Finnish"}, {"ga", "Irish"}, {"gl", "Galician"}, {"he", "Hebrew"},
	{"hi", "Hindi"}, {"hr", "Croatian"}, {"hu", "Hungarian"}, {"hy", "Armenian"}, {"id", "Indonesian"},
	{"is", "Icelandic"}, {"it", "Italian"}, {"ja", "Japanese"}, {"ka", "Georgian"}, {"kk", "Kazakh"},
	{"ko", "Korean"}, {"ku", "Kurdish"}, {"ky", "Kyrgyz"}, {"lt", "Lithuanian"}, {"lv", "Latvian"},
	{"mk", "Macedonian"}, {"mn", "Mongolian"}, {"ms", "Malay"}, {"my", "Burmese"}, {"nb", "Bokmål"},
	{"ne", "Nepali"}, {"nl", "Dutch"}, {"nn", "Nynorsk"}, {"no", "Norwegian"}, {"pl", "Polish"},
	{"ps", "Pashto"}, {"pt", "Portuguese"}, {"ro", "Romanian"}, {"sk", "Slovak"}, {"sl", "Slovene"},
	{"so", "Somali"}, {"sq", "Albanian"}, {"sr", "Serbian"}, {"sv", "Swedish"}, {"sw", "Swahili"},
	{"ta", "Tamil"}, {"tg", "Tajik"}, {"th", "Thai"}, {"tr", "Turkish"}, {"uk", "Ukrainian"},
	{"ur", "Urdu"}, {"uz", "Uzbek"}, {"vi", "Vietnamese"}, {"yi", "Yiddish"}, {"zh", "Chinese"},
}

// languageOf gives the tag of what was typed.
func languageOf(typed string) (string, bool) {
	tag, name := primary(typed), spelt(typed)
	for _, l := range languages {
		if l[0] == tag || spelt(l[1]) == name {
			return l[0], true
		}
	}
	return "", false
}

// LanguageNames gives the English names of tags; a tag without one stays.
func LanguageNames(tags []string) []string {
	out := slices.Clone(tags)
	for i, tag := range tags {
		for _, l := range languages {
			if l[0] == tag {
				out[i] = l[1]
			}
		}
	}
	return out
}

// Languages gives the tags and English names of the languages that ReadLanguages
// knows, those that statements are read best in first.
func Languages() [][2]string { return slices.Clone(languages) }
