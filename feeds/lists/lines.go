package lists

import (
	"strings"

	"onrecord/statements"
)

// lines takes text with an address a line, as it is written by hand: empty
// lines and those that begin with # are left out, and what follows an address
// is the feed's name. Text of any other kind is no list.
func (b *builder) lines(text string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		address, name, _ := strings.Cut(line, " ")
		if !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "feed:") {
			b.list = statements.FeedList{}
			return
		}
		b.add(statements.ListedFeed{URL: address, Name: name})
	}
}
