package websub_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"hash"
	"log/slog"
	"strings"
	"testing"

	"onrecord/feeds/websub"
	"onrecord/statements"
)

var methods = map[string]func() hash.Hash{"sha1": sha1.New, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New}

// signed is the header of a hub that signs body.
func signed(method, secret, body string) string {
	mac := hmac.New(methods[method], []byte(secret))
	mac.Write([]byte(body))
	return method + "=" + hex.EncodeToString(mac.Sum(nil))
}

func TestSignature(t *testing.T) {
	const secret, body = "herring", "<feed/>"
	for method := range methods {
		good := signed(method, secret, body)
		for header, want := range map[string]bool{
			good: true, strings.ToUpper(method) + good[len(method):]: true, " " + good + " ": true,
			method + "=" + strings.ToUpper(good[len(method)+1:]): true,

			good[:len(good)-1]: false, good[:len(good)-2]: false, good + "00": false, method + "=": false, method: false,
			signed(method, "cod", body): false, signed(method, secret, body+" "): false, "md5" + good[len(method):]: false,
			method + "=" + strings.Repeat("zz", len(good[len(method)+1:])/2): false,
		} {
			if got := websub.Holds(header, secret, []byte(body)); got != want {
				t.Errorf("%q: got %v, want %v", header, got, want)
			}
		}
	}
	if websub.Holds("", secret, []byte(body)) {
		t.Error("a push that is not signed holds")
	}
	// From RFC 4231, test case 2: not only our own words for it.
	if !websub.Holds("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", "Jefe", []byte("what do ya want for nothing?")) {
		t.Error("the signature of RFC 4231 does not hold")
	}
}

func FuzzSignature(f *testing.F) {
	f.Add(signed("sha1", "herring", "<feed/>"), "<feed/>")
	f.Add(signed("sha512", "herring", ""), "")
	f.Add("sha256=zz", "x")
	f.Add("=", "=")
	f.Fuzz(func(t *testing.T, header, body string) {
		name, _, _ := strings.Cut(strings.TrimSpace(header), "=")
		want := methods[strings.ToLower(name)] != nil &&
			strings.EqualFold(strings.TrimSpace(header), signed(strings.ToLower(name), "herring", body))
		if got := websub.Holds(header, "herring", []byte(body)); got != want {
			t.Errorf("%q: got %v, want %v", header, got, want)
		}
	})
}

// A secret in a log or an error is one that strangers know.
func TestSecretsAreNotPrinted(t *testing.T) {
	s := statements.Subscription{Token: "kippers", Secret: "herring", Callback: "https://bot.example/kippers", Hub: hubAt}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "subscription", s, "secret", s.Secret)
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "subscription", s, "secret", s.Secret)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		fmt.Fprintf(&log, verb+"\n", s)
	}
	if out := log.String(); strings.Contains(out, "herring") || strings.Contains(out, "kippers") || !strings.Contains(out, "hub.example") {
		t.Error(out)
	}
}
