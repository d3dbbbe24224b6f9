package ask

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// longAgo is how many days before its report something was said at most, as a rule,
// that a report tells as past already: "Lee had warned", "she said at the time".
const longAgo = 90

// earlier reports whether an article tells f as past when other things of the report
// were said, and does not say when that was.
func earlier(f statements.Found) bool {
	st, body := f.Statement, f.Article.Text
	cue := text.Fold(st.Cue.Of(body))
	if strings.HasPrefix(cue, "had ") {
		return true
	}
	if st.Cue.IsZero() || st.Cue.End > len(body) {
		return false
	}
	said := cue + strings.ToLower(upTo(body[st.Cue.End:], ".", ",", "\n"))
	for _, then := range [...]string{" at the time", " then", " at that time", " back then"} {
		if strings.HasSuffix(said, then) {
			return true
		}
	}
	return false
}

// mayPrecede reports whether f, which an article of day told tells as past, may have
// been said before since.
func mayPrecede(f statements.Found, told, since statements.Date) bool {
	return !since.IsZero() && earlier(f) && statements.DateOf(told.Time().AddDate(0, 0, -longAgo)).Before(since)
}
