package discord

import "onrecord/handlers"

// changedCard is an alert whose quote the outlet has changed since.
func changedCard() handlers.Card {
	c := alertCard("6b7tjuwrh5t34", "Watch Solheim on quotas: spoke, said “quota” · changed by the outlet · No. 48213",
		quote(text(noQuota)), solheim, small("The outlet has changed these words since; both versions are below"))
	c.Accent = handlers.Trouble
	wording := func(name, differs string) handlers.Field {
		return handlers.Field{Name: name, Body: []handlers.Block{plain(text("“We will not sign a quota that our fishermen "), bold(differs), text(", and I have told my colleague so.”"))}}
	}
	c.Fields = []handlers.Field{
		wording("As published, read 21 Nov 2026 09:14 UTC", "cannot live with"),
		wording("As it stands, read 21 Nov 2026 10:15 UTC", "would struggle with"),
	}
	return c
}
