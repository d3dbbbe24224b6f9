package gather

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"onrecord/statements"
)

// unit is one piece of work: a file, a piece of an archive, or an address.
type unit struct {
	arg   int    // of which name it is
	name  string // for people
	path  string // the file to open
	body  []byte // what was taken out of an archive, where path is ""
	url   string // the address, of those that have one
	place string // where it stands below what was named: its folders and name
	at    time.Time
	feed  bool // a list says that the address is a feed's
	depth int  // how many lists led to it
}

const (
	// mostBytes bounds one file, page or feed, opened.
	mostBytes = 64 << 20
	// mostPieces bounds one archive: a small file can hold endlessly many.
	mostPieces = 1_000_000
	// mostOpened bounds what an archive opens to in all.
	mostOpened = 64 << 30
)

// walk adds the files that a name stands for, and has an address read. All
// files are known before the first is read: the progress counts them. Its error
// ends the run.
func (r *run) walk(ctx context.Context, arg int, name string, out *[]unit) error {
	add := func(u unit) {
		r.total.Add(1)
		*out = append(*out, u)
	}
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
		r.spawn(ctx, unit{arg: arg, name: name, url: name})
		return nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return r.refused(arg, name, unreadable(name, err))
	}
	if !info.IsDir() {
		add(unit{arg: arg, name: name, path: name, place: filepath.Base(name), at: info.ModTime()})
		return nil
	}
	return filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			return r.refused(arg, path, unreadable(path, err))
		}
		hidden := strings.HasPrefix(d.Name(), ".") && path != name
		switch {
		case d.IsDir() && hidden:
			return fs.SkipDir
		case hidden, !d.Type().IsRegular():
			return nil
		}
		u := unit{arg: arg, name: path, path: path, place: path}
		if info, err := d.Info(); err == nil {
			u.at = info.ModTime()
		}
		if rel, err := filepath.Rel(filepath.Dir(filepath.Clean(name)), path); err == nil {
			u.place = rel
		}
		add(u)
		return nil
	})
}

// open sends a file, or the pieces of one that is an archive.
func (r *run) open(ctx context.Context, u unit, out chan<- unit) error {
	switch lower := strings.ToLower(u.path); {
	case strings.HasSuffix(lower, ".zip"):
		return r.ended(u, r.unzip(ctx, u, out))
	case strings.HasSuffix(lower, ".tar"), strings.HasSuffix(lower, ".tar.gz"), strings.HasSuffix(lower, ".tgz"):
		return r.ended(u, r.untar(ctx, u, out))
	}
	return send(ctx, u, out)
}

func send(ctx context.Context, u unit, out chan<- unit) error {
	select {
	case out <- u:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (r *run) unzip(ctx context.Context, u unit, out chan<- unit) error {
	z, err := zip.OpenReader(u.path)
	if err != nil {
		return damaged(u.path, err)
	}
	defer z.Close()
	b := budget{}
	for _, f := range z.File {
		if f.FileInfo().IsDir() || isHidden(f.Name) {
			continue
		}
		open := func() (io.ReadCloser, error) { return f.Open() }
		if err := r.piece(ctx, u, f.Name, f.Modified, open, &b, out); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) untar(ctx context.Context, u unit, out chan<- unit) error {
	f, err := os.Open(u.path)
	if err != nil {
		return unreadable(u.path, err)
	}
	defer f.Close()
	var in io.Reader = f
	if !strings.HasSuffix(strings.ToLower(u.path), ".tar") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return damaged(u.path, err)
		}
		in = z
	}
	b := budget{}
	// What is passed over is opened too: the whole of it has a bound.
	t := tar.NewReader(io.LimitReader(in, mostOpened))
	for {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return damaged(u.path, err)
		case h.Typeflag != tar.TypeReg || isHidden(h.Name):
			continue
		}
		open := func() (io.ReadCloser, error) { return io.NopCloser(t), nil }
		if err := r.piece(ctx, u, h.Name, h.ModTime, open, &b, out); err != nil {
			return err
		}
	}
}

// budget is what one archive has used up.
type budget struct {
	pieces int
	bytes  int64
}

// piece sends one piece of an archive.
func (r *run) piece(ctx context.Context, u unit, name string, at time.Time, open func() (io.ReadCloser, error), b *budget, out chan<- unit) error {
	if b.pieces++; b.pieces > mostPieces || b.bytes > mostOpened {
		return &statements.Problem{Text: statements.Say("%s holds more than is read of one archive.", u.name), Hint: statements.Say("Unpack it, and name the folder.")}
	}
	p := unit{arg: u.arg, name: u.name + ": " + name, place: filepath.Join(filepath.Dir(u.place), filepath.FromSlash(name)), at: at}
	in, err := open()
	if err == nil {
		defer in.Close()
		p.body, err = bounded(in)
	}
	b.bytes += int64(len(p.body))
	if err != nil {
		return r.refused(u.arg, p.name, damaged(p.name, err))
	}
	r.total.Add(1)
	return send(ctx, p, out)
}

// isHidden reports names that a person did not put there: .git, __MACOSX.
func isHidden(name string) bool {
	for _, part := range strings.Split(filepath.ToSlash(name), "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return false
}

var errTooLarge = errors.New("it is too large")

// bounded reads all of it, and no more than mostBytes.
func bounded(in io.Reader) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(in, mostBytes+1))
	if err == nil && len(body) > mostBytes {
		return nil, errTooLarge
	}
	return body, err
}

func unreadable(name string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if errors.Is(err, errTooLarge) {
		return &statements.Problem{Text: statements.Say("%s is larger than %s MiB.", name, mostBytes>>20), Hint: statements.Say("Cut it into smaller files.")}
	}
	return &statements.Problem{Text: statements.Say("%s cannot be read: %s.", name, err), Hint: statements.Say("Name readable files, folders or addresses.")}
}

func damaged(name string, err error) error {
	if errors.Is(err, errTooLarge) {
		return unreadable(name, err)
	}
	return &statements.Problem{Text: statements.Say("%s is damaged: %s.", name, err), Hint: statements.Say("Unpack it with a tool that mends archives, and name the folder.")}
}
