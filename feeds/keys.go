package feeds

import (
	"fmt"
	"strings"

	"github.com/cespare/xxhash/v2"
	ext "github.com/mmcdole/gofeed/extensions"
)

// setKeys gives every item what it is known by from one visit to the next: its
// id, else its link, else a hash of its words. An id that several items share
// is none, unless they are the same item twice.
func setKeys(items []Item) {
	links := map[string]string{}
	shared := map[string]bool{}
	for _, it := range items {
		if l, seen := links[it.ID]; seen && it.ID != "" && l != Canonical(it.Link) {
			shared[it.ID] = true
		}
		links[it.ID] = Canonical(it.Link)
	}
	for i := range items {
		it := &items[i]
		switch {
		case it.ID != "" && !shared[it.ID]:
			it.Key = short(it.ID)
		case it.ID != "" && it.Link != "":
			it.Key = short(it.ID + " " + Canonical(it.Link))
		case it.Link != "":
			it.Key = short(Canonical(it.Link))
		default:
			it.read()
			it.Key = "words:" + digest(it.Title+"\n"+first(it.Content, it.Summary))
		}
		it.ID = first(it.ID, it.Link, it.Key)
	}
}

// short keeps keys readable, and long ones small.
func short(key string) string {
	if len(key) <= 300 {
		return strings.ToValidUTF8(key, "?")
	}
	return "hash:" + digest(key)
}

func digest(s string) string { return fmt.Sprintf("%016x", xxhash.Sum64String(s)) }

func values(es []ext.Extension) string {
	for _, e := range es {
		if s := strings.TrimSpace(e.Value); s != "" {
			return s
		}
	}
	return ""
}

func atomLink(es []ext.Extension) string {
	for _, e := range es {
		if rel := e.Attrs["rel"]; (rel == "" || rel == "alternate") && e.Attrs["href"] != "" {
			return e.Attrs["href"]
		}
	}
	return ""
}
