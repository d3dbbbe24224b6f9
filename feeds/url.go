package feeds

// Canonical is an article's identity: its address without fragment, tracking
// parameters, default port and the like. What is no http address is given back
// trimmed.
func Canonical(rawURL string) string { return rawURL }

// CheckURL reports what is wrong with the address of a feed or page.
func CheckURL(rawURL string) error { return nil }
