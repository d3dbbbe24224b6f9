// Package sample is the built-in newsroom: three small feeds and the pages of
// eight articles, served on loopback for the demo and for scripts. All people,
// places and outlets in it are invented.
//
// In comes a clock and, article by article, the word to let the next one
// appear (Reveal, Next). Out go feeds and pages over HTTP, as three different
// kinds of site make them.
//
//	/harbor-courier/feed.rss      RSS 2.0, teasers; pages: HTML 5 with JSON-LD
//	/fjord-wire/feed.atom         Atom, teasers; pages: div soup, <time>, author box
//	/ostervik-post/feed.json      JSON Feed; pages: windows-1252, said in <meta> alone,
//	                              tables, reader comments
//
// A front page is /OUTLET/ and names the feed. A page's address is /OUTLET/SLUG. The articles, in the order in which they
// appear, with what Mira Solheim, foreign minister of Norvania, says in them:
//
//  1. Fjord Wire     herring-ceiling-solheim  18 days before. Solheim: “We can live with
//     a ceiling, not with a cliff”; the survey should decide (reported); “a serious
//     offer with a careless number in it” (mixed). Kaja Brenn of the Fishermen's Union.
//  2. Ostervik Post  harbour-fees             11 days before, whole text in the feed.
//     Pell Andersen, Tomas Brandvold (lighthouse), Jun Castellan. No Solheim.
//  3. Harbor Courier harbour-dredging-april   3 days before. Brandvold, Castellan
//     (reported), Andersen, Runa Eikeland. No Solheim.
//  4. Harbor Courier herring-talks-stall      the day before, 16:20.
//     Solheim: “We will not sign a quota that our fishermen cannot live with, and I
//     have told my colleague so”, “Forty thousand tonnes is a number, not a plan”, and
//     that Norvania would return only if the ceiling was raised (reported). Ilya
//     Vantreight (mixed, direct, reported), Odd Herrem. Ostervik Post's feed lists the
//     same page with tracking parameters: one article, two outlets.
//  5. Fjord Wire     night-ferry              the day before. Solheim on the night
//     crossing, reported and direct. Maren Holt, Erik Saltnes (mixed).
//  6. Ostervik Post  solheim-walks-out        the day before, 21:05, re-reports 4: Solheim's
//     “Forty thousand tonnes is a number, not a plan” again. Brenn, Castellan.
//  7. Fjord Wire     vantreight-own-limit     1 hour old. Vantreight (direct, mixed,
//     reported). Solheim: “I offered him a table and a pot of coffee, and he took both”.
//  8. Harbor Courier herring-survey           new. Eikeland; Solheim: “Now we can argue
//     about fish instead of about each other”, 48,000 tonnes (reported); Vantreight.
//
// Reveal gives articles these dates. Next dates its article at the moment it
// appears, as a newsroom does. Either way the days of the week in the text fit.
//
// Files in reading order: sample.go, article.go, feed.go, front.go, page.go; the prose is
// in articles/.
//
// # Why
//
// The demo and the scripts must run without a network and always find the same
// things said by the same people, yet come down the whole road: feeds of three
// formats, a page's charset, teasers, a re-report, one page in two feeds.
package sample
