// Package ask understands questions in plain words and decides which stored
// statements answer them. A question with the asker's clock and a way to look
// names up comes in, a statements.Query goes out; the query with the candidates
// that a search found comes in, answers best first go out, or nothing on record
// with what comes nearest.
//
// Reading order. The question: parse.go (the order of the rules), question.go (its
// words), moment.go, times.go, quarter.go and when.go (days), order.go (the newest, the oldest), except.go (anyone but), filters.go (outlets, verbatim or
// not), courtesy.go, who.go, deeds.go (who does something else than speak), acronym.go, last.go,
// noun.go ("remarks by"), names.go, stranger.go, given.go, spelled.go, slip.go, role.go, bearer.go, owner.go,
// region.go and described.go (speakers), identity.go ("who is"), directed.go, tail.go and topic.go
// (the rest), speech.go and variable.go (how much each word tells), data.go with data/ (the words that the
// rules know). In other languages: lang.go (which), langask.go, langname.go and
// langrole.go (who is asked for), calendar.go, langwhen.go and langrelative.go (days),
// abroad.go and langforms.go (what an office is in English).
// The answers: rank.go (the order of the steps), fits.go and month.go (filters),
// trait.go, portrait.go, fresh.go, subject.go and likeness.go (who is meant by a description),
// body.go, post.go and memo.go (bodies and their offices by all names), spokesman.go, land.go and
// landbody.go (who speaks for a body or a land), talked.go (who is talked about), reader.go and passage.go (where the words around a statement stand),
// lead.go (what the article is about), cover.go (how well they answer), pronoun.go (whom
// "her" is for), venue.go (where it was said), sameday.go (what else was), replied.go (to
// whom), urged.go (who is told to do it), themes.go (two of them), stance.go, continued.go
// and doers.go (what somebody does by saying it), part.go (what answers in part), told.go
// (what others tell of an act), merge.go (one of each utterance),
// nearest.go, kin.go (what a search by meaning found).
//
// # Why
//
// Wrong is worse than nothing. A search finds statements that share a word with
// the question; whether one answers depends on where the word stands. In what was
// said it counts in full; in the frame ("urged world powers to") nearly so; in
// the sentence before if what was said points back at it ("such games"); less in
// the headline and the first paragraph, which are enough for somebody who is
// asked for by name; next to nothing elsewhere. A statement must cover half of
// what was asked, the noun after "about" among it, and most of what the best one
// covers. What lies below is offered as nearest and named as such.
//
// Somebody talked about is not somebody quoted. Only the place where a question
// puts who speaks ("what did X say", "X on", "remarks by X") makes a speaker of a
// name; in every other place it is a topic. Somebody whom the archive does not
// know stays a speaker, so that nobody else's words are given for theirs.
//
// The verb is a part of the question: who asks what somebody demanded wants
// demands. Kinds of speech act have words of their own (data/verbs.txt), and
// those that take a side are never given without a word that shows the side
// (data/stances.txt): who defends a fee is no answer to who criticised it.
//
// A misspelt name is taken for the one on record that is a small slip from it,
// wherever the slip stands. Where two are as near, where it is a word of English
// (english.txt) or stands in an article, where it begins otherwise, nobody is
// taken: the asker is offered those that are near.
//
// People ask for somebody by a role, and the news tells it in one place of many:
// beside the name, behind it, in another sentence, or not, because the article is
// about those whose the role is. All of it is read; what an article does not say
// itself counts only where nobody else in it may be meant. What everybody knows and
// no article says, that the EU executive is the European Commission and that its head
// is its president, is data (bodies.txt).
//
// A name that was asked with is no word like others: what was said of one land is no
// answer on another, however much else it has (rank.go). An act is no saying: what a
// land or a body proposed or fears may be told by others, where it says nothing of it
// itself, and is then shown as told by them.
//
// The thesaurus is general and our own: the usual topics (data/thesaurus.txt),
// what else news has several words for (news.txt), words and what is formed from them
// (derived.txt: oppose, opposition), wide words with what they are
// of (kinds.txt); states, their demonyms and capitals come from the lexicon. Words
// that are only near (near.txt) and WordNet's synonyms (loose.go; the command in
// wordnet/ makes the list) count less than the word, and never alone where
// several words were asked for.
//
// Questions in German, French, Spanish and Russian have a grammar of their own,
// smaller than the English one: it knows who is asked for, the days and what is left
// as topic, and no speech acts. An office is compared in English, whatever language
// the question or the article has it in (data/offices.txt, lands.txt); other topics
// are not translated.
package ask
