// Package console is the terminal as a surface: commands are typed, cards are
// drawn in 80 columns, and alerts appear above the prompt while one types.
package console
