package speakers

import "strings"

// Gender gives 'm' or 'f' for a given name that is nearly always one of the
// two, and 0 for every other. Any spelling will do.
func Gender(given string) byte {
	w := latin(given)
	if g, ok := givenNames[w]; ok {
		return g
	}
	if w = spell(w); len(w) < shortestAlike {
		return 0 // Abiy is no Abi, Nikol no Nicole
	}
	return givenNames[w]
}

// shortestAlike is how many letters a name has that tells by a like spelling: shorter
// ones are spelt like those of the other sex.
const shortestAlike = 6

// givenNames are common ones of the languages that are read and of the people they
// tell of, from public lists; the last lines of each are what three or more of the
// lists in npm's gender-detection-from-name 1.11.5 and human-names 1.0.13 (MIT) agree
// on. Names that both men and women bear, that are as often a surname, a place or a
// word are left out on purpose.
var givenNames = func() map[string]byte {
	out := map[string]byte{}
	for _, l := range [...]struct {
		g     byte
		names string
	}{{'m', men}, {'f', women}} {
		for _, n := range strings.Fields(l.names) {
			out[n] = l.g
			out[spell(n)] = l.g
		}
	}
	for _, n := range strings.Fields(either) {
		out[n] = 0
	}
	return out
}()

// either are names that a man bears in one language and a woman in another, and that are
// spelt like one that tells.
const either = "andrea nikita nicola gabriele michele daniele raffaele emanuele"

