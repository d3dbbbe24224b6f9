package ask

// longestTail is how many words a second question may have that adds nothing to
// look for: "and on what grounds", "and who said so".
const longestTail = 5

// tail drops the end of a question that asks for what every answer tells anyway,
// who said it, when and why: "who wants the pier closed, and on what grounds?"
func (q *question) tail() {
	for k := max(3, len(q.ws)-longestTail-1); k+1 < len(q.ws); k++ {
		if q.base(k) != "and" || !q.free(k, len(q.ws)) {
			continue
		}
		i, asks := k+1, false
		for ; i < len(q.ws) && q.is(i, "wh", "who", "stop", "aux", "ground"); i++ {
			asks = asks || q.is(i, "wh", "who")
		}
		if asks && i == len(q.ws) {
			q.mark(k, i, noise)
			return
		}
	}
}
