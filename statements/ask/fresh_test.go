package ask

import (
	"slices"
	"testing"
)

// handover is an article with two mayors of one town.
var handover = []piece{{"Ostervik Post", "https://ostervikpost.example/mayors", "2026-11-20", `Ferries keep their fares

Ada Lund, who was sworn in on Friday, met the ferrymen.

In her first speech as mayor, she told the council that the fares would stay.

Moss won the last election. “The fares will rise, whoever sits there,” Mayor Karl Moss said on the night that he lost.`,
	`41|Ada Lund||2026-11-20||indirect|she|told|that the fares would stay
42|Karl Moss|Mayor|2026-11-13||direct|Karl Moss|said|The fares will rise, whoever sits there`}}

func TestTheNewOneOfTwo(t *testing.T) {
	all := archived(t, handover)
	for i := range all {
		all[i].SpeakerID = all[i].Statement.ID
	}
	for question, want := range map[string][]int64{
		"what did the new mayor say about the fares?": {41},
		"what did the mayor say about the fares?":     {41, 42},
	} {
		got := answering(question, all)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n  gives %v, want %v", question, got, want)
		}
	}
}
