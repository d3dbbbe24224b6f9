package handlers

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

// A pair tells more than a word, and still stands where its number puts it.
func TestTopicsStandInTheOrderOfTheirNumbers(t *testing.T) {
	found := []statements.Found{
		of(1, "Echo", "The night ferry sails", now), of(2, "Wire", "A night ferry is no quota", now),
		of(3, "Sund", "No quota", now), of(4, "Port", "One quota for all", now),
	}
	want := []statements.Tally{{Name: "quota", N: 3}, {Name: "night ferry", N: 2}}
	if d := cmp.Diff(want, topics(found, statements.Profile{})); d != "" {
		t.Error(d)
	}
}
