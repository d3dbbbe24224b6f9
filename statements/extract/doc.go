// Package extract reads an article: it runs the rules in order and gives the
// statements that it found.
//
// Reading order: extract.go (the stages), document.go (the text cut up once),
// zones.go (what is no reporting), biography.go (who wrote it), dialogue.go (speech
// without marks of its own), draft.go (a statement in the making), frames.go (the
// cues of a sentence, and in which order they take their content; subject.go: who
// says it; borrow.go: a subject of the verb before; pauses.go: where speech pauses
// for a cue; bounds.go and resume.go: where content ends and goes on; adjuncts.go:
// what only says when, where and to whom), direct.go, tail.go, after.go,
// announce.go, anaphor.go, according.go, quoted.go, views.go, reported.go,
// headline.go, given.go, label.go, interview.go, signed.go, attributable.go,
// unmarked.go (the shapes of reporting, one a file), learned.go, worthless.go, accused.go, enclosed.go, subordinate.go,
// ground.go and agree.go (what the model found, and the rules beside it),
// quoting.go, outlet.go and letter.go (who passes on another's words), remarked.go
// (what another calls them), edges.go,
// topic.go and objection.go (what content must not have), carry.go, mood.go,
// leftover.go and echo.go (what has no cue of its own), finish.go (who, and how much
// is verbatim), when.go (on what day, and where).
//
// # Why
//
// The stages hand on drafts: who spoke (a source), by which words (a cue),
// and what (content). In English a trained model reads the sentences too, and
// both are put together; other languages are read by the rules alone. Layout,
// names, days and what is verbatim are the rules' in every language.
//
// Content follows the corpora of the field: indirect content keeps its "that"
// and loses its final stop; quotations stand without their outer marks and
// without the comma before the closing one. A source has the comma that closes
// its apposition, and a cue the colon right after it.
package extract
