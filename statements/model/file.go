package model

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math/bits"
	"slices"

	"onrecord/statements/model/linear"
	"onrecord/statements/model/tag"
)

// Encode gives the file of m's weights.
func (m *Model) Encode() []byte {
	rows := func(name string, r linear.Rows) linear.Table {
		return linear.Table{Name: name, Size: len(r.W) / r.K, W: r.W}
	}
	tables := []linear.Table{
		rows("tags", m.Tagger.Tags), rows("names", m.Tagger.Names), {Name: "sure", W: packSure(m.Tagger.Sure)},
	}
	for _, c := range m.chains() {
		tables = append(tables,
			linear.Table{Name: c.name, Size: c.at.State.Size, Scale: c.at.Scale, W: c.at.State.W},
			linear.Table{Name: c.name + " borders", Size: c.at.Edge.Size, Scale: c.at.Scale, W: c.at.Edge.W})
	}
	return linear.Encode(tables)
}

type namedChain struct {
	name string
	at   *linear.Chain
}

func (m *Model) chains() []namedChain {
	return []namedChain{{"cues", m.Cues}, {"roles", m.Roles}, {"verdict", m.Verdict}}
}

// Decode reads a file of weights.
func Decode(b []byte) (*Model, error) {
	tables, err := linear.Decode(b)
	if err != nil {
		return nil, fmt.Errorf("read the weights: %w", err)
	}
	byName := map[string]linear.Table{}
	for _, t := range tables {
		byName[t.Name] = t
	}
	m := &Model{
		Tagger: &tag.Tagger{Words: tag.ReadWords()},
		Cues:   &linear.Chain{}, Roles: &linear.Chain{}, Verdict: &linear.Chain{},
	}
	bad := ""
	rows := func(name string, k int) linear.Rows {
		t := byName[name]
		bits := bits.Len(uint(t.Size)) - 1
		if t.Size < 1 || t.Size != 1<<bits || len(t.W) != t.Size*k {
			bad = name
			return linear.Rows{}
		}
		return linear.Rows{K: k, Shift: 32 - uint(bits), W: t.W}
	}
	checked := func(name string, k int) linear.Checked {
		t := byName[name]
		if t.Size < 1 || len(t.W) != t.Size*(k+1)+1 {
			bad = name
		}
		return linear.Checked{K: k, Size: t.Size, W: t.W}
	}
	m.Tagger.Tags, m.Tagger.Names = rows("tags", tag.Tags), rows("names", tag.Names)
	for _, c := range m.chains() {
		c.at.State, c.at.Edge = checked(c.name, linear.StateRow), checked(c.name+" borders", linear.EdgeRow)
		c.at.Scale = byName[c.name].Scale
	}
	if bad != "" {
		return nil, fmt.Errorf("read the weights: table %q is missing or has another shape", bad)
	}
	m.Tagger.Sure = unpackSure(byName["sure"].W)
	return m, nil
}

func packSure(sure *tag.Lookup) []byte {
	words := maps.Collect(sure.All())
	var b []byte
	for _, w := range slices.Sorted(maps.Keys(words)) {
		b = append(binary.LittleEndian.AppendUint32(b, w), byte(words[w]))
	}
	return b
}

func unpackSure(b []byte) *tag.Lookup {
	sure := make(map[uint32]uint8, len(b)/5)
	for ; len(b) >= 5; b = b[5:] {
		sure[binary.LittleEndian.Uint32(b)] = b[4] % tag.Tags
	}
	return tag.NewLookup(sure)
}
