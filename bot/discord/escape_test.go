package discord

import (
	"strings"
	"testing"
)

func TestEscape(t *testing.T) {
	tests := []struct{ in, want string }{
		{"forty-one a+b x=y", "forty-one a+b x=y"},
		{"- item", `\- item`},
		{"+1 = -1", `\+1 \= \-1`},
		{"1. first", `1\. first`},
		{"in 2026. Then", "in 2026. Then"},
		{"12.5 tonnes", `12\.5 tonnes`},
		{"# no heading", `\# no heading`},
		{"<@1> @everyone <#2> <t:0:R> </ask:1>", `\<\@1\> \@everyone \<\#2\> \<t\:0\:R\> \</ask\:1\>`},
		{"a\\b ||c||", `a\\b \|\|c\|\|`},
		{"cut […] here", "cut […] here"},
		{"come to discord.gg/abc or discord.com/invite/abc", `come to discord\.gg/abc or discord\.com/invite/abc`},
		{"[…](http://x.example)", `[…]\(http\://x.example\)`},
	}
	for _, tt := range tests {
		var b strings.Builder
		escape(&b, tt.in, true, false)
		if b.String() != tt.want {
			t.Errorf("%q\ngot  %s\nwant %s", tt.in, b.String(), tt.want)
		}
	}
}

func TestClean(t *testing.T) {
	tests := []struct {
		in    string
		lines bool
		want  string
	}{
		{"a\u202eb\u2066c\u200f", false, "abc"},
		{"a\x00\x07b\x7f", false, "ab"},
		{"a \t\n b", false, "a b"},
		{"a\r\nb\u2028c", true, "a\nb\nc"},
		{"two  spaces", true, "two  spaces"},
		{"bad \xff byte", false, "bad byte"},
		{"क\u200dष", false, "क\u200dष"},
		{"tag\U000E0041s", false, "tags"},
	}
	for _, tt := range tests {
		if got := clean(tt.in, tt.lines); got != tt.want {
			t.Errorf("clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestLink(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://a.example/x?q=1#f", "https://a.example/x?q=1#f"},
		{"http://a.example/a)b(c", "http://a.example/a%29b%28c"},
		{"https://a.example/ä ö", "https://a.example/%C3%A4%20%C3%B6"},
		{"https://a.example/%zz", ""},
		{"https://bücher.example/", "https://xn--bcher-kva.example/"},
		{"https://a.example:8080/?a=\\<>*`|", "https://a.example:8080/?a=%5C%3C%3E%2A%60%7C"},
		{"javascript:alert(1)", ""}, {"ftp://a.example/", ""}, {"//a.example/", ""}, {"", ""},
		{"https://user:pass@a.example/", ""},
		{"https://a.example/" + strings.Repeat("x", 500), ""},
	}
	for _, tt := range tests {
		if got := link(tt.in); got != tt.want {
			t.Errorf("link(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"“Read *all* of it”", "1. <@&1> [x](y)", "[…](", "\u202e\\", "-#"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, start bool) {
		var b strings.Builder
		in := clean(s, true)
		escape(&b, in, start, false)
		if back := unescape(b.String()); back != in {
			t.Errorf("%q came back as %q", in, back)
		}
		if out := clean(b.String(), true); out != b.String() {
			t.Errorf("%q is not clean", b.String())
		}
	})
}

// unescape reads what escape wrote as Discord does.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func FuzzLink(f *testing.F) {
	for _, s := range []string{"https://a.example/a)b", "http://[::1]/", "https://ä.example/?q=%zz#)", "javascript:1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := link(s)
		if strings.ContainsAny(got, "() <>\\`*|\n[]\"") || len(got) > linkMost {
			t.Errorf("link(%q) = %q", s, got)
		}
		if got != "" && link(got) != got {
			t.Errorf("%q is not the link of itself: %q", got, link(got))
		}
	})
}
