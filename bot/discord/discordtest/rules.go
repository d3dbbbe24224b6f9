package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of a message, in Unicode code points after trimming.
// https://discord.com/developers/docs/resources/message#create-message
// https://discord.com/developers/docs/resources/message#embed-object-embed-limits
// https://discord.com/developers/docs/components/reference
const (
	contentMost     = 2000
	embedsMost      = 10
	embedTotal      = 6000
	titleMost       = 256
	descriptionMost = 4096
	fieldsMost      = 25
	fieldNameMost   = 256
	fieldValueMost  = 1024
	footerMost      = 2048
	rowsMost        = 5
	buttonsMost     = 5
	customIDMost    = 100
	labelMost       = 80
	nonceMost       = 25
	mentionsMost    = 100
)

// body is a message as the API takes it: all that Discord knows of it, and
// nothing else.
type body struct {
	Content         *string         `json:"content"`
	Embeds          []embed         `json:"embeds"`
	Components      []component     `json:"components"`
	AllowedMentions *allowed        `json:"allowed_mentions"`
	Flags           int             `json:"flags"`
	Nonce           any             `json:"nonce"`
	EnforceNonce    bool            `json:"enforce_nonce"`
	TTS             bool            `json:"tts"`
	StickerIDs      []string        `json:"sticker_ids"`
	Reference       json.RawMessage `json:"message_reference"`
	Attachments     json.RawMessage `json:"attachments"`
	Poll            json.RawMessage `json:"poll"`

	// discordgo sends these two with an edit; Discord lets them pass.
	StrayID      string `json:"ID"`
	StrayChannel string `json:"Channel"`
}

type embed struct {
	Title       string          `json:"title"`
	Type        string          `json:"type"`
	Description string          `json:"description"`
	URL         string          `json:"url"`
	Timestamp   string          `json:"timestamp"`
	Color       int             `json:"color"`
	Footer      *embedFooter    `json:"footer"`
	Image       json.RawMessage `json:"image"`
	Thumbnail   json.RawMessage `json:"thumbnail"`
	Author      *embedAuthor    `json:"author"`
	Fields      []embedField    `json:"fields"`
}

type embedFooter struct {
	Text    string `json:"text"`
	IconURL string `json:"icon_url"`
}

type embedAuthor struct {
	Name    string `json:"name"`
	URL     string `json:"url"`
	IconURL string `json:"icon_url"`
}

type embedField struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Inline bool   `json:"inline"`
}

type allowed struct {
	Parse       []string `json:"parse"`
	Roles       []string `json:"roles"`
	Users       []string `json:"users"`
	RepliedUser bool     `json:"replied_user"`
}

const (
	typeRow, typeButton, styleLink = 1, 2, 5

	flagSuppressEmbeds = 1 << 2
	flagEphemeral      = 1 << 6
	flagQuiet          = 1 << 12
)

// Refuses says why Discord would refuse a new message, or "" if it would not.
func Refuses(message []byte) string {
	_, bad := readBody(message, false)
	if bad.status == 0 {
		return ""
	}
	why, _ := json.Marshal(bad.body) // made of strings and numbers
	return string(why)
}

// empty is Discord's refusal of a message with nothing in it.
var empty = refuse(http.StatusBadRequest, 50006, "Cannot send an empty message")

