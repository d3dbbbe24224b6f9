package console

import (
	"os"
	"path/filepath"
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
	want := "Two feeds.\n\n<opml>\n  <body>[2J</body>\n</opml>\n  weeks.png, 1 kB: save FILE keeps it\n\n"
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

// A file on the screen is kept under a name that nothing else has.
func TestSave(t *testing.T) {
	s := New(Config{Out: &strings.Builder{}})
	if got := s.save("x"); got.Cards[0].Form != handlers.FormProblem {
		t.Error("nothing can be kept before there is a file")
	}
	s.memory.see(handlers.Reply{Files: []handlers.File{{Name: "weeks.png", Type: "image/png", Body: []byte("png!")}}})
	path := filepath.Join(t.TempDir(), "kept.png")
	s.save(path)
	if b, err := os.ReadFile(path); err != nil || string(b) != "png!" {
		t.Errorf("%q, %v", b, err)
	}
	for _, taken := range []string{path, filepath.Join(path, "below")} {
		if got := s.save(taken); got.Cards[0].Form != handlers.FormProblem {
			t.Errorf("%s was written", taken)
		}
	}
}

// A name that ends as another kind of file is one for something that is not on the
// screen any more.
func TestSaveUnderAnotherKindsName(t *testing.T) {
	s := New(Config{Out: &strings.Builder{}})
	s.memory.see(handlers.Reply{Files: []handlers.File{{Name: "feeds.opml", Type: "text/x-opml", Body: []byte("<opml/>")}, {Name: "weeks.csv", Type: "text/csv", Body: []byte("a,b")}}})
	dir := t.TempDir()
	for name, want := range map[string]string{"timeline.PNG": "", "a.json": "", "list.xml": "<opml/>", "mine": "<opml/>", "b.CSV": "a,b"} {
		reply := s.save(filepath.Join(dir, name))
		b, _ := os.ReadFile(filepath.Join(dir, name))
		if refused := reply.Cards[0].Form == handlers.FormProblem; string(b) != want || refused != (want == "") {
			t.Errorf("%s: %q, refused %v", name, b, refused)
		}
	}
}
