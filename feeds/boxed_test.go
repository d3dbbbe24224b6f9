package feeds

import (
	"strings"
	"testing"
)

// TestBoxedParagraphs reads pages that have a box for each paragraph, with what stands
// around them in boxes of its own.
func TestBoxedParagraphs(t *testing.T) {
	sentences := []string{
		"The herring quota must be kept at once and shall not be put on the waiting list, the minister for the sea, Mira Solheim, said on Monday in Vell.",
		"“Nine boats heard of a quota. Whoever heard it has to keep it,” added the minister.",
		"She was answering the union of ferrymen, which said on Sunday that the quota would be given “some thought” when the winter was over.",
		"“We have read it with attention,” Solheim said. “The end of the fishing comes first.”",
	}
	for name, around := range map[string][2]string{
		"boxes":            {"<div>", "</div>"},
		"marks in boxes":   {`<div data-block="text"><span style="font-size:12pt">`, "</span></div>"},
		"classes":          {`<div class="zone paragraph">`, "</div>"},
		"breaks after all": {"<div>", "<br></div>"},
	} {
		page := `<html><head><title>Solheim: the quota is no suggestion | Portal</title></head><body><div class="topbar">Ministry of the Sea</div><ul class="menu"><li>Profile</li><li>Safe travel: the ministry advises sailors to register</li></ul>` +
			`<div class="row"><div class="col"><h2>Solheim: the quota is no suggestion</h2><div class="rte">` + around[0] + strings.Join(sentences, around[1]+around[0]) + around[1] + "</div></div></div></body></html>"
		p, err := ReadPage([]byte(page), "text/html", "https://ministry.example/quota")
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.Join(sentences, "\n\n"); p.Body != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, p.Body, want)
		}
	}
}
