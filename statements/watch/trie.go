package watch

// trie holds terms as paths of words. The zero trie is empty.
type trie struct {
	words map[string]int32 // numbers of the words that occur in any term
	roots []int32          // by word: the node after it, 0 if no term begins so
	edges map[edge]int32
	ends  [][]int32 // by node: the terms that end there
}

type edge struct{ node, word int32 }

func newTrie() *trie {
	return &trie{words: map[string]int32{}, edges: map[edge]int32{}, ends: make([][]int32, 1)}
}

// add files term id under words.
func (t *trie) add(words []string, id int32) {
	node := int32(0)
	for i, w := range words {
		n, ok := t.words[w]
		if !ok {
			n = int32(len(t.words))
			t.words[w] = n
			t.roots = append(t.roots, 0)
		}
		next := &t.roots[n]
		if i > 0 {
			if e, ok := t.edges[edge{node, n}]; ok {
				node = e
				continue
			}
			next = new(int32)
		}
		if *next == 0 {
			*next = int32(len(t.ends))
			t.ends = append(t.ends, nil)
			if i > 0 {
				t.edges[edge{node, n}] = *next
			}
		}
		node = *next
	}
	if node != 0 {
		t.ends[node] = append(t.ends[node], id)
	}
}

// none is a word that no term has.
const none = int32(-1)

// word gives the number of w.
func (t *trie) word(w string) int32 {
	if n, ok := t.words[w]; ok {
		return n
	}
	return none
}

// walk calls yield for every term that begins at word i, with the word after
// its end. words are the text's words by number, joined those that a hyphen
// makes of a word and the next.
func (t *trie) walk(words, joined []int32, i int, yield func(term int32, end int)) {
	if n := words[i]; n != none && t.roots[n] != 0 {
		t.from(t.roots[n], words, joined, i+1, yield)
	}
	if n := joined[i]; n != none && t.roots[n] != 0 {
		t.from(t.roots[n], words, joined, i+2, yield)
	}
}

func (t *trie) from(node int32, words, joined []int32, i int, yield func(int32, int)) {
	for _, id := range t.ends[node] {
		yield(id, i)
	}
	if i >= len(words) {
		return
	}
	if n := words[i]; n != none {
		if next, ok := t.edges[edge{node, n}]; ok {
			t.from(next, words, joined, i+1, yield)
		}
	}
	if n := joined[i]; n != none {
		if next, ok := t.edges[edge{node, n}]; ok {
			t.from(next, words, joined, i+2, yield)
		}
	}
}
