// Package handlers answers. A Request comes in from a surface (Discord, the
// console), Desk.Serve finds the command in the table, checks rights and
// options, and gives a Reply of Cards. A Press of a button goes the same way,
// and what a place is owed comes in as a Delivery and goes out as a Card too:
// answers, alerts and backlogs look alike because the same functions make
// them. A card says what stands where and what it means, never how a surface
// draws it: no markup, no Discord types.
//
// Reading order: table.go is every command; request.go and card.go are what goes in
// and out; desk.go serves, press.go answers buttons, clock.go puts either on the clock
// of who asks, archive.go and past.go are what they ask of a store, option.go and
// problem.go what is wrong with what was typed.
// Then a file a command: ask.go (ask_options.go narrows it, speaker.go finds who is
// meant, ranked.go what answers, wish.go waits for what does not), speaker_show.go and
// speaker_edit.go (topics.go is what somebody speaks about), watch.go
// (watch_preview.go tries one on the past: preview.go looks through it, narrower.go
// finds what says less; watch_options.go reads what narrows and times one,
// watch_words.go says it, watch_edit.go changes it), follow.go (private.go is what
// is somebody's alone), feed.go (feed_add.go with what intake.go finds,
// feed_lists.go, feed_check.go, why_feed.go), notices.go (who is told of a closed
// place), held.go, digest.go, mute.go and unmute.go (what is told later), search.go,
// find.go (what is not on record), timeline.go (chart/ draws it, chart_words.go
// names what is in it), compare.go, verify.go, export.go (export/ writes the files),
// advised.go (what a language model may do: advice/), kin.go (what means the same:
// embed/), carried.go (who carries it), context.go (and more), why.go, timezone.go
// (zone.go knows their names), status.go, help.go, complete.go, complete_watch.go,
// review.go, review_speaker.go and review_press.go (people.go finds whom an article
// names), and seen.go, seen_registry.go and seen_days.go, which lay what reviewers said
// over what the store gives. locales/ says all of it in the reader's language. Then the cards:
// card_quote.go cuts words out of articles, card_cue.go shows the verb before them where
// they would say something else without it, card_byline.go says who and when,
// card_living.go who carries it too, card_changed.go what its outlet did since,
// clause.go is what was reported without its conjunction, runs.go puts links and
// bold names into sentences of any language, card_choice.go says what is shown where
// not all fits, sentence.go finds the sentences around; card_alert.go,
// card_lastsaid.go, card_keyword.go, card_backlog.go, card_digest.go (digested.go
// puts it in order, digest_words.go says what it is), card_mute.go, card_preview.go,
// card_review.go, card_answer.go, card_search.go, card_find.go, card_context.go,
// card_timeline.go, card_compare.go, card_verify.go, card_lists.go, card_feeds.go,
// card_speaker.go, card_feed.go, card_status.go card_silence.go
// (card_silence_over.go takes it back, silence_words.go names things),
// card_notice.go and card_why.go put them together; card_title.go names a message,
// card_bare.go stands in for one that a surface does not take; cut.go and number.go
// are the measures and numbers they share.
//
// # Why
//
// Words between quotation marks come from one place, quote in card_quote.go,
// and are cut there from the stored text with the statement's verbatim spans.
// Nothing else writes a quotation mark around anything that came from outside:
// names and typed words stand in single marks.
//
// A one or two digit number after context or more could be the place of an
// answer on the screen or the number of a statement. Cards therefore show low
// statement numbers as No.7, and both are understood.
//
// Of an article with more statements than a message holds, the speaker's own
// words are shown before what is reported, in the order of the article.
//
// The rooms text and lexicon are imported for the sentence before and after a
// statement and for the folding of names: neither belongs into a card.
//
// What somebody follows has a server that is his alone ("@discord:42"), and no
// request comes from it: whatever looks watches up by a request's server cannot
// find it by mistake. Only in a direct message, where he alone reads, does that
// server stand for the one that is asked from.
//
// Days and hours are the asker's: an answer is given by a copy of the desk whose
// Zone is his, so that no command has to think of it. What a watch tells, and when,
// is for whoever reads there: its own zone, or the operator's.
//
// Buttons carry ids and no state. An answer's statements are kept with the
// question, so its pages and contexts stay what they were.
package handlers
