package handlers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
)

// Pages reads pages as they stand now.
type Pages interface {
	// Today gives what was seen of an article's page, and its text, "" where
	// none could be read.
	Today(ctx context.Context, url, title string) (statements.Sight, string)
}

const (
	// leastQuoted is how many words a quote must have to be looked for: fewer
	// stand anywhere.
	leastQuoted = 3
	// nearlyQuoted is the share of a quote's words that a statement must have,
	// in their order, to be shown as what may be meant.
	nearlyQuoted = 0.6
)

// Verified is what became of a quote that was to be verified.
type Verified struct {
	Asked  string // the words that were asked for; "" if a number was
	NotOf  string // who was asked for, if somebody else is found with the words
	Found  statements.Found
	Match  Match
	Hash   string           // SHA-256 of the stored text
	Looked bool             // today's page was asked for
	Sight  statements.Sight // of today's page
	Today  Match            // in today's page
}

// Match says how words stand in a text.
type Match int

// The matches, from the weakest.
const (
	NoMatch   Match = iota
	Nearly          // most of them, in this order
	InArticle       // all of them, but nobody says them there
	WordMatch       // all of them; marks, capitals or blanks differ
	Exactly         // byte for byte
)

// verify is the command: a statement against its stored text and today's page,
// or words against what is on record.
func (d *Desk) verify(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	what := oneLine(r.Options["what"])
	id, article, ok := parseRef(what)
	if ok && !article {
		f, err := d.Shelf.Statement(ctx, id)
		if errors.Is(err, statements.ErrNotFound) {
			return Reply{}, unknownNumber(what)
		}
		if err != nil {
			return Reply{}, fmt.Errorf("read statement %d: %w", id, err)
		}
		if err := d.carried(ctx, &f); err != nil {
			return Reply{}, err
		}
		return private(VerifyCard(in, d.against(ctx, Verified{Found: f, Match: Exactly}, r.Options["today"] == "yes"), d.zone())), nil
	}
	v, err := d.quoted(ctx, in, strings.Trim(what, "\"“”„«»'‘’ "), r.Options["speaker"])
	if err != nil {
		return Reply{}, err
	}
	if v.Match == NoMatch {
		cov, err := d.Search.Coverage(ctx)
		if err != nil {
			return Reply{}, fmt.Errorf("read the coverage: %w", err)
		}
		return private(UnverifiedCard(in, v, cov)), nil
	}
	if err := d.carried(ctx, &v.Found); err != nil {
		return Reply{}, err
	}
	return private(VerifyCard(in, d.against(ctx, v, r.Options["today"] == "yes"), d.zone())), nil
}

// against hashes the stored text and, if asked, looks at today's page.
func (d *Desk) against(ctx context.Context, v Verified, today bool) Verified {
	v.Found = d.weighed(v.Found)
	sum := sha256.Sum256([]byte(v.Found.Article.Text))
	v.Hash = hex.EncodeToString(sum[:])
	if !today {
		return v
	}
	v.Looked = true
	if d.Pages == nil || !isWeb(v.Found.Article.URL) {
		v.Sight = statements.SightNotAllowed
		return v
	}
	var page string
	v.Sight, page = d.Pages.Today(ctx, v.Found.Article.URL, v.Found.Article.Title)
	v.Today = Exactly
	for _, span := range v.Found.Statement.Content {
		v.Today = min(v.Today, standsIn(span.Of(v.Found.Article.Text), page))
	}
	return v
}

// standsIn says how words stand in a page.
func standsIn(words, page string) Match {
	if strings.Contains(page, words) {
		return Exactly
	}
	want, have := text.Words(words), text.Words(page)
	if _, ok := runOf(want, have); ok {
		return WordMatch
	}
	return NoMatch
}

// runOf finds words one after the other among others: the first of them.
func runOf(want, have []text.Word) (int, bool) {
	for i := 0; i+len(want) <= len(have) && len(want) > 0; i++ {
		same := true
		for k := range want {
			if same = have[i+k].Folded == want[k].Folded; !same {
				break
			}
		}
		if same {
			return i, true
		}
	}
	return 0, false
}

// quoted looks for words among what is on record, the best match first. Words
// that the speaker asked for is not quoted with may be somebody else's.
func (d *Desk) quoted(ctx context.Context, in locales.Tongue, words, speaker string) (Verified, error) {
	best := Verified{Asked: words}
	want := text.Words(words)
	if len(want) < leastQuoted {
		return best, &statements.Problem{Text: statements.Say("A quote of fewer than %s words stands anywhere.", leastQuoted), Hint: statements.Say("Give more of it, or the number on a card: `verify 48213`.")}
	}
	q := statements.Query{Question: words}
	for _, stem := range text.Stems(words, "en") {
		q.Topic = append(q.Topic, statements.Term{Words: stem, Stems: []string{stem}})
	}
	if blank(speaker) {
		return d.bestOf(ctx, q, want)
	}
	who, err := d.theOne(ctx, in, speaker)
	if err != nil {
		return best, err
	}
	everybody := q
	q.Speakers = []statements.Speaker{who}
	best, err = d.bestOf(ctx, q, want)
	if err != nil || best.Match >= WordMatch {
		return best, err
	}
	other, err := d.bestOf(ctx, everybody, want)
	if err != nil || other.Match <= best.Match && other.Match != InArticle {
		return best, err
	}
	if other.Found.SpeakerID != who.ID {
		other.NotOf = who.Name
	}
	return other, nil
}

// bestOf searches for words and gives the statement that has most of them.
func (d *Desk) bestOf(ctx context.Context, q statements.Query, want []text.Word) (Verified, error) {
	best := Verified{Asked: q.Question}
	found, err := d.Search.Search(ctx, q, mostCandidates)
	if err != nil {
		return best, fmt.Errorf("search the archive: %w", err)
	}
	share := 0.0
	for _, f := range found {
		m, s := matched(q.Question, want, f)
		if m > best.Match || m == best.Match && s > share && m != NoMatch {
			best.Found, best.Match, share = f, m, s
		}
	}
	return best, nil
}

// matched says how words stand in a statement, and how large a share of them.
func matched(words string, want []text.Word, f statements.Found) (Match, float64) {
	said := f.Statement.Text(f.Article.Text)
	switch standsIn(words, said) {
	case Exactly:
		return Exactly, 1
	case WordMatch:
		return WordMatch, 1
	}
	share := float64(common(want, text.Words(said))) / float64(len(want))
	if share >= nearlyQuoted {
		return Nearly, share
	}
	if standsIn(words, f.Article.Text) != NoMatch {
		return InArticle, 1
	}
	return NoMatch, share
}

// mostAligned bounds the words that are compared one by one.
const mostAligned = 400

// common is how many words two texts have in the same order: the length of
// their longest common subsequence.
func common(a, b []text.Word) int {
	a, b = a[:min(len(a), mostAligned)], b[:min(len(b), mostAligned)]
	row := make([]int, len(b)+1)
	for i := range a {
		before := 0
		for j := range b {
			was := row[j+1]
			if a[i].Folded == b[j].Folded {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			before = was
		}
	}
	return row[len(b)]
}

// pressVerify verifies a statement against today's page.
func (d *Desk) pressVerify(ctx context.Context, p Press) (Reply, error) {
	r := p.Request
	r.Options = map[string]string{"what": p.ID, "today": "yes"}
	return d.verify(ctx, r)
}
