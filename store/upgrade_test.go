package store_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// An archive that version 1 has written works with every later one.
func TestUpgrade(t *testing.T) {
	for _, db := range []struct {
		name, driver string
		address      func(testing.TB) string
		scripts      []string
	}{
		{"sqlite", "sqlite", storetest.SQLite, []string{"sqlite-1.sql", "rows-1.sql"}},
		{"postgres", "pgx", storetest.EmptyPostgres, []string{"postgres-1.sql", "rows-1.sql", "after-rows-postgres-1.sql"}},
	} {
		t.Run(db.name, func(t *testing.T) {
			address := db.address(t)
			thaw(t, db.driver, address, db.scripts)
			a := archive{Store: storetest.Open(t, address)}
			a.open = func() *store.Store { return storetest.Open(t, address) }
			upgraded(t, a)
		})
	}
}

func thaw(t *testing.T, driver, address string, scripts []string) {
	t.Helper()
	conn := get(sql.Open(driver, address))(t)
	defer conn.Close()
	for _, name := range scripts {
		script := get(os.ReadFile(filepath.Join("testdata", "frozen", name)))(t)
		if _, err := conn.Exec(string(script)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

func upgraded(t *testing.T, a archive) {
	ctx := t.Context()
	same(t, "feeds", urls(get(a.Feeds(ctx))(t)), []string{"https://courier.example/feed"})
	solheim := get(a.FindSpeakers(ctx, "solheim", 9))(t)
	same(t, "speakers", solheim, []statements.Speaker{{ID: 1, Name: "Mira Solheim", Role: "foreign minister", Statements: 1}})
	same(t, "by a misspelt name", get(a.SpeakersLike(ctx, "Zolhiem", 9))(t), solheim)
	q := about("quotas")
	q.Speakers, q.Until = solheim, day(19)
	found := get(a.Search(ctx, q, 9))(t)
	same(t, "found", said(found), []string{"We will not sign a quota"})
	same(t, "item", len(get(unseen(a, ctx, 1, []string{"item 1"}))(t)), 0)
	same(t, "question", get(a.Question(ctx, "questionquest"))(t).Statements, []int64{1})

	at := time.UnixMilli(1795176060000)
	d := get(a.LeaseDeliveries(ctx, "discord", at, 9, minute))(t)[0]
	same(t, "who spoke", names(d.Entries[0].Found), []string{"Mira Solheim"})
	if d.ID != "abcdefghijklm" || !d.Uncertain || d.Entries[0].Watch.By != "Ida" {
		t.Errorf("the message: %+v", d)
	}
	ok(t, a.SettleDelivery(ctx, d.ID, "m", at))

	_, version, err := a.Watches(ctx)
	ok(t, err)
	in := from(arrivalOf("https://courier.example/2", "Quota again", line{"Mira Solheim", "", "No quota"}), 1, "item 2")
	in.Watches = version
	get(a.KeepArticle(ctx, in))(t)
	same(t, "statements about the quota", get(a.CountStatements(ctx, about("quota")))(t), 2)
	same(t, "statements of hers", get(a.FindSpeakers(ctx, "solheim", 9))(t)[0].Statements, 2)
}
