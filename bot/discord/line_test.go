package discord

import (
	"errors"
	"io"
	"net"
	"os"
	"testing"
	"time"
)

func TestLineThatIsSilentBreaks(t *testing.T) {
	a, b := net.Pipe()
	defer b.Close()
	l := &line{Conn: a, idle: 10 * time.Millisecond}
	if _, err := l.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("read: %v", err)
	}
	go func() { _, _ = b.Write([]byte("x")) }()
	if _, err := (&line{Conn: a, idle: time.Minute}).Read(make([]byte, 1)); err != nil {
		t.Errorf("a word in time: %v", err)
	}
}

func TestLineThatTalksTooMuchBreaks(t *testing.T) {
	a, b := net.Pipe()
	defer b.Close()
	go func() { _, _ = io.Copy(io.Discard, b) }()
	l := &line{Conn: a, idle: time.Minute}
	for i := range 1000 {
		if _, err := l.Write(make([]byte, talk)); err != nil {
			t.Fatalf("heartbeat %d: %v", i, err)
		}
	}
	for i := range talkMost {
		if _, err := l.Write(make([]byte, talk+1)); err != nil {
			t.Fatalf("handshake %d: %v", i, err)
		}
	}
	if _, err := l.Write(make([]byte, talk+1)); !errors.Is(err, errTalksTooMuch) {
		t.Errorf("one more: %v", err)
	}
	if _, err := l.Write(nil); err == nil {
		t.Error("the line is still open")
	}
}

func TestLinesThatAreCutOff(t *testing.T) {
	server, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	l := &lines{idle: time.Minute}
	c, err := l.dial(t.Context(), "tcp", server.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	l.cutOff()
	if _, err := c.Read(make([]byte, 1)); !errors.Is(err, net.ErrClosed) {
		t.Errorf("read: %v", err)
	}
	if _, err := l.dial(t.Context(), "tcp", server.Addr().String()); !errors.Is(err, net.ErrClosed) {
		t.Errorf("another dial: %v", err)
	}
}
