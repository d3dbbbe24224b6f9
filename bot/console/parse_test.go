package console

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/handlers"
)

func TestParse(t *testing.T) {
	type options = map[string]string
	for _, c := range []struct {
		line, command string
		want          options
	}{
		{"ask what did Solheim say about the quota?", "ask", options{"question": "what did Solheim say about the quota?"}},
		{"/ask what did she say since May", "ask", options{"question": "what did she say since May"}},
		{"ASK  spaced   out ", "ask", options{"question": "spaced   out"}},
		{"ask the quota --since 2026-05-01", "ask", options{"question": "the quota", "since": "2026-05-01"}},
		{"ask the quota --since 1 May 2026 --private", "ask", options{"question": "the quota", "since": "1 May 2026", "private": "yes"}},
		{"ask the quota since:yesterday until:today", "ask", options{"question": "the quota", "since": "yesterday", "until": "today"}},
		{`ask the quota speaker:"Mira Solheim" private:no`, "ask", options{"question": "the quota", "speaker": "Mira Solheim", "private": "no"}},
		{"ask the quota —since=yesterday", "ask", options{"question": "the quota", "since": "yesterday"}},
		{`ask who said "dead on arrival"?`, "ask", options{"question": `who said "dead on arrival"?`}},
		{`ask "dead on arrival"`, "ask", options{"question": `"dead on arrival"`}},
		{"ask about --dry-run and ratio 3:2", "ask", options{"question": "about --dry-run and ratio 3:2"}},
		{"ask", "ask", options{}},
		{`watch add "Mira Solheim"`, "watch add", options{"speaker": "Mira Solheim"}},
		{`watch add “Mira Solheim” backlog yes`, "watch add", options{"speaker": "Mira Solheim", "backlog": "yes"}},
		{`watch add Mira Solheim`, "watch add", options{"speaker": "Mira Solheim"}},
		{`watch add "Mira Solheim" channel console backlog yes`, "watch add", options{"speaker": "Mira Solheim", "channel": "console", "backlog": "yes"}},
		{`watch add speaker "Mira Solheim" keywords quota`, "watch add", options{"speaker": "Mira Solheim", "keywords": "quota"}},
		{`watch add "Mira Solheim" quota OR ceiling`, "watch add", options{"speaker": "Mira Solheim", "keywords": "quota OR ceiling"}},
		{`watch add keywords said:(quota OR "catch limit") channel here`, "watch add", options{"keywords": `said:(quota OR "catch limit")`, "channel": "console"}},
		{`watch add keywords "said:(quota AND"`, "watch add", options{"keywords": "said:(quota AND"}},
		{`watch add keywords '"catch limit"'`, "watch add", options{"keywords": `"catch limit"`}},
		{`watch add --keywords=quota --backlog`, "watch add", options{"keywords": "quota", "backlog": "yes"}},
		{`watch add keywords quota backlog`, "watch add", options{"keywords": "quota", "backlog": "yes"}},
		{`watch add O'Neil's words`, "watch add", options{"speaker": "O'Neil's words"}},
		{`watch add --nonsense x`, "watch add", options{"nonsense": "x"}},
		{`watch add "never closed`, "watch add", options{"speaker": `"never closed`}},
		{`watch add "" channel`, "watch add", options{"speaker": "", "channel": ""}},
		{"watch list", "watch list", options{}},
		{"watch list please", "watch list", options{}},
		{"watch remove Mira Solheim on quota", "watch remove", options{"watch": "Mira Solheim on quota"}},
		{`watch edit 3 outlets "Harbor Courier" clear digest`, "watch edit", options{"watch": "3", "outlets": "Harbor Courier", "clear": "digest"}},
		{"watch edit 3 clear outlets, kinds", "watch edit", options{"watch": "3", "clear": "outlets, kinds"}},
		{"watch edit 3 clear speaker zone kinds direct", "watch edit", options{"watch": "3", "clear": "speaker zone", "kinds": "direct"}},
		{"watch edit 3 clear digest digest 09:00", "watch edit", options{"watch": "3", "clear": "digest", "digest": "09:00"}},
		{"watch edit 3 clear outlets quiet", "watch edit", options{"watch": "3", "clear": "outlets quiet"}},
		{"watch edit 3 clear digest --keywords quota", "watch edit", options{"watch": "3", "clear": "digest", "keywords": "quota"}},
		{"feed add https://a.example/feed.xml?x=1:2", "feed add", options{"url": "https://a.example/feed.xml?x=1:2"}},
		{`feed add a.example name "Harbor Courier" schedule @every 10m`, "feed add", options{"url": "a.example", "name": "Harbor Courier", "schedule": "@every 10m"}},
		{"help watch add", "help", options{"command": "watch add"}},
		{"help command", "help", options{"command": "command"}},
		{"help command ask", "help", options{"command": "ask"}},
		{"unmute number 2", "unmute", options{"number": "2"}},
		{"digest off watch 2", "digest off", options{"watch": "2"}},
		{`watch remove watch "Mira Solheim"`, "watch remove", options{"watch": "Mira Solheim"}},
		{"watch remove the watch 2", "watch remove", options{"watch": "the watch 2"}},
		{"context No. 7", "context", options{"number": "No. 7"}},
	} {
		cmd, rest, ok := commandOf((&handlers.Desk{}).Commands(), c.line)
		if !ok || cmd.Name != c.command {
			t.Errorf("commandOf(%q) = %q, %v", c.line, cmd.Name, ok)
			continue
		}
		if diff := cmp.Diff(c.want, parse(cmd, rest).options); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.line, diff)
		}
	}
}

func TestNoCommand(t *testing.T) {
	for _, line := range []string{"", "/", "watch", "asks", "watch adds x", `"ask" what`} {
		if c, _, ok := commandOf((&handlers.Desk{}).Commands(), line); ok && line != `"ask" what` {
			t.Errorf("commandOf(%q) = %q", line, c.Name)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`ask what "x`, "watch add “a” 'b' «", "ask --since", "feed add --=x", "watch add \xff\"", "help ", "ask since:until:x"} {
		f.Add(s)
	}
	table := (&handlers.Desk{}).Commands()
	f.Fuzz(func(t *testing.T, line string) {
		c, rest, ok := commandOf(table, line)
		if !ok {
			return
		}
		got := parse(c, rest)
		total := 0
		for _, v := range got.options {
			total += len(v)
		}
		// Nothing is made up: yes and console are the only words that are not
		// the line's own.
		if total > len(line)+len("yes")*len(c.Options)+len(prefix) {
			t.Errorf("%q gave more than it has: %v", line, got.options)
		}
	})
}
