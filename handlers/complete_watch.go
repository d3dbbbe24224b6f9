package handlers

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
	"onrecord/statements/watch"
)

// usualDigests are schedules to begin with.
var usualDigests = []string{"daily 08:00", "weekdays 09:00", "weekdays 09:00 17:00", "mondays 09:00", "weekends 10:00"}

// usualZones are time zones to begin with.
var usualZones = []string{
	"UTC", "Europe/London", "Europe/Lisbon", "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "Europe/Warsaw",
	"Europe/Kyiv", "Europe/Oslo", "Europe/Istanbul", "Europe/Moscow", "Africa/Cairo", "Africa/Lagos", "Africa/Nairobi",
	"Asia/Jerusalem", "Asia/Dubai", "Asia/Kolkata", "Asia/Singapore", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney",
	"America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
}

// watchProposals are values of the options that make or change a watch.
func (d *Desk) watchProposals(ctx context.Context, r Request, option, typed string) []Choice {
	var all []Choice
	switch option {
	case "watch":
		ws, _ := d.watchesOf(ctx, r)
		if r.Command == "unfollow" {
			ws, _ = d.followed(ctx, r)
		}
		for _, w := range ws {
			all = append(all, Choice{fmt.Sprintf("%d · %s", w.ID, watchTitle(r.in(), w)), fmt.Sprint(w.ID)})
		}
		return matching(all, typed)
	case "digest":
		return matching(choices(usualDigests), typed)
	case "zone":
		return zoneChoices(typed)
	case "clear":
		return further(choices(clearable), typed)
	case "languages":
		for _, l := range watch.Languages() {
			all = append(all, Choice{r.in().Language(statements.Language{Tag: l[0], English: l[1]}), l[0]})
		}
		return further(all, typed)
	case "outlets":
		fs, _ := d.Feeds.Feeds(ctx)
		return further(choices(outletNames(fs)), typed)
	}
	return nil
}

// languageNames are the languages of tags, as the reader calls them.
func languageNames(in locales.Tongue, tags []string) []string {
	out := watch.LanguageNames(tags)
	for i, tag := range tags {
		out[i] = in.Language(statements.Language{Tag: tag, English: out[i]})
	}
	return out
}

func choices(values []string) []Choice {
	var out []Choice
	for _, v := range values {
		out = append(out, Choice{v, v})
	}
	return out
}

func outletNames(fs []statements.Feed) []string {
	var out []string
	seen := map[string]bool{}
	for _, f := range fs {
		if name := feedName(f); !seen[name] && !strings.Contains(name, ",") {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

// further proposes what may stand at the end of a list: what goes before the
// last comma stays.
func further(all []Choice, typed string) []Choice {
	kept := ""
	if i := strings.LastIndexByte(typed, ','); i >= 0 {
		kept, typed = strings.TrimSpace(typed[:i])+", ", strings.TrimSpace(typed[i+1:])
	}
	var out []Choice
	for _, c := range matching(all, typed) {
		c.Name, c.Value = kept+c.Name, kept+c.Value
		if utf8.RuneCountInString(c.Value) <= 100 && !strings.Contains(text.Fold(kept), text.Fold(strings.TrimPrefix(c.Value, kept))+",") {
			out = append(out, c)
		}
	}
	return out
}
