package feeds

import "strings"

// spaces are the namespaces of feeds by the prefix that we write them with. The
// addresses are compared without case, scheme, and what stands at their ends.
var spaces = map[string]string{
	"www.w3.org/2005/atom":                       "atom",
	"purl.org/atom/ns":                           "atom",
	"purl.org/rss/1.0":                           "rss",
	"my.netscape.com/rdf/simple/0.9":             "rss",
	"my.netscape.com/publish/formats/rss-0.91":   "rss",
	"channel.netscape.com/rdf/simple/0.9":        "rss",
	"backend.userland.com/rss":                   "rss",
	"backend.userland.com/rss2":                  "rss",
	"backend.userland.com/rss091":                "rss",
	"backend.userland.com/rss092":                "rss",
	"blogs.law.harvard.edu/tech/rss":             "rss",
	"cyber.law.harvard.edu/rss":                  "rss",
	"www.w3.org/1999/02/22-rdf-syntax-ns":        "rdf",
	"purl.org/rss/1.0/modules/content":           "content",
	"purl.org/dc/elements/1.1":                   "dc",
	"purl.org/dc/elements/1.0":                   "dc",
	"purl.org/dc/terms":                          "dcterms",
	"www.itunes.com/dtds/podcast-1.0.dtd":        "itunes",
	"search.yahoo.com/mrss":                      "media",
	"rssnamespace.org/feedburner/ext/1.0":        "feedburner",
	"www.pheedo.com/namespace/pheedo":            "pheedo",
	"www.w3.org/1999/xhtml":                      "xhtml",
	"www.w3.org/xml/1998/namespace":              "xml",
	"purl.org/net/rss1.1":                        "rss",
	"example.com/newformat":                      "rss",
	"www.purl.org/rss/1.0":                       "rss",
	"my.netscape.com/publish/formats/rss-0.92":   "rss",
	"www.rssboard.org/media-rss":                 "media",
	"rssnamespace.org/feedburner/ext/1.0/atom10": "feedburner",
}

// spaceOf gives the prefix for a namespace's address; "?" is one we do not know.
func spaceOf(uri string) string {
	uri = strings.ToLower(strings.TrimSpace(uri))
	uri = strings.TrimPrefix(strings.TrimPrefix(uri, "https://"), "http://")
	uri = strings.TrimRight(uri, "/#")
	if p, ok := spaces[uri]; ok {
		return p
	}
	return "?"
}

// role says what an element is to the cleaning pass.
type role int

const (
	foreign   role = iota // dropped with all that is in it
	container             // holds other elements that count
	words                 // its text is for people: titles, bodies
	value                 // its text is data: dates, ids, names
	address               // its text or href is a link
)

// roles are the elements that gofeed gets to see, by their canonical names.
// Everything else is dropped, so nothing else can break the parse.
var roles = map[string]role{
	"rss": container, "rdf": container, "feed": container, "channel": container, "item": container, "entry": container,

	"title": words, "description": words, "summary": words, "content": words, "content:encoded": words,
	"subtitle": words, "tagline": words, "dc:title": words, "dc:description": words, "itunes:summary": words,
	"atom:summary": words, "atom:content": words, "media:description": words, "media:title": words,
	"encoded": words, "fulltext": words, "xhtml:body": words,

	"pubdate": value, "lastbuilddate": value, "published": value, "updated": value, "issued": value,
	"modified": value, "created": value, "dc:date": value, "dcterms:created": value, "dcterms:issued": value,
	"dcterms:modified": value, "atom:published": value, "atom:updated": value, "date": value,
	"dc:creator": value, "dc:author": value, "author": value, "itunes:author": value, "managingeditor": value,
	"webmaster": value, "name": value, "email": value, "language": value, "guid": value, "id": value,
	"dc:identifier": value, "atom:id": value, "atom:author": value,

	"link": address, "atom:link": address, "url": address,
	"feedburner:origlink": address, "pheedo:origlink": address,
}
