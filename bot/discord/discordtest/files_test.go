package discordtest

import (
	"bytes"
	"fmt"
	"net/http"
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
)

// A file that no attachment names as it came, or that is too large, is refused
// as Discord refuses it.
func TestFilesOfABody(t *testing.T) {
	body := func(attachments string, files ...*discordgo.File) (string, []byte) {
		t.Helper()
		payload := map[string]any{"type": 4, "data": map[string]any{"content": "x", "attachments": []map[string]string{{"id": "0", "filename": attachments}}}}
		kind, raw, err := discordgo.MultipartBodyWithJSON(payload, files)
		if err != nil {
			t.Fatal(err)
		}
		return kind, raw
	}
	file := func(name string, size int) *discordgo.File {
		return &discordgo.File{Name: name, ContentType: "text/plain", Reader: bytes.NewReader(make([]byte, size))}
	}
	var many []*discordgo.File
	for i := range filesMost + 1 {
		many = append(many, file(fmt.Sprintf("f%d.txt", i), 1))
	}
	for _, tc := range []struct {
		name, attachment string
		files            []*discordgo.File
		want             int
	}{
		{"as it came", "a.txt", []*discordgo.File{file("a.txt", 3)}, 0},
		{"of another name", "b.txt", []*discordgo.File{file("a.txt", 3)}, http.StatusBadRequest},
		{"too large", "a.txt", []*discordgo.File{file("a.txt", fileBytes+1)}, http.StatusRequestEntityTooLarge},
		{"too many", "f0.txt", many, http.StatusBadRequest},
	} {
		kind, raw := body(tc.attachment, tc.files...)
		payload, files, err := unpack(kind, raw)
		if err != nil {
			t.Fatal(err)
		}
		_, res := withFiles(payload, files)
		if res.status != tc.want {
			t.Errorf("%s: got status %d, want %d", tc.name, res.status, tc.want)
		}
	}
	if _, _, err := unpack("multipart/form-data; boundary=x", []byte("--x\r\nbroken")); err == nil {
		t.Error("a broken body was read")
	}
	got, files, err := unpack("application/json", []byte(`{}`))
	if diff := cmp.Diff("{}", string(got)); diff != "" || files != nil || err != nil {
		t.Errorf("plain JSON: %v, %v, %s", files, err, diff)
	}
}
