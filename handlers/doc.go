// Package handlers answers. A Request comes in from a surface (Discord, the
// console), Desk.Serve finds the command, checks rights, and gives a Reply of
// Cards. A card says what stands where and what it means, never how a surface
// draws it: no markup, no Discord types.
//
// Reading order: desk.go, request.go, card.go, then one file a command.
package handlers
