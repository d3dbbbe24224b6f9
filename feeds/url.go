package feeds

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// tracking are query parameters that say where a reader came from and not what
// is read. A trailing * stands for any ending.
var tracking = newNames(`utm_* mtm_* pk_* piwik_* hsa_* _hs* at_* ns_* wt_* oly_* vero_* stm_* itm_* trk_* ga_*
	fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid igsh li_fat_id
	mc_cid mc_eid mkt_tok _openstat rb_clickid s_cid s_kwcid srsltid epik wickedid
	cmp cmpid cmp_id cmpid2 campaign_id campid ocid ito xtor smid smtyp ftag ncid cid_source
	ref_src ref_url referrer refsrc partner source_feed guccounter guce_referrer guce_referrer_sig
	sr_share taid tpcc soc_src soc_trk linkid feedname feedtype syndication-id echobox __twitter_impression`)

type names struct {
	whole  map[string]bool
	starts []string
}

func newNames(list string) names {
	n := names{whole: map[string]bool{}}
	for _, s := range strings.Fields(list) {
		if start, ok := strings.CutSuffix(s, "*"); ok {
			n.starts = append(n.starts, start)
		} else {
			n.whole[s] = true
		}
	}
	return n
}

func (n names) has(s string) bool {
	s = strings.ToLower(s)
	if n.whole[s] {
		return true
	}
	for _, start := range n.starts {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}

// Canonical is an article's identity: its address without fragment, tracking
// parameters, default port, user and the like. What is no http address is given
// back trimmed. Canonical(Canonical(u)) is Canonical(u).
func Canonical(rawURL string) string {
	rawURL = strings.TrimSpace(rawURL)
	u, err := url.Parse(rawURL)
	if err != nil || !isWeb(u) {
		return rawURL
	}
	u.User = nil
	u.Host = canonicalHost(u)
	// Some sites show different articles under one address by #!/their-id.
	if !strings.HasPrefix(u.Fragment, "!/") {
		u.Fragment, u.RawFragment = "", ""
	}
	u.RawQuery = withoutTracking(u.RawQuery)
	u.ForceQuery = false
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String()
}

func isWeb(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.Opaque == ""
}

func canonicalHost(u *url.URL) string {
	host := strings.TrimRight(strings.ToLower(u.Hostname()), ".")
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	port := u.Port()
	if port == "" || port == "80" && u.Scheme == "http" || port == "443" && u.Scheme == "https" {
		return host
	}
	return host + ":" + port
}

func withoutTracking(query string) string {
	if query == "" {
		return ""
	}
	var keep []string
	for _, pair := range strings.Split(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if plain, err := url.QueryUnescape(name); err == nil {
			name = plain
		}
		if pair != "" && !tracking.has(name) {
			keep = append(keep, pair)
		}
	}
	return strings.Join(keep, "&")
}

// resolve makes ref absolute against base. A ref that cannot be read is "".
func resolve(base, ref string) string {
	ref = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return -1
		}
		return r
	}, strings.TrimSpace(ref))
	if ref == "" {
		return ""
	}
	r, err := url.Parse(ref)
	if err != nil {
		// A stray % is the usual reason, and browsers do not mind it.
		if r, err = url.Parse(strings.ReplaceAll(ref, "%", "%25")); err != nil {
			return ""
		}
	}
	if r.IsAbs() {
		return r.String()
	}
	b, err := url.Parse(base)
	if err != nil || !b.IsAbs() {
		return ref
	}
	return b.ResolveReference(r).String()
}

// CheckURL reports what is wrong with the address of a feed or page.
func CheckURL(rawURL string) error {
	if strings.TrimSpace(rawURL) == "" {
		return errors.New("it is empty, try https://example.org/feed.xml")
	}
	if len(rawURL) > 2000 {
		return errors.New("it is longer than 2,000 characters")
	}
	u, err := url.Parse(rawURL)
	if err != nil || !isWeb(u) || strings.ContainsAny(u.Host, " <>\"") {
		return fmt.Errorf("%q is no web address, try https://example.org/feed.xml", withoutSecrets(rawURL))
	}
	return nil
}

// withoutSecrets cuts what may hold a password out of an address that cannot
// be parsed.
func withoutSecrets(rawURL string) string {
	if i := strings.LastIndex(rawURL, "@"); i >= 0 {
		rawURL = "…" + rawURL[i:]
	}
	rawURL, _, _ = strings.Cut(rawURL, "?")
	if r := []rune(rawURL); len(r) > 80 {
		rawURL = string(r[:80]) + "…"
	}
	return rawURL
}
