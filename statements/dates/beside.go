package dates

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// own dates utterance i by the words around its cue.
func (r *Report) own(i int) {
	u, s := &r.said[i], r.sentence(i)
	u.before = !r.announced(i) && earlier(s, r.itemAt(s, u.Cue.Start), r.itemAt(s, u.Cue.End)) || u.pluperfect(s)
	u.vague = u.vague || u.before
	for _, whole := range u.Frame {
		if u.Place == "" {
			u.Place = r.placeBeside(s, whole, u.Source)
		}
	}
	if r.framed(u, s, false); u.Day.IsZero() {
		r.framed(u, s, true)
	}
	r.between(u, s)
	if u.Day.IsZero() && !u.vague {
		u.Day = r.behind(u, s)
	}
	u.vague = u.vague || r.object(s, r.itemAt(s, u.Cue.End)) && vagueObject(s, r.itemAt(s, u.Cue.End))
	u.vague = u.vague || r.vagueAfter(u, s) || !u.Source.IsZero() && vaguePhrase(s, r.itemAt(s, u.Source.Start)) // "Last spring Lee said"
	if got := r.afterCue(u, s); !got.IsZero() {
		u.Day = got
	}
	if got := r.toWhomDay(u, s); !got.IsZero() {
		u.Day = got
	}
	if got := r.theirDay(u, s); !got.IsZero() {
		u.Day = got
	}
	if got := r.writing(s); !got.IsZero() && (u.Day.IsZero() || u.Day == got) {
		u.Day, u.letter = got, true
	}
	if day, _ := r.heard(s); u.Day.IsZero() && !u.vague && !r.retold(u, s) {
		u.Day = day
	}
	if u.Day.IsZero() && !u.vague {
		u.Day = r.matchDay(i)
	}
	if u.Day.IsZero() && !u.vague {
		u.Day = r.afterMatch(i)
	}
	if got, ok := r.afterWhich(i); ok {
		u.Day, u.vague = got, got.IsZero()
	}
	r.yetToSay(u)
	u.Day = r.possible(u.Day)
}

// longestDay is how many words a cue has with a day between it and its source.
const longestDay = 4

// between reads the day between a source and its cue, "Lee today announced",
// which a model takes for the end of the one or the start of the other.
func (r *Report) between(u *Utterance, s *cues.Sentence) {
	from, to := r.itemAt(s, u.Source.End), r.itemAt(s, u.Cue.End)
	if !u.Day.IsZero() || u.Source.IsZero() || from >= to {
		return
	}
	if to > from+longestDay {
		if !shares(s, from, to) {
			return
		}
		to = from + longestShared
	}
	for from > 0 && s.Is(from-1, lexicon.Time) && s.Items[from-1].Start > u.Source.Start {
		from--
	}
	got, vague := r.day(s, from, to)
	u.Day, u.vague = got, u.vague || vague
}

// shares reports whether a cue, which ends before item to, is a participle behind a comma
// that has its subject, which ends before item from, with the verb before it: "Lee
// yesterday brushed the offer aside, insisting".
func shares(s *cues.Sentence, from, to int) bool {
	for k := from; k < to; k++ {
		if s.IsQuote(k) || s.Mark(k, ";", ":", "—", "–") || s.Is(k, lexicon.Coordinator|lexicon.PronounRelative|lexicon.That) {
			return false
		}
	}
	return strings.HasSuffix(s.Lower(to-1), "ing") && s.Mark(to-2, ",")
}

// longestShared is within how many words behind its subject a verb has its day: "on
// Monday", "yesterday".
const longestShared = 2

// behind reads a day behind a source that follows its cue, which ends the report:
// "…, said Ann Lee, the mayor, on Thursday."
func (r *Report) behind(u *Utterance, s *cues.Sentence) statements.Date {
	k := r.itemAt(s, u.Source.End)
	if u.Source.Start < u.Cue.End || len(u.Content) == 0 || u.Content[len(u.Content)-1].End > u.Cue.Start {
		return statements.Date{}
	}
	if s.Mark(k, ",") {
		k++
	}
	if s.Is(k, lexicon.Preposition) {
		k++
	}
	if !r.dayEnds(s, k) || ofAnother(s, k) {
		return statements.Date{}
	}
	day, _ := r.day(s, k, k+1)
	return day
}

// aboutSource gives the items of a source that only describe it: what stands
// behind its first comma, bracket or "who", and the clause with "who" behind a source
// that ends before it.
func (r *Report) aboutSource(s *cues.Sentence, source statements.Span) (from, to int) {
	from, to = r.itemAt(s, source.Start), r.itemAt(s, source.End)
	to = beforeOccasion(s, from, beforeDay(s, from, to))
	end := pastRelative(s, to)
	for k := from; k < end; k++ {
		if s.Mark(k, ",") && ofPeople[s.Lower(k+1)] && end == to && !s.Mark(to-1, ",") {
			end = nextComma(s, to) // "Rand, whose heir was heard on Tuesday, said", of which the source ends within
		}
		if s.Mark(k, ",", "(") || s.Is(k, lexicon.PronounRelative) {
			return k, end
		}
	}
	return from, end
}

