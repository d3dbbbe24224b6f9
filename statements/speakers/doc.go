// Package speakers knows when two names are spellings of one. A name as a page
// or a person typed it goes in; a key that its usual spellings share, or a yes
// or no for two names, comes out; and for one that may be misspelt, how many slips
// it is from another.
//
// Reading order: key.go (the key of a name), same.go (two names compared, one
// of them perhaps no more than a surname), latin.go (other scripts and
// accents), spelling.go (the letters that transliterations disagree on),
// variants.go (given names and states with more than one usual spelling),
// together.go (names of several), gender.go (given names that are nearly always of men or of women), order.go
// (family names that stand first), surnames.go (those that many bear), sound.go (how a name is heard), slips.go (the
// slips between two names, and keys by which a store finds those that are near), finger.go (slips that hands and ears make).
//
// # Why
//
// Who is one is not told by distances between strings: "John Smith" and "Joan Smith" are
// closer than "Sergei" and "Сергей", and a quote under a wrong name is the
// worst thing that can happen. What is the same is said by rules and tables. Slips
// are counted only in what somebody types, and whoever counts them has to see that
// no other name is as near.
package speakers
