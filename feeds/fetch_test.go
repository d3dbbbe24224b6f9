package feeds_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"onrecord/feeds"
	"onrecord/statements"
)

func zip(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.Bytes()
}

func TestGetOpensWhatIsPacked(t *testing.T) {
	text := strings.Repeat("herring ", 1000)
	var br bytes.Buffer
	w := brotli.NewWriter(&br)
	io.WriteString(w, text)
	w.Close()
	for name, tt := range map[string]struct {
		encoding string
		body     []byte
	}{
		"plain":              {"", []byte(text)},
		"gzip":               {"gzip", zip(text)},
		"brotli":             {"br", br.Bytes()},
		"gzip unsaid":        {"", zip(text)},
		"gzip said, not so":  {"gzip", []byte(text)},
		"brotli, not so":     {"br", []byte(text)},
		"twice":              {"gzip, gzip", zip(string(zip(text)))},
		"an unknown word":    {"utf-8", []byte(text)},
		"deflate, not so":    {"deflate", []byte(text)},
		"gzip in many parts": {"gzip", append(zip(text[:4000]), zip(text[4000:])...)},
	} {
		t.Run(name, func(t *testing.T) {
			srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if tt.encoding != "" {
					w.Header().Set("Content-Encoding", tt.encoding)
				}
				w.Write(tt.body)
			}))
			defer srv.Close()
			f, err := client(t).Get(t.Context(), srv.URL, "", "")
			if err != nil {
				t.Fatal(err)
			}
			if string(f.Body) != text {
				t.Errorf("%d bytes, want %d: %.60q", len(f.Body), len(text), f.Body)
			}
		})
	}
}

func TestGetSaysWhy(t *testing.T) {
	mux := http.NewServeMux()
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close) // after the parallel tests
	bomb := zip(strings.Repeat("A", 64<<20))
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb)
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 1<<20)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/hang", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/trickle", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			w.Write([]byte("x"))
			w.(http.Flusher).Flush()
			select {
			case <-r.Context().Done():
			case <-time.After(50 * time.Millisecond):
			}
		}
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		w.Write([]byte("half"))
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/pool", http.StatusFound) })
	mux.HandleFunc("/pool", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/deep/", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "file:///etc/passwd")
		w.WriteHeader(302)
	})
	mux.HandleFunc("/metadata", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest", http.StatusFound)
	})
	mux.HandleFunc("/inside", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://10.0.0.1/", http.StatusFound)
	})
	mux.HandleFunc("/later", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Retry-After", "90"); w.WriteHeader(503) })
	c := client(t)
	for path, want := range map[string]struct {
		says   string
		theirs bool
	}{
		"/bomb":     {"larger than 8 MB", true},
		"/endless":  {"larger than 8 MB", true},
		"/hang":     {"did not finish its answer within 2s", true},
		"/trickle":  {"did not finish its answer within 2s", true},
		"/short":    {"broke off in the middle", true},
		"/loop":     {"redirects in circles", true},
		"/deep/":    {"redirects more than 10 times", true},
		"/file":     {"redirects to something that is not http", true},
		"/metadata": {"private address", false},
		"/inside":   {"private address", false},
		"/later":    {"status 503", true},
		"/nothing":  {"status 404", true},
	} {
		t.Run(path[1:], func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			_, err := c.Get(t.Context(), strings.Replace(srv.URL, "://", "://user:secret@", 1)+path+"?token=secret", "", "")
			var e *feeds.Error
			var p *statements.Problem
			if !errors.As(err, &e) || !errors.As(err, &p) {
				t.Fatalf("%T %v", err, err)
			}
			if !strings.Contains(p.Text.String(), want.says) || e.Theirs != want.theirs || p.Hint.String() == "" {
				t.Errorf("%+v, theirs %v; want %q", p, e.Theirs, want.says)
			}
			if strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "\n") {
				t.Errorf("a secret or a line end in %q", err)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
			if path == "/later" && e.RetryAfter != 90*time.Second {
				t.Errorf("Retry-After read as %v", e.RetryAfter)
			}
		})
	}
}

func TestGetAsksConditionally(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"a"` && r.Header.Get("If-Modified-Since") == "Sat, 21 Nov 2026 09:00:00 GMT" {
			w.WriteHeader(304)
			return
		}
		w.Header().Set("ETag", `"a"`)
		w.Header().Set("Last-Modified", "Sat, 21 Nov 2026 09:00:00 GMT")
	}))
	defer srv.Close()
	c := client(t)
	f, err := c.Get(t.Context(), srv.URL, "", "")
	if err != nil || f.NotModified {
		t.Fatal(f, err)
	}
	if f, err = c.Get(t.Context(), srv.URL, f.ETag, f.LastModified); err != nil || !f.NotModified {
		t.Errorf("%+v %v", f, err)
	}
}

func TestGetNotesWherePermanentRedirectsLead(t *testing.T) {
	mux := http.NewServeMux()
	srv := httptest.NewServer(mux)
	defer srv.Close()
	mux.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/older", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/older", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/new", http.StatusPermanentRedirect)
	})
	mux.HandleFunc("/new", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "here") })
	mux.HandleFunc("/today", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/old", http.StatusFound) })
	mux.HandleFunc("/half", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/today", http.StatusMovedPermanently)
	})
	for path, want := range map[string]string{"/old": "/new", "/today": "", "/half": "/today", "/new": ""} {
		f, err := client(t).Get(t.Context(), srv.URL+path, "", "")
		if err != nil {
			t.Fatal(err)
		}
		if want != "" {
			want = srv.URL + want
		}
		if f.MovedTo != want {
			t.Errorf("%s: moved to %q, want %q", path, f.MovedTo, want)
		}
	}
}

func TestPrivateAddressesAreRefusedUnlessAllowed(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer srv.Close()
	u, _ := url.Parse(srv.URL)
	local := "http://localhost:" + u.Port() + "/"
	for _, tt := range []struct {
		allow, url string
		ok         bool
	}{
		{"", srv.URL, false},
		{"", local, false},
		{"127.0.0.1", srv.URL, true},
		{"127.0.0.0/8", srv.URL, true},
		{u.Host, srv.URL, true},
		{"127.0.0.1:1", srv.URL, false},
		{"localhost:" + u.Port(), local, true},
		{"localhost:" + u.Port(), srv.URL, false},
		{"10.0.0.0/8", srv.URL, false},
		{"::1", srv.URL, false},
	} {
		config := feeds.Default()
		config.AllowPrivate = []string{tt.allow}
		c, err := feeds.NewClient(config)
		if err != nil {
			t.Fatal(err)
		}
		if _, err = c.Get(t.Context(), tt.url, "", ""); (err == nil) != tt.ok {
			t.Errorf("%s with %q allowed: %v", tt.url, tt.allow, err)
		}
		c.Close()
	}
	config := feeds.Default()
	for _, bad := range []string{"nonsense", "10.0.0.0/99", "http://10.0.0.1/", ":80"} {
		config.AllowPrivate = []string{bad}
		if _, err := feeds.NewClient(config); err == nil || !strings.Contains(err.Error(), "try 127.0.0.1:8080") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
