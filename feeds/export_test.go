package feeds

import (
	"context"
	"net"
)

// Dialled has the client connect by dial, which gets the old way along.
func Dialled(c *Client, dial func(ctx context.Context, network, addr string, real func(context.Context, string, string) (net.Conn, error)) (net.Conn, error)) {
	real := c.http.DialContext
	c.http.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		return dial(ctx, network, addr, real)
	}
}
