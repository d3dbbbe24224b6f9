// Package coref knows who is who within one article: the tokens of the text go
// in, a cast of people, bodies and states comes out, and a source as the text
// words it ("the minister", "Lee", "she") is resolved to one of them, or not.
//
// Reading order: cast.go (who is named, with roles), mentions.go (names and
// the roles beside them), place.go (where in its sentence a name stands),
// human.go (who is a human being), inflected.go (names in another case), kin.go
// (her husband, Bo), order.go (family names that stand first or in the middle),
// resolve.go (a source to one of the cast), role.go ("the Russian top
// diplomat"), likeliest.go (a role that nobody is said to have), pronoun.go
// ("she").
//
// # Why
//
// A right quote under a wrong name is the worst error there is, so every
// resolution needs one candidate that fits, and a second that fits as well
// leaves the source unresolved.
package coref
