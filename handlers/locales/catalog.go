package locales

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/leonelquinteros/gotext"
)

//go:embed *.po
var poFiles embed.FS

// files are the languages there are besides English; each is read when it is
// first spoken.
var files = map[string]func() *gotext.Po{
	"de": sync.OnceValue(func() *gotext.Po { return read("de") }),
	"es": sync.OnceValue(func() *gotext.Po { return read("es") }),
	"fr": sync.OnceValue(func() *gotext.Po { return read("fr") }),
	"ru": sync.OnceValue(func() *gotext.Po { return read("ru") }),
}

// Languages are those besides English, in order.
func Languages() []string { return slices.Sorted(maps.Keys(files)) }

// read reads a file. A mistake in one is ours.
func read(lang string) *gotext.Po {
	body, err := poFiles.ReadFile(lang + ".po")
	if err != nil {
		panic(fmt.Sprintf("read the words of %s: %v", lang, err))
	}
	po := gotext.NewPo()
	po.Parse(body)
	return po
}
