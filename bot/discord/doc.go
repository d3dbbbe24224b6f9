// Package discord is the surface that speaks to Discord, and the only home of
// discordgo. What comes in: handlers' table of commands and their cards. What
// goes out: slash commands, answers to interactions, and alerts in channels.
//
// Reading order: surface.go (what a surface is), session.go and line.go (the
// gateway's life), commands.go (the table as slash commands), interact.go,
// request.go and respond.go (an interaction and its answer), draw.go, text.go,
// escape.go, cut.go and fit.go (a card as a message), post.go and errors.go
// (deliveries), rest.go (where REST calls go), check.go (what `onrecord check`
// wants to know).
package discord
