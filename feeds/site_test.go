package feeds

import (
	"strings"
	"testing"
)

func TestSiteName(t *testing.T) {
	const story = "<p>The harbour board of Quay raised the fees for all boats on Monday, and the skippers are not amused by it at all.</p><p>It was the third time in a year, and the board says that it will not be the last one.</p>"
	for _, c := range []struct{ rule, head, body, want string }{
		{"said for machines", `<title>Harbour fees rise again - Quay Post</title><meta property="og:site_name" content="The Quay Post">`, "<h1>Harbour fees rise again</h1>" + story, "The Quay Post"},
		{"behind the headline", "<title>Harbour fees rise again - Quay Post</title>", "<h1>Harbour fees rise again</h1>" + story, "Quay Post"},
		{"behind a section", "<title>Harbour fees rise again | World | Le Phare d’Elm</title>", "<h1>Harbour fees rise again</h1>" + story, "Le Phare d’Elm"},
		{"behind a headline with a seam", "<title>Harbour fees - and tempers - rise – Quay Post</title>", "<h1>Harbour fees - and tempers - rise</h1>" + story, "Quay Post"},
		{"a section", "<title>Harbour fees rise again | World News</title>", "<h1>Harbour fees rise again</h1>" + story, "quay.example"},
		{"a clause", "<title>Harbour fees rise again - and what skippers make of them</title>", "<h1>Harbour fees rise again</h1>" + story, "quay.example"},
		{"a day", "<title>Harbour fees rise again - 4 May 2026</title>", "<h1>Harbour fees rise again</h1>" + story, "quay.example"},
		{"the site as the first heading", "<title>Quay Post - Harbour Fees Rise</title>", "<h1>Quay Post</h1>" + story, "quay.example"},
		{"no headline", "<title>Harbour fees rise again - Quay Post</title>", "<h1>Another story altogether</h1>" + story, "quay.example"},
		{"before the headline, and below", "<title>Elm Echo: Harbour fees rise again</title>", "<h1>Harbour fees rise again</h1>" + story + "<p>Elm Echo</p>", "Elm Echo"},
		{"before the headline, as its host", "<title>Quay | Harbour fees rise again</title>", "<h1>Harbour fees rise again</h1>" + story, "Quay"},
		{"before the headline, as outlets are called", "<title>Quay Ledger: Harbour fees rise again</title>", "<h1>Harbour fees rise again</h1>" + story, "Quay Ledger"},
		{"a matter before the headline", "<title>Quay war: Harbour fees rise again</title>", "<h1>Harbour fees rise again</h1>" + story, "quay.example"},
	} {
		page, err := ReadPage([]byte("<html lang=en><head>"+c.head+"</head><body><article>"+c.body+"</article></body></html>"), "text/html", "https://quay.example/fees-rise")
		if err != nil {
			t.Fatalf("%s: %v", c.rule, err)
		}
		if i := strings.Index(page.Title, ": "); i > 0 {
			t.Errorf("%s: the title is %q", c.rule, page.Title)
		}
		if page.Site != c.want {
			t.Errorf("%s: the site is %q, not %q", c.rule, page.Site, c.want)
		}
	}
}

func TestPageOfFonts(t *testing.T) {
	const page = `<HTML><HEAD><TITLE>Quay Ledger: Harbour fees rise again for all boats</TITLE></HEAD><BODY><TABLE><TR><TD>
<FONT SIZE="5"><B>Harbour fees rise again for all boats</B></FONT><BR><FONT SIZE="1">Thursday, March 19, 2026</FONT><BR><BR><DIV>
QUAY, March 19 - The harbour board raised the fees for all boats on Thursday, and the skippers are not amused by it.<br><br>
It was the third time in a year, and the board says that it will not be the last one, for the quay is old and the sea is not.</DIV></TD></TR></TABLE></BODY></HTML>`
	p, err := ReadPage([]byte(page), "text/html", "https://quay.example/fees-rise")
	if err != nil {
		t.Fatal(err)
	}
	if p.Title != "Harbour fees rise again for all boats" || p.Site != "Quay Ledger" || show(p.Published) != show(parseDate("19 March 2026")) {
		t.Errorf("the page of %s is %q, of %s", p.Site, p.Title, show(p.Published))
	}
}
