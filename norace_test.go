//go:build !race

package main

// slower is by how much the race detector slows a program down: it is not here.
const slower = 1
