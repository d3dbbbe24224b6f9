package console

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/handlers"
	"onrecord/statements"
)

// fileAddress is what the desk is given for the path of a file: whoever has the
// terminal has the machine. An address of the web stays one.
func fileAddress(typed string) string {
	if typed == "" || strings.Contains(typed, "://") {
		return typed
	}
	path, err := filepath.Abs(typed)
	if err != nil {
		path = typed
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

// files prints what comes with a reply: text as it is, of all else its name.
func (s *Surface) files(list []handlers.File) string {
	var b strings.Builder
	for _, f := range list {
		if !strings.HasPrefix(f.Type, "text/") {
			b.WriteString("  " + s.in().Say("%s, %s kB: save FILE keeps it", f.Name, (len(f.Body)+999)/1000) + "\n\n")
			continue
		}
		b.WriteString((&page{}).cleaned(string(f.Body)) + "\n")
	}
	return b.String()
}

// endings are those of the files that answers come with.
var endings = []string{".bib", ".csv", ".json", ".md", ".opml", ".png"}

func ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

func endsAlike(a, b string) bool { return ending(a) == ending(b) }

// save keeps a file of the last reply: under its own name, or under a path, whose
// ending chooses among several. What is there is never overwritten.
func (s *Surface) save(path string) handlers.Reply {
	if len(s.memory.files) == 0 {
		return s.problem(statements.Say("There is no file on the screen that could be kept."), statements.Say("`timeline`, `export` and `feed export` make some."))
	}
	f := s.memory.files[0]
	if path == "" {
		path = f.Name
	}
	if i := slices.IndexFunc(s.memory.files, func(o handlers.File) bool { return endsAlike(path, o.Name) }); i >= 0 {
		f = s.memory.files[i]
	} else if slices.Contains(endings, ending(path)) {
		return s.problem(statements.Say("The file on the screen is %s; ‘%s’ is the name of another kind.", f.Name, (&page{}).line(path)), statements.Say("`save` alone keeps it under its own name."))
	}
	to, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err == nil {
		_, err = to.Write(f.Body)
		err = errors.Join(err, to.Close())
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return s.problem(statements.Say("There is a file ‘%s’ already.", (&page{}).line(path)), statements.Say("Name another one: `save FILE`."))
	case err != nil:
		return s.problem(statements.Say("The file cannot be written: %s.", (&page{}).line(err.Error())), statements.Say("Name another place: `save FILE`."))
	}
	return handlers.Reply{Cards: []handlers.Card{{Form: handlers.FormDone, Lead: []handlers.Block{{Runs: []handlers.Run{{Text: s.in().Say("Kept in %s.", path)}}}}}}}
}
