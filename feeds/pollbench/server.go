package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// serve offers the feeds on every loopback address until its input ends, and
// prints the port.
func serve() error {
	l, err := net.Listen("tcp4", "0.0.0.0:0")
	if err != nil {
		return err
	}
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return err
	}
	fmt.Println(port)
	p := &press{corpus: newCorpus(1), port: port}
	go http.Serve(l, p) //nolint:errcheck // it ends with the process
	_, err = os.Stdin.Read(make([]byte, 1))
	_ = err // the other side has closed it
	return nil
}

// addressOf is the host of feed n, one of loopback's 16 million addresses.
func addressOf(n int, port string) string {
	return fmt.Sprintf("http://127.1.%d.%d:%s", n/250, n%250+1, port)
}

// press serves /feed/N, and counts a change of all of them at POST /change.
type press struct {
	corpus  *corpus
	port    string
	version atomic.Int64
	printed sync.Map // feed number to *edition
}

// edition is a feed as it was written last: a round asks for each once, a warm
// one twice.
type edition struct {
	version int64
	body    []byte
}

func (p *press) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !isLoopback(r.RemoteAddr) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	if r.Method == http.MethodPost && r.URL.Path == "/change" {
		p.version.Add(1)
		return
	}
	n, err := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/feed/"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	version := p.version.Load()
	tag := fmt.Sprintf(`"%d-%d"`, n, version)
	w.Header().Set("ETag", tag)
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
	body := p.edition(n, version)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.Write(body) //nolint:errcheck // the client has gone
}

func (p *press) edition(n int, version int64) []byte {
	if e, ok := p.printed.Load(n); ok && e.(*edition).version == version {
		return e.(*edition).body
	}
	e := &edition{version, p.corpus.feed(n, int(version), addressOf(n, p.port))}
	p.printed.Store(n, e)
	return e.body
}

func isLoopback(remote string) bool {
	host, _, err := net.SplitHostPort(remote)
	return err == nil && net.ParseIP(host).IsLoopback()
}
