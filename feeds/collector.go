package feeds

import (
	"os"
	"runtime/debug"
)

// EaseCollector has the garbage collector of a process that polls run less
// often, unless GOGC says how often. What a visit leaves behind is large beside
// what stays, and a fifth of its time went into collecting; the price is some
// 10 MB.
func EaseCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(150)
	}
}
