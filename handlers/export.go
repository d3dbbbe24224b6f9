package handlers

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"onrecord/handlers/export"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// mostExported is how many statements one file holds: Discord takes files of
// 10 MB, and a statement with its evidence has about 2 kB.
const mostExported = 1000

// export is the command: statements as a file, with the evidence.
func (d *Desk) export(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	format, ok := export.Named(r.Options["format"])
	if !ok {
		return Reply{}, &statements.Problem{Text: statements.Say("There is no format ‘%s’.", short(r.Options["format"], mostName)), Hint: statements.Say("There are csv, json, markdown and bibtex.")}
	}
	found, err := d.exported(ctx, in, r.Options)
	if err != nil {
		return Reply{}, err
	}
	return d.exportReply(ctx, in, found, format)
}

func exportChoices() []Choice {
	var out []Choice
	for _, f := range export.Formats {
		out = append(out, Choice{Name: f.Name, Value: f.Name})
	}
	return out
}

// exported finds what the options name: numbers, what a speaker said, or words
// of the watch language. Speaker and days narrow each of them.
func (d *Desk) exported(ctx context.Context, in locales.Tongue, o map[string]string) ([]statements.Found, error) {
	what := oneLine(o["what"])
	if starless(what) && blank(o["speaker"]) {
		return nil, &statements.Problem{Text: statements.Say("There is nothing said about what to export."),
			Hint: statements.Say("Name numbers, words, or a speaker: `export 48213`, `export quota`, `export speaker \"Mira Solheim\"`.")}
	}
	q, err := d.narrowed(ctx, in, o)
	if err != nil {
		return nil, err
	}
	found, err := d.byNumbers(ctx, what)
	switch {
	case err != nil:
		return nil, err
	case found != nil:
		found = slices.DeleteFunc(found, func(f statements.Found) bool { return !answersTo(f, q) })
	case !blank(o["speaker"]):
		found, err = d.spokenBy(ctx, q, what)
	default:
		found, err = d.havingWords(ctx, q, what)
	}
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, &statements.Problem{Text: statements.Say("Nothing on record answers that, so there is no file."), Hint: statements.Say("`ask` and `search` show what comes near.")}
	}
	return found, nil
}

// narrowed is the query of the options that narrow an export.
func (d *Desk) narrowed(ctx context.Context, in locales.Tongue, o map[string]string) (q statements.Query, err error) {
	if !blank(o["speaker"]) {
		who, err := d.theOne(ctx, in, o["speaker"])
		if err != nil {
			return q, err
		}
		q.Speakers = []statements.Speaker{who}
	}
	err = d.days(&q, o["since"], o["until"])
	return q, err
}

// answersTo reports whether f is by a speaker of q and within its days.
func answersTo(f statements.Found, q statements.Query) bool {
	return passes(f, q) && (len(q.Speakers) == 0 || saidBy(f, q.Speakers))
}

// beforeNumber is what cards have before a number, as people copy it.
var beforeNumber = regexp.MustCompile(`(?i)\bno\.?\s*(\d)`)

// byNumbers gives the statements of a list of numbers, without those that reviewers
// rejected; nil where the words are no such list.
func (d *Desk) byNumbers(ctx context.Context, what string) ([]statements.Found, error) {
	words := strings.FieldsFunc(beforeNumber.ReplaceAllString(what, "$1"), func(r rune) bool { return r == ',' || r == ' ' || r == ';' })
	var found []statements.Found
	rejected := ""
	for _, w := range words[:min(len(words), mostExported)] {
		id, article, ok := parseRef(w)
		if !ok {
			return nil, nil
		}
		if article {
			list, err := d.saidIn(ctx, id, w)
			if err != nil {
				return nil, err
			}
			found = append(found, list...)
			continue
		}
		f, err := d.Shelf.Statement(ctx, id)
		if errors.Is(err, statements.ErrNotFound) {
			return nil, unknownNumber(w)
		}
		if err != nil {
			return nil, fmt.Errorf("read statement %d: %w", id, err)
		}
		if f.Rejected() {
			rejected = ref(f.Statement.ID)
			continue
		}
		found = append(found, f)
	}
	if rejected != "" && len(found) == 0 {
		return nil, &statements.Problem{Text: statements.Say("A reviewer here said that this is no statement, so there is no file."),
			Hint: statements.Say("`review %s undo` takes it back.", rejected)}
	}
	return found, nil
}

// spokenBy is what the speaker of q said, newest first; with words, what of it
// has them.
func (d *Desk) spokenBy(ctx context.Context, q statements.Query, words string) ([]statements.Found, error) {
	if blank(words) {
		found, err := d.Search.Search(ctx, q, mostExported)
		if err != nil {
			return nil, fmt.Errorf("search the archive: %w", err)
		}
		return found, nil
	}
	seek, err := seeker(words)
	if err != nil {
		return nil, err
	}
	found, err := d.Search.Search(ctx, q, mostSought)
	if err != nil {
		return nil, fmt.Errorf("search the archive: %w", err)
	}
	return foundIn(d.having(seek, found)), nil
}

// havingWords are the newest statements with words, within the days of q.
func (d *Desk) havingWords(ctx context.Context, q statements.Query, words string) ([]statements.Found, error) {
	seek, err := seeker(words)
	if err != nil {
		return nil, err
	}
	hits, _, err := d.sightings(ctx, seek, q, mostExported)
	return foundIn(hits), err
}

func foundIn(hits []Hit) []statements.Found {
	var out []statements.Found
	for _, h := range hits[:min(len(hits), mostExported)] {
		out = append(out, h.Found)
	}
	return out
}

// exportReply is the file and what is in it.
func (d *Desk) exportReply(ctx context.Context, in locales.Tongue, found []statements.Found, format export.Format) (Reply, error) {
	found = slices.Clone(found)
	if err := d.carried(ctx, inFound(found)...); err != nil {
		return Reply{}, err
	}
	name := "onrecord-" + d.now().In(d.zone()).Format("2006-01-02") + format.Ends
	c := Card{Form: FormDone, Lead: []Block{{Runs: []Run{{Text: in.Say("%s with the evidence, as %s.", in.Count(len(found), "%s statement", "%s statements"), format.Name), Ours: true}}}}}
	if len(found) >= mostExported {
		c.Lead = append(c.Lead, Block{Look: Small, Runs: []Run{{Text: in.Say("More than %s do not fit into one file; the operator has all of them with: onrecord export", mostExported)}}})
	}
	return Reply{Cards: []Card{c}, Private: true, Files: []File{{Name: name, Type: format.Type, Body: format.Write(found)}}}, nil
}

// pressExport gives the file of a statement, or of an answer.
func (d *Desk) pressExport(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	format, _ := export.Named("")
	if !rowID(p.ID) {
		format, _ = export.Named("json")
		found, err := d.byNumbers(ctx, p.ID)
		if err != nil || len(found) == 0 {
			return gone(in), err
		}
		return d.exportReply(ctx, in, found, format)
	}
	q, err := d.openQuestion(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	found, err := d.statements(ctx, q.Statements)
	if err != nil || len(found) == 0 {
		return gone(in), err
	}
	return d.exportReply(ctx, in, found, format)
}
