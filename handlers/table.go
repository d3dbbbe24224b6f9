package handlers

// table is the only list of commands. Registration in Discord, the console's
// words, /help and the README are made from it.
func table() []Command {
	return []Command{
		{
			Name: "ask",
			Text: "Who said what about something: up to five quotes with date and link",
			Examples: []string{
				"ask what did Mira Solheim say about the quota?",
				"ask who spoke about the harbour --since 2026-05-01",
			},
			Options: []Option{
				{Name: "question", Text: "In plain words: who, about what, when", Required: true, Prose: true, MaxChars: 1000},
				{Name: "speaker", Text: "Only what this person said", Complete: true, MaxChars: 100},
				{Name: "since", Text: "From this day on: 2026-05-01, 1 May 2026, yesterday", Kind: Day, MaxChars: 40},
				{Name: "until", Text: "Up to and with this day", Kind: Day, MaxChars: 40},
				{Name: "outlet", Text: "Only in this outlet: its name, or its host", Complete: true, MaxChars: 100},
				{Name: "kind", Text: "verbatim, partly (at least in part), or reported", Kind: One, Choices: []Choice{
					{"verbatim", "verbatim"}, {"at least partly verbatim", "partly"}, {"reported", "reported"}}},
				{Name: "private", Text: "Show the answer to me alone", Kind: YesNo},
			},
			run: (*Desk).ask,
		},
		{
			Name: "search",
			Text: "Statements with these words, newest first: the language of watches",
			Examples: []string{
				`search quota OR "catch limit"`,
				"search herring NEAR/5 ceiling -survey",
				"search said:quot* source:courier",
			},
			Options: []Option{
				{Name: "words", Text: "Words to look for; help watch shows the language", Required: true, Prose: true, MaxChars: 500, Starred: true},
				{Name: "private", Text: "Show the answer to me alone", Kind: YesNo},
			},
			run: (*Desk).search,
		},
		{
			Name:     "find",
			Text:     "Who says what in an article or a text that you give: read now, and not kept",
			Examples: []string{"find https://harborcourier.example/2026/11/21/herring-talks-stall", "find “There will be no ferry on Monday,” said Mayor Jun Castellan."},
			Options: []Option{
				{Name: "what", Text: "Links to articles, three at most, or the text itself", Required: true, Prose: true, MaxChars: 4000},
			},
			Private: true,
			Message: "Find statements",
			run:     (*Desk).find,
		},
		{
			Name: "watch add",
			Text: "Be told when a person speaks, when words appear, or both at once",
			Examples: []string{
				`watch add "Mira Solheim" backlog yes`,
				"watch add keywords quota",
				`watch add speaker "Mira Solheim" keywords quota`,
			},
			Options:   watchOptions(optSpeaker, optKeywords, optChannel, optBacklog, optRole),
			Moderator: true, Private: true, Server: true,
			run: (*Desk).watchAdd,
		},
		{
			Name: "watch preview",
			Text: "What a watch would have told in the last 30 days, and what it nearly would have",
			Examples: []string{
				`watch preview speaker "Mira Solheim" keywords "said:(quota OR ceiling)"`,
				"watch preview keywords quota",
			},
			Options:   watchOptions(optSpeaker, optKeywords, optRole),
			Moderator: true, Private: true, Server: true,
			run: (*Desk).watchPreview,
		},
		{
			Name: "watch edit",
			Text: "Change a watch: what is given is new, all else stays",
			Examples: []string{
				"watch edit 3 kinds direct quiet 22:00-07:00",
				`watch edit 3 outlets "Harbor Courier, fjordwire.example" clear digest`,
			},
			Options: append(watchOptions(optWatch, optSpeaker, optKeywords, optChannel, optRole),
				Option{Name: "clear", Text: "What it shall lose: outlets, role, digest ...", Complete: true, MaxChars: 100, Named: true}),
			Moderator: true, Private: true, Server: true,
			run: (*Desk).watchEdit,
		},
		{
			Name:      "watch list",
			Text:      "The watches of this server, with their numbers",
			Examples:  []string{"watch list"},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).watchList,
		},
		{
			Name:      "watch remove",
			Text:      "End a watch",
			Examples:  []string{"watch remove 3", `watch remove "Mira Solheim"`},
			Options:   []Option{optWatch},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).watchRemove,
		},
		{
			Name: "follow",
			Text: "Be told yourself, by direct message: a person, words, or both; nobody else sees it",
			Examples: []string{
				`follow "Mira Solheim" kinds direct`,
				"follow keywords quota digest weekdays 09:00 zone Europe/Oslo",
			},
			Options: watchOptions(optSpeaker, optKeywords, optBacklog),
			Private: true,
			run:     (*Desk).follow,
		},
		{
			Name:     "following",
			Text:     "What you follow, with numbers",
			Examples: []string{"following"},
			Private:  true,
			run:      (*Desk).following,
		},
		{
			Name:     "unfollow",
			Text:     "End something that you follow",
			Examples: []string{"unfollow 3", `unfollow "Mira Solheim"`},
			Options: []Option{
				{Name: "watch", Text: "Its number or its name, as following shows them", Required: true, Complete: true, MaxChars: 600},
			},
			Private: true,
			run:     (*Desk).unfollow,
		},
		{
			Name:     "digest now",
			Text:     "Tell at once what waits for this place: for a digest, quiet hours, a mute",
			Examples: []string{"digest now"},
			Governs:  true, Private: true,
			run: (*Desk).digestNow,
		},
		{
			Name:     "digest set",
			Text:     "Gather what the watches of this place tell, and tell it at set hours",
			Examples: []string{`digest set schedule "weekdays 09:00"`, `digest set schedule "0 9 * * 1-5" zone Europe/Berlin`, `digest set schedule "08:00 and 18:00" watch 3`},
			Options: []Option{
				{Name: "schedule", Text: "Days and hours, weekdays 09:00, or five fields of cron", Required: true, MaxChars: 200, Starred: true},
				{Name: "zone", Text: "Time zone of the hours: Europe/Berlin, UTC", MaxChars: 60},
				{Name: "watch", Text: "Only this one: its number or its name", Complete: true, MaxChars: 600},
			},
			Governs: true, Private: true,
			run: (*Desk).digestSet,
		},
		{
			Name:     "digest off",
			Text:     "Tell alerts at once again, and what was gathered now",
			Examples: []string{"digest off", "digest off 3"},
			Options: []Option{
				{Name: "watch", Text: "Only this one: its number or its name", Complete: true, MaxChars: 600},
			},
			Governs: true, Private: true,
			run: (*Desk).digestOff,
		},
		{
			Name:     "digest list",
			Text:     "What waits for this place, for what, and when it is told",
			Examples: []string{"digest list"},
			Governs:  true, Private: true,
			run: (*Desk).digestList,
		},
		{
			Name:     "digest all",
			Text:     "Everything behind a digest that came here, page by page",
			Examples: []string{"digest all 48"},
			Options: []Option{
				{Name: "number", Text: "The number at the foot of the digest", Required: true, MaxChars: 20},
			},
			Private: true,
			run:     (*Desk).digestAll,
		},
		{
			Name:     "mute",
			Text:     "Hold back what a watch tells here; it is kept and told when the mute ends",
			Examples: []string{"mute 48213 for 1h", "mute 48213 for topic", `mute watch "Mira Solheim" for midnight`, "mute"},
			Options: []Option{
				{Name: "number", Text: "The number after No. on an alert that came here", MaxChars: 20},
				{Name: "watch", Text: "A watch, by its number or its name", Complete: true, MaxChars: 600},
				{Name: "for", Text: "1h, 90m, 2d, midnight, or topic", MaxChars: 40},
			},
			Governs: true, Private: true,
			run: (*Desk).mute,
		},
		{
			Name:     "unmute",
			Text:     "End a mute: what waited is told",
			Examples: []string{"unmute", "unmute 4", "unmute all"},
			Options: []Option{
				{Name: "number", Text: "The mute's number, or all", MaxChars: 20},
			},
			Governs: true, Private: true,
			run: (*Desk).unmute,
		},
		{
			Name: "feed add",
			Text: "Read one more feed: its address, or that of the site that has it",
			Examples: []string{
				"feed add harborcourier.example",
				`feed add harborcourier.example/feed.xml name "Harbor Courier"`,
			},
			Options: []Option{
				{Name: "url", Text: "The address of a feed, a site, a channel, a repository", Required: true, MaxChars: 2000},
				{Name: "name", Text: "What to call it; its own title if left out", MaxChars: 60},
				{Name: "schedule", Text: "When to read it: @every 10m, or a cron expression", MaxChars: 100},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).feedAdd,
		},
		{
			Name:      "feed list",
			Text:      "The feeds and how they are doing, the sick ones first",
			Examples:  []string{"feed list"},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).feedList,
		},
		{
			Name:     "feed check",
			Text:     "Read a feed now, and not when it is due",
			Examples: []string{"feed check 12", "feed check all"},
			Options: []Option{
				{Name: "feed", Text: "Its number, name or address; all: those that fail", Required: true, Complete: true, MaxChars: 2000},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).feedCheck,
		},
		{
			Name:     "feed remove",
			Text:     "Stop reading a feed; what it brought stays on record",
			Examples: []string{"feed remove 4", `feed remove "Harbor Courier"`},
			Options: []Option{
				{Name: "feed", Text: "Its number, name or address, as feed list shows them", Required: true, Complete: true, MaxChars: 2000},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).feedRemove,
		},
		{
			Name:      "feed export",
			Text:      "All feeds as an OPML file, which other readers take",
			Examples:  []string{"feed export"},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).feedExport,
		},
		{
			Name:     "feed import",
			Text:     "Read the feeds of an OPML file, or of a text with an address a line",
			Examples: []string{"feed import url https://harborcourier.example/feeds.opml"},
			Options: []Option{
				{Name: "file", Text: "The list as a file", Kind: Attached},
				{Name: "url", Text: "The list's address", MaxChars: 2000},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).feedImport,
		},
		{
			Name:     "speaker show",
			Text:     "Who somebody is to the archive: roles, names, last words, topics, outlets",
			Examples: []string{"speaker show Solheim", "speaker show 17"},
			Options:  []Option{whichSpeaker},
			Private:  true,
			run:      (*Desk).speakerShow,
		},
		{
			Name:     "speaker alias",
			Text:     "Another name that means a speaker: add it, or take it away",
			Examples: []string{`speaker alias "Mira Solheim" add "Iron Mira"`, `speaker alias 17 remove "Iron Mira"`},
			Options: []Option{whichSpeaker,
				{Name: "add", Text: "A name that means the same speaker from now on", MaxChars: 100},
				{Name: "remove", Text: "A name that means this speaker no more", MaxChars: 100},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).speakerAlias,
		},
		{
			Name:     "speaker merge",
			Text:     "Two speakers are one: the first goes into the second, with all that was said",
			Examples: []string{`speaker merge "M. Solheim" into "Mira Solheim"`, "speaker merge 31 into 17"},
			Options: []Option{whichSpeaker,
				{Name: "into", Text: "Who it is: a name, or the number on the speaker's card", Required: true, Complete: true, MaxChars: 100},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).speakerMerge,
		},
		{
			Name:     "speaker split",
			Text:     "A part of what a speaker said is somebody else's: some statements, or an alias",
			Examples: []string{`speaker split Solheim into "Pell Solheim" statements "48213, 48218"`, `speaker split 17 into "Pell Solheim" alias "P. Solheim"`},
			Options: []Option{whichSpeaker,
				{Name: "into", Text: "Who it is: a name on record, or a new one", Required: true, Complete: true, MaxChars: 100},
				{Name: "statements", Text: "Their numbers, as cards show them", MaxChars: 500},
				{Name: "alias", Text: "The spelling whose statements go along", MaxChars: 100},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).speakerSplit,
		},
		{
			Name:     "speaker role",
			Text:     "A role with its dates; what articles say in that time gives way to it",
			Examples: []string{`speaker role "Mira Solheim" role "foreign minister" since 2025-03-04`, `speaker role 17 role "foreign minister" remove yes`},
			Options: []Option{whichSpeaker,
				{Name: "role", Text: "The role in words", Required: true, MaxChars: 100},
				{Name: "since", Text: "The first day: 2025-03-04, 4 March 2025", Kind: Day, MaxChars: 40},
				{Name: "until", Text: "The last day", Kind: Day, MaxChars: 40},
				{Name: "remove", Text: "Take back a role that somebody set", Kind: YesNo},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).speakerRole,
		},
		{
			Name:     "speaker rename",
			Text:     "The name that a speaker is shown by",
			Examples: []string{`speaker rename "M. Solheim" as "Mira Solheim"`},
			Options: []Option{whichSpeaker,
				{Name: "as", Text: "The name to show", Required: true, MaxChars: 100},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).speakerRename,
		},
		{
			Name:     "speaker edits",
			Text:     "What was edited in the registry of speakers, by whom and when",
			Examples: []string{"speaker edits", "speaker edits Solheim"},
			Options: []Option{
				{Name: "speaker", Text: "Only of this one: a name, or a number", Complete: true, MaxChars: 100},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).speakerEdits,
		},
		{
			Name:     "speaker undo",
			Text:     "Take an edit of the registry back",
			Examples: []string{"speaker undo", "speaker undo 14"},
			Options: []Option{
				{Name: "edit", Text: "Its number; the newest one if left out", Complete: true, MaxChars: 20},
			},
			Moderator: true, Private: true, Server: true,
			run: (*Desk).speakerUndo,
		},
		{
			Name:     "timeline",
			Text:     "When somebody spoke about something: bars by day, week or month",
			Examples: []string{`timeline "Mira Solheim" quota`, `timeline "Mira Solheim" since "1 May 2026"`},
			Options: []Option{
				whichSpeaker,
				{Name: "topic", Text: "About what; about anything if left out", MaxChars: 300},
				{Name: "since", Text: "From this day on: 2026-05-01, 1 May 2026, yesterday", Kind: Day, MaxChars: 40},
				{Name: "until", Text: "Up to and with this day", Kind: Day, MaxChars: 40},
				{Name: "private", Text: "Show it to me alone", Kind: YesNo},
			},
			run: (*Desk).timeline,
		},
		{
			Name:     "compare",
			Text:     "Two people on one thing, or one person in two periods, side by side",
			Examples: []string{`compare "Mira Solheim" with "Ilya Vantreight" topic quota`, `compare "Mira Solheim" topic quota when 2025 and 2026`},
			Options: []Option{
				whichSpeaker,
				{Name: "with", Text: "The other speaker; left out where one is compared in two periods", Complete: true, MaxChars: 100},
				{Name: "topic", Text: "About what; about anything if left out", MaxChars: 300},
				{Name: "when", Text: "The time, or the first of two: 2025, spring 2026, since May", MaxChars: 60},
				{Name: "and", Text: "The second time", MaxChars: 60},
				{Name: "private", Text: "Show it to me alone", Kind: YesNo},
			},
			run: (*Desk).compare,
		},
		{
			Name:     "verify",
			Text:     "A quote against the stored text, word for word, and against today's page",
			Examples: []string{"verify 48213 today yes", `verify "not sign a quota that our fishermen cannot live with"`},
			Options: []Option{
				{Name: "what", Text: "The number on a card, or the words of a quote", Required: true, MaxChars: 1000},
				{Name: "speaker", Text: "Of words: who is said to have said them", Complete: true, MaxChars: 100},
				{Name: "today", Text: "Also read the page as it stands now", Kind: YesNo},
			},
			Private: true,
			run:     (*Desk).verify,
		},
		{
			Name:     "export",
			Text:     "Statements as a file with the evidence: quote, context, address, time, hash",
			Examples: []string{"export 48213 format bibtex", "export quota format csv", `export speaker "Mira Solheim" since 2026-05-01`},
			Options: []Option{
				{Name: "what", Text: "Numbers from cards, or words in the language of watches", MaxChars: 500},
				{Name: "format", Text: "csv, json, markdown or bibtex; csv if left out", Kind: One, Choices: exportChoices()},
				{Name: "speaker", Text: "Only what this person said", Complete: true, MaxChars: 100},
				{Name: "since", Text: "From this day on: 2026-05-01, 1 May 2026, yesterday", Kind: Day, MaxChars: 40},
				{Name: "until", Text: "Up to and with this day", Kind: Day, MaxChars: 40},
			},
			Private: true,
			run:     (*Desk).export,
		},
		{
			Name:     "context",
			Text:     "The paragraphs around a statement, as the article has them",
			Examples: []string{"context 48213", "context A9917"},
			Options: []Option{
				{Name: "number", Text: "The number after No. on a card", Required: true, MaxChars: 20},
			},
			Private: true,
			run:     (*Desk).context,
		},
		{
			Name:     "more",
			Text:     "What else that speaker said, newest first",
			Examples: []string{"more 48213", "more A9917"},
			Options: []Option{
				{Name: "number", Text: "The number after No. on a card", Required: true, MaxChars: 20},
			},
			Private: true,
			run:     (*Desk).more,
		},
		{
			Name:     "why",
			Text:     "What became of an article: fetched, read, matched, sent; or how a feed is",
			Examples: []string{"why 48213", "why A9917", "why feed 12", "why https://harborcourier.example/2026/11/21/herring-talks-stall"},
			Options: []Option{
				{Name: "what", Text: "The number after No. on a card, an article's address, or feed and its number", Required: true, MaxChars: 2000},
			},
			Private: true,
			run:     (*Desk).why,
		},
		{
			Name: "review",
			Text: "Say that a statement is right, or correct it for this server; alone, what was reviewed",
			Examples: []string{"review 48213", "review 48213 right", `review 48213 wrong "Mira Solheim"`,
				"review 48213 reject", "review 48213 duplicate 48190", "review 48213 undo", "review"},
			Options: []Option{
				{Name: "number", Text: "The number after No. on a card; what was reviewed here if left out", MaxChars: 20},
				{Name: "right", Text: "It is as it is shown", Kind: YesNo},
				{Name: "wrong", Text: "Somebody else said it: who, by name", Complete: true, MaxChars: 100},
				{Name: "reject", Text: "It is no statement", Kind: YesNo},
				{Name: "duplicate", Text: "It reports what another one does: that one's number", MaxChars: 20},
				{Name: "always", Text: "With wrong: all that is read under that name is theirs", Kind: YesNo},
				{Name: "undo", Text: "Take back what was said last", Kind: YesNo},
			},
			Team: true, Private: true, Server: true,
			run: (*Desk).review,
		},
		{
			Name:     "timezone",
			Text:     "Your time zone: what yesterday and other days in your questions mean; see, set or clear it",
			Examples: []string{"timezone Europe/Oslo", "timezone", "timezone clear yes"},
			Options: []Option{
				{Name: "zone", Text: "Your time zone: Europe/Oslo, or a city alone", Complete: true, MaxChars: 60},
				{Name: "clear", Text: "Go back to the time zone of this bot", Kind: YesNo},
			},
			Private: true,
			run:     (*Desk).timezone,
		},
		{
			Name:     "status",
			Text:     "What is on record, what is watched here, and whether the feeds are well",
			Examples: []string{"status"},
			Private:  true,
			run:      (*Desk).status,
		},
		{
			Name:     "help",
			Text:     "What can be asked, and how to read a card",
			Examples: []string{"help", "help watch"},
			Options: []Option{
				{Name: "command", Text: "One command: ask, watch add, feed", Complete: true, MaxChars: 40},
			},
			Private: true,
			run:     (*Desk).help,
		},
	}
}

// whichSpeaker is the option that names one speaker.
var whichSpeaker = Option{Name: "speaker", Text: "A name, or the number on the speaker's card", Required: true, Complete: true, MaxChars: 100}

// commandOf finds a command by its name.
func commandOf(name string) (Command, bool) {
	for _, c := range table() {
		if c.Name == name {
			return c, true
		}
	}
	return Command{}, false
}
