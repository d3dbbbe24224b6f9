package endpoint

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// No more is read than was agreed, and what is said goes to nobody else.
func TestNew(t *testing.T) {
	elsewhere := 0
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere++ }))
	defer other.Close()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v1/models/away" {
			http.Redirect(w, r, other.URL, http.StatusTemporaryRedirect)
			return
		}
		w.Write([]byte(`{"id": "` + strings.Repeat("a", 1000) + `"}`))
	}))
	defer srv.Close()
	if m, err := New(srv.URL+"/v1", "k", time.Minute, 2000).GetModel(t.Context(), "near"); err != nil || len(m.ID) != 1000 {
		t.Errorf("a whole answer: %d characters, %v", len(m.ID), err)
	}
	if _, err := New(srv.URL+"/v1", "k", time.Minute, 500).GetModel(t.Context(), "near"); err == nil {
		t.Error("more was read than was agreed")
	}
	if _, err := New(srv.URL+"/v1", "k", time.Minute, 2000).GetModel(t.Context(), "away"); err == nil || elsewhere != 0 {
		t.Errorf("a redirect was followed %d times: %v", elsewhere, err)
	}
}
