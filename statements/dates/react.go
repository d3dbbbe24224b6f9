package dates

// reactions gives what is said about a deed of the day of the report that day: "The
// council voted on Friday to sell the baths. … Ann Lee called it a disgrace", read on that
// Friday. Another day or time on the way ends it, for what follows may be of then.
func (r *Report) reactions() {
	n := r.lead()
	if n < 0 || r.base().IsZero() || r.deedDay(&r.Sents[n]) != r.base() || r.onePerson(n) {
		return
	}
	read := n + 1
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		if u.Sentence <= n || s.Headline {
			continue
		}
		for ; read <= u.Sentence; read++ {
			if r.otherTime(read) {
				return
			}
		}
		if u.before || u.letter || u.vague || !u.Day.IsZero() && u.Day != r.base() {
			return
		}
		// what "an official" says may be of any day
		named := !s.Lex.Has("indefinite", s.Lower(r.itemAt(s, u.Source.Start)))
		if r.open(i) && named && !stance(s, r, u) && !r.another(u, s) {
			u.Day = r.base()
		}
	}
}

// onePerson reports whether what sentence n tells is somebody's words of the day.
func (r *Report) onePerson(n int) bool {
	for i := range r.said {
		if u := &r.said[i]; u.Sentence == n && u.Day == r.base() && u.Speaker != "" && !institution(r.sentence(i), r, u) {
			return true
		}
	}
	return false
}

// otherTime reports whether sentence n tells, in words that are nobody's, of another day
// than that of the report.
func (r *Report) otherTime(n int) bool {
	s := &r.Sents[n]
	for k := range s.Items {
		if s.Items[k].Quote >= 0 || !s.Word(k) || r.saidIn(n, s, k) {
			continue
		}
		if d, vague, ok := dayAt(s, k, r.base()); vague || ok && d != r.base() || vagueAt(s, k) {
			return true
		}
	}
	return false
}
