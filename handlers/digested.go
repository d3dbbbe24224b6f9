package handlers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// digested is a digest in the order in which it is read.
type digested struct {
	d        statements.Delivery
	of       statements.Digest
	zone     *time.Location
	voices   []voice
	articles []statements.Entry // that words were found in, whoever spoke
}

// voice is what one speaker said.
type voice struct {
	key     string
	unnamed bool
	found   []statements.Found
	words   map[int64][]string // by statement: the watched words that were found
}

func gatherDigest(d statements.Delivery, zone *time.Location) digested {
	g := digested{d: d, zone: zone}
	if d.Digest != nil {
		g.of = *d.Digest
	}
	if z, err := time.LoadLocation(zoneName(d, g.of)); err == nil {
		g.zone = z
	} else if g.zone == nil {
		g.zone = time.UTC
	}
	seen, read := map[int64]bool{}, map[int64]bool{}
	at := map[string]int{}
	for _, e := range d.Entries {
		if e.Whole && e.Watch.Speaker == "" {
			if !read[e.Article.ID] {
				read[e.Article.ID] = true
				g.articles = append(g.articles, e)
			}
			continue
		}
		for _, f := range showable(e.Found) {
			if f.Rejected() {
				continue
			}
			once := f.Cluster
			if once == 0 {
				once = -f.Statement.ID
			}
			if seen[once] || f.Rejected() { // reviewers took it back while it waited
				continue
			}
			seen[once] = true
			key := voiceKey(f)
			i, ok := at[key]
			if !ok {
				i = len(g.voices)
				at[key] = i
				g.voices = append(g.voices, voice{key: key, unnamed: unnamed(f.Statement), words: map[int64][]string{}})
			}
			g.voices[i].found = append(g.voices[i].found, f)
			g.voices[i].words[f.Statement.ID] = e.Words
		}
	}
	slices.SortStableFunc(g.voices, func(a, b voice) int { return len(b.found) - len(a.found) })
	return g
}

// zoneName is the time zone of a digest's hours; "local" if its watches name
// none, which no zone is called.
func zoneName(d statements.Delivery, of statements.Digest) string {
	name := of.Timing.Zone
	if of.Kind == statements.GatherQuiet && len(d.Entries) > 0 {
		name = d.Entries[0].Watch.Timing.Zone
	}
	if name == "" {
		return "local"
	}
	return name
}

// voiceKey is the same for what one person said: a name that is not resolved is
// nobody's but the article's.
func voiceKey(f statements.Found) string {
	switch s := f.Statement; {
	case unnamed(s):
		return fmt.Sprintf("unnamed %d %s", f.Article.ID, sourceOf(f.Article, s))
	case f.SpeakerID != 0:
		return fmt.Sprint(f.SpeakerID)
	default:
		return s.Speaker
	}
}

// unnamed reports whether it is not known who spoke.
func unnamed(s statements.Statement) bool {
	return s.Speaker == "" || s.Known == statements.Unresolved
}

// total is how many statements and articles there are to tell.
func (g digested) total() int {
	n := len(g.articles)
	for _, v := range g.voices {
		n += len(v.found)
	}
	return n
}

// topical is what a voice says on a topic; "" is none in particular.
type topical struct {
	name  string
	found []statements.Found
}

// byTopic groups statements by the watched words that found them, or else by
// what several of them are about; most first, no topic last.
func (v voice) byTopic(in locales.Tongue) []topical {
	var out []topical
	file := func(name string, f statements.Found) {
		for i := range out {
			if out[i].name == name {
				out[i].found = append(out[i].found, f)
				return
			}
		}
		out = append(out, topical{name, []statements.Found{f}})
	}
	common := topics(v.found, statements.Profile{Speaker: statements.Speaker{Name: v.found[0].Statement.Speaker}})
	for _, f := range v.found {
		name := ""
		if words := v.words[f.Statement.ID]; len(words) > 0 {
			name = in.List(shortAll(words[:min(len(words), 2)]), 2)
		}
		for _, t := range common {
			if name == "" && about(f, t.Name) {
				name = t.Name
			}
		}
		file(capital(name), f)
	}
	slices.SortStableFunc(out, func(a, b topical) int {
		if (a.name == "") != (b.name == "") {
			return len(b.name) - len(a.name)
		}
		return len(b.found) - len(a.found)
	})
	for _, t := range out {
		if len(t.found) > mostOfTopic { // what is verbatim is not to be behind a button
			slices.SortStableFunc(t.found, func(a, b statements.Found) int {
				return min(len(b.Statement.Verbatim), 1) - min(len(a.Statement.Verbatim), 1)
			})
		}
	}
	return out
}

// about reports whether all words of a topic stand in what was said or in the
// headline over it.
func about(f statements.Found, topic string) bool {
	there := strings.ToLower(f.Statement.Text(f.Article.Text) + " " + f.Article.Title)
	for w := range strings.FieldsSeq(topic) {
		if !strings.Contains(there, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// capital writes the first letter large.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
