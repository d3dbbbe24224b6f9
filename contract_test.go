package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

// An answer names each other outlet that carries what was said, whether it has
// the article or reports the same in one of its own.
func TestAnswerNamesWhoElseCarriesIt(t *testing.T) {
	by := func(outlet, url string) statements.Found {
		return statements.Found{Article: statements.Article{Outlet: outlet, URL: url}}
	}
	f := by("Harbor Courier", "https://courier.example/1")
	f.Also = []statements.Outlet{{Name: "Fjord Wire", URL: "https://wire.example/1"}}
	f.Others = []statements.Found{by("Ostervik Post", "https://post.example/2"), by("Harbor Courier", "https://courier.example/2"), by("Fjord Wire", "https://wire.example/2")}
	want := []outletJSON{{"Fjord Wire", "https://wire.example/1"}, {"Ostervik Post", "https://post.example/2"}}
	if diff := cmp.Diff(want, newAnswer(f).Also); diff != "" {
		t.Error(diff)
	}
}
