package chart

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"

	"onrecord/statements"
	"onrecord/statements/timeline"
)

// sample is half a year of an invented minister.
func sample(t testing.TB) timeline.Timeline {
	t.Helper()
	since, err := statements.ParseDate("2026-05-25")
	if err != nil {
		t.Fatal(err)
	}
	var said []timeline.Said
	read := map[statements.Date]bool{}
	for week, n := range []int{3, 4, 1, 6, 3, 8, 4, 2, 3, 0, 0, 6, 5, 5, 10, 3, 3, 2, 6, 8, 13, 5, 4, 7, 11, 19} {
		if n > 0 {
			read[since.AddDays(7*week)] = true
		}
		for i := range n {
			said = append(said, timeline.Said{Day: since.AddDays(7*week + i%5), Verbatim: i%3 != 0})
		}
	}
	return timeline.Of(said, read, since, since.AddDays(180))
}

// english are the words of a picture.
func english(title string) Words {
	layout := func(l string) func(time.Time) string { return func(t time.Time) string { return t.Format(l) } }
	return Words{Title: title, Verbatim: "verbatim, 90", Reported: "reported, 41", Each: "statements a week", Unread: "not read",
		Day: layout("2 Jan"), Month: layout("Jan"), Year: layout("Jan 06")}
}

// What our languages are written in has a shape, and not that of what is
// missing.
func TestLettersAreDrawn(t *testing.T) {
	for _, bold := range []bool{false, true} {
		f := font.DefaultCache.Lookup(style(letters, ink, bold).Font, letters)
		var b sfnt.Buffer
		for _, r := range "aäöüßéèêçñ¿«»„“”’–…·0123абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯЁ" {
			if i, err := f.Face.GlyphIndex(&b, r); err != nil || i == 0 {
				t.Errorf("%q is not drawn (bold: %v): %v", r, bold, err)
			}
		}
	}
}

func TestDraw(t *testing.T) {
	one := timeline.Of([]timeline.Said{{Day: statements.Date{Year: 2026, Month: 11, Day: 21}}}, nil,
		statements.Date{Year: 2026, Month: 11, Day: 21}, statements.Date{Year: 2026, Month: 11, Day: 21})
	for name, tl := range map[string]timeline.Timeline{"half a year": sample(t), "a day": one, "nothing": {}} {
		t.Run(name, func(t *testing.T) {
			b, err := Draw(tl, english("Mira Solheim on herring quota "+strings.Repeat("and the ceiling ", 9)))
			if err != nil {
				t.Fatal(err)
			}
			if to := os.Getenv("ONRECORD_CHART"); to != "" && name == "half a year" {
				if err := os.WriteFile(to, b, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			img, err := png.Decode(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if s := img.Bounds().Size(); s.X != 1200 || s.Y != 800 || len(b) > 200_000 {
				t.Errorf("%d by %d pixels, %d bytes", s.X, s.Y, len(b))
			}
		})
	}
}

func TestTicks(t *testing.T) {
	for highest, want := range map[int]float64{0: 2, 1: 2, 2: 2, 3: 4, 4: 4, 5: 10, 10: 10, 11: 20, 19: 20, 21: 40, 41: 100, 99: 100, 101: 200, 3000: 4000} {
		marks := ticks(highest)
		if got := marks[2].Value; got != want || marks[1].Value*2 != got {
			t.Errorf("the highest of %d has the mark %v, want %v", highest, got, want)
		}
	}
}

func FuzzFitted(f *testing.F) {
	f.Add("Mira Solheim on herring quota")
	f.Add(strings.Repeat("ö", 400))
	f.Fuzz(func(t *testing.T, title string) {
		s := style(titleSize, ink, true)
		if got := fitted(title, s, 300); s.Width(got) > 300 && len([]rune(got)) > 2 {
			t.Errorf("%q is too wide", got)
		}
	})
}
