// Package coref knows who is who within one article: the tokens of the text go
// in, a cast of people, bodies and states comes out, and a source as the text
// words it ("the minister", "Lee", "she") is resolved to one of them, or not.
//
// Reading order: cast.go (who is named, with roles), mentions.go (names and the roles
// beside them), place.go (where in its sentence a name stands), human.go (who is a
// human being), inflected.go (names in another case), kin.go (her husband, Bo),
// order.go (family names that stand first or in the middle), resolve.go (a source to
// one of the cast), surname.go (a bare one), together.go (a source of two), bothof.go
// ("the two ministers"), firm.go (a body that is written small), office.go (roles that
// can be compared), role.go ("the Russian top diplomat"), rivals.go (several who have
// the role), homeland.go (whose office it is, and its rank), national.go (whose body
// it is), citizen.go ("the Norwegian"), seat.go (Brussels), nation.go (from which land
// somebody is, and whose counterpart), itsrole.go ("its envoy"), paper.go ("her
// brief"), introduced.go (who is named right after their role), heralded.go ("the
// woman who"), leader.go ("the Norland leader"), headof.go ("the head of the
// organization"), initials.go (who answers as "PM"), unnamed.go (whose name is kept back),
// stranger.go (who speaks again without one), written.go ("the statement added"),
// met.go (who is brought up without one), presented.go (whom a sentence only brings
// up), someone.go (whom a sentence is about, without one), aged.go ("the
// 44-year-old"), likeliest.go and facing.go (a role that nobody is said to have),
// pronoun.go and titled.go ("she").
//
// # Why
//
// A right quote under a wrong name is the worst error there is, so every
// resolution needs one candidate that fits, and a second that fits as well leaves
// the source unresolved.
//
// # How sure
//
// Confidence is the share of right names among those that were reached the same
// way, on the 840 articles of the PolNeAR training part, read by the rules alone.
// A name counted as right when its last word was that of a name in the corpus's
// own chain of mentions. Those chains are automatic: of the pronouns that differ
// from them, about a third were wrong when they were read, so the true share lies
// between the one printed and one; roles were read by hand, for the chains hardly
// know them.
//
//	known     way                                        given  n     chains  by hand
//	name      in full, or a surname of one bearer        0.95   3917  0.97
//	name      with Mr or Ms among several bearers        0.90   70    0.99
//	name      one word that no full name ends in         0.85   193   0.93
//	inferred  the bearer of a surname named last         0.90   170   0.99
//	pronoun   the speaker before, same paragraph         0.95   435   0.84    0.95
//	pronoun   the speaker before; the subject here       0.90   541   0.80    0.93
//	pronoun   the subject of a sentence before           0.85   396   0.73    0.89
//	pronoun   a speaker three or more sentences back     0.70   14    0.50    0.8
//	pronoun   it, for a body                             0.60   2     0.50
//	role      its only holder                            0.90   42            0.93
//	inferred  a role without a holder                    0.80   33            0.88
//	carried   a quotation without a source               0.70   44    0.73
//	inferred  a quotation and the subject beside it      0.50   38    0.66
//
// "The mayor" does not go to the only person without an office, wherever it
// stands: that is right for 15 of 28. What is right in fewer than half of the
// cases is unresolved.
package coref
