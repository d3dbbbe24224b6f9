package coref

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// cast reads the people of a text of one paragraph.
func cast(s, lang string) (*Cast, []cues.Sentence) {
	toks := text.Tokens(s)
	lex := lexicon.For(lang)
	var sents []cues.Sentence
	for _, r := range text.Sentences(toks, text.Range{First: 0, End: len(toks)}, lex.Breaks(), nil) {
		sents = append(sents, cues.Build(toks, r, nil, func(int) int { return -1 }, lex))
	}
	return New(s, lex, sents), sents
}

// TestResolve resolves the subject of the last "said" of each text, after the
// subjects of those before it have spoken.
func TestResolve(t *testing.T) {
	for _, c := range []struct {
		rule, in, want string
		known          statements.Known
	}{
		{"surname", "Ann Lee came. Lee said so.", "Ann Lee", statements.ByName},
		{"spelling", "Sergey Adamov came. Sergei Adamov said so.", "Sergey Adamov", statements.ByName},
		{"role", "Foreign Minister Ann Lee came. The foreign minister said so.", "Ann Lee", statements.ByRole},
		{"shorter role", "Foreign Minister Ann Lee came. The minister said so.", "Ann Lee", statements.ByRole},
		{"role that counts as another", "Polish Foreign Minister Ann Lee came. The Polish top diplomat said so.", "Ann Lee", statements.ByRole},
		{"role of another state", "Polish Foreign Minister Ann Lee came. The Swedish foreign minister said so.", "", statements.Unresolved},
		{"role that two have", "Minister Ann Lee and Minister Bo Rand came. The minister said so.", "", statements.Unresolved},
		{"the president spoke before he did", "President Bo Rand came. The chairman, Tom Lee, said so. The president himself spoke on radio. He said so.", "Bo Rand", statements.ByPronoun},
		{"who spoke to the mayor", "Bo Rand told the mayor so. Dr Rand proposed a tax. The mayor said so.", "", statements.Unresolved},
		{"somebody's spokesman", "Spokesman Bo Rand came. Lee's spokesman said so.", "", statements.Unresolved},
		{"a spokesman is no woman", "Spokeswoman Ann Lee came. The spokesman said so.", "", statements.Unresolved},
		{"other role", "Foreign Minister Ann Lee came. The mayor said so.", "", statements.Unresolved},
		{"only candidate", "Ann Lee came. Lee left. The mayor said so.", "Ann Lee", statements.Inferred},
		{"only candidate, but another mayor was brought up", "A mayor came. Ann Lee left. Lee slept. The mayor said so.", "", statements.Unresolved},
		{"only candidate, but somebody's mayor", "Ann Lee came. Lee left. The town's mayor said so.", "", statements.Unresolved},
		{"whoever spoke right before in the paragraph", "Captain Thomas Lee said it was late. The midfielder said so.", "Thomas Lee", statements.Inferred},
		{"named right after the lead", "The widow said so. Ann Lee, 44, slept.", "Ann Lee", statements.Inferred},
		{"a man is named right after the lead", "The widow said so. Thomas Lee, 44, slept.", "", statements.Unresolved},
		{"a possessive in the office", "Ann Lee, Norland's mayor, has come. Bo Rand left. The mayor said so.", "Ann Lee", statements.ByRole},
		{"given name after a hyphen, family name first", "Minister Kim Seo-yun came. Kim said so.", "Kim Seo-yun", statements.ByName},
		{"two family names behind particles", "Minister Inés de la Rúa Montes came. De la Rúa said so.", "Inés de la Rúa Montes", statements.ByName},
		{"surname with a hyphen", "Ann Lee-Rand came. Lee-Rand said so.", "Ann Lee-Rand", statements.ByName},
		{"half a surname", "Ann Lee-Rand came. Rand said so.", "Ann Lee-Rand", statements.ByName},
		{"couple", "Thomas and Ann Lee came. Ms Lee said so.", "Ann Lee", statements.ByName},
		{"Mr of a woman's name", "Ann Lee came. Mr Lee said so.", "Lee", statements.ByName},
		{"junior", "Thomas Lee Jr. came. Lee said so.", "Thomas Lee Jr", statements.ByName},
		{"initial and name", "T. Lee came. Thomas Lee said so.", "Thomas Lee", statements.ByName},
		{"middle name in one place", "Thomas Bo Lee came. Thomas Lee said so.", "Thomas Bo Lee", statements.ByName},
		{"another given name of one surname", "Thomas Lee came. Adam Lee said so.", "Adam Lee", statements.ByName},
		{"Arabic given name in two spellings", "Mohammed Haddad came. Muhammad Haddad said so.", "Mohammed Haddad", statements.ByName},
		{"father's name", "Abu Karam came. Osman Karam said so.", "Osman Karam", statements.ByName},
		{"mayor of another town", "Ann Lee, the mayor of Sedge, came. The mayor of Elm said so.", "", statements.Unresolved},
		{"mayor of another town, told by its name before", "Ann Lee, the mayor of Sedge, came. The Elm mayor said so.", "", statements.Unresolved},
		{"mayor of the same town", "Ann Lee, the mayor of Sedge, came. The Sedge mayor said so.", "Ann Lee", statements.ByRole},
		{"former mayor long gone", "Former mayor Ann Lee came. It was late. Bo Rand left. It was dark. The mayor said so.", "", statements.Unresolved},
		{"former mayor as one", "Former mayor Ann Lee came. It was late. Bo Rand left. It was dark. The former mayor said so.", "Ann Lee", statements.ByRole},
		{"one of many friends", "Ann Lee, a friend, came. It was late. His friend said so.", "", statements.Unresolved},
		{"only brother", "Thomas Lee, a brother, came. It was late. Her brother said so.", "Thomas Lee", statements.ByRole},
		{"party by its initials", "Republican nominee Ann Lee came. The GOP nominee said so.", "Ann Lee", statements.ByRole},
		{"in capitals and as usual", "Ann ROSTOVA came. Ann Rostova left. ROSTOVA said so.", "Ann Rostova", statements.ByName},
		{"the group that spoke", "The Elm Foundation said it was late. The group said so.", "Elm Foundation", statements.ByRole},
		{"the group, of two", "The Elm Foundation said it was late. The Sedge Union came. The group said so.", "", statements.Unresolved},
		{"a title before a name that is always in full", "Rep. Hadok Norring came. Rep. Hadok Norring said it was late. He said so.", "Hadok Norring", statements.ByPronoun},
		{"newspaper is no he", "The Western Post came. Thomas Lee left. The Western Post said it was late. He said so.", "Thomas Lee", statements.ByPronoun},
		{"state behind a word is no he", "Visit Norway said it was late. He said so.", "", statements.Unresolved},
		{"subject behind a long description", "Thomas Rand said it was late. Former Sedge governor Bo Lee was sure. He said so.", "Bo Lee", statements.ByPronoun},
		{"joined to an object", "Thomas Lee voted. He likes Adam Rand or Bruce Pym. He said so.", "Thomas Lee", statements.ByPronoun},
		{"a sentence about he", "Thomas Lee said it was late. He met Adam Rand, and Bruce Pym came. He said so.", "Thomas Lee", statements.ByPronoun},
		{"club whose coach it is", "Sedge Wardens said it was late. Sedge Wardens’ coach, Ann Lee, was sure. She said so.", "Ann Lee", statements.ByPronoun},
		{"whose fate it is", "Minister Ann Lee's fate is open, but she said so.", "Ann Lee", statements.ByPronoun},
		{"given name that may be a particle", "Ben Lee came. Lee said so.", "Ben Lee", statements.ByName},
		{"surname that is a people's name", "Thomas French came. French said so.", "Thomas French", statements.ByName},
		{"a people", "Thomas French came. The French said so.", "France", statements.ByName},
		{"somebody from a state", "Thomas Lee came. The Norwegian said so.", "", statements.Unresolved},
		{"what somebody does before a name", "Beekeeper Thomas Lee said so.", "Thomas Lee", statements.ByName},
		{"a first name before another", "Webster Moor said so.", "Webster Moor", statements.ByName},
		{"trade as a role", "Ann Lee came. Lee left. The sculptor said so.", "Ann Lee", statements.Inferred},
		{"trade of another", "Ann Lee met the sculptor Tom Rand. The sculptor said so.", "Tom Rand", statements.ByRole},
		{"another role than just now", "Ann Lee met the sculptor Tom Rand. The sculptor said it was late. The painter said so.", "", statements.Unresolved},
		{"counterpart from a state", "Norwegian Foreign Minister Ann Lee and her Swedish counterpart, Petra Rand, came. The Swedish minister said so.", "Petra Rand", statements.ByRole},
		{"minister with a counterpart", "Norwegian Foreign Minister Ann Lee and her Swedish counterpart, Petra Rand, came. It was late. The Norwegian minister said so.", "Ann Lee", statements.ByRole},
		{"twins", "Twins Ann and Petra Rand said so.", "Ann and Petra Rand", statements.ByName},
		{"another role in one sentence", "Senator Thomas Lee came. The senator said it was late after the mogul said so.", "", statements.Unresolved},
		{"a list", "Ann Lee, Thomas Rand and Petra Pym said so.", "Ann Lee, Thomas Rand and Petra Pym", statements.ByName},
		{"a list with brackets", "Sens. Ann Lee (Elm), Thomas Rand (Sedge) and Petra Pym said so.", "Ann Lee, Thomas Rand and Petra Pym", statements.ByName},
		{"no list behind a place", "In Old Sedge, Ann Lee and Thomas Rand said so.", "Ann Lee and Thomas Rand", statements.ByName},
		{"no list of a clause", "Ann Lee praised Petra Pym, and Thomas Rand said so.", "Thomas Rand", statements.ByName},
		{"trade before a name", "Baker Thomas Lee said so.", "Thomas Lee", statements.ByName},
		{"trade as a surname", "Thomas Baker came. Baker said so.", "Thomas Baker", statements.ByName},
		{"member of a party", "It was late. A Sedge Valley Democrat said so.", "", statements.Unresolved},
		{"an age makes a human being", "Sedge Moor, 44, came. He said so.", "Sedge Moor", statements.ByPronoun},
		{"pronoun", "Ann Lee said it was late. She said so.", "Ann Lee", statements.ByPronoun},
		{"made public by another", "Thomas Lee said it was late. The plan was made public on Monday by Adam Rand, a miller. He said so.", "Adam Rand", statements.ByPronoun},
		{"a reply from another", "Thomas Lee said it was late. The reply came from Adam Rand, a miller. He said so.", "Adam Rand", statements.ByPronoun},
		{"it fell to another", "Thomas Lee said it was late. It fell to Adam Rand, a miller, to explain. He said so.", "Adam Rand", statements.ByPronoun},
		{"for another", "Thomas Lee said it was late. For Adam Rand, a miller, it was over. He said so.", "Adam Rand", statements.ByPronoun},
		{"a manager is somebody new", "Thomas Lee said it was late. A Sedge manager, who gave no name, was not convinced. He said so.", "", statements.Unresolved},
		{"a diplomat is somebody new", "Thomas Lee said it was late. One diplomat was less kind. He said so.", "", statements.Unresolved},
		{"a miller is said of who is named", "Thomas Lee said it was late. A former miller, Lee came to Sedge in May. He said so.", "Thomas Lee", statements.ByPronoun},
		{"a miller is said of who is named before", "Thomas Lee, a miller of 27, holds up a ticket. He said so.", "Thomas Lee", statements.ByPronoun},
		{"what is sailed on is nobody's minister", "A ship is adrift on the southern Marches. Ann Lee, envoy for the Southern Marches of the Harbour Board, came. Norway's new premier said so.", "", statements.Unresolved},
		{"a former premier of a land is no premier", "Prime Minister Bo Rand came. Ann Lee, president of the Union, was late. The former Norwegian prime minister said so.", "", statements.Unresolved},
		{"pronoun of the other gender", "Ann Lee said it was late. He said so.", "", statements.Unresolved},
		{"pronoun past the other gender", "Ann Lee said it was late. Thomas Rand came. She said so.", "Ann Lee", statements.ByPronoun},
		{"Mr and Ms", "Thomas Lee and Ann Lee came. Ms Lee said so.", "Ann Lee", statements.ByName},
		{"title as a role", "Dr Ann Lee came. Bo Rand left. The doctor said so.", "Ann Lee", statements.ByRole},
		{"title of another", "Mrs Justice Lee came. Dr Rand left. The judge said so.", "Lee", statements.ByRole},
		{"the one of two judges who was named last", "Judge Ann Lee came. She slept. Judge Bo Rand left. The judge said so.", "Bo Rand", statements.ByRole},
		{"title that nobody has", "Professor Ann Lee came. Ms Rand left. The doctor said so.", "", statements.Unresolved},
		{"two of one surname", "Thomas Lee and Ann Lee came. It was late. It was dark. It was cold. It was over. Lee said so.", "Lee", statements.Unresolved},
		{"two of one surname, one of them near", "Thomas Lee came. It was late. It was dark. It was cold. It was over. Ann Lee came. Lee said so.", "Ann Lee", statements.Inferred},
		{"state", "It was late. Norway said so.", "Norway", statements.ByName},
		{"capital", "It was late. Oslo said so.", "Norway", statements.ByName},
		{"body", "It was late. The Port Board said so.", "Port Board", statements.ByName},
		{"body written small", "It was late. The labour ministry said so.", "labour ministry", statements.ByRole},
		{"body with a capital in it", "It was late. The Norvanian labour ministry said so.", "Norvanian labour ministry", statements.ByRole},
		{"somebody's body", "Ruth Alder left. Alder's ministry said so.", "", statements.Unresolved},
		{"body by its kind", "The Pilots' Union came. The union said so.", "Pilots' Union", statements.ByRole},
		{"body of two by its kind", "The Pilots' Union and the Porters' Union came. The union said so.", "", statements.Unresolved},
		{"body named after what it is of", "Ann Lee said it was late. The Institute for Sedge Trade came. She said so.", "Ann Lee", statements.ByPronoun},
		{"husband of a surname", "Sian Moor left her husband, Gareth, at sea. Mrs Moor slept. Mr Moor said so.", "Gareth Moor", statements.Inferred},
		{"wife of a surname", "Sian Moor left her husband, Gareth, at sea. Mr Moor slept. Mrs Moor said so.", "Sian Moor", statements.ByName},
		{"any ministry", "It was late. The ministry said so.", "", statements.Unresolved},
		{"Arabic article", "Khaled al-Masri came. Al-Masri said so.", "Khaled al-Masri", statements.ByName},
		{"family name first", "Union leader Li Weimin came. Li said so.", "Li Weimin", statements.ByName},
		{"two family names", "Minister Inés Carrasco Molina came. Carrasco said so.", "Inés Carrasco Molina", statements.ByName},
		{"given name is no family name", "Minister Thomas Maria Rand came. Maria said so.", "Maria", statements.ByName},
		{"two of one surname: whoever is named only later", "Lee left. Minister Ann Lee came. Her brother Thomas Lee came too. Lee said so.", "Thomas Lee", statements.Inferred},
		{"Mr does not make every Lee a man", "Ann Lee came. Thomas Lee left. Mr Lee slept. Ann Lee said it was late. Lee said so.", "Ann Lee", statements.Inferred},
		{"particles", "Jan van der Moor came. Van der Moor said so.", "Jan van der Moor", statements.ByName},
		{"small particle after a title", "Osman bin Karam came. Mr bin Karam said so.", "Osman bin Karam", statements.ByName},
		{"particles of another name", "Jan van der Moor came. De Moor said so.", "De Moor", statements.ByName},
		{"given name that stands last", "Minister Bo Meilin came. Ambassador Tang Bo left. Minister Bo said so.", "Bo Meilin", statements.ByName},
		{"surname that stands last", "Bo Rand came. Ambassador Tom Bo left. Bo said so.", "Tom Bo", statements.ByName},
		{"an office and its holder between commas", "The mayor of Sedge, Ann Lee, came. The mayor said so.", "Ann Lee", statements.ByRole},
		{"somebody new at the front of a sentence", "Ann Lee came. Lee left. A diplomat close to the talks said so.", "", statements.Unresolved},
		{"prime minister is no minister", "Prime Minister Ann Lee came. Lee left. The minister said so.", "", statements.Unresolved},
		{"deputy mayor is no mayor", "Deputy Mayor Ann Lee came. Lee left. The mayor said so.", "", statements.Unresolved},
		{"a deputy representative is no senator", "Senator Ann Lee came. The deputy representative said so.", "", statements.Unresolved},
		{"a permanent representative is an ambassador", "Permanent Representative Ann Lee came. The ambassador said so.", "Ann Lee", statements.ByRole},
		{"premier is the prime minister", "Prime Minister Ann Lee came. The premier said so.", "Ann Lee", statements.ByRole},
		{"minister of another department", "Trade Minister Ann Lee came. The energy minister said so.", "", statements.Unresolved},
		{"department behind the minister", "Ann Lee, the minister of finance, came. Bo Rand left. The finance minister said so.", "Ann Lee", statements.ByRole},
		{"state of no lexicon", "Norvanian Foreign Minister Ann Lee and Elmenese Foreign Minister Bo Rand came. Norvania's foreign minister said so.", "Ann Lee", statements.ByRole},
		{"other state of no lexicon", "Norvanian Foreign Minister Ann Lee came. Lee left. Elmen's foreign minister said so.", "", statements.Unresolved},
		{"two offices at once", "Ann Lee, the foreign minister and party chairman, came. Bo Rand left. The foreign minister said so.", "Ann Lee", statements.ByRole},
		{"rank of two words", "Detective Sergeant Ann Lee came. Judge Bo Rand left. The detective said so.", "Ann Lee", statements.ByRole},
		{"surname that is a role", "Ann King came. Ms King said so.", "Ann King", statements.ByName},
		{"the paragraph is about somebody else", "Mayor Ann Lee came. It was late. It was dark. It was cold. It was over. Thomas Rand left. The mayor said so.", "", statements.Unresolved},
		{"the paragraph is about somebody else, who has an office", "Mayor Ann Lee came. It was late. It was dark. It was cold. It was over. Judge Bo Rand left. The mayor said so.", "Ann Lee", statements.ByRole},
		{"apposition with a name of its own", "The host, Norvania's Foreign Minister Ann Lee, said so.", "Ann Lee", statements.ByName},
		{"somebody new at the front", "Thomas Lee said it was late. Bo Rand was sharper. He said so.", "Bo Rand", statements.ByPronoun},
		{"something new at the front", "Thomas Lee said it was late. Gender Equality was sharper. He said so.", "Thomas Lee", statements.ByPronoun},
		{"a clause behind the role", "Thomas Lee said it was late. Bo Rand, a retired pilot who had waited, was sharper. He said so.", "Bo Rand", statements.ByPronoun},
		{"name of one word behind a comma", "It was late. The operator, Ferrova, said so.", "Ferrova", statements.ByName},
		{"author of a report", "It was late. A report published in May by the Port Board of Sedge said so.", "Port Board of Sedge", statements.ByName},
		{"who ordered a report", "It was late. A report commissioned by the Port Board said so.", "", statements.Unresolved},
		{"the role behind the name says more", "Father Thomas Lee, the parish priest, came. Bo Rand left. The priest said so.", "Thomas Lee", statements.ByRole},
		{"two together", "Foreign Minister Ann Lee and Trade Minister Tom Rand came. Lee and Rand said so.", "Ann Lee and Tom Rand", statements.ByName},
		{"somebody and her deputy", "Trade Minister Ann Lee and her deputy, Bo Rand, said so.", "Ann Lee and Bo Rand", statements.ByName},
		{"two go on together", "Ann Lee and Bo Rand said it was late. They said so.", "Ann Lee and Bo Rand", statements.ByPronoun},
		{"two, and then another", "Ann Lee and Bo Rand said it was late. Tom Pym said it was dark. They said so.", "", statements.Unresolved},
		{"a couple", "Ruth and Daniel Moor said so.", "Ruth and Daniel Moor", statements.ByName},
		{"one with two offices", "President and Chairman Ann Lee said so.", "Ann Lee", statements.ByName},
		{"one whose department is two", "Work and Pensions Secretary Ann Lee said so.", "Ann Lee", statements.ByName},
		{"two of whom one has no name", "Ann Lee left. His wife and Lee said so.", "", statements.Unresolved},
		{"body with two subjects", "The Ministry of Health and Sport said so.", "Ministry of Health and Sport", statements.ByName},
		{"body at two others", "The Rates Office at the Port Board and Sedge Institute said so.", "Rates Office", statements.ByName},
		{"state with two names", "Trinidad and Tobago said so.", "Trinidad and Tobago", statements.ByName},
		{"two of an office in one sentence", "President Ann Lee of Norway met President Tom Rand of Sweden. The president said so.", "", statements.Unresolved},
		{"two who may be called leader", "Norway's president, Ann Lee, met Sweden's prime minister, Tom Rand. The leader said so.", "", statements.Unresolved},
		{"leader, and only one", "Norway's president, Ann Lee, met Tom Rand. The leader said so.", "Ann Lee", statements.ByRole},
		{"a diplomat at the foreign desk", "Foreign Ministry Spokeswoman Ann Lee said it was late. The diplomat said so. Foreign Minister Bo Rand slept.", "Ann Lee", statements.ByRole},
		{"a short name in brackets", "UFC came. UFC left. The council of ferry users (UFC) said so.", "UFC", statements.ByRole},
		{"a senator of a land, who is one of many", "Tom Rand came. Rand left. The former pilot and Norwegian senator said so.", "", statements.Unresolved},
		{"a diplomat at no foreign desk", "Sports Ministry Spokeswoman Ann Lee said it was late. The diplomat said so. Foreign Minister Bo Rand slept.", "Bo Rand", statements.ByRole},
		{"an ambassador is a diplomat too", "Foreign Minister Ann Lee met Ambassador Tom Rand. The diplomat said so.", "", statements.Unresolved},
		{"former mayor and successor", "Former mayor Tom Rand met his successor, Ann Lee, in Sedge. Rand said it was late. The mayor said so.", "", statements.Unresolved},
		{"another stands beside who spoke", "Tom Rand said it was late. Ann Lee came. The midfielder said so.", "", statements.Unresolved},
		{"somebody stands beside", "Minister Ann Lee said it was late. Beside her stood Kim Rand, who had waited. She said so.", "Kim Rand", statements.ByPronoun},
		{"something stands beside", "Minister Ann Lee said it was late. Beside her stood Port House. She said so.", "Ann Lee", statements.ByPronoun},
		{"somebody whom nobody does anything to but the ministry", "Minister Ann Lee said it was late. The ministry has hired Kim Rand, a pilot. She said so.", "", statements.Unresolved},
		{"who is hired by her", "Minister Ann Lee said it was late. She has hired Kim Rand, a pilot. She said so.", "Ann Lee", statements.ByPronoun},
		{"two of one surname, and a stranger spoke", "Ruth Lee and Daniel Lee came. Ruth Lee said it was late. A nurse said it was dark. Lee said so.", "Lee", statements.Unresolved},
		{"name of a firm", "It was late. Lee & Partners said so.", "Lee & Partners", statements.ByName},
		{"spokesman for somebody with an office", "Governor Ann Lee left. A spokesman for Health Secretary Ann Lee said so.", "", statements.Unresolved},
		{"spokesman for somebody with a title", "Governor Tom Lee left. A spokesman for Governor Tom Lee said so.", "", statements.Unresolved},
		{"age, trade and two places", "Ann Lee, 75, a nurse in Elm, Ohio, said so.", "Ann Lee", statements.ByName},
		{"trade and two places", "Ann Lee, a nurse in Elm, Ill., said so.", "Ann Lee", statements.ByName},
		{"national title of a prime minister", "The Taoiseach left. Taoiseach Ann Lee said so.", "Ann Lee", statements.ByName},
		{"mother of somebody with a rank", "The mother of Private Tom Lee said so.", "", statements.Unresolved},
		{"who does something for somebody", "A lawyer representing Tom Lee said so.", "", statements.Unresolved},
		{"secretary of state", "Secretary of State Ann Lee said so.", "Ann Lee", statements.ByName},
		{"spokeswoman for two, and she", "Ann Lee and Tom Rand left. A spokeswoman for Ann Lee and Tom Rand said it was late. She said so.", "", statements.Unresolved},
		{"what is always named in full is no she", "Clear Water came. Clear Water said it was late. She said so.", "", statements.Unresolved},
		{"who is also called by the surname is one", "Sedge Moor came. Sedge Moor said it was late. Moor left. She said so.", "Sedge Moor", statements.ByPronoun},
		{"by the age that was told", "Ann Lee, 44, and Petra Rand, 29, came. The 29-year-old said so.", "Petra Rand", statements.Inferred},
		{"by an age, and only one", "Ann Lee came. The 44-year-old pilot said so.", "Ann Lee", statements.Inferred},
		{"by an age, and two", "Ann Lee came. Tom Rand left. The 44-year-old pilot said so.", "", statements.Unresolved},
		{"by an age that nobody has", "Ann Lee, 29, came. The 44-year-old pilot said so.", "", statements.Unresolved},
		{"by an age, beside a club", "Ann Lee came to Sedge Rovers. Rovers have won. The 44-year-old coach said so.", "Ann Lee", statements.Inferred},
		{"a club is no she", "Sedge Rovers said it was late. Rovers have won. She said so.", "", statements.Unresolved},
		{"first word of a club", "Sedge Town said it was late. Sedge left. She said so.", "", statements.Unresolved},
		{"his wife stands between", "Kim Lee said it was late. Outside, his wife wept. She said so.", "", statements.Unresolved},
		{"his wife, named", "Kim Lee said it was late. His wife, Ann Rand, wept. She said so.", "Ann Rand", statements.ByPronoun},
		{"his wife is no he", "Kim Lee said it was late. His wife wept. He said so.", "Kim Lee", statements.ByPronoun},
		{"unnamed", "Ann Lee came. A senior official said so.", "", statements.Unresolved},
		{"leader of a faction is no president", "President Tom Lee came. The opposition leader said so.", "", statements.Unresolved},
		{"whom somebody is asked about", "Bo Rand said it was late. Asked where President Tom Lee was, he said so.", "Bo Rand", statements.ByPronoun},
		{"a group called after what it is of", "The Sons of the Sedge Road said so.", "Sons of the Sedge Road", statements.ByName},
		{"somebody of a place", "Tom Adams of Elm came. Mr Adams of Elm said so.", "Tom Adams", statements.ByName},
		{"a given name alone", "Tom Lee said it was late. Ann Rand came. Tom said so.", "Tom Lee", statements.ByName},
		{"a given name that two have", "Tom Lee said it was late. Tom Rand left. Tom said so.", "Tom", statements.ByName},
	} {
		people, sents := cast(c.in, "en")
		var got Answer
		for n := range sents {
			s := &sents[n]
			for i := range s.Items {
				if s.Lower(i) != "said" {
					continue
				}
				whole, head, ok := sources.Left(s, 0, i)
				if !ok {
					t.Fatalf("%s: no subject in %q", c.rule, c.in)
				}
				p := sources.Parse(c.in, s, whole, head)
				got = people.Resolve(p, n, s.Items[whole.First].Start)
				people.Spoke(got.Entity, n)
				if got.Entity == Nobody {
					people.Stranger(p)
				}
			}
		}
		if got.Name != c.want || got.Known != c.known {
			t.Errorf("%s: %q by %s, want %q by %s", c.rule, got.Name, got.Known, c.want, c.known)
		}
	}
}

