package feeds

import (
	"context"

	"onrecord/statements"
)

// Today reads the page of an article as it stands now, if robots may: what was
// seen, and its text under the headline that the article has, "" where there is
// none to be read. The host is not asked more often than its pace allows.
func (c *Client) Today(ctx context.Context, url, title string) (statements.Sight, string) {
	a := c.lookAgain(ctx, statements.Look{URL: url, Title: title})
	return a.Sight, a.Text
}
