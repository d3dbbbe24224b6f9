package handlers

import (
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// mostTitle is how long the name of a message is: as much as a thread's name
// holds.
const mostTitle = 100

// messageTitle names a message where messages have names: who spoke and the headline,
// or else the headline or the watch.
func messageTitle(in locales.Tongue, d statements.Delivery) string {
	if len(d.Entries) == 0 {
		return ""
	}
	a, _ := articleOf(d)
	name := a.Title
	if d.Form == statements.FormBacklog || articles(d) > 1 || name == "" {
		name = watchTitle(in, d.Entries[0].Watch)
	}
	if found := allFound(d); d.Form == statements.FormAlert && len(found) > 0 && found[0].Statement.Speaker != "" && articles(d) == 1 && a.Title != "" {
		name = short(found[0].Statement.Speaker, mostName) + in.Say(": ") + name
	}
	return short(name, mostTitle)
}