const men = `
alun cathal emrys fergal fiachra finbar fintan gearoid huw iestyn lorcan naoise ruairi senan tadhg turlough
aaron abdul abdullah abraham adam adolf adrian ahmed akira alan albert alberto alejandro alexander alexei alfred ali alonso alvaro amir anatoli
anders andreas andrei andres andrew angus anthony antoine anton antonio arkadi armando arnold arseni arthur arturo axel barack bartholomew
bashar ben benedict benjamin bernard bernd bernie bertrand bill bjorn bob bogdan boris brad bradley brandon brendan brett brian bruce bruno bryan
burkhard calvin carl carlos cesar charles christian christoph christophe christopher claude clemens clive colin conrad craig curtis cyril
damian damien daniel dave david denis dennis derek detlef diego dieter dietmar dimitri dirk dmitri dominik don donald douglas duncan dwight
earl eberhard eddie eduard eduardo edward edgar edmund edwin egor emilio emmanuel enrique eric erich erik ernest ernesto ernst etienne eugene evan
fabian fabrice felipe felix ferdinand fernando florian francisco francois frank franz fred frederick frederic friedrich fritz fyodor gabriel gareth gary gavin
geoffrey geoff george georg georges georgi gerald gerard gerhard gerd giovanni giuseppe glenn gonzalo gordon graham greg gregory grigori guillaume
guillermo gunter gunther gustav gustavo hakan hamid hans harald harold harry harvey hassan hector heinrich heinz helmut henri henrik henry herbert hermann hiroshi
holger horst howard hubert hugh hugo hussein ian ibrahim igor ilya ingo ismail ivan jack jacob jacques jake jakob james jared jason javier jean-claude jean-luc jean-marie jean-pierre jean-paul jean-francois
jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan johann johannes john johnny jonas jonathan jorge jose josef
joseph joshua juan julian julien julio jurgen justin karl kaspar keith kenneth kenji kevin khaled kirill klaus konrad konstantin kurt kyle lars laurent lawrence leonid
leon leonard leopold lev liam lothar louis lorenzo lucas ludwig luis luc lukas luke maksim makoto malcolm manfred manuel marc marcel marco marcos marcus mariano mark marko markus martin
mario mathias matthew matthias max maxim maximilian mehmet michael michel miguel mike mikhail mohammed moritz muhammad mustafa nathan nathaniel neil nelson nicholas nick nicolas niels
nigel nikita nikolai nils norbert norman oleg oliver olivier omar oscar oskar osama otto owen pablo pascal patrick paul paulo pavel pedro peer per peter petr phil philip philipp philippe phillip
pierre pyotr rafael ralf ralph ramon raphael raul ray raymond recep reinhard reinhold rene ricardo richard rick rob robert roberto rodrigo roger roland rolf roman
ron ronald rory roy rudolf rupert russell rustam ruslan ryan salman samuel sanjay scott sean sebastian semyon sergei sergio siegfried sigmar simon spencer stanislav stanley stefan
stephane stephen steve steven stuart sven takashi taras ted terrence theodor theodore thierry thomas tim timothy timur tobias todd tom tomas toni tony torsten travis trevor tyler
udo ulf ulrich uwe vadim valentin valeri vasili victor viktor vincent vitali vladimir vladislav vyacheslav walter warren wayne werner wilhelm william wolfgang xavier yaroslav
yevgeni yuri yusuf yves zachary lester mitt marvin leroy ralph wesley clint grover elliot elliott newt rand rahm josh seth zeke ezra noah ethan logan mason liam dylan connor owen declan rhys ewan hamish alistair alasdair cedric clarence clyde dexter dwayne darren darryl dean dominic duane dustin elias elijah elmer emil enoch ernie ezekiel garrett gene gilbert gus hal hank harlan herb herman homer howie hugh irving irwin isaac ivo jed jeremiah jonah julius kirk lance lloyd luther lyle mack marshall maurice melvin merle mickey milton mitch morris moses murray ned oleksandr orlando otis percy preston quentin randall randy reginald rex rodney roland rowan rudy rufus rusty sammy saul sid sidney silas simeon solomon stu tad tobin trent vernon vince virgil wallace wilbur willard willie winston woodrow
adrien ahmet aitor alain albie aled alexandre alexey alfie amit andrej andriy andrzej andy anil anselm anwar archie arjun armand arnaud arne arno
artem artyom ashok asier asif attila aurelien babatunde balazs baptiste barnaby barry bart bashir bastien bengt benoit bernhard bilal bohdan branko
bulent calin callum carsten catalin charlie-john chidi christof chukwuma ciaran colm cormac crispin csaba curt cyrille cyrus dafydd danylo darin dario
dariusz darrell deepak derrick diarmuid didier dietrich dimitris dmitriy dmytro dominique-marie donal doug dragan dragos eamon eamonn egon elmar emeka
emile emiliano emre emyr enzo erdal ervin euan evangelos evgeny ewald fabien fabio faisal ferenc fergus finn florin fouad frantisek freddie fridolin
friedhelm fumio gabor gaetan ganesh gennady georgy gerardo gernot gerry gethin giacomo gianluca gianni gilberto gilles giorgio giorgos gleb glen gopal
goran gorka gottfried gregoire gregor grzegorz gunnar gwilym gyorgy haider halvor hamza hartmut heiko heiner helge henning hershel herve herwig
hinnerk hisham horace hryhoriy hywel iain ichiro idris ignacio ignat ihor iker ilyas imran ingolf inigo innokenty irfan irvin ismael istvan iulian
jabu jakub jamal jan-erik janez janos janusz jaroslav jaroslaw jeffery jeremie jerzy jibril jiri jochen jon jorg josiah jovan jozef junichiro kamal
karl-heinz karsten kasper kazimierz kazuo kemal khalil kieran kilian klemens knut kofi korbinian kostas krzysztof kwame kwasi lachlan ladislav larry
lasse laszlo leandro leif leland lenny leo lionel loic lonnie lorenz lorne lubomir luca lucien ludger luigi lukasz lutz maciej mads magnus mahesh
majid makar malte manny manoj marc-antoine marcin marek marius mariusz marlon marty masao massimo matej mathieu matteo matthieu matvey mauricio
maurizio maxime meinhard micah michal mihai mikel mikkel miklos milan milos miron miroslav monty mukesh murat murdo mykhailo mykola myron narendra
naresh nasser nathanael nawaz neal nenad nestor niall nikolay nikos nitin octavio oisin olaf oleh oleksiy ollie olusegun ondrej orhan orville osman
osvaldo oswald ottmar ovidiu ozgur padraig panagiotis paolo patricio pavlo pawel pete petro pietro piotr pradeep prakash predrag radek radu raffaele
rahul rainer rajesh rajiv rakesh ramesh rashid rasmus reggie reiner renato rhett rhodri rickey ricky roderick rodolfo rogelio rohit rolando ronny
rostislav ruben rudiger ruprecht sachin saeed salvatore sami samir sandeep sandor sandro savely seamus sebastien selim serge sergiy serhiy serkan
shahid shane shashi shaun sheldon shigeru shinzo sigurd silvestre silvio sipho slobodan soren stan stanislaw stavros stefano steffen stepan stephan
stewart stjepan suleyman sunil suresh sverre swen sylvain sylvester tamas tariq taro tayyip terence terrance thabo thaddeus themba theo theophile
thibault thibaut thilo thorsten tilo timo timofey tobiah toby tomasz tomislav tommaso tommy toshio traian tristan troy trygve tyrone ugo ulises
umberto unai usman vaclav valery vasily vassilis vasyl vern vicente vijay vikram vincenzo vinod vitaly vittorio vivek vlad vladlen vojtech volker
volkmar volodymyr vsevolod waldo waleed walid wally waqar wendelin wendell wilfred wilfredo wilfried willi winfried wojciech wolf-dieter wolfram
xabier yannick yannis yasser yegor yevgeny yoshihide younis yuriy zachariah zack zaid zakhar zayd zbigniew zdenek ziad zoltan zoran zvonimir
aamir aarav aarne aayan abdallah abdelali abdelaziz abdelhadi abdelhak abdelhakim abdelhamid abdeljalil abdelkader abdelkarim abdelkhalek abdelkrim
abdellah abdellatif abdelmajid abdelmoula abdelouahed abdelrahman abderrahim abderrahman abderrahmane abdeslam abdessamad abdi abdou abdoul
abdoulaye abdulkadir abdulla abelardo abid ablaye abou aboubacar abram abubakar achraf adan adebayo adeel adel adem adham adil adnan adnane adolfo
adonai adonay adriaan adriano adriel afif afonso agapito agostino agustin aharon ahmad ahsan aidan aiden aiman aivars ajay akram alam alassane alban
albi albin aldo alec aleks aleksandar aleksander aleksandr aleksei alen alesandro alessandro alessio alexandr alexandro alexandru alfons alfonso
alfredo algirdas alif aliou alioune almir alper alphonse altin alvin alwin amadeo amadeus amadou amando amaro amedeo amer americo amilcar amjad
ammar amr anass anastasio andoni andrey andris andrius anes angelo anibal aniceto anis anouar ansar anselmo antolin antoni antonino antti anuar
aomar araf aram arash arben arber ardit arham ari arif arion aris arjan arlind armaan arman armen arnaldo aron arsen arsenio arshad artur arvo
arvydas asad asbjorn ashot ashraf asim askar assane atanas atif augustin augusto aurel aureliano aurelio ayaan ayan aylan ayman aymane aymen ayodele
ayoub ayrton ayub azael azamat azeddine azhar azzeddine babacar bachir bader badr bahram bakari bakary bakyt baldomero balint balla bara bartolome
bartolomeo bartosz basilio bassirou bastian bautista behrouz bekim bekzat belal bence benedetto benicio benigno benito bernabe bernardo bert bertram
biagio bjarni blaise blas bolat bongani bonifacio borislav boubacar bouchaib boureima boyko brahim braian bram brayan brendon burak burhan caleb
calogero camillo camilo candido carlo carmelo casimiro cassio cayetano cecilio celestin celestino celso cem cengiz cesario chadi chinedu christos
cipriano ciro claudio clemente constantin constantino cornelio cornelis cornelius cosimo cosme cosmin cosmo costel cristian cristiano cristobal
cristofer cristopher daisuke damiano damir danie daniil danilo daniyar danny daoud daren dariel darius dariush daryl davi davide dawid dayron dejan
delio demba demetrio demian dennys denys dereck desiderio dilan dimas dimitar dimitrios dinesh dino diogo dionisio djibril djiby dogan domenico
donato dramane drilon driss duarte dumitru dusan ebo eder edgard edgardo edin edmond edmundo edoardo edouard edson eero efrem efren ehsan eidan
eiden einar eirik eithan eladio eleazar eliel eliezer eligio elija elio elion eliseo elmedin elmo eloy elpidio elroy elton elvin elwin elyas emin
emran endi enes enis ennio enoc enrico eoghan erasmo erick erion ermal erol eron erwin esteban estevan eugen eugenio eusebio evaristo eyad eydan
eyden ezequiel ezio fabiano fabricio fabrizio fadi fahad fahd fahim faizan fallou farai fares farhad farhan farid faris farouk faustino fausto
faysal federico feliciano femi fermin fernand fidel filiberto filip filipe filippo flaviano flavio florencio florent florentino fortunato francesco
freddy frederik fredi fredy fuad fynn gabryel gaetano gaspard gaspare gaston gavino geert geir genaro gennaro georgios geraldo gergely gert gevorg
ghassan gheorghe giancarlo gianfranco gianmarco gideon gijs gildas gino gintaras giovanny giuliano giulio goncalo gregorio gudmundur guglielmo guido
guilherme guntis gurpreet gyula haakon haitam hamed hamidou hammad hannes haron haroon haroun harouna harun haruto hassane hatim haytam haytham
heikki helder helio hendrick hendrik hennie henrick henrique henryk herminio hernan hernando hicham hilario horacio hossam hossein houssam hovik
hristo huey huib humberto hyacinthe iban ibrahima idriss idrissa ihab ikenna ilan ilario ildefonso ilian ilias iliass ilie iliya ilmari ilyass imad
imanol imants immanuel imrane inaki inocencio ioan ioannis ionel ionut irakli isaak isai isaia isaias isam ishak ishaq isidoro isidro iskander issa
issam italo ivar ivaylo iwan iyad iyan izaak izan jaafar jaap jabir jacek jacinto jacopo jad jair jairo jakaya jalal jalil jamil jannik jari jarno
jasin jasur javed jawad jeferson jelle jeremi jeremias jeroen jeronimo jiho joao joaquim jona jonatan jonny joost joram jordi jordy joren jorgen
joselito josua jozsef juhani jukka junaid juris justino justo justus kadir kalevi kamel kamil kamran kanat karas karel karim kariuki karoly karthik
kashif kasimir kaveh kenai kenan kenny kenta kerem kestutis kevan khalid killian kimani kipchoge kiprop kiril klaas kobus koen kojo konstantinos
krasimir krishnan kristian kristof krystian kudzai kwabena kwaku kylian ladislao lahcen lamberto lamin lamine lansana larbi laureano laurentiu lauro
lautaro layachi lazaro lennart leonel leopoldo levan lhoussaine liborio linus lisandro liviu lodewijk loris lucca lucian luciano lucius luiz luka
luken lungelo luqman maarten mael mahamadou mahir mahmoud mahmud maikel majd maksym mamadou mamady mamoudou mamuka mandla manolo manu marcelino
marcello marcellus marcelo marcial marcio margus markel markku marouan marouane martino martyn marwan marwane massimiliano matei mateo mateus
mateusz matheo matheus mathew matias mats matti mattia mattias mauro maximiliano maximino maykel mazen mbaye mehdi mehrdad melchor menno metin
micael micheal mihail mikael miles mindaugas minjun miquel mircea mirco mirko misael mitchel moaad moad modou mohamad mohamadou mohamed mohsin
moises monir morad moris mose moshe mostafa mouad mouhamadou mouhamed mounir mourad moussa moustafa moustapha mthunzi muhamed muhammed munir munther
munyaradzi murad mussa mustapha mutua nabil nadeem naeem naftali nahuel naim najib narciso nasim nasir nassim natan natanael naveed nazario ndiaga
neri nezar nicanor niccolo nickolas nico nicolae nicolai nicolo nidal niel nikhil niklas niko nikolaos nikolas nikoloz nizar njoroge nkosana nnamdi
noam noe noman norberto noureddine nuno nunzio nursultan obinna ochieng octavian octavius odhiambo olafur ole olmo oluwaseun omer onur ossama
oswaldo otabek otavio othman otman ottavio oualid oumar ousama ousman ousmane oussama ousseynou ovidio oystein ozan paco pasquale patric patrik
patryk paulino pekka petar petru piero pieter pim pio placido plamen porfirio priit qasim rachid radouane rafiq rafiqul raghav raimundo rajko rami
ramiro randal raoul rauno ravi rayan rayane raymon rayyan razvan reda rehan reinaldo reinier remigio remy renaldo renzo reuven reynaldo reynold reza
riaan rian riccardo ricco richie rikard rimantas rinaldo risto riyad riyadh rizwan robby rocco roel rolan romain romualdo ronaldo rosendo rudi
rudolph rufino ruggero ruggiero rui rutger ruud saad sabino sabir sabri sadik safwan sahil saif saimon sajeeb sajid sajjad salaheddine salif saliou
salvator samer samuele samy sander santi santino santo saturnino saulius saverio savio sebastiano segun sekou semir seppo serafin sergey severin
severino seydou shayan sherzod shimon shota siamak sidy siebe sigmund sigurdur silvano silverio silvino siraj siro sizwe sjoerd snorri sofian
sofiane sohaib sohail sorin soufian soufiane souhail souleymane stijn stoyan sulaiman sulayman suleiman suleman sungho suren szabolcs tadeo taha
tahir takeshi talha tanguy tapani tapiwa tarek tarik tarmo tatenda tayfun tendai tengiz teo teodor teodoro terje teun thiago thierno thijs tiago
tibor tidiane tielman tigran timmy timoteo tino tiziano tjeerd tobia toivo tolga toomas torbjorn tunde ubaldo ufuk umair umar urbano urho uriel
urmas usama uthman vahagn vakhtang valdis valentino valeriano valerio vasco vasile vegard veikko venancio venkat vic victoriano victorino victorio
viggo vilmos vinicio vinicius vinny virgilio vishal vito vitor volkan vusi vytautas wael waldemar waseem wasim wassim wessel wilbert willem willian
willy wim wladimir wouter xan xander xavi yaakoub yacouba yago yahia yahya yair yanis yann yaser yasin yasir yassin yassine yassir yazid yerlan yoel
yonatan yonathan yordan yosef yossef youcef younes youness youngsoo yousef youssef youssouf yusef yussef yuvraj zacarias zahid zakariya zaza zeeshan
zenon zhivko ziyad zohair zsolt zubair zulfikar zurab
`

