package feeds

import "strings"

// binding is one namespace declaration in scope; they form a list.
type binding struct {
	prefix, space string
	outer         *binding
}

func (b *binding) find(prefix string) (string, bool) {
	for ; b != nil; b = b.outer {
		if b.prefix == prefix {
			return b.space, true
		}
	}
	return "", false
}

// canonical gives an element's name as roles has it.
func (m *mender) canonical(raw string, scope *binding, isRoot bool) string {
	prefix, local, has := strings.Cut(strings.ToLower(raw), ":")
	if !has {
		prefix, local = "", prefix
	}
	if isRoot {
		return m.root
	}
	space, declared := scope.find(prefixAsWritten(raw))
	switch {
	case prefix == "" && (!declared || space == "?" || m.native(space)):
		return local
	case !declared: // people forget to declare, and mean what everybody means
		space = prefix
	}
	if m.native(space) {
		return local
	}
	return space + ":" + local
}

func prefixAsWritten(raw string) string {
	prefix, _, has := strings.Cut(raw, ":")
	if !has {
		return ""
	}
	return prefix
}

// native reports whether a namespace is the vocabulary of the feed itself.
func (m *mender) native(space string) bool {
	if m.root == "feed" {
		return space == "atom"
	}
	return space == "rss" || space == "rdf"
}

// belongs reports whether an element counts where it stands: the title of an
// image or of an entry's source is none of ours.
func (m *mender) belongs(name string) bool {
	switch parent := m.top().name; parent {
	case "author", "atom:author":
		return name == "name" || name == "email"
	case "channel", "item", "entry", "feed", "rss", "rdf":
		return name != "name" && name != "email"
	}
	return false
}