// pastRelative gives the end of a clause with "who" that begins with the comma at item
// k, or with the "who" before it: the next comma, or the end of the sentence. Else it
// gives k.
func pastRelative(s *cues.Sentence, k int) int {
	behind := s.Mark(k, ",") && (s.Is(k+1, lexicon.PronounRelative) || ofPeople[s.Lower(k+1)])
	if !behind && !s.Is(k-1, lexicon.PronounRelative) {
		return k
	}
	return nextComma(s, k+1)
}

// nextComma gives the first comma from item k on, or the end of the sentence.
func nextComma(s *cues.Sentence, k int) int {
	for ; k < len(s.Items); k++ {
		if s.Mark(k, ",") {
			return k
		}
	}
	return k
}

// relatives begin a clause about what stands before it, beside "who"; ofPeople are those of
// whom no day tells when they spoke. It does of "the board, which met on Sunday".
var (
	relatives = words("which whose whom")
	ofPeople  = words("whose whom")
)

// announced reports whether utterance i is the news of the article, as its first
// sentence tells it: "Ann Lee has told her players to rest." The article says
// later when that was.
func (r *Report) announced(i int) bool {
	u := &r.said[i]
	for n := range u.Sentence {
		if !r.Sents[n].Headline && len(r.Sents[n].Items) > 0 {
			return false
		}
	}
	s := r.sentence(i)
	from, to := r.itemAt(s, u.Cue.Start), r.itemAt(s, u.Cue.End)
	for k := from; k < to; k++ {
		if l := s.Lower(k); l == "has" || l == "have" {
			return !s.Headline && s.Lex.Lang == "en"
		}
	}
	return false
}

// beforeDay gives the end of a source without a day behind its last comma: "Ann
// Lee, the mayor of Sedge, on Thursday".
func beforeDay(s *cues.Sentence, from, to int) int {
	k := to
	for k > from && s.Is(k-1, lexicon.Time) {
		k--
	}
	if k < to && s.Is(k-1, lexicon.Preposition) {
		k--
	}
	if k < to && k > from && s.Mark(k-1, ",") {
		return k
	}
	return to
}

// beforeOccasion gives the end of a source without the occasion behind its last comma:
// "Ann Lee, in a nationwide broadcast on Saturday,".
func beforeOccasion(s *cues.Sentence, from, to int) int {
	for k := from + 1; k+2 < to; k++ {
		if !s.Mark(k, ",") || !s.Lex.Has("in-venue", s.Lower(k+1)) || !s.Is(k+2, lexicon.Determiner) {
			continue
		}
		for at := k + 3; at < min(to, k+7); at++ {
			if s.Is(at, lexicon.Venue) {
				return k
			}
		}
	}
	return to
}

// earlier reports whether the words of a cue say that it was said before what
// the article reports: "had called", "has said".
func earlier(s *cues.Sentence, first, end int) bool {
	for k := first; k < end && k < len(s.Items); k++ {
		if perfect[s.Lower(k)] && s.Lex.Lang == "en" && !s.Is(k+1, lexicon.Determiner) {
			return true // and no "had a word for"
		}
	}
	return false
}

var perfect = words("had has have 've 'd")

// pluperfect reports whether an auxiliary of the frame, which other languages
// set apart from the verb, tells that it was said before: "hatte Lee erklärt".
func (u *Utterance) pluperfect(s *cues.Sentence) bool {
	if s.Lex.Lang == "en" {
		return false
	}
	for k := range s.Items {
		if hadBeen[s.Lower(k)] && !inContent(u, s, k) {
			return true
		}
	}
	return false
}

var hadBeen = words("hatte hatten avait avaient había habían")

// afterCue reads a day right after the cue, whatever was taken for content:
// "said late on Saturday that", "accused Lee on Saturday of".
func (r *Report) afterCue(u *Utterance, s *cues.Sentence) statements.Date {
	if u.Cue.IsZero() || r.labelled(u) {
		return statements.Date{}
	}
	first := r.itemAt(s, u.Cue.End)
	k := first
	for k < first+5 && s.Word(k) && !s.Is(k, lexicon.Weekday|lexicon.Month) && s.Is(k, lexicon.Preposition|lexicon.Adverb|lexicon.Determiner|lexicon.Time) || dayNumber(s, k) > 0 || lateOrEarly[s.Lower(k)] {
		k++
	}
	if r.dayEnds(s, k) {
		got, _ := r.day(s, k, k+1)
		return got
	}
	if !r.object(s, first) {
		return statements.Date{}
	}
	deed := false
	for k = first; k < first+14 && s.Word(k) && !s.Is(k, lexicon.Auxiliary|lexicon.That|lexicon.Conjunction); k++ {
		deed = deed || s.Is(k-1, lexicon.Preposition) && strings.HasSuffix(s.Lower(k), "ing") && s.Lex.Lang == "en"
		deed = deed && !s.Is(k, lexicon.ClauseOpener) // "accused Lee of walking out on Friday"
		if !deed && s.Is(k-1, lexicon.Preposition) && r.dayEnds(s, k) {
			if s.Lower(k+1) == "as" && k-first > longestNamed {
				return statements.Date{} // "described the landing of the flight in Elm on Sunday as"
			}
			got, _ := r.day(s, k, k+1)
			return got
		}
	}
	return statements.Date{}
}

