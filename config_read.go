package main

import (
	_ "embed"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"onrecord/statements"
)

//go:embed config.example.yaml
var example []byte

// readConfig reads the file at path over the defaults. Its errors are
// *statements.Problem and name the file, the line, the key and a good value.
func readConfig(path string) (Config, error) {
	c := Defaults()
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c, &statements.Problem{
			Text: statements.Say("There is no configuration %s.", path),
			Hint: statements.Say("Copy config.example.yaml to that place, or name another file with --config."),
		}
	case err != nil:
		return c, &statements.Problem{
			Text: statements.Say("The configuration %s cannot be read: %s.", path, reason(err)),
			Hint: statements.Say("Name a readable file with --config."),
		}
	}
	if err := decode(path, data, &c); err != nil {
		return c, err
	}
	c.Store.URL = beside(path, c.Store.URL)
	return c, nil
}

// beside makes a file's name relative to the configuration's folder.
func beside(config, url string) string {
	name, isURI := strings.CutPrefix(url, "file:")
	if strings.Contains(url, "://") || strings.HasPrefix(name, ":memory:") || filepath.IsAbs(name) {
		return url
	}
	name = filepath.Join(filepath.Dir(config), name)
	if isURI {
		return "file:" + name
	}
	return name
}

func decode(path string, data []byte, c *Config) error {
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return located(path, nil, err)
	}
	if len(file.Docs) > 1 {
		return &statements.Problem{
			Text: statements.Say("%s:%s: a second document begins here.", path, file.Docs[1].GetToken().Position.Line),
			Hint: statements.Say("Put everything into one, without lines of ---."),
		}
	}
	if hasBody(file) { // the library takes an empty file for a file of zeroes
		if err := yaml.UnmarshalWithOptions(data, c, yaml.Strict()); err != nil {
			return located(path, file, err)
		}
	}
	if f := c.fault(); f != nil {
		return &statements.Problem{
			Text: statements.Say("%s:%s: %s: %s.", path, lineOf(file, f.path), key(f.path), f.text),
			Hint: statements.Say("A good value is %s.", good(f.path, f.good)),
		}
	}
	return nil
}

func hasBody(f *ast.File) bool {
	for _, d := range f.Docs {
		if d.Body != nil {
			return true
		}
	}
	return false
}

// located turns an error of the YAML library into a problem with file, line
// and key.
func located(path string, file *ast.File, err error) error {
	var unknown *yaml.UnknownFieldError
	var at yaml.Error
	if !errors.As(err, &at) {
		return &statements.Problem{
			Text: statements.Say("%s is not YAML: %s.", path, err),
			Hint: statements.Say("config.example.yaml shows a good file."),
		}
	}
	tok := at.GetToken()
	where := pathOf(file, tok)
	text := strings.TrimSuffix(at.GetMessage(), ".")
	if errors.As(err, &unknown) {
		section := parent(where)
		return &statements.Problem{
			Text: statements.Say("%s:%s: %s is no key of %s.", path, tok.Position.Line, tok.Value, section.name()),
			Hint: statements.Say("Its keys are %s.", strings.Join(section.keys(), ", ")),
		}
	}
	if key(where) == "" {
		return &statements.Problem{
			Text: statements.Say("%s:%s: %s.", path, tok.Position.Line, text),
			Hint: statements.Say("Mend that line; config.example.yaml shows a good file."),
		}
	}
	return &statements.Problem{
		Text: statements.Say("%s:%s: %s: %s.", path, tok.Position.Line, key(where), text),
		Hint: statements.Say("A good value is %s.", good(where, "")),
	}
}

// pathOf finds the YAML path of the node that begins with tok.
func pathOf(file *ast.File, tok *token.Token) string {
	if file == nil || tok == nil {
		return ""
	}
	v := &finder{at: *tok.Position}
	for _, d := range file.Docs {
		if d.Body != nil {
			ast.Walk(v, d.Body)
		}
	}
	return v.path
}

type finder struct {
	at   token.Position
	path string
}

func (f *finder) Visit(n ast.Node) ast.Visitor {
	if p := n.GetToken().Position; p.Line == f.at.Line && p.Column == f.at.Column && n.GetPath() != "" {
		f.path = n.GetPath()
	}
	return f
}

func lineOf(file *ast.File, path string) int {
	for p := path; p != "$" && p != ""; p = up(p) {
		at, err := yaml.PathString(p)
		if err != nil {
			continue
		}
		if n, err := at.FilterFile(file); err == nil && n != nil {
			return n.GetToken().Position.Line
		}
	}
	return 1
}

var lastStep = regexp.MustCompile(`(\.[^.\[]+|\[\d+\])$`)

func up(path string) string { return lastStep.ReplaceAllString(path, "") }

// key is a path as people write it: feeds.list[0].url.
func key(path string) string { return strings.TrimPrefix(strings.TrimPrefix(path, "$"), ".") }

// first is an error's first sentence without its full stop.
func first(err error) string {
	var p *statements.Problem
	if errors.As(err, &p) {
		return strings.TrimSuffix(p.Text.String(), ".")
	}
	return strings.TrimSuffix(err.Error(), ".")
}

// reason is an error of the file system without the path, which the sentence
// around it names already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
