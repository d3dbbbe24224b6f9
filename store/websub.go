package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"onrecord/statements"
)

const subscriptionColumns = `s.id, s.feed_id, s.hub, s.topic, s.callback, s.token, s.secret, s.state, s.waiting,
	s.asked_at, s.verified_at, s.lease_until, s.due_at, s.pushed_at, s.missed, s.failures, s.problem, f.retired OR f.paused`

func scanSubscription(r *sql.Rows) (statements.Subscription, error) {
	var s statements.Subscription
	var asked, verified, lease, due, pushed int64
	err := r.Scan(&s.ID, &s.FeedID, &s.Hub, &s.Topic, &s.Callback, &s.Token, &s.Secret, &s.State, &s.Waiting,
		&asked, &verified, &lease, &due, &pushed, &s.Missed, &s.Failures, &s.Problem, &s.Orphan)
	s.AskedAt, s.VerifiedAt, s.LeaseUntil, s.DueAt, s.PushedAt = moment(asked), moment(verified), moment(lease), moment(due), moment(pushed)
	return s, err
}

// Subscriptions gives what was agreed with hubs, oldest first, those of removed
// feeds too.
func (s *Store) Subscriptions(ctx context.Context) ([]statements.Subscription, error) {
	out, err := all(ctx, s.reader, scanSubscription,
		`SELECT `+subscriptionColumns+` FROM subscriptions s JOIN feeds f ON f.id = s.feed_id ORDER BY s.id`)
	if err != nil {
		return nil, fmt.Errorf("read the subscriptions: %w", err)
	}
	return out, nil
}

const subscriptionOfToken = `SELECT ` + subscriptionColumns + ` FROM subscriptions s JOIN feeds f ON f.id = s.feed_id WHERE s.token = $1`

// Subscription gives the one whose callback ends in this token;
// statements.ErrNotFound if there is none.
func (s *Store) Subscription(ctx context.Context, token statements.Secret) (statements.Subscription, error) {
	found, err := all(ctx, s.reader, scanSubscription, subscriptionOfToken, string(token))
	switch {
	case err != nil:
		return statements.Subscription{}, fmt.Errorf("look for a subscription: %w", err)
	case len(found) == 0:
		return statements.Subscription{}, statements.ErrNotFound
	}
	return found[0], nil
}

// AddSubscription adds one for a feed, to be asked for at once, and gives it
// with its id. The one that the feed has is left then; if the hub was never
// asked for that, it is forgotten. statements.ErrNotFound if there is no such
// feed.
func (s *Store) AddSubscription(ctx context.Context, sub statements.Subscription) (statements.Subscription, error) {
	err := s.write(ctx, "add the subscription", func(t *tx) error {
		// Whoever else adds one for this feed waits here.
		feeds, err := all(ctx, t, scalar[int64], `SELECT id FROM feeds WHERE id = $1 AND NOT retired`+t.d.lockWait, sub.FeedID)
		if err != nil {
			return err
		}
		if len(feeds) == 0 {
			return statements.ErrNotFound
		}
		if err := t.exec(ctx, `DELETE FROM subscriptions WHERE feed_id = $1 AND asked_at = 0`, sub.FeedID); err != nil {
			return err
		}
		err = t.exec(ctx, `UPDATE subscriptions SET state = 'leaving', waiting = FALSE, due_at = 0, failures = 0
			WHERE feed_id = $1 AND state <> 'leaving'`, sub.FeedID)
		if err != nil {
			return err
		}
		sub.State = statements.SubscriptionAsking
		return one(ctx, t, `INSERT INTO subscriptions (feed_id, hub, topic, callback, token, secret, state)
			VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
			[]any{sub.FeedID, sub.Hub, sub.Topic, string(sub.Callback), string(sub.Token), string(sub.Secret), string(sub.State)}, &sub.ID)
	})
	return sub, err
}

// ChangeSubscription has change decide on the newest state of a subscription
// and keeps what it leaves; false keeps nothing. Nobody else changes it in
// between; change may run more than once, and only state and times of it are
// kept. One that is over is forgotten. It gives the subscription as it stands
// then, and whether it was changed; statements.ErrNotFound if there is none.
func (s *Store) ChangeSubscription(ctx context.Context, token statements.Secret, change func(*statements.Subscription) bool) (sub statements.Subscription, changed bool, err error) {
	err = s.write(ctx, "change the subscription", func(t *tx) error {
		query := subscriptionOfToken
		if t.d.lockWait != "" {
			query += t.d.lockWait + ` OF s`
		}
		found, err := all(ctx, t, scanSubscription, query, string(token))
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return statements.ErrNotFound
		}
		sub = found[0]
		if changed = change(&sub); !changed {
			return nil
		}
		if sub.State == statements.SubscriptionOver {
			return t.exec(ctx, `DELETE FROM subscriptions WHERE id = $1`, sub.ID)
		}
		return t.exec(ctx, `UPDATE subscriptions SET state = $2, waiting = $3, asked_at = $4, verified_at = $5, lease_until = $6,
				due_at = $7, pushed_at = $8, missed = $9, failures = $10, problem = $11 WHERE id = $1`,
			sub.ID, string(sub.State), sub.Waiting, millis(sub.AskedAt), millis(sub.VerifiedAt), millis(sub.LeaseUntil),
			millis(sub.DueAt), millis(sub.PushedAt), sub.Missed, sub.Failures, sub.Problem)
	})
	return sub, changed, err
}

// MakeDue makes a feed due at a time, if it would be later and no good visit to
// it has begun since another time. One that fails keeps its pause: its server
// may have asked for it. It reports whether it did.
func (s *Store) MakeDue(ctx context.Context, feedID int64, at, since time.Time) (bool, error) {
	n := int64(0)
	err := s.write(ctx, "make the feed due", func(t *tx) (err error) {
		n, err = t.changed(ctx, `UPDATE feeds SET next_at = $2
			WHERE id = $1 AND next_at > $2 AND last_ok < $3 AND failures = 0 AND NOT paused AND NOT retired`, feedID, millis(at), millis(since))
		return err
	})
	return n > 0, err
}

// pushes gives what people are told of the feeds' subscriptions, by feed.
func (s *Store) pushes(ctx context.Context) (map[int64]statements.Push, error) {
	subs, err := s.Subscriptions(ctx)
	if err != nil {
		return nil, err
	}
	out := map[int64]statements.Push{}
	for _, sub := range subs {
		if sub.State != statements.SubscriptionLeaving {
			out[sub.FeedID] = sub.Told()
		}
	}
	return out, nil
}
