package store_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/store"
	"onrecord/store/storetest"
)

// contract is what every method promises, on both databases. A name begins with
// its method's; what follows a space is the case.
var contract = map[string]func(t *testing.T, a archive){}

// promise adds to the contract.
func promise(name string, f func(t *testing.T, a archive)) bool {
	if contract[name] != nil {
		panic("twice in the contract: " + name)
	}
	contract[name] = f
	return true
}

// archive is one empty archive and a Store on it.
type archive struct {
	*store.Store
	open func() *store.Store // another Store on the same archive
}

func TestContract(t *testing.T) {
	for _, name := range sorted(contract) {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, open func() *store.Store) {
				contract[name](t, archive{open(), open})
			})
		})
	}
}

func sorted(m map[string]func(*testing.T, archive)) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// A method that nobody tests on both databases is one that may work on one.
func TestContractHasEveryMethod(t *testing.T) {
	of := reflect.TypeFor[*store.Store]()
	if of.NumMethod() < 30 {
		t.Fatalf("*Store has %d methods: reflection sees too few", of.NumMethod())
	}
	for i := range of.NumMethod() {
		method := of.Method(i).Name
		if !slices.ContainsFunc(sorted(contract), func(name string) bool {
			first, _, _ := strings.Cut(name, " ")
			return first == method
		}) {
			t.Errorf("the contract has no test of %s", method)
		}
	}
}

// same reports a difference; times are compared as instants.
func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

// get gives the value of a call that must not fail: get(s.Feeds(ctx))(t).
func get[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func is(t testing.TB, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("got error %v, want %v", err, want)
	}
}

// each runs f on both databases, on an empty archive.
func each(t *testing.T, f func(t *testing.T, a archive)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, open func() *store.Store) { f(t, archive{open(), open}) })
}
