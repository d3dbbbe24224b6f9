package speakers

import "strings"

// FamilyFirst reports whether a word is one of the most common family names of
// China, Korea and Vietnam, which stand before the given name there: a name
// that begins with it ends with a given name. What is also a given name or an
// everyday word elsewhere is left out. Any spelling will do.
func FamilyFirst(word string) bool { return familyNames[latin(word)] }

var familyNames = func() map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Fields(families) {
		out[n] = true
	}
	return out
}()

const families = `
wang zhang liu chen zhao huang zhou wu xu hu zhu gao guo luo liang zheng xie tang feng yu dong xiao cheng cao yuan deng shen zeng peng lu su jiang
cai ding wei xue ye pan du dai zhong tian fang shi yao liao zou xiong hao kong bai cui mao qiu qin hou shao meng wan duan qian qiao lai wen li
choi jeong yoon yun jang seo shin kwon hwang jeon yoo moon bae baek heo noh
nguyen tran pham hoang phan vu dang bui ngo duong
`
