package feeds

import (
	"strings"
	"unicode"
)

// Letters by how often they stand in ordinary text; the rest of each script is
// rare. They decide between encodings that can all decode the same bytes.
const (
	frequentCyrillic = "оеаинтсрвлкмдпуяыьгзбчйхжш"
	frequentLatin    = "éèàçêôîûùâëïöüäßñóáíúåøæãõ’“”–—…«»€"
	frequentHan      = "的一是不了人我在有他这這为為之大来來以个個中上们們到说說国國和地也子时時道出而要于於就下得可你年生自会會那后後能对對着著事其里裡所去行过過家十用发發天如然作方成者多日都三小军軍二无無同么麼经經法当當起与與好看学學进進种種将將还還分此心前面又定见見只主没沒公从從"
)

// likelihood rates a decoding: letters that belong together and are frequent
// count for it, what fits nothing against it.
func likelihood(s, label string) int {
	score := 0
	var previous rune
	for _, r := range s {
		if r < 0x80 {
			previous = r
			continue
		}
		score += weigh(r, previous, label)
		previous = r
	}
	return score
}

func weigh(r, previous rune, label string) int {
	double := label == "gbk" || label == "big5" || label == "shift_jis" || strings.HasPrefix(label, "euc-")
	switch {
	case r == '\uFFFD':
		return -40
	case r >= 0x80 && r < 0xa0:
		return -20
	case double && unicode.Is(unicode.Han, r):
		// One character is two bytes, so it must weigh for two.
		if strings.ContainsRune(frequentHan, r) {
			return 8
		}
		return 1
	case double && (unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Hangul, r)):
		return 5
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillic(r, previous)
	case strings.ContainsRune(frequentLatin, unicode.ToLower(r)):
		return 2
	case unicode.Is(unicode.Greek, r) && label == "windows-1253":
		if unicode.IsLower(r) && (unicode.Is(unicode.Greek, previous) || previous < 0x80) {
			return 3
		}
		return 1
	case unicode.IsLetter(r):
		return -1
	}
	return -2
}

// cyrillic tells windows-1251 from koi8-r: read as the other one, small letters
// become capitals in the middle of words.
func cyrillic(r, previous rune) int {
	switch {
	case unicode.IsUpper(r) && unicode.IsLower(previous):
		return -6
	case strings.ContainsRune(frequentCyrillic, r):
		return 3
	case unicode.IsUpper(r):
		return 1
	}
	return 0
}
