// onrecord is a self-hosted Discord bot that reads news feeds, finds who said
// what, alerts channels and answers questions with verbatim, dated, linked
// quotes. README.md has the map of the house.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"onrecord/statements"
)

const version = "0.1.0"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the whole program: it gives the exit status.
func run(args []string, in io.Reader, out, errOut io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A reader that has gone away is an error of a write, after which everything
	// is still tidied up.
	signal.Ignore(syscall.SIGPIPE)
	// After the first signal the program winds down; a second one ends it.
	context.AfterFunc(ctx, stop)

	root := commands()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errSaid), errors.Is(err, syscall.EPIPE):
		return 1
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		return 130 // as shells have it for what was interrupted
	}
	fmt.Fprintln(errOut, oneLine(sentences(err)))
	var wrong usageError
	if errors.As(err, &wrong) {
		return 2
	}
	return 1
}

func commands() *cobra.Command {
	root := &cobra.Command{
		Use:   "onrecord",
		Short: "Who said what: feeds in, verbatim quotes out, in Discord or in a terminal",
		Long: "onrecord reads news feeds, finds who said what, alerts Discord channels and\n" +
			"answers questions with verbatim, dated, linked quotes.\n\n" +
			"Try it without anything set up: onrecord demo",
		Version:       version,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usage(c, "%s.", strings.TrimSuffix(capital(err.Error()), "."))
	})
	root.AddCommand(
		demoCommand(), runCommand(), consoleCommand(), pollCommand(), askCommand(), exportCommand(),
		extractCommand(), articleCommand(), feedCommand(), feedsCommand(), importCommand(), checkCommand(),
	)
	return root
}

// errSaid ends a command that has told its trouble already.
var errSaid = errors.New("said already")

// usageError is a wrong way to call the program: exit status 2.
type usageError struct{ *statements.Problem }

func (u usageError) Unwrap() error { return u.Problem }

func usage(c *cobra.Command, format string, args ...any) error {
	return usageError{&statements.Problem{
		Text: statements.Say(format, args...),
		Hint: statements.Say("See %s --help.", c.CommandPath()),
	}}
}

func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage(c, "%q is no command of %s.", args[0], c.CommandPath())
	}
	return nil
}

func oneArg(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usage(c, "%s takes exactly one %s, not %s.", c.CommandPath(), what, len(args))
		}
		return nil
	}
}

// sentences is what a person is told about err.
func sentences(err error) string {
	var p *statements.Problem
	if errors.As(err, &p) {
		return p.Error()
	}
	text := strings.TrimSuffix(err.Error(), ".")
	return capital(text) + ". Try again, and look at onrecord check if it stays."
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
