// Package sources finds who a cue belongs to: a sentence and a place in it go in,
// the words that name the source come out, and what they are made of: a name, a
// role, a pronoun.
//
// Reading order: phrase.go (a source taken apart), name.go (the name in it), joint.go
// (a source of two), several.go (of several, named one by one), selfnamed.go (by the
// name that somebody gives), nickname.go, nominative.go, trades.go (words for who
// somebody is that no lexicon has), forbody.go (the body between a role and a name),
// opening.go (what follows "according to Lee,"),
// behindbody.go (the body before both), occasion.go (where and for whom, before the verb),
// left.go (the subject before a verb), modifier.go (the noun that a clause or
// participle says more about), right.go (the subject after it: "said Ann Lee, a
// nurse"), addressed.go (whom a German verb was said to, behind that subject).
//
// # Why
//
// There is no parser here. A subject is recognised from its edge by what can
// stand inside one: determiners, adjectives, nouns, names, possessives, the
// prepositions that hang one noun on another, and appositions between commas.
package sources
