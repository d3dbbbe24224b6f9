// Package discordtest is a small working Discord on loopback: REST over real
// HTTP, the gateway over real WebSocket, and the rules that Discord refuses
// requests by. The real discordgo client connects to it, and so does a whole
// onrecord in a process of its own (DISCORD_API_URL is Server.URL).
//
// What comes in: a client's requests; what goes out: what Discord would answer.
// The test acts as a user (Slash, Press, Autocomplete), reads what the user
// would see (Reply, Messages), and makes trouble (Inject, Limit, Drop,
// Reconnect, InvalidSession, Hold).
//
// Reading order: server.go, world.go (guilds, channels, rights), rest.go (the
// routes), faults.go (trouble with them), messages.go, rules.go and
// components.go and pick.go (messages and their limits), threads.go and direct.go, files.go, commands.go and locales.go, interactions.go and
// user.go, talk.go (messages to the bot, and commands on messages), gateway.go and trouble.go, openapi.go.
//
// # Why
//
// A double that accepts everything proves nothing. Each rule here has a test in
// which discordgo sends a wrong request and is refused. Where Discord's OpenAPI
// document can be had, request bodies are checked against that too; it lacks
// the rules that are written down in rules.go and commands.go.
package discordtest
