package embed

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/sashabaranov/go-openai"

	"onrecord/handlers/endpoint"
	"onrecord/statements"
)

// Config says which model to ask.
type Config struct {
	URL        string // of an API of OpenAI's kind: https://host/v1
	Model      string
	Key        string           // may be ""; never logged
	Dimensions int              // to ask for; 0 leaves it to the model
	Timeout    time.Duration    // of a question
	Now        func() time.Time // time.Now if nil
}

// Client asks one model. It is safe for concurrent use.
type Client struct {
	api  *openai.Client
	conf Config

	mu     sync.Mutex
	size   int // of the vectors on record; 0 is any
	state  State
	topics map[string][]float32
}

const asking = "ask for vectors: "

// State is how the endpoint answered last.
type State struct {
	At      time.Time // zero: it was not asked yet
	Problem string    // "" if it answered well
}

// Limits of what is asked and of what is read.
const (
	MostTexts = 32
	mostText  = 1000 // characters of each
	// mostNumber is how many bytes a number may take, with what stands between:
	// -0.012345678901234567, and a blank.
	mostNumber = 24
	mostSize   = 4096 // numbers of a vector
	// patience is how long an answer to many texts may take: a model without a
	// graphics card reads some hundred words a second.
	patience = 90 * time.Second
	// probing is how long it may take to load a model that was put away.
	probing = 20 * time.Second
)

// New gives a client of a model; nothing is asked yet.
func New(c Config) *Client {
	if c.Now == nil {
		c.Now = time.Now
	}
	return &Client{api: endpoint.New(c.URL, c.Key, 0, MostTexts*mostSize*mostNumber), conf: c, topics: map[string][]float32{}}
}

// Model is what is asked, as an archive knows it.
func (c *Client) Model() (name string, dimensions int) { return c.conf.Model, c.conf.Dimensions }

// Expect says how many numbers the vectors on record have: others are another
// model's. 0 takes any.
func (c *Client) Expect(size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.size != size {
		c.size = size
		clear(c.topics)
	}
}

// State tells how the endpoint answered last.
func (c *Client) State() State {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.state
}

// Failing reports whether the endpoint did not answer when it was last asked.
func (c *Client) Failing() bool { return c.State().Problem != "" }

// Embed gives a vector for each of at most MostTexts texts, none of them blank.
// What is refused for what it says is statements.ErrRefused.
func (c *Client) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	out, err := c.ask(ctx, texts)
	if !errors.Is(err, statements.ErrRefused) { // that may be one text's fault
		c.note(ctx, err)
	}
	return out, err
}

// Probe asks for the vector of a word that any model takes, and gives its size.
func (c *Client) Probe(ctx context.Context) (size int, err error) {
	ctx, cancel := context.WithTimeout(ctx, max(c.conf.Timeout, probing))
	defer cancel()
	out, err := c.ask(ctx, []string{"peace"})
	c.note(ctx, err)
	if err != nil {
		return 0, err
	}
	return len(out[0]), nil
}

func (c *Client) ask(ctx context.Context, texts []string) ([][]float32, error) {
	if len(texts) == 0 || len(texts) > MostTexts {
		return nil, fmt.Errorf("%d texts are not between 1 and %d", len(texts), MostTexts)
	}
	input := make([]string, len(texts))
	for i, t := range texts {
		input[i] = clip(t)
	}
	resp, err := c.api.CreateEmbeddings(ctx, openai.EmbeddingRequest{
		Input: input, Model: openai.EmbeddingModel(c.conf.Model), Dimensions: c.conf.Dimensions,
	})
	var out [][]float32
	if err != nil {
		err = plainly(err)
	} else {
		out, err = c.believed(resp.Data, input)
	}
	if err != nil {
		return nil, fmt.Errorf(asking+"%w", err)
	}
	return out, nil
}

// note remembers how it went. Whoever gave up waiting says nothing about the
// endpoint.
func (c *Client) note(ctx context.Context, err error) {
	if errors.Is(ctx.Err(), context.Canceled) {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.state = State{At: c.conf.Now()}
	if err != nil {
		c.state.Problem = strings.TrimPrefix(err.Error(), asking)
	}
}

// plainly leaves out what a server says of itself: that may hold a key or an
// address.
func plainly(err error) error {
	var api *openai.APIError
	var req *openai.RequestError
	status := 0
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return errors.New("it takes too long")
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.As(err, &api):
		status = api.HTTPStatusCode
	case errors.As(err, &req):
		status = req.HTTPStatusCode
	}
	switch status {
	case 0:
		return errors.New("it cannot be reached or understood")
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity:
		return fmt.Errorf("it answers %d: %w", status, statements.ErrRefused)
	}
	return fmt.Errorf("it answers %d", status)
}

// clip is the beginning of a text, in letters that JSON has.
func clip(s string) string {
	n := 0
	for i := range s {
		if n++; n > mostText {
			s = s[:i]
			break
		}
	}
	if !utf8.ValidString(s) {
		s = string([]rune(s))
	}
	return s
}
