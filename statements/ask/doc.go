// Package ask understands questions in plain words and decides which stored
// statements answer them.
package ask
