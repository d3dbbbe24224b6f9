package feeds

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"onrecord/statements/reasons"
)

const (
	// shortNotice is how long a notice in place of an article is at most, in
	// characters; with an article beside it, a page is not refused for its
	// notice.
	shortNotice = 2500
	// beginning is how long the free part of a closed article is at most.
	beginning = 1500
	// nearlyNothing is a text too short for an article, in characters.
	nearlyNothing = 140
)

// asksToPay matches a paragraph that stands where the rest of an article is
// for those who pay or register.
var asksToPay = regexp.MustCompile(`(?i)^.{0,120}(` + strings.Join([]string{
	`(subscribe|sign (in|up)|log ?in|register|become a (member|subscriber)|start (a|your) (free )?trial|create (a|an|your) (free )?account)( (now|here|today|for free))? to (continue|keep|finish|unlock|read|access|view)`,
	`to (continue|keep) reading( (this|the) (article|story))?,? (please )?(subscribe|sign|log|register|create|become|start)`,
	`(continue|keep) reading (with|by|for|this (article|story) (with|for))`,
	`(this|the) (article|story|content|page) is (only )?(available |reserved |exclusively )*(for|to) (our )?(paying |registered |premium |digital |print )*(subscribers|members|readers who)`,
	`(subscribers|members)[ -]only( (article|story|content))?\b`,
	`already (a|an) (subscriber|member)\?|already have an account\?|already registered\?`,
	`you('ve| have) (reached|used|read) (all )?(your|the) (limit|(last|monthly|weekly)? ?(free )?(articles?|limit|stories))`,
	`unlock (this|the full) (article|story)|get unlimited (digital )?access|read the full (article|story) with`,
	`jetzt (abonnieren|weiterlesen|testen)|weiterlesen mit|(mit|als) .{0,20}(abo|abonnent)\S* (weiterlesen|lesen)|diese[rn]? (artikel|inhalt|text) ist (nur )?für (unsere )?abonnent|exklusiv für abonnent|sie haben bereits ein .{0,20}abo`,
	`(article|contenu) réservé aux? (nos )?abonn|pour lire la suite|il vous reste .{0,20}% de cet article|déjà abonné|abonnez[ -]vous pour`,
	`(suscríbete|suscríbase|regístrate|regístrese|inicia sesión) (ahora )?para (seguir|continuar|leer)|contenido (exclusivo|solo) para (suscriptores|socios)|¿?ya eres suscriptor`,
	`(материал|статья|текст) (доступн\S*|только) .{0,20}(подписчик|подписк)|(оформите|купите) подписку,? чтобы|чтобы (продолжить чтение|читать дальше|дочитать)`,
}, `|`) + `)`)

// asksLeave is what pages say that ask to be allowed to track, in the voice of
// the site; consentWords is what they speak about, as articles do too.
var (
	asksLeave = regexp.MustCompile(`(?i)we(,| and) our (\d+ )?(tcf )?(partners|vendors)|some of our partners|store and/?(or)? access information on a device|accept (all|and continue)|reject all|(manage|your) (cookies|cookie settings|preferences|privacy choices)|before you continue|how we use (your )?(data|cookies)|withdraw (your )?consent|` +
		`alle akzeptieren|alle ablehnen|wir und unsere (\d+ )?partner|ihre einwilligung|tout accepter|tout refuser|(nous et )?nos (\d+ )?partenaires|aceptar (todo|y continuar)|rechazar todo|(nosotros y )?nuestros (\d+ )?socios|мы и наши партн[её]ры|принять все`)
	consentWords = regexp.MustCompile(`(?i)cookies?|privacy (policy|settings|center|centre)|legitimate interest|personali[sz]ed (ads|advertising|content)|consent|datenschutz\S*|einwilligung|confidentialité|vos données|política de privacidad|tus datos|конфиденциальност\S*`)
)

// notHuman matches what is shown to whom a site takes for a robot, or for
// somebody without JavaScript.
var notHuman = regexp.MustCompile(`(?i)(enable|turn on|activate|requires|needs?|without|disabled) (js|javascript)|javascript (is|has been|seems to be|must be) (disabled|required|off|not|enabled)|just a moment|checking your browser|verify(ing)? (that )?you are (a )?human|are you a (robot|human)|unusual (traffic|activity)|access (to this page )?(has been )?denied|security check|complete the captcha|request blocked|javascript (aktivieren|activer|activar)|включите javascript`)

// wall says what kept us from an article, or from its end.
type wall struct {
	refused *Error // what was read is no part of an article
	partial string // what was read is its beginning, and why
	body    string // without the notice
}

