package main

import (
	"math/rand/v2"

	"onrecord/statements/model/tag"
	"onrecord/statements/model/token"
)

const (
	tagBits   = 15
	nameBits  = 15
	tagRounds = 5
)

// learnTagger learns tags and names from arts.
func learnTagger(arts []*article) *tag.Tagger {
	g := &tag.Tagger{Sure: tag.NewLookup(sureWords(arts)), Words: tag.ReadWords()}
	tags, names := newPerceptron(tag.Tags, tagBits), newPerceptron(tag.Names, nameBits)
	rng := rand.New(rand.NewPCG(1, 2))
	order := rng.Perm(len(arts))
	for range tagRounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			learnTags(g, tags, arts[k])
		}
	}
	g.Tags = tags.rows()
	for range tagRounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			learnNames(g, names, arts[k])
		}
	}
	g.Names = names.rows()
	return g
}

func learnTags(g *tag.Tagger, p *perceptron, a *article) {
	if a.silver == nil {
		return
	}
	d := a.doc
	var f [tag.TagWidth]uint32
	var scores [tag.Tags]float32
	for s := 0; s+1 < len(d.Sents); s++ {
		from, to := int(d.Sents[s]), int(d.Sents[s+1])
		for i := from; i < to; i++ {
			t := &d.Tokens[i]
			if sure, ok := g.Fixed(d, i); ok {
				t.Tag = sure
				continue
			}
			feats := tag.TagFeatures(f[:0], d, i, from, to)
			p.score(scores[:], feats)
			b := tag.CC
			for k := tag.CC; k <= tag.WRB; k++ {
				if scores[k] > scores[b] {
					b = k
				}
			}
			t.Tag = b
			p.now++
			if v := a.silver[i]; v.ok && v.tag != b && v.tag != tag.PUNCT {
				p.update(feats, int(v.tag), int(b))
			}
		}
	}
}

func learnNames(g *tag.Tagger, p *perceptron, a *article) {
	if a.silver == nil {
		return
	}
	d := a.doc
	var f [tag.NameWidth]uint32
	var scores [tag.Names]float32
	for s := 0; s+1 < len(d.Sents); s++ {
		from, to := int(d.Sents[s]), int(d.Sents[s+1])
		for i := from; i < to; i++ {
			if a.silver[i].ok { // so that the class is that of the right base form
				d.Tokens[i].Tag = a.silver[i].tag
			}
			d.Tokens[i].Lemma, d.Tokens[i].Class = g.Words.Lemma(d, i)
		}
		for i := from; i < to; i++ {
			t := &d.Tokens[i]
			t.Name = tag.NoName
			if !tag.Nameable(d, i, from, to) {
				continue
			}
			feats := tag.NameFeatures(f[:0], d, i, from, to)
			p.score(scores[:], feats)
			b := tag.NoName
			for k := tag.NoName; k <= tag.When; k++ {
				if scores[k] > scores[b] {
					b = k
				}
			}
			t.Name = b
			p.now++
			if v := a.silver[i]; v.ok && v.name != b {
				p.update(feats, int(v.name), int(b))
			}
		}
	}
}

// sureWords gives the words that have one part of speech, near enough always.
func sureWords(arts []*article) map[uint32]uint8 {
	count := map[uint32]*[tag.Tags]int32{}
	for _, a := range arts {
		for i, v := range a.silver {
			t := &a.doc.Tokens[i]
			if !v.ok || t.Shape != token.Lower && t.Shape != token.Title {
				continue
			}
			c := count[t.Low]
			if c == nil {
				c = new([tag.Tags]int32)
				count[t.Low] = c
			}
			c[v.tag]++
		}
	}
	sure := map[uint32]uint8{}
	for w, c := range count {
		var sum, most int32
		b := 0
		for k, n := range c {
			sum += n
			if n > most {
				most, b = n, k
			}
		}
		if b != int(tag.PUNCT) && sum >= 20 && float64(most) >= 0.995*float64(sum) {
			sure[w] = uint8(b)
		}
	}
	return sure
}
