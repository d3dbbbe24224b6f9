package discord

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"onrecord/statements"
)

// nasty are pieces that break one thing or another: markup, mentions, controls,
// other scripts, length.
var nasty = []string{
	"@everyone", "@here", "<@&1312000000000000002>", "<@1200000000000000001>", "<#1312000000000000001>", "</ask:1>", "<t:0:R>", "<:gull:12>",
	"**bold**", "__under__", "~~gone~~", "||hidden||", "`code`", "```\nfence\n```", "> bar", ">>> bars", "# head", "-# small", "- item", "1. first",
	"[prize](https://odd.example/x)", "https://odd.example/_a_*b*", "discord.gg/abc", "\\", "\\*", "[…]", "]( ", "&amp;", "<b>",
	"\u202eright to left\u202c", "\u200bzero\u200bwidth", "a\u0301\u0302\u0303\u0304", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿", "𝔣𝔬𝔯𝔱𝔶", "鰊の漁獲枠", "сельдь", "\ufeff", "\u0007", "\t", "\u2028",
	"it’s", "‘so-called’", "'", "(sic)", "…", "–", "%s", "{{.}}", "<script>", "\u00a0", "fi\ufb01sh",
}

// plainWords are what the rest is made of.
var plainWords = strings.Fields("herring quota strait survey harbour ceiling winter boats treaty envoy lights ferry the a of and would not with our number plan")

// hostileArticle writes an article in which people say nasty things at length.
func hostileArticle(r *rand.Rand, id int64) statements.Article {
	names := []string{"Mira Solheim", "Ilya Vantreight", "Jun *Castellan*", "Pell_Andersen Brenn", "@everyone Holt", "Runa <@1> Eikeland"}
	title := strings.ReplaceAll(prose(r, 3+r.IntN(60)), "\n", " ")
	text := []string{title}
	for range 2 + r.IntN(8) {
		who := names[r.IntN(len(names))]
		switch r.IntN(5) {
		case 0:
			text = append(text, fmt.Sprintf("“%s,” said %s, the foreign minister of Norvania.", prose(r, long(r)), who))
		case 1:
			text = append(text, fmt.Sprintf("%s said that %s.", who, prose(r, long(r))))
		case 2:
			text = append(text, fmt.Sprintf("%s called the plan “%s” and the survey “%s”, and left.", who, prose(r, 1+r.IntN(30)), prose(r, 1+r.IntN(30))))
		case 3:
			text = append(text, fmt.Sprintf("“%s", prose(r, long(r))), fmt.Sprintf("“%s,” %s said.", prose(r, long(r)), who))
		default:
			text = append(text, prose(r, long(r))+".")
		}
	}
	return statements.Article{ID: id, URL: "https://odd.example/a)b?" + strings.Repeat("x", r.IntN(3000)), Outlet: "The [*Gazette*](x) @here",
		Title: title, Lang: []string{"en", "en", "de", "ru", ""}[r.IntN(5)], Text: strings.ToValidUTF8(strings.Join(text, "\n\n"), ""),
		Published: statements.Moment{Time: time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)}, Fetched: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)}
}

// long is how many words something has: mostly few, sometimes more than any
// message holds.
func long(r *rand.Rand) int { return []int{4, 12, 12, 40, 150, 900}[r.IntN(6)] }

// prose is so many words, one in five of them nasty; some stick together.
func prose(r *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 && r.IntN(15) > 0 {
			b.WriteByte(' ')
		}
		if r.IntN(5) == 0 {
			b.WriteString(nasty[r.IntN(len(nasty))])
		} else {
			b.WriteString(plainWords[r.IntN(len(plainWords))])
		}
	}
	return b.String()
}
