package discord

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/textproto"
	"regexp"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/statements"
)

// filesMost is how many files a message takes.
// https://discord.com/developers/docs/resources/message#create-message
const filesMost = 10

// attachment names a file that comes with a message.
// https://discord.com/developers/docs/reference#uploading-files
type attachment struct {
	ID       string `json:"id"`
	Filename string `json:"filename"`
	// Description is read out to who cannot see a picture.
	Description string `json:"description,omitempty"`
}

// unfit is what a file's name may not hold: Discord would change it.
var unfit = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// attach puts files under a message.
func (m *message) attach(files []handlers.File) {
	for i, f := range files[:min(len(files), filesMost)] {
		f.Name = fileName(f.Name, i)
		m.files = append(m.files, f)
		m.Attachments = append(m.Attachments, attachment{ID: strconv.Itoa(i), Filename: f.Name, Description: cutText(f.Alt, altMost)})
	}
}

// altMost bounds the description of an attachment.
// https://discord.com/developers/docs/resources/message#attachment-object
const altMost = 1024

// fileName is a file's name as Discord keeps it; the i-th gets one if it has
// none.
func fileName(name string, i int) string {
	if name = strings.Trim(unfit.ReplaceAllString(name, "-"), "-"); name == "" {
		name = fmt.Sprintf("file-%d", i+1)
	}
	return name
}

// carrier is a body that files may come with.
type carrier interface{ carried() []handlers.File }

func (m *message) carried() []handlers.File { return m.files }

func (r response) carried() []handlers.File {
	switch m := r.Data.(type) {
	case *message:
		return m.files
	case message:
		return m.files
	}
	return nil
}

// encode writes the body of a call: JSON, or where files come with it, parts
// of which the first is that JSON.
func encode(body any) (contentType string, out []byte, err error) {
	if body == nil {
		return "application/json", nil, nil
	}
	out, err = json.Marshal(body)
	c, ok := body.(carrier)
	if err != nil || !ok || len(c.carried()) == 0 {
		return "application/json", out, err
	}
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := part(w, `form-data; name="payload_json"`, "application/json", out); err != nil {
		return "", nil, err
	}
	for i, f := range c.carried() {
		if err := part(w, fmt.Sprintf(`form-data; name="files[%d]"; filename="%s"`, i, f.Name), f.Type, f.Body); err != nil {
			return "", nil, err
		}
	}
	if err := w.Close(); err != nil {
		return "", nil, err
	}
	return w.FormDataContentType(), b.Bytes(), nil
}

func part(w *multipart.Writer, disposition, kind string, body []byte) error {
	if kind == "" {
		kind = "application/octet-stream"
	}
	p, err := w.CreatePart(textproto.MIMEHeader{"Content-Disposition": {disposition}, "Content-Type": {kind}})
	if err == nil {
		_, err = p.Write(body)
	}
	return err
}

// attachedFile gives where Discord keeps a file that came with a command.
// Whoever speaks to the API could name any other place.
func attachedFile(id string, resolved *discordgo.ApplicationCommandInteractionDataResolved) (string, *statements.Problem) {
	if resolved != nil && isID(id) {
		if a := resolved.Attachments[id]; a != nil && (strings.HasPrefix(a.URL, "https://") || strings.HasPrefix(a.URL, "http://")) {
			return a.URL, nil
		}
	}
	return "", &statements.Problem{Text: statements.Say("The file did not come along."), Hint: statements.Say("Attach it again.")}
}