// readBody reads a message and holds it to the rules. partial is for edits,
// which may leave everything out. The zero result is a good message.
func readBody(raw []byte, partial bool) (body, result) {
	var b body
	if err := decode(raw, &b); err != nil {
		return b, invalid("body", err.Error())
	}
	checks := []func() (string, string){
		b.checkContent, b.checkEmbeds, b.checkComponents, b.checkMentions, b.checkNonce, b.checkFlags,
	}
	for _, check := range checks {
		if field, why := check(); why != "" {
			return b, invalid(field, why)
		}
	}
	if !partial && strings.TrimSpace(deref(b.Content)) == "" && len(b.Embeds) == 0 && len(b.Components) == 0 {
		return b, empty
	}
	return b, result{}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func size(s string) int { return utf8.RuneCountInString(strings.TrimSpace(s)) }

func tooLong(most int) string { return fmt.Sprintf("Must be %d or fewer in length.", most) }

func (b *body) checkContent() (string, string) {
	if size(deref(b.Content)) > contentMost {
		return "content", tooLong(contentMost)
	}
	return "", ""
}

func (b *body) checkEmbeds() (string, string) {
	if len(b.Embeds) > embedsMost {
		return "embeds", tooLong(embedsMost)
	}
	total := 0
	for i, e := range b.Embeds {
		n, field, why := e.check()
		if why != "" {
			return fmt.Sprintf("embeds.%d.%s", i, field), why
		}
		total += n
	}
	if total > embedTotal {
		return "embeds", fmt.Sprintf("Embed size exceeds maximum size of %d", embedTotal)
	}
	return "", ""
}

// check gives the size of an embed, and what is wrong with it.
func (e *embed) check() (n int, field, why string) {
	var author, footer string
	if e.Author != nil {
		author = e.Author.Name
	}
	if e.Footer != nil {
		footer = e.Footer.Text
	}
	for _, c := range []struct {
		field, text string
		most        int
	}{
		{"title", e.Title, titleMost}, {"description", e.Description, descriptionMost},
		{"author.name", author, titleMost}, {"footer.text", footer, footerMost},
	} {
		if size(c.text) > c.most {
			return 0, c.field, tooLong(c.most)
		}
		n += size(c.text)
	}
	if len(e.Fields) > fieldsMost {
		return 0, "fields", tooLong(fieldsMost)
	}
	for _, f := range e.Fields {
		switch {
		case size(f.Name) == 0, size(f.Value) == 0:
			return 0, "fields", "This field is required"
		case size(f.Name) > fieldNameMost:
			return 0, "fields.name", tooLong(fieldNameMost)
		case size(f.Value) > fieldValueMost:
			return 0, "fields.value", tooLong(fieldValueMost)
		}
		n += size(f.Name) + size(f.Value)
	}
	switch {
	case n == 0 && len(e.Image) == 0 && len(e.Thumbnail) == 0:
		return 0, "description", "This field is required"
	case e.Color < 0 || e.Color > 0xFFFFFF:
		return 0, "color", "int value should be between 0 and 16777215."
	case e.URL != "" && !isWeb(e.URL):
		return 0, "url", "Not a well formed URL."
	}
	return n, "", ""
}

func isWeb(raw string) bool {
	u, err := url.Parse(raw)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func (b *body) checkMentions() (string, string) {
	a := b.AllowedMentions
	if a == nil {
		return "", ""
	}
	for _, p := range a.Parse {
		if !slices.Contains([]string{"roles", "users", "everyone"}, p) {
			return "allowed_mentions.parse", "Value must be one of ('users', 'roles', 'everyone')."
		}
	}
	switch {
	case len(a.Roles) > mentionsMost || len(a.Users) > mentionsMost:
		return "allowed_mentions", tooLong(mentionsMost)
	case len(a.Roles) > 0 && slices.Contains(a.Parse, "roles"), len(a.Users) > 0 && slices.Contains(a.Parse, "users"):
		return "allowed_mentions.parse", "parse and a list are mutually exclusive."
	}
	for _, id := range slices.Concat(a.Roles, a.Users) {
		if !snowflake.MatchString(id) {
			return "allowed_mentions", fmt.Sprintf("Value %q is not snowflake.", id)
		}
	}
	return "", ""
}

var snowflake = regexp.MustCompile(`^[0-9]{1,20}$`)

func (b *body) checkNonce() (string, string) {
	if text, isText := b.Nonce.(string); isText && size(text) > nonceMost {
		return "nonce", tooLong(nonceMost)
	}
	if b.EnforceNonce && (b.Nonce == nil || b.Nonce == "") {
		return "nonce", "A nonce is required with enforce_nonce."
	}
	return "", ""
}

func (b *body) checkFlags() (string, string) {
	if b.Flags&^(flagSuppressEmbeds|flagEphemeral|flagQuiet) != 0 {
		return "flags", "This flag cannot be set."
	}
	return "", ""
}

var (
	roleMention = regexp.MustCompile(`<@&([0-9]+)>`)
	userMention = regexp.MustCompile(`<@!?([0-9]+)>`)
	everybody   = regexp.MustCompile(`@(everyone|here)\b`)
)

// pings says whom a content really mentions. Without allowed_mentions that is
// everybody who is named. Discord looks at the characters, not at Markdown, so
// a backslash before < or @ keeps nobody from being mentioned.
func pings(content string, a *allowed) []string {
	all := a == nil
	if all {
		a = &allowed{}
	}
	may := func(kind, id string, list []string) bool {
		return all || slices.Contains(a.Parse, kind) || slices.Contains(list, id)
	}
	var out []string
	for _, m := range roleMention.FindAllStringSubmatch(content, -1) {
		if may("roles", m[1], a.Roles) && m[1] != QuietRole {
			out = append(out, m[1])
		}
	}
	for _, m := range userMention.FindAllStringSubmatch(content, -1) {
		if may("users", m[1], a.Users) {
			out = append(out, m[1])
		}
	}
	for _, m := range everybody.FindAllString(content, -1) {
		if may("everyone", "", nil) {
			out = append(out, m)
		}
	}
	return out
}
