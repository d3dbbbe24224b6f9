package feeds

import "onrecord/statements"

// damage says what a reading of a damaged feed is worth: why, and how many of
// the items that the last whole reading had are missing.
func damage(f statements.Feed, doc *Document) (why string, lost int) {
	if !doc.Damaged {
		return "", 0
	}
	if lost = max(0, f.Items-len(doc.Items)); lost > 0 {
		return "The document is broken, and some of its items are missing.", lost
	}
	return "The document is broken and had to be mended.", 0
}
