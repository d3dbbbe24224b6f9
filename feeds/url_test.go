package feeds_test

import (
	"strings"
	"testing"

	"onrecord/feeds"
)

func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"https://post.example/a?utm_source=rss&id=7&utm_medium=feed#top": "https://post.example/a?id=7",
		"HTTPS://Post.Example:443/A":                                     "https://post.example/A",
		"http://post.example:80":                                         "http://post.example/",
		"http://post.example:8080/a":                                     "http://post.example:8080/a",
		"https://post.example./a":                                        "https://post.example/a",
		"https://user:secret@post.example/a":                             "https://post.example/a",
		"https://post.example/a?fbclid=x":                                "https://post.example/a",
		"https://post.example/a?":                                        "https://post.example/a",
		"https://post.example/a?b=1&UTM_Campaign=x&c":                    "https://post.example/a?b=1&c",
		"https://post.example/#!/story/7":                                "https://post.example/#!/story/7",
		"http://[2001:db8::1]:80/a":                                      "http://[2001:db8::1]/a",
		" https://post.example/a ":                                       "https://post.example/a",
		"tag:post.example,2026:7":                                        "tag:post.example,2026:7",
		"":                                                               "",
	} {
		if got := feeds.Canonical(in); got != want {
			t.Errorf("Canonical(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCheckURLHidesPasswords(t *testing.T) {
	for _, bad := range []string{"", "post.example/feed", "ftp://post.example/", "https://", "https://user:secret@/x", "http://u:secret@a b/"} {
		err := feeds.CheckURL(bad)
		if err == nil {
			t.Errorf("%q passed", bad)
		} else if strings.Contains(err.Error(), "secret") {
			t.Errorf("the password is in the message: %v", err)
		}
	}
	if err := feeds.CheckURL("https://post.example/feed?a=b"); err != nil {
		t.Error(err)
	}
}

func FuzzCanonical(f *testing.F) {
	for _, s := range []string{"https://post.example/a?utm_source=x#y", "http://[::1]:80/%zz", "//x", "https://a:b@c./?&&=", "http://x/#!/a#b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := feeds.Canonical(s)
		if twice := feeds.Canonical(once); twice != once {
			t.Errorf("Canonical(%q) = %q, and of that %q", s, once, twice)
		}
	})
}
