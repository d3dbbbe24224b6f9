package sources

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/text"
)

// longestNickname is how many bytes a nickname between marks has at most, the
// marks counted.
const longestNickname = 20

// Nickname reports whether item i is a nickname in marks inside a name: Ann
// “Bo” Lee.
func Nickname(s *cues.Sentence, i int) bool {
	if !s.IsQuote(i) || i == 0 || i+1 >= len(s.Items) || s.Items[i].End-s.Items[i].Start > longestNickname || !s.Items[i].Cap {
		return false
	}
	before, after := s.Items[i-1], s.Items[i+1]
	return before.Kind == text.Letters && before.Cap && after.Kind == text.Letters && after.Cap && after.Gap
}

// plain writes a name without the nickname inside it.
func plain(src string, s *cues.Sentence, name Range) string {
	from, parts := name.First, []string{}
	for i := name.First; i < name.End; i++ {
		if s.IsQuote(i) {
			parts = append(parts, span(s, Range{from, i}).Of(src))
			from = i + 1
		}
	}
	parts = append(parts, span(s, Range{from, name.End}).Of(src))
	return clean(strings.Join(parts, " "))
}
