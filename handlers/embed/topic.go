package embed

import (
	"context"
	"errors"
	"time"
)

const (
	// rest is how long no question waits for an endpoint that failed one.
	rest = 30 * time.Second
	// mostTopics is how many are remembered.
	mostTopics = 256
)

// ErrRests says that the endpoint failed a moment ago and is not asked.
var ErrRests = errors.New("the endpoint failed a moment ago and is not asked yet")

// Topic gives the vector of what a question is about, soon or not at all.
func (c *Client) Topic(ctx context.Context, topic string) ([]float32, error) {
	c.mu.Lock()
	known, state := c.topics[topic], c.state
	c.mu.Unlock()
	if known != nil {
		return known, nil
	}
	if state.Problem != "" && c.conf.Now().Sub(state.At) < rest {
		return nil, ErrRests
	}
	ctx, cancel := context.WithTimeout(ctx, c.conf.Timeout)
	defer cancel()
	out, err := c.ask(ctx, []string{topic})
	c.note(ctx, err)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.topics) >= mostTopics {
		clear(c.topics)
	}
	c.topics[topic] = out[0]
	return out[0], nil
}
