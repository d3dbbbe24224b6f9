package ask

import (
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/statements"
)

// FuzzAsk holds that no question and no candidate can break the reading, and
// that whatever answers was said by whoever was asked for, within the dates.
func FuzzAsk(f *testing.F) {
	f.Add("what did Solheim say about the \"herring\" quota between 3 and 8 may 2016?", "Mira Solheim said the quota.\n\nIt ends.", 0, 12, 13, 17, 18, 40)
	f.Add("who accused Norvania's minister in Vell, 2016-12-31 - 01/02/2016", "a. b", -4, 90, 3, 2, 1, 1)
	f.Add("«mini-state» of the X's remark by on", "\xff U.S. “so”", 0, 1, 1, 2, 2, 9)
	f.Add("early last late mid 31 June 0000 ago", "x", 0, 0, 0, 0, 0, 0)
	f.Add("was sagte Norvaniens Außenministerin vor drei Tagen, seit Jahresbeginn oder vom 3. bis 8. Mai zur Fähre?", "x", 0, 0, 0, 0, 0, 0)
	f.Add("qu'a dit l'ex-ministre russe des Affaires étrangères il y a d'", "x", 0, 0, 0, 0, 0, 0)
	f.Add("¿qué dijo el jefe de la", "x", 0, 0, 0, 0, 0, 0)
	f.Add("слова мэра Остервика с 3 по", "x", 0, 0, 0, 0, 0, 0)
	f.Fuzz(func(t *testing.T, question, body string, s1, s2, c1, c2, q1, q2 int) {
		q := Parse(question, here)
		for _, m := range q.Topic {
			if m.Words == "" || len(m.Stems) == 0 {
				t.Errorf("%q: empty term %+v", question, m)
			}
		}
		if !q.Since.IsZero() && !q.Until.IsZero() && q.Until.Before(q.Since) {
			t.Errorf("%q: from %s to %s", question, q.Since, q.Until)
		}
		st := statements.Statement{Speaker: "Mira Solheim", Source: statements.Span{Start: s1, End: s2}, Cue: statements.Span{Start: c1, End: c2}, Content: []statements.Span{{Start: q1, End: q2}}}
		a := statements.Article{Title: question, Text: body, Published: statements.Moment{Time: time.Unix(0, 0)}}
		candidates := []statements.Found{{Statement: st, SpeakerID: 1, Article: a}, {Statement: st, Article: a}, {Article: a}}
		r, who := Rank(q, candidates), askedFor(q, candidates)
		if r.Of != len(r.Answers) {
			t.Errorf("%d answers of %d", len(r.Answers), r.Of)
		}
		for _, ans := range r.Answers {
			if !fits(q, ans.Found) || !who.said(ans.Found) && who.left != ans.Found.SpeakerID {
				t.Errorf("%q is answered by what does not pass its filters", question)
			}
			for _, w := range ans.Words {
				if utf8.ValidString(body) && w.Of(body) == "" {
					t.Errorf("bold words %v lie outside the text", w)
				}
			}
		}
	})
}

// FuzzLikeness reads who somebody is out of any text: it must not panic,
// whatever the spans are.
func FuzzLikeness(f *testing.F) {
	f.Add("Strike\n\nAda Lund (Coast Party), head of the guild, said: No.", "Ada Lund", "guild's boss", 10, 18, 20)
	f.Add("Courier: Governor, why?\n\nLund: No.", "Lund", "central bank governor", 0, 4, 5)
	f.Add("Ada Lund", "Ada Lund", "guild boss", 0, 1, 2)
	f.Add("“No”, said Norvania’s minister, Ada Lund of Vell.", "Ada Lund", "ex-minister of Norvania", 3, 2, 90)
	f.Fuzz(func(t *testing.T, body, name, description string, from, to, content int) {
		c := statements.Found{SpeakerID: 1, Article: statements.Article{Text: body}, Statement: statements.Statement{
			Speaker: name, Source: statements.Span{Start: from, End: to}, Cue: statements.Span{Start: to, End: to + 1},
			Content: []statements.Span{{Start: content, End: content + 1}},
		}}
		d := describe(description)
		d.meant([]statements.Found{c})
		d.left([]statements.Found{c})
		Rank(Parse("who criticised the "+description+" over "+name, Context{}), []statements.Found{c})
	})
}
