package discordtest

import "net/http"

var (
	noRecipient = refuse(http.StatusBadRequest, 50033, "Invalid Recipient(s)")
	closedToUs  = refuse(http.StatusForbidden, 50007, "Cannot send messages to this user")
)

// CloseDMs has a user take no direct messages, or take them again.
func (s *Server) CloseDMs(user string, closed bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closedDMs[user] = closed
}

// DM is the channel of a user's direct messages, "" if there is none yet.
func (s *Server) DM(user string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dmOf(user)
}

func (s *Server) dmOf(user string) string {
	for _, c := range s.channels {
		if c.kind == TypeDM && c.recipient == user {
			return c.id
		}
	}
	return ""
}

// openDM is POST /users/@me/channels: a user has one channel, however often it
// is asked for, and whether or not messages are taken there. The lock is held.
func (s *Server) openDM(raw []byte) result {
	var in struct {
		Recipient string `json:"recipient_id"`
	}
	if err := decode(raw, &in); err != nil {
		return invalid("body", err.Error())
	}
	if _, known := s.users[in.Recipient]; !known || in.Recipient == App {
		return noRecipient
	}
	id := s.dmOf(in.Recipient)
	if id == "" {
		id = s.newID()
		s.channels[id] = &channel{id: id, kind: TypeDM, recipient: in.Recipient}
	}
	out := s.channelJSON(s.channels[id])
	out["recipients"] = []any{s.userJSON(in.Recipient)}
	return ok(out)
}
