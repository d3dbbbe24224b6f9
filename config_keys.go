package main

import (
	"reflect"
	"strings"
)

// section is a struct of the configuration, for errors about its keys.
type section struct {
	path string
	typ  reflect.Type
}

// parent is the section that the key at path stands in.
func parent(path string) section {
	s := section{typ: reflect.TypeFor[Config]()}
	steps := strings.Split(index.ReplaceAllString(key(path), ""), ".")
	for _, step := range steps[:len(steps)-1] {
		f, ok := s.field(step)
		if !ok {
			return s
		}
		if f.Kind() == reflect.Slice {
			f = f.Elem()
		}
		if f.Kind() != reflect.Struct {
			return s
		}
		s = section{path: strings.TrimPrefix(s.path+"."+step, "."), typ: f}
	}
	return s
}

func (s section) field(key string) (reflect.Type, bool) {
	for f := range s.typ.Fields() {
		if f.Tag.Get("yaml") == key {
			return f.Type, true
		}
	}
	return nil, false
}

func (s section) name() string {
	if s.path == "" {
		return "the configuration"
	}
	return s.path
}

func (s section) keys() []string {
	var out []string
	for f := range s.typ.Fields() {
		out = append(out, f.Tag.Get("yaml"))
	}
	return out
}