// longestNamed is how many items stand at most before a day on which somebody calls
// something what it is: "described the landing on Sunday as". In more of them something
// happens, on that day or not.
const longestNamed = 4

// vagueObject reports whether another time without a day stands in the object
// that begins at item k: "rejected the plan last week".
func vagueObject(s *cues.Sentence, k int) bool {
	for end := k + 16; k < end && s.Word(k) && !s.Is(k, lexicon.That|lexicon.PronounRelative); k++ {
		if vaguePhrase(s, k) {
			return true
		}
	}
	return false
}

// vagueAfter reports whether another time without a day stands right after cue
// and source: "sagte Lee damals".
func (r *Report) vagueAfter(u *Utterance, s *cues.Sentence) bool {
	k := r.itemAt(s, max(u.Cue.End, u.Source.End))
	return k < len(s.Items) && k > 0 && s.Word(k) && !inContent(u, s, k) && vaguePhrase(s, k)
}

var lateOrEarly = words("late early spät früh tarde temprano tard tôt поздно рано")

// dayEnds reports whether item k is a day that no verb or noun follows, to
// which it would belong: "said Monday was a holiday", "said Monday talks".
func (r *Report) dayEnds(s *cues.Sentence, k int) bool {
	if !s.Is(k, lexicon.Weekday|lexicon.Month) {
		return false
	}
	for k++; s.Is(k, lexicon.Time) || s.Word(k) && (dayNumber(s, k) > 0 || yearAt(s, k) > 0); k++ {
	}
	if k < len(s.Items) && s.Items[k].Kind == text.Clitic {
		return false // "hailed the host of Monday night's debate"
	}
	return !s.Word(k) || s.Is(k, lexicon.Preposition|lexicon.That|lexicon.ClauseOpener|lexicon.Determiner|lexicon.Coordinator|lexicon.Pronoun) && !s.Is(k, lexicon.Auxiliary)
}

// object reports whether the cue that ends before item k takes whom or what it
// is about as its object, and is about what has been: "accused", "dismissed".
func (r *Report) object(s *cues.Sentence, k int) bool {
	for _, v := range s.Lex.Verbs(s.Lower(k - 1)) {
		if v.Class == lexicon.Object && !forward[v.Lemma] {
			return true
		}
	}
	return false
}

// forward are verbs whose object lies ahead: a day in it is not that of the
// saying. "announced a strike on Friday".
var forward = words("announce promise pledge vow swear demand urge order request call press push recommend propose plan threaten offer predict expect hope fear want wish invite schedule warn")

// ahead reports whether the items from k on follow the content of u, and a day
// there may be a part of it: of what lies ahead, or of a clause.
func (r *Report) ahead(u *Utterance, s *cues.Sentence, k int) bool {
	if len(u.Content) == 0 || k >= len(s.Items) || s.Items[k].Start < u.Content[len(u.Content)-1].End || u.Content[0].Start < u.Cue.End {
		return false
	}
	for at := r.itemAt(s, u.Cue.Start); at < k; at++ {
		if s.Items[at].Start >= u.Cue.End {
			if s.Is(at, lexicon.PronounRelative|lexicon.That) {
				return true
			}
			continue
		}
		for _, v := range s.Lex.Verbs(s.Lower(at)) {
			if forward[v.Lemma] && (v.Lemma != "call" || s.Is(at+1, lexicon.Preposition)) {
				return true // "called for a strike on Friday", not "called it “a joke” on Friday"
			}
		}
	}
	return false
}

// itemAt is the first item that begins at or after a byte of the text.
func (r *Report) itemAt(s *cues.Sentence, at int) int {
	for k := range s.Items {
		if s.Items[k].Start >= at {
			return k
		}
	}
	return len(s.Items)
}

// yetToSay leaves open the day of what somebody is yet to say, which counts on from the
// article's day and not back: "will say on Thursday".
func (r *Report) yetToSay(u *Utterance) {
	verb, _, _ := strings.Cut(strings.ToLower(u.Cue.Of(r.Src)), " ")
	if (verb == "will" || verb == "shall") && u.Day.Before(r.base()) {
		u.Day, u.vague = statements.Date{}, true
	}
}
