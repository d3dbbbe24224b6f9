package feeds_test

import (
	"io"
	"net/http"
	"testing"
)

// What stands before a wall is kept as what it is; what stands in place of an
// article is not kept at all.
func TestWalledPagesAreStubs(t *testing.T) {
	const free = "The harbour board of Vell has a new crane, which lifts twice as much as the old one and needs half as many hands, its chair said on Saturday at the quay."
	for name, tt := range map[string]struct{ page, text string }{
		"paywall": {"<p>" + free + "</p><p>Subscribe to continue reading.</p>", "Crane arrives\n\n" + free},
		"consent": {"<p>We and our 842 partners store and/or access information on a device, and so do theirs.</p>" +
			"<p>You may accept all, or manage preferences; see our privacy policy about cookies, consent and more.</p>", "Crane arrives\n\nThe new crane is here."},
	} {
		t.Run(name, func(t *testing.T) {
			url := site(t, func(w http.ResponseWriter, r *http.Request) {
				io.WriteString(w, `<html lang="en"><head><title>Crane arrives</title></head><body><article><h1>Crane arrives</h1>`+tt.page+`</article></body></html>`)
			})
			m := newMemory(url)
			p, _ := poller(t, m)
			v := cycle(t, p)[0]
			if len(m.arrived) != 1 || v.Problem != "" {
				t.Fatalf("%d arrived, %q", len(m.arrived), v.Problem)
			}
			if a := m.arrived[0].Article; !a.Stub || a.Text != tt.text {
				t.Errorf("stub %t, text %q", a.Stub, a.Text)
			}
		})
	}
}
