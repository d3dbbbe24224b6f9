package discordtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
)

// spec is Discord's own description of its API, as far as bodies go.
type spec struct {
	routes []specRoute
}

type specRoute struct {
	method string
	parts  []string
	schema *openapi3.Schema
}

var (
	specsMu sync.Mutex
	specs   = map[string]*spec{} // by file: reading one takes a second
)

// loadSpec reads the document named by path, by the environment, or beside the
// module. No document at all is no error; one that cannot be read is.
func loadSpec(path string) (*spec, error) {
	if path == "" {
		path = os.Getenv("ONRECORD_DISCORD_OPENAPI")
	}
	if path == "" {
		path = beside()
	}
	if path == "" {
		return nil, nil
	}
	specsMu.Lock()
	defer specsMu.Unlock()
	if s := specs[path]; s != nil {
		return s, nil
	}
	doc, err := readSpec(path)
	if err != nil {
		return nil, fmt.Errorf("read Discord's OpenAPI document: %w", err)
	}
	s := &spec{}
	for at, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			if op.RequestBody == nil || op.RequestBody.Value == nil {
				continue
			}
			media := op.RequestBody.Value.Content.Get("application/json")
			if media == nil || media.Schema == nil {
				continue
			}
			s.routes = append(s.routes, specRoute{method, strings.Split(strings.Trim(at, "/"), "/"), media.Schema.Value})
		}
	}
	// A path with a name in it (@original) goes before one with any id there.
	sort.SliceStable(s.routes, func(i, j int) bool { return s.routes[i].open() < s.routes[j].open() })
	if len(s.routes) == 0 {
		return nil, errors.New("the OpenAPI document describes no request")
	}
	specs[path] = s
	return s, nil
}

func readSpec(path string) (*openapi3.T, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, err
	}
	plainer(v)
	if raw, err = json.Marshal(v); err != nil {
		return nil, err
	}
	return openapi3.NewLoader().LoadFromData(raw)
}

// beside finds the document next to the module: ../shared/discord.
func beside() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			path := filepath.Join(filepath.Dir(dir), "shared", "discord", "openapi.json")
			if _, err := os.Stat(path); err == nil {
				return path
			}
			return ""
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}

// check holds a body to the document. A path that it does not describe is
// refused by the routes.
func (s *spec) check(method, path string, body []byte) error {
	var v any
	if err := json.Unmarshal(body, &v); err != nil {
		return err
	}
	for _, r := range s.routes {
		if r.method == method && r.fits(strings.Split(strings.Trim(path, "/"), "/")) {
			return r.schema.VisitJSON(v)
		}
	}
	return nil
}

// plainer rewrites what the document has from JSON Schema 2020 into what the
// quick validator knows: const as an enum of one. And it lets the one number
// that Discord's own pages write as a string be a string.
func plainer(v any) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			plainer(one)
		}
	case map[string]any:
		if c, has := v["const"]; has {
			v["enum"] = []any{c}
			delete(v, "const")
		}
		if _, has := v["default_member_permissions"].(map[string]any); has {
			v["default_member_permissions"] = map[string]any{"type": []any{"string", "integer", "null"}}
		}
		for _, one := range v {
			plainer(one)
		}
	}
}

// open counts the parts that may be anything.
func (r specRoute) open() int {
	n := 0
	for _, p := range r.parts {
		if strings.HasPrefix(p, "{") {
			n++
		}
	}
	return n
}

// fits compares a path with one of the document: {name} is any part.
func (r specRoute) fits(path []string) bool {
	if len(path) != len(r.parts) {
		return false
	}
	for i, p := range r.parts {
		if !strings.HasPrefix(p, "{") && p != path[i] {
			return false
		}
	}
	return true
}
