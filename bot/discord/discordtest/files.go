package discordtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
)

// filesMost and fileBytes bound the files of one message.
// https://discord.com/developers/docs/reference#uploading-files
const (
	filesMost = 10
	fileBytes = 10 << 20
)

// File came with a message.
type File struct {
	Name string
	Type string
	Body []byte
}

// attached is an attachment as a body names it. Body is put there by unpack: on
// the wire it is a part of its own.
type attached struct {
	ID       string `json:"id"`
	Filename string `json:"filename"`
	Type     string `json:"content_type,omitempty"`
	Body     []byte `json:"body,omitempty"`
}

// unpack gives the JSON of a multipart body, and the files by their number.
func unpack(contentType string, raw []byte) (payload []byte, files map[string]File, err error) {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || kind != "multipart/form-data" {
		return raw, nil, nil
	}
	files = map[string]File{}
	r := multipart.NewReader(bytes.NewReader(raw), params["boundary"])
	for {
		p, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return payload, files, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("read the parts: %w", err)
		}
		body, err := io.ReadAll(p)
		if err != nil {
			return nil, nil, fmt.Errorf("read a part: %w", err)
		}
		if p.FormName() == "payload_json" {
			payload = body
			continue
		}
		n := strings.TrimSuffix(strings.TrimPrefix(p.FormName(), "files["), "]")
		files[n] = File{Name: p.FileName(), Type: p.Header.Get("Content-Type"), Body: body}
	}
}

// withFiles puts the files into the attachments that name them.
func withFiles(payload []byte, files map[string]File) ([]byte, result) {
	if len(files) == 0 {
		return payload, result{}
	}
	if len(files) > filesMost {
		return nil, invalid("attachments", tooLong(filesMost))
	}
	var whole map[string]any
	if err := json.Unmarshal(payload, &whole); err != nil {
		return nil, invalid("payload_json", err.Error())
	}
	inner := whole
	if data, ok := whole["data"].(map[string]any); ok { // of an interaction
		inner = data
	}
	list, _ := inner["attachments"].([]any)
	for _, one := range list {
		a, _ := one.(map[string]any)
		f, there := files[fmt.Sprint(a["id"])]
		switch {
		case !there || a["filename"] != f.Name:
			return nil, invalid("attachments", fmt.Sprintf("no file %v of this name came along", a["id"]))
		case len(f.Body) > fileBytes:
			return nil, refuse(http.StatusRequestEntityTooLarge, 40005, "Request entity too large")
		}
		a["body"], a["content_type"] = f.Body, f.Type
	}
	payload, err := json.Marshal(whole)
	if err != nil {
		return nil, invalid("payload_json", err.Error())
	}
	return payload, result{}
}

// filesOf gives the files of a body that unpack has filled.
func filesOf(raw json.RawMessage) []File {
	var list []attached
	if json.Unmarshal(raw, &list) != nil {
		return nil
	}
	var out []File
	for _, a := range list {
		out = append(out, File{a.Filename, a.Type, a.Body})
	}
	return out
}

// attachments gives each file option an id in place of its address, and what
// the ids stand for.
func attachments(defs []option, options []map[string]any, id func() string) map[string]any {
	out := map[string]any{}
	for _, d := range defs {
		for _, o := range options {
			address, isText := o["value"].(string)
			if d.Type != optFile || o["name"] != d.Name || !isText {
				continue
			}
			n := id()
			o["value"] = n
			out[n] = map[string]any{"id": n, "filename": address[strings.LastIndexByte(address, '/')+1:], "size": 1,
				"url": address, "proxy_url": address, "content_type": "application/octet-stream"}
		}
	}
	return out
}
