package feeds

import (
	"strings"
	"time"
)

// months are names of months as feeds and pages write them, in lower case,
// whole and abbreviated, in the languages that news comes in.
var months = readMonths(`
jan january janvier janv januar jänner jän enero ene gennaio gen janeiro januari января январь янв styczeń stycznia sty leden ledna led ocak oca január januára tammikuu tammikuuta січня січ ianuarie ian ιανουαρίου ιαν
feb february février févr fév fevrier februar febrero febbraio fevereiro fev februari февраля февраль фев lutego luty lut únor února úno şubat şub február februára helmikuu helmikuuta лютого лют februarie φεβρουαρίου φεβ
mar march mars märz mär maerz marzo março maart mrt марта март мар marca marzec březen března bře mart marec maaliskuu maaliskuuta березня бер martie mrz μαρτίου μαρ març
apr april avril avr abril abr aprile апреля апрель апр kwietnia kwiecień kwi duben dubna dub nisan nis apríl apríla huhtikuu huhtikuuta квітня кві aprilie απριλίου απρ
may mai mayo maggio mag maio mei мая май maja maj květen května kvě mayıs máj mája toukokuu toukokuuta травня тра μαΐου
jun june juin juni junio giugno giu junho июня июнь июн czerwca czerwiec cze červen června čvn haziran haz jún júna kesäkuu kesäkuuta червня чер iunie iun ιουνίου ιουν
jul july juillet juil juli julio luglio lug julho июля июль июл lipca lipiec lip červenec července čvc temmuz tem júl júla heinäkuu heinäkuuta липня лип iulie iul ιουλίου ιουλ
aug august août aout agosto ago augustus августа август авг sierpnia sierpień sie srpen srpna srp ağustos ağu elokuu elokuuta серпня сер augusti αυγούστου αυγ agost
sep sept september septembre septiembre setiembre settembre set setembro сентября сентябрь сен сент września wrzesień wrz září zář eylül eyl septembra syyskuu syyskuuta вересня вер septembrie σεπτεμβρίου σεπ setembre
oct october octobre okt oktober octubre ottobre ott outubro out октября октябрь окт października październik paź říjen října říj ekim eki október októbra lokakuu lokakuuta жовтня жов octombrie οκτωβρίου οκτ
nov november novembre noviembre novembro ноября ноябрь ноя нояб listopada listopad lis kasım kas novembra marraskuu marraskuuta листопада лис noiembrie νοεμβρίου νοε
dec december décembre déc decembre dezember dez diciembre dic dicembre dezembro декабря декабрь дек grudnia grudzień gru prosinec prosince pro aralık ara decembra joulukuu joulukuuta грудня гру decembrie δεκεμβρίου δεκ desembre desember des`)

// readMonths reads one line a month. Listopad is November in Polish and Czech
// and October in Croatian; the first, larger, two have it.
func readMonths(table string) map[string]time.Month {
	out := map[string]time.Month{}
	for i, line := range strings.Split(strings.TrimSpace(table), "\n") {
		for _, name := range strings.Fields(line) {
			out[name] = time.Month(i + 1)
		}
	}
	return out
}

// zones are the abbreviations that mean one zone wherever news is written, in
// seconds east of Greenwich. Those that mean several (AST, CDT in Cuba) are
// read as RFC 822 or the larger public does; the rest count as unknown.
var zones = map[string]int{
	"Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0,
	"EST": -5 * 3600, "EDT": -4 * 3600, "CST": -6 * 3600, "CDT": -5 * 3600,
	"MST": -7 * 3600, "MDT": -6 * 3600, "PST": -8 * 3600, "PDT": -7 * 3600,
	"AKST": -9 * 3600, "AKDT": -8 * 3600, "HST": -10 * 3600, "AST": -4 * 3600, "ADT": -3 * 3600,
	"NST": -12600, "NDT": -9000, "BRT": -3 * 3600, "ART": -3 * 3600, "CLT": -4 * 3600,
	"WEST": 3600, "BST": 3600, "CET": 3600, "MET": 3600, "MEZ": 3600, "WAT": 3600,
	"CEST": 7200, "MEST": 7200, "MESZ": 7200, "EET": 7200, "SAST": 7200, "CAT": 7200,
	"EEST": 3 * 3600, "MSK": 3 * 3600, "EAT": 3 * 3600, "TRT": 3 * 3600, "MSD": 4 * 3600, "IRST": 12600, "GST": 4 * 3600,
	"PKT": 5 * 3600, "IST": 19800, "NPT": 20700, "WIB": 7 * 3600, "ICT": 7 * 3600,
	"HKT": 8 * 3600, "SGT": 8 * 3600, "AWST": 8 * 3600, "PHT": 8 * 3600, "MYT": 8 * 3600,
	"JST": 9 * 3600, "KST": 9 * 3600, "ACST": 34200, "ACDT": 37800, "AEST": 10 * 3600, "AEDT": 11 * 3600,
	"NZST": 12 * 3600, "NZDT": 13 * 3600,
}