// TestIntroduced resolves the first role of each text, after the cast has heard
// of all who say.
func TestIntroduced(t *testing.T) {
	for _, c := range []struct{ rule, in, want string }{
		{"named right after", "The energy minister said so. Ann Lee said it was late.", "Ann Lee"},
		{"its, who gives no land", "Norway will take the ship in, its new prime minister said so. Prime Minister Ann Lee said it was late. Swedish Prime Minister Bo Rand said nothing.", "Ann Lee"},
		{"its, where only another land's is named", "Norway will take the ship in, its new prime minister said so. Swedish Prime Minister Bo Rand said nothing.", ""},
		{"its, of whom the sentence is about", "Norvania stays near the Far Isles, its foreign minister said so. Ann Lee said it was late. Elmen's foreign minister, Bo Rand, said nothing.", "Ann Lee"},
		{"who is described is no newcomer", "The energy minister said so. Ann Lee, a farmer, said it was late.", ""},
		{"who has a role elsewhere", "The energy minister said so. Ann Lee said it was late. The judge, Ann Lee, said nothing.", ""},
		{"two roles, one name", "The energy minister said so. The trade minister said nothing. Ann Lee said it was late.", ""},
		{"another has the office", "The energy minister said so. Ann Lee said it was late. Energy Minister Bo Rand said nothing.", "Bo Rand"},
		{"a spokesman is no woman", "The spokesman said so. Ann Lee said it was late.", ""},
		{"somebody else is named first", "The energy minister said so. The farmer Bo Rand said it was late. Ann Lee said nothing.", ""},
	} {
		people, sents := cast(c.in, "en")
		var said []sources.Phrase
		var where []int
		for n := range sents {
			for i := range sents[n].Items {
				if whole, head, ok := sources.Left(&sents[n], 0, i); ok && sents[n].Lower(i) == "said" {
					p := sources.Parse(c.in, &sents[n], whole, head)
					people.Heard(p, n)
					said, where = append(said, p), append(where, n)
				}
			}
		}
		got := people.Resolve(said[0], where[0], said[0].Span.Start)
		if got.Name != c.want {
			t.Errorf("%s: %q, want %q", c.rule, got.Name, c.want)
		}
		if c.want != "" && got.Role == "" {
			t.Errorf("%s: %s has no role", c.rule, got.Name)
		}
	}
}