// walled looks for a notice in place of the article, or behind its first
// paragraphs. A page says so in its metadata, its text and its address.
func walled(m meta, body, address string) wall {
	n := utf8.RuneCountInString(body)
	hint := because(reasons.OwnTextDoes)
	if n < shortNotice && hints(body, "cookie", "privacy", "consent", "interest", "datenschutz", "einwilligung", "confidentialit", "données", "privacidad", "tus datos", "конфиденциальност") {
		asks, about := distinct(asksLeave, body), distinct(consentWords, body)
		if asks >= 2 && about >= 2 || asks >= 1 && about >= 1 && asksConsent(address) {
			return wall{refused: theirs(because(reasons.AsksConsent), hint)}
		}
	}
	if n < 800 && hints(body, "script", "moment", "browser", "human", "robot", "unusual", "denied", "check", "captcha", "blocked") && notHuman.MatchString(body) && !strings.Contains(body, "said") {
		return wall{refused: theirs(because(reasons.ChecksRobots), hint)}
	}
	if free, asked := withoutNotice(body); asked {
		if free == "" {
			return wall{refused: theirs(because(reasons.AsksSubscribe), hint)}
		}
		// Some ask at the end of an article that is there as a whole.
		if utf8.RuneCountInString(free) < beginning || m.closed {
			return wall{partial: reasons.ForSubscribers.With(), body: free}
		}
		return wall{body: free}
	}
	switch {
	case m.closed && (n < beginning || isCut(body) || m.words > 0 && 2*len(strings.Fields(body)) < m.words):
		return wall{partial: reasons.ForSubscribers.With(), body: body}
	case n < beginning && isCut(body):
		return wall{partial: reasons.EndsInMiddle.With(), body: body}
	case m.words > 150 && 3*len(strings.Fields(body)) < m.words:
		return wall{partial: reasons.LessThanSaid.With(), body: body}
	}
	return wall{body: body}
}

// emptyShell says why a page has no article to read; nil is one that may have.
func emptyShell(doc *html.Node, body string) *Error {
	hint := because(reasons.SeeWhat)
	if utf8.RuneCountInString(body) >= nearlyNothing {
		return nil
	}
	scripts, text := 0, textLength(doc)
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Script && !strings.Contains(attr(n, "type"), "json") {
			scripts++
		}
	}
	switch {
	case scripts > 0 && text < 500:
		return theirs(because(reasons.NeedsScript), hint)
	case body == "":
		return theirs(because(reasons.NoArticle), hint)
	}
	return nil
}

// withoutNotice cuts the text where the page asks to pay, if that is near its
// end.
func withoutNotice(body string) (free string, asked bool) {
	at := 0
	for p := range strings.SplitSeq(body, "\n\n") {
		if utf8.RuneCountInString(p) < 400 && utf8.RuneCountInString(body[at:]) < 1200 && hints(p, payHints...) && asksToPay.MatchString(p[:min(len(p), 260)]) {
			return strings.TrimSpace(body[:at]), true
		}
		at += len(p) + len("\n\n")
	}
	return body, false
}

// payHints are the words without which nobody asks to pay.
var payHints = []string{"subscri", "member", "account", "register", "unlock", "unlimited", "limit", "reading", "sign in", "sign up", "signin", "log in", "login", "trial", "abonn", "abo ", "weiterlesen", "jetzt testen", "lire la suite", "il vous reste", "suscr", "regístr", "sesión", "подпис", "чтени", "читать", "дочитать"}

// hints reports whether any of the words stands in s, quickly: most texts have
// none, and the patterns are slow.
func hints(s string, words ...string) bool {
	s = strings.ToLower(s)
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// distinct counts the different things that a pattern finds in s.
func distinct(pattern *regexp.Regexp, s string) int {
	seen := map[string]bool{}
	for _, w := range pattern.FindAllString(s, 200) {
		seen[strings.ToLower(w)] = true
	}
	return len(seen)
}

// asksConsent reports an address to which sites send whoever has not agreed to
// be tracked.
func asksConsent(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	host := strings.ToLower(u.Hostname())
	for label := range strings.SplitSeq(host, ".") {
		switch label {
		case "consent", "guce", "myprivacy", "privacy", "cmp", "cookiewall":
			return true
		}
	}
	path := strings.ToLower(u.Path)
	return strings.Contains(path, "/consent") || strings.Contains(path, "cookiewall") || strings.Contains(path, "/privacy-gate")
}
