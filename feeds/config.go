package feeds

import (
	"errors"
	"fmt"
	"time"
)

// Config is the section `feeds` of the configuration. Start from Default.
type Config struct {
	// List holds the operator's own feeds.
	List []Listed `yaml:"list"`
	// Every is how often a feed without a schedule of its own is visited.
	Every time.Duration `yaml:"every"`
	// AllowPrivate lists what may be fetched although it is loopback, private
	// or otherwise not public: host:port, an address, or a CIDR.
	AllowPrivate []string `yaml:"allow_private"`
	// Timeout is for one request, from the look-up of the name to the last byte.
	Timeout time.Duration `yaml:"timeout"`
	// MaxBytes caps one answer, both as it comes over the wire and opened.
	MaxBytes int64 `yaml:"max_bytes"`
	// Workers is how many feeds are visited at the same time.
	Workers int `yaml:"workers"`
	// UserAgent is how the bot names itself to the servers it reads.
	UserAgent string `yaml:"user_agent"`
}

// Listed is one feed as the operator wrote it down.
type Listed struct {
	URL      string `yaml:"url"`
	Name     string `yaml:"name"`
	Schedule string `yaml:"schedule"`
}

// Default gives the configuration of somebody who wrote none.
func Default() Config {
	return Config{
		Every:     10 * time.Minute,
		Timeout:   20 * time.Second,
		MaxBytes:  8 << 20,
		Workers:   16,
		UserAgent: "onrecord/1 (feed reader)",
	}
}

// Validate says what is wrong, one line a key, each with a good value.
func (c Config) Validate() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	for i, l := range c.List {
		if err := CheckURL(l.URL); err != nil {
			bad("list[%d].url: %w", i, err)
		}
		if err := CheckSchedule(l.Schedule); err != nil {
			bad("list[%d].schedule: %w", i, err)
		}
	}
	if c.Every < time.Second {
		bad("every: %v is too short, try 10m", c.Every)
	}
	if _, err := newGuard(c.AllowPrivate); err != nil {
		bad("allow_private: %w", err)
	}
	if c.Timeout < time.Second || c.Timeout > 5*time.Minute {
		bad("timeout: %v is not between 1s and 5m, try 20s", c.Timeout)
	}
	if c.MaxBytes < 64<<10 || c.MaxBytes > 256<<20 {
		bad("max_bytes: %d is not between 65536 and 268435456, try 8388608", c.MaxBytes)
	}
	if c.Workers < 1 || c.Workers > 1000 {
		bad("workers: %d is not between 1 and 1000, try 16", c.Workers)
	}
	return errors.Join(errs...)
}
