package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWhoAbroad has sources of two and sources that are told by another's name,
// in languages beside English.
func TestWhoAbroad(t *testing.T) {
	for _, c := range []struct {
		rule, lang, in string
		want           []string
	}{
		{"two together", "de", "Anna Brandt und Karl Moss sagten am Montag, die Brücke sei sicher.", []string{"Anna Brandt und Karl Moss: die Brücke sei sicher"}},
		{"two together", "fr", "Anne Brandt et Karl Moss ont déclaré lundi que le pont était sûr.", []string{"Anne Brandt et Karl Moss: que le pont était sûr"}},
		{"two together", "es", "Ana Brandt y Carlos Moss dijeron que el puente es seguro.", []string{"Ana Brandt y Carlos Moss: que el puente es seguro"}},
		{"one with two surnames", "es", "José Rueda y Gasol dijo que el puente es seguro.", []string{"José Rueda y Gasol: que el puente es seguro"}},
		{"two together", "ru", "Анна Брандт и Карл Мосс заявили в понедельник, что мост безопасен.", []string{"Анна Брандт и Карл Мосс: что мост безопасен"}},
		{"somebody's lawyer", "ru", "Адвокат Марины Костиной сказал, что мост безопасен.", []string{"?: что мост безопасен"}},
		{"a governor's speaker", "ru", "Представитель губернатора Павла Линдта сказал, что мост безопасен.", []string{"?: что мост безопасен"}},
		{"a president's press secretary", "ru", "Пресс-секретарь президента Павел Линдт сказал, что мост безопасен.", []string{"Павел Линдт: что мост безопасен"}},
		{"according to a minister", "ru", "По словам министра Марины Костиной, мост безопасен.", []string{"Марина Костина: мост безопасен"}},
	} {
		if diff := cmp.Diff(c.want, told(c.in, c.lang)); diff != "" {
			t.Errorf("%s, %s: %s", c.lang, c.rule, diff)
		}
	}
}
