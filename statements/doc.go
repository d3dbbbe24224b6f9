// Package statements holds the words that every room of onrecord shares: article,
// statement, speaker, watch, alert, query. Its folders are the rooms that understand
// text: text, lexicon and speakers (names) below, the rules above them, each over
// those before it (quotes, cues, sources, coref, dates), extract to run the rules in
// order, reasons (sentences that are kept), cluster for what several articles
// report, and watch and ask for the two things that people want from the result.
//
// Everything in here and below is pure: no input or output, no clock, no
// goroutine. Text and time come in as arguments, values go out.
//
// Reading order: article.go, statement.go, date.go, change.go, speaker.go,
// registry.go, correction.go (what reviewers of one server say), feed.go, yield.go,
// quiet.go, health.go, silence.go, notice.go, candidate.go, feedlist.go, watch.go,
// alert.go, digest.go, query.go, sought.go, meaning.go (vectors), days.go,
// reading.go, trace.go, subscription.go, status.go, problem.go, retold.go (what was
// kept in English, said again), errors.go.
//
// # Why
//
// A statement is byte spans into its article's stored text and never a string
// of its own. What is shown as a quote is cut from the article when it is
// shown, so nothing can drift, be tidied up or be made up on the way.
package statements
