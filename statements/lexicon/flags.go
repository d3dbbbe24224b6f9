package lexicon

// Flags are the classes that a word belongs to. A word may be in several.
type Flags uint64

// The classes. Each is a list of that name in a words file.
const (
	Determiner Flags = 1 << iota
	Preposition
	NounPreposition // may stand between a noun and what belongs to it
	Conjunction
	Coordinator
	ClauseOpener
	Auxiliary
	Be
	Hypothetical // could say, would say
	Negation
	Refusal // declined to say
	Adverb
	PronounM
	PronounF
	PronounP
	PronounN
	PronounRelative
	PronounOther
	FirstPerson
	Possessive
	ObjectPronoun
	Weekday
	Month
	Time
	That
	Honorific
	Role
	Group
	Body
	Adjective
	OrganisationWord
	Particle
	Suffix
	Demonym
	Place
	SentenceStarter
	FemaleRole
	MaleRole
	StatementNoun
	Venue
	LabelQuestion
	LabelAnswer
	Share       // of a group: third, half, percent
	Whether     // opens a question that is reported: whether, if
	Question    // asks within one: how, why, "to" of "asked to leave"
	Genitive    // German articles that hang one noun on another
	Irregular   // past forms that do not end in -ed: went, took
	Subjunctive // German reports without a cue: "Das sei falsch."
	Hearsay     // forms that may do so after another report: hätten, soll
	GoesOn      // a sentence goes on reporting: "Thus, …"
	Office      // what a minister is of: state, foreign affairs
	Perfect     // auxiliaries of a participle that reports: hat, a, ha
	Reported    // nouns that report in "nach Angaben von": Angaben, Aussage
)

// Pronoun is any pronoun that can be the subject of a verb of saying.
const Pronoun = PronounM | PronounF | PronounP | PronounN | PronounOther

// Somebody is any common noun for a speaker.
const Somebody = Role | Group | Body

var listFlags = map[string]Flags{
	"determiner": Determiner, "preposition": Preposition, "noun-preposition": NounPreposition,
	"conjunction": Conjunction, "coordinator": Coordinator, "clause-opener": ClauseOpener,
	"auxiliary": Auxiliary, "be": Be, "hypothetical": Hypothetical, "negation": Negation,
	"refusal": Refusal, "adverb": Adverb, "pronoun-m": PronounM, "pronoun-f": PronounF, "pronoun-p": PronounP,
	"pronoun-n": PronounN, "pronoun-relative": PronounRelative, "pronoun-other": PronounOther,
	"first-person": FirstPerson, "possessive": Possessive | Determiner, "possessive-m": Possessive | Determiner,
	"possessive-f": Possessive | Determiner, "possessive-p": Possessive | Determiner, "object-pronoun": ObjectPronoun,
	"weekday": Weekday | Time, "weekday-short": Weekday | Time, "weekday-case": Weekday | Time, "month": Month | Time, "time": Time, "that": That,
	"honorific-m": Honorific, "honorific-f": Honorific, "honorific": Honorific, "role": Role, "group": Group, "body": Body,
	"adjective": Adjective, "organisation-word": OrganisationWord, "particle": Particle, "suffix": Suffix,
	"sentence-starter": SentenceStarter, "female-role": FemaleRole, "male-role": MaleRole,
	"statement-noun": StatementNoun, "venue": Venue, "label-question": LabelQuestion, "label-answer": LabelAnswer,
	"office": Office, "perfect": Perfect | Auxiliary, "reported": Reported, "goes-on": GoesOn, "region": Place, "subjunctive": Subjunctive, "hearsay": Hearsay, "irregular": Irregular, "genitive": Genitive, "share": Share, "whether": Whether, "question-word": Question,
}