func TestRussianCases(t *testing.T) {
	people, _ := cast("Министр Игорь Малинин приехал. Встречу с Малининым отложили.", "ru")
	if m := people.Mentions; m[0].Entity != m[len(m)-1].Entity {
		t.Errorf("mentions: %+v of %+v", people.Mentions, people.Entities)
	}
	people, _ = cast("Игорь Малинин приехал. Анна Белова уехала.", "ru")
	if people.Mentions[0].Entity == people.Mentions[1].Entity {
		t.Error("two people became one")
	}
}

func TestHeadlineOfCapitalsIsNoName(t *testing.T) {
	people, _ := cast("Port Says New Ferry Will Be Late Again", "en")
	for _, e := range people.Entities {
		if strings.Contains(e.Name, " ") {
			t.Errorf("%q is somebody", e.Name)
		}
	}
}

func TestHeadlineEndsNamesWhereTheTextDoes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Ann Lee Sings Loud In Port North Tonight. Singer Ann Lee came.", "Ann Lee"},
		{"Ann Lee Says Port North Ferry Stays. It was late.", "Ann Lee"},
	} {
		people, _ := cast(c.in, "en")
		if len(people.Mentions) == 0 || people.Entities[people.Mentions[0].Entity].Name != c.want {
			t.Errorf("%q: %+v, want %q first", c.in, people.Entities, c.want)
		}
	}
}

