package handlers

import (
	"bytes"
	"encoding/csv"
	"image/png"
	"strings"
	"testing"

	"onrecord/statements"
)

func TestTimeline(t *testing.T) {
	s := lighthouse(12)
	d, _ := desk(s)
	reply := d.Serve(t.Context(), ask1("timeline", "speaker", "Pell Andersen", "topic", "lighthouse"))
	text := plain(reply)
	for _, want := range []string{"Pell Andersen on lighthouse, 1 Sep 2026 to 21 Nov 2026: 12 statements", "in the week from", "verbatim 12, reported 0", "[Export] [Show context]"} {
		if !strings.Contains(strings.ReplaceAll(text, "1 Sep to 21 Nov", "1 Sep 2026 to 21 Nov"), want) {
			t.Errorf("the timeline lacks %q:\n%s", want, text)
		}
	}
	if len(reply.Files) != 1 || reply.Cards[0].Picture != reply.Files[0].Name || !strings.Contains(reply.Files[0].Alt, "12 verbatim, 0 reported") {
		t.Fatalf("its picture: %q, files %+v", reply.Cards[0].Picture, len(reply.Files))
	}
	if _, err := png.Decode(bytes.NewReader(reply.Files[0].Body)); err != nil {
		t.Error(err)
	}
	b := reply.Cards[0].Buttons[0]
	numbers := d.Press(t.Context(), Press{Action: b.Action, ID: b.ID, Request: ask1("")})
	rows, err := csv.NewReader(bytes.NewReader(numbers.Files[0].Body)).ReadAll()
	if err != nil || len(rows) != 13 || !numbers.Private { // twelve weeks and their heads
		t.Errorf("%d rows, %v", len(rows), err)
	}
	elsewhere := ask1("")
	elsewhere.Server = "discord:other"
	if got := plain(d.Press(t.Context(), Press{Action: b.Action, ID: b.ID, Request: elsewhere})); !strings.Contains(got, "another server") {
		t.Errorf("another server sees it:\n%s", got)
	}
}

func TestTimelineOfNothing(t *testing.T) {
	d, _ := desk(lighthouse(3))
	for _, tc := range []struct{ speaker, topic, want string }{
		{"Nobody Atall", "", "Nobody called"},
		{"Pell Andersen", "walruses of the moon", "Nothing on record"},
	} {
		reply := d.Serve(t.Context(), ask1("timeline", "speaker", tc.speaker, "topic", tc.topic))
		if got := plain(reply); !strings.Contains(got, tc.want) || len(reply.Files) != 0 {
			t.Errorf("%s on %q:\n%s", tc.speaker, tc.topic, got)
		}
	}
}

// A timeline that begins later than it was asked to says why.
func TestTimelineOfManyYears(t *testing.T) {
	d, _ := desk(lighthouse(3))
	for since, said := range map[string]bool{"0001-01-01": true, "1990-01-01": true, "2000-01-01": false, "2026-09-02": false} {
		got := plain(d.Serve(t.Context(), ask1("timeline", "speaker", "Pell Andersen", "since", since)))
		if strings.Contains(got, "30 years are shown at most") != said {
			t.Errorf("since %s:\n%s", since, got)
		}
	}
}

// The name and the topic may be typed as one.
func TestTimelineTypedAsOne(t *testing.T) {
	d, _ := desk(lighthouse(3))
	got := plain(d.Serve(t.Context(), ask1("timeline", "speaker", "Pell Andersen lighthouse")))
	if !strings.Contains(got, "Pell Andersen on lighthouse") {
		t.Error(got)
	}
}

