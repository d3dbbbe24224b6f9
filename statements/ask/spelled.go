package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// called are those of found who have no name but words.
func called(words string, found []statements.Speaker) []statements.Speaker {
	var out []statements.Speaker
	for _, s := range found {
		if speakers.Key(s.Name) == speakers.Key(words) {
			out = append(out, s)
		}
	}
	return out
}

// surname reports whether words are the last of a longer name, or the first,
// where family names stand.
func surname(words string, s statements.Speaker) bool {
	k, typed := speakers.Key(s.Name), speakers.Key(words)
	if namesBody(lastFolded(words)) || english().lexicon.Has("partisan", typed) {
		return false // the House is no White House, the Republican nominee no Republican Committee
	}
	return strings.Contains(k, " ") && (lastWord(k) == typed || strings.HasPrefix(k, typed+" ")) && !slices.ContainsFunc(text.Words(s.Name), func(w text.Word) bool { return namesBody(w.Folded) })
}

// namesBody reports whether a folded word is what bodies are called: "ministry".
func namesBody(word string) bool {
	return english().lexicon.Flags(word)&(lexicon.Body|lexicon.OrganisationWord) != 0
}

// spelled gives those of found whose name, other spelling or role has every
// word of words: the same people, not others whom a search thought alike.
func (q *question) spelled(words string, found []statements.Speaker) []statements.Speaker {
	role, titled := q.hasRole(words), gendered[q.firstFolded(words)]
	var out []statements.Speaker
	for _, s := range found {
		for _, name := range append([]string{s.Name}, s.Aliases...) {
			if !titled && (holdsAll(name, words) || holdsAll(s.Role+" "+name, words)) || !role && speakers.Same(words, name) {
				out = append(out, s)
				break
			}
		}
	}
	if titled {
		return fullest(out)
	}
	return themselves(out, words)
}

// themselves leaves out bodies that bear the name of somebody who is found: who
// asks for Lee asks for no "Lee administration".
func themselves(found []statements.Speaker, words string) []statements.Speaker {
	typed := speakers.Key(words)
	own := func(s statements.Speaker) bool { return lastWord(speakers.Key(s.Name)) == typed }
	if !slices.ContainsFunc(found, own) {
		return found
	}
	return slices.DeleteFunc(found, func(s statements.Speaker) bool {
		return strings.HasPrefix(speakers.Key(s.Name), typed+" ") && namesBody(lastFolded(s.Name))
	})
}

// fullest leaves out bare surnames where somebody with a full name is found: of
// them nobody knows whether "Mrs" fits.
func fullest(found []statements.Speaker) []statements.Speaker {
	var out []statements.Speaker
	for _, s := range found {
		if strings.Contains(speakers.Key(s.Name), " ") {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return found
	}
	return out
}

// gendered are the honorifics that tell two of one surname apart.
var gendered = map[string]bool{"mr": true, "ms": true, "mrs": true, "miss": true, "sir": true, "lord": true, "lady": true, "dame": true, "herr": true, "frau": true, "madame": true, "monsieur": true}

func (q *question) firstFolded(words string) string {
	if ws := text.Words(words); len(ws) > 0 {
		return ws[0].Folded
	}
	return ""
}

// holdsAll reports whether name has all words of part, but for articles.
func holdsAll(name, part string) bool {
	have := map[string]bool{}
	for _, w := range text.Words(name) {
		have[strings.TrimSuffix(w.Folded, "'s")] = true
	}
	n := 0
	for _, w := range text.Words(part) {
		f := strings.TrimSuffix(w.Folded, "'s")
		if f == "the" || f == "of" {
			continue
		}
		if !have[f] {
			return false
		}
		n++
	}
	return n > 0
}
