// Package sample is the built-in newsroom: three small feeds and their pages,
// served on loopback for the demo and for scripts. All people, places and
// outlets in it are invented.
package sample