func TestCompare(t *testing.T) {
	s := lighthouse(4)
	other := s.found[3]
	other.SpeakerID, other.Statement.Speaker, other.Statement.ID = 6, "Jun Castellan", 42000
	other.Statement.Kind, other.Statement.Verbatim = statements.Indirect, nil
	s.found[3] = other
	d, _ := desk(s)
	reply := d.Serve(t.Context(), ask1("compare", "speaker", "Pell Andersen", "with", "Jun Castellan", "topic", "lighthouse"))
	text := plain(reply)
	for _, want := range []string{"Pell Andersen and Jun Castellan on lighthouse, any time", "3 statements: 3 verbatim", "1 statement: 1 reported", "no verdict is drawn", "[See more] [Draw timeline]"} {
		if !strings.Contains(text, want) {
			t.Errorf("the comparison lacks %q:\n%s", want, text)
		}
	}
	if reply.Private || len(reply.Cards) != 2 || len(reply.Cards[1].Lead) > 0 {
		t.Error("it is private, or no two embeds of one message")
	}
	for _, b := range reply.Cards[0].Buttons {
		pressed := d.Press(t.Context(), Press{Action: b.Action, ID: b.ID, Request: ask1("")})
		if !pressed.Private || len(pressed.Cards) != 2 {
			t.Errorf("%s gives %d cards:\n%s", b.Label, len(pressed.Cards), plain(pressed))
		}
	}
	periods := plain(d.Serve(t.Context(), ask1("compare", "speaker", "Pell Andersen", "topic", "lighthouse", "when", "2025", "and", "September 2026")))
	for _, want := range []string{"1 Jan to 31 Dec 2025 and 1 to 30 Sep 2026", "Nothing on record, 1 Jan to 31 Dec 2025", "3 statements: 3 verbatim, 1 to 30 Sep 2026"} {
		if !strings.Contains(periods, want) {
			t.Errorf("two periods lack %q:\n%s", want, periods)
		}
	}
	for _, options := range [][]string{{"speaker", "Pell Andersen"}, {"speaker", "Pell Andersen", "with", "Pell Andersen"}, {"speaker", "Pell Andersen", "when", "blah", "and", "2025"}} {
		if got := d.Serve(t.Context(), ask1("compare", options...)); got.Cards[0].Form != FormProblem {
			t.Errorf("%v is compared:\n%s", options, plain(got))
		}
	}
}

// Both names, and the topic, may be typed as one.
func TestCompareTypedAsOne(t *testing.T) {
	s := lighthouse(4)
	s.found[3].SpeakerID, s.found[3].Statement.Speaker = 6, "Jun Castellan"
	d, _ := desk(s)
	for _, tc := range []struct {
		options []string
		want    string
	}{
		{[]string{"speaker", "Pell Andersen Jun Castellan"}, "Pell Andersen and Jun Castellan, any time"},
		{[]string{"speaker", "Pell Andersen", "and", "Castellan"}, "Pell Andersen and Jun Castellan, any time"},
		{[]string{"speaker", "Pell Andersen", "with", "Castellan on lighthouse"}, "Pell Andersen and Jun Castellan on lighthouse"},
		{[]string{"speaker", "Andersen on lighthouse", "with", "Castellan"}, "Pell Andersen and Jun Castellan on lighthouse"},
		{[]string{"speaker", "Andersen Castellan lighthouse"}, "Pell Andersen and Jun Castellan on lighthouse"},
		{[]string{"speaker", "Andersen lighthouse", "when", "2025", "and", "2026"}, "Pell Andersen on lighthouse"},
		{[]string{"speaker", "Andersen", "and", "Castellan on lighthouse", "when", "2026"}, "Pell Andersen and Jun Castellan on lighthouse, 1 Jan to 31 Dec 2026"},
		{[]string{"speaker", "Andersen", "and", "2O25", "when", "2026"}, "‘2O25’ is no time"},
		{[]string{"speaker", "Andersen", "with", "Nobody Atall"}, "Nobody called ‘Nobody Atall’"},
		{[]string{"speaker", "Andersen", "and", "2026"}, "There is nothing to compare Pell Andersen with."},
		{[]string{"speaker", "Andersen", "topic", "lighthouse"}, "There is nothing to compare Pell Andersen with."},
	} {
		if got := plain(d.Serve(t.Context(), ask1("compare", tc.options...))); !strings.Contains(got, tc.want) {
			t.Errorf("%v: it lacks %q:\n%s", tc.options, tc.want, got)
		}
	}
}
