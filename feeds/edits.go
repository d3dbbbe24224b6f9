package feeds

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/cespare/xxhash/v2"

	"onrecord/statements"
)

// Edited is an item of a feed whose text is another one than that which its
// article was made of.
type Edited struct {
	Feed statements.Feed
	Item Item
	Mark int64  // of its text, from now on
	Text string // the article's, as it stands in the feed, without its headline
	At   time.Time
}

// mostEdits is how many items of a visit are compared with their articles. Of a
// feed that is set anew as a whole the others wait for the next visits.
const mostEdits = 10

// errMoreEdits leaves a feed's body unknown, so that its next visit goes on.
var errMoreEdits = errors.New("more items were edited")

// mark tells texts of an item apart. It is made of them as the feed has them:
// most items of most visits are neither read nor cleaned. It is never 0.
func (it *Item) mark() int64 {
	h := xxhash.New()
	for _, s := range []string{it.unread.in.raw(it.unread.summary), it.unread.in.raw(it.unread.content), it.Summary, it.Content} {
		h.WriteString(s)      //nolint:errcheck // it has none
		h.WriteString("\x00") //nolint:errcheck
	}
	return int64(max(h.Sum64(), 1)) //nolint:gosec // any number will do
}

// raw is the text that s stands for, as the document has it.
func (p putAside) raw(s string) string {
	if t := p.find(s); t != nil {
		return t.content
	}
	return s
}

// edits tells of the seen items whose texts were edited. waiting says that
// there are more of them.
func (p *Poller) edits(ctx context.Context, f statements.Feed, items []Item, seen map[string]int64) (waiting, err error) {
	if p.Edited == nil {
		return nil, nil
	}
	n, had := 0, map[string]bool{}
	for _, it := range slices.Backward(items) {
		was := seen[it.Key]
		if was == 0 || had[it.Key] { // of the same item twice the one that was kept
			continue
		}
		had[it.Key] = true
		mark := it.mark()
		if mark == was {
			continue
		}
		if n++; n > mostEdits {
			return errMoreEdits, nil
		}
		it.read()
		text, ok := whole(it)
		if !ok {
			continue // it is only a teaser now
		}
		if err := p.Edited(ctx, Edited{Feed: f, Item: it, Mark: mark, Text: text, At: p.now()}); err != nil {
			return nil, &storeError{fmt.Errorf("keep an edit of an item of feed %d: %w", f.ID, err)}
		}
	}
	return nil, nil
}
