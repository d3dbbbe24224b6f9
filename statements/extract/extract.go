// Package extract reads an article: it runs the rules in order and gives the
// statements that it found.
package extract

import "onrecord/statements"

// Read finds the statements in a, in the order of their content. Only Text,
// Title, Lang and Published of the article are looked at.
func Read(a statements.Article) []statements.Statement { return nil }
