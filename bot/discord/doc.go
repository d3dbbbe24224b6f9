// Package discord is the surface that speaks to Discord, and the only home of
// discordgo. What comes in: handlers' table of commands and their cards. What
// goes out: slash commands, answers to interactions, and alerts in channels.
//
// Reading order: surface.go (what a surface is), rest.go, gate.go and errors.go
// (where REST calls go, how many at a time, and what became of them), session.go and
// line.go (the gateway's life), commands.go and locales.go (the table as slash
// commands, in several languages), interact.go, request.go, respond.go and flight.go
// (an interaction and its answer), mention.go (a question in a message, and a
// message as a question; guilds.go knows its language), draw.go, pick.go, text.go,
// escape.go, link.go, cut.go, fit.go, parts.go and attach.go (a card as a message,
// and files with it), post.go, place.go and forum.go (deliveries, and the channels
// behind their places), check.go (what `onrecord check` asks).
//
// # Why
//
// A card is a classic message: the words in content, where they come from in
// an embed, one row of buttons. Notifications, search and "Copy text" read
// content only; components v2 would leave them empty.
//
// What discordgo v0.29.0 does not do, or does wrong, is done here. It keeps
// its rate limits and its gateway protocol. Its retries are off: it repeats
// posts that took effect. It sleeps without looking at a context, so a call is
// abandoned while it sleeps (rest.go). It has no nonce, so post.go sends a body
// of its own. Its Open hangs for ever when RECONNECT comes first, its
// reconnecting hides close codes, and it answers each INVALID_SESSION with an
// IDENTIFY at once, so session.go opens, resumes and gives up sessions itself
// and line.go watches the connection under them. Its handlers run without
// recover and nobody waits for them, so interact.go and flight.go do. It frees
// no rate-limit bucket, so an answer borrows one (flight.go).
//
// Discord's limits are kept, not run into: discordgo knows the buckets of the
// channels, gate.go the limit for the whole bot, which no answer tells of.
//
// A post is tried once and its outcome told apart (SendError): surely not
// there, or nobody knows. Whoever delivers keeps that, and asks Find first.
//
// What a channel is, is not asked: a forum refuses the first message, and is
// known from then on. Its posts take no nonce, so one that could not be looked
// up is not made.
//
// Mentions and direct messages come with their words without the privileged
// intent; of all other messages we are told without their words, and look no
// further. Nobody keeps them: one that comes while the gateway is down is lost.
//
// A card is cut before it is escaped, and measured after: Discord counts what
// it is sent. Parts are dropped in an order (fit.go), never refused.
package discord
