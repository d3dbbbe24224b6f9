// Package text cuts text into words, sentences and paragraphs. All of them are
// byte spans of the input; nothing is copied, changed or lost.
package text
