package embed

import (
	"errors"
	"fmt"
	"slices"

	"github.com/sashabaranov/go-openai"

	"onrecord/statements/vectors"
)

// believed gives the vectors of an answer, each in the place of its text, if it is
// one that can be believed.
func (c *Client) believed(given []openai.Embedding, texts []string) ([][]float32, error) {
	if len(given) != len(texts) {
		return nil, fmt.Errorf("it gives %d vectors for %d texts", len(given), len(texts))
	}
	out := make([][]float32, len(texts))
	for _, e := range given {
		if e.Index < 0 || e.Index >= len(out) || out[e.Index] != nil {
			return nil, errors.New("it numbers its vectors wrongly")
		}
		v, err := vectors.New(e.Embedding)
		if err != nil {
			return nil, fmt.Errorf("one of its vectors is none: %w", err)
		}
		out[e.Index] = v
	}
	if err := c.fits(out); err != nil {
		return nil, err
	}
	if constant(out, texts) {
		return nil, errors.New("it gives the same vector for every text")
	}
	return out, nil
}

// fits checks the sizes: those that were asked for, those on record, all alike.
func (c *Client) fits(given [][]float32) error {
	c.mu.Lock()
	size := c.size
	c.mu.Unlock()
	for _, v := range given {
		switch {
		case c.conf.Dimensions != 0 && len(v) != c.conf.Dimensions:
			return fmt.Errorf("its vectors have %d numbers, and %d are asked for", len(v), c.conf.Dimensions)
		case size != 0 && len(v) != size:
			return fmt.Errorf("its vectors have %d numbers, and those on record %d: it is another model", len(v), size)
		case len(v) != len(given[0]):
			return errors.New("its vectors are of several sizes")
		}
	}
	return nil
}

// constant reports whether texts that differ all have one vector.
func constant(given [][]float32, texts []string) bool {
	differ := false
	for i := range given {
		if !slices.Equal(given[i], given[0]) {
			return false
		}
		differ = differ || texts[i] != texts[0]
	}
	return differ
}
