package feeds

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/andybalholm/brotli"
)

var errTooLarge = errors.New("too large")

// opened reads a whole body and undoes its compression. Both what comes over
// the wire and what it opens to is capped: 60 kB of gzip can hold 64 MB.
func opened(resp *http.Response, limit int64) ([]byte, error) {
	if resp.ContentLength > limit {
		return nil, errTooLarge
	}
	body, err := readAll(resp.Body, limit, resp.ContentLength)
	if err != nil {
		return nil, err
	}
	encodings := strings.Split(strings.ToLower(resp.Header.Get("Content-Encoding")), ",")
	// Nobody needs more than two layers, and each of them costs a copy.
	for i, n := len(encodings)-1, 0; i >= 0 && n < 2; i, n = i-1, n+1 {
		if body, err = open(body, strings.TrimSpace(encodings[i]), limit); err != nil {
			return nil, err
		}
	}
	if isGzip(body) { // a feed.xml.gz, or a server that forgot to say so
		return open(body, "gzip", limit)
	}
	return body, nil
}

// open undoes one encoding. What is not encoded as it claims is left alone:
// some servers name the encoding and forget to apply it.
func open(body []byte, encoding string, limit int64) ([]byte, error) {
	var r io.Reader
	switch encoding {
	case "gzip", "x-gzip":
		if !isGzip(body) {
			return body, nil
		}
		z, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return body, nil
		}
		z.Multistream(true)
		r = z
	case "br":
		r = brotli.NewReader(bytes.NewReader(body))
	case "deflate":
		// Half of the servers leave out the wrapping that the name stands for.
		if z, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			r = z
		} else {
			r = flate.NewReader(bytes.NewReader(body))
		}
	default:
		return body, nil
	}
	out, err := readAll(r, limit, int64(len(body))*5)
	if err != nil && len(out) == 0 && !errors.Is(err, errTooLarge) {
		return body, nil
	}
	return out, err
}

func isGzip(b []byte) bool { return len(b) > 10 && b[0] == 0x1f && b[1] == 0x8b && b[2] == 8 }

// readAll reads at most limit bytes; expected is a hint for the buffer and may
// be wrong or negative.
func readAll(r io.Reader, limit, expected int64) ([]byte, error) {
	var buf bytes.Buffer
	buf.Grow(int(min(max(expected, 0)+bytes.MinRead, limit, 1<<20)))
	n, err := buf.ReadFrom(io.LimitReader(r, limit+1))
	if n > limit {
		return nil, errTooLarge
	}
	return buf.Bytes(), err
}
