package store_test

import (
	"testing"

	"onrecord/statements"
)

var _ = promise("ZoneOf", func(t *testing.T, a archive) {
	ctx := t.Context()
	_, err := a.ZoneOf(ctx, "discord:42")
	is(t, err, statements.ErrNotFound)
	ok(t, a.SetZone(ctx, "discord:42", "Europe/Oslo"))
	same(t, "what was chosen", get(a.ZoneOf(ctx, "discord:42"))(t), "Europe/Oslo")
	same(t, "as another process has it", get(a.open().ZoneOf(ctx, "discord:42"))(t), "Europe/Oslo")
	for _, other := range []string{"", "discord:4", "discord:420", "Discord:42", "console", "@discord:42"} {
		_, err := a.ZoneOf(ctx, other)
		is(t, err, statements.ErrNotFound)
	}
})

var _ = promise("SetZone", func(t *testing.T, a archive) {
	ctx := t.Context()
	ok(t, a.SetZone(ctx, "discord:42", "Europe/Oslo"))
	ok(t, a.SetZone(ctx, "console", "Asia/Tokyo"))
	ok(t, a.SetZone(ctx, "discord:42", "Pacific/Auckland"))
	same(t, "the later one", get(a.ZoneOf(ctx, "discord:42"))(t), "Pacific/Auckland")
	same(t, "another's", get(a.ZoneOf(ctx, "console"))(t), "Asia/Tokyo")
})

var _ = promise("ClearZone", func(t *testing.T, a archive) {
	ctx := t.Context()
	ok(t, a.SetZone(ctx, "discord:42", "Europe/Oslo"))
	ok(t, a.SetZone(ctx, "console", "Asia/Tokyo"))
	ok(t, a.ClearZone(ctx, "discord:42"))
	ok(t, a.ClearZone(ctx, "discord:42"))
	_, err := a.ZoneOf(ctx, "discord:42")
	is(t, err, statements.ErrNotFound)
	same(t, "another's", get(a.ZoneOf(ctx, "console"))(t), "Asia/Tokyo")
	ok(t, a.SetZone(ctx, "discord:42", "UTC"))
	same(t, "a new choice", get(a.ZoneOf(ctx, "discord:42"))(t), "UTC")
})
