package main

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
)

// help is the most memory that "onrecord --help" takes, in bytes: what the
// program costs before it does anything.
func (o *options) help(ctx context.Context, dir string) (int64, error) {
	program := o.program
	if program == "" {
		program = filepath.Join(dir, "onrecord")
		if out, err := exec.CommandContext(ctx, "go", "build", "-o", program, "onrecord").CombinedOutput(); err != nil {
			return 0, fmt.Errorf("build onrecord: %w: %s", err, out)
		}
	}
	c := exec.CommandContext(ctx, program, "--help")
	if err := c.Run(); err != nil {
		return 0, fmt.Errorf("%s --help: %w", program, err)
	}
	return peak(c), nil
}
