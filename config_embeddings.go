package main

import (
	"fmt"
	"os"
	"time"
)

// EmbeddingsConfig says where an endpoint is that gives vectors for texts, if
// there is one. Its key itself never stands here.
type EmbeddingsConfig struct {
	URL        string   `yaml:"url"`
	Model      string   `yaml:"model"`
	KeyEnv     string   `yaml:"key_env"`
	Dimensions Count    `yaml:"dimensions"`
	Timeout    Duration `yaml:"timeout"`
}

// Key is the key of the endpoint, "" for none.
func (c EmbeddingsConfig) Key() string {
	if c.KeyEnv == "" {
		return ""
	}
	return os.Getenv(c.KeyEnv)
}

func (c EmbeddingsConfig) fault() *fault {
	const at = "$.handlers.embeddings."
	switch wait := time.Duration(c.Timeout); {
	case c.URL == "" && c.Model == "":
	case !webAddress(c.URL):
		return &fault{path: at + "url", text: fmt.Sprintf("%q is no web address", c.URL), good: "http://127.0.0.1:11434/v1"}
	case c.Model == "":
		return &fault{path: at + "model", text: "no model is named", good: "nomic-embed-text"}
	case c.Dimensions != 0 && (c.Dimensions < 8 || c.Dimensions > 4096):
		return &fault{path: at + "dimensions", text: fmt.Sprintf("%d is neither 0 nor between 8 and 4096", c.Dimensions)}
	case wait < 100*time.Millisecond || wait > 5*time.Second:
		return &fault{path: at + "timeout", text: fmt.Sprintf("%s is not between 100ms and 5s: a command has ten seconds", wait)}
	}
	return nil
}