const women = `
angharad aoibhinn attracta blathnaid bridin catrin clodagh dervla eimear eithne eleri muireann nia perpetua seren sorcha una
abigail ada adele adriana agatha agnes alexandra alice alicia alina aline alison amalia amanda amelia amy ana anastasia angela angelika anita anja ann anna anne annegret annette
annie antonia ariane arina astrid audrey barbara beate beatrice beatriz beatrix berta beth bettina betty birgit brenda bridget brigitte britta camila camilla carla carmen carol caroline catalina catherine
cecilia celia charlotte chantal cheryl chloe christa christiane christina christine cindy claire clara claudia condoleezza constance consuelo corinne cornelia cristina cynthia dagmar daniela
daria deborah debra delphine denise diana diane dolores donna dora doris dorothea dorothy edith eileen ekaterina elena eleanor elfriede elif elisabeth elise eliza elizabeth ella ellen elsa elvira emilia
emily emma erica erika erin estela esther eugenia eva evelyn fatima fatma federica felicia fernanda fiona flora florence franziska frauke frederique frida gabriela galina geneviève gerda germaine
gertrude gina gisela gloria grace greta gudrun hanna hannah hannelore heather heidi heike helen helena helene helga henrietta hilary hilda hildegard hillary ida ilse inga inge ingrid ines ina irene
irina iris isabel isabella isabelle ivanka jackie jacqueline jana jane janet janice jeanne jennifer jenny jessica jill joanna johanna josephine joyce juana judith judy julia juliana julie juliet karin karina
karla katarina kate katherine kathleen kathryn katja katrin katy kayla kellyanne kerstin kirsten klara kristin kristina larisa laura lauren lea leila lena leonie leticia lidia lilia lillian linda lisa liz lois loretta
lorraine louise lucia lucie lucy luisa lydia lyudmila madeleine madeline magdalena maike maite manuela marcia margaret margarita margarethe margot maria mariana marianne marie marina marion marisa marjorie marta martha
martina mary mathilde matilda maureen maya megan melanie melissa mercedes meredith mia michaela michelle miriam molly monica monika monique nadezhda nadia nadine nancy naomi natalia natalie natasha
nicole nina nora norma odile olga olivia oxana pamela patricia paula pauline penelope petra philippa pilar polina priscilla rachel ramona rebecca regina renata renate rita roberta rosa rosalind rosario rose rosemary roxana ruth
sabine sabrina sally samantha sandra sara sarah sharon sheila shirley sibylle sigrid silke silvia sofia sonia sonja sophia sophie stella stephanie susan susana susanna susanne suzanne svetlana svenja sybille sylvia sylvie
tamara tanya tatiana teresa thelma theresa therese tina tracy ulla ulrike ursula ute valentina valerie vanessa vera verena veronica veronika victoria viktoria violeta virginia vivian wanda wendy wilma
mira petra marta lena greta ines ida mina nora olga rhea ruth louise sana celia dana minyon malkia loretta tammy tiffany tonya trudy ursula vicky wilhelmina winifred yasmin zelda adelaide agatha alma amber annabel april ariana bernadette bianca blanche bonnie bridget candice carly cassandra charlene cleo colleen corinna daisy danielle darlene debbie delia della donna dorothea edna effie ellie eloise elsie enid estelle ethel etta eve faith faye fern fran freda gail georgina gertie gillian ginger gladys glenda gwen gwendolyn harriet hattie hazel hester hilda hope ingeborg iona isla ivy jacquelyn janine jasmine jemima jodie josie kara katharine katya kendra kirsty krystal lara lenore lila lois lola lorna lucille lucinda luna mabel mae maisie mallory mamie mara marcela margery marguerite marianna maribel marilyn marla marlene mavis maxine melinda melissa mindy minnie miranda misty mona muriel myra myrtle nadja nanette nell nellie nettie noelle noreen odette opal ophelia patsy patty pearl peggy phoebe phyllis polly prudence rhoda rhonda roberta rosanna roseanne rosie roslyn rowena ruby sadie savannah selena shelley sherri sherry sheryl sondra sue sybil tabitha tanja tara tess tessa theodora tina trisha vera verna vicki viola wilhelmine wilma winnie yekaterina yelena yolanda yulia yvette yvonne zainab zoe zoya
abbie adaeze adela adeline adrienne agathe agnes-maria agnieszka agota aicha aileen ailsa aimee ainhoa aisha akiko alana alba alejandra aleksandra
alena alessandra alessia alevtina alexa alexis-ann alicja allison alma-rosa almut alyona alyssa alzbeta amandine amara amelie amina amparo ana-maria
anais andrea-marie angelica angelina angie anika aniko anjali annabelle annabeth annalisa annalise anne-laure anne-marie annick annika annmarie antje
antoinette antonella antonina anzhela aoife apolline araceli arlene armelle ashlee aslaug astri asya aubrey-ann aude augusta aurelie aurore axelle
ayesha aylin ayse aysegul babette beata begona benedicte berengere berenice bernice bertha bess bessie beulah billie-jean birthe blanca blanka
bobbie-jo bodil boglarka bozena breanna briana brianna britney britt brittany bronagh bronwen bruna caitlin candace caoimhe capucine carlene carlotta
carola carole carolin carolyn carrie carys cathleen cathy catriona cecile cecily celine cerys cherie chiara chioma christel christl christy ciara
cinzia clarissa clarisse claudette claudine clemence clementine clotilde colette concetta cora coralie cordelia cordula corina corrine cosima costanza
courtney-ann cristobalina csilla dana-maria danuta daphne darina darla darya deanna deb debbi deepika deirdre delyth desiree diann dianna dianne dilek
dinah divya dominica dominique-anne donatella dorcas doreen dorene dorian-ann dorit dorle dorota dorottya dorthe dottie earlene ebba ebru edda
edeltraud edit edurne edwige edwina eilidh eirlys elaine elea eleanora elena-maria eleonora elfi eliane elisa elisabetta elisha-ann eliska elissa elke
elodie elsbeth else elva elzbieta emanuela emese emiko emine emmanuelle emmeline erna erzsebet esmeralda estefania estella eszter eugenie
eulalia eunice eva-maria evangeline evdokia evelin evgenia ewa fabienne fannie farah fatemeh faustine fawzia felicidad felicitas ffion filomena
fionnuala fiorella flavie florencia folake frances francesca francine francisca francoise franka freja frieda friederike funmilayo gabriella gaelle
gayle genevieve georgette geraldine gesa gesine ghislaine giada gianna gilda ginny giorgia giovanna giselle giulia giuliana giuseppina glenna goldie
graciela grainne graziella grazyna greta-ann gretchen gry gudula guinevere gul gulsen gunilla guri gwenllian gwyneth gyongyi halima halina halyna
hanako hanan hannah-lena haruka hatice hedda hedvig hedwig hege heide heidemarie heidrun helle helma heloise henriette hertha hettie hiba hilde
hiltrud hollie honorine hortensia huguette hulda ilaria ildiko ilona imelda imke imogen indira inessa inez inger ingvild ioana irma irmgard iryna
isadora isolde itziar iwona jackie-ann jaclyn jadwiga jamila janelle janette janina janis jarmila jaroslava jasmin jayne jeanette jeanie
jeannette jeannie jeannine jennie jillian jimena jitka joann joanne jocelyne johanne jolanta jolene jorunn josefa josefina josette josiane
juana-maria juanita judi judit julieta justine justyna jutta jytte kaitlin kaitlyn kaja kajsa kamila karolina karoline katalin katarzyna katelyn
katerina katharina kathie kathrin kathy katie katrina kavita kaye keiko keira khadija kiera kinga kirsti kirstin klavdia krista kristen kristi
kristiane kristie kristine krisztina krystyna ksenia kveta laetitia lakshmi lamia latifa latoya laure laurel laurie layla leann leanne leire lene
lenka lenora leona leonor leonora lesya leta letitia letizia lettie leyla libby libuse lidiya lieselotte liliana liliane lillie lily linda-ann lindiwe
lindsey-ann linnea lisbeth lise liselotte liza lizzie loredana lorella lorena lorene lori lotta lotte lotti lottie louella lubna luciana lucienne
lucretia ludivine ludmila ludovica luella luise lupe lydie lynda lynette lynn-marie lynne lyuba lyubov mable madelyn madge madhuri maelle maeve
mafalda magali magda magdolna maggie maha mairead mairi maja malala malgorzata mandy manon marcella marci marcie marcy mareike margarete margaux
margie margit margo margret mariah mariam mariangela maribeth maricarmen marie-claude marie-france marie-helene marielle marieluise marietta marisol
marissa marit mariya marketa marlies marsha maryam maryana maryann maryanne maryse marzena mathilda matilde mattie maud maude mechthild meena meera
meike melba melina melisa meral merle-ann merve meryl mette micaela michela michiko mihaela milada mildred milena millicent millie mireille
mirela mirella miren mirjam miroslava miroslawa mitzi moira mollie monserrat morag morgana myriam myrna nadege nadya naima najla nanna naoko nataliya
natalya nathalie nawal neha nele nerys ngozi niamh nicoletta nicolette nikki nirmala nkechi noelia noemi nokuthula nomvula nonna noor-jahan norah
noriko nour-eddine nova-lee nuala nuria nurten oceane octavia oksana ola-mae olalla olena olesya oonagh ophelie orla ornella orsolya ottavia ozlem
padma paloma paola pascale patrizia patti pattie paulette pearlie pernille perrine philomena piera pinar piroska pooja portia praskovya pratibha
priya priyanka queenie quinn-marie radha radka raffaella ragna ragnhild raisa raluca ramona-lee rania raquel rasha raymonde rebekka regine reinhild
reka rekha rhian rhiannon rimma rochelle rocio roisin romy ronda ronja rosalia rosalie rosalyn rosanne roseann roselyne rosemarie rosetta rossella
roswitha rotraud roxanne ruthie ruzena sabah sabina sachiko safiya sallie salma salome samia samira sandrine sanna saoirse sarah-lena sarka saskia
savita sawsan segolene selin serena severine shaima shari sharron shauna shawna sheena shelley-ann shelly-ann sheri sherrie shirin shobha shona sian
sibel sieglinde signe sigrun silja silvana simona simonetta sina sinead siobhan smriti sofya solange soledad solveig sonal sonsoles sophronia staci
stacie stefania steffi stephany suad sumaya summer-lee sunita susannah sushma susie suzanna suzette swantje swati sylviane synnove szilvia tabatha
tabea taisia tamika tania tanisha tansu tatum-lee tatyana teresita tereza thandi thea theda tilda tillie timea tiziana tomoko tove traudl trine trish
trixie trude turid twila uliana ulrika ulyana undine urszula uta valeria vandana varvara vasilisa velma venus-lee veronique vickie vigdis viorica
virginie vittoria viviane vivien vivienne vlasta waltraud wangari wanjiku wenche wendi wiebke wieslawa wilda ximena yasmine yelizaveta yetunde
yevgenia ylva yoko yuko yuliya yuriko yusra zahra zaida zanele zara zaynab zdenka zehra zeinab zeynep zinaida zofia zsofia zsuzsa zsuzsanna zuzana
zuzanna
abby abena abida abigael abrar achieng adaya adelaida adelia adelina adina adrianna adwoa afaf afia afnan afra afua agata agneta agostina agustina
ahlam aia aida aidee aigul aila ailyn aina ainara aino aisa aisling aissata aissatou aitana aiza aizhan ajla akinyi akosua alaia alaine alanna
albertina albina aleena aleida alesia alexandrina alfonsina alia alicya alida alisa alisea alisha alisia alissa alissia alisson alla allegra allyson
alona altea alysia alyson alyssia amada amaia amaya ambar amela aminata amira amra anabel anabela anabella anahi anahit analia anamaria anastacia
anastasiya anaya andreana andreea andreia andreina anesa anette angele angelita ania anica aniela anila anisa anisha anisia anissa anjana anke
annabella annalia annamaria anneke anneli annelie annelies anneliese annelise annemarie anni annia anny anouk anselma anthea antonela antonietta anu
anya apollonia apolonia aqsa arantxa arantza ariadna arianna arianne ariela arisha arlette arlinda arminda arwa arwen arya asha asiya asja asli
asmaa asmae assia assil assiya astou atena athanasia atieno atika audrone augustina auma aurea aurelia auria ava avelina awa ayako ayat ayla aylen
aymara aysha azadeh aziza azra azucena basilia basma bassma batoul bayan belinda belkis bella benazir benedetta benedicta benicia benita bianka
bibiana biljana binta bintou birgitta bouchra brigida brigitta bukola bushra busisiwe candelaria caridad carlota carmela carmelina carmelita
carmella carmina casandra cataleya catarina caterina catia celeste celestina celina chahd chaima chaimaa chaimae charleen charlize chenoa chiamaka
christelle christiana christianne cinthia cinthya cintia clarice clarita clementina cloe conceicao constanza corine coumba cristel cristiana crystel
cyntia dace dafne daiana daiva dalal dalia dalila damaris damiana danae dania daniella danila danna dariana davida davina dayana dayanna debora
delfina delicia demi denia denisa denyse desideria deva devora diandra dina dinara dione dionne divina djeneba doaa domenica dominga dominika donata
donia donika doriana dorina dorita dorotea douaa dounia dulce dunia ecaterina edita eduarda efua egle eila eimy elba elda elektra elen elene eleni
eleonor eleonore eliana elicia elida elidia elina elinor elisabel elisabet elisabeta elisea elizabet elizaveta elize elly elmedina elna elodia
eloisa elona elora elvia elza ema emelina emely emiliana emilie emina emmanuela emy encarnacion enola enrica enya enza erina ermelinda ernesta
ernestina erza eshaal esma esmee esperanza esraa estera estrella eunji evangelina evelia evelina eveline evelyne evi evita fabia fabiola fabrizia
fadwa faiza farida farzana fatema fatimata fatou fatoumata fatumata fausta faustina feliciana felicita felipa felisa femke filippa firdaous firdaws
flavia floriana florina florinda folasade fouzia franca freya funke gaetana galia gayane genoveva georgiana gerarda germana ghita giana ginevra
gioia giovana gisele gisella giulietta gladis golnaz gordana graca gracia graciana grazia greet gregoria gretel griet griselda gulnara habiba hadia
hafida hafsa hajar hala hamida hana hanaa hanae hanane hanin harleen hasna hawa hayat haydee hayley heba heidy heleen hermine hidaya hina hoda houda
huda iara ibtisam ibtissam ifeoma ikhlas ikrame ilana ilda ileana ilena ilenia iliana ilonka ilze imane imma inara inas inass inaya inese insaf
inssaf iolanda iqra iria isabela isaura isidora isra israa israe itzel iulia iuliana ivana ivanna ivette ivone ivonne izabela jacinta janat janira
janna jannat jannie janny jaqueline jara jasleen jasmeen jasmina jeanine jeanny jelena jenifer jeniffer jenniffer jennyfer jesica jessika jezabel
jiaqi jiayi jihane jiyoung joana joella joelle johana johara jolanda jolie josefine jovana juliane julietta juliette jurga justina kadiatou kadija
kadri kaisa kamala kaoutar karima karine karyn kassandra katerine kati katia kawtar kawthar kaylee kayleigh keila kenia kenza keren kesia ketevan
keyla keyra khadidja khady khaoula khawla khloe kholoud kiara kimberly kira klarissa klaudia klea kloe komal kora kornelia kristal kristel krystel
kyara kyra laia laiba laila lala lamis lamya lana larissa larysa laureen lauretta lavinia layan leah leana leandra leena leia lejla leonarda lianne
lida lidya lieve liga lili lilit liliya lilli lina lincy lisandra lisanne lisette lissa livia lizbeth lizzy ljiljana lobna loni lorelai lorenza
loreta loriana loubna louisa luana luci lucila lucilla lucina lucrecia lucrezia ludmilla luiza lusine luz lya lynsey maaike madalina maddalena maddi
maddie madiha madina madlyn maela maeva magaly maggy mahnaz mahnoor maika maila maimouna maira maisa maisha majda malaika malak malena malika manal
manana manar mandie manha manuella maram marcelina marciana margareta margherita mariama mariame mariami marieke mariel mariela mariella mariem
marieme mariette marija marijke marika marilena marilu marinela mariola mariska marita maritza mariyam mariyana marjatta marleen marlen marlyn
maroua marthe martine marwa maryan maryem maryna marysol masha matea mattea maura mauricia mayar mayla mayra maysa mayte meenakshi meghan melani
melania melany melek melita melodi melodie menna meri meriam meriem mery meryam meryem michelina mieke mikaela mikela mila milagro milagros milana
miley milica milla minji minna mirian miriana mirka mirna mirta mirtha miryam modesta morena mouna muntaha muskan nabila nadina nadira nadiya naia
naiara najat najia najma najwa narjis nasira nasreen nasrin nastasia natacha natali natalina nataly natascha nathalia nathaly natia natividad naya
nayara nayeli nayla nayma nayra nazia ndeye neila nela neli nelia nelida nelli nelly nely nerea nesrine nezha nicolasa nicoleta nicolina nicolle
nidia nieves nihad nikole nikolina nilda nino nisrin nisrine njeri noela noella noemy nohaila nomsa nosipho nouhaila noura ntombi nurcan
nyambura nyasha odalys odilia ofelia olimpia omaima omayma omnia oriana otilia oumaima oumou paivi paolina parvaneh paulina perla piedad pirkko
preciosa prisca priscila rabab rabia rachele rachelle rachida radhika rafaela rahaf rahima rahma raihana raissa rakel ramata ramatoulaye randa ranya
rawan rayhana razan rebeca rebeka rehana remedios renesmee reyna rihab riham rihana riitta ritaj rodaina roeya rokhaya romana romi romina rosalba
rosaleen rosalina rosalinda rosana rosangela rosaria rosella rosina rossana rozalia rubina rudo rufina ruta rutendo saadia sabiha sabrin sabrine
sadia safa safaa safae safia safira sahar sahra saima saira saja sakina sakura saliha salima salimata saltanat salwa samah samanta samiha samina
samra samya samyra sanae sania sanne santina saphira sarai saray sarita sarra savina scarlett sefora seiko selenia selina serafina severina sevgi
seynabou shahd shaila shakira shamira shandra shanel shayla shazia sheyla shreya sidra siena sigridur siham simran sindi sira siria sirin sirine
sirpa snezana sobia sofie sofija sofiya sokaina sokhna somaya sonya soraya sorina souad soukaina soyeon stefani stefanie stefany stephania sukaina
sunhee sunniva suzana suzy sylvana tabata tabita tahira talia talita talitha tamar tamira tariro tarja tasnim tatjana tecla teodora terrie tessie
thais thandiwe theresia tineke tomasa tonia triana triin tullia tuula valentyna vanesa vania vanya vesna viktorija vilma vincenza violetta violette
vitoria viviana wafa wambui wanjiru warda wiam widad wijdane wiktoria willa wisal wissal xaviera xena xenia xinyi xiomara yaa yamila yamile yamina
yamna yanina yanira yara yasemin yasmina yassmin yassmine ylenia yoana yoanna yohana yohanna yosra yousra youssra yovana ysabel yuliana zahara
zahira zaineb zaira zakia zarah zayra zhanar zina zinab zineb zita ziva zlata zodwa zohra zora zulma
`
