package console

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// mostLine bounds one line of an input that is no terminal.
const mostLine = 1 << 20

// source gives one line after the other, and io.EOF after the last.
type source interface {
	ReadLine() (string, error)
}

// open takes the terminal over, if it is one, and gives where lines come from.
// done gives the terminal back.
func (s *Surface) open(ctx context.Context) (in source, done func(), err error) {
	if !s.Interactive {
		scan := bufio.NewScanner(s.In)
		scan.Buffer(make([]byte, 0, 4096), mostLine)
		return scanner{scan}, func() {}, nil
	}
	restore := func() {}
	if f := file(s.In); f != nil {
		old, err := term.MakeRaw(int(f.Fd()))
		if err != nil {
			return nil, nil, fmt.Errorf("take the terminal over: %w", err)
		}
		restore = func() { _ = term.Restore(int(f.Fd()), old) }
	}
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{s.In, s.Out}, s.Prompt)
	t.AutoCompleteCallback = s.completer(ctx, t)
	t.SetBracketedPasteMode(true)
	s.mu.Lock()
	s.out = t
	s.mu.Unlock()
	s.resize()
	return t, func() {
		t.SetBracketedPasteMode(false)
		s.mu.Lock()
		s.out = s.Out
		s.mu.Unlock()
		restore()
		fmt.Fprintln(s.Out)
	}, nil
}

// resize asks how wide the terminal is now.
func (s *Surface) resize() {
	f := file(s.Out)
	if f == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Width = columnsOf(f)
	if t, ok := s.out.(*term.Terminal); ok {
		if wide, high, err := term.GetSize(int(f.Fd())); err == nil {
			_ = t.SetSize(wide, high)
		}
	}
}

// scanner reads lines where nobody types.
type scanner struct{ *bufio.Scanner }

func (s scanner) ReadLine() (string, error) {
	if s.Scan() {
		return s.Text(), nil
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		return "", fmt.Errorf("a line has more than %d bytes: %w", mostLine, s.Err())
	}
	if s.Err() != nil && !errors.Is(s.Err(), os.ErrClosed) {
		return "", s.Err()
	}
	return "", io.EOF
}

// lines reads a source so that the end of a context is not waited for by a
// read. A read of a terminal cannot be broken off: the one that is under way
// when a context ends is left behind, and the process ends soon after.
type lines struct {
	in  source
	got chan line
}

type line struct {
	text string
	err  error
}

func newLines(in source) *lines {
	return &lines{in: in, got: make(chan line, 1)}
}

// next reads one line. Only then is the prompt shown again.
func (l *lines) next(ctx context.Context) (string, error) {
	go func() {
		text, err := l.in.ReadLine()
		if errors.Is(err, term.ErrPasteIndicator) {
			err = nil
		}
		l.got <- line{text, err}
	}()
	select {
	case got := <-l.got:
		return got.text, got.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
