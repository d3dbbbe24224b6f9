package locales_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"onrecord/handlers"
)

// sentence is one thing that is said.
type sentence struct {
	where   string // the first file that says it
	context string
	id      string
	plural  string
	spare   bool // may be missing
}

func (s sentence) key() string { return s.context + "\x04" + s.id }

// rooms are those whose words can reach a chat.
var rooms = []string{"handlers", "bot", "statements", "feeds/discover", "feeds/lists"}

// sayers are the functions whose arguments are sentences, and which ones; of
// two, the second is the plural of the first if the name is Count.
var sayers = map[string][]int{"Say": {0}, "Count": {1, 2}, "Layout": {0}, "Joined": {0}, "wrong": {1, 2}, "kept": {0}}

// sentences finds everything that is said, in the order of the files.
func sentences(t *testing.T) []sentence {
	t.Helper()
	c := collector{t: t, known: map[string]int{}}
	c.days()
	for _, cmd := range (&handlers.Desk{}).Commands() {
		c.command(cmd)
	}
	for _, room := range rooms {
		err := filepath.WalkDir(filepath.Join("../..", room), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			c.file(path)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return c.all
}

type collector struct {
	t     *testing.T
	all   []sentence
	known map[string]int
}

func (c *collector) add(s sentence) {
	if i, ok := c.known[s.key()]; ok {
		if s.plural != "" && c.all[i].plural == "" {
			c.all[i].plural = s.plural
		}
		return
	}
	c.known[s.key()] = len(c.all)
	c.all = append(c.all, s)
}

// days are the names that layouts stand for.
func (c *collector) days() {
	for m := time.January; m <= time.December; m++ {
		c.add(sentence{where: "handlers/locales/dates.go", context: "layout", id: m.String()[:3]})
		c.add(sentence{where: "handlers/locales/dates.go", context: "layout", id: m.String()})
		c.add(sentence{where: "handlers/locales/dates.go", context: "alone", id: m.String()[:3], spare: true})
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		c.add(sentence{where: "handlers/locales/dates.go", context: "layout", id: d.String()[:3]})
		c.add(sentence{where: "handlers/locales/dates.go", context: "layout", id: d.String()})
	}
	for _, l := range []string{"2 Jan", "2"} { // Between chooses
		c.add(sentence{where: "handlers/locales/dates.go", context: "layout", id: l})
	}
}

// command adds a row of the table: its words, its texts.
func (c *collector) command(cmd handlers.Command) {
	name := func(id string) { c.add(sentence{where: "handlers/table.go", context: "name", id: id}) }
	text := func(id string) { c.add(sentence{where: "handlers/table.go", id: id}) }
	spare := func(id string) { c.add(sentence{where: "handlers/table.go", context: "name", id: id, spare: true}) }
	for w := range strings.FieldsSeq(cmd.Name) {
		name(w)
	}
	if strings.Contains(cmd.Name, " ") {
		spare(cmd.Name)
	}
	if cmd.Message != "" {
		name(cmd.Message)
	}
	text(cmd.Text)
	for _, o := range cmd.Options {
		name(o.Name)
		spare(cmd.Name + "/" + o.Name)
		text(o.Text)
		for _, choice := range o.Choices {
			text(choice.Name)
		}
	}
}

// file adds what a file says. A sayer takes a literal, a constant of its file,
// or a name that whoever wrote the function says further up.
func (c *collector) file(path string) {
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		c.t.Fatal(err)
	}
	where := strings.TrimPrefix(filepath.ToSlash(path), "../../")
	constants := map[string]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok {
			for i := range v.Names {
				if i < len(v.Values) {
					if s, ok := constant(v.Values[i], nil); ok {
						constants[v.Names[i].Name] = s
					}
				}
			}
		}
		return true
	})
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := called(call)
		which, ok := sayers[name]
		if !ok || name == "wrong" && !strings.HasPrefix(where, "statements/watch/") {
			return true
		}
		var said []string
		for _, i := range which {
			if i < len(call.Args) {
				if s, ok := constant(call.Args[i], constants); ok {
					said = append(said, s)
				}
			}
		}
		switch {
		case name == "Count" && len(said) == 2:
			c.add(sentence{where: where, id: said[0], plural: said[1]})
		case name == "Layout" && len(said) == 1:
			c.add(sentence{where: where, context: "layout", id: said[0]})
		case name == "Say" || name == "Joined" || name == "wrong" || name == "kept":
			for _, s := range said {
				if s != "" {
					c.add(sentence{where: where, id: s})
				}
			}
		}
		return true
	})
}

func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// constant is the text of a literal, a sum of literals, or a constant.
func constant(e ast.Expr, constants map[string]string) (string, bool) {
	switch x := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(x.Value)
		return s, err == nil && x.Kind == token.STRING
	case *ast.Ident:
		s, ok := constants[x.Name]
		return s, ok
	case *ast.BinaryExpr:
		a, okA := constant(x.X, constants)
		b, okB := constant(x.Y, constants)
		return a + b, okA && okB
	}
	return "", false
}
