package lexicon

import "strings"

// inflect makes the forms of an English verb. Irregular past and participle
// may be given; double asks for the doubled last letter of "admitted".
func inflect(base, past, part string, double bool) map[string]Form {
	stem := base
	if double {
		stem += base[len(base)-1:]
	}
	third, ing := base+"s", stem+"ing"
	regular := stem + "ed"
	last := base[len(base)-1]
	switch {
	case strings.HasSuffix(base, "ee") || strings.HasSuffix(base, "oe"):
		regular = base + "d"
	case last == 'e':
		regular, ing = base+"d", base[:len(base)-1]+"ing"
	case last == 'y' && !strings.ContainsAny(base[len(base)-2:len(base)-1], "aeiou"):
		regular, third = base[:len(base)-1]+"ied", base[:len(base)-1]+"ies"
	}
	for _, hiss := range [...]string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(base, hiss) {
			third = base + "es"
		}
	}
	if past == "" {
		past = regular
	}
	out := map[string]Form{}
	if part != "" && part != past {
		out[part] = PastPart
	}
	out[base] = Base
	out[third] = Third
	out[ing] = Participle
	out[past] = Past // last: "read" is more often past than not
	return out
}
