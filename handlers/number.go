package handlers

import (
	"fmt"
	"strconv"
	"strings"
)

// plainFrom is the first number that can be typed bare after an answer: lower
// ones mean a place in the answer that is on the screen.
const plainFrom = 100

// ref is how a statement's number is typed: "48213", or "No.7" where "7" could
// mean the seventh answer.
func ref(id int64) string {
	if id < plainFrom {
		return fmt.Sprintf("No.%d", id)
	}
	return strconv.FormatInt(id, 10)
}

// parseRef reads the number of a statement ("48213", "No. 7", "Nr. 7", "№ 7",
// "n.º 7", "#7") or of an article ("A9917").
func parseRef(s string) (id int64, article, ok bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	for _, mark := range [...]string{"no", "nr", "nº", "n.º", "n°", "№", "#"} {
		if rest, found := strings.CutPrefix(s, mark); found {
			s = strings.TrimPrefix(rest, ".")
			break
		}
	}
	if rest, found := strings.CutPrefix(s, "a"); found {
		s, article = rest, true
	}
	id, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
	return id, article, err == nil && id > 0
}
