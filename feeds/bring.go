package feeds

import (
	"context"

	"onrecord/statements"
)

// Bring makes an article of one item outside of any visit, for an archive that
// is read once: as a first visit would, quietly and for no feed of the store.
// f says where the item comes from; its ID only tells feeds apart that have
// items of one key. A page is fetched where the feed has only a teaser, unless
// pages is false, and turn is waited for before. What may be had later is an
// *Error, as what never can.
func (p *Poller) Bring(ctx context.Context, f statements.Feed, it Item, pages bool, turn func(ctx context.Context, page string) error) (Arrived, error) {
	if _, full := whole(it); pages && !full && it.Link != "" {
		known, err := p.known(ctx, Canonical(it.Link))
		if err == nil && !known {
			err = turn(ctx, it.Link)
		}
		if err != nil {
			return Arrived{}, err
		}
	}
	f.Seen = false
	a, later, err := p.arrive(ctx, f, it, &round{outlet: f.Name, pages: pages})
	if err == nil {
		err = later
	}
	a.Feed = statements.Feed{}
	return a, err
}
