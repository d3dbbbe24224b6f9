package console

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"onrecord/handlers"
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
			fmt.Fprintf(&b, "%s: %d bytes\n\n", f.Name, len(f.Body))
			continue
		}
		b.WriteString((&page{}).cleaned(string(f.Body)) + "\n")
	}
	return b.String()
}
