package speakers

import "strings"

// UsualSurname reports whether a word is one of the most usual surnames in the
// languages of the news: whoever types it has not misspelt another, "Kelly" is
// not Kerry. Any spelling will do.
func UsualSurname(word string) bool { return usualSurnames[spell(latin(word))] }

var usualSurnames = func() map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Fields(surnames) {
		out[spell(n)] = true
	}
	return out
}()

// surnames are from public lists of the most frequent ones.
const surnames = `
adams adeyemi aguilar ahmed alexander allen alvarez andersen anderson andre arnold bailey baker barnes bauer becker bell bennett berg berglund bergman
bergstrom bertrand bezos bianchi biden biton black bogdanov bonnet boyd braun brooks brown bruno bryant burns bush butler campbell carter castillo
castro chavez chen choi clark clinton cohen cole coleman collins colombo conti cook cooper costa crawford cruz dahan dahl daniels davis diallo diaz
dixon dubois dunn dupont durand edwards ellis eriksen esposito evans fedorov ferguson fernandez ferrari fischer fisher flores ford forsberg foster
fournier freeman friedman gallo garcia gardner garza gibson giordano girard goldberg golubev gomez gonzales gonzalez gordon graham grant gray greco
green griffin gupta gutierrez guzman hagen hall hamilton hansen hanson harris harrison hartmann haugen hawkins hayes henderson henry hernandez herrera
hicks hill hoffmann hofmann holm holmberg holmes holmgren horvat howard huang hughes hunt hunter hussain ivanov jackson jacobsen james jang jansen
jenkins jensen jimenez johannessen johansen johnsen johnson jones jordan jung kamau kaminski kang kaplan karlsen katz keita kelley kelly kennedy kerry
khan king kissinger klein kobayashi koch kowalski kozlov krause kristiansen kruger kumar kuznetsov lambert lange larsen larson laurent lebedev
lefebvre lehmann leroy levy lewis lindberg lindgren lindqvist lindstrom lombardi long lopez lund macron mancini marino marshall martin martinez mason
mcdonald medina mehta mendez mendoza mensah mercier merkel meyer michel miller mills mitchell mizrahi moore morales moreau morel moreno moretti morgan
morozov morris muller munoz murphy murray musk mwangi myers nakamura nelson neumann nguyen nichols nilsen novak novikov nowak nyberg obama okafor
okeke olsen olson ortiz otieno owens palmer park parker patel patterson pavlov payne pedersen peretz perez perry petersen peterson petrov phillips
pierce popov porter powell price putin ramirez ramos reed reyes reynolds ricci rice richardson richter rivera rizzo roberts robertson robinson
rodriguez rogers romano romero rose rosenberg ross rossi roux ruiz russell russo ryan salazar sanchez sandberg sanders sato schafer schmidt schneider
schroder schulz schwarz scott semenov shah shapiro sharma shaw sidorov silva simmons simon simpson singh sjoberg smirnov smith snyder sokolov soto
spencer stephens stevens stewart stone sullivan suzuki tanaka taylor thomas thompson torres toure tran traore trump tucker turner vargas vasquez
vincent vinogradov volkov wagner walker wallace wang ward warren washington watanabe watson weaver webb weber weiss wells werner west white williams
wilson wisniewski wojcik wolf wood woods wright yamamoto yang yoon young zelensky zhang zhao zhou zimmermann zuckerberg
`
