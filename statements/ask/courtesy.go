package ask

import "strings"

// longestPolite is how many words of courtesy may stand before what is asked.
const longestPolite = 25

// courtesy drops what is said for courtesy around a question: "thanks" at its end, a
// greeting that is a sentence of its own, a sentence on what the answer is for.
func (q *question) courtesy() {
	for i := range min(len(q.ws), longestPolite) {
		if n := q.any(i, "asks-whether"); n > 0 && i > 0 && q.free(i+n, i+n+3) {
			q.mark(0, i+n, noise)
			break
		}
	}
	for first := 0; first < len(q.ws); {
		end := first + 1
		for end < len(q.ws) && !strings.ContainsAny(q.ws[end].sep, ".!?") {
			end++
		}
		alone := first == 0 && end == len(q.ws)
		n := 0
		for i := first; i < end && n == i-first; i++ {
			if k := max(q.any(i, "opening"), q.any(i, "courtesy")); k > 0 {
				n, i = n+k, i+k-1
			}
		}
		if !alone && (first+n >= end || first > 0 && q.any(first, "beside-question") > 0) {
			q.mark(first, min(end, len(q.ws)), noise)
		}
		first = end
	}
	for end := len(q.ws); end > 1; {
		n := 0
		for k := max(0, end-4); k < end && n == 0; k++ {
			if q.any(k, "courtesy") == end-k {
				n = end - k
			}
		}
		if n == 0 || end == n {
			return
		}
		q.mark(end-n, end, noise)
		end -= n
	}
}
