package main

import (
	"bytes"
	"context"
	"io"
	"os"

	"onrecord/feeds"
	"onrecord/statements"
)

// input is what a one-shot command was given to read.
type input struct {
	name        string // as it was named
	url         string // where it came from in the end; "" for a file
	contentType string
	links       []string // Link headers
	body        []byte
}

// maxInput bounds a file that is read, in bytes.
const maxInput = 64 << 20

// read brings a file, a web address, or standard input for "-".
func read(ctx context.Context, client *feeds.Client, name string, stdin io.Reader) (input, error) {
	if webAddress(name) {
		f, err := client.Get(ctx, name, "", "")
		if err != nil {
			return input{name: name}, err
		}
		return input{name: name, url: f.URL, contentType: f.ContentType, links: f.Links, body: f.Body}, nil
	}
	if name == "-" {
		body, err := io.ReadAll(io.LimitReader(stdin, maxInput+1))
		return bounded(input{name: name, body: body}, err)
	}
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		return input{name: name}, &statements.Problem{
			Text: statements.Say("%s is a folder.", name), Hint: statements.Say("Name the files in it."),
		}
	}
	if err != nil {
		return bounded(input{name: name}, err)
	}
	f, err := os.Open(name)
	if err != nil {
		return bounded(input{name: name}, err)
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, maxInput+1))
	return bounded(input{name: name, body: body}, err)
}

func bounded(in input, err error) (input, error) {
	if err != nil {
		return in, &statements.Problem{
			Text: statements.Say("%s cannot be read: %s.", in.name, reason(err)),
			Hint: statements.Say("Name a readable file, a web address, or - for standard input."),
		}
	}
	if len(in.body) > maxInput {
		return in, &statements.Problem{
			Text: statements.Say("%s is larger than %s MiB.", in.name, maxInput>>20),
			Hint: statements.Say("Cut it into smaller files."),
		}
	}
	if len(bytes.TrimSpace(in.body)) == 0 {
		return in, &statements.Problem{
			Text: statements.Say("%s is empty.", in.name),
			Hint: statements.Say("Name a file or page with text in it."),
		}
	}
	return in, nil
}

// article reads an input as one article. Of a page, whose body is the text
// without the headline, spans count in the extracted text.
func (in input) article() (a statements.Article, page *feeds.Page, err error) {
	if !feeds.IsHTML(in.body, in.contentType) {
		a, err = feeds.ReadText(in.body)
		return a, nil, err
	}
	p, err := feeds.ReadPage(in.body, in.contentType, in.url)
	if err != nil {
		return a, nil, err
	}
	return statements.Article{
		URL: in.url, Outlet: p.Site, Title: p.Title, Byline: p.Byline,
		Lang: p.Lang, Published: p.Published, Text: p.Text,
	}, p, nil
}

// reader makes the client of the one-shot commands.
func reader() (*feeds.Client, error) {
	return client(Defaults())
}
