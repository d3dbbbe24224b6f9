package feeds

import (
	"crypto/tls"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"
)

func TestPost(t *testing.T) {
	var got []string
	take := func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = append(got, r.Method+" "+r.URL.Path+" "+r.Header.Get("Content-Type")+" "+string(body))
	}
	open := httptest.NewServer(http.HandlerFunc(take))
	defer open.Close()
	mux := http.NewServeMux()
	mux.HandleFunc("/take", take)
	for path, to := range map[string]string{"/307": "/take", "/308": "/take", "/open": open.URL + "/take"} {
		code := map[string]int{"/308": http.StatusPermanentRedirect}[path]
		mux.Handle(path, http.RedirectHandler(to, max(code, http.StatusTemporaryRedirect)))
	}
	mux.Handle("/303", http.RedirectHandler("/take", http.StatusSeeOther))
	mux.HandleFunc("/refuse", func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "no such topic", http.StatusNotFound)
	})
	server := httptest.NewTLSServer(mux)
	defer server.Close()

	c, err := NewClient(Config{AllowPrivate: []string{"127.0.0.0/8"}, Timeout: 5 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.http.TLSClientConfig = server.Client().Transport.(*http.Transport).TLSClientConfig
	const sent = "POST /take application/x-www-form-urlencoded secret=herring"
	for _, tc := range []struct {
		path   string
		status int
		want   string // what arrived; "" is nothing
		body   string
	}{
		{"/take", 200, sent, ""},
		{"/307", 200, sent, ""},
		{"/308", 200, sent, ""},
		{"/303", 303, "", ""}, // the form would not be sent again
		{"/open", 307, "", ""},
		{"/refuse", 404, "", "no such topic\n"},
	} {
		got = nil
		f, err := c.Post(t.Context(), server.URL+tc.path, url.Values{"secret": {"herring"}})
		if f == nil {
			t.Errorf("%s: %v", tc.path, err)
			continue
		}
		if (err == nil) != (tc.status == 200) || f.Status != tc.status || string(f.Body) != tc.body {
			t.Errorf("%s: got status %d, %q, %v", tc.path, f.Status, f.Body, err)
		}
		if len(got) > 1 || len(got) == 1 && got[0] != tc.want || len(got) == 0 && tc.want != "" {
			t.Errorf("%s: %q arrived, want %q", tc.path, got, tc.want)
		}
	}
	strict, err := NewClient(Config{Timeout: 5 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer strict.Close()
	strict.http.TLSClientConfig = &tls.Config{RootCAs: c.http.TLSClientConfig.RootCAs}
	if f, err := strict.Post(t.Context(), server.URL+"/take", nil); f != nil || err == nil {
		t.Errorf("a private address was asked: %v, %v", f, err)
	}
}
