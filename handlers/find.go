package handlers

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"runtime/debug"
	"strings"
	"sync"

	"onrecord/statements"
)

// Readings reads what need not be on record, and keeps nothing of it.
type Readings interface {
	// Page reads the page at an address as an article, if robots may. What
	// cannot be read is a *statements.Problem. Private addresses that the
	// operator has opened are read only if within is true.
	Page(ctx context.Context, url string, within bool) (statements.Reading, error)
	// Words reads a text as it is.
	Words(ctx context.Context, text string) (statements.Reading, error)
}

// mostLinks is how many links of one text are followed.
const mostLinks = 3

// Source is one text that was looked for statements.
type Source struct {
	Address string // as it was given; "" is the text itself
	Article int64  // its number, if it is on record already
	Read    statements.Article
	Found   []statements.Found
	Partial string // why no more than its beginning could be read
	Err     error  // why it could not be read at all
}

// find is the command: who says what in the articles that a text links to, or
// else in the text itself.
func (d *Desk) find(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	what := strings.TrimSpace(r.Options["what"])
	if d.Readings == nil {
		return Reply{}, &statements.Problem{Text: statements.Say("Nothing is read here on demand."), Hint: statements.Say("Use `ask`, which answers from the record.")}
	}
	links, left := linksIn(what)
	// Who may add feeds may look where feeds may.
	sources := d.readAll(ctx, links, r.User.ManageServer)
	for _, s := range sources {
		var p *statements.Problem
		if s.Err != nil && !errors.As(s.Err, &p) {
			return Reply{}, s.Err // ours, not the page's
		}
	}
	if readable(sources) == 0 && worded(what) {
		own, err := d.readWords(ctx, what)
		if err != nil {
			return Reply{}, err
		}
		sources = append(sources, own)
	}
	if len(sources) == 1 && sources[0].Err != nil {
		return Reply{}, sources[0].Err
	}
	for i := range sources {
		sources[i].Found = weighed(sources[i].Found, d.Sure)
	}
	return private(FindCard(in, sources, left, d.now(), d.zone())), nil
}

// readAll reads the articles of links, all at once.
func (d *Desk) readAll(ctx context.Context, links []string, within bool) []Source {
	out := make([]Source, len(links))
	var all sync.WaitGroup
	for i, l := range links {
		all.Go(func() {
			defer func() { // of a reader that fell over, the others know nothing
				if p := recover(); p != nil {
					out[i] = Source{Address: l, Err: &broken{fmt.Errorf("panic: %v", p), debug.Stack()}}
				}
			}()
			out[i] = d.readLink(ctx, l, within)
		})
	}
	all.Wait()
	return out
}

// readLink gives what is on record of an article, or else reads its page.
func (d *Desk) readLink(ctx context.Context, address string, within bool) Source {
	out := Source{Address: address}
	if known, err := d.stored(ctx, address, &out); known || err != nil {
		out.Err = err
		return out
	}
	// One slow page must not cost the others their answer.
	hurried, cancel := context.WithTimeout(ctx, d.timeout()*3/4)
	defer cancel()
	read, err := d.Readings.Page(hurried, address, within)
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		err = &statements.Problem{Text: statements.Say("The page did not come in time."), Hint: statements.Say("Try again in a minute.")}
	}
	if err != nil {
		out.Err = err
		return out
	}
	if known, err := d.stored(ctx, read.Article.URL, &out); known || err != nil {
		out.Err = err
		return out
	}
	out.put(read)
	return out
}

func (d *Desk) readWords(ctx context.Context, words string) (Source, error) {
	read, err := d.Readings.Words(ctx, words)
	var out Source
	out.put(read)
	return out, err
}

// put shows a reading as if it were found.
func (s *Source) put(r statements.Reading) {
	s.Read, s.Partial = r.Article, r.Partial
	for _, one := range r.Statements {
		one.ID = 0
		s.Found = append(s.Found, statements.Found{Statement: one, Article: r.Article})
	}
}

// stored fills a source with what is stored of the article at an address.
func (d *Desk) stored(ctx context.Context, address string, s *Source) (bool, error) {
	if address == "" {
		return false, nil
	}
	if d.Canonical != nil {
		address = d.Canonical(address)
	}
	id, err := d.Traces.ArticleAt(ctx, address)
	if errors.Is(err, statements.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("look an address up: %w", err)
	}
	found, err := d.Shelf.StatementsOf(ctx, id)
	if err != nil && !errors.Is(err, statements.ErrNotFound) {
		return false, fmt.Errorf("read the statements of article %d: %w", id, err)
	}
	if len(found) == 0 {
		return false, nil // a look may find what the record has not
	}
	s.Article, s.Found, s.Read = id, found, found[0].Article
	return true, nil
}

// readable counts the sources that could be read.
func readable(list []Source) int {
	n := 0
	for _, s := range list {
		if s.Err == nil {
			n++
		}
	}
	return n
}

// webLink is a link as it stands in a text.
var webLink = regexp.MustCompile("https?://[^\\s<>\"“”«»`|]+")

// linksIn gives the first links of a text, each once, and how many there are
// besides. One word alone that looks like an address is one.
func linksIn(words string) (links []string, left int) {
	if !strings.ContainsAny(words, " \t\r\n:") && strings.Contains(words, ".") && strings.Contains(words, "/") {
		words = "https://" + words
	}
	seen := map[string]bool{}
	for _, l := range webLink.FindAllString(words, -1) {
		if l = bareLink(l); seen[l] || !isWeb(l) {
			continue
		}
		if seen[l] = true; len(links) == mostLinks {
			left++
			continue
		}
		links = append(links, l)
	}
	return links, left
}

// bareLink takes from a link what belongs to the sentence around it.
func bareLink(l string) string {
	for {
		short := strings.TrimRight(l, ".,;:!?*_~'’]}")
		if strings.HasSuffix(short, ")") && strings.Count(short, ")") > strings.Count(short, "(") {
			short = strings.TrimSuffix(short, ")")
		}
		if short == l {
			return l
		}
		l = short
	}
}

// worded reports whether a text has words besides its links.
func worded(words string) bool {
	return !blank(webLink.ReplaceAllString(words, "")) && strings.ContainsAny(strings.TrimSpace(words), " \n")
}
