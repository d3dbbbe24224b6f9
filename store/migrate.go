package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"

	"onrecord/statements"
)

//go:embed migrations
var migrations embed.FS

// migrateWith applies the migrations in folder that db has not seen. An archive
// of a newer program is left alone.
func migrateWith(ctx context.Context, of goose.Dialect, db *sql.DB, folder string, options ...goose.ProviderOption) error {
	files, err := fs.Sub(migrations, folder)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(of, db, files, append(options, goose.WithGoMigrations(filled()...))...)
	if err != nil {
		return fmt.Errorf("read the migrations: %w", err)
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("bring the schema up to date: %w", err)
	}
	has, err := p.GetDBVersion(ctx)
	if err != nil {
		return fmt.Errorf("read the schema's version: %w", err)
	}
	sources := p.ListSources()
	if know := sources[len(sources)-1].Version; has > know {
		return newer(has, know)
	}
	return nil
}

// retry runs f again while again says that this may help, for some seconds at
// most. A Problem is final.
func retry(ctx context.Context, again func(error) bool, f func() error) error {
	for try := 1; ; try++ {
		err := f()
		var p *statements.Problem
		if err == nil || try == 8 || errors.As(err, &p) || !again(err) || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(time.Duration(try*try) * 10 * time.Millisecond):
		}
	}
}
