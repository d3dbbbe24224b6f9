package speakers

import "strings"

// variants maps a spelling to the first of its line. The lines are public
// knowledge about given names that languages and romanisations spell in
// several ways; John and Joan are on no line together, nor are Peter and Pyotr.
var variants = table(`
sergei sergey serhiy sergii serhii serguei sergej siergiej
alexander aleksandr alexandr aleksander alexandre oleksandr aliaksandr alejandro
alexei alexey aleksei aleksey alexej aleksej oleksiy oleksii
andrei andrey andrej andriy andrii
dmitri dmitry dmitriy dmitrii dmitrij dimitri dmytro
nikolai nikolay nikolaj mykola
mikhail michail mihail mikhajl mykhailo
vladimir wladimir vladmir volodymyr wolodymyr uladzimir
yuri yury yuriy yurii juri jurij iouri yuriі iurii
evgeni evgeny yevgeny yevgeni yevgeniy evgeniy evgenii jewgeni jewgenij ievgenii yevhen evhen
yulia julia iuliia yuliya juliya iulia yuliia
tatiana tatyana tatjana tetiana tetyana
natalia natalya nataliya natalja nataliia
maria mariya mariia marija
elena yelena jelena olena
ekaterina yekaterina jekaterina kateryna katerina
oxana oksana
lyudmila ludmila liudmila ljudmila lyudmyla
pyotr petr piotr petro pjotr
fyodor fedor feodor fjodor fedir
igor ihor
oleg oleh
pavel pavlo pawel pavell
arseni arseny arseniy arsenii arsenij
valeri valery valeriy valerii valerij
anatoli anatoly anatoliy anatolii anatolij anatolli
georgi georgy georgiy georgii georgij
grigori grigory grigoriy grigorii hryhoriy
vasili vasily vasiliy vasilii vasyl wassili
muhammad mohammed mohamed muhammed mohammad mohamad muhamad mohamet mehmed mahomet
ahmed ahmad ahmet achmed
hussein husain hussain husein hossein hosein huseyn
hassan hasan hasen
yusuf youssef yousef yussef yusef yousuf youssouf yosef jusuf
abdullah abdallah abdulah abdalla abdulla
osama usama ousama
omar umar oumar
khaled khalid chalid jaled
ibrahim ebrahim ibraheem
ismail ismael esmail ismaeel
mahmoud mahmud mahmood mehmoud
mustafa mostafa moustafa mustapha moustapha
qasem qassem ghasem kasem qasim qassim kassem
said saeed saeid sayed sayeed
javad jawad
jamal gamal djamal
nasser naser nasir
rashid rasheed rachid raschid
salman suleman
suleiman sulaiman soleiman sulayman souleymane
tariq tarek tareq tarik
gaddafi qaddafi kadhafi gadhafi qadhafi khadafi kaddafi
hezbollah hizbollah hizbullah hisbollah
zelenski zelensky zelenskyy zelenskiy zelenskii selenskyj zelensky
putin poutine
xi si
`)

// states are names of states and bodies that are as often abbreviated. Keys
// are in the form in which Key has them.
var states = table(`
united-states us usa u-s-a america united-states-of-america
united-kingdom uk britain great-britain
united-nations un uno onu oon
european-union eu
russia russian-federation rossiia rosiya rossiya russland russie rusia
ukraine ukraina ukrainia
north-atlantic-treaty-organization nato otan
world-health-organization who oms
international-monetary-fund imf fmi
north-korea dprk
south-korea republic-of-korea
china prc people's-republic-of-china
uae united-arab-emirates
`)

func table(lines string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(lines) {
		words := strings.Fields(line)
		for _, w := range words {
			out[strings.ReplaceAll(w, "-", " ")] = strings.ReplaceAll(words[0], "-", " ")
		}
	}
	return out
}

// nicknames are short forms that count as the long one when the surname is the
// same. They are no part of the key: Bill Sands and William Sands may be two.
var nicknames = table(`
william bill will billy
robert bob rob bobby
richard dick rick
joseph joe
michael mike
james jim jimmy
john jack
thomas tom
edward ed ted eddie
anthony tony
charles charlie chuck
christopher chris
daniel dan danny
david dave
donald don
elizabeth liz beth betsy
katherine kate kathy katie
margaret maggie meg peggy
nicholas nick
patrick pat
samuel sam
stephen steve steven
theodore theo
timothy tim
benjamin ben
alexander alex sasha
vladimir vova volodya
matthew matt
gregory greg
jeffrey jeff
kenneth ken
lawrence larry
peter pete
ronald ron
susan sue
deborah debbie
jennifer jen jenny
rebecca becky
`)
