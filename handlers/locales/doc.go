// Package locales says things in the reader's language: English, German,
// Spanish, French, Russian. A Tongue comes from a locale ("pt-BR", "de_DE.UTF-8"),
// and what it is asked to Say goes out in that language; what has no translation
// stays English. Quotes, names and headlines are never given to it: they go out
// as they stand in the article.
//
// tongue.go is the language, say.go sentences and plurals, dates.go days and
// numbers, names.go the names and texts of commands, catalog.go the files it all
// stands in (de.po and so on).
//
// # Why
//
// The key of a sentence is the English sentence itself: code reads as it speaks,
// and nothing has to be looked up to know what a card says. The files are gettext's
// PO, for which translators have editors (Poedit, Weblate); the header of a file has
// the language's rule of plurals. A sentence takes names and numbers with %s and
// %[2]s alone: numbers, days and sentences within sentences are written in the same
// language before. Command names have the context "name", lengths of time and days
// that of a layout; a month that is called otherwise without a day has "alone", too.
//
// The locale en-XA is what Android calls its pseudo-locale: English in brackets,
// around words alone: what stands outside of them was said without a Tongue, or
// was put in.
//
//	ONRECORD_UPDATE=1 go test ./handlers/locales
//
// writes what is new into every file, with an empty translation, and takes out
// what nothing says any more.
package locales
