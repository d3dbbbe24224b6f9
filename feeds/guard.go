package feeds

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
)

// guard decides which addresses may be dialled. It looks at the address itself,
// after the name was resolved and on every hop, so neither a redirect nor a
// name that changes its mind gets round it.
type guard struct {
	public *ssrf.Guardian
	ports  map[netip.AddrPort]bool // allowed as address and port
	names  map[string]bool         // allowed as host:port, lower case
}

// newGuard reads the entries that may be dialled although they are not public:
// host:port, an address, or a CIDR.
func newGuard(allow []string) (*guard, error) {
	g := &guard{ports: map[netip.AddrPort]bool{}, names: map[string]bool{}}
	var v4, v6 []netip.Prefix
	for _, entry := range allow {
		entry = strings.TrimSpace(entry)
		if entry == "" {
			continue
		}
		prefix, isPrefix := prefixOf(entry)
		switch {
		case isPrefix && prefix.Addr().Is4():
			v4 = append(v4, prefix)
		case isPrefix:
			v6 = append(v6, prefix)
		default:
			if err := g.allowPort(entry); err != nil {
				return nil, err
			}
		}
	}
	g.public = ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(v4...),
		ssrf.WithAllowedV6Prefixes(append(v6, ssrf.IPv6NAT64Prefix)...))
	return g, nil
}

// prefixOf reads a CIDR or a single address.
func prefixOf(entry string) (netip.Prefix, bool) {
	if p, err := netip.ParsePrefix(entry); err == nil {
		return p.Masked(), true
	}
	if a, err := netip.ParseAddr(strings.Trim(entry, "[]")); err == nil {
		a = a.Unmap()
		return netip.PrefixFrom(a, a.BitLen()), true
	}
	return netip.Prefix{}, false
}

func (g *guard) allowPort(entry string) error {
	if ap, err := netip.ParseAddrPort(entry); err == nil {
		g.ports[netip.AddrPortFrom(ap.Addr().Unmap(), ap.Port())] = true
		return nil
	}
	host, port, err := net.SplitHostPort(entry)
	if _, bad := strconv.ParseUint(port, 10, 16); err != nil || bad != nil || host == "" || strings.ContainsAny(host, "/ ") {
		return fmt.Errorf("%q is neither host:port nor an address nor a CIDR, try 127.0.0.1:8080 or 10.0.0.0/8", entry)
	}
	g.names[strings.ToLower(entry)] = true
	return nil
}

// dial connects to addr, a host:port as the URL has it.
func (g *guard) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	d := net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}
	if !g.names[strings.ToLower(addr)] {
		d.Control = g.control
	}
	return d.DialContext(ctx, network, addr)
}

func (g *guard) control(network, address string, conn syscall.RawConn) error {
	if ap, err := netip.ParseAddrPort(address); err == nil &&
		g.ports[netip.AddrPortFrom(ap.Addr().Unmap(), ap.Port())] {
		return nil
	}
	return g.public.Safe(network, address, conn)
}
