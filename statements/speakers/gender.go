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
`
