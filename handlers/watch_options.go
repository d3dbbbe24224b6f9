package handlers

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"onrecord/statements"
	"onrecord/statements/timing"
	"onrecord/statements/watch"
)

// What kinds of statement a watch tells of.
const (
	kindsDirect = "direct"
	kindsAll    = "all"
)

// The options of everything that makes or changes a watch.
var (
	optSpeaker  = Option{Name: "speaker", Text: "Whose own words: a name", Complete: true, MaxChars: 100}
	optKeywords = Option{Name: "keywords", Text: "Words to look for; help watch shows the language", MaxChars: 500}
	optChannel  = Option{Name: "channel", Text: "Where alerts go: a channel, a thread, or a forum; here if left out", Kind: Channel}
	optBacklog  = Option{Name: "backlog", Text: "Also tell what is on record already, folded", Kind: YesNo}
	optWatch    = Option{Name: "watch", Text: "Its number or its name, as watch list shows them", Required: true, Complete: true, MaxChars: 600}
	optRole     = Option{Name: "role", Text: "A role of this server that each alert mentions", Kind: Role}
)

// narrowing are the options that say what of a watch is told.
var narrowing = []Option{
	{Name: "outlets", Text: "Only these outlets, with commas: names as on the cards, or hosts", Complete: true, MaxChars: 1000},
	{Name: "kinds", Text: "direct: only what is verbatim, at least in part", Kind: One, Choices: []Choice{
		{"direct: verbatim, at least in part", kindsDirect}, {"all: reported speech as well", kindsAll}}},
	{Name: "languages", Text: "Only articles in these languages: en, German", Complete: true, MaxChars: 200},
	{Name: "confidence", Text: "Only if it is this sure who spoke, from 0 to 1: 0.8", MaxChars: 10},
}

// timed are the options that say when it is told.
var timed = []Option{
	{Name: "digest", Text: "Gathered instead of at once: weekdays 09:00, or five fields of cron", Complete: true, MaxChars: 100},
	{Name: "zone", Text: "Time zone of the digest and of the quiet hours: Europe/Oslo", Complete: true, MaxChars: 60},
	{Name: "quiet", Text: "Hours in which everything is held until their end: 22:00-07:00", MaxChars: 20},
	{Name: "cap", Text: "At most so many an hour; the rest comes folded", MaxChars: 6},
}

// watchOptions are the options of a command: those given, then all that
// narrows.
func watchOptions(first ...Option) []Option { return slices.Concat(first, narrowing, timed) }

// clearable are what a watch may lose again.
var clearable = []string{"speaker", "keywords", "outlets", "kinds", "languages", "confidence", "role", "digest", "zone", "quiet", "cap"}

// readWatch puts the options that are given into w; the others stay as they
// are. command is what an example begins with.
func readWatch(w *statements.Watch, o map[string]string, command string) error {
	for name, to := range map[string]*string{"speaker": &w.Speaker, "keywords": &w.Keywords, "channel": &w.Place} {
		if o[name] != "" {
			*to = oneLine(o[name])
		}
	}
	switch {
	case blank(w.Speaker) && starless(w.Keywords):
		return &statements.Problem{Text: statements.Say("A watch needs a speaker, keywords, or both."),
			Hint: statements.Say("For example `%s speaker \"Mira Solheim\"`, or `%s keywords quota`.", command, command)}
	case w.Speaker != "" && blank(w.Speaker):
		return &statements.Problem{Text: statements.Say("‘%s’ is no name.", short(w.Speaker, mostName)), Hint: statements.Say("For example `%s speaker \"Mira Solheim\"`.", command)}
	}
	var p *statements.Problem
	if err := watch.CheckWatch(*w); errors.As(err, &p) {
		if at := watch.Column(w.Keywords); at > 0 {
			return &pointed{p, w.Keywords, at}
		}
		return p
	}
	if err := readOnly(&w.Only, o); err != nil {
		return err
	}
	if o["role"] != "" {
		role, err := readRole(o["role"])
		if err != nil {
			return err
		}
		w.Role = role
	}
	return readTiming(&w.Timing, o)
}

