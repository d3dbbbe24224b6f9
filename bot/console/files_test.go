package console

import (
	"strings"
	"testing"

	"onrecord/handlers"
)

func TestFilesArePrinted(t *testing.T) {
	var out strings.Builder
	s := New(Config{Out: &out, Width: 80})
	s.show(handlers.Reply{Cards: []handlers.Card{card("Two feeds.")}, Files: []handlers.File{
		{Name: "feeds.opml", Type: "text/x-opml", Body: []byte("<opml>\n  <body>\x1b[2J\u202e</body>\n</opml>")},
		{Name: "weeks.png", Type: "image/png", Body: []byte("\x89PNG")},
	}})
	want := "Two feeds.\n\n<opml>\n  <body>[2J</body>\n</opml>\nweeks.png: 4 bytes\n\n"
	if out.String() != want {
		t.Errorf("got %q\nwant %q", out.String(), want)
	}
}

func TestFileAddress(t *testing.T) {
	for typed, want := range map[string]string{"": "", "/tmp/a b.opml": "file:///tmp/a%20b.opml", "https://a.example/x.opml": "https://a.example/x.opml"} {
		if got := fileAddress(typed); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
}
