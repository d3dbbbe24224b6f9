package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Table is one table of weights in a file.
type Table struct {
	Name  string
	Size  int     // rows
	Scale float32 // of one step of the weights
	W     []byte
}

const magic = "onrecord weights 1\n"

// errShort says that a file ends too early.
var errShort = errors.New("the weights end too early")

// Encode writes tables into one file. Runs of nothing, which is most of it, are
// counted instead of written.
func Encode(tables []Table) []byte {
	out := []byte(magic)
	for _, t := range tables {
		out = append(out, byte(len(t.Name)))
		out = append(out, t.Name...)
		out = binary.LittleEndian.AppendUint32(out, uint32(t.Size))
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(t.Scale))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(t.W)))
		out = squeeze(out, t.W)
	}
	return out
}

// longest run that one byte can count.
const longestRun = 128

// squeeze appends w: a byte n below 128 announces n+1 weights, one from 128 on
// n-127 zeros.
func squeeze(out []byte, w []byte) []byte {
	for i := 0; i < len(w); {
		n := 0
		for i+n < len(w) && n < longestRun && w[i+n] == 0 {
			n++
		}
		if n > 1 || n == 1 && (i+1 == len(w) || w[i+1] == 0) {
			out = append(out, byte(127+n))
			i += n
			continue
		}
		// up to the next pair of zeros
		for n = 0; i+n < len(w) && n < longestRun; n++ {
			if w[i+n] == 0 && (i+n+1 == len(w) || w[i+n+1] == 0) {
				break
			}
		}
		out = append(out, byte(n-1))
		out = append(out, w[i:i+n]...)
		i += n
	}
	return out
}

// mostWeights is what one table may hold: a file that says more is broken.
const mostWeights = 1 << 26

// Decode reads the tables of a file.
func Decode(b []byte) ([]Table, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errors.New("these are no weights of this version")
	}
	b = b[len(magic):]
	var out []Table
	for len(b) > 0 {
		n := int(b[0])
		if len(b) < n+13 {
			return nil, errShort
		}
		t := Table{Name: string(b[1 : n+1]), Size: int(binary.LittleEndian.Uint32(b[n+1:]))}
		t.Scale = math.Float32frombits(binary.LittleEndian.Uint32(b[n+5:]))
		size := binary.LittleEndian.Uint32(b[n+9:])
		if size > mostWeights || t.Size > int(size) {
			return nil, fmt.Errorf("table %q has a wrong size", t.Name)
		}
		t.W = make([]byte, size)
		var err error
		if b, err = expand(t.W, b[n+13:]); err != nil {
			return nil, fmt.Errorf("table %q: %w", t.Name, err)
		}
		out = append(out, t)
	}
	return out, nil
}

// expand undoes squeeze and gives what follows.
func expand(w []byte, b []byte) ([]byte, error) {
	for i := 0; i < len(w); {
		if len(b) == 0 {
			return nil, errShort
		}
		if n := int(b[0]) - 127; n > 0 {
			if i+n > len(w) {
				return nil, errShort
			}
			i += n
			b = b[1:]
			continue
		}
		n := int(b[0]) + 1
		if len(b) < n+1 || i+n > len(w) {
			return nil, errShort
		}
		copy(w[i:], b[1:n+1])
		i += n
		b = b[n+1:]
	}
	return b, nil
}
