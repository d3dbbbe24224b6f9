package handlers

import (
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/compare"
)

const (
	mostVersion  = 450 // code points of one wording of two
	mostChanged  = 2   // statements of a card of which both wordings are shown
	mostNote     = 400 // code points of an outlet's own note
	mostStanding = 150 // of the words as they stand, in a list
	// beforeChange is how many bytes of a long wording stand before the first
	// word that has changed.
	beforeChange = 120
)

// edited counts the statements that their outlet has changed.
func edited(found []statements.Found) int {
	n := 0
	for _, f := range found {
		if f.Changed != nil {
			n++
		}
	}
	return n
}

// changeNote is the line under a byline that says what the outlet did since.
// The words above it stay as they were read.
func changeNote(in locales.Tongue, f statements.Found, zone *time.Location) []Block {
	c := f.Changed
	if c == nil {
		return nil
	}
	read := in.Clock(f.Article.Fetched, zone)
	text := ""
	switch c.Deed {
	case statements.Reworded:
		text = in.Say("The outlet has changed these words since; both versions are below")
	case statements.TakenOut:
		text = in.Say("The outlet has taken this out; it was read %s", read)
	case statements.Rewritten:
		text = in.Say("The outlet has rewritten the article without these words; they were read %s", read)
	case statements.Withdrawn:
		text = in.Say("The outlet has withdrawn the article; it was read %s", read)
	case statements.Corrected:
		text = in.Say("The outlet has added a correction, which is below; these words stand")
	case statements.Reassigned:
		article, statement := asItStands(f)
		return []Block{{Look: Small, Runs: runsIn{in}.Say("The outlet has these words as said by %s now; they were read %s", nameOf(in, article, statement), read)}}
	}
	return []Block{{Look: Small, Runs: []Run{{Text: text}}}}
}

// asItStands is what stands in the place of a statement that was changed.
func asItStands(f statements.Found) (statements.Article, statements.Statement) {
	a := f.Article
	a.Text = f.Changed.Text
	return a, f.Changed.Now
}

// changeFields are both wordings of statements that were changed, the words
// that differ in bold, and what the outlet itself says about it.
func changeFields(in locales.Tongue, found []statements.Found, zone *time.Location) []Field {
	var out []Field
	noted := map[string]bool{}
	several := edited(found) > 1
	shown := 0
	for _, f := range found {
		c := f.Changed
		if c == nil {
			continue
		}
		if len(c.Now.Content) > 0 && shown < mostChanged {
			shown++
			out = append(out, bothWordings(in, f, several, zone)...)
		}
		if note := c.Note.Of(c.Text); note != "" && !noted[note] {
			noted[note] = true
			out = append(out, Field{Name: in.Say("The outlet’s note, read %s", in.Clock(c.At, zone)), Body: []Block{{Runs: []Run{{Text: clip(inOneLine(note), mostNote)}}}}})
		}
	}
	return out
}

func bothWordings(in locales.Tongue, f statements.Found, named bool, zone *time.Location) []Field {
	a, now := asItStands(f)
	was, is := compare.Diff(f.Article.Text, f.Statement.Content, a.Text, now.Content)
	named = named || f.Changed.Deed == statements.Reassigned
	value := func(a statements.Article, s statements.Statement, bold []statements.Span) []Block {
		s, cut := nearChange(a.Text, s, bold)
		words := quote(a, s, mostVersion, bold)
		runs := words.Runs
		if cut {
			runs = append([]Run{{Text: cutMark + " "}}, runs...)
		}
		for i := range runs {
			runs[i].Italic = words.Look == Tilde
		}
		if named {
			runs = append(append(runs, Run{Text: " · "}), nameOf(in, a, s)...)
		}
		return []Block{{Runs: runs}}
	}
	return []Field{
		{Name: in.Say("As published, read %s", in.Clock(f.Article.Fetched, zone)), Body: value(f.Article, f.Statement, was)},
		{Name: in.Say("As it stands, read %s", in.Clock(f.Changed.At, zone)), Body: value(a, now, is)},
	}
}

