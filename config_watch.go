package main

import (
	"fmt"
	"strings"

	"onrecord/statements"
	"onrecord/statements/timing"
	"onrecord/statements/watch"
)

// only is what narrows a watch of the configuration. Its names were checked.
func (w WatchConfig) only() statements.Only {
	outlets, _, _ := watch.ReadOutlets(strings.Join(w.Outlets, ","))
	languages, _, _ := watch.ReadLanguages(strings.Join(w.Languages, ","))
	return statements.Only{Outlets: outlets, Verbatim: w.Kinds == "direct", Languages: languages, Sure: w.Confidence}
}

// timing is when it tells. Its digest was checked.
func (w WatchConfig) timing() statements.Timing {
	digest, _ := timing.Spec(w.Digest)
	return statements.Timing{Digest: digest, Zone: w.Zone, Quiet: w.Quiet, Most: int(w.Cap)}
}

// fault is what is wrong with what narrows and times the watch at a path.
func (w WatchConfig) fault(at string) *fault {
	_, _, outlets := watch.ReadOutlets(strings.Join(w.Outlets, ","))
	_, _, languages := watch.ReadLanguages(strings.Join(w.Languages, ","))
	_, digest := timing.Spec(w.Digest)
	for _, c := range []struct {
		key string
		err error
	}{
		{"outlets", outlets},
		{"languages", languages},
		{"confidence", watch.CheckOnly(statements.Only{Sure: w.Confidence})},
		{"digest", digest},
		{"zone", timing.Check(statements.Timing{Zone: w.Zone})},
		{"quiet", timing.Check(statements.Timing{Quiet: w.Quiet})},
		{"cap", timing.Check(statements.Timing{Most: int(w.Cap)})},
	} {
		if c.err != nil {
			return &fault{path: at + "." + c.key, text: first(c.err)}
		}
	}
	if w.Kinds != "" && w.Kinds != "direct" && w.Kinds != "all" {
		return &fault{path: at + ".kinds", text: fmt.Sprintf("%q is neither direct nor all", w.Kinds)}
	}
	return nil
}