// FuzzCast checks that any text has a cast, the same one each time, whose
// mentions lie inside the text and whose sources have an answer.
func FuzzCast(f *testing.F) {
	for _, s := range []string{
		"Ann Lee, 44, came. The Sedge mayor said so. She said so.",
		"Ann Lee And Thomas Lee Say Port Stays. Lee said so.",
		"A mayor's friend Dr. van der Moor (D-Sedge) said so; his brother said so.",
		"Министр Игорь Малинин said so. él said so.",
		"'s said , said \xff The said",
	} {
		f.Add(s, "en")
		f.Add(s, "ru")
	}
	f.Fuzz(func(t *testing.T, in, lang string) {
		in = strings.ToValidUTF8(in, "?") // as articles are kept
		first, second := answers(t, in, lang), answers(t, in, lang)
		if diff := cmp.Diff(first, second); diff != "" {
			t.Error(diff)
		}
	})
}

// answers resolves what stands before every "said".
func answers(t *testing.T, in, lang string) []Answer {
	people, sents := cast(in, lang)
	var out []Answer
	for n := range sents {
		s := &sents[n]
		for i := range s.Items {
			whole, head, ok := sources.Left(s, 0, i)
			if s.Lower(i) != "said" || !ok {
				continue
			}
			a := people.Resolve(sources.Parse(in, s, whole, head), n, s.Items[whole.First].Start)
			people.Spoke(a.Entity, n)
			if a.Known == statements.Unresolved && a.Entity != Nobody {
				t.Errorf("unresolved, yet %+v", a)
			}
			out = append(out, a)
		}
	}
	for _, m := range people.Mentions {
		if m.Start < 0 || m.Start >= m.End || m.End > len(in) || m.Entity >= len(people.Entities) {
			t.Errorf("mention %+v of %q", m, in)
		}
	}
	return out
}
