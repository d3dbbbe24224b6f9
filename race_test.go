//go:build race

package main

// slower is by how much the race detector slows a program down, at least.
const slower = 5
