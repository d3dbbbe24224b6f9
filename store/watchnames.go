package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// known is a name of a speaker whose names an editor changed.
type known struct {
	speaker int64
	shown   string
	name    string

	of, by speakers.Name // shown and name, taken apart
}

// addNames tells the watches what editors made of the names they watch: other
// names of whom they mean, and names that look like theirs and are not. An
// archive that nobody has edited costs two queries.
func (s *Store) addNames(ctx context.Context, ws []statements.Watch) error {
	if len(ws) == 0 {
		return nil
	}
	names, err := all(ctx, s.reader, func(r *sql.Rows) (k known, err error) { return k, r.Scan(&k.speaker, &k.shown, &k.name) },
		`SELECT COALESCE(c.id, v.id), COALESCE(c.name, v.name), n.name FROM speakers v
			LEFT JOIN speakers c ON c.id = v.merged_into JOIN spellings n ON n.speaker_id = v.id
		WHERE v.merged_into IS NOT NULL OR v.id IN (SELECT merged_into FROM speakers WHERE merged_into IS NOT NULL)
			OR v.id IN (SELECT speaker_id FROM set_names) ORDER BY 1, 3`)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return s.addRules(ctx, ws)
	}
	byLast := map[string][]*known{} // names that may stand for one speaker end alike
	bySpeaker := map[int64][]*known{}
	for i := range names {
		k := &names[i]
		k.of, k.by = speakers.Parse(k.shown), speakers.Parse(k.name)
		byLast[ending(k.by)] = append(byLast[ending(k.by)], k)
		bySpeaker[k.speaker] = append(bySpeaker[k.speaker], k)
	}
	for i := range ws {
		if ws[i].Speaker != "" {
			ws[i].Also, ws[i].Not = meant(ws[i].Speaker, byLast, bySpeaker)
		}
	}
	return s.addRules(ctx, ws)
}

func ending(n speakers.Name) string {
	k := n.Key()
	return k[strings.LastIndexByte(k, ' ')+1:]
}

// meant gives the other names of whom a watched name means, and those names
// that it could stand for and does not: an initial or a surname is somebody
// else's where an editor said so.
func meant(watched string, byLast map[string][]*known, bySpeaker map[int64][]*known) (also, not []string) {
	w := speakers.Parse(watched)
	var who []int64
	for _, k := range byLast[ending(w)] {
		if !w.Same(k.by) || slices.Contains(who, k.speaker) {
			continue
		}
		// A name that says more than the alias may be another's; one that says
		// no more stands for it.
		if w.Same(k.of) || len(w.Key()) <= len(k.by.Key()) {
			who = append(who, k.speaker)
		}
	}
	for _, id := range who {
		for _, k := range bySpeaker[id] {
			if k.name != watched && !slices.Contains(also, k.name) {
				also = append(also, k.name)
			}
		}
	}
	for _, k := range byLast[ending(w)] {
		if w.Same(k.by) && !slices.Contains(who, k.speaker) {
			not = append(not, k.name)
		}
	}
	return also, not
}
