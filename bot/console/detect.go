package console

import (
	"os"
	"strings"

	"golang.org/x/term"
)

// widest is how wide cards are drawn at most, however wide the terminal is.
const widest = 80

// Detect fills in what the streams of c and the environment say: whether it is
// a terminal, how wide, with colours, and in which encoding.
func Detect(c Config) Config {
	in, out := file(c.In), file(c.Out)
	screen := out != nil && term.IsTerminal(int(out.Fd()))
	c.Interactive = screen && in != nil && term.IsTerminal(int(in.Fd())) && os.Getenv("TERM") != "dumb"
	c.Color = screen && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	// A pipe leads to a program, and programs read UTF-8 whatever the locale.
	c.ASCII = screen && !utf8Locale(os.Getenv)
	if screen {
		c.Width = columnsOf(out)
	}
	return c
}

func file(stream any) *os.File {
	f, _ := stream.(*os.File)
	return f
}

// columnsOf is how wide a card may be on a terminal.
func columnsOf(f *os.File) int {
	wide, _, err := term.GetSize(int(f.Fd()))
	if err != nil || wide <= 0 {
		return widest
	}
	return min(wide, widest)
}

// utf8Locale reads the encoding of the locale by the rules of POSIX: the first
// of LC_ALL, LC_CTYPE and LANG that is set. Where none is, as in containers
// and services, UTF-8 is the safer guess.
func utf8Locale(env func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(env(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}