// nearChange leaves out the beginning of a long wording whose first change
// would lie beyond the cut.
func nearChange(text string, s statements.Statement, bold []statements.Span) (near statements.Statement, cut bool) {
	if len(bold) == 0 || len(s.Content) == 0 || bold[0].Start-s.Content[0].Start < mostVersion/2 {
		return s, false
	}
	from := bold[0].Start - beforeChange
	if space := strings.IndexByte(text[from:bold[0].Start], ' '); space >= 0 {
		from += space + 1
	} else {
		from = bold[0].Start
	}
	var content []statements.Span
	for _, c := range s.Content {
		if c.Start = max(c.Start, from); c.Start < c.End {
			content = append(content, c)
		}
	}
	s.Content = content
	return s, true
}

// inOneLine makes one line of several.
func inOneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// changeKind is the kind in the footer of what was changed.
func changeKind(in locales.Tongue, found []statements.Found) string {
	n := edited(found)
	if len(found) == 1 || n == len(found) {
		return in.Say("changed by the outlet")
	}
	return in.Say("%s, %s changed by the outlet", in.Count(len(found), "%s statement", "%s statements"), n)
}

// changedSince says in one line of a list what the outlet did to a statement
// after it was read; nothing if nothing is known.
func changedSince(in locales.Tongue, f statements.Found) []Block {
	c := f.Changed
	if c == nil {
		return nil
	}
	on := in.ShortDay(statements.DateOf(c.At.UTC()))
	a, now := asItStands(f)
	text := ""
	switch c.Deed {
	case statements.TakenOut:
		text = in.Say("The outlet has taken this out since; it was gone on %s", on)
	case statements.Rewritten:
		text = in.Say("The outlet has rewritten the article since; on %s these words were gone", on)
	case statements.Withdrawn:
		text = in.Say("The outlet has withdrawn the article since; it was gone on %s", on)
	case statements.Corrected:
		text = in.Say("The outlet has added a correction to the article, read %s", on)
	case statements.Reworded:
		_, is := compare.Diff(f.Article.Text, f.Statement.Content, a.Text, now.Content)
		near, _ := nearChange(a.Text, now, is)
		words := quote(a, near, mostStanding, is)
		for i := range words.Runs {
			words.Runs[i].Italic = words.Look == Tilde
		}
		return []Block{{Look: Small, Runs: runsIn{in}.Say("The outlet has changed these words since; on %s they were %s", on, words.Runs)}}
	case statements.Reassigned:
		return []Block{{Look: Small, Runs: runsIn{in}.Say("The outlet has these words as said by %s since %s", nameOf(in, a, now), on)}}
	}
	return []Block{{Look: Small, Runs: []Run{{Text: text}}}}
}

// lookedAgain is when an article was looked at later, and what was found: looks
// that found the same are told together.
func lookedAgain(in locales.Tongue, looks []statements.Sighting, zone *time.Location) string {
	var out []string
	for i := 0; i < len(looks); {
		var times []string
		k := i
		for ; k < len(looks) && looks[k].Sight == looks[i].Sight; k++ {
			at := in.Layout("15:04", looks[k].At.In(zone))
			if k == 0 || statements.DateOf(looks[k].At.In(zone)) != statements.DateOf(looks[k-1].At.In(zone)) {
				at = in.Layout("2 Jan 15:04", looks[k].At.In(zone))
			}
			times = append(times, at)
		}
		out = append(out, strings.Join(times, ", ")+in.Say(": ")+sightWords(in, looks[i].Sight))
		i = k
	}
	if len(out) == 0 {
		return ""
	}
	return in.Say("looked again %s", strings.Join(out, "; "))
}

// sightWords say what a later look found.
func sightWords(in locales.Tongue, s statements.Sight) string {
	switch s {
	case statements.SightSame:
		return in.Say("unchanged")
	case statements.SightChanged:
		return in.Say("changed")
	case statements.SightElsewhere:
		return in.Say("changed around")
	case statements.SightGone:
		return in.Say("gone")
	case statements.SightMissing:
		return in.Say("not found")
	case statements.SightLess:
		return in.Say("cut short")
	case statements.SightUnread:
		return in.Say("not readable")
	case statements.SightOther:
		return in.Say("another text")
	case statements.SightNoAnswer:
		return in.Say("no answer")
	case statements.SightNotAllowed:
		return in.Say("not allowed")
	}
	return string(s)
}
