package feeds

import (
	"onrecord/statements"
	"onrecord/statements/reasons"
)

// damage says what was wrong with a feed, and how many of its items are missing
// from the reading: of a document that ends too early, one at least, and as
// many as the last reading had more. Other damage costs no whole item.
func damage(f statements.Feed, doc *Document) (why string, lost int) {
	switch {
	case doc.Cut:
		return reasons.EndsEarly.With(), max(1, f.Items-len(doc.Items))
	case doc.Damaged:
		return reasons.Mended.With(), 0
	}
	return "", 0
}
