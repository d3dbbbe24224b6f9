package handlers

import (
	"testing"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// A watch goes by its English name and by the one that the reader sees.
func TestWatchByItsName(t *testing.T) {
	ws := []statements.Watch{{ID: 1, Speaker: "Mira Solheim", Keywords: "Quote"}, {ID: 2, Speaker: "Mira Solheim"}}
	de := locales.Of("de")
	seen := watchTitle(de, ws[0])
	if seen == ws[0].Name() {
		t.Fatalf("%q is English", seen)
	}
	for _, typed := range []string{seen, "mira solheim on quote", "1"} {
		if w, err := chosenWatch(de, ws, typed); err != nil || w.ID != 1 {
			t.Errorf("%q: watch %d, %v", typed, w.ID, err)
		}
	}
	if w, err := chosenWatch(locales.English, ws, seen); err == nil {
		t.Errorf("an English reader's %q is watch %d", seen, w.ID)
	}
}
