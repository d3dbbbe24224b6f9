package websub

import (
	"crypto/hmac"
	"crypto/sha1" //nolint:gosec // hubs sign with it, and as an HMAC it holds
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"hash"
	"strings"

	"onrecord/statements"
)

// methods are those that the recommendation names.
var methods = map[string]func() hash.Hash{
	"sha1": sha1.New, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New,
}

// signature is a push's, while its body comes in.
type signature struct {
	claimed []byte
	hash.Hash
}

// newSignature reads an X-Hub-Signature header ("sha256=" and hexadecimal
// digits); false if it is none.
func newSignature(header string, secret statements.Secret) (signature, bool) {
	name, digits, _ := strings.Cut(strings.TrimSpace(header), "=")
	method := methods[strings.ToLower(name)]
	if method == nil {
		return signature{}, false
	}
	s := signature{Hash: hmac.New(method, []byte(secret))}
	if len(digits) != 2*s.Size() {
		return signature{}, false
	}
	var err error
	s.claimed, err = hex.DecodeString(digits)
	return s, err == nil
}

// holds reports, in constant time, whether what was written is what was signed.
func (s signature) holds() bool { return hmac.Equal(s.claimed, s.Sum(nil)) }
