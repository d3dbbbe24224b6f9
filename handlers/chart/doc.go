// Package chart draws a timeline as a PNG. A row of bars comes in, the bytes of
// a picture go out: 1,200 by 800 pixels on a panel of its own, legible on dark
// and on light and at the width of a phone.
//
// Reading order: chart.go, style.go.
//
// # Why
//
// Discord shows the picture 400 pixels wide, and 300 on a phone. Letters are
// therefore large and there are few: the title, three marks of the axis, the
// months, the three peaks, and a legend in words. Colours are those of the
// cards and are never alone: the legend names what each of them counts.
package chart