func readOnly(only *statements.Only, o map[string]string) error {
	for _, list := range []struct {
		typed string
		read  func(string) ([]string, int, error)
		to    *[]string
	}{{o["outlets"], watch.ReadOutlets, &only.Outlets}, {o["languages"], watch.ReadLanguages, &only.Languages}} {
		if list.typed == "" {
			continue
		}
		values, column, err := list.read(list.typed)
		if p := (*statements.Problem)(nil); errors.As(err, &p) {
			return &pointed{p, list.typed, column}
		}
		*list.to = values
	}
	switch o["kinds"] {
	case "":
	case kindsDirect, kindsAll:
		only.Verbatim = o["kinds"] == kindsDirect
	default:
		return &statements.Problem{Text: statements.Say("‘%s’ is no choice of kinds.", short(o["kinds"], mostName)), Hint: statements.Say("Write kinds direct for what is verbatim at least in part, or kinds all.")}
	}
	if o["confidence"] == "" {
		return nil
	}
	sure, err := watch.ReadSure(o["confidence"])
	only.Sure = sure
	return err
}

// readRole reads a role's number, or the mention of one.
func readRole(typed string) (string, error) {
	id := strings.TrimSuffix(strings.TrimPrefix(typed, "<@&"), ">")
	if id == "" || len(id) > 20 || strings.Trim(id, "0123456789") != "" {
		return "", &statements.Problem{Text: statements.Say("‘%s’ is no role.", short(typed, mostName)),
			Hint: statements.Say("Choose one from the list that Discord shows, or give the number that its Copy Role ID gives.")}
	}
	return id, nil
}

func readTiming(t *statements.Timing, o map[string]string) error {
	if err := setZone(t, o["zone"]); err != nil {
		return err
	}
	if o["quiet"] != "" {
		t.Quiet = o["quiet"]
	}
	if o["digest"] != "" {
		spec, err := timing.Spec(o["digest"])
		if err != nil {
			return err
		}
		t.Digest = spec
	}
	if o["cap"] != "" {
		n, err := strconv.Atoi(o["cap"])
		if err != nil || n < 1 {
			return &statements.Problem{Text: statements.Say("‘%s’ is no number of alerts.", short(o["cap"], mostName)), Hint: statements.Say("Give how many may come in an hour, for example cap 20.")}
		}
		t.Most = n
	}
	return timing.Check(*t)
}

// setZone puts hours into the time zone that was typed, if one was.
func setZone(t *statements.Timing, typed string) error {
	if typed == "" {
		return nil
	}
	zone, err := readZone(typed)
	if err != nil {
		return err
	}
	t.Zone = zone.String()
	return nil
}

// lose takes away what was named, so that a watch has it no longer.
func lose(w *statements.Watch, typed string) error {
	for _, name := range strings.FieldsFunc(strings.ToLower(typed), func(r rune) bool { return r == ',' || r == ' ' }) {
		switch name {
		case "speaker":
			w.Speaker = ""
		case "keywords":
			w.Keywords = ""
		case "outlets":
			w.Only.Outlets = nil
		case "kinds":
			w.Only.Verbatim = false
		case "languages":
			w.Only.Languages = nil
		case "confidence":
			w.Only.Sure = 0
		case "role":
			w.Role = ""
		case "digest":
			w.Timing.Digest = ""
		case "zone":
			w.Timing.Zone = ""
		case "quiet":
			w.Timing.Quiet = ""
		case "cap":
			w.Timing.Most = 0
		default:
			return &statements.Problem{Text: statements.Say("‘%s’ is nothing that a watch can lose.", short(name, mostName)),
				Hint: statements.Say("It can lose %s.", strings.Join(clearable, ", "))}
		}
	}
	return nil
}

// optionsOf are the options that would make w.
func optionsOf(w statements.Watch) []Choice {
	var out []Choice
	add := func(name, value string) {
		if value != "" {
			out = append(out, Choice{name, value})
		}
	}
	add("speaker", w.Speaker)
	add("keywords", w.Keywords)
	add("outlets", strings.Join(w.Only.Outlets, ", "))
	if w.Only.Verbatim {
		add("kinds", kindsDirect)
	}
	add("languages", strings.Join(w.Only.Languages, ", "))
	if w.Only.Sure > 0 {
		add("confidence", strconv.FormatFloat(w.Only.Sure, 'g', -1, 64))
	}
	add("role", w.Role)
	add("digest", w.Timing.Digest)
	add("zone", w.Timing.Zone)
	add("quiet", w.Timing.Quiet)
	if w.Timing.Most > 0 {
		add("cap", fmt.Sprint(w.Timing.Most))
	}
	return out
}

// typedWatch is a watch as a command that makes or tries it.
func typedWatch(command string, w statements.Watch) string {
	for _, o := range optionsOf(w) {
		value := o.Value
		if o.Name == "speaker" {
			value = typedName(value)
		}
		command += " " + o.Name + " " + value
	}
	return command
}
