package cluster

import (
	"encoding/binary"
	"errors"
	"time"

	"onrecord/statements"
)

// packing is the version of the bytes that Pack writes, and of what is in them:
// signatures of another version are made anew from the text.
const packing = 1

var errPacked = errors.New("no signature of this version")

// Pack writes a signature as bytes, some 200 for a usual statement.
func (s Signature) Pack() []byte {
	b := []byte{packing, flags(s.Said, s.Top, s.Negated, s.Direct, s.Sampled)}
	b = binary.AppendUvarint(b, s.Article)
	b = binary.AppendUvarint(b, uint64(s.Place))
	b = binary.AppendVarint(b, dayNumber(s.Day))
	b = appendText(b, s.Speaker)
	b = appendText(b, s.Venue)
	b = binary.BigEndian.AppendUint64(b, s.Exact)
	b = appendList(b, s.Words)
	b = appendText(b, string(s.In))
	b = appendList(b, s.Quoted)
	b = appendList(b, s.Pairs)
	b = appendList(b, s.Numbers)
	b = appendList(b, s.Runs)
	return appendList(b, s.Quotes)
}

// Unpack reads what Pack has written.
func Unpack(b []byte) (Signature, error) {
	var s Signature
	if len(b) < 2 || b[0] != packing {
		return s, errPacked
	}
	u := unpacker{rest: b[2:]}
	for i, f := range []*bool{&s.Said, &s.Top, &s.Negated, &s.Direct, &s.Sampled} {
		*f = b[1]&(1<<i) != 0
	}
	s.Article = u.number()
	s.Place = int(min(u.number(), 1<<31))
	s.Day = dateOf(u.signed())
	s.Speaker, s.Venue = u.text(), u.text()
	s.Exact = u.fixed()
	s.Words = list[Word](&u)
	s.In = []byte(u.text())
	s.Quoted = list[uint32](&u)
	s.Pairs = list[uint32](&u)
	s.Numbers = list[uint32](&u)
	s.Runs = list[uint32](&u)
	s.Quotes = list[uint64](&u)
	if len(s.In) == 0 {
		s.In = nil
	}
	if u.bad || len(u.rest) > 0 || s.In != nil && len(s.In) != len(s.Words) {
		return Signature{}, errPacked
	}
	return s, nil
}

func flags(set ...bool) byte {
	var b byte
	for i, f := range set {
		if f {
			b |= 1 << i
		}
	}
	return b
}

// dayNumber is a day as days since 1970, with 0 for the unknown one.
func dayNumber(d statements.Date) int64 {
	if d.IsZero() {
		return 0
	}
	n := d.Time().Unix() / secondsADay
	if n >= 0 {
		n++
	}
	return n
}

func dateOf(n int64) statements.Date {
	if n == 0 || n > 1e6 || n < -1e6 {
		return statements.Date{}
	}
	if n > 0 {
		n--
	}
	return statements.DateOf(time.Unix(n*secondsADay, 0).UTC())
}

const secondsADay = 24 * 60 * 60

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendList writes an ascending list as its first and the steps to the next.
func appendList[T ~uint32 | ~uint64](b []byte, list []T) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	var before T
	for _, v := range list {
		b = binary.AppendUvarint(b, uint64(v-before))
		before = v
	}
	return b
}

// unpacker reads what may be anything: after the first thing that is wrong it
// gives zeros.
type unpacker struct {
	rest []byte
	bad  bool
}

func (u *unpacker) number() uint64 {
	v, n := binary.Uvarint(u.rest)
	return v * u.took(n)
}

func (u *unpacker) signed() int64 {
	v, n := binary.Varint(u.rest)
	return v * int64(u.took(n))
}

// took goes on by n bytes: 1 if they were there, else 0.
func (u *unpacker) took(n int) uint64 {
	if n <= 0 || n > len(u.rest) {
		u.bad, u.rest = true, nil
		return 0
	}
	u.rest = u.rest[n:]
	return 1
}

func (u *unpacker) fixed() uint64 {
	if len(u.rest) < 8 {
		u.bad, u.rest = true, nil
		return 0
	}
	v := binary.BigEndian.Uint64(u.rest)
	u.rest = u.rest[8:]
	return v
}

func (u *unpacker) text() string {
	n := u.number()
	if n > uint64(len(u.rest)) {
		u.bad, u.rest = true, nil
		return ""
	}
	s := string(u.rest[:n])
	u.rest = u.rest[n:]
	return s
}

func list[T ~uint32 | ~uint64](u *unpacker) []T {
	n := u.number()
	if n > uint64(len(u.rest)) { // each takes a byte at least
		u.bad, u.rest = true, nil
		return nil
	}
	var out []T
	var v T
	for range n {
		v += T(u.number())
		out = append(out, v)
	}
	return out
}
