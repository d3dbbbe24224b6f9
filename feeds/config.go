package feeds

import "time"

// Config is how this room fetches. Start from Default; main reads the
// operator's file and checks it.
type Config struct {
	// AllowPrivate lists what may be fetched although it is loopback, private
	// or otherwise not public: host:port, an address, or a CIDR.
	AllowPrivate []string
	// Timeout is for one request, from its turn at the host to the last byte.
	Timeout time.Duration
	// MaxBytes caps one answer, both as it comes over the wire and opened.
	MaxBytes int64
	// Workers is how many feeds are visited at the same time.
	Workers int
	// UserAgent is how the bot names itself to the servers it reads.
	UserAgent string
}

// Default gives the configuration of somebody who wrote none.
func Default() Config {
	return Config{
		Timeout:   20 * time.Second,
		MaxBytes:  8 << 20,
		Workers:   16,
		UserAgent: "onrecord/1 (feed reader)",
	}
}
