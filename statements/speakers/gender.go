package speakers

import "strings"

// Gender gives 'm' or 'f' for a given name that is nearly always one of the
// two, and 0 for every other. Any spelling will do.
func Gender(given string) byte {
	w := latin(given)
	if g, ok := givenNames[w]; ok {
		return g
	}
	return givenNames[spell(w)]
}

// givenNames are common ones of the languages that are read, from public
// lists; names that both men and women bear are left out on purpose.
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
	return out
}()

const men = `
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
`

const women = `
abigail ada adele adriana agatha agnes alexandra alice alicia alina aline alison amalia amanda amelia amy ana anastasia andrea angela angelika anita anja ann anna anne annegret annette
annie antonia ariane arina astrid audrey barbara beate beatrice beatriz beatrix berta beth bettina betty birgit brenda bridget brigitte britta camila camilla carla carmen carol caroline catalina catherine
cecilia celia charlotte chantal cheryl chloe christa christiane christina christine cindy claire clara claudia condoleezza constance consuelo corinne cornelia cristina cynthia dagmar daniela
daria deborah debra delphine denise diana diane dolores donna dora doris dorothea dorothy edith eileen ekaterina elena eleanor elfriede elif elisabeth elise eliza elizabeth ella ellen elsa elvira emilia
emily emma erica erika erin estela esther eugenia eva evelyn fatima fatma federica felicia fernanda fiona flora florence franziska frauke frederique frida gabriela gabriele galina geneviève gerda germaine
gertrude gina gisela gloria grace greta gudrun hanna hannah hannelore heather heidi heike helen helena helene helga henrietta hilary hilda hildegard hillary ida ilse inga inge ingrid ines ina irene
irina iris isabel isabella isabelle ivanka jackie jacqueline jana jane janet janice jeanne jennifer jenny jessica jill joan joanna johanna josephine joyce juana judith judy julia juliana julie juliet karen karin karina
karla katarina kate katherine kathleen kathryn katja katrin katy kayla kellyanne kerstin kirsten klara kristin kristina larisa laura lauren lea leila lena leonie leticia lidia lilia lillian linda lisa liz lois loretta
lorraine louise lucia lucie lucy luisa lydia lyudmila madeleine madeline magdalena maike maite manuela marcia margaret margarita margarethe margot maria mariana marianne marie marina marion marisa marjorie marta martha
martina mary mathilde matilda maureen maya megan melanie melissa mercedes meredith mia michaela michelle miriam molly monica monika monique nadezhda nadia nadine nancy naomi natalia natalie natasha
nicole nina nora norma odile olga olivia oxana pamela patricia paula pauline penelope petra philippa pilar polina priscilla rachel ramona rebecca regina renata renate rita roberta rosa rosalind rosario rose rosemary roxana ruth
sabine sabrina sally samantha sandra sara sarah sharon sheila shirley sibylle sigrid silke silvia simone sofia sonia sonja sophia sophie stella stephanie susan susana susanna susanne suzanne svetlana svenja sybille sylvia sylvie
tamara tanya tatiana teresa thelma theresa therese tina tracy ulla ulrike ursula ute valentina valerie vanessa vera verena veronica veronika victoria viktoria violeta virginia vivian wanda wendy wilma
mira petra marta lena greta ines ida mina nora olga rhea ruth louise sana celia dana minyon malkia loretta tammy tiffany tonya trudy ursula vicky wilhelmina winifred yasmin zelda adelaide agatha alma amber annabel april ariana bernadette bianca blanche bonnie bridget candice carly cassandra charlene cleo colleen corinna daisy danielle darlene debbie delia della donna dorothea edna effie ellie eloise elsie enid estelle ethel etta eve faith faye fern fran freda gail georgina gertie gillian ginger gladys glenda gwen gwendolyn harriet hattie hazel hester hilda hope ingeborg iona isla ivy jacquelyn janine jasmine jemima jocelyn jodie josie kara katharine katya kendra kirsty krystal lara lenore lila lois lola lorna lucille lucinda luna mabel mae maisie mallory mamie mara marcela margery marguerite marianna maribel marilyn marla marlene mavis maxine melinda melissa mindy minnie miranda misty mona muriel myra myrtle nadja nanette nell nellie nettie nicola noelle noreen odette opal ophelia patsy patty pearl peggy phoebe phyllis polly prudence rhoda rhonda roberta rosanna roseanne rosie roslyn rowena ruby sadie savannah selena shelley sherri sherry sheryl sondra sue sybil tabitha tanja tara tess tessa theodora tina trisha vera verna vicki viola wilhelmine wilma winnie yekaterina yelena yolanda yulia yvette yvonne zainab zoe zoya
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
meike melba melina melisa meral merle-ann merve meryl mette micaela michela michele michiko mihaela milada mildred milena millicent millie mireille
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
`
