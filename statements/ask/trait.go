package ask

import (
	"slices"
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// trait is one thing that an article tells of who somebody is: "general
// secretary of the Ferrymen's Union", "who chairs their union", "its
// president".
type trait struct {
	role  []string // words of the role, as roleWords has them
	of    []string // words of whose, and of what else is said
	named bool     // whose is told by name
	whose string   // "its", "his": somebody who was named before
	post  post     // the office of a known body that it is

	implied []string // the land that most likely has it, where none is told: a home secretary is Britain's
}

// words are those of the role and of whose.
func (t trait) words() []string { return slices.Concat(t.role, t.of) }

// deeds are what somebody does who bears a role, and the role: "who chairs the
// union", "for the defence".
var deeds = map[string]string{
	"chairs": "chair", "leads": "leader", "led": "leader", "heads": "head", "headed": "head", "runs": "head", "directs": "director", "manages": "manager",
	"coaches": "coach", "owns": "owner", "founded": "founder", "governs": "governor", "commands": "commander", "represents": "lawyer", "defends": "lawyer",
	"presides": "president", "edits": "editor", "negotiates": "negotiator", "prosecutes": "prosecutor",
	"prosecuting": "prosecutor", "defending": "lawyer",
	"chair": "chair", "lead": "leader", "head": "head", "run": "head", "direct": "director", "represent": "lawyer", "command": "commander", // of several
}

// traitOf takes a description apart as an article words it.
func traitOf(words string) trait {
	words = strings.ReplaceAll(strings.TrimSpace(words), "’", "'")
	t := partsOf(words)
	t.post, _ = postOf(upTo(words, ","), false)
	t.implied = strings.Fields(english().implied[bareTitle(upTo(words, ","))])
	return t
}

func partsOf(words string) trait {
	if side, ok := strings.CutPrefix(strings.ToLower(words), "for the "); ok && (side == "defence" || side == "defense" || side == "prosecution") {
		return trait{role: roleWords(side + " lawyer")}
	}
	first, rest, _ := strings.Cut(words, " ")
	if first == "who" || first == "which" {
		first, rest, _ = strings.Cut(rest, " ")
		if first == "has" || first == "had" {
			first, rest, _ = strings.Cut(rest, " ")
		}
		if office, ok := strings.CutPrefix(rest, "as "); ok && (first == "served" || first == "serves" || first == "worked" || first == "works" || first == "acted" || first == "acts") {
			t := traitOf(upTo(office, " from ", " until ", " between ", " under "))
			if first == "served" || first == "worked" || first == "acted" {
				t.role = append(t.role, "former")
			}
			return t
		}
		if deeds[first] == "" {
			return trait{}
		}
	}
	if role := deeds[first]; role != "" {
		rest = upTo(rest, ",", " who ", " which ", " whose ", " and ", " since ")
		return trait{role: roleWords(role), of: roleWords(rest), named: capitalised(rest)}
	}
	var t trait
	if _, rest, ok := strings.Cut(words, " who "); ok {
		t.of = roleWords(upTo(rest, ","))
	}
	words = upTo(words, ",", " who ", " whom ", " which ", " whose ", " that ", " since ", " and ")
	if owned[strings.ToLower(first)] {
		t.whose, words = strings.ToLower(first), rest
	}
	for _, of := range [...]string{" of ", " for ", " at ", " in ", " to ", " on ", " with "} {
		if role, body, ok := strings.Cut(words, of); ok {
			words, t.of, t.named = role, append(t.of, roleWords(body)...), t.named || capitalised(body)
		}
	}
	for _, of := range [...]string{"'s ", "s' "} {
		if k := strings.LastIndex(words, of); k >= 0 {
			body := words[:k+1]
			words, t.of, t.named = words[k+len(of):], append(t.of, roleWords(strings.TrimSuffix(body, "'"))...), t.named || capitalised(strings.TrimPrefix(body, "The "))
		}
	}
	t.role = roleWords(words)
	t.named = t.named || capitalised(ownerIn(words))
	return t
}

// upTo is what stands in s before the first of some stops.
func upTo(s string, stops ...string) string {
	for _, stop := range stops {
		s, _, _ = strings.Cut(s, stop)
	}
	return s
}

// capitalised reports whether a word of words is a name.
func capitalised(words string) bool {
	for _, w := range text.Words(words) {
		raw := w.Of(words)
		if raw != strings.ToLower(raw) && english().lexicon.Flags(w.Folded)&(lexicon.Role|lexicon.Adjective|lexicon.Honorific|closed) == 0 {
			return true
		}
	}
	return false
}

// ownerIn is what stands before a role and is none of it: "Ostervik United head
// coach", "Solheim lawyer".
func ownerIn(words string) string {
	fields := strings.Fields(words)
	for i, f := range fields {
		if english().lexicon.Flags(strings.ToLower(f))&(lexicon.Role|lexicon.Adjective|lexicon.Honorific|lexicon.Office) != 0 {
			return strings.Join(fields[:i], " ")
		}
	}
	return ""
}
