package feeds

import (
	"strings"
	"testing"
)

func TestStandfirst(t *testing.T) {
	const text = "Mira Solheim leaves the ministry in April after eight years. She received the Courier on Monday, among boxes and maps. " +
		"The harbour was grey, the coffee strong, and the talk went on for an hour and a half about herring, ferries and her pears."
	page := func(under string) string {
		return "<html><head><title>Nobody thanks you - Courier</title></head><body><h1>Nobody thanks you</h1>" + under +
			"<div class=\"entry-content\"><p>" + text + "</p><p>" + strings.Repeat("Q and A went on and on about the catch of the winter. ", 9) + "</p></div></body></html>"
	}
	const words = "Mira Solheim, the outgoing minister, talks to Ada Quist about fish, her critics and her pears"
	for name, tc := range map[string]struct {
		under string
		want  bool
	}{
		"an h2 below the headline":      {`<h2 class="standfirst">` + words + `</h2>`, true},
		"a paragraph with another name": {`<p class="post__dek">` + words + `</p>`, true},
		"a property":                    {`<p itemprop="description">` + words + `</p>`, true},
		"a class that says sub":         {`<div class="entry-sub">` + words + `</div>`, true},
		"too short to say anything":     {`<h2 class="standfirst">Solheim leaves</h2>`, false},
		"without a name of its own":     {`<h3>` + words + `</h3>`, false},
		"a list of other stories":       {`<div class="deck"><a href="/1">` + words + `</a></div>`, false},
		"a word that only begins so":    {`<div class="decking">` + words + `</div>`, false},
		"far below":                     {strings.Repeat("<span>x</span>", 9) + `<p class="dek">` + words + `</p>`, false},
		"what the text has anyway":      {`<p class="dek">Mira Solheim leaves the ministry in April after eight years.</p>`, false},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ReadPage([]byte(page(tc.under)), "text/html", "https://courier.example/interview")
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.HasPrefix(p.Body, words+"\n\n"); got != tc.want {
				t.Errorf("the text begins with it: %v\n%s", got, p.Body)
			}
			if n := strings.Count(p.Body, "leaves the ministry in April"); n != 1 {
				t.Errorf("the first sentence stands %d times", n)
			}
		})
	}
}

func TestHeadingInTheHeader(t *testing.T) {
	const words = "Vell says the ferries are “tired”; Norvania calls the complaint baseless"
	text := strings.Repeat("The harbour was grey, the coffee strong, and the talk went on for an hour about herring. ", 9)
	for name, tc := range map[string]struct {
		head string
		want bool
	}{
		"right below":     {"<header><h1>Ferry row grows</h1> <h2>" + words + "</h2></header>", true},
		"in a group":      {"<hgroup><h1>Ferry row grows</h1><h2>" + words + "</h2></hgroup>", true},
		"not right below": {"<header><h1>Ferry row grows</h1><p>Ada Quist</p><h2>" + words + "</h2></header>", false},
		"in no header":    {"<div><h1>Ferry row grows</h1><h2>" + words + "</h2></div>", false},
	} {
		page := "<html><head><title>Ferry row grows | Courier</title></head><body><article>" + tc.head + "<div class=\"entry-content\"><p>" + text + "</p><p>" + text + "</p></div></article></body></html>"
		p, err := ReadPage([]byte(page), "text/html", "https://courier.example/row")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.HasPrefix(p.Body, words+"\n\n"); got != tc.want {
			t.Errorf("%s: the text begins with it: %v\n%s", name, got, p.Body)
		}
	}
}
